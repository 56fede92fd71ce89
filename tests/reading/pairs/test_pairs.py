"""Pairs: what is paired in a report, how the two stand to each other, what the weights make of them."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from zusage.dossier import load_shipped
from zusage.model.report import Reading, Report
from zusage.model.statement import Quantity
from zusage.model.values import Firmness
from zusage.reading.certainty import CERTAINTY, OWN
from zusage.reading.pairs.clausal import parts_of_clause, parts_of_content, parts_of_spot
from zusage.reading.pairs.judgement import Judge, pair_features
from zusage.reading.pairs.measures import Measures
from zusage.reading.pairs.pairing import MOST, Pair, Scene, propose, rows
from zusage.reading.pairs.relations import relation_features
from zusage.reading.pairs.statements import learned_candidates
from zusage.reading.pairs.totals import Totals
from zusage.reading.pairs.weights import SHARED, Weights, add_up, features_of, load_weights
from zusage.reading.pairs.wording import wording_features
from zusage.reading.report import read_report, ruled_features, set_scene

DAY = "2025-09-04"


@cache
def scene(text: str, language: str) -> Scene:
    report = Report(text=text, language=language, published_on=DAY)
    return set_scene(report, load_shipped("ukraine-guarantees"))


def pairs(text: str, language: str) -> dict[tuple[str, str], Pair]:
    """By the actor and the word that names the content; the spot named in the sentence wins."""
    setting = scene(text, language)
    found: dict[tuple[str, str], Pair] = {}
    for pair in propose(setting):
        found.setdefault((pair.spot.ref.actor, setting.context.tokens[pair.content.token].text), pair)
    return found


def read(text: str, language: str) -> Reading:
    return read_report(
        Report(text=text, language=language, published_on=DAY), load_shipped("ukraine-guarantees"), keep_all=True
    )


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Estland legt fünf Millionen Euro drauf.", "de", {("ee", "Euro"), ("ee", "legt")}),
        ("Peru declines.", "en", {("pe", "declines")}),
        ("Chile gives 30 tents, Ghana blankets.", "en", {("cl", "tents"), ("gh", "blankets"), ("gh", "tents")}),
        ("Humanitär hilft Uruguay.", "de", {("uy", "Humanitär")}),
    ],
)
def test_everybody_is_paired_with_everything_in_the_sentence(
    text: str, language: str, expected: set[tuple[str, str]]
) -> None:
    assert expected <= set(pairs(text, language))


def test_the_subject_of_the_sentence_before_is_carried_over() -> None:
    found = pairs("Norway was asked twice. Forty medics would go in May.", "en")
    assert found["no", "medics"].spot.how == "carried"


def test_who_speaks_is_paired_with_what_is_said() -> None:
    found = pairs("Forty medics will go in May, the Norwegian minister said.", "en")
    assert found["no", "medics"].spot.how in ("named", "speaker")


def test_a_question_gives_no_pair() -> None:
    assert pairs("Would Peru send troops?", "en") == {}


def test_pairs_of_a_long_list_stay_few() -> None:
    text = ", ".join(["Peru", "Chile", "Ghana", "Kenya", "Togo"] * 12) + " send 10 trucks, 20 tents and 5 jets."
    assert len(list(propose(scene(text, "en")))) <= (MOST + 2) * MOST


@pytest.mark.parametrize(
    ("text", "language", "pair", "feature"),
    [
        ("Estland schickt eine Kompanie.", "de", ("ee", "Kompanie"), "is subject"),
        ("Estland schickt eine Kompanie.", "de", ("ee", "Kompanie"), "path same clause"),
        ("Peru hopes that Chile sends tents.", "en", ("pe", "tents"), "is beside another subject"),
        ("Peru hopes that Chile sends tents.", "en", ("pe", "tents"), "path above complement 1"),
        ("Estlands Kompanie kommt an.", "de", ("ee", "Kompanie"), "is in subject"),
    ],
)
def test_how_the_two_stand_to_each_other(text: str, language: str, pair: tuple[str, str], feature: str) -> None:
    assert feature in relation_features(scene(text, language), pairs(text, language)[pair])


def test_features_of_clause_spot_and_content() -> None:
    setting = scene("Oslo will not send five tents.", "en")
    pair = pairs("Oslo will not send five tents.", "en")["no", "tents"]
    assert {"verb give", "tense future", "negated"} <= set(features_of(parts_of_clause(setting, pair.content.clause)))
    assert {"actor subject", "use metonym", "sort state"} <= set(features_of(parts_of_spot(setting, pair.spot)))
    assert {"content as object", "quantity"} <= set(features_of(parts_of_content(setting, pair.content)))
    assert {"tense future", "negated", "form rejected"} <= set(wording_features(setting, pair))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Peru hopes that Chile, which met Ghana in Togo, sends 5 tents and 10 million dollars, Kenya said.", "en"),
        ("Chile pledged 20 tents to help Peru. It did not rule out sending 3 medics, either.", "en"),
        ("Estlands Kompanie kommt an, sagte der Minister; Oslo prüft noch, ob es fünf Zelte schickt.", "de"),
    ],
)
def test_totals_are_the_weights_of_all_features(text: str, language: str) -> None:
    setting, weights = scene(text, language), load_weights()
    totals = Totals(setting, weights)
    for row in rows(setting):
        one_by_one = [
            add_up(weights.contributes, pair_features(setting, Pair(spot, row.content))) for spot in row.spots
        ]
        assert totals.of_row(row) == pytest.approx(one_by_one)


def test_a_sum_may_have_the_measure_of_the_report() -> None:
    text = "Nach dem Erdbeben fehlen Zelte, Decken und Ärzte. Togo gibt zehn Millionen Dollar."
    pair = pairs(text, "de")["tg", "Dollar"]
    evidence = Measures(scene(text, "de")).evidence(pair)
    assert "words 0" in evidence["humanitarian"]
    assert {"funding", "humanitarian"} <= set(Judge(scene(text, "de")).fits(Measures(scene(text, "de")), pair))


def test_a_sum_is_neither_ships_nor_soldiers() -> None:
    text = "Peru schickt Schiffe und Soldaten. Togo gibt zehn Millionen Dollar."
    pair = pairs(text, "de")["tg", "Dollar"]
    assert not {"naval", "troops"} & set(Measures(scene(text, "de")).evidence(pair))


@pytest.mark.parametrize(
    ("text", "language"), [("Estland legt fünf Millionen Euro drauf.", "de"), ("", "en"), ("!", "de")]
)
def test_probabilities(text: str, language: str) -> None:
    judge = Judge(scene(text, language))
    assert all(0 <= hit.contributes <= 1 and 0 < hit.fits <= 1 for hit in judge.hits)
    judged = judge.judge(ruled_features(judge.scene))
    assert all(0 <= one.certainty <= 1 for one in judged.values())


def test_what_the_rules_have_is_judged_too() -> None:
    setting = scene("Estland schickt eine Kompanie.", "de")
    judged = Judge(setting).judge(ruled_features(setting))
    assert judged["ee", "troops"].certainty > OWN


def test_a_pair_that_the_weights_are_for_becomes_a_candidate() -> None:
    """Weights made up for the test, so that learning anew changes nothing here."""
    weights = Weights(
        contributes={"bias": -4.0, "content money": 5.0, "nearest actor": 3.0},
        measure={"is funding": 2.0},
        firmness={step: {} for step in Firmness} | {"delivered": {"tense past": 5.0}, SHARED: {}},
        certainty={"bias": 1.0, "best": 1.0},
    )
    text = "Die Geber trafen sich in Bern. Dänemark legte noch einmal 40 Millionen Euro drauf."
    setting = scene(text, "de")
    judge = Judge(replace(setting, candidates=()), weights)
    (found,) = (one for one in learned_candidates(judge, judge.judge({})) if one.actor.actor == "dk")
    assert (found.contribution.measure, found.firmness) == ("funding", Firmness.DELIVERED)
    assert found.contribution.quantity == Quantity(40e6, 40e6, "EUR")
    assert found.party.rule.startswith("learned from: the content is of the sort money; no other actor is nearer")


def test_learned_statements_quote_the_text() -> None:
    text = "Peru: ten tents. Ghana chipped in. Togo, too, wants to add 20 million euros for roads, its envoy said."
    for each in read(text, "en").commitments:
        assert text[each.quote.start : each.quote.end] == each.quote.exact
        assert each.trace[-1].field == CERTAINTY


def test_without_learned_statements_only_the_rules_speak() -> None:
    text = "Togo: zehn Zelte. Ghana legte nach. Estland schickt eine Kompanie."
    report = Report(text=text, language="de", published_on=DAY)
    found = read_report(report, load_shipped("ukraine-guarantees"), keep_all=True, rules_only=True)
    assert all("learned" not in step.rule for each in found.commitments for step in each.trace)


def test_what_a_pledge_hangs_on_is_nobodys_pledge() -> None:
    found = read("Estonia would send a company on condition that Peru provides intelligence.", "en")
    assert {commitment.actor for commitment in found.commitments} == {"ee"}


def test_whom_help_goes_to_gives_nothing() -> None:
    found = read("Finland will send 60 soldiers to Chad. In Chad they will guard a camp.", "en")
    assert {commitment.actor for commitment in found.commitments} == {"fi"}


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("Chile pledged 10 million dollars to help Chad, the Peruvian president announced.", {"td", "pe"}),
        ("Chile promised 6 million dollars, according to Quito.", {"ec"}),
    ],
)
def test_what_the_rules_give_to_one_is_nobody_elses(text: str, others: set[str]) -> None:
    found = read_report(
        Report(text=text, language="en", published_on=DAY), load_shipped("ukraine-guarantees")
    ).commitments
    actors = {commitment.actor for commitment in found}
    assert "cl" in actors
    assert not actors & others


def test_one_amount_has_one_measure() -> None:
    text = "The allies pay for weapons that can be sent to Moldova. Chile pledged 500 million dollars. Peru gave 90 million."
    found = [c for c in read(text, "en").commitments if c.actor == "cl" and c.quantity is not None]
    assert len({c.measure for c in found}) == 1


def test_who_is_helped_gives_nothing() -> None:
    setting = scene("Chile will send blankets to aid Chad.", "en")
    assert {hit.pair.spot.ref.actor for hit in Judge(setting).hits} == {"cl"}


def test_each_sum_is_from_the_one_named_behind_it() -> None:
    found = read("The fund got pledges. The money includes $5m from Kenya, $3m from Uganda and $1m from Rwanda.", "en")
    sums = {c.actor: c.quantity.min for c in found.commitments if c.quantity is not None}
    assert sums == {"ke": 5_000_000, "ug": 3_000_000, "rw": 1_000_000}


def test_what_an_office_is_for_is_no_content() -> None:
    assert ("un", "relief") not in pairs("The UN relief chief said that Chile pays.", "en")
