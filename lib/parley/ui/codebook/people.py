"""People whom the codebook knows: one person over several spellings and scripts."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from parley import codebook
from parley.codebook.people import KnownPerson, People
from parley.model import Filters
from parley.queries import people
from parley.ui import evidence, tables
from parley.ui.codebook import change
from parley.ui.codebook.standing import Standing
from parley.ui.data import ask
from parley.ui.evidence import Opened
from parley.ui.heading import section
from parley.ui.links import person_link
from parley.ui.plain import plain
from parley.ui.words import counted, side_name

WORDS, MOST_ROWS = "codebook.people.words", 14
COLUMNS = {
    "name": st.column_config.TextColumn("Name", width=220),
    "side": st.column_config.TextColumn("Side", width=140),
    "spellings": st.column_config.TextColumn("Spellings, in small letters", width=460),
    "meetings": st.column_config.NumberColumn("Meetings here", width=110, help="At which they were present"),
    "own": st.column_config.TextColumn("Yours", width=90),
}


def show(standing: Standing, filters: Filters) -> None:
    """Everybody whom the codebook knows; a row opens the meetings at which they were present."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        words = st.text_input("Find a person or a spelling", key=WORDS, width=420)
        st.button(
            "Add a person or a spelling",
            key="codebook.add.person",
            icon=":material/add:",
            on_click=change.begin,
            args=(change.SPELLING, {}),
        )
    spellings = spelt(standing.book.people)
    known = spelt(codebook.load().people)
    wanted = words.strip().casefold()
    found = [one for one, names in spellings.items() if wanted in f"{one.id} {one.name} {names}".casefold()]
    if not found:
        st.info("Nobody of that name is in the codebook.", icon=":material/info:")
        return
    present = {one.person: one.meetings for one in ask(people.people, filters)}
    by_id = {one.id: names for one, names in known.items()}
    data = pd.DataFrame([_cells(one, spellings[one], by_id, present) for one in found])
    st.caption(f"{counted(len(found), 'person')} known beforehand. Others are found by office and name in the texts.")
    row = tables.choose_row(data, f"codebook.people.{words}", COLUMNS, MOST_ROWS)
    if row is not None:
        _details(found[row], spellings[found[row]], present.get(found[row].id, ()), filters)


def spelt(known: People) -> dict[KnownPerson, tuple[str, ...]]:
    """Each person with every spelling, in order of the names."""
    found: dict[KnownPerson, tuple[str, ...]] = {}
    for spelling, person in known.by_spelling.items():
        found[person] = (*found.get(person, ()), spelling)
    return dict(sorted(found.items(), key=lambda pair: pair[0].name))


def opened(one: KnownPerson, meetings: tuple[int, ...], filters: Filters) -> Opened:
    """The meetings that a person's number counts."""
    return Opened("meetings", filters, f"with {one.name} present", meetings)


def _cells(
    one: KnownPerson,
    names: tuple[str, ...],
    known: Mapping[str, tuple[str, ...]],
    present: Mapping[str, tuple[int, ...]],
) -> dict[str, object]:
    own = "yes" if one.id not in known else "" if set(known[one.id]) == set(names) else "changed"
    return {
        "name": one.name,
        "side": side_name(one.party) if one.party else "",
        "spellings": ", ".join(names),
        "meetings": len(present.get(one.id, ())),
        "own": own,
    }


def _details(one: KnownPerson, names: tuple[str, ...], meetings: tuple[int, ...], filters: Filters) -> None:
    with st.container(border=True, key="codebook-person"):
        section("codebook-person", one.name)
        side = side_name(one.party) if one.party else "side not told: it changed over the years"
        st.markdown(plain(f"{side} · head of state or government" if one.leads else side))
        st.markdown("\n".join(f"- {plain(name)}" for name in names))
        with st.container(horizontal=True, gap="small"):
            st.button(
                "Add a spelling",
                key="codebook.spelling",
                icon=":material/edit:",
                on_click=change.begin,
                args=(change.SPELLING, {"person": one.id}),
            )
            if meetings:
                person_link(one.id, "Their page")
    if meetings:
        evidence.panel("codebook-person", opened(one, meetings, filters))
