"""Frozen dataclasses as JSON and back, by their own types: how reports are held and readings are cached.

It knows what the model is made of (text, numbers, dates, tuples, optional values, other dataclasses) and nothing else.
Unlike pickle it makes no object that the caller did not name, so a newsroom file from elsewhere can do no harm.
"""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import TypeVar, Union

T = TypeVar("T")


def encode(value: object) -> bytes:
    """A frozen dataclass as compact JSON in ASCII; raises TypeError for what is not the model's."""
    return json.dumps(_plain(value), ensure_ascii=True, separators=(",", ":")).encode("ascii")


def decode(kind: type[T], data: bytes) -> T:
    """The dataclass of that type; raises ValueError where the data is not one, or of another version of the type."""
    try:
        made = _made(kind, json.loads(data))
    except (KeyError, TypeError, AttributeError, ArithmeticError, RecursionError) as error:
        raise ValueError(f"not a {kind.__name__}: {error}") from error
    if not isinstance(made, kind):
        raise ValueError(f"not a {kind.__name__}")
    return made


def _plain(value: object) -> object:
    if value is None or isinstance(value, (str, bool, int)):
        return value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    raise TypeError(f"{type(value).__name__} is not held")


@cache
def _hints(kind: type) -> dict[str, object]:
    return typing.get_type_hints(kind)


def _made(kind: object, value: object) -> object:
    origin, options = typing.get_origin(kind), typing.get_args(kind)
    if origin in (Union, types.UnionType):
        return _made_of_union(options, value)
    if origin is tuple:
        if not isinstance(value, list):
            raise TypeError("a list was expected")
        return tuple(_made(options[0], item) for item in value)
    if kind is datetime and isinstance(value, str):
        return datetime.fromisoformat(value)
    if kind is date and isinstance(value, str):
        return date.fromisoformat(value)
    if kind is Decimal and isinstance(value, str):
        return Decimal(value)
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        if not isinstance(value, dict) or set(value) != {field.name for field in dataclasses.fields(kind)}:
            raise TypeError(f"the fields of a {kind.__name__} were expected")
        hints = _hints(kind)
        return kind(**{name: _made(hints[name], item) for name, item in value.items()})
    if isinstance(kind, type) and isinstance(value, kind):
        return value
    raise TypeError(f"{kind} was expected")


def _made_of_union(options: tuple[object, ...], value: object) -> object:
    """One of several types: nothing, a date or a moment (told by its T), or the one other type there is."""
    if value is None and type(None) in options:
        return None
    if isinstance(value, str) and date in options:
        return _made(datetime if "T" in value and datetime in options else date, value)
    (only,) = (option for option in options if option is not type(None))
    return _made(only, value)
