"""What a clause leaves out and the report supplies: gapping, lists, verbs that take up what was spoken of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from zusage.model.report import Reading

Tell = Callable[..., str]
Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Schweden stellt Jets in Aussicht, Belgien Schiffe.", "se air signalled; be naval signalled"),
        ("de", "Polen schickt Ausbilder und Italien Munition.", "pl training pledged; it arms pledged"),
        pytest.param(
            "en",
            "Sweden offered jets, Belgium ships.",
            "se air signalled; be naval signalled",
            marks=pytest.mark.xfail(reason="a gapped English clause is not told apart", strict=False),
        ),
        pytest.param(
            "en",
            "Poland will send instructors and Italy ammunition.",
            "pl training pledged; it arms pledged",
            marks=pytest.mark.xfail(reason="a gapped English clause is not told apart", strict=False),
        ),
    ],
)
def test_gapping(tell: Tell, language: str, text: str, expected: str) -> None:
    assert tell(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "de",
            "Folgende Länder haben Soldaten zugesagt.\n\nPolen: 250 Soldaten\n\nPortugal: 100 Soldaten",
            "pl troops 250 persons; pt troops 100 persons",
        ),
        (
            "en",
            "These countries have pledged money.\n\nPoland: 25 million euros\n\nPortugal: 10 million euros",
            "pl funding 25000000 EUR; pt funding 10000000 EUR",
        ),
    ],
)
def test_lists_after_a_colon(tell: Tell, language: str, text: str, expected: str) -> None:
    found = tell(text, language, "actor", "measure", "quantity").split("; ")
    assert [line for line in found if not line.startswith("group:")] == expected.split("; ")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Polen schickt Soldaten. Portugal beteiligt sich ebenfalls.", "pl troops pledged; pt troops pledged"),
        ("de", "Polen schickt Soldaten. Portugal beteiligt sich nicht.", "pl troops pledged; pt troops rejected"),
        ("de", "Polen schickt Soldaten. Portugal winkt ab.", "pl troops pledged; pt troops rejected"),
        ("de", "Polen schickt Soldaten. Portugal zögert noch.", "pl troops pledged; pt troops withheld"),
        ("de", "Polen schickt Soldaten. Auch Portugal ist dazu bereit.", "pl troops pledged; pt troops signalled"),
        ("de", "Polen liefert Panzer. Portugal hält sich heraus.", "pl arms pledged; pt arms rejected"),
        ("en", "Poland will send soldiers. Portugal will join in.", "pl troops pledged; pt troops pledged"),
        ("en", "Poland will send soldiers. Portugal will not take part.", "pl troops pledged; pt troops rejected"),
        ("en", "Poland will send soldiers. Portugal declined.", "pl troops pledged; pt troops rejected"),
        ("en", "Poland will send soldiers. Portugal hesitates.", "pl troops pledged; pt troops withheld"),
        ("en", "Poland will send soldiers. Portugal is ready, too.", "pl troops pledged; pt troops signalled"),
        ("en", "Poland will supply tanks. Portugal will stay out.", "pl arms pledged; pt arms rejected"),
        ("en", "Poland will send two frigates. Portugal is providing one.", "pl naval pledged; pt naval pledged"),
        ("en", "Poland will send soldiers. Portugal will send nobody.", "pl troops pledged; pt troops rejected"),
    ],
)
def test_verbs_that_take_up_what_was_spoken_of(tell: Tell, language: str, text: str, expected: str) -> None:
    assert tell(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("de", "Portugal beteiligt sich ebenfalls.", id="nothing spoken of"),
        pytest.param("de", "Polen schickt Soldaten. Portugal schaltete sich per Video zu.", id="by video"),
        pytest.param("en", "Poland will send soldiers. Portugal joined by secure video link.", id="by video, English"),
    ],
)
def test_verbs_that_take_up_nothing(tell: Tell, language: str, text: str) -> None:
    assert "pt" not in tell(text, language)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Bahamas sagten 150 Polizisten zu, Jamaika 200.", "bs troops 150 persons; jm troops 200 persons"),
        ("Polen schickt zehn Fregatten, die Niederlande zwei.", "pl naval 10 items; nl naval 2 items"),
        ("Polen kümmert sich um Schulen, Dänemark um Brücken.", "pl reconstruction -; dk reconstruction -"),
        (
            "Finnland bleibt bei 10 Millionen Euro, die Emirate bei 30.",
            "fi funding 10000000 EUR; ae funding -",
        ),
        ("Kanada gibt 40 Millionen kanadische Dollar.", "ca funding 40000000 CAD"),
        ("Peru hat drei Schiffe. Kanada: 40 Millionen Dollar, vom Kabinett gebilligt.", "ca funding 40000000 USD"),
        ("Polen schickt 200 Soldaten. Auch Peru ist dabei, mit 50.", "pl troops 200 persons; pe troops 50 persons"),
        ("Polen schickt Geld. Peru vervierfacht auf 100 Millionen Euro.", "pl funding -; pe funding 100000000 EUR"),
        ("Polen gibt 10 Millionen Euro und 200 Soldaten.", "pl funding 10000000 EUR; pl troops 200 persons"),
        ("Die Weltbank gewährt einen Kredit über 40 Millionen Euro.", "world-bank funding 40000000 EUR"),
        ("Peru zahlt über 40 Millionen Euro.", "pe funding 40000000.. EUR"),
        ("Peru stellt einen Kredit von 40 Millionen Euro bereit.", "pe funding 40000000 EUR"),
        ("Peru nimmt 1500 Syrer auf.", "pe humanitarian 1500 persons"),
        ("Peru schickt ein Feldlazarett.", "pe humanitarian 1 items"),
        ("Peru unterstützt den Wiederaufbau mit 40 Millionen Euro.", "pe reconstruction 40000000 EUR"),
        ("Peru entsendet zehn Stabsoffiziere, Chile zwei.", "pe logistics 10 persons; cl logistics 2 persons"),
        (
            "Burundi will ein Bataillon mit 500 Soldaten stellen, Dschibuti sein Kontingent verdoppeln.",
            "bi troops 500 persons; dj troops -",
        ),
    ],
)
def test_numbers_that_leave_out_what_they_count(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "de", "actor", "measure", "quantity") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Polen schickt Soldaten. Österreich: derzeit keine Pläne.", "pl troops pledged; at troops rejected"),
        (
            "Polen schickt eine Kompanie. Die ersten Soldaten sind schon vor Ort.",
            "pl troops pledged; pl troops delivered",
        ),
        ("Eine Entsendung von Soldaten kommt für Spanien nicht infrage.", "es troops rejected"),
        ("Polen schickt Soldaten. Eine Beteiligung Perus ist ausgeschlossen.", "pl troops pledged; pe troops rejected"),
        (
            "Polen schickt Soldaten. Peru dementierte: Man beteilige sich nicht.",
            "pl troops pledged; pe troops rejected",
        ),
        ("Polen schickt Soldaten. Ob Peru etwas beisteuert, ist offen.", "pl troops pledged; pe troops considering"),
        ("Polen schickt Soldaten. Peru hat dies bereits signalisiert.", "pl troops pledged; pe troops signalled"),
        ("Peru will seine Helfer heimholen. Malawi zieht ab.", "pe humanitarian withdrawn; mw troops withdrawn"),
        ("Es liegen Zusagen über 40 Millionen Euro vor.", "group:donors funding pledged"),
        ("Der Beitrag Perus beläuft sich auf 40 Millionen Euro.", "pe funding pledged"),
        ("Auf einen Betrag wollte sich Kanada nicht festlegen.", "ca funding withheld"),
        ("Kanada nannte keine Summe.", "ca funding withheld"),
        ("Kanada zahlt 40 Millionen Dollar für die Friedenstruppe.", "ca funding pledged"),
        ("Kanada verhängte Sanktionen gegen drei Banken.", "ca sanctions concrete"),
        ("Peru ist bereit, den Rückzug zu überwachen.", "pe monitoring signalled"),
        ("Peru ist mit 85 Blauhelmen im Land vertreten.", "pe troops delivered"),
        ("Auf der Konferenz kamen 40 Millionen Euro zusammen.", "group:donors funding pledged"),
        ("Der Fonds hat 40 Millionen Euro eingesammelt.", "group:donors funding pledged"),
        ("Malawi kann mit Hilfen von 40 Millionen Euro rechnen.", "group:donors funding pledged"),
        ("Größter Geber ist Peru mit 40 Millionen Euro.", "pe funding pledged"),
        ("Polen schickt Soldaten. Peru kürzt.", "pl troops pledged; pe troops withdrawn"),
        ("Polen schickt Soldaten. Nicht dabei ist Peru.", "pl troops pledged; pe troops rejected"),
        ("Polen denkt über drei Korvetten nach.", "pl naval considering"),
        ("Polen will 500 Mann schicken, darunter ein Feldlazarett.", "pl troops signalled"),
        ("Peru fliegt Drohnen zur Aufklärung.", "pe intelligence pledged"),
        ("Die Panzer, die Polen versprochen hatte, sind eingetroffen.", "pl arms delivered; pl arms pledged"),
        ("Peru will 1500 Syrer aus dem Libanon holen.", "pe humanitarian signalled"),
        ("Die USA gaben bekannt, sie stellten 40 Millionen Euro bereit.", "us funding pledged"),
        ("Polen beteiligte sich mit 40 Millionen Euro.", "pl funding pledged"),
        ("Auf Polen entfallen 40 Millionen Euro.", "pl funding pledged"),
        ("Polen nahm teil, ohne Soldaten zu schicken.", "pl troops rejected"),
        ("Bern öffnet die Schatulle: 60 Millionen Franken.", "ch funding pledged"),
        (
            "Polen schickt Soldaten. Zwei Geber hielten sich zurück: Peru und Chile.",
            "pl troops pledged; group:donors troops withheld; pe troops withheld; cl troops withheld",
        ),
        ("Polen schickt Soldaten. Peru? Prüft noch.", "pl troops pledged; pe troops considering"),
        ("Peru hält an seinem Truppenabzug fest.", "pe troops withdrawn"),
        ("Peru hat von den versprochenen 80 Millionen Euro erst zehn überwiesen.", "pe funding delivered"),
        ("Das Paket aus Peru umfasst 19 Haubitzen.", "pe arms pledged"),
        ("Die Bundeswehr verlegt zwei Transporthubschrauber.", "de logistics concrete"),
        ("Peru lehnte das Angebot von Geld ab.", ""),
        ("Peru bildet seit 2015 Rekruten aus.", "pe training delivered"),
        ("Polen schickt Soldaten. Aus Peru sind 296 Mann zugesagt.", "pl troops pledged; pe troops pledged"),
        ("Peru bleibt bei acht Milliarden Kronen.", "pe funding pledged"),
        ("Peru sagte ein Dutzend Beobachter zu und will mehr schicken.", "pe monitoring pledged"),
        ("Peru hat mit der Verlegung von Soldaten begonnen.", "pe troops concrete"),
        ("Peru will seine Soldaten im Land lassen.", "pe troops signalled"),
        ("Peru sagt zu, bis März weiter Munition zu liefern.", "pe arms pledged"),
        (
            "Die USA verwiesen auf die elf Millionen Dollar, die sie gezahlt haben, und schicken keine Soldaten.",
            "us funding delivered; us troops rejected",
        ),
        ("Die Europäische Bank für Wiederaufbau und Entwicklung gab 40 Millionen Euro frei.", "ebrd funding concrete"),
        ("Von Peru gibt es 40 Millionen Euro.", "pe funding pledged"),
        ("Polen schickt Soldaten. Peru hat seine Entscheidung vertagt.", "pl troops pledged; pe troops considering"),
        ("Peru bot sich als Vermittler an.", "pe political signalled"),
        ("Der Schweizer Bundesrat gibt 40 Millionen Franken.", "ch funding pledged"),
        ("Der peruanische Konzern gibt 40 Millionen Euro.", ""),
        (
            "Polen schickt Soldaten. Peru beteiligt sich finanziell nicht an dem Stab.",
            "pl troops pledged; pe funding rejected",
        ),
    ],
)
def test_prose_of_the_news(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "de") == expected


def test_far_back_is_forgotten(tell: Tell) -> None:
    """A verb without an object looks two sentences back, not further."""
    filler = "Das Wetter war gut. Die Sonne schien. Am Abend regnete es. "
    assert tell(f"Polen schickt eine Fregatte. {filler}Portugal beteiligt sich nicht.", "de") == "pl naval pledged"


def test_first_person_of_an_official_text(tell: Tell) -> None:
    """Who "we" are in an official text is told by the capital that it is dated from."""
    text = (
        "Vaduz, 24. Oktober 2025\n\nWir stellen zwei Millionen Franken bereit. Im Mai werden wir Zelte schicken. "
        "Soldaten entsenden wir nicht."
    )
    assert tell(text, "de") == "li funding pledged; li humanitarian pledged; li troops rejected"


@pytest.mark.parametrize(
    ("language", "text", "words", "rule"),
    [
        (
            "de",
            "Nach dem Treffen sagte Polen zu, Soldaten zu entsenden.",
            "Soldaten",
            "verb entsenden under verb zusagen",
        ),
        ("en", "Poland ruled out sending soldiers.", "soldiers", "verb send under verb rule out"),
    ],
)
def test_trace_names_rule_and_words(read: Read, language: str, text: str, words: str, rule: str) -> None:
    (commitment,) = read(text, language).commitments
    steps = {step.field: step for step in commitment.trace}
    assert steps["firmness"].rule == rule
    assert [quote.exact for quote in commitment.evidence["measure"]] == [words]
    assert steps["actor"].quote is not None
    assert steps["actor"].quote.exact in ("Polen", "Poland")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Donors pledged 40 million euros in Oslo. Peru said it would name its figure in the spring."),
        ("de", "Die Geber sagten 40 Millionen Euro zu. Peru will die Summe später nennen."),
        ("en", "Donors pledged 40 million euros in Oslo. Peru declined to name a sum."),
        ("en", "Donors pledged 40 million euros in Oslo. Peru would not name a figure."),
        ("de", "Die Geber sagten 40 Millionen Euro zu. Peru weigerte sich, einen Betrag zu nennen."),
    ],
)
def test_who_puts_off_how_much_it_will_be_withholds_it(tell: Tell, language: str, text: str) -> None:
    assert tell(text, language) == "group:donors funding pledged; pe funding withheld"


def test_those_of_many_states_are_no_state(tell: Tell) -> None:
    """Not the state last spoken of, as which the dateline's city counts."""
    text = "Lima, 9. Mai 2026 (XYZ) - Vertreter von 23 Staaten haben am Freitag in Lima über eine Beobachtermission beraten."
    assert tell(text, "de") == ""


