"""Every number on every screen is the count of the distinct units that it opens, whatever is filtered.

Over a desk with the sample articles, a spreadsheet, documents that wait and decisions of people, under fifty random
sets of filters. The table of the numbers is tests/numbers; where each stands in the screens is tests/numbers/shown.csv.
"""

import ast
import csv
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from types import FrameType
from typing import Any

import pytest

from parley.model import Filters
from parley.queries.read import Connection
from parley.store import reader
from tests.home import HOME
from tests.numbers import METRICS, any_filters
from tests.numbers.fixture import make_desk
from tests.numbers.kinds import Metric, units_behind

SETS, SEED = 50, 20231106
A_KIND_AND_SET = 2
"""So many numbers of one kind are compared under one set of filters, drawn anew each time."""
UI = HOME / "lib" / "parley" / "ui"
SHOWN = HOME / "tests" / "numbers" / "shown.csv"
LEDGER: Counter[tuple[str, str, str]] = Counter()
"""How many comparisons were made of a number above zero, by screen, name and kind; `MADE` of any number."""
MADE: Counter[tuple[str, str, str]] = Counter()


@pytest.fixture(scope="module")
def db(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    with reader(make_desk(tmp_path_factory.mktemp("numbers"))) as opened:
        yield opened
    by_screen: Counter[str] = Counter()
    for (screen, _, _), count in MADE.items():
        by_screen[screen] += count
    with request.config.pluginmanager.get_plugin("capturemanager").global_and_fixture_disabled():
        print(f"\nNumbers compared: {MADE.total()}, above zero {LEDGER.total()}; by screen {dict(by_screen)}")  # noqa: T201


@pytest.fixture(scope="module")
def filter_sets(db: Connection) -> list[Filters]:
    random = Random(SEED)
    return [Filters(), *(any_filters(db, random) for _ in range(SETS - 1))]


@pytest.mark.parametrize("metric", METRICS, ids=lambda metric: f"{metric.screen}: {metric.name}")
def test_every_number_is_the_count_of_what_it_opens(metric: Metric, db: Connection, filter_sets: list[Filters]) -> None:
    random = Random(f"{SEED} {metric.screen} {metric.name}")
    seen: Counter[str] = Counter()
    for filters in filter_sets if metric.is_filtered else filter_sets[:1]:
        numbers = list(metric.numbers(db, filters))
        for kind in dict.fromkeys(number.kind for number in numbers):
            own = [number for number in numbers if number.kind == kind]
            for number in random.sample(own, min(A_KIND_AND_SET if metric.is_filtered else len(own), len(own))):
                assert number.value == len(units_behind(db, number.behind)), (number, filters)
                MADE[metric.screen, metric.name, kind] += 1
                LEDGER[metric.screen, metric.name, kind] += number.value > 0
                seen[kind] += number.value > 0
    assert not [kind for kind in metric.kinds if not seen[kind]], "never above zero"
    assert set(seen) <= set(metric.kinds), "kinds that the register does not name"


def functions() -> Iterator[tuple[str, ast.FunctionDef]]:
    """Every function of the screens, as "topics/trend.py:headline"."""
    for path in sorted(UI.rglob("*.py")):
        for one in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(one, ast.FunctionDef):
                yield f"{path.relative_to(UI).as_posix()}:{one.name}", one


def calls(one: ast.FunctionDef) -> set[str]:
    found = [call.func for call in ast.walk(one) if isinstance(call, ast.Call)]
    return {func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "") for func in found}


def writes_a_number(one: ast.FunctionDef) -> bool:
    """Whether it counts in words ("41 meetings"), or writes thousands with a comma."""
    formats = [part.format_spec for part in ast.walk(one) if isinstance(part, ast.FormattedValue) and part.format_spec]
    return "counted" in calls(one) or any("," in ast.unparse(spec) for spec in formats)


def test_every_place_that_opens_units_behind_a_number_is_tried_here(db: Connection, filter_sets: list[Filters]) -> None:
    called: set[str] = set()

    def note(frame: FrameType, event: str, _: Any) -> None:
        path = Path(frame.f_code.co_filename)
        if event == "call" and frame.f_code.co_filename.startswith(str(UI)):
            called.add(f"{path.relative_to(UI).as_posix()}:{frame.f_code.co_name}")

    sys.setprofile(note)
    try:
        for metric in METRICS:
            for _ in metric.numbers(db, filter_sets[0]):
                pass
    finally:
        sys.setprofile(None)
    opening = {name for name, one in functions() if "Opened" in calls(one)}
    missing = sorted(opening - called)
    assert not missing


def test_every_function_that_writes_a_number_has_its_row_or_says_why_it_opens_nothing() -> None:
    with SHOWN.open(encoding="utf-8", newline="") as table:
        rows = {row["where"]: row for row in csv.DictReader(table)}
    assert set(rows) == {name for name, one in functions() if writes_a_number(one)}
    metrics = {f"{metric.screen}: {metric.name}" for metric in METRICS}
    for row in rows.values():
        assert row["what"] in metrics if row["how"] == "row" else row["what"], row
