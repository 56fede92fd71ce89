"""A report on a package as one self-contained HTML page: nothing is fetched, no script runs, it prints and it is accessible.

It explains itself: what was assumed, what the words mean, and how it was worked out. Uses the phrases and charts beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from importlib import resources

from zusage import __version__
from zusage.assess.assessment import Aside
from zusage.assess.coverage import Coverage, State
from zusage.assess.formula import ALWAYS
from zusage.assess.pledge import Pledge
from zusage.assess.resolve import Fate
from zusage.assess.simulation import Distribution
from zusage.assess.unlocking import Unlocking, firm_under
from zusage.publish.assessment import phrases
from zusage.publish.assessment.drawings import bar_of, burden_bar, ring_drawing
from zusage.publish.assessment.reasons import details, reasons
from zusage.publish.assessment.report import Report
from zusage.publish.assessment.words import Words
from zusage.publish.svg import KINDS, PATTERNS, STYLE, histogram, sample

_LEVERS = 8
_KEYSTONES = 14
_DRAWN = 14
"""The largest ring that is drawn; of a larger one the names are clearer."""
_SECTIONS = (
    "coverage",
    "pledges",
    "rings",
    "help",
    "keystones",
    "burden",
    "simulation",
    "comparison",
    "notes",
    "method",
)

Html = str
"""Text that is markup already; everything else goes through `escape`."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report: its name, its heading as text, and its markup."""

    name: str
    title: str
    body: Html


def write_top(report: Report, language: str) -> Html:
    """Write what stands above the sections: what was asked, what was assumed, the answer in a sentence."""
    return "".join(_Writer(report, report.words(language)).top())


def write_reading(report: Report, language: str) -> Html:
    """Write how the answer is to be read."""
    return "".join(_Writer(report, report.words(language)).reading())


def write_sections(report: Report, language: str) -> tuple[Section, ...]:
    """Write the sections that are not empty, to be put into a page; their charts need `PATTERNS` once on it."""
    words = report.words(language)
    writer = _Writer(report, words)
    made = (Section(name, words.say(f"head_{name}"), "".join(getattr(writer, name)())) for name in _SECTIONS)
    return tuple(each for each in made if each.body)


def write_page(report: Report, language: str) -> Html:
    """Write the page."""
    words = report.words(language)
    sections = write_sections(report, language)
    title = escape(report.base.package.title.in_language(language))
    links = "".join(f'<a href="#{each.name}">{escape(each.title)}</a>' for each in sections)
    body = "".join(f'<section id="{each.name}"><h2>{escape(each.title)}</h2>{each.body}</section>' for each in sections)
    style = (resources.files("zusage.publish.assessment") / "page.css").read_text("utf-8")
    return (
        f'<!DOCTYPE html>\n<html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f'<meta name="color-scheme" content="light dark"><title>{title}</title><style>{style}{STYLE}</style></head><body>'
        f'<svg width="0" height="0" style="position:absolute" aria-hidden="true">{PATTERNS}</svg>'
        f"<header><h1>{title}</h1>{write_top(report, language)}{write_reading(report, language)}"
        f'<nav aria-label="{escape(words.say("contents"))}">{links}</nav></header><main>{body}</main>'
        f"<footer><p>{escape(words.say('written_by', version=__version__))}</p></footer></body></html>\n"
    )


