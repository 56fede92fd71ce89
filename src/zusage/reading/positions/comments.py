"""Comments: what experts, opposition politicians and the adversary say without a verb or word of stance.

Reports call in an expert to say what is weak, an opposition politician to say what is wrong, and the adversary to say no.
So words of theirs that name what the report is about and deny or limit it ("Alles darunter ist nur Kosmetik", "the army
has no men for it") are doubts or opposition; only where no other rule has found a position of theirs.

Source: codebook, section 3; observed on annotated reports.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from zusage.language.analysis import Link
from zusage.model.values import Stance
from zusage.reading.actors import ActorRef
from zusage.reading.context import Context
from zusage.reading.positions.holders import as_person
from zusage.reading.positions.sides import parties
from zusage.reading.positions.words import words
from zusage.reading.speech import Said

COMMENTED = frozenset({"troop-deployment", "security-guarantees", "arms-supplies", "sanctions", "funding"})


@dataclass(frozen=True, slots=True)
class Comment:
    """Somebody's comment: who, which stance, in which clauses."""

    holder: ActorRef
    stance: Stance
    clauses: tuple[int, ...]


def find_comments(context: Context, said: tuple[Said | None, ...], known: Collection[str]) -> Iterator[Comment]:
    """Yield the comments of those of whom no position is known (``known``: the actors with one), one of each."""
    seen = set(known)
    for index, clause in enumerate(context.clauses):
        if context.is_hidden(clause) or clause.question or clause.link in (Link.QUESTION, Link.CONDITION):
            continue
        comment = _protest(context, index) or _denial(context, index, said[index])
        if comment is not None and comment.holder.actor not in seen:
            seen.add(comment.holder.actor)
            yield comment


def _protest(context: Context, index: int) -> Comment | None:
    """Find who rages: "Der Oppositionsführer schäumt: …"."""
    clause = context.clauses[index]
    if clause.verb is None or clause.verb.lemma not in words("protesting") or clause.subject is None:
        return None
    refs = tuple(as_person(context, ref, clause.subject) for ref in context.actors(clause.subject))
    following = tuple(c for c in (index + 1,) if c < len(context.clauses))
    return Comment(refs[0], Stance.OPPOSES, (index, *following)) if refs else None


def _denial(context: Context, index: int, said: Said | None) -> Comment | None:
    if said is None or not said.speakers:
        return None
    clause = context.clauses[index]
    sense = context.sense(index)
    if sense is not None and sense.kind in ("refuse", "commit"):
        return None  # what is refused or offered is a matter of commitments
    if not {context.tokens[i].lower for i in context.own_tokens(clause)} & words("denying"):
        return None
    speaker = said.speakers[0]
    if speaker.actor == context.adversary:
        return Comment(speaker, Stance.OPPOSES, (index,))
    if speaker.actor in parties():
        return Comment(speaker, Stance.OPPOSES, (index,))
    if speaker.actor.startswith("person:"):
        return Comment(speaker, Stance.DOUBTS, (index,))
    return None
