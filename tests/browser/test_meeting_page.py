"""The page of a meeting in a real browser: the ways to it, the way back, cold links, narrow windows."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from parley.settings import Settings
from parley.store import reader
from tests.browser.conftest import Recorder, Server, serving
from tests.browser.test_screens import HOSTILE, filters_drawn, settled
from tests.desk import MANY

SUMMIT = "Six leaders sit down for the first time"
pytestmark = pytest.mark.browser


def address_of(server: Server, title: str) -> str:
    """Where the meeting stands of which the article with this title tells."""
    sql = "SELECT r.meeting_id FROM reports r JOIN articles a ON a.id = r.article_id WHERE a.title = ?"
    found = reader(Settings(data=server.data, samples=server.data)).execute(sql, (title,)).fetchone()
    return f"{server.address}/meeting?id={found[0]}"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server over invented meetings, one of them told in words that try to call a host."""
    with serving(tmp_path_factory.mktemp("meeting"), [*MANY, HOSTILE]) as running:
        yield running


def test_a_dot_of_the_timeline_leads_to_its_meeting_and_back_keeps_the_filter(server: Server, page: Page) -> None:
    page.goto(f"{server.address}/timeline?side=Germany")
    filters_drawn(page)
    page.locator(".js-plotly-plot .scatterlayer .points path").first.click(force=True)
    page.locator(".st-key-evidence-meeting").get_by_text("All about this meeting").click()
    expect(page.locator("h1")).to_have_text("Meeting")
    expect(page.get_by_role("heading", name="Call: Germany and Uzbekistan")).to_be_visible()
    assert "id=" in page.url
    assert "side=Germany" in page.url
    filters_drawn(page)
    page.go_back()
    expect(page.locator("h1")).to_have_text("Timeline")
    expect(page.get_by_text("1 of 28 meetings")).to_be_visible()
    assert page.url == f"{server.address}/timeline?side=Germany"


def test_a_cold_link_shows_the_meeting_and_its_articles_side_by_side(
    server: Server, page: Page, recorder: Recorder
) -> None:
    page.goto(address_of(server, SUMMIT))
    expect(page.get_by_text("They differ on date.")).to_be_visible()
    expect(page.locator(".pl-text")).to_have_count(2)
    left, right = (page.locator(".pl-text").nth(n).bounding_box() for n in (0, 1))
    assert left
    assert right
    assert left["x"] + left["width"] <= right["x"]
    page.reload()
    expect(page.get_by_text("They differ on date.")).to_be_visible()
    assert recorder.strangers(server.address) == []


def test_on_a_phone_the_articles_stand_one_under_the_other_and_nothing_is_wider(server: Server, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(address_of(server, SUMMIT))
    expect(page.locator(".pl-text")).to_have_count(2)
    settled(page)
    above, below = (page.locator(".pl-text").nth(n).bounding_box() for n in (0, 1))
    assert above
    assert below
    assert above["y"] + above["height"] <= below["y"]
    wider = page.evaluate("(m => m.scrollWidth - m.clientWidth)(document.querySelector('[data-testid=stMain]'))")
    assert wider <= 0


def test_hostile_words_of_a_meeting_are_shown_as_words(server: Server, page: Page, recorder: Recorder) -> None:
    page.goto(address_of(server, HOSTILE[0].title))
    expect(page.locator("h2").first).to_contain_text("Format ![x](")
    settled(page)
    for fold in page.locator("[data-testid=stExpander] summary:visible").all()[1:]:
        fold.click()
    settled(page)
    page.wait_for_load_state("networkidle")
    assert recorder.strangers(server.address) == []
