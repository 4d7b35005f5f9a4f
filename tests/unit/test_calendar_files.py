"""Calendar files: read here by a strict reader of our own, as a calendar program would."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from parley.briefs.ics import Event, as_ics, escaped, folded
from parley.model import Filters
from parley.queries.promises import every_promise
from parley.queries.to_come import to_come
from parley.store import reader
from parley.ui.promises.calendar import deadlines, rounds_to_come
from tests.desk import MANY, make, settings_in
from tests.pages.test_promises import the_round

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
LINE = re.compile(r"^[A-Z-]+(?:;[A-Z]+=[A-Z]+)?:[^\x00-\x08\x0a-\x1f\x7f]*$")
NEEDED = {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY"}


def read(file: bytes) -> list[dict[str, str]]:
    """The events of a calendar file; fails on what RFC 5545 does not allow."""
    assert file.endswith(b"\r\n")
    assert b"\n" not in file.replace(b"\r\n", b"")
    physical = file.split(b"\r\n")[:-1]
    assert all(len(line) <= 75 for line in physical)
    lines = "\n".join(line.decode() for line in physical).replace("\n ", "").split("\n")
    assert all(LINE.match(line) for line in lines), lines
    assert (lines[0], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    assert {"VERSION:2.0", "PRODID:-//Parley//Parley//EN"} <= set(lines)
    events, current = [], None
    for line in lines[1:-1]:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            assert current is None
            current = {}
        elif line == "END:VEVENT":
            assert current is not None
            assert set(current) >= NEEDED
            events.append(current)
            current = None
        elif current is not None:
            key = name.partition(";")[0]
            assert key not in current
            current[key] = meant(value)
    assert current is None
    assert len({event["UID"] for event in events}) == len(events)
    return events


def meant(value: str) -> str:
    """A value as its writer meant it; a comma or a semicolon that is not escaped would begin another one."""
    assert not re.search(r"(?<!\\)(?:\\\\)*[,;]", value)
    return re.sub(r"\\(.)", lambda found: {"n": "\n"}.get(found[1], found[1]), value)


def test_a_day_in_a_calendar_ends_where_the_next_begins_and_is_stamped_in_utc() -> None:
    (event,) = read(as_ics("Ours", [Event("a@b", date(2024, 2, 29), date(2024, 2, 29), "A day")], NOW))
    assert (event["DTSTART"], event["DTEND"], event["DTSTAMP"]) == ("20240229", "20240301", "20260102T030405Z")


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_any_words_come_back_as_they_were_and_no_sign_in_them_begins_a_field(words: str) -> None:
    event = Event("a@b", date(2024, 1, 1), date(2024, 1, 2), words, words, words)
    read_back = read(as_ics(words, [event], NOW))[0]
    kept = "".join(
        c for c in words.replace("\r\n", "\n").replace("\r", "\n") if c in "\t\n" or c.isprintable() or ord(c) > 127
    )
    assert read_back["SUMMARY"] == kept


def test_a_long_line_is_broken_between_letters_not_inside_one() -> None:
    line = "DESCRIPTION:" + "Қазақстан " * 20
    assert all(len(part.encode()) <= 75 for part in folded(line).split("\r\n"))
    assert folded(line).replace("\r\n ", "") == line


def test_a_line_break_in_a_sentence_cannot_end_its_field() -> None:
    assert escaped("one\r\nEND:VEVENT; two, three\\") == "one\\nEND:VEVENT\\; two\\, three\\\\"


def test_the_deadline_of_a_month_is_its_last_day_and_says_so(tmp_path: Path) -> None:
    db = reader(make(settings_in(tmp_path), [the_round()]))
    (event,) = read(as_ics("Promises", deadlines(every_promise(db), {}), NOW))
    assert (event["DTSTART"], event["DTEND"]) == ("20240930", "20241001")
    assert event["SUMMARY"] == "Deadline · Kazakhstan intends"
    assert "The text gives September 2024; this is its last day." in event["DESCRIPTION"]


def test_the_same_deadline_bears_the_same_name_whenever_the_desk_is_filled_anew(tmp_path: Path) -> None:
    names = []
    for folder in ("one", "two"):
        db = reader(make(settings_in(tmp_path / folder), [the_round()] if folder == "one" else [*MANY, the_round()]))
        found = [one for one in every_promise(db) if one.due_on == "2024-09"]
        names.append([event["UID"] for event in read(as_ics("Promises", deadlines(found, {}), NOW))])
    assert names[0] == names[1]


def test_announced_meetings_are_sure_and_expected_rounds_tentative(tmp_path: Path) -> None:
    db = reader(make(settings_in(tmp_path), MANY))
    found = to_come(db, Filters(), "2025-07-01", "local")
    assert [(one.name, one.on, one.basis) for one in found][:1] == [("U.S.–Kazakhstan ESPD", "2025", "planned")]
    assert {one.basis for one in found} == {"planned", "cadence"}
    events = read(as_ics("Meetings to come", rounds_to_come(found), NOW))
    states = {event["SUMMARY"]: event["STATUS"] for event in events}
    assert states["U.S.–Kazakhstan ESPD"] == "CONFIRMED"
    expected = {state for name, state in states.items() if "next round expected" in name}
    assert expected == {"TENTATIVE"}
    assert len(events) == len(found) > 1


def test_what_is_past_is_not_to_come_and_the_filters_hold(tmp_path: Path) -> None:
    db = reader(make(settings_in(tmp_path), MANY))
    later = [one.on for one in to_come(db, Filters(), "2026-01-01", "local")]
    assert later
    assert min(later) >= "2026"
    only = to_come(db, Filters(dialogues=("eu-kz-cooperation-council",)), "2025-07-01", "local")
    assert {one.series for one in only} == {"eu-kz-cooperation-council"}
