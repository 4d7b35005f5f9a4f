"""Topics, readings and promises of the development articles: what the rules reach, never to fall back unseen."""

import pytest

from tests.golden.scorer import development_figures
from tests.shared import needs_shared

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


@pytest.mark.parametrize("figure", FLOORS)
def test_the_development_articles_are_coded_at_least_as_well_as_before(figure: str) -> None:
    assert development_figures()[figure] >= FLOORS[figure]
