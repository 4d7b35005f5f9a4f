"""The one filter bar: seven filters in a drawer, what is active as chips and in words, all of it in the address."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import streamlit as st

from parley.model import Filters
from parley.queries import facets, sheets
from parley.queries.facets import Choice, Facets
from parley.ui import misread
from parley.ui.data import ask
from parley.ui.plain import plain
from parley.ui.words import counted, language_name, on_date, side_name

CURRENT, BEFORE, LOST, AT = "filters.current", "filters.before", "filters.lost", "filters.at"
ROUNDS = (1, 2, 3, 5, 10)
EARLIEST, LATEST = date(1800, 1, 1), date(2100, 12, 31)


@dataclass(frozen=True, slots=True)
class Facet:
    """One filter: its key in the address, its name in `Filters` and on screen, how a value is said."""

    key: str
    field: str
    label: str
    help: str
    said: Callable[[Choice], str] = lambda choice: choice.label


FACETS = (
    Facet("dialogue", "dialogues", "Dialogue", "Standing formats, such as C5+1. Any of those chosen."),
    Facet(
        "side",
        "sides",
        "Sides",
        "States and organisations at the table. All of those chosen.",
        lambda c: side_name(c.label),
    ),
    Facet("topic", "topics", "Topics", "Meetings and articles in which any of those chosen was discussed."),
    Facet("person", "people", "People", "People who were present. Any of those chosen."),
    Facet("source", "sources", "Sources", "The outlets that published the articles. Any of those chosen."),
    Facet("language", "languages", "Language", "The language of the article.", lambda c: language_name(c.label)),
)
SINGLE = ("since", "until", "rounds")
SWITCH, CHECKED = "without_text", "checked"
KEYS = (*(facet.key for facet in FACETS), *SINGLE, SWITCH, CHECKED)


def current() -> Filters:
    """What the reader has narrowed the screens to."""
    found = st.session_state.get(CURRENT)
    return found if isinstance(found, Filters) else Filters()


def draw(more: Callable[[Filters], None] = lambda _: None) -> None:
    """The bar: the drawer of filters, then the chips of those in use and what they leave; `more` stands at its end.

    A closed drawer keeps its widgets in the page: Streamlit drops from the address what a popover hides.
    """
    if st.session_state.pop(LOST, False):
        _set(current())
    offered = ask(facets.facets)
    if not offered.languages and not offered.without_text:  # nothing at all to choose from
        _remember(Filters())
        return
    misread.remember(misread.unknown({key: st.query_params.get_all(key) for key in KEYS}, _understood()))
    with st.expander("Filters", icon=":material/tune:"):
        offered = _controls(offered)
    with st.container(horizontal=True, key="filter-bar", vertical_alignment="center", gap="small"):
        chosen = _chosen()
        _remember(chosen)
        _keep_in_address(chosen)
        for key, value, words in chips(chosen, offered):
            st.button(
                f"{plain(words)} ✕",
                key=f"chip.{key}.{value}",
                on_click=_drop,
                args=(key, value),
                type="tertiary",
                help=f"Remove this filter: {plain(words)}",
            )
        st.markdown(_in_words(chosen), width="content")
        if chosen != Filters():
            st.button("Reset", key="filters.reset", on_click=reset, type="tertiary")
        if BEFORE in st.session_state:
            st.button(
                "Previous filter",
                key="filters.previous",
                on_click=_set,
                args=(st.session_state[BEFORE],),
                type="tertiary",
                help="Go back to what was filtered before the last change.",
            )
        more(chosen)
    misread.show(chosen)


def _understood() -> dict[str, set[str]]:
    """What each filter knows in an address, by its key."""
    offered, switch = ask(facets.facets, True), {"true", "false"}
    known = {f.key: {name for c in getattr(offered, f.field) for name in (c.value, f.said(c))} for f in FACETS}
    return known | {"rounds": {str(n) for n in ROUNDS}, SWITCH: switch, CHECKED: switch}


def _controls(offered: Facets) -> Facets:
    """The widgets, each bound to the address by its key; returns what they offer in the end."""
    left, right = st.columns(2)
    below = st.container()
    st.toggle(
        "Checked only",
        key=CHECKED,
        bind="query-params",
        help="Only findings that a person has checked, and the meetings and articles that have some.",
    )
    if offered.without_text:
        offered = _switch(offered)
    for n, facet in enumerate(FACETS):
        labels = {choice.value: facet.said(choice) for choice in getattr(offered, facet.field)}
        with (left, right)[n % 2]:
            st.multiselect(
                facet.label,
                list(labels),
                format_func=_label_of(labels),
                key=facet.key,
                help=facet.help,
                placeholder="All",
                select_all=False,  # it stands first, so that Enter after "C5+1" would take all that look alike
                bind="query-params",
            )
    when: dict[str, Any] = {
        "value": None,
        "min_value": EARLIEST,
        "max_value": LATEST,
        "format": "DD.MM.YYYY",
        "bind": "query-params",
    }
    first, second, third = below.columns(3)
    first.date_input("From", key="since", **when)
    second.date_input("To", key="until", **when)
    third.selectbox(
        "Last rounds",
        ROUNDS,
        index=None,
        key="rounds",
        placeholder="All",
        bind="query-params",
        help="The newest rounds of each dialogue. Meetings outside any dialogue are left out.",
    )
    return offered


def _switch(offered: Facets) -> Facets:
    """The switch for meetings without a text; while it is on, sides and dialogues that only they have are offered."""
    is_on = st.toggle(
        f"Also {counted(offered.without_text, 'meeting')} without text",
        key=SWITCH,
        bind="query-params",
        help="Meetings that only a spreadsheet tells of. They are told apart from the others, "
        "and no number or share of meetings counts them.",
    )
    return ask(facets.facets, True) if is_on else offered


def _label_of(labels: dict[str, str]) -> Callable[[str], str]:
    return lambda value: labels.get(value, value)


def _chosen() -> Filters:
    """The widgets' values as one value."""
    state = st.session_state
    several: dict[str, Any] = {f.field: tuple(state.get(f.key) or ()) for f in FACETS}
    since, until = state.get("since"), state.get("until")
    return Filters(
        **several,
        last_rounds=state.get("rounds"),
        since=since.isoformat() if since else None,
        until=until.isoformat() if until else None,
        without_text=bool(state.get(SWITCH)),
        checked=bool(state.get(CHECKED)),
    )


