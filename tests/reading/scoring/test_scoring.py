"""Scores by the codebook: counted as its scorer counts, on small readings that show each rule."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from zusage.model.codebook import decode_reading
from zusage.model.report import Reading
from zusage.model.values import Firmness
from zusage.reading.scoring import (
    Mean,
    Rate,
    Scores,
    Sort,
    add_up,
    calibrate,
    compare,
    confuse_firmness,
    count_measures,
    find_differences,
    numbers_of,
)

TEXT = "Oslo will send 40 medics after a truce. Lima doubts it. They met in Quito on 3 May."


def commitment(actor: str = "no", measure: str = "humanitarian", **more: Any) -> dict[str, Any]:
    return {"actor": actor, "measure": measure, "firmness": "pledged", "quote": "Oslo will send 40 medics"} | more


def position(actor: str = "pe", stance: str = "doubts", topic: str = "humanitarian-aid") -> dict[str, Any]:
    return {"actor": actor, "stance": stance, "topic": topic, "quote": "Lima doubts it"}


def reading(*commitments: dict[str, Any], **more: Any) -> Reading:
    return decode_reading({"text": TEXT, "language": "en", "commitments": list(commitments)} | more)


def scores(gold: Reading, predicted: Reading | None) -> Scores:
    return add_up([compare(gold, predicted)], [])


def f1(found: Scores, name: str = "commitments actor+measure") -> tuple[int, int, float | None]:
    row = found.rows[name]
    assert isinstance(row, Rate)
    return row.gold, row.predicted, None if row.f1 is None else round(row.f1, 3)


def mean(found: Scores, name: str) -> tuple[float | None, int]:
    row = found.rows[name]
    assert isinstance(row, Mean)
    return row.value, row.of


def test_duplicates_count_once() -> None:
    gold = reading(commitment(), commitment(quote="send 40 medics"))
    found = scores(gold, reading(commitment(), commitment(firmness="signalled")))
    assert f1(found) == (1, 1, 1.0)
    assert f1(found, "commitments actor+measure+firmness") == (1, 2, 0.667)


def test_every_group_is_one_and_a_person_counts_by_the_last_name() -> None:
    gold = reading(commitment("group:donors"), commitment("person:kari-holm"))
    assert f1(scores(gold, reading(commitment("group:40-countries"), commitment("person:k-holm")))) == (2, 2, 1.0)


def test_firmness_of_a_pair_is_compared_as_sets() -> None:
    gold = reading(commitment(), commitment(firmness="delivered"))
    assert mean(scores(gold, reading(commitment())), "firmness of matched pairs") == (0.5, 1)


def test_support_of_the_united_states_is_one_condition_with_its_short_form() -> None:
    gold = reading(commitment(conditions=["us-support", "ceasefire"]))
    found = reading(commitment(conditions=[{"type": "support", "of": "us"}]))
    assert f1(scores(gold, found), "conditions of matched pairs") == (2, 1, 0.667)


def test_no_condition_anywhere_is_right() -> None:
    found = scores(reading(commitment()), reading(commitment()))
    assert f1(found, "conditions of matched pairs") == (0, 0, 1.0)


def test_quantities_count_where_the_gold_has_one() -> None:
    gold = reading(commitment(quantity={"min": 40, "max": 40, "unit": "persons"}), commitment("se"))
    found = reading(commitment(quantity={"min": 40, "max": 40, "unit": "items"}), commitment("se"))
    assert mean(scores(gold, found), "quantity where gold has one") == (0.0, 1)
    assert mean(scores(gold, found), "quantity of matched pairs") == (0.5, 2)


def test_speakers_compare_by_the_last_name_where_the_gold_has_one() -> None:
    gold = reading(commitment(speaker="kari-holm"), commitment("se"))
    found = reading(commitment(speaker="holm"), commitment("se", speaker="se"))
    assert mean(scores(gold, found), "speaker of matched pairs where gold has one") == (1.0, 1)


def test_the_overlap_of_quotes_is_that_of_their_words() -> None:
    found = reading(commitment(quote="send 40 medics"))
    assert mean(scores(reading(commitment()), found), "quote overlap of matched pairs") == (0.75, 1)


def test_places_are_compared_in_any_language_and_a_report_without_a_meeting_is_none() -> None:
    gold = reading(meetings=[{"date": "2024-05-03", "place": "Kyiv", "kind": "summit", "countries": None}])
    found = reading(meetings=[{"date": None, "place": "Kiew", "kind": "call", "countries": None}])
    assert mean(scores(gold, found), "main meeting place") == (1.0, 1)
    assert mean(scores(gold, found), "main meeting date") == (0.0, 1)
    assert mean(scores(found, reading()), "main meeting date") == (0.0, 1)
    assert mean(scores(reading(), found), "main meeting date") == (None, 0)


def test_a_report_that_was_not_read_counts_as_empty() -> None:
    found = scores(reading(commitment()), None)
    assert (found.missing, f1(found)) == (1, (1, 0, 0.0))


def test_nothing_to_be_found_has_no_score() -> None:
    found = scores(reading(), reading(commitment()))
    assert f1(found) == (0, 1, None)


def test_intervals_come_from_the_resamples() -> None:
    right, wrong = compare(reading(commitment()), reading(commitment())), compare(reading(commitment()), None)
    row = add_up([right, wrong], [(0, 0), (0, 1), (1, 1)]).rows["commitments actor+measure"]
    assert isinstance(row, Rate)
    assert (row.low, row.high) == (0.0, 1.0)


def test_differences_are_misses_false_alarms_and_values() -> None:
    gold = reading(commitment(conditions=["ceasefire"]), commitment("se"), positions=[position()])
    found = reading(commitment(), commitment("fi"), positions=[position(stance="opposes")])
    sorts = [(each.sort, each.kind, each.key) for each in find_differences(gold, found)]
    assert sorts == [
        (Sort.FALSE_ALARM, "commitment", "fi humanitarian"),
        (Sort.VALUE, "commitment", "no humanitarian"),
        (Sort.MISS, "commitment", "se humanitarian"),
        (Sort.MISS, "position", "pe doubts humanitarian-aid"),
        (Sort.FALSE_ALARM, "position", "pe opposes humanitarian-aid"),
    ]
    assert [each.values for each in find_differences(gold, found) if each.values] == [
        {"conditions": ("ceasefire", "none")}
    ]


def test_confusion_pairs_what_is_equal_first() -> None:
    gold = reading(commitment(), commitment(firmness="delivered"), commitment("se"))
    found = reading(commitment(firmness="concrete"), commitment(), commitment("fi"))
    assert confuse_firmness([(gold, found)]) == {
        (Firmness.PLEDGED, Firmness.PLEDGED): 1,
        (Firmness.DELIVERED, Firmness.CONCRETE): 1,
        (Firmness.PLEDGED, None): 1,
        (None, Firmness.PLEDGED): 1,
    }


def test_measures_are_counted_with_hits_and_false_alarms() -> None:
    counts = count_measures(
        [(reading(commitment(), commitment("se")), reading(commitment(), commitment(measure="arms")))]
    )
    assert {name: (c.hits, c.gold, c.predicted) for name, c in counts.items()} == {
        "humanitarian": (1, 2, 1),
        "arms": (0, 0, 1),
    }


def test_certainty_is_sorted_into_bins() -> None:
    found = reading(commitment(), commitment("se"))
    sure = Reading(
        report=found.report,
        commitments=tuple(
            type(each)(actor=each.actor, measure=each.measure, firmness=each.firmness, quote=each.quote, certainty=0.85)
            for each in found.commitments
        ),
    )
    (only,) = calibrate([(reading(commitment()), sure), (reading(), found)])
    assert (only.low, only.high, only.found, only.right, round(only.mean, 2)) == (0.8, 0.9, 2, 1, 0.85)


@pytest.mark.data
def test_the_numbers_are_those_of_the_codebooks_scorer(tmp_path: Path) -> None:
    folder = Path(os.environ.get("ZUSAGE_DATA", ""))
    scorer, path = folder / "gold" / "score.py", folder / "gold" / "dev.jsonl"
    if not (os.environ.get("ZUSAGE_DATA") and scorer.is_file() and path.is_file()):
        pytest.skip("ZUSAGE_DATA names no folder with gold/score.py and gold/dev.jsonl")
    gold = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    predicted = [spoiled(each, random.Random(each["id"])) for each in gold]  # noqa: S311 - no secret
    other = tmp_path / "predicted.jsonl"
    other.write_text("\n".join(json.dumps(each) for each in predicted if each), "utf-8")
    out = subprocess.run([sys.executable, scorer, path, other], capture_output=True, text=True, check=True)  # noqa: S603
    theirs = json.loads(out.stdout.splitlines()[-1])["scores"]
    for language in theirs:
        pairs = [(g, p) for g, p in zip(gold, predicted, strict=True) if language in {"all", g["language"]}]
        chance = random.Random(1)  # noqa: S311 - as the scorer does
        draws = [chance.choices(range(len(pairs)), k=len(pairs)) for _ in range(1000)]
        comparisons = [compare(decode_reading(g), decode_reading(p) if p else None) for g, p in pairs]
        assert numbers_of(add_up(comparisons, draws)) == theirs[language]


def spoiled(record: dict[str, Any], chance: random.Random) -> dict[str, Any] | None:
    """Leave out and change some of a report's records; now and then the whole report."""
    if chance.random() < 0.1:
        return None
    kept = {
        kind: [dict(each) for each in record[kind] if chance.random() < 0.8]
        for kind in ("commitments", "positions", "meetings", "attendance")
    }
    for each in kept["commitments"]:
        each["firmness"] = chance.choice([each["firmness"], "pledged"])
        each["conditions"] = each["conditions"][: chance.randrange(3)]
        each["quantity"] = chance.choice([each["quantity"], None])
        each["speaker"] = chance.choice([each["speaker"], None, "fr"])
    for each in kept["meetings"]:
        each["place"] = chance.choice([each["place"], "Nowhere"])
    return record | kept
