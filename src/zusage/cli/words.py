"""What tables say, German and English: values with their signs, amounts, days, ids, and every other text (``texts.tsv``).

Values are called as everywhere (`zusage.reconcile.naming`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from rich.text import Text

from zusage.errors import Wording
from zusage.model.ledger import Entry
from zusage.model.quote import Quote
from zusage.model.report import Report
from zusage.model.statement import Quantity
from zusage.model.values import Aim, Firmness, Mode, Stance
from zusage.publish.texts import find_text
from zusage.reconcile.naming import Names
from zusage.reconcile.wording import label

if TYPE_CHECKING:
    from zusage.workflow.lookups import ReportLine

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

_OBJECT = re.compile(r"the object “(.*)”")
"""What a verb would need, as the explanation says it."""

_STEPS = 5
_LEAST_ID = 4


def say_text(key: str, language: str, **values: object) -> str:
    """A text of ``texts.tsv`` in a language, with its blanks filled."""
    return find_text("zusage.cli", key, language, **values)


@dataclass(frozen=True, slots=True)
class Labels(Names):
    """What actors, persons and values are called, in one language and with the names of one dossier."""

    def say(self, key: str, **values: object) -> str:
        """A text of ``texts.tsv``, with its blanks filled."""
        return say_text(key, self.language, **values)

    def count(self, number: int, key: str) -> str:
        """A number of things: "1 root", "3 roots"."""
        return self.say(f"{key}_{'one' if number == 1 else 'many'}", n=number)

    def code(self, sort: str, value: str) -> str:
        """A value: in English as the options of commands have it, in German by its label."""
        return value if self.language == "en" else label(sort, value, self.language)

    def told(self, words: str) -> str:
        """Words of an explanation."""
        return told(words, self.language)

    def grammar(self, word: str) -> str:
        """A word of grammar (subject, past, relative): in English as programs have it."""
        return word if self.language == "en" else self.say(f"grammar_{word}")

    def values(self, words: str) -> str:
        """Values of the codebook in a row ("troops pledged"): in English as programs have them."""
        return " ".join(self._value(each) for each in words.split())

    def _value(self, value: str) -> str:
        sorts = ("measure", "firmness", "stance", "topic", "role", "mode", "kind")
        return next((found for sort in sorts if (found := self.code(sort, value)) != value), value)

    def mode(self, mode: Mode) -> str:
        """A sign and words for how somebody attends."""
        return f"{MODE_SIGNS[mode]} {label('mode', mode, self.language)}"

    def topic(self, topic: str, aim: str | None) -> str:
        """A topic, and whether less of it is wanted."""
        words = self.code("topic", topic)
        return self.say("less", topic=words) if aim == Aim.LESS else words

    def entry(self, entry: Entry) -> str:
        """Name an entry: "Estonia: troops, for Ukraine"."""
        thing = f" ({entry.object})" if entry.object else ""
        recipient = f", {self.say('for', whom=self.actor(entry.recipient))}" if entry.recipient else ""
        return f"{self.actor(entry.actor)}: {self.measure(entry.measure)}{thing}{recipient}"

    def side(self, slot: str, value: str) -> str:
        """A conflict's value in words, by the point it is on."""
        if not value:
            return self.say("none_stated")
        if slot == "condition":
            return " + ".join(label("condition", each, self.language) for each in value.split(", "))
        if slot == "attendance":
            return label("mode", value, self.language)
        if slot == "firmness":
            return self.code("firmness", value)
        if slot == "actor":
            return self.actor(value)
        return self.speaker(value) if slot == "attribution" else value

    def ladder(self, firmness: Firmness | None) -> Text:
        """Five dots for the ladder, a cross for against, a dash for an observed absence, and the word."""
        return firmness_text(firmness, self.language)

    def quantity(self, quantity: Quantity | None, per: str | None = None) -> str:
        """An amount in figures."""
        return quantity_words(quantity, per, self.language)

    def days(self, first: str | None, last: str | None) -> str:
        """An interval of days."""
        return days_words(first, last, self.language)

    def report(self, report: Report | ReportLine | None, name: str = "") -> str:
        """A report in a citation."""
        return report_words(report, name, self.language)

    def quote(self, quote: Quote | None, source: str, *, said_by: str = "") -> Text:
        """A quote, then who says it and where."""
        return quote_text(quote, source, said_by=said_by, language=self.language)


