"""What is read of each format: `python -m bench.formats` builds variants of each from own texts, reads those and the
real files beside the checkout, and prints how many were read with the right title, date and text, as Markdown."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
from reportlab.pdfgen.canvas import Canvas

from parley.errors import UnreadableFile
from parley.reading import read
from tests.outlook import Outlook
from tests.shared import SHARED

TITLE = {
    "en": "Ministers meet in the capital",
    "ru": "Министры встретились в столице",
    "kk": "Министрлер елордада кездесті",
}
TEXT = {
    "en": "The ministers of two neighbours met in the capital and spoke of trade and transport.",
    "ru": "Министры двух соседних стран встретились в столице и обсудили торговлю и транспорт.",
    "kk": "Көршілес екі елдің министрлері елордада кездесіп, сауда мен көлікті талқылады.",
}
DATED = {"en": "3 May 2021", "ru": "3 мая 2021 года", "kk": "2021 жылғы 3 мамыр"}
DAY = "2021-05-03"
ENCODINGS = {
    "en": ("utf-8", "utf-16", "cp1252"),
    "ru": ("utf-8", "utf-16", "cp1251", "koi8-r"),
    "kk": ("utf-8", "utf-16", "kz1048"),
}


@dataclass(frozen=True)
class Case:
    """A file and what is to be found in it; None where that is not known."""

    name: str
    data: bytes
    title: str | None = None
    day: str | None = None
    text: str | None = None


@dataclass
class Row:
    """Of one format: files tried, those read, and those of which title, date and text were right, of those known."""

    files: int = 0
    read: int = 0
    refused: int = 0
    title: tuple[int, int] = (0, 0)
    day: tuple[int, int] = (0, 0)
    text: tuple[int, int] = (0, 0)

    def add(self, case: Case) -> None:
        """Read a file, and count what became of it."""
        self.files += 1
        try:
            article = read(case.name, case.data)[0]
        except UnreadableFile:
            self.refused += 1
            return
        self.read += 1
        self.title = _counted(self.title, case.title, lambda wanted: wanted == article.title)
        self.day = _counted(self.day, case.day, lambda wanted: wanted == article.published_on)
        self.text = _counted(self.text, case.text, lambda wanted: _squeezed(wanted) in _squeezed(article.text))


def _counted(so_far: tuple[int, int], wanted: str | None, is_right: Callable[[str], bool]) -> tuple[int, int]:
    right, known = so_far
    return so_far if wanted is None else (right + is_right(wanted), known + 1)


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _own() -> Iterator[tuple[str, Case]]:
    """The variants built here: each format in three languages and the encodings that it may be in."""
    for language, encodings in ENCODINGS.items():
        title, text, dated = TITLE[language], TEXT[language], DATED[language]

        def case(name: str, data: bytes, title: str = title, text: str = text) -> Case:
            return Case(name, data, title, DAY, text)

        for encoding in encodings:
            plain = f"{title}\n\n{dated}\n\n{text}\n"
            yield "text", case("a.txt", plain.encode(encoding))
            yield "Markdown", case("a.md", f"# {title}\n\n{dated}\n\n{text}\n".encode(encoding))
            page = f"<html><head><title>{title}</title></head><body><h1>{title}</h1><p>{dated}</p><p>{text}</p></body>"
            yield "web page", case("a.html", page.encode(encoding))
            yield "CSV", case("a.csv", f"title;date;text\n{title};{DAY};{text}\n".encode(encoding))
            yield (
                "JSON lines",
                case("a.jsonl", _json(title, text).encode(encoding)),
            )
        yield "mail (EML)", case("a.eml", _mail(title, text))
        yield "mail sent on (EML)", case("a.eml", _mail(f"Fwd: {title}", _sent_on(title, text)))
        yield "Outlook (MSG)", case("a.msg", Outlook(f"FW: {title}", _sent_on(title, text)).to_bytes())
        yield (
            "Outlook (MSG)",
            case("a.msg", Outlook("note", "See attached.", files=[("a.txt", plain.encode())]).to_bytes()),
        )
        yield "Word (DOCX)", case("a.docx", _docx(title, dated, text))
        yield "OpenDocument (ODT)", case("a.odt", _odt(title, dated, text))
        yield "rich text (RTF)", case("a.rtf", _rtf(title, dated, text))
        yield "feed (RSS)", case("a.xml", _feed(title, text))
        yield "ZIP", case("a.zip", _zip({"a.txt": plain.encode()}))
        if language == "en":
            yield "PDF", case("a.pdf", _pdf(title, dated, text))


def _json(title: str, text: str) -> str:
    return json.dumps({"title": title, "date": DAY, "text": text}, ensure_ascii=False)


def _mail(subject: str, body: str) -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "Press <press@example.org>", subject
    message["Date"] = "Mon, 03 May 2021 10:00:00 +0000"
    message.set_content(body)
    return message.as_bytes()


def _sent_on(title: str, text: str) -> str:
    head = f"-----Original Message-----\nFrom: Press\nSent: Monday, May 3, 2021 10:00\nTo: Desk\nSubject: {title}"
    return f"For your information.\n\n{head}\n\n{text}\n"


def _docx(title: str, dated: str, text: str) -> bytes:
    document, file = docx.Document(), BytesIO()
    document.add_heading(title, 0)
    document.add_paragraph(dated)
    document.add_paragraph(text)
    document.save(file)
    return file.getvalue()


def _odt(title: str, dated: str, text: str) -> bytes:
    space = "urn:oasis:names:tc:opendocument:xmlns"
    names = f'xmlns:o="{space}:office:1.0" xmlns:t="{space}:text:1.0"'
    inside = f"<t:h>{title}</t:h><t:p>{dated}</t:p><t:p>{text}</t:p>"
    content = f"<o:document-content {names}><o:body><o:text>{inside}</o:text></o:body></o:document-content>"
    return _zip({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": content.encode()})


def _rtf(*paragraphs: str) -> bytes:
    def escaped(text: str) -> str:
        return "".join(letter if ord(letter) < 128 else rf"\u{ord(letter)}?" for letter in text)

    return (r"{\rtf1\ansi " + "".join(rf"{escaped(each)}\par " for each in paragraphs) + "}").encode()


def _feed(title: str, text: str) -> bytes:
    item = f"<title>{title}</title><pubDate>Mon, 03 May 2021 10:00:00 GMT</pubDate><description>{text}</description>"
    return f'<rss version="2.0"><channel><title>Daily</title><item>{item}</item></channel></rss>'.encode()


def _zip(files: dict[str, bytes]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return file.getvalue()


def _pdf(*lines: str) -> bytes:
    file = BytesIO()
    canvas = Canvas(file)
    for number, line in enumerate(lines):
        canvas.drawString(60, 780 - 30 * number, line)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def _real(shared: Path) -> Iterator[tuple[str, Case]]:
    """The real files beside the checkout, with what is known of them."""
    expected = json.loads((shared / "corpus" / "html" / "expected.json").read_text("utf-8"))
    for name, known in expected.items():
        data = (shared / "corpus" / "html" / name).read_bytes()
        yield "real web pages", Case(name, data, known["title"], known["date"], known["must"][0])
    for path in sorted((shared / "corpus" / "pdf").glob("*.pdf")):
        yield "real PDF", Case(path.name, path.read_bytes())
    for line in (shared / "reference" / "dev-articles.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        yield "real JSON lines", Case("a.jsonl", line.encode(), row["title"], row["date"], row["text"][:200])
    for path in sorted((shared / "corpus" / "hostile").glob("*/*")):
        yield "hostile files", Case(path.name, path.read_bytes())


def table(cases: Iterator[tuple[str, Case]]) -> dict[str, Row]:
    """A row for each format."""
    rows: dict[str, Row] = {}
    for name, case in cases:
        rows.setdefault(name, Row()).add(case)
    return rows


def everything() -> Iterator[tuple[str, Case]]:
    """The files built here, and the real ones where they lie beside the checkout."""
    yield from _own()
    if SHARED.is_dir():
        yield from _real(SHARED)


def main() -> None:
    """Print the table."""
    print("| format | files | read | refused with a reason | title right | date right | text right |")
    print("|---|---|---|---|---|---|---|")
    for name, row in table(everything()).items():
        counts = " | ".join(f"{right} of {known}" if known else "–" for right, known in (row.title, row.day, row.text))
        print(f"| {name} | {row.files} | {row.read} | {row.refused} | {counts} |")


if __name__ == "__main__":
    main()
