"""A desk's own codebook: what it adds and changes, how that is coded, and what is said of what does not fit."""

from pathlib import Path

import pytest

from parley import codebook, coding
from parley.codebook import Codebook
from parley.errors import CodebookError
from parley.model import Article, Coding
from parley.settings import from_environment
from tests.home import HOME

ARCTIC = """
topics:
  - id: arctic
    label: Arctic
    group: politics
    counts: the far north
    en: |
      arctic council
"""


def book_of(folder: Path, **files: str) -> Codebook:
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    return codebook.load(folder)


def code(text: str, book: Codebook) -> Coding:
    return coding.code(Article("Talks", text, published_on="2024-03-07"), book)


def topics_in(text: str, book: Codebook) -> set[str]:
    return {mention.topic for mention in code(text, book).mentions}


def refusal(folder: Path, text: str) -> str:
    with pytest.raises(CodebookError) as caught:
        book_of(folder, own=text)
    return str(caught.value)


def test_without_a_folder_of_its_own_a_desk_has_the_packaged_codebook(tmp_path: Path) -> None:
    assert codebook.load(tmp_path / "none") is codebook.load()
    assert codebook.load(tmp_path) is codebook.load()


def test_a_topic_of_the_desk_is_coded_beside_the_packaged_ones(tmp_path: Path) -> None:
    book = book_of(tmp_path, own=ARCTIC)
    assert topics_in("The ministers discussed trade and the Arctic Council.", book) == {"arctic", "trade"}
    assert len(book.topics) == len(codebook.load().topics) + 1


def test_a_phrase_added_to_a_topic_counts_and_one_taken_away_does_not(tmp_path: Path) -> None:
    said = "The ministers discussed barter and tourism."
    assert topics_in(said, codebook.load()) == {"tourism"}
    own = 'phrases:\n  trade: {add: {en: "barter"}}\n  tourism: {add: {en: "- barter and tourism"}}\n'
    assert topics_in(said, book_of(tmp_path, own=own)) == {"trade"}
    pattern = next(t for t in codebook.load().topics if t.id == "tourism").phrases[0].pattern
    (tmp_path / "own.yaml").write_text(f"phrases:\n  tourism:\n    take:\n      en: |\n        {pattern}\n", "utf-8")
    kept = next(t for t in codebook.load(tmp_path).topics if t.id == "tourism").phrases
    assert pattern not in {phrase.pattern for phrase in kept if phrase.language == "en"}


def test_a_phrase_is_taken_away_as_explain_prints_it_and_one_that_excludes_by_its_mark(tmp_path: Path) -> None:
    def left(said: str) -> set[tuple[str, str]]:
        book = book_of(tmp_path, own=f'phrases:\n  climate: {{take: {{en: "{said}"}}}}\n')
        return {(p.pattern, p.weight) for topic in book.topics if topic.id == "climate" for p in topic.phrases}

    assert ("climate", "in context") not in left("climate")
    assert ("climate", "in context") not in left("? climate")
    assert ("climate {of,for}", "excludes") not in left("- climate {of,for}")
    assert '"climate {of,for}" is no phrase of climate' in refusal(
        tmp_path, 'phrases:\n  climate: {take: {en: "climate {of,for}"}}'
    )


def test_a_dialogue_of_the_desk_is_known_by_the_names_given(tmp_path: Path) -> None:
    own = (
        "series:\n  no-is-fish:\n    name: Norway-Iceland Fisheries Dialogue\n    parties: [NO, IS]\n"
        "    names: {en: [fisheries dialogue]}\n    cadence: yearly\n"
    )
    said = (
        "Norwegian Foreign Minister Anna Berg and Icelandic Foreign Minister Jon Palsson held the third "
        "Fisheries Dialogue in Oslo on 6 March 2024."
    )
    (meeting,) = code(said, book_of(tmp_path, own=own)).meetings
    assert (meeting.series_id, meeting.edition) == ("no-is-fish", 3)


