"""How the processes talk: messages of JSON with their length before them, and values by the types of `parley.model`.

What comes from a process that read a stranger's document is not trusted: it is checked, never unpickled.
"""

import inspect
import json
import os
import select
import struct
import time
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from parley import errors, model
from parley.errors import UnreadableFile

LARGEST = 64 * 1024 * 1024
"""Bytes of the largest message that is taken."""
_LENGTH = struct.Struct(">I")
_AT_ONCE = 1 << 20

Message = list[Any]
"""What it is ("part", "error", "end" …), and what belongs to it."""

Part = tuple[str, model.Article | UnreadableFile]
"""A name, and an article or why there is none: as `parley.reading` has it, which only the helper process loads."""

Told = tuple[str, model.Article | model.SheetRow | UnreadableFile]
"""What a file holds where it may also be a spreadsheet of meetings: then a row of it for each."""


class TooSlow(Exception):  # noqa: N818  (says what happened)
    """The message did not come in time."""


class Abandoned(Exception):  # noqa: N818  (says what happened)
    """Whoever asked is gone, or has asked for something else: nobody waits for the answer."""


def packed(message: Sequence[Any]) -> bytes:
    """A message as it travels."""
    data = json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    return _LENGTH.pack(len(data)) + data


def send(channel: int, message: Sequence[Any]) -> None:
    """Write a message whole; BrokenPipeError where nobody reads."""
    data = memoryview(packed(message))
    while data:
        data = data[os.write(channel, data) :]


def receive(channel: int, seconds: float | None, watched: int | None = None) -> Message:
    """The next message.

    Raises TooSlow where it is not there in time, EOFError where the other side has ended, ValueError where it is no
    message, and Abandoned where something stirs on the `watched` channel.
    """
    until = None if seconds is None else time.monotonic() + seconds
    (length,) = _LENGTH.unpack(_bytes(channel, _LENGTH.size, until, watched))
    if length > LARGEST:
        raise ValueError(f"a message of {length} bytes")
    try:
        found = json.loads(_bytes(channel, length, until, watched))
    except RecursionError:
        raise ValueError("no message") from None
    if not isinstance(found, list) or not found or not isinstance(found[0], str):
        raise ValueError("no message")
    return found


def _bytes(channel: int, wanted: int, until: float | None, watched: int | None) -> bytes:
    ready = select.poll()
    for number in (channel, watched):
        if number is not None:
            ready.register(number, select.POLLIN)
    data = bytearray()
    while len(data) < wanted:
        left = None if until is None else max(0.0, until - time.monotonic()) * 1000
        stirring = {number for number, _ in ready.poll(left)}
        if not stirring:
            raise TooSlow
        if channel not in stirring:
            raise Abandoned
        found = os.read(channel, min(wanted - len(data), _AT_ONCE))
        if not found:
            raise EOFError
        data += found
    return bytes(data)


def encoded(value: Any) -> Any:
    """A value of the model, or an error with its arguments, as JSON knows it."""
    if isinstance(value, UnreadableFile):
        return {"is": type(value).__name__, "args": [encoded(each) for each in value.args]}
    if is_dataclass(value):
        return {"is": type(value).__name__, **{each.name: encoded(getattr(value, each.name)) for each in fields(value)}}
    return [encoded(each) for each in value] if isinstance(value, tuple | list) else value


def decoded(data: Any) -> Any:
    """The value again, every field of the type that the model gives it; ValueError where one is not."""
    if not isinstance(data, dict):
        return _as(str | None, data)
    kind = _kinds().get(str(data.get("is")))
    if kind is None:
        raise ValueError("an unknown value")
    if is_dataclass(kind):
        return _as(kind, data)
    given = data.get("args")
    return kind(*map(decoded, given if isinstance(given, list) else [None]))


@cache
def _kinds() -> dict[str, type]:
    found = {**vars(model), **vars(errors)}.items()
    return {
        name: kind
        for name, kind in found
        if inspect.isclass(kind) and (is_dataclass(kind) or issubclass(kind, UnreadableFile))
    }


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _as(kind: Any, value: Any) -> Any:
    """The value as this type, tuples and dataclasses made anew; ValueError where it is none."""
    outer, inner = get_origin(kind), get_args(kind)
    if outer in (Union, UnionType):
        return _as_one_of(inner, value)
    if outer is tuple and isinstance(value, list):
        each = [inner[0]] * len(value) if inner[1:] == (...,) else inner
        return tuple(_as(one, part) for one, part in zip(each, value, strict=True))
    if outer is Literal and value in inner:
        return value
    if is_dataclass(kind) and isinstance(value, dict) and value.keys() - {"is"} == _hints(kind).keys():  # type: ignore[arg-type]
        return kind(**{name: _as(hint, value[name]) for name, hint in _hints(kind).items()})  # type: ignore[arg-type,operator]
    if kind in (str, int, float, bool, NoneType) and type(value) is kind:
        return value
    raise ValueError(f"no {kind}")


def _as_one_of(kinds: tuple[Any, ...], value: Any) -> Any:
    for kind in kinds:
        try:
            return _as(kind, value)
        except ValueError:
            continue
    raise ValueError("of no type that is allowed")
