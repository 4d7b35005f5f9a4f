"""Tuesday's question in a real browser: what did they say on sanctions in the last three rounds?"""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests import espd
from tests.browser.conftest import Recorder, Server, serving
from tests.browser.test_screens import HOSTILE, filters_drawn, settled
from tests.desk import MANY

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server over several dialogues, one of them with a full official text."""
    with serving(tmp_path_factory.mktemp("answers"), [*MANY, *espd.STATEMENT, HOSTILE]) as running:
        yield running


def pick(page: Page, label: str, choice: str) -> None:
    """Choose from a field with two clicks, and its first letters: a long list is not drawn as a whole."""
    field = page.get_by_test_id("stSelectbox").filter(has_text=re.compile(f"^{label}")).locator("input")
    field.click()
    field.press_sequentially(choice[:8])
    page.get_by_role("option", name=choice, exact=True).click()


def test_tuesdays_question_is_answered_in_six_clicks_and_taken_away(server: Server, page: Page) -> None:
    page.goto(server.address)
    filters_drawn(page)
    page.get_by_test_id("stTopNavLink").filter(has_text="Topics").click()
    page.get_by_role("radio", name="Answer sheet").click()
    expect(page.get_by_role("button", name="Markdown")).to_be_visible()
    pick(page, "Topic", "Sanctions and export controls")
    pick(page, "Dialogue", "U.S.–Kazakhstan ESPD")
    expect(page.get_by_role("heading", name="Sanctions and export controls · U.S.–Kazakhstan ESPD")).to_be_visible()
    expect(page.get_by_text("Raised at 1 of the last 3 rounds; 2 sentences from 2 outlets;")).to_be_visible()
    expect(page).to_have_url(re.compile("sheet=sanctions&series=us-kz-espd&last=3"))
    with page.expect_download() as word:
        page.get_by_role("button", name="Word").click()
    assert word.value.suggested_filename == "parley-sanctions-us-kz-espd.docx"
    page.get_by_role("button", name="Markdown").click()
    expect(page.get_by_text("### Sanctions and export controls · U.S.–Kazakhstan ESPD, last 3 rounds")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="Sanctions and export controls · U.S.–Kazakhstan ESPD")).to_be_visible()


def test_the_name_of_a_topic_in_the_matrix_leads_to_its_sheet(server: Server, page: Page, recorder: Recorder) -> None:
    page.goto(f"{server.address}/dialogues?series=us-kz-espd&side=Kazakhstan")
    settled(page)
    page.locator(".js-plotly-plot a").filter(has_text="Sanctions and export controls").first.click(force=True)
    expect(page.get_by_role("heading", name="Sanctions and export controls · U.S.–Kazakhstan ESPD")).to_be_visible()
    assert "side=Kazakhstan" in page.url
    assert recorder.strangers(server.address) == []


def test_a_square_of_who_raised_what_and_a_dot_of_a_comparison_open_their_sentences(server: Server, page: Page) -> None:
    page.goto(f"{server.address}/topics?view=sides")
    settled(page)
    page.locator(".js-plotly-plot .scatterlayer .point").first.click(force=True)
    expect(page.locator("[class*=st-key-evidence-sides] blockquote").first).to_be_in_viewport()
    page.goto(f"{server.address}/topics?view=compare&a=trade&b=climate")
    settled(page)
    page.locator(".js-plotly-plot .scatterlayer .point").first.click(force=True)
    expect(page.locator("[class*=st-key-evidence-compare]")).to_be_visible()


def test_a_click_on_the_menu_right_after_the_first_drawing_keeps_the_filter_in_the_address(
    server: Server, page: Page
) -> None:
    page.goto(f"{server.address}/?dialogue=C5%2B1")
    expect(page.get_by_role("button", name="C5+1 ✕")).to_be_visible()
    page.get_by_test_id("stTopNavLink").filter(has_text="Timeline").click()
    expect(page.locator("h1")).to_have_text("Timeline")
    expect(page).to_have_url(f"{server.address}/timeline?dialogue=C5%2B1")
