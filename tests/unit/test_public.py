"""A connection that reads as if internal documents were not there, and leaves everything as it is."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from parley.model import Filters, Participant
from parley.queries.facets import facets
from parley.queries.internal import internal_under
from parley.queries.people import people, person
from parley.queries.promise_changes import changes
from parley.queries.read import records
from parley.queries.timeline import meeting_table
from parley.queries.topics import topic_counts, topic_trend
from parley.queries.units import how_many
from parley.settings import Settings
from parley.store import Connection, reader, writer
from parley.store.articles import remove_articles
from parley.store.internal import mark
from parley.store.promises import Sentence, say
from parley.store.public import hide_internal
from parley.store.sqlite import OperationalError
from parley.ui.data import without_internal
from parley.ui.export import in_words
from tests.desk import ESPD, Met, Said, Story, Told, make, settings_in, told

PAT = ("Pat Example", "Envoy", "US")
PUBLIC = told(
    Story(
        "The round of May",
        (Said("The round was held in May 2024."), Said("Trade came up.", ("trade",))),
        (Met("dialogue", ESPD[2], "2024-05", None, "US", ESPD[0], ESPD[1], 6, people=(PAT,)),),
        "Capital Post",
    )
)
MEMO = told(
    Story(
        "A memo on it",
        (Said("The sixth round was held in Washington on 31 May 2024."), Said("Sanctions came up.", ("sanctions",))),
        (Met("dialogue", ESPD[2], "2024-05-31", "Washington", "US", ESPD[0], ESPD[1], 6),),
        "Own Desk",
    )
)
ALONE = told(
    Story("A memo alone", (Said("They met in secret."),), (Met("bilateral", ("KZ", "TR"), "2024-01-02", "Ankara"),))
)


UNDATED = told(
    Story(
        "A note without a day",
        (
            Said("The seventh round was held.", promise=("pledges", "US")),
            Said("Energy came up elsewhere.", ("energy",), meeting=None),
        ),
        (Met("dialogue", ESPD[2], None, None, None, ESPD[0], ESPD[1], 7),),
        "Capital Post",
    )
)
MEMO_ON_IT = told(
    Story(
        "A memo on the seventh",
        (Said("The seventh round was held on 30 May 2025, and it was signed."),),
        (Met("dialogue", ESPD[2], "2025-05-30", "Astana", "KZ", ESPD[0], ESPD[1], 7),),
        "Own Desk",
    )
)


def in_full(story: Told) -> Told:
    """The memo with an envoy whom it names in full, and with somebody whom nothing else names."""
    article, coding = story
    (meeting,) = coding.meetings
    envoy = Participant("Patricia Quill Example", *PAT[1:], "pat-example", meeting.evidence)
    guest = Participant("Quiet Guest", None, None, "quiet-guest", meeting.evidence)
    return article, replace(coding, meetings=(replace(meeting, participants=(envoy, guest)),))


@pytest.fixture
def desk(tmp_path: Path) -> Settings:
    settings = make(settings_in(tmp_path), (PUBLIC, in_full(MEMO), ALONE))
    with closing(writer(settings)) as db:
        memos = [row[0] for row in db.execute("SELECT id FROM articles WHERE title LIKE '%memo%'")]
        assert mark(db, "local", memos, internal=True) == 2
    return settings


@pytest.fixture
def public(desk: Settings) -> Iterator[Connection]:
    with closing(reader(desk)) as db:
        hide_internal(db)
        yield db


def places(db: Connection) -> list[tuple[object, object]]:
    return [(row["start_on"], row["place"]) for row in records(meeting_table(db, Filters(), (), ""))]


def test_a_meeting_that_others_tell_of_too_says_what_they_say_and_one_that_none_does_is_gone(
    public: Connection, desk: Settings
) -> None:
    assert places(public) == [("2024-05", None)]
    with closing(reader(desk)) as another:
        assert places(another) == [("2024-05-31", "Washington"), ("2024-01-02", "Ankara")]


def test_nobody_is_called_by_a_name_that_an_internal_document_alone_gives(public: Connection, desk: Settings) -> None:
    filtered = Filters(people=("pat-example", "quiet-guest"))
    assert [one.name for one in people(public, Filters())] == ["Pat Example"]
    assert [one.label for one in facets(public).people] == ["Pat Example"]
    assert person(public, "quiet-guest", filtered) is None
    with closing(reader(desk)) as another:
        assert {one.name for one in people(another, Filters())} == {"Patricia Quill Example", "Quiet Guest"}


def test_a_file_says_of_a_filter_no_more_than_it_may(desk: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARLEY_DATA", str(desk.data))
    filtered = Filters(people=("pat-example", "quiet-guest"))
    with without_internal():
        assert in_words(filtered) == "Filters: Pat Example, a person whom nothing here names."
    assert in_words(filtered) == "Filters: Patricia Quill Example, Quiet Guest."


def test_figures_count_what_is_left(public: Connection) -> None:
    assert (how_many(public, "articles", Filters()), how_many(public, "meetings", Filters())) == (1, 1)
    assert topic_counts(public, "meetings", Filters())["topic"].to_list() == ["trade"]
    assert topic_trend(public, "sentences", Filters(), "quarter")["period"].to_list() == [20242]


def test_the_connection_can_still_change_nothing(public: Connection) -> None:
    with pytest.raises(OperationalError):
        public.execute("DELETE FROM main.articles")
    with pytest.raises(OperationalError):
        public.execute("DELETE FROM copy_groups")


def test_the_internal_documents_under_the_filters_are_those_of_their_meetings_too(desk: Settings) -> None:
    with closing(reader(desk)) as db:
        assert len(internal_under(db, Filters())) == 2
        assert len(internal_under(db, Filters(dialogues=(ESPD[0],)))) == 1
        assert len(internal_under(db, Filters(sides=("TR",)))) == 1
        assert not internal_under(db, Filters(sources=("Capital Post",), sides=("KG",)))
        assert not internal_under(db, Filters(until="2023", dialogues=(ESPD[0],)))
        assert len(internal_under(db, Filters(until="2023", dialogues=(ESPD[0],), last_rounds=2))) == 1


@pytest.fixture
def beside(tmp_path: Path) -> Settings:
    """A public article without a day beside an internal one that dates the same meeting."""
    settings = make(settings_in(tmp_path), (UNDATED, MEMO_ON_IT))
    with closing(writer(settings)) as db:
        (memo,) = db.execute("SELECT id FROM articles WHERE title LIKE '%memo%'").fetchone()
        assert mark(db, "local", [memo], internal=True) == 1
    return settings


def days_of(db: Connection, topic: str) -> list[tuple[int, int]]:
    found = "SELECT x.day, x.month FROM mentions x JOIN topics t ON t.id = x.topic_id WHERE t.topic = ?"
    return [(row[0], row[1]) for row in db.execute(found, (topic,)).fetchall()]


def test_a_topic_of_no_meeting_has_no_day_that_an_internal_document_alone_gives(beside: Settings) -> None:
    with closing(reader(beside)) as db:
        assert days_of(db, "energy") == [(20250530, 202505)]
        hide_internal(db)
        assert days_of(db, "energy") == [(0, 0)]
        assert places(db) == [(None, None)]


def test_what_a_sentence_of_an_internal_document_tells_of_a_promise_is_not_said(beside: Settings) -> None:
    with closing(writer(beside)) as db:
        (of, by) = (
            Sentence(*db.execute("SELECT key, 0, text FROM articles WHERE title = ?", (title,)).fetchone())
            for title in (UNDATED[0].title, MEMO_ON_IT[0].title)
        )
        say(db, of, "lapsed", "local", note="Nobody speaks of it.")
        say(db, of, "kept", "local", by=by)
        for _ in range(2):
            with closing(reader(beside)) as another:
                assert [one.state for one in changes(another)] == ["lapsed", "kept"]
                hide_internal(another)
                assert [one.state for one in changes(another)] == ["lapsed"]
            remove_articles(db, [2], actor="local", why="taken back")
