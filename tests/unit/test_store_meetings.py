"""One real meeting told by several articles is one row; two rounds never are."""

from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.store import Connection, reader, writer
from parley.store.articles import remove_articles
from parley.store.chosen import choose
from parley.store.meetings import Report, verdict
from tests.desk import C5, ENVOY, ESPD, MINISTER, Met, Said, Story, make, settings_in, told

ESPD_FORMAT = {"series_id": ESPD[0], "series": ESPD[1], "parties": ESPD[2], "kind": "dialogue"}
C5_FORMAT = {"series_id": C5[0], "series": C5[1], "parties": C5[2]}
PAIR = {"parties": ("TR", "UZ")}


def story(n: int, *met: Met, published_on: str | None = "2024-01-01", topics: tuple[str, ...] = ("trade",)):
    words = Said(f"Account number {n} of what was said.", topics)
    return told(Story(f"Account {n}", (words,), met, published_on=published_on))


def database(tmp_path: Path, *meetings: Met) -> Connection:
    """A database where each of these meetings is told by an article of its own."""
    return writer(make(settings_in(tmp_path), [story(n, met) for n, met in enumerate(meetings)]))


def rows(db: Connection, columns: str) -> list[tuple]:
    return db.execute(f"SELECT {columns} FROM meetings ORDER BY id").fetchall()


