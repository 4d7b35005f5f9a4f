"""What became of promises: people say so, with a reason; it outlives readings anew, and is undone, never erased."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from parley.errors import StoreError
from parley.queries.commitments import our_side
from parley.queries.folding import Promise
from parley.queries.promise_states import standing
from parley.queries.promises import every_promise
from parley.store import Connection, revision, save, writer
from parley.store.articles import remove_articles
from parley.store.promises import Sentence, say, set_our_side, undo
from parley.store.recodings import rewrite
from tests import espd
from tests.desk import Told, make, settings_in
from tests.pages.test_promises import FLIGHTS, OPENED, the_next, the_round

TODAY = date(2024, 9, 10)


def database(folder: Path, articles: Iterable[Told] = ()) -> Connection:
    return writer(make(settings_in(folder), articles or [the_round(), the_next()]))


def flights(db: Connection) -> Promise:
    return next(one for one in every_promise(db) if one.first.sentence == FLIGHTS)


def of(promise: Promise) -> Sentence:
    return Sentence(promise.first.article_key, promise.first.start, promise.first.sentence)


@pytest.mark.parametrize(
    ("today", "stands"),
    [
        (date(2024, 8, 1), "open"),
        (date(2024, 8, 31), "due"),
        (date(2024, 9, 30), "due"),
        (date(2024, 10, 1), "passed"),
        (date(2030, 1, 1), "passed"),
    ],
)
def test_a_deadline_of_september_is_due_30_days_before_its_last_day_and_then_passed_never_lapsed(
    tmp_path: Path, today: date, stands: str
) -> None:
    assert standing(flights(database(tmp_path)), today) == stands


def test_without_a_deadline_a_promise_stays_open(tmp_path: Path) -> None:
    db = database(tmp_path)
    undated = [one for one in every_promise(db) if one.family == "promise" and one.due_on is None]
    assert {standing(one, date(2099, 1, 1)) for one in undated} == {"open"}


def test_a_signed_document_stands_nowhere(tmp_path: Path) -> None:
    (document,) = [one for one in every_promise(database(tmp_path)) if one.family == "signed"]
    assert standing(document, TODAY) is None


def test_a_person_says_kept_or_lapsed_and_takes_it_back(tmp_path: Path) -> None:
    db = database(tmp_path)
    first = say(db, of(flights(db)), "lapsed", "anna", note="The airline was wound up.")
    assert standing(flights(db), TODAY) == "lapsed"
    second = say(db, of(flights(db)), "kept", "boris", note="They fly since May.")
    assert standing(flights(db), TODAY) == "kept"
    assert undo(db, second, "anna")
    assert standing(flights(db), TODAY) == "lapsed"
    assert undo(db, first, "anna")
    assert not undo(db, first, "anna")
    assert standing(flights(db), TODAY) == "due"
    assert [(c.state, c.actor, c.undone_by) for c in flights(db).changes] == [
        ("lapsed", "anna", "anna"),
        ("kept", "boris", "anna"),
    ]


def test_what_stands_already_is_not_said_twice(tmp_path: Path) -> None:
    db, by = database(tmp_path), Sentence("a-key", 3, OPENED)
    first = say(db, of(flights(db)), "kept", "anna", note="Seen.")
    with pytest.raises(StoreError, match="stands so already"):
        say(db, of(flights(db)), "kept", "anna", note="Seen.")
    say(db, of(flights(db)), "refused", "anna", by=by)
    with pytest.raises(StoreError, match="stands so already"):
        say(db, of(flights(db)), "refused", "boris", by=by)
    say(db, of(flights(db)), "refused", "anna", by=Sentence("a-key", 90, OPENED))
    assert [change.state for change in flights(db).changes] == ["kept", "refused", "refused"]
    assert undo(db, first, "anna")
    say(db, of(flights(db)), "kept", "boris", note="Seen again.")
    assert flights(db).settled == "kept"


def test_each_change_is_told_in_the_log_and_readers_see_it_at_once(tmp_path: Path) -> None:
    db = database(tmp_path)
    before = revision(db)
    undo(db, say(db, of(flights(db)), "kept", "anna", note="Seen."), "boris")
    told = db.execute("SELECT actor, action FROM log WHERE action LIKE 'promise%' ORDER BY id").fetchall()
    assert told == [("anna", "promise kept"), ("boris", "promise change undone")]
    assert revision(db) == before + 2


def test_nothing_is_said_without_a_sentence_or_a_note(tmp_path: Path) -> None:
    db = database(tmp_path)
    with pytest.raises(StoreError, match="choose a sentence, or write a note"):
        say(db, of(flights(db)), "kept", "anna", note="  ")
    assert flights(db).changes == ()


def test_what_was_said_can_be_neither_changed_nor_erased(tmp_path: Path) -> None:
    db = database(tmp_path)
    say(db, of(flights(db)), "kept", "anna", note="Seen.")
    for statement in ("UPDATE promise_states SET state = 'lapsed'", "DELETE FROM promise_states"):
        with pytest.raises(Exception, match="only undone"):
            db.execute(statement)
    assert flights(db).settled == "kept"


def test_a_decision_outlives_a_reading_anew_and_the_removal_of_its_article(tmp_path: Path) -> None:

    db = database(tmp_path)
    other = next(one for one in every_promise(db) if one.first.sentence != FLIGHTS)
    say(db, of(flights(db)), "kept", "anna", by=Sentence("a-key", 3, OPENED))
    article, coding = the_round()
    numbers = {one.first.article for one in every_promise(db) if one.first.sentence == FLIGHTS}
    wider = tuple(
        replace(c, sentence=replace(c.sentence, end=c.sentence.end + 1, quote=f"{c.sentence.quote} "))
        for c in coding.commitments
    )
    rewrite(db, numbers.pop(), replace(coding, commitments=wider), keep=True)
    assert next(one for one in every_promise(db) if one.first.sentence.startswith(FLIGHTS)).settled == "kept"
    remove_articles(db, [other.first.article], actor="anna", why="test")
    assert every_promise(db) == ()
    save(db, article, coding, actor="anna")
    assert flights(db).settled == "kept"
    assert [one.settled for one in every_promise(db) if one.first.sentence != FLIGHTS] == [None] * 5


def test_a_person_may_open_again_what_a_round_seemed_to_keep(tmp_path: Path) -> None:
    article, coding = espd.ROUND_2022
    dated = replace(coding, commitments=tuple(replace(one, due="2023") for one in coding.commitments))
    db = database(tmp_path, [(article, dated), espd.STATEMENT_2023])
    (promise,) = every_promise(db)
    assert promise.settled == "kept"
    say(db, of(promise), "open", "anna", note="That was another format.")
    (promise,) = every_promise(db)
    assert (promise.settled, promise.is_open) == (None, True)


def test_our_side_is_kept_for_the_desk_and_can_be_let_go(tmp_path: Path) -> None:

    db = database(tmp_path)
    assert our_side(db) is None
    set_our_side(db, "KZ", "anna")
    assert our_side(db) == "KZ"
    set_our_side(db, None, "anna")
    assert our_side(db) is None
