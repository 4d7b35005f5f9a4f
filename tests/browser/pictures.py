"""Take the pictures of the documents anew: a real `parley serve` on the samples, each shot at 1440 wide, light.

Run by `make pictures`; it needs a Chromium, as the browser tests do. A shot is a page and what is done on it first.
"""

import io
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Page, expect, sync_playwright

from parley.settings import Settings
from parley.store import Connection, reader
from tests.browser.chromium import chromium
from tests.browser.conftest import SWITCHES, start_server
from tests.home import HOME

PICTURES = HOME / "docs" / "pictures"
WIDTH = 1440
COLOURS = 256
DIALOGUE = "us-kz-espd"
MEETING = """
SELECT meeting_id FROM reports JOIN meetings ON meetings.id = meeting_id JOIN series ON series.id = meetings.series_id
WHERE focal = 1 AND series.series = ? GROUP BY meeting_id ORDER BY count(*) DESC, meetings.day DESC LIMIT 1
"""
ARTICLE = "SELECT article_id FROM mentions GROUP BY article_id ORDER BY count(*) DESC, article_id LIMIT 1"


@dataclass(frozen=True)
class Shot:
    """A picture's name, the address it is taken of, how high it is, and what is done before."""

    name: str
    address: str
    height: int = 900
    first: Callable[[Page], None] = lambda _: None


def shots(db: Connection) -> list[Shot]:
    """Every picture, in the order of the guide."""
    (meeting,) = db.execute(MEETING, (DIALOGUE,)).fetchone()
    (article,) = db.execute(ARTICLE).fetchone()
    return [
        Shot("overview", ""),
        Shot("filters", "topics?dialogue=C5%2B1", 820, open_filters),
        Shot("topics", "topics", 1150, click_first_bar),
        Shot("timeline", "timeline", 1000),
        Shot("dialogues", "dialogues", 820),
        Shot("dialogue", f"dialogues?series={DIALOGUE}", 1250),
        Shot("meeting", f"meeting?id={meeting}", 1150),
        Shot("articles", "articles", 900),
        Shot("reader", f"articles?id={article}", 1000),
        Shot("inbox", "inbox", 900),
        Shot("system", "system", 900),
    ]


def open_filters(page: Page) -> None:
    """The drawer of filters, once it has stopped moving."""
    page.get_by_text("Filters", exact=True).first.click()
    page.get_by_label("Last rounds").first.click(trial=True)


def click_first_bar(page: Page) -> None:
    """The sentences of the most frequent topic."""
    page.locator(".js-plotly-plot .barlayer .point path").first.click(force=True)
    expect(page.locator("[class*=st-key-evidence-]").first).to_be_visible()


def take(page: Page, server: str, shot: Shot) -> None:
    """One screen as a small picture, once its charts are drawn and nothing is being read any more."""
    page.set_viewport_size({"width": WIDTH, "height": shot.height})
    page.goto(f"{server}/{shot.address}")
    rest(page)
    shot.first(page)
    rest(page)
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    small = picture.quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    small.save(PICTURES / f"{shot.name}.png", optimize=True)


def rest(page: Page) -> None:
    """Wait until the script has run and the browser has what it asked for."""
    expect(page.locator("h1")).to_be_visible(timeout=60_000)
    expect(page.locator("[data-testid=stApp]")).to_have_attribute("data-test-script-state", "notRunning")
    expect(page.locator("[data-testid=stSkeleton]")).to_have_count(0)
    page.wait_for_load_state("networkidle")


def main() -> None:
    """Every picture that the documents show."""
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = start_server(Path(folder), samples=True)
        try:
            with closing(reader(Settings(data=Path(folder), samples=HOME / "data" / "samples"))) as db:
                wanted = shots(db)
            browser = playwright.chromium.launch(executable_path=chromium(), args=SWITCHES)
            for shot in wanted:
                page = browser.new_page(color_scheme="light", reduced_motion="reduce")
                take(page, server.address, shot)
                page.close()
            browser.close()
        finally:
            server.stop()


if __name__ == "__main__":
    main()
