"""Copies: which texts are taken from one another, and which of them is the root.

Two texts are copies if most of the shorter one's runs of words stand in the other, outside of quotation marks
(everybody quotes the same sentence of a speech), or if they share one long run; two reports of one event that credit
the same agency are one source as well. Uses `zusage.model`.

Source: Broder, "On the resemblance and containment of documents", SEQUENCES 1997 (containment of shingles).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise

from zusage.model.ledger import Family, Story
from zusage.model.report import Report

SHINGLE = 5
"""Words in a run."""

CONTAINED = 0.4
"""Share of the shorter text's runs that makes a copy."""

LEAST = 8
"""Runs that have to be shared, so that two lines of boilerplate make no family."""

_QUOTED = re.compile(r"[„“\"»«”][^„“\"»«”\n]{0,600}[“”\"«»]")
_WORD = re.compile(r"\w+")


def find_families(reports: Iterable[Report], stories: Iterable[Story] = ()) -> tuple[Family, ...]:
    """Group reports into copy families; every report is in exactly one, alone if it is nobody's copy.

    With ``stories``, reports of one event that credit the same agency in the same days are one family. Families are
    ordered by their root, members by age (undated ones last) and id.
    """
    by_id = {report.id: report for report in sorted(reports, key=lambda each: each.id)}
    links = {**_credit_links(by_id, stories), **_text_links(by_id)}
    parents = {name: name for name in by_id}

    def top(name: str) -> str:
        while parents[name] != name:
            name = parents[name]
        return name

    for one, other in sorted(links):
        first, second = sorted((top(one), top(other)))
        parents[second] = first
    groups: dict[str, list[Report]] = defaultdict(list)
    for name, report in by_id.items():
        groups[top(name)].append(report)
    return tuple(sorted((_family(group, links) for group in groups.values()), key=lambda family: family.root))


def roots_of(families: Iterable[Family]) -> Mapping[str, str]:
    """For each report the root that it counts for."""
    return {member: family.root for family in families for member in family.members}


def _family(group: list[Report], links: Mapping[tuple[str, str], str]) -> Family:
    members = [report.id for report in sorted(group, key=lambda each: (each.published_on or "9999", each.id))]
    reasons = []
    for place, member in enumerate(members[1:], 1):
        found = [links[pair] for before in members[:place] if (pair := _pair(before, member)) in links]
        later = [links[pair] for after in members[place + 1 :] if (pair := _pair(after, member)) in links]
        reasons.append((found or later or ["by way of another member"])[0])
    return Family(members[0], tuple(members), tuple(reasons))


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def shingles(text: str) -> frozenset[str]:
    """The runs of five words of a text in lower case, without what stands in quotation marks."""
    tokens = _WORD.findall(_QUOTED.sub(" ", text).casefold())
    return frozenset(" ".join(tokens[at : at + SHINGLE]) for at in range(len(tokens) - SHINGLE + 1))


def _body(report: Report) -> str:
    text, kept, at = report.text, [], 0
    for piece in sorted(report.furniture, key=lambda each: each.span):
        kept.append(text[at : max(at, piece.span.start)])
        at = max(at, piece.span.end)
    return " ".join([*kept, text[at:]])


def _text_links(reports: Mapping[str, Report]) -> dict[tuple[str, str], str]:
    runs = {name: shingles(_body(report)) for name, report in reports.items()}
    holders: dict[str, list[str]] = defaultdict(list)
    for name, found in runs.items():
        for run in found:
            holders[run].append(name)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for names in holders.values():
        for place, one in enumerate(names):
            for other in names[place + 1 :]:
                shared[_pair(one, other)] += 1
    links = {}
    for (one, other), count in shared.items():
        share = count / min(len(runs[one]), len(runs[other]))
        if count >= LEAST and share >= CONTAINED:
            links[one, other] = f"shares {share:.0%} of the shorter text's runs of {SHINGLE} words"
    return links


def _credit_links(reports: Mapping[str, Report], stories: Iterable[Story]) -> dict[tuple[str, str], str]:
    links = {}
    for story in stories:
        by_credit: dict[str, list[Report]] = defaultdict(list)
        for name in story.reports:
            credit = reports[name].credit if name in reports else None
            if credit:
                by_credit[credit.casefold()].append(reports[name])
        for credit, group in sorted(by_credit.items()):
            for one, other in pairwise(group):
                links[_pair(one.id, other.id)] = f"credits {credit} on the same event"
    return links
