"""A mail's text as the mails in it: what its sender wrote, and each mail that was sent on or answered below."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

import yaml

from parley.reading.dates import first_date

_MOST_MAILS = 40
_MOST_LINES_OF_A_HEAD = 30
_LONGEST_HEAD_LINE = 1000
_LINES_OF_AN_ATTRIBUTION = 3
_FEWEST_HEAD_LINES = 3
_FEWEST_LETTERS = 20
_LINES_OF_A_SIGNATURE = 12
_LETTER = re.compile(r"[^\W\d_]")

Link = Literal["forward", "reply", "unclear"]
Line = tuple[int, str]
"""How deep a line is quoted, and its words."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of mail.yaml, compiled."""

    head: re.Pattern[str]
    keys: dict[str, str]
    forwarded: re.Pattern[str]
    original: re.Pattern[str]
    wrote: re.Pattern[str]
    forward_sign: re.Pattern[str]
    sign: re.Pattern[str]
    bare: re.Pattern[str]


@cache
def words() -> Words:
    """The packaged words; read once."""
    data = yaml.safe_load(files("parley.reading").joinpath("mail.yaml").read_text("utf-8"))
    keys = {name: key for key, names in data["head"].items() for name in names}
    names = "|".join(map(re.escape, sorted(keys, key=len, reverse=True)))
    gateway, forward = "|".join(data["gateway_signs"]), "|".join(data["forward_signs"])
    any_sign = f"(?:{forward}|{'|'.join(data['reply_signs'])})" + r"(?:\[\d+\])?\s?:"
    return Words(
        head=re.compile(rf"[*_]*(?P<name>{names})\s?[*_]*\s?:[*_]*\s*(?P<value>.*)", re.IGNORECASE),
        keys=keys,
        forwarded=_marker(data["forwarded"]),
        original=_marker(data["original"]),
        wrote=re.compile(
            rf".{{4,400}}(?:\b(?:{'|'.join(data['wrote'])})|[<(\[]\S+@\S+[>)\]])\s?:(?:\s*[<(\[]\S+[>)\]])?",
            re.IGNORECASE,
        ),
        forward_sign=re.compile(rf"\s*(?:(?:{gateway})\s*)*(?:{forward})(?:\[\d+\])?\s?:", re.IGNORECASE),
        sign=re.compile(rf"\s*(?:(?:{gateway}|{any_sign})\s*)+", re.IGNORECASE),
        bare=re.compile(rf"(?:{'|'.join(data['bare_subjects'])})[.:!]*", re.IGNORECASE),
    )


def _marker(phrases: Sequence[str]) -> re.Pattern[str]:
    """One of the phrases between dashes, or alone on its line with a colon."""
    phrase = f"(?:{'|'.join(phrases)})"
    return re.compile(rf"[-_=–— ]{{2,}}\s*{phrase}\s*[-_=–— ]*|{phrase}\s*:", re.IGNORECASE)


@dataclass(slots=True)
class Mail:
    """One mail within a mail's text: what its head says, its lines, and how it hangs on the one above."""

    said: dict[str, str]
    link: Link = "unclear"
    above: int = -1
    depth: int = 0
    letters: int = 0


@dataclass(frozen=True, slots=True)
class Thread:
    """The mails in a mail's text, the first being its sender's own; `owner` tells of each line whose it is, -1 for
    the lines of heads and signatures."""

    mails: list[Mail]
    lines: list[Line]
    owner: list[int]


def thread_of(text: str, said: dict[str, str]) -> Thread:
    """Take a mail's text apart; `said` is what its own head says (subject, from, date)."""
    lines = [_unquoted(line) for line in text.split("\n")]
    mails, owner, at, here = [Mail(said)], [0] * len(lines), 0, 0
    while at < len(lines):
        depth, line = lines[at]
        while line and mails[here].above >= 0 and depth < mails[here].depth:
            here = mails[here].above
        found = _next_mail(lines, at) if line and len(mails) < _MOST_MAILS else None
        if found is None:
            owner[at] = here
            mails[here].letters += len(_LETTER.findall(line))
            at += 1
            continue
        below, after = found
        below.above, below.link = here, _link(below.link, mails[here])
        mails.append(below)
        owner[at:after] = [-1] * (after - at)
        here, at = len(mails) - 1, after
    return Thread(mails, lines, owner)


