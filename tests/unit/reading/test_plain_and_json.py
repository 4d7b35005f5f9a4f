"""Plain text and JSON lines."""

import json

import pytest

from parley.errors import UnreadableFile
from parley.model import Article
from parley.reading import parts_of, read

TALKS = "The ministers of Examplia and Testland met in the capital and spoke of trade, transport and the climate."


def only(name: str, data: str | bytes) -> Article:
    articles = read(name, data.encode() if isinstance(data, str) else data)
    assert len(articles) == 1
    return articles[0]


def test_the_first_line_of_a_text_is_its_title_and_the_file_names_the_article() -> None:
    article = only("talks-2021.txt", f"Examplia-Testland talks\r\n\r\n{TALKS}\r\n")
    assert (article.id, article.title, article.text) == ("talks-2021", "Examplia-Testland talks", TALKS)
    assert (article.language, article.published_on, article.published_basis) == ("en", None, None)


def test_a_text_that_begins_with_a_sentence_is_named_after_its_file() -> None:
    assert only("note.txt", f"{TALKS}\n\nThey will meet again.").title == "note"


def test_lines_broken_to_a_width_become_paragraphs_again() -> None:
    broken = (
        "The ministers of Examplia and Testland met in\nthe capital and spoke of trade, transport and\nthe climate."
    )
    assert only("a.txt", f"Talks held\n\n{broken}\n\n{broken}").text == f"{TALKS}\n\n{TALKS}"


def test_paragraphs_that_are_a_line_each_stay_apart() -> None:
    lines = "\n".join([TALKS, "They agreed to meet again before the end of the coming year.", TALKS])
    assert only("a.txt", f"Talks held\n\n{lines}").text == lines


def test_facts_at_the_head_of_a_text_are_read_off() -> None:
    article = only(
        "a.txt", f"Talks held\n\nSource: Example Daily\nDate: 3 May 2021\nURL: https://example.org/a\n\n{TALKS}"
    )
    assert (article.source, article.published_on, article.url) == (
        "Example Daily",
        "2021-05-03",
        "https://example.org/a",
    )
    assert article.published_basis == "file"
    assert article.text == TALKS


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("May 3, 2021", "2021-05-03"),
        ("Monday, 3 May 2021, 14:30", "2021-05-03"),
        ("Published on 2021-05-03", "2021-05-03"),
        ("3 мая 2021 года", "2021-05-03"),
        ("2021 жылғы 3 мамыр", "2021-05-03"),
        ("03.05.2021", "2021-05-03"),
        ("5/23/2021", "2021-05-23"),
    ],
)
def test_a_date_alone_on_a_line_is_the_day_of_publication(line: str, day: str) -> None:
    article = only("a.txt", f"Talks held\n\n{line}\n\n{TALKS}")
    assert (article.published_on, article.published_basis) == (day, "text")


def test_a_date_inside_a_sentence_is_not_the_day_of_publication() -> None:
    assert only("a.txt", f"Talks held\n\nThe talks took place on May 3, 2021.\n\n{TALKS}").published_on is None


def test_spaces_and_breaks_are_made_plain_once() -> None:
    article = only(
        "a.txt", "Talks held\n\nThe\u00a0two  sides\u200b met.\u2028They spoke \u0438\u0306 of trade.\r\rThe end."
    )
    assert article.text == "The two sides met.\nThey spoke \u0439 of trade.\n\nThe end."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1251", "koi8-r", "kz1048"])
def test_the_encoding_of_a_russian_text_is_found(encoding: str) -> None:
    text = "Переговоры министров\n\n" + "Министры двух стран обсудили торговлю, транспорт и климат. " * 3
    article = only("a.txt", text.encode(encoding))
    assert article.title == "Переговоры министров"
    assert article.text.startswith("Министры двух стран обсудили")
    assert article.language == "ru"


def test_a_kazakh_text_in_its_own_encoding_is_read() -> None:
    text = (
        "Келіссөздер өтті\n\n"
        + "Тараптар сауда, көлік және климат мәселелерін талқылап, қайта кездесуге уағдаласты. " * 3
    )
    article = only("a.txt", text.encode("kz1048"))
    assert (article.title, article.language) == ("Келіссөздер өтті", "kk")


def test_text_that_was_read_in_the_wrong_encoding_is_mended() -> None:
    wrong = "Переговоры министров прошли успешно".encode().decode("cp1251", "replace")
    assert "\ufffd" not in wrong
    assert only("a.txt", f"Talks\n\n{wrong}\n\n{TALKS}").text.startswith("Переговоры министров прошли успешно")


