"""Readers' remarks: what may be sent, how often, and what moderators decide about it.

Nothing of a remark is shown before a moderator lets it through. Of the sender nothing is kept but what he wrote; how often one
network address writes is counted under a digest whose key is thrown away after a day.
"""

from __future__ import annotations

import re
import secrets
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from urllib.parse import urlsplit

from sqlalchemy import Connection

from zusage.errors import AccessError, InputError, MissingError, wording
from zusage.ledger import remarks as rows
from zusage.ledger.auditing import add_attempt, add_audit, count_attempts, keyed_digest
from zusage.model.accounts import Audit
from zusage.model.ledger import Entry
from zusage.model.remarks import Refusal, Remark, RemarkKind, RemarkState
from zusage.workflow.accounts.signing_in import caller_key, coarse_address
from zusage.workflow.steps import moved
from zusage.workflow.workspace import Workspace

ACT = "remark"
MOST_TEXT, MOST_BY, MOST_SOURCE, MOST_ANSWER = 2000, 80, 500, 500
"""Characters."""
_LEAST_TEXT = 10
_OF_ADDRESS = ((timedelta(hours=1), 5), (timedelta(days=1), 15))
"""How many remarks one address may send in a time."""
WAITING_ON_ENTRY, WAITING_IN_ALL = 20, 1000
"""How many may wait, so that nobody can bury an entry or the moderators."""
_BLANK_LINES = re.compile(r"\n{3,}")


class Flaw(StrEnum):
    """Why a remark cannot be sent as it is."""

    TEXT = "text"
    """Too short or too long."""
    SOURCE = "source"
    """No web address, or too long a one."""
    NO_SOURCE = "no-source"
    """An entry is said to be wrong, without a source."""
    BY = "by"
    """The name is too long."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A remark as it was typed."""

    kind: RemarkKind
    text: str
    source: str = ""
    by: str = ""


def clean(draft: Draft) -> Draft:
    """Make plain text of a draft: no control signs, no turns of direction, no walls of empty lines."""
    text = _BLANK_LINES.sub("\n\n", "\n".join(line.strip() for line in _plain(draft.text).split("\n"))).strip()
    return Draft(draft.kind, text, _plain(draft.source).strip(), " ".join(_plain(draft.by).split()))


def flaws_in(draft: Draft) -> tuple[Flaw, ...]:
    """Say what is wrong with a cleaned draft; nothing for one that can be sent."""
    found = []
    if not _LEAST_TEXT <= len(draft.text) <= MOST_TEXT:
        found.append(Flaw.TEXT)
    if draft.source and not is_source(draft.source):
        found.append(Flaw.SOURCE)
    if draft.kind is RemarkKind.WRONG and not draft.source:
        found.append(Flaw.NO_SOURCE)
    if len(draft.by) > MOST_BY:
        found.append(Flaw.BY)
    return tuple(found)


def is_source(words: str) -> bool:
    """Say whether words are a web address that a reader may be sent to: http or https, a host, no password."""
    if len(words) > MOST_SOURCE or not words.isprintable() or any(sign.isspace() for sign in words):
        return False
    try:
        parts = urlsplit(words)
        host = parts.hostname or ""
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and "." in host.strip(".") and "@" not in parts.netloc


def send_remark(workspace: Workspace, entry: Entry, draft: Draft, *, address: str) -> Remark:
    """Keep a remark; it waits for a moderator.

    Raises:
        InputError: it cannot be sent as it is.
        AccessError: too many were sent, or too many wait.
    """
    draft = clean(draft)
    flaws = flaws_in(draft)
    if flaws:
        raise InputError(
            "the remark", wording("cannot be sent: {flaws}", flaws=", ".join(flaws)), hint="mend what is named"
        )
    at = workspace.clock()
    remark = Remark(
        id=secrets.token_hex(8),
        entry=entry.id,
        statement=min(each.id for each in entry.statements),
        kind=draft.kind,
        text=draft.text,
        source=draft.source,
        by=draft.by,
        received_at=at,
    )
    with workspace.ledger.writing() as connection:
        caller = keyed_digest(caller_key(connection, at), f"from {coarse_address(address)}")
        _admit(connection, entry.id, caller, at)
        add_attempt(connection, ACT, about=entry.id, address=caller, at=at)
        rows.add_remark(connection, remark)
    return remark


def waiting(workspace: Workspace) -> tuple[Remark, ...]:
    """Return what waits for a moderator, the oldest first."""
    with workspace.ledger.reading() as connection:
        return rows.remarks_in(connection, RemarkState.WAITING)