def article_in(thread: Thread) -> int:
    """Which of the mails is the article: what was sent on, else the longest; never a colleague's note above it."""
    best = list(range(len(thread.mails)))

    def letters(number: int) -> int:
        return thread.mails[best[number]].letters

    for number in range(len(thread.mails) - 1, 0, -1):
        mail = thread.mails[number]
        is_note_above = mail.link == "forward" and best[mail.above] == mail.above
        if letters(number) > (_FEWEST_LETTERS if is_note_above else letters(mail.above)):
            best[mail.above] = best[number]
    return best[0]


def without_signature(thread: Thread, chosen: int) -> list[int]:
    """Whose each line is, with the signature under the chosen mail taken from it."""
    owner = list(thread.owner)
    own = [number for number, whose in enumerate(owner) if whose == chosen]
    marks = [number for number in own if thread.lines[number][1] in {"--", "—"}]
    if marks and sum(bool(thread.lines[n][1]) for n in own if n > marks[-1]) <= _LINES_OF_A_SIGNATURE:
        for number in own:
            if number >= marks[-1]:
                owner[number] = -1
    return owner


def subject_of(subject: str) -> str:
    """A subject without what says that it was answered or sent on; empty where it names no release."""
    bare = words().sign.sub("", subject, count=1).strip() if words().sign.match(subject) else subject.strip()
    return "" if words().bare.fullmatch(bare) else bare


def _unquoted(line: str) -> Line:
    hit = re.match(r"(?:> ?)*", line)
    marks = hit[0] if hit else ""
    return marks.count(">"), line[len(marks) :].strip()


def _link(link: Link, above: Mail) -> Link:
    """How a mail hangs on the one above, where the line between does not say it: by the subject of that one."""
    subject = above.said.get("subject", "")
    if link == "forward" or words().forward_sign.match(subject):
        return "forward"
    return "reply" if words().sign.match(subject) else link


def _next_mail(lines: Sequence[Line], at: int) -> tuple[Mail, int] | None:
    """The mail whose head begins at this line, and where its text begins; None where none does."""
    depth, line = lines[at]
    is_forward = words().forwarded.fullmatch(line) is not None
    if is_forward or words().original.fullmatch(line):
        said, after, depth_of_head = _head(lines, at + 1)
        return Mail(said, "forward" if is_forward else "unclear", depth=max(depth, depth_of_head)), after
    said, after, _ = _head(lines, at) if _key(line) == "from" else ({}, at, 0)
    if len(said) >= _FEWEST_HEAD_LINES and said.keys() & {"date", "subject"}:
        return Mail(said, depth=depth), after
    return _quoted(lines, at)


def _head(lines: Sequence[Line], start: int) -> tuple[dict[str, str], int, int]:
    """What the head beginning here says, where the text after it begins, and how deep the head is quoted."""
    said: dict[str, str] = {}
    after, depth = start, 0
    for at in range(start, min(len(lines), start + _MOST_LINES_OF_A_HEAD)):
        line = lines[at][1]
        key = _key(line)
        if key and key not in said:
            hit = words().head.fullmatch(line)
            said[key] = hit["value"].strip(" *_") if hit else ""
            after, depth = at + 1, lines[at][0]
        elif line and not (said and after == at and at + 1 < len(lines) and _key(lines[at + 1][1])):
            break
        elif line:
            after = at + 1  # a list of addresses that goes on
    return said, after, depth


def _key(line: str) -> str | None:
    """What a line of a head says ("from", "date", "subject", or the name of another line), else None."""
    hit = words().head.fullmatch(line) if line and len(line) <= _LONGEST_HEAD_LINE else None
    if hit is None:
        return None
    name = hit["name"].casefold()
    return name if words().keys[name] == "other" else words().keys[name]


def _quoted(lines: Sequence[Line], at: int) -> tuple[Mail, int] | None:
    """A mail quoted under a line such as "On 3 May 2021 at 10:00, Press Office <press@…> wrote:"."""
    told = ""
    for after in range(at + 1, min(len(lines), at + _LINES_OF_AN_ATTRIBUTION) + 1):
        told = f"{told} {lines[after - 1][1]}".strip()
        if len(told) > _LONGEST_HEAD_LINE or not lines[after - 1][1]:
            return None
        if told.endswith((":", ">", "]")) and words().wrote.fullmatch(told) and (day := first_date(told)):
            first = next((depth for depth, line in lines[after:] if line), 0)
            # A release may quote a letter, too: "On 3 May 2021 the President wrote:".
            if first <= lines[at][0] and not re.search(r"@|\b\d{1,2}:\d\d\b", told):
                return None
            sender = re.search(r"(?P<name>[^,\d:<>\"]{3,80})\"?\s*[<(\[]\S+@", told)
            said = {"date": day, "from": sender["name"].strip() if sender else ""}
            return Mail(said, "reply", depth=first), after
    return None
