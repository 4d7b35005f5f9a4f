"""Sessions of organs, second meetings of a day, journeys told as nouns, towns, and cities as a text spells them."""

from functools import partial

from parley.codebook.renamed import is_same_city, usual_city
from parley.model import Meeting
from tests.releases import KREMLIN, STATE, meetings_in, mentioned_in

read = partial(meetings_in, source=STATE)
others = partial(mentioned_in, source=STATE)


def other(text: str, **told: str) -> Meeting:
    (meeting,) = others(text, **told)
    return meeting


CALL = "Vladimir Putin had a telephone conversation with President of Kazakhstan Nursultan Nazarbayev. "


def test_a_city_is_given_as_the_text_spells_it_and_known_by_its_usual_name() -> None:
    (meeting,) = read("Secretary of State Jane Roe met today in Kiev with Ukrainian Foreign Minister Ivan Doe.")
    assert (meeting.place, meeting.country) == ("Kiev", "UA")
    assert usual_city("Kiev") == "Kyiv"
    assert is_same_city("Marrakech", "Marrakesh")
    assert usual_city("Oslo") == "Oslo"


def test_a_town_that_no_list_knows_is_told_by_the_country_or_the_part_of_it_that_follows() -> None:
    for said, place, country in (
        ("in Fasano, Italy", "Fasano", "IT"),
        ("in Topeka, Kansas", "Topeka", "US"),
        ("in Lancaster House, the United Kingdom", None, "GB"),
    ):
        (meeting,) = read(f"Secretary of State Jane Roe met today {said} with Italian Foreign Minister Ivo Doe.")
        assert (meeting.place, meeting.country) == (place, country)


def test_the_session_of_an_organ_is_a_meeting_of_its_organisation() -> None:
    ahead = other(
        f"{CALL}They spoke of preparations for the upcoming meeting of the Supreme Eurasian Economic Council in Minsk.",
        source=KREMLIN,
    )
    assert (ahead.status, ahead.kind, ahead.parties) == ("planned", "summit", ("EAEU",))
    assert (ahead.place, ahead.series) == ("Minsk", "Supreme Eurasian Economic Council")
    held = other(
        f"{CALL}They spoke of the CSTO Collective Security Council meeting, which was held on February 3 in Astana.",
        source=KREMLIN,
    )
    assert (held.status, held.parties, held.start, held.place) == ("held", ("CSTO",), "2022-02-03", "Astana")


def test_a_climate_conference_is_known_by_its_number_and_comes_each_november() -> None:
    told = "Secretary of State Jane Roe spoke today with Egyptian Foreign Minister Ali Doe. "
    told += "They discussed COP27 in Sharm el-Sheikh."
    for on, status in (("2022-03-11", "planned"), ("2023-03-11", "held")):
        meeting = other(told, on=on)
        assert (meeting.edition, meeting.kind, meeting.status, meeting.country) == (27, "forum", status, "EG")


def test_a_dialogue_held_on_the_day_of_other_talks_is_a_meeting_of_its_own() -> None:
    meeting = other(
        "Secretary of State Jane Roe met today with Tajik Foreign Minister Ali Doe in Washington. "
        "The Secretary welcomed the third iteration of the U.S.-Tajikistan Trade Consultations held today at the State "
        "Department."
    )
    assert (meeting.kind, meeting.edition, meeting.start, meeting.country) == ("dialogue", 3, "2022-03-11", "US")


def test_talks_between_the_sides_of_one_state_are_of_that_state() -> None:
    meeting = other(
        f"{CALL}They spoke of the latest round of intra-Syrian talks, which took place in Astana on March 1–2.",
        source=KREMLIN,
    )
    assert (meeting.kind, meeting.parties, meeting.place) == ("negotiation", ("SY",), "Astana")
    assert (meeting.start, meeting.end) == ("2022-03-01", "2022-03-02")


