"""Meetings: what is one, what is none, and what each is told to be."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley import codebook, coding
from parley.coding.public import as_row
from parley.model import Article, Coding, Language, Meeting

STATE = "U.S. Department of State"


def code(title: str, text: str, source: str | None = STATE, language: Language = "en") -> Coding:
    return coding.code(Article(title, text, source, published_on="2024-03-06", language=language), codebook.load())


def only(title: str, text: str, source: str | None = STATE, language: Language = "en") -> Meeting:
    (meeting,) = code(title, text, source, language).meetings
    return meeting


def test_a_readout_is_a_bilateral_meeting_of_that_day() -> None:
    meeting = only(
        "Secretary Roe's Meeting with Chilean Foreign Minister Soto",
        "Secretary of State Jane Roe met today with Chilean Foreign Minister Luis Soto in Santiago.",
    )
    assert (meeting.kind, meeting.status, meeting.parties) == ("bilateral", "held", ("US", "CL"))
    assert (meeting.start, meeting.place, meeting.country) == ("2024-03-06", "Santiago", "CL")


def test_a_dialogue_has_its_series_and_its_round() -> None:
    meeting = only(
        "U.S.-Malta Energy Dialogue",
        "Officials of the United States and Malta met on March 4 in Valletta for the third U.S.-Malta Energy Dialogue.",
    )
    assert (meeting.kind, meeting.series, meeting.edition) == ("dialogue", "U.S.-Malta Energy Dialogue", 3)
    assert (meeting.start, meeting.edition_basis) == ("2024-03-04", "stated")


def test_two_heads_of_state_in_person_are_a_summit_and_on_the_telephone_a_call() -> None:
    face = only("", "President Ana Lopes of Portugal met today with Prime Minister Kari Dahl of Norway in Oslo.", None)
    call = only("", "President Ana Lopes of Portugal spoke today with Prime Minister Kari Dahl of Norway.", None)
    assert (face.kind, call.kind, call.place) == ("summit", "call", None)


def test_a_journey_to_come_is_a_planned_visit() -> None:
    meeting = only(
        "Assistant Secretary Roe's Travel to Peru",
        "Assistant Secretary of State Jane Roe will travel to Peru March 10-12 to discuss trade.",
    )
    assert (meeting.kind, meeting.status) == ("visit", "planned")
    assert (set(meeting.parties), meeting.start, meeting.end) == ({"US", "PE"}, "2024-03-10", "2024-03-12")


def test_a_round_that_one_side_hosted_is_told_by_the_host() -> None:
    meeting = only(
        "Inaugural Meeting of the U.S.-Malta Maritime Working Group",
        "The United States hosted the inaugural meeting of the U.S.-Malta Maritime Working Group in Boston on March 4.",
    )
    assert (meeting.kind, meeting.place, meeting.start) == ("dialogue", "Boston", "2024-03-04")
    assert (meeting.series, meeting.edition) == ("U.S.-Malta Maritime Working Group", 1)


def test_leaders_who_spoke_about_something_were_on_the_telephone() -> None:
    text = "Today, President Jane Roe and Prime Minister Kari Dahl of Norway spoke regarding the war in Sudan."
    meeting = only("Joint Statement on Sudan", text, "The White House")
    assert (meeting.kind, meeting.parties) == ("call", ("US", "NO"))


def test_separate_calls_are_as_many_meetings() -> None:
    text = (
        "Vice President Jane Roe held separate calls today with leaders. She spoke individually with: "
        "Prime Minister Kari Dahl of Norway; and President Ana Lopes of Portugal."
    )
    found = code("Readout of Vice President Roe's Calls with European Leaders", text, "The White House").meetings
    assert [meeting.parties for meeting in found] == [("US", "NO"), ("US", "PT")]


def test_a_summit_recalled_with_its_month_is_a_meeting_of_its_own() -> None:
    text = (
        "Officials of the United States and Japan met on March 4 in Tokyo for the U.S.-Japan Energy Dialogue. "
        "They recalled the first C5+1 Presidential Summit in New York in September 2023."
    )
    own, recalled = code("U.S.-Japan Energy Dialogue", text).meetings
    assert (own.focal, recalled.focal) == (True, False)
    assert (recalled.kind, recalled.series_id, recalled.edition) == ("summit", "c5+1", 1)
    assert (recalled.start, recalled.place) == ("2023-09", "New York")


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Peru's National Day", "On behalf of the United States, I congratulate the people of Peru on National Day."),
        ("Greetings to the President of Kenya", "The President sent greetings to President of Kenya Peter Otieno."),
        ("Executive Order on Trade", "The President signed the order, which imposes duties on goods from China."),
        ("On the elections in Malta", "The United States welcomes the conduct of elections in Malta."),
        ("Peru: Travel Advisory Raised", "The Department raised the Travel Advisory Level for Peru on March 4, 2024."),
        ("The UN Council's Commission of Inquiry on Fiji", "We oppose the UN's Commission of Inquiry on Fiji."),
        ("Minister Roe to Speak", "Minister Jane Roe will visit the Kenya National Museum on Monday."),
        ("New Rules for Chile", "The United States will make it easier for families to visit Chile and attend talks."),
        (
            "Readout of a Briefing of Banks on Ruritania's War against Kenya",
            "Today, Secretary of the Treasury Jane Roe met with heads of banks to speak of the war on Kenya.",
        ),
    ],
)
def test_where_nobody_met_there_is_no_meeting(title: str, text: str) -> None:
    assert code(title, text, "The White House").meetings == ()


def test_talks_in_a_speech_are_not_the_articles_own_meeting() -> None:
    text = "PRESIDENT ROE: We met with our friends from Chile and Peru last year, and it was a fine meeting."
    assert code("Remarks by President Roe at a School", text, "The White House").meetings == ()


def test_a_russian_telephone_conversation_is_a_call() -> None:
    meeting = only(
        "Беседа по телефону с Президентом Казахстана Касым-Жомартом Токаевым",
        "Прошёл телефонный разговор Владимира Путина с Президентом Казахстана Касым-Жомартом Токаевым.",
        "kremlin.ru",
        "ru",
    )
    assert (meeting.kind, meeting.parties) == ("call", ("RU", "KZ"))
    assert [person.person_id for person in meeting.participants] == ["vladimir-putin", "kassym-jomart-tokayev"]


WORDS = (
    "President Secretary of State the U.S. Kazakhstan met with Mr. Lu today, and"
    " on March 5 – «Встреча с» Министром г. ' \n"
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.one_of(st.sampled_from(WORDS.split(" ")), st.text(max_size=6)), max_size=40).map(" ".join),
    st.sampled_from(["en", "ru", "kk", "other"]),
)
def test_any_text_is_coded_with_exact_spans(text: str, language: Language) -> None:
    row = as_row(Article(text[:60], text), code(text[:60], text, language=language))
    for span in spans({key: value for key, value in row.items() if key != "text"}):
        assert text[span["start"] : span["end"]] == span["quote"]


def spans(value: object) -> list[dict[str, object]]:
    if isinstance(value, dict):
        own = [value] if {"start", "end", "quote"} <= value.keys() else []
        return own + [span for item in value.values() for span in spans(item)]
    return [span for item in value for span in spans(item)] if isinstance(value, list) else []


@pytest.mark.parametrize(
    "word", ["president ", "President ", "the Republic of ", "Ann ", "met with ", ", and ", "«Си "]
)
def test_a_long_text_of_one_phrase_is_coded_with_exact_spans(word: str) -> None:
    text = word * (300_000 // len(word))
    row = as_row(Article("", text), code("", text, language="ru" if "С" in word else "en"))
    assert row["text"] == text
    assert all(text[span["start"] : span["end"]] == span["quote"] for span in spans(row["meetings"]))


def test_a_letter_without_a_name_in_unicode_is_read_past() -> None:
    assert code("", "Президент \U00017000 встретился с \U00017000\U00017001.", "kremlin.ru", "ru").meetings == ()


def test_a_report_that_comes_months_later_still_has_its_meeting() -> None:
    meeting = only("", "The second Brazil-Kenya Strategic Dialogue was held in Nairobi on October 4, 2023.")
    assert (meeting.start, meeting.edition, meeting.parties) == ("2023-10-04", 2, ("BR", "KE"))


def test_those_who_chaired_the_talks_were_there() -> None:
    meeting = only(
        "Brazil-Kenya Strategic Dialogue",
        "The Brazil-Kenya Strategic Dialogue was held in Nairobi on March 4, 2024. Kenya's Deputy Foreign Minister"
        " Amina Otieno and Brazil's Deputy Foreign Minister Paulo Souza co-chaired the talks.",
    )
    assert [person.name for person in meeting.participants] == ["Amina Otieno", "Paulo Souza"]


@pytest.mark.parametrize(
    ("headline", "said", "kind"),
    [
        ("Telephone conversation between", "spoke by telephone", "call"),
        ("Phone call of", "spoke by phone", "call"),
        ("Meeting of", "met", "bilateral"),
    ],
)
def test_a_minister_whose_state_only_the_headline_names_meets_the_other(headline: str, said: str, kind: str) -> None:
    text = (
        f"Today Foreign Minister Luis Soto {said} with the Foreign Minister of Peru, Ana Lopes. They discussed trade."
    )
    meeting = only(f"{headline} the foreign ministers of Chile and Peru", text, None)
    assert (meeting.kind, meeting.status, meeting.start) == (kind, "held", "2024-03-06")
    assert set(meeting.parties) == {"CL", "PE"}
    assert {(one.name, one.party) for one in meeting.participants} == {("Luis Soto", "CL"), ("Ana Lopes", "PE")}
