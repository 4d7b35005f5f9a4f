"""Databases for page tests: empty, with one article, and with about thirty."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
import streamlit as st

from parley.settings import Settings
from tests.desk import MANY, ONE, Told, make, settings_in


@pytest.fixture
def show(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Settings]:
    """Fills a new database and points the screens at it."""

    def fill(articles: Iterable[Told] = (), *, is_sample: bool = False, toured: bool = True) -> Settings:
        settings = make(settings_in(tmp_path), articles, is_sample=is_sample, toured=toured)
        monkeypatch.setenv("PARLEY_DATA", str(settings.data))
        st.cache_data.clear()
        return settings

    return fill


@pytest.fixture
def empty(show: Callable[..., Settings]) -> Settings:
    return show()


@pytest.fixture
def one_article(show: Callable[..., Settings]) -> Settings:
    return show(ONE)


@pytest.fixture
def many_articles(show: Callable[..., Settings]) -> Settings:
    return show(MANY, is_sample=True)
