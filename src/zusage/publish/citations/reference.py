"""What is cited: one page of one ledger, as of one day, at an address that shows the same again.

Standard library only.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import quote

_SIGNS_OF_ADDRESSES = "!#$%&'()*+,/:;=?@[]~"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A page as a bibliography names it.

    ``name`` is what the page is within its ledger ("entry 3f51"): the key of the reference is made of it. ``ledger`` is
    the title of the whole, ``author`` the body that answers for it. ``as_of`` is the ISO day up to which the page looks,
    ``version`` the ledger's revision, ``address`` the page's, with that day in it. ``note`` says what a reader has to
    know (machine-read, unreviewed, synthetic); ``language`` is an ISO 639-1 code.
    """

    name: str
    title: str
    ledger: str
    author: str
    as_of: str
    version: str
    address: str
    language: str
    note: str = ""

    @property
    def key(self) -> str:
        """The key by which a text cites it: small ASCII letters, digits and "-" only."""
        plain = unicodedata.normalize("NFKD", f"zusage {self.name} {self.as_of}").encode("ascii", "ignore").decode()
        return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")

    @property
    def url(self) -> str:
        """The address in ASCII, so that no format and no program has to escape anything in it."""
        return quote(self.address, safe=_SIGNS_OF_ADDRESSES)

    @property
    def day(self) -> tuple[int, int, int]:
        """Year, month and day of ``as_of``."""
        year, month, day = self.as_of.split("-")
        return int(year), int(month), int(day)


def one_line(words: str) -> str:
    """Text on one line without control signs; what a field of a bibliography can hold."""
    return " ".join("".join(sign for sign in words if sign.isspace() or unicodedata.category(sign) != "Cc").split())
