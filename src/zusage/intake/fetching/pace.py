"""Not asking one host too often: a pause between two requests, and silence where a host asks for it.

The clock and the waiting are handed in.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from zusage.errors import ZusageError, wording
from zusage.intake.fetching.fetch import FetchError

PAUSE = 1.0
"""Seconds between two requests to one host, where it does not ask for more."""

_LATER = (429, 503)


@dataclass(slots=True)
class Pace:
    """When each host was asked last, and until when it wants to be left alone."""

    clock: Callable[[], str]
    wait: Callable[[float], None]
    last: dict[str, datetime] = field(default_factory=dict)
    closed: dict[str, datetime] = field(default_factory=dict)

    def let_pass(self, address: str, *, pause: float = PAUSE) -> None:
        """Wait until a host may be asked again.

        Raises:
            FetchError: it wants to be left alone for longer.
        """
        host = urlsplit(address).netloc
        until = self.closed.get(host)
        if until is not None and self._now() < until:
            raise FetchError(
                address,
                wording("its host wants to be left alone until {time} UTC", time=f"{until:%H:%M}"),
                status=_LATER[0],
            )
        if host in self.last:
            left = pause - (self._now() - self.last[host]).total_seconds()
            if left > 0:
                self.wait(left)
        self.last[host] = self._now()

    def heed(self, address: str, error: ZusageError, *, otherwise: float) -> None:
        """Leave a host alone that says it is asked too much; ``otherwise`` seconds where it does not say how long."""
        if isinstance(error, FetchError) and error.status in _LATER:
            seconds = error.retry_after if error.retry_after is not None else otherwise
            self.closed[urlsplit(address).netloc] = self._now() + timedelta(seconds=seconds)

    def _now(self) -> datetime:
        return datetime.fromisoformat(self.clock())
