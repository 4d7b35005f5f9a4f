"""What is left out of an article, and that nothing else is."""

import pytest

from parley.reading import cut_boilerplate

TALKS = "The ministers met in Astana on Monday and agreed to meet again."
TRADE = "They also spoke of trade."


def quotes(text: str, title: str = "") -> list[str]:
    return [passage.quote for passage in cut_boilerplate(text, title)[1]]


@pytest.mark.parametrize(
    "furniture",
    [
        "Comments are closed.",
        "Share this article",
        "Facebook | Twitter | Telegram",
        "Subscribe to our newsletter",
        "Photo: Press service of the ministry",
        "We use cookies to make this site work.",
        "Home | News | Contacts",
        "Read also: Another meeting",
        "Версия для печати",
        "Подписывайтесь на наш канал",
        "Барлық жаңалықтар",
        "For media inquiries, please contact press@example.org.",
        "###",
    ],
)
def test_a_line_of_site_furniture_is_left_out_and_kept_to_be_seen(furniture: str) -> None:
    text, left_out = cut_boilerplate(f"{TALKS}\n\n{furniture}\n\n{TRADE}")
    assert text == f"{TALKS}\n\n{TRADE}"
    assert [(passage.quote, passage.at) for passage in left_out] == [(furniture, len(TALKS))]


@pytest.mark.parametrize(
    "prose",
    [
        "The two sides will share this experience with their partners.",
        "He noted that comments are closed to nobody.",
        "Additional consultations will be held on June 5, 2024.",
        "See also the joint statement, in which both ministers welcomed the agreement.",
        "Related issues, such as water, were raised by the hosts.",
        "Ministers of trade | energy | transport took part.",
        "For more information on sanctions, the delegation turned to the Treasury.",
        "Темы встречи были названы заранее. География поставок расширилась.",
    ],
)
def test_a_sentence_that_uses_the_same_words_stays(prose: str) -> None:
    text = f"{TALKS}\n\n{prose}\n\n{TRADE}"
    assert cut_boilerplate(text) == (text, ())


def test_a_list_of_related_links_goes_with_its_heading() -> None:
    text = f"{TALKS}\n\nSee also\n\nMinister visits the border region\n\nNew ambassador arrives\n"
    assert cut_boilerplate(text)[0] == TALKS
    assert quotes(text) == ["See also\n\nMinister visits the border region\n\nNew ambassador arrives"]


def test_a_box_of_links_inside_an_article_does_not_take_the_prose_after_it() -> None:
    text = f"{TALKS}\n\nRelated news\n\nNew ambassador arrives\n\n{TRADE}"
    assert cut_boilerplate(text)[0] == f"{TALKS}\n\n{TRADE}"


def test_dated_links_behind_the_last_sentence_of_a_flattened_page_go() -> None:
    links = "See also Statement after the talks May 3, 2011\n\nVisit to Examplia. Second day May 3 − 4, 2011"
    assert cut_boilerplate(f"{TALKS} {links}")[0] == TALKS
    assert quotes(f"{TALKS} {links}") == [links]


def test_the_furniture_under_a_flattened_page_goes_from_its_first_word() -> None:
    talks = "Состоялась встреча министров."
    furniture = (
        "Смотрите также Приказ № 7 pdf, 45.9 кБ География Астана Темы Внешняя политика Лица Иванов Иван "
        "Статус материала Опубликован в разделе: Новости Дата публикации: 3 мая 2021 года, 13:20 "
        "Ссылка на материал: example.org/1"
    )
    assert cut_boilerplate(f"{talks} {furniture}")[0] == talks
    assert quotes(f"{talks} {furniture}") == [furniture]


def test_a_title_repeated_behind_the_name_of_the_section_goes() -> None:
    title, talks = "Встреча министров двух стран", "Министры встретились в Астане."
    assert cut_boilerplate(f"События {title} {talks}", title)[0] == talks
    assert cut_boilerplate(f"{title} прошла в Астане.", title)[1] == ()


def test_where_a_passage_was_cut_is_told_in_the_text_that_remains() -> None:
    text, left_out = cut_boilerplate(f"Share this page\n\n{TALKS}\n\n{TRADE}\n\nComments are closed.")
    assert [passage.at for passage in left_out] == [0, len(text)]


def test_a_text_that_only_repeats_the_words_of_a_footer_is_read_at_once() -> None:
    text = "Темы Лица География " * 20_000
    assert cut_boilerplate(text) == (text, ())