def test_a_dated_visit_of_somebody_is_recalled_in_english_and_russian() -> None:
    english = other(
        f"{CALL}They reviewed what followed from the visit of the President of Russia to Uzbekistan in October 2021.",
        source=KREMLIN,
    )
    assert (english.kind, english.country, english.start) == ("visit", "UZ", "2021-10")
    russian = other(
        "Состоялся телефонный разговор Владимира Путина с Президентом Ирана Масудом Пезешкианом. Обсуждён договор, "
        "подписанный в ходе визита Президента Ирана в Россию 17 января.",
        source="kremlin.ru",
        language="ru",
    )
    assert (russian.kind, set(russian.parties), russian.country) == ("visit", {"RU", "IR"}, "RU")
    assert (russian.status, russian.start) == ("held", "2022-01-17")


def test_a_summit_of_which_only_the_year_is_told_is_to_come_where_it_is_looked_forward_to() -> None:
    told = "President Jane Roe met today with Prime Minister Ivo Doe of Japan. {} the Second U.S.-Japan Leaders Summit"
    told += " in 2022."
    assert other(told.format("They look forward to"), source="The White House").status == "planned"
    assert other(told.format("They recalled"), source="The White House").status == "held"


def test_a_round_named_after_its_format_is_counted() -> None:
    meetings = read(
        "On March 10, the United States and Mexico held talks of the U.S.-Mexico Water Working Group.",
        title="Readout of the U.S.-Mexico Water Working Group Second Meeting",
    )
    assert [(one.edition, one.kind) for one in meetings] == [(2, "dialogue")]


def test_a_dialogue_on_a_journey_is_in_the_city_to_which_the_journey_leads() -> None:
    meeting = other(
        "Special Envoy Jane Roe will travel to Cairo, Egypt on March 20-21. There she will launch the inaugural "
        "meeting of the U.S.-Egypt Water Working Group.",
    )
    assert (meeting.place, meeting.country, meeting.edition) == ("Cairo", "EG", 1)


def test_the_session_that_an_article_reports_is_its_organisations_own() -> None:
    told = "Vladimir Putin took part in the meeting of the {} in Minsk."
    (meeting,) = read(told.format("Supreme Eurasian Economic Council"), source=KREMLIN)
    assert (meeting.kind, meeting.parties, meeting.place) == ("summit", ("EAEU",), "Minsk")
    (of_title,) = read(
        "The summit's agenda covered terrorism and trade. The Tashkent summit handed the presidency to Kazakhstan.",
        title="Meeting of the Shanghai Cooperation Organisation Council of Heads of State",
        source=KREMLIN,
    )
    assert (of_title.kind, of_title.parties, of_title.place) == ("summit", ("SCO",), "Tashkent")
    ahead = "Dmitry Medvedev met with President of Kazakhstan Nursultan Nazarbayev on the upcoming meeting of {}."
    (talks,) = [one for one in read(ahead.format("the SCO Council of Heads of State"), source=KREMLIN) if one.focal]
    assert talks.series is None


def test_a_city_that_hosts_talks_is_their_place() -> None:
    (meeting,) = read(
        "Lima hosted talks between Foreign Minister of Peru Ana Roe and Foreign Minister of Chile Luis Doe."
    )
    assert (meeting.place, meeting.country) == ("Lima", "PE")


def test_whom_a_call_is_about_is_not_on_the_line() -> None:
    (meeting,) = read(
        "Deputy Secretary Jane Roe spoke today with NATO Secretary General Ivo Doe, continuing their work on "
        "supporting Ukraine and holding Russia to account."
    )
    assert meeting.parties == ("US", "NATO")
    (many,) = read(
        "President Jane Roe met today with President Ivo Doe of Brazil, President Ana Loe of Chile and the leaders of "
        "Peru, Mexico and Canada.",
        source="The White House",
    )
    assert set(many.parties) >= {"BR", "CL", "PE", "MX", "CA"}


def test_who_met_separately_with_the_heads_of_two_states_had_two_meetings() -> None:
    meetings = read(
        "Tehran hosted a trilateral meeting between Vladimir Putin, President of Iran Ali Roe and President of "
        "Azerbaijan Ivo Doe. Earlier in the day, Vladimir Putin met separately with the heads of Iran and Azerbaijan.",
        source=KREMLIN,
    )
    assert [(set(one.parties), one.kind, one.place) for one in meetings[1:]] == [
        ({"RU", "IR"}, "summit", "Tehran"),
        ({"RU", "AZ"}, "summit", "Tehran"),
    ]
