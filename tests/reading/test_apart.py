"""What is spent, sent, owed or supposed without being a contribution to any common effort; and the like that is one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from zusage.dossier import load_shipped
from zusage.model.report import Report
from zusage.reading.report import read_report

Tell = Callable[..., str]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "If Washington were to leave, Europe would need 30,000 soldiers. Norway might send 2,000 of them.",
            "",
        ),
        ("de", "Zöge Peru ab, müsste Chile einspringen. Ghana könnte dann 2.000 Soldaten schicken.", ""),
        ("de", "Ghana könnte 2.000 Soldaten schicken.", "gh troops considering"),
    ],
)
def test_supposed_worlds(tell: Tell, language: str, text: str, expected: str) -> None:
    assert tell(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Ghana's foreign debt rose to 9 billion dollars.", ""),
        ("de", "Perus Auslandsschulden betragen 9 Milliarden Dollar.", ""),
        ("de", "Peru zahlt seit einem Jahr keine Zinsen mehr.", ""),
        ("en", "The Peruvian parliament passed a budget of 40 billion dollars for next year.", ""),
        ("en", "Peru spent 4 billion dollars on its army last year.", ""),
        ("de", "Peru gab vier Milliarden Dollar für seine Streitkräfte aus.", ""),
        ("en", "Peru is moving its capital.", ""),
        ("de", "Das peruanische Parlament verabschiedete am Dienstag den Haushalt über 40 Milliarden Soles.", ""),
        ("de", "Peru steht bei ausländischen Gläubigern mit neun Milliarden Dollar in der Kreide.", ""),
        ("en", "World military spending rose again. Peru accounted for 9 billion dollars.", ""),
        ("de", "Perus Gasexporte nach Chile haben sich verdoppelt.", ""),
        ("en", "Chad would receive 9 million dollars and Mali 6 million.", ""),
    ],
)
def test_money_that_goes_to_nobody_else(tell: Tell, language: str, text: str, expected: str) -> None:
    assert tell(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Peru moved artillery into position.", ""),
        ("de", "Peru brachte Artillerie in Stellung.", ""),
        ("en", "Chile's navy sent two ships to the reef.", ""),
        ("de", "Peru verlegte 4.000 Soldaten an die Grenze.", ""),
        ("de", "Peru verlegte 40 Soldaten an die Grenze zwischen Mali und Niger.", "pe troops delivered"),
        ("en", "Peru had 20,000 soldiers in the country then.", ""),
        ("de", "Peru kann 280.000 Soldaten mobilisieren.", ""),
        ("en", "Peru bought 24 jets from Sweden.", ""),
        ("en", "Chad wants the Peruvian force to stay.", ""),
        ("en", "Chad wants 300 tanks.", ""),
        ("en", "Canada wants 20,000 refugees.", "ca humanitarian signalled"),
        (
            "en",
            "Peru gave 40 million dollars for tents. Togo sent nobody.",
            "pe humanitarian delivered",
        ),
        ("de", "Peru flog 40 Angriffe und schickte Kampfjets über die Ebene.", ""),
        ("en", "The Peruvian army pulled back from two posts.", ""),
        ("en", "Peru put 2,000 soldiers on the streets.", ""),
        ("en", "Peru has run short of water bombers.", ""),
        ("de", "Vorgeschlagen hatte den Einsatz Peru.", ""),
        ("de", "Peru sagte, es habe damit nichts zu tun.", ""),
    ],
)
def test_own_forces(tell: Tell, language: str, text: str, expected: str) -> None:
    assert tell(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In the Second World War Peru sent 300 tanks. Chile sent 40 aircraft."),
        ("en", "Peru sent 3,000 soldiers in the 1990s."),
        ("en", "In 1948 the Allies flew food into the city. Peruvian planes landed every three minutes."),
        ("de", "In den Neunzigern hatte Peru dem Tschad Milliarden gegeben."),
        ("en", "A Peruvian shipowner was ordered to pay 30 million dollars to the villages."),
        ("de", "Die Mannschaft aus Peru bekam 10 Millionen Dollar."),
    ],
)
def test_history_and_private_people(language: str, text: str) -> None:
    report = Report(text=text, language=language, published_on="2024-05-15")
    assert not read_report(report, load_shipped("ukraine-guarantees")).commitments


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad wants tents.", ""),
        ("Chad would like the observers.", ""),
        ("Two of them, Peru and Chile, want new sanctions.", ""),
        ("Peru wants to send tents.", "pe humanitarian signalled"),
        ("Peru wants 400 of its soldiers home.", "pe troops signalled"),
        ("Chad will take 30,000 refugees. Peru wants 20,000.", "pe humanitarian signalled"),
        ("Ghana will send 300 soldiers to Mali. Chad's president came. Niger's did not.", "gh troops pledged"),
        ("Ghana will send 300 soldiers to Mali. Togo's men will do better.", "gh troops pledged"),
    ],
)
def test_what_is_wanted_and_deeds_of_another_sort(tell: Tell, text: str, expected: str) -> None:
    found = tell(text, "en").split("; ")
    assert found[-1] == expected
