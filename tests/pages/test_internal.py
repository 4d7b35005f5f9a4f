"""Documents of the house: marked, and seen everywhere. What leaves is in test_files_leave_the_house.py."""

from contextlib import closing

import pytest

from parley.ingest import STAYS_PUBLIC
from parley.model import Filters
from parley.queries.article_list import article_ids
from parley.queries.internal import internal_articles, internal_under
from parley.queries.log import Wanted, entries
from parley.queries.waiting import waiting_rows
from parley.settings import Settings
from parley.sheets.columns import as_json, made
from parley.spreadsheets import NOT_INTERNAL
from parley.store import held, reader, taking_back, writer
from parley.store.articles import remove_articles, save
from parley.store.given import PASTED, give_text
from parley.store.intake import accept
from parley.store.internal import mark
from parley.store.jobs import receipts_of
from parley.ui.inbox.intake import ROWS_ARE_NOT
from tests.desk import ONE
from tests.pages.screens import opened, words
from tests.papers import SIX, settled
from tests.spreadsheets import HEAD, ROWS


def marked(settings: Settings, *articles: int, internal: bool = True) -> int:
    with closing(writer(settings)) as db:
        return mark(db, "local", articles, internal=internal)


def numbers(settings: Settings) -> tuple[frozenset[int], tuple[int, ...]]:
    with closing(reader(settings)) as db:
        return internal_articles(db), article_ids(db, Filters())


def test_a_mark_is_kept_with_the_text_when_its_article_is_removed_and_comes_again(one_article: Settings) -> None:
    (only,) = numbers(one_article)[1]
    assert marked(one_article, only) == 1
    assert marked(one_article, only) == 0
    with closing(writer(one_article)) as db:
        remove_articles(db, [only], actor="local", why="taken back")
        assert internal_articles(db) == frozenset()
        again = save(db, *ONE[0], actor="local").article_id
        assert internal_articles(db) == {again}
    assert marked(one_article, again, internal=False) == 1
    assert numbers(one_article)[0] == frozenset()


def test_the_reader_marks_an_article_and_every_link_to_it_says_so(one_article: Settings) -> None:
    (only,) = numbers(one_article)[1]
    screen = opened("articles", id=str(only))
    next(toggle for toggle in screen.toggle if toggle.label == "Internal").set_value(True).run()
    assert numbers(one_article)[0] == {only}
    overview = opened("overview")
    overview.button(key="number-meetings").click().run()
    assert any(link.proto.label.endswith("internal") for link in overview.get("page_link"))


@pytest.mark.usefixtures("one_article")
def test_no_tick_is_asked_for_where_nothing_is_internal() -> None:
    screen = opened("articles")
    assert not [box for box in screen.checkbox if "internal" in box.label]


def test_a_list_is_marked_at_once_and_its_files_ask_before_they_hold_it(many_articles: Settings) -> None:
    screen = opened("articles")
    screen.button(key="internal.all").click().run()
    marks, listed = numbers(many_articles)
    assert marks == set(listed)
    assert [box.label for box in screen.checkbox if "internal" in box.label] == [
        f"Include {len(listed)} internal documents"
    ]


def test_two_dialogues_compared_count_the_internal_documents_of_both_and_no_others(many_articles: Settings) -> None:
    marked(many_articles, *numbers(many_articles)[1])
    own, other = Filters(dialogues=("us-kz-espd",)), Filters(dialogues=("c5+1",))
    with closing(reader(many_articles)) as db:
        under = [internal_under(db, filters) for filters in (own, other)]
    assert all(under)
    dialogues = {"a_in": own.dialogues[0], "b_in": other.dialogues[0]}
    screen = opened("topics", view="compare", a="trade", b="trade", **dialogues)
    (box,) = [box for box in screen.checkbox if str(box.key).startswith("internal.include.compared")]
    assert box.label == f"Include {len(under[0] | under[1])} internal documents"


def test_the_page_with_an_internal_answer_offers_to_include_it(many_articles: Settings) -> None:
    marked(many_articles, *numbers(many_articles)[1])
    said = opened("topics", sheet="trade", series="us-kz-espd", last="3")
    assert any("internal document" in box.label for box in said.checkbox)
    assert "Trade" in words(said)


@pytest.fixture
def uploaded(empty: Settings) -> Settings:
    """Six documents that wait, handed in as internal ones by the screen, and a public one."""
    screen = opened("inbox")
    for name, data in SIX:
        screen.file_uploader[0].upload(name, data, "text/plain")
    screen.checkbox(key="own.inbox.files.0").check().run()
    screen.button(key="inbox.upload").click().run()
    assert not screen.checkbox(key="own.inbox.files.1").value  # the next upload is public until it is ticked
    settled(empty)
    screen.text_area(key="paste.text").input(PUBLIC)
    screen.button(key="inbox.read_text").click().run()
    settled(empty)
    return empty


PUBLIC = "The ministry of example opens at nine on Monday, 4 March 2024."


def test_each_document_of_an_internal_upload_is_marked_while_it_waits_and_once_it_is_added(uploaded: Settings) -> None:
    with closing(writer(uploaded)) as db:
        rows = waiting_rows(db)
        read = [row.kind != "unreadable" for row in rows]
        assert [bool(row.internal) for row in rows] == read
        screen = opened("inbox")
        screen.session_state["upload.1"] = True
        # Each has its row among those that wait, and its line in the upload.
        assert words(screen.run()).count(":material/lock: Internal") == sum(read) * 2
        held.ask_to_add(db, [row.id for row in rows], "local")
    settled(uploaded)
    marks, listed = numbers(uploaded)
    with closing(reader(uploaded)) as db:
        (public,) = db.execute("SELECT id FROM articles WHERE text LIKE '%opens at nine%'").fetchone()
    assert (len(marks), set(listed) - marks) == (sum(read), {public})


