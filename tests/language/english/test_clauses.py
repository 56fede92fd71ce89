"""Clauses of English sentences: each rule with its example."""

from __future__ import annotations

import pytest

from zusage.language.analysis import (
    Analysis,
    Clause,
    ClauseKind,
    Link,
    Mood,
    Phrase,
    Role,
    Voice,
    find_subject_pairs,
)
from zusage.language.english import analyse


def clause_of(analysis: Analysis, lemma: str) -> Clause:
    """Return the first clause with a verb."""
    return next(clause for clause in analysis.clauses if clause.verb and clause.verb.lemma == lemma)


def words(analysis: Analysis, phrase: Phrase | None) -> str | None:
    return analysis.words(phrase.start, phrase.end) if phrase else None


@pytest.mark.parametrize(
    ("text", "lemma", "forms"),
    [
        ("Oslo sends ships.", "send", "present"),
        ("Oslo sent ships.", "send", "past"),
        ("Oslo has sent ships.", "send", "perfect"),
        ("Oslo had sent ships.", "send", "pluperfect"),
        ("Oslo will send ships.", "send", "future"),
        ("Oslo is going to send ships.", "send", "future"),
        ("Oslo would send ships.", "send", "present | hypothetical | would"),
        ("Oslo may send ships.", "send", "present | may"),
        ("The ships were sent by Oslo.", "send", "past | passive"),
        ("The ships will be sent to Riga.", "send", "future | passive"),
        ("The ministers are to meet in Riga.", "meet", "present | be to"),
        ("Oslo has ruled out the idea.", "rule out", "perfect"),
        ("Oslo put forward a plan.", "put forward", "past"),
        ("Oslo is ready.", "be", "present"),
        ("Send the ships.", "send", "present | imperative"),
    ],
)
def test_verb(text: str, lemma: str, forms: str) -> None:
    verb = clause_of(analyse(text), lemma).verb
    assert verb is not None
    mood = [verb.mood] if verb.mood is not Mood.INDICATIVE else []
    voice = [verb.voice] if verb.voice is not Voice.ACTIVE else []
    assert " | ".join([verb.tense, *mood, *voice, *verb.modals]) == forms


@pytest.mark.parametrize(
    ("text", "marker", "link"),
    [
        ("Oslo will pay if Riga pays.", "if", Link.CONDITION),
        ("Oslo will pay unless Riga pays.", "unless", Link.CONDITION),
        ("Oslo will pay provided that Riga pays.", "provided that", Link.CONDITION),
        ("Oslo will pay as long as Riga pays.", "as long as", Link.CONDITION),
        ("Oslo will pay once Riga pays.", "once", Link.TIME),
        ("Oslo will pay as soon as Riga pays.", "as soon as", Link.TIME),
        ("Oslo will wait until Riga pays.", "until", Link.TIME),
        ("Oslo will pay even if Riga refuses.", "even if", Link.CONCESSION),
        ("Although Riga refuses, Oslo will pay.", "although", Link.CONCESSION),
        ("Oslo will pay because Riga pays.", "because", Link.CAUSE),
        ("Oslo will pay so that Riga can act.", "so that", Link.PURPOSE),
        ("Oslo did not say whether Riga would pay.", "whether", Link.QUESTION),
        ("The envoy said that Riga would pay.", "that", Link.COMPLEMENT),
    ],
)
def test_marker(text: str, marker: str, link: Link) -> None:
    analysis = analyse(text)
    clause = next(clause for clause in analysis.clauses if clause.marker is not None)
    assert (clause.marker, clause.link, clause.kind) == (marker, link, ClauseKind.SUBORDINATE)


@pytest.mark.parametrize(
    "text",
    [
        "Oslo will send ships, the envoy said.",
        '"Oslo will send ships," the envoy said.',
        '"Oslo will send ships," said the envoy.',
        "Oslo, the envoy said, will send ships.",
        "As the envoy said, Oslo will send ships.",
    ],
)
def test_speech_after_and_inside_is_a_parenthesis(text: str) -> None:
    analysis = analyse(text)
    content, speech = clause_of(analysis, "send"), clause_of(analysis, "say")
    assert content.link is Link.ROOT
    assert words(analysis, content.subject) == "Oslo"
    assert (speech.link, speech.parent) == (Link.PARENTHESIS, 0)
    assert words(analysis, speech.subject) == "the envoy"


