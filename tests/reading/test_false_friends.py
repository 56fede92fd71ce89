"""What sounds like a contribution and is none, or is somebody else's: loans of others, bans, silence, denials, terms."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from zusage.dossier import load_dossier
from zusage.model.report import Reading, Report
from zusage.model.values import Firmness
from zusage.reading.report import read_report

Tell = Callable[..., str]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Chad repaid 40 million dollars."),
        ("en", "Peru blamed Chile for the collapse of the talks on sending soldiers to Mali."),
        ("en", "Aid groups accused the army of looting aid in Chad."),
        ("en", "Norway sent soldiers to Chad. Chile declined to comment."),
        ("en", "Chad still has to negotiate exact terms of the relief."),
        ("en", "Peru said its ships would stay under Peruvian command."),
        ("en", "Chad received the first tranche of 30 million dollars in March."),
        ("en", "Nepal has a long history of contributing troops to missions in Mali."),
        ("en", "Some countries, such as Ghana and Nepal, have experience in deployments to Mali."),
        ("en", "Chile raised the price of its 30 tanks."),
        ("en", "Chad accepted the offer of 40 tents."),
        ("en", "Chad is studying the offer of 40 soldiers."),
        ("en", "Chad turned down the offer of 40 tents."),
        ("en", '"We need boats, not words," said a spokesman of the Chilean navy.'),
        ("de", "Der Tschad nahm das Angebot von 40 Zelten an."),
        ("de", "Der Tschad prüft das Angebot von 40 Soldaten."),
        ("de", "Der Tschad schlug das Angebot von 40 Zelten aus."),
        ("en", "A summit of African leaders on the force for Mali has ended in Lima without agreement."),
        ("en", "African leaders ended their summit on the force for Mali in Lima."),
        ("en", "Peru has the soldiers of Mali in mind."),
        ("en", "In Oslo the donors met on aid for Mali. Chile is opposed."),
        ("en", "Peru dropped its opposition to the 40 million dollar fund."),
        ("en", "Peru supports the deployment of 40 soldiers to Mali."),
        ("de", "Für Brunnen in Mali sind im Haushalt 40 Millionen Euro vorgesehen."),
        ("de", "Peru kontrolliert Bananenfrachter."),
        ("de", "Peru unterstützt die Entsendung von Soldaten nach Mali."),
        ("de", "Der Tschad kann nun 40 Millionen Euro abrufen."),
        ("de", "Tschad hat Schulden von 40 Millionen Euro getilgt."),
        ("de", "Peru wies Berichte zurück, es habe angeboten, Soldaten zu schicken."),
        ("de", "Viele Staaten wollen ihre Hilfe für den Tschad nicht an Bedingungen knüpfen."),
        ("de", "Ghana rief zu mehr Hilfe für den Tschad auf. Peru schloss sich dem Appell an."),
        ("de", "Über Hilfe für den Tschad berieten die Geber in Oslo. Peru, zu spät eingeladen, sagte ab."),
        ("de", "Über Hilfe für den Tschad berieten die Geber in Oslo. Peru war der Einladung nicht gefolgt."),
        ("de", "Man beobachte die Lage, teilte die Regierung in Lima mit."),
        ("de", "Der Tschad hat in Oslo 40 Millionen Euro zugesagt bekommen."),
        ("de", "Über eine Friedenstruppe für den Tschad wurde beraten. Kenia darf sich an ihr nicht beteiligen."),
        ("de", "Der Tschad kann auf 40 Millionen Euro hoffen."),
        ("de", "Das Geld darf nicht für Waffen ausgegeben werden, sagte Norwegens Ministerin."),
    ],
)
def test_nothing_is_given(tell: Tell, language: str, text: str) -> None:
    found = {line for line in tell(text, language).split("; ") if line and not line.startswith("no ")}
    assert not found


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Chad is negotiating a 40 million dollar loan with the IMF.", "imf funding considering"),
        ("de", "Tschad verhandelt mit dem IWF über einen Kredit von 40 Millionen Dollar.", "imf funding considering"),
        (
            "en",
            "Chad reached an agreement with the World Bank on a loan of 40 million dollars.",
            "world-bank funding concrete",
        ),
        (
            "de",
            "Die Gläubiger erließen Tschad Schulden in Höhe von 40 Millionen Dollar.",
            "group:donors funding delivered",
        ),
    ],
)
def test_who_lends(tell: Tell, language: str, text: str, expected: str) -> None:
    assert tell(text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru could send up to 200 soldiers to Mali if the UN gives a mandate.", "pe troops considering"),
        ("Peru will not send soldiers to Mali until fighting stops.", "pe troops considering"),
        ("Peru will not send soldiers to Mali until Friday.", "pe troops rejected"),
        ("Peru said it would release 40 million euros for Chad.", "pe funding pledged"),
        ("Peru could release 40 million euros for Chad.", "pe funding signalled"),
        ("Chile pays for trucks, though Peru is not sending soldiers.", "cl funding pledged; pe troops rejected"),
        ("Chile pays for trucks, even if Peru is not sending soldiers.", "cl funding pledged"),
    ],
)
def test_how_firmly(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "en") == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "In Oslo sagten Geber 40 Millionen Euro zu. Peru lehnte eine Beteiligung an der Truppe ab."),
        ("en", "In Oslo donors pledged 40 million euros. Peru rejected a role in the force."),
    ],
)
def test_a_part_in_something_is_of_its_measure(tell: Tell, language: str, text: str) -> None:
    assert tell(text, language).endswith("pe troops rejected")


@pytest.mark.parametrize(
    "sentence",
    [
        "Offen bleibt, welche weiteren Staaten dem peruanischen Beispiel folgen.",
        "Von vier weiteren Staaten liegen noch keine Angaben zur Truppenstärke vor.",
    ],
)
def test_what_is_not_known_nobody_weighs_or_refuses(tell: Tell, sentence: str) -> None:
    assert tell(f"Peru will Soldaten nach Haiti schicken. {sentence}", "de") == "pe troops signalled"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Mit Peru und Chile haben zwei Staaten Soldaten für Mali zugesagt.", "pe troops; cl troops"),
        ("en", "Rwanda met Italy. The east African nation will send 40 soldiers to Mali.", "rw troops"),
        ("de", "Katar half Peru. Peru dankte. Der Golfstaat zahlt dem Tschad 50 Millionen Dollar.", "qa funding"),
        ("de", "Uganda dankte Italien. Das ostafrikanische Land schickt 500 Soldaten nach Mali.", "ug troops"),
        (
            "en",
            "Austria's interior minister thanked Syrians, saying the country would pay 40 million euros.",
            "at funding",
        ),
        (
            "en",
            "Peru pledged 40 million dollars. Since the fund's inception, it has disbursed 90 million.",
            "pe funding",
        ),
        (
            "en",
            "The Georgian prime minister took in Syrians. Norway's minister thanked the prime minister for taking in people.",
            "ge humanitarian; ge humanitarian",
        ),
    ],
)
def test_who_is_meant(tell: Tell, language: str, text: str, expected: str) -> None:
    assert tell(text, language, "actor", "measure") == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "de",
            "Perus Außenminister kam. Chile dankte. Der Außenminister sagte, man werde 40 Millionen Euro zahlen.",
            "pe funding",
        ),
        (
            "en",
            "Peru's foreign minister came. Chile cheered. The foreign minister said he would pay 40 million euros.",
            "pe funding",
        ),
        ("en", "Chad cheered. The Jeddah-based bank said it will provide 40 million dollars.", ""),
        (
            "en",
            "Among the donors were the World Bank with $2 billion, Norway with $15m, as well as Peru, the minister said.",
            "world-bank funding; no funding; pe funding",
        ),
        ("en", "Peru must send soldiers to Mali, Chile's minister said.", ""),
        ("de", "Die EU müsse nun mehr Geld für den Tschad geben, sagte Norwegens Minister.", ""),
        ("en", "Togo's proposed contribution of 500 soldiers for Mali has raised concerns in Benin.", "tg troops"),
    ],
)
def test_whose_it_is(tell: Tell, language: str, text: str, expected: str) -> None:
    assert tell(text, language, "actor", "measure") == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Uganda threatened to pull out its soldiers from Mali."),
        ("en", "Uganda is considering withdrawing its soldiers from Mali."),
        ("de", "Uganda droht mit dem Abzug seiner Soldaten aus Mali."),
        ("de", "Uganda erwägt, seine Soldaten aus Mali abzuziehen."),
        ("de", "Uganda drohte, seine Soldaten aus Mali abzuziehen."),
    ],
)
def test_a_threat_of_withdrawal_withdraws_nothing_yet(tell: Tell, language: str, text: str) -> None:
    assert tell(text, language) == "ug troops considering"


def test_what_a_contribution_makes_others_think_is_not_its_givers_view(read: Callable[..., Reading]) -> None:
    text = "Togo's proposed contribution of 500 soldiers to the mission in Mali has raised concerns."
    assert not [found for found in read(text, "en").positions if found.actor == "tg"]


def test_how_many_givers_is_no_amount(read: Callable[..., Reading]) -> None:
    text = "The three largest contributors of troops to the mission in Mali are Chad, Nepal, and Egypt."
    assert all(found.quantity is None for found in read(text, "en").commitments)


def test_whose_words_they_are_is_no_condition(tell: Tell) -> None:
    needs = "Nach Angaben der Vereinten Nationen benötigt der Tschad 100 Millionen Euro."
    text = f"Der IWF will dem Tschad mit einem Rettungspaket helfen. {needs}"
    assert tell(text, "de", "actor", "conditions") == "imf -"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru will no longer send soldiers to Mali.", "pe troops rejected"),
        ("Peru no longer sends soldiers to Mali.", "pe troops rejected"),
        ("Peru is no longer willing to send soldiers to Mali.", "pe troops rejected"),
        ("Peru refrained from sending soldiers to Mali.", "pe troops rejected"),
        ("Peru is unlikely to send soldiers to Mali.", "pe troops rejected"),
        ("Peru is in no position to send soldiers to Mali.", "pe troops rejected"),
        ("Peru is far from ready to send soldiers to Mali.", "pe troops rejected"),
        ("It is unlikely that Peru will send soldiers to Mali.", ""),
        ("Nothing suggests that Peru will send soldiers to Mali.", ""),
        ("There is no sign that Peru will send soldiers to Mali.", ""),
        ("Reports that Peru will send soldiers to Mali are false, its minister said.", ""),
        ("Peru was supposed to send 200 soldiers to Mali last year.", ""),
        ("Peru would rather pay than send soldiers to Mali.", "pe funding signalled"),
    ],
)
def test_what_hardly_comes_in_english(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru wird wohl kaum Soldaten nach Mali schicken.", "pe troops rejected"),
        ("Peru scheut davor zurück, Soldaten nach Mali zu schicken.", "pe troops withheld"),
        ("Peru hat Pläne aufgegeben, Soldaten nach Mali zu schicken.", "pe troops withdrawn"),
        ("Peru ließ Pläne fallen, 200 Soldaten nach Mali zu schicken.", "pe troops withdrawn"),
        ("Peru solle Soldaten nach Mali schicken, sagte Chiles Minister.", ""),
        ("Es ist unwahrscheinlich, dass Peru Soldaten nach Mali schickt.", ""),
        ("Peru glaubt nicht, dass es Soldaten nach Mali schicken wird.", ""),
        ("Nichts deutet darauf hin, dass Peru Soldaten nach Mali schickt.", ""),
    ],
)
def test_what_hardly_comes_in_german(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "de") == expected


def test_an_appeal_against_a_decision_demands_nothing(read: Callable[..., Reading]) -> None:
    assert not read("Peru is appealing the decision on the mission in Mali.", "en").positions


def test_a_parliament_that_has_still_to_agree_attends_nothing(read: Callable[..., Reading]) -> None:
    text = "Peru und Chile stimmten bei dem Treffen in Oslo dagegen. Sobald das Folketing zugestimmt hat, beginnt der Einsatz."
    assert {found.actor for found in read(text, "de").attendance} == {"pe", "cl"}


@pytest.mark.parametrize("place", ["Oslo - ", "Oslo/Wien – ", "Oslo, 4. Mai 2026 – ", "Oslo (Norwegen), 04.05.2026 – "])
def test_a_dateline_is_no_giver(tell: Tell, place: str) -> None:
    text = f"{place}Peru hat bei einer Konferenz für den Jemen 90 Millionen Euro Hilfe zugesagt."
    assert tell(text, "de", "actor", "quantity") == "pe 90000000 EUR"


def test_who_sends_a_video_message_is_not_there(read: Callable[..., Reading]) -> None:
    found = read("Peru's president addressed the summit in Lima by video message.", "en").attendance
    assert {(each.actor, str(each.mode)) for each in found} == {("pe", "remote")}


def test_who_holds_talks_presides_over_nothing(read: Callable[..., Reading]) -> None:
    found = read("Peru führte beim Gipfel in Lima Gespräche mit Chile.", "de").attendance
    assert {(each.actor, str(each.role)) for each in found} == {("pe", "participant"), ("cl", "participant")}


def test_a_learned_contribution_is_no_firmer_than_what_stands_over_it() -> None:
    report = Report(text="Japan and Italy are expected to pledge later in the year.", language="en")
    found = read_report(report, load_dossier("ukraine-guarantees"), keep_all=True).commitments
    assert {(each.actor, each.firmness) for each in found} == {("jp", Firmness.SIGNALLED), ("it", Firmness.SIGNALLED)}


@pytest.mark.parametrize(
    "text",
    [
        "At the donors' meeting Peru pledged 40 million dollars. Chile's prime minister stayed away.",
        "At the donors' meeting Peru pledged 40 million dollars. Chile joined by video link.",
        "At the donors' meeting Peru pledged 40 million dollars. Chile's flight was cancelled.",
        "At the donors' meeting Peru pledged 40 million dollars. Chile did not join.",
        "At the donors' meeting Peru pledged 40 million dollars. Chile and Kenya have not joined.",
    ],
)
def test_who_only_came_gives_nothing(text: str) -> None:
    report = Report(text=text, language="en")
    found = read_report(report, load_dossier("ukraine-guarantees"), keep_all=True).commitments
    assert {each.actor for each in found} == {"pe"}


def test_a_commander_does_not_give_whom_he_commands() -> None:
    report = Report(text="Peru pledged 40 soldiers. Chile's commander of the 900 troops complained.", language="en")
    found = read_report(report, load_dossier("ukraine-guarantees"), keep_all=True).commitments
    assert not any(step.rule == "name beside an amount" for each in found for step in each.trace)


def test_who_asks_for_a_sum_does_not_give_it(tell: Tell) -> None:
    text = "Peru sagte 20 Millionen Euro zu, weit weniger als die Hilfswerke, die 40 Millionen Euro erbeten haben."
    assert tell(text, "de", "actor", "quantity") == "pe 20000000 EUR"


def test_soldiers_that_a_parliament_allows_for_ships_sail(tell: Tell) -> None:
    text = (
        "Die Fregatte „Lübeck“ soll mit zwei Schiffen vor Somalia Piraten jagen. Der Bundestag hat dafür bis zu 900 Soldaten "
        "genehmigt. Die Marine schickt ein zweites Schiff."
    )
    assert "de naval concrete" in tell(text, "de")


def test_who_is_there_already_is_sent(tell: Tell) -> None:
    text = "Peru promised Mali 40 soldiers. Chad's troops, 2,000 of them, are in Kidal already."
    assert tell(text, "en") == "pe troops pledged; td troops delivered"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad renewed its offer of 40 tents.", "td humanitarian"),
        ("Chad is considering an offer of 40 soldiers.", "td troops"),
    ],
)
def test_an_offer_of_ones_own_is_weighed(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "en", "actor", "measure") == expected
