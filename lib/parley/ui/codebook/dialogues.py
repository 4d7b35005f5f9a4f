"""The dialogues that the codebook knows: sides, levels, rhythm, and the names that texts give them."""

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd
import streamlit as st

from parley import codebook
from parley.codebook import Series
from parley.codebook.series import ALWAYS, Alias
from parley.model import Filters
from parley.queries import codebooks
from parley.ui import evidence, tables
from parley.ui.codebook import change
from parley.ui.codebook.standing import Standing
from parley.ui.data import ask
from parley.ui.evidence import Opened
from parley.ui.heading import section
from parley.ui.links import dialogue_link
from parley.ui.plain import plain
from parley.ui.words import counted, language_name, listed, on_date, side_names

WORDS, MOST_ROWS = "codebook.dialogue.words", 14
COLUMNS = {
    "name": st.column_config.TextColumn("Dialogue", width=420),
    "sides": st.column_config.TextColumn("Sides", width=260),
    "levels": st.column_config.TextColumn("Who meets", width=140),
    "cadence": st.column_config.TextColumn("How often", width=120),
    "names": st.column_config.NumberColumn("Names", width=70),
    "meetings": st.column_config.NumberColumn("Meetings here", width=110),
    "own": st.column_config.TextColumn("Yours", width=90),
}


def show(standing: Standing, filters: Filters) -> None:
    """The registry as a table; a row opens the names, and the meetings found."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        words = st.text_input("Find a dialogue or a name of one", key=WORDS, width=420)
        st.button(
            "Add a dialogue",
            key="codebook.add.series",
            icon=":material/add:",
            on_click=change.begin,
            args=(change.SERIES, {}),
        )
    found = [one for one in standing.book.series if is_meant(one, words)]
    packaged = {one.id: one for one in codebook.load().series}
    counts = ask(codebooks.meetings_of_dialogues, filters)
    if not found:
        st.info("No dialogue of the codebook goes by that name.", icon=":material/info:")
        return
    data = pd.DataFrame([_cells(one, packaged, counts) for one in found])
    st.caption(f"{counted(len(found), 'dialogue')}. Choose a row to read its names.")
    row = tables.choose_row(data, f"codebook.dialogues.{words}", COLUMNS, MOST_ROWS)
    if row is not None:
        one = found[row]
        _details(one, packaged.get(one.id))
        if counts.get(one.id):
            evidence.panel("codebook-dialogue", opened(one.id, one.short_name, filters))


def is_meant(one: Series, words: str) -> bool:
    """Whether the words stand in one of its names."""
    names = " | ".join([one.id, one.name, one.short_name, *(alias.text for alias in one.aliases)])
    return words.strip().casefold() in names.casefold()


def opened(series: str, name: str, filters: Filters) -> Opened:
    """The meetings that a dialogue's number counts."""
    return Opened("meetings", replace(filters, dialogues=(series,)), f"of {name}")


def _cells(one: Series, packaged: Mapping[str, Series], counts: Mapping[str, int]) -> dict[str, object]:
    own = "" if packaged.get(one.id) == one else "changed" if one.id in packaged else "yes"
    return {
        "name": one.name,
        "sides": ", ".join(side_names(one.parties)),
        "levels": ", ".join(one.levels),
        "cadence": one.cadence,
        "names": len(one.aliases),
        "meetings": counts.get(one.id, 0),
        "own": own,
    }


def _details(one: Series, packaged: Series | None) -> None:
    with st.container(border=True, key="codebook-dialogue"):
        section("codebook-dialogue", one.name)
        st.markdown(
            plain(
                f"{one.short_name} · {listed(side_names(one.parties))} · {', '.join(one.levels)} · "
                f"{one.cadence}{_bounds(one.since, one.until)}"
            )
        )
        st.markdown("\n".join(_names(one, packaged)))
        st.caption(
            "In small letters; a star stands for any ending. A name means the dialogue between its own sides, "
            "unless it is said to mean it whoever is named."
        )
        with st.container(horizontal=True, gap="small"):
            st.button(
                "Change its names",
                key="codebook.name",
                icon=":material/edit:",
                on_click=change.begin,
                args=(change.NAME, {"series": one.id}),
            )
            dialogue_link(one.id, "Its page")


def _names(one: Series, packaged: Series | None) -> list[str]:
    known = packaged.aliases if packaged else ()
    lines = [f"- {_name(alias, one)}" + ("" if alias in known else " **(yours)**") for alias in one.aliases]
    gone = [alias for alias in known if alias not in one.aliases]
    return [*lines, *(f"- {_name(alias, one)} **(taken away by your desk)**" for alias in gone)]


def _name(alias: Alias, one: Series) -> str:
    bounds = "" if (alias.since, alias.until) == (one.since, one.until) else _bounds(alias.since, alias.until)
    whole = ", whoever is named beside it" if alias.is_whole else ""
    return f"{plain(alias.text)} :gray[({plain(language_name(alias.language) + bounds + whole)})]"


def _bounds(since: str, until: str) -> str:
    """ ", from January 2018 until May 2020"."""
    first = f" from {on_date(since)}" if since != ALWAYS[0] else ""
    last = f" until {on_date(until)}" if until != ALWAYS[1] else ""
    return f",{first}{last}" if first or last else ""
