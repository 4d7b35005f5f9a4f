"""OpenDocument and PowerPoint are read; other programs' files are refused with what to do."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from parley.errors import UnreadableFile
from parley.model import Article
from parley.reading import read
from tests.outlook import compound

TALKS = "The ministers of Examplia and Testland met in the capital and spoke of trade."
MORE = "They agreed to meet again in the spring."
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
SLIDES = "http://schemas.openxmlformats.org/presentationml/2006/main"


def only(name: str, data: bytes) -> Article:
    (article,) = read(name, data)
    return article


def zipped(parts: dict[str, str]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return file.getvalue()


def opendocument(inside: str) -> bytes:
    content = f'<o:document-content xmlns:o="{OFFICE}" xmlns:t="{TEXT}"><o:body><o:text>{inside}</o:text></o:body>'
    return zipped(
        {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": f"{content}</o:document-content>"}
    )


def test_an_opendocument_text_is_read_with_its_heading_and_date() -> None:
    note = "<t:note><t:note-body><t:p>A footnote.</t:p></t:note-body></t:note>"
    spans = TALKS.replace(" ministers", "<t:s/><t:span>ministers</t:span>")
    inside = f"<t:h>Talks held</t:h><t:p>3 May 2021</t:p><t:p>{spans}{note}</t:p><t:p>{MORE}</t:p>"
    article = only("a.odt", opendocument(inside))
    assert (article.title, article.text) == ("Talks held", f"3 May 2021\n\n{TALKS}\n\n{MORE}")
    assert article.published_on == "2021-05-03"


def slide(title: str, *paragraphs: str) -> str:
    def shape(kind: str, texts: tuple[str, ...]) -> str:
        inside = "".join(f"<a:p><a:r><a:t>{text}</a:t></a:r></a:p>" for text in texts)
        place = f'<p:nvSpPr><p:nvPr><p:ph type="{kind}"/></p:nvPr></p:nvSpPr>'
        return f"<p:sp>{place}<p:txBody>{inside}</p:txBody></p:sp>"

    shapes = shape("title", (title,)) + shape("body", paragraphs) + shape("sldNum", ("7",))
    return f'<p:sld xmlns:p="{SLIDES}" xmlns:a="{DRAWING}"><p:cSld><p:spTree>{shapes}</p:spTree></p:cSld></p:sld>'


def test_a_presentation_is_read_slide_by_slide() -> None:
    data = zipped(
        {
            "ppt/presentation.xml": "<x/>",
            "ppt/slides/slide10.xml": slide("Next steps", MORE),
            "ppt/slides/slide2.xml": slide("Talks held", TALKS),
        }
    )
    article = only("a.pptx", data)
    assert (article.title, article.text) == ("Talks held", f"{TALKS}\n\nNext steps\n\n{MORE}")


def test_an_opendocument_that_would_swell_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="damaged"):
        read("a.odt", zipped({"content.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}))


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.doc", compound({"WordDocument": b"x" * 5000}), r"old Word version \(DOC\)\. .* save it as DOCX or PDF"),
        ("a.ppt", compound({"PowerPoint Document": b"x" * 5000}), r"\(PPT\)\. .* save it as PPTX or PDF"),
        ("a.pages", zipped({"Index/Document.iwa": "x"}), "Pages, Numbers or Keynote. Save it as PDF, DOCX or text"),
        ("a.epub", zipped({"META-INF/container.xml": "x"}), "electronic book"),
        ("a.png", b"\x89PNG\r\n\x1a\n", "This is a picture. If it shows a text, paste that text"),
        ("winmail.dat", b"\x78\x9f\x3e\x22\x01\x00", "Save the mail from Outlook as MSG or EML"),
        ("a.gz", b"\x1f\x8b\x08\x00", "Unpack it"),
        ("a.pdf", bytes(range(256)) * 4, "named as PDF but holds none"),
        ("a.docx", bytes(range(256)) * 4, "named as DOCX but holds none"),
    ],
)
def test_what_is_not_read_says_what_to_do(name: str, data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        read(name, data)
