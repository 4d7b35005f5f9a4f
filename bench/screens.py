"""Server time of each page, with a page that only says hello measured in between."""

import os
import statistics
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import streamlit as st
from streamlit.testing.v1 import AppTest

from bench.rows import Noise, Row, row
from parley.settings import Settings
from parley.store import reader
from tests.home import HOME

RUNS = 5
PAGES = sorted(path.stem for path in (HOME / "pages").glob("*.py"))
HELLO = "import streamlit as st\nst.write('Hello')\n"
BUSIEST = {
    "meeting": "SELECT meeting_id FROM reports WHERE focal = 1 GROUP BY meeting_id ORDER BY count(*) DESC, meeting_id",
    "check": "SELECT article_id FROM mentions GROUP BY article_id ORDER BY count(*) DESC, article_id",
}


@dataclass
class Screen:
    """One page over one data folder, and the CPU milliseconds of its runs: answers kept, and asked anew."""

    name: str
    data: Path
    app: AppTest
    kept: list[float] = field(default_factory=list)
    anew: list[float] = field(default_factory=list)

    def run(self) -> None:
        """Run it once with every question asked anew, and once with the answers that were kept."""
        os.environ["PARLEY_DATA"] = str(self.data)
        st.cache_data.clear()
        self.anew.append(milliseconds(self.app.run))
        self.kept.append(milliseconds(self.app.run))


def milliseconds(work: Callable[[], object]) -> float:
    """CPU milliseconds of this process, whatever else the machine does."""
    began = time.process_time()
    work()
    return 1000 * (time.process_time() - began)


def page_rows(folders: dict[str, Path], noise: Noise) -> list[Row]:
    """Every page over every data folder in turn, again and again, with the hello page in between."""
    hello = AppTest.from_string(HELLO, default_timeout=60).run()
    screens = [opened(page, what, data) for what, data in folders.items() for page in PAGES]
    floor: list[float] = []
    for _ in range(RUNS):
        noise.listen()
        for screen in screens:
            floor.append(milliseconds(hello.run))
            screen.run()
    against = f"hello: {statistics.median(floor):.1f} ms"
    found = [row("a page that says hello", floor, "ms")]
    for screen in screens:
        found.append(row(screen.name, screen.kept, "ms", against=against))
        found.append(row(f"{screen.name}, asked anew", screen.anew, "ms", against=against))
    return found


def opened(page: str, what: str, data: Path) -> Screen:
    """A page as a reader has opened it."""
    os.environ["PARLEY_DATA"] = str(data)
    app = AppTest.from_file(str(HOME / "dashboard.py"), default_timeout=60).run()
    if page in BUSIEST:
        app.query_params["id"] = busiest(data, page)
    if page != "overview":
        app.switch_page(f"pages/{page}.py").run()
    if app.exception:
        raise RuntimeError(f"{page} with {what} cannot be shown: {app.exception[0].message}")
    return Screen(f"{page}, {what}", data, app)


def busiest(data: Path, page: str) -> str:
    """What makes the most work on a page of one thing: the meeting that most articles report, the longest article."""
    with closing(reader(Settings(data=data, samples=HOME / "data" / "samples"))) as db:
        return str(db.execute(BUSIEST[page]).fetchone()[0])
