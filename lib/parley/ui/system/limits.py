"""Under which limits a document is read on this machine, as the worker found out by trying."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from parley.queries import system
from parley.ui.data import now
from parley.ui.heading import section
from parley.ui.plain import plain

NETWORK = {
    "left": "none: readers have an empty network of their own",
    "blocked": "sockets blocked: the system gives no network of one's own, so Python refuses readers every connection",
    "open": "not limited here: the system neither parts nor blocks it. Read only files that you trust",
}
NOT_HERE = "not limited here: this system knows no such limit"


def show() -> None:
    """A table of the limits; why there is none where no document has been read yet."""
    section("reading", "Reading documents")
    st.caption("Each file is read apart from the rest of Parley, so that a broken one harms only itself.")
    found = now(system.remembered, "limits")
    if found is None:
        st.markdown("Not known yet: it is found out when the first document is read.")
        return
    for name, said in in_words(found):
        st.markdown(f"**{name}**: {plain(said)}")


def in_words(limits: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Each limit with what holds here."""
    seconds, memory = float(limits.get("seconds") or 0), int(limits.get("memory") or 0)
    return [
        ("Time", f"{seconds:g} seconds for a file, or for the next part of a long one" if seconds else NOT_HERE),
        ("Memory", f"{memory >> 20:,} MB" if memory else NOT_HERE),
        ("Network", NETWORK.get(str(limits.get("network")), NETWORK["open"])),
        ("Writing files and starting programs", "refused"),
    ]
