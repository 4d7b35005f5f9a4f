"""Files and folders named on the command line."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from parley.errors import ParleyError


def files_in(paths: Iterable[Path]) -> list[Path]:
    """Every file named, and every file in every folder named, in order; hidden ones only where named themselves."""
    found: list[Path] = []
    for path in paths:
        if not path.exists():
            raise ParleyError(f"There is no file or folder {path}.")
        found += _inside(path) if path.is_dir() else [path]
    return found


def bytes_in(path: Path) -> bytes:
    """The bytes of a file; ParleyError where the system does not give them."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise ParleyError(f"{path} cannot be opened: {error.strerror}.") from error


def opened(path: Path) -> BinaryIO:
    """An open file; ParleyError where the system does not give it."""
    try:
        return path.open("rb")
    except OSError as error:
        raise ParleyError(f"{path} cannot be opened: {error.strerror}.") from error


def _inside(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts):
            yield path
