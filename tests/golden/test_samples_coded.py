"""What Parley finds in the samples: the meeting that each reports, with its day, its place and its dialogue."""

from functools import cache

import pytest

from parley.codebook import load
from parley.coding import code
from parley.model import Meeting
from tests.golden.sample_articles import expected, samples

# Shares of samples right today, in all three languages. They only ever rise.
FLOORS = {
    "status": 0.99,
    "start": 0.99,
    "end": 0.99,
    "place": 0.99,
    "country": 0.99,
    "series_id": 0.99,
    "edition": 0.98,
}


@cache
def focal() -> dict[str, Meeting | None]:
    """The first focal meeting found in each sample."""
    return {
        name: next((meeting for meeting in code(article, load()).meetings if meeting.focal), None)
        for name, article in samples().items()
    }


def found(field: str) -> dict[str, str]:
    return {name: str(getattr(meeting, field) or "") if meeting else "no meeting" for name, meeting in focal().items()}


@pytest.mark.parametrize(("field", "floor"), FLOORS.items())
def test_samples_give_their_meeting_as_the_facts_have_it(field: str, floor: float) -> None:
    missed = {
        name: (said, expected()[name][field])
        for name, said in found(field).items()
        if expected()[name][field] not in {"*", said}
    }
    assert len(missed) <= (1 - floor) * len(samples()), missed


def test_a_meeting_of_a_registered_series_is_never_left_without_a_kind() -> None:
    kinds = {name: m.kind for name, m in focal().items() if m and m.series_id}
    assert {name for name, kind in kinds.items() if kind in {"other", "bilateral"}} == set()