SAME = {
    "two outlets that agree": (
        Met(start="2023-11-06", edition=5, **ESPD_FORMAT),
        Met(start="2023-11-06", edition=5, **ESPD_FORMAT),
    ),
    "a round without a date, and the same round with one": (
        Met(start=None, edition=5, **ESPD_FORMAT),
        Met(start="2023-11-06", edition=5, **ESPD_FORMAT),
    ),
    "a day, and the same dialogue on that day without its number": (
        Met(start="2023-11-06", edition=5, **ESPD_FORMAT),
        Met(start="2023-11-06", **ESPD_FORMAT),
    ),
    "a month that takes in the day": (
        Met(start="2023-09", kind="summit", **C5_FORMAT),
        Met(start="2023-09-19", kind="summit", **C5_FORMAT),
    ),
    "a summit for which two outlets give 19 and 22 September": (
        Met(start="2023-09-19", kind="summit", **C5_FORMAT),
        Met(start="2023-09-22", kind="summit", **C5_FORMAT),
    ),
    "a round announced for June and held in May": (
        Met(start="2024-06", edition=6, status="planned", **ESPD_FORMAT),
        Met(start="2024-05-31", edition=6, **ESPD_FORMAT),
    ),
    "a round announced for a day and held three weeks later": (
        Met(start="2025-04-04", kind="summit", status="planned", **C5_FORMAT),
        Met(start="2025-04-25", kind="summit", **C5_FORMAT),
    ),
    "talks in a city that was called otherwise for a time": (
        Met(start="2021-12-15", kind="bilateral", place="Nur-Sultan", **PAIR),
        Met(start="2021-12-15", kind="bilateral", place="Astana", **PAIR),
    ),
    "several days, and one of them": (
        Met(start="2020-12-08", end="2020-12-10", **ESPD_FORMAT),
        Met(start="2020-12-09", **ESPD_FORMAT),
    ),
    "talks without a name: same sides, day and place": (
        Met(start="2024-02-07", kind="bilateral", place="Ankara", **PAIR),
        Met(start="2024-02-07", kind="bilateral", place="Ankara", **PAIR),
    ),
    "a call told twice": (
        Met(start="2024-02-07", kind="call", **PAIR),
        Met(start="2024-02-07", kind="call", **PAIR),
    ),
    "talks named as a dialogue by one outlet alone, with the same people": (
        Met("dialogue", ("US", "UZ"), "2024-11-18", "Washington", series_id="us-uz-abc", people=(ENVOY, MINISTER)),
        Met("bilateral", ("US", "UZ"), "2024-11-18", "Washington", people=(ENVOY, MINISTER)),
    ),
    "the day itself, and the day after on which an undated report came out": (
        Met(start="2020-02-03", kind="ministerial", place="Tashkent", **C5_FORMAT),
        Met(start="2020-02-05", kind="other", place="Tashkent", dated=False, **C5_FORMAT),
    ),
    "six sides of a named summit, and the same six on that day in a report that names no format": (
        Met(start="2025-11-06", kind="summit", place="Washington", **C5_FORMAT),
        Met("other", C5[2], "2025-11-06", "Washington"),
    ),
    "six sides at a named summit, and an undated report of them from that city the day after": (
        Met(start="2025-11-06", kind="summit", place="Washington", **C5_FORMAT),
        Met("other", C5[2], "2025-11-07", "Washington", dated=False),
    ),
}
OTHER = {
    "a second round of officials announced for spring, and the second summit in autumn": (
        Met(start="2025-04", kind="dialogue", edition=2, status="planned", **C5_FORMAT),
        Met(start="2025-11-06", kind="summit", edition=2, **C5_FORMAT),
    ),
    "ministers announced for April, and leaders held in that month": (
        Met(start="2025-04-04", kind="ministerial", status="planned", **C5_FORMAT),
        Met(start="2025-04-04", kind="summit", **C5_FORMAT),
    ),
    "a round announced for a day, and one held two months after it": (
        Met(start="2025-04-04", kind="ministerial", status="planned", **C5_FORMAT),
        Met(start="2025-06-20", kind="ministerial", **C5_FORMAT),
    ),
    "the second summit, and a second round of ministers announced for the year": (
        Met(start="2025", kind="ministerial", edition=2, status="planned", **C5_FORMAT),
        Met(start="2025-11-06", kind="summit", edition=2, **C5_FORMAT),
    ),
    "two rounds by number on one day": (
        Met(start="2023-11-06", edition=5, **ESPD_FORMAT),
        Met(start="2023-11-06", edition=6, **ESPD_FORMAT),
    ),
    "the same dialogue a year later": (
        Met(start="2023-11-06", **ESPD_FORMAT),
        Met(start="2024-05-31", **ESPD_FORMAT),
    ),
    "the dialogue's year alone": (
        Met(start="2023", **ESPD_FORMAT),
        Met(start="2023-11-06", **ESPD_FORMAT),
    ),
    "one number and dates of different years": (
        Met(start="2018-12-08", edition=5, **ESPD_FORMAT),
        Met(start="2023-11-06", edition=5, **ESPD_FORMAT),
    ),
    "leaders and ministers of one format on one day": (
        Met(start="2023-09-19", kind="summit", **C5_FORMAT),
        Met(start="2023-09-19", kind="ministerial", **C5_FORMAT),
    ),
    "the first summit and the first ministerial, both without a date": (
        Met(start=None, kind="summit", edition=1, **C5_FORMAT),
        Met(start=None, kind="ministerial", edition=1, **C5_FORMAT),
    ),
    "a dialogue with no date at all": (
        Met(start=None, **ESPD_FORMAT),
        Met(start="2023-11-06", **ESPD_FORMAT),
    ),
    "two dialogues on one day": (
        Met(start="2023-11-06", **ESPD_FORMAT),
        Met("dialogue", ("KZ", "US"), "2023-11-06", series_id="us-kz-hld"),
    ),
    "talks without a name on the next day": (
        Met(start="2024-02-07", kind="bilateral", **PAIR),
        Met(start="2024-02-08", kind="bilateral", **PAIR),
    ),
    "talks without a name in two cities": (
        Met(start="2024-02-07", kind="bilateral", place="Ankara", **PAIR),
        Met(start="2024-02-07", kind="bilateral", place="Tashkent", **PAIR),
    ),
    "a call and a meeting of one day": (
        Met(start="2024-02-07", kind="call", **PAIR),
        Met(start="2024-02-07", kind="bilateral", **PAIR),
    ),
    "two pairs of officials of the same states on one day": (
        Met("bilateral", ("US", "UZ"), "2024-11-18", people=(ENVOY, MINISTER)),
        Met("bilateral", ("US", "UZ"), "2024-11-18", people=(("Third Person", "Deputy Minister", "UZ"),)),
    ),
    "two exact days of one format, a day apart, where one report does not say who met": (
        Met(start="2023-09-21", kind="ministerial", place="New York", **C5_FORMAT),
        Met(start="2023-09-22", kind="other", place="New York", **C5_FORMAT),
    ),
    "a report that came out before the day which another gives": (
        Met(start="2023-09-19", kind="other", place="New York", dated=False, **C5_FORMAT),
        Met(start="2023-09-20", kind="ministerial", place="New York", **C5_FORMAT),
    ),
    "six sides at a ministerial, and the same six at a summit without a name": (
        Met(start="2023-09-19", kind="ministerial", place="New York", **C5_FORMAT),
        Met("summit", C5[2], "2023-09-19", "New York"),
    ),
    "two states at a named dialogue, and at talks without a name": (
        Met(start="2023-11-06", place="Astana", **ESPD_FORMAT),
        Met("other", ESPD[2], "2023-11-06", "Astana"),
    ),
    "talks of which only the month is known": (
        Met(start="2024-02", kind="bilateral", **PAIR),
        Met(start="2024-02", kind="bilateral", **PAIR),
    ),
}


