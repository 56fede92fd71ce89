"""Values of a YAML file with their line, read strictly: what is wrong is said with file, line and the mend.

The file is composed into nodes and never constructed into Python values: a scalar is the characters that stand there,
so that the country code ``no`` is not a boolean and a day is not a date object. Uses PyYAML (its C parser where it is
built in), Babel's list of states, and `zusage.errors`.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from difflib import get_close_matches
from types import MappingProxyType
from typing import TYPE_CHECKING, NoReturn

import yaml
from babel.core import get_global

from zusage.errors import FormatError

if TYPE_CHECKING:
    from yaml.nodes import Node

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULL = "tag:yaml.org,2002:null"
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ACTOR = re.compile(r"(?:group:|person:)?[a-z0-9]+(?:-[a-z0-9]+)*")
_STATE = re.compile(r"[a-z0-9]{2}")
_UNIONS = {"eu", "un", "g7"}
_PARTIAL_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Value:
    """A node of a YAML file, with the file's name and the key it stands under."""

    node: Node
    file: str
    key: str

    @property
    def line(self) -> int:
        """Line of the value in its file, from 1."""
        return int(self.node.start_mark.line) + 1

    def fail(self, problem: str, *, hint: str = "") -> NoReturn:
        """Raise a FormatError that names file and line."""
        raise FormatError(f"{self.file}:{self.line}", problem, hint=hint)

    def text(self) -> str:
        """Return the scalar's characters; an empty one is an error."""
        if not isinstance(self.node, yaml.ScalarNode):
            self.fail(f"{self.key} is a list or a table", hint="give plain text")
        words = str(self.node.value).strip()
        if not words:
            self.fail(f"{self.key} is empty", hint="give it a value or leave the key out")
        return words

    def slug(self) -> str:
        """Return a lower-case name with hyphens."""
        return self._matching(_SLUG, "is no lower-case name with hyphens", hint="as in keir-starmer")

    def actor(self) -> str:
        """Return an actor id in the codebook's form (section 1); two letters have to be a state, EU or UN."""
        name = self._matching(_ACTOR, "is no actor id", hint="as in fr, nato, group:donors, person:jane-doe")
        if _STATE.fullmatch(name) and name not in _UNIONS and name.upper() not in get_global("territory_languages"):
            aliases = get_global("territory_aliases").get(name.upper(), ())
            hint = f"write {aliases[0].lower()}" if aliases else "ISO 3166-1 alpha-2, as in de, gb, ua"
            self.fail(f"{self.key} is no code of a state: {name!r}", hint=hint)
        return name

    def day(self) -> str:
        """Return an ISO day that exists."""
        return self._existing_day(_DAY, "is no day", hint="as in 2025-09-04")

    def partial_day(self) -> str:
        """Return an ISO day, month or year."""
        return self._existing_day(_PARTIAL_DAY, "is no day, month or year", hint="as in 2025-09-04, 2025-09 or 2025")

    def flag(self) -> bool:
        """Return true or false."""
        return self.one_of(("true", "false")) == "true"

    def number(self) -> float:
        """Return a number that is not negative, whole ones as whole."""
        digits = self._matching(_NUMBER, "is no number", hint="digits only, as in 15000 or 2.5")
        return float(digits) if "." in digits else int(digits)

    def count(self) -> int:
        """Return a whole number of at least 1."""
        number = self.number()
        if number < 1 or number != int(number):
            self.fail(f"{self.key} is no whole number of at least 1: {number:g}", hint="leave it out where not known")
        return int(number)

    def one_of(self, values: tuple[str, ...]) -> str:
        """Return one of the listed values."""
        words = self.text()
        if words not in values:
            self.fail(f"{self.key} is {words!r}", hint=f"{_near(words, values)}one of: {', '.join(values)}")
        return words

    def each(self) -> Iterator[Value]:
        """Yield the items of a list, in order."""
        if not isinstance(self.node, yaml.SequenceNode):
            self.fail(f"{self.key} is no list", hint="write it as [one, two] or as lines that begin with '- '")
        for item in self.node.value:
            yield Value(item, self.file, self.key)

    def texts(self) -> tuple[str, ...]:
        """Return the items of a list of plain text, at least one."""
        texts = tuple(item.text() for item in self.each())
        if not texts:
            self.fail(f"{self.key} is an empty list", hint="give at least one, or leave the key out")
        return texts

    def is_table(self) -> bool:
        """Say whether the value has keys."""
        return isinstance(self.node, yaml.MappingNode)

    def is_list(self) -> bool:
        """Say whether the value is a list."""
        return isinstance(self.node, yaml.SequenceNode)

    def peek(self, key: str) -> str | None:
        """Return the plain text under a key of a table whose keys have not been checked yet; None if there is none."""
        pairs = self.node.value if isinstance(self.node, yaml.MappingNode) else ()
        found = (value.value for name, value in pairs if name.value == key and isinstance(value, yaml.ScalarNode))
        return next((str(words) for words in found), None)

    def table(self, must: AbstractSet[str], may: AbstractSet[str] = frozenset()) -> Table:
        """Return a table, with all keys of ``must``, and none that neither ``must`` nor ``may`` has."""
        if not isinstance(self.node, yaml.MappingNode):
            self.fail(f"{self.key} is no table", hint=f"write it as lines 'key: value' with {', '.join(sorted(must))}")
        fields: dict[str, Value] = {}
        for key_node, value_node in self.node.value:
            key = str(key_node.value)
            here = Value(key_node, self.file, key)
            if key not in must and key not in may:
                here.fail(
                    f"{key} is no key of {self.key}",
                    hint=f"{_near(key, must | may)}known: {', '.join(sorted(must | may))}",
                )
            if key in fields:
                here.fail(f"{key} stands twice in {self.key}", hint="keep one of the two")
            fields[key] = Value(value_node, self.file, key)
        table = Table(self, MappingProxyType(fields))
        for key in sorted(must):
            if table.get(key) is None:
                self.fail(f"{self.key} has no {key}", hint=f"add '{key}: …'")
        return table

    def _matching(self, pattern: re.Pattern[str], problem: str, *, hint: str) -> str:
        words = self.text()
        if not pattern.fullmatch(words):
            self.fail(f"{self.key} {problem}: {words!r}", hint=hint)
        return words

    def _existing_day(self, pattern: re.Pattern[str], problem: str, *, hint: str) -> str:
        words = self._matching(pattern, problem, hint=hint)
        try:
            dt.date.fromisoformat(words + "0000-01-01"[len(words) :])
        except ValueError:
            self.fail(f"{self.key} {problem}: {words!r} is not in the calendar", hint=hint)
        return words


