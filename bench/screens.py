"""Server time of each page, beside a page that says hello; and what a changed filter sends to the browser."""

import os
from pathlib import Path

from playwright.sync_api import sync_playwright
from streamlit.testing.v1 import AppTest

from bench.rows import Row, row, seconds
from tests.browser.chromium import chromium
from tests.browser.conftest import SWITCHES, start_server
from tests.home import HOME

RUNS = 7
PAGES = sorted(path.stem for path in (HOME / "pages").glob("*.py"))
HELLO = "import streamlit as st\nst.write('Hello')\n"


def hello_row() -> Row:
    """The floor: a page that only says hello."""
    screen = AppTest.from_string(HELLO, default_timeout=60).run()
    return row("a page that says hello", [1000 * taken for taken in seconds(screen.run, RUNS)], "ms")


def page_rows(data: Path, what: str) -> list[Row]:
    """Milliseconds of each page's rerun over a data folder, answers warm."""
    os.environ["PARLEY_DATA"] = str(data)
    found = []
    for page in PAGES:
        screen = AppTest.from_file(str(HOME / "dashboard.py"), default_timeout=60).run()
        if page != "overview":
            screen.switch_page(f"pages/{page}.py").run()
        taken = [1000 * second for second in seconds(screen.run, RUNS)]
        found.append(row(f"{page} with {what}", taken, "ms", against="a page that says hello"))
    return found


def filter_row(data: Path) -> Row:
    """Kilobytes that the server sends when one filter changes on the topics page."""
    server = start_server(data, samples=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=SWITCHES)
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        sent: list[int] = []
        page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: sent.append(len(frame))))
        page.goto(f"{server.address}/topics")
        page.wait_for_selector(".js-plotly-plot .bars")
        page.wait_for_timeout(1500)
        sent.clear()
        page.get_by_text("Articles", exact=True).last.click()
        page.wait_for_timeout(3000)
        browser.close()
    server.stop()
    return row("sent when the unit changes on topics, samples", [sum(sent) / 1000], "kB")
