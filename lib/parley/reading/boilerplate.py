"""What a page carries that is not the article: found by the patterns of boilerplate.yaml, cut, and kept to be seen."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from parley.model import LeftOut
from parley.reading.dates import date_alone
from parley.sheets.months import month_numbers

_LONGEST_LINE = 420
_LONGEST_LINK = 200
_LONGEST_FOOTER = 1500
_MOST_LINKS_INSIDE_AN_ARTICLE = 3

Cut = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Rules:
    """The patterns of boilerplate.yaml, compiled."""

    lines: re.Pattern[str]
    headings: re.Pattern[str]
    menu: re.Pattern[str]
    links: re.Pattern[str]
    footer: re.Pattern[str]
    footer_labels: re.Pattern[str]
    sections: tuple[str, ...]


def _any_of(patterns: list[str]) -> str:
    return "(?:" + "|".join(pattern.replace(" ", r"\s") for pattern in patterns) + ")"


@cache
def rules() -> Rules:
    """The packaged patterns; read once."""
    data = yaml.safe_load(files("parley.reading").joinpath("boilerplate.yaml").read_text("utf-8"))
    opening, sure = (_any_of(data["footer"][key]) for key in ("opening", "sure"))
    label = rf"(?:{opening}|{_any_of(data['link_markers'])})"
    return Rules(
        lines=re.compile(_any_of(data["lines"]) + r"\s*[.:»→]?", re.IGNORECASE),
        headings=re.compile(_any_of(data["headings"]) + r"\s*[.:»→…]*", re.IGNORECASE),
        menu=re.compile(_any_of(data["menu"]), re.IGNORECASE),
        links=_dated_links(data["link_markers"], data["prose"]),
        footer=re.compile(rf"\b{sure}"),
        footer_labels=re.compile(rf"\b{label}\s"),
        sections=tuple(data["sections"]),
    )


def _dated_links(markers: list[str], prose: list[str]) -> re.Pattern[str]:
    """Markers in a flattened page, with the dated titles that follow each."""
    months = "(?:" + "|".join(sorted({m for m in month_numbers() if len(m) > 2}, key=len, reverse=True)) + ")"
    dash = r"\s?[−–-]\s?"
    dated = (
        "".join(rf"(?<!\b{word}\s)" for word in prose)
        + rf"\b(?i:{months}\s\d\d?(?:{dash}(?:{months}\s)?\d\d?)?,\s\d{{4}}"
        + rf"|\d\d?(?:{dash}\d\d?)?\s{months}\s\d{{4}}(?:\sгода)?)(?=\s+[^\W\d_a-zа-я]|\s+[«“\"(<]|\s*$|\s*\n)"
    )
    # Titles hold "U.S." and "No. 5", may be two phrases ("Visit to Examplia. Second day"), and begin with a capital.
    phrase = r"(?:[^.!?\n<]|\b\w{1,2}\.)"
    title = rf"{phrase}{{3,250}}?(?:\.\s(?=[^\W\d_a-zа-я]){phrase}{{3,150}}?)?{dated}"
    to_the_end = rf"(?:[^\n]{{3,250}}?{dated}|[^.!?:;<\n]{{3,250}}[\w)\"”»])(?=\s*(?:\n|$))"
    marker, ended = _any_of(markers) + r"\s+(?=[^\W_a-zа-я]|[\"«“№])", r"(?:^|(?<=[.!?…>»”“;*\"')\]:])\s+|\n\s*)"
    more = rf"\s+(?:{marker})?{title}|\s*\n\s*[^\n]{{3,250}}?{dated}(?=\s*(?:\n|$))"
    return re.compile(rf"{ended}(?P<cut>{marker}(?:{to_the_end}|{title})(?:{more})*)")


def cut_boilerplate(text: str, title: str = "", known: tuple[Cut, ...] = ()) -> tuple[str, tuple[LeftOut, ...]]:
    """The text without what is not the article, and the passages cut, in order.

    Nothing else changes, so a text without boilerplate comes back as it is. `title` lets a page's own
    heading go where a flattened page repeats it at the head of its text, behind the name of the section.
    `known` are ranges of the text that are already found to be no part of the article.
    """
    cuts = [*known, *_head_cuts(text, title), *_flat_cuts(text), *_line_cuts(text)]
    return _without(text, _joined(text, [cut for cut in cuts if text[slice(*cut)].strip()]))


def _head_cuts(text: str, title: str) -> Iterator[Cut]:
    start = len(text) - len(text.lstrip())
    for section in rules().sections:
        head = f"{section} {title}"
        if title and text.startswith(head, start) and text[start + len(head) :].strip():
            yield start, start + len(head)
    first, _, rest = text[start:].partition("\n")
    if title and " ".join(first.split()) == " ".join(title.split()) and rest.strip():
        yield start, start + len(first)


def _flat_cuts(text: str) -> Iterator[Cut]:
    yield from (hit.span("cut") for hit in rules().links.finditer(text))
    if hit := rules().footer.search(text):
        yield _footer_start(text, hit.start()), len(text)


def _footer_start(text: str, sure: int) -> int:
    """Where the furniture under a text begins: at its first label after the last sentence."""
    start = max(0, sure - _LONGEST_FOOTER)
    ends = [start + end.end() for end in re.finditer(r"[!?…\n]|\.(?!\d)", text[start:sure])]
    last = ends[-1] if ends else start
    return first.start() if (first := rules().footer_labels.search(text, last, sure)) else sure


def _line_cuts(text: str) -> Iterator[Cut]:
    """Lines that are furniture, and the lists of links under their headings."""
    spans = [hit.span() for hit in re.finditer(r"[^\n]*\S[^\n]*", text)]
    number = 0
    while number < len(spans):
        line = _line(text, spans[number])
        links = _links_after(text, spans, number) if _is_heading(line) else 0
        if links or _is_furniture(line):
            yield spans[number][0], spans[number + links][1]
        number += 1 + links


def _line(text: str, span: Cut) -> str:
    start, end = span
    return text[start:end].strip(" \t*•–—-") if end - start <= _LONGEST_LINE else ""


def _is_heading(line: str) -> bool:
    return bool(line) and rules().headings.fullmatch(line) is not None


def _is_furniture(line: str) -> bool:
    return bool(line) and (rules().lines.fullmatch(line) is not None or _is_menu(line))


def _is_menu(line: str) -> bool:
    entries = [entry.strip() for entry in re.split(r"\s*[|›»•·>/]\s*", line) if entry.strip()]
    known = sum(rules().menu.fullmatch(entry) is not None for entry in entries)
    return len(entries) >= 3 and known >= 2 and all(len(entry.split()) <= 4 for entry in entries)


def _links_after(text: str, spans: list[Cut], heading: int) -> int:
    """How many lines under a heading are links: all to the end of the text, or a few before prose goes on."""
    count = 0
    for start, end in spans[heading + 1 :]:
        if not _is_link(text[start:end].strip()):
            return min(count, _MOST_LINKS_INSIDE_AN_ARTICLE)
        count += 1
    return count


def _is_link(line: str) -> bool:
    if len(line) > _LONGEST_LINK or sum(letter.isalpha() for letter in line) < len(line) / 2:
        return _is_furniture(line) or date_alone(line) is not None
    return not line.endswith((".", "!", ":", ";", ",")) or _is_furniture(line)


def _joined(text: str, cuts: list[Cut]) -> list[Cut]:
    """The cuts in order, those that touch or overlap made one."""
    joined: list[Cut] = []
    for start, end in sorted(cuts):
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _without(text: str, cuts: list[Cut]) -> tuple[str, tuple[LeftOut, ...]]:
    kept: list[str] = []
    left_out: list[LeftOut] = []
    length = done = 0
    for start, end in cuts:
        before, after = text[done:start].rstrip(), end + len(text[end:]) - len(text[end:].lstrip())
        gap = text[done + len(before) : after] if before or kept else ""
        kept.append(before)
        length += len(before)
        left_out.append(LeftOut(text[start:end].strip(), length))
        joint = _widest_space(gap) if after < len(text) else ""
        kept.append(joint)
        length, done = length + len(joint), after
    return "".join([*kept, text[done:]]), tuple(left_out)


def _widest_space(gap: str) -> str:
    """The strongest break in what was cut: two paragraphs must never run together."""
    spaces: list[str] = re.findall(r"\s+", gap)
    return max(spaces, key=lambda space: (space.count("\n"), len(space)), default="")
