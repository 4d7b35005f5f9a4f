"""The form of a change: nothing is kept of it until what it would move has been looked at and it is saved."""

import re
from collections.abc import Callable, Mapping
from typing import Any, get_args

import streamlit as st
from babel import Locale

from parley.codebook.differences import line_of
from parley.codebook.edits import Edit, Name, NewSeries, NewTopic, Phrases, Spelling, Verb
from parley.codebook.own_series import CADENCES, LEVELS, codes
from parley.codebook.romanised import romanised
from parley.codebook.topics import GROUPS
from parley.model import Language
from parley.ui.codebook import address, draft
from parley.ui.codebook.people import spelt
from parley.ui.codebook.standing import Standing
from parley.ui.words import LANGUAGES

PREFILL, KIND = "codebook.prefill", "codebook.kind"
PHRASES, TOPIC, NAME, SERIES, SPELLING = (
    "A topic's phrases",
    "A topic of your own",
    "The names of a dialogue",
    "A dialogue of your own",
    "A person or a spelling",
)
SPOKEN: tuple[Language, ...] = ("en", "ru", "kk")
MARKS = {
    "Finds the topic": "",
    "Never counts (an exclusion)": "- ",
    "Finds it only where something is dealt with": "? ",
    "Finds it, and hides no other topic": "& ",
}
HOW = (
    "A pattern in small letters: `{a,b}` is either word, a star any ending, `...` up to four words between. "
    "A plain word is found in its plural and its cases too."
)
SOMEBODY_NEW = ""
NOT_OF_AN_ID = re.compile(r"[^a-z0-9+]+")


def fill(kind: str, values: Mapping[str, Any]) -> None:
    """Have the form of a kind of change open with these fields filled in."""
    st.session_state[PREFILL] = {KIND: kind, **{_key(name): value for name, value in values.items()}}
    draft.leave()


def begin(kind: str, values: Mapping[str, Any]) -> None:
    """The same from a button of this page: go to the form; a callback."""
    fill(kind, values)
    address.open_view("change")


def show(standing: Standing) -> None:
    """The form, or what the change that is looked at would move."""
    if draft.is_open():
        draft.show(standing)
        return
    if standing.problem:
        st.info("Mend the desk's own files first, or go back to an earlier version.", icon=":material/info:")
        return
    st.session_state.update(st.session_state.pop(PREFILL, {}))
    st.caption("Nothing is saved before you have seen which sentences would move.")
    kind = st.selectbox("What to change", list(FORMS), key=KIND, width=420)
    edit = FORMS[kind](standing)
    # No callback: what was typed last reaches the fields with the click itself.
    if st.button("See what would move", type="primary", key="codebook.look"):
        draft.of_edit(standing.files, edit)
        st.rerun()
    draft.trouble()


def _key(name: str) -> str:
    return f"codebook.form.{name}"


def _text(label: str, name: str, **more: Any) -> str:
    return str(st.text_input(label, key=_key(name), **more)).strip()


def _language() -> Language:
    st.session_state.setdefault(_key("language"), SPOKEN[0])
    chosen = st.segmented_control(
        "Language", SPOKEN, required=True, key=_key("language"), format_func=lambda code: LANGUAGES[code]
    )
    return next(language for language in SPOKEN if language == chosen)


def _verb() -> Verb:
    chosen = st.radio(
        "Add or take away",
        get_args(Verb),
        key=_key("verb"),
        horizontal=True,
        format_func={"add": "Add", "take": "Take away"}.get,
    )
    return "take" if chosen == "take" else "add"


def _phrases(standing: Standing) -> Edit | None:
    by_id = {topic.id: topic for topic in standing.book.topics}
    topic = st.selectbox("Topic", list(by_id), key=_key("topic"), width=420, format_func=lambda name: by_id[name].label)
    language, verb = _language(), _verb()
    if verb == "take":
        lines = [line_of(phrase) for phrase in by_id[topic].phrases if phrase.language == language]
        if not lines:
            st.info("The topic has no phrases in this language.", icon=":material/info:")
            return None
        taken = st.multiselect(
            "Phrases and exclusions (“- ” before one: it never counts)",
            lines,
            key=f"{_key('lines')}.{topic}.{language}",
        )
        return Phrases(topic, language, verb, tuple(taken)) if taken else None
    mark = MARKS[str(st.selectbox("What it does", list(MARKS), key=_key("mark"), width=420))]
    words = _text("Phrase", "phrase", width=420, help=HOW)
    return Phrases(topic, language, verb, (mark + words,)) if words else None