JOINING = {
    "en": """\
Donors pledged 40 million dollars for rebuilding and 20 million dollars in loans. Peru gave 3 million dollars. Kenya and Chile
said they were ready to send 600 soldiers. Nepal ruled out taking part.""",
    "de": """\
Die Geber sagten 40 Millionen Dollar für den Wiederaufbau und 20 Millionen Dollar Kredite zu. Peru gab 3 Millionen Dollar.
Kenia und Chile sind bereit, 600 Soldaten zu stellen. Nepal lehnt eine Beteiligung ab.""",
}


@pytest.mark.parametrize("language", ["de", "en"])
def test_in_a_report_on_money_the_force_just_spoken_of_is_what_one_takes_part_in(tell: Tell, language: str) -> None:
    assert tell(JOINING[language], language).endswith("np troops rejected")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Peru will send 240 policemen and has trained half of them. Chile has offered a hundred.",
            "pe troops; pe training; cl troops",
        ),
        ("en", "The ships of Peru are in place. Chile's 850 are on the way.", "pe naval; cl troops"),
        ("de", "Peru stellt 400 Soldaten, Chile 300; das Übrige bringt Kuba auf.", "pe troops; cl troops; cu troops"),
    ],
)
def test_a_bare_number_counts_what_was_counted_before(tell: Tell, language: str, text: str, expected: str) -> None:
    assert tell(text, language, "actor", "measure") == expected


