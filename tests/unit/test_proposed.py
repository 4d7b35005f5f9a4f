"""Dialogues that the codebook does not hold: found by their names, and offered to whoever keeps it."""

from pathlib import Path

import pytest

from parley.model import Filters
from parley.queries.proposed import proposed
from parley.queries.units import how_many
from parley.store import reader
from parley.store.words import series_slug
from tests.desk import ESPD, Met, Said, Story, make, settings_in, told

KNOWN = {"series_id": ESPD[0], "series": ESPD[1]}


def test_a_dialogue_that_no_registry_knows_is_proposed_with_its_sides_and_what_tells_of_it(tmp_path: Path) -> None:
    unknown = {"kind": "dialogue", "parties": ("NO", "KE"), "series": "Norway–Kenya Political Dialogue"}
    met = (
        Met(start="2022-05-06", **unknown),
        Met(start="2023-05-08", **unknown),
        Met(start="2024-05", status="planned", **unknown),
        Met("dialogue", ESPD[2], "2023-11-06", **KNOWN),
    )
    stories = [
        told(Story(f"Account {n}", (Said(f"They met for talks number {n}."),), (one,))) for n, one in enumerate(met)
    ]
    db = reader(make(settings_in(tmp_path), stories))
    (found,) = proposed(db, Filters())
    assert (found.name, found.sides) == ("Norway–Kenya Political Dialogue", ("KE", "NO"))
    assert (found.held, found.referred, found.first_year, found.last_year) == (2, 1, 2022, 2024)
    assert found.articles == how_many(db, "articles", Filters(dialogues=(found.series,)))
    assert proposed(db, Filters(dialogues=(ESPD[0],))) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("U.S.–Norway Political Dialogue", "Norway – U.S. Political Dialogue"),
        ("U.S.-Norway Political Dialogue", "United States-Norway Political Dialogue"),
        ("The Fjord Foreign Ministers' Meeting", "Fjord Foreign Ministers’ Meeting"),
    ],
)
def test_one_dialogue_under_two_spellings_is_one(one: str, other: str) -> None:
    assert series_slug(one) == series_slug(other)


def test_two_dialogues_of_the_same_sides_are_two() -> None:
    assert series_slug("U.S.-Norway Political Dialogue") != series_slug("U.S.-Norway Cyber Dialogue")
