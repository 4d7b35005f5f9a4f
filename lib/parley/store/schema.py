"""The tables, made by numbered migrations that are never edited once released.

Days are `yyyymmdd`, months `yyyymm`: whole numbers that sort and compare alike in every database. What a date leaves
open is 00: "2023-11" is day 20231100 and month 202311, "2023" is day 20230000 and month 202300, no date is 0.
A range "since 2023-11-01" therefore begins at 20231100, and one "since 2023-01-01" at 20230000.
"""

from sqlite_utils import Database, Migrations

from parley.codebook.confidence import confidence
from parley.model import STRENGTHS
from parley.store import schema_desk, schema_held
from parley.store.follows import FOLLOWS
from parley.store.former import FORMER
from parley.store.internal import INTERNAL, OF_AN_UPLOAD
from parley.store.remarks import REMARKS
from parley.store.schema_codebook import VERSIONS
from parley.store.schema_context import CONTEXT
from parley.store.schema_copies import make_copies
from parley.store.schema_corrections import make_corrections
from parley.store.schema_intake import INTAKE
from parley.store.schema_people import ALIASES
from parley.store.schema_promises import PROMISES
from parley.store.schema_recodings import RECODING_CHANGES, RECODINGS
from parley.store.schema_sheets import SHEETS
from parley.store.sqlite import SEARCH
from parley.store.views import VIEWS

migrations = Migrations("parley")

WORDS = """
CREATE TABLE topics (
    id INTEGER PRIMARY KEY, topic TEXT NOT NULL UNIQUE, label TEXT NOT NULL,
    topic_group TEXT NOT NULL, generic INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE series (
    id INTEGER PRIMARY KEY, series TEXT NOT NULL UNIQUE, name TEXT NOT NULL, short_name TEXT NOT NULL
);
CREATE TABLE sources (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE people (id INTEGER PRIMARY KEY, person TEXT NOT NULL UNIQUE, name TEXT NOT NULL);
"""

