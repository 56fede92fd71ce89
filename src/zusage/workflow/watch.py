"""Polling feeds: what is new in them is fetched, kept and read, politely, until somebody stops it.

One request at a time, none to a host sooner than it allows; a feed that fails is asked less and less often. Where polling
left off is in the ledger, so that stopping and starting again loses nothing and asks for nothing twice. The clock, the
waiting and the chance are handed in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from zusage.errors import InputError, ZusageError
from zusage.intake.feeds import Entry, Feed, is_feed, read_feed
from zusage.intake.fetching import Fetched, FetchError, Fetching, Pace, Robots, Unchanged, fetch
from zusage.intake.fetching.pace import PAUSE
from zusage.intake.reports import Intake
from zusage.intake.source import Failure, Source
from zusage.ledger.fetched import FeedState, load_feed, note_gone, save_feed
from zusage.model.report import Reader
from zusage.workflow.add import Outcome, add_sources, is_known
from zusage.workflow.gather import clean_or_same, source_of
from zusage.workflow.steps import ReadReport
from zusage.workflow.workspace import Workspace

LONGEST = 24 * 3600.0
"""Seconds up to which a failing feed is left alone."""

_GONE = (404, 410)
_JITTER = 0.1
"""Share of an interval by which a poll may come later, so that not all programs ask at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Watching:
    """How feeds are watched. ``interval``: seconds between polls; ``wait`` sleeps; ``chance`` draws from 0 to 1."""

    fetching: Fetching
    intake: Intake
    reader: ReadReport
    who: Reader
    interval: float
    wait: Callable[[float], None]
    chance: Callable[[], float]


@dataclass(frozen=True, slots=True)
class Polled:
    """What a poll of a feed came to: how many entries it has, how many were new, when it is asked next."""

    feed: str
    entries: int
    new: int
    next_at: str


Found = Outcome | Failure | Polled


