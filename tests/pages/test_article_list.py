"""The list of articles on screen: facets, copies, saved views, and files that equal what is seen."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from python_calamine import CalamineWorkbook
from streamlit.testing.v1 import AppTest

from parley.briefs.sheets import Sheet, as_csv, as_xlsx
from parley.model import Filters
from parley.settings import Settings
from parley.store import reader
from parley.ui import export
from parley.ui.articles import table
from tests.copied import COPIED, IDENTICAL, ORIGINAL, REWORDED
from tests.desk import MANY
from tests.pages.screens import opened, words

Shown = Callable[..., Settings]


def titles(screen: AppTest) -> list[str]:
    return list(screen.dataframe[0].value["title"])


def test_copies_are_folded_and_said_in_words(show: Shown) -> None:
    show(COPIED)
    screen = opened("articles")
    row = screen.dataframe[0].value.set_index("title").loc[ORIGINAL[0].title]
    assert row["copies"] == "+ 3 copies, 1 report"
    assert REWORDED[0].title not in titles(screen)
    assert "2 articles, and 3 copies folded into them" in words(screen)


def test_the_reader_tells_each_copy_with_its_reason_and_opens_it(show: Shown) -> None:
    show(COPIED)
    screen = opened("articles", id="1")
    said = words(screen)
    assert "Beside this article: 3 copies and 1 other report" in said
    assert "Identical text\n" in said.replace("**", "").replace("  \n", "\n")
    assert "Near-copy, 100% of the copy's words" in said.replace("**", "")
    assert IDENTICAL[0].title in said
    screen.button(key="copy.reader.2").click().run()
    assert screen.header[0].value.replace("\\", "") == REWORDED[0].title


@pytest.mark.usefixtures("many_articles")
@pytest.mark.parametrize(
    ("facet", "value", "said", "chip"),
    [
        ("Outlet", "Capital Post", "Capital Post", "chip.source.Capital Post"),
        ("Dialogue", "c5+1", "C5+1", "chip.dialogue.c5+1"),
        ("Year", "2016", "2016", "chip.since.2016-01-01"),
        ("Language", "ru", "Russian", "chip.language.ru"),
        ("Topic group", "security", "Security", "chip.topic.defense"),
    ],
)
def test_a_facet_sets_the_filter_in_the_bar_and_leaves_as_many_as_it_said(
    facet: str, value: str, said: str, chip: str
) -> None:
    screen = opened("articles")
    pills = screen.button_group(key=f"facet.{facet}")
    label = next(option for option in pills.options if option.replace("\\", "").startswith(said))
    pills.set_value(value).run()
    assert not screen.exception
    assert screen.button(key=chip)
    assert len(titles(screen)) == int(label.split()[-1])
    screen.button_group(key=f"facet.{facet}").set_value(None).run()
    assert len(titles(screen)) == len(MANY)


@pytest.mark.usefixtures("many_articles")
def test_a_view_is_saved_opened_deleted_and_brought_back() -> None:
    screen = opened("articles")
    screen.multiselect(key="dialogue").select("c5+1").run()
    screen.text_input(key="q").set_value("climate").run()
    assert "dialogue=C5%2B1&q=climate" in screen.code[0].value
    name = next(field for field in screen.text_input if field.label == "Name of the view")
    name.set_value("Climate at [C5](x)")
    next(button for button in screen.button if button.label == "Save this view").click().run()
    screen.button(key="filters.reset").click().run()
    screen.text_input(key="q").set_value("").run()
    assert len(titles(screen)) == len(MANY)
    screen.button(key="view.open.1").click().run()
    assert screen.text_input(key="q").value == "climate"
    assert screen.multiselect(key="dialogue").value == ["c5+1"]
    screen.button(key="view.delete.1").click().run()
    assert "Saved views" not in [button.key for button in screen.button]
    assert not [button for button in screen.button if (button.key or "").startswith("view.open")]
    screen.button(key="view.undo").click().run()
    assert [button.label for button in screen.button if (button.key or "").startswith("view.open")] == [
        "Climate at \\[C5\\]\\(x\\)"
    ]


def test_each_saving_and_deleting_of_a_view_is_told_in_the_log(many_articles: Settings) -> None:
    screen = opened("articles")
    next(field for field in screen.text_input if field.label == "Name of the view").set_value("All")
    next(button for button in screen.button if button.label == "Save this view").click().run()
    screen.button(key="view.delete.1").click().run()
    told = "SELECT actor, action FROM log WHERE target = 'view 1' ORDER BY id"
    assert reader(many_articles).execute(told).fetchall() == [("local", "view saved"), ("local", "view deleted")]


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the last run of a page would put into its files."""
    found: dict[str, Any] = {}

    def keep(key: str, _: str, __: Filters, listed: Callable[[], export.Listed], *_door: object) -> None:
        found[key] = listed

    monkeypatch.setattr(export, "buttons", keep)
    return found


@pytest.mark.parametrize("address", [{}, {"source": "Capital Post"}, {"dialogue": "C5+1", "since": "2016-01-01"}])
def test_the_files_hold_the_rows_of_the_screen_in_its_order(
    show: Shown, taken: dict[str, Any], address: dict[str, str]
) -> None:
    show((*MANY, *COPIED))
    screen = opened("articles", **address)
    seen = screen.dataframe[0].value[list(table.NAMES)].rename(columns=table.NAMES)
    seen["Copies and reports"] = seen["Copies and reports"].str.removeprefix("+ ")
    what, data = taken["articles"]().what, taken["articles"]().rows
    assert data.to_csv() == seen.to_csv()
    assert what.startswith(f"{len(data)} articles")
    written = as_csv(Sheet("Articles", what, data)).decode("utf-8-sig").splitlines()
    assert written[0].strip('"') == what
    assert len(written) == len(data) + 2
    sheet = CalamineWorkbook.from_filelike(BytesIO(as_xlsx(Sheet("Articles", what, data)))).get_sheet_by_name(
        "Articles"
    )
    head, *read = sheet.to_python()
    assert head == list(data.columns)
    assert [[str(cell) for cell in row] for row in read] == [[str(cell) for cell in row] for row in data.to_numpy()]


def test_a_search_is_taken_away_in_the_order_of_its_hits(show: Shown, taken: dict[str, Any]) -> None:
    show(MANY)
    screen = opened("articles")
    screen.text_input(key="q").set_value("trade").run()
    screen.button_group(key="search.order").set_value("relevance").run()
    hits = [
        button.label.replace("**", "").replace("\\", "") for button in screen.button if "open." in (button.key or "")
    ]
    what, rows = taken["articles"]().what, taken["articles"]().rows
    assert rows["Title"].to_list()[: len(hits)] == hits
    assert "with the words trade, best match first among the newest 2,000" in what


def test_the_timeline_is_taken_away_with_all_its_pages(
    show: Shown, taken: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    for where in ("parley.queries.timeline.PAGE", "parley.ui.timeline.table.PAGE"):
        monkeypatch.setattr(where, 5)
    show(MANY)
    screen = opened("timeline")
    screen.button_group(key="view").set_value("Table").run()
    what, rows = taken["meetings"]().what, taken["meetings"]().rows
    data = rows
    assert len(screen.dataframe[-1].value) == 5
    assert what == f"{len(data)} meetings, newest first"
    assert data["From"].to_list()[:2] == ["2025-06-23", "2025-03"]
    assert data["Dialogue"].to_list()[:5] == screen.dataframe[-1].value["dialogue"].to_list()
