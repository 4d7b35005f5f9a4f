"""Sentences: where they end, where they do not, and that every span is exact."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.coding.sentences import split_sentences


def texts(text: str, language: str = "en") -> list[str]:
    return [s.text for s in split_sentences(text, language)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "one",
    [
        "The U.S. Ambassador met Mr. Brown and Dr. Ann B. Cole.",
        "Trade grew by 3.5 percent to $1.2 billion.",
        "He cited Resolution No. 12 of the Council.",
        "Talks are set for Sept. 12 in Bern.",
        "Министр прибыл в г. Алматы.",
        "Переговоры провёл В. В. Иванов.",
        "Соглашение им. Абая действует.",
        "«Мы готовы?» — спросил он.",
        "1. The sides agreed to meet again.",
    ],
)
def test_abbreviations_initials_and_decimals_do_not_end_a_sentence(one: str) -> None:
    assert texts(one, "ru" if "а" in one else "en") == [one]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("They met in the U.S. The talks went on.", ["They met in the U.S.", "The talks went on."]),
        ("“We agree.” The sides left.", ["“We agree.”", "The sides left."]),
        ("Встреча прошла в 2023 г. Стороны подписали план.", ["Встреча прошла в 2023 г.", "Стороны подписали план."]),
        ("Он сказал: «Да». Все ушли.", ["Он сказал: «Да».", "Все ушли."]),
        ("Heading\n\nThe talks began.", ["Heading", "The talks began."]),
        ("Aims:\n• trade\n• energy", ["Aims:", "trade", "energy"]),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text: str, parts: list[str]) -> None:
    assert texts(text, "ru" if "т" in text else "en") == parts


def test_a_wrapped_line_is_one_sentence_and_a_new_line_after_a_stop_is_a_new_paragraph() -> None:
    wrapped = "The two delegations met in the capital to talk about trade\nand energy.\nThen they left."
    found = split_sentences(wrapped)
    assert [s.paragraph for s in found] == [0, 1]
    assert found[0].text.endswith("trade\nand energy.")


def test_two_megabytes_of_stops_without_a_space_are_read_in_one_pass() -> None:
    assert split_sentences("." * 2_000_000) == ()


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from(" .\n!?«»U.S.г•1"))))
def test_spans_are_exact_in_order_and_lose_no_word(text: str) -> None:
    found = split_sentences(text)
    assert all(text[s.start : s.end] == s.text for s in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert sum(map(str.isalnum, text)) == sum(c.isalnum() for s in found for c in s.text)
