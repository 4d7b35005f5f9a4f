"""A value of a field that a reader types or picks, and what it means; refused in words where it means nothing."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

import streamlit as st
from babel import Locale

from parley import codebook, settings
from parley.codebook.world import rows
from parley.errors import ParleyError
from parley.sheets.dates import days_in
from parley.ui.correct.said import STATUSES
from parley.ui.words import KINDS, side_name

MOST_ROUNDS = 500
PERSONAL = {"office": "Office", "name": "Name"}


@cache
def countries() -> tuple[str, ...]:
    """The codes of all states and territories, in the order of their English names."""
    known = [str(code) for code in Locale("en").territories if len(str(code)) == 2 and str(code).isalpha()]
    return tuple(sorted((code for code in known if code not in ("EU", "EZ", "UN", "ZZ", "XA", "XB")), key=side_name))


@cache
def parties() -> tuple[str, ...]:
    """The codes of all who can sit at a table: states and organisations."""
    organisations = {row["code"] for row in rows("organisations.csv") if not row["members"]}
    return (*countries(), *sorted(organisations - set(countries())))


def dialogues() -> dict[str, str]:
    """The dialogues of the desk's codebook, by id, with their names."""
    book = codebook.load(settings.from_environment().codebook)
    return {series.id: series.name for series in sorted(book.series, key=lambda one: one.name)}


def draw(field: str, key: str) -> None:
    """The inputs for a value of this field."""
    if field == "date":
        first, last = st.columns(2)
        first.text_input("Day, month or year", key=f"{key}.start", placeholder="19 September 2023")
        last.text_input("Last day, if several", key=f"{key}.end", placeholder="20 September 2023")
    elif field == "place":
        city, country = st.columns(2)
        city.text_input("City", key=f"{key}.place", max_chars=80)
        _pick(country, "Country", countries(), side_name, f"{key}.country")
    elif field == "dialogue":
        _pick(
            st,
            "Dialogue",
            ("", *dialogues()),
            lambda one: dialogues().get(one, "None: a one-off meeting"),
            f"{key}.series",
        )
    elif field == "round":
        st.number_input("Number of the round", 1, MOST_ROUNDS, value=None, step=1, key=f"{key}.edition")
    elif field == "sides":
        st.multiselect("Sides", parties(), format_func=side_name, key=f"{key}.parties", select_all=False)
    elif field == "kind":
        _pick(st, "Kind", (*KINDS, "other"), lambda kind: KINDS.get(kind, "Other"), f"{key}.kind")
    elif field == "status":
        _pick(st, "Status", tuple(STATUSES), STATUSES.__getitem__, f"{key}.status")
    else:
        st.text_input(PERSONAL[field], key=f"{key}.{field}", max_chars=200)


def _pick(place: Any, label: str, offered: Sequence[str], said: Callable[[str], str], key: str) -> None:
    place.selectbox(label, offered, index=None, format_func=said, key=key, placeholder="Choose")


def is_given(field: str, key: str) -> bool:
    """Whether anything stands in the inputs of this field."""
    names = {"date": ("start", "end"), "place": ("place", "country"), "dialogue": ("series",), "round": ("edition",)}
    told = [st.session_state.get(f"{key}.{name}") for name in {**names, "sides": ("parties",)}.get(field, (field,))]
    return any(value is not None and value != "" and value != [] for value in told)


def read(field: str, key: str) -> dict[str, Any]:
    """What was typed, in the form of a correction. Raises ParleyError with the reason where it is no such value."""

    def held(name: str) -> Any:
        return st.session_state.get(f"{key}.{name}")

    if field == "date":
        start, end = days_in(str(held("start") or ""), str(held("end") or ""))
        return {"start": start, "end": end}
    if field == "place":
        city = str(held("place") or "").strip() or None
        if not city and not held("country"):
            raise ParleyError("Give a city or a country.")
        return {"place": city, "country": held("country")}
    if field == "dialogue" and held("series") is not None:
        return {"series": held("series") or None, "series_name": dialogues().get(held("series"))}
    if field == "round" and held("edition"):
        return {"edition": int(held("edition")), "edition_basis": "stated"}
    if field == "sides" and held("parties"):
        return {"parties": sorted(held("parties"))}
    if field in ("kind", "status", *PERSONAL) and str(held(field) or "").strip():
        return {field: str(held(field)).strip()}
    raise ParleyError("Choose one of the values, or give another below.")
