"""What a site allows a program to fetch.

A missing file allows everything, one that cannot be fetched nothing. The longest rule that fits decides, of two as long
the one that allows. Source: RFC 9309.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from zusage.errors import InputError
from zusage.intake.fetching.fetch import Fetched, FetchError, Fetching, fetch

_LIMIT = 512_000
_NONE = "*"


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one site for one program, and the seconds that it asks to leave between requests."""

    rules: tuple[tuple[str, bool], ...] = ()
    delay: float = 0.0

    def allows(self, path: str) -> bool:
        """Say whether a path may be fetched."""
        fitting = [(len(pattern), allowed) for pattern, allowed in self.rules if _matches(pattern, path)]
        return max(fitting, default=(0, True))[1]


@dataclass(slots=True)
class Robots:
    """The rules of the sites that were asked so far."""

    fetching: Fetching
    known: dict[str, Rules] = field(default_factory=dict)

    def of(self, address: str) -> Rules:
        """Return the rules of an address's site; they are fetched once."""
        parts = urlsplit(address)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self.known:
            self.known[site] = self._ask(site)
        return self.known[site]

    def allows(self, address: str) -> bool:
        """Say whether an address may be fetched."""
        parts = urlsplit(address)
        path = parts.path or "/"
        return path == "/robots.txt" or self.of(address).allows(f"{path}?{parts.query}" if parts.query else path)

    def _ask(self, site: str) -> Rules:
        try:
            found = fetch(f"{site}/robots.txt", self.fetching)
        except FetchError as error:
            return Rules() if 400 <= error.status < 500 and error.status != 429 else Rules((("/", False),))  # noqa: PLR2004 - RFC 9309, 2.3.1
        except InputError:
            return Rules((("/", False),))
        content = found.content if isinstance(found, Fetched) else b""
        return read_rules(content[:_LIMIT].decode("utf-8", "replace"), self.fetching.user_agent)


def read_rules(text: str, user_agent: str) -> Rules:
    """Return the rules for a program: those of the groups that name it, else those for all."""
    product = re.split(r"[/\s]", user_agent, maxsplit=1)[0].lower()
    groups = _read_groups(text)
    rules, delay = [], 0.0
    for name in (product, _NONE):
        for names, lines in groups:
            if name in names:
                rules += [(value, key == "allow") for key, value in lines if key in {"allow", "disallow"} and value]
                delay = max(
                    [delay, *(float(value) for key, value in lines if key == "crawl-delay" and _is_number(value))]
                )
        if any(name in names for names, _ in groups):
            break
    return Rules(tuple(rules), delay)


def _read_groups(text: str) -> list[tuple[set[str], list[tuple[str, str]]]]:
    groups: list[tuple[set[str], list[tuple[str, str]]]] = []
    naming = False
    for line in text.splitlines():
        key, colon, value = line.partition("#")[0].partition(":")
        key, value = key.strip().lower(), value.strip()
        if not colon:
            continue
        if key == "user-agent":
            if not naming:
                groups.append((set(), []))
            groups[-1][0].add(value.lower())
        elif groups:
            groups[-1][1].append((key, value))
        naming = key == "user-agent"
    return groups


def _matches(pattern: str, path: str) -> bool:
    """Say whether a rule fits a path: ``*`` stands for anything, ``$`` for the end."""
    first, *others = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    for part in others:
        at = path.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return not pattern.endswith("$") or at == len(path) or (bool(others) and path.endswith(others[-1]))


def _is_number(value: str) -> bool:
    return re.fullmatch(r"\d{1,4}(\.\d{1,3})?", value) is not None
