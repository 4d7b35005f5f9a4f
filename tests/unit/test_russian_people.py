"""Russian names: initials, cards, lists of persons, and offices before and after."""

import pytest

from parley import codebook
from parley.coding import code
from parley.coding.sentences import split_sentences
from parley.coding.story import read_story
from parley.model import Article

Found = tuple[str, str | None, str | None]


def people(text: str) -> list[Found]:
    article = Article("", text, language="ru", published_on="2024-03-06")
    story = read_story(article, split_sentences(text, "ru"), codebook.load())
    return [(person.name, person.office, person.party) for person in story.people]


def at_the_table(text: str) -> list[tuple[str, str | None]]:
    coding = code(Article("", text, language="ru", published_on="2024-03-06"), codebook.load())
    return [(person.name, person.party) for person in coding.meetings[0].participants]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Выступил министр энергетики Японии И. К. Орлов.", "И. К. Орлов"),
        ("Беседа с министром энергетики Японии И.К.Орловым.", "И. К. Орлов"),
        ("Доклад министра энергетики Японии Орлова И.К. принят.", "И. К. Орлов"),
    ],
)
def test_initials_stand_before_or_after_a_surname(text: str, name: str) -> None:
    assert [found[0] for found in people(text)] == [name]


def test_initials_mean_the_person_whom_the_text_names_in_full() -> None:
    text = "Министр энергетики Японии Игорь Орлов прибыл. Речь И.К.Орлова слушали. И. К. Орлов уехал."
    assert people(text) == [("Игорь Орлов", "Министр энергетики Японии", "JP")]


def test_initials_of_two_namesakes_are_given_to_neither() -> None:
    text = "Министр энергетики Японии Игорь Орлов и посол Японии Илья Орлов ждали. Слово взял И. К. Орлов."
    assert [name for name, _, _ in people(text)] == ["Игорь Орлов", "Илья Орлов", "И. К. Орлов"]


@pytest.mark.parametrize("text", ["Он встретился с Х. вчера.", "Приехал министр энергетики Японии Х. и уехал."])
def test_a_letter_alone_is_nobody(text: str) -> None:
    assert people(text) == []


def test_a_first_name_that_no_dictionary_holds_is_not_read_into_the_office() -> None:
    text = "Беседа прошла с министром иностранных дел Бельгии Хаджей Лябиб."
    assert people(text) == [("Хаджа Лябиб", "министр иностранных дел Бельгии", "BE")]


def test_the_adjective_before_a_rank_belongs_to_the_office() -> None:
    text = "Вот государственный секретарь США Энтони Блинкен, ждут чрезвычайного и полномочного посла Японии Кена Сато."
    offices = [office for _, office, _ in people(text)]
    assert offices == ["государственный секретарь США", "чрезвычайный и полномочный посол Японии"]


def test_an_ambassador_speaks_for_who_sends_and_not_for_who_receives() -> None:
    assert people("Прибыл посол Японии в Канаде Кен Сато.")[0][2] == "JP"


def test_a_minister_of_one_state_is_no_union_s() -> None:
    text = "О делах ЕС говорил министр иностранных дел Венгрии Петер Сийярто."
    assert people(text) == [("Петер Сийярто", "министр иностранных дел Венгрии", "HU")]


def test_a_list_gives_the_office_after_a_dash_and_the_surname_first() -> None:
    text = "В состав делегации вошли: Орлов И.К. – посол Японии, Котов Иван Ильич – директор департамента."
    assert sorted(people(text)) == [
        ("И. К. Орлов", "посол Японии", "JP"),
        ("Иван Ильич Котов", "директор департамента", None),
    ]


def test_a_card_beside_a_name_tells_the_office_and_no_second_person() -> None:
    text = "Участвовали министр Иван Котов Котов Иван Ильич министр энергетики Японии и посол Пётр Орлов."
    assert people(text) == [("Иван Котов", "министр энергетики Японии", "JP"), ("Пётр Орлов", "посол", None)]


def test_a_name_ends_where_the_next_one_begins() -> None:
    assert [name for name, _, _ in people("На снимке Иван Котов Пётр Орлов и другие.")] == ["Иван Котов", "Пётр Орлов"]


def test_a_house_that_bears_a_name_is_no_person() -> None:
    assert people("Приехал директор музея имени А. К. Орлова.") == []


def test_the_genitive_of_a_man_s_name_makes_no_woman() -> None:
    text = "Ждали Александра Орлова. Президент Японии Александр Орлов прибыл."
    assert people(text) == [("Александр Орлов", "Президент Японии", "JP")]


def test_those_who_also_took_part_sit_on_the_side_that_the_sentence_names() -> None:
    text = (
        "Президент Казахстана Касым-Жомарт Токаев встретился с Президентом Узбекистана Шавкатом Мирзиёевым. "
        "С казахстанской стороны участвовали также министр энергетики Иван Котов и посол Пётр Орлов, "
        "со стороны Узбекистана – министр торговли Анна Белова."
    )
    assert at_the_table(text)[2:] == [("Иван Котов", "KZ"), ("Пётр Орлов", "KZ"), ("Анна Белова", "UZ")]


def test_whom_a_minister_will_meet_is_at_the_planned_meeting() -> None:
    text = "Завтра министр энергетики Японии Кен Сато встретится с министром энергетики Канады Иваном Котовым."
    assert at_the_table(text) == [("Кен Сато", "JP"), ("Иван Котов", "CA")]


def test_where_somebody_is_at_the_time_is_no_part_of_the_office() -> None:
    text = "Ждали в гости: Президент Японии в Москве Кен Сато сказал."
    assert people(text) == [("Кен Сато", "Президент Японии", "JP")]


def test_a_woman_s_name_comes_back_from_the_dative() -> None:
    assert people("Спасибо министру энергетики Японии Анне Беловой.")[0][0] == "Анна Белова"
