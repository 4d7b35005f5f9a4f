"""Sentences in which a party undertakes, signs or demands something for the future."""

from parley.codebook.words import words
from parley.coding.automaton import Hit
from parley.coding.deeds import is_deed
from parley.coding.due import find_due
from parley.coding.scan import Scanned
from parley.coding.sections import Sections, agenda_at
from parley.coding.strength import Cue, clause_voice, finite_cues, is_subordinate
from parley.coding.voices import JOINT, Voiced
from parley.model import Article, Commitment, CommitmentKind, Meeting

_KINDS: tuple[CommitmentKind, ...] = ("signed", "agreed", "pledges", "intends", "urges")
_FIRM: tuple[CommitmentKind, ...] = ("signed", "agreed", "pledges")
_DEMAND_FIRST: tuple[CommitmentKind, ...] = ("urges", *_KINDS)
_KIND: dict[str, CommitmentKind] = {kind: kind for kind in _KINDS}
_TWO = 2


def find_commitments(
    scanned: tuple[Scanned, ...],
    voices: tuple[Voiced, ...],
    meetings: tuple[Meeting, ...],
    article: Article,
    alone: str | None,
    taking_part: int = _TWO,
) -> tuple[Commitment, ...]:
    """Each sentence of commitment with its actor, kind and topics; one of no topic must be signed, or firmly told.

    A sentence that names no actor is of all sides, but where a state's outlet speaks `alone`, its own. Where it belongs
    to no meeting, there are as many sides as are `taking_part` in the whole article.
    """
    sections = Sections(meetings)
    is_planned = sections.focal is not None and meetings[sections.focal].status == "planned"
    agenda = agenda_at([one.sentence for one in scanned], meetings)
    told_on = article.published_on or _day_of(meetings, sections.focal)
    is_speech = not words("spoken_titles").isdisjoint(article.title.split())
    made = []
    for at, (one, voiced) in enumerate(zip(scanned, voices, strict=True)):
        # What talks to come will be about is announced, not promised.
        if not one.promises or at in agenda:
            continue
        finite = finite_cues(one)
        hit = _promise(one, voiced, finite, is_planned)
        if hit is None:
            continue
        topics = tuple(dict.fromkeys(found.topic for found in one.topics))
        kind = _KIND[hit.payload]
        if not topics and kind not in _FIRM:
            continue
        spans = one.words.spans
        rule = one.sentence.text[spans[hit.first][0] : spans[hit.end - 1][1]]
        voice = clause_voice(voiced, one.words.forms, finite, hit.first)
        if one.words.low[hit.first] in words("of_all"):
            voice = JOINT
        met = sections.at(one.sentence.start)
        is_of_sides = met is not None or taking_part > _TWO
        is_firm = kind == "signed" or (is_of_sides and not is_speech and _is_firm(one, hit, voice))
        if not (topics or is_firm):
            continue
        is_one = voice is not None and voice != JOINT and (kind != "signed" or rule.startswith("sign"))
        sides = _sides(meetings[met]) if met is not None else taking_part
        own = alone if voice is None and kind != "signed" else None
        actor = voice if voice and is_one else own or ("both" if sides <= _TWO else "all")
        due = None if kind == "signed" else find_due(one.sentence.text, told_on, article.language)
        made.append(Commitment(actor, kind, topics, due, met, one.sentence.evidence, rule))
    return tuple(made)


def _day_of(meetings: tuple[Meeting, ...], focal: int | None) -> str | None:
    """When the reported meeting was held: the day of a text that has no day of publication."""
    return meetings[focal].start if focal is not None and meetings[focal].status == "held" else None


def _sides(meeting: Meeting) -> int:
    """How many sides a meeting has: those named, or where one organisation met with itself, more than two."""
    return len(meeting.parties) if len(meeting.parties) > 1 else _TWO + 1


def _is_firm(one: Scanned, hit: Hit[str], voice: str | None) -> bool:
    """Whether a report says outright that sides agreed or committed themselves, whatever it was about.

    "Will" alone is too little where no topic bears it out, and what somebody says at length is no report.
    """
    low = one.words.low
    said = {*low[hit.first : hit.end]}
    if low[hit.first].startswith("принят"):
        return False  # "Принятые решения" are decisions of another day.
    if "will" in said and "continue" not in said:
        return False
    speaks = words("speaking").intersection(low)
    return not (speaks or "?" in one.sentence.text or (voice != JOINT and not words("of_us").isdisjoint(low)))


def _promise(one: Scanned, voiced: Voiced, finite: list[Cue], is_planned: bool) -> Hit[str] | None:
    """The words that tell of a commitment, with its kind; None where there is none.

    What a coming meeting's announcement says that people will do there is no commitment.
    """
    if any(hit.payload == "none" for hit in one.promises):
        return None
    voids = {"void", "announced"} if is_planned else {"void"}
    void = {at for hit in one.promises if hit.payload in voids for at in range(hit.first, hit.end)}
    hits = [
        hit
        for hit in one.promises
        if hit.payload in _KIND and void.isdisjoint(range(hit.first, hit.end)) and not is_subordinate(one, finite, hit)
    ]
    hits = [hit for hit in hits if is_deed(one, voiced, hit)]
    opening = min((hit for hit in hits if hit.payload == "urges"), key=lambda hit: hit.first, default=None)
    is_demand = opening is not None and all(hit.first >= opening.first for hit in hits)
    kinds = _DEMAND_FIRST if is_demand else _KINDS
    return next((hit for kind in kinds for hit in hits if hit.payload == kind), None)
