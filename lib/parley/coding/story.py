"""An article as read so far: headline and sentences in full, the people, and whose outlet it is."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from parley.codebook import Codebook
from parley.codebook.offices import load_offices
from parley.codebook.people import publisher
from parley.coding.atoms import Atom
from parley.coding.passages import Passage, read_passages
from parley.coding.people import HEADLINE, Person, find_people
from parley.coding.sentences import split_sentences
from parley.model import Article, Sentence


@dataclass(frozen=True, slots=True)
class Story:
    """What the grammars have read in one article, from which meetings are put together."""

    article: Article
    headline: tuple[Passage, ...]
    passages: tuple[Passage, ...]
    people: tuple[Person, ...]
    named: Mapping[int, list[tuple[int, int, Person]]]
    home: str | None
    """The party that speaks in the article, by its outlet; None where that is not known."""
    book: Codebook
    told: int
    """How many passages tell in the outlet's own voice: after them somebody is quoted at length."""

    def names_in(self) -> Mapping[int, list[Atom]]:
        """The names of states, cities and organisations in each sentence, by where the sentence begins."""
        return {passage.sentence.start: passage.of("name") for passage in self.passages}

    def people_in(self, passage: int) -> list[tuple[int, int, Person]]:
        """Who is named in a passage, in order: start and end of the name, and the person."""
        return self.named.get(passage, [])

    def headline_people(self) -> list[Person]:
        """Who is named in the headline, in order."""
        return [person for _, _, person in self.people_in(HEADLINE)]


def _by_passage(people: Sequence[Person]) -> dict[int, list[tuple[int, int, Person]]]:
    """Who is named in each passage, in the order of the text."""
    named: dict[int, list[tuple[int, int, Person]]] = defaultdict(list)
    for person in people:
        for spot in person.spots:
            named[spot.passage].append((spot.start, spot.end, person))
    return {number: sorted(found, key=lambda entry: entry[:2]) for number, found in named.items()}


_LABEL = re.compile(r"[A-ZÀ-Ý][A-ZÀ-Ý .'()-]{4,70}: |[А-ЯЁ]\.\s?[А-ЯЁ][а-яё-]+[^.]{0,120}: ")


def _first_speech(passages: Sequence[Passage]) -> int:
    """The number of the first passage that opens with a speaker's name and a colon; all of them where none does."""
    for number, passage in enumerate(passages):
        start = passage.sentence.start
        first = next(iter(passage.titles), None)
        if first and first.first <= start + 4 and passage.text[first.last : first.last + 1] == ":":
            return number
        if _LABEL.match(passage.text, start):
            return number
    return len(passages)


def home_of(article: Article) -> str | None:
    """The party whose outlet this is, by the source's name or address; None where no list knows it."""
    return publisher(article.source, article.url)


def read_story(article: Article, sentences: Sequence[Sentence], book: Codebook) -> Story:
    """Read headline and sentences in full, and find the people in them."""
    offices, home = load_offices(), home_of(article)
    day, language = article.published_on, article.language
    headline = read_passages(article.title, split_sentences(article.title, language), language, day, offices)
    passages = read_passages(article.text, sentences, language, day, offices)
    people = find_people(headline, passages, book.people)
    return Story(
        article,
        tuple(headline),
        tuple(passages),
        tuple(people),
        _by_passage(people),
        home,
        book,
        _first_speech(passages),
    )
