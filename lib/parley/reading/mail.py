"""Mail: a release sent by its source, or sent on by a colleague; files and mails attached to it; saved web pages."""

import mimetypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.generator import BytesGenerator
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parsedate_to_datetime
from io import BytesIO

from parley.errors import UnreadableFile
from parley.model import Article
from parley.reading.decode import text_of
from parley.reading.html import article_of_page
from parley.reading.letter import Letter, text_of_page
from parley.reading.normal import one_line

_DEEPEST = 20
_MOST_PARTS = 500
_FEWEST_LETTERS = 20
_SHORT = 400
_ENDLESS = "The mail is damaged, or made of mails in mails without end. Paste its text."
# What mail programs add for themselves: signatures, cards of addresses, appointments.
_NOT_MEANT = re.compile(
    r"application/(?:pkcs7-|x-pkcs7-|pgp-|ics)|text/(?:calendar|x?-?vcard|x-amp-html|directory)|message/(?:delivery|disposition)",
)


@dataclass(frozen=True, slots=True)
class Post:
    """A mail taken apart: its letter, and what is attached to it."""

    letter: Letter
    attached: "tuple[Attached, ...]"


Attached = tuple[str, bytes | UnreadableFile | Post]
"""The name of an attachment, and its bytes, the mail that it is, or why it is neither."""


def post_of(data: bytes) -> Post:
    """Take a mail apart; raises UnreadableFile where it is damaged."""
    message = _parsed(data)
    body, attached = _sorted_parts(message)
    letter = Letter(_header(message, "Subject"), _header(message, "From"), _iso(_header(message, "Date")), _text(body))
    return Post(letter, tuple(_document(part) for part in attached))


def _parsed(data: bytes) -> Message:
    try:
        return message_from_bytes(data)
    except (RecursionError, ValueError, LookupError):
        raise UnreadableFile(_ENDLESS) from None


def _sorted_parts(message: Message) -> tuple[list[Message], list[Message]]:
    """The parts that make up the mail's own text, and those attached to it."""
    body: list[Message] = []
    attached: list[Message] = []
    for part in _parts(message):
        if _is_attached(part):
            attached.append(part)
        elif part.get_content_maintype() == "text":
            body.append(part)
    return body, [part for part in attached if not _NOT_MEANT.match(part.get_content_type())]


def _parts(message: Message) -> Iterator[Message]:
    """The parts of a mail in order, down to a depth that mail programs reach; a mail within it is one part."""
    waiting, seen = [(message, 0)], 0
    while waiting and seen < _MOST_PARTS:
        part, depth = waiting.pop(0)
        seen += 1
        inner = part.get_payload()
        if not isinstance(inner, list) or part.get_content_type() == "message/rfc822":
            yield part
        elif depth < _DEEPEST:
            waiting[:0] = [(each, depth + 1) for each in inner if isinstance(each, Message)]


def _is_attached(part: Message) -> bool:
    """Whether a part is a document beside the text; a picture that the text shows is none."""
    kind, maintype = part.get_content_type(), part.get_content_maintype()
    if maintype == "image":
        return part.get_content_disposition() == "attachment" and not part.get("Content-ID")
    if maintype == "text":
        return (
            part.get_content_disposition() == "attachment" or bool(part.get_filename()) or bool(_NOT_MEANT.match(kind))
        )
    return True


def _document(part: Message) -> Attached:
    """The name and bytes of an attachment, or why there are none."""
    name = _attached_name(part)
    if part.get_content_type() != "message/rfc822":
        payload = part.get_payload(decode=True)
        return name, payload if isinstance(payload, bytes) else b""
    inner = part.get_payload()
    if not (isinstance(inner, list) and inner and isinstance(inner[0], Message)):
        return name, UnreadableFile("The attached mail is empty.")
    subject = _header(inner[0], "Subject").replace("/", " ")
    try:
        return name if part.get_filename() else f"{subject[:80] or 'mail'}.eml", _bytes_of(inner[0])
    except (RecursionError, ValueError, LookupError, AttributeError, TypeError):
        return name, UnreadableFile(_ENDLESS)


def _attached_name(part: Message) -> str:
    given = one_line(_decoded(str(part.get_filename() or "")))
    return given or f"attachment{mimetypes.guess_extension(part.get_content_type()) or ''}"


def _bytes_of(message: Message) -> bytes:
    stream = BytesIO()
    BytesGenerator(stream, mangle_from_=False).flatten(message)
    return stream.getvalue()


def _iso(date: str) -> str:
    try:
        return parsedate_to_datetime(date).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return date


def _header(message: Message, name: str) -> str:
    """A header in plain letters, in whatever encoding it came; some programs write it with none at all."""
    raw = next((str(value) for key, value in message.raw_items() if key.casefold() == name.casefold()), "")[:2000]
    if re.search("[\udc80-\udcff]", raw):
        raw = text_of(raw.encode("utf-8", "surrogateescape"))
    return one_line(_decoded(raw))


def _decoded(value: str) -> str:
    try:
        return str(make_header(decode_header(value)))
    except (ValueError, LookupError, UnicodeError):
        return value


def _part_text(part: Message) -> str:
    data = part.get_payload(decode=True)
    return text_of(data, part.get_content_charset()) if isinstance(data, bytes) and data.strip() else ""


def _text(parts: list[Message]) -> str:
    """The text of a mail: the plain one, unless it only says that there is a better one."""
    plain = "\n\n".join(text for part in parts if part.get_content_type() != "text/html" and (text := _part_text(part)))
    pages = [text for part in parts if part.get_content_type() == "text/html" and (text := _part_text(part)).strip()]
    page = "\n\n".join(text_of_page(each) for each in pages) if pages and _letters(plain) < _SHORT else ""
    is_better = _letters(page) > (2 * _letters(plain) if _letters(plain) >= _FEWEST_LETTERS else 0)
    return page if is_better else plain


def _letters(text: str) -> int:
    return sum(letter.isalpha() for letter in text)


def read_mhtml(name: str, data: bytes) -> list[Article]:
    """The page in a web archive that a browser saved; raises UnreadableFile where it holds none."""
    for part in _parts(_parsed(data)):
        if part.get_content_type() in {"text/html", "application/xhtml+xml"} and (page := _part_text(part)).strip():
            return [article_of_page(name, page)]
    raise UnreadableFile("The saved page holds no text. Open it in a browser, and save it again or paste its text.")
