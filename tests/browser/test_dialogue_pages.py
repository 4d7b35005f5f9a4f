"""Dialogues in a real browser: from the list to a page, from a square to its sentences, on a desk and on a phone."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests import espd
from tests.browser.conftest import Recorder, Server, serving
from tests.browser.test_screens import HOSTILE, filters_drawn, settled
from tests.desk import C5, MANY

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server over two rounds of one dialogue, the second in a full official text."""
    with serving(tmp_path_factory.mktemp("espd"), [*espd.STATEMENT, HOSTILE]) as running:
        yield running


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server over several dialogues."""
    with serving(tmp_path_factory.mktemp("dialogues"), MANY) as running:
        yield running


def square(page: Page, sign: str, nth: int = 0) -> None:
    """Click the nth square with this sign."""
    page.locator(".js-plotly-plot .textpoint text").filter(has_text=sign).nth(nth).click(force=True)


def test_a_square_opens_the_sentences_of_its_round_and_of_the_round_before(server: Server, page: Page) -> None:
    page.goto(f"{server.address}/dialogues?series=us-kz-espd")
    settled(page)
    square(page, "=")
    panel = page.locator(".st-key-evidence-matrix")
    expect(panel.get_by_role("heading")).to_contain_text("raised again, as firmly")
    expect(panel.locator("blockquote")).to_have_count(2)
    expect(panel.get_by_text("6 November 2023, Astana · 1 sentence")).to_be_visible()
    expect(panel.get_by_text("5 December 2022, Washington · 1 sentence")).to_be_visible()


def test_silence_in_a_full_text_opens_that_text_and_what_was_said_before(server: Server, page: Page) -> None:
    page.goto(f"{server.address}/dialogues?series=us-kz-espd")
    settled(page)
    square(page, "–")
    panel = page.locator(".st-key-evidence-matrix")
    expect(panel.get_by_role("heading")).to_have_text(
        "Education and exchanges: not mentioned, and a full official text is held"
    )
    expect(panel.get_by_text("The full official text")).to_be_visible()
    expect(panel.locator("blockquote")).to_have_count(1)


def test_the_page_of_a_dialogue_is_reached_from_the_list_and_survives_a_reload(desk: Server, page: Page) -> None:
    page.goto(f"{desk.address}/dialogues")
    settled(page)
    page.get_by_role("button", name="C5+1").click()
    expect(page.get_by_role("heading", name="C5+1", exact=True)).to_be_visible()
    expect(page).to_have_url(re.compile("series=c5"))
    page.reload()
    expect(page.get_by_role("heading", name="C5+1", exact=True)).to_be_visible()
    page.get_by_role("button", name="← All dialogues").click()
    expect(page.get_by_text("4 dialogues, 24 rounds held")).to_be_visible()


def test_opening_a_dialogue_keeps_the_filters(desk: Server, page: Page) -> None:
    page.goto(f"{desk.address}/dialogues?side=United+States&since=2020-01-01")
    filters_drawn(page)
    page.get_by_role("button", name="C5+1").click()
    expect(page.get_by_role("heading", name="C5+1", exact=True)).to_be_visible()
    expect(page).to_have_url(re.compile("since=2020-01-01.*series=c5|series=c5.*since=2020-01-01"))
    expect(page.get_by_role("button", name="2 rounds")).to_be_visible()
    page.go_back()
    expect(page.get_by_text("3 dialogues, 9 rounds held")).to_be_visible()


def test_a_followed_dialogue_comes_first_and_stays_so_after_a_reload(desk: Server, page: Page) -> None:
    page.goto(f"{desk.address}/dialogues?series={C5[0].replace('+', '%2B')}")
    settled(page)
    page.get_by_test_id("stCheckbox").filter(has_text="Follow").first.click()
    settled(page)
    page.goto(f"{desk.address}/dialogues")
    expect(page.locator(".st-key-dialogue-row-0")).to_contain_text("C5+1")
    page.goto(desk.address)
    page.locator(".st-key-followed").get_by_test_id("stPageLink").click()
    expect(page).to_have_url(re.compile("series=c5"))


def test_no_dialogue_asks_another_host_whatever_its_name_says(server: Server, page: Page, recorder: Recorder) -> None:
    for address in ("dialogues", "dialogues?series=hostile"):
        page.goto(f"{server.address}/{address}")
        settled(page)
        expect(page.get_by_text("tracker.example").first).to_be_attached()
        page.wait_for_load_state("networkidle")
    assert recorder.strangers(server.address) == []


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("address", ["dialogues", "dialogues?series=us-kz-espd"])
def test_nothing_is_wider_than_the_window(desk: Server, page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{desk.address}/{address}")
    settled(page)
    wider = page.evaluate("(m => m.scrollWidth - m.clientWidth)(document.querySelector('[data-testid=stMain]'))")
    assert wider <= 0


def test_on_a_phone_what_a_square_opens_is_in_view_at_once(server: Server, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{server.address}/dialogues?series=us-kz-espd")
    settled(page)
    square(page, "N")
    expect(page.locator(".st-key-evidence-matrix").get_by_role("heading")).to_be_in_viewport()
