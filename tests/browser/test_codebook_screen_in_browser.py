"""The codebook in a real browser: a change looked at, saved, and the sentences moved; no serious fault on any view."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from parley import codebook, coding
from parley.model import Article
from tests.browser.conftest import Recorder, Server, serving
from tests.browser.test_looks import grave, visit
from tests.browser.test_screens import settled

SAID = (
    "Norwegian Foreign Minister Anna Berg met Kazakh Foreign Minister Aidar Omarov in Astana on {day} March 2024. "
    "The ministers discussed trade. The ministers discussed barter."
)
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server over three accounts that the packaged codebook has read."""
    book = codebook.load()
    articles = [
        Article(f"Talks on {day} March", SAID.format(day=day), "The Courier", published_on="2024-03-09")
        for day in (6, 7, 8)
    ]
    folder = tmp_path_factory.mktemp("codebook")
    with serving(folder, [(article, coding.code(article, book)) for article in articles]) as running:
        yield running


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", ["topics", "dialogues", "people", "try", "change", "versions"])
def test_no_view_of_the_codebook_has_a_serious_fault(server: Server, page: Page, view: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    visit(server, page, f"codebook?view={view}")
    assert grave(page) == []


def test_a_change_is_looked_at_then_saved_and_exactly_its_sentences_have_moved(
    server: Server, page: Page, recorder: Recorder
) -> None:
    page.goto(f"{server.address}/codebook?view=change")
    page.get_by_label("Topic", exact=True).click()
    page.keyboard.type("Trade")
    page.get_by_role("option", name="Trade", exact=True).click()
    page.get_by_label("Phrase", exact=True).fill("barter")
    page.get_by_role("button", name="See what would move").click()
    expect(page.get_by_text("3 sentences gained, 0 lost")).to_be_visible()
    settled(page)
    assert grave(page) == []
    page.get_by_label("Why this change?").fill("Barter is trade")
    page.get_by_role("button", name="Save, and read everything anew").click()
    expect(page.get_by_text("Saved. Parley reads everything anew")).to_be_visible()
    expect(page.get_by_text("Reading everything anew by the rules in force")).to_have_count(0)
    page.goto(f"{server.address}/codebook")
    page.get_by_text("Economy", exact=True).click()
    expect(page.locator(".st-key-open-sentences-trade[data-stale=false]")).to_have_text("6 sentences")
    page.goto(f"{server.address}/codebook?view=versions")
    expect(page.get_by_text("Barter is trade")).to_be_visible()
    assert recorder.strangers(server.address) == []
