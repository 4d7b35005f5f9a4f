"""Accuracy against what people checked: counted once a finding, by the decision that stands, with its uncertainty."""

from collections.abc import Iterator
from contextlib import closing
from operator import attrgetter
from pathlib import Path

import pytest

from parley.queries.checked import Score, findings, scores
from parley.store import Connection, corrections, writer
from parley.store.corrections import Anchor, Correction, Verdict
from parley.store.sqlite import transaction
from parley.ui.system.accuracy import ALL, COLUMNS, as_table, in_words, opened, total
from tests.desk import settings_in


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Connection]:
    with closing(writer(settings_in(tmp_path))) as db:
        yield db


def decide(db: Connection, verdict: Verdict, which: str = "trade", key: str = "k") -> int:
    with transaction(db):
        return corrections.correct(db, Correction("topic", verdict, key, anchor=Anchor(which)), "anna")


def test_a_finding_accepted_is_right_and_one_rejected_is_not(db: Connection) -> None:
    decide(db, "accepted")
    decide(db, "rejected", "health")
    assert scores(findings(db))[0] == (Score("Topics in sentences", 2, 1),)


def test_the_newest_decision_on_a_finding_counts_until_it_is_undone(db: Connection) -> None:
    decide(db, "accepted")
    later = decide(db, "rejected")
    assert scores(findings(db))[0] == (Score("Topics in sentences", 1, 0),)
    with transaction(db):
        corrections.undo(db, later, "anna")
    assert scores(findings(db))[0] == (Score("Topics in sentences", 1, 1),)


def test_what_people_added_was_never_found_and_what_nobody_knows_is_not_checked(db: Connection) -> None:
    decide(db, "added")
    decide(db, "accepted")
    decide(db, "unsure", "health")
    assert scores(findings(db)) == ((), ())


def test_a_share_is_told_from_ten_on_with_the_range_of_wilson() -> None:
    assert (Score("x", 9, 9).share, Score("x", 9, 9).between) == (None, None)
    low, high = Score("x", 10, 9).between or (0, 0)
    assert (round(low, 3), round(high, 3)) == (0.596, 0.982)
    assert as_table([Score("Places", 44, 41)], "Found").iloc[0]["Share"] == "93%"


def test_the_months_are_those_of_checking(db: Connection) -> None:
    decide(db, "accepted")
    (month,) = scores(findings(db))[1]
    at = db.execute("SELECT at FROM corrections").fetchone()[0]
    assert (month.name, month.checked) == (at[:7], 1)


def test_the_sum_is_said_in_a_sentence() -> None:
    assert in_words([Score("a", 40, 38), Score("b", 4, 3)]) == "41 of 44 checked findings were right."


def test_each_number_opens_exactly_the_findings_that_it_counts(db: Connection) -> None:
    right, wrong = decide(db, "accepted"), decide(db, "rejected", "health")
    found = findings(db)
    (kind,), (month,) = scores(found)
    for row, of in ((kind.name, attrgetter("name")), (month.name, attrgetter("month")), (ALL, attrgetter("name"))):
        behind = {
            column: [one.decision.id for one in opened(found, (row, column), of)[1]]
            for column in ("Checked", "Right", "Not right", "Share", "")
        }
        assert behind == {
            "Checked": [right, wrong],
            "Right": [right],
            "Not right": [wrong],
            "Share": [right, wrong],
            "": [right, wrong],
        }
    assert total([kind, kind]) == Score(ALL, 4, 2)


def test_a_topic_judged_in_a_whole_text_is_one_finding_whatever_sentence_was_in_view(db: Connection) -> None:
    for verdict, words in (("accepted", "One sentence."), ("rejected", "Another.")):
        one = Correction("topic", verdict, "k", anchor=Anchor("trade", quote=words))
        with transaction(db):
            corrections.correct(db, one, "anna")
    assert scores(findings(db))[0] == (Score("Topics in sentences", 1, 0),)


def test_the_table_shows_every_column_that_it_has() -> None:
    shown = as_table([Score("Places", 44, 41)], "Found")
    assert ["Found", *COLUMNS] == list(shown.columns)
    assert all(config and config["label"] == name for name, config in COLUMNS.items())
