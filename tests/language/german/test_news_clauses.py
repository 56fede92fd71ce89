"""Clauses as news prose has them: conjoined conditions, contrasts, gapped numbers, futures of plurals, appositions."""

from __future__ import annotations

import pytest

from zusage.language.analysis import Analysis, Clause, ClauseKind, Link, Phrase, Role, Voice
from zusage.language.german import analyse


def say(analysis: Analysis, phrase: Phrase | None) -> str | None:
    return analysis.words(phrase.start, phrase.end) if phrase is not None else None


def find(analysis: Analysis, lemma: str) -> Clause:
    return next(clause for clause in analysis.clauses if clause.verb is not None and clause.verb.lemma == lemma)


def objects(analysis: Analysis, clause: Clause) -> list[str | None]:
    return [say(analysis, phrase) for phrase in clause.with_role(Role.OBJECT)]


@pytest.mark.parametrize(
    ("marker", "link"),
    [
        ("Wenn", Link.CONDITION),
        ("Falls", Link.CONDITION),
        ("Sofern", Link.CONDITION),
        ("Sobald", Link.TIME),
        ("Nachdem", Link.TIME),
        ("Weil", Link.CAUSE),
        ("Obwohl", Link.CONCESSION),
    ],
)
def test_conjoined_clauses_before_the_main_clause(marker: str, link: Link) -> None:
    analysis = analyse(f"{marker} die Waffen schweigen und der Landtag zustimmt, wird Norwegen Boote entsenden.")
    main, *others = analysis.clauses
    assert (main.link, say(analysis, main.subject), objects(analysis, main)) == (Link.ROOT, "Norwegen", ["Boote"])
    assert [(clause.link, clause.parent, say(analysis, clause.subject)) for clause in others] == [
        (link, 0, "die Waffen"),
        (link, 0, "der Landtag"),
    ]


def test_conjoined_clauses_of_a_past_time() -> None:
    analysis = analyse("Als die Gespräche begannen und die Minister ankamen, regnete es.")
    assert [clause.link for clause in analysis.clauses] == [Link.ROOT, Link.TIME, Link.TIME]


def test_three_conditions() -> None:
    analysis = analyse("Wenn die Waffen schweigen, der Landtag zustimmt und das Geld reicht, schickt Oslo Boote.")
    assert [clause.link for clause in analysis.clauses] == [Link.ROOT, *[Link.CONDITION] * 3]
    assert say(analysis, find(analysis, "schicken").subject) == "Oslo"
    assert say(analysis, find(analysis, "zustimmen").subject) == "der Landtag"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Die Ministerin sagte, dass der Landtag zustimmt und Norwegen Boote entsendet.", "Norwegen"),
        ("Es heißt, dass Norwegen Geld gibt und Boote entsendet.", "Norwegen"),
        ("Es heißt, dass Norwegen Geld gibt, aber keine Boote entsendet.", "Norwegen"),
    ],
)
def test_conjoined_complements(text: str, subject: str) -> None:
    analysis = analyse(text)
    clause = find(analysis, "entsenden")
    assert (clause.kind, clause.link, clause.marker) == (ClauseKind.SUBORDINATE, Link.COORDINATE, "dass")
    assert say(analysis, clause.subject) == subject
    assert clause.subject_shared is (subject not in text.partition(" gibt")[2] and "zustimmt" not in text)


@pytest.mark.parametrize(
    ("text", "subject", "goods"),
    [
        ("Island und Malta schicken Lehrer.", "Island und Malta", "Lehrer"),
        ("Elf Länder schicken Boote in den Norden.", "Elf Länder", "Boote"),
        ("Die Ministerin sagte, Island und Malta schicken Lehrer.", "Island und Malta", "Lehrer"),
    ],
)
def test_a_verb_that_could_be_an_adjective(text: str, subject: str, goods: str) -> None:
    analysis = analyse(text)
    clause = find(analysis, "schicken")
    assert (say(analysis, clause.subject), objects(analysis, clause)) == (subject, [goods])


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("Malta schickt Boote, aber keine Jets.", [("Boote", False), ("keine Jets", True)]),
        ("Malta schickt Boote, jedoch keine Jets.", [("Boote", False), ("keine Jets", True)]),
        ("Malta schickt Lehrer, keine Boote.", [("Lehrer", False), ("keine Boote", True)]),
        ("Malta schickt Boote, nicht aber Jets.", [("Boote", False), ("Jets", True)]),
        ("Malta schickt keine Boote, wohl aber Geld.", [("keine Boote", True), ("Geld", False)]),
        ("Malta schickt Boote, aber auch Geld.", [("Boote", False), ("Geld", False)]),
    ],
)
def test_contrasted_objects(text: str, members: list[tuple[str, bool]]) -> None:
    analysis = analyse(text)
    [phrase] = analysis.clauses[0].with_role(Role.OBJECT)
    assert [(say(analysis, member), member.negated) for member in phrase.members] == members
    assert not phrase.negated


