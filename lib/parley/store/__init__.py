"""SQLite: schema, writes, jobs and search. The only package that writes to the database."""

from parley.store.articles import SaveResult, adopt, has_own, has_samples, known_article, remove_samples, save
from parley.store.history import revision
from parley.store.open import is_new, reader, writer
from parley.store.sqlite import Connection

__all__ = [
    "Connection",
    "SaveResult",
    "adopt",
    "has_own",
    "has_samples",
    "is_new",
    "known_article",
    "reader",
    "remove_samples",
    "revision",
    "save",
    "writer",
]
