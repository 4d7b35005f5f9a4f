"""Topics, readings and promises of the development articles: what the rules reach, never to fall back unseen."""

import importlib.util
from functools import cache

import pytest

from parley import codebook, coding, reading
from parley.coding.public import as_row
from tests.shared import SHARED, needs_shared

pytestmark = needs_shared

FLOORS = {
    "topics.f1": 0.94,
    "topics.macro_f1": 0.94,
    "topics.evidence": 0.97,
    "topics.strength": 0.75,
    "topics.strength_near": 0.84,
    "topics.by": 0.83,
    "topics.about": 0.82,
    "commitments.f1": 0.80,
    "commitments.kind": 0.92,
    "commitments.actor": 0.83,
    "spans.exact": 1.0,
}


@cache
def figures() -> dict[str, float]:
    spec = importlib.util.spec_from_file_location("score", SHARED / "reference" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    path = SHARED / "reference" / "dev-articles.jsonl"
    articles = reading.read(path.name, path.read_bytes())
    rows = {article.id: as_row(article, coding.code(article, codebook.load())) for article in articles}
    return dict(scorer.score(scorer.load(SHARED / "reference" / "dev-reference.jsonl"), rows))


@pytest.mark.parametrize("figure", FLOORS)
def test_the_development_articles_are_coded_at_least_as_well_as_before(figure: str) -> None:
    assert figures()[figure] >= FLOORS[figure]
