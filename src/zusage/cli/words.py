"""Values in words, as the tables show them: firmness with its step, short conditions, amounts, days, ids."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rich.text import Text

from zusage.model.ledger import Entry
from zusage.model.quote import Quote
from zusage.model.report import Report
from zusage.model.statement import Quantity
from zusage.model.values import Firmness, Mode, Stance
from zusage.reconcile.naming import Names
from zusage.reconcile.wording import label

FIRMNESS_STYLES = {
    Firmness.REJECTED: "red",
    Firmness.WITHDRAWN: "red",
    Firmness.WITHHELD: "magenta",
    Firmness.CONSIDERING: "yellow",
    Firmness.SIGNALLED: "cyan",
    Firmness.PLEDGED: "green",
    Firmness.CONCRETE: "bold green",
    Firmness.DELIVERED: "bold green",
}
STANCE_STYLES = {Stance.SUPPORTS: "green", Stance.OPPOSES: "red", Stance.DEMANDS: "cyan", Stance.DOUBTS: "yellow"}
MODE_SIGNS = {Mode.IN_PERSON: "●", Mode.REMOTE: "◐", Mode.REPRESENTED: "○", Mode.ABSENT: "✕"}

_STEPS = 5
_LEAST_ID = 4


@dataclass(frozen=True, slots=True)
class Labels(Names):
    """What actors, persons and values are called, in one language and with the names of one dossier."""

    def mode(self, mode: Mode) -> str:
        """A sign and words for how somebody attends."""
        return f"{MODE_SIGNS[mode]} {label('mode', mode, self.language)}"

    def entry(self, entry: Entry) -> str:
        """Name an entry: "Estonia: troops, for Ukraine"."""
        thing = f" ({entry.object})" if entry.object else ""
        recipient = f", for {self.actor(entry.recipient)}" if entry.recipient else ""
        return f"{self.actor(entry.actor)}: {self.measure(entry.measure)}{thing}{recipient}"

    def side(self, slot: str, value: str) -> str:
        """A conflict's value in words, by the point it is on."""
        if not value:
            return "none stated"
        if slot == "condition":
            return " + ".join(label("condition", each, self.language) for each in value.split(", "))
        if slot == "attendance":
            return label("mode", value, self.language)
        if slot == "actor":
            return self.actor(value)
        return self.speaker(value) if slot == "attribution" else value


def firmness_text(firmness: Firmness | None) -> Text:
    """Five dots for the ladder, a cross for against, a dash for an observed absence, and the word."""
    if firmness is None:
        return Text("  –   open", style="dim")
    step = firmness.step
    if step is None:
        signs = "  –  "
    elif step == 0:
        signs = "  ✕  "
    else:
        signs = "●" * step + "○" * (_STEPS - step)
    return Text(f"{signs} {firmness}", style=FIRMNESS_STYLES[firmness])


def quantity_words(quantity: Quantity | None, per: str | None = None) -> str:
    """Write an amount: "≤ 15,000 persons", "2.5 bn EUR", "6,000 persons jointly"; empty without one."""
    if quantity is None:
        return ""
    low, high = (None if side is None else _number(side) for side in (quantity.min, quantity.max))
    if low is None:
        amount = f"≤ {high}"
    elif high is None:
        amount = f"≥ {low}"
    else:
        amount = low if low == high else f"{low}–{high}"
    unit = "" if quantity.unit == "items" else f" {quantity.unit}"
    return f"{amount}{unit}{f'/{per}' if per else ''}{' jointly' if quantity.shared else ''}"


def _number(value: float) -> str:
    for size, word in ((1e9, "bn"), (1e6, "m")):
        if value >= size:
            return f"{value / size:.4g} {word}"
    return f"{value:,.10g}"


def report_words(report: Report | None, name: str = "") -> str:
    """A report in a citation: its name or id, outlet or agency, day; a made-up one is marked."""
    if report is None:
        return name[:8]
    parts = [report.name or report.id[:8], report.outlet or "", report.credit or "", report.published_on or "undated"]
    words = ", ".join(dict.fromkeys(part for part in parts if part))
    return f"{words}, synthetic" if report.synthetic else words


def quote_text(quote: Quote | None, source: str, *, said_by: str = "") -> Text:
    """A quote in italics, then who says it and where."""
    text = Text()
    if quote is not None:
        text.append(f"“{' '.join(quote.exact.split())}”", style="italic")
    elif source:
        text.append("(no words)", style="dim")
    origin = "; ".join(part for part in (said_by, source) if part)
    if origin:
        text.append(f" — {origin}", style="dim")
    return text


def short_ids(names: Iterable[str]) -> dict[str, str]:
    """For each id its beginning, as long as all of them need to be told apart."""
    found = sorted(set(names))
    for length in range(_LEAST_ID, 16):
        if len({name[:length] for name in found}) == len(found):
            return {name: name[:length] for name in found}
    return {name: name for name in found}


def days_words(first: str | None, last: str | None) -> str:
    """Write an interval of days, open ends as dots."""
    if first is not None and first == last:
        return first
    return f"{first or '…'} to {last or '…'}"
