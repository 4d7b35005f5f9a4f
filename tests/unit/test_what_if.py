"""What a change of the codebook would move: told before, and after the change exactly that."""

import shutil
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest

from parley import codebook, coding
from parley.codebook.edits import Edit, Name, NewSeries, NewTopic, Phrases, Spelling, with_edit
from parley.codebook.own import read_folder
from parley.corrections import decide
from parley.model import Article
from parley.settings import Settings
from parley.store import Connection, recodings, save, writer
from parley.store.codebooks import save_codebook
from parley.store.corrections import Anchor, Correction
from parley.store.moves import Place, places
from parley.store.recodings import count_after, stored
from parley.store.words import fill_words
from parley.whatif import Moved, further, touched_by
from parley.worker import work
from tests.desk import settings_in
from tests.golden.sample_articles import samples

BORDER = Phrases("trade", "en", "add", ("border",))
FISH = NewSeries("no-is-fish", "Norway-Iceland Fisheries Dialogue", "Fish", ("NO", "IS"),
                 (("en", ("fisheries dialogue",)),), ("ministers",), "yearly")  # fmt: skip
CHANGES: dict[str, Edit] = {
    "a phrase added": BORDER,
    "a Russian phrase added": Phrases("health", "ru", "add", ("афганистан*",)),
    "a phrase taken": Phrases("trade", "en", "take", ("trade",)),
    "an exclusion added": Phrases("climate", "en", "add", ("- climate change",)),
    "an exclusion taken": Phrases("trade", "en", "take", ("- trade union{,s}",)),
    "a topic added": NewTopic("roads", "Roads", "economy", "roads", (("en", ("{road,roads}", "rail*")),)),
    "a name of a dialogue taken": Name("c5+1", "en", "take", "c5+1"),
    "a name of a dialogue added": Name("us-kz-espd", "en", "add", "steppe track dialogue"),
    "a dialogue added": FISH,
    "a spelling added": Spelling("anna-berg", ("Ana Bergh",), "Anna Berg", "NO"),
}
MORE = (
    "Norwegian Foreign Minister Ana Bergh and Icelandic Foreign Minister Jon Palsson held the third Fisheries Dialogue "
    "in Oslo on 6 March 2024. The ministers discussed trade unions.",
    "Kazakh Deputy Foreign Minister Aidar Omarov and U.S. Assistant Secretary Dana Example held the fourth Steppe "
    "Track Dialogue in Astana on 7 March 2024. The sides discussed trade at the border.",
)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with all samples, of which a person has rejected one topic in one sentence."""
    settings = settings_in(tmp_path_factory.mktemp("samples"))
    book = codebook.load()
    with closing(writer(settings)) as db:
        fill_words(db, book)
        own = (Article(f"Talks {n}", text, published_on="2024-03-08") for n, text in enumerate(MORE))
        for article in (*samples().values(), *own):
            save(db, article, coding.code(article, book), actor="test")
        key, start, end, quote = db.execute(
            "SELECT a.key, x.start_at, x.end_at, substr(a.text, x.start_at + 1, x.end_at - x.start_at)"
            " FROM mentions x JOIN topics k ON k.id = x.topic_id JOIN articles a ON a.id = x.article_id"
            " WHERE k.topic = 'trade' AND a.title = 'Talks 1'"
        ).fetchone()
        decide(db, Correction("topic", "rejected", key, anchor=Anchor("trade", start, end, quote)), "test", book)
    return settings.data


@pytest.fixture
def settings(tmp_path: Path, filled: Path) -> Settings:
    found = settings_in(tmp_path)
    shutil.copytree(filled, found.data)
    return found


def told(db: Connection) -> frozenset[Place]:
    every = [row[0] for row in db.execute("SELECT id FROM articles ORDER BY id").fetchall()]
    return frozenset(place for number in every for place in places(db, number))


def looked(db: Connection, old: codebook.Codebook, new: codebook.Codebook) -> Moved:
    moved = Moved()
    while not moved.is_whole:
        moved = further(db, old, new, moved)
    return moved


@pytest.mark.parametrize("edit", CHANGES.values(), ids=CHANGES.keys())
def test_after_saving_exactly_those_sentences_moved_that_were_shown(settings: Settings, edit: Edit) -> None:
    base = read_folder(settings.codebook)
    files = with_edit(base, edit)
    with closing(writer(settings)) as db:
        before = told(db)
        moved = looked(db, codebook.of_files(base), codebook.of_files(files))
        assert told(db) == before, "a look keeps nothing"
        assert moved.seen == count_after(db)
        save_codebook(db, settings.codebook, base, files, reason="A test", actor="test")
        work(settings, until=lambda here: recodings.waiting(here) is None, stop=Event())
        after = told(db)
    assert moved.gained == after - before
    assert moved.lost == before - after
    assert before - after or after - before, "this change moves something in the samples"


def test_what_a_person_rejected_is_not_among_what_a_new_phrase_would_find(settings: Settings) -> None:
    old, new = codebook.load(), codebook.of_files(with_edit((), BORDER))
    with closing(writer(settings)) as db:
        key, start = db.execute("SELECT article_key, json_extract(anchor, '$.start') FROM corrections").fetchone()
        number = recodings.numbered(db, key)
        gained = looked(db, old, new).gained
    assert number is not None
    assert (number, start) not in {(place.article, place.start) for place in gained}


def test_only_articles_that_hold_what_changed_are_read_anew(settings: Settings) -> None:
    old = codebook.load()
    new = codebook.of_files(with_edit((), Phrases("trade", "en", "add", ("zeppelin",))))
    with closing(writer(settings)) as db:
        moved = looked(db, old, new)
        assert (moved.seen, moved.read, moved.gained, moved.lost) == (count_after(db), 0, frozenset(), frozenset())
        article = stored(db, 1)
    assert not touched_by(old, new)(article)


def test_articles_that_another_codebook_has_read_are_looked_at_too(settings: Settings) -> None:
    with closing(writer(settings)) as db:
        db.execute("UPDATE articles SET codebook_version = '1' WHERE id <= 3")
        assert looked(db, codebook.load(), codebook.load()).read == 3
