"""What became of a promise: what people said so far, what may have kept it, and a way to say it with a reason."""

import streamlit as st

from parley.queries.folding import Promise
from parley.queries.fulfilment import Fulfilment, said_later
from parley.queries.promise_changes import Change
from parley.store.promises import Said, Sentence, say, undo
from parley.ui import trouble
from parley.ui.access import for_those_who_may
from parley.ui.data import ask
from parley.ui.follow import READER
from parley.ui.links import article_link
from parley.ui.plain import plain
from parley.ui.words import on_date
from parley.ui.writing import written

OPEN = "promises.deciding"
FAILED = "promises.failed"
STATES: dict[Said, str] = {"kept": "Kept", "lapsed": "Lapsed", "open": "Open again"}
SAID = {"kept": "Kept", "lapsed": "Lapsed", "open": "Open again", "refused": "Not kept by this"}


def proposed(promise: Promise, perhaps: tuple[Fulfilment, ...]) -> None:
    """Sentences of later articles that may tell that it was kept; a person accepts one, or says no."""
    for one in perhaps:
        key = f"{promise.id}.{one.article}.{one.start}"
        published = on_date(one.published_on) if one.published_on else "no date of publication"
        with st.container(key=f"perhaps-{key}", gap="xsmall"):
            st.markdown(f"**Perhaps kept by:**\n\n> {plain(one.sentence)}")
            article_link(one.article, f"{one.source or one.title}, {published}")
            with st.container(horizontal=True, gap="small"):
                may = for_those_who_may()
                by = Sentence(one.article_key, one.start, one.sentence)
                st.button("Accept", key=f"accept.{key}", on_click=_say, args=(promise, "kept", by, ""), **may)
                st.button("No", key=f"refuse.{key}", on_click=_say, args=(promise, "refused", by, ""), **may)


def history(promise: Promise) -> None:
    """Every change with its sentence or note, who made it and when; the last one that stands can be undone."""
    standing = [change for change in promise.changes if not change.undone_at]
    for change in reversed(promise.changes):
        when = f"{on_date(change.at[:10])}, {change.actor}"
        undone = f", undone {on_date(change.undone_at[:10])}, {change.undone_by}" if change.undone_at else ""
        with st.container(key=f"change-{promise.id}-{change.id}", gap="xsmall"):
            st.markdown(f"**{SAID[change.state]}** :gray[· {plain(when + undone)}]")
            _reason(change)
            if standing and change.id == standing[-1].id:
                st.button(
                    "Undo",
                    key=f"undo.{promise.id}.{change.id}",
                    type="tertiary",
                    on_click=_undo,
                    args=(change.id,),
                    **for_those_who_may(),
                )


def _reason(change: Change) -> None:
    if change.by_quote:
        st.markdown(f"> {plain(change.by_quote)}")
        if change.by_article:
            article_link(change.by_article, f"{change.by_source or change.by_title}, {on_date(change.by_published)}")
        else:
            st.caption("Its article has been removed.")
    if change.note:
        st.markdown(plain(change.note))


def button(promise: Promise) -> None:
    """Opens and closes the form."""
    is_open = st.session_state.get(OPEN) == promise.id
    st.button(
        "Close" if is_open else "Say what became of it",
        key=f"decide.{promise.id}",
        type="tertiary",
        icon=":material/close:" if is_open else ":material/edit:",
        on_click=_toggle,
        args=(promise.id,),
        **for_those_who_may(),
    )


def form(promise: Promise) -> None:
    """Say where it stands, with a sentence or a note; nothing while it is closed."""
    if st.session_state.get(OPEN) != promise.id:
        return
    later = ask(said_later, promise)
    with st.form(key=f"state.{promise.id}", border=True):
        st.radio("It is", list(STATES), format_func=lambda state: STATES[state], key="promises.to", horizontal=True)
        sentences = [None, *later]
        st.selectbox(
            "Told by a sentence of a later article",
            range(len(sentences)),
            format_func=lambda n: _offered(later[n - 1]) if n else "No sentence: a note says why",
            key=f"promises.by.{promise.id}",
        )
        st.text_area("Note", key=f"promises.note.{promise.id}", placeholder="Why, and how you know", height=80)
        if st.session_state.get(FAILED):
            st.error(plain(st.session_state.pop(FAILED)))
        st.form_submit_button("Save", on_click=_save, args=(promise, later), type="primary", **for_those_who_may())


def _offered(one: Fulfilment) -> str:
    """ "Example Wire, 6 November 2023: They opened the centre." """
    published = on_date(one.published_on) if one.published_on else "no date"
    return " ".join(f"{one.source or one.title}, {published}: {one.sentence}".split())


def _save(promise: Promise, later: tuple[Fulfilment, ...]) -> None:
    state = st.session_state
    number = int(state.get(f"promises.by.{promise.id}") or 0)
    chosen = later[number - 1] if number else None
    by = Sentence(chosen.article_key, chosen.start, chosen.sentence) if chosen else None
    _say(promise, state["promises.to"], by, state.get(f"promises.note.{promise.id}", ""))


def _say(promise: Promise, to: Said, by: Sentence | None, note: str) -> None:
    """Keep it at once; where the reason is missing, say so beside the form."""
    first = promise.said[0]
    about = Sentence(first.article_key, first.start, first.sentence)
    problem = FAILED if st.session_state.get(OPEN) == promise.id else trouble.REFUSED
    if written(lambda db: say(db, about, to, READER, by=by, note=note), problem):
        st.session_state[OPEN] = None


def _undo(change: int) -> None:
    written(lambda db: undo(db, change, READER))


def _toggle(promise: int) -> None:
    st.session_state.pop(FAILED, None)
    st.session_state[OPEN] = None if st.session_state.get(OPEN) == promise else promise
