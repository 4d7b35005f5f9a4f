"""The names under which files give the facts of an article, and what a row of such facts says."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

import yaml


@cache
def _fields_by_name() -> dict[str, str]:
    data = yaml.safe_load(files("parley.reading").joinpath("fields.yaml").read_text("utf-8"))
    return {_plain(name): field for field, names in data.items() for name in names}


def _plain(name: str) -> str:
    return re.sub(r"[\s_\-]+", " ", name).strip().casefold()


def field_named(name: str) -> str | None:
    """The fact of an article that goes by this name ("Headline" is its title), else None."""
    return _fields_by_name().get(_plain(name))


_FIELD = re.compile(r"(?P<name>[^\W\d_][\w \-]{1,24}):[ \t]+(?P<value>\S.*)")


_EMPTY = re.compile(r"(?P<name>[^\W\d_][\w \-]{1,24}):[ \t]*")


def is_empty_field(line: str) -> bool:
    """Whether a line names a fact of an article and says nothing of it: `Date:`."""
    hit = _EMPTY.fullmatch(line)
    return hit is not None and field_named(hit["name"]) not in (None, "text")


def field_line(line: str) -> tuple[str, str] | None:
    """The fact and its value that a line such as `Source: Example Daily` gives, else None."""
    hit = _FIELD.fullmatch(line)
    field = field_named(hit["name"]) if hit else None
    return (field, hit["value"]) if hit and field and field != "text" else None


def facts_in(row: Mapping[str, object]) -> dict[str, str]:
    """The facts of an article in a row, by our names for them; empty ones left out, the first of two kept."""
    facts: dict[str, str] = {}
    for name, value in row.items():
        field = field_named(str(name))
        said = _said(value)
        if field and said.strip():
            facts.setdefault(field, said)
    return facts


def _said(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, Iterable) or value is None:
        return ""
    return str(value)
