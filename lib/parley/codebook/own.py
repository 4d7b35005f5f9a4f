"""A desk's own codebook: a folder of YAML files that add to the packaged codebook, and change it.

    topics:                        a topic of the desk's; under a packaged id it takes that one's place
      - {id: arctic, label: Arctic, group: politics, counts: what counts, en: "arctic council"}
    phrases:                       phrases added to a packaged topic, or taken from it
      trade: {add: {en: "barter"}, take: {en: "customs"}}
    series:                        a dialogue; under a packaged id it takes that one's place
      no-is-talks: {name: Norway-Iceland Fish Talks, short: Fish talks, parties: [NO, IS], names: {en: [fish talks]}}
    names:                         names added to a dialogue, or taken from it
      no-is-talks: {add: {en: [{name: cod talks, since: "2020-01"}]}, take: {en: [fish talks]}}
    people:                        a person, or further spellings of one who is known
      - {id: anna-berg, name: Anna Berg, party: NO, also: [Анна Берг]}

Whatever does not fit is refused as a whole, with the file, the line and what to do.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from parley.codebook.book import Codebook
from parley.codebook.entries import Entry, read_entries
from parley.codebook.own_people import people_with
from parley.codebook.own_series import names_changed, series_with
from parley.codebook.own_topics import phrases_changed, topics_with
from parley.errors import CodebookError

ENDINGS = {".yaml", ".yml"}
Change = Callable[[Codebook, Entry], Codebook]
Files = tuple[tuple[str, str], ...]
"""Name and text of each file of a desk's own codebook, in order of their names."""


def with_own(packaged: Codebook, folder: Path) -> Codebook:
    """The packaged codebook as the files in a folder change it; the packaged one where it holds none."""
    return with_files(packaged, read_folder(folder))


def with_files(packaged: Codebook, files: Files) -> Codebook:
    """The packaged codebook as these files change it; the same files give the same value."""
    return _changed(packaged, files) if files else packaged


def read_folder(folder: Path) -> Files:
    """The files of a desk's own codebook, in order of their names; none where there is no such folder."""
    if not folder.is_dir():
        return ()
    files = sorted(path for path in folder.iterdir() if path.suffix in ENDINGS and not path.name.startswith("."))
    try:
        return tuple((path.name, path.read_text("utf-8")) for path in files)
    except UnicodeDecodeError as error:
        raise CodebookError(f"A file of the codebook in {folder} is not UTF-8 text. Save it as UTF-8.") from error
    except OSError as error:
        raise CodebookError(f"{error.filename} cannot be opened: {error.strerror}.") from error


@lru_cache(maxsize=4)
def _changed(packaged: Codebook, files: Files) -> Codebook:
    book = packaged
    entries = [read_entries(name, text) for name, text in files]
    # Topics first: the phrases of one file may be for a topic of another.
    for part, change in CHANGES.items():
        for entry in entries:
            if part in entry.allow(CHANGES):
                book = change(book, entry.at(part))
    content = sha256("\0".join(part for file in files for part in file).encode()).hexdigest()
    return replace(book, version=f"{packaged.version}+{content[:6]}")


CHANGES: Mapping[str, Change] = {
    "topics": lambda book, entry: replace(book, topics=topics_with(book.topics, entry)),
    "phrases": lambda book, entry: replace(book, topics=phrases_changed(book.topics, entry)),
    "series": lambda book, entry: replace(book, series=series_with(book.series, entry)),
    "names": lambda book, entry: replace(book, series=names_changed(book.series, entry)),
    "people": lambda book, entry: replace(book, people=people_with(book.people, entry)),
}
"""What a file may hold, and what each part changes."""