def test_speech_before_has_a_complement() -> None:
    analysis = analyse("The envoy said Oslo would send ships.")
    content = clause_of(analysis, "send")
    assert content.link is Link.COMPLEMENT
    assert content.verb is not None
    assert (content.verb.mood, content.verb.modals) == (Mood.INDICATIVE, ("would",))


def test_a_participle_after_the_speaker_is_his() -> None:
    analysis = analyse('"We will pay," said the envoy, adding that Riga would send ships.')
    adding = clause_of(analysis, "add")
    assert adding.kind is ClauseKind.PARTICIPLE
    assert words(analysis, adding.subject) == "the envoy"
    assert adding.subject_shared


def test_a_speaker_before_a_colon() -> None:
    analysis = analyse("Chancellor: 26 countries have signed up.")
    main = analysis.clauses[0]
    assert main.verb is not None
    assert (main.verb.lemma, words(analysis, main.subject)) == ("sign up", "26 countries")
    speaker = analysis.clauses[1]
    assert (speaker.kind, speaker.link, words(analysis, speaker.subject)) == (
        ClauseKind.FRAGMENT,
        Link.PARENTHESIS,
        "Chancellor",
    )


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Oslo promised to send ships.", "Oslo"),
        ("Oslo asked Riga to send ships.", "Riga"),
        ("Oslo called on Riga to send ships.", "Riga"),
        ("Riga was asked to send ships.", "Riga"),
        ("Oslo is ready to send ships.", "Oslo"),
        ("Oslo has no plans to send ships.", "Oslo"),
        ("Riga's promise to send ships still stands.", "Riga"),
    ],
)
def test_control(text: str, subject: str) -> None:
    analysis = analyse(text)
    clause = clause_of(analysis, "send")
    assert clause.kind is ClauseKind.INFINITIVE
    assert clause.link is Link.COMPLEMENT
    assert words(analysis, clause.subject) == subject
    assert clause.subject_shared


def test_coordinated_verbs_share_their_subject() -> None:
    analysis = analyse("Oslo sent ships and ruled out a deployment.")
    second = clause_of(analysis, "rule out")
    assert (second.link, second.subject_shared, words(analysis, second.subject)) == (Link.COORDINATE, True, "Oslo")


@pytest.mark.parametrize(
    ("text", "word", "scope"),
    [
        ("Oslo will not send ships.", "not", "Oslo will not send ships"),
        ("Oslo won't send ships.", "n't", "Oslo won't send ships"),
        ("Oslo never sent ships.", "never", "Oslo never sent ships"),
        ("Oslo will no longer send ships.", "no", "Oslo will no longer send ships"),
        ("Oslo will send no ships.", "no", "Oslo will send no ships"),
        ("No country has sent ships.", "No", "No country has sent ships"),
        ("Nobody has sent ships.", "Nobody", "Nobody has sent ships"),
        ("Oslo sent money, not ships.", "not", "not ships"),
        ("Oslo sent ships.", None, None),
        ("Oslo will not only send ships.", None, None),
    ],
)
def test_negation(text: str, word: str | None, scope: str | None) -> None:
    analysis = analyse(text)
    clause = clause_of(analysis, "send")
    assert (None if clause.negation is None else analysis.tokens[clause.negation].text) == word
    assert (analysis.words(*clause.negation_scope) if clause.negation_scope else None) == scope


def test_members_of_a_coordination() -> None:
    analysis = analyse("Norway, Sweden and Denmark will send ships and money.")
    clause = analysis.clauses[0]
    assert clause.subject is not None
    assert [words(analysis, member) for member in clause.subject.each()] == ["Norway", "Sweden", "Denmark"]
    (ships,) = clause.with_role(Role.OBJECT)
    assert [words(analysis, member) for member in ships.each()] == ["ships", "money"]


