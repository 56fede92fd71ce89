"""Turns of news prose that parsers err on: each class with sentences of its own."""

from __future__ import annotations

import pytest

from zusage.language.analysis import Analysis, Clause, ClauseKind, Link, Phrase, Role, Tense, Voice
from zusage.language.english import analyse


def clause_of(analysis: Analysis, lemma: str) -> Clause:
    """Return the first clause with a verb of its own."""
    return next(c for c in analysis.clauses if c.verb and c.verb.lemma == lemma and c.kind is not ClauseKind.FRAGMENT)


def words(analysis: Analysis, phrase: Phrase | None) -> str | None:
    return analysis.words(phrase.start, phrase.end) if phrase else None


@pytest.mark.parametrize(
    ("text", "lemma", "subject"),
    [
        ("Slovenia, he said, would match the effort.", "match", "Slovenia"),
        ("Latvia, the premier told a colleague, had offered a company.", "offer", "Latvia"),
        ("The Maldives, by contrast, will lend a boat.", "lend", "The Maldives"),
        ("Hungary, however, ruled out a deployment.", "rule out", "Hungary"),
        ("Peru, which the committee has asked for soldiers, made no commitment.", "make", "Peru"),
        ("Ghana, which will continue to lead the force, reaffirmed its offer.", "reaffirm", "Ghana"),
        ("The plan, which cabinet has approved, consists of three parts.", "consist", "The plan"),
        ("Its promise to pay, which had been in a draft, survives as a proposal.", "survive", "Its promise"),
        ("Jean Ortega, who heads the council, addressed the assembly.", "address", "Jean Ortega"),
        ("Moscow and Beijing, however, voiced doubts about the plan.", "voice", "Moscow and Beijing"),
    ],
)
def test_a_subject_before_an_aside(text: str, lemma: str, subject: str) -> None:
    analysis = analyse(text)
    clause = clause_of(analysis, lemma)
    assert (clause.link, words(analysis, clause.subject)) == (Link.ROOT, subject)


@pytest.mark.parametrize(
    ("text", "lemma", "subject"),
    [
        ("On March 6 in Vienna Sweden and Spain signed a pact.", "sign", "Sweden and Spain"),
        ("The envoy reminded that on March 6 Oslo and Madrid signed a pact.", "sign", "Oslo and Madrid"),
        ("On Monday officers from 20 countries will meet in Doha.", "meet", "officers from 20 countries"),
        ("In New York South Africa promised money.", "promise", "South Africa"),
    ],
)
def test_a_subject_after_dates_and_places(text: str, lemma: str, subject: str) -> None:
    analysis = analyse(text)
    assert words(analysis, clause_of(analysis, lemma).subject) == subject


@pytest.mark.parametrize(
    ("text", "lemma", "subject"),
    [
        ("Donors meeting in Lima on Friday pledged tents.", "pledge", "Donors"),
        ("EU leaders meeting in Riga promised 40 million euros.", "promise", "EU leaders"),
        ("Foreign ministers meeting in Accra on Thursday said Ghana would send nurses.", "say", "Foreign ministers"),
        ("The Kenyan soldiers are due to land in Goma on Sunday.", "land", "The Kenyan soldiers"),
        ("Ghana, where lawmakers have to agree, plans to send nurses.", "plan", "Ghana"),
        ("Peru will give 40 tents, Chile's offer is 60 million.", "be", "Chile's offer"),
    ],
)
def test_a_subject_that_went_to_another_verb(text: str, lemma: str, subject: str) -> None:
    analysis = analyse(text)
    assert words(analysis, clause_of(analysis, lemma).subject) == subject


def test_what_is_due_to_a_thing_has_no_verb() -> None:
    analysis = analyse("The delays are due to the rain in Goma.")
    assert [c.verb.lemma for c in analysis.clauses if c.verb] == ["be"]


def test_a_clause_after_a_colon_has_its_own_subject() -> None:
    analysis = analyse("Several states have shown caution: Spain, Chile and Peru refused to send soldiers, she noted.")
    refusal = clause_of(analysis, "refuse")
    assert words(analysis, refusal.subject) == "Spain, Chile and Peru"
    assert words(analysis, clause_of(analysis, "show").subject) == "Several states"


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "The Maldives is sending two, Oman one, and Qatar as many as ten.",
            [("Oman", "one"), ("Qatar", "as many as ten")],
        ),
        ("Latvia offered a company, and Lithuania up to 150 soldiers.", [("Lithuania", "up to 150 soldiers")]),
        ("Ghana gave 1,500 soldiers, Kenya and Chad 500 each.", [("Kenya and Chad", "500 each")]),
        ("Airbus will deliver 20 aircraft, Embraer 30.", [("Embraer", "30")]),
    ],
)
def test_gaps_with_numbers(text: str, pairs: list[tuple[str, str]]) -> None:
    analysis = analyse(text)
    gaps = [c for c in analysis.clauses if c.kind is ClauseKind.FRAGMENT and c.link is Link.COORDINATE]
    found = [(words(analysis, gap.subject), words(analysis, gap.with_role(Role.OBJECT)[0])) for gap in gaps]
    assert found == pairs
    assert all(gap.verb == analysis.clauses[0].verb for gap in gaps)


