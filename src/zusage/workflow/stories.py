"""Stories as people see and change them: one with its reports, its copies and what these changed; split and merge.

A split or a merge is a judgement on reports, so that it outlives the story that was looked at.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from zusage.errors import LedgerError, wording
from zusage.ledger.writing import save_judgement
from zusage.model.ledger import Act, Family, Judgement, Membership, Story
from zusage.model.report import Report
from zusage.reconcile import Change, changes_of
from zusage.workflow.views import View, view_ledger
from zusage.workflow.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Told:
    """A report in its story; of a copy the ``root``, why it is one, and what it changed."""

    report: Report
    membership: Membership
    root: Report | None = None
    copied: str = ""
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Overview:
    """A story in short: its days, its reports by age, and how many independent roots they have."""

    story: Story
    reports: tuple[Report, ...]
    roots: int

    @property
    def days(self) -> tuple[str | None, str | None]:
        """The first and last day on which a report came out."""
        days = sorted(report.published_on for report in self.reports if report.published_on)
        return (days[0], days[-1]) if days else (None, None)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of its reports."""
        return tuple(sorted({report.language for report in self.reports}))

    @property
    def title(self) -> str:
        """The headline of its first report, or that report's first words."""
        first = self.reports[0]
        return first.title or " ".join(first.text.split()[:12])


def overviews(view: View) -> tuple[Overview, ...]:
    """Return all stories in the order of their days, undated ones last."""
    roots = _roots(view)
    found = [_overview(story, view, roots) for story in view.grounds.stories]
    return tuple(sorted(found, key=lambda each: (each.days[0] or "9999", each.story.id)))


def find_story(view: View, name: str) -> Overview:
    """Return the story with this id or beginning of one, or the story of the report of this name.

    Raises:
        LedgerError: there is none, or more than one.
    """
    found = [story for story in view.grounds.stories if name and story.id.startswith(name)]
    if not found:
        found = [
            story
            for story in view.grounds.stories
            if any(name in {each, view.reports[each].name} for each in story.reports)
        ]
    if not found:
        raise LedgerError(
            wording("story {name}", name=name), "is not in the ledger", hint="zusage story list --all shows them"
        )
    if len(found) > 1:
        raise LedgerError(
            wording("story {name}", name=name),
            wording("is the beginning of {count} ids", count=len(found)),
            hint="give more of it",
        )
    return _overview(found[0], view, _roots(view))


def tell(overview: Overview, view: View) -> tuple[Told, ...]:
    """Return the reports of a story by age, each with why it belongs and what it copied."""
    families = {member: family for family in view.grounds.families for member in family.members}
    members = {each.report: each for each in overview.story.members}
    return tuple(_told(report, members[report.id], families[report.id], view) for report in overview.reports)


def split_story(
    workspace: Workspace, story: str, reports: Sequence[str], *, who: str, why: str = ""
) -> tuple[Judgement, ...]:
    """Take reports out of a story; those that are named stay together if anything links them.

    Raises:
        LedgerError: there is no such story, a report is not in it, or none would be left.
    """
    view = view_ledger(workspace)
    overview = find_story(view, story)
    named = [_in_story(overview, name) for name in dict.fromkeys(reports)]
    rest = tuple(report.id for report in overview.reports if report not in named)
    if not rest:
        raise LedgerError(
            wording("story {story}", story=story),
            "would have no report left",
            hint="name only those that do not belong",
        )
    when = workspace.clock()
    made = tuple(
        Judgement(who=who, when=when, what=Act.SPLIT, target=report.id, why=why, others=rest) for report in named
    )
    return _saved(workspace, made, view)


def merge_stories(workspace: Workspace, stories: Sequence[str], *, who: str, why: str = "") -> Judgement:
    """Put the reports of several stories into one.

    Raises:
        LedgerError: there is no such story, or they are one already.
    """
    view = view_ledger(workspace)
    found = {each.story.id: each for each in (find_story(view, name) for name in stories)}
    if len(found) < 2:  # noqa: PLR2004 - one alone cannot be merged
        raise LedgerError(
            wording("story {stories}", stories=" ".join(stories)), "is one already", hint="name two or more stories"
        )
    first, *others = chain.from_iterable(each.story.reports for each in found.values())
    made = Judgement(who=who, when=workspace.clock(), what=Act.MERGE, target=first, why=why, others=tuple(others))
    return _saved(workspace, (made,), view)[0]


def judgements_on(overview: Overview, view: View) -> tuple[Judgement, ...]:
    """Return the splits and merges that name a report of a story, in the order in which they were made."""
    own = set(overview.story.reports)
    return tuple(
        each
        for each in view.judgements
        if each.what in {Act.MERGE, Act.SPLIT} and not own.isdisjoint({each.target, *each.others})
    )


def _saved(workspace: Workspace, made: tuple[Judgement, ...], view: View) -> tuple[Judgement, ...]:
    with workspace.writing() as connection:
        for each in made:
            save_judgement(connection, each, report=each.target, body=view.reports[each.target].text)
    return made


def _in_story(overview: Overview, name: str) -> Report:
    found = [each for each in overview.reports if name and (each.name == name or each.id.startswith(name))]
    if len(found) != 1:
        problem = wording("is not in story {id}", id=overview.story.id[:8])
        if found:
            problem = wording("is the beginning of {count} ids", count=len(found))
        raise LedgerError(
            wording("report {name}", name=name),
            problem,
            hint=wording("zusage story show {id} lists its reports", id=overview.story.id[:8]),
        )
    return found[0]


def _overview(story: Story, view: View, roots: Mapping[str, str]) -> Overview:
    reports = sorted(
        (view.reports[each] for each in story.reports), key=lambda each: (each.published_on or "9999", each.id)
    )
    return Overview(story, tuple(reports), len({roots[report.id] for report in reports}))


def _roots(view: View) -> Mapping[str, str]:
    return {member: family.root for family in view.grounds.families for member in family.members}


def _told(report: Report, membership: Membership, family: Family, view: View) -> Told:
    if report.id == family.root:
        return Told(report, membership)
    root = view.reports[family.root]
    reason = family.reasons[family.members.index(report.id) - 1]
    is_same_language = root.language == report.language
    return Told(report, membership, root, reason, changes_of(root, report) if is_same_language else ())
