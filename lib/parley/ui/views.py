"""A view to share and to keep: its link, a name to save it under, and the views saved before."""

from collections.abc import Callable
from contextlib import closing
from urllib.parse import urlencode

import streamlit as st

from parley import settings
from parley.model import Filters
from parley.queries.views import View, saved_views
from parley.store import writer
from parley.store.views import drop_view, keep_view
from parley.ui import filters
from parley.ui.data import ask
from parley.ui.plain import plain

ACTOR = "local"
LONGEST = 80
DROPPED = "views.dropped"


def show(page: str, chosen: Filters, question: str, opens: Callable[[View], None]) -> None:
    """Two quiet buttons: the link of what is in view with "Save this view", and the saved views of the page."""
    saved = ask(saved_views, page)
    with st.container(horizontal=True, gap="small", key="views", vertical_alignment="center"):
        with st.popover("Share or save", icon=":material/link:", type="tertiary"):
            _share(page, chosen, question, saved)
        if saved or DROPPED in st.session_state:
            with st.popover(f"Saved views {len(saved)}", icon=":material/bookmark:", type="tertiary"):
                _saved(page, saved, opens)


def link(page: str, chosen: Filters, question: str) -> str:
    """The whole address of a page with its filters and search, as a colleague can open it."""
    pairs = [*filters.address_of(chosen), *([("q", question)] if question.strip() else [])]
    here = str(st.context.url or "").split("?")[0].rstrip("/")
    return f"{here or f'/{page}'}{'?' * bool(pairs)}{urlencode(pairs)}"


def _share(page: str, chosen: Filters, question: str, saved: tuple[View, ...]) -> None:
    st.markdown("**Copy link** to this list, with its filters and search")
    st.code(link(page, chosen, question), language=None, wrap_lines=True)
    with st.form("views.save", border=False, clear_on_submit=True):
        name = st.text_input("Name of the view", max_chars=LONGEST, placeholder="Sanctions, last three rounds")
        kept = st.form_submit_button("Save this view")
    if kept and not name.strip():
        st.warning("Give the view a name first.")
    elif kept and name.strip() in {view.name for view in saved}:
        st.warning("A view of this name is saved already. Choose another name, or delete that one first.")
    elif kept:
        with closing(writer(settings.from_environment())) as db:
            keep_view(db, page, name.strip(), chosen, question, ACTOR)
        st.toast(f"Saved: {plain(name)}", icon=":material/bookmark_added:")
        st.rerun()


def _saved(page: str, saved: tuple[View, ...], opens: Callable[[View], None]) -> None:
    for view in saved:
        with st.container(horizontal=True, gap="small", key=f"view-{view.id}", vertical_alignment="center"):
            st.button(plain(view.name), key=f"view.open.{view.id}", on_click=opens, args=(view,), width="stretch")
            st.button(
                "Delete",
                key=f"view.delete.{view.id}",
                on_click=_drop,
                args=(view,),
                type="tertiary",
                help=f"Delete the saved view {plain(view.name)}",
            )
    dropped = st.session_state.get(DROPPED)
    if dropped:
        st.caption(f"Deleted: {plain(dropped.name)}")
        st.button("Undo", key="view.undo", on_click=_undo, args=(page, dropped))


def _drop(view: View) -> None:
    with closing(writer(settings.from_environment())) as db:
        if drop_view(db, view.id, ACTOR):
            st.session_state[DROPPED] = view


def _undo(page: str, view: View) -> None:
    with closing(writer(settings.from_environment())) as db:
        keep_view(db, page, view.name, view.filters, view.question, ACTOR)
    st.session_state.pop(DROPPED, None)
