"""Countries told by a visit or by an unknown town, earlier talks told by their city, and whose promise it is."""

import pytest

from parley.codebook import load
from parley.coding import code
from parley.model import Article, Coding, Language

MET = "President Maia Roe of Moldova met on Monday with Prime Minister Luis Soto of Chile"
CALLED = "President Maia Roe of Moldova had a telephone conversation with President Luis Soto of Chile."


def coded(text: str, title: str = "", source: str | None = None, language: Language = "en") -> Coding:
    return code(Article(title, text, source, published_on="2024-03-06", language=language), load())


@pytest.mark.parametrize(
    ("words", "place", "country"),
    [
        (", who is on an official visit to Moldova.", None, "MD"),
        (", who will visit Chile in May.", None, "CL"),
        (" during his visit to Moldova.", None, "MD"),
        (" in Orchard Park, Canada on the margins of a fair.", None, "CA"),
        (". In March, Canada joined the pact.", None, None),
        (" to discuss his visit to Moldova.", None, None),
    ],
)
def test_a_meeting_was_in_the_country_that_one_of_them_visited_or_that_a_town_is_said_to_be_in(
    words: str, place: str | None, country: str | None
) -> None:
    (meeting,) = [meeting for meeting in coded(MET + words).meetings if meeting.focal]
    assert (meeting.place, meeting.country, meeting.parties) == (place, country, ("MD", "CL"))


@pytest.mark.parametrize(
    ("words", "place", "country"),
    [
        ("PRESIDENT ROE: It is a pleasure to welcome you to Chisinau.", "Chisinau", "MD"),
        ("PRESIDENT SOTO: I am glad to be here in Moldova.", None, "MD"),
        ("PRESIDENT ROE: I am glad to be here in Peru.", None, None),
        ("PRESIDENT ROE: We meet virtually, and here in Moldova it is noon.", None, None),
    ],
)
def test_a_meeting_was_where_a_speaker_says_here_or_welcomes_the_guests_to(
    words: str, place: str | None, country: str | None
) -> None:
    text = f"President Maia Roe of Moldova met on Monday with President Luis Soto of Chile. {words}"
    (meeting,) = coded(text).meetings
    assert (meeting.place, meeting.country) == (place, country)


def test_a_journey_to_one_country_is_in_it_whatever_it_is_for() -> None:
    text = "Assistant Secretary of State Jane Roe will travel to Peru March 9-11 for consultations on Chile and trade."
    (visit,) = coded(text, source="U.S. Department of State").meetings
    assert (visit.country, visit.parties) == ("PE", ("US", "PE"))


def test_who_will_visit_a_country_is_met_there_in_russian_too() -> None:
    text = "Президент Молдавии Мария Роу проведёт 9 марта переговоры с Президентом Чили Луисом Сото, который посетит "
    (meeting,) = coded(f"{text}Молдавию с визитом.", language="ru").meetings
    assert (meeting.country, meeting.status) == ("MD", "planned")


def test_an_organisation_that_somebody_leads_is_no_side_of_the_talks() -> None:
    (meeting,) = coded(f"{MET} to thank him for his leadership of the G20.").meetings
    assert meeting.parties == ("MD", "CL")


def test_a_recent_visit_is_a_meeting_of_its_own_and_its_host_no_side_of_the_call() -> None:
    text = f"{CALLED} The President of Chile told of his recent visit to Peru and talks with President Ana Paz of Peru."
    call, visit = coded(text).meetings
    assert (call.kind, call.parties) == ("call", ("MD", "CL"))
    assert (visit.kind, visit.status, visit.country, set(visit.parties)) == ("visit", "held", "PE", {"CL", "PE"})


def test_earlier_talks_in_a_city_are_between_those_named_after_them() -> None:
    text = "Президент Молдавии Мария Роу провела телефонный разговор с Президентом Чили Луисом Сото. "
    earlier = "Отмечены итоги проведённых 4 марта в Лиме переговоров представителей Перу и Канады."
    _, talks = coded(text + earlier, language="ru").meetings
    assert (talks.place, talks.country, talks.start, talks.parties) == ("Lima", "PE", "2024-03-04", ("PE", "CA"))


def test_talks_of_others_in_a_city_are_not_of_those_who_met() -> None:
    talks = f"{CALLED} They praised the recent round of talks, which took place in Santiago on March 1."
    assert len(coded(talks).meetings) == 1


def test_a_format_that_met_for_the_nth_time_is_in_that_round() -> None:
    (meeting,) = coded("The Moldova-Chile Dialogue on Energy Security met for the 11th time on March 4, 2024.").meetings
    assert meeting.edition == 11


def test_the_side_that_will_host_a_summit_tells_its_country() -> None:
    text = f"{MET}. They looked forward to the Moldova-Chile Leaders' Summit in 2025, when Chile will host."
    (summit,) = [meeting for meeting in coded(text).meetings if not meeting.focal]
    assert (summit.start, summit.country, summit.status) == ("2025", "CL", "planned")


def test_an_office_is_nobodys_whose_own_side_is_another() -> None:
    text = "After his talks with the Italian Prime Minister, Mr Putin spoke to journalists about the talks."
    meeting = coded(text, "Vladimir Putin met with Italian Prime Minister Anna Rossi").meetings[0]
    assert meeting.kind == "summit"
    assert {person.name: person.party for person in meeting.participants}["Vladimir Putin"] == "RU"


def test_a_meeting_that_the_outlet_holds_alone_makes_its_own_promise() -> None:
    text = "The Council of the Department of State will hold its meeting in May and expand trade."
    (promise,) = coded(text, "Schools Council", "U.S. Department of State").commitments
    assert promise.actor == "US"


def test_promises_of_several_governments_are_of_all() -> None:
    text = "The Governments of Peru, Chile, and Canada share a plan. Participants intend to expand trade and railways."
    (promise,) = coded(text, "Memorandum on a Corridor").commitments
    assert (promise.actor, promise.kind) == ("all", "intends")
