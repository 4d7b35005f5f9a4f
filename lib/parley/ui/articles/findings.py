"""The list beside the text: meetings, topics, people, promises; choosing one lights its passages."""

from collections.abc import Sequence

import streamlit as st

from parley.codebook.confidence import check_below
from parley.queries.articles import (
    Found,
    FoundMeeting,
    FoundPerson,
    FoundPromise,
    FoundTopic,
    StoredArticle,
)
from parley.ui.articles.passages import (
    CHECK,
    about_meeting,
    about_person,
    about_topic,
    key_of,
    name_of_meeting,
    name_of_promise,
)
from parley.ui.correct import added, adding, sentence
from parley.ui.correct.adding import Source
from parley.ui.links import meeting_link
from parley.ui.plain import plain

Finding = FoundMeeting | FoundTopic | FoundPerson | FoundPromise


def show(article: StoredArticle, found: Found) -> str | None:
    """The kinds with their counts, the findings of the kind in view, and the key of the one chosen."""
    kinds: dict[str, Sequence[Finding]] = {
        "Meetings": found.meetings,
        "Topics": found.topics,
        "People": found.people,
        "Promises": found.promises,
    }
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.subheader("What Parley found", anchor=False, width="content")
        adding.button([Source("id", article.id)], "reader", "Topic" if found.meetings else "Meeting")
    if not any(kinds.values()):
        st.markdown("No meeting, topic, person or promise was found in this text.")
        return None
    first = next(name for name, listed in kinds.items() if listed)
    kind = st.segmented_control(
        "Kind",
        list(kinds),
        default=first,
        format_func=lambda name: f"{name} {len(kinds[name])}",
        required=True,
        key=f"kind.{article.id}",
        label_visibility="collapsed",
    )
    listed = kinds[kind or first]
    if not listed:
        st.caption(f"No {(kind or first).lower()} found in this text.")
        return None
    return _choice(article, listed, kind or first)


def _choice(article: StoredArticle, listed: Sequence[Finding], kind: str) -> str | None:
    """The findings of one kind to choose from, and the chosen one, or all where they are few words."""
    by_key = {key_of(finding): finding for finding in listed}
    above = st.container()
    chosen = st.pills(
        "Choose one to see its passages",
        list(by_key),
        format_func=lambda key: plain(_label(by_key[key])),
        key=f"finding.{kind}.{article.id}",
    )
    if chosen in by_key:
        # Above the choices: a long list of topics would push it out of sight.
        with above:
            _one(article, by_key[chosen], in_full=True)
        return str(chosen)
    if kind != "Topics":
        for finding in listed:
            _one(article, finding, in_full=False)
    return None


def _label(finding: Finding) -> str:
    if isinstance(finding, FoundMeeting):
        return name_of_meeting(finding)
    if isinstance(finding, FoundTopic):
        return f"{finding.label} {len(finding.spans)}" if len(finding.spans) > 1 else finding.label
    if isinstance(finding, FoundPerson):
        return finding.name
    return name_of_promise(finding)


def _one(article: StoredArticle, finding: Finding, *, in_full: bool) -> None:
    """One finding in words; `in_full` with its sentences."""
    with st.container(border=True, key=f"evidence-{key_of(finding)}", gap="xsmall"):
        if isinstance(finding, FoundMeeting):
            st.markdown(f"**{plain(name_of_meeting(finding))}**")
            st.markdown("  \n".join(f":gray[{name}] {plain(value)}" for name, value in about_meeting(finding)))
            meeting_link(finding.meeting_id)
        elif isinstance(finding, FoundTopic):
            st.markdown(f"**{plain(finding.label)}** :gray[{plain(finding.group)}]")
            st.caption(plain(about_topic(finding)))
        elif isinstance(finding, FoundPerson):
            st.markdown(f"**{plain(finding.name)}**")
            st.markdown(plain(about_person(finding).removeprefix(finding.name).removeprefix(", ")))
            st.caption("present" if finding.is_present else "spoken of, not present")
        else:
            st.markdown(f"**{plain(name_of_promise(finding))}**")
            if finding.confidence < check_below():
                st.caption(CHECK)
        if in_full or isinstance(finding, FoundPromise):
            _quotes(article, finding)
            sentence.button(article.id, [start for start, _ in finding.spans], key_of(finding))


def _quotes(article: StoredArticle, finding: Finding) -> None:
    said = [(article.text[start:end], start) for start, end in finding.spans]
    quotes = [(f"> {plain(words)}", words, start) for words, start in said]
    added.under(article.id, quotes, added.everywhere(), key_of(finding))
