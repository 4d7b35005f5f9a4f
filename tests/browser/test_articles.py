"""The list of articles in a real browser: copies open from their cell, facets go into the address, files come down."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from python_calamine import CalamineWorkbook

from parley.ui.articles.table import COLUMNS
from parley.ui.tables import HEAD, ROW
from tests.browser.conftest import Server, serving
from tests.copied import COPIED, IDENTICAL, REWORDED
from tests.desk import MANY

pytestmark = pytest.mark.browser
BOXES = 35
"""Pixels of the column in which a row is chosen."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server over invented articles, some of which repeat each other."""
    with serving(tmp_path_factory.mktemp("articles"), [*MANY, *COPIED]) as running:
        yield running


def settled(page: Page) -> None:
    """Wait until the list is drawn and the script has come to rest."""
    expect(page.get_by_test_id("stDataFrame").locator("canvas").first).to_be_visible()
    expect(page.locator("[data-testid=stApp]")).to_have_attribute("data-test-script-state", "notRunning")


def choose(page: Page, row: int, column: str) -> None:
    """Click a cell of the table, which is drawn on a canvas."""
    widths = {key: width for key, (_, width, _) in COLUMNS.items()}
    left = BOXES + sum(width for key, width in widths.items() if list(widths).index(key) < list(widths).index(column))
    spot = {"x": left + widths[column] // 3, "y": HEAD + ROW * row + ROW // 2}
    page.get_by_test_id("stDataFrame").locator("canvas").first.click(position=spot, force=True)


def test_the_cell_of_the_copies_tells_what_they_are_and_opens_each(server: Server, page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{server.address}/articles?source=Example+Herald&since=2024-06-01")
    expect(page.get_by_text("1 article, and 3 copies folded into it")).to_be_visible()
    settled(page)
    choose(page, 0, "copies")
    panel = page.locator(".st-key-evidence-copies-table")
    expect(panel.get_by_text("Beside this article: 3 copies and")).to_be_in_viewport()
    expect(panel.get_by_text("Identical text")).to_be_visible()
    expect(panel.get_by_text(IDENTICAL[0].title)).to_be_visible()
    panel.get_by_role("button", name=REWORDED[0].title).click()
    expect(page.locator(".pl-text")).to_contain_text("young chemists")
    page.go_back()
    settled(page)
    choose(page, 0, "title")
    expect(page.locator(".pl-text")).to_contain_text("young engineers")


def test_a_facet_stands_in_the_address_and_a_copied_link_opens_the_same_list(server: Server, page: Page) -> None:
    page.goto(f"{server.address}/articles?q=trade")
    page.locator(".st-key-facets").get_by_text("EU Wire 6").click()
    expect(page.get_by_text("6 articles", exact=True)).to_be_visible()
    expect(page).to_have_url(f"{server.address}/articles?q=trade&source=EU+Wire")
    page.get_by_role("button", name="Share or save").click()
    address = page.get_by_test_id("stCode").locator("code")
    expect(address).to_contain_text("/articles?source=EU+Wire&q=trade")
    page.goto(address.inner_text())
    expect(page.get_by_text("6 articles", exact=True)).to_be_visible()


def test_the_files_come_down_as_the_list_stands(server: Server, page: Page, tmp_path: Path) -> None:
    page.goto(f"{server.address}/articles?language=Russian")
    settled(page)
    for kind in ("CSV", "XLSX"):
        with page.expect_download() as waiting:
            page.get_by_role("button", name=f"Download {kind}").click()
        waiting.value.save_as(tmp_path / kind)
    about, head, row = csv.reader((tmp_path / "CSV").read_text("utf-8-sig").splitlines())
    assert about[0].startswith("1 article, newest first. Filters: Russian. Made with Parley on ")
    assert row[head.index("Title")] == "Переговоры в Москве"
    names, cells = CalamineWorkbook.from_path(str(tmp_path / "XLSX")).get_sheet_by_name("Articles").to_python()
    assert names == head
    assert [str(cell) for cell in cells] == row


def test_a_view_is_saved_and_opened_again(server: Server, page: Page) -> None:
    page.goto(f"{server.address}/articles?dialogue=C5%2B1")
    settled(page)
    page.get_by_role("button", name="Share or save").click()
    page.get_by_label("Name of the view").fill("The five and one")
    page.get_by_role("button", name="Save this view").click()
    expect(page.get_by_role("button", name="Saved views 1")).to_be_visible()
    page.goto(f"{server.address}/articles")
    settled(page)
    page.get_by_role("button", name="Saved views 1").click()
    page.get_by_role("button", name="The five and one", exact=True).click()
    expect(page).to_have_url(f"{server.address}/articles?dialogue=C5%2B1")
