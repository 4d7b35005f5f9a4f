"""An article that reports several meetings tells each with its own day, place, sides, people, topics and promises."""

import pytest

from parley import codebook, coding
from parley.model import Article, Coding, Language


def read(title: str, text: str, language: Language = "en", published_on: str = "2024-04-12") -> Coding:
    article = Article(title, text, "Example Daily", published_on=published_on, language=language)
    return coding.code(article, codebook.load())


def meeting_of(topic: str, found: Coding) -> int | None:
    return next(reading.meeting for reading in found.readings if reading.topic == topic)


TWO_DAYS = (
    "Minister of Foreign Affairs of Kazakhstan Yermek Kosherbayev received the Minister of Foreign Affairs of Belgium "
    "Jan Peeters in Astana on 8 April. They discussed trade. A day later, Kosherbayev received the foreign minister of "
    "Mongolia, Bat Dorj. They spoke about tourism and agreed to open an embassy."
)


def test_two_receptions_on_two_days_are_two_meetings_with_their_own_day_sides_and_people() -> None:
    first, second = read("Foreign policy news", TWO_DAYS).meetings
    assert (first.parties, first.start, first.place) == (("KZ", "BE"), "2024-04-08", "Astana")
    assert (second.parties, second.start, second.place) == (("KZ", "MN"), "2024-04-09", "Astana")
    assert [person.name for person in second.participants] == ["Yermek Kosherbayev", "Bat Dorj"]
    assert second.participants[0].office == "Minister of Foreign Affairs of Kazakhstan"
    assert all(meeting.focal for meeting in (first, second))


def test_each_topic_and_promise_is_tied_to_the_meeting_at_which_it_was_told() -> None:
    found = read("Foreign policy news", TWO_DAYS)
    assert (meeting_of("trade", found), meeting_of("tourism", found)) == (0, 1)
    assert [promise.meeting for promise in found.commitments] == [1]


def test_talks_later_that_day_do_not_join_those_before_them() -> None:
    text = (
        "US Secretary of State Jane Roe met Belgian foreign minister Jan Peeters on Monday in Brussels. They discussed "
        "sanctions. Later that day she met the EU high representative Ana Lopes. They discussed climate change."
    )
    found = read("Diplomatic digest", text)
    assert [(m.parties, m.kind, m.start, m.place) for m in found.meetings] == [
        (("US", "BE"), "bilateral", "2024-04-08", "Brussels"),
        (("US", "EU"), "bilateral", "2024-04-08", "Brussels"),
    ]
    assert (meeting_of("sanctions", found), meeting_of("climate", found)) == (0, 1)


@pytest.mark.parametrize(
    "link",
    ["He also received", "In a separate meeting, the minister received", "Rossi then held talks with", "He met with"],
)
def test_a_further_meeting_needs_no_date(link: str) -> None:
    text = (
        "Foreign Minister of Italy Carlo Rossi received Foreign Minister of Kenya Peter Otieno. The ministers "
        f"discussed health. {link} the Ambassador of Peru, Luis Soto. The sides discussed tourism."
    )
    found = read("A day at the ministry", text)
    assert [meeting.parties for meeting in found.meetings] == [("IT", "KE"), ("IT", "PE")]
    assert [meeting.start for meeting in found.meetings] == ["2024-04-12", "2024-04-12"]
    assert (meeting_of("health", found), meeting_of("tourism", found)) == (0, 1)


def test_three_paragraphs_tell_of_three_meetings() -> None:
    text = (
        "Austrian Foreign Minister Karl Huber met with Foreign Minister of Slovakia Peter Novak.\n\n"
        "He met with Foreign Minister of Norway Kari Dahl.\n\n"
        "Huber met with Foreign Minister of Kenya Peter Otieno."
    )
    assert [meeting.parties for meeting in read("A busy week", text).meetings] == [
        ("AT", "SK"),
        ("AT", "NO"),
        ("AT", "KE"),
    ]


def test_russian_links_between_meetings_are_read() -> None:
    text = (
        "Министр иностранных дел Казахстана Ермек Кошербаев принял 8 апреля в Астане министра иностранных дел Индии "
        "Ашока Кумара. Стороны обсудили торговлю. В тот же день министр встретился с министром иностранных дел Сербии "
        "Иваном Петровичем. Обсуждался туризм. Кроме того, состоялась встреча с послом Перу Луисом Сото."
    )
    found = read("Новости недели", text, "ru")
    assert [meeting.parties for meeting in found.meetings] == [("KZ", "IN"), ("KZ", "RS"), ("KZ", "PE")]
    assert [meeting.start for meeting in found.meetings] == ["2024-04-08"] * 3
    assert (meeting_of("trade", found), meeting_of("tourism", found)) == (0, 1)


