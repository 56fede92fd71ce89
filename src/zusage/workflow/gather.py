"""From what a person names to sources: addresses are fetched, feeds and archives opened, files and folders read.

Each source's bytes are handed on as soon as they are there, so that they are kept before anything is read out of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from zusage.errors import InputError, ZusageError
from zusage.intake.feeds import Feed, is_feed, read_feed
from zusage.intake.fetching import Fetched, Fetching, Pace, fetch
from zusage.intake.fetching.addresses import clean_address, is_address
from zusage.intake.source import STDIN, Failure, Source, find_sources, name_of
from zusage.intake.warc import read_archive
from zusage.settings import Settings
from zusage.workflow.steps import Clock

ARCHIVES = (".warc", ".warc.gz")
FEEDS = (".opml", ".rss", ".atom", ".xml")
_KINDS = {"text/plain": "plain", "text/markdown": "plain", "application/json": "record", "message/rfc822": "mail"}
"""Content types that are no pages."""

_SILENCE = 60.0
"""Seconds for which a host is left alone that says it is asked too much."""

_DEPTH = 2
"""How far lists lead: a list of feeds, their entries."""

Known = Callable[[str], bool]
"""Says whether an address need not be fetched again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering:
    """How sources are gathered. ``known``: addresses in feeds that are passed over because the ledger has them.

    ``pace`` keeps requests to one host apart.
    """

    settings: Settings
    clock: Clock
    stdin: BinaryIO
    allow_private: bool = False
    known: Known = lambda _: False
    pace: Pace | None = None


def gather(names: Iterable[str], gathering: Gathering) -> Iterator[Source | Failure]:
    """Yield the sources of addresses, feeds, archives, files, folders and ``-``, in the order given."""
    for name in names:
        if is_address(name):
            yield from _fetch(name, gathering, _DEPTH)
        elif name.lower().endswith(ARCHIVES):
            yield from _open_archive(Path(name), gathering)
        elif name.lower().endswith(FEEDS):
            yield from _open_list(Path(name), gathering)
        else:
            yield from _open_files(name, gathering)


def _open_files(name: str, gathering: Gathering) -> Iterator[Source | Failure]:
    folder = Path(name)
    archives = (
        sorted(path for path in folder.rglob("*") if path.name.lower().endswith(ARCHIVES)) if folder.is_dir() else []
    )
    found = find_sources([name], gathering.stdin, limit=gathering.settings.text_limit)
    for source in found:
        if not (
            archives and isinstance(source, Failure) and source.resource == name_of(folder)
        ):  # a folder of archives alone
            yield source
    for path in archives:
        yield from _open_archive(path, gathering)


def count_plain(names: Sequence[str]) -> int | None:
    """Return how many reports names stand for, None where one of them can be any number: a folder, a feed, an archive."""
    many = (*ARCHIVES, *FEEDS, ".json", ".jsonl")
    unknown = (
        is_address(name) or name == STDIN or name.lower().endswith(many) or Path(name).is_dir() for name in names
    )
    return None if any(unknown) else len(names)


def make_fetching(settings: Settings, clock: Clock, *, allow_private: bool) -> Fetching:
    """Return how to fetch under the settings."""
    return Fetching(
        clock=clock,
        user_agent=settings.user_agent,
        limit=settings.page_bytes,
        seconds=float(settings.fetch_seconds),
        allow_private=allow_private,
    )


def source_of(found: Fetched, day: str | None = None) -> Source:
    """Make a source of what was fetched; ``day`` is what a feed gives."""
    kind = found.headers.get("content-type", "").partition(";")[0].strip().lower()
    asked = {"asked": found.asked} if found.asked != found.address else {}
    return Source(
        found.asked,
        found.content,
        kind=_KINDS.get(kind, "page"),
        address=found.address,
        fetched_at=found.fetched_at,
        headers={**found.headers, **asked},
        feed_day=day,
    )


def _fetch(address: str, gathering: Gathering, depth: int, *, day: str | None = None) -> Iterator[Source | Failure]:
    """Fetch an address; where it is a feed or a list of feeds, what it names."""
    try:
        if gathering.pace is not None:
            gathering.pace.let_pass(address)
        found = fetch(
            address, make_fetching(gathering.settings, gathering.clock, allow_private=gathering.allow_private)
        )
        if not isinstance(found, Fetched):
            raise InputError(address, "answers that nothing has changed, which was not asked")
        if not is_feed(found.content):
            yield source_of(found, day)
            return
        if depth == 0:
            raise InputError(address, "is a feed that another feed names", hint="give its address alone")
        kind = found.headers.get("content-type", "")
        feed = read_feed(found.content, address, address=found.address, content_type=kind)
    except ZusageError as error:
        if gathering.pace is not None:
            gathering.pace.heed(address, error, otherwise=_SILENCE)
        yield Failure(address, error)
        return
    yield from _follow(feed, gathering, depth)


def _open_list(path: Path, gathering: Gathering) -> Iterator[Source | Failure]:
    """Open a file with a feed or a list of feeds, and fetch what it names."""
    try:
        feed = read_feed(_read_bytes(path), name_of(path))
    except ZusageError as error:
        yield Failure(name_of(path), error)
        return
    yield from _follow(feed, gathering, _DEPTH)


def _follow(feed: Feed, gathering: Gathering, depth: int) -> Iterator[Source | Failure]:
    for address in feed.feeds:
        yield from _fetch(address, gathering, depth - 1)
    for entry in feed.entries:
        if not gathering.known(clean_or_same(entry.address)):
            yield from _fetch(entry.address, gathering, 0, day=entry.day)


def _open_archive(path: Path, gathering: Gathering) -> Iterator[Source | Failure]:
    try:
        with path.open("rb") as file:
            yield from read_archive(file, name_of(path), limit=gathering.settings.page_bytes)
    except OSError as problem:
        words = (problem.strerror or str(problem)).lower()
        yield Failure(
            name_of(path), InputError(name_of(path), f"cannot be read: {words}", hint="check its name and permissions")
        )


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as problem:
        words = (problem.strerror or str(problem)).lower()
        raise InputError(name_of(path), f"cannot be read: {words}", hint="check its name and permissions") from problem


def clean_or_same(address: str) -> str:
    """Clean an address; what is none stays as it is."""
    try:
        return clean_address(address)
    except InputError:
        return address
