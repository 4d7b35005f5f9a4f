"""Meetings that an article only mentions: recalled or announced, each with its status, day, place and parties."""

import pytest

from parley import codebook, coding
from parley.model import Article, Language, Meeting

CALL = "Secretary of State Jane Roe spoke today with Chilean Foreign Minister Luis Soto."
TALKS = "Officials of the United States and Malta met on March 4 in Valletta for the U.S.-Malta Energy Dialogue."
TRIP = "Assistant Secretary of State Jane Roe will travel to Peru and Chile March 10-17."


def others(title: str, text: str, language: Language = "en", source: str = "U.S. Department of State") -> list[Meeting]:
    article = Article(title, text, source, published_on="2024-03-06", language=language)
    return [meeting for meeting in coding.code(article, codebook.load()).meetings if not meeting.focal]


def test_the_summit_of_an_organisation_with_its_day_is_a_meeting_of_its_own() -> None:
    (summit,) = others("Secretary Roe's Call", f"{CALL} They recalled the February 25 extraordinary NATO summit.")
    assert (summit.kind, summit.status, summit.parties) == ("summit", "held", ("NATO",))
    assert (summit.start, summit.series) == ("2024-02-25", "NATO summit")


def test_a_summit_of_many_sides_that_is_recalled_is_of_its_dialogue_and_round() -> None:
    text = f"{CALL} They recalled the first C5+1 summit, held in New York on 22 September 2023."
    (summit,) = others("Secretary Roe's Call", text)
    assert (summit.kind, summit.series_id, summit.edition, summit.start) == ("summit", "c5+1", 1, "2023-09-22")


def test_an_organisations_forum_to_come_is_planned() -> None:
    (forum,) = others("Secretary Roe's Call", f"{CALL} They spoke of the forthcoming OSCE conference in Vienna.")
    assert (forum.kind, forum.status, forum.place, forum.start) == ("forum", "planned", "Vienna", None)


def test_a_conference_on_whose_sidelines_they_met_was_held_there_that_year() -> None:
    text = (
        "Vice President Jane Roe met today with President Peter Otieno of Kenya in Dubai "
        "on the sidelines of the 31st Conference of the Parties to the UN Framework Convention."
    )
    (forum,) = others("Readout of Vice President Roe's Meeting with President Otieno", text, source="The White House")
    assert (forum.kind, forum.status, forum.parties, forum.edition) == ("forum", "held", ("UN",), 31)
    assert (forum.place, forum.start) == ("Dubai", "2024")


def test_talks_of_another_day_are_told_with_those_who_met() -> None:
    text = f"{CALL} Vice President Ann Poe had raised this during her meeting with President Juan Rey on January 9."
    (meeting,) = others("Secretary Roe's Call with Chilean Foreign Minister Soto", text)
    assert (meeting.kind, meeting.status, meeting.start) == ("bilateral", "held", "2024-01-09")
    assert set(meeting.parties) == {"US", "CL"}
    assert [person.name for person in meeting.participants] == ["Ann Poe", "Juan Rey"]


def test_their_last_talks_are_the_same_sides() -> None:
    (meeting,) = others("U.S.-Malta Energy Dialogue", f"{TALKS} This builds on their meeting in Rome in May 2023.")
    assert (meeting.parties, meeting.start, meeting.place) == (("US", "MT"), "2023-05", "Rome")


def test_the_next_round_is_of_the_same_dialogue() -> None:
    (following,) = others(
        "U.S.-Malta Energy Dialogue",
        f"{TALKS} They agreed on more, with the next round to take place in late 2024.",
    )
    assert (following.kind, following.status, following.start) == ("dialogue", "planned", "2024")
    assert (following.series, following.edition) == ("U.S.-Malta Energy Dialogue", None)


def test_a_dialogue_that_a_date_stands_beside_is_a_meeting_of_its_own() -> None:
    text = f"{CALL} They recalled the January 6 U.S.-Chile Energy Dialogue."
    (dialogue,) = others("Secretary Roe's Call with Chilean Foreign Minister Soto", text)
    assert (dialogue.kind, dialogue.status, dialogue.start) == ("dialogue", "held", "2024-01-06")
    assert (dialogue.series, dialogue.parties) == ("U.S.-Chile Energy Dialogue", ("US", "CL"))


def test_a_journey_is_to_where_it_leads_and_not_to_what_it_is_about() -> None:
    text = "Secretary Jane Roe will travel to Norway March 10-12, where she will meet leaders on the war in Sudan."
    article = Article("Secretary Roe's Travel", text, "U.S. Department of State", published_on="2024-03-06")
    (visit,) = coding.code(article, codebook.load()).meetings
    assert (set(visit.parties), visit.country) == ({"US", "NO"}, "NO")


