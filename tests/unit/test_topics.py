"""Topics in own words: the codebook's settled cases, what names and denials hide, in three languages."""

import pytest

from parley import codebook
from parley.coding.scan import scan
from parley.coding.sentences import split_sentences
from parley.coding.topics import mentions_of
from parley.model import Language


def topics_of(text: str, language: Language = "en") -> set[str]:
    found = mentions_of(scan(split_sentences(text, language), language, codebook.load()))
    return {mention.topic for mention in found}


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Ministers praised people-to-people ties.", "education-exchange"),
        ("The sides spoke about regional connectivity.", "transport"),
        ("They agreed to simplify customs procedures.", "trade"),
        ("Both welcomed closer security cooperation.", "defense"),
        ("They assessed regional security threats.", "regional-geopolitics"),
        ("The envoys reviewed regional conflicts.", "conflict"),
        ("They compared notes on workforce development.", "labour-migration"),
        ("The talks dealt with labour rights.", "labour-migration"),
        ("They called for war-crimes accountability.", "human-rights"),
        ("The sides raised abducted and missing persons.", "detainees"),
        ("Experts spoke about biological safety.", "health"),
        ("They signed a deal on asset restitution.", "good-governance"),
        ("Both upheld the principles of the UN Charter.", "sovereignty"),
        ("They discussed mining pollution.", "critical-minerals"),
        ("They discussed mining pollution.", "water-environment"),
    ],
)
def test_settled_cases_go_to_their_topic(text: str, topic: str) -> None:
    assert topic in topics_of(text)


@pytest.mark.parametrize(
    ("text", "language", "topic"),
    [
        ("Стороны обсудили санкции и экспортный контроль.", "ru", "sanctions"),
        ("Рассмотрены вопросы торговли и транспорта.", "ru", "trade"),
        ("Президенты отметили сотрудничество в гуманитарной сфере.", "ru", "culture-sport"),
        ("Министры говорили о борьбе с терроризмом.", "ru", "counterterrorism"),
        ("Тараптар сауда мен көлік мәселелерін талқылады.", "kk", "trade"),
        ("Кездесуде энергетика саласы қарастырылды.", "kk", "energy-security"),
        ("Екі ел мәдениет және білім беру туралы айтты.", "kk", "education-exchange"),
    ],
)
def test_inflected_words_are_found_in_russian_and_kazakh(text: str, language: Language, topic: str) -> None:
    assert topic in topics_of(text, language)


@pytest.mark.parametrize(
    "text",
    [
        "The Minister of Energy and Trade arrived at noon.",
        "She leads the Bureau of Counterterrorism.",
        "The two sides praised their strong partnership.",
        "Sources: Energy Daily, Trade Gazette",
        "The Secretary wished him good health.",
    ],
)
def test_names_titles_and_courtesies_carry_no_topic(text: str) -> None:
    assert topics_of(text) == set()


@pytest.mark.parametrize(
    ("text", "hidden", "kept"),
    [
        ("The minister ruled out sanctions talks.", "sanctions", None),
        ("Sanctions were not discussed.", "sanctions", None),
        ("They did not discuss visas, but agreed on trade.", "consular", "trade"),
    ],
)
def test_what_was_kept_out_was_not_dealt_with(text: str, hidden: str, kept: str | None) -> None:
    found = topics_of(text)
    assert hidden not in found
    assert kept is None or kept in found


def test_a_longer_phrase_is_not_also_the_shorter_one_in_it() -> None:
    assert topics_of("They discussed clean energy.") == {"clean-energy"}
    assert topics_of("They discussed labour migration.") == {"labour-migration"}


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Министр торговли Эстонии прибыл в Астану.", "trade"),
        ("Встречу открыл заместитель министра экологии и транспорта.", "transport"),
        ("Был представитель Президента по вопросам экологии, энергетики и транспорта Иван Петров.", "transport"),
    ],
)
def test_the_task_of_a_russian_official_is_no_topic(text: str, hidden: str) -> None:
    assert hidden not in topics_of(text, "ru")


def test_a_phrase_that_says_more_than_an_exclusion_counts() -> None:
    assert topics_of("They praised political and economic reforms.") >= {"political-reform"}
