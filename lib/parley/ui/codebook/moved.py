"""Which sentences a change would move: counts by topic, dialogue and person, and the sentences themselves."""

from collections import Counter
from collections.abc import Iterable, Mapping

import pandas as pd
import streamlit as st

from parley.queries import codebooks, system
from parley.queries.codebooks import Passage
from parley.store.moves import Part, Place
from parley.ui import tables
from parley.ui.data import ask, now
from parley.ui.heading import section
from parley.ui.links import article_link
from parley.ui.plain import marked, plain
from parley.ui.words import counted, on_date
from parley.whatif import Moved

A_PAGE, MOST_ROWS = 8, 8
SHOWN = "codebook.moved.shown"
PARTS: dict[Part, str] = {"topic": "Topic", "dialogue": "Dialogue", "person": "Person"}
COLUMNS = {
    "part": st.column_config.TextColumn("What", width=80),
    "name": st.column_config.TextColumn("Which", width=215),
    "gained": st.column_config.NumberColumn("Gained", width=75),
    "lost": st.column_config.NumberColumn("Lost", width=60),
}


def articles() -> int:
    """How many articles there are to look at."""
    return int(now(system.counts)["articles"])


def show(found: Moved, *, is_stopped: bool) -> None:
    """The counts beside the sentences; of a chosen row alone where one is chosen."""
    section("moved", in_words(found))
    looked = f"{counted(found.seen, 'article')} looked at, {found.read:,} of them read anew"
    st.caption(
        f"{looked}. You stopped before the end: more may move." if is_stopped else f"{looked}. Nothing is saved yet."
    )
    if not found.gained and not found.lost:
        return
    names = ask(codebooks.names)
    rows = counts(found)
    data = pd.DataFrame(
        [
            {"part": PARTS[part], "name": named(part, what, names), "gained": gained, "lost": lost}
            for part, what, gained, lost in rows
        ]
    )
    left, right = st.columns([5, 7], gap="large")
    with left:
        st.caption("Choose a row to read its sentences alone.")
        row = tables.choose_row(data, "codebook.moved", COLUMNS, MOST_ROWS)
    wanted = rows[row][:2] if row is not None else None
    with right:
        _sentences("Gained", of(found.gained, wanted), names)
        _sentences("Lost", of(found.lost, wanted), names)


def in_words(found: Moved) -> str:
    """ "12 sentences gained, 3 lost"."""
    if not found.gained and not found.lost:
        return "No sentence would move"
    return f"{counted(len(found.gained), 'sentence')} gained, {len(found.lost):,} lost"


def counts(found: Moved) -> list[tuple[Part, str, int, int]]:
    """Each topic, dialogue and person with the sentences gained and lost, those of which most moves first."""
    gained, lost = (Counter((one.part, one.what) for one in places) for places in (found.gained, found.lost))
    rows = [(part, what, gained[part, what], lost[part, what]) for part, what in gained.keys() | lost.keys()]
    return sorted(rows, key=lambda row: (list(PARTS).index(row[0]), -row[2] - row[3], row[1]))


def of(places: Iterable[Place], wanted: tuple[Part, str] | None) -> list[Place]:
    """The places of one row, or all, in the order of the articles."""
    found = [one for one in places if wanted in (None, (one.part, one.what))]
    return sorted(found, key=lambda one: (-one.article, one.start, one.part, one.what))


def named(part: Part, what: str, names: Mapping[str, Mapping[str, str]]) -> str:
    """What it is called; one that is not known here yet, by its id as words."""
    return names[part].get(what) or what.replace("-", " ").capitalize()


def _sentences(title: str, places: list[Place], names: Mapping[str, Mapping[str, str]]) -> None:
    if not places:
        return
    key = title.casefold()
    limit = int(st.session_state.get(f"{SHOWN}.{key}", A_PAGE))
    with st.container(border=True, key=f"evidence-codebook-{key}"):
        st.markdown(f"**{title}: {counted(len(places), 'sentence')}**")
        for passage in now(codebooks.passages, places[:limit]):
            _one(passage, names)
        if len(places) > limit:
            rest = min(A_PAGE, len(places) - limit)
            st.button(f"Show {rest} more", key=f"codebook.more.{key}", on_click=_more, args=(key, limit))
            st.caption(f"{limit} of {len(places):,} shown")


def _one(found: Passage, names: Mapping[str, Mapping[str, str]]) -> None:
    place = found.place
    whole = found.end - found.start >= len(found.sentence.strip())
    words = plain(found.sentence) if whole else marked(found.sentence, found.start, found.end)
    st.markdown(f"> {words}  \n> :gray[:small[{plain(named(place.part, place.what, names))}]]")
    published = on_date(found.published_on) if found.published_on else "no date of publication"
    article_link(place.article, f"{found.source or found.title}, {published}")


def _more(key: str, limit: int) -> None:
    st.session_state[f"{SHOWN}.{key}"] = limit + A_PAGE
