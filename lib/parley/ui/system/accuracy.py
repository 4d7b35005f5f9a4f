"""How often Parley was right, by kind of finding and by month, as far as people have checked."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from parley.queries import checked
from parley.queries.checked import ENOUGH, Score
from parley.ui.data import now
from parley.ui.heading import section
from parley.ui.plain import plain
from parley.ui.tables import table
from parley.ui.words import counted, on_date

HOW = (
    "Of the findings that people accepted, put right or rejected here, those left unchanged. The newest decision that "
    "stands on each counts; what people added is not counted, as it was never found. The range holds the true share "
    "in 95 of 100 cases (Wilson's interval), if what was checked is like the rest; what Parley was unsure of is "
    "checked more often."
)


def show() -> None:
    """Two tables with the numbers behind each share."""
    section("accuracy", "Accuracy against what people checked", HOW)
    by_kind, by_month = now(checked.scores)
    if not by_kind:
        st.markdown("Nobody has checked a finding yet. Open a document in the Inbox to begin.")
        return
    st.markdown(plain(in_words(by_kind)))
    st.caption(f"A share is told from {ENOUGH} checked findings on.")
    left, right = st.columns([3, 2], gap="large")
    with left:
        table(as_table(by_kind, "Found"), "system.accuracy")
    with right:
        months = [Score(on_date(one.name), one.checked, one.right) for one in by_month]
        table(as_table(months, "Checked in"), "system.accuracy.months")


def in_words(scores: Sequence[Score]) -> str:
    """ "41 of 44 checked findings were right." """
    every = sum(one.checked for one in scores)
    right = sum(one.right for one in scores)
    return f"{right:,} of {counted(every, 'checked finding')} {'was' if every == 1 else 'were'} right."


def as_table(scores: Sequence[Score], name: str) -> pd.DataFrame:
    """A row a score: checked, right, and from ten on the share with its range."""
    return pd.DataFrame(
        {name: one.name, "Checked": one.checked, "Right": one.right, "Share": _share(one), "95% range": _range(one)}
        for one in scores
    )


def _share(one: Score) -> str:
    return "" if one.share is None else f"{one.share:.0%}"


def _range(one: Score) -> str:
    return "" if one.between is None else f"{one.between[0]:.0%} – {one.between[1]:.0%}"
