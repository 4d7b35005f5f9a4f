"""Monday in a real browser: forty documents in, the clear ones added in one go, the others checked by keyboard."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Recorder, Server
from tests.browser.test_screens import settled
from tests.papers import forty

pytestmark = pytest.mark.browser


def test_of_forty_documents_the_clear_ones_are_added_and_the_others_still_wait(
    serve: Callable[..., Server], page: Page, recorder: Recorder, tmp_path: Path
) -> None:
    server = serve()
    for name, data in forty():
        (tmp_path / name).write_bytes(data)
    page.goto(f"{server.address}/inbox")
    page.locator("input[type=file]").first.set_input_files([tmp_path / name for name, _ in forty()])
    page.get_by_role("button", name="Read 40 files").click()
    expect(page.get_by_text("40 documents wait for you")).to_be_visible()
    page.get_by_role("button", name="Try it first").click()
    expect(page.get_by_text("Would add 29 meetings")).to_be_visible()
    page.get_by_role("button", name="Add the 31 clear ones").click()
    expect(page.get_by_text("9 documents wait for you")).to_be_visible()
    expect(page.get_by_text("29 meetings, nothing filtered")).to_be_visible()
    page.get_by_role("link", name="Check").first.click()
    expect(page.get_by_role("heading", name="A meeting")).to_be_visible()
    settled(page)
    page.keyboard.press("a")
    expect(page.get_by_text("1 decision so far")).to_be_visible()
    page.keyboard.press("Shift+N")
    expect(page.get_by_text("1 decision so far")).to_have_count(0)
    expect(page.get_by_role("heading", name="A meeting")).to_be_visible()
    assert recorder.strangers(server.address) == []
