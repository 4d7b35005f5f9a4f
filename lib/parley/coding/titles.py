"""Offices and names in English sentences: who is called what, and whose office it is."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from parley.codebook.offices import Offices
from parley.codebook.words import words
from parley.coding.names_en import person_in
from parley.coding.shared_office import holders, in_turn
from parley.coding.tokens import NAME, Line, Token

# Letters are classes of tokens (tokens.Line). Each repetition keeps what it took, so a line is read in one pass.
_BODY = (
    r"(?:[VRGOCvr]s?|\([VNOGR]{1,6}\)|d(?=[VRGO])|o(?=t?[VRGOCvr])t?|&(?=t?[VRGOvr])t?|,(?=&?[VGO](?![VG]{0,4}[Rr]))&?"
    r"|i(?=tO|t?G?V)t?)++"
)
_TITLE = re.compile(
    rf"(?=[VRGOvr])(?P<office>{_BODY})(?P<honor>,?H*)(?P<name>{NAME})?|(?P<bare_honor>H*)(?P<bare>{NAME})"
)
_AFTER = re.compile(rf",t?(?P<office>(?=[VRGOvr]){_BODY})")
_APPOSED = re.compile(rf",H*(?P<name>{NAME}),")
_AND_NAME = re.compile(rf"&H*(?P<name>{NAME})")
_OF_COUNTRY = re.compile(r"ot?[GO]")
_BRACKETS = re.compile(r" ?\([^)]*\)")
_SPACES = re.compile(r"\s+")
_MILITARY = frozenset(
    ("General", "Gen.", "Gen", "Admiral", "Colonel", "Lieutenant", "Major", "Captain", "Vice-Admiral")
)
_WEAK = words("weak_ranks")
_LONGEST_TAIL = 14
_STATES = frozenset("GO")

Side = Literal["before", "after", "honorific", "named", "bare"]


class Title(NamedTuple):
    """A name in a sentence with the office beside it: the name's span, and the span of both; the office's party."""

    start: int
    end: int
    name: str
    office: str | None
    party: str | None
    side: Side
    first: int
    last: int
    others: tuple[str, ...] = ()
    """Further names that the written form may mean, as a Russian word in an unknown case."""


def find_titles(text: str, line: Line, offices: Offices) -> list[Title]:
    """Every name with an office or an address beside it, and every bare name of two words or more, in order."""
    found: list[Title] = []
    for match in _TITLE.finditer(line.classes):
        group = match.lastgroup
        if group == "bare" and match.end() - match.start() == 1:
            continue  # One capital word alone may be anything.
        if group in ("name", "bare"):
            found.extend(_named(text, line, match, group, offices))
        elif "R" in match["office"] or "r" in match["office"]:
            found.extend(_apposed(text, line, match))
    return found


def _named(text: str, line: Line, match: re.Match[str], group: str, offices: Offices) -> Iterator[Title]:
    """The title of one name; a second one where a plural office stands before two names."""
    low, high = match.span(group)
    honor = match["honor"] if group == "name" else match["bare_honor"]
    if group == "bare" and not honor and line.classes.count("N", low, high) < 2:
        return
    tokens = line.tokens
    begin, end = match.span("office") if group == "name" else (low, low)
    low, high = person_in(line, (begin, end), low, _without_echo(tokens, low, high), alone=bool(honor) or begin == end)
    if low == high:
        return
    if not _STATES.isdisjoint(line.classes[begin:end]):
        shared = [*holders(text, line, (begin, end), (low, high)), *in_turn(text, line, (begin, end), (low, high))]
        for one in shared:
            yield _title(text, tokens, one.low, one.high, one.office, one.party, "before", begin)
        if shared:
            return
    if text.startswith("-", tokens[high - 1].end) or (line.classes[end - 1 : end] == "s" and begin < end):
        return
    begin = _office_start(line, begin, end) if group == "name" else low
    alone = sum(letter == "N" for letter in line.classes[low:high]) < 2
    if begin < end and alone and not _is_firm(line, begin, end):
        begin = end
    # "Head of the Agency for Atomic Energy Ivan Kotov": what the name's pattern took of the office goes back to it.
    till = end if honor else max(end, low)
    office = _words(text, tokens, begin, till) if begin < end else None
    party = _party(line, begin, end) if office else None
    said = None if office and office.rpartition(" ")[2] in words("counterparts") else office
    side: Side = "before" if office else "honorific" if "H" in honor else "bare"
    if side == "bare" and alone:
        return
    title = _title(text, tokens, low, high, said, party, side, begin)
    title = _completed(text, line, title, high, low - len(honor.lstrip(",")))
    if title.party is None and title.office:
        title = title._replace(party=_national(title.office, offices))
    yield title
    if office and begin < end and _is_plural(line, begin, end):
        second = _AND_NAME.match(line.classes, high)
        if second:
            yield _title(text, tokens, *second.span("name"), _singular(office), None, "before", second.start("name"))


def _title(
    text: str,
    tokens: Sequence[Token],
    low: int,
    high: int,
    office: str | None,
    party: str | None,
    side: Side,
    begin: int,
) -> Title:
    start, end = tokens[low].start, tokens[high - 1].end
    if office and side == "before":
        office = _singular(office) if office.endswith("Ministers") else office
    return Title(start, end, text[start:end], office, party, side, tokens[begin].start, end)


def _completed(text: str, line: Line, title: Title, high: int, honor: int) -> Title:
    """The title with what stands after the name: "of Egypt", or an office after a comma."""
    office, party, side, last = title.office, title.party, title.side, title.last
    of = _OF_COUNTRY.match(line.classes, high)
    if of and office and party is None:
        atom = line.tokens[of.end() - 1].atom
        party = atom.value.parties[0] if atom else None
        office, last = (
            f"{office} of {text[line.tokens[of.end() - 1].start : line.tokens[of.end() - 1].end]}",
            line.tokens[of.end() - 1].end,
        )
        return Title(title.start, title.end, title.name, office, party, side, title.first, last)
    after = _AFTER.match(line.classes, high)
    if after and _is_office_after(line, after, title):
        begin, end = after.start("office"), _tail(line, after.end("office"))
        said = _words(text, line.tokens, begin, end)
        if office is None or len(said) > len(office):
            office, side = said, "after"
        party = _party(line, begin, end) or party
        last = line.tokens[end - 1].end
    if office is None and side == "honorific" and line.tokens[honor].text in _MILITARY:
        office = line.tokens[honor].text
    return Title(title.start, title.end, title.name, office, party, side, title.first, last)


def _is_office_after(line: Line, after: re.Match[str], title: Title) -> bool:
    """Whether what follows a comma is this person's office, and not the next person's."""
    office = after["office"]
    follows = line.classes[after.end() : after.end() + 1]
    if follows in ("N", "H", "I", "a") and follows:
        return False
    head = re.match(r"[VGOvs]*[Rr]", office)
    return head is not None and (" " in title.name or title.side == "honorific")


def _tail(line: Line, end: int) -> int:
    """The end of an office in small letters: it runs on to the next comma or verb ("for the constitution and …")."""
    classes, at = line.classes, end
    if at < len(classes) and classes[at] == "o":
        stops = words("after_offices")
        while at < min(len(classes), end + _LONGEST_TAIL) and classes[at] in "oit&xvrVRGOsd":
            if line.tokens[at].text in stops:
                break
            at += 1
        return at if at == len(classes) or classes[at] in ",." else end
    while classes[end - 1] in ",&":
        end -= 1
    return end


def _apposed(text: str, line: Line, match: re.Match[str]) -> Iterator[Title]:
    """A name set between commas after its office: the head of the agency, Ann Cole, said …"""
    apposed = _APPOSED.match(line.classes, match.end("office"))
    begin, end = match.span("office")
    begin = _office_start(line, begin, end)
    if apposed and begin and line.classes[begin - 1] == "t" and " " in _words(text, line.tokens, *apposed.span("name")):
        low, high = apposed.span("name")
        party = _party(line, begin, end)
        yield _title(text, line.tokens, low, high, _words(text, line.tokens, begin, end), party, "before", begin)


def _office_start(line: Line, begin: int, end: int) -> int:
    """Where in a run of office words the office of the name that follows begins; `end` where none does."""
    classes = line.classes
    while True:
        run = classes[begin:end]
        ranks = [at for at, letter in enumerate(run) if letter in "Rr"]
        if not ranks:
            return end
        cut = max(run.find("&"), -1)
        comma = run.find(",")
        cuts = [at for at in (cut, comma) if at >= 0]
        first = min(cuts, default=len(run))
        if first < ranks[0] or (cuts and _is_other_persons(line, begin, begin + first, end)):
            begin += first + 1 + (run[first + 1 : first + 2] in ("&", "t"))
            continue
        break
    if "R" in run:
        ahead = run[: run.index("R")]
        begin += max((at + 1 for at, letter in enumerate(ahead) if letter in "vr"), default=0)
        while classes[begin] in "oitCd&s" and begin < end:
            begin += 1
    while begin < end and classes[begin] in "o&it,sd":
        begin += 1
    return begin


def _is_other_persons(line: Line, begin: int, cut: int, end: int) -> bool:
    """Whether "and" or a comma sets apart two persons' offices: what follows is a head of state's or government's."""
    rest = [token.text for token in line.tokens[cut + 1 : end] if token.text not in ("and", "the")]
    if not rest:
        return False
    first = [token.text for token in line.tokens[begin:cut]]
    if len(first) == 1 and line.classes[begin - 1 : begin] == "t":
        return True
    heads = {"President", "Prime", "Chancellor", "King"}
    return rest[-1] == "President" or rest[-2:] == ["Prime", "Minister"] or bool(heads & {*first} & {*rest})


