"""Facets beside the list: what each value would leave, and a click that sets the filter in the bar."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import streamlit as st

from parley.model import Filters
from parley.queries.article_facets import ArticleFacets, Value, article_facets, topics_of
from parley.ui import filters
from parley.ui.data import ask
from parley.ui.plain import plain
from parley.ui.words import language_name

MOST, MOST_YEARS = 8, 20
CUT = 26


@dataclass(frozen=True, slots=True)
class Narrower:
    """One facet: its values, the filter that a value sets (None: for none), and the values that are set now."""

    name: str
    values: Callable[[ArticleFacets], tuple[Value, ...]]
    narrowed: Callable[[Filters, str | None], Filters]
    held: Callable[[Filters], tuple[str, ...]]
    said: Callable[[str], str] = str
    most: int = MOST


def _in_year(chosen: Filters, year: str | None) -> Filters:
    return replace(chosen, since=f"{year}-01-01" if year else None, until=f"{year}-12-31" if year else None)


def _year(chosen: Filters) -> tuple[str, ...]:
    year = (chosen.since or "")[:4]
    return (year,) if (chosen.since, chosen.until) == (f"{year}-01-01", f"{year}-12-31") else ()


def _of_group(chosen: Filters, group: str | None) -> Filters:
    return replace(chosen, topics=ask(topics_of, group) if group else ())


def _group(chosen: Filters) -> tuple[str, ...]:
    offered = ask(article_facets, Filters()).groups if chosen.topics else ()
    return tuple(v.value for v in offered if set(ask(topics_of, v.value)) == set(chosen.topics))


NARROWERS = (
    Narrower(
        "Outlet",
        lambda found: found.outlets,
        lambda chosen, value: replace(chosen, sources=(value,) if value else ()),
        lambda chosen: chosen.sources,
    ),
    Narrower(
        "Dialogue",
        lambda found: found.dialogues,
        lambda chosen, value: replace(chosen, dialogues=(value,) if value else ()),
        lambda chosen: chosen.dialogues,
    ),
    Narrower("Topic group", lambda found: found.groups, _of_group, _group, str.capitalize),
    Narrower("Year", lambda found: found.years, _in_year, _year, most=MOST_YEARS),
    Narrower(
        "Language",
        lambda found: found.languages,
        lambda chosen, value: replace(chosen, languages=(value,) if value else ()),
        lambda chosen: chosen.languages,
        language_name,
    ),
)


def show(chosen: Filters, question: str) -> None:
    """Each facet with the articles that each of its values would leave under all the other filters."""
    found = ask(article_facets, chosen, question)
    for narrower in NARROWERS:
        _pills(narrower, narrower.values(found), chosen)


def _pills(narrower: Narrower, values: tuple[Value, ...], chosen: Filters) -> None:
    held = narrower.held(chosen)
    shown = [value for n, value in enumerate(values) if n < narrower.most or value.value in held]
    if not shown:
        return
    by_value = {value.value: value for value in shown}
    key = f"facet.{narrower.name}"
    st.session_state[key] = held[0] if len(held) == 1 and held[0] in by_value else None
    rest = len(values) - len(shown)
    st.pills(
        narrower.name,
        list(by_value),
        format_func=lambda value: _label(narrower, by_value[value]),
        key=key,
        on_change=_choose,
        args=(narrower, key),
        help=f"{rest:,} more in the filter bar above." if rest else None,
    )


def _label(narrower: Narrower, value: Value) -> str:
    """The value's name, cut where it is long, and its count."""
    name = narrower.said(value.label if value.label else value.value)
    return f"{plain(name if len(name) <= CUT else name[: CUT - 1].rstrip() + '…')} {value.count:,}"


def _choose(narrower: Narrower, key: str) -> None:
    """Set the bar to the value alone, or to none where it was set."""
    filters.narrow(narrower.narrowed(filters.current(), st.session_state[key]))