@pytest.mark.parametrize("pair", SAME.values(), ids=SAME)
def test_reports_of_one_meeting_are_one_row_in_either_order(pair: tuple[Met, Met], tmp_path: Path) -> None:
    for n, order in enumerate(permutations(pair)):
        assert len(rows(database(tmp_path / str(n), *order), "id")) == 1


@pytest.mark.parametrize("pair", OTHER.values(), ids=OTHER)
def test_different_meetings_stay_two_rows_in_either_order(pair: tuple[Met, Met], tmp_path: Path) -> None:
    for n, order in enumerate(permutations(pair)):
        assert len(rows(database(tmp_path / str(n), *order), "id")) == 2


def test_two_meetings_of_one_article_stay_two(tmp_path: Path) -> None:
    twice = Met(start="2024-02-07", kind="call", **PAIR)
    db = reader(make(settings_in(tmp_path), [story(1, twice, twice)]))
    assert len(rows(db, "id")) == 2


def test_one_round_of_one_number_that_an_article_tells_twice_is_one(tmp_path: Path) -> None:
    format_ = {"kind": "summit", "edition": 1, **C5_FORMAT}
    twice = (Met(start="2023-09-19", **format_), Met(start="2023-09", focal=False, **format_))
    assert rows(reader(make(settings_in(tmp_path), [story(1, *twice)])), "edition, start_on") == [(1, "2023-09-19")]


def test_news_of_this_years_dialogue_tells_of_the_one_just_held(tmp_path: Path) -> None:
    vague, held = Met(start="2020", **ESPD_FORMAT), Met(start="2020-12-10", **ESPD_FORMAT)
    news = [story(1, vague, published_on="2020-12-11"), story(2, held, published_on="2020-12-12")]
    later = [story(1, vague, published_on="2020-12-30"), story(2, held, published_on="2020-12-12")]
    for n, (stories, found) in enumerate(((news, 1), (news[::-1], 1), (later, 2), (later[::-1], 2))):
        assert len(rows(reader(make(settings_in(tmp_path / str(n)), stories)), "id")) == found


def test_the_day_that_a_text_gives_counts_before_the_day_on_which_another_came_out(tmp_path: Path) -> None:
    undated = Met(start="2020-02-05", kind="other", place="Tashkent", dated=False, **C5_FORMAT)
    db = database(tmp_path, undated, Met(start="2020-02-03", kind="other", place="Tashkent", **C5_FORMAT))
    assert rows(db, "start_on") == [("2020-02-03",)]


def test_a_report_that_does_not_say_who_met_leaves_it_to_one_that_does(tmp_path: Path) -> None:
    db = database(tmp_path, *(Met(start="2025-11-06", kind=kind, **C5_FORMAT) for kind in ("other", "other", "summit")))
    assert rows(db, "kind") == [("summit",)]


def test_a_month_that_fits_two_rounds_belongs_to_neither(tmp_path: Path) -> None:
    first, second = (
        Met(start=f"2023-09-{day}", edition=n, kind="summit", **C5_FORMAT) for n, day in ((1, "04"), (2, "25"))
    )
    db = database(tmp_path, first, second, Met(start="2023-09", kind="summit", **C5_FORMAT))
    assert rows(db, "edition, start_on") == [(1, "2023-09-04"), (2, "2023-09-25"), (None, "2023-09")]


def test_an_article_that_has_both_round_and_date_joins_two_rows(tmp_path: Path) -> None:
    by_round = Met(start=None, edition=5, **ESPD_FORMAT)
    by_date = Met(start="2023-11-06", **ESPD_FORMAT)
    db = database(tmp_path, by_round, by_date, Met(start="2023-11-06", edition=5, **ESPD_FORMAT))
    assert rows(db, "edition, start_on") == [(5, "2023-11-06")]
    assert db.execute("SELECT count(*), count(DISTINCT meeting_id) FROM reports").fetchone() == (3, 1)
    assert db.execute("SELECT count(DISTINCT meeting_id), min(day) FROM mentions").fetchone() == (1, 20231106)


