"""Fetching pages and feeds over http(s), so that an address in a feed cannot reach what is not public.

Each hop of a redirect is resolved, all its answers are checked, and the connection goes to the address that was checked:
a name that answers differently the second time gains nothing. Size, time and decompression are bounded; no cookie,
password or referrer is sent.
"""

from zusage.intake.fetching.fetch import Fetched, FetchError, Fetching, Unchanged, fetch
from zusage.intake.fetching.pace import Pace
from zusage.intake.fetching.robots import Robots

__all__ = ["FetchError", "Fetched", "Fetching", "Pace", "Robots", "Unchanged", "fetch"]
