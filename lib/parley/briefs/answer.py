"""An answer sheet as it is taken away: Markdown to paste, or a Word document; every sentence cited by number."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from docx import Document
from docx.shared import Pt

LIVE = re.compile(r"([\\`*_{}\[\]<>#|~$^&])")
"""What Markdown would read as more than text, wherever in a line it stands."""
ADDRESS = re.compile(r"https?://[^\s<>\"'`|\\()\[\]]+")
NOT_IN_WORD = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""Signs that no Word document may hold."""
SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Cited:
    """A sentence, word for word, with the number of its source in the list at the end, and a note such as "checked"."""

    sentence: str
    number: int
    note: str


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose words these are, in words, and the sentences."""

    name: str
    said: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One round: when, where and which; `note` where nothing was said; else the voices."""

    title: str
    note: str
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A source as it is cited: outlet, headline, date, and the address where one is known."""

    words: str
    url: str


@dataclass(frozen=True, slots=True)
class Paper:
    """The whole sheet: what was asked, the answer in one line, the rounds, the sources, and how it was made."""

    title: str
    line: str
    sections: tuple[Section, ...]
    sources: tuple[Reference, ...]
    made: str


def as_markdown(paper: Paper) -> str:
    """The sheet as Markdown: what comes from data can be nothing but text in it."""
    parts = [f"### {escaped(paper.title)}", f"**{escaped(paper.line)}**"]
    for section in paper.sections:
        parts.append(f"**{escaped(section.title)}**" + (f"  \n{escaped(section.note)}" if section.note else ""))
        for voice in section.voices:
            quotes = [f"- “{escaped(one.sentence)}” [{one.number}]{_noted(one)}" for one in voice.said]
            parts.append("\n".join([f"*{escaped(voice.name)}*", "", *quotes]))
    if paper.sources:
        parts.append("\n".join(f"[{n}] {_cited(one)}  " for n, one in enumerate(paper.sources, 1)))
    return "\n\n".join([*parts, escaped(paper.made)]) + "\n"


def escaped(text: str) -> str:
    """The text on one line, with what Markdown would read as more than text set off by a backslash."""
    return LIVE.sub(r"\\\1", SPACES.sub(" ", text).strip())


def _noted(one: Cited) -> str:
    return f" ({escaped(one.note)})" if one.note else ""


def _cited(one: Reference) -> str:
    if not one.url:
        return escaped(one.words)
    address = f"<{one.url}>" if ADDRESS.fullmatch(one.url) else escaped(one.url)
    return f"{escaped(one.words)}: {address}"


def as_word(paper: Paper) -> bytes:
    """The sheet as a Word document (.docx)."""
    document = Document()
    document.styles["Normal"].font.size = Pt(10)
    document.styles["Normal"].paragraph_format.space_after = Pt(3)
    document.core_properties.title, document.core_properties.author = _plain(paper.title), "Parley"
    document.add_heading(_plain(paper.title), level=1)
    document.add_paragraph().add_run(_plain(paper.line)).bold = True
    for section in paper.sections:
        document.add_heading(_plain(section.title), level=2)
        if section.note:
            document.add_paragraph(_plain(section.note))
        for voice in section.voices:
            document.add_paragraph().add_run(_plain(voice.name)).italic = True
            for one in voice.said:
                note = f" ({one.note})" if one.note else ""
                document.add_paragraph(_plain(f"“{one.sentence}” [{one.number}]{note}"), style="List Bullet")
    if paper.sources:
        document.add_heading("Sources", level=2)
    for line in _numbered(paper.sources):
        document.add_paragraph(line)
    document.add_paragraph(_plain(paper.made))
    held = BytesIO()
    document.save(held)
    return held.getvalue()


def _numbered(sources: Sequence[Reference]) -> list[str]:
    return [_plain(f"[{n}] {': '.join(filter(None, (one.words, one.url)))}") for n, one in enumerate(sources, 1)]


def _plain(text: str) -> str:
    """The text on one line, without the signs that would make the document unreadable."""
    return SPACES.sub(" ", NOT_IN_WORD.sub("", text)).strip()
