"""The development articles against what careful readers found: meetings and people never fall below these figures."""

import json
from functools import cache

import pytest

from parley import codebook, coding, reading
from parley.coding.public import as_row
from tests.golden.test_founding import scorer
from tests.shared import SHARED, needs_shared

pytestmark = needs_shared
FLOORS = {
    "meetings.f1": 0.85,
    "meetings.focal": 0.95,
    "meetings.date": 0.95,
    "meetings.parties": 0.95,
    "meetings.place": 0.95,
    "meetings.country": 0.95,
    "meetings.series": 0.95,
    "meetings.kind": 0.92,
    "meetings.status": 0.95,
    "people.f1": 0.95,
    "people.full_name": 0.95,
    "people.office": 0.95,
    "people.party": 0.95,
    "spans.exact": 1.0,
}


@cache
def figures() -> dict[str, float]:
    folder = SHARED / "reference"
    articles = reading.read("dev.jsonl", (folder / "dev-articles.jsonl").read_bytes())
    coded = {article.id: as_row(article, coding.code(article, codebook.load())) for article in articles}
    lines = (folder / "dev-reference.jsonl").read_text("utf-8").splitlines()
    return dict(scorer().score({row["id"]: row for row in map(json.loads, lines)}, coded))


@pytest.mark.parametrize("name", FLOORS)
def test_a_figure_does_not_fall_below_its_floor(name: str) -> None:
    assert figures()[name] >= FLOORS[name]
