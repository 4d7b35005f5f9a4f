"""Sentences in which a party undertakes, signs or demands something for the future."""

from parley.coding.automaton import spans_of
from parley.coding.due import find_due
from parley.coding.scan import Scanned
from parley.coding.voices import JOINT
from parley.model import Commitment, CommitmentKind, Language, Meeting

_KINDS: tuple[CommitmentKind, ...] = ("signed", "agreed", "pledges", "intends", "urges")
_DEMAND_FIRST: tuple[CommitmentKind, ...] = ("urges", *_KINDS)
_TWO = 2


def find_commitments(
    scanned: tuple[Scanned, ...],
    voices: tuple[str | None, ...],
    meetings: tuple[Meeting, ...],
    language: Language,
    published_on: str | None,
) -> tuple[Commitment, ...]:
    """Each sentence of commitment with its actor, kind and topics; one that names no topic needs to be signed."""
    focal = next((number for number, meeting in enumerate(meetings) if meeting.focal), None)
    sides = len(meetings[focal].parties) if focal is not None else _TWO
    found = []
    for one, voice in zip(scanned, voices, strict=True):
        kind, rule = _kind(one)
        topics = tuple(dict.fromkeys(hit.topic for hit in one.topics))
        if kind is None or not (topics or kind == "signed"):
            continue
        is_one = voice is not None and voice != JOINT and (kind != "signed" or rule.startswith("sign"))
        actor = voice if voice and is_one else "both" if sides <= _TWO else "all"
        due = None if kind == "signed" else find_due(one.sentence.text, published_on, language)
        found.append(Commitment(actor, kind, topics, due, focal, one.sentence.evidence, rule))
    return tuple(found)


def _kind(one: Scanned) -> tuple[CommitmentKind | None, str]:
    """The kind of commitment in the sentence and the words that tell of it; None where there is none."""
    if any(hit.payload == "none" for hit in one.promises):
        return None, ""
    void = {at for hit in one.promises if hit.payload == "void" for at in range(hit.first, hit.end)}
    hits = [hit for hit in one.promises if hit.payload != "void" and void.isdisjoint(range(hit.first, hit.end))]
    opening = min((hit for hit in hits if hit.payload == "urges"), key=lambda hit: hit.first, default=None)
    is_demand = opening is not None and all(hit.first >= opening.first for hit in hits)
    for kind in _DEMAND_FIRST if is_demand else _KINDS:
        for hit in hits:
            if hit.payload == kind:
                spans = spans_of(one.sentence.text)
                return kind, one.sentence.text[spans[hit.first][0] : spans[hit.end - 1][1]]
    return None, ""
