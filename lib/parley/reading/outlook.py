"""Mail saved by Outlook (MSG): its letter, files attached to it, and mails within it."""

from dataclasses import replace
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO
from typing import Any

from parley.errors import UnreadableFile
from parley.reading.decode import text_of
from parley.reading.letter import Letter, text_of_page
from parley.reading.mail import Attached, Post
from parley.reading.normal import one_line
from parley.reading.rtf import text_of_rtf, unpacked

_PLAIN, _HTML, _RTF = 0x1000, 0x1013, 0x1009
_SENT, _DELIVERED = 0x0039, 0x0E06
_FILE_NAME, _SHORT_NAME, _SHOWN_NAME, _MIME_TYPE, _CONTENT_ID = 0x3707, 0x3704, 0x3001, 0x370E, 0x3712
_EMBEDDED = "__substg1.0_3701000D"
_HEAD_OF_EMBEDDED = 24
_DEEPEST = 8
_DAMAGED = "The Outlook message is damaged. Save it again, or paste its text."


def post_of_outlook(data: bytes) -> Post:
    """Take an Outlook message apart; raises UnreadableFile where it is damaged."""
    if find_spec("oxmsg") is None:
        raise UnreadableFile("Parley cannot read Outlook messages here. Save this one as text or EML, and upload that.")
    try:
        return _post(import_module("oxmsg").Message.load(BytesIO(data)))
    # A damaged message shows itself as whatever its reader trips over.
    except Exception as fault:
        raise UnreadableFile(_DAMAGED) from fault


def _post(message: Any, depth: int = 0) -> Post:
    sent = message.properties.date_prop_value(_SENT) or message.properties.date_prop_value(_DELIVERED)
    day = sent.date().isoformat() if sent else ""
    letter = Letter(one_line(message.subject or ""), one_line(message.sender or ""), day, _body(message.properties))
    attached = [found for each in message.attachments if (found := _document(each, depth)) is not None]
    return Post(letter, tuple(attached))


def _body(properties: Any) -> str:
    """The text of a message: its plain form, else what its page or its rich text says."""
    plain = properties.str_prop_value(_PLAIN)
    if plain and str(plain).strip():
        return str(plain)
    page = _bytes(properties, _HTML)
    text = text_of(page, _code_page(properties)) if page else str(properties.str_prop_value(_HTML) or "")
    if text.strip():
        return text_of_page(text)
    packed = _bytes(properties, _RTF)
    return text_of_rtf(unpacked(packed)) if packed else ""


def _code_page(properties: Any) -> str | None:
    number = properties.int_prop_value(0x3FDE)
    return "utf-8" if number == 65001 else f"cp{number}" if number else None


def _bytes(properties: Any, number: int) -> bytes:
    return properties.binary_prop_value(number) or b""


def _document(attachment: Any, depth: int) -> Attached | None:
    """An attached file, or a mail within this one; None for a picture that the text shows."""
    said = attachment.properties
    names = (said.str_prop_value(number) for number in (_FILE_NAME, _SHORT_NAME, _SHOWN_NAME))
    name = one_line(next((name for name in names if name), "attachment"))
    within = next((each for each in attachment._storage.storages if each.name == _EMBEDDED), None)
    if within is not None:
        return f"{name}.msg", _embedded(within, depth)
    is_picture = (said.str_prop_value(_MIME_TYPE) or "").startswith("image/")
    data = attachment.file_bytes
    if data is None or (is_picture and said.str_prop_value(_CONTENT_ID)):
        return None
    return name, data


def _embedded(storage: Any, depth: int) -> Post | UnreadableFile:
    """A mail within a mail: its properties begin eight bytes sooner than those of a message in a file of its own."""
    if depth >= _DEEPEST:
        return UnreadableFile("The message holds messages in messages without end. Save the one that is meant.")
    padded = [
        replace(stream, bytes_=stream.bytes_[:_HEAD_OF_EMBEDDED] + bytes(8) + stream.bytes_[_HEAD_OF_EMBEDDED:])
        if stream.name == "__properties_version1.0"
        else stream
        for stream in storage.streams
    ]
    return _post(import_module("oxmsg").Message(replace(storage, streams=tuple(padded))), depth + 1)