def test_a_round_to_come_that_the_text_counts_has_its_ordinal() -> None:
    sentence = "The sides agreed to meet in May for the second plenary session."
    (following,) = others("U.S.-Malta Energy Dialogue", f"{TALKS} {sentence}")
    assert (following.edition, following.edition_basis, following.start) == (2, "stated", "2024-05")


@pytest.mark.parametrize(
    ("sentence", "edition", "basis"),
    [
        ("The meeting follows the third round, held in Rome last year.", 4, "inferred"),
        ("It has been annual since 2012.", None, None),
        ("Much was done since the third round, held in Rome last year.", None, None),
    ],
)
def test_a_round_is_inferred_only_from_the_one_that_it_follows(
    sentence: str, edition: int | None, basis: str | None
) -> None:
    article = Article("U.S.-Malta Energy Dialogue", f"{TALKS} {sentence}", "U.S. Department of State", "2024-03-06")
    own = coding.code(article, codebook.load()).meetings[0]
    assert (own.edition, own.edition_basis) == (edition, basis)


def test_the_city_of_earlier_talks_is_not_where_they_met_now() -> None:
    text = f"{CALL.replace('spoke', 'met')} Following their talks in Santiago, the Secretary welcomed new steps."
    article = Article("Secretary Roe's Meeting", text, "U.S. Department of State", published_on="2024-03-06")
    assert coding.code(article, codebook.load()).meetings[0].place is None


@pytest.mark.parametrize(
    ("sentence", "kind", "start", "country"),
    [
        ("They spoke of a workshop Malta will soon host.", "other", None, "MT"),
        ("They agreed to cooperate on a seminar in April.", "forum", "2024-04", None),
    ],
)
def test_a_seminar_that_one_side_will_host_is_planned(
    sentence: str, kind: str, start: str | None, country: str | None
) -> None:
    (planned,) = others("U.S.-Malta Energy Dialogue", f"{TALKS} {sentence}")
    assert (planned.kind, planned.status, planned.start, planned.country) == (kind, "planned", start, country)


def test_an_agreement_signed_on_a_day_in_a_city_is_a_meeting() -> None:
    text = "The agreement between Malta and Peru on fishing was signed on 9 January 2004 in Lima."
    (signing,) = others("The President ratified an agreement", text, source="The White House")
    assert (signing.kind, signing.start, signing.place) == ("other", "2004-01-09", "Lima")
    assert set(signing.parties) == {"MT", "PE"}


def test_a_dialogue_on_a_journey_to_come_lies_within_it() -> None:
    text = f"{TRIP} She will then go to Chile and participate in the U.S.-Chile Energy Dialogue."
    (dialogue,) = others("Assistant Secretary Roe's Travel to Peru and Chile", text)
    assert (dialogue.kind, dialogue.status, dialogue.start) == ("dialogue", "planned", "2024-03")
    assert (dialogue.parties, dialogue.country) == (("US", "CL"), "CL")


def test_the_last_meeting_before_a_pause_is_told_by_its_year() -> None:
    (last,) = others(
        "U.S.-Malta Energy Dialogue", f"{TALKS} It is the first time since 2005 that such talks were held."
    )
    assert (last.status, last.start, last.parties) == ("held", "2005", ("US", "MT"))


@pytest.mark.parametrize(
    "sentence",
    [
        "Президент Казахстана Касым-Жомарт Токаев подтвердил своё участие в торжествах в Москве.",
        "В торжествах в Москве примет участие Президент Казахстана Касым-Жомарт Токаев.",
    ],
)
def test_who_will_come_to_celebrations_is_on_a_visit(sentence: str) -> None:
    text = (
        f"Состоялся телефонный разговор Владимира Путина с Президентом Казахстана Касым-Жомартом Токаевым. {sentence}"
    )
    (visit,) = others("Телефонный разговор с Президентом Казахстана Касым-Жомартом Токаевым", text, "ru", "kremlin.ru")
    assert (visit.kind, visit.status, visit.place) == ("visit", "planned", "Moscow")
    assert set(visit.parties) == {"RU", "KZ"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Ruritania would like to host NATO summits in 2030.",
        "They will continue their work through the U.S.-Chile Energy Dialogue.",
        "Following the meeting, a programme through 2030 was adopted.",
    ],
)
def test_what_is_no_meeting_of_a_day_or_place_is_not_told(sentence: str) -> None:
    assert others("Secretary Roe's Call with Chilean Foreign Minister Soto", f"{CALL} {sentence}") == []