@dataclass(slots=True)
class Watch:
    """A round of polling."""

    workspace: Workspace
    watching: Watching
    robots: Robots
    pace: Pace

    def poll_due(self, feeds: Sequence[str]) -> Iterator[Found]:
        """Poll the feeds whose time has come, in their order."""
        for address in feeds:
            state = self._load(address)
            if state.next_at is None or state.next_at <= self.workspace.clock():
                yield from self._poll(state)

    def until_due(self, feeds: Sequence[str]) -> float:
        """Return the seconds until the next feed is due."""
        times = [state.next_at for address in feeds if (state := self._load(address)).next_at is not None]
        if len(times) < len(feeds) or not times:
            return 0.0
        return max(0.0, (_time(min(times)) - _time(self.workspace.clock())).total_seconds())

    def _poll(self, state: FeedState) -> Iterator[Found]:
        """Ask for a feed and add what is new in it; keep its marks only if every entry was dealt with."""
        known = {"If-None-Match": state.etag, "If-Modified-Since": state.last_modified}
        try:
            self._let_pass(state.address)
            found = fetch(state.address, self.watching.fetching, known={name: v for name, v in known.items() if v})
            feed = self._open(state.address, found)
        except ZusageError as error:
            self._postpone(state, error)
            yield Failure(state.address, error)
            return
        new = failed = 0
        for entry in feed.entries:
            if is_known(self.workspace, clean_or_same(entry.address)):
                continue
            new += 1
            for outcome in self._add(entry):
                failed += _may_pass(outcome)
                yield outcome
        next_at = self._later(self.watching.interval * (1 + _JITTER * self.watching.chance()))
        marks = {"etag": None, "last_modified": None} if failed else _marks(found, state)
        self._save(replace(state, **marks, polled_at=self.workspace.clock(), next_at=next_at, failures=0, problem=None))
        yield Polled(state.address, len(feed.entries), new, next_at)

    def _open(self, address: str, found: Fetched | Unchanged) -> Feed:
        if isinstance(found, Unchanged):
            return Feed()
        if not is_feed(found.content):
            raise InputError(
                address, "is no feed", hint="RSS, Atom and JSON Feed are watched; add pages with zusage add"
            )
        kind = found.headers.get("content-type", "")
        feed = read_feed(found.content, address, address=found.address, content_type=kind)
        if feed.feeds and not feed.entries:
            hint = "save it as feeds.opml in the ledger's folder, and watch without FEED"
            raise InputError(address, "is a list of feeds, no feed", hint=hint)
        return feed

    def _add(self, entry: Entry) -> Iterator[Outcome | Failure]:
        """Fetch a report and add it; that there is none is remembered."""
        address = clean_or_same(entry.address)
        try:
            self._let_pass(address)
            found = fetch(address, self.watching.fetching)
            source = source_of(found, entry.day) if isinstance(found, Fetched) else None
        except ZusageError as error:
            self.pace.heed(address, error, otherwise=self.watching.interval)
            if isinstance(error, FetchError) and error.status in _GONE:
                with self.workspace.ledger.writing() as connection:
                    note_gone(connection, address, at=self.workspace.clock())
            yield Failure(address, error)
            return
        sources: Iterator[Source | Failure] = iter((source,) if source else ())
        watching = self.watching
        yield from add_sources(self.workspace, sources, watching.intake, watching.reader, who=watching.who)

    def _let_pass(self, address: str) -> None:
        """Wait until a host may be asked again, and make sure that it allows it.

        Raises:
            InputError: its robots.txt forbids it, or it wants to be left alone.
        """
        rules = self.robots.of(address)
        if not self.robots.allows(address):
            problem = "may not be fetched by programs: its robots.txt says so"
            raise InputError(address, problem, hint="zusage add fetches it once, as you would")
        self.pace.let_pass(address, pause=max(PAUSE, rules.delay))

    def _postpone(self, state: FeedState, error: ZusageError) -> None:
        """Ask a failing feed later, each time twice as late, and not before its server wants."""
        failures = state.failures + 1
        wanted = (error.retry_after if isinstance(error, FetchError) else None) or 0.0
        seconds = min(LONGEST, self.watching.interval * 2 ** min(failures, 16)) * (1 + _JITTER * self.watching.chance())
        at, next_at = self.workspace.clock(), self._later(max(seconds, wanted))
        self._save(replace(state, polled_at=at, next_at=next_at, failures=failures, problem=str(error)))

    def _later(self, seconds: float) -> str:
        later = _time(self.workspace.clock()) + timedelta(seconds=seconds)
        return later.isoformat(timespec="milliseconds").replace("+00:00", "Z")

    def _load(self, address: str) -> FeedState:
        with self.workspace.ledger.reading() as connection:
            return load_feed(connection, address)

    def _save(self, state: FeedState) -> None:
        with self.workspace.ledger.writing() as connection:
            save_feed(connection, state)


def watch(workspace: Workspace, feeds: Sequence[str], watching: Watching, *, once: bool) -> Iterator[Found]:
    """Poll feeds as they become due, until interrupted; with ``once`` each of them that is due, once.

    Raises:
        InputError: there is no feed to watch.
    """
    if not feeds:
        raise InputError(
            "feeds", "there are none to watch", hint="give addresses, or list them in feeds.opml in the ledger's folder"
        )
    feeds = tuple(dict.fromkeys(clean_or_same(address) for address in feeds))
    watched = Watch(workspace, watching, Robots(watching.fetching), Pace(workspace.clock, watching.wait))
    yield from watched.poll_due(feeds)
    while not once:
        watching.wait(watched.until_due(feeds))
        watched.robots = Robots(watching.fetching)  # rules may change while a watch runs for weeks
        yield from watched.poll_due(feeds)


def _may_pass(outcome: Outcome | Failure) -> bool:
    """Say whether something failed that may work another time."""
    error = outcome.error if isinstance(outcome, Failure) else None
    return isinstance(error, FetchError) and error.status not in _GONE


def _marks(found: Fetched | Unchanged, state: FeedState) -> dict[str, str | None]:
    if isinstance(found, Unchanged):
        return {"etag": state.etag, "last_modified": state.last_modified}
    return {"etag": found.headers.get("etag"), "last_modified": found.headers.get("last-modified")}


def _time(value: str) -> datetime:
    return datetime.fromisoformat(value)
