"""Who asks, and what they may see and do. Signing in is elsewhere; here is what follows from it."""

from __future__ import annotations

from dataclasses import dataclass

from zusage.model.accounts import Account, Right

READ, ADD, REVIEW = str(Right.READ), str(Right.ADD), str(Right.REVIEW)
MODERATE, ADMINISTER = str(Right.MODERATE), str(Right.ADMINISTER)
"""What somebody may do."""

_ANYBODY = frozenset({READ})


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """Who asks: an account with a role, or nobody in particular.

    ``public``: the pages are served to everybody, so that who is not signed in sees the public edition only. ``rights``:
    what the account may do; less than its role may, where a token asks for it.
    """

    account: str | None = None
    name: str = ""
    role: str | None = None
    public: bool = False
    rights: frozenset[str] = _ANYBODY

    @property
    def is_signed_in(self) -> bool:
        """Whether it is an account."""
        return self.account is not None

    @property
    def sees_all(self) -> bool:
        """Whether unreviewed statements and whole articles are shown: signed in, or on a private server."""
        return not self.public or (self.is_signed_in and READ in self.rights)

    @property
    def audience(self) -> str | None:
        """The part of the cache's key that says for whom; None for an answer that is for one account alone."""
        if self.is_signed_in:
            return None
        return "public" if self.public else "private"


def visitor_for(account: Account, rights: frozenset[Right], *, public: bool) -> Visitor:
    """An account that asks, with what it may do now."""
    may_do = frozenset(str(each) for each in rights)
    return Visitor(account=account.name, name=account.name, role=str(account.role), public=public, rights=may_do)


def may(visitor: Visitor, act: str) -> bool:
    """Say whether somebody may do something; nobody but an account may do more than read."""
    return act in (visitor.rights if visitor.is_signed_in else _ANYBODY)