FINDINGS = """
CREATE TABLE articles (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    search_key INTEGER NOT NULL UNIQUE,
    title TEXT NOT NULL, text TEXT NOT NULL, source_id INTEGER REFERENCES sources (id), url TEXT,
    published_on TEXT, published_basis TEXT, day INTEGER NOT NULL, month INTEGER NOT NULL, language TEXT NOT NULL,
    left_out TEXT NOT NULL DEFAULT '[]', named_sources TEXT NOT NULL DEFAULT '[]',
    document_id INTEGER REFERENCES documents (id), batch_id INTEGER REFERENCES batches (id),
    is_sample INTEGER NOT NULL DEFAULT 0, codebook_version TEXT NOT NULL, added_at TEXT NOT NULL
);
CREATE INDEX articles_by_source ON articles (source_id);
CREATE INDEX articles_by_document ON articles (document_id);
CREATE TABLE sentences (
    id INTEGER PRIMARY KEY, article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    n INTEGER NOT NULL, start_at INTEGER NOT NULL, end_at INTEGER NOT NULL
);
CREATE INDEX sentences_by_article ON sentences (article_id, n);

CREATE TABLE meetings (
    id INTEGER PRIMARY KEY,
    series_id INTEGER REFERENCES series (id), edition INTEGER, edition_basis TEXT,
    kind TEXT NOT NULL, status TEXT NOT NULL,
    start_on TEXT, end_on TEXT, day INTEGER NOT NULL, month INTEGER NOT NULL,
    place TEXT, country TEXT, title TEXT NOT NULL,
    is_reported INTEGER NOT NULL, has_text INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX meetings_by_series ON meetings (series_id, day);
CREATE INDEX meetings_by_day ON meetings (day);
CREATE TABLE meeting_parties (
    meeting_id INTEGER NOT NULL REFERENCES meetings (id) ON DELETE CASCADE, party TEXT NOT NULL,
    PRIMARY KEY (meeting_id, party)
);
CREATE TABLE reports (
    id INTEGER PRIMARY KEY,
    meeting_id INTEGER NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    n INTEGER NOT NULL, focal INTEGER NOT NULL, status TEXT NOT NULL, kind TEXT NOT NULL,
    series TEXT, series_key TEXT, edition INTEGER, edition_basis TEXT,
    start_on TEXT, end_on TEXT, place TEXT, country TEXT, parties TEXT NOT NULL,
    start_at INTEGER NOT NULL, end_at INTEGER NOT NULL, date_start_at INTEGER, date_end_at INTEGER,
    rule TEXT NOT NULL, confidence REAL NOT NULL,
    UNIQUE (article_id, n)
);
CREATE INDEX reports_by_meeting ON reports (meeting_id);
CREATE INDEX reports_by_series ON reports (series_key, start_on, meeting_id);
CREATE INDEX reports_by_round ON reports (series_key, edition, meeting_id);
CREATE INDEX reports_by_parties ON reports (parties, start_on, meeting_id);
CREATE TABLE participants (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    meeting_id INTEGER REFERENCES meetings (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES people (id),
    name TEXT NOT NULL, office TEXT, party TEXT, present INTEGER NOT NULL,
    start_at INTEGER NOT NULL, end_at INTEGER NOT NULL, rule TEXT NOT NULL, confidence REAL NOT NULL
);
CREATE INDEX participants_by_meeting ON participants (meeting_id, person_id);
CREATE INDEX participants_by_person ON participants (person_id, meeting_id);
CREATE INDEX participants_by_article ON participants (article_id);

CREATE TABLE mentions (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    sentence_id INTEGER NOT NULL REFERENCES sentences (id) ON DELETE CASCADE,
    topic_id INTEGER NOT NULL REFERENCES topics (id),
    meeting_id INTEGER REFERENCES meetings (id) ON DELETE SET NULL,
    series_id INTEGER, source_id INTEGER, language TEXT NOT NULL,
    day INTEGER NOT NULL, month INTEGER NOT NULL, discussed INTEGER NOT NULL,
    strength INTEGER NOT NULL, by_party TEXT, about TEXT NOT NULL DEFAULT '[]',
    start_at INTEGER NOT NULL, end_at INTEGER NOT NULL, rule TEXT NOT NULL, confidence REAL NOT NULL
);
CREATE INDEX mentions_by_topic ON mentions (topic_id, discussed, month, meeting_id);
CREATE INDEX mentions_by_article ON mentions (article_id);
CREATE INDEX mentions_by_meeting ON mentions (meeting_id, topic_id);

CREATE TABLE commitments (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    meeting_id INTEGER REFERENCES meetings (id) ON DELETE SET NULL,
    actor TEXT NOT NULL, kind TEXT NOT NULL, topics TEXT NOT NULL, due_on TEXT,
    start_at INTEGER NOT NULL, end_at INTEGER NOT NULL, rule TEXT NOT NULL, confidence REAL NOT NULL
);
CREATE INDEX commitments_by_article ON commitments (article_id);
CREATE INDEX commitments_by_meeting ON commitments (meeting_id);
"""


@migrations()
def m0001_first_tables(db: Database) -> None:
    """Intake, words and findings, as the first release knows them."""
    for script in (INTAKE, WORDS, FINDINGS, SEARCH):
        db.executescript(script)


@migrations()
def m_follows(db: Database) -> None:
    """Dialogues that a reader follows, by the registry's id, which a series keeps when its row is made anew."""
    db.execute(FOLLOWS)


@migrations()
def m_copies_are_told_apart(db: Database) -> None:
    """Identical texts from elsewhere and near-copies, found among the articles already held too."""
    make_copies(db)


@migrations()
def m_saved_views(db: Database) -> None:
    """Views that a reader has kept by name."""
    db.executescript(VIEWS)


@migrations()
def m_a_desk_notes_what_happened_around_the_meetings(db: Database) -> None:
    """Context events: elections, sanctions packages, wars."""
    db.execute(CONTEXT)


@migrations()
def m_asks_which_columns_of_a_spreadsheet_are_which(db: Database) -> None:
    """A question and an answer on each job; the spreadsheets answered so far; the meetings that their rows tell of."""
    db.executescript(SHEETS)


