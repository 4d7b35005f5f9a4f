"""Who outranks whom: the rank of an office, and the level of talks that its holder stands for."""

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

import yaml

Level = Literal["leaders", "ministers", "officials"]

LEVELS: tuple[Level, ...] = ("leaders", "ministers", "officials")
"""Levels of talks, the highest first."""


@dataclass(frozen=True, slots=True)
class Rank:
    """The rank of an office in a word, and the level of talks for which it stands."""

    name: str
    level: Level


OFFICIAL = Rank("Official", "officials")
"""An office that the list does not know: some rank below a minister's."""


@cache
def rank_of(office: str) -> Rank:
    """The rank of an office as a text gives it, in English, Russian or Kazakh."""
    small = office.casefold()
    return next((rank for rank, words in _ranks() if words.search(small)), OFFICIAL)


@cache
def _ranks() -> tuple[tuple[Rank, re.Pattern[str]], ...]:
    text = resources.files("parley.codebook").joinpath("data", "ranks.yaml").read_text("utf-8")
    entries = yaml.load(text, yaml.CSafeLoader)
    return tuple((Rank(entry["rank"], entry["level"]), re.compile("|".join(entry["words"]))) for entry in entries)
