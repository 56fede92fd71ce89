"""Pledged sums in the standard of the International Aid Transparency Initiative, version 2.03.

One activity per pledge with a sum, one transaction per step that a sum has reached: 12 (outgoing
pledge) for what is signalled or pledged, 2 (outgoing commitment) for what is concrete, 3 (disbursement) for what
is delivered. Of several sums of one step the newest stands: restatements and tranches of a pledge never add up. A joint
figure is one activity, of the actor whose id comes first, with the others as participating organisations. What gives no
sum, no day or no firm step is left out.

Source: IATI 2.03, iati-activities-schema.xsd (order of the elements) and its code lists.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeGuard
from xml.etree import ElementTree as ET

from zusage.errors import InputError
from zusage.model.fields import is_actor
from zusage.model.ledger import Entry, EntryCondition
from zusage.model.quote import Quote
from zusage.model.statement import Commitment, Quantity
from zusage.model.values import Firmness
from zusage.publish.exports.edition import NOTE, Edition
from zusage.publish.exports.rows import entry_status
from zusage.publish.xml_text import clean, to_bytes
from zusage.reconcile.wording import amount_label, label

VERSION = "2.03"
TRANSACTION_TYPES = {
    Firmness.SIGNALLED: "12",
    Firmness.PLEDGED: "12",
    Firmness.CONCRETE: "2",
    Firmness.DELIVERED: "3",
}
"""Code list TransactionType, for the firmnesses that say a sum will come."""

_STATUS = {"12": "1", "2": "2", "3": "2"}
"""Code list ActivityStatus: 1 pipeline, 2 implementation."""
_PLANNED, _ACTUAL = "1", "2"
"""Code list ActivityDateType: planned and actual start."""
_FUNDING = "1"
"""Code list OrganisationRole."""
_OTHER = "90"
"""Code list OrganisationType."""
_OWN_VOCABULARY = "99"
_FINANCE = {"grant": "110", "loan": "421", "loan-guarantee": "1100"}
"""Code list FinanceType: standard grant, standard loan, guarantees."""
_STATE = 2
_DAY = len("2025-01-01")


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum that a pledge has come to: the transaction's type, its day, the amount, the words, and how it is given."""

    code: str
    day: str
    quantity: Quantity
    quote: Quote
    instrument: str | None

    @property
    def value(self) -> float:
        """The one number that IATI wants: the lower side of an interval, else the upper one."""
        value = self.quantity.min if self.quantity.min is not None else self.quantity.max
        assert value is not None  # noqa: S101 - a quantity has a side
        return value


def write_iati(edition: Edition) -> dict[str, bytes]:
    """Return the file of activities.

    Raises:
        InputError: there is no sum to write; IATI wants at least one activity.
    """
    root = ET.Element("iati-activities", version=VERSION)
    root.append(ET.Comment(f" {NOTE.replace('--', '-')} "))
    for entry in edition.entries:
        sums = sums_of(entry, edition)
        if sums:
            root.append(_activity(entry, sums, edition))
    if root.find("iati-activity") is None:
        problem = "no pledge with a sum of money, a day and a firmness from signalled up"
        raise InputError("export iati", problem, hint="zusage export csv writes every pledge")
    return {"iati-activities.xml": to_bytes(root)}


def sums_of(entry: Entry, edition: Edition) -> tuple[Sum, ...]:
    """Return the sums that stand with an entry, pledged ones first: of each transaction type the newest."""
    newest: dict[str, Sum] = {}
    is_first = entry.actor <= min(entry.joint_with, default=entry.actor)
    for each in sorted(entry.statements, key=lambda said: (said.day or "", said.id)):
        claim = edition.claim_by_id.get(each.id)
        said = claim.statement if claim else None
        if isinstance(said, Commitment) and each.counts and each.day and len(each.day) == _DAY:
            code, quantity = TRANSACTION_TYPES.get(said.firmness), said.quantity
            if code and _is_money(quantity) and (is_first or not quantity.shared):
                newest[code] = Sum(
                    code, each.day, quantity, said.quote, str(said.instrument) if said.instrument else None
                )
    return tuple(newest[code] for code in ("12", "2", "3") if code in newest)


