"""What readers remark on entries, and what moderators decide about it. Standard library only."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class RemarkKind(StrEnum):
    """What a remark is: something to add, or the claim that the entry is wrong."""

    REMARK = "remark"
    WRONG = "wrong"


class RemarkState(StrEnum):
    """Where a remark stands; only a published one is ever shown to the public."""

    WAITING = "waiting"
    PUBLISHED = "published"
    REFUSED = "refused"


class Refusal(StrEnum):
    """Why a remark is refused: the rule that it breaks."""

    OFF_TOPIC = "off-topic"
    NO_SOURCE = "no-source"
    INSULT = "insult"
    PRIVATE = "private"
    ADVERTISING = "advertising"
    REPEATED = "repeated"
    UNLAWFUL = "unlawful"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A reader's remark on an entry, plain text. ``statement``: one of the entry, by which it is found if its id changes.

    ``by``: the name given, empty for none. ``answer`` is a moderator's word to all readers; ``reason`` why it was refused.
    """

    id: str
    entry: str
    statement: str
    kind: RemarkKind
    text: str
    source: str
    by: str
    received_at: str
    state: RemarkState = RemarkState.WAITING
    decided_at: str | None = None
    decided_by: str | None = None
    reason: Refusal | None = None
    answer: str = ""
