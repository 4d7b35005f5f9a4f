"""People named by whom they meet, offices told in turn, journeys to several states, and two who speak together."""

import pytest

from parley import codebook, coding
from parley.model import Article, Coding, Language, Meeting


def read(text: str, language: Language = "en", title: str = "") -> Coding:
    return coding.code(Article(title, text, published_on="2024-03-05", language=language), codebook.load())


def focal(found: Coding) -> Meeting:
    return next(meeting for meeting in found.meetings if meeting.focal)


@pytest.mark.parametrize(
    ("text", "language", "person"),
    [
        (
            "Foreign Minister of Peru Luis Soto met in Lima with his Iraqi counterpart Fuad Halim.",
            "en",
            ("Fuad Halim", None, "IQ"),
        ),
        (
            "Foreign Minister of Peru Luis Soto met in Lima with his Iraqi counterpart, Fuad Halim, to discuss trade.",
            "en",
            ("Fuad Halim", None, "IQ"),
        ),
        (
            "Министр иностранных дел Перу Луис Сото встретился в Лиме со своим сербским коллегой Марко Джуричем.",
            "ru",
            ("Марко Джурич", None, "RS"),
        ),
        (
            "Министр иностранных дел Перу Луис Сото провёл 4 марта переговоры с главой МИД Сербии Иваном Петровичем.",
            "ru",
            ("Иван Петрович", "глава МИД Сербии", "RS"),
        ),
    ],
)
def test_a_counterpart_is_at_the_table_on_a_side_of_its_own(
    text: str, language: Language, person: tuple[str, str | None, str]
) -> None:
    found = [(one.name, one.office, one.party) for one in focal(read(text, language)).participants]
    assert len(found) == 2
    assert person in found


def test_a_colleague_of_no_other_side_has_no_office_by_that() -> None:
    text = "Глава региона вспомнил, что его бывший коллега Анатолий Петрович помогал городу."
    assert read(text, "ru").spoken_of == ()


def test_the_office_of_several_is_told_with_each_country_in_turn() -> None:
    text = "The foreign ministers of Estonia, Jaan Tamm, Latvia, Anna Ozola, and Malta, Luca Borg, met in Riga."
    assert [(one.name, one.office, one.party) for one in focal(read(text)).participants] == [
        ("Jaan Tamm", "foreign minister of Estonia", "EE"),
        ("Anna Ozola", "foreign minister of Latvia", "LV"),
        ("Luca Borg", "foreign minister of Malta", "MT"),
    ]


def test_a_journey_to_several_states_is_in_none_of_them_alone_and_lasts_from_first_to_last() -> None:
    text = "Deputy Secretary of State Ann Roe will travel to Lima, Peru, May 9-11, and Quito, Ecuador, May 12-13."
    visit = focal(read(text, title="Deputy Secretary Roe's Travel to Peru and Ecuador"))
    assert (visit.kind, visit.place, visit.country) == ("visit", None, None)
    assert (visit.start, visit.end) == ("2024-05-09", "2024-05-13")
    assert {"PE", "EC"} <= set(visit.parties)


def test_the_city_of_a_summit_is_where_those_beside_it_met() -> None:
    text = (
        "President of France Luc Petit met today with President of Malta Ugo Borg on the margins of the Mediterranean "
        "Islands Summit in Valletta, Malta."
    )
    assert (focal(read(text)).place, focal(read(text)).country) == ("Valletta", "MT")


@pytest.mark.parametrize(
    ("opening", "voice"),
    [
        ("The Secretary and the Foreign Minister", "joint"),
        ("The Secretary and the Trade Minister", "joint"),
        ("The Secretary", "US"),
    ],
)
def test_two_offices_that_open_a_sentence_speak_together(opening: str, voice: str) -> None:
    text = (
        "Secretary of State Ann Roe met today with Foreign Minister of Peru Luis Soto in Lima. "
        f"{opening} discussed climate change."
    )
    assert [reading.by for reading in read(text).readings if reading.topic == "climate"] == [voice]


def test_whom_a_body_names_besides_was_spoken_of_where_only_the_headline_tells_of_the_meeting() -> None:
    text = "After an exchange of views Mr Borg asked Mr Soto about the latest Indian-Chilean summit."
    title = "President Luis Soto of Peru met with President Ugo Borg of Malta"
    assert set(focal(read(text, title=title)).parties) == {"PE", "MT"}


def test_a_ministerial_on_a_journey_is_between_those_who_will_be_there() -> None:
    text = (
        "Under Secretary of State Ann Roe will travel May 10-12 to Rabat, Morocco. On behalf of Secretary Blinken, "
        "Under Secretary Roe will join Moroccan Minister of Foreign Affairs Omar Idrissi in hosting the Coalition "
        "Ministerial on May 11."
    )
    (ministerial,) = [one for one in read(text).meetings if one.kind == "ministerial"]
    assert (ministerial.status, ministerial.start, ministerial.place) == ("planned", "2024-05-11", "Rabat")
    assert [person.name for person in ministerial.participants] == ["Ann Roe", "Omar Idrissi"]