def told(words: str, language: str) -> str:
    """Words of an explanation in a language (``wordings.tsv``): with their blanks filled, if they have any.

    What has no translation stays English; a test says which that is.
    """
    if language == "en":
        return words
    if not isinstance(words, Wording):
        return wordings().get(words, words)
    values = {name: _told_parts(each) for name, each in words.values.items()}
    return wordings().get(words.template, words.template).format(**values)


def _told_parts(value: object) -> object:
    """A value whose parts may be words of ours too: "a negation / a reflexive + a noun of stance"."""
    if not isinstance(value, str):
        return value
    return " / ".join(" + ".join(_told_part(part) for part in each.split(" + ")) for each in value.split(" / "))


def _told_part(part: str) -> str:
    found = _OBJECT.fullmatch(part)
    return f"das Objekt „{found[1]}“" if found else wordings().get(part, part)


@cache
def wordings() -> dict[str, str]:
    """What explanations say, by the English template."""
    lines = (resources.files("zusage.cli") / "wordings.tsv").read_text("utf-8").splitlines()
    return dict(line.split("\t") for line in lines[2:] if line)


def firmness_text(firmness: Firmness | None, language: str = "en") -> Text:
    """Five dots for the ladder, a cross for against, a dash for an observed absence, and the word."""
    if firmness is None:
        return Text(f"  –   {say_text('open', language)}", style="dim")
    step = firmness.step
    if step is None:
        signs = "  –  "
    elif step == 0:
        signs = "  ✕  "
    else:
        signs = "●" * step + "○" * (_STEPS - step)
    word = str(firmness) if language == "en" else label("firmness", firmness, language)
    return Text(f"{signs} {word}", style=FIRMNESS_STYLES[firmness])


def quantity_words(quantity: Quantity | None, per: str | None = None, language: str = "en") -> str:
    """Write an amount: "≤ 15,000 persons", "2.5 bn EUR", "6,000 persons jointly"; empty without one."""
    if quantity is None:
        return ""
    low, high = (None if side is None else _number(side, language) for side in (quantity.min, quantity.max))
    if low is None:
        amount = f"≤ {high}"
    elif high is None:
        amount = f"≥ {low}"
    else:
        amount = low if low == high else f"{low}–{high}"
    unit = "" if quantity.unit == "items" else f" {label('unit', quantity.unit, language)}"
    period = say_text(f"per_{per}", language) if per else ""
    return f"{amount}{unit}{period}{' ' + say_text('jointly', language) if quantity.shared else ''}"


def _number(value: float, language: str) -> str:
    for size, word in ((1e9, "billion"), (1e6, "million")):
        if value >= size:
            return f"{_signs(f'{value / size:.4g}', language)} {say_text(word, language)}"
    return _signs(f"{value:,.10g}", language)


def _signs(number: str, language: str) -> str:
    """Write a number with the signs of a language: "15.000", "2,5"."""
    return number.translate(str.maketrans(",.", ".,")) if language == "de" else number


def report_words(report: Report | ReportLine | None, name: str = "", language: str = "en") -> str:
    """A report in a citation: its name or id, outlet or agency, day; a made-up one is marked."""
    if report is None:
        return name[:8]
    day = report.published_on or say_text("undated", language)
    parts = [report.name or report.id[:8], report.outlet or "", report.credit or "", day]
    words = ", ".join(dict.fromkeys(part for part in parts if part))
    return f"{words}, {say_text('synthetic', language)}" if report.synthetic else words


def quote_text(quote: Quote | None, source: str, *, said_by: str = "", language: str = "en") -> Text:
    """A quote in italics, then who says it and where."""
    text = Text()
    if quote is not None:
        text.append(quoted(quote.exact, language), style="italic")
    elif source:
        text.append(say_text("no_words", language), style="dim")
    origin = "; ".join(part for part in (said_by, source) if part)
    if origin:
        text.append(f" — {origin}", style="dim")
    return text


def quoted(words: str, language: str) -> str:
    """Words of others in one line, in quotation marks of a language."""
    return say_text("quoted", language, words=" ".join(words.split()))


def short_ids(names: Iterable[str]) -> dict[str, str]:
    """For each id its beginning, as long as all of them need to be told apart."""
    found = sorted(set(names))
    for length in range(_LEAST_ID, 16):
        if len({name[:length] for name in found}) == len(found):
            return {name: name[:length] for name in found}
    return {name: name for name in found}


def days_words(first: str | None, last: str | None, language: str = "en") -> str:
    """Write an interval of days, open ends as dots."""
    if first is not None and first == last:
        return first
    return f"{first or '…'} {say_text('to', language)} {last or '…'}"
