"""A view to share and to keep: its link, a name to save it under, and the views saved before."""

from urllib.parse import urlencode

import streamlit as st

from parley.model import Filters
from parley.queries.views import View, saved_views
from parley.store.views import drop_view, keep_view
from parley.ui import filters
from parley.ui.access import ACTOR, for_those_who_may
from parley.ui.data import ask
from parley.ui.plain import plain
from parley.ui.writing import written

LONGEST = 80
DROPPED = "views.dropped"
SEARCH = "q"


def show(chosen: Filters) -> None:
    """At the end of the filter bar: the link of what is in view with "Save this view", and the views saved before."""
    saved = ask(saved_views)
    with st.container(horizontal=True, gap="small", key="views", vertical_alignment="center", width="content"):
        with st.popover("Share or save", icon=":material/link:", type="tertiary"):
            _share(chosen, saved)
        if saved or DROPPED in st.session_state:
            with st.popover(f"Saved views {len(saved)}", icon=":material/bookmark:", type="tertiary"):
                _saved(saved)


def page_in_view() -> str:
    """The page by its name in the address; the overview has none."""
    return str(st.context.url or "").split("?")[0].rstrip("/").rsplit("/", 1)[-1]


def words_in_view() -> str:
    """The words that are searched for, as far as the page has a search."""
    return str(st.session_state.get(SEARCH, st.query_params.get(SEARCH, "")) or "").strip()


def link(chosen: Filters) -> str:
    """The whole address of what is in view, as a colleague can open it: filters, words, and the page's own choices."""
    words = words_in_view()
    own = [(k, v) for k in st.query_params if k not in {*filters.KEYS, SEARCH} for v in st.query_params.get_all(k)]
    pairs = [*filters.address_of(chosen), *([(SEARCH, words)] if words else []), *own]
    here = str(st.context.url or "").split("?")[0].rstrip("/")
    return f"{here or '/'}{'?' * bool(pairs)}{urlencode(pairs)}"


def _share(chosen: Filters, saved: tuple[View, ...]) -> None:
    st.markdown(f"Copy link to what you see: **{plain(filters.summary(chosen))}**")
    st.code(link(chosen), language=None, wrap_lines=True)
    with st.form("views.save", border=False, clear_on_submit=True):
        name = st.text_input("Name of the view", max_chars=LONGEST, placeholder="Sanctions, last three rounds")
        may = for_those_who_may("It keeps the filters, and on Articles the words.")
        kept = st.form_submit_button("Save this view", key="view.save", **may)
    if kept and not name.strip():
        st.warning("Give the view a name first.")
    elif kept and name.strip() in {view.name for view in saved}:
        st.warning("A view of this name is saved already. Choose another name, or delete that one first.")
    elif kept:
        page, words = page_in_view(), words_in_view()
        if written(lambda db: keep_view(db, page, name.strip(), chosen, words, ACTOR)):
            st.toast(f"Saved: {plain(name)}", icon=":material/bookmark_added:")
        st.rerun()


def _saved(saved: tuple[View, ...]) -> None:
    for view in saved:
        with st.container(horizontal=True, gap="small", key=f"view-{view.id}", vertical_alignment="center"):
            st.button(plain(view.name), key=f"view.open.{view.id}", on_click=_open, args=(view,), width="stretch")
            st.button(
                "Delete",
                key=f"view.delete.{view.id}",
                on_click=_drop,
                args=(view,),
                type="tertiary",
                **for_those_who_may(f"Delete the saved view {plain(view.name)}"),
            )
    dropped = st.session_state.get(DROPPED)
    if dropped:
        st.caption(f"Deleted: {plain(dropped.name)}")
        st.button("Undo", key="view.undo", on_click=_undo, args=(dropped,), **for_those_who_may())


def _open(view: View) -> None:
    """Set the filters to those of a saved view, and the words where the page has a search; a callback."""
    filters.narrow(view.filters)
    if SEARCH in st.session_state:
        st.session_state[SEARCH] = view.question
        st.query_params.pop("id", None)


def _drop(view: View) -> None:
    dropped: list[bool] = []
    if written(lambda db: dropped.append(drop_view(db, view.id, ACTOR))) and dropped[0]:
        st.session_state[DROPPED] = view


def _undo(view: View) -> None:
    if written(lambda db: keep_view(db, view.page, view.name, view.filters, view.question, ACTOR)):
        st.session_state.pop(DROPPED, None)
