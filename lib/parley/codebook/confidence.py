"""How sure a finding is: the share found right among findings of its kind that people read."""

from functools import cache
from typing import Any, Literal

from parley.codebook.words import read_yaml

Field = Literal["topic", "strength", "meeting", "person", "promise"]
FIELDS: tuple[Field, ...] = ("topic", "strength", "meeting", "person", "promise")


@cache
def confidence(field: Field, kind: str) -> float:
    """The chance that a finding of this kind is right, 0 to 1, to two places.

    Right and read among the releases, and among the development articles with less weight, with a few findings of the
    field's prior added (Laplace's rule, with a prior): a kind of which nothing was read has the prior itself.
    """
    data = read_yaml("confidence.yaml")
    own = data[field]
    counts = own["kinds"].get(kind, {"releases": (0, 0), "development": (0, 0)})
    weight, more = data["weight_of_development"], data["smoothing"]
    right, read = (counts["releases"][n] + weight * counts["development"][n] for n in (0, 1))
    return round(float((right + more * own["prior"]) / (read + more)), 2)


@cache
def tense_alone() -> frozenset[str]:
    """The words that tell of the future and of no intention: "it will take time"."""
    return frozenset(str(read_yaml("confidence.yaml")["promise"]["tense_alone"]).split())


def check_below() -> float:
    """The confidence below which a finding should be looked at by a person first."""
    return float(read_yaml("confidence.yaml")["check_below"])


def kinds_read(field: Field) -> dict[str, Any]:
    """Each kind of a field with how many were right and read, among releases and development articles."""
    return dict(read_yaml("confidence.yaml")[field]["kinds"])
