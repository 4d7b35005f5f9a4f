"""What a person says of something that Parley missed, by kind: the inputs, and what they mean as a correction."""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any, Literal

import streamlit as st

from parley import codebook, settings
from parley.errors import ParleyError
from parley.model import STRENGTHS, Coding, Meeting, Sentence
from parley.queries import facets
from parley.sheets.dates import day_in
from parley.store.corrections import Anchor, Part
from parley.store.judged import place_in
from parley.ui.correct import typed
from parley.ui.correct.said import value_said
from parley.ui.correct.whom import names, whom
from parley.ui.data import ask
from parley.ui.words import ACTORS, actor_name, meeting_name, on_dates, side_name

Kind = Literal["Meeting", "Person", "Topic", "Promise"]
KINDS: tuple[Kind, ...] = ("Meeting", "Person", "Topic", "Promise")
PROMISE_KINDS = {
    "agreed": "Agreed",
    "intends": "Intends",
    "pledges": "Pledges",
    "signed": "Signed",
    "urges": "Asks of another side",
}
TELLS = {True: "Reports it", False: "Only refers to it"}
LONGEST = 200
NOWHERE = -1
Added = tuple[Part, str, dict[str, Any]]


def draw(kind: Kind, key: str, coding: Coding, own: int | None) -> None:
    """The inputs for a finding of this kind; `own` is the place of the meeting that it is offered to belong to."""
    drawing: dict[Kind, Callable[[str, Coding, int | None], None]] = {
        "Meeting": _draw_meeting,
        "Person": _draw_person,
        "Topic": _draw_topic,
        "Promise": _draw_promise,
    }
    drawing[kind](key, coding, own)


def read(kind: Kind, key: str, coding: Coding, sentence: Sentence) -> Added:
    """Part, name and fields of what is added. Raises ParleyError where something needed is not said, or is known."""
    reading: dict[Kind, Callable[[str, Coding, Sentence], Added]] = {
        "Meeting": _meeting,
        "Person": _person,
        "Topic": _topic,
        "Promise": _promise,
    }
    return reading[kind](key, coding, sentence)


def _draw_meeting(key: str, coding: Coding, own: int | None) -> None:
    del own
    for field in ("sides", "date", "place"):
        typed.draw(field, key)
    left, right = st.columns(2)
    with left:
        typed.draw("dialogue", key)
        typed.draw("kind", key)
    with right:
        typed.draw("round", key)
        typed.draw("status", key)
    st.radio("The text", list(TELLS), format_func=TELLS.__getitem__, key=f"{key}.focal", horizontal=True)
    if not any(meeting.focal for meeting in coding.meetings):
        st.checkbox("Its topics and promises belong to this meeting", value=True, key=f"{key}.takes")


def _meeting(key: str, coding: Coding, sentence: Sentence) -> Added:
    del coding, sentence
    after: dict[str, Any] = {"focal": bool(_held(key, "focal")), "status": "held"}
    for field in ("sides", "date", "place", "dialogue", "round", "kind", "status"):
        if typed.is_given(field, key):
            value = typed.read(field, key)
            after |= {"series_id": value["series"], "series": value["series_name"]} if field == "dialogue" else value
    series = after.get("series_id")
    if series and not after.get("parties"):
        book = codebook.load(settings.from_environment().codebook)
        after["parties"] = sorted(next((one.parties for one in book.series if one.id == series), ()))
    if not series and not after.get("parties"):
        raise ParleyError("Say who met: the sides, or the dialogue.")
    after.setdefault("kind", "dialogue" if series else "bilateral" if len(after["parties"]) == 2 else "other")
    if _held(key, "takes"):
        after["takes"] = True
    return "meeting", "", after


def _draw_person(key: str, coding: Coding, own: int | None) -> None:
    known = list(names())
    st.selectbox(
        "Name", known, index=None, accept_new_options=True, key=f"{key}.name", placeholder="Choose, or type a new name"
    )
    st.text_input("Office that day", key=f"{key}.office", max_chars=LONGEST)
    st.selectbox("Side", typed.parties(), index=None, format_func=side_name, key=f"{key}.party", placeholder="Choose")
    _draw_meetings("Present at", "None: only spoken of", key, coding, own)


def _person(key: str, coding: Coding, sentence: Sentence) -> Added:
    del sentence
    name = " ".join(str(_held(key, "name") or "").split())
    if not name:
        raise ParleyError("Say who it is.")
    office, party = str(_held(key, "office") or "").strip() or None, _held(key, "party")
    (name, which), at = whom(name, party), _at(key)
    there = coding.meetings[at].participants if at is not None else coding.spoken_of
    if which in {one.person_id for one in there}:
        raise ParleyError(f"Parley found {name} there already.")
    said = {"name": name, "office": office, "party": party, "present": at is not None}
    return "person", which, said | _belongs(at, coding)


