"""What reviewers are asked first."""

from __future__ import annotations

from zusage.model.ledger import Severity
from zusage.reconcile.attention import Need, Standing, by_need, severest

CERTAINTIES = {"sure": 0.95, "unsure": 0.4, "untold": None, "changes": 0.9, "older": 0.1, "first": 0.8, "looked": 0.9} | {
    "low": 0.2, "high-b": 0.9, "high-a": 0.9, "both": 0.99, "middle": 0.5
}  # fmt: skip
CONFLICTS = {
    "low": [(Severity.LOW, "c3")],
    "both": [(Severity.LOW, "c3"), (Severity.HIGH, "c2")],
    "high-b": [(Severity.HIGH, "c2")],
    "high-a": [(Severity.HIGH, "c1")],
    "middle": [(Severity.MEDIUM, "c0")],
}
CHANGED = {"older": "2025-02-01", "changes": "2025-03-01"}


def test_conflicts_come_first_then_second_looks_changes_and_what_is_unsure() -> None:
    given = [
        Standing(
            id=name,
            report="r",
            certainty=certainty,
            conflict=severest(CONFLICTS.get(name, [])),
            has_look=name == "looked",
            changed_on=CHANGED.get(name),
        )
        for name, certainty in CERTAINTIES.items()
    ]
    for start in range(0, len(given), 3):
        given = [*given[start:], *given[:start]]
        found = by_need(given)
        assert [each.id for each in found] == [
            "high-a", "high-b", "both", "middle", "low", "looked", "changes", "older", "unsure", "first", "sure", "untold",
        ]  # fmt: skip
        assert [each.need for each in found].count(Need.CONFLICT) == 5


def test_nothing_is_nothing() -> None:
    assert by_need([]) == ()