def _remember(chosen: Filters) -> None:
    """Keep the filter in use, and the one before it."""
    before = st.session_state.get(CURRENT)
    if before is not None and before != chosen:
        st.session_state[BEFORE] = before
    st.session_state[CURRENT] = chosen


def _keep_in_address(chosen: Filters) -> None:
    """Put filters back that a click on the menu lost from the address, as it may before the page is fully drawn.

    Only right after a change of page: Streamlit does not tell later what the browser itself has put there. On the way
    back the address decides, so that there nothing is chosen which it does not name.
    """
    here = str(st.context.url or "").split("?")[0]
    has_moved = st.session_state.get(AT, here) != here
    st.session_state[AT] = here
    if has_moved and chosen != Filters() and not set(KEYS) & set(st.query_params):
        st.session_state[LOST] = True
        st.rerun()


def _set(wanted: Filters) -> None:
    """Set every widget to a filter; to be called from a callback, before the widgets are drawn."""
    for facet in FACETS:
        st.session_state[facet.key] = list(getattr(wanted, facet.field))
    st.session_state["since"] = date.fromisoformat(wanted.since) if wanted.since else None
    st.session_state["until"] = date.fromisoformat(wanted.until) if wanted.until else None
    st.session_state["rounds"] = wanted.last_rounds
    st.session_state[SWITCH] = wanted.without_text
    st.session_state[CHECKED] = wanted.checked


def narrow(wanted: Filters) -> None:
    """Set the bar to these filters, less the values that it no longer offers; a callback."""
    offered = ask(facets.facets)
    known = {facet.field: {choice.value for choice in getattr(offered, facet.field)} for facet in FACETS}
    held: dict[str, Any] = {
        field: tuple(v for v in getattr(wanted, field) if v in values) for field, values in known.items()
    }
    rounds = wanted.last_rounds if wanted.last_rounds in ROUNDS else None
    _set(replace(wanted, **held, last_rounds=rounds))


def address_of(chosen: Filters) -> list[tuple[str, str]]:
    """The pairs of key and value by which the address holds these filters."""
    offered, pairs = ask(facets.facets), []
    for facet in FACETS:
        labels = {choice.value: facet.said(choice) for choice in getattr(offered, facet.field)}
        pairs += [(facet.key, labels.get(value, value)) for value in getattr(chosen, facet.field)]
    single = {"since": chosen.since, "until": chosen.until, "rounds": chosen.last_rounds}
    pairs += [(key, "true") for key, is_on in ((SWITCH, chosen.without_text), (CHECKED, chosen.checked)) if is_on]
    return pairs + [(key, str(value)) for key, value in single.items() if value]


def reset() -> None:
    """Set every filter back; a callback."""
    _set(Filters())


def _drop(key: str, value: str) -> None:
    """Take one value out of one filter."""
    held = st.session_state[key]
    nothing = False if key in (SWITCH, CHECKED) else None
    st.session_state[key] = [v for v in held if v != value] if isinstance(held, list) else nothing


def chips(chosen: Filters, offered: Facets) -> list[tuple[str, str, str]]:
    """Key, value and words of each active filter, in the order of the bar."""
    found = []
    for facet in FACETS:
        labels = {choice.value: facet.said(choice) for choice in getattr(offered, facet.field)}
        found += [(facet.key, value, labels.get(value, value)) for value in getattr(chosen, facet.field)]
    if chosen.since:
        found.append(("since", chosen.since, f"from {on_date(chosen.since)}"))
    if chosen.until:
        found.append(("until", chosen.until, f"to {on_date(chosen.until)}"))
    if chosen.last_rounds:
        n = chosen.last_rounds
        found.append(("rounds", str(n), "last round" if n == 1 else f"last {n} rounds"))
    if chosen.without_text:
        found.append((SWITCH, "on", "also without text"))
    if chosen.checked:
        found.append((CHECKED, "on", "checked only"))
    return found


def summary(chosen: Filters) -> str:
    """ "6 of 41 meetings · C5+1 · last 3 rounds" """
    every = counted(ask(facets.meetings_found, Filters()), "meeting")
    if chosen == Filters():
        return f"{every}, nothing filtered"
    left = f"{ask(facets.meetings_found, chosen):,} of {every}"
    return " · ".join([left, *(words for _, _, words in chips(chosen, ask(facets.facets)))])


def _in_words(chosen: Filters) -> str:
    """ "6 of 41 meetings" """
    every = ask(facets.meetings_found, Filters())
    if chosen == Filters():
        return f":gray[{counted(every, 'meeting')}, nothing filtered]"
    rows = f" + {ask(sheets.how_many_without_text, chosen):,} without text" if chosen.without_text else ""
    return f"**{ask(facets.meetings_found, chosen):,} of {counted(every, 'meeting')}{rows}**"
