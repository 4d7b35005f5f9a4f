"""Plain lists of words that the grammars look things up in."""

from functools import cache
from importlib import resources
from typing import Any

import yaml

from parley.errors import CodebookError


@cache
def words(name: str) -> frozenset[str]:
    """The list of this name in `words.yaml`."""
    lists = read_yaml("words.yaml")
    if name not in lists:
        raise CodebookError(f"words.yaml has no list named {name!r}.")
    return frozenset(str(lists[name]).split())


@cache
def read_yaml(name: str) -> dict[str, Any]:
    """One packaged YAML file of the codebook, as it stands."""
    text = resources.files("parley.codebook").joinpath("data", name).read_text("utf-8")
    content = yaml.load(text, yaml.CSafeLoader)
    if not isinstance(content, dict):
        raise CodebookError(f"{name} must hold names with their values.")
    return content
