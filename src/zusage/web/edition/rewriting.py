"""Turning pages of a server into files: links lead to files, what needs a server goes.

Our templates write attributes in double quotation marks and escape these in everything else, which is why patterns are
enough here.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from functools import cache
from html import escape, unescape
from urllib.parse import quote

from zusage.web.edition.places import Place, place_of

Find = Callable[[str], Place | None]
"""From an address as it stands in a page to its place in the edition, None if it is not there."""

_FORM = re.compile(r"<form\b.*?</form>", re.DOTALL)
_SCRIPT = re.compile(r"\s*<script\b.*?</script>", re.DOTALL)
_HTMX = re.compile(r'\s(?:hx-[a-z-]+|data-hx-[a-z-]+)="[^"]*"')
_HTMX_CONFIG = re.compile(r'\s*<meta name="htmx-config"[^>]*>')
_ANCHOR = re.compile(r'<a\b(?P<before>[^>]*?)\shref="(?P<href>[^"]*)"(?P<after>[^>]*)>(?P<words>.*?)</a>', re.DOTALL)
_LINK = re.compile(r'\s*<link\b(?P<before>[^>]*?)\shref="(?P<href>[^"]*)"(?P<after>[^>]*)>')
_SOURCE = re.compile(r'\s(?P<name>src|srcset|data)="(?P<href>/[^"]*)"')


def links_in(page: str) -> list[str]:
    """Return the addresses of ours that a page names, as they stand in it, in order."""
    kept = bare(page)
    found = [match["href"] for pattern in (_LINK, _ANCHOR, _SOURCE) for match in pattern.finditer(kept)]
    return [unescape(each) for each in dict.fromkeys(found) if each.startswith("/")]


def bare(page: str) -> str:
    """Take out of a page what needs a server or a script: forms, scripts and their settings."""
    for pattern in (_SCRIPT, _HTMX_CONFIG, _FORM, _HTMX):
        page = pattern.sub("", page)
    return page


def rewrite_page(page: str, file: str, find: Find) -> str:
    """Make the links of a page lead to files, relative to its own; what leads nowhere becomes plain words.

    Links out of the site stay; a link to a part of the page too.
    """

    def to_file(href: str) -> str | None:
        plain, sign, part = unescape(href).partition("#")
        if not plain.startswith("/"):
            return href
        place = find(plain)
        return None if place is None else escape(f"{relative(place.file, file)}{sign}{part}")

    def anchor(match: re.Match[str]) -> str:
        href = to_file(match["href"])
        if href is None:
            return f"<span{_kept(match['before'] + match['after'])}>{match['words']}</span>"
        return f'<a{match["before"]} href="{href}"{match["after"]}>{match["words"]}</a>'

    def link(match: re.Match[str]) -> str:
        href = to_file(match["href"])
        return "" if href is None else f'\n<link{match["before"]} href="{href}"{match["after"]}>'

    def source(match: re.Match[str]) -> str:
        return f' {match["name"]}="{to_file(match["href"]) or ""}"'

    return _SOURCE.sub(source, _LINK.sub(link, _ANCHOR.sub(anchor, bare(page))))


def _kept(attributes: str) -> str:
    """The attributes that words without a link keep."""
    return "".join(f" {name}" for name in re.findall(r'(?:class|id|title|lang)="[^"]*"', attributes))


@cache
def _way(target: str, folder: str) -> str:
    return quote(posixpath.relpath(target, folder or "."), safe="/-_.~")


def relative(target: str, file: str) -> str:
    """Return the way from one file to another, as a link has it."""
    return _way(target, posixpath.dirname(file))


def rewrite_text(words: str, root: str, find: Find) -> str:
    """Make whole addresses of ours in a feed or citation lead to the files: those under ``root``."""

    def to_file(match: re.Match[str]) -> str:
        place = find(unescape(match["path"]))
        return match[0] if place is None else f"{root}/{quote(place.file, safe='/-_.~')}"

    return re.sub(rf'{re.escape(root)}(?P<path>/(?:de|en)/[^\s"\'<>\\{{}}]*)', to_file, words)


def finder(known: Callable[[str], bool], *, absolute: bool) -> Find:
    """Return what finds places: those of an edition, of which ``known`` says whether the application has them."""

    def find(link: str) -> Place | None:
        place = place_of(link, absolute=absolute)
        return place if place is not None and known(place.file) else None

    return find