@migrations()
def m_texts_given(db: Database) -> None:
    """Texts that people give for documents that could not be read."""
    db.execute("ALTER TABLE jobs ADD COLUMN given_id INTEGER REFERENCES documents (id)")


@migrations()
def m_documents_wait_before_they_are_added(db: Database) -> None:
    """What was read of several documents handed in together, until somebody adds it."""
    db.executescript(schema_held.HELD)


@migrations()
def m_uploads_can_be_taken_back(db: Database) -> None:
    """Uploads taken back, trials of many documents, and who looks at which text."""
    db.executescript(schema_desk.DESK)


@migrations()
def m_everything_is_read_anew_on_request(db: Database) -> None:
    """Requests to read every article anew by another codebook."""
    db.execute(RECODINGS)


@migrations()
def m_dialogues_say_who_meets(db: Database) -> None:
    """Sides and levels of each dialogue of the codebook, as JSON lists: a desk's own has some that no package knows."""
    for column in ("sides", "levels"):
        db.execute(f"ALTER TABLE series ADD COLUMN {column} TEXT NOT NULL DEFAULT '[]'")


@migrations()
def m_people_correct_what_was_found(db: Database) -> None:
    """What people decide about findings, and which findings they have checked."""
    make_corrections(db)


@migrations()
def m_promises_are_kept_or_lapse(db: Database) -> None:
    """What people say became of each promise, kept by the text of its sentence."""
    for statement in PROMISES:
        db.execute(statement)


@migrations()
def m_a_strength_says_how_sure_it_is(db: Database) -> None:
    """How sure the strength of each reading is; of those already held, as its kind is by the packaged codebook."""
    db.execute("ALTER TABLE mentions ADD COLUMN strength_confidence REAL NOT NULL DEFAULT 0")
    for rank, strength in enumerate(STRENGTHS):
        sure = confidence("strength", strength)
        db.execute("UPDATE mentions SET strength_confidence = ? WHERE strength = ?", (sure, rank))


@migrations()
def m_readers_report_mistakes(db: Database) -> None:
    """What readers report who may not correct."""
    db.execute(REMARKS)


@migrations()
def m_a_reading_anew_tells_what_it_changed(db: Database) -> None:
    """What each request to read all anew changed, article by article."""
    for statement in RECODING_CHANGES:
        db.execute(statement)


@migrations()
def m_each_state_of_the_codebook_is_kept(db: Database) -> None:
    """The states of the desk's own codebook, with who changed it, when and why."""
    db.executescript(VERSIONS)


@migrations()
def m_people_say_who_is_one_person(db: Database) -> None:
    """Decisions that two names are one person's, or one name two people's."""
    for statement in ALIASES:
        db.execute(statement)


@migrations()
def m_public_or_internal(db: Database) -> None:
    """Texts that are the house's own, by their key, which outlives removal."""
    db.execute(INTERNAL)


@migrations()
def m_no_meeting_gets_the_number_of_another(db: Database) -> None:
    """The numbers of meetings that are no more, and of which they are now part."""
    for statement in FORMER:
        db.execute(statement)


@migrations()
def m_uploads_may_be_internal(db: Database) -> None:
    """Whether all that an upload brings is the house's own."""
    db.execute(OF_AN_UPLOAD)


@migrations()
def m_a_sentence_has_a_voice_of_its_own(db: Database) -> None:
    """Whose voice each sentence on a topic is; until it is read anew, that of the article's firmest one."""
    db.execute("ALTER TABLE mentions ADD COLUMN said_by TEXT")
    db.execute("UPDATE mentions SET said_by = by_party")


@migrations()
def m_what_is_taken_back_waits_no_more(db: Database) -> None:
    """What could not be read of uploads that were taken back, listed once more by an earlier version."""
    db.execute(schema_held.TAKEN_BACK)


@migrations()
def m_what_was_left_out_is_looked_at_once_more(db: Database) -> None:
    """Whether a document recalls a meeting that another one may report later: what was left out before included."""
    for statement in schema_held.LOOKED_AT:
        db.execute(statement)
