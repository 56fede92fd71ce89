"""Clauses by topological fields: kinds, links, nesting, sharing, verb groups."""

from __future__ import annotations

import pytest

from zusage.language.analysis import Analysis, Clause, Mood, Role, Tense, Voice
from zusage.language.german import analyse


def outline(analysis: Analysis) -> list[str]:
    """Return each clause as "kind/link lemma", in the order of their first words."""
    ordered = sorted(analysis.clauses, key=lambda clause: clause.start)
    return [
        f"{clause.kind.value}/{clause.link.value} {clause.verb.lemma if clause.verb else '-'}" for clause in ordered
    ]


def find(analysis: Analysis, lemma: str) -> Clause:
    return next(clause for clause in analysis.clauses if clause.verb is not None and clause.verb.lemma == lemma)


def subject(analysis: Analysis, lemma: str) -> str | None:
    phrase = find(analysis, lemma).subject
    return analysis.words(phrase.start, phrase.end) if phrase else None


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("Oslo liefert drei Boote.", ["main/root liefern"]),
        ("Oslo liefert Boote, Riga dagegen nicht.", ["main/root liefern", "fragment/other -"]),
        ("Oslo sagt drei Boote zu.", ["main/root zusagen"]),
        ("Die Ministerin sagte, dass Oslo Boote liefert.", ["main/root sagen", "subordinate/complement liefern"]),
        ("Die Ministerin sagte, Oslo werde Boote liefern.", ["main/root sagen", "main/complement liefern"]),
        ("Oslo werde Boote liefern, sagte die Ministerin.", ["main/root liefern", "main/parenthesis sagen"]),
        ("Oslo liefere Boote, teilte die Ministerin mit.", ["main/root liefern", "main/parenthesis mitteilen"]),
        ("„Wir liefern Boote“, sagte die Ministerin.", ["main/root liefern", "main/parenthesis sagen"]),
        ("Die Ministerin sagte: „Wir liefern Boote.“", ["main/root sagen", "main/complement liefern"]),
        (
            "Oslo liefert Boote, wie die Ministerin mitteilte.",
            ["main/root liefern", "subordinate/parenthesis mitteilen"],
        ),
        ("Oslo liefert Boote, so die Ministerin.", ["main/root liefern", "fragment/parenthesis -"]),
        ("Wenn die Waffen schweigen, liefert Oslo Boote.", ["subordinate/condition schweigen", "main/root liefern"]),
        ("Bräche die Front ein, so käme Oslo zu Hilfe.", ["subordinate/condition einbrechen", "main/root kommen"]),
        ("Oslo liefert, sobald der Vertrag gilt.", ["main/root liefern", "subordinate/time gelten"]),
        ("Oslo zögert, weil das Geld fehlt.", ["main/root zögern", "subordinate/cause fehlen"]),
        ("Oslo fragt, ob Bergen zahlt.", ["main/root fragen", "subordinate/question zahlen"]),
        ("Offen blieb, was Oslo plant.", ["main/root bleiben", "subordinate/question planen"]),
        ("Die Boote, die Oslo liefert, sind alt.", ["main/root sein", "relative/relative liefern"]),
        ("Oslo verspricht, Boote zu liefern.", ["main/root versprechen", "infinitive/complement liefern"]),
        ("Oslo verspricht Boote zu liefern.", ["main/root versprechen", "infinitive/complement liefern"]),
        ("Oslo zahlt, um Zeit zu gewinnen.", ["main/root zahlen", "infinitive/purpose gewinnen"]),
        ("Oslo liefert Boote und zahlt die Ausbildung.", ["main/root liefern", "main/coordinate zahlen"]),
        ("Oslo will Boote liefern und Soldaten ausbilden.", ["main/root liefern", "main/coordinate ausbilden"]),
        ("Oslo sagte Boote zu, zog das Angebot aber zurück.", ["main/root zusagen", "main/coordinate zurückziehen"]),
        ("Schweden liefert Jets, Norwegen Geld.", ["main/root liefern", "fragment/coordinate liefern"]),
        ("Soldaten aus Norwegen?", ["fragment/root -"]),
    ],
)
def test_outline(text: str, clauses: list[str]) -> None:
    assert outline(analyse(text)) == clauses