def test_a_denied_conjunct_is_all_that_is_negated() -> None:
    analysis = analyse("Malta schickt Boote, nicht aber Jets.")
    scope = analysis.clauses[0].negation_scope
    assert scope is not None
    assert analysis.words(*scope) == "Jets"


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("Malta würde Boote entsenden, falls der Landtag zustimmt.", Voice.ACTIVE),
        ("Island und Malta würden Boote entsenden.", Voice.ACTIVE),
        ("Island und Malta werden Boote entsenden.", Voice.ACTIVE),
        ("Die Länder würden Truppen entsenden.", Voice.ACTIVE),
        ("Es heißt, dass Malta Boote entsenden würde.", Voice.ACTIVE),
        ("Die Boote würden entsandt.", Voice.PASSIVE),
    ],
)
def test_future_and_passive(text: str, voice: Voice) -> None:
    verb = find(analyse(text), "entsenden").verb
    assert verb is not None
    assert verb.voice is voice


@pytest.mark.parametrize(
    ("text", "gapped"),
    [
        (
            "Malta entsendet neun Lehrer, die Niederlande drei, Island einen.",
            [("die Niederlande", "drei"), ("Island", "einen")],
        ),
        ("Malta gibt 80 Millionen Euro, Island 20.", [("Island", "20")]),
        ("Malta schickt Lehrer und Island Boote.", [("Island", "Boote")]),
        ("Malta will Lehrer schicken und Island Boote.", [("Island", "Boote")]),
    ],
)
def test_gapped_clauses(text: str, gapped: list[tuple[str, str]]) -> None:
    analysis = analyse(text)
    found = analysis.clauses[1:]
    assert all((clause.kind, clause.link) == (ClauseKind.FRAGMENT, Link.COORDINATE) for clause in found)
    assert [(say(analysis, clause.subject), *objects(analysis, clause)) for clause in found] == gapped


def test_gapped_origins() -> None:
    analysis = analyse("Aus Malta kommen neun Boote, aus Island zwei, aus Zypern eins.")
    assert [
        (say(analysis, clause.with_role(Role.OBLIQUE)[0]), say(analysis, clause.subject)) for clause in analysis.clauses
    ] == [("Aus Malta", "neun Boote"), ("aus Island", "zwei"), ("aus Zypern", "eins")]


def test_a_name_after_a_conjunction_is_no_clause() -> None:
    analysis = analyse("Die Ministerin sprach mit Lehrern und Island Anfang Mai.")
    assert len(analysis.clauses) == 1


def test_ranges_and_shares() -> None:
    analysis = analyse("Malta will mit 300 bis 400 Booten antreten.")
    assert [say(analysis, phrase) for phrase in analysis.clauses[0].phrases] == ["Malta", "mit 300 bis 400 Booten"]
    analysis = analyse("Malta und Island schicken je ein Lazarett.")
    assert objects(analysis, analysis.clauses[0]) == ["ein Lazarett"]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (
            "Präsident Jan Holm, der Gastgeber des Treffens, äußerte Zweifel.",
            "Präsident Jan Holm, der Gastgeber des Treffens",
        ),
        ("Ministerin Holm (SPD) äußerte Zweifel.", "Ministerin Holm (SPD)"),
        ("Der Minister Jan Holm (54) äußerte Zweifel.", "Der Minister Jan Holm (54)"),
    ],
)
def test_a_described_name_is_one_subject(text: str, subject: str) -> None:
    analysis = analyse(text)
    clause = find(analysis, "äußern")
    assert (say(analysis, clause.subject), objects(analysis, clause)) == (subject, ["Zweifel"])


@pytest.mark.parametrize("text", ["der zu senden sagte", "weil er Boote zu senden gern und oft versprach"])
def test_an_infinitive_inside_its_clause_has_its_own_tokens(text: str) -> None:
    owned = [place for clause in analyse(text).clauses for run in clause.own for place in range(*run)]
    assert len(owned) == len(set(owned))


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Spanien, die Niederlande und Irland lehnten das ab.", "Spanien, die Niederlande und Irland"),
        ("Peru, der Iran sowie Chile haben Boote entsandt.", "Peru, der Iran sowie Chile"),
        ("Anna Lund, die Peru und Chile besuchte, fordert Boote.", "Anna Lund"),
    ],
)
def test_a_row_of_names_with_articles_is_one_subject(text: str, subject: str) -> None:
    analysis = analyse(text)
    assert say(analysis, analysis.clauses[0].subject) == subject


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Peru kündigte an, dem Tschad Boote zu geben.", "dem Tschad"),
        ("Peru versprach, dem Libanon nach der Explosion Boote zu schicken.", "dem Libanon"),
    ],
)
def test_an_article_before_a_name_opens_an_infinitive(text: str, whom: str) -> None:
    """Names rarely have an article: "dem Tschad" was taken for a relative pronoun and a name."""
    analysis = analyse(text)
    infinitive = analysis.clauses[1]
    assert (say(analysis, infinitive.subject), infinitive.kind) == ("Peru", ClauseKind.INFINITIVE)
    assert whom in [say(analysis, phrase) for phrase in infinitive.phrases]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Die Resolution fordert die Hisbollah auf, die Angriffe zu beenden.", "Die Resolution"),
        ("Die EU-Verordnung verpflichtet die Slowakei.", "Die EU-Verordnung"),
        ("Die Erklärung kritisierte die Slowakei.", "die Slowakei"),
    ],
)
def test_a_text_tells_somebody_what_to_do(text: str, subject: str) -> None:
    analysis = analyse(text)
    assert say(analysis, analysis.clauses[0].subject) == subject
