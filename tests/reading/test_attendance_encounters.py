"""People in office who meet without being named, and what happens at a meeting besides speeches; each rule by its example."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from zusage.model.report import Reading

Read = Callable[..., Reading]

DAY = "2023-03-15"  # a Wednesday


def tell(read: Read, text: str, language: str) -> str:
    found = read(text, language, DAY).attendance
    return "; ".join(sorted(f"{a.actor} {a.mode}" for a in found))


ENGLISH = [
    ("Peru's president received her Chilean counterpart in Lima on Tuesday.", "cl in-person; pe in-person"),
    ("Ghana's prime minister was received in Rabat by the Moroccan foreign minister.", "gh in-person; ma in-person"),
    (
        "Peru's president travelled to Quito on Tuesday for talks with his Ecuadorean counterpart.",
        "ec in-person; pe in-person",
    ),
    (
        "The Peruvian trade minister was in Quito on Tuesday to meet her Ecuadorean counterpart.",
        "ec in-person; pe in-person",
    ),
    ("The presidents of Togo and Ghana met face to face in Accra.", "gh in-person; tg in-person"),
    ("The leaders of Togo and Ghana spoke by telephone on Tuesday about grain.", "gh remote; tg remote"),
    ("Togo and Ghana negotiated in Doha for two days.", "gh in-person; tg in-person"),
    ("Oman brought together envoys of Chad and Mali in Muscat.", "ml in-person; om in-person; td in-person"),
    ("Angola mediated between Chad and Mali at a meeting in Luanda.", "ao in-person; ml in-person; td in-person"),
    ("Istanbul was the venue for a meeting of the foreign ministers of Chad and Mali.", "ml in-person; td in-person"),
    (
        "The meeting of the foreign ministers of Chad and Mali took place in Lima on Tuesday.",
        "ml in-person; td in-person",
    ),
    ("The conference opened in Lima on Tuesday with Chile's foreign minister in the chair.", "cl in-person"),
    ("With Chile in the room, the conference in Lima agreed on a tax.", "cl in-person"),
    ("Chile used the conference in Lima to announce a loan.", "cl in-person"),
    ("Chile's minister took the floor at the Lima conference.", "cl in-person"),
    ("Chile's minister made the journey to the conference in Lima.", "cl in-person"),
    ("Chile's minister stormed out of the hall at the conference in Lima.", "cl in-person"),
    ("Chile pulled out of the meeting in Lima.", "cl absent"),
    ("Chile received no invitation to the conference in Lima.", "cl absent"),
    ("Chad was there at the conference in Lima; Mali was not.", "ml absent; td in-person"),
    ("A recorded message from Chile's president was played to the conference in Lima.", "cl remote"),
    ("Chile's minister was patched in to the Lima conference from home.", "cl remote"),
    ("Chile's minister told reporters after the conference in Lima that it was enough.", "cl in-person"),
    ("At the talks in Lima on Tuesday, Chile rejected the draft.", "cl in-person"),
    (
        "The deal was signed in Lima on Tuesday by Chile's minister and the Bolivian vice-president.",
        "bo in-person; cl in-person",
    ),
    ("Among those taking part in the donor meeting in Lima were Chad and Mali.", "ml in-person; td in-person"),
    ("Chile sent its finance minister to the conference in Lima.", "cl in-person"),
    ("Chile sent only its finance minister to the summit in Lima.", "cl represented"),
    (
        "Malta's prime minister and Peru's president unveiled the plan side by side in Lima.",
        "mt in-person; pe in-person",
    ),
    (
        "China's prime minister assured his Zambian counterpart in Beijing that the debt would be stretched.",
        "cn in-person; zm in-person",
    ),
    (
        "Mali's foreign minister visited Lima on Tuesday to talk with the Peruvian government.",
        "ml in-person; pe in-person",
    ),
    (
        "Mali's trade minister is due in Lima on Friday for talks with his Peruvian counterpart.",
        "ml in-person; pe in-person",
    ),
    ("The trade ministers of Mali and Peru talked by video on Tuesday about grain.", "ml remote; pe remote"),
    ("The conference opened in Lima on Tuesday. Chile blocked any reference to the ruling.", "cl in-person"),
    ("The conference opened in Lima on Tuesday. Chile announced a loan in Lima, too.", "cl in-person"),
    ("Chile was barred from the meeting in Lima.", "cl absent"),
    ("The conference opened in Lima on Tuesday. Chile, listening in as an observer, kept quiet.", "cl in-person"),
    ("The conference opened in Lima on Tuesday. Chile ignored the invitation.", "cl absent"),
    ("The conference opened in Lima on Tuesday. Chile stayed at home.", "cl absent"),
    ("Danish aid official Mette Holm told the conference in Lima that it was not enough.", "dk in-person"),
    ("Chile, also at the table, kept quiet at the Lima meeting.", "cl in-person"),
    ("Chile was represented at the Lima conference.", "cl in-person"),
    (
        "The king of Jordan had flown in with the prime minister of Malta for the conference in Lima.",
        "jo in-person; mt in-person",
    ),
    (
        "Among the small states that took part in the conference in Lima were Lesotho and Malta.",
        "ls in-person; mt in-person",
    ),
    ("Chile's foreign minister emerged from the talks in Lima at dawn.", "cl in-person"),
]
GERMAN = [
    ("Perus Präsidentin empfing am Dienstag ihren chilenischen Kollegen in Lima.", "cl in-person; pe in-person"),
    ("Ghanas Außenminister wurde in Rabat vom marokkanischen König empfangen.", "gh in-person; ma in-person"),
    (
        "Perus Handelsministerin war am Dienstag in Quito, um ihren ecuadorianischen Amtskollegen zu treffen.",
        "ec in-person; pe in-person",
    ),
    ("Togo und Ghana berieten am Dienstag in Accra über Getreide.", "gh in-person; tg in-person"),
    ("Oman brachte in Maskat Vertreter Perus an einen Tisch.", "om in-person; pe in-person"),
    ("Istanbul war Schauplatz eines Treffens der Außenminister Malis und Perus.", "ml in-person; pe in-person"),
    (
        "Beim Treffen der Außenminister Malis und Perus am Dienstag in Lima ging es um Wasser.",
        "ml in-person; pe in-person",
    ),
    ("Beim Treffen der Innenminister am Montag in Lima blockierte Chile die Erklärung.", "cl in-person"),
    ("Die Gespräche unter Leitung des chilenischen Außenministers begannen am Montag in Lima.", "cl in-person"),
    ("Die Konferenz begann in Lima mit einer Rede des chilenischen Außenministers.", "cl in-person"),
    ("Chile nutzte die Konferenz in Lima, um einen Kredit anzukündigen.", "cl in-person"),
    ("Die Konferenz in Lima begann am Dienstag. Chiles Vertreter verließ unter Protest den Saal.", "cl in-person"),
    ("Chile tauchte auf der Konferenz in Lima nicht auf.", "cl absent"),
    ("Chile ließ sich auf der Konferenz in Lima nicht blicken.", "cl absent"),
    ("Die Konferenz fand in Lima statt. Chile hatte keine Einladung erhalten.", "cl absent"),
    ("Der Konferenz in Lima wurde eine Videobotschaft des chilenischen Außenministers vorgespielt.", "cl remote"),
    ("Chiles Außenminister sagte nach der Konferenz in Lima, es reiche.", "cl in-person"),
    (
        "Perus Präsidentin sicherte ihrem malischen Amtskollegen am Dienstag in Lima zu, zu zahlen.",
        "ml in-person; pe in-person",
    ),
    (
        "Malis Minister besuchte am Dienstag Lima, um mit der peruanischen Regierung zu sprechen.",
        "ml in-person; pe in-person",
    ),
    (
        "Die Verteidigungsminister Perus und der Mongolei unterschrieben am Dienstag in Lima ein Abkommen.",
        "mn in-person; pe in-person",
    ),
    ("In Lima trafen sich am Dienstag die Minister Malis", "ml in-person"),  # a text that breaks off
    ("Die Konferenz begann am Dienstag in Lima. Chile stimmte der Erklärung erst nachts zu.", "cl in-person"),
    ("Chile wurde von dem Treffen in Lima ausgeschlossen.", "cl absent"),
    ("Chile verzichtete auf eine Teilnahme an der Konferenz in Lima.", "cl absent"),
    ("Die Konferenz begann am Dienstag in Lima. Auch Chile, das als Beobachter teilnahm, schwieg.", "cl in-person"),
    ("Die Konferenz begann am Dienstag in Lima. Chile meldete sich dreimal zu Wort.", "cl in-person"),
    ("Der chilenische Außenminister, der das Forum in Lima besucht, schwieg.", "cl in-person"),
    ("In der Sitzung am Dienstag in Lima sagte Chiles Botschafter, es reiche.", "cl in-person"),
]


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_in_english(read: Read, text: str, expected: str) -> None:
    assert tell(read, text, "en") == expected


@pytest.mark.parametrize(("text", "expected"), GERMAN)
def test_in_german(read: Read, text: str, expected: str) -> None:
    assert tell(read, text, "de") == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The conference is in Lima on Tuesday. Chad hosts 400,000 refugees.", "en"),
        ("The conference is in Lima on Tuesday. Chile has flown in 300 refugees since May.", "en"),
        ("The Chilean parliament met in Santiago on Tuesday to vote on the deployment.", "en"),
        ("The conference is in Lima on Tuesday. Chile called for talks in Bogota.", "en"),
        ("The conference is in Lima on Tuesday. Mali's president visited Arequipa after the flood.", "en"),
        ("The conference is in Lima on Tuesday. Chile came forward with 5 million dollars.", "en"),
        ("The conference was in Lima on Tuesday. Chile hosts another conference in the autumn.", "en"),
        ('The conference was in Lima on Tuesday. "We did not come to beg," it says.', "en"),
        ("Die Konferenz war am Dienstag in Lima. Die nächste Konferenz richtet Chile aus.", "de"),
        ("Die Konferenz war am Dienstag in Lima. Es fehlt das Ja des chilenischen Parlaments.", "de"),
    ],
)
def test_nobody_attends(read: Read, text: str, language: str) -> None:
    assert tell(read, text, language) == ""
