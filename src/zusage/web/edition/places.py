"""Which addresses of the pages belong to a static edition, and in which file each of them is.

A state that files cannot have is dropped: an address as of another day leads to the page as it is. Standard library only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from zusage.publish.citations import forms as citations
from zusage.publish.feeds import forms as feeds

LANGUAGES = ("de", "en")

DATA = ("json", "csv", "narrow.svg", "svg")
FORMS = (*feeds.FORMS, *citations.FORMS, *DATA)
"""Endings of addresses, the longer ones before those they end with."""

ABSOLUTE = (*feeds.FORMS, *citations.FORMS)
"""Forms that name whole addresses: without an address of the edition they are left out."""

SECTIONS = (
    "ledger",
    "entries",
    "actors",
    "measures",
    "reports",
    "stories",
    "meetings",
    "conflicts",
    "assessment",
    "about",
)
"""The groups of pages that show; those that ask something of a server (searching, adding, reviewing) are none."""

STATES = ("actor", "measure", "page", "slot", "severity")
"""Parameters with which a page is a file of its own."""

DROPPED = ("as_of", "since")
"""Parameters of days: an edition is as of one day."""


@dataclass(frozen=True, slots=True)
class Place:
    """One page in one form: what is asked of the application, and the file that it goes to."""

    address: str
    file: str


@cache
def place_of(link: str, *, absolute: bool) -> Place | None:
    """Return where an address of ours is in the edition; None if it is not in it.

    ``absolute``: the edition has an address, so that feeds and citations are in it.
    """
    parts = urlsplit(link)
    is_plain = parts.path.startswith("/") and not {".", ".."} & set(unquote(parts.path).split("/"))
    if parts.scheme or parts.netloc or not is_plain:
        return None
    if parts.path.startswith("/static/"):
        return Place(parts.path, unquote(parts.path).lstrip("/"))
    language, _, path = unquote(parts.path).lstrip("/").partition("/")
    path, form = _split_form(path)
    if language not in LANGUAGES or (form in ABSOLUTE and not absolute):
        return None
    section = path.partition("/")[0]
    if path not in {"", "overview"} and section not in SECTIONS:
        return None
    return _place(language, path, form, parts.query)


def _place(language: str, path: str, form: str, query: str) -> Place | None:
    pairs = [(name, value) for name, value in parse_qsl(query) if value and name not in DROPPED]
    if any(name not in STATES for name, _ in pairs):
        return None
    kept = sorted((name, value) for name, value in pairs if (name, value) != ("page", "1"))
    state = "".join(f"--{name}-{value}" for name, value in kept)
    name = _safe(f"{path.rstrip('/') or ('overview' if form else 'index')}{state}")
    shown = "" if path in {"", "overview"} and not form else path
    asked = quote(f"/{language}/{shown}{f'.{form}' if form else ''}", safe="/:.")
    words = "&".join(f"{name}={quote(value, safe=':,')}" for name, value in kept)
    return Place(f"{asked}?{words}" if words else asked, f"{language}/{name}.{form or 'html'}")


def _split_form(path: str) -> tuple[str, str]:
    for form in FORMS:
        if path.endswith(f".{form}"):
            return path.removesuffix(f".{form}"), form
    return path, ""


def _safe(name: str) -> str:
    """A name that every file system and host can have: signs beyond the plain ones by their numbers."""
    return re.sub(r"[^A-Za-z0-9./_-]", lambda sign: "_" if sign[0] == ":" else f"_{ord(sign[0]):x}", name)
