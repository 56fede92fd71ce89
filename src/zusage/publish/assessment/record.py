"""A report as plain values for JSON: ids and numbers as they are, and the sentences of one language beside them."""

from __future__ import annotations

from typing import Any

from zusage.assess.assessment import Aside, Assessment
from zusage.assess.coverage import Coverage, Part
from zusage.assess.formula import show
from zusage.assess.pledge import Pledge
from zusage.assess.resolve import Fate
from zusage.assess.simulation import QUANTILES, Simulation
from zusage.assess.unlocking import Happening, Help, Newcomers, Unlocking
from zusage.model.statement import Quantity
from zusage.publish.assessment.reasons import details, reasons
from zusage.publish.assessment.report import Report
from zusage.publish.assessment.words import Words

Json = dict[str, Any]


def report_record(report: Report, words: Words) -> Json:
    """Make the record of a report."""
    record = assessment_record(report.base, words) | {
        "pledges_from": report.source,
        "unlocking": [_unlocking(each) for each in report.unlocking],
        "levers": [
            {"event": each.event, "actor": each.actor, "pledges": each.pledges, "requirements": each.requirements}
            for each in report.levers
        ],
        "keystones": [
            {
                "actors": each.actors,
                "together": each.together,
                "pledges": each.pledges,
                "requirements": each.requirements,
            }
            for each in report.keystones.found
        ],
        "burdens": _burdens(report),
    }
    if report.simulation:
        record["simulation"] = _simulation(report.simulation, report.base)
    if report.other:
        record["compared_with"] = assessment_record(report.other, words)
    return record


def assessment_record(base: Assessment, words: Words) -> Json:
    """Make the record of an assessment without what was found besides."""
    scenario = base.scenario
    pledges = [*base.pledges, *(each for aside in base.aside.values() for each in aside)]
    return {
        "package": base.package.id,
        "title": base.package.title.in_language(words.language),
        "scenario": {
            "title": scenario.title.in_language(words.language) if scenario.title else None,
            "events": sorted(base.low.world.events),
            "without": scenario.without,
            "added": [each.id for each in scenario.added],
            "firmness": scenario.firmness,
            "as_of": scenario.as_of,
        },
        "stands": base.stands,
        "stands_together": base.stands_together,
        "verdict": words.verdict(base),
        "requirements": [_coverage(each) for each in base.coverage],
        "pledges": [pledge_record(each, base, words) for each in pledges],
        "rings": [[base.pledges[place].id for place in ring] for ring in base.low.rings],
        "notes": [
            {
                "id": each.id,
                "wording": each.wording.in_language(words.language),
                "as_of": each.as_of,
                "sources": each.backing.sources,
                "verified": each.backing.verified,
            }
            for each in base.package.notes
        ],
    }


def _coverage(each: Coverage) -> Json:
    requirement = each.requirement
    return {
        "id": requirement.id,
        "due": each.due,
        "state": each.alone_state,
        "state_together": each.together_state,
        "needed": requirement.amount,
        "unit": requirement.need.unit if requirement.need else None,
        "needed_contributors": requirement.contributors,
        "stands": _part(each.alone),
        "waits": _part(each.waiting),
        "blocked": _part(each.blocked),
        "soft": _part(each.soft),
        "late": [pledge.id for pledge in each.late],
        "missing": each.missing,
        "missing_contributors": each.missing_contributors,
    }


def _part(part: Part) -> Json:
    return {
        "pledges": [each.id for each in part.pledges],
        "actors": part.actors,
        "low": part.low,
        "high": part.high,
        "unknown": [each.id for each in part.unknown],
    }


def pledge_record(pledge: Pledge, base: Assessment, words: Words) -> Json:
    """Make the record of one pledge: what it is, what becomes of it, and why."""
    fate = base.fate(pledge)
    missing = base.low.missing(base.place[pledge.id]) if isinstance(fate, Fate) and fate is not Fate.STANDS else None
    return {
        "id": pledge.id,
        "actor": pledge.actor,
        "measure": pledge.measure,
        "object": pledge.object,
        "firmness": pledge.firmness,
        "condition": show(pledge.condition),
        "quantity": _quantity(pledge.quantity),
        "said_on": pledge.said_on,
        "fate": fate,
        "aside": isinstance(fate, Aside),
        "step": base.low.steps[base.place[pledge.id]] if pledge.id in base.place else None,
        "missing": show(missing) if missing is not None else None,
        "why": [*reasons(base, pledge, words), *details(base, pledge, words)],
        "sources": pledge.sources,
        "verified": pledge.verified,
        "origin": pledge.origin,
        "synthetic": pledge.synthetic,
        "quote": pledge.quote,
    }


def _quantity(quantity: Quantity | None) -> Json | None:
    if quantity is None:
        return None
    return {"min": quantity.min, "max": quantity.max, "unit": quantity.unit, "shared": quantity.shared}


def _unlocking(each: Unlocking) -> Json:
    return {
        "goal": each.goal,
        "together": each.together,
        "already": each.already,
        "sets": [[_help(one) for one in helps] for helps in each.sets],
        "complete": each.complete,
    }


def _help(help_: Help) -> Json:
    if isinstance(help_, Happening):
        return {"event": help_.event}
    if isinstance(help_, Newcomers):
        return {
            "new_contributors": help_.actors,
            "requirement": help_.requirement,
            "quantity": _quantity(help_.quantity),
        }
    return {"raise": help_.pledge.id}


def _burdens(report: Report) -> list[Json]:
    return [
        {
            "measure": each.measure,
            "unit": each.unit,
            "object": each.object,
            "sum": each.low,
            "loads": [
                {
                    "actor": load.actor,
                    "low": load.low,
                    "high": load.high,
                    "joint": load.joint,
                    "ratio": load.ratio,
                    "ratio_is_share": each.is_share,
                    "economy": load.economy
                    and {
                        "billions": load.economy.billions,
                        "currency": load.economy.currency,
                        "as_of": load.economy.as_of,
                        "sources": load.economy.backing.sources,
                        "verified": load.economy.backing.verified,
                    },
                }
                for load in each.loads
            ],
        }
        for each in report.burdens.burdens
    ]


def _simulation(simulation: Simulation, base: Assessment) -> Json:
    return {
        "draws": simulation.draws,
        "seed": simulation.seed,
        "assumed_honouring": {str(name): list(sides) for name, sides in base.scenario.honouring.items()},
        "package_met": simulation.met,
        "without_figure": [each.id for each in simulation.silent],
        "requirements": [
            {
                "id": each.requirement.id,
                "met": each.met,
                "quantiles": dict(zip(map(str, QUANTILES), each.quantiles, strict=True)),
                "drivers": [{"pledge": driver.pledge.id, "difference": driver.difference} for driver in each.drivers],
            }
            for each in simulation.distributions
        ],
    }
