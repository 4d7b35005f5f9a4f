"""A dialogue that texts name, as the entry by which a desk adds it to its own codebook."""

import re

import yaml

from parley.queries.proposed import Proposed

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_CYRILLIC = re.compile("[А-Яа-яЁё]")
_PAIR = 2


def as_yaml(one: Proposed) -> str:
    """The entry under `series:`, with what the texts tell; sides that they leave open are to be filled in."""
    entry = {
        "name": one.name,
        "parties": list(one.sides),
        "names": {"ru" if _CYRILLIC.search(one.name) else "en": [one.name]},
        "levels": ["officials"],
        "cadence": "irregular",
    }
    said = yaml.safe_dump({"series": {_id(one): entry}}, allow_unicode=True, sort_keys=False, width=1000)
    return said if len(one.sides) >= _PAIR else f"# Name at least two sides under parties.\n{said}"


def _id(one: Proposed) -> str:
    """The key that the texts' name has, or one made of the sides where it is not in Latin letters."""
    if _ID.fullmatch(one.series):
        return one.series
    return "-".join([*(side.casefold() for side in one.sides if side.isascii()), "dialogue"])
