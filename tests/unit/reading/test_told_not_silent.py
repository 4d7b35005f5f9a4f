"""What was not read is told: pages beyond the most, and files that are not what their name says."""

import random
from io import BytesIO

import pytest
from reportlab.pdfgen.canvas import Canvas

from parley.errors import UnreadableFile
from parley.reading import pdf, read

SUBJECTS = ("grain", "water", "visas", "rail", "gas")


def pdf_of(pages: int) -> bytes:
    """A PDF of so many pages, each with a subject of its own."""
    file = BytesIO()
    drawing = Canvas(file)
    for subject in SUBJECTS[:pages]:
        drawing.drawString(50, 700, f"The ministers met in Oslo and spoke of {subject}.")
        drawing.showPage()
    drawing.save()
    return file.getvalue()


def test_pages_beyond_the_most_are_told_as_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_MOST_PAGES", 3)
    (article,) = read("long.pdf", pdf_of(5))
    assert "visas" in article.text
    assert "rail" not in article.text
    assert article.left_out[-1].quote == "Not read: pages 4 to 5, as only the first 3 are."
    assert article.left_out[-1].at == len(article.text)


def test_a_pdf_that_was_read_whole_says_nothing_of_pages() -> None:
    (article,) = read("short.pdf", pdf_of(2))
    assert not [cut for cut in article.left_out if "Not read" in cut.quote]


@pytest.mark.parametrize("name", ["noise.pdf", "noise.docx"])
def test_noise_under_the_name_of_a_document_is_said_to_be_damaged(name: str) -> None:
    with pytest.raises(UnreadableFile, match="damaged on its way"):
        read(name, random.Random(7).randbytes(4000))


def test_a_text_that_is_named_as_a_pdf_is_read_all_the_same() -> None:
    (article,) = read("note.pdf", "Стороны встретились в Осло 3 мая 2024 года.".encode())
    assert "Осло" in article.text
