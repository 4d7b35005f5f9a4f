"""SQLite: schema, writes, jobs and search. The only package that writes to the database."""

from parley.store.articles import SaveResult, has_samples, known_article, remove_samples, save
from parley.store.history import revision
from parley.store.open import reader, writer
from parley.store.sqlite import Connection

__all__ = [
    "Connection",
    "SaveResult",
    "has_samples",
    "known_article",
    "reader",
    "remove_samples",
    "revision",
    "save",
    "writer",
]
