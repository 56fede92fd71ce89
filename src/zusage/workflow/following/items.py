"""What happened in a ledger as items of a feed, in one language: changes, contradictions, statements, reports of a story.

An item's name is made of what happened, its times of when the ledger got and last judged the statements behind it; so
that neither changes but with what the item says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import TypeVar

from zusage.model.ledger import Conflict, ConflictSide, EntryStatement, Status
from zusage.publish.feeds.feed import Item, Quoted, Words, name_of
from zusage.reconcile.naming import Names
from zusage.reconcile.wording import day_label
from zusage.workflow.following.happenings import Happenings
from zusage.workflow.following.texts import text
from zusage.workflow.lookups import ChangeLine, ConflictInFull, EntryInFull, ReportInStory, ReportLine
from zusage.workflow.remarks_feed import remark_item

Thing = TypeVar("Thing")


@dataclass(frozen=True)
class Telling:
    """Tells what happened: in the language of ``names``, with links under ``root`` ("https://ledger.example").

    ``excerpt``: signs of a quote at most, None for all of it.
    """

    names: Names
    root: str
    excerpt: int | None = None

    def items(self, found: Happenings, most: int | None = None) -> Iterator[Item]:
        """Yield an item for each thing that happened, in no order; of each sort only so many as a feed can have."""
        changes = newest_of(found.changes, most, change_name, lambda each: found.times(each.statements))
        yield from (self._change(each, found) for each in changes)
        yield from (self._conflict(each, found) for each in found.conflicts)
        if found.entry is not None:
            yield from self._restatements(found.entry, found, most)
            yield from self._remarks(found.entry, found)
        if found.story is not None:
            yield from (self._report(each, found) for each in found.story.reports)

    def link(self, path: str) -> str:
        """Return the address of a page."""
        return f"{self.root}/{self.names.language}{path}"

    def say(self, key: str, **values: object) -> str:
        """Return a text of ours."""
        return text(key, self.names.language, **values)

    def day(self, day: str | None) -> str:
        """Return a day in words."""
        return day_label(day, self.names.language) if day else self.say("undated")

    def pledge(self, each: ChangeLine) -> str:
        """Name a pledge: "Estonia: troops (engineers)"."""
        thing = f" ({each.object})" if each.object else ""
        return f"{self.names.actor(each.actor)}: {self.names.measure(each.measure)}{thing}"

    def _change(self, each: ChangeLine, found: Happenings) -> Item:
        after = self.names.value("firmness", each.after)
        before = self.names.value("firmness", each.before) if each.before else ""
        kind = "changed" if each.before else "first"
        sentence = self.say(kind, day=self.day(each.day), firmness=after, before=before)
        first, last = found.times(each.statements)
        return Item(
            id=change_name(each),
            title=self.say(f"title_{kind}", pledge=self.pledge(each), firmness=after, before=before),
            address=self.link(f"/entries/{each.entry}"),
            published=first,
            updated=last,
            content=(Words(sentence), *self._quoted(each)),
            labels=self._labels(reviewed=each.reviewed, synthetic=each.synthetic),
            tags=("change", each.actor, each.measure, str(each.after)),
        )

    def _quoted(self, each: ChangeLine) -> Iterator[Quoted]:
        if each.words is not None:
            speaker = self.names.speaker(each.words.speaker)
            yield self._words(each.words.quote.exact, each.words.report, speaker)

    def _words(self, words: str, report: ReportLine, speaker: str = "") -> Quoted:
        parts = [report.outlet or report.name or report.id[:8], report.credit or ""]
        named = ", ".join(dict.fromkeys(part for part in parts if part))
        when = self.day(report.published_on) if report.published_on else self.say("undated_source")
        source = "; ".join(part for part in (speaker, f"{named}, {when}") if part)
        return Quoted(self._cut(words), report.language, source, report.address)

    def _cut(self, words: str) -> str:
        if self.excerpt is None or len(words) <= self.excerpt:
            return words
        return f"{words[: self.excerpt].rsplit(' ', 1)[0]} …"

    def _conflict(self, each: ConflictInFull, found: Happenings) -> Item:
        conflict = each.conflict
        first, last = found.times_of(each)
        explained = conflict.explanation.get(self.names.language, conflict.slot)
        return Item(
            id=name_of("conflict", conflict.id),
            title=self.say("title_conflict", subject=explained),
            address=self.link(f"/conflicts/{conflict.id}"),
            published=first,
            updated=last,
            content=tuple(self._sides(conflict, each.reports)),
            labels=self._labels(
                reviewed=each.reviewed, synthetic=any(report.synthetic for report in each.reports.values())
            ),
            tags=("conflict", conflict.slot, str(conflict.severity)),
        )

    def _sides(self, conflict: Conflict, reports: Mapping[str, ReportLine]) -> Iterator[Words | Quoted]:
        for number, side in enumerate(conflict.sides):
            value = self._value(conflict.slot, str(side.value))
            yield Words(self.say("side_more" if number else "side", value=value))
            yield from self._side(side, reports)

    def _value(self, slot: str, value: str) -> str:
        """Return what a side of a contradiction says, in words."""
        if not value:
            return self.say("no_condition" if slot == "condition" else "not_stated")
        match slot:
            case "condition":
                return " + ".join(self.names.condition_type(each) for each in value.split(", "))
            case "firmness":
                return self.names.firmness(value)
            case "attendance":
                return self.names.value("mode", value)
            case "actor":
                return self.names.actor(value)
            case "attribution":
                return self.names.speaker(value)
            case "date":
                sign, _, day = value.rpartition(" ")
                return f"{sign} {self.day(day)}".strip()
        return value

    def _side(self, side: ConflictSide, reports: Mapping[str, ReportLine]) -> Iterator[Words | Quoted]:
        if side.source:
            yield Words(self.say("fact", source=side.source))
        cited = [each for each in side.citations if each.quote is not None and each.report in reports]
        for each in cited[:_QUOTES]:
            yield self._words(each.quote.exact if each.quote else "", reports[each.report])

    def _restatements(self, entry: EntryInFull, found: Happenings, most: int | None) -> Iterator[Item]:
        told = {name for each in found.changes for name in each.statements}
        pledge = self._named(entry)
        untold = [each for each in entry.entry.statements if each.id not in told and each.status is not Status.REJECTED]
        for each in newest_of(untold, most, _statement_name, lambda each: found.times([each.id])):
            yield self._restatement(each, pledge, entry, found)

    def _remarks(self, entry: EntryInFull, found: Happenings) -> Iterator[Item]:
        page = self.link(f"/entries/{entry.entry.id}/remarks")
        yield from (remark_item(each, self._named(entry), page, self.names.language) for each in found.remarks)

    def _named(self, entry: EntryInFull) -> str:
        line = entry.line
        thing = f" ({line.object})" if line.object else ""
        return f"{self.names.actor(line.actor)}: {self.names.measure(line.measure)}{thing}"

    def _restatement(self, each: EntryStatement, pledge: str, entry: EntryInFull, found: Happenings) -> Item:
        firmness, report = self.names.value("firmness", each.firmness), entry.reports[each.report]
        first, last = found.times([each.id])
        return Item(
            id=_statement_name(each),
            title=self.say("title_said", pledge=pledge),
            address=self.link(f"/entries/{entry.entry.id}"),
            published=first,
            updated=last,
            content=(
                Words(self.say("said", day=self.day(each.day), firmness=firmness)),
                self._words(each.quote.exact, report, self.names.speaker(each.speaker)),
            ),
            labels=self._labels(reviewed=each.status is not Status.READ, synthetic=report.synthetic),
            tags=("statement", entry.line.actor, entry.line.measure, str(each.firmness)),
        )

    def _report(self, each: ReportInStory, found: Happenings) -> Item:
        line = each.line
        first, last = found.times((), [line.id])
        day = self.say("report", day=self.day(line.published_on)) if line.published_on else self.say("report_undated")
        root = each.root.outlet or each.root.title if each.root else ""
        return Item(
            id=name_of("report", line.id),
            title=line.title or line.name or self.say("untitled"),
            address=self.link(f"/reports/{line.id}"),
            published=first,
            updated=last,
            content=(Words(day), *((Words(self.say("report_copy", root=root)),) if root else ())),
            labels=self._labels(reviewed=True, synthetic=line.synthetic),
            tags=("report", line.language),
        )

    def _labels(self, *, reviewed: bool, synthetic: bool) -> tuple[str, ...]:
        wanted = {"unreviewed": not reviewed, "synthetic": synthetic}
        return tuple(self.say(key) for key, holds in wanted.items() if holds)


_QUOTES = 2
"""Quotes of one side of a contradiction in an item; the page has them all."""


def change_name(each: ChangeLine) -> str:
    """Name a step in an entry's history; the same wherever and whenever it is told."""
    return name_of("change", each.entry, each.day or "", str(each.before or ""), str(each.after))


def _statement_name(each: EntryStatement) -> str:
    return name_of("statement", each.id)


def newest_of(
    things: Sequence[Thing], most: int | None, name: Callable[[Thing], str], times: Callable[[Thing], tuple[str, str]]
) -> Sequence[Thing]:
    """Return those of some things whose items are the newest, as `newest` has them, so that no others need be told."""
    if most is None or len(things) <= most:
        return things
    by_name = sorted({name(each): each for each in things}.items())
    dated = [(*times(each)[::-1], each) for _, each in by_name]
    return [each for *_, each in sorted(dated, key=itemgetter(0, 1), reverse=True)][:most]
