"""People and offices in Kazakh: the office before the name, the name without the ending of its case."""

import pytest

from parley.codebook import load
from parley.codebook.offices import load_offices
from parley.coding import code
from parley.coding.passages import read_passages
from parley.coding.sentences import split_sentences
from parley.coding.titles_kk import nominative
from parley.model import Article


def titled(text: str) -> list[tuple[str, str | None, str | None]]:
    """Name, office and side of everyone with an office in the text."""
    passages = read_passages(text, split_sentences(text, "kk"), "kk", None, load_offices())
    return [(title.name, title.office, title.party) for p in passages for title in p.titles if title.office]


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("Сейітовтың", "Сейітов"),
        ("Сейітовқа", "Сейітов"),
        ("Сейітовты", "Сейітов"),
        ("Сейітовпен", "Сейітов"),
        ("Әлиевадан", "Әлиева"),
        ("Әлиеваны", "Әлиева"),
        ("Петросянмен", "Петросян"),
        ("Мюллерге", "Мюллер"),
        ("Құдайберді", "Құдайберді"),
        ("Байден", "Байден"),
        ("Хамдан", "Хамдан"),
        ("Фидан", "Фидан"),
        ("Сейітов", "Сейітов"),
    ],
)
def test_a_name_loses_the_ending_of_its_case_and_nothing_else(form: str, name: str) -> None:
    assert nominative(form) == name


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Қазақстанның Сыртқы істер министрі Айдар Сейітов сөз сөйледі.",
            ("Айдар Сейітов", "Қазақстанның Сыртқы істер министрі", "KZ"),
        ),
        (
            "Ол Жапония Премьер-министрінің көмекшісі Кен Морита туралы айтты.",
            ("Кен Морита", "Жапония Премьер-министрінің көмекшісі", "JP"),
        ),
        (
            "Бүгін Өзбекстан Президенті Рустам Каримовпен кездесу өтті.",
            ("Рустам Каримов", "Өзбекстан Президенті", "UZ"),
        ),
        (
            "Кеше министр Айдар Серікұлы Сейітовтың баяндамасы тыңдалды.",
            ("Айдар Серікұлы Сейітов", "министр", None),
        ),
        (
            "Жиынға «Жаңа жол» партиясының төрағасы Анар Әлиева келді.",
            ("Анар Әлиева", "«Жаңа жол» партиясының төрағасы", None),
        ),
    ],
)
def test_an_office_stands_before_the_name_and_tells_the_side(text: str, found: tuple[str, str, str | None]) -> None:
    assert titled(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Президент Ақордада кеңес өткізді.",
        "Президент Жолдауын жариялады.",
        "Министр бүгін келеді.",
        "Айдар Сейітов кітап жазды.",
    ],
)
def test_an_office_without_a_name_and_a_name_without_an_office_are_nobody_with_an_office(text: str) -> None:
    assert titled(text) == []


def test_those_who_met_are_participants_with_their_sides_day_and_place() -> None:
    text = (
        "Қазақстанның Сыртқы істер министрі Айдар Сейітов 2024 жылдың 6 мамырында Астана қаласында Өзбекстан Сыртқы "
        "істер министрінің орынбасары Рустам Каримовпен кездесті. Сейітов сауда туралы айтты."
    )
    coding = code(Article("Хабар", text, published_on="2024-05-08", language="kk"), load())
    (meeting,) = coding.meetings
    assert [(person.name, person.party) for person in meeting.participants] == [
        ("Айдар Сейітов", "KZ"),
        ("Рустам Каримов", "UZ"),
    ]
    assert (meeting.start, meeting.place, meeting.parties) == ("2024-05-06", "Astana", ("KZ", "UZ"))


def test_those_who_came_are_participants_and_those_of_a_meeting_recalled_are_not() -> None:
    text = (
        "Қазақстан мен Өзбекстан арасындағы келіссөздер 2024 жылғы 6 мамырда Астанада өтті. Кездесуге Қазақстан Сыртқы "
        "істер министрі Айдар Сейітов қатысты. Өзбекстан делегациясын министрдің орынбасары Рустам Каримов басқарды. "
        "Алдыңғы кездесу 2022 жылы өткен болатын. Оған министр Анар Әлиева қатысты."
    )
    coding = code(Article("Хабар", text, published_on="2024-05-08", language="kk"), load())
    assert [person.name for person in coding.meetings[0].participants] == ["Айдар Сейітов", "Рустам Каримов"]


@pytest.mark.parametrize(
    ("text", "office"),
    [
        (
            "Премьер-Министрдің орынбасары – Сыртқы істер министрі Марат Сейітов келді.",
            "Премьер-Министрдің орынбасары - Сыртқы істер министрі",
        ),
        ("Төрағасы-ректоры Марат Сейітов келді.", "Төрағасы-ректоры"),
        ("Академия төраға-атқарушы директоры Марат Сейітов келді.", "төраға-атқарушы директоры"),
    ],
)
def test_a_dash_joins_two_offices_of_one_person(text: str, office: str) -> None:
    assert titled(text)[0][:2] == ("Марат Сейітов", office)


def test_those_on_the_part_of_a_state_speak_for_it() -> None:
    text = "Жиында Жапония тарапынан елші Кен Сато, Кения тарапынан министр Джон Отиено сөйледі."
    assert [(name, party) for name, _, party in titled(text)] == [("Кен Сато", "JP"), ("Джон Отиено", "KE")]


@pytest.mark.parametrize(
    ("form", "city"),
    [
        ("Анкарада", "Ankara"),
        ("Мәскеуде", "Moscow"),
        ("Бейжіңде", "Beijing"),
        ("Ыстамбұлда", "Istanbul"),
        ("Бішкекте", "Bishkek"),
        ("Минскіде", "Minsk"),
        ("Нью-Йоркте", "New York"),
    ],
)
def test_the_ending_in_tells_the_city_of_the_talks(form: str, city: str) -> None:
    text = f"{form} Жапония мен Кения сыртқы істер министрлерінің кездесуі өтті."
    assert code(Article("", text, language="kk", published_on="2024-03-06"), load()).meetings[0].place == city


def test_who_took_part_in_a_meeting_was_at_it_and_what_concerns_one_is_none() -> None:
    text = "Кездесуге Жапония тарапынан елші Кен Сато, Кения тарапынан министр Джон Отиено қатысты."
    meeting = code(Article("", text, language="kk", published_on="2024-03-06"), load()).meetings[0]
    assert [person.name for person in meeting.participants] == ["Кен Сато", "Джон Отиено"]
    other = "Жапония мен Кения елшілері кездесуге қатысты сұраққа жауап берді."
    assert code(Article("", other, language="kk", published_on="2024-03-06"), load()).meetings == ()