def test_quotation_marks_and_dashes_are_left_as_they_are() -> None:
    assert only("a.txt", f"Talks\n\n“Trade” — the minister’s word. {TALKS}").text.startswith(
        "“Trade” — the minister’s word."
    )


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Стороны обсудили торговлю и договорились продолжить консультации в столице в следующем году.", "ru"),
        ("Тараптар сауданы талқылап, келесі жылы астанада кеңестерді жалғастыруға уағдаласты.", "kk"),
        ("Сторони обговорили торгівлю та домовилися продовжити консультації наступного року.", "other"),
        ("Les deux parties ont discuté du commerce et sont convenues de poursuivre les consultations.", "other"),
    ],
)
def test_the_language_is_told_by_letters_and_words(text: str, language: str) -> None:
    assert only("a.txt", f"2021\n\n{text}").language == language


def rows(*articles: dict[str, object]) -> bytes:
    return "\n".join(json.dumps(article, ensure_ascii=False) for article in articles).encode()


def test_the_text_of_a_json_row_stays_as_given_less_what_is_left_out() -> None:
    given = f"{TALKS}\u00a0 So it was.\n\n\n\nThe end. "
    row = {
        "id": 7,
        "title": "Talks",
        "date": "2021-05-03",
        "lang": "en",
        "url": "https://example.org/7",
        "source": "Daily",
    }
    article = only("a.jsonl", rows({**row, "text": given}))
    assert article.text == given
    assert (article.id, article.published_on, article.published_basis) == ("7", "2021-05-03", "file")
    assert (article.url, article.source, article.language) == ("https://example.org/7", "Daily", "en")
    assert only("a.jsonl", rows({**row, "text": f"{TALKS}\n\nComments are closed."})).text == TALKS


def test_a_json_array_and_a_wrapped_array_are_read_like_lines() -> None:
    two = [{"title": "One", "text": TALKS}, {"headline": "Two", "body": TALKS}]
    for whole in (two, {"articles": two}):
        assert [a.title for a in read("x.json", json.dumps(whole).encode())] == ["One", "Two"]


def test_an_undated_row_takes_the_date_of_publication_that_its_text_names() -> None:
    article = only("a.jsonl", rows({"title": "Talks", "text": f"{TALKS} Дата публикации: 3 мая 2021 года, 13:20"}))
    assert (article.published_on, article.published_basis) == ("2021-05-03", "text")


def test_only_an_address_of_the_web_becomes_a_link() -> None:
    assert only("a.jsonl", rows({"title": "T", "text": TALKS, "url": "javascript:alert(1)"})).url is None


def test_a_bad_line_and_a_row_without_a_text_cost_themselves_alone() -> None:
    good, bad = rows({"title": "One", "text": TALKS}), b'{"title": "Tw'
    data = b"\n".join([good, bad, rows({"title": "Three"}), good])
    told = [
        (name, str(found) if isinstance(found, UnreadableFile) else found.title)
        for name, found in parts_of("a.jsonl", data)
    ]
    assert [name for name, _ in told] == [f"a.jsonl, row {number}" for number in (1, 2, 3, 4)]
    assert told[0][1] == told[3][1] == "One"
    assert told[1][1].startswith("Line 2 is not a complete JSON object")
    assert told[2][1].startswith("This row has no text")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'{"title": "One"\n{"title": "Tw', "Line 1 is not a complete JSON object"),
        (b"[]", "holds no articles"),
        (b'[{"a": 1}]', 'No row has a "text"'),
        (b"[" * 100_000, "Line 1 is not a complete JSON object"),
        (b"   \n ", "The file is empty"),
        (b"MZ\x90\x00\x03", "This is a program"),
        (b"12345 67890 - 2021", "no words"),
    ],
)
def test_what_cannot_be_read_says_why_and_what_to_do(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        read("a.txt" if data.startswith((b"MZ", b"1", b" ")) else "a.json", data)


def test_a_line_of_the_head_that_says_nothing_hides_none_of_those_after_it() -> None:
    article = only("a.txt", f"Talks held\n\nDate:\nSource: Example Daily\nURL: \n\n{TALKS}")
    assert (article.source, article.published_on, article.url) == ("Example Daily", None, None)
    assert (article.title, article.text) == ("Talks held", TALKS)
