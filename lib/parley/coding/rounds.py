"""Which standing format a meeting belongs to, and which round of it this was."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from parley.codebook.world import load_world
from parley.coding.passages import Passage
from parley.coding.registry import named_series, series_called
from parley.coding.series import Format
from parley.coding.story import Story
from parley.model import EditionBasis, MeetingKind

_LOWER = re.compile(
    r"\b((?:(?:enhanced|high-level|annual|bilateral|strategic|political|economic|financial|security|human rights|"
    r"defence|defense|energy|migration|legal|joint|intergovernmental|foreign policy|cyber|trade|consular) ){1,4}"
    r"(?:dialogues?|consultations|commission))\b"
)
_ROUND = re.compile(
    r"\b(?:is|was|marked|marks|the|this|as) (?:the )?(?P<nth>\w+),? "
    r"(?:in (?:a|an|the|this|its|their)(?: \w+)? (?:format|series)|(?:annual )?(?:round|meeting|session|edition)\b)"
)
# "The council held its ninth meeting", "spoke after their third ministerial", "it is by order the second".
# Only a round that comes right after another is counted from it; "since the first round" tells nothing.
_FOLLOWS = re.compile(
    r"\b(?:follow(?:s|ed)|comes? after|c[ao]me after|succeeds) (?:on )?the (?P<nth>\w+)"
    r"(?: [\w-]+){0,4}? (?:round|session|edition|dialogue|consultations|meeting)\b",
    re.IGNORECASE,
)
_EARLIER = re.compile(r"\b(?:follow\w*(?: on)?|since|after|before|until|than|succeeds|ahead of) $", re.IGNORECASE)
_SESSION = re.compile(r"(?: [\w-]+)? (?:plenary|round|session|edition)\b")
_ITS_ROUND = re.compile(
    r"\b(?:held|holds|opened|concluded|convened|completed|after|at) (?:its|their) (?P<nth>\w+) "
    r"(?:annual )?(?:round|meeting|session|[Mm]inisterial|[Ss]ummit|[Dd]ialogue)\b|"
    r"\bby order the (?P<order>\w+)\b|\bfor (?:the|its|their) (?P<time>\w+) time\b"
)
_NTH = re.compile(r"(\d+)(?:st|nd|rd|th)")
_VAGUE = ("meeting", "session")  # "this first meeting" may be the first of a day.
_ONE_OFF = frozenset(("summit", "forum"))


@dataclass(frozen=True, slots=True)
class Round:
    """A format's name as the text gives it, its registry id, and the round."""

    series: str | None = None
    series_id: str | None = None
    edition: int | None = None
    basis: EditionBasis | None = None
    kind: MeetingKind | None = None


def find_round(
    story: Story, number: int, formats: Sequence[Format], parties: Sequence[str], on: str | None, counted: bool = True
) -> Round:
    """The series and round of the meeting that sentence `number` reports; an empty round for a one-off."""
    found = _stated_round(story, number, formats, parties, on, counted)
    if found.edition or not (counted and found.series):
        return found
    edition = _after_the_last(story, number)
    return replace(found, edition=edition, basis="inferred") if edition else found


def _after_the_last(story: Story, number: int) -> int | None:
    """The round after the one that it is said to follow ("follows the third round, held last year")."""
    for passage in story.passages[number : number + 3]:
        match = _FOLLOWS.search(passage.text, passage.sentence.start, passage.sentence.end)
        if match:
            last = next((int(a.value) for a in passage.of("ordinals") if a.start == match.start("nth")), None)
            return last + 1 if last else None
    return None


def nth_after(passage: Passage, at: int) -> int | None:
    """The ordinal that counts a session after a character of the text ("at the second plenary")."""
    for atom in passage.of("ordinals"):
        if atom.start >= at and _SESSION.match(passage.text, atom.end):
            return int(atom.value)
    return None


