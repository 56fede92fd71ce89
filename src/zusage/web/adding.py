"""Adding reports from the pages: what is asked for waits its turn, is fetched and read beside the server, and can be watched.

One thing is added at a time, as at the command line: writers wait for one another anyway. What is asked for is in the
ledger from the first moment: a server that stops leaves it to the next one, and what had been kept stays kept.
"""

from __future__ import annotations

import io
import json
import secrets
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import timedelta
from threading import Event, Lock, Thread, Timer

from zusage.errors import InputError, LedgerError, ZusageError, wording
from zusage.intake.fetching.addresses import is_address
from zusage.intake.reports import Intake
from zusage.intake.source import SUFFIXES, Failure, Source
from zusage.ledger import additions as rows
from zusage.model.additions import Addition, Given, Line, State
from zusage.settings import Settings
from zusage.workflow import steps
from zusage.workflow.add import Change, Outcome, add_sources, is_known
from zusage.workflow.steps import moved
from zusage.workflow.workspace import Workspace

_MOST_OPEN, _MOST_LINES = 5, 500
"""Additions of one account that may be open, reports of one that are listed."""

ARCHIVES = (".warc", ".warc.gz")
"""Files with many pages. Those that only name what is to be fetched are none: their address does the same."""

_KEPT_FOR = timedelta(days=30)
"""How long it is told what came of an addition."""

HELD_FOR = 60.0
"""Seconds for which a server that is not heard of any more still holds what it was adding."""

_MOST_TRIES = 3
"""How often something is begun that each time stops the server."""


def check(given: Given) -> None:
    """Make sure that there is one thing to add.

    Raises:
        InputError: there is neither an address of the web nor a text nor a file, or a file and something else.
    """
    if given.packed:
        _check_file(given)
        return
    if given.address and not is_address(given.address):
        raise InputError(given.address[:80], "is no address of the web", hint="it begins with https://")
    if not given.address and not given.text.strip():
        raise InputError(
            "the form", "has neither an address nor a text nor a file", hint="paste one of them, or choose a file"
        )


def _check_file(given: Given) -> None:
    if given.address or given.text.strip():
        raise InputError(
            given.file_name,
            "came together with an address or a text",
            hint="empty the other fields, or choose the file for itself",
        )
    if not given.file_name.lower().endswith((*SUFFIXES, *ARCHIVES)):
        taken = wording("files ending in {endings}", endings=" ".join((*SUFFIXES, *ARCHIVES)))
        raise InputError(given.file_name, "is of no kind that can be read here", hint=taken)


