"""What a report's money is for by all its words, where it says no purpose."""

from __future__ import annotations

from typing import Final

import pytest

from zusage.dossier import load_shipped
from zusage.model.report import Report
from zusage.model.statement import Commitment
from zusage.reading.effort import EFFORTS, LEAST_TOKENS, Signs, effort_of, effort_of_signs, signs_of
from zusage.reading.lexicon import subjects_of
from zusage.reading.report import prepare, read_report
from zusage.reading.theme import is_on_force, is_on_mines

FAMINE: Final = """\
Peru pledged 40 million dollars on Monday at a meeting in Oslo. Chile added 20 million dollars. Aid workers say that millions
of people there are hungry, that clinics have run out of medicine and that families who fled the fighting sleep in the open.
The humanitarian needs have never been greater, the agencies said."""

BUDGET: Final = """\
Peru pledged 40 million dollars on Monday at a meeting in Oslo. Chile added 20 million dollars as a loan. The government there has
to close a gap in its budget, and the central bank is short of currency. Economists expect interest rates to rise this year,
and taxes to follow, the ministry of finance said."""


@pytest.mark.parametrize(("text", "expected"), [(FAMINE, "humanitarian"), (BUDGET, None)])
def test_all_the_words_tell_what_money_is_for(text: str, expected: str | None) -> None:
    context = prepare(Report(text=text, language="en", published_on="2025-09-04"), load_shipped("ukraine-guarantees"))

    assert effort_of(context) == expected


@pytest.mark.parametrize("text", [FAMINE[: FAMINE.index("Aid workers")], FAMINE.replace("million dollars", "tents")])
def test_of_a_short_text_or_one_without_sums_they_tell_nothing(text: str) -> None:
    context = prepare(Report(text=text, language="en", published_on="2025-09-04"), load_shipped("ukraine-guarantees"))

    assert effort_of(context) is None


def test_names_are_no_signs() -> None:
    text = f"Human Hunger is a singer from Peru. {BUDGET}"
    signs = signs_of(prepare(Report(text=text, language="en"), load_shipped("ukraine-guarantees")))

    assert "peru" not in signs.words
    assert "budget" in signs.words
    assert len(text.split()) > LEAST_TOKENS


def test_weights_are_an_efforts_own_and_shares_are_weighed_for_all() -> None:
    weights = {"every effort": {"share 5": 1.0}, **{effort: {} for effort in EFFORTS}, "arms": {"tank": 2.0}}

    assert effort_of_signs(Signs(frozenset({"tank"}), {}), weights) == "arms"
    assert effort_of_signs(Signs(frozenset(), {"humanitarian": 3}), weights) is None, "less than even"
    assert effort_of_signs(Signs(frozenset(), {"humanitarian": 3}), weights | {"humanitarian": {"words 3": 1.0}}) == (
        "humanitarian"
    )


@pytest.mark.parametrize(
    ("word", "subject"),
    [("Hungersnot", "hunger"), ("Hafenausbau", "works"), ("rebuilding", "rebuild"), ("IMF", "credit")],
)
def test_words_are_on_subjects_by_their_stems(word: str, subject: str) -> None:
    assert subject in subjects_of(word)
    assert not subjects_of("Dienstag")


DYKES: Final = (
    "Peru and Chile met in Oslo on Monday over the coast of Belize. Peru gave 40 million dollars, Chile 20 million dollars. "
    "New roads, two bridges and a harbour are to be built there, and the pipeline and the railway are being repaired. "
    "Work begins in spring, an engineer said, and the first road will be open a year later."
)


def test_subjects_tell_what_money_is_for() -> None:
    context = prepare(Report(text=DYKES, language="en", published_on="2025-09-04"), load_shipped("ukraine-guarantees"))

    assert effort_of(context) == "reconstruction"


def test_a_report_on_a_force_is_not_on_relief() -> None:
    force = "The 300 soldiers will join 800 troops, a battalion of infantry and the peacekeepers of the force. Troops are short."
    on_force, on_relief = (
        prepare(Report(text=text, language="en", published_on="2025-09-04"), load_shipped("ukraine-guarantees"))
        for text in (f"{BUDGET} {force}", FAMINE)
    )

    assert is_on_force(on_force, "humanitarian")
    assert not is_on_force(on_relief, "humanitarian")


def test_what_is_lent_is_no_relief() -> None:
    lent = FAMINE.replace("40 million dollars", "40 million dollars in grants and loans")
    reading = read_report(
        Report(text=lent, language="en", published_on="2025-09-04"), load_shipped("ukraine-guarantees")
    )

    measures = {(one.actor, one.measure) for one in reading.statements if isinstance(one, Commitment)}
    assert {("pe", "funding"), ("cl", "humanitarian")} <= measures


def test_donors_who_meet_over_what_a_storm_destroyed_rebuild() -> None:
    reading = read_report(
        Report(
            text="MAPUTO, Nov 28 - Donors meeting in Maputo on Friday pledged 340 million dollars to rebuild roads, schools and "
            "clinics destroyed by a cyclone in Mozambique, falling short of the 900 million the government had asked for. Norway "
            "will give 45 million dollars over three years, its development minister said. Of that, 12 million is meant for "
            "schools. The World Bank said it would lend 150 million dollars once Mozambique has adopted a new procurement law.",
            language="en",
            published_on="2024-11-29",
        ),
        load_shipped("ukraine-guarantees"),
    )
    measures = {(one.actor, one.measure) for one in reading.statements if isinstance(one, Commitment)}
    assert {("no", "reconstruction"), ("world-bank", "reconstruction")} <= measures


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "Norwegen zahlt für die Räumung der Minenfelder in Kolumbien. Die Räumtrupps suchen nach Blindgängern.",
            "de",
            True,
        ),
        (
            "Norway pays for the clearance of unexploded ordnance in Chad. A third of the minefields is left.",
            "en",
            True,
        ),
        ("Peru will open a mine. The mine holds gold, and a second mine will follow.", "en", False),
        (
            "Norwegen entsendet zwei Minenjäger. Die Fregatten suchen Minen vor der Küste, die Schiffe bleiben.",
            "de",
            False,
        ),
    ],
)
def test_a_report_on_clearing_mines(text: str, language: str, *, expected: bool) -> None:
    report = Report(text=text, language=language, published_on="2024-05-02")
    assert is_on_mines(prepare(report, load_shipped("ukraine-guarantees"))) is expected


TOTAL: Final = """\
Für den Wiederaufbau Malawis haben Staaten und Banken am Montag in Oslo rund 1,5 Milliarden Euro zugesagt. Vertreter von mehr
als vierzig Ländern waren gekommen. Chile versprach 20 Millionen Euro, Peru stellt 40 Millionen Euro bereit. Die Ministerin
aus Lilongwe dankte den Gästen und sagte, das Ziel für das laufende Jahr sei damit erreicht. Im kommenden Herbst wolle man
sich wieder treffen."""


def test_what_all_givers_promise_to_rebuild_with_is_what_each_ones_sum_is_for() -> None:
    read = read_report(
        Report(text=TOTAL, language="de", published_on="2025-09-04"), load_shipped("ukraine-guarantees"), keep_all=True
    )

    assert {(one.actor, str(one.measure)) for one in read.commitments if one.actor in ("cl", "pe")} == {
        ("cl", "reconstruction"),
        ("pe", "reconstruction"),
    }
