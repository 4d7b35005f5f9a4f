"""Putting a wrong date right in a real browser, by mouse; what readers then see, and the way back."""

from collections.abc import Iterator
from contextlib import closing

import pytest
from playwright.sync_api import Page, expect

from parley.settings import Settings
from parley.store import reader
from tests.browser.conftest import Server, serving
from tests.browser.test_meeting_page import SUMMIT, address_of
from tests.browser.test_screens import settled
from tests.desk import MANY

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of its own, as what is corrected here must not reach other tests."""
    with serving(tmp_path_factory.mktemp("correct"), MANY) as running:
        yield running


def days(server: Server) -> set[str]:
    with closing(reader(Settings(data=server.data, samples=server.data))) as db:
        return {row[0] for row in db.execute("SELECT start_on FROM meetings WHERE kind = 'summit'")}


def test_a_wrong_date_is_put_right_beside_the_two_outlets_and_undone(server: Server, page: Page) -> None:
    page.goto(address_of(server, SUMMIT))
    settled(page)
    page.locator("[class*='st-key-account-date']").get_by_role("button", name="Correct").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_text("22 September 2023 (Capital Post)").click()
    dialog.get_by_label("Why").fill("The host dates it so")
    dialog.get_by_role("button", name="Save").click()
    expect(dialog).to_be_hidden()
    expect(page.get_by_text("22 September 2023 · New York, United States · Summit · Held")).to_be_visible()
    said = page.locator(".st-key-corrected")
    expect(said).to_contain_text("Date corrected: 22 September 2023 (was 19 September 2023), by you")
    expect(said).to_contain_text("The host dates it so")
    assert days(server) == {"2023-09-22"}
    page.reload()
    expect(said).to_contain_text("The host dates it so")
    said.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("19 September 2023 · New York, United States · Summit · Held")).to_be_visible()
    assert days(server) == {"2023-09-19"}


def test_a_date_that_no_calendar_has_is_refused_in_the_dialog_which_stays_open(server: Server, page: Page) -> None:
    page.goto(address_of(server, SUMMIT))
    settled(page)
    page.locator("[class*='st-key-account-date']").get_by_role("button", name="Correct").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Day, month or year").fill("31 September 2023")
    dialog.get_by_role("button", name="Save").click()
    expect(dialog.get_by_role("alert")).to_be_visible()
    assert days(server) == {"2023-09-19"}


def test_a_sentence_is_put_right_under_it_on_a_phone(server: Server, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(address_of(server, SUMMIT))
    settled(page)
    topic = page.locator("[class*='st-key-topic-border-security']")
    topic.locator("summary").click()
    topic.get_by_role("button", name="Correct").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_text("Not sure").first.click()
    dialog.get_by_label("Why").fill("It may be another border")
    dialog.get_by_role("button", name="Save").click()
    expect(dialog).to_be_hidden()
    expect(page.locator(".st-key-corrected")).to_contain_text("not sure, by you")
    wider = page.evaluate("(m => m.scrollWidth - m.clientWidth)(document.querySelector('[data-testid=stMain]'))")
    assert wider <= 0