@pytest.mark.parametrize(
    ("text", "lemma", "tense", "mood", "voice"),
    [
        ("Oslo liefert Boote.", "liefern", Tense.PRESENT, Mood.INDICATIVE, Voice.ACTIVE),
        ("Oslo lieferte Boote.", "liefern", Tense.PAST, Mood.INDICATIVE, Voice.ACTIVE),
        ("Oslo hat Boote geliefert.", "liefern", Tense.PERFECT, Mood.INDICATIVE, Voice.ACTIVE),
        ("Die Minister haben in Oslo beraten.", "beraten", Tense.PERFECT, Mood.INDICATIVE, Voice.ACTIVE),
        ("Peru hat Boote erhalten.", "erhalten", Tense.PERFECT, Mood.INDICATIVE, Voice.ACTIVE),
        ("In Oslo wurde über die Lage beraten.", "beraten", Tense.PAST, Mood.INDICATIVE, Voice.PASSIVE),
        ("Oslo hatte Boote geliefert.", "liefern", Tense.PLUPERFECT, Mood.INDICATIVE, Voice.ACTIVE),
        ("Oslo wird Boote liefern.", "liefern", Tense.FUTURE, Mood.INDICATIVE, Voice.ACTIVE),
        ("Oslo werde Boote liefern.", "liefern", Tense.FUTURE, Mood.REPORTED, Voice.ACTIVE),
        ("Oslo würde Boote liefern.", "liefern", Tense.PRESENT, Mood.HYPOTHETICAL, Voice.ACTIVE),
        ("Die Boote wurden geliefert.", "liefern", Tense.PAST, Mood.INDICATIVE, Voice.PASSIVE),
        ("Die Boote sind geliefert worden.", "liefern", Tense.PERFECT, Mood.INDICATIVE, Voice.PASSIVE),
        ("Die Boote sollen geliefert werden.", "liefern", Tense.PRESENT, Mood.INDICATIVE, Voice.PASSIVE),
        ("Das Geld ist bewilligt.", "bewilligen", Tense.PRESENT, Mood.INDICATIVE, Voice.STATIVE),
        ("Die Ministerin ist angereist.", "anreisen", Tense.PERFECT, Mood.INDICATIVE, Voice.ACTIVE),
        ("Die Ministerin komme morgen.", "kommen", Tense.PRESENT, Mood.REPORTED, Voice.ACTIVE),
    ],
)
def test_verb_groups(text: str, lemma: str, tense: Tense, mood: Mood, voice: Voice) -> None:
    verb = find(analyse(text), lemma).verb
    assert verb is not None
    assert (verb.tense, verb.mood, verb.voice) == (tense, mood, voice)


def test_modals_and_particle() -> None:
    analysis = analyse("Oslo will die Boote nicht hergeben. Bergen lehnte den Plan am Montag ab. Wir verpflichten uns.")
    assert find(analysis, "hergeben").verb.modals == ("wollen",)  # type: ignore[union-attr]
    refused = find(analysis, "ablehnen").verb
    assert refused is not None
    assert refused.particle is not None
    assert analysis.tokens[refused.particle].text == "ab"
    assert find(analysis, "verpflichten").verb.reflexive  # type: ignore[union-attr]


def test_second_subjunctive_in_reported_speech() -> None:
    reported = analyse("Die Staaten hätten sich verpflichtet, sagte die Ministerin.")
    assert find(reported, "verpflichten").verb.mood is Mood.REPORTED  # type: ignore[union-attr]
    goes_on = analyse("Oslo sei bereit, sagte die Ministerin. Die Nachbarn hätten schon gezahlt.")
    assert find(goes_on, "zahlen").verb.mood is Mood.REPORTED  # type: ignore[union-attr]
    wish = analyse("Die Nachbarn hätten gern gezahlt.")
    assert find(wish, "zahlen").verb.mood is Mood.HYPOTHETICAL  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "lemma", "expected"),
    [
        ("Die Staaten verpflichteten sich, Boote zu senden.", "senden", "Die Staaten"),
        ("Oslo forderte die Nachbarn auf, Boote zu senden.", "senden", "die Nachbarn"),
        ("Oslo ist bereit, Boote zu senden.", "senden", "Oslo"),
        ("Die Zusage Norwegens, Boote zu senden, gilt.", "senden", "Norwegens"),
        ("Die Nachbarn wurden aufgefordert, Boote zu senden.", "senden", "Die Nachbarn"),
        ("Es ist wichtig, Boote zu senden.", "senden", None),
        ("Oslo liefert Boote und zahlt die Ausbildung.", "zahlen", "Oslo"),
        ("Auch Oslo will keine Boote liefern, dafür aber den Nachschub organisieren.", "organisieren", "Oslo"),
        ("Oslo lobte den Entwurf, mahnte aber mehr Eile an.", "anmahnen", "Oslo"),
        ("Oslo lobte den Entwurf, beklagte sich jedoch über die Fristen.", "beklagen", "Oslo"),
    ],
)
def test_control(text: str, lemma: str, expected: str | None) -> None:
    analysis = analyse(text)
    assert subject(analysis, lemma) == expected
    assert find(analysis, lemma).subject_shared is (expected is not None)


