"""Every page for every reader: no serious fault that axe-core finds, 390 to 2560 pixels, and the keyboard alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Server, serving, start_server
from tests.browser.test_screens import settled
from tests.desk import MANY, ONE, make, settings_in
from tests.pages.screens import PAGES

pytestmark = pytest.mark.browser

WIDTHS = (2560, 1440, 768, 390)
LONGEST_LINE = 95
GRAVE = {"serious", "critical"}
NO_GAP = "heading-order"
"""A moderate fault that is held off all the same: a level of headings that is left out."""
OTHER_VIEWS = (
    *("timeline?lanes_by=side", "timeline?lanes_by=kind", "dialogues?series=c5%2B1", "meeting?id=1", "articles?id=1"),
    *(f"topics?view={view}" for view in ("sides", "compare", "phrases", "quiet", "sheet")),
    *("topics?sheet=trade&series=us-kz-espd&last=3", "people?who=dana-example", "check?id=1"),
    *(f"codebook?view={view}" for view in ("dialogues", "people", "sentence", "versions")),
)
NOT_OURS: dict[str, str] = {}
"""Faults in Streamlit's own markup that nothing of ours can mend: the rule of axe-core, and why."""

TOO_LONG = """most => [...document.querySelectorAll('[data-testid=stMain] :is(p, li, .pl-text)')].map(e => {
  const range = document.createRange();
  range.selectNodeContents(e);
  const lines = new Set([...range.getClientRects()].map(place => Math.round(place.bottom / 8)));
  return [e.innerText.length / Math.max(1, lines.size), e.innerText];
}).filter(([letters]) => letters > most).map(([, text]) => text)"""
CUT = """() => [...document.querySelectorAll(
  '[data-testid=stMain] :is(p, h1, h2, h3, button, label, svg text)'
)].filter(e => {
  const place = e.getBoundingClientRect();
  if (e.closest('[data-testid=stDataFrame], [data-baseweb=tag], [class*=st-key-unseen]')) return false;
  const seen = e.textContent.trim() && place.width && place.height;
  return seen && (place.right > window.innerWidth + 1 || place.left < -1);
}).map(e => e.textContent)"""
STYLED = "getComputedStyle(document.querySelector('[data-testid=stMain]')).overflowAnchor === 'none'"
STILL = """() => !document.querySelector('[data-stale=true]') && document.getAnimations().every(
  one => one.playState !== 'running' || one.effect?.getComputedTiming().endTime === Infinity)"""
"""Nothing is greyed while it waits to be drawn anew, and nothing fades: half-faded text would be called too pale."""
WIDER = "(m => m.scrollWidth - m.clientWidth)(document.querySelector('[data-testid=stMain]'))"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server over thirty invented articles."""
    with serving(tmp_path_factory.mktemp("looks"), MANY) as running:
        yield running


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server without any article."""
    with serving(tmp_path_factory.mktemp("bare"), ()) as running:
        yield running


