"""The sample articles: what a newcomer's first start is filled with, and what Parley must find in them."""

import csv
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator

import pytest

from parley.coding.sentences import split_sentences
from parley.model import Article
from tests.golden.sample_articles import FOLDER, expected, samples
from tests.shared import SHARED, needs_shared

OUTLETS = {"Sample Wire", "Sample Gazette"}
MINISTRY = "Sample Ministry of Foreign Affairs of Kazakhstan"
DIALOGUES = 19  # of the facts table's 20 series; the twentieth is the one meeting that founded a dialogue
LONGEST_BORROWED = 8


def language_of(name: str) -> str:
    """The language that a sample's name gives (2023-11-08-ru-espd-5)."""
    mark = name[11:13] if name[13:14] == "-" else ""
    return mark if mark in {"ru", "kk"} else "en"


def test_every_sample_is_read_and_each_has_its_expected_meeting() -> None:
    assert set(samples()) == set(expected())


@pytest.mark.parametrize("name", expected())
def test_a_sample_reads_with_title_date_outlet_address_and_language(name: str) -> None:
    article = samples()[name]
    assert len(article.title.split()) >= 4
    assert article.title not in article.text
    assert article.published_on == name[:10]
    assert article.source in {*OUTLETS, MINISTRY}
    assert re.fullmatch(r"https?://\S+", article.url or "")
    assert article.language == language_of(name)
    assert 80 <= len(article.text.split()) <= 250


def test_the_samples_show_the_whole_table_in_three_languages_and_six_formats() -> None:
    languages = Counter(article.language for article in samples().values())
    assert len(samples()) >= 75
    assert languages["ru"] >= 8
    assert languages["kk"] >= 5
    assert len({row["series_id"] for row in expected().values()} - {""}) == DIALOGUES
    assert {path.suffix for path in FOLDER.iterdir()} == {".md", ".txt", ".html", ".jsonl", ".docx", ".pdf"}
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 2_000_000


def test_some_meetings_are_told_by_two_outlets() -> None:
    tellers: dict[tuple[str, str], set[str | None]] = {}
    for name, row in expected().items():
        tellers.setdefault((row["series_id"], row["start"]), set()).add(samples()[name].source)
    assert sum(outlets >= OUTLETS for outlets in tellers.values()) >= 10


def test_some_samples_are_copies_and_say_so_by_their_words() -> None:
    texts = Counter(" ".join(article.text.split()) for article in samples().values())
    assert sorted(texts.values())[-4:] == [1, 2, 2, 2]


def words(text: str) -> list[str]:
    return re.findall(r"[\w'-]+", text.casefold().replace("’", "'"))


def shared_texts() -> Iterator[str]:
    for name in ("releases.jsonl.gz", "kazakh-sentences.jsonl.gz"):
        with gzip.open(SHARED / "corpus" / name, "rt", encoding="utf-8") as lines:
            yield from (str(json.loads(line).get("text", line)) for line in lines)
    for line in (SHARED / "reference" / "dev-articles.jsonl").read_text("utf-8").splitlines():
        yield json.loads(line)["text"]
    for page in (SHARED / "corpus" / "html").glob("*.html"):
        yield re.sub(r"<[^>]+>", " ", page.read_text("utf-8", "replace"))
    yield (SHARED / "seed" / "espd-2023.txt").read_text("utf-8")


def sentences(articles: Iterable[Article]) -> Iterator[list[str]]:
    for article in articles:
        yield from (words(sentence.text) for sentence in split_sentences(article.text, article.language))


@needs_shared
def test_no_sentence_of_a_sample_is_borrowed() -> None:
    ours = {tuple(sentence) for sentence in sentences(samples().values()) if len(sentence) > LONGEST_BORROWED}
    starts: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    for sentence in ours:
        starts.setdefault(sentence[: LONGEST_BORROWED + 1], set()).add(sentence)
    borrowed = set()
    for theirs in map(words, shared_texts()):
        for at in range(len(theirs) - LONGEST_BORROWED):
            begun = starts.get(tuple(theirs[at : at + LONGEST_BORROWED + 1]), ())
            borrowed |= {sentence for sentence in begun if tuple(theirs[at : at + len(sentence)]) == sentence}
    assert not borrowed


def facts() -> list[dict[str, str]]:
    with (SHARED / "facts" / "dialogues.csv").open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


@needs_shared
def test_no_address_of_the_facts_is_missing() -> None:
    told = {article.url for article in samples().values()}
    assert {row["source_url"] for row in facts() if row["source_url"].startswith("http")} <= told


@needs_shared
def test_the_expected_days_are_those_of_the_facts() -> None:
    by_address: dict[str, set[str]] = {}
    for row in facts():
        for address in [row["source_url"], *row["other_sources"].split("; ")]:
            by_address.setdefault(address, set()).update({row["date_start"], row["date_end"]})
    for name, row in expected().items():
        known = by_address[samples()[name].url or ""]
        assert row["start"] in {"", "*"} or any(day.startswith(row["start"]) for day in known), name
