"""People who use the pages: what an account is, which roles there are, and what each may do. Standard library only.

A role may do what the ones before it may, and more.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

NAME = re.compile(r"[a-z0-9](?:[a-z0-9._-]{0,38}[a-z0-9])?")
"""What an account may be called: it stands beside each judgement, so that it has to be plain to read."""


class Role(StrEnum):
    """What somebody is to a ledger, the weakest first."""

    READER = "reader"
    REVIEWER = "reviewer"
    MODERATOR = "moderator"
    ADMIN = "admin"


class Right(StrEnum):
    """What somebody may do; the scopes of an API token are rights, too."""

    READ = "read"
    ADD = "add"
    REVIEW = "review"
    MODERATE = "moderate"
    ADMINISTER = "administer"


_NEW: Mapping[Role, tuple[Right, ...]] = MappingProxyType(
    {
        Role.READER: (Right.READ,),
        Role.REVIEWER: (Right.ADD, Right.REVIEW),
        Role.MODERATOR: (Right.MODERATE,),
        Role.ADMIN: (Right.ADMINISTER,),
    }
)
"""What each role may do that the one before it may not."""

TOKEN_RIGHTS = (Right.READ, Right.ADD, Right.REVIEW, Right.MODERATE)
"""What an API token may be allowed: never to administer."""


def rights_of(role: Role) -> frozenset[Right]:
    """Return all that a role may do."""
    roles = list(Role)
    return frozenset(right for each in roles[: roles.index(role) + 1] for right in _NEW[each])


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Somebody who can sign in. Times are ISO; ``disabled_at`` None for one that is in use."""

    name: str
    role: Role
    made_at: str
    disabled_at: str | None = None

    @property
    def rights(self) -> frozenset[Right]:
        """What the account may do now."""
        return frozenset() if self.disabled_at else rights_of(self.role)


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """An API token without its secret. ``used_on`` the last day on which it was used."""

    id: str
    account: str
    label: str
    scopes: tuple[Right, ...]
    made_at: str
    expires_at: str
    used_on: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """Something that matters to security, or that a person decided: who, when, what, about what."""

    at: str
    who: str
    act: str
    about: str = ""
    detail: str = ""
