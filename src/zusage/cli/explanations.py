"""An explanation on a console: the sentence in bold, a block for each clause, under it what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from zusage.cli.output import make_console
from zusage.cli.readings import show_head
from zusage.cli.words import FIRMNESS_STYLES, STANCE_STYLES, Labels, quoted
from zusage.model.values import Firmness, Stance
from zusage.reading.certainty import CERTAINTY
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
    show_head(console, explanation.reading.report, labels.language)
    for sentence in explanation.sentences:
        console.print()
        words = Text.assemble((f"{sentence.number + 1}  ", "dim"), (" ".join(sentence.words.split()), "bold"))
        console.print(words)
        for clause in sentence.clauses:
            _show_clause(console, clause, labels, alone=len(sentence.clauses) == 1)
    if not explanation.sentences:
        console.print(Text(f"  {labels.say('no_sentence')}", style="dim"))


def _show_clause(console: Console, clause: ExplainedClause, labels: Labels, *, alone: bool) -> None:
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(width=_LABEL, no_wrap=True)
    table.add_column()
    for label, words in _lines(clause, labels, alone=alone):
        table.add_row(Text(label, style="dim"), words)
    console.print(Padding(table, (0, 0, 0, _INDENT + _INDENT * min(clause.depth, 6))))


def _lines(clause: ExplainedClause, labels: Labels, *, alone: bool) -> Iterator[Line]:
    say = labels.say
    yield say("clause", n=clause.number), _head(clause, labels, alone=alone)
    if clause.verb is not None:
        yield say("verb"), _verb(clause.verb, labels)
    if clause.subject is not None:
        shared = say("shared") if clause.subject_shared else ""
        yield say("subject"), Text.assemble(_part(clause.subject, labels), (shared, "dim"))
    for part in clause.phrases:
        yield labels.grammar(part.role), _part(part, labels)
    if clause.said is not None:
        who = ", ".join(map(labels.speaker, clause.said.speakers)) or say("unnamed")
        voice = labels.grammar(clause.said.voice)
        yield say("said_by_label"), Text.assemble((who, "bold"), f" ({voice})", (f"  {clause.said.rule}", "dim"))
    if clause.sense is not None:
        yield say("sense"), _sense(clause, labels)
    if clause.ladder.rules:
        yield say("operators"), _ladder(clause, labels)
    for found in clause.found:
        yield from _found(found, labels)
    if clause.silent:
        yield "  ○", Text(labels.told(clause.silent), style="dim")
    for weighed in clause.weighed:
        yield from _weighed(weighed, labels)


def _head(clause: ExplainedClause, labels: Labels, *, alone: bool) -> Text:
    hangs = f", {labels.grammar(clause.link)}"
    hangs += labels.say("hangs_of", n=clause.parent) if clause.parent is not None else ""
    marker = labels.say("with_marker", marker=clause.marker) if clause.marker else ""
    question = labels.say("a_question") if clause.question else ""
    head = Text(f"{labels.grammar(clause.kind)}{hangs}{marker}{question}", style="cyan")
    if not alone:
        head.append(f"  {' '.join(clause.words.split())}", style="italic")
    return head


def _verb(verb: Verb, labels: Labels) -> Text:
    forms = [
        labels.grammar(each) for each in (verb.tense, verb.mood, *([verb.voice] if verb.voice != "active" else []))
    ]
    forms.append(labels.say("modal", words=" ".join(verb.modals)) if verb.modals else "")
    forms.append(labels.say("reflexive") if verb.reflexive else "")
    words = Text.assemble((verb.lemma, "bold"), (f"  {' '.join(form for form in forms if form)}", "dim"))
    if verb.negation:
        words.append(labels.say("negated", word=verb.negation), style="red")
    return words


def _part(part: Part, labels: Labels) -> Text:
    words = Text(" ".join(part.words.split()))
    if part.actors:
        words.append(f"  = {_actors(part.actors, labels)}", style="green")
    return words


def _actors(actors: Iterable[str], labels: Labels) -> str:
    return ", ".join(labels.speaker(actor) for actor in actors)


def _sense(clause: ExplainedClause, labels: Labels) -> Text:
    sense = clause.sense
    assert sense is not None  # noqa: S101 - the caller looked
    parts = [
        labels.values(sense.value or ""),
        labels.say("sense_measure", measure=labels.values(sense.measure)) if sense.measure else "",
        labels.say("sense_content", parts=", ".join(sense.content)) if sense.content else "",
        labels.say("sense_needs", needs=" + ".join(map(labels.told, sense.needs))) if sense.needs else "",
    ]
    return Text.assemble((sense.kind, "bold"), ("  " + "; ".join(part for part in parts if part), "dim"))


def _ladder(clause: ExplainedClause, labels: Labels) -> Text:
    ladder = clause.ladder
    over = labels.say("over_clauses", numbers=", ".join(map(str, ladder.clauses))) if ladder.clauses else ""
    words = Text(f"{labels.values(ladder.firmness) if ladder.firmness else labels.say('no_firmness')}{over}")
    words.append(f"  {'; '.join(ladder.rules)}" if ladder.rules else "", style="dim")
    if ladder.blocked:
        words.append(labels.say("blocked", what=ladder.blocked), style="red")
    return words


def _found(found: Found, labels: Labels) -> Iterator[Line]:
    sure = labels.say("found_sure", n=f"{found.certainty:.2f}") if found.certainty is not None else ""
    conditions = " + ".join(labels.code("condition", each) for each in found.conditions)
    conditions = labels.say("found_if", conditions=conditions) if conditions else ""
    who = f"{labels.speaker(found.actor)} " if found.actor else ""
    words = Text.assemble(
        (f"{labels.say(f'kind_{found.kind}')}  ", "dim"),
        (who, "bold"),
        (labels.values(found.what), _style(found.what)),
        conditions,
        (sure, "dim"),
    )
    if found.rule:
        words.append(f"  {found.rule}", style="dim")
    if found.left_out:
        words.append(labels.say("left_out", why=labels.told(found.left_out)), style="yellow")
    yield ("  ○" if found.left_out else "  ●"), words
    for step in found.trace:
        by_default = "" if step.field == CERTAINTY else labels.say("by_default_brackets")
        shown = f" {quoted(step.quote.exact, labels.language)}" if step.quote else by_default
        yield "", Text(f"  {step.field}: {step.rule}{shown}", style="dim")


def _weighed(pair: Weighed, labels: Labels) -> Iterator[Line]:
    words = Text.assemble(
        (f"{labels.speaker(pair.actor)} ", "bold"),
        (
            labels.say(
                "weighed_pair", who=pair.actor_words, content=pair.content, contributes=f"{pair.contributes:.0%}"
            ),
            "dim",
        ),
        (f"{pair.fits:.0%} {labels.values(pair.measure)}", "dim"),
        (f"  {labels.told(pair.outcome)}", "dim"),
    )
    yield f"  {labels.say('weighed')}", words
    for label, reasons in (("for_it", pair.reasons_for), ("against_it", pair.reasons_against)):
        if reasons:
            yield "", Text(f"  {labels.say(label)}: {'; '.join(reasons)}", style="dim")


def _style(what: str) -> str:
    for word in what.split():
        if word in set(Firmness):
            return FIRMNESS_STYLES[Firmness(word)]
        if word in set(Stance):
            return STANCE_STYLES[Stance(word)]
    return ""
