"""Who is likely to attend by what is told of him, where no rule tells that he does."""

from __future__ import annotations

import pytest

from zusage.dossier import load_shipped
from zusage.model.report import Reading, Report
from zusage.model.values import Mode
from zusage.reading.actors import ActorRef
from zusage.reading.attendance.likely import chances_of
from zusage.reading.attendance.signs import Place, Signs
from zusage.reading.report import read_report

ENGLISH = """QUITO, May 14 (Reuters) - Trade ministers of 20 countries met in Quito on Tuesday and agreed on nothing.

Brazil's minister pushed for lower duties on steel. Kenya's minister rejected the plan. Canada warned of a trade war.

In Bern, the Swiss government said it had paid 20 million francs last year."""

GERMAN = """Quito, 14. Mai 2024 (dpa) – Die Handelsminister von 20 Staaten haben sich am Dienstag in Quito getroffen.

Der brasilianische Minister drang auf niedrigere Zölle. Der kenianische Minister lehnte den Plan ab. Kanada warnte vor
einem Handelskrieg.

In Bern teilte die Schweizer Regierung mit, sie habe im vergangenen Jahr 20 Millionen Franken gezahlt."""


def read(text: str, language: str, *, rules_only: bool = False) -> Reading:
    report = Report(text=text, language=language, published_on="2024-05-14")
    return read_report(report, load_shipped("ukraine-guarantees"), whole=True, rules_only=rules_only)


@pytest.mark.parametrize(("text", "language"), [(ENGLISH, "en"), (GERMAN, "de")])
def test_who_acts_in_a_report_on_a_meeting_is_there(text: str, language: str) -> None:
    modes = {one.actor: one.mode for one in read(text, language).attendance}
    assert modes.get("br") == modes.get("ke") == Mode.IN_PERSON
    assert "ch" not in modes


@pytest.mark.parametrize(("text", "language"), [(ENGLISH, "en"), (GERMAN, "de")])
def test_it_is_as_sure_as_it_is_probable_and_says_by_what(text: str, language: str) -> None:
    likely = [one for one in read(text, language).attendance if one.trace[0].rule == "likely by what is told"]
    assert likely
    assert all(one.certainty is not None and one.certainty < 1 for one in likely)


@pytest.mark.parametrize(("text", "language"), [(ENGLISH, "en"), (GERMAN, "de")])
def test_the_rules_alone_do_not_tell(text: str, language: str) -> None:
    assert "br" not in {one.actor for one in read(text, language, rules_only=True).attendance}


def test_without_a_word_of_a_meeting_nobody_attends() -> None:
    text = "Brazil's minister pushed for lower duties on steel. Kenya's minister rejected the plan."
    assert read(text, "en").attendance == ()


def test_any_place_may_tell_it_and_chances_add_up() -> None:
    ref = ActorRef("pe", None, None, None, "test")
    signs = Signs([Place(ref, 0, ("a",)), Place(ref, 1, ("b", "b"))], ("whole",))
    one, other = chances_of(signs, {"whole": 0.0, "a": 0.0, "b": 0.0})
    assert one == other == pytest.approx(1 / 3)
    assert sum(chances_of(signs, {"whole": -50.0})) == pytest.approx(0)


def test_rules_tell_also_where_the_meeting_has_no_city_and_no_day() -> None:
    text = (
        "Peru's foreign minister chaired the talks. Chile was not invited to the talks, and Kenya sent its ambassador."
    )
    modes = {one.actor: one.mode for one in read(text, "en", rules_only=True).attendance}
    assert modes == {"pe": Mode.IN_PERSON, "cl": Mode.ABSENT, "ke": Mode.REPRESENTED}
