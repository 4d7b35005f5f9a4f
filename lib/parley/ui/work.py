"""Someone to do the work: screens that were opened without `parley serve` start a worker of their own."""

import os
import subprocess
import sys

import streamlit as st
from streamlit import runtime

from parley.settings import Settings
from parley.store import open as opened
from parley.store.lease import worker_is_alive

SECONDS_BETWEEN_LOOKS = 20


@st.cache_data(ttl=SECONDS_BETWEEN_LOOKS, show_spinner=False, max_entries=10)
def see_to(here: Settings) -> None:
    """Open the database (StoreError where that fails), and start a worker where none is at it."""
    opened.reader(here).close()
    if is_served() and not worker_is_alive(here):
        start(here)


def is_served() -> bool:
    """Whether a server shows the screens. Tests run pages without one (they put a mock in its place)."""
    return runtime.exists() and type(runtime.get_instance()) is runtime.Runtime


def start(here: Settings) -> None:
    """Start a worker that ends with this process; where two are started at once, one stands by."""
    command = [sys.executable, "-m", "parley", "worker", "--parent", str(os.getpid())]
    subprocess.Popen(command, env={**os.environ, "PARLEY_DATA": str(here.data)}, stdin=subprocess.DEVNULL)
