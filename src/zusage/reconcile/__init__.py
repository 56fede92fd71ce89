"""From many reports' readings to one ledger: copies, stories, entries, conflicts, plausible days. Pure functions.

| function | takes | gives |
|---|---|---|
| `lay_grounds` | readings, judgements, `Known` rows, `Mention`s | `Grounds`: claims, stories, families, affiliations |
| `build_entries` | grounds, `as_of` | `Entry` per pledge, with history, conditions, amounts, roots |
| `attendance_at` | story, claims | who came how |
| `bound_meetings` | grounds | `BoundedMeeting` per story: first and last possible day, bounds, stated days |
| `find_conflicts` | grounds | `Conflict`s between reports, against facts, within a report |
| `known_from` | dossier | `Known`: terms of office and bounding facts as rows |
| `find_mentions` | readings, `circle_names(dossier)` | `Mention`s of the circles that meet, by name |
| `find_stories` | readings, judgements | `Story`: reports of one event, with reasons |
| `find_families` | reports, stories | `Family`: copies and their root |
| `StoryIndex`, `CopyIndex` | one report after another | the same, without looking at all of them again |
| `changes_of` | root, copy | `Change`: what the copy left out, added, worded in another way |
| `carry_over` | readings, judgements, `Earlier` statements | `Carried`: judgements as they apply to today's readings |
| `judged_claims` | readings, judgements | `Claim`: each statement with what people decided |
| `total` | entries, unit | `Sum` in which joint figures count once |

The order of the input never matters. Uses `zusage.model`, `zusage.dossier`, Babel; opens nothing but its own word
lists.
"""

from __future__ import annotations

from zusage.reconcile.amounts import Sum, total
from zusage.reconcile.changes import Change, changes_of
from zusage.reconcile.claims import Carried, Claim, Look, LookReason, judged_claims
from zusage.reconcile.conflicts import find_conflicts
from zusage.reconcile.copies import CopyIndex, find_families, roots_of
from zusage.reconcile.entries import build_entries
from zusage.reconcile.grounds import Grounds, attendance_at, bound_meetings, lay_grounds
from zusage.reconcile.known import Fact, Known, Mention, Term, known_from
from zusage.reconcile.likeness import Features, features_of
from zusage.reconcile.mentions import circle_names, find_mentions
from zusage.reconcile.parting import decided_stories
from zusage.reconcile.rematch import Earlier, carry_over
from zusage.reconcile.stories import StoryIndex, find_stories

__all__ = [
    "Carried",
    "Change",
    "Claim",
    "CopyIndex",
    "Earlier",
    "Fact",
    "Features",
    "Grounds",
    "Known",
    "Look",
    "LookReason",
    "Mention",
    "StoryIndex",
    "Sum",
    "Term",
    "attendance_at",
    "bound_meetings",
    "build_entries",
    "carry_over",
    "changes_of",
    "circle_names",
    "decided_stories",
    "features_of",
    "find_conflicts",
    "find_families",
    "find_mentions",
    "find_stories",
    "judged_claims",
    "known_from",
    "lay_grounds",
    "roots_of",
    "total",
]
