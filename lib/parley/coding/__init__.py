"""Article -> Coding: pure, and the same for the same text and codebook."""

from parley.codebook import Codebook
from parley.coding.sentences import split_sentences
from parley.model import Article, Coding


def code(article: Article, book: Codebook) -> Coding:
    """Find everything that Parley reports about one article."""
    sentences = split_sentences(article.text, article.language)
    return Coding(sentences, (), (), (), (), (), (), book.version)