@pytest.fixture(scope="module")
def lone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server over a single article."""
    with serving(tmp_path_factory.mktemp("lone"), ONE) as running:
        yield running


def visit(server: Server, page: Page, name: str) -> None:
    """Open a page and wait until it has come to rest, its charts drawn."""
    page.goto(f"{server.address}/{'' if name == 'overview' else name}")
    settled(page)
    page.wait_for_load_state("networkidle")
    page.wait_for_function(STYLED)


def grave(page: Page) -> list[str]:
    """The faults of what is in view that no page may have, each with the first element that has it."""
    page.wait_for_function(STILL)
    found = Axe().run(page).response["violations"]
    return [
        f"{fault['impact']} {fault['id']}: {fault['nodes'][0]['html'][:200]}"
        for fault in found
        if (fault["impact"] in GRAVE or fault["id"] == NO_GAP) and fault["id"] not in NOT_OURS
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_no_page_has_a_serious_fault(server: Server, page: Page, name: str, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    visit(server, page, name)
    assert grave(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", OTHER_VIEWS)
def test_no_other_view_of_a_page_has_a_serious_fault(server: Server, page: Page, name: str, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    visit(server, page, name)
    assert grave(page) == []


@pytest.mark.parametrize("name", PAGES)
def test_no_page_with_one_article_has_a_serious_fault(lone: Server, page: Page, name: str) -> None:
    visit(lone, page, name)
    assert grave(page) == []


@pytest.mark.parametrize("name", PAGES)
def test_no_page_without_articles_has_a_serious_fault(bare: Server, page: Page, name: str) -> None:
    visit(bare, page, name)
    assert grave(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_a_reader_opens_has_no_serious_fault(server: Server, page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    visit(server, page, "topics?dialogue=C5%2B1")
    page.locator("[class*='st-key-chart-topics-by-meetings'] .barlayer .point path").first.click(force=True)
    expect(page.locator("[class*=st-key-evidence-frequency] blockquote").first).to_be_visible()
    page.get_by_test_id("stExpander").first.locator("summary").click()
    settled(page)
    assert grave(page) == []
    visit(server, page, "timeline")
    page.locator("[class*='st-key-chart-timeline'] .scatterlayer .point").first.click(force=True)
    expect(page.locator("[class*=st-key-evidence-meeting] blockquote").first).to_be_visible()
    page.get_by_role("button", name="Context events").click()
    expect(page.get_by_label("What happened")).to_be_visible()
    assert grave(page) == []
    visit(server, page, "articles?id=1")
    expect(page.locator(".pl-text")).to_be_visible()
    assert grave(page) == []


@pytest.mark.parametrize("name", [*PAGES, "articles?id=1", "meeting?id=1"])
def test_every_width_shows_all_of_a_page_in_lines_that_can_be_read(server: Server, page: Page, name: str) -> None:
    visit(server, page, name)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        expect(page.locator("[data-testid=stApp]")).to_have_attribute("data-test-script-state", "notRunning")
        # A table takes its new width a moment after the page has.
        page.wait_for_function(f"({CUT})().length === 0 && {WIDER} <= 0", timeout=10_000)
        assert page.evaluate(TOO_LONG, LONGEST_LINE) == [], width


@pytest.mark.parametrize(("name", "chart"), [("overview", "topics-lately"), ("topics", "topics-by-meetings")])
def test_what_a_bar_opens_is_in_view_on_a_phone(server: Server, page: Page, name: str, chart: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    visit(server, page, name)
    page.locator(f"[class*='st-key-chart-{chart}'] .barlayer .point path").nth(3).click(force=True)
    expect(page.locator("[class*=st-key-evidence-] blockquote").first).to_be_in_viewport()


def test_the_menu_of_a_phone_says_that_it_is_one(server: Server, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    visit(server, page, "overview")
    button = page.get_by_test_id("stExpandSidebarButton")
    said = button.evaluate_handle("e => e")
    page.wait_for_function("e => getComputedStyle(e, '::after').content === '\"Menu\"'", arg=said)
    button.click()
    page.get_by_test_id("stSidebar").get_by_role("link", name="Timeline").click()
    expect(page.locator("h1")).to_have_text("Timeline")


def test_the_keyboard_skips_the_menu_and_opens_a_number(server: Server, page: Page) -> None:
    visit(server, page, "overview")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    page.keyboard.press("Enter")
    number = page.locator(".st-key-number-meetings button:visible")
    for _ in range(20):
        page.keyboard.press("Tab")
        if number.evaluate("e => e === document.activeElement"):
            break
    expect(number).to_be_focused()
    assert number.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    expect(page.locator("[class*=st-key-evidence-numbers] blockquote").first).to_be_in_viewport()


def test_a_newcomer_walks_the_tour_by_keyboard_and_is_not_shown_it_again(
    tmp_path: Path, page: Page, browser: Browser
) -> None:
    make(settings_in(tmp_path), MANY)
    server = start_server(tmp_path / "data", samples=False, toured=False)
    visit(server, page, "overview")
    assert grave(page) == []
    for step in ("2 of 5", "3 of 5", "4 of 5", "5 of 5"):
        page.locator(".st-key-tour").get_by_role("button", name="Next").press("Enter")
        expect(page.get_by_text(step, exact=True)).to_be_visible()
    page.locator(".st-key-tour").get_by_role("button", name="Done").press("Enter")
    expect(page.locator(".st-key-tour")).to_have_count(0)
    again = browser.new_page()
    visit(server, again, "topics")
    expect(again.get_by_role("button", name="Show the tour")).to_be_attached()
    expect(again.locator(".st-key-tour")).to_have_count(0)
    again.close()
    server.stop()
