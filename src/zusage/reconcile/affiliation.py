"""Who speaks for whom: whether an actor's own side says something, the report in its own words, or somebody else.

Uses `zusage.model`.

Source: codebook, section 1 (a person in office acts for what the office belongs to); docs/methodology.md, "Who says
it".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from zusage.model.ledger import Authorship
from zusage.model.statement import Attendance, Commitment, Meeting, Position
from zusage.model.values import Authority
from zusage.reconcile.claims import Claim
from zusage.reconcile.lexicon import words
from zusage.reconcile.wording import CONTRIBUTORS

Affiliations = Mapping[str, frozenset[str]]

_OWN = frozenset(
    {
        Authority.HEAD,
        Authority.MINISTER,
        Authority.SPOKESPERSON,
        Authority.OFFICIAL,
        Authority.PARLIAMENT,
        Authority.MILITARY,
    }
)
_NUMBERED = re.compile(r"(?:more-than-|over-|about-|some-)?\d+-(.+)")


def is_actor_id(speaker: str) -> bool:
    """Say whether a speaker is by his name an actor (a state, a collective, an organisation) and not a person's slug."""
    return len(speaker) == 2 or ":" in speaker or "-" not in speaker  # noqa: PLR2004 - ISO 3166


@dataclass(frozen=True, slots=True)
class Tally:
    """How often statements have each person attend for an actor or speak for one, and how often each actor acts.

    A sum over statements, so that it can be kept by adding what comes and taking off what goes.
    """

    attends: dict[tuple[str, str], int] = field(default_factory=dict)
    speaks: dict[tuple[str, str], int] = field(default_factory=dict)
    acts: dict[str, int] = field(default_factory=dict)


def tally(claims: Iterable[Claim]) -> Tally:
    """Count who attends and speaks for whom in statements that count."""
    found = Tally()
    attends, speaks, acts = found.attends, found.speaks, found.acts
    for claim in claims:
        said = claim.statement
        if isinstance(said, Meeting):
            continue
        actor = said.actor
        acts[actor] = acts.get(actor, 0) + 1
        if isinstance(said, Attendance):
            if said.person:
                attends[said.person, actor] = attends.get((said.person, actor), 0) + 1
        elif (speaker := _speaker_for_one(said)) is not None:
            speaks[speaker, actor] = speaks.get((speaker, actor), 0) + 1
    return found


def _speaker_for_one(said: Commitment | Position) -> str | None:
    """The person who speaks in a statement, None if it is nobody, or somebody who speaks about others or a group."""
    speaker = said.speaker
    if not speaker or said.authority is Authority.THIRD_PARTY:
        return None
    return None if said.actor.startswith("group:") or is_actor_id(speaker) else speaker


def acts_for(
    person: str,
    *,
    terms: Affiliations,
    attends: Collection[str] = (),
    speaks: Mapping[str, int] | None = None,
    is_actor: bool = False,
) -> frozenset[str] | None:
    """The actors for which a person acts, None if nothing is known of it.

    Known terms of office first; then for whom he ``attends``; then the actor for which he ``speaks`` most often, if he
    does so for one more than for any other, and is not an actor himself.
    """
    if person in terms:
        return terms[person]
    if attends:
        return frozenset(attends)
    most = _most(speaks) if speaks and not is_actor else None
    return frozenset({most}) if most else None


def affiliations_of(claims: Iterable[Claim], terms: Affiliations | None = None) -> Affiliations:
    """For each person the actors that he acts for (`acts_for`); persons of whom nothing is known are missing."""
    counted, terms = tally(claims), terms or {}
    attends: dict[str, set[str]] = defaultdict(set)
    speaks: dict[str, dict[str, int]] = defaultdict(dict)
    for person, actor in counted.attends:
        attends[person].add(actor)
    for (speaker, actor), count in counted.speaks.items():
        speaks[speaker][actor] = count
    found = {}
    for person in sorted({*terms, *attends, *speaks}):
        is_actor = person in counted.acts
        own = acts_for(
            person, terms=terms, attends=attends.get(person, ()), speaks=speaks.get(person), is_actor=is_actor
        )
        if own is not None:
            found[person] = own
    return found


def _most(counted: Mapping[str, int]) -> str | None:
    highest = max(counted.values())
    top = [actor for actor, count in counted.items() if count == highest]
    return top[0] if len(top) == 1 else None


def authorship(statement: Commitment | Position, affiliations: Affiliations) -> Authorship:
    """Say from whom a statement comes: the actor's own side, the report's own voice, or somebody else."""
    speaker = statement.speaker
    if speaker is None:
        return Authorship.OWN if statement.authority in _OWN else Authorship.OUTLET
    if statement.actor in {speaker, f"person:{speaker}"}:
        return Authorship.OWN
    if statement.authority is Authority.THIRD_PARTY:
        return Authorship.THIRD_PARTY
    if statement.actor in affiliations.get(speaker, frozenset()):
        return Authorship.OWN
    if statement.authority in _OWN and speaker not in affiliations and not is_actor_id(speaker):
        return Authorship.OWN
    return Authorship.THIRD_PARTY


@lru_cache(maxsize=1 << 14)
def collective(actor: str) -> str:
    """One label for the collectives that only say "those who contribute" (`group:26-countries`, `group:donors`).

    Every other actor is returned as he is.
    """
    if not actor.startswith("group:"):
        return actor
    label = actor.removeprefix("group:")
    numbered = _NUMBERED.fullmatch(label)
    plain = numbered[1] if numbered else label
    return CONTRIBUTORS if plain in words("collectives", "label") else actor


def number_of(actor: str) -> int | None:
    """The number in the name of a collective (`group:26-countries`), None without one."""
    numbered = re.fullmatch(r"group:(?:\D+-)?(\d+)-.+", actor)
    return int(numbered[1]) if numbered else None