@pytest.mark.parametrize(
    "text",
    ["By share of capital: Sweden 22.4 billion, Peru 16.8, Chile 14.7.", "Sweden 22.4 billion, Peru 16.8, Chile 14.7."],
)
def test_lists_of_amounts_without_a_verb(text: str) -> None:
    analysis = analyse(text)
    found = [
        (words(analysis, clause.subject), words(analysis, clause.with_role(Role.OBJECT)[0]))
        for clause in analysis.clauses
        if clause.subject is not None
    ]
    assert found == [("Sweden", "22.4 billion"), ("Peru", "16.8"), ("Chile", "14.7")]


@pytest.mark.parametrize(
    "text",
    [
        "Oslo will send 200 soldiers to Riga, Kyiv and three smaller towns.",
        "The pact was signed by Spain, Chile and 24 other countries on March 6, 2026.",
        "The council adopted Resolution 2100 in May and Resolution 2101 in June.",
    ],
)
def test_lists_with_numbers_are_no_gaps(text: str) -> None:
    assert len(analyse(text).clauses) == 1


@pytest.mark.parametrize(
    ("text", "lemma", "subject"),
    [
        ("Norway would train soldiers outside the country or supply equipment.", "supply", "Norway"),
        ("Norway pledged to base jets there and ship fuel.", "ship", "Norway"),
        ("Kenya's offer of 1,500 officers stands.", "stand", "Kenya's offer of 1,500 officers"),
        ("The Asian nation has committed 1,500 officers.", "commit", "The Asian nation"),
        ("Peru and Chile question whether the force will work.", "question", "Peru and Chile"),
        ("Rights Watch called for a mechanism.", "call", "Rights Watch"),
        ("The minister says the loan buys time.", "buy", "the loan"),
        ("The group meets again in Riga on Friday.", "meet", "The group"),
        ("The board chair thanks everyone.", "thank", "The board chair"),
        ("Envoys caution that gains could be short-lived.", "caution", "Envoys"),
    ],
)
def test_verbs_that_look_like_nouns(text: str, lemma: str, subject: str) -> None:
    analysis = analyse(text)
    assert words(analysis, clause_of(analysis, lemma).subject) == subject


@pytest.mark.parametrize("text", ["Peace talks in Riga and fuel supplies from Oslo", "Defence plans for the winter."])
def test_nouns_that_look_like_verbs(text: str) -> None:
    assert [clause.kind for clause in analyse(text).clauses] == [ClauseKind.FRAGMENT]


def test_long_called_for_is_an_active_perfect() -> None:
    verb = clause_of(analyse("The bloc has long called for a joint force."), "call").verb
    assert verb is not None
    assert (verb.tense, verb.voice) == (Tense.PERFECT, Voice.ACTIVE)


def test_what_somebody_is_told_is_a_complement() -> None:
    analysis = analyse(
        "The premier has told aides that Oslo will pay for fuel, according to two people who were there."
    )
    content = clause_of(analysis, "pay")
    assert (content.link, content.marker) == (Link.COMPLEMENT, "that")


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("The minister said it would pay, but warned that the money would run out.", "warn"),
        ("The envoy said words must not replace deeds and called on Riga to pay.", "call"),
    ],
)
def test_a_second_speech_verb(text: str, second: str) -> None:
    analysis = analyse(text)
    clause = clause_of(analysis, second)
    assert (clause.link, clause.parent) == (Link.COORDINATE, 0)
    assert words(analysis, clause.subject) == words(analysis, analysis.clauses[0].subject)


@pytest.mark.parametrize(
    ("text", "marker", "link", "subject"),
    [
        (
            "Oslo would commit only once a truce or a treaty was in place.",
            "only once",
            Link.TIME,
            "a truce or a treaty",
        ),
        ("Oslo will send engineers once the guns fall silent.", "once", Link.TIME, "the guns"),
        ("Oslo will send engineers as soon as parliament has agreed.", "as soon as", Link.TIME, "parliament"),
        ("Oslo will help only if the allies agree.", "only if", Link.CONDITION, "the allies"),
        ("Oslo will help provided the allies agree.", "provided", Link.CONDITION, "the allies"),
        ("Oslo will help on condition that the allies agree.", "on condition that", Link.CONDITION, "the allies"),
        ("There would be no money unless parliament agreed.", "unless", Link.CONDITION, "parliament"),
        ("Should one be agreed, Oslo would send monitors.", None, Link.CONDITION, "one"),
        ("Should the truce fail, Oslo would send monitors.", None, Link.CONDITION, "the truce"),
        ("Were the House to refuse, the loan would lapse.", None, Link.CONDITION, "the House"),
    ],
)
def test_conditions(text: str, marker: str | None, link: Link, subject: str) -> None:
    analysis = analyse(text)
    clause = next(c for c in analysis.clauses if c.kind is ClauseKind.SUBORDINATE)
    assert (clause.marker, clause.link, words(analysis, clause.subject)) == (marker, link, subject)


