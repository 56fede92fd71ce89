"""Statements as forms, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zusage.dossier import load_dossier
from zusage.errors import FormatError
from zusage.model.quote import Quote
from zusage.model.statement import Commitment, Condition, Quantity
from zusage.model.values import ConditionType, Firmness, Kind
from zusage.web.explaining import explain
from zusage.web.views.statement_form import (
    changes_in,
    exact_words,
    fields_of,
    in_form,
    record_from,
    record_of,
    seen_text,
)

DOSSIER = load_dossier("ukraine-guarantees")
TEXT = "Oslo will send 40 medics once parliament agrees. Oslo will send 40 medics."
SAID = Commitment(
    actor="no",
    measure="humanitarian",
    firmness=Firmness.PLEDGED,
    quote=Quote.cut(TEXT, 0, 24),
    conditions=(Condition(ConditionType.PARLIAMENT, of="no", quote=Quote.find(TEXT, "once parliament agrees")),),
    quantity=Quantity(40, 40, "persons"),
)


def typed(record: Mapping[str, Any]) -> dict[str, str]:
    """What a browser sends if nothing is changed."""
    sent = {field.name: str(record.get(field.name) or "") for field in fields_of(Kind.COMMITMENT, DOSSIER)}
    amount = record.get("quantity") or {}
    sent |= {f"quantity_{name}": str(amount.get(name) or "") for name in ("min", "max", "unit")}
    for number, each in enumerate([*(record.get("conditions") or []), {}]):
        sent |= {f"condition_{number}_{name}": str(each.get(name) or "") for name in ("type", "of", "n", "measure")}
    return sent


def changed(**fields: str) -> dict[str, Any]:
    record = record_of(SAID)
    return changes_in(typed(record) | fields, record, Kind.COMMITMENT, DOSSIER)


def test_an_untouched_form_changes_nothing() -> None:
    assert changed() == {}


def test_what_is_changed_is_named_and_nothing_else() -> None:
    assert changed(firmness="signalled", speaker=" jonas-store ") == {"firmness": "signalled", "speaker": "jonas-store"}
    for words in ("15000", "15 000", "15.000", "15,000", "15\u00a0000"):
        assert changed(quantity_max=words) == {"quantity": {"min": 40, "max": 15000, "unit": "persons"}}
    assert changed(quantity_min="", quantity_max="") == {"quantity": None}
    assert changed(quantity_min="2,5", quantity_max="2.5", quantity_unit="EUR", quantity_shared="1") == {
        "quantity": {"min": 2.5, "max": 2.5, "unit": "EUR", "shared": True}
    }


@pytest.mark.parametrize(
    ("words", "actor"),
    [
        ("Frankreich", "fr"),
        ("france", "fr"),
        ("FR", "fr"),
        ("NATO", "nato"),
        ("Nato", "nato"),
        ("Vereinte Nationen", "un"),
        ("International Monetary Fund", "imf"),
        ("Europäische Union", "eu"),
        ("Koalition der Willigen", "group:coalition-of-the-willing"),
        ("no-such-state", "no-such-state"),
        ("Nirgendwo", "Nirgendwo"),
    ],
)
def test_actors_may_be_typed_by_name(words: str, actor: str) -> None:
    assert changed(actor=words) == {"actor": actor}
    assert changed(condition_0_of=words)["conditions"][0]["of"] == actor


@pytest.mark.parametrize(
    ("place", "kind", "german"),
    [
        ("report r.commitments[0].measure", Kind.COMMITMENT, "Maßnahme: fehlt (wählen Sie eines aus der Liste)"),
        ("report r.commitments[0].quantity.unit", Kind.COMMITMENT, "Einheit: fehlt (so)"),
        ("report r.commitments[0].conditions[0].of", Kind.COMMITMENT, "von wem: fehlt (so)"),
        (
            "report r.commitments[0].conditions[0].measure",
            Kind.COMMITMENT,
            "mit welcher Maßnahme: fehlt (wählen Sie eines aus der Liste)",
        ),
        ("statement 3fa2.topic", Kind.POSITION, "Thema: fehlt (wählen Sie eines aus der Liste)"),
        ("n", Kind.COMMITMENT, "wie viele: fehlt (so)"),
        ("report r", Kind.COMMITMENT, "report r: fehlt (so)"),
    ],
)
def test_faults_are_told_of_fields_by_their_labels(place: str, kind: Kind, german: str) -> None:
    assert explain(in_form(FormatError(place, "is missing", hint="so"), kind, DOSSIER), language="de") == german


def test_conditions_keep_their_words_as_long_as_they_are_the_same() -> None:
    words = "once parliament agrees"
    assert changed(condition_0_of="dk") == {"conditions": [{"type": "parliament", "of": "dk", "quote": words}]}
    assert changed(condition_0_type="ceasefire", condition_0_of="") == {"conditions": [{"type": "ceasefire"}]}
    assert changed(condition_0_type="") == {"conditions": None}
    assert changed(condition_1_type="others", condition_1_n="3") == {
        "conditions": [{"type": "parliament", "of": "no", "quote": words}, {"type": "others", "n": 3}]
    }


def test_numbers_that_are_none() -> None:
    for words in ("many", "-5", "1e9", "٣", "1.2.3"):
        with pytest.raises(FormatError, match="is no number"):
            changed(quantity_min=words)


def test_fields_that_were_not_in_the_form_are_left_alone() -> None:
    assert record_from({"firmness": "concrete"}, Kind.COMMITMENT, DOSSIER) == {"firmness": "concrete"}
    assert record_from({"measure": "troops"}, Kind.POSITION, DOSSIER) == {}


@given(st.text(alphabet="abc \n\t\u202e\u200b", max_size=40), st.data())
def test_selected_words_are_found_as_they_stand(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    sent = " ".join(seen_text(text[start:end]).split())
    found = exact_words(text, sent, near=start)
    assert found in text
    assert bool(found) == bool(sent)
    assert " ".join(seen_text(found).split()) == sent


def test_words_that_do_not_stand_there_are_not_found() -> None:
    assert exact_words(TEXT, "Oslo will send 50 medics") == ""
    assert exact_words(TEXT, "  ") == ""
    assert exact_words(TEXT, "Oslo.will") == ""
    assert exact_words("a\r\nb  c", "a b\nc") == "a\r\nb  c"
