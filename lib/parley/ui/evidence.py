"""The evidence panel: the units behind a number with their source sentences, on the page where the number stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

import pandas as pd
import streamlit as st

from parley.model import Filters
from parley.queries import evidence as sentences
from parley.queries import units
from parley.queries.internal import internal_articles
from parley.queries.read import records
from parley.queries.units import Unit
from parley.ui.attention import look_at
from parley.ui.correct import added, sentence
from parley.ui.data import ask
from parley.ui.links import article_link, meeting_link
from parley.ui.plain import marked, plain
from parley.ui.words import counted, meeting_name, on_date, on_dates, promise_name

NOUNS = {
    "meetings": "meeting",
    "articles": "article",
    "sentences": "sentence",
    "topics": "topic",
    "people": "person",
    "promises": "promise",
    "referred": "meeting",
}
AT_A_TABLE = {"meetings", "referred"}
A_PAGE = 8
FIRST = 3


@dataclass(frozen=True, slots=True)
class Opened:
    """What a reader opened: the units of one kind under some filters; `about` says of what, in plain words.

    `keys` names single units where the filters alone would leave more.
    """

    unit: Unit
    filters: Filters
    about: str = ""
    keys: tuple[int, ...] | None = None


def panel(key: str, opened: Opened | None, hint: str = "") -> None:
    """Show what is behind a number; where nothing is opened, a hint what to click."""
    if opened is None:
        if hint:
            st.container(key=f"hint-{key}").markdown(f":gray[{plain(hint)}]")
        return
    listed = ask(units.units, opened.unit, opened.filters)
    if opened.keys is not None:
        listed = listed[listed["unit"].isin(opened.keys)]
    with st.container(border=True, key=f"evidence-{key}"):
        about = f": {opened.about}" if opened.about else ""
        st.subheader(plain(f"{counted(len(listed), NOUNS[opened.unit])}{about}"), anchor=False)
        shown = listed.head(_how_many_shown(key, opened))
        _list(key, opened, shown)
        if len(shown) < len(listed):
            rest = min(A_PAGE, len(listed) - len(shown))
            st.button(f"Show {rest} more", key=f"more.{key}", on_click=_more, args=(key, opened))
            st.caption(f"{len(shown)} of {len(listed)} shown")
        look_at(f"evidence-{key}", opened)


def _how_many_shown(key: str, opened: Opened) -> int:
    """Pages turned so far, as long as the same thing stays open."""
    what, count = st.session_state.get(f"shown.{key}", (None, A_PAGE))
    return int(count) if what == opened else A_PAGE


def _more(key: str, opened: Opened) -> None:
    st.session_state[f"shown.{key}"] = (opened, _how_many_shown(key, opened) + A_PAGE)


def _list(place: str, opened: Opened, shown: pd.DataFrame) -> None:
    """The units with their sentences."""
    keys = tuple(int(unit) for unit in shown["unit"])
    if not keys:
        return
    found = ask(sentences.evidence, opened.unit, opened.filters, keys)
    sides = ask(units.sides_of, keys) if opened.unit in AT_A_TABLE else {}
    for row in records(shown):
        with st.container(key=f"unit-{place}-{row['unit']}", gap="xsmall"):
            _heading(opened.unit, row, sides.get(row["unit"], ()))
            if opened.unit in AT_A_TABLE:
                meeting_link(int(row["unit"]))
            of_unit = found[found["unit"] == row["unit"]]
            _sentences(of_unit, f"{place}.{row['unit']}", many=len(opened.filters.topics) != 1)


def _heading(unit: Unit, row: Mapping[Any, Any], sides: tuple[str, ...]) -> None:
    """The name of a unit, and a line that places it."""
    name, detail = row["title"], ""
    if unit in AT_A_TABLE:
        name = meeting_name(row, sides)
        detail = " · ".join(part for part in (on_dates(row["start_on"], row["end_on"]), row["place"]) if part)
    elif unit == "promises":
        name = promise_name(row)
    elif unit == "topics":
        detail = counted(int(row["sentences"]), "sentence")
    elif unit == "people":
        detail = counted(int(row["meetings"]), "meeting")
    lines = [f"**{plain(name)}**", f":gray[{plain(detail)}]" if detail else ""]
    st.markdown("  \n".join(line for line in lines if line))


def _sentences(rows: pd.DataFrame, key: str, *, many: bool) -> None:
    """The first sentences by article; the rest one click away."""
    by_article(rows.head(FIRST), key, many=many)
    if len(rows) > FIRST:
        with st.expander(counted(len(rows) - FIRST, "more sentence"), key=f"rest.{key}"):
            by_article(rows.iloc[FIRST:], f"{key}.rest", many=many)


def by_article(rows: pd.DataFrame, key: str, *, many: bool) -> None:
    """Sentences under the article that they stand in, to be corrected; with their topics where they are of several.

    `key` is the list's own on the page.
    """
    internal, known = ask(internal_articles), added.everywhere()
    by = itemgetter("article_id", "source", "published_on", "article")
    told: dict[tuple[int, str | None, str | None, str], list[dict[str, Any]]] = {}
    for row in records(rows):
        told.setdefault(by(row), []).append(row)
    for (article, source, published, title), said in told.items():
        quotes = [(_quote(row, many=many), row["sentence"], int(row["at"])) for row in said]
        added.under(int(article), quotes, known, f"{key}.{article}")
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            day = on_date(published) if published else "no date of publication"
            article_link(int(article), f"{source or title}, {day}", internal)
            sentence.button(int(article), [int(row["at"]) for row in said], key)


def _quote(row: Mapping[Any, Any], *, many: bool) -> str:
    """A source sentence as a quotation, its passage set off unless it is the whole of it."""
    text, start, end = row["sentence"], max(0, int(row["mark_start"])), int(row["mark_end"])
    whole = end - start >= len(text.strip())
    words = plain(text) if whole else marked(text, start, end)
    topics = f":gray[:small[{plain(row['topics'])}]]" if many and row["topics"] else ""
    return "  \n> ".join(part for part in (f"> {words}", topics) if part)
