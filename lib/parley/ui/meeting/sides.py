"""The sides of a meeting: a column each, with people and the offices they held that day, head first."""

import pandas as pd
import streamlit as st

from parley.queries.meeting import Seated, seats
from parley.queries.people import decided_on
from parley.ui.correct import seat
from parley.ui.data import ask
from parley.ui.evidence import by_article
from parley.ui.links import person_link
from parley.ui.people import joining
from parley.ui.plain import plain
from parley.ui.words import listed, side_name

ABREAST = 3


def show(sides: tuple[str, ...], named: pd.DataFrame, meeting: int, *, is_held: bool) -> None:
    """A column a side that has people, at most three abreast; last those who are of none of the sides."""
    if not sides and named.empty:
        return
    st.subheader("Sides", anchor=False)
    st.caption("People with the office that the articles give them. Open a name for the sentences.")
    seated = seats(named)
    columns = [(side_name(side), [p for p in seated if p.party == side]) for side in sorted(sides, key=side_name)]
    silent = [name for name, people in columns if not people]
    columns = [column for column in columns if column[1]]
    others = [person for person in seated if person.party not in sides]
    columns += [("Others", others)] if others else []
    for first in range(0, len(columns), ABREAST):
        for place, (name, people) in zip(
            st.columns(min(len(columns), ABREAST), gap="medium"), columns[first : first + ABREAST], strict=False
        ):
            with place, st.container(border=True, key=f"side-{name}"):
                _side(name, people, named, meeting, is_held=is_held)
    if silent:
        st.markdown(f"No person is named of {plain(listed(silent))}.")


def _side(name: str, people: list[Seated], named: pd.DataFrame, meeting: int, *, is_held: bool) -> None:
    st.markdown(f"**{plain(name)}**")
    present, spoken_of = ([p for p in people if p.is_present is here] for here in (True, False))
    for title, group in (("Present" if is_held else "Named to take part", present), ("Spoken of", spoken_of)):
        if group:
            st.markdown(f":gray[:small[{title}]]")
        for person in group:
            office = f"  \n:small[{plain(person.office)}]" if person.office else ""
            with st.expander(f"**{plain(person.name)}**{office}", key=f"person.{person.person_id}", type="compact"):
                rows = named[named["person_id"] == person.person_id]
                one = _why_one(person, rows)
                if one:
                    st.caption(plain(one))
                with st.container(horizontal=True, gap="small", vertical_alignment="center"):
                    person_link(str(rows["person"].iloc[0]), "All about this person")
                    seat.button(meeting, person.person_id, person.name)
                by_article(rows.drop_duplicates(["article_id", "at"]), f"person.{person.person_id}", many=False)


def _why_one(person: Seated, rows: pd.DataFrame) -> str:
    written = list(dict.fromkeys(str(form) for form in rows["written"]))
    if len(written) < 2 and written == [person.name]:
        return ""
    decided = any(not one.undone_at for one in ask(decided_on, str(rows["person"].iloc[0])))
    rules = joining.why_one(list(dict.fromkeys([person.name, *written])), person.party)
    return why_one(person.name, written, "Somebody here decided so." if decided else " ".join(rules))


def why_one(name: str, written: list[str], reason: str = "") -> str:
    """Why other spellings in the articles are taken for the same person; empty where there is only this one."""
    others = [form for form in written if form.casefold() != name.casefold()]
    if not others:
        return ""
    surname = name.casefold().split()[-1]
    if all(surname in form.casefold().split() for form in others):
        return f"Also written {listed(others)}: one person by the surname."
    return f"Also written {listed(others)}. {reason or 'One person by the spellings in the codebook.'}"
