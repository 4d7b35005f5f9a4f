"""Topics by group: what counts, in which words, and how often it was found here."""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from parley import codebook
from parley.codebook import Topic
from parley.codebook.differences import line_of
from parley.codebook.topics import GROUPS, Phrase
from parley.model import Filters
from parley.queries import topics
from parley.ui import evidence
from parley.ui.codebook import change, pattern
from parley.ui.codebook.standing import Standing
from parley.ui.data import ask
from parley.ui.evidence import Opened
from parley.ui.plain import plain
from parley.ui.words import counted, language_name

OPEN, NUMBER, WORDS, GROUP = "codebook.topic", "codebook.number", "codebook.words", "codebook.group"
MOST_MATCHES = 6
SPOKEN = ("en", "ru", "kk")
WEIGHTS = {
    "counts": "Finds it",
    "in context": "Finds it where the sentence says that something was dealt with",
    "beside": "Finds it, and hides no other topic in the same words",
    "excludes": "Never counts",
}


def show(standing: Standing, filters: Filters) -> None:
    """The groups, or what a search leaves of all of them."""
    book = standing.book
    words = st.text_input("Find in names, meanings and phrases", key=WORDS, placeholder="grain, таможен…", width=420)
    counts = {unit: _counts(unit, filters) for unit in ("meetings", "sentences")}
    if words.strip():
        found = [topic for topic in book.topics if matches(topic, words)]
        st.markdown(f"**{counted(len(found), 'topic')} with “{plain(words.strip())}”**")
    else:
        group = st.segmented_control(
            "Group",
            GROUPS,
            default=GROUPS[0],
            required=True,
            key=GROUP,
            format_func=str.capitalize,
            label_visibility="collapsed",
        )
        found = [topic for topic in book.topics if topic.group == group]
    packaged = {topic.id: topic for topic in codebook.load().topics}
    for topic in found:
        _row(topic, packaged.get(topic.id), counts, filters)
        if words.strip():
            _matching(topic, words)


def _counts(unit: str, filters: Filters) -> Mapping[str, int]:
    found = ask(topics.topic_counts, unit, filters)
    return dict(zip(found["topic"], found["n"], strict=True))


def matches(topic: Topic, words: str) -> list[Phrase] | bool:
    """The phrases that hold these words; True where the topic's name or meaning does."""
    wanted = words.strip().casefold()
    if wanted in f"{topic.id} {topic.label} {topic.counts} {topic.leaves_out}".casefold():
        return True
    return [phrase for phrase in topic.phrases if wanted in phrase.pattern.casefold()]


def _matching(topic: Topic, words: str) -> None:
    found = [phrase for phrase in topic.phrases if words.strip().casefold() in phrase.pattern.casefold()]
    if found:
        said = ", ".join(f"“{pattern.in_words(line_of(phrase))}”" for phrase in found[:MOST_MATCHES])
        more = f" and {len(found) - MOST_MATCHES} more" if len(found) > MOST_MATCHES else ""
        st.caption(plain(f"{said}{more}"))


def opened(topic: Topic, unit: str, filters: Filters) -> Opened:
    """What a number of this list opens."""
    about = f"on {topic.label}"
    return Opened(unit, replace(filters, topics=(topic.id,)), about)  # type: ignore[arg-type]


def _row(topic: Topic, packaged: Topic | None, counts: Mapping[str, Mapping[str, int]], filters: Filters) -> None:
    with st.container(key=f"codebook-row-{topic.id}"):
        name, numbers = st.columns([6, 4], vertical_alignment="center")
        is_open = st.session_state.get(OPEN) == topic.id
        with name, st.container(gap="xsmall"):
            st.button(
                plain(topic.label),
                key=f"topic.{topic.id}",
                type="tertiary",
                icon=":material/expand_more:" if is_open else ":material/chevron_right:",
                on_click=_toggle,
                args=(OPEN, topic.id),
            )
            st.caption(plain(_about(topic, packaged)))
        with numbers, st.container(horizontal=True, gap="medium"):
            for unit, found in counts.items():
                _number(topic, unit, int(found.get(topic.id, 0)))
        for unit in counts:
            if st.session_state.get(NUMBER) == (topic.id, unit) and counts[unit].get(topic.id):
                evidence.panel(f"codebook-{topic.id}", opened(topic, unit, filters))
        if is_open:
            _details(topic, packaged)


def _number(topic: Topic, unit: str, n: int) -> None:
    st.button(
        counted(n, unit.removesuffix("s")),
        key=f"open-{unit}-{topic.id}",
        type="tertiary",
        disabled=not n,
        on_click=_toggle,
        args=(NUMBER, (topic.id, unit)),
    )


def _about(topic: Topic, packaged: Topic | None) -> str:
    own = "your desk's own" if packaged is None else "changed by your desk" if packaged != topic else ""
    generic = "generic: not among the top topics unless asked" if topic.generic else ""
    return " · ".join(part for part in (own, counted(len(topic.phrases), "phrase"), generic) if part)


def _details(topic: Topic, packaged: Topic | None) -> None:
    with st.container(border=True, key=f"codebook-topic-{topic.id}"):
        st.markdown(f"**Counts:** {plain(topic.counts)}")
        if topic.leaves_out:
            st.markdown(f"**Does not count:** {plain(topic.leaves_out)}")
        if topic.settled:
            st.markdown(f"**Settled once for all:** {plain('; '.join(topic.settled))}")
        st.caption(plain(pattern.MEANS))
        for place, language in zip(st.columns(len(SPOKEN), gap="medium"), SPOKEN, strict=True):
            with place:
                _phrases(topic, packaged, language)
        st.button(
            "Change its phrases",
            key=f"change.{topic.id}",
            icon=":material/edit:",
            on_click=change.begin,
            args=(change.PHRASES, {"topic": topic.id}),
        )


def _phrases(topic: Topic, packaged: Topic | None, language: str) -> None:
    known = set(packaged.phrases) if packaged else set()
    st.markdown(f"**{language_name(language)}**")
    listed = [phrase for phrase in topic.phrases if phrase.language == language]
    for weight, said in WEIGHTS.items():
        found = [phrase for phrase in listed if phrase.weight == weight]
        if found:
            st.markdown("\n".join([f"{said}:", "", *(_line(phrase, phrase in known) for phrase in found)]))
    gone = [phrase for phrase in known - set(topic.phrases) if phrase.language == language]
    if gone:
        st.markdown(
            "\n".join(["Taken away by your desk:", "", *(f"- {plain(pattern.in_words(line_of(one)))}" for one in gone)])
        )
    if not listed and not gone:
        st.markdown(":gray[No phrases.]")


def _line(phrase: Phrase, is_packaged: bool) -> str:
    return f"- {plain(pattern.in_words(phrase.pattern))}" + ("" if is_packaged else " **(yours)**")


def _toggle(key: str, wanted: object) -> None:
    st.session_state[key] = None if st.session_state.get(key) == wanted else wanted
