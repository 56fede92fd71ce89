"""Adding reports from the pages: what is asked for waits its turn, is fetched and read beside the server, and can be watched.

One thing is added at a time, as at the command line: writers wait for one another anyway. What has been kept stays kept if
the server stops; what was still waiting is forgotten, and can be asked for again.
"""

from __future__ import annotations

import io
import json
import secrets
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from enum import StrEnum
from threading import Lock

from zusage.errors import InputError, ZusageError
from zusage.intake.fetching.addresses import is_address
from zusage.intake.reports import Intake
from zusage.intake.source import Failure, Source
from zusage.settings import Settings
from zusage.workflow import steps
from zusage.workflow.add import Outcome, add_sources, is_known
from zusage.workflow.workspace import Workspace

_MOST_OPEN, _MOST_KEPT, _MOST_LINES = 5, 200, 500
"""Requests of one account that may be open, requests that are remembered, reports of one that are listed."""

PASTED = "pasted text"
"""What a text without an address is called."""


class State(StrEnum):
    """How far a request is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What somebody wants to be added: the address of a page or feed, or a text with what is known of it."""

    address: str = ""
    text: str = ""
    title: str = ""
    outlet: str = ""
    published_on: str = ""
    language: str = ""

    def check(self) -> None:
        """Make sure that there is something to add.

        Raises:
            InputError: there is neither an address of the web nor a text.
        """
        if self.address and not is_address(self.address):
            raise InputError(self.address[:80], "is no address of the web", hint="it begins with https://")
        if not self.address and not self.text.strip():
            raise InputError("the form", "has neither an address nor a text", hint="paste one of them")

    @property
    def name(self) -> str:
        """What it is called while it is added."""
        return self.address if not self.text.strip() else self.title or PASTED

    def as_record(self) -> Source:
        """Return a pasted text as a source: a report in the codebook's format with what was told about it."""
        told = {"title": self.title, "outlet": self.outlet, "published_on": self.published_on, "address": self.address}
        record = {"text": self.text.replace("\r\n", "\n")} | {name: value for name, value in told.items() if value}
        return Source(self.name, json.dumps(record, ensure_ascii=False).encode(), kind="record")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What came of one report; ``problem`` is why there is none."""

    resource: str
    report: str | None = None
    title: str = ""
    change: str = ""
    statements: int = 0
    notes: tuple[str, ...] = ()
    problem: str = ""
    error: ZusageError | None = None


@dataclass
class Request:
    """Something that is being added for somebody, and what came of it so far."""

    id: str
    who: str
    given: Given
    asked_at: str
    state: State = State.WAITING
    lines: list[Line] = field(default_factory=list)
    more: int = 0
    problem: str = ""
    error: ZusageError | None = None

    @property
    def is_open(self) -> bool:
        """Whether it is not finished."""
        return self.state in {State.WAITING, State.RUNNING}

    def record(self) -> dict[str, object]:
        """The request as JSON."""
        lines = [{name: getattr(each, name) for name in Line.__slots__ if name != "error"} for each in self.lines]
        own = {"id": self.id, "name": self.given.name, "asked_at": self.asked_at, "state": str(self.state)}
        return {**own, "reports": lines, "more": self.more, "problem": self.problem}


class Adding:
    """The requests of one server, one after the other."""

    def __init__(self, workspace: Workspace, settings: Settings, *, allow_private: bool = False) -> None:
        """Add to a ledger; nothing runs until something is asked for."""
        self._workspace = workspace
        self._settings = settings
        self._allow_private = allow_private
        self._requests: dict[str, Request] = {}
        self._lock = Lock()
        self._worker: ThreadPoolExecutor | None = None

    def ask(self, given: Given, who: str) -> Request:
        """Take a request; it is worked at when those before it are done.

        Raises:
            InputError: there is nothing to add, or somebody asks for too much at once.
        """
        given.check()
        with self._lock:
            if sum(each.is_open and each.who == who for each in self._requests.values()) >= _MOST_OPEN:
                raise InputError(
                    "the form", f"is one too many: {_MOST_OPEN} are being added", hint="wait for one to end"
                )
            made = Request(secrets.token_urlsafe(9), who, given, self._workspace.clock())
            finished = [name for name, each in self._requests.items() if not each.is_open]
            for name in finished[: max(0, len(self._requests) + 1 - _MOST_KEPT)]:
                del self._requests[name]
            self._requests[made.id] = made
            self._worker = self._worker or ThreadPoolExecutor(1, thread_name_prefix="adding")
        self._worker.submit(self._run, made)
        return made

    def find(self, name: str, who: str) -> Request | None:
        """Return somebody's own request; None if it is forgotten, or not his."""
        found = self._requests.get(name)
        return found if found is not None and found.who == who else None

    def of(self, who: str) -> tuple[Request, ...]:
        """Return somebody's requests, the newest first."""
        return tuple(each for each in reversed(self._requests.values()) if each.who == who)

    def _run(self, request: Request) -> None:
        request.state = State.RUNNING
        try:
            for each in self._outcomes(request.given):
                if len(request.lines) < _MOST_LINES:
                    request.lines.append(_line(each))
                else:
                    request.more += 1
        except ZusageError as error:
            request.problem, request.error, request.state = str(error), error, State.FAILED
        except Exception as error:  # noqa: BLE001 - a fault of the program must not end all adding
            request.problem, request.state = f"{type(error).__name__}: a fault of the program", State.FAILED
        else:
            request.state = State.DONE

    def _outcomes(self, given: Given) -> Iterator[Outcome | Failure]:
        workspace = self._workspace
        intake = Intake(language=given.language or None, limit=self._settings.text_limit)
        sources = iter((given.as_record(),)) if given.text.strip() else self._fetched(given.address)
        who = steps.identify_reader(workspace.dossier)
        return add_sources(workspace, sources, intake, steps.load_reader(), who=who)

    def _fetched(self, address: str) -> Iterator[Source | Failure]:
        from zusage.intake.fetching import Pace  # noqa: PLC0415 - the network is slow to import
        from zusage.workflow.gather import Gathering, gather  # noqa: PLC0415 - as above

        gathering = Gathering(
            settings=self._settings,
            clock=self._workspace.clock,
            stdin=io.BytesIO(),
            allow_private=self._allow_private,
            known=lambda each: is_known(self._workspace, each),
            pace=Pace(self._workspace.clock, time.sleep),
        )
        return gather([address], gathering)


def _line(outcome: Outcome | Failure) -> Line:
    if isinstance(outcome, Failure):
        return Line(resource=outcome.resource, problem=str(outcome.error), error=outcome.error)
    report = outcome.reading.report
    return Line(
        resource=outcome.resource,
        report=report.id,
        title=report.title or report.text[:80],
        change=str(outcome.change),
        statements=len(outcome.reading.statements),
        notes=outcome.notes,
    )