def test_the_row_says_what_the_report_itself_says_before_what_others_recall(tmp_path: Path) -> None:
    recalled = Met(start="2023-11-06", edition=5, place="Almaty", focal=False, **ESPD_FORMAT)
    told_first_hand = Met(start="2023-11-06", edition=5, place="Astana", country="KZ", **ESPD_FORMAT)
    db = database(tmp_path, recalled, recalled, told_first_hand)
    assert rows(db, "place, country, is_reported, title") == [("Astana", "KZ", 1, ESPD[1])]


def test_an_announced_round_that_was_then_held_is_held_on_the_day_it_was(tmp_path: Path) -> None:
    announced = Met(start="2024-06", edition=6, status="planned", **ESPD_FORMAT)
    held = Met(start="2024-05-31", edition=6, place="Washington", **ESPD_FORMAT)
    db = database(tmp_path, announced)
    assert rows(db, "status, start_on, is_reported") == [("planned", "2024-06", 1)]
    db = database(tmp_path / "held", announced, held)
    assert rows(db, "status, start_on, is_reported") == [("held", "2024-05-31", 1)]


@pytest.mark.parametrize("order", list(permutations(range(2))))
def test_talks_announced_for_a_city_are_the_next_ones_held_there(order: tuple[int, ...], tmp_path: Path) -> None:
    city = {"kind": "ministerial", "place": "Samarkand", **C5_FORMAT}
    both = (
        story(1, Met(start=None, status="planned", **city), published_on="2015-09-30"),
        story(2, Met(start="2015-11-01", **city), published_on="2015-11-02"),
    )
    db = writer(make(settings_in(tmp_path), [both[n] for n in order]))
    assert rows(db, "start_on, status, is_reported") == [("2015-11-01", "held", 1)]


@pytest.mark.parametrize(
    ("place", "held_on"), [("Samarkand", "2016-08-03"), ("Samarkand", "2015-09-29"), ("Washington", "2015-11-01")]
)
def test_talks_announced_are_none_of_another_year_an_earlier_day_or_another_city(
    place: str, held_on: str, tmp_path: Path
) -> None:
    planned = Met("ministerial", C5[2], None, "Samarkand", series_id=C5[0], series=C5[1], status="planned")
    held = Met("ministerial", C5[2], held_on, place, series_id=C5[0], series=C5[1])
    told_of = [story(1, planned, published_on="2015-09-30"), story(2, held, published_on=held_on)]
    assert len(rows(writer(make(settings_in(tmp_path), told_of)), "id")) == 2


@pytest.mark.parametrize("order", list(permutations(range(2))))
@pytest.mark.parametrize(
    ("year", "place", "meetings"),
    [("2023", None, 1), ("2023", "Astana", 1), ("2023", "Washington", 2), ("2024", None, 2)],
)
def test_a_round_announced_for_a_year_is_the_one_then_held_in_it(
    year: str, place: str | None, meetings: int, order: tuple[int, ...], tmp_path: Path
) -> None:
    both = (
        story(1, Met(start=year, place=place, status="planned", **ESPD_FORMAT), published_on="2022-12-06"),
        story(2, Met(start="2023-11-06", place="Astana", **ESPD_FORMAT), published_on="2023-11-07"),
    )
    db = writer(make(settings_in(tmp_path), [both[n] for n in order]))
    assert len(rows(db, "id")) == meetings


def test_a_round_of_which_nobody_tells_has_no_row(tmp_path: Path) -> None:
    db = database(
        tmp_path,
        Met(start="2018-12-08", edition=1, **ESPD_FORMAT),
        Met(start="2020-12-08", edition=3, **ESPD_FORMAT),
    )
    assert rows(db, "edition, start_on") == [(1, "2018-12-08"), (3, "2020-12-08")]


@pytest.mark.parametrize(
    ("day", "place"),
    [("2018-12-08", "Astana"), ("2021-12-15", "Nur-Sultan"), ("2022", "Nur-Sultan"), ("2023-11-06", "Astana")],
)
def test_a_city_has_the_name_that_it_had_on_that_day(day: str, place: str, tmp_path: Path) -> None:
    db = database(tmp_path, Met(start=day, place="Nur-Sultan", **ESPD_FORMAT))
    assert rows(db, "place") == [(place,)]


def test_a_round_announced_and_later_only_recalled_is_referred_to_and_not_reported(tmp_path: Path) -> None:
    announced = Met(start="2024-06", edition=6, status="planned", **ESPD_FORMAT)
    recalled = Met(start="2024-05-31", edition=6, focal=False, **ESPD_FORMAT)
    assert rows(database(tmp_path, announced, recalled), "status, is_reported") == [("held", 0)]


