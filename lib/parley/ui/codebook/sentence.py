"""A sentence tried: which topics it would be counted for, on which words, and why not for others."""

import streamlit as st

from parley.coding.attempt import MOST, Attempt, Fired, attempt
from parley.coding.why import OWN, Refusal
from parley.model import Language, Meeting
from parley.ui.codebook.pattern import in_words
from parley.ui.codebook.standing import Standing
from parley.ui.heading import section
from parley.ui.plain import marked, plain
from parley.ui.words import KINDS, actor_name, counted, language_name, listed, on_dates, side_name, side_names

TEXT, SPOKEN = "codebook.try.text", "codebook.try.language"
LANGUAGES: dict[str, Language | None] = {"As its letters say": None, "English": "en", "Russian": "ru", "Kazakh": "kk"}
STRENGTHS = {
    "noted": "discussed, the weakest wording",
    "stressed": "stressed",
    "wished": "wished",
    "intended": "intended",
    "agreed": "agreed",
    "done": "done, the firmest wording",
}
STATUS = {"held": "held", "planned": "planned", "cancelled": "cancelled"}


def show(standing: Standing) -> None:
    """The field, and what was found in it. Nothing is kept."""
    st.caption("What Parley would find in a sentence, by the codebook as it is now. Nothing is kept.")
    with st.form("codebook.try", border=False):
        text = st.text_area(
            "Sentence",
            key=TEXT,
            height=110,
            max_chars=MOST,
            placeholder="The ministers discussed customs procedures and the work of the trade unions.",
        )
        language = st.radio("Language", list(LANGUAGES), key=SPOKEN, horizontal=True)
        st.form_submit_button("Try", type="primary")
    if text.strip():
        _found(attempt(text.strip(), LANGUAGES[str(language)], standing.book), standing)


def _found(found: Attempt, standing: Standing) -> None:
    labels = {topic.id: topic.label for topic in standing.book.topics}
    with st.container(border=True, key="codebook-tried"):
        st.caption(f"Read as {language_name(found.language)}.")
        section("fired", counted(len({one.mention.topic for one in found.fired}), "topic") + " found")
        for one in found.fired:
            st.markdown(_fired(one, labels))
        if found.refused:
            section("unheeded", "Words of a topic that do not count")
            st.markdown("\n".join(f"- {_refused(one, labels)}" for one in found.refused))
        _others(found)


def _fired(one: Fired, labels: dict[str, str]) -> str:
    """The topic, the words marked in their sentence, the line that found it, how firm and whose."""
    quote, said = one.mention.evidence.quote, one.mention.rule
    at = quote.find(said)
    words = marked(quote, at, at + len(said)) if at >= 0 else plain(quote)
    lines = [f"**{plain(labels.get(one.mention.topic, one.mention.topic))}**  \n> {words}"]
    by = f"by the phrase “{in_words(one.line.pattern)}”{_whose(one.line.file)}" if one.line else "by a rule of grammar"
    how = f"; {STRENGTHS[one.reading.strength]}, {_voice(one.reading.by)}" if one.reading else ""
    return "\n\n".join([*lines, f":gray[{plain(by + how)}]"])


def _whose(file: str) -> str:
    return " (yours)" if file == OWN else ""


def _voice(by: str | None) -> str:
    """Whose words it is."""
    if by is None:
        return "nobody is named who says it"
    return "said by all sides together" if by == "joint" else f"said by {side_name(by)}"


def _refused(one: Refusal, labels: dict[str, str]) -> str:
    topic = labels.get(one.topic, one.topic)
    line = f"“{in_words(one.line.pattern)}”{_whose(one.line.file)}" if one.line else ""
    why = {
        "excluded": f"the exclusion {line} covers it",
        "name": "it stands in a name or a job title",
        "denied": f"it is denied, by {line}",
        "aside": f"it is only mentioned aside, by {line}",
        "longer": f"it is part of {line}, a longer phrase of {labels.get(one.line.topic, '') if one.line else ''}",
        "in context": "it counts only where the sentence says that something was dealt with (“discussed”, “agreed”)",
        "elsewhere": "it is in a line that tells of no dealings between states",
    }[one.cause]
    return f"**{plain(topic)}**: {plain(f'“{one.said}”: {why}')}"


def _others(found: Attempt) -> None:
    """The meetings, promises and people that it tells."""
    coding = found.coding
    told = [_meeting(one) for one in coding.meetings]
    told += [
        f"A promise, {promise.kind}, by {actor_name(promise.actor)}" + (f", by {promise.due}" if promise.due else "")
        for promise in coding.commitments
    ]
    people = dict.fromkeys(
        (one.name, one.office or "", one.party or "")
        for one in (*(p for m in coding.meetings for p in m.participants), *coding.spoken_of)
    )
    told += [
        f"A person: {name}{f', {office}' if office else ''}{f' ({side_name(party)})' if party else ''}"
        for name, office, party in people
    ]
    section("besides", "Besides")
    st.markdown("\n".join(f"- {plain(line)}" for line in told) or ":gray[No meeting, promise or person.]")


def _meeting(one: Meeting) -> str:
    """ "A meeting, held: Call of Japan and Kazakhstan, 6 November 2023, Astana"."""
    when = on_dates(one.start, one.end) if one.start else ""
    name = one.series or f"{KINDS.get(one.kind, 'Meeting')} of {listed(side_names(one.parties))}"
    return ", ".join(part for part in (f"A meeting, {STATUS[one.status]}: {name}", when, one.place or "") if part)
