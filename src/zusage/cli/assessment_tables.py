"""An assessment on a terminal: a verdict, then requirements, pledges, what would help, keystones, burden, draws."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from zusage.assess.assessment import Aside, Assessment
from zusage.assess.coverage import Coverage, State
from zusage.assess.formula import ALWAYS, show
from zusage.assess.pledge import Pledge
from zusage.assess.resolve import Fate
from zusage.assess.simulation import Simulation
from zusage.assess.unlocking import Unlocking, firm_under
from zusage.cli.listing import Column, Group, Row, show_groups
from zusage.cli.words import quoted
from zusage.publish.assessment import phrases
from zusage.publish.assessment.reasons import details, order, reasons
from zusage.publish.assessment.report import Report
from zusage.publish.assessment.words import Words

_FATES: dict[Fate | Aside, tuple[str, str]] = {
    Fate.STANDS: ("●", "green"),
    Fate.WAITS: ("◐", "cyan"),
    Fate.BLOCKED: ("✕", "red"),
    Aside.SOFT: ("○", "yellow"),
    Aside.AGAINST: ("–", "dim"),
    Aside.ABSENT: ("–", "dim"),
    Aside.COLLECTIVE: ("–", "dim"),
    Aside.LEFT_OUT: ("–", "dim"),
}
_STATES = {State.MET: "green", State.UPPER: "yellow", State.UNKNOWN: "yellow", State.SHORT: "red"}
_LEVERS = 6
_KEYSTONES = 8
_BAR = 24


def show_assessment(console: Console, report: Report, language: str) -> None:
    """Print a whole report."""
    words, base = report.words(language), report.base
    console.print(base.package.title.in_language(language), style="bold")
    if base.scenario.title:
        console.print(base.scenario.title.in_language(language), style="italic")
    for title, said in phrases.assumptions(base, report.source, words):
        console.print(Text.assemble((f"{title}: ", "dim"), said))
    console.print()
    console.print(words.verdict(base), style="bold green" if base.stands else "bold")
    console.print(words.counts(base))
    _show_coverage(console, base, words)
    _show_pledges(console, base, words)
    _show_rings(console, base, words)
    _show_unlocking(console, report, words)
    _show_keystones(console, report, words)
    _show_burdens(console, report, words)
    if report.simulation:
        _show_simulation(console, report.simulation, base, words)
    if report.other:
        _show_comparison(console, report, words)
    _show_notes(console, base, words)


def show_why(console: Console, base: Assessment, words: Words, pledge: Pledge) -> None:
    """Print one pledge: its condition, what becomes of it and why, and where it is from."""
    fate = base.fate(pledge)
    sign, style = _FATES[fate]
    console.print(Text.assemble((f"{sign} ", style), (words.pledge(pledge), "bold"), (f"  {pledge.id}", "dim")))
    _pair(console, words.say("column_firmness"), words.firmness(pledge.firmness))
    if pledge.quantity:
        _pair(console, words.say("column_amount"), words.quantity(pledge.quantity))
    _pair(console, words.say("column_condition"), show(pledge.condition))
    if pledge.condition != ALWAYS:
        _pair(console, "", words.condition(pledge.condition))
    console.print(Text.assemble(("  → ", "dim"), (words.fate(fate), style), (f". {words.say(f'about_{fate}')}", "")))
    for line in (*reasons(base, pledge, words), *details(base, pledge, words), order(base, pledge, words)):
        if line and line != words.say(f"about_{fate}"):
            _say(console, line, indent=4)
    if pledge.quote:
        _say(console, Text(quoted(pledge.quote, words.language), style="italic"))
    _pair(console, words.say("column_source"), _source(pledge, words))


def _say(console: Console, said: str | Text, *, indent: int = 2) -> None:
    console.print(Padding(said, (0, 0, 0, indent)))


def _pair(console: Console, title: str, said: str) -> None:
    _say(console, Text.assemble((f"{title}: " if title else "", "dim"), said))


def _head(console: Console, title: str) -> None:
    console.print()
    console.print(Rule(Text(title, style="bold"), align="left", characters="═", style="dim"))


def _show_coverage(console: Console, base: Assessment, words: Words) -> None:
    _head(console, words.say("head_coverage"))
    columns = (
        Column(words.say("column_requirement"), least=20, share=2),
        Column(words.say("column_state"), least=12, share=1),
        Column(words.say("column_stands"), least=18, share=2),
    )
    by_id = {each.requirement.id: each for each in base.coverage}
    groups = [
        Group(
            component.title.in_language(words.language),
            [_coverage_row(by_id[each.id], words) for each in component.requirements],
        )
        for component in base.package.components
    ]
    show_groups(console, columns, groups, whole=True)


def _coverage_row(each: Coverage, words: Words) -> Row:
    style = "dim" if not each.due else _STATES[each.alone_state]
    notes = [
        Text.assemble((f"{_FATES[fate][0]} ", _FATES[fate][1]), (f"{words.fate(fate)}: ", "dim"), who)
        for fate, who in phrases.parts(each, words)
    ]
    remarks = phrases.remarks(each, words)
    if remarks:
        notes.insert(0, Text(" ".join(remarks)))
    title = each.requirement.title.in_language(words.language)
    return Row((title, Text(words.state(each), style=style), phrases.stands_of_needed(each, words)), notes)


def _show_pledges(console: Console, base: Assessment, words: Words) -> None:
    _head(console, words.say("head_pledges"))
    by_fate: dict[Fate | Aside, list[Pledge]] = {fate: [] for fate in _FATES}
    for each in base.pledges:
        by_fate[base.fate(each)].append(each)
    for why, pledges in base.aside.items():
        by_fate[why].extend(pledges)
    columns = (
        Column(words.say("column_pledge"), least=18, share=2),
        Column(words.say("column_firmness"), least=10, share=1),
        Column(words.say("column_why"), least=24, share=4),
    )
    groups = []
    for fate, (sign, style) in _FATES.items():
        if by_fate[fate]:
            rows = [_pledge_row(each, base, words, style) for each in by_fate[fate]]
            groups.append(Group(f"{sign} {words.fate(fate)} ({len(rows)}): {words.say(f'about_{fate}')}", rows))
    show_groups(console, columns, groups)


def _show_rings(console: Console, base: Assessment, words: Words) -> None:
    if base.low.rings:
        _head(console, words.say("head_rings"))
    for number, ring in enumerate(base.low.rings, 1):
        who = "; ".join(words.pledge(base.pledges[place]) for place in ring)
        _say(console, words.say("ring_line", n=number, who=who))


def _pledge_row(pledge: Pledge, base: Assessment, words: Words, style: str) -> Row:
    fate = base.fate(pledge)
    why = "" if isinstance(fate, Aside) else " ".join((*reasons(base, pledge, words), *details(base, pledge, words)))
    amount = f", {words.quantity(pledge.quantity)}" if pledge.quantity else ""
    cells = (
        Text(f"{words.pledge(pledge)}{amount}", style="" if style == "dim" else style),
        words.firmness(pledge.firmness),
        why or ("" if pledge.condition == ALWAYS else words.condition(pledge.condition)),
    )
    return Row(cells, (Text(" · ".join(filter(None, (pledge.id, _source(pledge, words)))), style="dim"),))


def _source(pledge: Pledge, words: Words) -> str:
    parts = [pledge.said_on or "", "; ".join(pledge.sources), words.mark(pledge)]
    return " · ".join(part for part in parts if part)


def _show_unlocking(console: Console, report: Report, words: Words) -> None:
    _head(console, words.say("head_help"))
    base = report.base
    pairs = phrases.pairs_of_unlocking(report)
    for alone, together in pairs:
        console.print(Text(phrases.goal_title(alone, base, words), style="bold"))
        _show_sets(console, alone, words.say("help_alone") if together else "", base, words)
        if together:
            _show_sets(console, together, words.say("help_together"), base, words)
    if pairs and not any(together for _, together in pairs):
        _say(console, Text(words.say("help_same"), style="dim"))
    if report.levers:
        console.print()
        console.print(Text(words.say("lever_head"), style="bold"))
    for each in report.levers[:_LEVERS]:
        effect = phrases.lever_effect(each, words)
        _say(console, f"{phrases.lever_title(each, words)} → {effect}")


def _show_sets(console: Console, each: Unlocking, how: str, base: Assessment, words: Words) -> None:
    if how:
        _say(console, Text(how, style="dim"))
    if each.already:
        _say(console, words.say("help_already"), indent=4)
    elif not each.sets:
        _say(console, words.say("help_impossible"), indent=4)
    for helps in each.sets:
        _say(
            console,
            Text.assemble(("• ", "green"), phrases.set_words(helps, firm_under(base.scenario), words)),
            indent=4,
        )
    if not each.complete:
        _say(console, Text(f"… {words.say('help_more')}", style="dim"), indent=4)


def _show_keystones(console: Console, report: Report, words: Words) -> None:
    _head(console, words.say("head_keystones"))
    shown = phrases.keystones(report)
    if not report.keystones.pairs_tried:
        _say(console, Text(words.say("keystone_no_pairs"), style="dim"))
    if not shown:
        _say(console, words.say("keystone_none"))
    for each in shown[:_KEYSTONES]:
        _say(
            console,
            Text.assemble(
                (phrases.keystone_title(each, words), "bold"), f" → {phrases.keystone_effect(each, report.base, words)}"
            ),
        )


def _show_burdens(console: Console, report: Report, words: Words) -> None:
    _head(console, words.say("head_burden"))
    columns = (
        Column(words.say("column_actor"), least=14, share=2),
        Column(words.say("column_amount"), least=16, share=2),
        Column(words.say("column_share"), right=True),
        Column(words.say("column_economy"), least=20, share=3),
    )
    groups = [
        Group(
            phrases.burden_title(each, words),
            [Row(tuple(phrases.load_cells(load, each, words))) for load in each.loads],
        )
        for each in report.burdens.burdens
    ]
    if groups:
        show_groups(console, columns, groups)
    else:
        _say(console, words.say("burden_none"))
    silent = phrases.silent(report, words)
    if silent:
        console.print()
        _say(console, words.say("burden_silent", who=silent))


def _show_simulation(console: Console, simulation: Simulation, base: Assessment, words: Words) -> None:
    _head(console, words.say("head_simulation"))
    for line in phrases.simulation_lines(simulation, base, words):
        _say(console, line)
    columns = (
        Column(words.say("column_requirement"), least=20, share=2),
        Column(words.say("simulation_met"), right=True),
        Column("", least=_BAR),
        Column(words.say("simulation_middle"), least=16, share=1),
        Column(words.say("simulation_drivers"), least=16, share=2),
    )
    rows = [
        Row((
            each.requirement.title.in_language(words.language),
            words.share(each.met),
            Text("█" * round(each.met * _BAR), style="green"),
            phrases.middle(each, words),
            "; ".join(words.pledge(driver.pledge) for driver in each.drivers[:2]),
        ))
        for each in simulation.distributions
    ]  # fmt: skip
    show_groups(console, columns, [Group("", rows)])


def _show_comparison(console: Console, report: Report, words: Words) -> None:
    _head(console, words.say("head_comparison"))
    if report.other is None:
        return
    sides = [(words.say("compare_here"), report.base), (words.say("compare_there"), report.other)]
    for side, base in sides:
        pairs = phrases.assumptions(base, report.source, words)[:-1]
        said = "; ".join(f"{title}: {what}" for title, what in pairs)
        named = f"{base.scenario.title.in_language(words.language)}. " if base.scenario.title else ""
        _say(console, Text.assemble((f"{side}: ", "bold"), named, (said, "dim")))
        _say(console, words.verdict(base), indent=4)
    rows = [Row(each) for each in phrases.changes(report, words)]
    if not rows:
        _say(console, words.say("compare_same"))
        return
    columns = (Column("", least=24, share=2), *(Column(side, least=20, share=2) for side, _ in sides))
    show_groups(console, columns, [Group("", rows)])


def _show_notes(console: Console, base: Assessment, words: Words) -> None:
    if not base.package.notes:
        return
    _head(console, words.say("head_notes"))
    for line in _note_lines(base, words):
        _say(console, line)
    _say(console, Text(words.say("unverified_note"), style="dim"))


def _note_lines(base: Assessment, words: Words) -> Iterator[Text]:
    for each in base.package.notes:
        marks: Sequence[str] = () if each.backing.verified else (words.say("unverified"),)
        source = " · ".join((*((each.as_of,) if each.as_of else ()), *each.backing.sources, *marks))
        yield Text.assemble("• ", each.wording.in_language(words.language), (f" ({source})", "dim"))
