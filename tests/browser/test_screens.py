"""Overview and topics in a real browser: clicks open sentences, links keep filters, no other host is asked."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Recorder, Server, serving
from tests.desk import MANY, Met, Said, Story, told

pytestmark = pytest.mark.browser

CALL = "![x](https://tracker.example/x.png) <img src=https://tracker.example/y.png>"
HOSTILE = told(
    Story(
        f"Talks {CALL}",
        (Said(f"They met {CALL} in town.", ("trade",)),),
        (Met("dialogue", ("KZ", "US"), "2025-06-24", f"City {CALL}", "KZ", "hostile", f"Format {CALL}", 1),),
        source=f"Outlet {CALL}",
        published_on="2025-06-25",
    )
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server over invented meetings, one of them told in words that try to call a host."""
    with serving(tmp_path_factory.mktemp("screens"), [*MANY, HOSTILE]) as running:
        yield running


def settled(page: Page) -> None:
    """Wait until the page shows its title and the script has come to rest."""
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("[data-testid=stApp]")).to_have_attribute("data-test-script-state", "notRunning")


def filters_drawn(page: Page) -> None:
    """Wait until the drawer's widgets are in the page: until then they cannot keep their place in the address."""
    settled(page)
    expect(page.get_by_test_id("stMultiSelect").last.locator("input")).to_be_attached()
    expect(page.get_by_test_id("stDateInput").last.locator("input")).to_be_attached()
    page.wait_for_load_state("networkidle")


def test_a_filtered_link_opened_cold_shows_the_filtered_page_and_a_reload_keeps_it(server: Server, page: Page) -> None:
    page.goto(f"{server.address}/topics?dialogue=C5%2B1&rounds=2")
    expect(page.get_by_text("2 of 28 meetings")).to_be_visible()
    expect(page.get_by_test_id("stTopNavLink").filter(has_text="Topics")).to_be_visible()
    page.reload()
    expect(page.get_by_text("2 of 28 meetings")).to_be_visible()
    assert "rounds=2" in page.url


def test_a_click_on_a_topic_bar_shows_its_sentences(server: Server, page: Page) -> None:
    page.goto(f"{server.address}/topics?dialogue=C5%2B1")
    bar = page.locator("[class*='st-key-chart-topics-by-meetings'] .barlayer .point path").first
    expect(page.get_by_text("Climate change leads, discussed at 3 of 5 meetings")).to_be_visible()
    bar.click(force=True)
    expect(page.get_by_role("heading", name="3 meetings: Climate change")).to_be_visible()
    panel = page.locator("[class*=st-key-evidence-frequency]")
    expect(panel.locator("blockquote")).to_have_count(3)
    expect(panel.get_by_text("Climate was stressed by all six.")).to_be_visible()


@pytest.mark.parametrize(("chart", "opened"), [("topics-lately", "lately"), ("meetings-by-quarter", "quarters")])
def test_what_a_click_on_the_overview_opens_is_in_view_at_once(
    server: Server, page: Page, chart: str, opened: str
) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(server.address)
    settled(page)
    page.locator(f"[class*='st-key-chart-{chart}'] .barlayer .point path").first.click(force=True)
    panel = page.locator(f"[class*=st-key-evidence-{opened}]")
    expect(panel.locator("blockquote").first).to_be_in_viewport()


def test_the_menu_and_the_way_back_keep_the_filter(server: Server, page: Page) -> None:
    page.goto(f"{server.address}/?dialogue=C5%2B1")
    for name, address in (("Topics", "topics"), ("Timeline", "timeline")):
        filters_drawn(page)
        page.get_by_test_id("stTopNavLink").filter(has_text=name).click()
        expect(page.locator("h1")).to_have_text(name)
        expect(page).to_have_url(f"{server.address}/{address}?dialogue=C5%2B1")
        expect(page.get_by_text("5 of 28 meetings")).to_be_visible()
    for name, address in (("Topics", "topics"), ("Overview", "")):
        filters_drawn(page)
        page.go_back()
        expect(page.locator("h1")).to_have_text(name)
        expect(page).to_have_url(f"{server.address}/{address}?dialogue=C5%2B1")
    page.reload()
    expect(page.get_by_text("5 of 28 meetings")).to_be_visible()


def test_no_page_asks_another_host_whatever_an_article_says(server: Server, page: Page, recorder: Recorder) -> None:
    page.goto(server.address)
    settled(page)
    for unit in ("meetings", "articles"):
        page.locator(f".st-key-number-{unit} button:visible").click()
        expect(page.locator("[class*=st-key-evidence-numbers]")).to_be_visible()
        expect(page.get_by_text("tracker.example").first).to_be_attached()
        settled(page)
    for name in ("topics", "timeline", "articles"):
        page.goto(f"{server.address}/{name}")
        settled(page)
    assert recorder.strangers(server.address) == []


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("name", ["", "topics"])
def test_nothing_is_wider_than_the_window(server: Server, page: Page, name: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{server.address}/{name}")
    settled(page)
    expect(page.locator(".js-plotly-plot").first).to_be_visible()
    wider = page.evaluate("(m => m.scrollWidth - m.clientWidth)(document.querySelector('[data-testid=stMain]'))")
    assert wider <= 0