@dataclass(frozen=True, slots=True)
class Table:
    """The fields of a YAML table whose keys have been checked."""

    at: Value
    fields: Mapping[str, Value] = field(default_factory=lambda: MappingProxyType({}))

    def __getitem__(self, key: str) -> Value:
        """Return the value of a key that must be there."""
        return self.fields[key]

    def get(self, key: str) -> Value | None:
        """Return the value of a key, None if it is missing or null."""
        value = self.fields.get(key)
        return None if value is None or value.node.tag == _NULL else value

    def each(self, key: str, *, once: str | None = None) -> Iterator[Value]:
        """Yield the items of a list that may be missing; the value of the key ``once`` must be another in each item."""
        value = self.get(key)
        seen: dict[str, int] = {}
        for item in () if value is None else value.each():
            name = item.peek(once) if once else None
            if name in seen:
                item.fail(f"{name} stands in line {seen[name]} already", hint=f"give each record its own {once}")
            if name is not None:
                seen[name] = item.line
            yield item


def parse_yaml(content: bytes, file: str) -> Value | None:
    """Parse one YAML document; None if it is empty or holds only comments.

    Raises:
        FormatError: no UTF-8, no YAML, or more than one document.
    """
    try:
        node = yaml.compose(content.decode("utf-8"), Loader=_LOADER)
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise FormatError(f"{file}:{line}", "is no UTF-8", hint="save the file as UTF-8") from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"{file}:{mark.line + 1}" if mark else file
        raise FormatError(where, f"is no YAML: {error.problem or error.context}", hint=_YAML_HINT) from error
    except yaml.YAMLError as error:
        raise FormatError(
            file, "is no YAML: a character that YAML forbids", hint="remove control characters"
        ) from error
    return None if node is None or node.tag == _NULL else Value(node, file, file.removesuffix(".yaml"))


def _near(word: str, known: Iterable[str]) -> str:
    """A near miss as the beginning of a hint, empty if nothing is near."""
    close = get_close_matches(word, [str(each) for each in known], n=1)
    return f"did you mean {close[0]}? " if close else ""


_YAML_HINT = "look at indentation, and put words with a colon into quotation marks"