def _draw_topic(key: str, coding: Coding, own: int | None) -> None:
    offered = {choice.value: choice.label for choice in ask(facets.topics_known)}
    st.selectbox("Topic", list(offered), index=None, format_func=offered.__getitem__, key=f"{key}.topic")
    firmly, voice = st.columns(2)
    firmly.selectbox("How firmly", STRENGTHS, format_func=_firmly, key=f"{key}.strength")
    voices = [None, "joint", *typed.parties()]
    voice.selectbox("By", voices, format_func=lambda one: value_said("by", {"by": one}), key=f"{key}.by")
    _draw_meetings("At", "No meeting", key, coding, own)


def _firmly(strength: str) -> str:
    return value_said("strength", {"strength": strength})


def _topic(key: str, coding: Coding, sentence: Sentence) -> Added:
    topic = str(_held(key, "topic") or "")
    if not topic:
        raise ParleyError("Choose the topic.")
    if any(one.topic == topic and one.evidence.start == sentence.start for one in coding.mentions):
        raise ParleyError("Parley found this topic in this sentence already.")
    said = {"strength": _held(key, "strength"), "by": _held(key, "by")}
    return "topic", topic, said | _belongs(_at(key), coding)


def _draw_promise(key: str, coding: Coding, own: int | None) -> None:
    who, kind, due = st.columns(3)
    who.selectbox("Who", [*ACTORS, *typed.parties()], index=None, format_func=actor_name, key=f"{key}.actor")
    kind.selectbox("Kind", list(PROMISE_KINDS), format_func=PROMISE_KINDS.__getitem__, key=f"{key}.promised")
    due.text_input("By when", key=f"{key}.due", placeholder="June 2024; empty for no deadline")
    offered = {choice.value: choice.label for choice in ask(facets.topics_known)}
    st.multiselect("On", list(offered), format_func=offered.__getitem__, key=f"{key}.topics", select_all=False)
    _draw_meetings("Made at", "No meeting", key, coding, own)


def _promise(key: str, coding: Coding, sentence: Sentence) -> Added:
    actor, kind, due = _held(key, "actor"), _held(key, "promised"), str(_held(key, "due") or "").strip()
    if not actor:
        raise ParleyError("Say who promised, or was asked.")
    if any((c.actor, c.kind, c.sentence.start) == (actor, kind, sentence.start) for c in coding.commitments):
        raise ParleyError("Parley found this promise in this sentence already.")
    said = {"actor": actor, "kind": kind, "due": day_in(due) if due else None, "topics": list(_held(key, "topics"))}
    return "promise", f"{actor}:{kind}", said | _belongs(_at(key), coding)


def _draw_meetings(label: str, nowhere: str, key: str, coding: Coding, own: int | None) -> None:
    """The meetings that the text tells of: the one wanted is offered, else the one that it reports."""
    told = coding.meetings
    wanted = [at for at in range(len(told)) if place_in(told, at) == own]
    reported = [at for at, meeting in enumerate(told) if meeting.focal]
    names = {NOWHERE: nowhere, **{at: name_of(meeting) for at, meeting in enumerate(told)}}
    first = (*wanted, *reported, NOWHERE)[0]
    st.selectbox(label, list(names), list(names).index(first), names.__getitem__, key=f"{key}.at")


def name_of(meeting: Meeting) -> str:
    """ "C5+1, 1st round, 19 September 2023"; "Bilateral meeting of Kazakhstan and Norway, 6 March 2024"."""
    row: dict[str, Any] = {"dialogue": meeting.series, "title": "Meeting", "kind": meeting.kind}
    row |= {"edition": meeting.edition, "edition_basis": meeting.edition_basis}
    return f"{meeting_name(row, meeting.parties)}, {on_dates(meeting.start, meeting.end)}"


def _at(key: str) -> int | None:
    """The place of the meeting that was chosen; None for none."""
    at = _held(key, "at")
    return None if at in (None, NOWHERE) else int(at)


def _belongs(at: int | None, coding: Coding) -> dict[str, Any]:
    """How a correction names that meeting, so that it is found again after every new reading."""
    if at is None:
        return {"meeting": None}
    told = coding.meetings[at].evidence
    return {"meeting": asdict(Anchor("", told.start, told.end, told.quote, place_in(coding.meetings, at)))}


def _held(key: str, name: str) -> Any:
    return st.session_state.get(f"{key}.{name}")
