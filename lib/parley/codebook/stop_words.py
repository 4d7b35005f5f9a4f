"""Words of which no subject is made, by language: small ones, and those that every report of a meeting uses."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from parley.codebook.words import read_yaml


@dataclass(frozen=True, slots=True)
class StopWords:
    """`small` words neither begin nor end a phrase; one of `small` and `usual` words alone says nothing."""

    small: frozenset[str]
    usual: frozenset[str]


@cache
def stop_words() -> Mapping[str, StopWords]:
    """The words of each language that is read for topics."""
    return {
        language: StopWords(frozenset(lists["small"].split()), frozenset(lists["usual"].split()))
        for language, lists in read_yaml("stop_words.yaml").items()
    }
