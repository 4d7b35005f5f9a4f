"""The codebook page: what is looked for, a sentence tried, a change looked at and saved, versions, files in and out."""

from collections.abc import Callable
from contextlib import closing
from threading import Event
from urllib.parse import parse_qsl

import pytest
from streamlit.testing.v1 import AppTest

from parley import codebook, coding
from parley.codebook.edits import NewSeries, with_edit
from parley.codebook.own import read_folder
from parley.errors import CodebookError
from parley.model import Article, Filters
from parley.queries.codebooks import versions
from parley.queries.proposed import Proposed
from parley.queries.units import how_many
from parley.settings import Settings
from parley.store import reader, recodings, save, writer
from parley.store.words import series_slug
from parley.ui.codebook import draft
from parley.ui.codebook.named import as_fields
from parley.ui.codebook.versions import with_file
from parley.worker import work
from tests.desk import Met, Said, Story, told
from tests.pages.screens import opened, words

SAID = (
    "Norwegian Foreign Minister Anna Berg met Kazakh Foreign Minister Aidar Omarov in Astana on {day} March 2024. "
    "The ministers discussed trade. The ministers discussed barter. They left on the next day."
)


@pytest.fixture
def desk(show: Callable[..., Settings]) -> Settings:
    """Three accounts that the packaged codebook has read."""
    settings = show()
    with closing(writer(settings)) as db:
        for day in (6, 7, 8):
            article = Article(f"Talks on {day} March", SAID.format(day=day), "The Courier", published_on="2024-03-09")
            save(db, article, coding.code(article, codebook.load()), actor="test")
    return settings


def at(view: str) -> AppTest:
    screen = opened("codebook")
    screen.query_params["view"] = view
    return screen.run()


def filled_in(phrase: str) -> AppTest:
    """The form with a phrase for trade, and the look at what it would move."""
    screen = at("change")
    screen.selectbox(key="codebook.form.topic").select("trade")
    screen.text_input(key="codebook.form.phrase").input(phrase)
    screen.button(key="codebook.look").click().run()
    while screen.button and not any(button.key == "codebook.save" for button in screen.button):
        screen.run()
    return screen


def trade(settings: Settings) -> int:
    with closing(reader(settings)) as db:
        return how_many(db, "sentences", Filters(topics=("trade",)))


@pytest.mark.usefixtures("empty")
def test_an_empty_desk_can_read_the_codebook() -> None:
    screen = opened("codebook")
    assert "Diplomatic engagement" in [button.label for button in screen.button]
    assert "20 dialogues" in words(at("dialogues"))
    assert "134 people known beforehand" in words(at("people"))


@pytest.mark.usefixtures("many_articles")
def test_a_number_of_the_list_opens_as_many() -> None:
    screen = opened("codebook")
    screen.segmented_control(key="codebook.group").set_value("economy").run()
    button = screen.button(key="open-meetings-trade")
    button.click().run()
    assert f"{button.label}: on Trade" in words(screen)


@pytest.mark.usefixtures("empty")
def test_a_search_goes_over_the_phrases_of_every_group_and_a_topic_opens_its_exclusions() -> None:
    screen = opened("codebook")
    screen.text_input(key="codebook.words").input("товарооборот").run()
    assert "1 topic with" in words(screen)
    screen.button(key="topic.trade").click().run()
    assert "Never counts" in words(screen)
    assert "trade union" in words(screen)


@pytest.mark.usefixtures("empty")
def test_a_tried_sentence_tells_what_fired_and_why_the_rest_did_not() -> None:
    screen = at("try")
    screen.text_area(key="codebook.try.text").input("Kazakhstan stressed tourism and the rights of trade unions.")
    screen.button[[b.label for b in screen.button].index("Try")].click().run()
    said = words(screen)
    assert "stressed, said by Kazakhstan" in said
    assert "the exclusion “trade union(s)” covers it" in said


def test_what_would_move_is_shown_and_after_saving_it_has_moved(desk: Settings) -> None:
    assert trade(desk) == 3
    screen = filled_in("barter")
    assert "3 sentences gained, 0 lost" in words(screen)
    assert 'Trade: English phrase "barter" added' in words(screen)
    assert trade(desk) == 3
    screen.text_input(key="codebook.reason").input("Barter is trade")
    screen.button(key="codebook.save").click().run()
    assert "Saved" in screen.success[0].value
    with closing(writer(desk)):
        work(desk, until=lambda db: recodings.waiting(db) is None, stop=Event())
    assert trade(desk) == 6


