"""What people added, told under its sentence: by whom, when and why, with Undo."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from parley.queries import corrections, facets
from parley.store.corrections import Correction
from parley.store.judged import folded
from parley.ui.access import may_correct
from parley.ui.correct import deciding
from parley.ui.correct.said import added_said, by_whom
from parley.ui.data import ask
from parley.ui.plain import plain

Added = dict[tuple[int, str], tuple[Correction, ...]]


def everywhere() -> Added:
    """What people added, by article and sentence: asked once for all the sentences that a list draws."""
    return ask(corrections.added)


def under(article: int, quotes: Sequence[tuple[str, str, int]], known: Added, key: str) -> None:
    """Quotations of an article (each with its sentence and where that begins), and below each what people added."""
    waiting: list[str] = []
    for quote, sentence, at in quotes:
        waiting.append(quote)
        if of(article, sentence, known):
            st.markdown("\n\n".join(waiting))
            lines(article, sentence, known, f"{key}.{at}")
            waiting = []
    if waiting:
        st.markdown("\n\n".join(waiting))


def lines(article: int, sentence: str, known: Added, key: str) -> None:
    """ "Trade, agreed: added by you, 23 November 2026: the host says so", each with Undo, under its sentence.

    `key` is the sentence's own on the page; nothing is drawn where nobody added anything.
    """
    told = of(article, sentence, known)
    if not told:
        return
    deciding.problem()
    labels: dict[str, Any] = {choice.value: choice.label for choice in ask(facets.topics_known)}
    for one in told:
        with st.container(horizontal=True, gap="small", key=f"added-{key}-{one.id}", vertical_alignment="center"):
            said = plain(f"{added_said(one, labels)}: added {by_whom(one)}")
            st.markdown(f":gray[:small[{said}]]", width="content")
            if may_correct():
                st.button(
                    "Undo",
                    key=f"undo.added.{key}.{one.id}",
                    type="tertiary",
                    on_click=deciding.undo,
                    args=(one.id,),
                )


def of(article: int, sentence: str, known: Added) -> tuple[Correction, ...]:
    """What people added in a sentence of an article."""
    return known.get((article, folded(sentence)), ())
