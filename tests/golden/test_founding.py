"""The founding article, coded by the project's own rules and held against what careful readers found in it."""

import json
from functools import cache
from typing import Any

import pytest

from parley import codebook, coding, reading
from parley.coding.public import as_row
from tests.golden.scorer import scorer
from tests.shared import SHARED, needs_shared

pytestmark = needs_shared


@cache
def row() -> dict[str, Any]:
    path = SHARED / "seed" / "espd-2023.txt"
    (article,) = reading.read(path.name, path.read_bytes())
    return as_row(article, coding.code(article, codebook.load()))


def figures() -> dict[str, float]:
    lines = (SHARED / "seed" / "reference.jsonl").read_text("utf-8").splitlines()
    reference = {entry["id"]: entry for entry in map(json.loads, lines)}
    return dict(scorer().score(reference, {row()["id"]: row()}))


# How firm a wording is, and whose it is, careful readers settle too; these may still differ from them.
READINGS = {f"topics.{name}" for name in ("strength", "strength_near", "by", "meeting", "about")}


@pytest.mark.parametrize("part", ["meetings", "people", "topics", "commitments", "sources", "left_out", "spans"])
def test_the_founding_article_is_coded_without_a_fault(part: str) -> None:
    found = {name: value for name, value in figures().items() if name.startswith(part) and not name.endswith(".n")}
    assert found
    assert {name: value for name, value in found.items() if value != 1.0 and name not in READINGS} == {}


def test_a_day_later_is_counted_from_the_talks_and_not_from_the_summit_recalled_in_between() -> None:
    assert [meeting["start"] for meeting in row()["meetings"]] == ["2023-11-06", "2023-09", "2023-11-07"]


def test_a_president_whose_agenda_is_praised_is_spoken_of_and_not_present() -> None:
    assert [person["person_id"] for person in row()["spoken_of"]] == ["kassym-jomart-tokayev"]
