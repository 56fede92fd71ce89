"""Who asks, and what they may see and do. Signing in is elsewhere; here is what follows from it."""

from __future__ import annotations

from dataclasses import dataclass

READ, REVIEW, MODERATE, ADMINISTER = "read", "review", "moderate", "administer"
"""What somebody may do."""

ALLOWED: dict[str, frozenset[str]] = {
    "reader": frozenset({READ}),
    "reviewer": frozenset({READ, REVIEW}),
    "moderator": frozenset({READ, REVIEW, MODERATE}),
    "admin": frozenset({READ, REVIEW, MODERATE, ADMINISTER}),
}
"""What each role may do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """Who asks: an account with a role, or nobody in particular.

    ``public``: the pages are served to everybody, so that who is not signed in sees the public edition only.
    """

    account: str | None = None
    name: str = ""
    role: str | None = None
    public: bool = False

    @property
    def is_signed_in(self) -> bool:
        """Whether it is an account."""
        return self.account is not None

    @property
    def sees_all(self) -> bool:
        """Whether unreviewed statements and whole articles are shown: signed in, or on a private server."""
        return self.is_signed_in or not self.public

    @property
    def audience(self) -> str | None:
        """The part of the cache's key that says for whom; None for an answer that is for one account alone."""
        if self.is_signed_in:
            return None
        return "public" if self.public else "private"


def may(visitor: Visitor, act: str) -> bool:
    """Say whether somebody may do something; nobody but an account may do more than read."""
    if visitor.role is None:
        return act == READ
    return act in ALLOWED.get(visitor.role, frozenset())
