"""A page that cannot be shown says why and what to do next, in words for readers, and no trace of the code."""

import pytest

from parley.errors import StoreError
from parley.queries import units
from parley.settings import Settings
from parley.store.sqlite import OperationalError
from parley.ui import work
from tests.pages.screens import opened

SAID = {
    "busy": (OperationalError("database is locked"), "another program is writing to it"),
    "gone": (OperationalError("unable to open database file"), "Check that its folder is there"),
    "newer": (StoreError("The database was written by a newer Parley."), "written by a newer Parley"),
    "fault": (KeyError("secret_column"), "Try again, or choose another page or fewer filters"),
}


@pytest.mark.usefixtures("many_articles")
def test_a_question_that_fails_ends_in_a_sentence_and_a_way_to_try_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "is_served", lambda: True)
    monkeypatch.setattr(work, "start", print)
    monkeypatch.setattr(units, "how_many", lambda *about: dict(about)["secret_column"])
    screen = opened("overview")
    assert [button.label for button in screen.button if button.key == "trouble.again"] == ["Try again"]
    assert [title.value for title in screen.title] == ["Overview"]
    assert "secret" not in screen.error[0].value


@pytest.mark.usefixtures("many_articles")
@pytest.mark.parametrize("kind", SAID)
def test_each_kind_of_trouble_says_what_to_do(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    error, said = SAID[kind]

    def fails(_: Settings) -> None:
        raise error

    monkeypatch.setattr(work, "is_served", lambda: True)
    monkeypatch.setattr(work, "see_to", fails)
    screen = opened("overview")
    assert said in screen.error[0].value.replace("\\", "")
    assert "secret" not in screen.error[0].value
