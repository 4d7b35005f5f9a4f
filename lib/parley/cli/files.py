"""Files and folders named on the command line."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from parley.converter import Part, converter
from parley.errors import ParleyError
from parley.litter import is_litter


def files_in(paths: Iterable[Path]) -> list[Path]:
    """Every file named, and every file in every folder named, in order; hidden ones only where named themselves."""
    found: list[Path] = []
    for path in paths:
        if not path.exists():
            raise ParleyError(f"There is no file or folder {path}.")
        found += _inside(path) if path.is_dir() else [path]
    return found


def litter_in(paths: Iterable[Path]) -> list[Path]:
    """What `files_in` passes over in these folders: hidden files, and what programs leave beside documents."""
    return [path for folder in paths if folder.is_dir() for path in _all_in(folder) if _is_litter(path, folder)]


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


def parts_in(path: Path, name: str) -> Iterator[Part]:
    """The articles of a file, which is read as one of this name."""
    with opened(path) as document:
        yield from converter().parts_in(name, document)


def _inside(folder: Path) -> Iterator[Path]:
    return (path for path in _all_in(folder) if not _is_litter(path, folder))


def _all_in(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def _is_litter(path: Path, folder: Path) -> bool:
    return is_litter(path.relative_to(folder).as_posix())
