"""The last step of every reader: from what stood in a file to an Article."""

import re
from pathlib import PurePath

from parley.errors import UnreadableFile
from parley.model import NO_SUCH_DAY, Article
from parley.reading.boilerplate import Cut, cut_boilerplate
from parley.reading.datelines import dateline_date
from parley.reading.dates import Written, date_alone, date_in, labelled_date
from parley.reading.fields import field_line, is_empty_field
from parley.reading.language import language_named, language_of
from parley.reading.normal import one_line, storable

LONGEST_TEXT = 2_000_000
"""Characters of the longest article; what is longer is a book or a log, and would hold up all that wait behind it."""
_LONGEST_TITLE = 300
_LINES_THAT_DATE = 6
_HEAD = 2000
_LONGEST_DATE = 60
_LETTER = re.compile(r"[^\W\d_]")
_FEWEST_LETTERS = 3


def stem(name: str) -> str:
    """A file's name without folder and suffix."""
    return PurePath(name.replace("\\", "/")).stem or name


def assemble(name: str, text: str, facts: dict[str, str], basis: str = "file", known: tuple[Cut, ...] = ()) -> Article:
    """An article of this text and these facts (by the names of fields.yaml); what is missing is looked for in the text.

    `basis` says where the facts' date of publication comes from: "file", "page metadata". A date found in the
    text itself has the basis "text", one in the dateline of its report "dateline". `known` are ranges of the text that
    its reader has found to be no article.
    Raises UnreadableFile for a text without letters.
    """
    if len(text) > LONGEST_TEXT:
        raise UnreadableFile(
            f"This text is longer than {LONGEST_TEXT:,} characters, about a thousand pages. Parley reads articles: "
            "take out the part that is meant, and upload that."
        )
    title = one_line(facts.get("title", ""))
    body, left_out = cut_boilerplate(storable(text), title, known)
    if len(_LETTER.findall(body)) < _FEWEST_LETTERS:
        raise UnreadableFile("There are no words in this file. If it should hold an article, paste its text instead.")
    published_on, published_basis = _published(one_line(facts.get("published_on", "")), basis, text, body)
    return Article(
        title=title or one_line(stem(name)),
        text=body,
        source=one_line(facts.get("source", "")) or None,
        url=web_address(facts.get("url", "")),
        published_on=published_on,
        published_basis=published_basis,
        language=language_named(facts.get("language")) or language_of(body),
        left_out=left_out,
        id=facts.get("id", "").strip() or stem(name),
    )


def _published(given: str, basis: str, text: str, body: str) -> tuple[str | None, str | None]:
    """The day of publication and what it rests on; a date that is no real day is told, and never made another."""
    written = date_in(given)
    if written is None:
        basis, written = "text", labelled_date(text) or first_line_date(body)
    if written is None:
        basis, written = "dateline", dateline_date(body)
    if written and written.day:
        return written.day, basis
    words = written.words if written else given[:_LONGEST_DATE] if re.search(r"\d", given) else ""
    return None, f"{NO_SUCH_DAY}{words}" if words else None


def web_address(text: str) -> str | None:
    """The text if it is an address of the web, else None: nothing else may become a link."""
    found = re.fullmatch(r"https?://[^\s<>\"'\\]{3,2000}", text.strip())
    return found[0] if found else None


def first_line_date(text: str) -> Written | None:
    """The date that stands alone on one of the first lines of a text, as releases are dated, else None."""
    lines = [line.strip() for line in text[:_HEAD].split("\n") if line.strip()]
    return next((found for line in lines[:_LINES_THAT_DATE] if (found := date_alone(line))), None)


def title_and_rest(text: str) -> tuple[str, str]:
    """The heading of a plain text and what follows it; no heading where the text begins with a sentence."""
    first, _, rest = text.partition("\n")
    if not rest.strip() or len(first) > _LONGEST_TITLE or not _LETTER.search(first):
        return "", text
    ends_like_a_sentence = re.search(r"[^.\s]{3,}[.:;,]$", first) and not first.endswith((" U.S.", " U.K."))
    return ("", text) if ends_like_a_sentence or date_alone(first) else (first, rest.lstrip("\n"))


def head_facts(text: str) -> tuple[dict[str, str], str]:
    """The facts that a text gives in lines such as `Source: …` at its very head, and the text after them."""
    facts: dict[str, str] = {}
    lines = text.split("\n")
    for number, line in enumerate(lines):
        given = field_line(line)
        if given is None and line.strip() and not is_empty_field(line):
            return facts, "\n".join(lines[number:]) if facts else text
        if given:
            facts.setdefault(*given)
    return {}, text
