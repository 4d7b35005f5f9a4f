"""Three languages, the encodings that they come in, and the formats that carry them, some naming a wrong one."""

from collections.abc import Callable

import pytest

from parley.errors import UnreadableFile
from parley.model import Article
from parley.reading import read
from parley.reading.decode import text_of
from parley.reading.mojibake import repaired

TEXTS = {
    "en": "The ministers “agreed” on trade — and the café’s owner signed the résumé of the talks. They meet in May.",
    "ru": "Министры обсудили торговлю и объявили о встрече. «Это шаг вперёд», — сказал посол Ермеков в Астане.",
    "kk": "Министрлер сауда мәселелерін талқылап, ынтымақтастықты кеңейтуге келісті. Қазақстан өкілі сөз сөйледі.",
}
SHORT = {
    "ru": "Президент принял посла. Обсудили торговлю.",
    "kk": "Президент елшіні қабылдады. Сауда талқыланды.",
}
CAPITALS = "МИНИСТРЫ ОБСУДИЛИ ТОРГОВЛЮ"
UNICODE = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"]
ENCODINGS = {
    "en": [*UNICODE, "cp1252"],
    "ru": [*UNICODE, "cp1251", "koi8-r", "iso8859-5", "cp866", "mac-cyrillic", "kz1048"],
    "kk": [*UNICODE, "kz1048"],
}
CASES = [(language, encoding) for language, encodings in ENCODINGS.items() for encoding in encodings]


def only(name: str, data: bytes) -> Article:
    (article,) = read(name, data)
    return article


def bare(text: str, encoding: str) -> str:
    """What of a text an encoding has at all: the old ones know no dashes or curly quotes."""
    return text.encode(encoding, "ignore").decode(encoding)


def as_text(text: str, encoding: str) -> tuple[str, bytes]:
    return "a.txt", f"Title\n\n{text}".encode(encoding)


def as_page(text: str, encoding: str) -> tuple[str, bytes]:
    wrong = "iso-8859-1" if encoding != "cp1252" else "windows-1251"
    page = f'<html><head><meta charset="{wrong}"><title>Title</title></head><body><p>{text}</p></body></html>'
    return "a.html", page.encode(encoding)


def as_table(text: str, encoding: str) -> tuple[str, bytes]:
    return "a.csv", f"title;text\nTitle;{text}\n".encode(encoding)


def as_mail(text: str, encoding: str) -> tuple[str, bytes]:
    head = "From: a@example.org\r\nSubject: Title\r\nMIME-Version: 1.0\r\n"
    wrong = "us-ascii" if encoding != "cp1252" else "koi8-r"
    head += f"Content-Type: text/plain; charset={wrong}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    return "a.eml", head.encode() + text.encode(encoding)


@pytest.mark.parametrize("carried", [as_text, as_page, as_table, as_mail], ids=lambda carry: carry.__name__)
@pytest.mark.parametrize(("language", "encoding"), CASES)
def test_a_text_comes_through_in_each_encoding_and_format(
    language: str, encoding: str, carried: Callable[[str, str], tuple[str, bytes]]
) -> None:
    if "16" in encoding and carried in (as_page, as_mail):
        pytest.skip("mail has no UTF-16, and a page in it has its byte mark")
    text = bare(TEXTS[language], encoding)
    article = only(*carried(text, encoding))
    assert (article.title, article.text, article.language) == ("Title", " ".join(text.split()), language)


@pytest.mark.parametrize("language", SHORT)
@pytest.mark.parametrize("encoding", ["cp1251", "kz1048", "koi8-r", "iso8859-5", "cp866"])
def test_two_short_sentences_are_enough(language: str, encoding: str) -> None:
    try:
        data = SHORT[language].encode(encoding)
    except UnicodeEncodeError:
        pytest.skip("the encoding has no Kazakh letters")
    assert text_of(data) == SHORT[language]


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "iso8859-5", "cp866"])
def test_a_heading_in_capitals_is_enough(encoding: str) -> None:
    assert text_of(CAPITALS.encode(encoding)) == CAPITALS


def test_a_declared_encoding_of_another_language_is_believed() -> None:
    said = "Οι υπουργοί συζήτησαν το εμπόριο στην Αθήνα και συμφώνησαν να συναντηθούν ξανά."
    assert text_of(said.encode("iso8859-7"), "iso-8859-7") == said


def test_a_text_put_together_from_two_encodings_is_read_line_by_line() -> None:
    data = f"{TEXTS['ru']}\n".encode() + f"{TEXTS['ru']}\n".encode("cp1251") + TEXTS["kk"].encode()
    assert text_of(data) == f"{TEXTS['ru']}\n{TEXTS['ru']}\n{TEXTS['kk']}"


def test_a_text_cut_within_a_letter_is_read() -> None:
    assert text_of((TEXTS["ru"] * 3).encode()[:-1]).startswith(TEXTS["ru"])


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize(
    ("wrong", "times"),
    [(wrong, times) for wrong in ("latin-1", "sloppy-windows-1252", "sloppy-windows-1251") for times in (1, 2)]
    + [("koi8-r", 1), ("cp866", 1)],
)
def test_utf8_that_was_read_in_a_wrong_encoding_is_mended(language: str, wrong: str, times: int) -> None:
    text = TEXTS[language]
    for _ in range(times):
        text = text.encode().decode(wrong)
    assert repaired(f"Before.\n{text}\n{TEXTS[language]}") == f"Before.\n{TEXTS[language]}\n{TEXTS[language]}"


@pytest.mark.parametrize(("right", "wrong"), [("cp1251", "latin-1"), ("cp1251", "cp1252"), ("koi8-r", "cp1251")])
def test_cyrillic_that_was_read_as_another_encoding_is_mended(right: str, wrong: str) -> None:
    text = bare(TEXTS["ru"].replace("–", "-").replace("—", "-"), right)
    assert repaired(text.encode(right).decode(wrong)) == text


@pytest.mark.parametrize(
    "good",
    [
        *TEXTS.values(),
        CAPITALS,
        "Côte d’Ivoire, Curaçao, São Tomé, Åland, Łódź, Đà Nẵng and Türkiye",
        "КазМунайГаз, ЕврАзЭС и СНГ: «Дорожная карта» №5 — 20 °C, § 7",
        "Україна, Беларусь і Ўзбекистан; Србија, Ќумановo",
        "Tokayev (Тоқаев/Токаев) said “no”… £5m, €3bn, naïve",
        "ТШО С„ is a name",
        "Peetri jäääär",
        "Talks in Hää-Õõõ were held; Estonia's Õõtsuv Äär took part.",
        "ÜÖÄ: Österreich in voller Größe",
    ],
)
def test_good_text_is_not_spoiled(good: str) -> None:
    assert repaired(good) == good


def test_bytes_that_are_no_text_are_refused() -> None:
    noise = bytes((n * n * 31 + n * 7 + n // 3) % 256 for n in range(4000))
    for name in ("a.txt", "a.pdf", "a.docx"):
        with pytest.raises(UnreadableFile):
            read(name, noise)
