"""The development articles against what careful readers found: meetings and people never fall below these figures."""

import pytest

from tests.golden.scorer import development_figures
from tests.shared import needs_shared

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


@pytest.mark.parametrize("name", FLOORS)
def test_a_figure_does_not_fall_below_its_floor(name: str) -> None:
    assert development_figures()[name] >= FLOORS[name]
