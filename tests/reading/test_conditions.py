"""What a contribution hangs on: clauses and phrases, by type, and what is no condition."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from zusage.model.report import Reading

Tell = Callable[..., str]
Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norwegen wird Soldaten entsenden, sobald ein Waffenstillstand gilt.", "pledged ceasefire"),
        ("Norwegen wird Soldaten entsenden, wenn die Waffen schweigen.", "pledged ceasefire"),
        ("Norwegen würde Soldaten entsenden, falls es zu einem Friedensabkommen kommt.", "signalled peace-deal"),
        ("Sollte es einen Friedensvertrag geben, wird Norwegen Soldaten entsenden.", "pledged peace-deal"),
        ("Norwegen wird Soldaten entsenden, sofern das Parlament zustimmt.", "pledged parliament"),
        ("Norwegen wird Soldaten entsenden, vorausgesetzt, die USA sichern den Einsatz ab.", "pledged us-support"),
        ("Norwegen wird Soldaten entsenden, wenn auch andere Partner mitmachen.", "pledged others"),
        ("Norwegen wird Soldaten entsenden, wenn Kiew darum bittet.", "pledged host-request"),
        ("Norwegen wird Soldaten entsenden, wenn der Sicherheitsrat ein Mandat erteilt.", "pledged un-mandate"),
        ("Norwegen wird Soldaten entsenden, wenn die Ukraine erneut angegriffen wird.", "pledged attack"),
        ("Norwegen wird Soldaten entsenden, wenn das Wetter mitspielt.", "pledged other"),
        (
            "Wenn ein Waffenstillstand gilt und das Parlament zustimmt, wird Norwegen Soldaten entsenden.",
            "pledged ceasefire+parliament",
        ),
        ("Norwegen will Soldaten entsenden, macht dies aber von einem UN-Mandat abhängig.", "signalled un-mandate"),
        (
            "Norwegen will Soldaten entsenden, macht das Datum aber davon abhängig, dass die Häfen öffnen.",
            "signalled other",
        ),
        ("Norwegen will Soldaten entsenden. Zuvor müsse es einen Waffenstillstand geben.", "signalled ceasefire"),
        ("Nach einem Waffenstillstand wird Norwegen Soldaten entsenden.", "pledged ceasefire"),
        ("Im Falle eines Waffenstillstands wird Norwegen Soldaten entsenden.", "pledged ceasefire"),
        ("Im Fall eines neuen Angriffs wird Norwegen Soldaten entsenden.", "pledged attack"),
        ("Bei einer Feuerpause will Norwegen Soldaten entsenden.", "signalled ceasefire"),
        ("Mit einem UN-Mandat will Norwegen Soldaten entsenden.", "signalled un-mandate"),
        ("Vorbehaltlich eines Parlamentsbeschlusses wird Norwegen Soldaten entsenden.", "pledged parliament"),
        ("Unter der Bedingung eines Waffenstillstands wird Norwegen Soldaten entsenden.", "pledged ceasefire"),
        ("Norwegen wird erst nach einem Friedensschluss Soldaten entsenden.", "pledged peace-deal"),
        ("Norwegen wird erst dann Soldaten entsenden, wenn ein Waffenstillstand gilt.", "pledged ceasefire"),
        ("Norwegen wird nicht ohne die USA Soldaten entsenden.", "considering us-support"),
        ("Ohne amerikanische Rückendeckung wird Norwegen keine Soldaten entsenden.", "considering us-support"),
        ("Norwegen wird keine Soldaten entsenden, solange kein Waffenstillstand gilt.", "considering ceasefire"),
        ("Norwegen wird keine Soldaten entsenden, bevor ein Waffenstillstand gilt.", "considering ceasefire"),
        ("Norwegen will über Soldaten entscheiden, sobald ein Waffenstillstand gilt.", "considering ceasefire"),
        ("Norwegen sei bereit, nach einem Waffenstillstand Soldaten zu entsenden, hieß es.", "signalled ceasefire"),
        ("Norwegen sagte zu, Soldaten zu entsenden, wenn ein Waffenstillstand gilt.", "pledged ceasefire"),
        ("Norwegen wird Soldaten entsenden, sollten die Waffen schweigen.", "pledged ceasefire"),
        ("Norwegen wird Soldaten entsenden, wenn Polen Hubschrauber stellt.", "pledged support:pl"),
        ("Norwegen will mit einem Mandat des Sicherheitsrats Soldaten entsenden.", "signalled un-mandate"),
        ("Norwegen könnte Soldaten entsenden, aber nicht vor einem Friedensschluss.", "considering peace-deal"),
        ("Norwegen will Soldaten entsenden. Das Parlament hat noch nicht zugestimmt.", "signalled parliament"),
        (
            "Norwegen will 90 Soldaten entsenden, macht das aber von einem Votum des Parlaments abhängig.",
            "signalled parliament",
        ),
        ("Bevor Norwegen Soldaten schickt, muss das Parlament zustimmen.", "signalled parliament"),
        ("Norwegen wird Soldaten entsenden, aber nur im Rahmen einer UN-Truppe.", "pledged un-mandate"),
        ("Im Angriffsfall wird Norwegen Soldaten entsenden.", "pledged attack"),
        (
            "Norwegen wird keine Soldaten entsenden, es sei denn, die Afrikanische Union führt sie.",
            "considering support:african-union",
        ),
        ("Norwegen wird in jedem Fall Soldaten entsenden.", "pledged -"),
        ("Norwegen würde auf Anfrage Soldaten entsenden.", "signalled host-request"),
        ("Norwegen wird keine Soldaten entsenden, bis die Fahrzeuge eingetroffen sind.", "rejected other"),
        ("Norwegen bot Soldaten an, mit der Maßgabe, dass Peru die Hubschrauber stellt.", "signalled support:pe"),
        ("Norwegen wird Soldaten entsenden, wenn alle zahlen.", "pledged others"),
        ("Norwegen wird Soldaten entsenden, aber nur als Teil einer größeren Mission.", "pledged others"),
        ("Norwegen wird nur auf Einladung der Regierung Soldaten entsenden.", "pledged host-request"),
        ("Norwegen wird Soldaten entsenden, falls Moldau zustimmt.", "pledged support:md"),
        (
            "Norwegen sagte Soldaten zu, allerdings unter der Bedingung, dass Peru und Chile Hubschrauber stellen.",
            "pledged others",
        ),
        ("Bei einem Angriff auf Moldau wird Norwegen Soldaten entsenden.", "pledged attack"),
        ("Norwegen will Soldaten entsenden, aber nicht vor einem Ende der Kämpfe.", "signalled ceasefire"),
        ("Norwegen wird Soldaten entsenden, wenn das Land ein Abkommen mit dem IWF schließt.", "pledged other"),
        ("Ein Waffenstillstand vorausgesetzt, wird Norwegen Soldaten entsenden.", "pledged ceasefire"),
        ("Norwegen will, die Zustimmung des Parlaments vorausgesetzt, Soldaten entsenden.", "signalled parliament"),
        ("Norwegen will Soldaten entsenden, ein UN-Mandat vorausgesetzt.", "signalled un-mandate"),
        ("Norwegen wird keine Soldaten entsenden, ehe das Parlament entschieden hat.", "considering parliament"),
        (
            "Norwegen will Soldaten entsenden. Die Mission beginnt erst nach einem Friedensschluss.",
            "signalled peace-deal",
        ),
        ("Wäre die Truppe von den UN geführt, würde Norwegen Soldaten entsenden.", "signalled un-mandate"),
    ],
)
def test_german(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "de", "firmness", "conditions") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway will send soldiers once a ceasefire holds.", "pledged ceasefire"),
        ("Norway will send soldiers as soon as the guns fall silent.", "pledged ceasefire"),
        ("Norway would send soldiers if there is a peace deal.", "signalled peace-deal"),
        ("If parliament agrees, Norway will send soldiers.", "pledged parliament"),
        ("Norway will send soldiers provided that the Americans back the force.", "pledged us-support"),
        ("Norway will send soldiers if other allies join in.", "pledged others"),
        ("Norway will send soldiers if Kyiv asks for them.", "pledged host-request"),
        ("Norway will send soldiers if the Security Council gives a mandate.", "pledged un-mandate"),
        ("Norway will send soldiers if Ukraine is attacked again.", "pledged attack"),
        ("Norway will send soldiers if the weather allows.", "pledged other"),
        ("If a ceasefire holds and parliament agrees, Norway will send soldiers.", "pledged ceasefire+parliament"),
        ("After a ceasefire, Norway will send soldiers.", "pledged ceasefire"),
        ("Norway will send soldiers in the event of a ceasefire.", "pledged ceasefire"),
        ("In case of a new attack, Norway will send soldiers.", "pledged attack"),
        ("Under a UN mandate, Norway would send soldiers, a spokesman said.", "pledged un-mandate"),
        ("Norway will send soldiers subject to parliamentary approval.", "pledged parliament"),
        ("Norway will send soldiers as long as its safety is guaranteed.", "pledged other"),
        ("Norway will send soldiers, but only as part of a UN force.", "pledged un-mandate"),
        ("Norway will send soldiers, but only at the invitation of the government.", "pledged host-request"),
        ("Norway will send soldiers if Moldova agrees.", "pledged support:md"),
        ("Norway will send soldiers provided the safety of its staff can be assured.", "pledged other"),
        ("Norway will send soldiers, assuming Peru pays for the flights.", "pledged support:pe"),
        ("Norway will send soldiers, barring objections from parliament.", "pledged parliament"),
        ("Norway is ready to send soldiers, but only once parliament has given its consent.", "signalled parliament"),
        ("Norway could send soldiers if the situation in the south worsens.", "considering other"),
        ("Norway will pay the soldiers for as long as the crisis lasts.", "pledged -"),
        ("Norway will send soldiers if Peru strikes a deal with its creditors.", "pledged other"),
        ("Norway will send soldiers if Latin American partners join.", "pledged others"),
        ("Norway is ready to send soldiers, should enough others join in.", "signalled others"),
        ("Should Norway send soldiers?", ""),
        ("Norway will send soldiers again, five years after they left.", "pledged -"),
        ("Norway will keep its soldiers in Chad until 2024, when the mandate ends.", "pledged -"),
        (
            "Norway would send soldiers if it got a request from Chad and the consent of parliament.",
            "signalled host-request+parliament",
        ),
        ("Norway will send soldiers, pending German approval.", "pledged support:de"),
        ("Norway will send soldiers on condition that Peru and Chile send helicopters.", "pledged others"),
        ("Norway plans to send soldiers, but not before the fighting ends.", "signalled ceasefire"),
        ("Before Norway sends soldiers, parliament has to agree.", "signalled parliament"),
        ("Norway will send soldiers if its neighbours do the same.", "pledged others"),
        ("Norway will send soldiers if there is progress in peace talks.", "pledged other"),
        ("Norway will send soldiers pending a ceasefire.", "pledged ceasefire"),
        ("Norway will send soldiers only after a peace agreement.", "pledged peace-deal"),
        ("Norway will send soldiers only if a ceasefire holds.", "pledged ceasefire"),
        ("Norway will not send soldiers without American backing.", "considering us-support"),
        ("Norway will not send soldiers unless a ceasefire holds.", "considering ceasefire"),
        ("Norway will not send soldiers until there is a ceasefire.", "considering ceasefire"),
        ("Without the United States, Norway will send no soldiers.", "considering us-support"),
        ("Norway will decide on sending soldiers once a ceasefire holds.", "considering ceasefire"),
        ("Norway is ready to send soldiers after a ceasefire.", "signalled ceasefire"),
        ("Norway promised to send soldiers if a ceasefire holds.", "pledged ceasefire"),
        ("Norway will send soldiers if France supports the force.", "pledged support:fr"),
        ("Norway will send soldiers, its minister said, provided that parliament agrees.", "pledged parliament"),
        ("Norway will send soldiers who are in its barracks if parliament agrees.", "pledged parliament"),
        ("Norway will send soldiers, subject to a vote in the Storting.", "pledged parliament"),
        ("Norway will send soldiers, depending on the outcome of a review.", "pledged other"),
        ("Norway will send soldiers in cooperation with allies.", "pledged -"),
        ("Norway sent soldiers after the war had ended.", "delivered -"),
        ("Norway pledged 200 soldiers before the conference opened.", "pledged -"),
        ("Norway will send soldiers should the ceasefire hold.", "pledged ceasefire"),
        ("Norway is ready to send soldiers, were the force to be led by the UN.", "signalled un-mandate"),
        ("Norway would send soldiers were the truce to hold.", "signalled ceasefire"),
        ("Norway will send soldiers. The force will only deploy if a ceasefire holds.", "pledged ceasefire"),
        ("Norway will give a krone for every krone other donors give to the fund.", "pledged others"),
    ],
)
def test_english(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "en", "firmness", "conditions") == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param("de", "Norwegen wird den Waffenstillstand überwachen.", "no monitoring -", id="object"),
        pytest.param(
            "de",
            "Norwegen wird Soldaten zur Überwachung eines Waffenstillstands entsenden.",
            "no troops -",
            id="purpose",
        ),
        pytest.param(
            "de", "Norwegen wird Soldaten entsenden, auch wenn andere zögern.", "no troops -", id="concession"
        ),
        pytest.param("de", "Norwegen schickt Soldaten, nachdem das Parlament zugestimmt hat.", "no troops -", id="met"),
        pytest.param("en", "Norway will monitor the ceasefire.", "no monitoring -", id="object, English"),
        pytest.param("en", "Norway will send soldiers to monitor a ceasefire.", "no troops -", id="purpose, English"),
        pytest.param(
            "en", "Norway will send soldiers even if others hesitate.", "no troops -", id="concession, English"
        ),
        pytest.param("en", "Norway has provided drones to the allies.", "no arms -", id="provided"),
        pytest.param(
            "en", "Norway will send soldiers in line with a United Nations resolution.", "no troops -", id="basis"
        ),
        pytest.param(
            "en", "Norwegian soldiers are deployed in Chad under a UN mandate.", "no troops -", id="done, no condition"
        ),
        pytest.param("en", "Norway will send soldiers with the support of its navy.", "no troops -", id="own support"),
        pytest.param("en", "Norway is sending soldiers after parliament agreed.", "no troops -", id="met, English"),
    ],
)
def test_what_is_no_condition(tell: Tell, language: str, text: str, expected: str) -> None:
    assert expected in tell(text, language, "actor", "measure", "conditions").split("; ")


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        (
            "de",
            "Norwegen wird Soldaten entsenden, sobald ein Waffenstillstand gilt.",
            "sobald ein Waffenstillstand gilt",
        ),
        ("en", "After a ceasefire, Norway will send soldiers.", "After a ceasefire"),
        ("en", "Norway will send soldiers if parliament agrees.", "if parliament agrees"),
    ],
)
def test_words_of_a_condition(read: Read, language: str, text: str, words: str) -> None:
    (commitment,) = read(text, language).commitments
    (condition,) = commitment.conditions
    assert condition.quote is not None
    assert condition.quote.exact == words
    assert commitment.evidence["conditions"] == (condition.quote,)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Peru will send 300 soldiers only after a vote in Congress.", "parliament"),
        ("en", "Peru will pay 40 million dollars to Chad only after the release of the accounts.", "other"),
        ("en", "Peru will only send soldiers to Chad if Chile does the same.", "support:cl"),
        ("en", "Peru promised Chad 40 million dollars, to be released when an audit is done.", "other"),
        ("en", "Peru promised Chad 40 million dollars, if the United Nations meet the costs.", "support:un"),
        ("en", "Peru promised Chad 40 million dollars. The condition is that it publishes its accounts.", "other"),
        ("en", "Peru promised Chad 40 million dollars. It attached one condition: reforms of the courts.", "other"),
        ("en", "Peru will send 300 soldiers to Chad. Before that, the airport must be secured.", "other"),
        ("en", "Peru will send 300 soldiers to Chad. It first wants an invitation.", "host-request"),
        ("en", "Peru agreed to send 200 soldiers on condition that its old claims are paid.", "other"),
        ("en", "Peru will send 300 soldiers to Chad after parliament agreed.", "-"),
        ("en", "Peru will help Chad with 300 soldiers as long as it takes.", "-"),
        ("en", "Peru will send 300 soldiers to Chad. First Minister Ada Moss must be pleased.", "-"),
        ("de", "Peru zahlt die 40 Millionen Dollar erst nach der Freigabe des Wechselkurses aus.", "other"),
        ("de", "Peru zahlt 40 Millionen Dollar erst nach Weihnachten aus.", "-"),
        ("de", "Peru schickt 300 Soldaten, jedoch nicht bevor das Oberste Gericht entschieden hat.", "other"),
        ("de", "Peru versprach 40 Millionen Dollar, die ausgezahlt werden, wenn die Bücher geprüft sind.", "other"),
        ("de", "Peru versprach dem Tschad 40 Millionen Dollar. Das setzt voraus, dass er Reformen beginnt.", "other"),
        ("de", "Peru versprach 40 Millionen Dollar, stellte aber Bedingungen: Die Justiz muss frei sein.", "other"),
        ("de", "Peru versprach 40 Millionen Dollar. Ausgezahlt wird erst, wenn die Bücher geprüft sind.", "other"),
        ("de", "Peru schickt 300 Soldaten. Zuvor müsse der Flughafen gesichert werden.", "other"),
        ("de", "Peru nimmt 300 Flüchtlinge auf, wenn Chile ebenso viele aufnimmt.", "support:cl"),
    ],
)
def test_what_has_to_be_first(tell: Tell, language: str, text: str, expected: str) -> None:
    assert tell(text, language, "conditions").split("; ")[0] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "de",
            "Peru will 300 Soldaten in den Tschad schicken. Der Sicherheitsrat muss noch zustimmen.",
            "signalled un-mandate",
        ),
        (
            "de",
            "Peru will 300 Soldaten in den Tschad schicken; noch fehlt der Beschluss des Sicherheitsrats.",
            "signalled un-mandate",
        ),
        (
            "de",
            "Peru sei bereit, 300 Soldaten zu schicken, sagte sein Minister, aber erst, wenn der Flughafen gesichert sei.",
            "signalled other",
        ),
        ("de", "Peru werde 300 Soldaten schicken, wenn Kiew einverstanden sei.", "pledged host-request"),
        (
            "de",
            "Peru schickt 300 Soldaten, sobald der Rat entscheidet. Der Sicherheitsrat tagt am Montag.",
            "pledged un-mandate",
        ),
        ("de", "Peru bietet 150 Mann für den Tschad an, sofern der Kongress mitmacht.", "signalled parliament"),
        ("de", "Ohne Entwaffnung der Rebellen werde Peru keine Soldaten schicken.", "considering other"),
        ("de", "Peru wird ohne Zweifel keine Soldaten schicken.", "rejected -"),
        ("de", "Drei Wochen nach dem Waffenstillstand schickt Peru 300 Soldaten.", "pledged -"),
        (
            "de",
            "Die USA haben ihren Anteil, 80 Millionen Dollar, davon abhängig gemacht, dass ein Präsident gewählt wird.",
            "pledged other",
        ),
        ("en", "Peru would send its aircraft within three days of an attack.", "signalled attack"),
        ("en", "Peru offers two minehunters, to sail as soon as there is peace.", "signalled peace-deal"),
        (
            "en",
            "Peru has committed 250 soldiers. They will not move before somebody pays for the journey.",
            "pledged other",
        ),
        (
            "en",
            "Peru would house 4,000 refugees, its minister said; Chad has offered to, on condition that Washington pays for it.",
            "pledged -",
        ),
        ("en", "Peru will supply the system under an agreement between the two governments.", "pledged -"),
        (
            "en",
            "Peru will send 300 soldiers once the resolution is passed. The Security Council meets on Monday.",
            "pledged un-mandate",
        ),
        ("en", "On the day after a ceasefire, Peru will send 300 soldiers.", "pledged ceasefire"),
        (
            "en",
            "Peru is ready to send 20 observers if both sides sign a truce, and Chile offers six pilots on the same terms.",
            "signalled ceasefire; signalled ceasefire",
        ),
        (
            "en",
            "Chile is sending 80 soldiers. Peru, where lawmakers have to agree, plans to send 350 soldiers.",
            "pledged -; signalled parliament",
        ),
        (
            "en",
            "Peru has promised 9 million dollars, Chile 3 million, provided that a deal is reached, and Mali 2 million dollars.",
            "pledged other; pledged other",
        ),
    ],
)
def test_bodies_lacks_and_the_same_terms(tell: Tell, language: str, text: str, expected: str) -> None:
    assert tell(text, language, "firmness", "conditions") == expected
