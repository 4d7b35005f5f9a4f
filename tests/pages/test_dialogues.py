"""The dialogues: the list, a page each, and following."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from parley.model import Filters
from parley.settings import Settings
from parley.store import reader, writer
from parley.store.follows import follow
from parley.ui import export
from tests import espd
from tests.desk import C5, COUNCIL, ESPD, Met, Said, Story, told
from tests.pages.screens import filtered, opened, words


def linked(screen: AppTest) -> list[str]:
    """The names of the dialogues in the list, in their order."""
    names = [button.label for button in screen.button if (button.key or "").startswith("dialogue.")]
    return [name.replace("\\", "") for name in names]


def twin(screen: AppTest) -> dict[str, list[object]]:
    """The list as a table."""
    table = next(frame.value for frame in screen.dataframe if "How often" in frame.value)
    return {name: table[name].to_list() for name in table}


@pytest.mark.usefixtures("empty")
def test_an_empty_desk_is_told_what_to_do() -> None:
    assert "No dialogues yet" in words(opened("dialogues"))


@pytest.mark.usefixtures("one_article")
def test_a_dialogue_of_one_round_says_so() -> None:
    table = twin(opened("dialogues"))
    assert (table["Rounds"], table["How often"], table["Next round"]) == ([1], ["only one round held"], [""])


@pytest.mark.usefixtures("many_articles")
def test_the_list_tells_rounds_rhythm_and_the_next_round_with_its_basis() -> None:
    table = twin(opened("dialogues"))
    row = {
        name: values[table["Dialogue"].index("United States-Kazakhstan Enhanced Strategic Partnership Dialogue")]
        for name, values in table.items()
    }
    assert (row["Rounds"], row["Years"], row["Last round"]) == (6, "2018 – 2024", "31 May 2024, Washington")
    assert row["How often"] == "about every 12 months"
    assert row["Basis"] == "a planned meeting that an article of 3 June 2024 announces"
    assert row["Open promises"] == 6


@pytest.mark.usefixtures("many_articles")
def test_a_dialogue_that_the_codebook_does_not_hold_is_listed_for_whoever_keeps_it() -> None:
    screen = opened("dialogues")
    (table,) = [frame.value for frame in screen.dataframe if "referred" in frame.value]
    assert COUNCIL[1] in table["name"].to_list()
    assert ESPD[1] not in table["name"].to_list()
    assert any("Not in the codebook yet" in expander.label for expander in screen.expander)


@pytest.mark.usefixtures("many_articles")
def test_the_dialogue_with_the_latest_round_comes_first_until_another_is_followed() -> None:
    assert "series=c5%2B1" not in [link.proto.query_string for link in opened("overview").get("page_link")]
    screen = opened("dialogues")
    assert linked(screen)[0] == COUNCIL[1]
    switch = next(toggle for toggle in screen.toggle if toggle.key == "follow.list.c5+1.False")
    switch.set_value(True).run()
    assert linked(screen)[0] == "C5+1"
    assert "Dialogues you follow" in words(opened("overview"))
    assert "series=c5%2B1" in [link.proto.query_string for link in opened("overview").get("page_link")]


def test_what_is_followed_is_written_at_once_and_logged(many_articles: Settings) -> None:
    screen = opened("dialogues")
    next(toggle for toggle in screen.toggle if toggle.key == "follow.list.c5+1.False").set_value(True).run()
    db = reader(many_articles)
    assert db.execute("SELECT actor, series FROM follows").fetchall() == [("local", "c5+1")]
    assert db.execute("SELECT action FROM log ORDER BY id DESC LIMIT 1").fetchone() == ("dialogue followed",)


@pytest.mark.usefixtures("many_articles")
@pytest.mark.parametrize(("what", "heading"), [("rounds", "9 meetings: rounds held"), ("promises", "9 promises: open")])
def test_a_number_of_the_list_opens_as_many_units_as_it_counts(what: str, heading: str) -> None:
    screen = opened("dialogues")
    assert screen.button(key=f"open-{what}-0").label.split()[0] == "9"
    screen.button(key=f"open-{what}-0").click().run()
    assert heading in words(screen)


@pytest.mark.usefixtures("many_articles")
def test_filters_narrow_the_list() -> None:
    screen = filtered(opened("dialogues"), "side", "Uzbekistan")
    assert set(linked(screen)) == {"C5+1", "U.S.-Uzbekistan Annual Bilateral Consultations"}


@pytest.mark.usefixtures("many_articles")
def test_a_page_of_a_dialogue_survives_in_its_link() -> None:
    said = words(opened("dialogues", series=ESPD[0]))
    assert "Enhanced Strategic Partnership Dialogue" in said
    assert "The seventh round in Astana in 2025 will take up space." in said
    assert "6 open promises" in said
    scripts = [html.value for html in opened("dialogues", series=ESPD[0]).get("html")]
    assert any("st-key-page-head" in script for script in scripts)


@pytest.mark.usefixtures("many_articles")
def test_an_unknown_dialogue_is_told_so() -> None:
    assert "There is no such dialogue here" in words(opened("dialogues", series="never-held"))


@pytest.mark.usefixtures("many_articles")
def test_a_dialogue_of_two_levels_lets_the_reader_choose_which_to_compare() -> None:
    screen = opened("dialogues", series=C5[0])
    assert "Rounds, ministers" in words(screen)
    assert len(rounds_table(screen)) == 4
    screen.button_group(key=f"level.{C5[0]}").set_value("Leaders").run()
    assert rounds_table(screen)["when"].to_list() == ["19 September 2023"]
    assert "Capital Post gives 22 September 2023 as its date" in words(screen)


@pytest.mark.usefixtures("many_articles")
def test_the_rounds_are_taken_away_as_they_stand_on_the_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    taken: dict[str, tuple[str, list[str], int]] = {}

    def keep(key: str, _: str, __: Filters, listed: Callable[[], export.Listed], *_door: object) -> None:
        taken[key] = (listed().what, list(listed().rows.columns), len(listed().rows))

    monkeypatch.setattr(export, "buttons", keep)
    opened("dialogues", series=C5[0])
    what, columns, rows = taken["rounds"]
    assert what.endswith(": 4 rounds, ministers")
    assert columns[:4] == ["Date", "Round", "Place", "United States"]
    assert columns[-3:] == ["Articles", "Outlets", "Full official text"]
    assert rows == 4


def rounds_table(screen: AppTest):  # type: ignore[no-untyped-def]
    return next(frame.value for frame in screen.dataframe if "outlets" in frame.value)


def test_what_changed_is_told_in_plain_english(show: Callable[..., Settings]) -> None:
    show(espd.STATEMENT)
    said = words(opened("dialogues", series=ESPD[0]))
    assert "Compared with 5 December 2022, Washington (1 article, no full official text)." in said
    assert "Not mentioned, although a full official text is held: Education and exchanges." in said
    new = next(line for line in said.splitlines() if line.startswith("- New in the sources held: "))
    assert "Sanctions and export controls" in new
    assert "Trade," not in new


def test_a_short_report_never_makes_the_page_say_not_mentioned(show: Callable[..., Settings]) -> None:
    show(espd.PRESS)
    screen = opened("dialogues", series=ESPD[0])
    assert "Not mentioned" not in words(screen)
    matrix = next(frame.value for frame in screen.dataframe if "Topic" in frame.value)
    row = matrix[matrix["Topic"] == "Education and exchanges"].iloc[0].to_list()
    assert row[-2:] == ["raised (1)", "not in the one source held"]


def test_filters_that_leave_no_round_of_a_dialogue_can_be_set_back(show: Callable[..., Settings]) -> None:
    show(espd.PRESS)
    said = words(opened("dialogues", series=ESPD[0], since="2024-01-01"))
    assert "No round of this dialogue under these filters" in said


def test_long_names_and_undated_rounds_do_not_break_the_page(show: Callable[..., Settings]) -> None:
    name = (
        "Межправительственная комиссия по торгово-экономическому, научно-техническому и гуманитарному сотрудничеству"
        * 2
    )
    rounds = [
        told(
            Story(
                f"Заседание {n}",
                (Said(f"Стороны обсудили торговлю, {n}.", ("trade",)),),
                (Met("dialogue", ("KZ", "RU"), day, "Астана", "KZ", "rukz", name),),
            )
        )
        for n, day in enumerate([None, None, *(f"20{year}-03" for year in range(12, 24))])
    ]
    show(rounds)
    screen = opened("dialogues", series="rukz")
    dates = rounds_table(screen)["when"].to_list()
    assert dates[0] == "March 2023"
    assert dates[-1] == "no date"


def test_following_from_elsewhere_shows_on_the_page(many_articles: Settings) -> None:
    follow(writer(many_articles), "local", ESPD[0], wanted=True)
    screen = opened("dialogues", series=ESPD[0])
    assert [toggle.value for toggle in screen.toggle if (toggle.key or "").startswith("follow.page")] == [True]
