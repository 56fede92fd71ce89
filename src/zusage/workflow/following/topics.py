"""What somebody follows: the whole ledger, an actor, a measure, an entry, a story, the conflicts, or any filter.

A topic is written as the address of the page that it belongs to, so that feeds, subscriptions and pages name it alike.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import parse_qsl, quote, unquote, urlencode

from zusage.errors import InputError, wording
from zusage.model.values import ConditionType, Firmness
from zusage.workflow.lookups import EntryFilter


class Sort(StrEnum):
    """Which sort of page a topic belongs to; the value is the first part of the page's path."""

    OVERVIEW = ""
    LEDGER = "ledger"
    ACTOR = "actors"
    MEASURE = "measures"
    ENTRY = "entries"
    STORY = "stories"
    CONFLICTS = "conflicts"


NAMED = frozenset({Sort.ACTOR, Sort.MEASURE, Sort.ENTRY, Sort.STORY})
"""Topics that are about one thing, whose name is in the path."""

FILTERS = ("actor", "all", "condition", "contested", "firmness", "from", "measure", "reviewed", "roots", "until")
"""What a topic of the ledger may be narrowed by: the parameters of the page."""

_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Topic:
    """What is followed; ``name`` of the one thing where it is about one, ``filters`` sorted, only of the ledger."""

    sort: Sort
    name: str = ""
    filters: tuple[tuple[str, str], ...] = ()

    @property
    def path(self) -> str:
        """The page's path after the language: ``/actors/ee``."""
        name = quote(self.name, safe=":")
        return f"/{self.sort}/{name}" if name else f"/{self.sort}"

    @property
    def query(self) -> str:
        """The page's filters, with their question mark; empty without one."""
        return f"?{urlencode(self.filters, quote_via=quote)}" if self.filters else ""

    @property
    def address(self) -> str:
        """How a topic is written down, and read by `read_topic`."""
        return f"{self.path}{self.query}"

    def entry_filter(self) -> EntryFilter:
        """Return which entries a topic of the ledger is about."""
        given = dict(self.filters)
        return EntryFilter(
            actors=_list(given.get("actor")),
            measures=_list(given.get("measure")),
            firmness=given.get("firmness"),
            condition=given.get("condition"),
            roots=int(given.get("roots", "0")),
            since=given.get("from"),
            until=given.get("until"),
            reviewed={"yes": True, "no": False}.get(given.get("reviewed", "")),
            contested=True if given.get("contested") == "1" else None,
            unsure=given.get("all") == "1",
        )


def make_topic(sort: Sort, name: str = "", filters: Iterable[tuple[str, str]] = ()) -> Topic:
    """Make a topic; filters that the ledger's page does not have, and empty ones, are left out.

    Raises:
        InputError: a filter has a value that it cannot have.
    """
    kept = {key: value for key, value in filters if key in FILTERS and value} if sort in _FILTERED else {}
    for key, value in kept.items():
        _check(key, value)
    return Topic(sort, name, tuple(sorted(kept.items())))


_FILTERED = frozenset({Sort.LEDGER, Sort.OVERVIEW, Sort.ACTOR, Sort.MEASURE})


def read_topic(address: str) -> Topic:
    """Read a topic from the address of its page: ``/ledger?measure=troops``.

    Raises:
        InputError: there is no such topic.
    """
    path, _, query = address.partition("?")
    first, _, name = path.strip("/").partition("/")
    try:
        sort = Sort("" if first == "overview" else first)
    except ValueError as problem:
        raise _unknown(address) from problem
    if bool(name) is not (sort in NAMED) or "/" in name or len(address) > _LONGEST:
        raise _unknown(address)
    return make_topic(sort, unquote(name), parse_qsl(query))


def _unknown(address: str) -> InputError:
    return InputError(
        wording("{address!r}", address=address[:60]),
        "cannot be followed",
        hint="as /ledger?measure=troops or /actors/ee",
    )


def _check(name: str, value: str) -> None:
    values = {
        "firmness": tuple(Firmness),
        "condition": tuple(ConditionType),
        "reviewed": ("yes", "no"),
        "all": ("1",),
        "contested": ("1",),
    }
    wrong = name in values and value not in values[name]
    if wrong or (name == "roots" and not (value.isascii() and value.isdigit())):
        raise InputError(
            wording("{name}={value}", name=name, value=value),
            "cannot be followed",
            hint=wording("one of: {what}", what=", ".join(values.get(name, ["0"]))),
        )


def _list(value: str | None) -> tuple[str, ...]:
    return tuple(each for each in (value or "").split(",") if each)
