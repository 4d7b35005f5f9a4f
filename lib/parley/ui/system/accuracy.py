"""How often Parley was right, by kind of finding and by month, as far as people have checked."""

from collections.abc import Callable, Sequence
from operator import attrgetter

import pandas as pd
import streamlit as st

from parley.queries import checked
from parley.queries.checked import ENOUGH, Checked, Score
from parley.ui.data import now
from parley.ui.heading import section
from parley.ui.plain import plain
from parley.ui.system import decided
from parley.ui.tables import MOST_ROWS, choose_cell
from parley.ui.words import counted, on_date

HOW = (
    "Of the findings that people accepted, put right or rejected here, those left unchanged. The newest decision that "
    "stands on each counts; what people added is not counted, as it was never found. The range holds the true share "
    "in 95 of 100 cases (Wilson's interval), if what was checked is like the rest; what Parley was unsure of is "
    "checked more often."
)

WIDTHS = {"Found": 165, "Checked in": 115}
COLUMNS = {
    "Checked": st.column_config.NumberColumn("Checked", width=72),
    "Right": st.column_config.NumberColumn("Right", width=55),
    "Not right": st.column_config.NumberColumn("Not right", width=75),
    "Share": st.column_config.TextColumn("Share", width=55),
    "95% range": st.column_config.TextColumn("95% range", width=92),
}
RIGHT = {"Right": True, "Not right": False}
ALL = "All kinds"
Cell = tuple[str, str]
"""The name of a row (a kind, or a month as "2026-11"), and a column."""


def show() -> None:
    """Two tables with the numbers behind each share, of which each opens the findings that it counts."""
    section("accuracy", "Accuracy against what people checked", HOW)
    found = now(checked.findings)
    if not found:
        st.markdown("Nobody has checked a finding yet. Open a document in the Inbox to begin.")
        return
    by_kind, by_month = checked.scores(found)
    st.markdown(plain(in_words(by_kind)))
    st.caption(f"A share is told from {ENOUGH} checked findings on. Click a number to read the findings.")
    left, right = st.columns([5, 4], gap="large")
    with left:
        kind = _chosen((total(by_kind), *by_kind), "Found", "system.accuracy")
    with right:
        month = _chosen(by_month, "Checked in", "system.accuracy.months")
    for title, cell, of in (("kind", kind, attrgetter("name")), ("month", month, attrgetter("month"))):
        if cell:
            decided.panel(f"accuracy-{title}", *opened(found, cell, of))


def total(scores: Sequence[Score]) -> Score:
    """All kinds of finding together."""
    return Score(ALL, sum(one.checked for one in scores), sum(one.right for one in scores))


def in_words(scores: Sequence[Score]) -> str:
    """ "41 of 44 checked findings were right." """
    every = total(scores)
    were = "was" if every.checked == 1 else "were"
    return f"{every.right:,} of {counted(every.checked, 'checked finding')} {were} right."


def as_table(scores: Sequence[Score], name: str) -> pd.DataFrame:
    """A row a score: checked, right, not right, and from ten on the share with its range."""
    counts = [(one, {"Checked": one.checked, "Right": one.right, "Not right": one.not_right}) for one in scores]
    return pd.DataFrame(
        {name: said(one.name), **numbers, "Share": _share(one), "95% range": _range(one)} for one, numbers in counts
    )


def said(name: str) -> str:
    """A kind of finding as it is; a month in words."""
    return on_date(name) if name[:1].isdecimal() else name


def opened(found: Sequence[Checked], cell: Cell, of: Callable[[Checked], str]) -> tuple[str, tuple[Checked, ...]]:
    """What a cell counts, in words, and the findings themselves; a share is of all that were checked."""
    row, column = cell
    these = tuple(one for one in found if row in (ALL, of(one)) and RIGHT.get(column, one.is_right) == one.is_right)
    standing = {"Right": "right", "Not right": "not right"}.get(column, "checked")
    return f"{said(row)}, {standing}", these


def _chosen(scores: Sequence[Score], name: str, key: str) -> Cell | None:
    """The table, and the row and column that a reader chose."""
    columns = {name: st.column_config.TextColumn(name, width=WIDTHS[name]), **COLUMNS}
    row, column = choose_cell(as_table(scores, name), key, columns, MOST_ROWS)
    return None if row is None else (scores[row].name, column or "")


def _share(one: Score) -> str:
    return "" if one.share is None else f"{one.share:.0%}"


def _range(one: Score) -> str:
    return "" if one.between is None else f"{one.between[0]:.0%} – {one.between[1]:.0%}"
