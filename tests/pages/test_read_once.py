"""What several screens begin with is read once for all of them."""

from pathlib import Path

import pytest
import streamlit as st

from parley.queries import promises
from parley.queries.read import Connection
from tests.desk import MANY, make, settings_in
from tests.pages.screens import opened


@pytest.mark.parametrize("page", ["overview", "dialogues", "promises"])
def test_all_promises_are_folded_once_for_a_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: str) -> None:
    settings = make(settings_in(tmp_path), MANY)
    monkeypatch.setenv("PARLEY_DATA", str(settings.data))
    st.cache_data.clear()
    st.cache_resource.clear()
    times = 0
    every_promise = promises.every_promise

    def counted(db: Connection, *about: object) -> object:
        nonlocal times
        times += 1
        return every_promise(db, *about)  # type: ignore[arg-type]

    monkeypatch.setattr(promises, "every_promise", counted)
    opened(page)
    assert times == 1
