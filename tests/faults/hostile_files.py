"""Files that have hung, swollen or crashed readers elsewhere, made anew: `HOSTILE[name]()` gives the bytes."""

import zlib
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

SENTENCE = "The ministers of two neighbours met in Oslo on 3 May 2024 and spoke of trade."
DOCUMENT = "word/document.xml"
TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)


def nested_boxes(deep: int = 150_000) -> bytes:
    """A web page of boxes in boxes."""
    return f"<html><body>{'<div>' * deep}{SENTENCE}{'</div>' * deep}</body></html>".encode()


def menu_boxes(count: int = 30_000) -> bytes:
    """A web page of menus around one sentence."""
    boxes = "".join(f'<div class="menu"><ul><li><a href="/{n}">Page {n}</a></li></ul></div>' for n in range(count))
    return f"<html><body>{boxes}<p>{SENTENCE}</p></body></html>".encode()


def long_subject(length: int = 1_000_000) -> bytes:
    """A mail whose subject has no end."""
    subject = "=?utf-8?q?" + "=41" * (length // 3) + "?="
    return f"From: a@example.org\nTo: b@example.org\nSubject: {subject}\n\n{SENTENCE}\n".encode()


def nested_mail(deep: int = 2_000) -> bytes:
    """A mail of parts in parts."""
    head = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(deep))
    return f"From: a@example.org\nTo: b@example.org\nSubject: Talks\n{head}\n{SENTENCE}\n".encode()


def long_text(sentences: int = 600_000) -> bytes:
    """A text without end."""
    return b"The president met the president. " * sentences


def zipped(**files: bytes | str) -> bytes:
    """A zip of these files, `__` in a name standing for a dot, and `___` for a slash."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("___", "/").replace("__", "."), data)
    return file.getvalue()


def entity_bomb() -> bytes:
    """A Word file whose one word unpacks to a thousand million."""
    lines = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    text = f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY l0 "ha">{lines}]><d>&l9;</d>'
    return zipped(**{"[Content_Types]__xml": TYPES, "word___document__xml": text})


def zip_bomb(megabytes: int = 400) -> bytes:
    """A zip of one text that unpacks to far more than a document holds."""
    return zipped(talks__txt=b"trade " * (megabytes * 1_000_000 // 6))


def pdf(*objects: bytes) -> bytes:
    """A PDF of these objects, the first of which is its catalogue."""
    data, places = b"%PDF-1.4\n", []
    for number, inside in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, inside)
    return data + _trailer(places, len(data))


def _trailer(places: list[int], start: int) -> bytes:
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(places) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n" % size
    return head + table + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, start)


CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def swollen_stream(megabytes: int = 150) -> bytes:
    """A PDF whose one page unpacks to that much."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * 1_000_000) for _ in range(megabytes)) + packer.flush()
    return pdf(
        CATALOGUE,
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>",
        b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(packed), packed),
    )


def page_loop() -> bytes:
    """A PDF whose list of pages holds itself."""
    return pdf(CATALOGUE, b"<</Type/Pages/Count 9/Kids[2 0 R 2 0 R]/Parent 2 0 R>>")


def many_pages(count: int = 100_000) -> bytes:
    """A PDF of so many pages."""
    stream = b"BT /F1 12 Tf 50 700 Td (" + SENTENCE.encode() + b") Tj ET"
    kids = b" ".join(b"%d 0 R" % (number + 5) for number in range(count))
    pages = b"<</Type/Pages/Count %d/Kids[%s]/Resources<</Font<</F1 3 0 R>>>>/MediaBox[0 0 600 800]>>" % (count, kids)
    content = b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream)
    return _joined([CATALOGUE, pages, FONT, content, *[b"<</Type/Page/Parent 2 0 R/Contents 4 0 R>>"] * count])


def _joined(objects: list[bytes]) -> bytes:
    parts, places, at = [b"%PDF-1.4\n"], [], 9
    for number, inside in enumerate(objects, 1):
        places.append(at)
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, inside))
        at += len(parts[-1])
    return b"".join(parts) + _trailer(places, at)


HOSTILE: dict[str, Callable[..., bytes]] = {
    "nested_boxes.html": nested_boxes,
    "menu_boxes.html": menu_boxes,
    "long_subject.eml": long_subject,
    "nested_mail.eml": nested_mail,
    "entity_bomb.docx": entity_bomb,
    "zip_bomb.zip": zip_bomb,
    "swollen_stream.pdf": swollen_stream,
    "page_loop.pdf": page_loop,
    "many_pages.pdf": many_pages,
    "long_text.txt": long_text,
}
