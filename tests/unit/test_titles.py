"""Offices and names: who is called what, and whose office it is."""

import pytest

from parley import codebook
from parley.coding import code
from parley.coding.sentences import split_sentences
from parley.coding.story import read_story
from parley.model import Article, Language

Found = tuple[str, str | None, str | None]


def people(text: str, language: Language = "en") -> list[Found]:
    article = Article("", text, language=language, published_on="2024-03-06")
    story = read_story(article, split_sentences(text, language), codebook.load())
    return [(person.name, person.office, person.party) for person in story.people]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        (
            "First Deputy Minister of Energy of the Republic of Kazakhstan Daniyar Ospanov opened the talks.",
            ("Daniyar Ospanov", "First Deputy Minister of Energy of the Republic of Kazakhstan", "KZ"),
        ),
        ("President Ana Lopes of Portugal arrived.", ("Ana Lopes", "President of Portugal", "PT")),
        ("Kenyan Foreign Minister Wanjiru Otieno spoke.", ("Wanjiru Otieno", "Kenyan Foreign Minister", "KE")),
        (
            "Rosa Lind, the Swedish minister for trade, was there.",
            ("Rosa Lind", "Swedish minister for trade", "SE"),
        ),
        (
            "It was led by Ms. Jane Roe, Deputy Director, Bureau of Trade, Ministry of Economy of Fiji.",
            ("Jane Roe", "Deputy Director, Bureau of Trade, Ministry of Economy of Fiji", "FJ"),
        ),
        ("The head of the agency, Piet Bakker, replied.", ("Piet Bakker", "head of the agency", None)),
    ],
)
def test_an_office_is_read_from_its_parts(text: str, person: Found) -> None:
    assert people(text) == [person]


def test_a_surname_alone_means_the_person_named_in_full_and_makes_no_one_new() -> None:
    text = "Norwegian Prime Minister Kari Dahl met him. Prime Minister Dahl left. Dahl will return."
    assert people(text) == [("Kari Dahl", "Norwegian Prime Minister", "NO")]


def test_two_people_joined_by_and_keep_their_own_offices() -> None:
    text = "President Ana Lopes of Portugal and Prime Minister Kari Dahl of Norway met."
    assert people(text) == [
        ("Ana Lopes", "President of Portugal", "PT"),
        ("Kari Dahl", "Prime Minister of Norway", "NO"),
    ]


@pytest.mark.parametrize("text", ["The Bureau of Trade opened.", "Begin Text:", "The Strategic Dialogue went on."])
def test_capital_words_without_a_person_are_nobody(text: str) -> None:
    assert people(text) == []


@pytest.mark.parametrize(
    ("text", "person"),
    [
        (
            "Состоялась встреча с Министром энергетики Казахстана Данияром Оспановым.",
            ("Данияр Оспанов", "Министр энергетики Казахстана", "KZ"),
        ),
        (
            "Переговоры провёл с Президентом Республики Узбекистан Рустамом Каримовым.",
            ("Рустам Каримов", "Президент Республики Узбекистан", "UZ"),
        ),
    ],
)
def test_russian_names_and_offices_come_back_in_the_nominative(text: str, person: Found) -> None:
    assert people(text, "ru") == [person]


def test_one_person_over_two_scripts_has_one_id() -> None:
    def ids(text: str, language: Language) -> list[str]:
        article = Article("", text, language=language)
        return [p.person_id for p in read_story(article, split_sentences(text, language), codebook.load()).people]

    assert ids("President Kassym-Jomart Tokayev spoke.", "en") == ids("Выступил Президент Касым-Жомарт Токаев.", "ru")


@pytest.mark.parametrize(
    "text",
    [
        "The foreign ministers of Kenya and Portugal, Wanjiru Otieno and Ana Lopes, met in Nairobi.",
        "Foreign ministers of Kenya and Portugal Wanjiru Otieno and Ana Lopes met in Nairobi.",
    ],
)
def test_an_office_of_several_is_shared_out_in_the_order_of_their_countries(text: str) -> None:
    offices = {name: (office and office.casefold(), party) for name, office, party in people(text)}
    assert offices["Wanjiru Otieno"] == ("foreign minister of kenya", "KE")
    assert offices["Ana Lopes"] == ("foreign minister of portugal", "PT")


def test_the_office_of_the_neighbour_in_a_greeting_is_not_ones_own() -> None:
    text = "President of Fiji Ana Lopes spoke. Mr Dahl, President of the Republic of Kenya, Ms Lopes, we begin."
    assert ("Ana Lopes", "President of Fiji", "FJ") in people(text)


def test_a_word_of_a_body_is_nobodys_name() -> None:
    text = "They backed the next Secretary-General of the International Telecommunication Union."
    assert people(text) == []


def test_an_office_of_several_with_another_number_of_names_is_left_alone() -> None:
    found = people("The foreign ministers of Kenya, Portugal and Fiji, Wanjiru Otieno and Ana Lopes, met in Nairobi.")
    assert ("Ana Lopes", "foreign minister of Portugal", "PT") not in found


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Ministers Meet",
        "President Orthodox Church",
        "He thanked the President of the International Ice Hockey.",
        "The Head of the Agency Coalition spoke.",
        "President Independence Day",
        "Prime Minister Spring Festival",
    ],
)
def test_verbs_bodies_and_days_in_capitals_are_nobody(text: str) -> None:
    assert people(text) == []


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Foreign Minister Kari Dahl Conclude Trip", ("Kari Dahl", "Foreign Minister", None)),
        ("President Kari Dahl Statements", ("Kari Dahl", "President", None)),
        (
            "Envoy of the Secretary-General for Western Sahara Kari Dahl spoke.",
            ("Kari Dahl", "Envoy of the Secretary-General for Western Sahara", None),
        ),
        ("Administrator Samantha Power spoke.", ("Samantha Power", "Administrator", None)),
    ],
)
def test_a_name_ends_where_a_headline_goes_on_and_begins_where_the_office_ends(text: str, person: Found) -> None:
    assert people(text) == [person]


def test_naming_a_dialogue_with_its_heads_keeps_them() -> None:
    text = (
        "The Kenya-Portugal Strategic Dialogue, co-chaired by Foreign Minister Wanjiru Otieno and Foreign Minister "
        "Ana Lopes of Portugal, was held in Nairobi on 5 March."
    )
    meeting = code(Article("", text, published_on="2024-03-06"), codebook.load()).meetings[0]
    assert [person.name for person in meeting.participants] == ["Wanjiru Otieno", "Ana Lopes"]
