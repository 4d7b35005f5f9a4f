"""YAML as entries that know where they stand, so that whatever is wrong with one is told with its file and line."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

import yaml

from parley.errors import CodebookError


@dataclass(frozen=True, slots=True)
class Entry:
    """A value of a YAML file with the place where it stands: the file, and the node with its line."""

    file: str
    node: yaml.Node
    where: str = ""
    """The keys that lead to it ("topics, arctic")."""

    def wrong(self, problem: str) -> CodebookError:
        """An error that says where this stands and what to do about it."""
        place = f"{self.file}, line {self.node.start_mark.line + 1}"
        return CodebookError(f"{place}{f' ({self.where})' if self.where else ''}: {problem}")

    @property
    def is_mapping(self) -> bool:
        """Whether it holds names with their values."""
        return isinstance(self.node, yaml.MappingNode)

    def pairs(self) -> Iterator[tuple[str, "Entry"]]:
        """Its keys with their values."""
        if not isinstance(self.node, yaml.MappingNode):
            raise self.wrong("Write names with their values here (name: value).")
        for key, value in self.node.value:
            yield str(key.value), Entry(self.file, value, f"{self.where}, {key.value}".removeprefix(", "))

    def items(self) -> Iterator["Entry"]:
        """The values of a list."""
        if not isinstance(self.node, yaml.SequenceNode):
            raise self.wrong("Write a list here: one entry after each dash, or [one, other].")
        yield from (Entry(self.file, item, self.where) for item in self.node.value)

    def allow(self, known: Iterable[str]) -> dict[str, "Entry"]:
        """Its values by their keys; an error where a key is not among those known, or stands twice."""
        found: dict[str, Entry] = {}
        names = list(known)
        for key, value in self.pairs():
            if key not in names:
                raise value.wrong(f'"{key}" is not known here. {meant(key, names)}')
            if key in found:
                raise value.wrong(f'"{key}" stands here twice. Join the two.')
            found[key] = value
        return found

    def at(self, key: str) -> "Entry":
        """The value of a key; an error where it is missing."""
        for name, value in self.pairs():
            if name == key:
                return value
        raise self.wrong(f'"{key}" is missing. Add it.')

    def text(self) -> str:
        """The value as words; an error where it holds none."""
        if not isinstance(self.node, yaml.ScalarNode) or not self.node.value.strip():
            raise self.wrong("Write words here.")
        return str(self.node.value).strip()

    def texts(self) -> tuple[str, ...]:
        """A list of words."""
        return tuple(item.text() for item in self.items())

    def one_of(self, known: Iterable[str]) -> str:
        """The value, which must be one of those known."""
        names, said = list(known), self.text()
        if said not in names:
            raise self.wrong(f'"{said}" is not known. {meant(said, names)}')
        return said


def meant(said: str, known: list[str]) -> str:
    """What to write instead: the nearest known names, or all where they are few."""
    near = get_close_matches(said, known, 3) or known
    return f"Write one of: {', '.join(near)}." if len(near) < 12 else "See docs/codebook.md for those that are."


def read_entries(file: str, text: str) -> Entry:
    """The top of a YAML file; raises CodebookError where it is none."""
    try:
        node: Any = yaml.compose(text, yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        line = f", line {error.problem_mark.line + 1}" if error.problem_mark else ""
        raise CodebookError(f"{file}{line} is not YAML: {error.problem}. Check the indents and the quotes.") from error
    except yaml.YAMLError as error:
        raise CodebookError(f"{file} is not YAML: {error}.") from error
    if node is None:
        raise CodebookError(
            f"{file} is empty. Write topics, phrases, series, names or people into it, or take it away."
        )
    return Entry(file, node)
