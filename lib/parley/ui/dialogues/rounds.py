"""The rounds of a dialogue as a table, and a way to the page of each."""

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from parley.model import Filters
from parley.queries.rounds import Head, Round
from parley.ui import evidence, export, tables
from parley.ui.dialogues.said import level_name, round_number
from parley.ui.evidence import Opened
from parley.ui.explained import Explained
from parley.ui.plain import plain
from parley.ui.words import counted, listed, on_date, on_dates, side_name

BEFORE = {
    "when": st.column_config.TextColumn("Date", width=150),
    "round": st.column_config.TextColumn("Round", width=65, help="As the text states it; “?” where Parley inferred it"),
    "place": st.column_config.TextColumn("Place", width=110),
}
MOST_SIDES = 3
HEADS = "The first person named for the side, with office and rank"
AFTER = {
    "articles": st.column_config.NumberColumn("Articles", width=70),
    "outlets": st.column_config.NumberColumn("Outlets", width=70),
    "text": st.column_config.TextColumn(
        "Full official text",
        width=130,
        help="A long text on the page of a side or of the host: only its silence on a topic says something",
    ),
}

HELP = Explained(
    "the rounds of this dialogue that an article reports, with who led each side.",
    "a row is one round; told by several articles, it stands once.",
    "nothing is a share here.",
    "Rounds that are only recalled, announced or reported as cancelled; rounds of other levels.",
)


def show(dialogue: str, rounds: Callable[[], Sequence[Round]], own: Filters, chosen: Filters) -> None:
    """The table, newest first; the round that is chosen opens. Days on which outlets differ are told.

    `rounds` asks for those of one level; `own` decides of which outlets sentences are shown, `chosen` which rounds.
    """
    newest_first = sorted(rounds(), key=lambda one: -one.day)
    st.subheader(f"Rounds{_level(newest_first)}", anchor=False, help=HELP.words())
    columns, data = _table(newest_first)
    row = tables.choose_row(data, f"rounds.{hash(tuple(one.id for one in newest_first))}", columns, tables.MOST_ROWS)
    for one in newest_first:
        for date, outlets in one.dates:
            st.caption(
                plain(f"Of the round of {on_date(one.start_on)}: {listed(outlets)} gives {on_date(date)} as its date.")
            )
    if row is None:
        st.caption("Choose a row to read what the articles say of that round.")
    else:
        evidence.panel("round", opened(newest_first[row], own))
    export.buttons("rounds", "Rounds", chosen, lambda: _listed(dialogue, rounds()))


def opened(one: Round, own: Filters) -> Opened:
    """The round with what each of its articles tells."""
    return Opened("meetings", own, "as its articles tell it", (one.id,))


def _level(shown: Sequence[Round]) -> str:
    return f", {level_name(shown[0].level).lower()}" if shown and shown[0].level else ""


def _table(newest_first: Sequence[Round]) -> tuple[dict[str, Any], pd.DataFrame]:
    """The columns, which depend on the sides, and the rows."""
    sides = tuple(sorted({head.side for one in newest_first for head in one.heads}))
    columns = BEFORE | _columns_of_heads(sides) | AFTER
    return columns, pd.DataFrame([_row(one) for one in newest_first], columns=list(columns)).fillna("")


def _listed(dialogue: str, shown: Sequence[Round]) -> export.Listed:
    """The rounds as a file holds them."""
    columns, data = _table(sorted(shown, key=lambda one: -one.day))
    named = data.rename(columns={key: str(column["label"]) for key, column in columns.items()})
    return export.Listed(f"{dialogue}: {counted(len(shown), 'round')}{_level(shown)}", named)


def _row(one: Round) -> dict[str, object]:
    return {
        "when": on_dates(one.start_on, one.end_on),
        "round": round_number(one),
        "place": one.place or "",
        **{f"head.{head.side}": _head(head) for head in one.heads},
        "heads": "; ".join(f"{side_name(head.side)}: {_head(head)}" for head in one.heads),
        "articles": len(one.articles),
        "outlets": len(one.outlets),
        "text": counted(len(one.full_texts), "text") if one.full_texts else "none held",
    }


def _head(head: Head) -> str:
    """ "Erlan Idrissov, Foreign Minister (minister)"."""
    rank = f" ({head.rank.name.lower()})" if head.rank else ""
    office = f", {head.office}" if head.office else ""
    return f"{head.name}{office}{rank}"


def _columns_of_heads(sides: Sequence[str]) -> dict[str, Any]:
    """A column a side, so that ranks can be compared down the rounds; one for all where they are many."""
    if len(sides) > MOST_SIDES or not all(side.isalnum() for side in sides):  # no free text in names of columns
        return {"heads": st.column_config.TextColumn("Heads", width=560, help=HEADS)}
    width = 560 // max(1, len(sides))
    return {f"head.{side}": st.column_config.TextColumn(side_name(side), width=width, help=HEADS) for side in sides}
