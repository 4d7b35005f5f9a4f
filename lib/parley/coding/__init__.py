"""Article -> Coding: pure, and the same for the same text and codebook."""

from parley.codebook import Codebook
from parley.coding.abroad import alone, of_relations, taking_part
from parley.coding.commitments import find_commitments
from parley.coding.confidence import with_confidence
from parley.coding.meetings import find_meetings, find_spoken_of
from parley.coding.readings import read_topics, tell, worded
from parley.coding.scan import scan
from parley.coding.sections import tied
from parley.coding.sentences import split_sentences
from parley.coding.sources import find_sources
from parley.coding.story import read_story
from parley.coding.topics import mentions_of
from parley.coding.voices import is_joint_statement, speakers_of, voices_in
from parley.model import Article, Coding


def code(article: Article, book: Codebook) -> Coding:
    """Find everything that Parley reports about one article."""
    sentences = split_sentences(article.text, article.language)
    story = read_story(article, sentences, book)
    meetings = find_meetings(story)
    scanned = of_relations(scan(sentences, article.language, book), story, meetings)
    is_joint = is_joint_statement(article.title, scanned)
    speakers = speakers_of(meetings, is_joint, story.home)
    voices = voices_in(scanned, article.language, speakers)
    told = tell(scanned, voices, story.names_in())
    readings = read_topics(told, scanned, meetings, story)
    mentions = worded(mentions_of(scanned), told, scanned, meetings, story)
    found = Coding(
        sentences,
        meetings,
        find_spoken_of(story, meetings),
        tied(mentions, readings, meetings),
        readings,
        find_commitments(
            scanned,
            voices,
            meetings,
            article,
            alone(story, meetings, speakers.home),
            taking_part(story, meetings, is_joint),
        ),
        find_sources(article.text),
        book.version,
    )
    return with_confidence(found)
