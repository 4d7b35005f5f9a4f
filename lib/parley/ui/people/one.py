"""The page of one person: offices, meetings, whom they met, on what, and how articles write the name."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from parley.model import Filters
from parley.queries import people, timeline, topics
from parley.queries.people import Beside, Office, PersonTold
from parley.ui import attention, evidence, export
from parley.ui.data import ask
from parley.ui.evidence import Opened, by_article
from parley.ui.people import joining
from parley.ui.people.going import go_to
from parley.ui.plain import plain
from parley.ui.tables import choose_row
from parley.ui.timeline import meeting
from parley.ui.timeline.table import COLUMNS, as_shown
from parley.ui.words import counted, from_to, language_name, listed, on_date, side_names

OPEN = "person.open"
MOST_ROWS, MOST_TOPICS, MOST_BESIDE, EVERY = 12, 12, 12, 2**31


def leave() -> None:
    """Back to the list."""
    st.query_params.pop("who", None)


def show(key: str, filters: Filters) -> None:
    """The person with this key, or why there is none."""
    st.button("← All people", on_click=leave, type="tertiary", key="leave")
    one = ask(people.person, key, filters)
    if one is None:
        st.info("Nobody of that name is here, or their articles have been removed.", icon=":material/info:")
        return
    own = replace(filters, people=(key,))
    attention.look_at("page-head", key)
    in_all = "" if filters == Filters() else " (in all articles, whatever is filtered)"
    _head(one, in_all)
    joining.show(one)
    left, right = st.columns(2, gap="large")
    with left:
        _offices(one, in_all)
    with right:
        _met("Met", one.met, own, one)
        _met("Beside them, of their own side", one.same_side, own, one)
    _topics(one, own)
    _meetings(one, own)


def _head(one: PersonTold, in_all: str) -> None:
    """Name, sides, how often present and spoken of, and why several spellings are one person."""
    st.header(plain(one.name), anchor=False)
    sides = side_names({row["party"] for row in one.named if row["party"]})
    parts = (listed(sides), f"present at {counted(len(one.meetings), 'meeting')}")
    st.markdown(plain(" · ".join(part for part in parts if part)))
    if one.spoken_of:
        said = f"Spoken of in {counted(one.spoken_of, 'article')}{in_all}"
        with st.expander(plain(said), key="spoken-of", type="compact"):
            by_article(spoken_of(one), "spoken-of", many=False)
    if len(one.spellings) > 1:
        written = listed([f"{name} ({counted(count, 'article')})" for name, count in one.spellings])
        with st.expander(plain(f"Written {written}{in_all}"), key="spellings", type="compact"):
            for n, (name, _) in enumerate(one.spellings):
                st.markdown(f"**{plain(name)}**")
                by_article(written_so(one, name), f"spelling.{n}", many=False)
        for reason in joining.reasons(one):
            st.caption(plain(reason))


def spoken_of(one: PersonTold) -> pd.DataFrame:
    """The sentences that speak of somebody who was not there."""
    return pd.DataFrame([row for row in one.named if not row["present"]])


def written_so(one: PersonTold, name: str) -> pd.DataFrame:
    """The sentences that write the name so."""
    return pd.DataFrame([row for row in one.named if row["written"] == name])


def _offices(one: PersonTold, in_all: str) -> None:
    """Offices as told, latest first, each with its days and the sentences that tell it."""
    st.subheader(counted(len(one.offices), "office") + " told" if one.offices else "No office told", anchor=False)
    if in_all:
        st.caption("Of all articles, whatever is filtered.")
    for n, office in enumerate(one.offices):
        with st.expander(f"**{plain(office.name)}**  \n:small[{plain(_when(office))}]", key=f"office.{n}"):
            by_article(pd.DataFrame([one.named[place] for place in office.rows]), f"office.{n}", many=False)


def _when(office: Office) -> str:
    """ "Kazakhstan · told from 2019 to 2024 · in Russian"."""
    days = from_to(on_date(office.first), on_date(office.last)) if office.first else "no date"
    language = "" if office.language == "en" else f"in {language_name(office.language)}"
    return " · ".join(part for part in (*side_names([office.party] if office.party else []), days, language) if part)


def _met(title: str, found: Sequence[Beside], filters: Filters, one: PersonTold) -> None:
    """Who sat at the same meetings: the name leads to their page, the number opens the meetings."""
    if not found:
        return
    st.subheader(title, anchor=False)
    for other in found[:MOST_BESIDE]:
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"met-{other.person}"):
            st.button(
                plain(other.name), key=f"to.{other.person}", type="tertiary", on_click=go_to, args=(other.person,)
            )
            st.markdown(f":gray[{plain(', '.join(side_names(other.sides)))}]", width="content")
            what = ("met", other.person)
            words = counted(len(other.meetings), "meeting")
            st.button(words, key=f"open-met-{other.person}", type="tertiary", on_click=_toggle, args=(what,))
        if st.session_state.get(OPEN) == what:
            evidence.panel("met", together(one, other, filters))
    if len(found) > MOST_BESIDE:
        st.caption(f"and {len(found) - MOST_BESIDE} more, at fewer meetings")


def _topics(one: PersonTold, filters: Filters) -> None:
    """What these meetings spoke of, most often first; each number opens the meetings with their sentences."""
    counts = ask(topics.topic_counts, "meetings", filters)
    counts = counts[counts["generic"] == 0].head(MOST_TOPICS)
    if counts.empty:
        return
    st.subheader("What these meetings spoke of", anchor=False)
    st.caption("By number of meetings. Generic topics, such as diplomatic engagement, are left out.")
    with st.container(horizontal=True, gap="small", key="person-topics"):
        for topic, label, n in zip(counts["topic"], counts["label"], counts["n"], strict=True):
            words = f"{plain(label)} {n}"
            st.button(words, key=f"open-topic-{topic}", type="secondary", on_click=_toggle, args=(("topic", topic),))
    kind, wanted = st.session_state.get(OPEN) or ("", "")
    for topic, label in zip(counts["topic"], counts["label"], strict=True):
        if kind == "topic" and wanted == topic:
            evidence.panel("person-topic", on_topic(one, topic, label, filters))


def together(one: PersonTold, other: Beside, filters: Filters) -> Opened:
    """The meetings at which both were present."""
    return Opened("meetings", filters, f"of {one.name} and {other.name}", other.meetings)


def on_topic(one: PersonTold, topic: str, label: str, filters: Filters) -> Opened:
    """The meetings with this person that dealt with a topic."""
    return Opened("meetings", replace(filters, topics=(topic,)), f"with {one.name}, on {label}")


def _meetings(one: PersonTold, filters: Filters) -> None:
    """The meetings as a table, newest first; a chosen row opens the meeting below."""
    st.subheader(counted(len(one.meetings), "meeting"), anchor=False)
    if not one.meetings:
        st.markdown(":gray[None under these filters at which they were present.]")
        return
    rows = _table(filters)
    shown = as_shown(rows)
    row = choose_row(shown, f"person.meetings.{one.person}", COLUMNS, MOST_ROWS)
    export.buttons("person-meetings", "Meetings", filters, lambda: _listed(one.person, filters))
    picked = str(rows.iloc[row]["meeting_id"]) if row is not None else None
    meeting.show(picked, "Choose a row to read what the articles say of that meeting.")


def _table(filters: Filters) -> pd.DataFrame:
    return ask(timeline.meeting_table, filters, ("reported",), "", timeline.START, EVERY)


def _listed(key: str, filters: Filters) -> export.Listed | None:
    """The meetings as a file holds them, with the name asked for anew; None where nobody is left to be named."""
    one = ask(people.person, key, filters)
    if one is None:
        return None
    shown = as_shown(_table(filters)).rename(columns=str.capitalize)
    return export.Listed(f"{counted(len(shown), 'meeting')} with {one.name} present", shown)


def _toggle(wanted: tuple[str, str]) -> None:
    st.session_state[OPEN] = None if st.session_state.get(OPEN) == wanted else wanted
