"""The figures of a coding: our own scorer, over examples in own words, and beside the reference's own scorer."""

import copy
import json
from pathlib import Path

import pytest

from parley import codebook, coding
from parley.accuracy import score
from parley.cli import run
from parley.coding.public import as_row
from parley.model import Article

TEXT = (
    "Norwegian Foreign Minister Anna Berg met Kazakh Foreign Minister Aidar Omarov in Astana on 6 March 2024. "
    "The ministers discussed trade. "
    "Norway will open a trade office in Almaty."
)


def coded(text: str = TEXT) -> dict[str, object]:
    article = Article("Norway and Kazakhstan hold talks", text, published_on="2024-03-07", id="one")
    return json.loads(json.dumps(as_row(article, coding.code(article, codebook.load()))))


def test_a_coding_held_against_itself_is_wholly_right() -> None:
    figures = score({"one": coded()}, {"one": coded()}).figures
    assert {name for name, value in figures.items() if not name.endswith(".n") and value != 1.0} == set()
    assert figures["topics.n"] >= 1


def test_a_topic_too_many_and_a_wrong_date_are_told() -> None:
    wanted, found = coded(), coded()
    found["topics"]["water-environment"] = [{"start": 0, "end": 7, "quote": TEXT[:7]}]  # type: ignore[index]
    found["meetings"][0]["end"] = "2024-03-08"  # type: ignore[index]
    told = score({"one": wanted}, {"one": found})
    assert told.figures["meetings.date"] == 0.0
    assert told.figures["topics.p"] < 1.0
    assert told.figures["topics.r"] == 1.0
    assert [miss for miss in told.misses["one"] if miss.startswith("topic extra: water-environment")]


def test_an_article_without_a_coding_is_missed_in_full() -> None:
    assert score({"one": coded()}, {}).figures["topics.r"] == 0.0


def test_a_sentence_on_which_readers_differed_counts_neither_way() -> None:
    found, wanted = coded(), copy.deepcopy(coded())
    sentence = wanted["commitments"].pop()["sentence"]["quote"]  # type: ignore[attr-defined]
    assert score({"one": wanted}, {"one": found}).figures["commitments.p"] < 1.0 or not wanted["commitments"]
    wanted["optional"] = {"commitments": [sentence]}
    assert [m for m in score({"one": wanted}, {"one": found}).misses["one"] if "commitment" in m] == []


def test_the_command_prints_each_figure_and_lists_misses_when_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reference, articles = tmp_path / "reference.jsonl", tmp_path / "articles.jsonl"
    row = coded()
    row["topics"]["tourism"] = ["Tourism was discussed as well."]  # type: ignore[index]
    reference.write_text(json.dumps(row), "utf-8")
    told = {"id": "one", "title": "Norway and Kazakhstan hold talks", "date": "2024-03-07", "lang": "en", "text": TEXT}
    articles.write_text(json.dumps(told), "utf-8")
    assert run(["evaluate", str(reference), str(articles), "--errors"]) == 0
    said = capsys.readouterr().out
    assert "topic missed: tourism" in said
    assert "topics.p                 1.000" in said


def test_a_reference_that_is_none_is_named_with_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "reference.jsonl"
    path.write_text('{"id": "one"}\n', "utf-8")
    assert run(["evaluate", str(path), str(path)]) == 2
    assert "line 1, is no reference coding: it has no meetings, topics, commitments" in capsys.readouterr().err