def test_neither_nor_negates_the_clause() -> None:
    analysis = analyse("Neither Chile nor Peru will be sending any.")
    (clause,) = analysis.clauses
    assert clause.negation == 0
    assert clause.negation_scope == (0, 8)


@pytest.mark.parametrize(
    ("text", "lemma", "modals", "voice"),
    [
        ("Soldiers were being trained by Oslo.", "train", (), Voice.PASSIVE),
        ("Oslo is to send two frigates.", "send", ("be to",), Voice.ACTIVE),
        ("There will be no soldiers from Oslo.", "be", (), Voice.ACTIVE),
    ],
)
def test_verb_groups(text: str, lemma: str, modals: tuple[str, ...], voice: Voice) -> None:
    verb = clause_of(analyse(text), lemma).verb
    assert verb is not None
    assert (verb.modals, verb.voice) == (modals, voice)


def test_each_is_not_the_subject() -> None:
    analysis = analyse("Oslo and Riga each have a frigate.")
    assert words(analysis, analysis.clauses[0].subject) == "Oslo and Riga"


@pytest.mark.parametrize(
    ("text", "verb", "listed"),
    [
        (
            "Finland will send 60 soldiers and two Puma transport helicopters to Chad.",
            "send",
            ["soldiers", "helicopters"],
        ),
        ("Peru offers three surveillance drones and one supply ship.", "offer", ["drones", "ship"]),
    ],
)
def test_a_counted_name_is_no_clause(text: str, verb: str, listed: list[str]) -> None:
    analysis = analyse(text)
    found = next(phrase for phrase in clause_of(analysis, verb).phrases if phrase.role is Role.OBJECT)
    assert [analysis.tokens[part.head].text for part in found.each()] == listed


@pytest.mark.parametrize(
    ("text", "verb", "subject", "found"),
    [
        ("Oslo flew in two planes on Sunday.", "fly in", "Oslo", "two planes"),
        ("Oslo brought in $20 million.", "bring in", "Oslo", "$20 million"),
        ("Oslo has halted deliveries of ammunition.", "halt", "Oslo", "deliveries of ammunition"),
        ("Peru surprised delegates with $20 million.", "surprise", "Peru", "delegates"),
        ("Oslo and Riga are each to send a battalion.", "send", "Oslo and Riga", "a battalion"),
        ("Oslo has three C-130 transports on the job.", "have", "Oslo", "three C-130 transports on the job"),
    ],
)
def test_objects_of_verbs_that_the_parser_parts_from_them(text: str, verb: str, subject: str, found: str) -> None:
    analysis = analyse(text)
    clause = clause_of(analysis, verb)
    (phrase,) = clause.with_role(Role.OBJECT)
    assert (words(analysis, clause.subject), words(analysis, phrase)) == (subject, found)


def test_a_time_behind_a_particle_is_no_object() -> None:
    assert not clause_of(analyse("The minister flew in last week."), "fly in").with_role(Role.OBJECT)


def test_nouns_that_a_hyphen_joins_are_one_name() -> None:
    analysis = analyse("Oslo will send two mine-hunters and a ship.")
    (phrase,) = clause_of(analysis, "send").with_role(Role.OBJECT)
    assert [analysis.tokens[part.head].text for part in phrase.each()] == ["hunters", "ship"]


@pytest.mark.parametrize(
    ("text", "lemma", "tense", "modals"),
    [
        ("Oslo will send tents and build a school.", "build", Tense.FUTURE, ()),
        ("Oslo may send tents, train recruits and pay for the fuel.", "pay", Tense.PRESENT, ("may",)),
        ("Oslo has sent tents and given $5 million.", "give", Tense.PERFECT, ()),
        ("Oslo is to send tents and train the police.", "train", Tense.PRESENT, ("be to",)),
        ("Oslo will not send tents or build a school.", "build", Tense.NONE, ()),
    ],
)
def test_a_second_verb_has_the_auxiliary_of_the_first(
    text: str, lemma: str, tense: Tense, modals: tuple[str, ...]
) -> None:
    verb = clause_of(analyse(text), lemma).verb
    assert verb is not None
    assert (verb.tense, verb.modals) == (tense, modals)


@pytest.mark.parametrize(
    "text",
    [
        "The Peruvian minister, who hosted the meeting, announced 900 million kroner for food aid.",
        "Oslo announced 900 million kroner for food aid.",
    ],
)
def test_a_second_subject_behind_the_verb_is_its_object(text: str) -> None:
    clause = clause_of(analyse(text), "announce")
    assert [phrase.role for phrase in clause.phrases if phrase.role in (Role.SUBJECT, Role.OBJECT)] == [
        Role.SUBJECT,
        Role.OBJECT,
    ]
