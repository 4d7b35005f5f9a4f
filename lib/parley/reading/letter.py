"""The article in a mail's text: a colleague's note above it is left out, and the forward's own date is not taken."""

import re
from dataclasses import dataclass
from itertools import groupby

from parley.errors import UnreadableFile
from parley.model import Article
from parley.reading.assembly import assemble, first_line_date, title_and_rest
from parley.reading.boilerplate import Cut
from parley.reading.dates import labelled_date
from parley.reading.lines import unwrapped
from parley.reading.normal import one_line, tidy
from parley.reading.page import blocks_of, parsed
from parley.reading.thread import Thread, article_in, subject_of, thread_of, without_signature


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail as read: what its head says, and its body as text, quoted lines beginning with ">"."""

    subject: str
    sender: str
    date: str
    body: str


def article_of_letter(name: str, letter: Letter) -> Article:
    """The article in a mail: the mail itself, or what was sent on in it, with all else told as left out."""
    if not letter.body.strip():
        raise UnreadableFile("The mail has no text. If the article is an attachment, upload the attachment itself.")
    said = {"subject": letter.subject, "from": letter.sender, "date": letter.date}
    thread = thread_of(tidy(letter.body), said)
    chosen = article_in(thread)
    text, cuts, body = _whole(thread, chosen)
    facts = _facts(thread, chosen)
    if not facts["title"]:
        facts["title"] = title_and_rest(body)[0]
    if labelled_date(body) or first_line_date(body):
        facts["published_on"] = ""
    basis = "date of the forwarded mail" if chosen else "date of the mail"
    return assemble(name, text, facts, basis, cuts)


def text_of_page(page: str) -> str:
    """The text of a mail that is a web page, what it quotes marked as in plain mail."""
    return "\n\n".join(_marked(block.text, _depth(block.element)) for block in blocks_of(parsed(page)))


def _depth(element: object) -> int:
    outer = getattr(element, "iterancestors", None)
    return (getattr(element, "tag", "") == "blockquote") + sum(1 for _ in outer("blockquote")) if outer else 0


def _marked(text: str, depth: int) -> str:
    return "\n".join(f"{'> ' * depth}{line}" for line in text.split("\n")) if depth else text


def _facts(thread: Thread, chosen: int) -> dict[str, str]:
    """Title, source and day of a mail: a subject may be that of the mail above, a day never is."""
    mail = thread.mails[chosen]
    number, title = chosen, ""
    while number >= 0 and not title:
        title = subject_of(one_line(thread.mails[number].said.get("subject", "")))
        number = thread.mails[number].above
    return {"title": title, "source": _named(mail.said.get("from", "")), "published_on": mail.said.get("date", "")}


def _named(sender: str) -> str:
    """The name in a sender, or the address where there is no name."""
    name = re.sub(r"\s*[<(\[].*$", "", sender).strip(" \"'")
    return name or sender.strip(" <>[]()\"'")


def _whole(thread: Thread, chosen: int) -> tuple[str, tuple[Cut, ...], str]:
    """All of the text with the ranges that are not the article's, and the article alone."""
    owner = without_signature(thread, chosen)
    parts: list[str] = []
    cuts: list[Cut] = []
    at = 0
    for is_own, numbers in groupby(range(len(owner)), key=lambda number: owner[number] == chosen):
        lines = "\n".join(thread.lines[number][1] for number in numbers).strip("\n")
        part = unwrapped(lines) if is_own else lines
        if not part.strip():
            continue
        if not is_own:
            cuts.append((at, at + len(part)))
        parts.append(part)
        at += len(part) + 2
    own = "\n\n".join(part for part in parts if part)
    return own, tuple(cuts), _own(own, cuts)


def _own(text: str, cuts: list[Cut]) -> str:
    kept, at = [], 0
    for start, end in cuts:
        kept.append(text[at:start])
        at = end
    return "".join([*kept, text[at:]]).strip("\n")
