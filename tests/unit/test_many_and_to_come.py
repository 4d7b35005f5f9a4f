"""Meetings of many whom no headline names, summits of organisations, and meetings that somebody looks forward to."""

from functools import partial

from parley.model import Meeting
from tests.releases import KREMLIN, STATE, meetings_in, mentioned_in

read = partial(meetings_in, source=KREMLIN)
others = partial(mentioned_in, source=KREMLIN)


def other(text: str, **told: str) -> Meeting:
    (meeting,) = others(text, **told)
    return meeting


CALL = "Secretary of State Jane Roe spoke today with Peruvian Foreign Minister Ivan Doe. "


def test_presidents_counted_up_met_where_the_headline_names_no_state() -> None:
    (meeting,) = read(
        "The Presidents of Chad, Mali and Niger discussed border security.", title="The Sahel Group held a meeting"
    )
    assert (meeting.focal, meeting.kind, meeting.parties) == (True, "summit", ("TD", "ML", "NE"))


def test_presidents_counted_up_in_a_message_met_nobody() -> None:
    said = "The Presidents of Chad, Mali and Niger signed the greetings."
    assert read(said, title="Message of greetings to the meeting of farmers") == []


def test_many_leaders_meet_at_a_summit_and_many_ministers_at_a_ministerial() -> None:
    for office, kind in (("leaders", "summit"), ("foreign ministers", "ministerial")):
        (meeting,) = read(f"On March 9, the {office} of Chad, Mali, and Niger met in Lima.", source=STATE)
        assert meeting.kind == kind


def test_the_summit_of_an_organisation_is_its_own() -> None:
    (meeting,) = read(
        "The participants in the meeting discussed energy cooperation within the CIS.",
        title="An informal summit of CIS heads of state was held in Lima",
    )
    assert (meeting.kind, meeting.series, meeting.parties) == ("summit", "CIS summit", ("CIS",))


def test_talks_beside_a_summit_are_no_summit_of_it() -> None:
    (meeting,) = read(
        "Vladimir Putin met with Foreign Minister of Peru Ivan Doe.",
        title="Meeting with Foreign Minister of Peru Ivan Doe on the margins of the CIS summit",
    )
    assert (meeting.kind, meeting.series) == ("bilateral", None)


def test_a_session_of_a_council_is_counted_with_its_tens() -> None:
    (meeting,) = read(
        "The leaders took part in the thirty-second meeting of the council in Lima, which dealt with trade.",
        title="Moscow hosted a meeting of the Council of CIS heads of State",
    )
    assert (meeting.series, meeting.edition, meeting.kind) == ("Council of CIS Heads of State", 32, "summit")


def test_a_summit_called_by_its_city_was_held_there() -> None:
    meeting = other(f"{CALL}They recalled the Lisbon summit of the OSCE.", source=STATE)
    assert (meeting.parties, meeting.place, meeting.country, meeting.kind) == (("OSCE",), "Lisbon", "PT", "summit")


def test_whoever_looks_forward_to_seeing_another_on_a_day_or_in_a_city_will_meet() -> None:
    meeting = other(f"{CALL}She looked forward to seeing the Foreign Minister tomorrow in Lima.", source=STATE)
    assert (meeting.status, meeting.kind, meeting.parties) == ("planned", "bilateral", ("US", "PE"))
    assert (meeting.start, meeting.place) == ("2022-03-12", "Lima")


def test_who_is_named_will_be_met_and_not_who_was_met_today() -> None:
    meeting = other(
        f"{CALL}President Biden looks forward to welcoming President Ana Lopes of Brazil to the White House on May 2.",
        source=STATE,
    )
    assert (meeting.parties, meeting.country, meeting.start) == (("US", "BR"), "US", "2022-05-02")


def test_looking_forward_without_day_or_place_or_to_a_summit_is_no_meeting_of_its_own() -> None:
    assert others(f"{CALL}She looked forward to meeting again soon.", source=STATE) == []
    assert others(f"{CALL}She looked forward to seeing him at the food conference in Lima in May.", source=STATE) == []


def test_talks_of_the_two_countries_are_of_the_two_named_before_in_one_word() -> None:
    meeting = other(
        "Состоялся телефонный разговор Владимира Путина с Президентом Турции Али Доу. "
        "Речь шла о нормализации российско-перуанских отношений. "
        "Обсуждены итоги недавних консультаций экспертных групп двух стран в Эр-Рияде.",
        language="ru",
        source="kremlin.ru",
    )
    assert (meeting.parties, meeting.place, meeting.country) == (("RU", "PE"), "Riyadh", "SA")


def test_a_conference_on_a_journey_is_with_its_host() -> None:
    meeting = other(
        "Assistant Secretary Jane Roe will travel to Peru and Brazil from March 20 to 26. "
        "On March 24 in Lima, Assistant Secretary Roe will speak at a regional conference on water.",
        source=STATE,
    )
    assert (meeting.kind, meeting.status, meeting.parties) == ("forum", "planned", ("US", "PE"))
    assert (meeting.start, meeting.place) == ("2022-03-24", "Lima")


def test_people_called_after_a_part_of_a_kingdom_are_of_the_kingdom() -> None:
    (meeting,) = read(
        "Secretary of State Jane Roe met today with Scottish First Minister Ann Doe in Lima.", source=STATE
    )
    assert meeting.parties == ("US", "GB")


def test_where_an_organisation_meets_the_ministers_of_no_state_named_are_the_outlets_own() -> None:
    (meeting,) = read(
        "The leaders took part in the meeting of the council in Lima, which dealt with trade. "
        "The talks involved Foreign Minister Ivan Doe.",
        title="Moscow hosted a meeting of the Council of CIS heads of State",
    )
    assert [(person.name, person.party) for person in meeting.participants] == [("Ivan Doe", "RU")]


def test_who_travels_to_two_states_is_of_the_outlets_own() -> None:
    (meeting,) = read(
        "Special Envoy for the Sahel Jane Roe will travel to Chad and Mali March 20-26.",
        title="Special Envoy for the Sahel Roe’s Travel to Chad and Mali",
        source=STATE,
    )
    assert set(meeting.parties) == {"US", "TD", "ML"}


def test_a_consultative_group_of_two_states_is_their_dialogue() -> None:
    (meeting,) = read(
        "Secretary of State Jane Roe hosted Foreign Minister of Peru Ivan Doe on March 9 for a meeting of the "
        "U.S.-Peru Strategic Consultative Group.",
        source=STATE,
    )
    assert (meeting.kind, meeting.series) == ("dialogue", "U.S.-Peru Strategic Consultative Group")
