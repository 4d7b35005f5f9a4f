"""Why each finding was made, in words: the rule, the sentence, how sure; and what was left out."""

import json
from pathlib import Path

import pytest

from parley import codebook, coding
from parley.cli import run
from parley.coding.explain import explain
from parley.model import Article, LeftOut

TEXT = (
    "Norwegian Foreign Minister Anna Berg met Kazakh Foreign Minister Aidar Omarov in Astana on 6 March 2024. "
    "The ministers discussed trade and agreed to sign an agreement on energy. "
    "They were accompanied by the Minister of Energy of Norway. There was no talk of sanctions."
)


def explained(text: str = TEXT, *left_out: LeftOut) -> str:
    article = Article("Talks in Astana", text, published_on="2024-03-07", left_out=left_out)
    book = codebook.load()
    return explain(article, coding.code(article, book), book)


def test_a_meeting_is_told_with_the_rule_that_found_it_and_its_sentence() -> None:
    said = explained()
    assert "2024-03-06 · Astana, KZ" in said
    assert "a sentence says that sides met [scene:meet] · confidence 0.9" in said
    assert "Anna Berg, " in said


def test_a_topic_names_the_line_of_the_codebook_that_fired_and_its_file() -> None:
    assert '- trade: "trade" by `' in explained()
    assert "of topics/economy.yaml · confidence 0.9" in explained()


def test_what_was_denied_is_left_out_with_the_words_that_deny_it() -> None:
    left_out = explained().split("## Left out")[1]
    assert '- sanctions: "sanctions" is denied, by `' in left_out


def test_what_was_cut_before_reading_is_named() -> None:
    assert 'cut before reading: "Comments are closed."' in explained(TEXT, LeftOut("Comments are closed.", len(TEXT)))


def test_the_command_prints_a_page_and_no_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_text(json.dumps({"id": "one", "title": "Talks", "date": "2024-03-07", "text": TEXT}), "utf-8")
    assert run(["code", "--explain", str(path)]) == 0
    said = capsys.readouterr().out
    assert said.startswith("# Talks")
    assert "## Promises" in said


COMING = (
    "Norwegian Foreign Minister Anna Berg met Kazakh Foreign Minister Aidar Omarov in Astana on 6 March 2024. "
    "The second meeting of the Norway-Kazakhstan Political Dialogue will be held in Oslo on 9 May 2024."
)


def test_a_meeting_to_come_is_told_with_the_words_that_set_it_there() -> None:
    assert 'planned, as "will be held" stands in its sentence' in explained(COMING)


def test_a_dialogue_is_told_with_the_name_by_which_the_registry_knows_it() -> None:
    text = "Kazakhstan and the United States held the sixth Enhanced Strategic Partnership Dialogue in Astana."
    assert "(dialogue us-kz-espd, as the registry names it)" in explained(text)
    assert "(no dialogue of the registry)" in explained(COMING)
