"""Take the README's picture anew: a real `parley serve` on the samples, the overview at 1440 × 900.

Run by `make pictures`; it needs a Chromium, as the browser tests do.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, expect, sync_playwright

from tests.browser.chromium import chromium
from tests.browser.conftest import SWITCHES, start_server

PICTURES = Path(__file__).resolve().parents[2] / "docs" / "pictures"
SIZE = {"width": 1440, "height": 900}


def take(page: Page, address: str, file: Path) -> None:
    """One screen as a picture, once its charts are drawn and nothing is being read any more."""
    page.goto(address)
    expect(page.locator("h1")).to_be_visible(timeout=60_000)
    expect(page.locator("[data-testid=stApp]")).to_have_attribute("data-test-script-state", "notRunning")
    expect(page.locator(".js-plotly-plot .barlayer .point path").first).to_be_attached(timeout=60_000)
    page.wait_for_load_state("networkidle")
    page.screenshot(path=file)


def main() -> None:
    """Every picture that the documents show."""
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = start_server(Path(folder), samples=True)
        try:
            browser = playwright.chromium.launch(executable_path=chromium(), args=SWITCHES)
            take(browser.new_page(viewport=SIZE), server.address, PICTURES / "overview.png")
            browser.close()
        finally:
            server.stop()


if __name__ == "__main__":
    main()
