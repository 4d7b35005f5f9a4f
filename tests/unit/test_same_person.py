"""One person over scripts and spellings, and never two made one."""

import pytest

from parley import codebook
from parley.codebook.romanised import person_slug, romanised
from parley.coding.same_person import same_person_reason
from parley.coding.sentences import split_sentences
from parley.coding.story import read_story
from parley.model import Article, Evidence, Language, Participant


def person(name: str, office: str | None = None, party: str | None = None) -> Participant:
    return Participant(name, office, party, person_slug(name), Evidence(0, 1, "x"), "named")


def ids(text: str, language: Language) -> list[str]:
    story = read_story(Article("", text, language=language), split_sentences(text, language), codebook.load())
    return [found.person_id for found in story.people]


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        ("Андрей Семёнов", "Andrei Semenov"),
        ("Андрей Семенов", "Andrey Semyonov"),
        ("Юрий Жданов", "Yuri Jdanov"),
        ("Ерлан Касымов", "Yerlan Kassymov"),
        ("Қайрат Сейітов", "Kairat Seiitov"),
        ("Дмитрий Хасанов", "Dmitri Khasanov"),
        ("Бахтиёр Юсупов", "Bakhtiyor Yusupov"),
        ("Наталья Зуева", "Natalia Zuyeva"),
        ("Иван Петрович Котов", "Ivan Kotov"),
    ],
)
def test_a_full_name_has_one_id_in_both_scripts(cyrillic: str, latin: str) -> None:
    assert person_slug(cyrillic) == person_slug(latin)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("А. Семенов", "Andrei Semenov"),
        ("A. Semenov", "Andrei Semenov"),
        ("Семенов", "Semenov Andrei"),
        ("Анна Котова", "Ivan Kotov"),
        ("Иван Котов", "Igor Kotov"),
        ("John A. Smith", "John Smith"),
    ],
)
def test_names_that_share_less_than_a_given_name_and_a_surname_stay_apart(one: str, other: str) -> None:
    assert person_slug(one) != person_slug(other)


def test_a_surname_alone_or_initials_have_no_common_form() -> None:
    assert [romanised(name) for name in ("Котов", "И. Котов", "И. П. Котов")] == [None, None, None]


def test_an_article_in_either_script_names_the_same_person() -> None:
    russian = ids("Выступил министр энергетики Японии Андрей Семёнов.", "ru")
    assert russian == ids("Japanese Energy Minister Andrey Semenov spoke.", "en")


def test_a_known_name_in_a_spelling_that_is_not_listed_is_the_known_person() -> None:
    assert ids("Russian Foreign Minister Serguei Lavrov spoke.", "en") == ["sergei-lavrov"]


def test_a_known_name_under_another_flag_is_someone_else() -> None:
    assert ids("Kenyan Energy Minister Serguei Lavrov spoke.", "en") != ["sergei-lavrov"]


def test_the_reason_says_what_the_two_have_in_common() -> None:
    one = person("Андрей Семёнов", "министр энергетики Японии", "JP")
    other = person("Andrey Semenov", "Japanese Energy Minister", "JP")
    reason = same_person_reason(one, other, codebook.load().people)
    assert (
        reason
        == "Андрей Семёнов and Andrey Semenov are one name in two spellings, with the same side and no other rank."
    )


def test_a_listed_spelling_is_given_as_the_reason() -> None:
    reason = same_person_reason(person("Касым-Жомарт Токаев"), person("Kassym-Jomart Tokayev"), codebook.load().people)
    assert reason == (
        "The codebook lists Касым-Жомарт Токаев and Kassym-Jomart Tokayev as spellings of Kassym-Jomart Tokayev."
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person("Андрей Семёнов", None, "JP"), person("Andrey Semenov", None, "KE")),
        (person("А. Семёнов", None, "JP"), person("Andrey Semenov", None, "JP")),
        (person("Андрей Семёнов", "посол Японии", "JP"), person("Andrey Semenov", "Energy Minister", "JP")),
    ],
)
def test_another_side_an_initial_or_another_rank_gives_no_reason(one: Participant, other: Participant) -> None:
    assert same_person_reason(one, other, codebook.load().people) is None


def test_one_dialogue_makes_up_for_another_rank() -> None:
    one, other = person("Андрей Семёнов", "посол Японии"), person("Andrey Semenov", "Energy Minister")
    assert same_person_reason(one, other, codebook.load().people, ("jp-ke-talks",)) is not None
