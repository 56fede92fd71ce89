"""Passwords: what may be one, and their Argon2id digests.

The library, argon2-cffi, is in the extra ``web`` and imported on first use.

Source: RFC 9106, section 4 (the second recommended parameters: 64 MiB, 3 passes, 4 lanes), which lie above the least that
OWASP's cheat sheet on storing passwords names; NIST SP 800-63B, section 3.1.1 (length counts, no rules of composition,
common and guessable ones refused, Unicode normalised).
"""

from __future__ import annotations

import threading
import unicodedata
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from zusage.errors import AccessError, InputError, wording

if TYPE_CHECKING:
    from argon2 import PasswordHasher

LEAST, MOST = 12, 256
"""Characters of a password."""
_DIFFERENT = 5
"""Different characters that a password has at least."""
_AT_ONCE = 2
"""Digests that are worked out at a time, so that many who sign in do not eat up memory."""
_RUNS = ("abcdefghijklmnopqrstuvwxyz", "0123456789", "qwertyuiopasdfghjklzxcvbnm", "qwertzuiopasdfghjklyxcvbnm")
"""What is next to each other in the alphabet or on a keyboard."""
_COMMON = ("password", "passwort", "zusage", "letmein", "welcome", "willkommen", "geheim", "secret", "hallo", "admin")


@dataclass(frozen=True)
class Passwords:
    """Digests of passwords under some cost: KiB of memory, passes, lanes."""

    memory: int = 65536
    passes: int = 3
    lanes: int = 4
    _turn: Any = field(default_factory=lambda: threading.BoundedSemaphore(_AT_ONCE), repr=False, compare=False)

    def digest(self, password: str) -> str:
        """Return a digest with its salt and parameters."""
        with self._turn:
            return self._hasher.hash(_normalised(password))

    def matches(self, digest: str | None, password: str) -> bool:
        """Say whether a password has a digest; without one, as long is spent on saying no."""
        from argon2.exceptions import InvalidHashError, VerificationError  # noqa: PLC0415 - an extra

        with self._turn:
            try:
                self._hasher.verify(digest or self.of_nobody, _normalised(password)[:MOST])
            except (VerificationError, InvalidHashError):
                return False
        return digest is not None

    def is_outdated(self, digest: str) -> bool:
        """Say whether a digest was made under another cost."""
        return self._hasher.check_needs_rehash(digest)

    @cached_property
    def of_nobody(self) -> str:
        """The digest that stands in for an account that is not there; worked out when the server starts."""
        return self._hasher.hash("nobody")

    @cached_property
    def _hasher(self) -> PasswordHasher:
        try:
            from argon2 import PasswordHasher  # noqa: PLC0415 - an extra
        except ModuleNotFoundError as problem:
            raise AccessError(
                "accounts", "need the library for passwords", hint="pip install 'zusage[web]'"
            ) from problem
        return PasswordHasher(time_cost=self.passes, memory_cost=self.memory, parallelism=self.lanes)


def check_password(password: str, name: str) -> None:
    """Make sure that a password is long and not easily guessed.

    Raises:
        InputError: it is not.
    """
    words = _normalised(password)
    if not LEAST <= len(words) <= MOST:
        problem = wording("has {count} characters", count=len(words))
        raise InputError(
            "the password",
            problem,
            hint=wording("give {least} to {most}; a few words in a row are best", least=LEAST, most=MOST),
        )
    if any(unicodedata.category(each) == "Cc" for each in words):
        raise InputError("the password", "holds a control character", hint="leave it out")
    folded = words.casefold()
    if len(set(folded)) < _DIFFERENT or _without_guessable(folded, name) < LEAST // 2:
        raise InputError("the password", "is easily guessed", hint="take a few words in a row that only you would join")


def _without_guessable(folded: str, name: str) -> int:
    """Count what is left of a password without the account's name, common passwords, and runs of neighbours."""
    for word in (name, *_COMMON):
        folded = folded.replace(word, "")
    left = 0
    for index, sign in enumerate(folded):
        before = folded[index - 1] if index else ""
        left += not (before == sign or any(before + sign in run or sign + before in run for run in _RUNS))
    return left


def _normalised(password: str) -> str:
    """Return a password in one Unicode form: what looks the same on two keyboards is the same."""
    return unicodedata.normalize("NFKC", password)
