"""The names under which spreadsheets give each field, in English, Russian and Kazakh."""

import re
from functools import cache
from importlib.resources import files

import yaml

OF_MEETINGS_ALONE = frozenset({"end", "person", "office", "sides", "country", "place"})
"""Fields that a list of articles hardly ever has: two of them raise the question what the rows are."""


def plain_name(name: str) -> str:
    """A column's name as names are compared: small letters, with "_", "-" and spaces alike."""
    return re.sub(r"[\s_\-]+", " ", name).strip().casefold()


AS_ASKED = {"published_on": "date", "url": "link"}
"""The fields of an article that a user is asked for under a plainer name."""


def field_of_meetings(name: str) -> str | None:
    """The field of a meeting that a column of this name holds ("visitor" is the person), else None."""
    return _fields("sheets", "columns.yaml").get(plain_name(name))


def field_of_articles(name: str) -> str | None:
    """The field of an article that a column of this name holds ("headline" is the title), else None."""
    field = _fields("reading", "fields.yaml").get(plain_name(name))
    return AS_ASKED.get(field, field) if field else None


@cache
def _fields(*data: str) -> dict[str, str]:
    # By path, not by package: reading's own readers take a second to import, and no screen needs them.
    fields = yaml.safe_load(files("parley").joinpath(*data).read_text("utf-8"))
    return {plain_name(name): field for field, names in fields.items() for name in names}