@pytest.mark.parametrize(
    ("language", "text", "measure"),
    [
        ("de", "Norwegen will Peru beim Bau von Häfen helfen.", "reconstruction"),
        ("de", "Norwegen will Peru beim Aufbau der Armee helfen.", "training"),
        ("en", "Norway is paying for the bridge's repair.", "reconstruction"),
        ("de", "Norwegen verstärkt die Überwachung der Küste mit zwei Schiffen.", "naval"),
        ("de", "Für die Ausbildung der Polizei sollen 180 norwegische Soldaten eingesetzt werden.", "training"),
        ("en", "Norway will pay for courses on drones.", "training"),
        ("de", "Norwegen bot Unterstützung von See an.", "naval"),
        ("de", "Norwegen hat ein Waffenembargo gegen Mali erlassen.", "sanctions"),
        ("de", "Norwegen trägt die Sanktionen mit.", "sanctions"),
        ("de", "Norwegen öffnet seinen Arbeitsmarkt für Flüchtlinge.", "other"),
        ("en", "Norway agreed to take back all migrants who cross the border.", "other"),
        ("en", "Norway handed over 60 mine detectors to Chad.", "reconstruction"),
        ("en", "Norway will charter two ships to carry the soldiers.", "logistics"),
    ],
)
def test_objects_with_two_readings(tell: Tell, language: str, text: str, measure: str) -> None:
    assert tell(text, language, "actor", "measure") == f"no {measure}"


