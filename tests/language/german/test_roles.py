"""Phrases and their roles: subject by case, agreement and place; objects; what hangs on what; coordination."""

from __future__ import annotations

import pytest

from zusage.language.analysis import Phrase, Role
from zusage.language.german import analyse


def roles(text: str) -> dict[str, str]:
    """Return the first clause's phrases by role, the last one of each role."""
    analysis = analyse(text)
    return {phrase.role.value: analysis.words(phrase.start, phrase.end) for phrase in analysis.clauses[0].phrases}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oslo liefert drei Boote.", {"subject": "Oslo", "object": "drei Boote"}),
        ("Den Plan lehnte der Minister ab.", {"subject": "der Minister", "object": "Den Plan"}),
        ("Die Boote liefert Norwegen.", {"subject": "Norwegen", "object": "Die Boote"}),
        ("Der Ministerin fehlt das Geld.", {"subject": "das Geld", "indirect": "Der Ministerin"}),
        ("Das letzte Wort hat der Landtag.", {"subject": "der Landtag", "object": "Das letzte Wort"}),
        (
            "Gestern stimmte der Rat der Lieferung zu.",
            {"subject": "der Rat", "indirect": "der Lieferung"},
        ),
        ("Der Rat der Stadt stimmte zu.", {"subject": "Der Rat der Stadt"}),
        (
            "Dann stimmte der Rat in Oslo einer Lieferung zu.",
            {"subject": "der Rat", "oblique": "in Oslo", "indirect": "einer Lieferung"},
        ),
        ("Oslo gab der Stadt ein Boot.", {"subject": "Oslo", "indirect": "der Stadt", "object": "ein Boot"}),
        (
            "Die EU-Kommission hat Peru zwei Boote zugesagt.",
            {"subject": "Die EU-Kommission", "indirect": "Peru", "object": "zwei Boote"},
        ),
        (
            "Die Bundesregierung hat Peru zwei Millionen Euro Soforthilfe zugesagt.",
            {"subject": "Die Bundesregierung", "indirect": "Peru", "object": "zwei Millionen Euro Soforthilfe"},
        ),
        ("Gastgeberin ist die Ministerin.", {"subject": "Gastgeberin", "predicate": "die Ministerin"}),
        ("Die Ministerin ist bereit.", {"subject": "Die Ministerin", "predicate": "bereit"}),
        ("Die Boote wurden von Norwegen geliefert.", {"subject": "Die Boote", "agent": "von Norwegen"}),
        ("Vergangene Woche kam die Ministerin.", {"subject": "die Ministerin", "adverbial": "Vergangene Woche"}),
        ("Am Montag sagte der Sprecher ab.", {"subject": "der Sprecher", "oblique": "Am Montag"}),
        ("Es fehlt Geld.", {"subject": "Geld", "object": "Es"}),
        (
            "Das Welternährungsprogramm will eine Million Menschen versorgen.",
            {"subject": "Das Welternährungsprogramm", "object": "eine Million Menschen"},
        ),
        ("Hier kann man Boote bauen.", {"subject": "man", "object": "Boote"}),
        (
            "Der Plan bedarf der Zustimmung des Landtags.",
            {"subject": "Der Plan", "object": "der Zustimmung des Landtags"},
        ),
    ],
)
def test_roles(text: str, expected: dict[str, str]) -> None:
    assert roles(text) == expected


def first_subject(text: str) -> tuple[Phrase, list[str]]:
    analysis = analyse(text)
    phrase = analysis.clauses[0].subject
    assert phrase is not None
    return phrase, [analysis.words(part.start, part.end) for part in phrase.dependents]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Beim Treffen der Innenminister in Lima blockierte Chile die Erklärung.", "Chile"),
        ("Nach der Konferenz sagte der Innenminister das zu.", "der Innenminister"),
        (
            "Die Verteidigungsminister Perus und der Mongolei unterschrieben das.",
            "Die Verteidigungsminister Perus und der Mongolei",
        ),
        ("Die Außenminister der Türkei und des Iran kamen.", "Die Außenminister der Türkei und des Iran"),
    ],
)
def test_whose_meeting_and_whose_ministers(text: str, subject: str) -> None:
    analysis = analyse(text)
    phrase = analysis.clauses[0].subject
    assert phrase is not None
    assert analysis.words(phrase.start, phrase.end) == subject


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Die Zusage der Regierung gilt.", {"genitive": "der Regierung"}),
        ("Norwegens Ministerin kam.", {"genitive": "Norwegens"}),
        ("Die Minister Russlands, Malis und der Ukraine kamen.", {"genitive": "der Ukraine"}),
        ("Ministerin Anna Berger kam.", {"apposition": "Anna Berger"}),
        ("Der Einsatz von Soldaten beginnt.", {"attribute": "von Soldaten"}),
        ("Die von Oslo zugesagten Boote fehlen.", {"other": "von Oslo"}),
        ("Anna Berger, die Ministerin, kam.", {"apposition": "die Ministerin"}),
        ("Die Ausbildung ukrainischer Soldaten beginnt.", {"genitive": "ukrainischer Soldaten"}),
    ],
)
def test_what_hangs_on_a_subject(text: str, parts: dict[str, str]) -> None:
    phrase, words = first_subject(text)
    assert dict(zip([part.role.value for part in phrase.dependents], words, strict=True)) == parts


def test_a_coordination_has_members() -> None:
    analysis = analyse("Schweden, Norwegen und Dänemark liefern Boote in den Süden und Westen.")
    subject = analysis.clauses[0].subject
    assert subject is not None
    assert [analysis.tokens[member.head].text for member in subject.each()] == ["Schweden", "Norwegen", "Dänemark"]
    (oblique,) = analysis.clauses[0].with_role(Role.OBLIQUE)
    assert oblique.prep == "in"
    assert len(oblique.members) == 2


def test_extended_attributes_and_names_are_one_phrase() -> None:
    analysis = analyse("Der norwegische Verteidigungsminister Jon Berger (AP) sagte rund 500 Millionen Euro zu.")
    clause = analysis.clauses[0]
    assert clause.subject is not None
    assert analysis.words(clause.subject.start, clause.subject.end).startswith(
        "Der norwegische Verteidigungsminister Jon Berger"
    )
    (given,) = clause.with_role(Role.OBJECT)
    assert analysis.words(given.start, given.end) == "rund 500 Millionen Euro"
    assert analysis.tokens[given.head].text == "Euro"


def test_case_of_a_phrase() -> None:
    analysis = analyse("Dem Minister half das nicht.")
    (indirect,) = analysis.clauses[0].with_role(Role.INDIRECT)
    assert indirect.case == frozenset({"dat"})
