"""How firm a pledge is: which statements may set it, in which order of weight, and how it changed.

Uses `zusage.model`.

Source: docs/methodology.md, "Firmness now".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import field
from itertools import groupby
from operator import attrgetter

from zusage.model.ledger import Authorship, EntryChange
from zusage.model.records import record
from zusage.model.statement import Commitment, Position
from zusage.model.values import Firmness
from zusage.reconcile.claims import Claim

AGAINST = frozenset({Firmness.REJECTED, Firmness.WITHDRAWN})
_WEIGHT = {Authorship.OWN: 2, Authorship.OUTLET: 1, Authorship.THIRD_PARTY: 0}
FIRM = 3
"""The step of `pledged`: the line that a difference has to cross to be a conflict."""


@record(frozen=True, slots=True)
class Saying:
    """A commitment as it goes into its entry: who says it, on which day, in which story, behind which root.

    ``at_meeting``: its report has it said on the day on which it has the meeting, right or wrong.
    """

    claim: Claim
    commitment: Commitment
    authorship: Authorship
    day: str | None
    story: str | None
    root: str
    at_meeting: bool = False
    key: tuple[str, str, str] = field(init=False, repr=False, compare=False)
    """A fixed order for statements of equal weight; they are sorted by it again and again."""
    counts: bool = field(init=False, repr=False, compare=False)
    """Whether it may set anything; asked for again and again as well."""

    def __post_init__(self) -> None:
        """Make the key, and ask whether the claim counts."""
        object.__setattr__(self, "key", (self.day or "", self.claim.report.id, self.claim.id))
        object.__setattr__(self, "counts", self.claim.counts())


IN_ORDER = attrgetter("key")


def day_of(claim: Claim, statement: Commitment | Position) -> str | None:
    """The day from which a statement is known to have been made: the day it was said, else the report's own."""
    said = statement.said_on
    return said if said and len(said) == len("2025-01-01") else claim.report.published_on


def side_of(firmness: Firmness) -> str | None:
    """On which side of the lines a firmness lies: `against`, `open` or `firm`; None for an observed absence."""
    if firmness.step is None:
        return None
    if firmness in AGAINST:
        return "against"
    return "firm" if firmness.step >= FIRM else "open"


def crosses_line(one: Firmness, other: Firmness) -> bool:
    """Say whether two values for one pledge contradict each other.

    For against against, and below `pledged` against `pledged` and above; "no commitment so far" contradicts only a
    commitment that is there, and `withdrawn` one that stands, not a rejection. Source: codebook, section 7.
    """
    if Firmness.WITHHELD in {one, other}:
        rest = other if one is Firmness.WITHHELD else one
        return side_of(rest) == "firm"
    return side_of(one) != side_of(other)


def history(sayings: Iterable[Saying]) -> tuple[EntryChange, ...]:
    """The steps by which a pledge came to be as firm as it is: one change per day on which its firmness changed.

    On each day the weightiest statement decides: the actor's own, then the report's, then a third party's. Once the
    actor has spoken, a third party's word does not count, nor a report's own about the same meeting; among equals the
    one behind more roots, then the lower step. If nothing may set it, an observed absence is all that is known, and
    the one step.
    """
    counting = sorted((each for each in sayings if each.counts), key=IN_ORDER)
    able = [each for each in counting if each.commitment.firmness is not Firmness.WITHHELD]  # an absence sets nothing
    if not able:
        return _absence(counting)
    changes: list[EntryChange] = []
    for day, group in groupby(_that_decide(able), key=attrgetter("day")):
        deciding = _weightiest(list(group))
        before, after = changes[-1].after if changes else None, deciding[0].commitment.firmness
        if before is not after:
            changes.append(EntryChange(day, before, after, tuple(each.claim.citation for each in deciding)))
    return tuple(changes)


def is_of_one_voice(sayings: Iterable[Saying]) -> bool:
    """Say whether statements are all the actor's own, or none is: then no word of a later day takes the weight of another."""
    return len({each.authorship is Authorship.OWN for each in sayings}) <= 1


def _absence(sayings: Sequence[Saying]) -> tuple[EntryChange, ...]:
    absent = [each for each in sayings if each.commitment.firmness is Firmness.WITHHELD]
    if not absent:
        return ()
    return (EntryChange(absent[0].day, None, Firmness.WITHHELD, tuple(each.claim.citation for each in absent)),)


def _that_decide(able: Sequence[Saying]) -> list[Saying]:
    own = [each for each in able if each.authorship is Authorship.OWN]
    if not own:
        return list(able)
    occasions = {each.story for each in own if each.story}
    return [each for each in able if each.authorship is Authorship.OWN or _later_news(each, occasions)]


def _later_news(saying: Saying, occasions: set[str]) -> bool:
    """Say whether a report's own words tell something new: not what the actor said itself at the same meeting."""
    if saying.authorship is not Authorship.OUTLET:
        return False
    dated = saying.commitment.said_on is not None and not saying.at_meeting
    return dated or saying.story not in occasions


def _weightiest(sayings: Sequence[Saying]) -> list[Saying]:
    weight = max(_WEIGHT[each.authorship] for each in sayings)
    heavy = [each for each in sayings if _WEIGHT[each.authorship] == weight]
    roots: dict[Firmness, set[str]] = defaultdict(set)
    for each in heavy:
        roots[each.commitment.firmness].add(each.root)
    if len(roots) == 1:
        return heavy
    chosen = min(roots, key=lambda value: (-len(roots[value]), value.step or 0, value))
    return [each for each in heavy if each.commitment.firmness is chosen]
