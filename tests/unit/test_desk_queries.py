"""What timeline, articles and inbox ask of the store, on the invented desk."""

from pathlib import Path

import pytest

from parley.model import Filters
from parley.queries import articles, inbox, timeline, units
from parley.queries import lanes as on_lanes
from parley.store import reader, writer
from parley.store.intake import accept
from parley.store.sqlite import Connection
from tests.desk import MANY, ONE, make, settings_in


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Connection:
    return reader(make(settings_in(tmp_path_factory.mktemp("desk")), MANY))


def test_lanes_hold_every_meeting_once_with_the_one_off_meetings_last(db: Connection) -> None:
    lanes = on_lanes.lanes(db, Filters())
    assert lanes[-1].short_name == on_lanes.ONE_OFF
    assert sum(lane.meetings for lane in lanes) == sum(timeline.standing_counts(db, Filters()).values())
    marks = on_lanes.lane_marks(db, Filters(), lanes)
    assert marks["meeting_id"].is_unique
    assert len(marks) == sum(lane.meetings for lane in lanes)


def test_lanes_come_by_the_latest_meeting_or_by_their_number(db: Connection) -> None:
    recent = [lane.latest for lane in on_lanes.lanes(db, Filters(), "recent")[:-1]]
    count = [lane.reported for lane in on_lanes.lanes(db, Filters(), "count")[:-1]]
    assert recent == sorted(recent, reverse=True)
    assert count == sorted(count, reverse=True)


def test_reported_and_referred_meetings_are_those_of_the_headline_numbers(db: Connection) -> None:
    for filters in (Filters(), Filters(sides=("KZ",)), Filters(since="2023-01-01"), Filters(topics=("trade",))):
        counts = timeline.standing_counts(db, filters)
        assert counts.get("reported", 0) == units.how_many(db, "meetings", filters)
        others = sum(count for standing, count in counts.items() if standing != "reported")
        assert others == units.how_many(db, "referred", filters)


def test_the_table_is_newest_first_and_every_page_goes_on_where_the_last_ended(
    db: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = timeline.meeting_table(db, Filters(), (), "")["meeting_id"].to_list()
    monkeypatch.setattr(timeline, "PAGE", 5)
    seen, before = [], timeline.START
    while not (page := timeline.meeting_table(db, Filters(), (), "", before)).empty:
        seen += page["meeting_id"].to_list()
        before = (int(page.iloc[-1]["day"]), int(page.iloc[-1]["meeting_id"]))
    assert seen == whole
    assert len(seen) == sum(timeline.standing_counts(db, Filters()).values())


def test_the_table_can_be_narrowed_by_standing_and_by_words(db: Connection) -> None:
    assert timeline.meeting_table(db, Filters(), ("planned",), "")["place"].to_list() == ["Astana"]
    assert set(timeline.meeting_table(db, Filters(), (), "Luxembourg")["place"]) == {"Luxembourg"}
    assert timeline.meeting_table(db, Filters(), (), "Beispiel")["kind"].to_list() == ["call"]
    assert timeline.meeting_table(db, Filters(), (), "100%").empty


def test_a_meeting_names_its_sides_and_the_head_of_each(db: Connection) -> None:
    row = timeline.meeting_table(db, Filters(), (), "Beispiel").iloc[0]
    assert (row["sides"], row["heads"]) == (("DE", "UZ"), ("Jonas Beispiel",))
    facts = timeline.meeting_facts(db, int(row["meeting_id"]))
    assert facts is not None
    assert facts.people == (("Jonas Beispiel", "Chancellor", "DE"),)
    assert facts.topics == (("Labour and mobility", 1),)
    assert timeline.meeting_facts(db, 10**6) is None


def test_the_reader_gets_every_finding_with_the_words_it_stands_on(tmp_path: Path) -> None:
    db = reader(make(settings_in(tmp_path), ONE))
    article, found = articles.stored_article(db, 1), articles.found_in(db, 1)
    assert article is not None
    assert [meeting.place for meeting in found.meetings] == ["Astana"]
    assert [
        (t.label, t.strength, article.text[slice(*t.spans[0])]) for t in found.topics if t.topic == "sanctions"
    ] == [("Sanctions and export controls", "stressed", "They voiced concern about sanctions.")]
    assert {person.name: person.is_present for person in found.people} == {
        "Dana Example": True,
        "Ermek Ulgi": True,
        "Madina Bastyk": False,
    }
    assert [article.text[slice(*p.spans[0])] for p in found.promises] == ["The sides agreed to widen trade in grain."]
    assert articles.stored_article(db, 99) is None


def test_an_upload_is_told_as_waiting_until_it_has_been_read(tmp_path: Path) -> None:
    settings = make(settings_in(tmp_path))
    db = writer(settings)
    assert inbox.unfinished(db).documents == 0
    accept(db, settings, [("a.txt", b"one"), ("b.txt", b"two")], "upload", "test")
    left, (upload,) = inbox.unfinished(db), inbox.uploads(db)
    assert (left.documents, left.share, upload.documents, upload.waiting, upload.new) == (2, 0.0, 2, 2, 0)
