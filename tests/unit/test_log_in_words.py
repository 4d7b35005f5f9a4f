"""The log of the desk: in the words of its readers, narrowed, page by page, and safe in a spreadsheet."""

from collections.abc import Iterator

import pytest

from parley.briefs.sheets import Sheet, as_csv
from parley.queries import log
from parley.queries.log import Wanted
from parley.settings import Settings
from parley.store import Connection, save
from parley.store.history import log as written
from parley.store.intake import accept
from parley.store.internal import mark
from parley.ui.system.log import as_table, listed
from tests.desk import MANY


@pytest.fixture
def db(db: Connection) -> Iterator[Connection]:
    for at, actor, action, target, detail in (
        ("2024-01-10T08:00:00.000+00:00", "local", "upload", "batch 3", '{"documents": 40}'),
        ("2024-01-10T08:01:00.000+00:00", "worker", "document read", "document 9", '{"name": "Талант.pdf"}'),
        ("2024-01-11T09:00:00.000+00:00", "anna", "reading corrected", "correction 1", '{"field": "strength"}'),
        ("2024-01-12T09:00:00.000+00:00", "anna", "recoding asked for", "articles", '{"reason": "New topic."}'),
    ):
        db.execute(
            "INSERT INTO log (at, actor, action, target, detail) VALUES (?, ?, ?, ?, ?)",
            (at, actor, action, target, detail),
        )
    yield db
    db.close()


def test_lines_are_told_in_the_words_of_readers(db: Connection) -> None:
    told = [(one.what, one.about, one.reason) for one in log.entries(db, Wanted())]
    assert told == [
        ("reading anew asked for", "articles", "New topic."),
        ("wording corrected", "decision 1", ""),
        ("document read", "Талант.pdf", ""),
        ("upload", "upload 3: 40 documents", ""),
    ]


def test_one_document_of_an_upload_is_one(db: Connection) -> None:
    db.execute(
        "INSERT INTO log (at, actor, action, target, detail) VALUES ('2024-01-13', 'local', 'upload', 'batch 4', ?)",
        ('{"documents": 1}',),
    )
    assert log.entries(db, Wanted())[0].about == "upload 4: 1 document"


@pytest.mark.parametrize(
    ("wanted", "left"),
    [
        (Wanted(actors=("anna",)), [4, 3]),
        (Wanted(actions=("upload", "document read")), [2, 1]),
        (Wanted(since="2024-01-11", before="2024-01-12"), [3]),
        (Wanted(text="ТАЛАНТ"), [2]),
        (Wanted(text="new topic", actors=("worker",)), []),
    ],
)
def test_it_is_narrowed_by_person_kind_days_and_text(db: Connection, wanted: Wanted, left: list[int]) -> None:
    assert [one.id for one in log.entries(db, wanted)] == left
    assert log.how_many(db, wanted) == len(left)


def test_it_is_read_page_by_page(db: Connection) -> None:
    first = log.entries(db, Wanted(), most=3)
    assert [one.id for one in first] == [4, 3, 2]
    assert [one.id for one in log.entries(db, Wanted(), first[-1].id, 3)] == [1]


def test_people_and_kinds_are_offered_with_their_lines(db: Connection) -> None:
    assert log.actors(db) == {"anna": 2, "local": 1, "worker": 1}
    assert log.actions(db)["upload"] == 1


def test_no_cell_of_its_file_is_a_formula(db: Connection) -> None:
    written(db, "local", "view saved", "view 1", name="=HYPERLINK(1)", reason="@sum")
    file = as_csv(Sheet("Log", "", as_table(log.entries(db, Wanted(), most=1)))).decode()
    assert "'=HYPERLINK(1)" in file
    assert "'@sum" in file


def test_a_file_leaves_out_every_line_that_may_name_an_internal_document(
    db: Connection, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PARLEY_DATA", str(settings.data))
    public, internal = (save(db, article, coding, actor="test").article_id for article, coding in MANY[:2])
    written(db, "local", "promise kept", "promise change 1", quote="They signed it.")
    everything = listed(Wanted(), with_own=False)
    assert everything is not None
    assert len(everything.rows) == 7
    mark(db, "local", [internal], internal=True)
    left, ticked = (listed(Wanted(), with_own=with_own) for with_own in (False, True))
    assert left is not None
    assert ticked is not None
    assert MANY[0][0].title in set(left.rows["About"])
    assert not {MANY[1][0].title, "They signed it.", "Талант.pdf"} & set(left.rows["About"])
    assert left.what == "4 lines of the log, newest first. 4 lines that may name internal documents left out"
    assert {MANY[1][0].title, "They signed it.", "Талант.pdf"} <= set(ticked.rows["About"])
    assert public != internal


def test_what_an_internal_upload_brought_is_not_named_though_no_text_of_it_could_be_read(
    db: Connection, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PARLEY_DATA", str(settings.data))
    upload = accept(db, settings, [("Secret memo.pdf", b"%PDF-")], "upload", "local", internal=True)
    (document,) = db.execute("SELECT document_id FROM jobs WHERE batch_id = ?", (upload,)).fetchone()
    public = save(db, *MANY[0], actor="test", document_id=document).article_id
    written(db, "worker", "document unreadable", f"document {document}", name="Secret memo.pdf", reason="No text.")
    written(db, "local", "dialogue followed", "dialogue secret-talks")
    left = listed(Wanted(), with_own=False)
    assert left is not None
    assert f"article {public}" in {row[0] for row in db.execute("SELECT target FROM log")}
    assert MANY[0][0].title in set(left.rows["About"])
    assert not {"Secret memo.pdf", "Талант.pdf", "dialogue secret-talks"} & set(left.rows["About"])


def test_of_two_thousand_lines_those_that_stay_are_counted_without_reading_them(db: Connection) -> None:
    for article, coding in MANY[:2]:
        mark(db, "local", [save(db, article, coding, actor="test").article_id], internal=True)
    for n in range(2_000):
        written(db, "local", "view saved", f"view {n}", name=f"View {n}" if n % 2 else "")
    lines = log.entries(db, Wanted(), most=log.EVERY)
    asked: list[str] = []
    db.set_trace_callback(asked.append)
    counts = [log.how_many_stay(db, wanted) for wanted in (Wanted(), Wanted(actors=("local",)))]
    db.set_trace_callback(None)
    assert counts[0] == sum(not one.may_leave for one in lines)
    assert counts[1] == sum(not one.may_leave and one.actor == "local" for one in lines) == 1_000
    assert [sql.lstrip()[:15] for sql in asked] == ["SELECT count(*)"] * 2


@pytest.mark.parametrize(("field", "said"), [("one", "one meeting"), ("due", "deadline"), ("place", "place")])
def test_the_field_of_a_decision_is_told_in_words(db: Connection, field: str, said: str) -> None:
    written(db, "anna", "meeting corrected", "correction 2", title="Talks", field=field)
    assert log.entries(db, Wanted())[0].about == f"Talks ({said})"
