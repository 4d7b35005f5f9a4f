"""Who else looks at the document in view, asked anew for as long as it stays in view."""

import hashlib
from contextlib import closing, suppress

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from parley import settings
from parley.errors import ParleyError
from parley.store import looking, reader
from parley.ui.access import ACTOR, may_correct
from parley.ui.plain import plain
from parley.ui.writing import writing

SECONDS = 30.0
COOKIE = "_streamlit_xsrf"
"""What a browser holds from its first visit on, in all its windows: "2|mask|token|time", masked anew each time."""


def show(key: str) -> None:
    """That somebody else looks at this text, for those whose decisions could meet theirs."""
    if may_correct():
        _asked_again(key)


@st.fragment(run_every=SECONDS)
def _asked_again(key: str) -> None:
    me = this_reader()
    with closing(reader(settings.from_environment())) as db:
        is_told, others = looking.others(db, key, me)
    if not is_told:
        # That it cannot be told is no reason not to show the text.
        with suppress(ParleyError), writing(decides=False) as db:
            looking.look(db, key, me, ACTOR)
    if others:
        actor = others[0][0]
        who = "Somebody looks at this document in another browser" if actor == ACTOR else f"{actor} looks at this too"
        st.warning(plain(f"{who}. What either decides holds for both."), icon=":material/group:")


def this_reader() -> str:
    """Who looks, without sign-in: the browser, so that a page drawn anew is no second person; else the session."""
    told = unmasked(cookie())
    if not told:
        context = get_script_run_ctx()
        told = context.session_id if context else ""
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def cookie() -> str:
    """What the browser has told of itself; "" where there is no browser."""
    return str(st.context.cookies.get(COOKIE, ""))


def unmasked(cookie: str) -> str:
    """What stays the same of a browser's cookie over its visits; "" where it is in another form."""
    try:
        version, mask, token, at = cookie.strip("\"'").split("|")
        signs = bytes.fromhex(mask)
        told = bytes(byte ^ signs[n % len(signs)] for n, byte in enumerate(bytes.fromhex(token)))
    except (ValueError, ZeroDivisionError):
        return ""
    return f"{told.hex()}|{at}" if version == "2" else ""
