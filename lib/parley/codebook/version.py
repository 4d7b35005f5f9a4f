"""By which rules and words articles are read: a version that no change of either can leave as it was."""

from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib import resources
from importlib.resources.abc import Traversable

EDITION = "2"
"""The edition of the codebook's topics and settled cases, as its handbook names it."""
_RULES = "coding", "codebook"
_READ = (".py", ".yaml", ".csv")
_LETTERS = 6


@cache
def version() -> str:
    """The edition with the digest of every file of rules and words ("2.1f9a3c").

    A comment that changes counts too: reading everything anew then finds the same. Line ends do not, so that a digest
    is the same on each system.
    """
    return f"{EDITION}.{digest_of(resources.files('parley').joinpath(package) for package in _RULES)}"


def digest_of(folders: Iterable[Traversable]) -> str:
    """Some letters that are others as soon as a file of rules or words in these folders says something else."""
    digest = sha256()
    for folder in folders:
        for name, text in sorted(_texts(folder, folder.name)):
            digest.update(f"{name}\0{text}\0".encode())
    return digest.hexdigest()[:_LETTERS]


def _texts(folder: Traversable, path: str) -> list[tuple[str, str]]:
    """Name and text of each file of rules or words in a folder and the folders in it."""
    found: list[tuple[str, str]] = []
    for one in folder.iterdir():
        name = f"{path}/{one.name}"
        if one.is_dir():
            found += _texts(one, name)
        elif one.name.endswith(_READ):
            found.append((name, "\n".join(one.read_text("utf-8").splitlines())))
    return found
