"""By when a promise is due: dates as the text gives them, and those that are counted from the day of publication."""

import pytest

from parley import codebook
from parley.coding import code
from parley.coding.due import find_due
from parley.model import Article, Language

PUBLISHED = "2024-10-15"


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("They will open the port by the end of the year.", "2024"),
        ("They will open the port later this month.", "2024-10"),
        ("They will open the port next month.", "2024-11"),
        ("They will open the port next year.", "2025"),
        ("They will open the port tomorrow.", "2024-10-16"),
        ("They will open the port in the coming days.", "2024-10"),
        ("They will open the port in the first half of 2025.", "2025-06"),
        ("They will open the port in the last quarter of this year.", "2024-12"),
        ("They will open the port no later than 1 May 2025.", "2025-05-01"),
        ("They will open the port in March.", "2025-03"),
        ("They will open the port in mid-2026.", "2026"),
        ("They will open the port by 31 June 2025.", "2025-06"),
        ("They will open the port by 29 February 2025.", "2025-02"),
        ("They will host 45 May festivals in schools.", "2025-05"),
    ],
)
def test_a_deadline_is_told_as_far_as_the_words_tell_it(said: str, due: str) -> None:
    assert find_due(said, PUBLISHED, "en") == due


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("Порт откроют до конца года.", "2024"),
        ("Порт откроют в первом полугодии 2025 года.", "2025-06"),
        ("Порт откроют в следующем году.", "2025"),
        ("Порт откроют не позднее 1 мая 2025 года.", "2025-05-01"),
    ],
)
def test_russian_deadlines_are_read_too(said: str, due: str) -> None:
    assert find_due(said, PUBLISHED, "ru") == due


@pytest.mark.parametrize(
    "said",
    [
        "They will open the port before the next round.",
        "They will carry out the accord of September 4.",
        "They will repeat the success of the port opened earlier this year.",
        "They will open ports over the coming years.",
        "They will repeat the second half of the programme.",
    ],
)
def test_what_has_just_passed_and_what_names_no_time_is_no_deadline(said: str) -> None:
    assert find_due(said, PUBLISHED, "en") is None


def test_without_a_day_of_publication_nothing_is_counted_from_it() -> None:
    assert find_due("They will open the port next year.", None, "en") is None
    assert find_due("They will open the port next month.", "2024", "en") is None


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("The sides agreed to hold the next round on trade in Riga in 2025.", "2025"),
        ("Both sides intend to meet on trade in Riga next year.", "2025"),
    ],
)
@pytest.mark.parametrize("published", [None, "2024-10-16"])
def test_a_text_without_a_day_of_publication_counts_from_its_meeting(
    said: str, due: str, published: str | None
) -> None:
    text = f"Officials of Latvia and Kenya met on 15 October 2024 for the third Kenya-Latvia Trade Dialogue. {said}"
    found = code(Article("Kenya-Latvia Trade Dialogue", text, published_on=published), codebook.load()).commitments
    assert [one.due for one in found] == [due]


def promises(text: str, language: Language = "en") -> list[str]:
    article = Article("", text, published_on=PUBLISHED, language=language)
    return [one.kind for one in code(article, codebook.load()).commitments]


@pytest.mark.parametrize(
    "text",
    [
        "The talks will cover trade and visas.",
        "The agenda will include trade.",
        "Her visit will focus on trade.",
        "The trade forum will take place in Riga.",
        "With that port we will be able to raise trade.",
        "This is a good sign for trade.",
    ],
)
def test_what_a_meeting_will_be_about_or_make_possible_is_no_promise(text: str) -> None:
    assert promises(text) == []


def test_what_a_state_will_do_is_one() -> None:
    assert promises("Estonia will focus on trade with Kenya and open a port.") == ["intends"]


def topics(text: str, language: Language = "en") -> set[str]:
    article = Article("", text, published_on=PUBLISHED, language=language)
    return {one.topic for one in code(article, codebook.load()).mentions}


@pytest.mark.parametrize(
    "text",
    [
        "The two ministers could meet again if both wish it.",
        "Nothing is known of the next meeting.",
        "No date was set, and there are no plans for a next round of consultations.",
        "He congratulated his guest on Constitution Day.",
        "The state has moved ahead in its socioeconomic development.",
    ],
)
def test_what_is_only_supposed_denied_or_named_for_a_feast_is_no_topic(text: str) -> None:
    assert topics(text) == set()


def test_the_same_words_said_outright_are() -> None:
    assert topics("The two ministers agreed to meet again.") == {"diplomatic-engagement"}
    assert topics("The sides discussed reform of the constitution.") == {"political-reform"}
    assert topics("The sides agreed on aid for socioeconomic development.") == {"development-aid"}


def test_a_russian_ministers_title_and_a_feast_are_no_topic() -> None:
    assert topics("В беседе участвовал министр торговли.", "ru") == set()
    assert topics("Президент поздравил гостя с Днём Конституции.", "ru") == set()
