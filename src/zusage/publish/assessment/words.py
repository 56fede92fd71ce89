"""An assessment in words: what actors, events, conditions, amounts, pledges and what becomes of them are called.

Tables in a terminal and pages say the same, because both ask here. Uses `zusage.assess` and the labels of
`zusage.reconcile.wording`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from babel.numbers import format_decimal, format_percent

from zusage.assess.assessment import Aside, Assessment
from zusage.assess.coverage import Coverage, State
from zusage.assess.formula import (
    Absent,
    All,
    Amount,
    Any,
    AtLeast,
    Atom,
    Event,
    Formula,
    Others,
    Standing,
    Support,
    support_name,
)
from zusage.assess.from_entries import OTHER
from zusage.assess.package import Package
from zusage.assess.pledge import Origin, Pledge
from zusage.assess.resolve import Fate
from zusage.assess.unlocking import Happening, Help, Newcomers, Raising
from zusage.assess.vocabulary import PARLIAMENT
from zusage.dossier import Dossier
from zusage.model.statement import Quantity
from zusage.model.values import Firmness
from zusage.publish.assessment.texts import text
from zusage.reconcile.wording import actor_label, joined, label

_LOCALES = {"de": "de", "en": "en_GB"}


@dataclass(frozen=True)
class Words:
    """What things are called in one language, with the names of one package and its dossier."""

    language: str
    package: Package
    dossier: Dossier

    def say(self, key: str, **values: object) -> str:
        """A text of ``texts.tsv``."""
        return text(key, self.language, **values)

    def actor(self, actor: str) -> str:
        """An actor's name, with a capital."""
        named = self.package.names.get(actor)
        known = self.dossier.actor(actor)
        names = known.names.in_language(self.language) if known else ()
        words = named.in_language(self.language) if named else names[0] if names else actor_label(actor, self.language)
        return words[:1].upper() + words[1:]

    def actors(self, actors: Iterable[str]) -> str:
        """Names with commas and a last "and"."""
        return joined((self.actor(each) for each in actors), self.language)

    def measure(self, measure: str) -> str:
        """A measure's name."""
        return label("measure", measure, self.language)

    def firmness(self, firmness: Firmness) -> str:
        """A firmness as a participle."""
        return label("firmness", firmness, self.language)

    def number(self, number: float) -> str:
        """A number with the language's signs, two decimals at most."""
        return format_decimal(round(number, 2), locale=_LOCALES[self.language])

    def share(self, share: float, *, digits: int = 0) -> str:
        """A share in percent."""
        return format_percent(
            share, format=f"#,##0{'.' + '0' * digits if digits else ''} %", locale=_LOCALES[self.language]
        )

    def amount(self, number: float, unit: str) -> str:
        """A number with its unit; things have none."""
        words = "" if unit == "items" else label("unit", unit, self.language)
        return f"{self.number(number)} {words}".strip()

    def quantity(self, quantity: Quantity | None) -> str:
        """An amount as a pledge gives it; empty without one."""
        if quantity is None:
            return ""
        if quantity.min is None or quantity.max is None:
            key, side = ("up_to", quantity.max) if quantity.min is None else ("from_on", quantity.min)
            words = self.say(key, amount=self.amount(side or 0, quantity.unit))
        elif quantity.min == quantity.max:
            words = self.amount(quantity.min, quantity.unit)
        else:
            words = f"{self.number(quantity.min)}–{self.amount(quantity.max, quantity.unit)}"
        return f"{words} {self.say('jointly')}" if quantity.shared else words

    def event(self, name: str) -> str:
        """What an event is called: by the package, else by the codebook."""
        for each in self.package.events:
            if each.id == name:
                return each.wording.in_language(self.language)
        if name.startswith(PARLIAMENT):
            return self.say("parliament", actor=self.actor(name.removeprefix(PARLIAMENT)))
        if name.startswith(OTHER):
            actor, _, measure = name.removeprefix(OTHER).rpartition("-")
            return self.say("other_event", actor=self.actor(actor), measure=self.measure(measure))
        if name.startswith("support of "):
            return self.say("support", actor=self.actor(name.removeprefix("support of ")))
        return label("condition", name, self.language)

    def condition(self, formula: Formula, *, inner: bool = False) -> str:
        """A condition in words."""
        match formula:
            case All(parts=()):
                return self.say("always")
            case All(parts=parts) | Any(parts=parts):
                sign = self.say("and" if isinstance(formula, All) else "or")
                words = f" {sign} ".join(self.condition(each, inner=True) for each in parts)
                return f"({words})" if inner else words
            case AtLeast(n=n, parts=parts):
                words = self.say("at_least_of", n=n, parts="; ".join(map(self.condition, parts)))
                return f"({words})" if inner else words
            case _:
                return self._atom(formula)

    def _atom(self, atom: Atom) -> str:
        match atom:
            case Event(name=name):
                return self.event(name)
            case Absent(name=name):
                return self.say("not", what=self.event(name))
            case Support(of=of):
                return self.event(support_name(of))
            case Standing(of=of, measure=None):
                return self.say("standing_any", actor=self.actor(of))
            case Standing(of=of, measure=measure):
                return self.say("standing", measure=self.measure(measure or ""), actor=self.actor(of))
            case Others(n=n, measure=measure):
                key = f"others_{'one' if n == 1 else 'many'}{'_with' if measure else ''}"
                return self.say(key, n=n, measure=self.measure(measure or ""))
            case Amount(least=least, unit=unit, measure=measure):
                amount = self.amount(float(least), unit)
                return self.say("amount_others", amount=amount, measure=self.measure(measure))

    def pledge(self, pledge: Pledge) -> str:
        """A pledge's name: "Estonia: ships (mine vessel)"."""
        thing = f" ({pledge.object})" if pledge.object else ""
        return f"{self.actor(pledge.actor)}: {self.measure(pledge.measure)}{thing}"

    def mark(self, pledge: Pledge) -> str:
        """How far a pledge can be trusted: unverified, unreviewed, an assumption; empty if it has been checked."""
        if pledge.origin is Origin.ADDED:
            return self.say("assumption_user")
        if pledge.verified:
            return ""
        if pledge.origin is Origin.LEDGER:
            words = self.say("unreviewed")
            return f"{words}, {self.say('synthetic')}" if pledge.synthetic else words
        return self.say("unverified" if pledge.sources else "unsourced")

    def fate(self, fate: Fate | Aside) -> str:
        """What becomes of a pledge, in one word or two."""
        return self.say(f"fate_{fate}")

    def state(self, each: Coverage) -> str:
        """A requirement's state."""
        if not each.due:
            return self.say("state_dormant")
        if each.alone_state is not State.MET and each.together_state is State.MET:
            return self.say("met_together")
        return self.say(f"state_{each.alone_state}")

    def missing(self, each: Coverage) -> str:
        """What a requirement lacks if everybody moves alone; empty if nothing."""
        parts = []
        unit = each.requirement.need.unit if each.requirement.need else ""
        if each.missing:
            parts.append(self.say("missing_amount", amount=self.amount(each.missing, unit)))
        if each.missing_contributors == 1:
            parts.append(self.say("missing_contributors_one"))
        elif each.missing_contributors:
            parts.append(self.say("missing_contributors", n=each.missing_contributors))
        return " ".join(parts)

    def help(self, help_: Help, then: Firmness) -> str:
        """One thing that would help; ``then``: what a raised pledge becomes."""
        match help_:
            case Happening(event=event):
                return self.event(event)
            case Raising(pledge=pledge):
                now = self.firmness(pledge.firmness)
                return self.say("help_raise", pledge=self.pledge(pledge), firmness=self.firmness(then), now=now)
            case Newcomers(requirement=name, actors=actors, quantity=quantity):
                requirement = next(each for each in self.package.requirements if each.id == name)
                measure = f" {self.say('or')} ".join(map(self.measure, requirement.measures))
                key = f"help_new_{'one' if actors == 1 else 'many'}{'_amount' if quantity else ''}"
                amount = self.amount(quantity.min or 0, quantity.unit) if quantity else ""
                return self.say(key, n=actors, measure=measure, amount=amount)

    def verdict(self, base: Assessment) -> str:
        """One sentence on the package."""
        met, count = sum(each.stands for each in base.coverage), len(base.coverage)
        if base.stands:
            return self.say("verdict_stands", n=count)
        if not any(each.due for each in base.coverage):
            return self.say("verdict_dormant", n=count)
        if base.stands_together:
            return self.say("verdict_together")
        words = self.say("verdict_short", met=met, n=count)
        together = sum(each.stands_together for each in base.coverage)
        return f"{words} {self.say('verdict_more_together', n=together)}" if together > met else words

    def counts(self, base: Assessment) -> str:
        """How many pledges have which fate."""
        fates = [base.low.fates.count(each) for each in Fate]
        soft = len(base.aside.get(Aside.SOFT, ()))
        every = soft + len(base.pledges)
        words = self.say("verdict_counts", all=every, stands=fates[0], waits=fates[1], blocked=fates[2], soft=soft)
        return f"{words} {self.unchecked(base)}".strip()

    def unchecked(self, base: Assessment) -> str:
        """How many of the pledges that could count nobody has checked, and that some are made up; empty if neither."""
        pledges = [*base.pledges, *base.aside.get(Aside.SOFT, ())]
        count = sum(not each.verified for each in pledges)
        words = self.say("unchecked_all") if count == len(pledges) else self.say("unchecked_some", n=count)
        made_up = self.say("made_up") if any(each.synthetic for each in pledges) else ""
        return " ".join(part for part in (words if count else "", made_up) if part)
