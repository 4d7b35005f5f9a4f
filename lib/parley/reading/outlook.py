"""Mail saved by Outlook (MSG)."""

from importlib import import_module
from importlib.util import find_spec
from io import BytesIO

from parley.errors import UnreadableFile
from parley.model import Article
from parley.reading.decode import text_of
from parley.reading.mail import Letter, article_of_letter
from parley.reading.page import blocks_of, parsed


def read_outlook(name: str, data: bytes) -> list[Article]:
    """The one article of an Outlook message; of a forwarded one, what was forwarded. Raises UnreadableFile."""
    if find_spec("oxmsg") is None:
        raise UnreadableFile("Parley cannot read Outlook messages here. Save this one as text or EML, and upload that.")
    try:
        message = import_module("oxmsg").Message.load(BytesIO(data))
        sent = message.sent_date
        letter = Letter(
            message.subject or "", message.sender or "", sent.date().isoformat() if sent else "", _body(message)
        )
    # A damaged message shows itself as whatever its reader trips over.
    except Exception as fault:
        raise UnreadableFile("The Outlook message is damaged. Save it again, or paste its text.") from fault
    return [article_of_letter(name, letter)]


def _body(message: object) -> str:
    plain = getattr(message, "body", None)
    if plain and str(plain).strip():
        return str(plain)
    page = getattr(message, "html_body", None) or ""
    text = text_of(page) if isinstance(page, bytes) else str(page)
    return "\n\n".join(block.text for block in blocks_of(parsed(text))) if text.strip() else ""
