"""How much the server sends to the browser when a reader changes a filter."""

from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from bench.rows import Row, row
from tests.browser.chromium import chromium
from tests.browser.conftest import SWITCHES, start_server

PAGES = {"overview": "", "topics": "topics", "timeline": "timeline", "articles": "articles"}


def filter_rows(data: Path, what: str) -> list[Row]:
    """Kilobytes over the wire, on some pages, for the change from English articles to all."""
    server = start_server(data, samples=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=SWITCHES)
        sent = {name: _sent(browser.new_page(), f"{server.address}/{path}") for name, path in PAGES.items()}
        browser.close()
    server.stop()
    return [row(f"sent at a filter change, {name}, {what}", [kilobytes], "kB") for name, kilobytes in sent.items()]


def _sent(page: Page, address: str) -> float:
    """Kilobytes that come after the filter on English articles is taken off."""
    sent: list[int] = []
    page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: sent.append(len(frame))))
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{address}?language=English")
    chip = page.get_by_role("button", name="English ✕")
    expect(chip).to_be_visible(timeout=60_000)
    _rest(page)
    sent.clear()
    chip.click()
    expect(chip).to_be_hidden()
    _rest(page)
    page.close()
    return sum(sent) / 1000


def _rest(page: Page) -> None:
    """Wait until the script has run."""
    expect(page.locator("h1")).to_be_visible(timeout=60_000)
    expect(page.locator("[data-testid=stApp]")).to_have_attribute("data-test-script-state", "notRunning")
    page.wait_for_load_state("networkidle")