def _is_money(quantity: Quantity | None) -> TypeGuard[Quantity]:
    return quantity is not None and quantity.unit not in {"persons", "items"}


def _activity(entry: Entry, sums: tuple[Sum, ...], edition: Edition) -> ET.Element:
    reporter = f"zusage-{edition.dossier.id}"
    activity = ET.Element("iati-activity", {"xml:lang": "en"})
    if entry.measure == "humanitarian":
        activity.set("humanitarian", "1")
    _text(activity, "iati-identifier", f"{reporter}-{entry.id}")
    reporting = _narrative(activity, "reporting-org", f"Zusage: {edition.title}")
    reporting.attrib.update({"ref": reporter, "type": _OTHER, "secondary-reporter": "1"})
    _narrative(activity, "title", edition.entry(entry))
    _narrative(activity, "description", _description(entry, edition))
    others = entry.joint_with if any(each.quantity.shared for each in sums) else ()
    for actor in (entry.actor, *others):
        _narrative(activity, "participating-org", edition.actor(actor)).set("role", _FUNDING)
    last = sums[-1]
    ET.SubElement(activity, "activity-status", code=_STATUS[last.code])
    kind = _ACTUAL if last.code == "3" else _PLANNED
    ET.SubElement(activity, "activity-date", {"type": kind, "iso-date": last.day})
    if entry.recipient and len(entry.recipient) == _STATE and _is_state(entry.recipient):
        ET.SubElement(activity, "recipient-country", code=entry.recipient.upper())
    sector = _narrative(activity, "sector", label("measure", entry.measure, "en"))
    sector.attrib.update({"vocabulary": _OWN_VOCABULARY, "code": entry.measure})
    for each in sums:
        activity.append(_transaction(each, entry, edition))
    if entry.conditions:
        activity.append(_conditions(entry.conditions, edition))
    return activity


def _description(entry: Entry, edition: Edition) -> str:
    synthetic = edition.is_synthetic(said.report for said in entry.statements)
    origin = "Read from reports by a machine"
    return f"{'SYNTHETIC: a made-up sample, nobody said this. ' if synthetic else ''}{origin}; {entry_status(entry)}."


def _transaction(each: Sum, entry: Entry, edition: Edition) -> ET.Element:
    transaction = ET.Element("transaction")
    ET.SubElement(transaction, "transaction-type", code=each.code)
    ET.SubElement(transaction, "transaction-date", {"iso-date": each.day})
    value = _text(transaction, "value", str(int(each.value)) if float(each.value).is_integer() else repr(each.value))
    value.attrib.update({"currency": each.quantity.unit, "value-date": each.day})
    joint = ", jointly" if each.quantity.shared else ""
    _narrative(transaction, "description", f"{amount_label(each.quantity, 'en')}{joint}: “{each.quote.exact}”")
    _narrative(transaction, "provider-org", edition.actor(entry.actor))
    if entry.recipient:
        _narrative(transaction, "receiver-org", edition.actor(entry.recipient))
    if each.instrument in _FINANCE:
        ET.SubElement(transaction, "finance-type", code=_FINANCE[each.instrument])
    return transaction


def _conditions(conditions: tuple[EntryCondition, ...], edition: Edition) -> ET.Element:
    element = ET.Element("conditions", attached="1")
    for each in conditions:
        of = f" ({edition.actor(each.of)})" if each.of and each.type != "us-support" else ""
        _narrative(element, "condition", f"{label('condition', each.type, 'en')}{of}").set("type", "1")  # policy
    return element


def _is_state(actor: str) -> bool:
    return is_actor(actor) and actor not in {"eu", "un", "g7"}


def _narrative(parent: ET.Element, name: str, words: str) -> ET.Element:
    element = ET.SubElement(parent, name)
    _text(element, "narrative", words)
    return element


def _text(parent: ET.Element, name: str, words: str) -> ET.Element:
    element = ET.SubElement(parent, name)
    element.text = clean(words)
    return element