class Adding:
    """What is added by one server, one after the other."""

    def __init__(self, workspace: Workspace, settings: Settings, *, allow_private: bool = False) -> None:
        """Add to a ledger; nothing runs until something is asked for, or `start` is called."""
        self._workspace = workspace
        self._settings = settings
        self._allow_private = allow_private
        self._name = secrets.token_hex(8)
        self._lock = Lock()
        self._worker: ThreadPoolExecutor | None = None
        self._again: Timer | None = None
        self._stopping = Event()

    def ask(self, given: Given, who: str) -> Addition:
        """Take something to be added; it is worked at when what came before it is done.

        Raises:
            InputError: there is nothing to add, or somebody asks for too much at once.
        """
        check(given)
        at = self._workspace.clock()
        made = Addition(id=secrets.token_urlsafe(9), who=who, name=given.name, given=given, asked_at=at)
        with self._workspace.ledger.writing() as connection:
            if rows.count_open(connection, who) >= _MOST_OPEN:
                problem = wording("is one too many: {most} are being added", most=_MOST_OPEN)
                raise InputError("the form", problem, hint="wait for one to end")
            rows.forget(connection, before=moved(at, -_KEPT_FOR))
            rows.add(connection, made)
        self.start()
        return made

    def find(self, name: str, who: str) -> Addition | None:
        """Return somebody's own addition; None if it is forgotten, or not his."""
        with self._workspace.ledger.reading() as connection:
            return rows.find(connection, name, who)

    def of(self, who: str, most: int = 10) -> tuple[Addition, ...]:
        """Return what somebody asked for last, the newest first."""
        with self._workspace.ledger.reading() as connection:
            return rows.last_of(connection, who, most)

    def start(self) -> None:
        """Work at what waits, also at what a server that stopped has left."""
        with self._lock:
            if not self._stopping.is_set():
                self._worker = self._worker or ThreadPoolExecutor(1, thread_name_prefix="adding")
                self._worker.submit(self._work)

    def stop(self) -> None:
        """Stop after the report that is being read; the rest is left to the next server."""
        self._stopping.set()
        with self._lock:
            if self._again is not None:
                self._again.cancel()
            if self._worker is not None:
                self._worker.shutdown(cancel_futures=True)

    def _work(self) -> None:
        try:
            while not self._stopping.is_set() and (taken := self._take()) is not None:
                with self._held(taken.id):
                    self._run(taken)
            with self._workspace.ledger.reading() as connection:
                is_done = not rows.is_open(connection)
        except LedgerError:  # somebody else writes for long: what is held is taken up again
            is_done = False
        if not is_done:
            self._look_again()

    def _look_again(self) -> None:
        """Look once more when what another server holds may be taken, if that has stopped."""
        with self._lock:
            if not self._stopping.is_set() and (self._again is None or not self._again.is_alive()):
                self._again = Timer(HELD_FOR, self.start)
                self._again.daemon = True
                self._again.start()

    def _take(self) -> Addition | None:
        now = self._workspace.clock()
        with self._workspace.ledger.reading() as connection:  # a server that has nothing to do writes nothing
            if not rows.is_open(connection):
                return None
        with self._workspace.ledger.writing() as connection:
            return rows.take(connection, self._name, now=now, until=self._until())

    def _until(self) -> str:
        return moved(self._workspace.clock(), timedelta(seconds=HELD_FOR))

    @contextmanager
    def _held(self, name: str) -> Iterator[None]:
        """Say again and again that it is still being worked at."""
        ended = Event()

        def go_on() -> None:
            while not ended.wait(HELD_FOR / 3):
                with suppress(LedgerError), self._workspace.ledger.writing() as connection:
                    rows.hold(connection, name, self._name, until=self._until())

        holder = Thread(target=go_on, name="holding", daemon=True)
        holder.start()
        try:
            yield
        finally:
            ended.set()
            holder.join()

    def _run(self, taken: Addition) -> None:
        made = taken
        try:
            _check_tries(taken)
            for each in self._outcomes(taken.given):
                made = _with(made, _line(each))
                self._note(made)
                if self._stopping.is_set():
                    with self._workspace.ledger.writing() as connection:
                        rows.release(connection, taken.id, self._name)
                    return
        except ZusageError as error:
            made = replace(made, state=State.FAILED, error=error)
        except Exception as error:  # noqa: BLE001 - a fault of the program must not end all adding
            fault = wording("met a fault of the program: {name}", name=type(error).__name__)
            made = replace(made, state=State.FAILED, error=InputError(taken.name, fault, hint="report it, please"))
        else:
            made = replace(made, state=State.DONE)
        self._note(made)

    def _note(self, made: Addition) -> None:
        at = self._workspace.clock()
        with self._workspace.ledger.writing() as connection:
            rows.note(connection, made, self._name, at=at)

    def _outcomes(self, given: Given) -> Iterator[Outcome | Failure]:
        workspace = self._workspace
        intake = Intake(language=given.language or None, limit=self._settings.text_limit)
        sources = self._fetched(given.address) if given.is_fetched else self._sent(given)
        who = steps.identify_reader(workspace.dossier)
        return add_sources(workspace, sources, intake, steps.load_reader(), who=who)

    def _sent(self, given: Given) -> Iterator[Source | Failure]:
        if not given.packed:
            yield _as_record(given)
        elif given.file_name.lower().endswith(ARCHIVES):
            from zusage.intake.warc import read_archive  # noqa: PLC0415 - seldom needed

            yield from read_archive(io.BytesIO(given.content), given.file_name, limit=self._settings.page_bytes)
        else:
            yield Source(given.file_name, given.content)

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


def _as_record(given: Given) -> Source:
    """A pasted text as a source: a report in the codebook's format with what was told about it."""
    told = {"title": given.title, "outlet": given.outlet, "published_on": given.published_on, "address": given.address}
    record = {"text": given.text.replace("\r\n", "\n")} | {name: value for name, value in told.items() if value}
    return Source(given.name, json.dumps(record, ensure_ascii=False).encode(), kind="record")


def _check_tries(taken: Addition) -> None:
    """Make sure that something has not stopped the server each time that it was begun.

    Raises:
        InputError: it has.
    """
    if taken.tries > _MOST_TRIES:
        problem = wording("stopped the server {times} times", times=_MOST_TRIES)
        raise InputError(taken.name, problem, hint="try it with zusage add")


def as_record(made: Addition) -> dict[str, object]:
    """An addition as JSON; its problems in English."""
    own = {"id": made.id, "name": made.name, "asked_at": made.asked_at, "state": str(made.state), "tries": made.tries}
    lines = [
        {name: getattr(each, name) for name in Line.__slots__ if name != "error"}
        | {"problem": str(each.error) if each.error else ""}
        for each in made.lines
    ]
    return {**own, "reports": lines, "more": made.more, "problem": str(made.error) if made.error else ""}


def _with(made: Addition, line: Line) -> Addition:
    """Put a report to what came of an addition; what an earlier try has put there is told as it was told then."""
    for place, each in enumerate(made.lines):
        if line.report is not None and each.report == line.report:
            told = each if line.change == Change.UNCHANGED else line
            return replace(made, lines=(*made.lines[:place], told, *made.lines[place + 1 :]))
        if line.error is not None and each.error is not None and each.resource == line.resource:
            return made
    if len(made.lines) < _MOST_LINES:
        return replace(made, lines=(*made.lines, line))
    return replace(made, more=made.more + 1)


def _line(outcome: Outcome | Failure) -> Line:
    if isinstance(outcome, Failure):
        return Line(resource=outcome.resource, error=outcome.error)
    report = outcome.reading.report
    return Line(
        resource=outcome.resource,
        report=report.id,
        title=report.title or report.text[:80],
        change=str(outcome.change),
        statements=len(outcome.reading.statements),
        notes=outcome.notes,
    )