def _topic(standing: Standing) -> Edit | None:
    label = _text("Name", "label", width=420, placeholder="Arctic")
    group = st.selectbox("Group", GROUPS, key=_key("group"), format_func=str.capitalize, width=420)
    counts = _text("What counts, in words", "counts", placeholder="the Arctic Council, passage and search in the north")
    lines = []
    for place, language in zip(st.columns(len(SPOKEN)), SPOKEN, strict=True):
        said = place.text_area(
            f"{LANGUAGES[language]} phrases, one a line",
            key=_key(f"lines.{language}"),
            height=140,
            help=f"{HOW} “- ” before one: it never counts.",
        )
        found = tuple(filter(None, map(str.strip, str(said).splitlines())))
        lines += [(language, found)] if found else []
    name = as_id(label)
    if name in {topic.id for topic in standing.book.topics}:
        st.warning("There is a topic of this name: change its phrases instead.", icon=":material/warning:")
        return None
    return NewTopic(name, label, str(group), counts, tuple(lines)) if name and counts and lines else None


def _name(standing: Standing) -> Edit | None:
    by_id = {one.id: one for one in standing.book.series}
    series = st.selectbox(
        "Dialogue", list(by_id), key=_key("series"), width=420, format_func=lambda name: by_id[name].name
    )
    language, verb = _language(), _verb()
    if verb == "take":
        names = [alias.text for alias in by_id[series].aliases if alias.language == language]
        if not names:
            st.info("The dialogue has no names in this language.", icon=":material/info:")
            return None
        taken = st.selectbox("Name", names, key=f"{_key('name')}.{series}.{language}", width=420)
        return Name(series, language, verb, str(taken))
    name = _text("Name", "name", width=420, help="As texts write it, without the number. A star stands for any ending.")
    with st.container(horizontal=True):
        since = _text("From the month (may be empty)", "since", width=205, placeholder="2018-01")
        until = _text("Until the month (may be empty)", "until", width=205, placeholder="2023-12")
    return Name(series, language, verb, name, since, until) if name else None


def _series(standing: Standing) -> Edit | None:
    name = _text("Name", "series_name", width=620)
    short = _text("Short name (may be empty)", "short", width=420)
    sides = st.multiselect("Sides, two at least", _sides(), key=_key("sides"), format_func=_side)
    called = _text("Names that texts give it, parted by ;", "called", help="As texts write them, without the number.")
    language = _language()
    with st.container(horizontal=True):
        levels = st.multiselect("Who meets", LEVELS, default=["officials"], key=_key("levels"), width=300)
        cadence = st.selectbox("How often", CADENCES, index=len(CADENCES) - 1, key=_key("cadence"), width=205)
    names = tuple(part.strip() for part in called.split(";") if part.strip()) or ((name,) if name else ())
    key = _series_id(name, short, sides)
    if key in {one.id for one in standing.book.series}:
        st.warning("There is a dialogue of this name: change its names instead.", icon=":material/warning:")
        return None
    told = (tuple(sides), ((language, names),), tuple(levels or ["officials"]), str(cadence))
    return NewSeries(key, name, short or name, *told) if name and len(sides) > 1 else None


def _series_id(name: str, short: str, sides: list[str]) -> str:
    """The key of a dialogue: that under which its rounds are kept already, if any; else its name in Latin letters."""
    known, key = st.session_state.get(_key("kept_as"), ("", ""))
    if known == name and key == as_id(key):
        return str(key)
    return as_id(short or name) or "-".join([*(side.casefold() for side in sides), "dialogue"])


def _sides() -> list[str]:
    return sorted(codes(), key=_side)


def _side(code: str) -> str:
    return str(Locale("en").territories.get(code, code))


def _spelling(standing: Standing) -> Edit | None:
    known = {one.id: one.name for one in spelt(standing.book.people)}
    person = st.selectbox(
        "Who",
        [SOMEBODY_NEW, *known],
        key=_key("person"),
        width=420,
        format_func=lambda key: known.get(key, "Somebody whom the codebook does not know yet"),
    )
    name, party = "", ""
    if person == SOMEBODY_NEW:
        name = _text("Name, in Latin letters", "person_name", width=420)
        party = str(st.selectbox("Side", _sides(), key=_key("party"), format_func=_side, width=420, index=None) or "")
    said = _text("Spellings, parted by ;", "spellings", placeholder="Анна Берг; Ana Bergh")
    also = tuple(part.strip() for part in said.split(";") if part.strip())
    if person:
        return Spelling(str(person), also) if also else None
    return Spelling(as_id(romanised(name) or name), also, name, party) if name and party and as_id(name) else None


def as_id(words: str) -> str:
    """A name as an id: small Latin letters and numbers with hyphens; empty where it holds none of them."""
    return NOT_OF_AN_ID.sub("-", words.casefold()).strip("-")


FORMS: dict[str, Callable[[Standing], Edit | None]] = {
    PHRASES: _phrases,
    TOPIC: _topic,
    NAME: _name,
    SERIES: _series,
    SPELLING: _spelling,
}