def test_a_look_that_takes_long_can_be_stopped(desk: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(draft, "BUDGET", 0.0)
    screen = at("change")
    screen.text_input(key="codebook.form.phrase").input("barter")
    screen.button(key="codebook.look").click().run()
    assert not any(button.key == "codebook.save" for button in screen.button)
    screen.button(key="codebook.stop").click().run()
    assert "You stopped before the end" in words(screen.run())
    assert read_folder(desk.codebook) == ()


def test_without_a_reason_nothing_is_saved_and_the_change_stays_open(desk: Settings) -> None:
    screen = filled_in("barter")
    screen.button(key="codebook.save").click().run()
    assert "Say why" in screen.error[0].value
    assert "3 sentences gained" in words(screen)
    assert read_folder(desk.codebook) == ()


@pytest.mark.usefixtures("desk")
def test_what_is_missing_or_does_not_fit_is_said_beside_the_form() -> None:
    screen = at("change")
    screen.button(key="codebook.look").click().run()
    assert "Something is still missing" in screen.error[0].value
    screen.text_input(key="codebook.form.phrase").input("{barter")
    screen.button(key="codebook.look").click().run()
    assert "do not match" in screen.error[0].value


def test_back_to_an_earlier_version_is_looked_at_first_and_kept_as_a_new_one(desk: Settings) -> None:
    screen = filled_in("barter")
    screen.text_input(key="codebook.reason").input("Try")
    screen.button(key="codebook.save").click().run()
    work(desk, until=lambda db: recodings.waiting(db) is None, stop=Event())
    with closing(reader(desk)) as db:
        oldest = versions(db)[-1].id
    screen = at("versions")
    screen.button(key=f"codebook.back.{oldest}").click().run()
    assert "0 lost" not in words(screen)
    assert "3 lost" in words(screen)
    screen.text_input(key="codebook.reason").input("Too much")
    screen.button(key="codebook.save").click().run()
    with closing(reader(desk)) as db:
        assert versions(db)[0].reason == "Too much"
    assert read_folder(desk.codebook) == ()


def test_a_desk_whose_files_do_not_fit_is_told_where_and_can_still_read_on(desk: Settings) -> None:
    desk.codebook.mkdir(parents=True)
    (desk.codebook / "ours.yaml").write_text("topic: []", "utf-8")
    screen = opened("codebook")
    assert "ours" in screen.error[0].value
    assert "line 1" in screen.error[0].value
    assert "Diplomatic engagement" in [button.label for button in screen.button]


def test_a_file_brought_in_stands_beside_the_others_under_its_own_name() -> None:
    files = (("desk.yaml", "a"), ("ours.yaml", "b"))
    assert with_file(files, "C:\\x\\ours.yaml", b"c\r\n") == (("desk.yaml", "a"), ("ours.yaml", "c\n"))
    for name, data, said in ((".x.yaml", b"", "cannot be the name"), ("x.yaml", b"\xff", "UTF-8")):
        with pytest.raises(CodebookError, match=said):
            with_file(files, name, data)


@pytest.mark.parametrize("name", ["Norway–Kenya Political Dialogue", "Диалог Норвегии и Кении"])
def test_a_proposed_dialogue_fills_the_form_and_makes_a_codebook_that_knows_it(name: str) -> None:
    fields = as_fields(Proposed(series_slug(name), name, ("KE", "NO", "Atlantis"), 2, 1, 3, 2022, 2024))
    assert (fields["series_name"], fields["sides"]) == (name, ["KE", "NO"])
    spoken = ((fields["language"], (str(fields["called"]),)),)
    edit = NewSeries("ke-no", name, name, ("KE", "NO"), spoken, ("officials",), "irregular")  # type: ignore[arg-type]
    (added,) = (one for one in codebook.of_files(with_edit((), edit)).series if one.name == name)
    assert [alias.text for alias in added.aliases] == [name.casefold()]
    assert (added.parties, added.levels) == (("KE", "NO"), ("officials",))


def test_a_link_fills_the_form_of_a_dialogue_with_what_the_texts_tell_of_it(show: Callable[..., Settings]) -> None:
    name = "Norway–Kenya Political Dialogue"
    met = Met("dialogue", ("NO", "KE"), "2023-05-08", series=name)
    show([told(Story("Talks", (Said("They met."),), (met,)))])
    (tells,) = [link for link in chosen_row(opened("dialogues")).get("page_link") if "codebook" in link.proto.label]
    address = dict(parse_qsl(tells.proto.query_string))
    assert (tells.proto.page, address) == ("codebook", {"view": "change", "add": series_slug(name)})
    screen = opened("codebook", **address)
    assert screen.text_input(key="codebook.form.series_name").value == name
    screen.text_input(key="codebook.form.series_name").input("Another name").run()
    screen.button(key="codebook.look").click().run()
    assert "New dialogue: Another name" in words(screen)


def chosen_row(screen: AppTest) -> AppTest:
    """The first dialogue of the list is chosen."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("parley.ui.dialogues.proposed.tables.choose_row", lambda *_: 0)
        return screen.run()
