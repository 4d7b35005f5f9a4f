"""What a large desk asks for: each meeting and promise held only against those that can be the same."""

from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from parley.codebook.ranks import Level
from parley.queries import doubles, promises
from parley.queries.folding import Promise
from parley.queries.pledges import Pledge
from parley.store import writer
from tests.desk import settings_in

NEW = """INSERT INTO meetings (id, kind, status, day, month, title, is_reported, has_text, start_on)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"""
PLEDGE = Pledge(
    *(1, "eu-kz", "pledges", "KZ", None, (), (), 1, 20240101, "2024-01-01", None, "They will open a port.", 0, 1, "k"),
    *(1, "Title", "2024-01-01", 20240101, "Courier", "en", False),
)


def test_a_meeting_is_held_only_against_those_of_its_sides_within_three_days(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = [date(2010, 1, 1) + timedelta(days=7 * n) for n in range(300)]
    days[1] = days[0] + timedelta(days=3)
    compared: list[tuple[int, int]] = []
    monkeypatch.setattr(doubles, "_contradict", lambda one, other: compared.append((one.id, other.id)))
    with closing(writer(settings_in(tmp_path))) as db:
        for n, day in enumerate(days, 1):
            row = (n, "other", "held", int(f"{day:%Y%m%d}"), int(f"{day:%Y%m}"), "", 1, 1, day.isoformat())
            db.execute(NEW, row)
            db.executemany("INSERT INTO meeting_parties (meeting_id, party) VALUES (?, ?)", [(n, "KZ"), (n, "JP")])
        read = 0

        def interval(*told: str | None) -> object:
            nonlocal read
            read += 1
            return days_of(*told)

        days_of = doubles.interval
        monkeypatch.setattr(doubles, "interval", interval)
        found = doubles.suspected(db)
    assert (compared, [{one.id, other.id} for one, other in found], read) == ([(2, 1)], [{1, 2}], 300)


def test_a_promise_is_looked_for_only_among_those_of_its_topics(monkeypatch: pytest.MonkeyPatch) -> None:
    held_against: list[tuple[int, int]] = []
    is_again = promises._is_again

    def counting(later: Promise, before: Promise, levels: dict[int, Level | None]) -> bool:
        held_against.append((later.id, before.id))
        return is_again(later, before, levels)

    monkeypatch.setattr(promises, "_is_again", counting)
    made = [
        Promise((replace(PLEDGE, id=n, meeting=n, met=20240101 + n, topics=(f"topic {n % 50}",), original=n),))
        for n in range(100)
    ]
    linked = {one.id: one.earlier for one in promises.chained(made, {})}
    assert linked == {n: n - 50 if n >= 50 else None for n in range(100)}
    assert len(held_against) == 50
