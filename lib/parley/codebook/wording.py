"""How things are said: verbs of strength, words of dealing, denials and promises, as patterns by language."""

from functools import cache
from typing import Any

from parley.codebook.words import read_yaml
from parley.model import Language


@cache
def wording(name: str, language: Language) -> tuple[tuple[str, str], ...]:
    """Pairs of a pattern and its class under `name` in wording.yaml; the class is "" where the list has none."""
    lists = read_yaml("wording.yaml")[name].get(language, "")
    by_class: dict[str, Any] = lists if isinstance(lists, dict) else {"": lists}
    pairs = ((line.strip(), kind) for kind, lines in by_class.items() for line in lines.splitlines())
    return tuple((pattern, kind) for pattern, kind in pairs if pattern)
