"""Dates, counts and names as people write them; windows of time; tables to take away."""

import re

import pandas as pd
import pytest

from parley import codebook
from parley.briefs.sheets import Sheet, as_csv, dead
from parley.charts.timeline import LONGEST_LABEL
from parley.model import Filters
from parley.ui import words
from parley.ui.meeting.sides import why_one
from parley.ui.overview.window import window


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2023-11-06", None, "6 November 2023"),
        ("2023-11-06", "2023-11-07", "6–7 November 2023"),
        ("2024-05-30", "2024-06-01", "30 May – 1 June 2024"),
        ("2023-12-30", "2024-01-02", "30 December 2023 – 2 January 2024"),
        ("2023-09", None, "September 2023"),
        ("2023", "2023", "2023"),
        (None, None, "no date"),
    ],
)
def test_dates_are_said_as_people_write_them(start: str | None, end: str | None, said: str) -> None:
    assert words.on_dates(start, end) == said


@pytest.mark.parametrize(
    ("n", "noun", "said"), [(1, "meeting", "1 meeting"), (1992, "article", "1,992 articles"), (2, "person", "2 people")]
)
def test_counts_agree_with_their_noun(n: int, noun: str, said: str) -> None:
    assert words.counted(n, noun) == said


@pytest.mark.parametrize(
    ("number", "said"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (22, "22nd"), (113, "113th")]
)
def test_ordinals(number: int, said: str) -> None:
    assert words.ordinal(number) == said


def test_sides_stand_in_the_order_of_their_names_and_not_of_their_codes() -> None:
    assert words.side_names(("KG", "KZ", "US", "EU")) == ["European Union", "Kazakhstan", "Kyrgyzstan", "United States"]


def row(**more: object) -> dict[str, object]:
    return {"dialogue": None, "edition": None, "edition_basis": None, "kind": "bilateral", "title": "T", **more}


def test_a_round_is_named_by_its_dialogue_and_ordinal() -> None:
    assert words.meeting_name(row(dialogue="C5+1", edition=2.0, edition_basis="stated"), ()) == "C5+1, 2nd round"


@pytest.mark.parametrize(
    ("more", "name"),
    [
        ({"kind": "summit", "edition": 1, "edition_basis": "stated"}, "C5+1, 1st summit"),
        ({"kind": "ministerial", "edition": 1, "edition_basis": "inferred"}, "C5+1, 1st ministerial?"),
        ({"kind": "summit"}, "C5+1, summit"),
        ({"kind": "dialogue"}, "C5+1"),
        ({"kind": "summit", "edition": 2, "dialogue": "EU–Central Asia summit"}, "EU–Central Asia summit, 2nd round"),
    ],
)
def test_leaders_and_ministers_of_one_dialogue_are_told_apart(more: dict[str, object], name: str) -> None:
    assert words.meeting_name(row(**{"dialogue": "C5+1", **more}), ()) == name


def test_a_round_bears_the_full_name_of_its_dialogue_where_that_is_known() -> None:
    named = row(dialogue="U.S.–Kazakhstan ESPD", full_name="Enhanced Strategic Partnership Dialogue", edition=5)
    assert words.meeting_name(named, ()) == "Enhanced Strategic Partnership Dialogue, 5th round"


def test_the_short_names_of_dialogues_name_the_states_and_fit_their_lane() -> None:
    short = [series.short_name for series in codebook.load().series]
    assert not [name for name in short if re.search(r"\b(US|KZ|KG|TJ|TM|UZ|CA|CN|JP)\b", name)]
    assert max(map(len, short)) <= LONGEST_LABEL
    assert len(set(short)) == len(short)


def test_an_inferred_ordinal_carries_a_question_mark() -> None:
    assert words.meeting_name(row(dialogue="C5+1", edition=2, edition_basis="inferred"), ()) == "C5+1, 2nd round?"