def _is_firm(line: Line, begin: int, end: int) -> bool:
    """Whether an office is enough to make one capital word a person's name."""
    after_rank = line.classes[line.classes.rfind("R", begin, end) + 1 : end]
    last = line.tokens[end - 1].text
    if "t" in after_rank and after_rank[-1] == "V" and not last.isupper():
        return any(token.text == "Secretary" for token in line.tokens[begin:end])  # "Head of the Space Exploration"
    ranks = [t.text for t, letter in zip(line.tokens[begin:end], line.classes[begin:end], strict=True) if letter == "R"]
    return any(rank not in _WEAK for rank in ranks)


def _is_plural(line: Line, begin: int, end: int) -> bool:
    return any(t.text in ("Ministers", "Presidents", "Secretaries", "Ambassadors") for t in line.tokens[begin:end])


def _singular(office: str) -> str:
    return (
        office.replace("Ministers", "Minister").replace("Presidents", "President").replace("Secretaries", "Secretary")
    )


def _party(line: Line, begin: int, end: int) -> str | None:
    """Whose office it is: the country before it, or after "of" or "in"; else what the office itself tells."""
    found, tokens, classes = None, line.tokens, line.classes
    for at in range(begin, end):
        atom = tokens[at].atom
        if atom is None or len(atom.value.parties) != 1:
            continue
        before = classes[at - 1] if at > begin else "^"
        if before == "t":
            before, word = (classes[at - 2], tokens[at - 2].text) if at - 2 >= begin else ("^", "")
        else:
            word = tokens[at - 1].text if at > begin else ""
        if before == "^" or word in ("of", "in", "at") or (before == "," and atom.value.kind == "organisation"):
            found = str(atom.value.parties[0])
            if before == "^":
                break
    return found


def _national(office: str, offices: Offices) -> str | None:
    """Whose an office is that names no country, but that only one country or organisation has."""
    return next((party for phrase, party in offices.national if phrase in office), None)


def _without_echo(tokens: Sequence[Token], low: int, high: int) -> int:
    """The end of a name without its repetition, as flattened pages have it ("Shinzo Abe Abe Shinzo")."""
    seen: set[str] = set()
    for at in range(low, high):
        if tokens[at].text in seen:
            return at
        seen.add(tokens[at].text)
    return high


def _words(text: str, tokens: Sequence[Token], begin: int, end: int) -> str:
    """The text of these tokens on one line, without bracketed short forms and the city of a dateline before them."""
    said = _SPACES.sub(" ", _BRACKETS.sub("", text[tokens[begin].start : tokens[end - 1].end])).strip()
    return said.rpartition(" - ")[2]
