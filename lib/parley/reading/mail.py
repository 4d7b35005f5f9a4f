"""Mail: a release sent by its source, or forwarded by a colleague, whose note and date are not the release's."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parsedate_to_datetime

from parley.errors import UnreadableFile
from parley.model import Article
from parley.reading.assembly import assemble, first_line_date
from parley.reading.dates import labelled_date
from parley.reading.decode import text_of
from parley.reading.html import article_of_page
from parley.reading.lines import unwrapped
from parley.reading.normal import one_line, tidy
from parley.reading.page import blocks_of, parsed

_DEEPEST = 20
_MOST_PARTS = 500
_FEWEST_LETTERS = 20
_REPLY = re.compile(r"^\s*(?:(?:fwd?|re|aw|wg|пересл?|отв|на)\s*:\s*)+", re.IGNORECASE)
_FORWARD = re.compile(
    r"^[ >]*(?:[-_ ]{2,}\s*(?:forwarded message|original message|(?:пересылаемое|пересланное|исходное) сообщение"
    r"|қайта жіберілген хат)\s*[-_ ]{2,}|begin forwarded message:|начало переадресованного (?:сообщения|письма):)\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_HEADER = re.compile(
    r"^[ >*]*(?P<name>from|sent|date|subject|to|cc|reply-to|от|от кого|отправлено|дата|тема|кому|копия"
    r"|кімнен|күні|тақырыбы|кімге)"
    r"\s*\*?:\*?\s*(?P<value>.*)$",
    re.IGNORECASE,
)
_SAYS = {"sent": "date", "дата": "date", "отправлено": "date", "күні": "date", "тема": "subject", "тақырыбы": "subject"}
_SAYS |= {"от": "from", "от кого": "from", "кімнен": "from"}


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail as read: what its head says, and its body as text."""

    subject: str
    sender: str
    date: str
    body: str


def read_mail(name: str, data: bytes) -> list[Article]:
    """The one article of a mail; of a forwarded one, the article is what was forwarded. Raises UnreadableFile."""
    message = _parsed(data)
    date = _header(message, "Date")
    letter = Letter(_header(message, "Subject"), _header(message, "From"), _iso(date), _body(message))
    return [article_of_letter(name, letter)]


def _parsed(data: bytes) -> Message:
    try:
        return message_from_bytes(data)
    except (RecursionError, ValueError, LookupError):
        raise UnreadableFile("The mail is damaged, or made of mails in mails without end. Paste its text.") from None


def attachments_in(data: bytes) -> list[tuple[str, bytes]]:
    """The name and bytes of each file attached to a mail."""
    attached = []
    for part in _parts(_parsed(data), attached=True):
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes) and payload.strip():
            attached.append((one_line(str(part.get_filename() or "attachment")), payload))
    return attached


def article_of_letter(name: str, letter: Letter) -> Article:
    """The article in a mail; a colleague's note above it is left out, and the forward's own date is not taken."""
    text = tidy(letter.body)
    forward = _FORWARD.search(text)
    if forward is None:
        return _article(name, text, letter, "date of the mail", 0)
    said, start = _head_of_forwarded(text, forward.end())
    inner = Letter(
        said.get("subject") or letter.subject, said.get("from", ""), said.get("date", ""), re.sub(r"(?m)^> ?", "", text)
    )
    start -= len(text[:start]) - len(re.sub(r"(?m)^> ?", "", text[:start]))
    return _article(name, inner.body, inner, "date of the forwarded mail", start)


def _article(name: str, text: str, letter: Letter, basis: str, start: int) -> Article:
    """`start` is where the article begins in the text; what stands before it is told as left out."""
    before, body = text[:start], unwrapped(text[start:].lstrip("\n"))
    whole = f"{before.rstrip()}\n\n{body}" if before.strip() else body
    facts = {"title": _REPLY.sub("", one_line(letter.subject)), "source": _named(letter.sender)}
    if not labelled_date(body) and not first_line_date(body):
        facts["published_on"] = letter.date
    return assemble(name, whole, facts, basis, ((0, len(before.rstrip())),) if before.strip() else ())


def _head_of_forwarded(text: str, start: int) -> tuple[dict[str, str], int]:
    """What the head of the forwarded mail says, and where its body begins."""
    said: dict[str, str] = {}
    at = start
    for line in text[start:].splitlines(keepends=True):
        hit = _HEADER.match(line.rstrip("\n"))
        if hit:
            key = hit["name"].casefold()
            said.setdefault(_SAYS.get(key, key), hit["value"].strip(" *"))
        elif line.strip(" >\n"):
            break
        at += len(line)
    return said, at


def _named(sender: str) -> str:
    return re.sub(r"\s*[<(\[].*$", "", sender).strip(" \"'")


def _iso(date: str) -> str:
    try:
        return parsedate_to_datetime(date).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return date


def _header(message: Message, name: str) -> str:
    value = str(message.get(name, "") or "")[:2000]
    try:
        return one_line(str(make_header(decode_header(value))))
    except (ValueError, LookupError, UnicodeError):
        return one_line(value)


def _parts(message: Message, attached: bool = False) -> Iterator[Message]:
    """The parts of a mail's body, or what is attached to it, in order, down to a depth that mail programs reach."""
    waiting, seen = [(message, 0)], 0
    while waiting and seen < _MOST_PARTS:
        part, depth = waiting.pop(0)
        seen += 1
        inner = part.get_payload()
        if isinstance(inner, list):
            if depth < _DEEPEST:
                waiting[:0] = [(each, depth + 1) for each in inner if isinstance(each, Message)]
        elif (part.get_content_disposition() == "attachment") == attached:
            yield part


def _text(part: Message) -> str:
    data = part.get_payload(decode=True)
    return text_of(data, part.get_content_charset()) if isinstance(data, bytes) and data.strip() else ""


def _body(message: Message) -> str:
    parts = list(_parts(message))
    plain = "\n\n".join(_text(part) for part in parts if part.get_content_type() == "text/plain")
    if sum(letter.isalpha() for letter in plain) >= _FEWEST_LETTERS:
        return plain
    pages = [text for part in parts if part.get_content_type() == "text/html" and (text := _text(part)).strip()]
    if pages:
        return "\n\n".join(block.text for block in blocks_of(parsed(pages[0])))
    if not plain.strip():
        raise UnreadableFile("The mail has no text. If the article is an attachment, upload the attachment itself.")
    return plain


def read_mhtml(name: str, data: bytes) -> list[Article]:
    """The page in a web archive that a browser saved; raises UnreadableFile where it holds none."""
    for part in _parts(_parsed(data)):
        if part.get_content_type() in {"text/html", "application/xhtml+xml"} and (page := _text(part)).strip():
            return [article_of_page(name, page)]
    raise UnreadableFile("The saved page holds no text. Open it in a browser, and save it again or paste its text.")
