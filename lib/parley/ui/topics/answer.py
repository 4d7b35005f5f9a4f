"""The answer sheet on screen: what to ask, the line that answers, the rounds with their sentences, and the copies."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from urllib.parse import urlencode

import streamlit as st

from parley.briefs.answer import Paper, as_markdown, as_word
from parley.model import Filters
from parley.queries.answers import Answered, Quote, answers
from parley.ui import export, internal
from parley.ui import filters as bar
from parley.ui.data import ask
from parley.ui.empty import nothing
from parley.ui.export import in_words
from parley.ui.links import article_link, dialogue_link, meeting_link
from parley.ui.plain import marked, plain
from parley.ui.topics.address import go_to
from parley.ui.topics.answer_paper import (
    blank,
    by_voice,
    checked_line,
    citation,
    note_of,
    paper,
    summary,
    title_of,
)
from parley.ui.topics.asked import Asked, asked, choices
from parley.ui.words import counted, on_date

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FIRST = 4
WHOSE = "Each sentence stands under the side whose voice it is. Sentences that copies of an article repeat stand once."


def show(filters: Filters) -> None:
    """What is asked, and the answer."""
    question = asked(filters)
    if question is None:
        nothing("rounds of a dialogue")
        return
    if question.unknown:
        st.warning(plain(" ".join(question.unknown) + " Choose below."), icon=":material/link_off:")
    choices(question)
    if question.unknown:
        label = plain(f"Show {question.title}")
        st.button(label, key="sheet.instead", on_click=go_to, args=(question.query,))
        return
    found = ask(answers, question.topic, question.series, filters, question.last, question.level)
    st.header(plain(question.title), anchor=False)
    if not found:
        st.info("No round of this dialogue under these filters.", icon=":material/info:")
        return
    with st.container(key="answer", gap="small"):
        st.markdown(f"**{plain(summary(found))}**")
        st.caption(plain(f"{checked_line(found)} {WHOSE}"))
    with_level = len({one.round.level for one in found}) > 1
    door = internal.door("answer", replace(filters, dialogues=(question.series,)))
    with door.passed():
        every = ask(answers, question.topic, question.series, filters, None, question.level)
        narrowed = in_words(filters)
    shown = {one.round.id for one in found}
    taken = tuple(one for one in every if one.round.id in shown)
    made = f"{checked_line(taken)}{door.note} {narrowed} Made with Parley on {_today()}.".strip()
    _take_away(paper(question.title, taken, made, with_level=with_level), question, filters)
    for one in found:
        _round(one, with_level=with_level)
    dialogue_link(question.series, "The dialogue: all its rounds and topics")


def _round(one: Answered, *, with_level: bool) -> None:
    """One round: its voices with their sentences, or what is held of it."""
    with st.container(border=True, key=f"evidence-answer-{one.round.id}", gap="xsmall"):
        st.subheader(plain(title_of(one.round, with_level=with_level)), anchor=False)
        for n, (name, quotes) in enumerate(by_voice(one.quotes, len(one.round.sides))):
            st.markdown(f"**{plain(name)}** :gray[· {counted(len(quotes), 'sentence')}]")
            _quotes(quotes[:FIRST])
            if len(quotes) > FIRST:
                more = counted(len(quotes) - FIRST, "more sentence")
                with st.expander(more, key=f"more.{one.round.id}.{n}", type="compact"):
                    _quotes(quotes[FIRST:])
        if not one.quotes:
            st.markdown(plain(blank(one)))
        for source in one.full_texts:
            article_link(source.article, citation(source))
        meeting_link(one.round.id)


def _quotes(quotes: Sequence[Quote]) -> None:
    """Sentences under the article that they stand in."""
    told: list[Quote] = []
    for n, quote in enumerate(quotes):
        told.append(quote)
        last = n + 1 == len(quotes) or quotes[n + 1].source.article != quote.source.article
        if last:
            st.markdown("\n\n".join(_said(one) for one in told))
            article_link(quote.source.article, citation(quote.source))
            told = []


def _said(quote: Quote) -> str:
    start, end = quote.mark
    whole = end - start >= len(quote.sentence.strip())
    words = plain(quote.sentence) if whole else marked(quote.sentence, start, end)
    note = note_of(quote)
    return f"> {words}" + (f" :green-badge[{note}]" if note else "")


def _take_away(sheet: Paper, question: Asked, filters: Filters) -> None:
    """Markdown to copy, a Word document, and the link of this sheet."""
    name = f"parley-{question.topic}-{''.join(c for c in question.series if c.isalnum() or c == '-')}"
    text = as_markdown(sheet)
    with st.container(horizontal=True, gap="small", key="answer-copies", vertical_alignment="center"):
        with st.popover("Markdown", icon=":material/content_copy:"):
            st.caption("The button at the top right of the text copies it.")
            st.code(text, language=None, wrap_lines=True, height=320)
            export.file("Download .md", f"{name}.md", "text/markdown", lambda: text, key="answer.md")
        export.file(
            "Word",
            f"{name}.docx",
            WORD,
            lambda: as_word(sheet),
            key="answer.docx",
            icon=":material/description:",
            explained="The sheet as a Word document, with its sources.",
        )
        with st.popover("Copy link", icon=":material/link:"):
            st.code(link(question, filters), language=None, wrap_lines=True)


def link(question: Asked, filters: Filters) -> str:
    """The whole address of the sheet, as a colleague can open it."""
    pairs = [*bar.address_of(filters), *question.query.items()]
    here = str(st.context.url or "").split("?")[0].rstrip("/")
    return f"{here or '/topics'}?{urlencode(pairs)}"


def _today() -> str:
    return on_date(datetime.now().astimezone().date().isoformat())
