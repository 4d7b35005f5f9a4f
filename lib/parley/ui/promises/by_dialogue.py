"""Where promises wait: the open ones in the list by the dialogue at whose rounds they were made."""

from collections import Counter
from collections.abc import Callable, Sequence

import pandas as pd

from parley.charts.bars import topic_bars
from parley.model import Filters
from parley.queries.commitments import Board
from parley.queries.folding import Promise
from parley.ui import chart, evidence
from parley.ui.evidence import Opened
from parley.ui.explained import Explained
from parley.ui.words import counted

MOST = 12
FEWEST = 2
"""Dialogues below which a picture says nothing that the list does not."""
HELP = Explained(
    "the open promises of the list above, by the dialogue at whose rounds they were made. A click opens them.",
    "a promise is what sentences about one agreement at one meeting say together.",
    "nothing is a share here.",
    f"Promises of meetings outside any dialogue, kept and lapsed ones, and dialogues after the first {MOST}.",
)


def show(look: Callable[[], tuple[Board, Sequence[Promise]]], filters: Filters) -> None:
    """The bars, and what is behind the one that was clicked: `look` asks for the board and what is listed of it."""

    def opens(clicked: str | None) -> None:
        found, listed = look()
        evidence.panel("by-dialogue", opened(clicked, listed, found, filters))

    chart.show(lambda: _picture(*look()), opens)


def _picture(found: Board, listed: Sequence[Promise]) -> chart.Picture | None:
    """Nothing where fewer than two dialogues have any."""
    counts = by_dialogue(found, listed)
    if len(counts) < FEWEST:
        return None
    rest = sum(one.is_open and one.first.series is None for one in listed)
    shown = counts.head(MOST)
    return chart.Picture(
        key="promises-by-dialogue",
        title=headline(counts),
        note=f"{counted(int(shown['n'].sum()), 'open promise')} of {counted(len(shown), 'dialogue')} · "
        f"{rest:,} more made outside any dialogue",
        help=HELP,
        figure=topic_bars(shown),
        table=shown,
        columns={"label": "Dialogue", "n": "Open promises"},
    )


def by_dialogue(found: Board, listed: Sequence[Promise]) -> pd.DataFrame:
    """topic (the dialogue's id), label, topic_group (none), n: open promises, most first."""
    counts = Counter(one.first.series for one in listed if one.is_open and one.first.series)
    ordered = sorted(counts.items(), key=lambda one: (-one[1], str(one[0])))
    rows = [(series, found.dialogues.get(str(series), str(series)), "", n) for series, n in ordered]
    return pd.DataFrame(rows, columns=["topic", "label", "topic_group", "n"])


def opened(clicked: str | None, listed: Sequence[Promise], found: Board, filters: Filters) -> Opened | None:
    """Exactly the open promises that a bar counts."""
    if clicked is None:
        return None
    keys = tuple(one.id for one in listed if one.is_open and one.first.series == clicked)
    return Opened("promises", filters, f"open, of {found.dialogues.get(clicked, clicked)}", keys) if keys else None


def headline(counts: pd.DataFrame) -> str:
    """ "C5+1 has the most open promises: 12"; where several have as many, how many dialogues have any."""
    most = int(counts["n"].iloc[0])
    if (counts["n"] == most).sum() > 1:
        return f"{counted(len(counts), 'dialogue')} have open promises"
    return f"{counts['label'].iloc[0]} has the most open promises: {most:,}"
