"""What comes on top, what others do likewise, what has become of a promise, and who evades: over several sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from zusage.model.report import Reading

Tell = Callable[..., str]
Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Peru has sent 80 doctors to Chad. Another 40 will follow in May.", "pe delivered; pe pledged"),
        (
            "en",
            "Peru has paid half of the 60 million dollars. The rest is to follow in May.",
            "pe delivered; pe signalled",
        ),
        ("en", "Peru has sent 80 doctors to Chad, and no more will follow.", "pe delivered"),
        ("de", "Peru hat 80 Ärzte in den Tschad geschickt, weitere 40 folgen im Mai.", "pe delivered; pe pledged"),
        (
            "de",
            "Peru hat erst 60 Millionen Dollar überwiesen. Der Rest soll im Mai folgen.",
            "pe delivered; pe signalled",
        ),
    ],
)
def test_what_follows_is_of_who_gave_the_first(tell: Tell, language: str, text: str, expected: str) -> None:
    assert tell(text, language, "actor", "firmness") == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Peru will keep its soldiers in Chad. The same goes for Ghana.", "pe pledged; gh pledged"),
        ("en", "Peru will keep its soldiers in Chad. That is also true of Ghana.", "pe pledged; gh pledged"),
        ("en", "Peru said it would not pay into the fund. Ghana took the same line.", "pe rejected; gh rejected"),
        ("de", "Peru belässt seine Soldaten im Tschad. Gleiches gilt für Ghana.", "pe pledged; gh pledged"),
        ("de", "Peru belässt seine Soldaten im Tschad. Ghana tut dasselbe.", "pe pledged; gh pledged"),
        ("de", "Peru zahlt nicht in den Fonds ein. Ähnlich hält es Ghana.", "pe rejected; gh rejected"),
    ],
)
def test_what_goes_for_others(tell: Tell, language: str, text: str, expected: str) -> None:
    assert tell(text, language, "actor", "firmness") == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Peru will send 40 soldiers to Chad. The cabinet agreed to the deployment on Monday.", "concrete"),
        ("en", "Peru will send 40 soldiers to Chad. The cabinet agreed to the deployment in principle.", "pledged"),
        ("en", "Peru had promised observers. On Friday the government withdrew the offer.", "withdrawn"),
        ("de", "Peru hatte Beobachter zugesagt. Doch am Freitag zog die Regierung die Zusage zurück.", "withdrawn"),
        ("de", "Peru schickt 40 Soldaten in den Tschad. Das Kabinett stimmte dem Einsatz am Montag zu.", "concrete"),
        ("en", "Peru's offer of 40 soldiers is on hold.", "withdrawn"),
        ("en", "Peru has put its offer of 40 soldiers on hold.", "withdrawn"),
        ("en", "Peru has made good on its pledge of 30 million dollars for the fund.", "delivered"),
        ("de", "Peru hat seine Zusage von 30 Millionen Dollar für den Fonds eingelöst.", "delivered"),
        ("de", "Peru machte bei seiner Zusage von 40 Soldaten einen Rückzieher.", "withdrawn"),
    ],
)
def test_what_becomes_of_a_promise(tell: Tell, language: str, text: str, expected: str) -> None:
    assert tell(text, language, "firmness") == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The first 40 Peruvian soldiers set off for Chad on Monday.", "concrete"),
        ("en", "Peru has begun sending 40 soldiers to Chad.", "concrete"),
        ("en", "Peru has given the go-ahead for the deployment of 40 soldiers.", "concrete"),
        ("en", "Peru held out the prospect of 40 soldiers.", "signalled"),
        ("en", "Peru can imagine sending 40 soldiers.", "considering"),
        ("de", "Peru dürfte 40 Soldaten schicken.", "signalled"),
        ("de", "Die ersten 40 peruanischen Soldaten brachen am Montag auf.", "concrete"),
    ],
)
def test_on_the_way_and_in_prospect(tell: Tell, language: str, text: str, expected: str) -> None:
    assert tell(text, language, "firmness") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Peru would not be drawn on whether it would send soldiers.",
        "Peru sidestepped the question of whether it would send soldiers.",
        "A spokesman for the Peruvian government refused to speculate about soldiers.",
    ],
)
def test_who_evades_a_question(tell: Tell, text: str) -> None:
    assert tell(text, "en", "actor", "firmness") == "pe withheld"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Peru promised Chad 40 million dollars, half of which has been paid.", "pledged 40; delivered 20"),
        (
            "en",
            "Peru promised Chad 40 million dollars. Of that, 10 million arrived in May.",
            "pledged 40; delivered 10",
        ),
        ("en", "Peru promised Chad 40 million dollars. None of it has arrived.", "pledged 40"),
        (
            "de",
            "Peru sagte 40 Millionen Dollar zu, von denen zehn Millionen ausgezahlt sind.",
            "pledged 40; delivered 10",
        ),
        ("de", "Peru sagte 40 Millionen Dollar zu. Bereits geflossen sind zehn Millionen.", "pledged 40; delivered 10"),
    ],
)
def test_a_part_of_a_sum_that_is_paid(read: Read, language: str, text: str, expected: str) -> None:
    told = [(c.firmness, c.quantity) for c in read(text, language).commitments if c.actor == "pe"]
    shown = (f"{firmness} {(q.max or 0) / 1_000_000:.0f}" for firmness, q in told if q is not None)
    assert "; ".join(sorted(shown, reverse=True)) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Peru will send 300 soldiers to Chad. The first of them arrived on Monday.", "pe pledged; pe delivered"),
        ("en", "Peru will send 300 soldiers to Chad, 40 of whom are already there.", "pe pledged; pe delivered"),
        ("en", "Peru is to send 300 soldiers to Chad. Some 90 have landed.", "pe signalled; pe delivered"),
        ("en", "Peru will send 300 soldiers to Chad. The first ministers arrived on Monday.", "pe pledged"),
        ("en", "Peru has sent 40 doctors to Chad. A second team will follow.", "pe delivered; pe pledged"),
        ("de", "Peru schickt 300 Soldaten. Die ersten 40 landeten am Montag.", "pe pledged; pe delivered"),
        ("de", "Peru hatte 30 Panzer zugesagt, geliefert wurde bisher die Hälfte.", "pe pledged; pe delivered"),
        ("de", "Peru hat 40 Zelte geschickt, 60 weitere sollen folgen.", "pe delivered; pe signalled"),
    ],
)
def test_what_has_come_of_a_promise(tell: Tell, language: str, text: str, expected: str) -> None:
    assert tell(text, language, "actor", "firmness") == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Peru has frozen its plan to send 400 police officers to Chad.", "withdrawn"),
        ("en", "Peru has recalled its soldiers from Chad.", "withdrawn"),
        ("en", "Peru put off the dispatch of 40 soldiers to Chad.", "withdrawn"),
        ("en", "Peru has put 30 million dollars for Chad in its budget.", "concrete"),
        ("en", "Peru's budget includes 30 million dollars for Chad.", "concrete"),
        ("de", "Perus Haushalt sieht 30 Millionen Dollar für den Tschad vor.", "concrete"),
        ("de", "Peru führt mit dem Tschad Gespräche über einen Kredit von 30 Millionen Dollar.", "considering"),
        ("de", "Peru lässt seinen Beitrag zur Mission im Tschad auslaufen.", "withdrawn"),
        ("de", "Peru verschob seine Zahlung an den Fonds auf das kommende Jahr.", "withdrawn"),
        ("de", "Peru versprach 200 Zelte, zog das Angebot nach einem Streit aber zurück.", "withdrawn"),
        ("de", "Peru hat die zugesagten 30 Panzer noch nicht geliefert.", "pledged"),
        ("de", "Peru hat die 30 Millionen Dollar, die es versprochen hatte, noch nicht gezahlt.", "pledged"),
        ("de", "Peru hat seine 60 Millionen Dollar für den Kosovo an Reformen geknüpft.", "pledged"),
    ],
)
def test_put_off_budgeted_and_not_paid_yet(tell: Tell, language: str, text: str, expected: str) -> None:
    assert tell(text, language, "firmness") == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Peru will not withdraw its 300 soldiers from Chad.", "pledged"),
        ("en", "Peru keeps 950 soldiers in the north of Chad.", "delivered"),
        ("en", "Peru will keep 950 soldiers in the north of Chad.", "pledged"),
        ("en", "Peru has still not delivered the 30 tanks that it promised Ukraine.", "pledged"),
        ("en", "Peru has yet to pay the 30 million dollars it promised Chad.", "pledged"),
        ("en", "Peru held its contribution to the fund at eight million dollars.", "pledged"),
        ("en", "Peru said it would lend Chad five million dollars if others did.", "pledged"),
        ("en", "Peru says it would lend Chad five million dollars if others did.", "signalled"),
        ("en", "Peru keeps 300 police officers on standby for Chad.", "signalled"),
        ("en", "Peru declined comment on soldiers for Chad.", "withheld"),
        ("en", "Whether Peru will send soldiers to Chad remains to be seen.", "considering"),
        ("en", "Peru has paid half of the money for Chad and will pay the rest in May.", "delivered; pledged"),
        ("de", "Peru wird seine 300 Soldaten nicht aus dem Tschad abziehen.", "pledged"),
        ("en", "Peru's contingent in Chad is on its way home.", "withdrawn"),
        ("de", "Perus Kontingent im Tschad befindet sich auf dem Heimweg.", "withdrawn"),
        ("de", "Peru wollte im Mai zwei Boote liefern, verschob die Übergabe aber.", "withdrawn"),
        ("de", "Peru leiht Mali 40 Millionen Dollar in Raten, die erste ist überwiesen.", "pledged; delivered"),
        ("de", "Peru hält 300 Polizisten für den Tschad bereit.", "signalled"),
        ("de", "Peru hat 40 Soldaten für den Tschad auf den Weg gebracht.", "concrete"),
        ("de", "Ob Peru Soldaten in den Tschad schickt, wird sich erst zeigen.", "considering"),
    ],
)
def test_kept_on_the_way_and_still_open(tell: Tell, language: str, text: str, expected: str) -> None:
    assert tell(text, language, "firmness") == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Peru keeps its 20 officers in the mission in Chad.", "delivered"),
        ("en", "Peru's 90 soldiers remain in Chad.", "delivered"),
        ("en", "Peru provides 750 of the soldiers in Chad.", "delivered"),
        ("en", "Peru, which pays the wages of the police in Chad, called for calm.", "delivered"),
        ("en", "Peru pays for the tents in Chad.", "delivered"),
        ("en", "Peru keeps its sanctions on Chad.", "concrete"),
        ("en", "Peru sends 300 soldiers to Chad.", "pledged"),
        ("en", "Peru contributes 30 million dollars to the fund for Chad.", "pledged"),
        ("en", "Peru is flying in 300 soldiers.", "concrete"),
        ("en", "At the conference on Chad, Peru gave 30 million dollars and Chile a token sum.", "pledged; pledged"),
        ("en", "Peru gave 30 million dollars for Chad.", "delivered"),
        ("en", "Chile pledged 40 million dollars for Chad. Peru gave 30 million.", "pledged; pledged"),
        ("en", "Chile pledged 40 million dollars for Chad. Last year Peru gave 30 million.", "pledged; delivered"),
        ("en", "Peru gave Chad 30 tanks.", "delivered"),
        ("en", "Peru will pay no more budget support to Chad.", "rejected"),
        ("en", "Peru will send no more than 300 soldiers to Chad.", "pledged"),
        ("en", "Peru lifted its embargo on Chad in January.", "withdrawn"),
        ("de", "Peru verlegt zwei Hubschrauber in den Tschad.", "concrete"),
        ("de", "Peru stellt das größte Kontingent der Truppe im Tschad.", "delivered"),
        ("de", "Peru, das den Sold der Truppe im Tschad bezahlt, rief zur Ruhe auf.", "delivered"),
        ("de", "Peru gab auf der Konferenz für den Tschad 30 Millionen Dollar.", "pledged"),
        ("de", "Zuvor hatte Peru seine Zahlungen an den Tschad angehalten. Chile folgte.", "withdrawn; withdrawn"),
        ("de", "Peru zögert mit einer Zusage von 30 Panzern.", "withheld"),
    ],
)
def test_going_on_and_told_in_a_round(tell: Tell, language: str, text: str, expected: str) -> None:
    assert tell(text, language, "firmness") == expected