def test_who_does_not_change_course_trains_nobody(tell: Tell) -> None:
    assert "training" not in tell("Norway will not change course.", "en", "measure")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "de",
            (
                "Peru gibt 40 Millionen Euro. Chile gibt 20 Millionen Euro. Die OSZE schickt Beobachter. "
                "Norwegen bot dafür 20 Leute an."
            ),
            "no monitoring",
        ),
        (
            "en",
            (
                "The European Union will send 300 instructors to train units of the army. Peru already has 80 soldiers there. "
                "Norway has announced a contribution. The trainers stay for two years."
            ),
            "no training",
        ),
        (
            "en",
            "After the fires doctors, tents and blankets are needed. Norway sent two Canadair planes and doctors.",
            "no air",
        ),
    ],
)
def test_what_is_taken_up_is_the_effort_or_what_is_pointed_at(
    tell: Tell, language: str, text: str, expected: str
) -> None:
    assert expected in tell(text, language, "actor", "measure").split("; ")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Norway sends 200 soldiers. Peru sends half as many.", "pe troops 100 persons"),
        ("en", "Norway sends 200 soldiers. Peru sends an equal number.", "pe troops 200 persons"),
        ("en", "Norway sent two helicopters. Peru has offered the same.", "pe air 2 items"),
        ("en", "Norway sends 200 soldiers and Peru just as many.", "pe troops 200 persons"),
        ("de", "Norwegen schickt zwei Schiffe. Peru will ein eigenes schicken.", "pe naval -"),
        ("de", "Norwegen bezahlt Drohnen für die Beobachter.", "no monitoring -"),
        ("en", "Norway is considering training police officers.", "no training -"),
    ],
)
def test_as_much_as_was_told_and_what_serves_somebody(tell: Tell, language: str, text: str, expected: str) -> None:
    assert tell(text, language, "actor", "measure", "quantity").split("; ")[-1] == expected


@pytest.mark.parametrize(
    ("language", "text", "measure"),
    [
        ("en", "Norway will arm the police of Chad.", "arms"),
        ("en", "Norway will enforce the no-fly zone.", "air"),
        ("en", "Norway will repair the vehicles of the force.", "logistics"),
        ("en", "Norway will connect Chad to its grid.", "reconstruction"),
    ],
)
def test_verbs_with_what_they_give(tell: Tell, language: str, text: str, measure: str) -> None:
    assert tell(text, language, "actor", "measure") == f"no {measure}"