def decided(workspace: Workspace, *, last: int) -> tuple[Remark, ...]:
    """Return what was decided last, the newest first."""
    with workspace.ledger.reading() as connection:
        found = [*rows.remarks_in(connection, RemarkState.PUBLISHED, last=last)]
        found += rows.remarks_in(connection, RemarkState.REFUSED, last=last)
    return tuple(sorted(found, key=lambda each: each.decided_at or "", reverse=True)[:last])


def published_on(workspace: Workspace, entry: Entry) -> tuple[Remark, ...]:
    """Return the remarks on an entry that were let through, the oldest first."""
    statements: Sequence[str] = [each.id for each in entry.statements]
    with workspace.ledger.reading() as connection:
        return rows.published_remarks(connection, entry.id, statements)


def count_published_on(workspace: Workspace, entry: Entry) -> int:
    """Return how many remarks on an entry were let through."""
    with workspace.ledger.reading() as connection:
        return rows.count_published(connection, entry.id, [each.id for each in entry.statements])


def publish(workspace: Workspace, name: str, *, who: str, answer: str = "") -> Remark:
    """Let a remark through, with a word to all readers if there is one.

    Raises:
        MissingError: there is no such remark.
    """
    return _decide(workspace, name, RemarkState.PUBLISHED, who=who, answer=answer)


def refuse(workspace: Workspace, name: str, reason: Refusal, *, who: str) -> Remark:
    """Refuse a remark, for the rule that it breaks.

    Raises:
        MissingError: there is no such remark.
    """
    return _decide(workspace, name, RemarkState.REFUSED, who=who, reason=reason)


def reopen(workspace: Workspace, name: str, *, who: str) -> Remark:
    """Take a decision back: the remark waits again, and is not shown.

    Raises:
        MissingError: there is no such remark.
    """
    return _decide(workspace, name, RemarkState.WAITING, who=who)


def erase(workspace: Workspace, name: str, *, who: str) -> None:
    """Erase a remark, so that nothing of it stays.

    Raises:
        MissingError: there is no such remark.
    """
    with workspace.ledger.writing() as connection:
        remark = _find(connection, name)
        rows.erase_remark(connection, name)
        add_audit(
            connection, Audit(at=workspace.clock(), who=who, act="remark erased", about=name, detail=remark.entry)
        )
    workspace.ledger.forget()


def _decide(
    workspace: Workspace, name: str, state: RemarkState, *, who: str, reason: Refusal | None = None, answer: str = ""
) -> Remark:
    with workspace.ledger.writing() as connection:
        at = workspace.clock()
        waits = state is RemarkState.WAITING
        made = replace(
            _find(connection, name),
            state=state,
            reason=reason,
            answer=" ".join(_plain(answer).split())[:MOST_ANSWER],
            decided_at=None if waits else at,
            decided_by=None if waits else who,
        )
        rows.save_decision(connection, made)
        detail = f"on {made.entry}{f'; {reason}' if reason else ''}"
        add_audit(connection, Audit(at=at, who=who, act=f"remark {state}", about=name, detail=detail))
    return made


def _find(connection: Connection, name: str) -> Remark:
    found = rows.find_remark(connection, name)
    if found is None:
        raise MissingError(wording("remark {name}", name=name[:16]), "does not exist", hint="it may have been erased")
    return found


def _admit(connection: Connection, entry: str, caller: str, at: str) -> None:
    """Make sure that neither an address, nor readers of an entry, nor all together send too much.

    Raises:
        AccessError: they do.
    """
    for span, most in _OF_ADDRESS:
        count, _ = count_attempts(connection, ACT, since=moved(at, -span), address=caller)
        if count >= most:
            wait = int(span.total_seconds())
            raise AccessError("remarks", "were sent too often from your network", hint="try again later", wait=wait)
    is_full = rows.count_waiting(connection) >= WAITING_IN_ALL
    if is_full or rows.count_waiting(connection, entry) >= WAITING_ON_ENTRY:
        wait = int(timedelta(days=1).total_seconds())
        raise AccessError(
            "remarks", "are waiting already, as many as can be looked at", hint="try again later", wait=wait
        )


def _plain(words: str) -> str:
    """Words in one Unicode form, with line ends alone of all signs that steer."""
    lines = unicodedata.normalize("NFC", words).replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in lines if sign == "\n" or unicodedata.category(sign) not in {"Cc", "Cf", "Cs", "Co"})