def test_two_months_do_not_outvote_the_day_they_take_in() -> None:
    month = Report(1, True, "held", "summit", C5[2], "c5+1", "C5+1", start="2023-09")
    day = Report(2, True, "held", "summit", C5[2], "c5+1", "C5+1", start="2023-09-19")
    assert choose([month, month, day]).start == "2023-09-19"


def test_taking_an_article_away_takes_its_say_with_it(tmp_path: Path) -> None:
    recalled = Met(start="2023-11", edition=5, focal=False, **ESPD_FORMAT)
    first_hand = Met(start="2023-11-06", edition=5, **ESPD_FORMAT)
    db = database(tmp_path, first_hand, recalled)
    assert rows(db, "start_on, is_reported") == [("2023-11-06", 1)]
    remove_articles(db, [1], actor="test", why="undo")
    assert rows(db, "start_on, is_reported") == [("2023-11", 0)]
    assert db.execute("SELECT day, month FROM mentions").fetchall() == [(20231100, 202311)]


def test_what_one_article_joined_parts_again_when_it_goes(tmp_path: Path) -> None:
    by_round = Met(start=None, edition=5, **ESPD_FORMAT)
    by_date = Met(start="2023-11-06", place="Astana", **ESPD_FORMAT)
    db = database(tmp_path, by_round, by_date, Met(start="2023-11-06", edition=5, **ESPD_FORMAT))
    assert len(rows(db, "id")) == 1
    remove_articles(db, [3], actor="test", why="undo")
    assert rows(db, "edition, start_on, place") == [(5, None, None), (None, "2023-11-06", "Astana")]
    assert db.execute("SELECT article_id, meeting_id, day FROM mentions").fetchall() == [
        (1, 1, 20240101),
        (2, rows(db, "id")[1][0], 20231106),
    ]


def test_an_article_without_a_date_takes_the_day_of_its_meeting(tmp_path: Path) -> None:
    met = Met(start="2023-11-06", edition=5, **ESPD_FORMAT)
    free = told(Story("Undated", (Said("Words.", ("trade",), meeting=None),), (met,)))
    db = reader(make(settings_in(tmp_path), [free]))
    assert db.execute("SELECT day, month, meeting_id FROM mentions").fetchall() == [(20231106, 202311, None)]


def test_a_series_that_the_registry_does_not_know_gets_a_row_of_its_own(tmp_path: Path) -> None:
    met = Met("dialogue", ("TH", "US"), "2024-06-10", series="U.S.–Thailand Strategic Dialogue", edition=7)
    db = database(tmp_path, met)
    series = "SELECT series, name FROM series JOIN meetings m ON m.series_id = series.id"
    assert db.execute(series).fetchall() == [("u-s-thailand-strategic-dialogue", "U.S.–Thailand Strategic Dialogue")]


DATES = st.sampled_from([None, "2023", "2023-09", "2023-09-19", "2023-09-22", "2023-11-06", "2024-05-31"])
REPORTS = st.builds(
    Report,
    article_id=st.integers(1, 4),
    focal=st.booleans(),
    status=st.sampled_from(["held", "planned", "cancelled"]),
    kind=st.sampled_from(["dialogue", "summit", "ministerial", "bilateral", "call", "other"]),
    parties=st.sampled_from([(), ("KZ", "US"), C5[2]]),
    series=st.sampled_from([None, "us-kz-espd", "c5+1"]),
    edition=st.sampled_from([None, 5, 6]),
    start=DATES,
    place=st.sampled_from([None, "Astana", "Washington"]),
    published=st.sampled_from([None, "2023-09-20", "2023-11-08"]),
    is_dated=st.booleans(),
)


@given(REPORTS, REPORTS)
def test_whether_two_reports_agree_does_not_depend_on_who_is_asked_first(a: Report, b: Report) -> None:
    assert verdict(a, b) == verdict(b, a)


@given(REPORTS, REPORTS)
def test_two_rounds_are_never_one(a: Report, b: Report) -> None:
    if a.series == b.series and a.series and a.edition and b.edition and a.edition != b.edition:
        assert verdict(a, b) == "other"


@given(st.lists(REPORTS, min_size=1, max_size=5))
def test_the_row_never_says_what_no_report_says(reports: list[Report]) -> None:
    row = choose(reports)
    assert (row.start, row.end) in {(r.start, r.end) for r in reports}
    assert row.edition in {r.edition for r in reports} | {None}
    assert row.parties in {r.parties for r in reports}
    assert row.place in {r.place for r in reports}
