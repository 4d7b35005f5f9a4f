"""Who says what: a table for each field on which the articles part, what differs first; what agrees is folded."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import streamlit as st

from parley.queries.accounts import APART, Field, Person, Telling, Topics
from parley.ui.plain import marked, plain
from parley.ui.words import counted, listed, on_date, on_dates, ordinal, side_name, side_names

OPEN = ("differs", "less exact", "part of the days", "leaves out")
VERDICTS = {
    "differs": "the articles differ",
    "less exact": "one is less exact",
    "part of the days": "one tells part of the days",
    "leaves out": "not all are told by each",
    "spelled differently": "agree, in several spellings",
    "told by some": "told by some",
    "agrees": "agree",
}
COLUMNS = ("Outlet", "Says", "Compared", "Source sentence")
MOST_NAMED = 6


ANCHOR = "who-says-what"

Correct = Callable[[Field], None]
Decided = Mapping[str, str]
"""What a person decided, in words, by the kind of field."""


def show(fields: Sequence[Field], articles: int, correct: Correct, decided: Decided) -> None:
    """The fields on which the articles part; below them, folded, those told by some and those that agree.

    `correct` draws what corrects a field, beside its name.
    """
    st.subheader("Who says what", anchor=ANCHOR)
    st.caption(headline(fields, articles))
    for field in fields:
        if field.verdict in OPEN:
            _table(field, correct, decided.get(field.kind, ""))
    told_by_some = [field for field in fields if field.verdict == "told by some"]
    agreed = [field for field in fields if field.verdict in ("agrees", "spelled differently")]
    for key, words, folded in (
        ("some", "told by some, and not contradicted", told_by_some),
        ("agreed", "on which they agree", agreed),
    ):
        if folded:
            with st.expander(f"{counted(len(folded), 'field')} {words}: {plain(_names(folded))}", key=f"fold-{key}"):
                for field in folded:
                    _table(field, correct, decided.get(field.kind, ""))


def headline(fields: Sequence[Field], articles: int) -> str:
    """ "2 articles, field by field. They differ on date and Dana Example." """
    differing = [_name(field) for field in fields if field.verdict == "differs"]
    found = f"They differ on {listed(differing)}." if differing else "None contradicts another."
    return plain(f"{counted(articles, 'article')}, field by field. {found}")


def _name(field: Field) -> str:
    return field.name if field.kind == "person" else field.name.lower()


def _names(fields: Sequence[Field]) -> str:
    names = [_name(field) for field in fields]
    rest = len(names) - MOST_NAMED
    return listed([*names[:MOST_NAMED], f"{rest} more"]) if rest > 0 else listed(names)


def is_disputed(field: Field) -> bool:
    """Whether outlets contradict each other on a field."""
    return field.verdict == "differs"


def versions(field: Field) -> list[tuple[str, list[str]]]:
    """Each thing said of a disputed field, with the outlets that say so; what most say first."""
    said: dict[str, list[str]] = {}
    for telling in field.tellings:
        if telling.value is not None and telling.note not in APART:
            outlets = said.setdefault(SAID[field.kind](telling.value), [])
            outlets.extend({telling.outlet} - set(outlets))
    return sorted(said.items(), key=lambda version: -len(version[1]))


def majority(field: Field) -> tuple[str, int]:
    """What more than half of all outlets say of a field, and how many they are; nothing where there is no such."""
    told = versions(field)
    first, outlets = told[0] if told else ("", [])
    return (first, len(outlets)) if 2 * len(outlets) > sum(len(each) for _, each in told) else ("", 0)


def _note(field: Field, said: str, note: str, decided: str) -> str:
    """How one word stands to the others: where most agree, only the odd one out differs."""
    most, outlets = majority(field)
    if note == "differs" and said == decided:
        return "as decided"
    if note == "differs" and said == most:
        return f"agrees with {counted(outlets - 1, 'other')}" if outlets > 1 else ""
    return "" if note == "agrees" else f"**{note}**"


def _table(field: Field, correct: Correct, decided: str) -> None:
    """Outlet, what it says, how that stands to the others, and the sentence; who is silent in one line."""
    # Topics stand on many sentences; the agenda above has them all.
    columns = COLUMNS[:-1] if field.kind == "topics" else COLUMNS
    cells = [columns, ("---",) * len(columns), *(row[: len(columns)] for row in _rows(field, decided))]
    rows = ["| " + " | ".join(row) + " |" for row in cells]
    with st.container(key=f"account-{field.kind}-{field.name}", gap="xsmall"):
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            verdict = f"decided: {plain(decided)}" if decided and is_disputed(field) else VERDICTS[field.verdict]
            st.markdown(f"**{plain(field.name)}** · {verdict}", width="content")
            correct(field)
        st.markdown("\n".join(rows))
        if field.silent:
            st.markdown(f":small[Not told by {plain(listed(_once(_teller(t) for t in field.silent)))}]")


def _rows(field: Field, decided: str) -> Iterable[tuple[str, ...]]:
    """A row for each outlet and value: several articles of one outlet that say the same are one row."""
    rows: dict[tuple[str, str, str], list[Telling]] = {}
    for telling in field.tellings:
        if telling.value is not None:
            said = SAID[field.kind](telling.value)
            rows.setdefault((telling.outlet, said, telling.note), []).append(telling)
    grave = {note: n for n, note in enumerate(VERDICTS)}
    for (outlet, said, note), told in sorted(rows.items(), key=lambda row: grave.get(row[0][2], len(grave))):
        dates = listed(_once(on_date(t.published_on) for t in told if t.published_on))
        first = told[0]
        sentence = marked(first.sentence, *first.mark) if first.sentence else ""
        teller = f"**{plain(outlet)}**" + (f", {plain(dates)}" if dates else "")
        yield teller, plain(said), _note(field, said, note, decided), sentence


def _teller(telling: Telling) -> str:
    return f"{telling.outlet}, {on_date(telling.published_on)}" if telling.published_on else telling.outlet


def _once(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(values))


def _place_said(value: Any) -> str:
    city, country = value
    return ", ".join(part for part in (city, side_name(country) if country else None) if part)


def _round_said(value: Any) -> str:
    return ordinal(value[0]) + ("?" if value[1] == "inferred" else "")


def _person_said(value: Person) -> str:
    standing = "" if value.is_present else " (spoken of, not present)"
    return ", ".join(part for part in (value.name, value.office) if part) + standing


def _topics_said(value: Topics) -> str:
    """ "Tells 5; leaves out Trade and Health"."""
    return f"Tells {len(value.told)}" + (f"; leaves out {listed(value.left_out)}" if value.left_out else "")


SAID: dict[str, Callable[[Any], str]] = {
    "date": lambda value: on_dates(*value),
    "place": _place_said,
    "dialogue": lambda value: str(value[1]),
    "round": _round_said,
    "sides": lambda value: listed(side_names(value)),
    "person": _person_said,
    "topics": _topics_said,
}
