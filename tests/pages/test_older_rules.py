"""Where rules have changed since articles were read: every page of work says so, and one button reads them anew."""

from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest

from parley import codebook, coding
from parley.codebook.version import EDITION, digest_of
from parley.model import Article
from parley.settings import Settings
from parley.store import reader, recodings, save, writer
from parley.worker import work
from tests.pages.screens import opened, words

TOLD = "read by older rules, or by another codebook"
PAGES = ("system", "inbox", "codebook")


@pytest.fixture
def desk(show: Callable[..., Settings]) -> Settings:
    """One article as it is read now, and one that says it was read by rules of before."""
    settings = show()
    text = "Norwegian Foreign Minister Anna Berg met Kazakh Foreign Minister Aidar Omarov in Astana on {} March 2024."
    with closing(writer(settings)) as db:
        for day in (6, 7):
            article = Article(f"Talks on {day} March", text.format(day), "The Courier", published_on="2024-03-09")
            save(db, article, coding.code(article, codebook.load()), actor="test")
        db.execute("UPDATE articles SET codebook_version = '2' WHERE id = 2")
        db.commit()
    return settings


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("page", PAGES)
def test_a_page_says_how_many_articles_older_rules_have_read(page: str) -> None:
    assert f"1 article was {TOLD}" in words(opened(page))


def test_one_button_has_them_read_anew_and_then_nothing_is_told_any_more(desk: Settings) -> None:
    screen = opened("system")
    screen.button(key="codebook.anew").click().run()
    assert TOLD not in words(screen)
    with closing(reader(desk)) as db:
        assert recodings.waiting(db) is not None
    work(desk, until=lambda db: recodings.waiting(db) is None, stop=Event())
    with closing(reader(desk)) as db:
        assert recodings.versions(db) == [codebook.load().version]
    assert TOLD not in words(opened("system"))
    assert TOLD not in words(opened("inbox"))


def test_the_version_is_another_as_soon_as_a_rule_or_a_word_is(tmp_path: Path) -> None:
    rules = tmp_path / "coding"
    rules.mkdir()
    file = rules / "verbs.yaml"
    file.write_text("meet: [met]\n", "utf-8")
    before = digest_of([rules])
    file.write_bytes(b"meet: [met]\r\n")
    assert digest_of([rules]) == before
    file.write_text("meet: [met, saw]\n", "utf-8")
    changed = digest_of([rules])
    assert changed != before
    (rules / "new.py").write_text("", "utf-8")
    assert digest_of([rules]) != changed


def test_what_articles_keep_is_the_version_of_rules_and_codebook_together() -> None:
    book = codebook.load()
    found = coding.code(Article("Title", "Text."), book)
    assert found.codebook_version == book.version
    assert book.version.startswith(f"{EDITION}.")
    assert book.version != f"{EDITION}."


def test_where_reading_anew_has_failed_system_says_why_and_offers_it_again(desk: Settings) -> None:
    with closing(writer(desk)) as db:
        recodings.ask(db, "local")
        request = recodings.waiting(db)
        assert request is not None
        recodings.end(db, request, Counter(), "The disk is full.")
    screen = opened("system")
    assert [box.value for box in screen.error] == ["The disk is full\\."]
    assert screen.button(key="codebook.anew")
