"""The rows of the exported tables, each with exactly the columns that `zusage.publish.exports.columns` documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from zusage.model.ledger import Conflict, Entry, EntryCondition
from zusage.model.quote import Quote
from zusage.model.report import Report
from zusage.model.statement import Attendance, Commitment, Condition, Meeting, Position, Quantity
from zusage.publish.exports.columns import Table, tables
from zusage.publish.exports.edition import Edition, shared_status, status_of
from zusage.reconcile import Claim

Row = Mapping[str, Any]


def rows_of(table: Table, edition: Edition) -> Iterator[dict[str, Any]]:
    """Yield the rows of a table in a fixed order, the columns in theirs; None is an empty cell."""
    makers = {
        "entries": _entries,
        "statements": _statements,
        "positions": _positions,
        "meetings": _meetings,
        "attendance": _attendance,
        "conflicts": _conflicts,
        "reports": _reports,
    }
    names = [column.name for column in table.columns]
    for row in makers[table.name](edition):
        yield {name: row[name] for name in names}


def all_rows(edition: Edition) -> Iterator[tuple[Table, list[dict[str, Any]]]]:
    """Yield each table with its rows."""
    for table in tables():
        yield table, list(rows_of(table, edition))


def condition_words(each: Condition | EntryCondition) -> str:
    """Write a condition as TYPE:OF:N:MEASURE, without what it does not have at its end."""
    parts = [str(each.type), each.of or "", "" if each.n is None else str(each.n), each.measure or ""]
    return ":".join(parts).rstrip(":")


def _entries(edition: Edition) -> Iterator[Row]:
    for each in edition.entries:
        yield {
            "id": each.id,
            "actor": each.actor,
            "measure": each.measure,
            "object": each.object,
            "recipient": each.recipient,
            "firmness": _plain(each.firmness),
            "firmness_step": each.firmness.step if each.firmness else None,
            "conditions": [condition_words(condition) for condition in each.conditions],
            "condition_logic": each.condition_logic,
            **_amount(each.quantity),
            "per": _plain(each.quantities[-1].per) if each.quantities else None,
            "joint_with": list(each.joint_with),
            "first_day": each.first_day,
            "last_day": each.last_day,
            "statements": len(each.statements),
            "roots": len(each.roots),
            "utterances": each.utterances,
            "sources": each.sources,
            "status": entry_status(each),
            "synthetic": edition.is_synthetic(said.report for said in each.statements),
        }


def entry_status(entry: Entry) -> str:
    """How much of what stands behind an entry a person has judged."""
    return shared_status(each.status for each in entry.statements)


def _statements(edition: Edition) -> Iterator[Row]:
    for claim in edition.claims:
        said = claim.statement
        if isinstance(said, Commitment):
            yield _said(claim) | _commitment(said) | _place_in_entry(claim, edition)


def _commitment(said: Commitment) -> dict[str, Any]:
    names = ("actor", "speaker", "measure", "object", "where", "firmness", "basis", "instrument", "by", "until")
    more = ("per", "recipient", "said_on", "authority", "voice")
    return {
        **{name: _plain(getattr(said, name)) for name in (*names, *more)},
        "from": said.from_,
        "conditions": [condition_words(condition) for condition in said.conditions],
        "condition_logic": _plain(said.condition_logic),
        **_amount(said.quantity),
    }


def _place_in_entry(claim: Claim, edition: Edition) -> dict[str, Any]:
    if claim.id not in edition.in_entry:
        return dict.fromkeys(("entry", "day", "authorship", "link")) | {"counts": False}
    entry, each = edition.in_entry[claim.id]
    named = {"entry": entry.id, "day": each.day, "authorship": str(each.authorship), "link": str(each.link)}
    return named | {"counts": each.counts}


def _positions(edition: Edition) -> Iterator[Row]:
    names = ("actor", "speaker", "stance", "topic", "aim", "addressee", "said_on", "authority", "voice")
    for claim in edition.claims:
        if isinstance(claim.statement, Position):
            yield _said(claim) | {name: _plain(getattr(claim.statement, name)) for name in names}


def _meetings(edition: Edition) -> Iterator[Row]:
    bounds = {each.story: each for each in edition.meetings}
    stories = {
        (member.report, member.meeting): story.id for story in edition.grounds.stories for member in story.members
    }
    for claim in edition.claims:
        said = claim.statement
        if isinstance(said, Meeting):
            story = stories.get((claim.report.id, claim.index))
            bound = bounds.get(story or "")
            yield _said(claim) | {
                "number": claim.index if claim.index >= 0 else None,
                "story": story,
                "date": said.date,
                "place": said.place,
                "kind": str(said.kind_of),
                "countries": said.countries,
                "first_possible": bound.first if bound else None,
                "last_possible": bound.last if bound else None,
            }


def _attendance(edition: Edition) -> Iterator[Row]:
    for claim in edition.claims:
        said = claim.statement
        if isinstance(said, Attendance):
            yield _said(claim) | {
                "meeting": said.meeting,
                "actor": said.actor,
                "person": said.person,
                "role": str(said.role),
                "mode": str(said.mode),
            }


def _said(claim: Claim) -> dict[str, Any]:
    """The columns that all statements have."""
    return {
        "id": claim.id,
        "report": claim.report.id,
        **_quoted(claim.statement.quote),
        "certainty": claim.statement.certainty,
        "status": status_of(claim),
        "synthetic": claim.report.synthetic,
    }


def _conflicts(edition: Edition) -> Iterator[Row]:
    for each in edition.conflicts:
        whole = {
            "id": each.id,
            "slot": each.slot,
            "scope": str(each.scope),
            "subject": each.subject,
            "severity": str(each.severity),
            "story": each.story,
            "explanation_en": each.explanation.get("en"),
            "explanation_de": each.explanation.get("de"),
            "status": conflict_status(each, edition),
            "synthetic": edition.is_synthetic(each.reports),
        }
        cited = [
            (number, side, cite) for number, side in enumerate(each.sides, 1) for cite in side.citations or (None,)
        ]
        for row, (number, side, cite) in enumerate(cited, 1):
            yield whole | {
                "row": row,
                "side": number,
                "value": side.value,
                "report": cite.report if cite else None,
                "statement": cite.statement if cite else None,
                **_quoted(cite.quote if cite else None),
                "source": side.source,
                "roots": len(side.roots),
            }


def conflict_status(conflict: Conflict, edition: Edition) -> str:
    """How much of what a conflict quotes a person has judged."""
    names = {cited.statement for side in conflict.sides for cited in side.citations if cited.statement}
    return shared_status(edition.claim_by_id[name].status for name in sorted(names) if name in edition.claim_by_id)


def _reports(edition: Edition) -> Iterator[Row]:
    claims: dict[str, list[Claim]] = {}
    for claim in edition.claims:
        claims.setdefault(claim.report.id, []).append(claim)
    for report in edition.reports:
        own = claims.get(report.id, [])
        yield _report(report, edition) | {
            "statements": len(own),
            "status": shared_status(claim.status for claim in own),
        }


def _report(report: Report, edition: Edition) -> dict[str, Any]:
    names = ("id", "name", "outlet", "address", "language", "published_on", "published_how", "byline", "credit")
    return {
        **{name: getattr(report, name) for name in names},
        "title": report.title or None,
        "source_kind": _plain(report.source_kind),
        "story": edition.story_of.get(report.id),
        "root": edition.root_of.get(report.id, report.id),
        "reader": edition.readers.get(report.id),
        "synthetic": report.synthetic,
    }


def _quoted(quote: Quote | None) -> dict[str, Any]:
    if quote is None:
        return dict.fromkeys(("quote", "quote_start", "quote_end"))
    return {"quote": quote.exact, "quote_start": quote.start, "quote_end": quote.end}


def _amount(quantity: Quantity | None) -> dict[str, Any]:
    if quantity is None:
        return dict.fromkeys(("quantity_min", "quantity_max", "unit", "shared"))
    sides = {"quantity_min": quantity.min, "quantity_max": quantity.max}
    return {**sides, "unit": quantity.unit, "shared": quantity.shared}


def _plain(value: str | None) -> str | None:
    return None if value is None else str(value)
