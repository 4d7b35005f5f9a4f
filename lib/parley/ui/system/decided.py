"""The findings behind a number: each with what was decided, by whom and when, its sentences and its articles."""

from collections.abc import Sequence

import streamlit as st

from parley.queries import behind_decisions, facets
from parley.queries.behind_decisions import Source
from parley.queries.checked import Checked
from parley.queries.internal import internal_articles
from parley.store.corrections import Correction
from parley.ui import paging
from parley.ui.attention import look_at
from parley.ui.correct import standing
from parley.ui.data import ask, now
from parley.ui.links import article_link, meeting_link
from parley.ui.plain import plain
from parley.ui.words import counted, on_date

FIRST = 3
"""Sentences of an article, before it is told how many more there are."""


def panel(key: str, about: str, found: Sequence[Checked]) -> None:
    """The findings, the newest decision first, further ones a click away."""
    newest = tuple(sorted((one.decision for one in found), key=lambda one: -one.id))
    with st.container(border=True, key=f"evidence-{key}"):
        st.subheader(plain(f"{counted(len(newest), 'finding')}: {about}"), anchor=False)
        known = (*ask(facets.topics_known), *ask(facets.facets).people)
        labels, internal = {choice.value: choice.label for choice in known}, ask(internal_articles)
        for _, one in paging.opened_down(f"{key}.{about}", newest):
            with st.container(key=f"decision-{key}-{one.id}", gap="xsmall"):
                st.markdown(standing.line(one, labels))
                _sources(one, internal)
        look_at(f"evidence-{key}", (about, tuple(one.id for one in newest)))


def _sources(one: Correction, internal: frozenset[int]) -> None:
    """Where the finding stands; the meeting itself where that was decided on as a whole."""
    if one.meeting_id:
        meeting_link(one.meeting_id)
    for source in now(behind_decisions.sources, one):
        st.markdown(_quotes(source))
        if source.article is not None:
            day = on_date(source.published_on) if source.published_on else "no date of publication"
            article_link(source.article, f"{source.outlet or source.title}, {day}", internal)


def _quotes(source: Source) -> str:
    """The first sentences, and what stands in their place."""
    quotes = [f"> {plain(said)}" for said in source.sentences[:FIRST]]
    if len(source.sentences) > FIRST:
        quotes.append(f":gray[:small[and {counted(len(source.sentences) - FIRST, 'more sentence')} there]]")
    if not source.sentences:
        quotes.append(":gray[:small[Decided for the text as a whole.]]")
    if source.article is None:
        quotes.append(":gray[:small[The article is not held any more.]]")
    return "\n\n".join(quotes)
