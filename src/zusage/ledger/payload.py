"""Statements as JSON text and back, without loss, by the types of their fields.

A quote is written as ``[start, end]`` where cutting it out of the text again gives the same one, else in full. Fields
that have their default are left out.
"""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache
from typing import Any, TypeVar

import orjson

from zusage.errors import LedgerError, QuoteError
from zusage.model.quote import Quote

_PLAIN = frozenset({str, int, float, bool, type(None)})

Kind = TypeVar("Kind")
Decoder = Callable[[Any, str], Any]


def compact(value: Any) -> str:
    """Write plain values as JSON text without blanks."""
    return _write(value)


def read_json(written: str) -> Any:
    """Read JSON text that this program wrote."""
    try:
        return orjson.loads(written)
    except orjson.JSONDecodeError:  # what orjson does not know, or no JSON at all
        return json.loads(written)


def _write(value: Any, options: int | None = None) -> str:
    try:
        return orjson.dumps(value, option=options).decode()
    except orjson.JSONEncodeError:  # numbers of more than 64 bits, single halves of characters
        in_order = options is not None
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=in_order)


def write_payload(
    value: object, text: str, *, only: frozenset[str] = frozenset(), but: frozenset[str] = frozenset()
) -> str:
    """Write a dataclass as JSON text; ``only`` and ``but`` name the fields that are written, or left out."""
    fields = _encode_fields(value, text)
    kept = {name: each for name, each in fields.items() if name not in but and (not only or name in only)}
    return _write(kept, orjson.OPT_SORT_KEYS)


def read_payload(kind: type[Kind], written: Mapping[str, Any], text: str) -> Kind:
    """Make a dataclass of what `write_payload` wrote.

    Raises:
        LedgerError: it does not fit the type.
    """
    own: Any = kind
    decode: Callable[[Any, str], Kind] = _decoder(own)
    try:
        return decode(written, text)
    except (KeyError, TypeError, ValueError, QuoteError) as problem:
        raise LedgerError(f"a {kind.__name__.lower()}", f"cannot be read back: {problem}") from problem


def encode_value(value: object, text: str) -> Any:
    """Make JSON of one field's value."""
    kind: Any = type(value)
    return value if kind in _PLAIN else _encoder(kind)(value, text)


@cache
def _encoder(kind: Any) -> Callable[[Any, str], Any]:
    """What makes JSON of the values of a type."""
    if issubclass(kind, Quote):
        return _encode_quote
    if issubclass(kind, Enum):
        return lambda value, text: value.value  # noqa: ARG005 - as all encoders
    if dataclasses.is_dataclass(kind):
        return _encode_fields
    if issubclass(kind, tuple | list):
        return lambda value, text: [encode_value(each, text) for each in value]
    if issubclass(kind, Mapping):
        return lambda value, text: {name: encode_value(each, text) for name, each in value.items()}
    return _same


def decode_field(kind: type, name: str, value: Any, text: str) -> Any:
    """Make one field's value of its JSON."""
    return _decode(_hints(kind)[name], value, text)


def _encode_fields(value: object, text: str) -> dict[str, Any]:
    found = {}
    for name, default in _defaults(typing.cast("Any", type(value))):
        content = getattr(value, name)
        if content is not default and (default is None or content != default):
            kind: Any = type(content)
            found[name] = content if kind in _PLAIN else _encoder(kind)(content, text)
    return found


@cache
def _defaults(kind: Any) -> tuple[tuple[str, Any], ...]:
    """The fields of a dataclass with their defaults; what has none is never left out."""
    return tuple((each.name, _default_of(each)) for each in dataclasses.fields(kind))


def _default_of(each: dataclasses.Field[Any]) -> Any:
    if each.default is not dataclasses.MISSING:
        return each.default
    return each.default_factory() if each.default_factory is not dataclasses.MISSING else dataclasses.MISSING


def _encode_quote(quote: Quote, text: str) -> Any:
    if not text:
        return {name: getattr(quote, name) for name in Quote.__slots__}
    try:
        same = Quote.cut(text, quote.start, quote.end) == quote
    except QuoteError:
        same = False
    return [quote.start, quote.end] if same else dataclasses.asdict(quote)


def _decode(hint: Any, value: Any, text: str) -> Any:
    return None if value is None else _decoder(hint)(value, text)


@cache
def _decoder(hint: Any) -> Decoder:
    """What makes a value of a type out of its JSON; worked out once, since a page reads thousands of payloads."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        (inner,) = (each for each in arguments if each is not types.NoneType)
        return _decoder(inner)
    if origin is tuple:
        return _tuple_of(_decoder(arguments[0]))
    if origin is not None and issubclass(origin, Mapping):
        return _mapping_of(_decoder(arguments[1]))
    if hint is Quote:
        return _decode_quote
    if dataclasses.is_dataclass(hint):
        return _dataclass_of(typing.cast("type", hint))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _enum_of(hint)
    return _same


def _same(value: Any, text: str) -> Any:  # noqa: ARG001 - as all decoders
    return value


def _decode_quote(value: Any, text: str) -> Quote:
    return Quote.cut(text, *value) if isinstance(value, list) else Quote(**value)


def _tuple_of(inner: Decoder) -> Decoder:
    return lambda value, text: tuple(None if each is None else inner(each, text) for each in value)


def _mapping_of(inner: Decoder) -> Decoder:
    return lambda value, text: {name: None if each is None else inner(each, text) for name, each in value.items()}


def _enum_of(hint: type[Enum]) -> Decoder:
    members = {each.value: each for each in hint}
    return lambda value, text: members[value]  # noqa: ARG005 - as all decoders


def _dataclass_of(hint: type) -> Decoder:
    inner = {name: made for name, each in _hints(hint).items() if (made := _decoder(each)) is not _same}
    if not inner:
        return lambda value, text: hint(**value)  # noqa: ARG005 - as all decoders

    def make(value: Mapping[str, Any], text: str) -> Any:
        fields = {**value}
        for name in value:
            if name in inner and (each := fields[name]) is not None:
                fields[name] = inner[name](each, text)
        return hint(**fields)

    return make


@cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)
