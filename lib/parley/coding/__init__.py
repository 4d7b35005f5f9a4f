"""Article -> Coding: pure, and the same for the same text and codebook."""

from parley.codebook import Codebook
from parley.coding.sentences import split_sentences
from parley.coding.sources import find_sources
from parley.coding.topics import find_mentions
from parley.model import Article, Coding


def code(article: Article, book: Codebook) -> Coding:
    """Find everything that Parley reports about one article."""
    sentences = split_sentences(article.text, article.language)
    mentions = find_mentions(sentences, article.title, article.language, book)
    return Coding(sentences, (), (), mentions, (), (), find_sources(article.text), book.version)
