"""The vocabulary: frozen values that the whole house speaks in. Nothing here does any work."""

from dataclasses import dataclass
from typing import Literal

Language = Literal["en", "ru", "kk", "other"]
Strength = Literal["noted", "stressed", "wished", "intended", "agreed", "done"]
MeetingKind = Literal[
    "dialogue", "summit", "ministerial", "bilateral", "call", "visit", "negotiation", "forum", "other"
]
MeetingStatus = Literal["held", "planned", "cancelled"]
EditionBasis = Literal["stated", "inferred"]
SheetKind = Literal["articles", "meetings"]
CommitmentKind = Literal["agreed", "intends", "pledges", "signed", "urges"]

STRENGTHS: tuple[Strength, ...] = ("noted", "stressed", "wished", "intended", "agreed", "done")
"""How firm a wording is, weakest first; a strength's place here is its rank, 0 to 5."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A span `[start, end)` in characters of the article's text, and what stands there."""

    start: int
    end: int
    quote: str


NOT_READ = "Not read: "
"""How a note among an article's left-out passages begins that says which pages of its document were not read."""

NO_SUCH_DAY = "no such day: "
"""How an article's `published_basis` begins where a date is given that is none ("31 February 2024" follows)."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A passage that was cut as boilerplate; `at` is where in the remaining text it was cut."""

    quote: str
    at: int


@dataclass(frozen=True, slots=True)
class Article:
    """One article or release as read: `text` is the body after cutting; dates are ISO text or None."""

    title: str
    text: str
    source: str | None = None
    url: str | None = None
    published_on: str | None = None
    published_basis: str | None = None
    language: Language = "en"
    left_out: tuple[LeftOut, ...] = ()
    id: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article's text: span `[start, end)` and its words."""

    start: int
    end: int
    text: str
    paragraph: int = 0

    @property
    def evidence(self) -> Evidence:
        """The whole sentence as evidence."""
        return Evidence(self.start, self.end, self.text)


@dataclass(frozen=True, slots=True)
class Participant:
    """A person at a meeting, or spoken of, with the office held that day."""

    name: str
    office: str | None
    party: str | None
    person_id: str
    evidence: Evidence
    rule: str = ""
    confidence: float = 1.0
    checked: bool = False
    """Whether a person has looked at it and left it, put it right, or added it; so too on the findings below."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting as one article tells it; dates carry the precision that the text gives (`2023-09`)."""

    focal: bool
    status: MeetingStatus
    kind: MeetingKind
    parties: tuple[str, ...]
    evidence: Evidence
    series: str | None = None
    series_id: str | None = None
    edition: int | None = None
    edition_basis: EditionBasis | None = None
    start: str | None = None
    end: str | None = None
    place: str | None = None
    country: str | None = None
    participants: tuple[Participant, ...] = ()
    date_evidence: Evidence | None = None
    rule: str = ""
    confidence: float = 1.0
    checked: bool = False
    n: int | None = None
    """Its place among those found in the article, where a person has taken away one before it."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A topic in a sentence; `rule` names the phrase or rule that fired, `confidence` is 0 to 1."""

    topic: str
    evidence: Evidence
    rule: str
    confidence: float = 1.0
    checked: bool = False
    meeting: int | None = None
    """The place in the coding's meetings of the one that this sentence tells of, where it is not its topic's."""
    strength: Strength | None = None
    """How firm its own sentence is, by whose voice (`by`) and about what: of these its topic's reading is made."""
    by: str | None = None
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """How a topic was dealt with: the firmest wording, whose voice it is, at which meeting, about what."""

    topic: str
    strength: Strength
    by: str | None
    meeting: int | None
    about: tuple[str, ...] = ()
    confidence: float = 1.0
    """How sure the strength is, 0 to 1."""
    checked: bool = False


@dataclass(frozen=True, slots=True)
class Commitment:
    """A sentence in which a party undertakes something; `meeting` is the place in the coding's meetings."""

    actor: str
    kind: CommitmentKind
    topics: tuple[str, ...]
    due: str | None
    meeting: int | None
    sentence: Evidence
    rule: str = ""
    confidence: float = 1.0
    checked: bool = False


@dataclass(frozen=True, slots=True)
class Coding:
    """Everything that Parley found in one article."""

    sentences: tuple[Sentence, ...]
    meetings: tuple[Meeting, ...]
    spoken_of: tuple[Participant, ...]
    mentions: tuple[Mention, ...]
    readings: tuple[Reading, ...]
    commitments: tuple[Commitment, ...]
    sources: tuple[str, ...]
    codebook_version: str


@dataclass(frozen=True, slots=True)
class Filters:
    """What a reader has narrowed the screens to; hashable, so it is also a cache key. Empty means all."""

    dialogues: tuple[str, ...] = ()
    last_rounds: int | None = None
    since: str | None = None
    until: str | None = None
    sides: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()
    """Whose voice a topic came up in, where a reader opened one: a side, "joint", or "" where it is not said whose."""
    period: tuple[int, int] | None = None
    """First and last month (yyyymm) of a bar that a reader opened; a year known no better is in no quarter."""
    without_text: bool = False
    """Also meetings that only a spreadsheet tells of; they are told apart, and no share counts them."""
    checked: bool = False
    """Only findings that a person has checked, and the meetings and articles that have some."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A spreadsheet as it stands: the names of its columns, its first rows, and how many rows it has in all."""

    names: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    count: int


@dataclass(frozen=True, slots=True)
class Columns:
    """What a user says of a spreadsheet: what its rows are, and which of its columns hold each field.

    `always` is a side of every meeting that no column names. `sheet` is the name under which the spreadsheet keeps
    its own ids, so that a newer copy under another name updates the rows of the older one.
    """

    kind: SheetKind
    fields: tuple[tuple[str, tuple[str, ...]], ...]
    always: str = ""
    month_first: bool = False
    sheet: str = ""

    def of(self, field: str) -> tuple[str, ...]:
        """The columns that hold a field; none where the spreadsheet has none."""
        return dict(self.fields).get(field, ())


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of a spreadsheet of meetings: its number there, and its cells as written, by the columns' names."""

    number: int
    cells: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RowMeeting:
    """A meeting as a row of a spreadsheet tells it, without a text behind it.

    `id` is the row's own, unique in its spreadsheet. A side or a country is a code, or the name as written where
    there is no code for it.
    """

    id: str
    row: SheetRow
    start: str
    end: str | None
    sides: tuple[str, ...]
    person: str = ""
    office: str = ""
    place: str | None = None
    country: str | None = None
    dialogue: str = ""
    title: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ContextEvent:
    """What happened around the meetings, as the desk notes it: drawn beside them, counted nowhere.

    Dates are ISO, as exact as known; `last_on` is None for what had one date. No sides, or no dialogues, is all.
    """

    title: str
    first_on: str
    last_on: str | None
    sides: tuple[str, ...]
    dialogues: tuple[str, ...]
    link: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of one document of an upload; "rows" is a spreadsheet of meetings, told in `reason`.

    "asks" is a spreadsheet that waits for its user to say which columns are which; "waits" is an article that was read
    and is not yet added; "left" is one that was left out.
    """

    name: str
    outcome: Literal["new", "known", "unreadable", "rows", "asks", "waits", "left"]
    title: str = ""
    reason: str = ""
    article_id: int | None = None
