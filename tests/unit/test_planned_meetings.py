"""Talks that a report of other talks announces: their own sides, day and place, and their agenda, not yet discussed."""

import pytest

from parley import codebook, coding
from parley.model import Article, Coding, Language, Meeting

HELD = (
    "Foreign Minister of Kazakhstan Murat Nurtleu met with Foreign Minister of Uzbekistan Bakhtiyor Saidov in Astana "
    "on 10 April. They discussed trade."
)
HELD_RU = (
    "Министр иностранных дел Казахстана Мурат Нуртлеу встретился 10 апреля в Астане с министром иностранных дел "
    "Узбекистана Бахтиёром Саидовым. Стороны обсудили торговлю."
)


def read(text: str, language: Language = "en", title: str = "Foreign ministers hold talks") -> Coding:
    article = Article(title, text, "Example Daily", published_on="2024-04-12", language=language)
    return coding.code(article, codebook.load())


def planned(found: Coding) -> list[Meeting]:
    return [meeting for meeting in found.meetings if meeting.status == "planned"]


def test_a_named_format_to_come_has_its_own_sides_day_and_place() -> None:
    text = "The next meeting of the C5+1 foreign ministers will be held in Tashkent on May 9."
    (meeting,) = planned(read(f"{HELD} {text}"))
    assert meeting.parties == ("US", "KZ", "KG", "TJ", "TM", "UZ")
    assert (meeting.start, meeting.place, meeting.series_id) == ("2024-05-09", "Tashkent", "c5+1")


def test_talks_to_come_of_others_are_theirs() -> None:
    text = "President of Kazakhstan Aidar Omarov is expected to meet President of France Luc Petit in Paris in June."
    (meeting,) = planned(read(f"{HELD} {text}"))
    assert (meeting.kind, meeting.parties, meeting.place) == ("summit", ("KZ", "FR"), "Paris")
    assert [person.name for person in meeting.participants] == ["Aidar Omarov", "Luc Petit"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (f"{HELD} A meeting of the Kazakh-Chinese commission is due to take place in Beijing on 20 May.", "en"),
        (f"{HELD_RU} Очередное заседание комиссии Казахстана и Китая пройдёт в Пекине 20 мая.", "ru"),
        (f"{HELD_RU} Встреча министров иностранных дел Казахстана и Китая состоится в Пекине 20 мая.", "ru"),
    ],
)
def test_a_commission_of_two_states_is_theirs_and_not_of_those_who_met(text: str, language: Language) -> None:
    (meeting,) = planned(read(text, language))
    assert set(meeting.parties) == {"KZ", "CN"}
    assert (meeting.start, meeting.place) == ("2024-05-20", "Beijing")


def test_a_summit_of_an_organisation_to_come_is_told_once() -> None:
    text = "The summit of the Organization of Turkic States is to take place in Astana in September."
    (meeting,) = planned(read(f"{HELD} {text}"))
    assert (meeting.parties, meeting.start, meeting.place) == (("OTS",), "2024-09", "Astana")


def test_the_agenda_of_talks_to_come_is_theirs_and_no_promise() -> None:
    text = "The next round of consultations will take place in Tashkent in May. The sides will discuss water."
    found = read(f"{HELD} {text}")
    tied = {reading.topic: reading.meeting for reading in found.readings}
    assert (tied["trade"], tied["water-environment"]) == (0, 1)
    assert all("water" not in promise.sentence.quote for promise in found.commitments)


def test_a_russian_announcement_is_a_planned_meeting() -> None:
    text = "Встреча министров иностранных дел в формате «С5+1» состоится в Ташкенте 9 мая. Стороны обсудят торговлю."
    (meeting,) = read(text, "ru", "Новости").meetings
    assert (meeting.status, meeting.start, meeting.place) == ("planned", "2024-05-09", "Tashkent")
    assert meeting.series_id == "c5+1"


def test_a_state_alone_meets_nobody() -> None:
    found = read(f"{HELD} Minister Nurtleu will travel to Almaty on 2 May.")
    assert planned(found) == []


def test_what_follows_in_an_announcement_is_about_the_meeting_announced() -> None:
    text = (
        "Foreign Minister of Kazakhstan Murat Nurtleu will meet Foreign Minister of Malta Ian Borg in Astana on 2 May "
        "ahead of the NATO Summit in Washington. They will also discuss tourism."
    )
    found = read(text, title="Announcement")
    tied = {reading.topic: reading.meeting for reading in found.readings}
    assert set(found.meetings[tied["tourism"] or 0].parties) == {"KZ", "MT"}


@pytest.mark.parametrize("when", ["in spring 2025", "in the summer of 2025", "in 2025", "in late 2025"])
def test_a_season_or_a_year_to_come_gives_the_year(when: str) -> None:
    (meeting,) = planned(read(f"{HELD} The next C5+1 ministerial is to be held in Bishkek {when}."))
    assert (meeting.start, meeting.place) == ("2025", "Bishkek")


@pytest.mark.parametrize("when", ["весной 2025 года", "осенью 2025 года", "в 2025 году"])
def test_a_russian_season_or_year_to_come_gives_the_year(when: str) -> None:
    (meeting,) = planned(read(f"{HELD_RU} Следующая встреча министров состоится в Ташкенте {when}.", "ru"))
    assert (meeting.start, meeting.place) == ("2025", "Tashkent")
