"""An article and what was found in it, into the store: what became of it, or why it could not be added."""

import logging

from parley import coding
from parley.codebook import Codebook
from parley.converter import STUMBLED
from parley.errors import ParleyError
from parley.model import Article, Coding
from parley.store import Connection, SaveResult
from parley.store.articles import add
from parley.store.copies import Origin
from parley.store.sqlite import OperationalError

logger = logging.getLogger(__name__)


def found_in(article: Article, book: Codebook) -> Coding | str:
    """What is found in an article, or the reason why nothing could be."""
    try:
        return coding.code(article, book)
    except Exception as error:
        logger.exception("could not code %s", article.title)
        return STUMBLED.format(fault=type(error).__name__)


def added(db: Connection, article: Article, found: Coding, origin: Origin) -> SaveResult | str:
    """Add one article on its own: a fault of its own costs it alone. The reason where it cannot be added."""
    try:
        return add(db, article, found, origin)
    except ParleyError as error:
        return str(error)
    except OperationalError:
        raise  # the disk is full, or the like: no fault of the article's
    except Exception as error:
        logger.exception("could not save %s", article.title)
        return STUMBLED.format(fault=type(error).__name__)