@pytest.mark.parametrize(
    "sentence",
    [
        "Last month Roe met with Foreign Minister of Peru Luis Soto.",
        "Minister Otieno, who had met with Foreign Minister of Peru Luis Soto, left early.",
        "Foreign Minister of Peru Luis Soto met with Foreign Minister of Chile Juan Rey.",
        "The Foreign Minister of Uganda also took part in the meeting.",
        "They welcomed the visit of the Foreign Minister of Uganda.",
    ],
)
def test_what_others_did_or_what_was_before_is_no_further_meeting_of_the_article(sentence: str) -> None:
    text = (
        "Foreign Minister of Ireland Jane Roe met with Foreign Minister of Kenya Peter Otieno on 8 April. "
        f"They discussed trade. {sentence}"
    )
    assert [meeting.parties for meeting in read("Ministry news", text).meetings if meeting.focal] == [("IE", "KE")]


def test_one_meeting_of_three_sides_told_in_several_sentences_stays_one() -> None:
    text = (
        "Foreign Minister of Norway Kari Dahl met Foreign Minister of Iceland Jon Jonsson and Foreign Minister of "
        "Denmark Lars Holm in Oslo on 3 April. Dahl then held talks with Jonsson. The ministers met for two hours."
    )
    (meeting,) = read("Ministry news", text).meetings
    assert meeting.parties == ("NO", "IS", "DK")


def test_under_a_headline_about_one_meeting_another_is_only_mentioned() -> None:
    text = (
        "Foreign Minister of Italy Carlo Rossi met with Foreign Minister of Kenya Peter Otieno. They discussed health. "
        "Rossi also met with Foreign Minister of Peru Luis Soto."
    )
    found = read("Foreign Minister Rossi meets Foreign Minister of Kenya Otieno", text)
    assert [(meeting.parties, meeting.focal) for meeting in found.meetings] == [
        (("IT", "KE"), True),
        (("IT", "PE"), False),
    ]


def test_bilateral_meetings_with_several_are_a_meeting_with_each() -> None:
    text = (
        "President of Georgia Nino Beridze held bilateral meetings with President of Chile Juan Rey and President of "
        "Kenya Peter Otieno."
    )
    found = read("Meetings of the President", text)
    assert [meeting.parties for meeting in found.meetings] == [("GE", "CL"), ("GE", "KE")]
    assert [person.name for person in found.meetings[1].participants] == ["Nino Beridze", "Peter Otieno"]


def test_talks_with_another_of_the_same_visit_are_part_of_it() -> None:
    text = (
        "Foreign Minister of Italy Carlo Rossi met with Foreign Minister of Kenya Peter Otieno in Nairobi. He also met "
        "with the Ambassador of Peru, Luis Soto."
    )
    assert len(read("Foreign Minister Rossi's visit to Kenya", text).meetings) == 1


def test_the_second_of_two_who_met_may_go_on_to_meet_another() -> None:
    text = (
        "The Foreign Minister of Armenia, Aram Petrosyan, and the Foreign Minister of Georgia, Nino Beridze, held "
        "talks in Tbilisi on 8 April. On 9 April in Baku the Georgian minister met with Foreign Minister of Azerbaijan "
        "Elchin Aliyev."
    )
    second = read("Ministry news", text).meetings[1]
    assert (second.parties, second.place) == (("GE", "AZ"), "Baku")
    assert [person.name for person in second.participants] == ["Nino Beridze", "Elchin Aliyev"]


def test_talks_that_open_a_sentence_in_passing_are_a_meeting() -> None:
    text = (
        "Deputy Foreign Minister of Ireland Jane Roe met with Foreign Minister of Norway Kari Dahl in Oslo. "
        "They discussed sanctions. In a separate meeting with the Ambassador of Peru Luis Soto she raised human rights."
    )
    found = read("Ministry news", text)
    assert [meeting.parties for meeting in found.meetings] == [("IE", "NO"), ("IE", "PE")]
    assert (meeting_of("sanctions", found), meeting_of("human-rights", found)) == (0, 1)


def test_a_delegation_of_an_organisation_is_received() -> None:
    text = (
        "Deputy Foreign Minister of Mongolia Bat Dorj received the Ambassador of Canada Jane Roe on 2 April. On 5 "
        "April he received a delegation from the World Bank."
    )
    assert [meeting.parties for meeting in read("Ministry news", text).meetings] == [("MN", "CA"), ("MN", "WB")]