def _stated_round(
    story: Story, number: int, formats: Sequence[Format], parties: Sequence[str], on: str | None, counted: bool
) -> Round:
    """The series and round as the article names and counts them."""
    told = _told_round(story, number, formats, parties, on, counted)
    # States that meet in a format may also come together at a conference, which is no round of it.
    apart = not counted or told.series_id or any(f.kind == "forum" for f in formats)
    named = None if apart else named_series(story, number, parties, on)
    if named is None:
        return told
    edition = told.edition or named.edition or _its_round(story, number)
    return Round(told.series or named.name, named.series.id, edition, "stated" if edition else None, told.kind)


def _told_round(
    story: Story, number: int, formats: Sequence[Format], parties: Sequence[str], on: str | None, counted: bool
) -> Round:
    """The round as the formats written with capitals, or a dialogue's name in small letters, give it."""
    standing = [f for f in formats if f.standing and not _is_one_off(f, parties)]
    if not standing:
        return _small_letters(story, parties, on) if counted else Round()
    chosen = max(standing, key=lambda f: (len(f.parties) > 1, len(f.name)))
    edition = next((f.edition for f in standing if f.edition), None)
    known = series_called(chosen.bare, parties, on, story.book)
    if edition is None and counted:
        edition = _its_round(story, number) or _counted(story)
    return Round(chosen.name, known.id if known else None, edition, "stated" if edition else None)


def _is_one_off(format_: Format, parties: Sequence[str]) -> bool:
    """Whether a name in capitals is of a single summit or conference, not of a standing format."""
    if format_.edition is not None:
        return False
    if format_.kind in _ONE_OFF:
        return True
    return (
        format_.kind == "ministerial" and len(format_.parties) < 2 and "c5+1" not in format_.bare and len(parties) != 1
    )


def _small_letters(story: Story, parties: Sequence[str], on: str | None) -> Round:
    """A format named in small letters ("the strategic dialogue between Norway and Kenya")."""
    texts = [passage.text for passage in story.headline] + [p.sentence.text for p in story.passages[:2]]
    for text in texts:
        match = _LOWER.search(text)
        if match and len(parties) == 2:
            bare = match[1]
            known = series_called(bare, parties, on, story.book)
            names = "-".join(_country_name(party) for party in parties)
            edition = _counted(story)
            return Round(
                f"{names} {bare}", known.id if known else None, edition, "stated" if edition else None, "dialogue"
            )
    return Round()


def _its_round(story: Story, number: int) -> int | None:
    """The round that the meeting's own sentence, or the next one, counts after the format's name."""
    for passage in story.passages[number : number + 2]:
        ordinals = {atom.start: int(atom.value) for atom in passage.of("ordinals")}
        for match in _ITS_ROUND.finditer(passage.text, passage.sentence.start, passage.sentence.end):
            named = match.lastgroup or "nth"
            if match.start(named) in ordinals:
                return ordinals[match.start(named)]
            nth = _NTH.fullmatch(match[named])
            if nth:
                return int(nth[1])
    return None


def _counted(story: Story) -> int | None:
    """The round where a sentence of its own counts it ("this is the fifth in this format")."""
    for passage in story.passages[: story.told]:
        match = _ROUND.search(passage.text, passage.sentence.start, passage.sentence.end)
        if match and not _EARLIER.search(passage.text, max(passage.sentence.start, match.start() - 20), match.start()):
            atom = next((a for a in passage.of("ordinals") if a.start == match.start("nth")), None)
            nth = _NTH.fullmatch(match["nth"])
            told = any(when.sort != "today" for when in passage.dates)
            if atom and not told and not (match["nth"] == "first" and match[0].endswith(_VAGUE)):
                return int(atom.value)
            if nth:
                return int(nth[1])
    return None


def _country_name(party: str) -> str:
    """The party's first name in English, as series are called."""
    names = load_world("en").names
    return next((name for name, meant in names.items() if meant.parties == (party,) and meant.kind != "city"), party)
