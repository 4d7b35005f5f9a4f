"""What is checked: a document that waits, or an article held already, with its findings as people decided so far."""

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace

import streamlit as st

from parley import codebook, coding, settings
from parley.model import Article, Coding
from parley.queries import waiting
from parley.queries.articles import stored_article
from parley.queries.corrections import decided_of
from parley.store import reader
from parley.store.articles import as_dated, text_key
from parley.store.corrected import corrected
from parley.store.corrections import Correction, of_article
from parley.store.recodings import stored
from parley.store.trial import is_all_right

ADDRESS = ("document", "id")
LONGEST = 15


@dataclass(frozen=True, slots=True)
class Subject:
    """A text to check; `held` is its number where it waits, `article_id` where it is an article."""

    key: str
    article: Article
    coding: Coding
    decided: tuple[Correction, ...]
    held: int | None = None
    article_id: int | None = None
    doubts: tuple[tuple[str, str], ...] = ()
    of_meetings: Mapping[int, tuple[Correction, ...]] = field(default_factory=dict)
    """What people decided on its meetings as a whole, by their places in the text."""

    @property
    def is_all_right(self) -> bool:
        """Whether a person has said so of the whole text."""
        return any(map(is_all_right, self.decided))


def wanted() -> tuple[str, int] | None:
    """What the address asks for: `document=` a waiting one, `id=` an article."""
    for name in ADDRESS:
        value = st.query_params.get(name, "")
        if value.isdecimal() and len(value) <= LONGEST:
            return name, int(value)
    return None


def subject(name: str, number: int) -> Subject | None:
    """The text to check, read from the store at this moment; None where there is none (any more)."""
    here = settings.from_environment()
    with closing(reader(here)) as db:
        if name == "document":
            held = waiting.document(db, number)
            if held is None or held.state == "adding":
                return None
            article = as_dated(db, held.article)
            found = held.coding if article == held.article else coding.code(article, codebook.load(here.codebook))
            doubts = tuple((why, word) for why, word in held.told.get("doubts", ()))
            one = Subject("", article, found, (), held=number, doubts=doubts)
        else:
            if stored_article(db, number) is None:
                return None
            article = stored(db, number)
            found = coding.code(article, codebook.load(here.codebook))
            one = Subject("", article, found, (), article_id=number, of_meetings=decided_of(db, number))
        key = text_key(one.article.text)
        decided = of_article(db, key)
        return replace(one, key=key, decided=decided, coding=corrected(one.coding, decided))