def test_what_hangs_on_nouns() -> None:
    analysis = analyse("The pledge by Ottawa and Riga's offer were welcomed.")
    subject = analysis.clauses[0].subject
    assert subject is not None
    roles = [(part.role, words(analysis, part)) for part in subject.walk()]
    assert (Role.ATTRIBUTE, "by Ottawa") in roles
    assert (Role.GENITIVE, "Riga") in roles


def test_limits_are_no_particles() -> None:
    analysis = analyse("Riga will contribute up to 200 soldiers.")
    clause = clause_of(analysis, "contribute")
    assert [words(analysis, phrase) for phrase in clause.with_role(Role.OBJECT)] == ["up to 200 soldiers"]


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Riga and Oslo also committed over €522 million.", "commit", "over €522 million"),
        ("Riga also pledged around 20 million euros.", "pledge", "around 20 million euros"),
        ("Riga handed over 20 tanks.", "hand over", "20 tanks"),
    ],
)
def test_words_before_a_number_are_its_own(text: str, verb: str, expected: str) -> None:
    analysis = analyse(text)
    clause = clause_of(analysis, verb)
    assert [words(analysis, phrase) for phrase in clause.with_role(Role.OBJECT)] == [expected]


def test_relative_clause() -> None:
    analysis = analyse("The minister, who chairs the group, will send ships.")
    relative = clause_of(analysis, "chair")
    assert (relative.kind, relative.link, relative.parent) == (ClauseKind.RELATIVE, Link.RELATIVE, 0)
    assert relative.anchor is not None
    assert analysis.tokens[relative.anchor].text == "minister"
    assert [analysis.words(*run) for run in analysis.clauses[0].own] == ["The minister", "will send ships"]


def test_gapping_takes_the_verb_over() -> None:
    analysis = analyse("Oslo sent 200 soldiers, Riga 30 trucks.")
    gap = analysis.clauses[1]
    assert (gap.kind, gap.link, words(analysis, gap.subject)) == (ClauseKind.FRAGMENT, Link.COORDINATE, "Riga")
    assert gap.verb == analysis.clauses[0].verb
    assert [words(analysis, phrase) for phrase in gap.with_role(Role.OBJECT)] == ["30 trucks"]


def test_gapping_after_semicolons() -> None:
    analysis = analyse("Oslo sends jets; Riga, trucks and crews.")
    gap = analysis.clauses[1]
    assert (gap.link, words(analysis, gap.subject)) == (Link.COORDINATE, "Riga")
    assert [words(analysis, phrase) for phrase in gap.with_role(Role.OBJECT)] == ["trucks and crews"]


def test_verb_first_condition() -> None:
    analysis = analyse("Should the truce fail, Oslo would withdraw.")
    condition = clause_of(analysis, "fail")
    assert (condition.kind, condition.link, condition.parent) == (ClauseKind.SUBORDINATE, Link.CONDITION, 0)


def test_question_and_fragment() -> None:
    analysis = analyse("Will Oslo pay? Soldiers? None so far.")
    assert [clause.question for clause in analysis.clauses] == [True, True, False]
    assert [clause.kind for clause in analysis.clauses[1:]] == [ClauseKind.FRAGMENT] * 2


def test_pairs_are_those_of_universal_dependencies() -> None:
    analysis = analyse("Oslo is ready, but the ships were not sent.")
    pairs = [
        (analysis.tokens[verb].text, analysis.tokens[subject].text) for verb, subject in find_subject_pairs(analysis)
    ]
    assert pairs == [("ready", "Oslo"), ("sent", "ships")]


def test_quoted_sentences() -> None:
    analysis = analyse('"We will pay. We will send ships." That was in May.')
    assert [sentence.quoted for sentence in analysis.sentences] == [True, True, False]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Riga has so far given 20 million euros.", "give"),
        ("Riga had to date sent 300 soldiers.", "send"),
        ("The army will later this year deploy five helicopters.", "deploy"),
        ("Riga has to send soldiers.", "have"),
    ],
)
def test_words_of_time_part_no_verb(text: str, verb: str) -> None:
    clause = clause_of(analyse(text), verb)

    assert clause.subject is not None