class _Writer:
    """Writes the sections of one report in one language; an empty section is left out."""

    def __init__(self, report: Report, words: Words) -> None:
        self.report = report
        self.base = report.base
        self.words = words

    def say(self, key: str, **values: object) -> Html:
        """A text, escaped."""
        return escape(self.words.say(key, **values))

    def top(self) -> Iterator[Html]:
        """What was asked, what was assumed, and the answer in a sentence."""
        base, words = self.base, self.words
        if base.package.description:
            yield f'<p class="lead">{escape(base.package.description.in_language(words.language))}</p>'
        if base.scenario.title:
            yield f"<p><strong>{escape(base.scenario.title.in_language(words.language))}</strong></p>"
        pairs = phrases.assumptions(base, self.report.source, words)
        yield _facts(pairs)
        sort = "stands" if base.stands else "together" if base.stands_together else ""
        yield f'<p class="verdict {sort}">{escape(words.verdict(base))}<small>{escape(words.counts(base))}</small></p>'

    def reading(self) -> Iterator[Html]:
        """How the answer is to be read."""
        for number in range(1, 5):
            yield f'<p class="lead">{self.say(f"reading_{number}")}</p>'

    def coverage(self) -> Iterator[Html]:
        """Requirements by component, with a bar for each."""
        yield self._legend()
        by_id = {each.requirement.id: each for each in self.base.coverage}
        titles = [self.say("column_requirement"), self.say("column_state"), self.say("column_stands"), ""]
        head = _head_row(titles, (1, 2, 3, 4))
        for component in self.base.package.components:
            rows = "".join(self._coverage_row(by_id[each.id]) for each in component.requirements)
            caption = escape(component.title.in_language(self.words.language))
            yield f"<table><caption>{caption}</caption>{head}<tbody>{rows}</tbody></table>"

    def pledges(self) -> Iterator[Html]:
        """What becomes of each pledge, by fate."""
        by_fate: dict[Fate | Aside, list[Pledge]] = {fate: [] for fate in (*Fate, *Aside)}
        for each in self.base.pledges:
            by_fate[self.base.fate(each)].append(each)
        for why, aside in self.base.aside.items():
            by_fate[why].extend(aside)
        for fate, found in by_fate.items():
            if found:
                yield self._fate_table(fate, found)
        yield f'<p class="muted">{self.say("unverified_note")}</p>'

    def rings(self) -> Iterator[Html]:
        """Who waits for whom, drawn."""
        for number, ring in enumerate(self.base.low.rings, 1):
            who = "; ".join(self.words.pledge(self.base.pledges[place]) for place in ring)
            yield f"<p>{self.say('ring_line', n=number, who=who)}</p>"
            if len(ring) <= _DRAWN:
                yield f'<div class="ring">{ring_drawing(self.base, ring, number, self.words)}</div>'

    def help(self) -> Iterator[Html]:
        """What would help, by requirement and for the package; and the strongest single levers."""
        pairs = phrases.pairs_of_unlocking(self.report)
        for alone, together in pairs:
            yield f"<h3>{escape(phrases.goal_title(alone, self.base, self.words))}</h3>"
            if together:
                yield f'<p class="muted">{self.say("help_alone")}</p>'
            yield from self._sets(alone)
            if together:
                yield f'<p class="muted">{self.say("help_together")}</p>'
                yield from self._sets(together)
        if pairs and not any(together for _, together in pairs):
            yield f'<p class="muted">{self.say("help_same")}</p>'
        if self.report.levers:
            rows = "".join(
                f"<tr><td>{escape(phrases.lever_title(each, self.words))}</td>"
                f"<td>{escape(phrases.lever_effect(each, self.words))}</td></tr>"
                for each in self.report.levers[:_LEVERS]
            )
            yield f"<table><caption>{self.say('lever_head')}</caption><tbody>{rows}</tbody></table>"

    def keystones(self) -> Iterator[Html]:
        """On whom it hangs."""
        shown = phrases.keystones(self.report)
        if not self.report.keystones.pairs_tried:
            yield f'<p class="muted">{self.say("keystone_no_pairs")}</p>'
        if not shown:
            yield f"<p>{self.say('keystone_none')}</p>"
            return
        rows = "".join(
            f"<tr><td><strong>{escape(phrases.keystone_title(each, self.words))}</strong></td>"
            f"<td>{escape(phrases.keystone_effect(each, self.base, self.words))}</td></tr>"
            for each in shown[:_KEYSTONES]
        )
        yield f"<table><tbody>{rows}</tbody></table>"

    def burden(self) -> Iterator[Html]:
        """Who carries how much."""
        titles = ("column_actor", "column_amount", "column_share", "column_economy")
        head = _head_row([*(self.say(each) for each in titles), ""], (5, 1, 2, 4, 1))
        for each in self.report.burdens.burdens:
            most = max((load.high or load.low for load in each.loads), default=0)
            rows = []
            for load in each.loads:
                cells = phrases.load_cells(load, each, self.words)
                inside = "".join(
                    f'<td data-label="{self.say(title)}">{escape(cell)}</td>'
                    for title, cell in zip(titles, cells, strict=True)
                )
                rows.append(f'<tr>{inside}<td class="bar">{burden_bar(load, most)}</td></tr>')
            yield (
                f"<table><caption>{escape(phrases.burden_title(each, self.words))}</caption>{head}"
                f"<tbody>{''.join(rows)}</tbody></table>"
            )
        if not self.report.burdens.burdens:
            yield f"<p>{self.say('burden_none')}</p>"
        silent = phrases.silent(self.report, self.words)
        if silent:
            yield f"<p>{self.say('burden_silent', who=silent)}</p>"

    def simulation(self) -> Iterator[Html]:
        """What the draws come to, if any were asked for."""
        if self.report.simulation is None:
            return
        for line in phrases.simulation_lines(self.report.simulation, self.base, self.words):
            yield f"<p>{escape(line)}</p>"
        titles = (
            "column_requirement",
            "simulation_met",
            "simulation_middle",
            "simulation_drivers",
            "chart_distribution",
        )
        rows = "".join(self._distribution_row(n, each) for n, each in enumerate(self.report.simulation.distributions))
        yield f"<table>{_head_row([self.say(each) for each in titles])}<tbody>{rows}</tbody></table>"

    def comparison(self) -> Iterator[Html]:
        """Two assessments side by side, if asked for."""
        if self.report.other is None:
            return
        sides = (("compare_here", self.base), ("compare_there", self.report.other))
        for side, base in sides:
            pairs = phrases.assumptions(base, self.report.source, self.words)
            title = base.scenario.title
            named = f": {escape(title.in_language(self.words.language))}" if title else ""
            yield f"<h3>{self.say(side)}{named}</h3>"
            yield f"<p>{escape(self.words.verdict(base))}</p>{_facts(pairs)}"
        found = list(phrases.changes(self.report, self.words))
        if not found:
            yield f"<p>{self.say('compare_same')}</p>"
            return
        labels = ("", self.say("compare_here"), self.say("compare_there"))
        rows = "".join(
            "<tr>"
            + "".join(
                f'<td data-label="{label}">{escape(cell)}</td>' if label else f"<td>{escape(cell)}</td>"
                for label, cell in zip(labels, row, strict=True)
            )
            + "</tr>"
            for row in found
        )
        yield f"<table>{_head_row(labels)}<tbody>{rows}</tbody></table>"

    def notes(self) -> Iterator[Html]:
        """The package's assumptions and figures, each with its source."""
        items = []
        for each in self.base.package.notes:
            mark = "" if each.backing.verified else f' <span class="mark">{self.say("unverified")}</span>'
            source = escape(" · ".join((*((each.as_of,) if each.as_of else ()), *each.backing.sources)))
            wording = escape(each.wording.in_language(self.words.language))
            items.append(f'<li>{wording} <span class="muted">{source}</span>{mark}</li>')
        if items:
            yield f"<ul>{''.join(items)}</ul>"

    def method(self) -> Iterator[Html]:
        """How it was worked out."""
        yield f"<p>{self.say('method_1')}</p><p>{self.say('method_2')}</p>"

    def _legend(self) -> Html:
        items = []
        for place, kind in enumerate(KINDS):
            drawn = sample(place)
            label = f"<strong>{self.say(f'fate_{kind}')}</strong>: {self.say(f'about_{kind}')}"
            items.append(f'<li><svg viewBox="0 0 26 16" aria-hidden="true">{drawn}</svg>{label}</li>')
        need = f'<svg viewBox="0 0 26 16" aria-hidden="true">{sample(len(KINDS))}</svg>'
        return f'<ul class="legend">{"".join(items)}<li>{need}{self.say("needs_legend")}</li></ul>'

    def _coverage_row(self, each: Coverage) -> Html:
        words = self.words
        title = escape(each.requirement.title.in_language(words.language))
        who = "".join(
            f'<p class="who"><b class="{_ink(fate)}">{escape(words.fate(fate))}</b>: {escape(names)}</p>'
            for fate, names in phrases.parts(each, words)
        )
        said = escape(" ".join(phrases.remarks(each, words)))
        backing = each.requirement.backing
        source = (
            ""
            if backing is None
            else f'<p class="muted">{escape("; ".join(backing.sources))} {self._mark(verified=backing.verified)}</p>'
        )
        state = "dormant" if not each.due else "waits-ink" if _only_together(each) else str(each.alone_state)
        return (
            f'<tr><td><strong>{title}</strong>{source}</td><td><span class="badge {state}">{escape(words.state(each))}</span></td>'
            f"<td>{escape(phrases.stands_of_needed(each, words))}{f'<p class=muted>{said}</p>' if said else ''}{who}</td>"
            f'<td class="bar">{bar_of(each, words)}</td></tr>'
        )

    def _fate_table(self, fate: Fate | Aside, pledges: Iterable[Pledge]) -> Html:
        keys = ("column_pledge", "column_firmness", "column_condition", "column_why", "column_source")
        rows = "".join(self._pledge_row(each, fate, keys) for each in pledges)
        head = _head_row([self.say(key) for key in keys], (6, 7, 8, 9, 10))
        caption = f'<span class="{_ink(fate)}">{self.say(f"fate_{fate}")}</span>: {self.say(f"about_{fate}")}'
        return f"<table><caption>{caption}</caption>{head}<tbody>{rows}</tbody></table>"

    def _pledge_row(self, pledge: Pledge, fate: Fate | Aside, keys: tuple[str, ...]) -> Html:
        words = self.words
        amount = f", {escape(words.quantity(pledge.quantity))}" if pledge.quantity else ""
        why = (
            ""
            if isinstance(fate, Aside)
            else " ".join((*reasons(self.base, pledge, words), *details(self.base, pledge, words)))
        )
        said = _QUOTED[words.language].format(escape(" ".join(pledge.quote.split()))) if pledge.quote else ""
        quote = f"<blockquote>{said}</blockquote>" if said else ""
        source = escape(" · ".join(part for part in (pledge.said_on or "", "; ".join(pledge.sources)) if part))
        mark = words.mark(pledge)
        cells = (
            f'<strong>{escape(words.pledge(pledge))}</strong>{amount}<br><span class="muted">{escape(pledge.id)}</span>',
            escape(words.firmness(pledge.firmness)),
            "" if pledge.condition == ALWAYS else escape(words.condition(pledge.condition)),
            escape(why),
            f'{quote}<span class="muted">{source}</span>{f" <span class=mark>{escape(mark)}</span>" if mark else ""}',
        )
        labels = ("", *(self.say(key) for key in keys[1:]))
        inside = "".join(
            f'<td data-label="{label}">{cell}</td>' if label and cell else f"<td>{cell}</td>"
            for label, cell in zip(labels, cells, strict=True)
        )
        return f"<tr>{inside}</tr>"

    def _sets(self, each: Unlocking) -> Iterator[Html]:
        if each.already:
            yield f"<p>{self.say('help_already')}</p>"
        elif not each.sets:
            yield f"<p>{self.say('help_impossible')}</p>"
        else:
            plus = '<span class="plus">+</span>'
            then = firm_under(self.base.scenario)
            items = (plus.join(escape(self.words.help(one, then)) for one in helps) for helps in each.sets)
            yield f'<ul class="sets">{"".join(f"<li>{item}</li>" for item in items)}</ul>'
        if not each.complete:
            yield f'<p class="muted">… {self.say("help_more")}</p>'

    def _distribution_row(self, number: int, each: Distribution) -> Html:
        title = each.requirement.title.in_language(self.words.language)
        needed = (each.requirement.amount or each.requirement.contributors) / (each.top or 1)
        drivers = "; ".join(self.words.pledge(driver.pledge) for driver in each.drivers[:3])
        share, middle = self.words.share(each.met), phrases.middle(each, self.words)
        about = f"{title}: {self.words.say('simulation_met')} {share}; {self.words.say('simulation_middle')} {middle}."
        drawn = histogram(f"draws-{number}", title, about, each.counts, needed)
        labels = (self.say("simulation_met"), self.say("simulation_middle"), self.say("simulation_drivers"))
        return (
            f'<tr><td><strong>{escape(title)}</strong></td><td data-label="{labels[0]}">{share}</td>'
            f'<td data-label="{labels[1]}">{escape(middle)}</td><td data-label="{labels[2]}">{escape(drivers)}</td>'
            f'<td class="bar">{drawn}</td></tr>'
        )

    def _mark(self, *, verified: bool) -> Html:
        return "" if verified else f'<span class="mark">{self.say("unverified")}</span>'


def _only_together(each: Coverage) -> bool:
    return each.alone_state is not State.MET and each.together_state is State.MET


def _ink(fate: Fate | Aside) -> str:
    return f"{fate}-ink" if fate in {*Fate, Aside.SOFT} else "aside-ink"


def _facts(pairs: Iterable[tuple[str, str]]) -> Html:
    return (
        f'<dl class="facts">{"".join(f"<dt>{escape(title)}</dt><dd>{escape(said)}</dd>" for title, said in pairs)}</dl>'
    )


_QUOTED = {"de": "„{}“", "en": "“{}”"}


def _head_row(titles: Sequence[Html], widths: Sequence[int] = ()) -> Html:
    """A row of column heads; ``widths`` are numbers of classes in the style sheet."""
    classes = [f' class="w{width}"' for width in widths] or [""] * len(titles)
    cells = (
        f'<th scope="col"{sort}>{title}</th>' if title else f"<td{sort}></td>"
        for title, sort in zip(titles, classes, strict=True)
    )
    return f"<thead><tr>{''.join(cells)}</tr></thead>"
