"""What the grammar may ask about an analysed report: meanings of verbs, content, paragraphs, furniture."""

from __future__ import annotations

import pytest

from zusage.dossier import load_shipped
from zusage.model.quote import Span
from zusage.model.report import Furniture, Report
from zusage.reading.context import Context
from zusage.reading.report import prepare


def _context(text: str, language: str, furniture: tuple[Furniture, ...] = ()) -> Context:
    report = Report(text=text, language=language, published_on="2025-09-04", furniture=furniture)
    return prepare(report, load_shipped("ukraine-guarantees"))


@pytest.mark.parametrize(
    ("language", "text", "sense"),
    [
        ("de", "Polen stellt Jets in Aussicht.", "commit signalled"),
        ("de", "Polen stellt Jets.", "give None"),
        ("de", "Polen erklärte sich bereit, zu helfen.", "commit signalled"),
        ("de", "Polen erklärte den Plan.", "say None"),
        ("de", "Polen unterstützt den Vorschlag.", "position supports"),
        ("de", "Polen unterstützt die Mission.", "give None"),
        ("de", "Polen lässt die Frage offen.", "commit considering"),
        ("de", "Polen schläft.", "None"),
        ("en", "Poland raised doubts.", "position doubts"),
        ("en", "Poland raised its share.", "give None"),
        ("en", "Poland took charge of logistics.", "give None"),
        ("en", "Poland put money on the table.", "commit pledged"),
        ("en", "Poland supports the proposal.", "position supports"),
        ("en", "Poland supports the mission.", "give None"),
        ("en", "Poland sleeps.", "None"),
    ],
)
def test_first_sense_whose_needs_are_met_wins(language: str, text: str, sense: str) -> None:
    found = _context(text, language).sense(0)
    assert (f"{found.kind} {found.value}" if found is not None else "None") == sense


@pytest.mark.parametrize(
    ("language", "text", "content"),
    [
        ("de", "Polen verpflichtet sich zur Lieferung von Munition.", ["zur Lieferung von Munition"]),
        ("de", "Eine Fregatte wird von Polen bereitgestellt.", ["Eine Fregatte"]),
        ("en", "Poland agreed to the deployment.", ["to the deployment"]),
        ("en", "A frigate will be provided by Poland.", ["A frigate"]),
        ("en", "Poland took charge of logistics.", ["of logistics"]),
    ],
)
def test_content_of_a_verb(language: str, text: str, content: list[str]) -> None:
    context = _context(text, language)
    sense = context.sense(0)
    assert sense is not None
    assert [context.words(phrase) for phrase in context.content_phrases(0, sense)] == content


def test_paragraphs_are_parted_by_empty_lines() -> None:
    context = _context("Eins ist da. Zwei ist da.\n\nDrei ist da.\nVier ist da.\n\n\nFünf ist da.", "de")
    assert context.paragraph_of == (0, 0, 1, 1, 2)


def test_clauses_in_furniture_are_hidden() -> None:
    text = "Polen schickt Ausbilder.\n\nUngarn liefert Panzer."
    span = Span(text.index("Ungarn"), len(text))
    context = _context(text, "de", (Furniture(span, "test"),))
    assert [context.is_hidden(clause) for clause in context.clauses] == [False, True]


def test_children_mirror_parents() -> None:
    context = _context("Polen sagte, es werde helfen, wenn der Winter komme, und zog ab.", "de")
    pairs = {(child, parent) for parent, children in enumerate(context.children) for child in children}
    assert pairs == {(i, c.parent) for i, c in enumerate(context.clauses) if c.parent is not None}
    assert all(context.clauses[context.root(i)].parent is None for i in range(len(context.clauses)))
