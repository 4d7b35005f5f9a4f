"""Timeline, articles and inbox in a real browser, as a new user walks through them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Recorder, Server, serving
from tests.browser.test_screens import HOSTILE
from tests.desk import MANY

pytestmark = pytest.mark.browser
RELEASE = """
Kazakhstan and Japan close the third round of their dialogue
November 7, 2023

ASTANA – Kazakhstan and Japan held the third Kazakhstan-Japan Strategic Dialogue in Astana on November 6, 2023.
Deputy Foreign Minister of Kazakhstan Ermek Ulgi and Ambassador of Japan Hana Rei led the delegations.

The sides discussed trade and climate change. They agreed to share what they know of earthquakes.

The next Kazakhstan-Japan Strategic Dialogue will take place in Tokyo in 2024.

Comments are closed.
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server over invented meetings, one of them told in words that try to call a host."""
    with serving(tmp_path_factory.mktemp("desk"), [*MANY, HOSTILE]) as running:
        yield running


def test_a_click_on_a_mark_opens_what_the_articles_say_of_the_meeting(server: Server, page: Page) -> None:
    page.goto(f"{server.address}/timeline?side=Germany")
    expect(page.get_by_text("1 meeting", exact=True)).to_be_visible()
    page.locator(".js-plotly-plot .scatterlayer .points path").first.click(force=True)
    panel = page.locator(".st-key-evidence-meeting")
    expect(panel.get_by_text("Chancellor Jonas Beispiel spoke by telephone")).to_be_visible()
    expect(panel.get_by_role("heading", name="Call: Germany and Uzbekistan")).to_be_visible()


def test_a_hit_opens_the_reader_and_back_returns_to_the_hits(server: Server, page: Page) -> None:
    page.goto(f"{server.address}/articles?q=telephone")
    expect(page.locator(".hit-words mark")).to_have_text("telephone")
    page.get_by_role("button", name="Chancellor telephones Tashkent").click()
    expect(page.locator(".pl-text")).to_contain_text("Skilled workers were the subject.")
    assert "id=" in page.url
    page.reload()
    expect(page.locator(".pl-text")).to_be_visible()
    page.go_back()
    expect(page.locator(".hit-words mark")).to_be_visible()


def test_the_reader_shows_hostile_words_as_words_and_asks_no_other_host(
    server: Server, page: Page, recorder: Recorder
) -> None:
    for address in ("timeline", "articles", "articles?q=town", "inbox"):
        page.goto(f"{server.address}/{address}")
        expect(page.locator("h1")).to_be_visible()
        page.wait_for_load_state("networkidle")
    page.goto(f"{server.address}/articles?q=town")
    page.locator("[class*=st-key-open] button").first.click()
    expect(page.locator(".pl-text")).to_contain_text("<img src=https://tracker.example/y.png>")
    assert recorder.strangers(server.address) == []


def test_a_release_is_uploaded_found_on_the_timeline_and_read(
    serve: Callable[..., Server], page: Page, recorder: Recorder, tmp_path: Path
) -> None:
    server = serve()
    (tmp_path / "release.txt").write_text(RELEASE, "utf-8")
    page.goto(server.address)
    expect(page.get_by_text("No articles yet")).to_be_visible()
    page.goto(f"{server.address}/inbox")
    page.locator("input[type=file]").first.set_input_files(tmp_path / "release.txt")
    page.get_by_role("button", name="Read this file").click()
    expect(page.get_by_text("1 document: 1 new")).to_be_visible()
    page.get_by_text("Read it with every passage marked").click()
    expect(page.locator(".pl-text")).to_contain_text("left out: Comments are closed.")
    expect(page.locator(".pl-letter.pl-P").first).to_be_visible()
    page.goto(f"{server.address}/timeline")
    expect(page.get_by_text("1 meeting, 1 planned")).to_be_visible()
    page.goto(server.address)
    number = page.locator(".st-key-number-meetings button").first
    expect(number).to_contain_text("1")
    number.click()
    expect(page.get_by_text("Kazakhstan and Japan held the third").first).to_be_visible()
    assert recorder.strangers(server.address) == []
