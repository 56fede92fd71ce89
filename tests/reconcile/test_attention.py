"""What reviewers are asked first."""

from __future__ import annotations

from zusage.model.ledger import (
    Citation,
    Conflict,
    ConflictSide,
    Entry,
    EntryChange,
    Scope,
    Severity,
    Status,
)
from zusage.model.quote import Quote
from zusage.model.report import Report
from zusage.model.statement import Commitment
from zusage.model.values import Firmness
from zusage.reconcile.attention import Need, by_need
from zusage.reconcile.claims import Claim, Look, LookReason

TEXT = "Oslo will send medics."
REPORT = Report(text=TEXT, language="en")


def claim(name: str, certainty: float | None) -> Claim:
    statement = Commitment(
        actor="no", measure="humanitarian", firmness=Firmness.PLEDGED, quote=Quote.cut(TEXT, 0, 4), certainty=certainty
    )
    return Claim(REPORT, statement, name, Status.READ)


def conflict(name: str, severity: Severity, *statements: str) -> Conflict:
    sides = tuple(ConflictSide(each, (Citation("r", None, each),)) for each in statements)
    return Conflict(
        id=name,
        slot="firmness",
        scope=Scope.REPORTS,
        subject="no humanitarian",
        sides=sides,
        severity=severity,
        reasons=(),
        explanation={},
    )


def entry(*steps: tuple[str, Firmness | None, str]) -> Entry:
    changes = tuple(
        EntryChange(day, before, Firmness.CONCRETE, (Citation("r", None, statement),))
        for day, before, statement in steps
    )
    return Entry(id="e", actor="no", measure="humanitarian", recipient=None, changes=changes)


def test_conflicts_come_first_then_second_looks_changes_and_what_is_unsure() -> None:
    names = {"sure": 0.95, "unsure": 0.4, "untold": None, "changes": 0.9, "older": 0.1, "first": 0.8, "looked": 0.9}
    names |= {"low": 0.2, "high-b": 0.9, "high-a": 0.9, "both": 0.99, "middle": 0.5}
    conflicts = [
        conflict("c3", Severity.LOW, "low", "both"),
        conflict("c2", Severity.HIGH, "both", "high-b"),
        conflict("c1", Severity.HIGH, "high-a"),
        conflict("c0", Severity.MEDIUM, "middle", "elsewhere"),
    ]
    entries = [
        entry(
            ("2025-01-01", None, "first"),
            ("2025-02-01", Firmness.SIGNALLED, "older"),
            ("2025-03-01", Firmness.PLEDGED, "changes"),
        )
    ]
    claims = [claim(name, certainty) for name, certainty in names.items()]
    looks = {"looked": Look(LookReason.NO_LONGER_READ, None)}
    for start in range(0, len(claims), 3):
        claims, conflicts = [*claims[start:], *claims[:start]], conflicts[::-1]
        found = by_need(claims, conflicts=conflicts, entries=entries, looks=looks)
        assert [each.claim.id for each in found] == [
            "high-a", "high-b", "both", "middle", "low", "looked", "changes", "older", "unsure", "first", "sure", "untold",
        ]  # fmt: skip
        assert [each.need for each in found].count(Need.CONFLICT) == 5
        assert [each.id for each in found[2].conflicts] == ["c2", "c3"]


def test_nothing_is_nothing() -> None:
    assert by_need([]) == ()
