"""Who speaks for whom: whether an actor's own side says something, the report in its own words, or somebody else.

Uses `zusage.model`.

Source: codebook, section 1 (a person in office acts for what the office belongs to); docs/methodology.md, "Who says
it".
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

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


def is_actor_id(speaker: str, actors: Iterable[str] = ()) -> bool:
    """Say whether a speaker is an actor (a state, a collective, a known organisation) and not a person's slug."""
    return len(speaker) == 2 or ":" in speaker or speaker in actors or "-" not in speaker  # noqa: PLR2004 - ISO 3166


def affiliations_of(claims: Iterable[Claim], terms: Affiliations | None = None) -> Affiliations:
    """For each person the actors that he acts for.

    Known terms of office first; then who attends for whom; then the actor for which a person speaks most often, if he
    does so for one more than for any other. Persons of whom none of this is known are missing.
    """
    attends: dict[str, set[str]] = defaultdict(set)
    speaks: dict[str, Counter[str]] = defaultdict(Counter)
    claims = tuple(claims)
    actors = {claim.statement.actor for claim in claims if not isinstance(claim.statement, Meeting)}
    for claim in claims:
        statement = claim.statement
        if isinstance(statement, Attendance) and statement.person:
            attends[statement.person].add(statement.actor)
        if isinstance(statement, Commitment | Position) and not statement.actor.startswith("group:"):
            speaker = statement.speaker
            if speaker and not is_actor_id(speaker, actors) and statement.authority is not Authority.THIRD_PARTY:
                speaks[speaker][statement.actor] += 1
    found = {person: frozenset({most}) for person, counted in speaks.items() if (most := _most(counted))}
    found |= {person: frozenset(actors) for person, actors in attends.items()}
    return dict(sorted((found | dict(terms or {})).items()))


def _most(counted: Counter[str]) -> str | None:
    top = [actor for actor, count in counted.items() if count == max(counted.values())]
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