def test_a_one_off_meeting_is_named_by_its_sides() -> None:
    assert words.meeting_name(row(kind="call"), ("DE", "UZ")) == "Call: Germany and Uzbekistan"
    assert words.meeting_name(row(), ("EU", "KZ", "US")) == "Meeting: European Union, Kazakhstan and United States"


def test_a_meeting_of_unknown_sides_keeps_its_title() -> None:
    assert words.meeting_name(row(), ()) == "T"


def test_a_promise_is_named_by_who_made_it() -> None:
    assert words.promise_name({"actor": "KZ", "kind": "pledges", "due_on": None}) == "Kazakhstan: pledges"
    assert words.promise_name({"actor": "both", "kind": "agreed", "due_on": "2024-06"}) == (
        "Both sides: agreed, by June 2024"
    )


@pytest.mark.parametrize(
    ("labels", "counts", "said"),
    [
        (["Trade", "Climate"], [3, 2], "Trade leads"),
        (["Trade", "Climate"], [3, 3], "Trade and Climate lead"),
        (["Food and water", "Trade"], [3, 3], "Food and water as well as Trade lead"),
        (["A", "B", "C", "D"], [2, 2, 2, 2], "4 topics lead"),
        (["A", "B"], [1, 1], "2 topics came up once each"),
        (["A"], [1], "A leads"),
    ],
)
def test_who_is_in_front(labels: list[str], counts: list[int], said: str) -> None:
    assert words.in_front(labels, counts) == said


def test_without_dates_the_window_is_the_twelve_months_up_to_the_newest_meeting() -> None:
    found = window(Filters(), 202506, 20120618, 20250623)
    assert found is not None
    assert (found.now.period, found.before.period) == ((202407, 202506), (202307, 202406))
    assert (found.said, found.said_before) == ("July 2024 – June 2025", "July 2023 – June 2024")


def test_a_window_may_begin_in_january() -> None:
    found = window(Filters(), 202412, 0, 0)
    assert found is not None
    assert found.said == "January 2024 – December 2024"


def test_dates_of_the_filter_are_compared_with_as_many_days_before() -> None:
    found = window(Filters(since="2023-11-01", until="2023-11-30"), 202311, 20231106, 20231106)
    assert found is not None
    assert (found.before.since, found.before.until) == ("2023-10-02", "2023-10-31")
    assert found.said == "1 November 2023 – 30 November 2023"


def test_an_open_end_is_closed_by_the_newest_meeting() -> None:
    found = window(Filters(since="2023-11-01"), 202311, 20231106, 20231110)
    assert found is not None
    assert (found.before.since, found.before.until) == ("2023-10-22", "2023-10-31")


def test_last_rounds_have_no_window_before() -> None:
    assert window(Filters(last_rounds=3), 202311, 20231106, 20231106) is None
    assert window(Filters(), 0, 0, 0) is None


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"])
def test_a_cell_that_begins_like_a_formula_is_dead(cell: str) -> None:
    assert dead(cell) == f"'{cell}"


def test_numbers_and_plain_words_stay_as_they_are() -> None:
    assert (dead(-3), dead("Trade - goods")) == (-3, "Trade - goods")


def test_a_table_is_taken_away_without_formulas_and_in_any_script() -> None:
    data = as_csv(Sheet("", "", pd.DataFrame({"=Topic": ["=cmd()", "Сауда"], "Meetings": [1, 2]})))
    assert data.decode("utf-8-sig").splitlines() == ["'=Topic,Meetings", "'=cmd(),1", "Сауда,2"]
    assert data.startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize(
    ("name", "written", "said"),
    [
        ("Ana Lopes", ["Ana Lopes"], ""),
        ("Ana Lopes", ["Ana Lopes", "Lopes"], "Also written Lopes: one person by the surname."),
        (
            "Ana Lopes",
            ["Ana Lopes", "Ана Лопеш"],
            "Also written Ана Лопеш. One person by the spellings in the codebook.",
        ),
    ],
)
def test_a_person_under_several_spellings_says_why_it_is_one(name: str, written: list[str], said: str) -> None:
    assert why_one(name, written) == said
