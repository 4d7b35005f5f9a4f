"""Topics of the codebook: what Parley looks for, in which words, and what does not count."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from typing import Any

import yaml

GROUPS = (
    "politics",
    "security",
    "economy",
    "energy and environment",
    "people and knowledge",
    "governance and rights",
)
"""Groups of topics, in the order in which the codebook and the screens list them."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic of the codebook; a generic one is left out of "top topics" unless asked."""

    id: str
    label: str
    group: str
    generic: bool = False


def load_topics() -> tuple[Topic, ...]:
    """All packaged topics, group by group."""
    return tuple(topic for group in GROUPS for topic in _topics_of(group))


def _topics_of(group: str) -> Iterator[Topic]:
    name = group.replace(" ", "-") + ".yaml"
    data = yaml.safe_load(resources.files("parley.codebook").joinpath("topics", name).read_text("utf-8"))
    return (_topic(entry, group) for entry in data["topics"])


def _topic(entry: dict[str, Any], group: str) -> Topic:
    return Topic(entry["id"], entry["label"], group, bool(entry.get("generic")))
