"""PDF, DOCX and Markdown, each file made here."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from parley.errors import UnreadableFile
from parley.model import Article
from parley.reading import read
from parley.reading.lines import unwrapped

LINES = [
    "The ministers of Examplia and Testland met in the port city and spoke at length of",
    "trade and transport. They agreed that the border crossing would be opened in the co-",
    "ming year, and that experts would meet before the summer to prepare it in detail.",
]
TEXT = (
    "The ministers of Examplia and Testland met in the port city and spoke at length of trade and transport. They "
    "agreed that the border crossing would be opened in the coming year, and that experts would meet before the summer "
    "to prepare it in detail."
)


def pdf(*pages: list[str], title: str = "", password: str | None = None) -> bytes:
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4, encrypt=password)
    canvas.setTitle(title)
    for page in pages:
        for number, line in enumerate(page):
            canvas.drawString(60, 780 - 16 * number, line)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def only(name: str, data: bytes) -> Article:
    (article,) = read(name, data)
    return article


def test_the_broken_lines_of_a_pdf_become_paragraphs_again() -> None:
    article = only("talks.pdf", pdf(["Third dialogue held", *LINES]))
    assert (article.title, article.text, article.id) == ("Third dialogue held", TEXT, "talks")


def test_a_pdf_that_names_its_title_is_called_so() -> None:
    article = only("a.pdf", pdf(["Third dialogue held", *LINES], title="Third dialogue held"))
    assert (article.title, article.text) == ("Third dialogue held", TEXT)
    assert (
        only("a.pdf", pdf(["Third dialogue held", *LINES], title="Microsoft Word - x.doc")).title
        == "Third dialogue held"
    )


def test_page_numbers_and_running_heads_of_a_pdf_are_not_its_text() -> None:
    pages = [
        [f"{name} spoke first, and was thanked.", *LINES, f"Then {name} left."] for name in ("Ann", "Ben", "Cem", "Dan")
    ]
    article = only("a.pdf", pdf(*[["Ministry of Examplia", *page, f"Page {n}"] for n, page in enumerate(pages, 1)]))
    assert "Ministry of Examplia" not in article.text
    assert "Page" not in article.text
    assert "Ben spoke first, and was thanked." in article.text


def test_facts_at_the_head_of_a_pdf_and_a_word_file_are_read_off() -> None:
    head = ["Source: Example Daily", "URL: https://example.org/3", "Date: 2021-05-03"]
    for article in (
        only("a.pdf", pdf(["Third dialogue held", *head, *LINES])),
        only("a.docx", word(("Third dialogue held", "Title"), *((line, "Normal") for line in head), (TEXT, "Normal"))),
    ):
        assert (article.title, article.source, article.url) == (
            "Third dialogue held",
            "Example Daily",
            "https://example.org/3",
        )
        assert (article.published_on, article.text.split("\n\n")[0]) == ("2021-05-03", TEXT)


def test_a_pdf_that_is_a_scan_in_parts_says_which_pages_have_no_text() -> None:
    article = only("a.pdf", pdf(["Talks held", "", *LINES], [], LINES, []))
    assert article.left_out[-1].quote == "Not read: pages 2, 4 have no text (pictures, or empty)."
    assert only("a.pdf", pdf(["Talks held", "", *LINES])).left_out == ()


def test_a_pdf_of_pictures_says_so_and_what_to_do() -> None:
    with pytest.raises(UnreadableFile, match=r"This PDF holds pictures of pages and no text \(a scan\)\. Paste"):
        read("scan.pdf", pdf([], []))


def test_a_locked_pdf_says_so() -> None:
    with pytest.raises(UnreadableFile, match="locked with a password"):
        read("a.pdf", pdf(LINES, password="secret"))


def test_a_pdf_cut_short_says_so() -> None:
    with pytest.raises(UnreadableFile, match="damaged or cut short"):
        read("a.pdf", b"%PDF-1.7\n" + b"\x00\x01" * 50)


def test_lines_of_a_list_stay_apart() -> None:
    assert (
        unwrapped("\n".join([LINES[0], "- the first of the points of the agenda", "- the second", LINES[2]])).count(
            "\n\n"
        )
        == 2
    )


def word(*paragraphs: tuple[str, str]) -> bytes:
    document = docx.Document()
    for text, style in paragraphs:
        document.add_paragraph(text, style=style)
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Head of delegation", "A. Person"
    document.add_paragraph("They will meet again.")
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def test_a_word_file_is_read_in_the_order_of_its_body() -> None:
    article = only("talks.docx", word(("Third dialogue held", "Title"), ("May 3, 2021", "Normal"), (TEXT, "Normal")))
    assert article.title == "Third dialogue held"
    assert article.text.split("\n\n") == ["May 3, 2021", TEXT, "Head of delegation; A. Person", "They will meet again."]
    assert (article.published_on, article.published_basis) == ("2021-05-03", "text")


def test_a_word_file_without_styles_takes_its_first_line_for_the_title() -> None:
    assert only("a.docx", word(("Third dialogue held", "Normal"), (TEXT, "Normal"))).title == "Third dialogue held"


def swollen(part: bytes) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", part)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (swollen(b" " * (70 << 20)), "unpacks to far more"),
        (swollen(b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'), "damaged"),
        (swollen(b"<x/>"), "damaged"),
        (b"PK\x03\x04 and no more", "damaged or cut short"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "locked with a password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 99, "old Office version"),
    ],
)
def test_a_word_file_that_cannot_be_read_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        read("a.docx", data)


MARKDOWN = f"""---
title: Third dialogue held
date: 2021-05-03
source: Example Daily
url: https://example.org/3
---

**The ministers** met in the [port city](https://example.org/port)
and spoke of *trade*.

## Agenda

- transport
- water

{TEXT}
"""


def test_markdown_is_read_without_its_marks_and_with_its_front_matter() -> None:
    article = only("a.md", MARKDOWN.encode())
    assert (article.title, article.published_on, article.published_basis) == (
        "Third dialogue held",
        "2021-05-03",
        "file",
    )
    assert (article.source, article.url) == ("Example Daily", "https://example.org/3")
    assert article.text.split("\n\n") == [
        "The ministers met in the port city and spoke of trade.",
        "Agenda",
        "- transport\n- water",
        TEXT,
    ]


def test_the_first_heading_of_markdown_is_its_title() -> None:
    article = only("a.md", f"# Third *dialogue* held\n\n{TEXT}".encode())
    assert (article.title, article.text) == ("Third dialogue held", TEXT)