def test_two_spellings_that_a_desk_gives_are_one_person(tmp_path: Path) -> None:
    own = "people:\n  - {id: anna-berg, name: Anna Berg, party: NO, also: [Ana Bergh]}\n"
    said = "Norwegian Foreign Minister Ana Bergh met Kazakh Foreign Minister Aidar Omarov in Astana on 6 March 2024."
    (meeting,) = code(said, book_of(tmp_path, own=own)).meetings
    assert "anna-berg" in {person.person_id for person in meeting.participants}


def test_further_spellings_of_a_known_person_keep_the_side(tmp_path: Path) -> None:
    book = book_of(tmp_path, own="people:\n  - {id: sergei-lavrov, also: [S. V. Lavrov]}\n")
    known = book.people.named("S. V. Lavrov")
    assert known is not None
    assert (known.name, known.party) == ("Sergei Lavrov", "RU")


def test_the_version_follows_the_content_and_the_same_content_is_the_same_codebook(tmp_path: Path) -> None:
    first = book_of(tmp_path, own=ARCTIC)
    assert first.version.startswith(codebook.load().version + "+")
    assert codebook.load(tmp_path) is first
    assert book_of(tmp_path, own=ARCTIC.replace("far north", "north")).version != first.version


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("topics: [", "own.yaml, line 2 is not YAML"),
        ("", "own.yaml is empty"),
        ("topic: []", 'own.yaml, line 1 (topic): "topic" is not known here. Write one of: topics.'),
        ("topics:\n  - {id: arctic}", 'own.yaml, line 2 (topics): The topic has no phrases'),
        (ARCTIC.replace("politics", "politic"), 'own.yaml, line 5 (topics, group): "politic" is not known. Write one'),
        (ARCTIC.replace("id: arctic", "id: The Arctic"), '"The Arctic" is no id. Write small Latin letters'),
        (ARCTIC.replace("arctic council", "{arctic council"), "do not match. Close each brace"),
        (ARCTIC + ARCTIC.removeprefix("\ntopics:"), 'The topic "arctic" stands here twice'),
        ("phrases:\n  trad: {add: {en: barter}}", 'There is no topic "trad". Write one of: trade'),
        ("phrases:\n  trade: {take: {en: bartering}}", '"bartering" is no phrase of trade'),
        ("phrases:\n  trade: {take: {en: zzz}}", "parley code --explain prints those that are."),
        ("phrases:\n  trade: {add: {en: [barter]}}", "own.yaml, line 2 (phrases, trade, add, en): Write words here."),
        ("people:\n  - {id: jon-x, name: Jon X, party: Norway}", '"Norway" is no code of a country'),
        ("phrases:\n  trade: {drop: {en: barter}}", '"drop" is not known here. Write one of: add, take.'),
        ("series:\n  x-y: {name: A, parties: [NO, ISL], names: {en: [a]}}", '"ISL" is no code of a country'),
        ("series:\n  x-y: {name: A, names: {en: [a]}}", '(series, x-y): "parties" is missing. Add it.'),
        ("people:\n  - {id: jon-x, name: Sergei Lavrov}", '"Sergei Lavrov" is already a spelling of Sergei Lavrov'),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused_with_its_place_and_what_to_do(tmp_path: Path, text: str, said: str) -> None:
    assert said in refusal(tmp_path, text)


def test_the_folder_is_among_the_data_unless_a_setting_names_another(tmp_path: Path) -> None:
    assert from_environment({"PARLEY_DATA": str(tmp_path)}).codebook == tmp_path / "codebook"
    assert from_environment({"PARLEY_CODEBOOK": str(tmp_path)}).codebook == tmp_path


def test_the_example_of_the_documents_is_a_codebook(tmp_path: Path) -> None:
    page = (HOME / "docs" / "operations.md").read_text("utf-8")
    example = page.split("## A codebook of your own")[1].split("```yaml\n")[1].split("```")[0]
    book = book_of(tmp_path, own=example)
    assert {"arctic", "no-is-fish"} <= {one.id for one in (*book.topics, *book.series)}