def test_participles_before_names_are_no_verbs() -> None:
    analysis = analyse("Oslo hat dem von Krisen erschütterten Libanon Geld zugesagt.")
    assert [c.verb.lemma for c in analysis.clauses if c.verb is not None] == ["zusagen"]
    assert find(analysis, "zusagen").with_role(Role.INDIRECT)[0].end == 7


def test_bodies_act() -> None:
    assert subject(analyse("Die Weltbank sagte Peru 40 Millionen Dollar zu."), "zusagen") == "Die Weltbank"


@pytest.mark.parametrize(
    ("text", "lemma", "anchor"),
    [
        ("Die Zusage, Boote zu liefern, gilt.", "liefern", "Zusage"),
        ("Die Boote, die Oslo liefert, sind alt.", "liefern", "Boote"),
        ("Ministerin Anna Berger, die Oslo vertritt, kam.", "vertreten", "Ministerin"),
        ("Geholfen wurde der Bank, die günstige Darlehen vergeben will.", "vergeben", "Bank"),
        ("Oslo dankte der Schweiz, die großzügige Kredite gewährt hatte.", "gewähren", "Schweiz"),
        ("Oslo ist bereit, Boote zu liefern.", "liefern", "bereit"),
        ("Oslo verspricht, Boote zu liefern.", "liefern", "verspricht"),
    ],
)
def test_anchors(text: str, lemma: str, anchor: str) -> None:
    analysis = analyse(text)
    place = find(analysis, lemma).anchor
    assert place is not None
    assert analysis.tokens[place].text == anchor


@pytest.mark.parametrize(
    ("text", "word", "scope"),
    [
        ("Oslo liefert nicht.", "nicht", "Oslo liefert nicht"),
        ("Oslo liefert keine Boote.", "keine", "Oslo liefert keine Boote"),
        ("Oslo schickt nicht Soldaten, sondern Geld.", "nicht", "Soldaten"),
        ("Oslo liefert niemals Boote.", "niemals", "Oslo liefert niemals Boote"),
        ("Oslo liefert nicht nur Boote.", None, None),
        ("Oslo liefert Boote.", None, None),
    ],
)
def test_negation(text: str, word: str | None, scope: str | None) -> None:
    analysis = analyse(text)
    clause = analysis.clauses[0]
    assert (analysis.tokens[clause.negation].text if clause.negation is not None else None) == word
    assert (analysis.words(*clause.negation_scope) if clause.negation_scope else None) == scope


def test_gapped_clause_has_its_own_phrases() -> None:
    analysis = analyse("Schweden liefert Jets, Norwegen Geld.")
    gapped = analysis.clauses[1]
    assert subject(analysis, "liefern") == "Schweden"
    assert gapped.subject is not None
    assert analysis.tokens[gapped.subject.head].text == "Norwegen"
    assert [analysis.words(phrase.start, phrase.end) for phrase in gapped.phrases if phrase.role.value == "object"] == [
        "Geld"
    ]


def test_children_are_the_clauses_that_hang_on_a_clause() -> None:
    analysis = analyse("Oslo werde Boote liefern, wenn die Waffen schweigen, sagte die Ministerin.")
    assert analysis.clauses[0].parent is None
    assert sorted(clause.link.value for clause in (analysis.clauses[number] for number in analysis.children[0])) == [
        "condition",
        "parenthesis",
    ]


def test_quoted_sentence() -> None:
    analysis = analyse("„Wir liefern Boote. Und wir zahlen.“ Mehr sagte sie nicht.")
    assert [sentence.quoted for sentence in analysis.sentences] == [True, True, False]
