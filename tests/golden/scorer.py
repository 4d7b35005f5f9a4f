"""The reference's own scorer, and what it says of the development articles."""

import importlib.util
from functools import cache
from types import ModuleType
from typing import Any

from parley import codebook, coding, reading
from parley.coding.public import as_row
from tests.shared import SHARED


def scorer() -> ModuleType:
    """The reference's own scorer, imported by its path."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "reference" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def development_coding() -> dict[str, dict[str, Any]]:
    """The development articles as coded, by their id; once for all tests of a worker."""
    path = SHARED / "reference" / "dev-articles.jsonl"
    articles = reading.read(path.name, path.read_bytes())
    return {article.id: as_row(article, coding.code(article, codebook.load())) for article in articles}


@cache
def development_figures() -> dict[str, float]:
    """Every figure of the scorer over the development articles."""
    score = scorer()
    return dict(score.score(score.load(SHARED / "reference" / "dev-reference.jsonl"), development_coding()))
