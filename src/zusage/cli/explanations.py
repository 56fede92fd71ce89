"""An explanation on a console: the sentence in bold, a block for each clause, under it what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from zusage.cli.output import make_console
from zusage.cli.readings import show_head
from zusage.cli.words import FIRMNESS_STYLES, STANCE_STYLES, Labels
from zusage.model.values import Firmness, Stance
from zusage.workflow.explain import ExplainedClause, Explanation, Part, Verb
from zusage.workflow.outcomes import Found
from zusage.workflow.weighing import Weighed

_LABEL = 9
_INDENT = 2

Line = tuple[str, Text]
"""A label and what stands beside it."""


def show_explanation(explanation: Explanation, labels: Labels) -> None:
    """Print a report's head and its sentences with all that was seen in them."""
    console = make_console()
    show_head(console, explanation.reading.report)
    for sentence in explanation.sentences:
        console.print()
        words = Text.assemble((f"{sentence.number + 1}  ", "dim"), (" ".join(sentence.words.split()), "bold"))
        console.print(words)
        for clause in sentence.clauses:
            _show_clause(console, clause, labels, alone=len(sentence.clauses) == 1)
    if not explanation.sentences:
        console.print(Text("  No sentence.", style="dim"))


def _show_clause(console: Console, clause: ExplainedClause, labels: Labels, *, alone: bool) -> None:
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(width=_LABEL, no_wrap=True)
    table.add_column()
    for label, words in _lines(clause, labels, alone=alone):
        table.add_row(Text(label, style="dim"), words)
    console.print(Padding(table, (0, 0, 0, _INDENT + _INDENT * min(clause.depth, 6))))


def _lines(clause: ExplainedClause, labels: Labels, *, alone: bool) -> Iterator[Line]:
    yield f"clause {clause.number}", _head(clause, alone=alone)
    if clause.verb is not None:
        yield "verb", _verb(clause.verb)
    if clause.subject is not None:
        shared = " (shared or inferred)" if clause.subject_shared else ""
        yield "subject", Text.assemble(_part(clause.subject, labels), (shared, "dim"))
    for part in clause.phrases:
        yield part.role, _part(part, labels)
    if clause.said is not None:
        who = ", ".join(map(labels.speaker, clause.said.speakers)) or "somebody unnamed"
        yield "said by", Text.assemble((who, "bold"), f" ({clause.said.voice})", (f"  {clause.said.rule}", "dim"))
    if clause.sense is not None:
        yield "sense", _sense(clause)
    if clause.ladder.rules:
        yield "operators", _ladder(clause)
    for found in clause.found:
        yield from _found(found, labels)
    if clause.silent:
        yield "  ○", Text(clause.silent, style="dim")
    for weighed in clause.weighed:
        yield from _weighed(weighed, labels)


def _head(clause: ExplainedClause, *, alone: bool) -> Text:
    hangs = f", {clause.link}" + (f" of {clause.parent}" if clause.parent is not None else "")
    marker = f" with “{clause.marker}”" if clause.marker else ""
    question = ", a question" if clause.question else ""
    head = Text(f"{clause.kind}{hangs}{marker}{question}", style="cyan")
    if not alone:
        head.append(f"  {' '.join(clause.words.split())}", style="italic")
    return head


def _verb(verb: Verb) -> Text:
    forms = [verb.tense, verb.mood, verb.voice if verb.voice != "active" else ""]
    forms += [f"modal {' '.join(verb.modals)}" if verb.modals else "", "reflexive" if verb.reflexive else ""]
    words = Text.assemble((verb.lemma, "bold"), (f"  {' '.join(form for form in forms if form)}", "dim"))
    if verb.negation:
        words.append(f"  negated by “{verb.negation}”", style="red")
    return words


def _part(part: Part, labels: Labels) -> Text:
    words = Text(" ".join(part.words.split()))
    if part.actors:
        words.append(f"  = {_actors(part.actors, labels)}", style="green")
    return words


def _actors(actors: Iterable[str], labels: Labels) -> str:
    return ", ".join(labels.speaker(actor) for actor in actors)


def _sense(clause: ExplainedClause) -> Text:
    sense = clause.sense
    assert sense is not None  # noqa: S101 - the caller looked
    parts = [
        sense.value or "",
        f"measure {sense.measure}" if sense.measure else "",
        f"about its {', '.join(sense.content)}" if sense.content else "",
        f"because of {' + '.join(sense.needs)}" if sense.needs else "",
    ]
    return Text.assemble((sense.kind, "bold"), ("  " + "; ".join(part for part in parts if part), "dim"))


def _ladder(clause: ExplainedClause) -> Text:
    ladder = clause.ladder
    over = f" over clauses {', '.join(map(str, ladder.clauses))}" if ladder.clauses else ""
    words = Text(f"{ladder.firmness or 'none'}{over}")
    words.append(f"  {'; '.join(ladder.rules)}" if ladder.rules else "", style="dim")
    if ladder.blocked:
        words.append(f"  blocked: {ladder.blocked}", style="red")
    return words


def _found(found: Found, labels: Labels) -> Iterator[Line]:
    sure = f"  certainty {found.certainty:.2f}" if found.certainty is not None else ""
    conditions = f" if {' + '.join(found.conditions)}" if found.conditions else ""
    who = f"{labels.speaker(found.actor)} " if found.actor else ""
    words = Text.assemble(
        (f"{found.kind}  ", "dim"), (who, "bold"), (found.what, _style(found.what)), conditions, (sure, "dim")
    )
    if found.rule:
        words.append(f"  {found.rule}", style="dim")
    if found.left_out:
        words.append(f"  left out: {found.left_out}", style="yellow")
    yield ("  ○" if found.left_out else "  ●"), words
    for step in found.trace:
        shown = f" “{' '.join(step.quote.exact.split())}”" if step.quote else " (default)"
        yield "", Text(f"  {step.field}: {step.rule}{shown}", style="dim")


def _weighed(pair: Weighed, labels: Labels) -> Iterator[Line]:
    words = Text.assemble(
        (f"{labels.speaker(pair.actor)} ", "bold"),
        (f"“{pair.actor_words}” with “{pair.content}”  {pair.contributes:.0%} a contribution, ", "dim"),
        (f"{pair.fits:.0%} {pair.measure}", "dim"),
        (f"  {pair.outcome}", "dim"),
    )
    yield "  weighed", words
    for label, reasons in (("for", pair.reasons_for), ("against", pair.reasons_against)):
        if reasons:
            yield "", Text(f"  {label}: {'; '.join(reasons)}", style="dim")


def _style(what: str) -> str:
    for word in what.split():
        if word in set(Firmness):
            return FIRMNESS_STYLES[Firmness(word)]
        if word in set(Stance):
            return STANCE_STYLES[Stance(word)]
    return ""
