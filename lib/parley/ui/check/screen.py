"""One document: who else looks at it, its text beside its fields, and the way to the next one."""

from typing import Any

import streamlit as st

from parley import codebook, settings
from parley.ui import internal
from parley.ui.access import may_correct
from parley.ui.articles import reader
from parley.ui.articles.marking import marked_html
from parley.ui.check import decisions, lookers, order, panel
from parley.ui.check.items import Item, items_of, passages_of
from parley.ui.check.subject import Subject, subject, wanted
from parley.ui.correct import adding, deciding, standing
from parley.ui.correct.adding import Source
from parley.ui.inbox.intake import PROBLEM
from parley.ui.inbox.row import reason_of
from parley.ui.plain import plain
from parley.ui.words import counted, language_name, on_date

ADD = "Adds this document, and opens the next one that waits."


def show() -> None:
    """The document that the address names; else the first of those that wait; or that there is none."""
    address = wanted()
    if address is None:
        first = order.first()
        address = ("document", first) if first else None
    one = subject(*address) if address else None
    if one is None:
        st.info("There is no such document here: it has been added, left out, or taken back.", icon=":material/info:")
        _onward(address[1] if address and address[0] == "document" else 0)
        return
    items = items_of(one.coding, topics())
    _head(one, items)
    left, right = st.columns([7, 5], gap="large")
    with right, st.container(key="beside-check"):
        chosen = panel.show(one, items)
        _decided(one)
    with left:
        _text(one, items, chosen)


def topics() -> dict[str, tuple[str, str]]:
    """Label and group of each topic of the desk's codebook."""
    return {one.id: (one.label, one.group) for one in codebook.load(settings.from_environment().codebook).topics}


def _head(one: Subject, items: list[Item]) -> None:
    """Title, where it comes from, why it needs a person, and what can be done with the whole of it."""
    deciding.problem()
    if PROBLEM in st.session_state:
        st.error(plain(st.session_state.pop(PROBLEM)))
    st.header(plain(one.article.title or "Untitled"), anchor=False)
    about = (
        one.article.source or "no outlet named",
        on_date(one.article.published_on),
        language_name(one.article.language),
    )
    st.markdown(plain(" · ".join(about)))
    internal.switch_text(one.key, one.article.title)
    lookers.show(one.key)
    if one.is_all_right:
        st.caption(":material/task_alt: Checked as a whole")
    elif one.doubts:
        st.warning("  \n".join(plain(reason_of(why, word)) for why, word in one.doubts), icon=":material/help:")
    if may_correct():
        _actions(one, items)


def _actions(one: Subject, items: list[Item]) -> None:
    with st.container(horizontal=True, gap="small", key="check-document", vertical_alignment="center"):
        left = sum(not item.checked for item in items)
        help_ = f"Says of the {counted(left, 'finding')} not yet checked that they are right."
        st.button(
            "All right",
            key="check.all",
            type="primary",
            help=help_,
            shortcut="Shift+A",
            on_click=decisions.all_right,
            args=(one, items),
            disabled=one.is_all_right and not left,
        )
        if one.held is not None:
            add: Any = (one, decisions.add)
            st.button("Add", key="check.add", shortcut="Shift+Enter", on_click=_then_on, args=add, help=ADD)
            st.button(
                "Leave out", key="check.leave", type="tertiary", on_click=_then_on, args=(one, decisions.leave_out)
            )
        with st.popover("Date", type="tertiary", key="check.date"), st.form("check.date.form", border=False):
            st.text_input("Date of publication", key="check.date.value", placeholder="6 November 2023")
            st.form_submit_button("Save", on_click=decisions.date, args=(one, "check.date.value"))
        source = Source(*(("document", one.held) if one.held else ("id", one.article_id or 0)))
        is_met = any(item.part == "meeting" for item in items)
        adding.button([source], "check", "Topic" if is_met else "Meeting", kept=decisions.look_again, letter="M")
        _onward(one.held or 0)


def _onward(number: int) -> None:
    """To the document before or after this one in the list, or back to the Inbox."""
    before, after = order.beside(number)
    for label, which, letter, other in (
        ("Previous document", "previous", "Shift+P", before),
        ("Next document", "next", "Shift+N", after),
    ):
        st.button(
            label,
            key=f"check.{which}",
            type="tertiary",
            shortcut=letter,
            on_click=_open,
            args=(other,),
            disabled=other is None,
        )
    st.page_link("pages/inbox.py", label="Inbox", icon=":material/inbox:")


def _open(number: int | None) -> None:
    st.query_params.pop("id", None)
    st.query_params["document"] = str(number)


def _then_on(one: Subject, act: object) -> None:
    """Do it, and open the next document of the list; after the last one, the one before it."""
    before, after = order.beside(one.held or 0)
    act(one)  # type: ignore[operator]
    if following := after or before:
        _open(following)


def _decided(one: Subject) -> None:
    """What people decided on this text so far, each with Undo."""
    told = standing.said_once(one.decided)
    if told:
        with st.expander(f"{counted(len(told), 'decision')} so far", key="check-decided", type="compact"):
            labels = {topic: label for topic, (label, _) in topics().items()}
            for decision in told:
                with st.container(horizontal=True, key=f"check-decided-{decision.id}", vertical_alignment="center"):
                    st.markdown(standing.signed(decision, labels), width="content")
                    if may_correct():
                        st.button(
                            "Undo",
                            key=f"check.undo.{decision.id}",
                            type="tertiary",
                            on_click=decisions.undo,
                            args=(one, decision.id),
                        )


def _text(one: Subject, items: list[Item], chosen: str | None) -> None:
    """The text with every passage marked; a click on a mark leads to its field."""
    reader.style()
    passages = passages_of(items, one.article.text)
    cuts = tuple((passage.at, passage.quote) for passage in one.article.left_out)
    targets = {item.key: n for n, item in enumerate(items)}
    st.html(marked_html(one.article.text, passages, cuts, chosen, targets))
