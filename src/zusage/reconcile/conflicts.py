"""Conflicts: all points on which reports cannot all be right, or on which known facts rule one out.

Joins the rules for meetings, contributions, amounts, conditions and voices. Uses `zusage.model` and everything beside
it.

Source: docs/methodology.md, "Conflicts".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from zusage.model.ledger import BoundedMeeting, Conflict, Story
from zusage.reconcile.affiliation import Affiliations
from zusage.reconcile.amounts import Rates
from zusage.reconcile.claims import Claim
from zusage.reconcile.copies import roots_of
from zusage.reconcile.decisions import is_settled
from zusage.reconcile.differences_amount import amount_differences, contradictions_within
from zusage.reconcile.differences_condition import condition_differences, situation_conditions
from zusage.reconcile.differences_meeting import collective_differences, meeting_differences
from zusage.reconcile.differences_pledge import firmness_differences, where_differences
from zusage.reconcile.differences_voice import actor_differences, attribution_differences
from zusage.reconcile.drafts import Draft, finish, merge_joint
from zusage.reconcile.firmness import Saying
from zusage.reconcile.grounds import Grounds, bound_meetings, sayings_of
from zusage.reconcile.impossible import impossible_days
from zusage.reconcile.occasions import by_point, occasion_of


def find_conflicts(
    grounds: Grounds, *, bounded: Sequence[BoundedMeeting] | None = None, rates: Rates | None = None
) -> tuple[Conflict, ...]:
    """Find all conflicts, ordered by story, slot and subject.

    ``bounded``: the meetings if `bound_meetings` has made them before; ``rates``: for amounts in two currencies.
    """
    sayings = sayings_of(grounds, counting=True)
    sayings_in: dict[str, list[Saying]] = defaultdict(list)
    for each in sayings:
        sayings_in[each.claim.report.id].append(each)
    claims_in: dict[str, list[Claim]] = defaultdict(list)
    for claim in grounds.counting:
        claims_in[claim.report.id].append(claim)
    drafts: list[Draft] = []
    for story in grounds.stories:
        if len(story.reports) > 1:
            inside = sorted(story.reports)  # the order in which claims and sayings come
            told = [each for report in inside for each in sayings_in[report]]
            about = [claim for report in inside for claim in claims_in[report]]
            drafts.extend(story_differences(story, about, told, affiliations=grounds.affiliations, rates=rates))
    drafts.extend(contradictions_within(sayings))
    drafts.extend(impossible_days(bound_meetings(grounds) if bounded is None else bounded))
    return _finished(drafts, grounds)


def story_differences(
    story: Story,
    claims: Sequence[Claim],
    sayings: Sequence[Saying],
    *,
    affiliations: Affiliations,
    rates: Rates | None = None,
) -> list[Draft]:
    """Find what reports of one story say differently, joint statements not yet merged."""
    occasion = occasion_of(claims, story)
    situation = situation_conditions(sayings)
    drafts = [*meeting_differences(story, claims), *collective_differences(story, sayings)]
    for point, group in by_point(sayings).items():
        drafts += firmness_differences(point, group, occasion, story.id)
        drafts += where_differences(point, group, occasion, story.id)
        drafts += condition_differences(point, group, occasion, story.id, effort=situation.get(point[0], {}))
        drafts += attribution_differences(point, group, occasion, story.id, affiliations=affiliations)
    drafts += amount_differences(sayings, occasion, story.id, rates=rates)
    drafts += actor_differences(sayings, occasion, story.id)
    return merge_joint(drafts)


def _finished(drafts: Iterable[Draft], grounds: Grounds) -> tuple[Conflict, ...]:
    roots = roots_of(grounds.families)
    made = (finish(draft, roots) for draft in drafts)
    found = {conflict.id: conflict for conflict in made if not is_settled(conflict, grounds.decisions)}
    return tuple(sorted(found.values(), key=lambda each: (each.story or "", each.slot, each.subject, each.id)))
