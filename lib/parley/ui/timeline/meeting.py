"""One meeting as the articles tell it: when, where, who, on what, and the sentences that say so."""

import streamlit as st

from parley.model import Filters
from parley.queries import evidence as sentences
from parley.queries import timeline
from parley.queries.timeline import MeetingFacts
from parley.ui import evidence
from parley.ui.attention import look_at
from parley.ui.data import ask
from parley.ui.links import meeting_link
from parley.ui.plain import plain
from parley.ui.timeline import row
from parley.ui.timeline.standing import MEANINGS, NAMES
from parley.ui.words import KINDS, counted, listed, meeting_name, on_dates, side_name, side_names

MOST_TOPICS = 12


def show(chosen: str | None, hint: str, place: str = "meeting") -> None:
    """The meeting with this number; where none is chosen, a hint what to click. `place` is its own on the page."""
    facts = ask(timeline.meeting_facts, int(chosen)) if chosen and chosen.isdigit() else None
    if facts is None:
        st.container(key=f"hint-{place}").markdown(f":gray[{plain(hint)}]")
        return
    with st.container(border=True, key=f"evidence-{place}"):
        _head(facts)
        meeting_link(int(facts.row["meeting_id"]))
        if facts.row["standing"] == "no_text":
            row.show(int(facts.row["meeting_id"]))
            return
        _people(facts)
        _topics(facts)
        st.markdown(f"**{plain(_told_by(facts))}**")
        told = ask(sentences.evidence, "meetings", Filters(), (int(facts.row["meeting_id"]),))
        evidence.by_article(told, place, many=False)
        look_at("evidence-meeting", chosen)


def _head(facts: MeetingFacts) -> None:
    told = facts.row
    st.subheader(plain(meeting_name(told, facts.sides)), anchor=False)
    place = ", ".join(part for part in (told["place"], side_name(told["country"]) if told["country"] else None) if part)
    kind = KINDS.get(told["kind"], "Meeting")
    lines = [
        " · ".join(part for part in (on_dates(told["start_on"], told["end_on"]), place, kind) if part),
        # The name of a one-off meeting says the sides already.
        listed(side_names(facts.sides)) if told["dialogue"] else "",
    ]
    st.markdown("  \n".join(plain(line) for line in lines if line))
    st.caption(plain(f"{NAMES[told['standing']]}. {MEANINGS[told['standing']]}"))


def _people(facts: MeetingFacts) -> None:
    if facts.people:
        st.markdown("\n".join(f"- {_person(*person)}" for person in facts.people))


def _person(name: str, office: str | None, side: str | None) -> str:
    about = ", ".join(part for part in (office, side_name(side) if side else None) if part)
    return f"**{plain(name)}**" + (f"  \n  :gray[{plain(about)}]" if about else "")


def _topics(facts: MeetingFacts) -> None:
    if not facts.topics:
        return
    named = ", ".join(f"{label} ({count})" for label, count in facts.topics[:MOST_TOPICS])
    rest = len(facts.topics) - MOST_TOPICS
    more = f" and {rest} more" if rest > 0 else ""
    st.markdown(f"**Topics**, with their number of sentences: {plain(named + more)}")


def _told_by(facts: MeetingFacts) -> str:
    return f"Told by {counted(int(facts.row['articles']), 'article')}"
