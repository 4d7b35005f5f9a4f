"""An answer sheet in words: the line on top, the name of each round, whose voice, and the paper to take away."""

from collections.abc import Sequence

from parley.briefs.answer import Cited, Paper, Reference, Section, Voice
from parley.queries.answers import Answered, Quote, Source
from parley.queries.rounds import Round
from parley.ui.dialogues.said import level_name, round_number, when_and_where
from parley.ui.dialogues.states import what_is_held
from parley.ui.words import counted, on_date, side_name

JOINT = "Both sides"
ALL = "All sides together"
NOBODY = "Not said whose"
CHECKED = "checked"
FULL_AND_SILENT = "Full text held, no mention."
PRESS_ONLY = "Only press reports held, and none of them tells of it."


def summary(found: Sequence[Answered]) -> str:
    """ "Raised at 2 of the last 3 rounds; 5 sentences from 3 outlets." Silence as far as it is known."""
    raised = [one for one in found if one.quotes]
    silent = sum(bool(one.full_texts) for one in found if not one.quotes)
    unheard = len(found) - len(raised) - silent
    quotes = [quote for one in raised for quote in one.quotes]
    outlets = len({quote.source.outlet for quote in quotes})
    of = "the last round" if len(found) == 1 else f"{len(raised)} of the last {len(found)} rounds"
    if not raised:
        of = "the last round" if len(found) == 1 else f"any of the last {len(found)} rounds"
        said = [f"Not found at {of}"]
    else:
        said = [f"Raised at {of}", f"{counted(len(quotes), 'sentence')} from {counted(outlets, 'outlet')}"]
    said += [f"no mention in the full text of {counted(silent, 'round')}"] if silent else []
    said += [f"only press reports held of {counted(unheard, 'other round' if raised else 'round')}"] if unheard else []
    return "; ".join(said) + "."


def blank(one: Answered) -> str:
    """What a round without the topic says; only a full official text's silence is told as "no mention"."""
    if one.full_texts:
        return FULL_AND_SILENT
    return f"{PRESS_ONLY} Held: {what_is_held(one.round)}."


def title_of(one: Round, *, with_level: bool) -> str:
    """ "6 November 2023, Astana · 5th round · officials"."""
    number = round_number(one)
    level = level_name(one.level).lower() if with_level and one.level else ""
    return " · ".join(part for part in (when_and_where(one), number and f"{number} round", level) if part)


def by_voice(quotes: Sequence[Quote], sides: int) -> list[tuple[str, list[Quote]]]:
    """The sentences by whose voice they are: the sides in the order of their names, then all, then nobody's."""
    together = ALL if sides > 2 else JOINT
    named: dict[str, list[Quote]] = {}
    for quote in quotes:
        named.setdefault(voice_name(quote.voice, together), []).append(quote)
    last = {together: 1, NOBODY: 2}
    return sorted(named.items(), key=lambda item: (last.get(item[0], 0), item[0]))


def voice_name(voice: str | None, together: str) -> str:
    """Whose voice, in words."""
    if voice is None:
        return NOBODY
    return together if voice == "joint" else side_name(voice)


def citation(source: Source) -> str:
    """Outlet, headline and date: "Example Wire, “Envoys meet on the Potomac”, 6 December 2022"."""
    headline = f"“{source.title}”" if source.title and source.title != source.outlet else ""
    date = on_date(source.published_on) if source.published_on else "no date of publication"
    return ", ".join(part for part in (source.outlet, headline, date) if part)


def paper(title: str, found: Sequence[Answered], made: str, *, with_level: bool) -> Paper:
    """The sheet as it is taken away: sources are numbered in the order in which they are first cited."""
    numbers: dict[int, int] = {}
    listed: list[Source] = []

    def number(source: Source) -> int:
        if source.article not in numbers:
            listed.append(source)
            numbers[source.article] = len(listed)
        return numbers[source.article]

    sections = []
    for one in found:
        voices = tuple(
            Voice(name, tuple(Cited(quote.sentence, number(quote.source), note_of(quote)) for quote in quotes))
            for name, quotes in by_voice(one.quotes, len(one.round.sides))
        )
        silent = " ".join(f"[{number(source)}]" for source in one.full_texts) if not voices else ""
        note = "" if voices else " ".join(part for part in (blank(one), silent) if part)
        sections.append(Section(title_of(one.round, with_level=with_level), note, voices))
    sources = tuple(Reference(citation(source), source.url or "") for source in listed)
    return Paper(title, summary(found), tuple(sections), sources, made)


def note_of(quote: Quote) -> str:
    """Said only of a sentence that a person has checked: `checked_line` tells of all the others at once."""
    return CHECKED if quote.is_checked else ""


def checked_line(found: Sequence[Answered]) -> str:
    """How many of the sentences a person has checked."""
    quotes = [quote for one in found for quote in one.quotes]
    checked = sum(quote.is_checked for quote in quotes)
    if not quotes:
        return ""
    if not checked:
        return "Found by Parley; not checked by a person."
    every = "all of them" if checked == len(quotes) else f"{checked} of {counted(len(quotes), 'sentence')}"
    return f"Found by Parley; {every} checked by a person."
