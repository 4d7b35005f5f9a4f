"""An article and its coding as JSON and back, exactly: how documents wait before they are added. Pure: no SQL here."""

import json
from collections.abc import Callable, Hashable
from dataclasses import asdict, fields, is_dataclass
from functools import cache
from types import NoneType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

Value = TypeVar("Value")


def as_json(value: Any) -> str:
    """A value of the vocabulary (an article, a coding) as JSON."""
    return json.dumps(asdict(value), ensure_ascii=False, separators=(",", ":"))


def from_json(kind: type[Value], text: str) -> Value:
    """The value that `as_json` wrote; a field that a newer Parley has added takes its default."""
    made: Value = _maker(cast(Any, kind))(json.loads(text))
    return made


@cache
def _maker(hint: Hashable) -> Callable[[Any], Any]:
    """What makes a value of this type out of what JSON holds of it."""
    if is_dataclass(hint):
        hints = get_type_hints(hint)
        parts = {field.name: _maker(hints[field.name]) for field in fields(hint)}
        made = cast(Callable[..., Any], hint)
        return lambda told: made(**{name: parts[name](value) for name, value in told.items() if name in parts})
    inside = [part for part in get_args(hint) if part not in (NoneType, Ellipsis)]
    if get_origin(hint) is tuple:
        one = _maker(inside[0])
        return lambda told: tuple(one(value) for value in told)
    if NoneType in get_args(hint) and len(inside) == 1 and is_dataclass(inside[0]):
        whole = _maker(cast(Any, inside[0]))
        return lambda told: None if told is None else whole(told)
    return lambda told: told
