"""What was promised at a meeting, what was signed and asked there, and what became of the promises carried in."""

import streamlit as st

from parley.queries.pledges import Family
from parley.queries.promises import AtMeeting
from parley.ui.promises import card
from parley.ui.words import counted

GROUPS: dict[Family, tuple[str, str]] = {
    "promise": ("Promises", "promise"),
    "signed": ("Signed", "document"),
    "demand": ("Asked of another side", "demand"),
}
CARRIED = "Promises of earlier rounds at the same level that were open when this one began."
CLOSED = "Promises of earlier rounds that this one kept, or of which someone said so with an article of its day."


def show(found: AtMeeting) -> None:
    """Each kind apart, with its number; then what was carried in and closed. Nothing where nothing was promised."""
    if not (found.made or found.carried or found.closed):
        return
    st.subheader("Promises made there" if found.made else "Promises", anchor=False)
    for family, (title, noun) in GROUPS.items():
        listed = [one for one in found.made if one.family == family]
        if listed:
            st.markdown(f"**{title}** · :small[{counted(len(listed), noun)}]")
            card.several(listed, "made", with_meeting=False)
    for name, these, why in (("carried in", found.carried, CARRIED), ("closed here", found.closed, CLOSED)):
        if these:
            with st.expander(f"{counted(len(these), 'promise')} {name}", key=f"promises.{name}"):
                st.caption(why)
                card.several(these, name.split()[0])
