"""Which column is which: guessed from names and cells, said on a command line, kept as JSON."""

import pytest

from parley.errors import ParleyError
from parley.model import Columns, Sheet
from parley.sheets.columns import as_json, from_json, from_mapping, in_line
from parley.sheets.countries import is_as_written, party_named, sides_in
from parley.sheets.guess import guessed, likely_kind, plain_columns

GUESTS = Sheet(
    ("Ref", "Arrival", "Departure", "Guest", "Country", "Remarks"),
    (("g-1", "3 May 2011", "4 May 2011", "Queen Ada", "Norway", "A dinner."),),
    1,
)
UNNAMED = Sheet(
    ("A", "B", "C"),
    (("2011-05-03", "Norway", "Some words on it."), ("2012-06-01", "Chad", "More words.")),
    2,
)
STORIES = Sheet(("Kopfzeile", "Inhalt", "Tag"), (("Talks", "They spoke of trade. " * 20, "2011-05-03"),), 1)


def test_the_names_of_columns_tell_their_fields_in_three_languages() -> None:
    assert guessed(GUESTS, "meetings") == {
        **{"id": ("Ref",), "date": ("Arrival",), "end": ("Departure",), "person": ("Guest",)},
        **{"sides": ("Country",), "note": ("Remarks",)},
    }
    russian = Sheet(("Дата начала", "Дата окончания", "Страна", "Город", "Примечание"), (), 0)
    kazakh = Sheet(("Күні", "Ел", "Қала"), (), 0)
    assert guessed(russian, "meetings")["end"] == ("Дата окончания",)
    assert guessed(russian, "meetings")["place"] == ("Город",)
    assert guessed(kazakh, "meetings") == {
        **{"date": ("Күні",), "sides": ("Ел",), "country": ("Ел",), "place": ("Қала",)}
    }


def test_a_country_beside_a_place_is_where_they_met_and_a_side_else_a_side_alone() -> None:
    with_place = guessed(Sheet(("date", "country", "city"), (), 0), "meetings")
    assert (with_place["country"], with_place["sides"]) == (("country",), ("country",))
    assert "country" not in guessed(Sheet(("date", "country"), (), 0), "meetings")


def test_cells_tell_dates_countries_and_texts_where_names_say_nothing() -> None:
    assert guessed(UNNAMED, "meetings") == {"date": ("A",), "sides": ("B",)}
    assert guessed(STORIES, "articles") == {"date": ("Tag",), "text": ("Inhalt",)}


def test_what_the_rows_look_like_is_told_and_not_decided() -> None:
    assert [likely_kind(sheet) for sheet in (GUESTS, UNNAMED, STORIES)] == ["meetings", "meetings", "articles"]
    assert likely_kind(Sheet(("a", "b"), (("1", "2"),), 1)) is None


def test_a_command_line_names_columns_and_settings() -> None:
    columns = in_line("meetings", "date=Arrival, sides=Country+With, always=US, order=month first")
    assert columns == Columns("meetings", (("date", ("Arrival",)), ("sides", ("Country", "With"))), "US", True)
    assert from_json(as_json(columns)) == columns
    assert from_mapping("articles", {"text": "Body", "link": "Web"}).of("link") == ("Web",)


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("day=Arrival", "no field “day”"),
        ("sides=Country", "which column holds the date"),
        ("Arrival", "does not say field=column"),
        ("date=Arrival, order=year first", "“day first” or “month first”"),
    ],
)
def test_a_wrong_command_line_is_told_what_is_wrong(line: str, wrong: str) -> None:
    with pytest.raises(ParleyError, match=wrong):
        in_line("meetings", line)


def test_plain_names_are_enough_for_who_says_what_the_rows_are() -> None:
    assert plain_columns(GUESTS.names, "meetings").of("person") == ("Guest",)
    with pytest.raises(ParleyError, match="do not say enough of meetings"):
        plain_columns(("A", "B"), "meetings")


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Korea, Republic of", "KR"),
        ("China, People’s Republic of", "CN"),
        ("Germany, Federal Republic of", "DE"),
        ("Siam (Thailand)", "TH"),
        ("Dahomey (Benin)", "BJ"),
        ("Bosnia-Herzegovina", "BA"),
        ("St. Lucia", "LC"),
        ("Казахстан", "KZ"),
        ("Қазақстан", "KZ"),
        ("European Union", "EU"),
        ("us", "US"),
    ],
)
def test_a_country_has_its_code_however_a_list_writes_it(written: str, code: str) -> None:
    assert party_named(written) == code
    assert not is_as_written(code)


@pytest.mark.parametrize("written", ["U.S.S.R.", "Prussia", "Hawaii", "Yugoslavia (Kosovo)", "Examplia"])
def test_a_state_that_is_no_more_or_unknown_keeps_its_name(written: str) -> None:
    assert party_named(written) == written
    assert is_as_written(written)


def test_several_sides_in_a_cell_stand_apart() -> None:
    assert sides_in("Norway; Chad / Norway") == ("NO", "TD")
    assert sides_in("") == ()
