"""Seventy real pages: title and date exact on all, the words that must be there on nearly all, furniture on none."""

import json
from functools import cache
from typing import Any

import pytest

from parley.model import Article
from parley.reading import read
from tests.shared import SHARED, needs_shared

PAGES = SHARED / "corpus" / "html"
# Three pages list a link of their "See also" box among the words that must be there; a fourth may fail.
FEWEST_COMPLETE = 66


@cache
def expected() -> dict[str, Any]:
    return json.loads((PAGES / "expected.json").read_text("utf-8")) if PAGES.is_dir() else {}


@cache
def article(page: str) -> Article:
    (found,) = read(page, (PAGES / page).read_bytes())
    return found


def folded(text: str) -> str:
    return " ".join(text.split())


def stands_in_order(passages: list[str], text: str) -> bool:
    at = 0
    for passage in passages:
        at = text.find(folded(passage), at)
        if at < 0:
            return False
    return True


@needs_shared
@pytest.mark.parametrize("page", expected())
def test_title_and_date_of_a_real_page_are_exact(page: str) -> None:
    assert folded(article(page).title) == folded(expected()[page]["title"])
    assert (article(page).published_on, article(page).published_basis) == (expected()[page]["date"], "page metadata")


@needs_shared
@pytest.mark.parametrize("page", expected())
def test_no_furniture_of_a_real_page_is_taken_for_its_article(page: str) -> None:
    assert not [words for words in expected()[page]["must_not"] if words in folded(article(page).text)]


@needs_shared
def test_the_words_of_nearly_all_real_pages_are_there_in_their_order() -> None:
    complete = [page for page, want in expected().items() if stands_in_order(want["must"], folded(article(page).text))]
    assert len(complete) >= FEWEST_COMPLETE


@needs_shared
@pytest.mark.parametrize("page", expected())
def test_what_is_left_out_of_a_real_page_stays_to_be_seen(page: str) -> None:
    for passage in article(page).left_out:
        assert passage.quote
        assert 0 <= passage.at <= len(article(page).text)
