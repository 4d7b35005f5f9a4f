"""The promises in a real browser: a proposal accepted and taken back, our side kept over a reload, a calendar file."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Recorder, Server, serving
from tests.browser.test_looks import WIDER, grave
from tests.browser.test_screens import settled
from tests.pages.test_promises import OPENED, the_next, the_round
from tests.unit.test_calendar_files import read

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("promises"), [the_round(), the_next()]) as running:
        yield running


def at(server: Server, page: Page) -> None:
    page.goto(f"{server.address}/promises")
    expect(page.locator("h1")).to_have_text("Promises")
    settled(page)


def test_a_proposal_that_is_accepted_makes_the_promise_kept_until_it_is_undone(
    server: Server, page: Page, recorder: Recorder
) -> None:
    at(server, page)
    expect(page.get_by_role("heading", name="3 open promises, 1 with a deadline")).to_be_visible()
    expect(page.get_by_text(OPENED)).to_be_visible()
    page.get_by_role("button", name="Accept").click()
    expect(page.get_by_role("heading", name="2 open promises")).to_be_visible()
    expect(page.get_by_text("no deadline · kept")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="2 open promises")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("heading", name="3 open promises")).to_be_visible()
    assert recorder.strangers(server.address) == []


def test_the_deadlines_come_as_a_calendar_that_can_be_read(server: Server, page: Page) -> None:
    at(server, page)
    with page.expect_download() as saved:
        page.get_by_role("button", name="1 deadline for your calendar").click()
    (event,) = read(Path(saved.value.path()).read_bytes())
    assert event["DTSTART"] == "20240930"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_form_has_no_serious_fault_and_nothing_is_wider_than_a_phone(
    server: Server, page: Page, scheme: str
) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    at(server, page)
    page.get_by_role("button", name="Say what became of it").first.click()
    expect(page.get_by_role("button", name="Save", exact=True)).to_be_visible()
    settled(page)
    page.wait_for_load_state("networkidle")
    assert grave(page) == []
    page.set_viewport_size({"width": 390, "height": 844})
    settled(page)
    assert page.evaluate(WIDER) <= 0