def test_the_mark_of_a_waiting_document_is_shown_and_changed_where_it_is_checked(uploaded: Settings) -> None:
    with closing(writer(uploaded)) as db:
        number = next(row.id for row in waiting_rows(db) if row.internal)
    screen = opened("check", document=str(number))
    (mark,) = [toggle for toggle in screen.toggle if toggle.label == "Internal"]
    assert mark.value
    mark.set_value(False).run()
    with closing(reader(uploaded)) as db:
        assert number not in [row.id for row in waiting_rows(db) if row.internal]
    (mark,) = [toggle for toggle in screen.toggle if toggle.label == "Internal"]
    assert not mark.value
    mark.set_value(True).run()
    with closing(reader(uploaded)) as db:
        line = entries(db, Wanted(actions=("marked internal",)))[0]
        (row,) = [row for row in waiting_rows(db) if row.id == number]
        assert (row.internal, line.about, line.may_leave) == (1, row.title, False)


def test_that_meetings_of_a_spreadsheet_bear_no_mark_is_said_before_and_after(empty: Settings) -> None:
    screen = opened("inbox")
    screen.file_uploader[0].upload("guests.csv", (HEAD + ROWS).encode(), "text/csv").run()
    assert not screen.warning
    screen.checkbox(key="own.inbox.files.0").check().run()
    assert [one.value for one in screen.warning] == [ROWS_ARE_NOT]
    columns = made("meetings", {"date": ["Day"], "person": ["Guest"], "sides": ["Land"]}, always="US")
    with closing(writer(empty)) as db:
        upload = accept(
            db, empty, [("a.csv", (HEAD + ROWS).encode())], "upload", "local", as_json(columns), internal=True
        )
    settled(empty)
    with closing(reader(empty)) as db:
        (receipt,) = [one for one in receipts_of(db, upload) if one.outcome == "rows"]
    assert NOT_INTERNAL in receipt.reason


def test_a_text_given_for_a_document_of_an_internal_upload_is_internal_too(uploaded: Settings) -> None:
    with closing(writer(uploaded)) as db:
        (receipt,) = db.execute("SELECT id FROM receipts WHERE outcome = 'unreadable'").fetchone()
        give_text(db, uploaded, receipt, b"A note of the desk, given by hand on 4 May 2024.", actor="local", how=PASTED)
        settled(uploaded)
        assert [row.internal for row in waiting_rows(db) if "pasted" in row.name] == [1]


def test_a_public_text_that_comes_again_as_an_internal_one_stays_public_and_its_receipt_says_so(
    uploaded: Settings,
) -> None:
    (public,) = numbers(uploaded)[1]
    screen = opened("inbox")
    screen.text_area(key="paste.text").input(PUBLIC)
    screen.checkbox(key="paste.own").check()
    screen.button(key="inbox.read_text").click().run()
    assert not screen.checkbox(key="paste.own").value
    settled(uploaded)
    assert numbers(uploaded) == (frozenset(), (public,))
    assert STAYS_PUBLIC in words(opened("inbox"))
    assert receipt_of(uploaded, PUBLIC.encode(), hold=True) == ("known", STAYS_PUBLIC)
    with closing(writer(uploaded)) as db:
        taking_back.ask_to_take_back(db, 3, "local")
    settled(uploaded)
    assert numbers(uploaded) == (frozenset(), (public,))


def receipt_of(settings: Settings, text: bytes, *, hold: bool = False) -> tuple[str, str]:
    """The outcome of one more internal upload, and what its receipt says."""
    with closing(writer(settings)) as db:
        batch = accept(db, settings, [("again.txt", text)], "upload", "local", internal=True, hold=hold)
    settled(settings)
    with closing(reader(settings)) as db:
        (receipt,) = receipts_of(db, batch)
    return receipt.outcome, receipt.reason


def test_each_mark_that_an_internal_upload_makes_has_its_line_in_the_log(uploaded: Settings) -> None:
    with closing(reader(uploaded)) as db:
        marks = entries(db, Wanted(actions=("marked internal",)))
        assert sorted(one.about for one in marks) == sorted(row.title for row in waiting_rows(db) if row.internal)
    assert not any(one.may_leave for one in marks)


def test_a_public_text_that_waits_stays_public_when_it_comes_again_as_an_internal_one(empty: Settings) -> None:
    two = [(f"{day}.txt", f"The notice of {day} March 2024 is short.".encode()) for day in (4, 5)]
    with closing(writer(empty)) as db:
        accept(db, empty, two, "upload", "local", hold=True)
    settled(empty)
    assert receipt_of(empty, two[0][1], hold=True) == ("known", STAYS_PUBLIC)
    with closing(reader(empty)) as db:
        assert [row.internal for row in waiting_rows(db)] == [0, 0]


def test_an_upload_taken_back_and_brought_again_is_internal_still(uploaded: Settings) -> None:
    with closing(writer(uploaded)) as db:
        taking_back.ask_to_take_back(db, 1, "local")
        settled(uploaded)
        taking_back.bring_again(db, 1, "local")
        settled(uploaded)
        rows = waiting_rows(db)
        assert [bool(row.internal) for row in rows] == [row.kind != "unreadable" for row in rows]
        assert rows
    assert any("Files (internal), " in box.label.replace("\\", "") for box in opened("inbox").expander)
