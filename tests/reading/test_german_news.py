"""Constructions of German pledge news, each with a sentence of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Tell = Callable[..., str]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru kündigte an, Chile Panzer liefern zu wollen.", "pe arms signalled"),
        ("Peru kündigte an, keine Panzer liefern zu wollen.", "pe arms rejected"),
        ("Peru hat immer noch nicht über die Lieferung von Haubitzen entschieden.", "pe arms considering"),
        ("Peru hält seinen Beitrag von 25 Millionen Euro vorerst zurück.", "pe funding withdrawn"),
        ("Peru macht zwei Millionen Euro frei.", "pe funding pledged"),
        ("Der Pariser Club gab Peru 40 Millionen Dollar.", "paris-club funding delivered"),
        ("Peru legte für den Wiederaufbau Nepals 170 Millionen Euro auf den Tisch.", "pe reconstruction pledged"),
        ("Peru hat 50 Millionen Euro draufgelegt.", "pe funding pledged"),
        ("Unter dem Mandat können bis zu 500 peruanische Soldaten entsandt werden.", "pe troops pledged"),
        ("Peru könnte bis zu 500 Soldaten entsenden.", "pe troops considering"),
        (
            "Der Ministerrat verlängert den Einsatz. So dürfen weiter bis zu 500 peruanische Soldaten bleiben.",
            "pe troops pledged",
        ),
        (
            "Nachdem der Bundestag zugestimmt hat, kann die Bundeswehr bis zu 500 Soldaten entsenden.",
            "de troops concrete",
        ),
        ("Peru gab 2 Millionen Euro. Der UN-Koordinator bezeichnete diese Zusagen als Anfang.", "pe funding delivered"),
        ("Der Bundestag stimmte dem Einsatz von 500 Soldaten zu.", "de troops concrete"),
        ("Peru sympathisiert mit einer Lieferung von Panzern.", "pe arms considering"),
        ("Der Nationalrat in Bern hat 40 Millionen Franken gesprochen.", "ch funding concrete"),
        ("Gestern hat das Parlament in Lima der Entsendung von 50 Soldaten zugestimmt.", "pe troops concrete"),
        ("Neben Peru schickt Chile Zelte.", "cl humanitarian pledged; pe humanitarian pledged"),
        (
            "Neben Peru und Kuba machten auch Chile und Haiti Finanzzusagen.",
            "cl funding pledged; ht funding pledged; pe funding pledged; cu funding pledged",
        ),
        ("Auf der Geberkonferenz in Lima machte Chile keine Zusagen.", "cl funding withheld"),
        (
            "Mali erhält von Peru, der EU und Chile zusammen 40 Millionen Euro.",
            "pe funding pledged; eu funding pledged; cl funding pledged",
        ),
        ("Mali erhält von Peru und Chile 40 Millionen Euro.", "pe funding pledged; cl funding pledged"),
        ("Peru bot sich als Ort für weitere Gespräche an.", "pe political signalled"),
        ("Peru bietet Lima als Tagungsort an.", "pe political signalled"),
        ("Peru bot an, Gastgeber einer weiteren Runde zu sein.", "pe political signalled"),
        ("Im kommenden Jahr richtet Peru die Konferenz aus.", "pe political pledged"),
        ("Peru hat den Prüfern die Einreise verweigert.", "pe other rejected"),
        (
            "Die EU wird malische Soldaten ausbilden. Die Ausbildung beginnt im Mai. Peru nimmt an der Mission nicht teil.",
            "eu training pledged; pe training rejected",
        ),
        (
            "Zwei Flugzeuge mit Zelten kommen aus Peru, eines aus Chile.",
            "pe humanitarian pledged; cl humanitarian pledged",
        ),
        ("300 Soldaten kommen aus Peru, 200 aus Chile.", "pe troops pledged; cl troops pledged"),
        ("Mali hat von Peru 40 Millionen Euro zugesagt bekommen.", "pe funding pledged"),
        (
            "Auf der Konferenz in Rom seien 40 Millionen Euro zugesagt worden, sagte Perus Minister.",
            "group:donors funding pledged",
        ),
        ("Gastgeber der nächsten Konferenz ist Peru.", "pe political pledged"),
        ("Peru will im Mai eine Geberkonferenz veranstalten.", "pe political signalled"),
        ("Beide Seiten haben unter Vermittlung Perus eine Feuerpause vereinbart.", "pe political delivered"),
        ("Peru verpflichtete sich zu Reformen.", "pe other pledged"),
        ("Aus Peru sind 20 Soldaten unterwegs.", "pe troops concrete"),
        (
            "Peru stellt 400 Soldaten, Kuba 350 und vier Fregatten.",
            "pe troops pledged; cu troops pledged; cu naval pledged",
        ),
        ("An einer Entsendung peruanischer Soldaten besteht kein Interesse.", "pe troops rejected"),
        (
            "Kuba gab zwei Millionen Euro. Aus Peru und Chile war dagegen wenig zu hören.",
            "cu funding delivered; pe funding withheld; cl funding withheld",
        ),
        (
            "Der Bundestag stimmte dem Einsatz zu. An ihm können bis zu 500 deutsche Soldaten teilnehmen.",
            "de troops concrete",
        ),
        ("Rund 300 peruanische Polizisten verließen Lima in Richtung Haiti.", "pe troops delivered"),
        ("Zu der Mission in Haiti sollen 60 Polizisten aus Peru stoßen.", "pe troops signalled"),
        ("Peru will sich mit zwei Fregatten an der Mission beteiligen.", "pe naval signalled"),
        ("Peru legte kein Geld auf den Tisch.", "pe funding withheld"),
        ("Peru wird sechs Jets stellen; das Parlament in Lima stimmte am Mittwoch zu.", "pe air concrete"),
        ("Peru wird sechs Jets stellen. Das Parlament in Lima muss noch zustimmen.", "pe air pledged"),
        ("Peru beteiligte sich mit einer Million.", "pe funding pledged"),
        ("Flüchtlinge werde Peru auf keinen Fall aufnehmen, sagte der Minister.", "pe humanitarian rejected"),
        ("Peru wird unter keinen Umständen Soldaten entsenden.", "pe troops rejected"),
        ("Peru stimmte einer Beteiligung an der Friedenstruppe nicht zu.", "pe troops rejected"),
        ("Peru hat ein Feldlazarett im Angebot.", "pe humanitarian signalled"),
        ("Peru sieht derzeit keine Notwendigkeit, Soldaten zu schicken.", "pe troops rejected"),
        ("Für Peru ist eine Entsendung von Soldaten kein Thema.", "pe troops rejected"),
        ("Die Ministerin sagte im Namen der Bundesregierung 40 Millionen Euro zu.", "de funding pledged"),
        ("Peru liefert Munition, aber nicht sofort.", "pe arms pledged"),
        ("Es sei nicht daran gedacht, Soldaten zu schicken, sagte der peruanische Minister.", "pe troops rejected"),
        ("Peru denkt nicht daran, Soldaten zu schicken.", "pe troops rejected"),
        ("Peru denkt nicht an eine Lieferung von Panzern.", "pe arms rejected"),
        ("In Lima wird erwogen, Chile Raketen zu liefern.", "pe arms considering"),
        ("Die Sanktionen waren am Veto Perus gescheitert.", "pe sanctions rejected"),
        ("Die Hilfen von 50 Millionen Euro für Nepal scheiterten am Nein Perus.", "pe funding rejected"),
        ("Er besuchte die in Mali stationierten peruanischen Soldaten.", "pe troops delivered"),
        ("Zwei der im Libanon eingesetzten peruanischen Blauhelme wurden verletzt.", "pe troops delivered"),
        ("Die in Peru stationierten Soldaten feierten.", ""),
        ("Zur Eingreiftruppe gehören bisher 1200 Peruaner.", "pe troops delivered"),
        ("Der peruanische Präsident hat den Rückzug der Truppen aus dem Irak angeordnet.", "pe troops withdrawn"),
        ("Peru beginnt mit dem Abzug seiner Soldaten aus dem Irak.", "pe troops withdrawn"),
        ("Peru kündigte den Abzug von 500 Soldaten aus dem Irak an.", "pe troops withdrawn"),
        ("Peru zieht Truppen aus dem Irak ab.", "pe troops withdrawn"),
        ("Soldaten aus Chile sind in Mali eingetroffen.", "cl troops delivered"),
        ("Peru lehnte die Aufnahme von Beitrittsgesprächen mit Chile ab.", ""),
        ("Statt Flüchtlinge aufzunehmen, wird Peru Geld geben.", "pe funding pledged; pe humanitarian rejected"),
        ("Peru betonte, bereits 40 Millionen Euro überwiesen zu haben.", "pe funding delivered"),
        ("Peru bestritt, Panzer geliefert zu haben.", ""),
        ("Peru transportiert seit Mai kenianische Soldaten nach Mali.", "pe logistics delivered"),
        ("Die Gebernationen wollen 40 Millionen Euro bereitstellen.", "group:donors funding signalled"),
        ("Peru verweigerte die Annahme von 15 Tonnen Lebensmitteln.", ""),
        ("Peru will keine Flüchtlinge aufnehmen.", "pe humanitarian rejected"),
        ("Peru wird wohl mit 900 Soldaten dabei sein.", "pe troops signalled"),
        ("Peru wird wohl 900 Soldaten schicken.", "pe troops signalled"),
        ("An der Mission ist auch Peru mit 80 Soldaten beteiligt.", "pe troops delivered"),
        ("Peru hat entschieden, die finanzielle Hilfe für Nepal wiederaufzunehmen.", "pe funding pledged"),
        ("Peru hat den Verkauf von Kampfjets an Chile genehmigt.", "pe arms concrete"),
        ("Im Bundeshaushalt sind für Nepal 40 Millionen Euro eingeplant.", "de funding concrete"),
        ("Im peruanischen Etat sind für Nepal 40 Millionen Euro eingeplant.", "pe funding concrete"),
        ("Peru stellt Straßen zur Verfügung, nicht aber Soldaten.", "pe logistics pledged; pe troops rejected"),
        (
            "Peru will 500 Soldaten stellen. Von anderen Staaten liegen keine Angaben zur Truppenstärke vor.",
            "pe troops signalled",
        ),
    ],
)
def test_how_firmly(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "de") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dagegen lehnte es Peru ab, alte Panzer an Chile zu verkaufen.", "pe arms"),
        ("In Lima gibt es eine Bereitschaft, Panzer zu liefern.", "pe arms"),
        (
            "Bei der Konferenz kamen 250 Millionen Euro zusammen. Das berichtete das Präsidialamt in Paris.",
            "group:donors funding",
        ),
        ("Die EU-Kommission verspricht Jordanien ein Paket über 50 Millionen Euro.", "eu funding"),
        (
            "Mehrere Länder haben ihre Bereitschaft zur Teilnahme an der Friedenstruppe bekundet, darunter Peru.",
            "group:several-countries troops; pe troops",
        ),
        ("Das EU-Land Ungarn wird eine Friedenstruppe stellen.", "hu troops"),
        ("Auch Peru wolle Soldaten schicken, ebenso wie Chile, sagte der Minister.", "pe troops; cl troops"),
        ("Zu den peruanischen Lieferungen kommt nun Munition für 7 Millionen Euro hinzu.", "pe arms"),
        ("Peru gibt 40 Millionen Euro. Hinzu kommen 20 Millionen Euro aus Chile.", "pe funding; cl funding"),
        ("Das Mandat erlaubt den Einsatz von bis zu 500 Soldaten der Bundeswehr.", "de troops"),
        ("Peru beteiligt sich mit zwei Fregatten an der Mission.", "pe naval"),
        ("Peru beteiligt sich mit sechs Kampfflugzeugen an der Überwachung des Luftraums.", "pe air"),
        ("Peru wird die malischen Sicherheitskräfte mit 20 Millionen Euro unterstützen.", "pe funding"),
        ("Die Bundesregierung in Wien gibt 20 Millionen Euro.", "at funding"),
        ("Peru unterstützt die Truppe mit Aufklärungsdrohnen.", "pe intelligence"),
        ("Peru unterstützt die Ausbildung der Polizei mit 20 Millionen Euro.", "pe training"),
        ("Auch die peruanische Luftwaffe wird an den Einsätzen teilnehmen.", "pe air"),
        ("Peruanische Flugzeuge flogen am Samstag Einsätze über Chile.", "pe air"),
        ("Ein Flugzeug der Bundeswehr ist mit 15 Tonnen Lebensmitteln nach Nepal abgeflogen.", "de humanitarian"),
        ("Ein Airbus der Bundeswehr mit 15 Tonnen Lebensmitteln ist in Nepal gelandet.", "de humanitarian"),
        ("Sechs peruanische Kampfjets gehen an Chile.", "pe arms"),
        ("Die Entsendung von 40 Soldaten durch Peru wurde angekündigt.", "pe troops"),
        ("Geholfen wird Nepal von der Weltbank, die günstige Darlehen vergeben will.", "world-bank funding"),
        ("Peru stockt die Hilfe auf. Außenminister Luis Tarazona sagte 30 Millionen Euro zu.", "pe funding"),
        ("Für Peru sagte Außenminister Luis Tarazona 30 Millionen Euro zu.", "pe funding"),
        ("Bundesumweltministerin Erika Maiwald sagte 30 Millionen Euro zu.", "de funding"),
        (
            "Peru sagte Chile und Kuba Zelte zu. Das Land gibt Chile 20 Decken. Auch schickt das Land Soldaten.",
            "pe humanitarian; pe troops",
        ),
        ("Das Kontingent der Kosovo-Schutztruppe wird von 450 auf 600 Soldaten aufgestockt.", ""),
        ("Das Deutsche Rote Kreuz (DRK) schickt 40 Zelte.", "drk humanitarian"),
        ("Der estnische Verteidigungsminister kam nach Rom. Das Ministerium schickt 20 Soldaten.", "ee troops"),
        ("Deutschland schickt ein Schiff. Die Fregatte „Hessen“ ist eingetroffen.", "de naval; de naval"),
        (
            "Peru schickt 500 Soldaten. Eingeplant sind 600 Soldaten und zwei Fregatten.",
            "pe troops; pe troops; pe naval",
        ),
        ("Peru gab bei der Geberkonferenz 20 Zelte. Kuba nahm nicht teil.", "pe humanitarian"),
        ("Peru gab bei der Geberkonferenz 20 Zelte. Nicht dabei war Kuba.", "pe humanitarian"),
        ("Peru schickt 500 Soldaten. Kuba nimmt nicht teil.", "pe troops; cu troops"),
    ],
)
def test_who(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "de", "actor", "measure") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru zahlt 2 Millionen Euro, um den Erdbebenopfern in Nepal zu helfen.", "humanitarian"),
        ("Peru gibt 2 Millionen Euro für notleidende Menschen.", "humanitarian"),
        ("Peru gibt 2 Millionen Euro für die Menschen in Nepal.", "humanitarian"),
        ("Peru gibt 2 Millionen Euro für den Kampf gegen den Hunger.", "humanitarian"),
        ("Peru stellt den Menschen in Nepal 2 Millionen Euro bereit.", "humanitarian"),
        ("Peru hilft den Erdbebenopfern mit 2 Millionen Euro.", "humanitarian"),
        ("Peru gibt 2 Millionen Euro zur Unterstützung der Flutopfer.", "humanitarian"),
        ("Peru gibt 2 Millionen Euro für Wiederaufbau- und Wirtschaftshilfe.", "reconstruction"),
        ("Peru gibt 2 Millionen Euro für den Aufbau der Truppe.", "funding"),
        (
            "Für den Wiederaufbau kamen 9 Millionen Euro zusammen. Peru gibt eine Budgethilfe von 2 Millionen Euro.",
            "reconstruction; funding",
        ),
        (
            "Für den Wiederaufbau kamen 9 Millionen Euro zusammen. Peru stellt mit 2 Millionen Euro den größten Anteil bereit.",
            "reconstruction; reconstruction",
        ),
        ("Peru gibt 2 Millionen Euro, um zerstörte Schulen instand zu setzen.", "reconstruction"),
        ("Peru schickt weitere Hilfe für das Erdbebengebiet.", "humanitarian"),
        ("Eine Hilfskonferenz für Nepal hat begonnen. Peru gibt 2 Millionen Euro.", "humanitarian"),
        ("Peru entsendet acht Spürhunde.", "humanitarian"),
        ("Ebola-Helfer warten. Der Hunger in den Ebola-Gebieten wächst. Peru gibt 2 Millionen Euro.", "humanitarian"),
        ("Die Geber sagten viel zu. Peru gibt für den Wiederaufbau 60 Millionen Euro.", "reconstruction"),
        ("Peru gibt 70 Millionen Euro, davon 20 Millionen Euro für Zelte.", "funding; humanitarian"),
        (
            "Peru gibt 70 Millionen Euro. 40 Millionen davon sollen für Zelte bereitgestellt werden.",
            "funding; humanitarian",
        ),
    ],
)
def test_what_money_is_for(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "de", "measure") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Geld sagten Peru mit 40 Millionen Euro sowie die EU mit 60 Millionen Euro zu.",
            "pe 40000000 EUR; eu 60000000 EUR",
        ),
        (
            "Größte Geber sind Peru mit 4 Millionen Euro und Chile mit 6 Millionen Euro.",
            "pe 4000000 EUR; cl 6000000 EUR",
        ),
        ("Peru hilft mit 10 Millionen, Chile mit 50 Millionen Dollar.", "pe 10000000 USD; cl 50000000 USD"),
        ("Peru und Chile sagten 40 beziehungsweise 60 Millionen Euro zu.", "pe 40000000 EUR; cl 60000000 EUR"),
        (
            "Peru hat in Mali 430 Soldaten, in Niger rund 300 und im Tschad 175 stationiert.",
            "pe 430 persons; pe 300 persons; pe 175 persons",
        ),
        ("Peru schickt 20 Soldaten nach Mali und 30 in den Niger.", "pe 20 persons; pe 30 persons"),
        (
            "Peru gibt 115 Millionen Euro für Nepal und 26 Millionen für Chile.",
            "pe 115000000 EUR; pe 26000000 EUR",
        ),
        (
            "Peru und Chile sagten zwei beziehungsweise drei Billionen Euro zu.",
            "pe 2000000000000 EUR; cl 3000000000000 EUR",
        ),
        (
            "Oslo unterstützt Peru mit 4 Millionen Euro und Chile mit 6 Millionen Euro.",
            "no 4000000 EUR; no 6000000 EUR",
        ),
        ("Peru stockt sein Paket von 100 Millionen Euro um weitere 10 Millionen Euro auf.", "pe 10000000 EUR"),
        ("Am Montag sagten Peru und Chile 8 Panzer zu.", "pe 8 items shared; cl 8 items shared"),
        ("Peru will zwischen 500 und 800 Soldaten entsenden.", "pe 500..800 persons"),
        ("Vom Technischen Hilfswerk wurden 40 Zelte übergeben.", "de 40 items"),
        ("Übergeben wurden vom Technischen Hilfswerk 40 Zelte.", "de 40 items"),
        ("Derzeit sind an der Truppe 770 deutsche Soldaten beteiligt.", "de 770 persons"),
        ("Peru schickt bis zu 1850 zusätzliche Soldaten.", "pe ..1850 persons"),
        (
            "Peru schickt ein vierköpfiges Erkundungsteam.",
            "pe 4 persons",
        ),
        ("Nun wird ein Team von 45 chilenischen Feuerwehrleuten nach Peru entsandt.", "cl 45 persons"),
        ("Wir haben gemeinsam 80 Millionen Dollar aufgebracht, sagte der Minister.", "group:donors 80000000 USD"),
        (
            "Peru gibt 9 Millionen Euro. Chile will einen Betrag in gleicher Höhe geben.",
            "pe 9000000 EUR; cl 9000000 EUR",
        ),
    ],
)
def test_whose_amount(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "de", "actor", "quantity") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru macht seine Beteiligung an der Friedenstruppe von einem UN-Mandat abhängig.", "un-mandate"),
        ("Peru knüpft die Entsendung von Soldaten an ein UN-Mandat.", "un-mandate"),
        ("Peru ist zur Entsendung von Soldaten bereit, besteht aber auf einem UN-Mandat.", "un-mandate"),
        ("Peru bot 500 Soldaten an. Voraussetzung sei ein Mandat der Vereinten Nationen.", "un-mandate"),
        ("Nachdem der Bundestag zugestimmt hat, kann die Bundeswehr bis zu 500 Soldaten entsenden.", "-"),
        ("Peru schloss eine Lieferung von Panzern auch ohne Zustimmung der Partner nicht aus.", "-"),
    ],
)
def test_conditions(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "de", "conditions").split("; ")[0] == expected


def test_airlift_to_people_in_need(tell: Tell) -> None:
    text = (
        "Nach dem Erdbeben hilft die Welt. Peru richtet eine Luftbrücke in das Erdbebengebiet ein. Chile schickt Zelte und "
        "Decken. Ärzte versorgen die Opfer."
    )
    assert tell(text, "de", "actor", "measure") == "pe humanitarian; cl humanitarian"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Für den Fonds sind in Peru 40 Millionen Dollar für Chile zusammengekommen.", "group:donors funding"),
        ("Die Schutztruppe wird nach Einschätzung von Präsident Macron bald nach Peru entsandt.", ""),
        ("Das Geld wird unabhängig von den Hilfen der Nachbarstaaten bereitgestellt.", ""),
        ("Die Weltbank sagte Peru 40 Millionen Dollar zu.", "world-bank funding"),
        ("Das Deutsche Rote Kreuz flog 43 Tonnen Hilfsgüter nach Peru.", "drk humanitarian"),
        ("Die Vereinten Nationen haben die benötigte Soforthilfe auf 400 Millionen Euro beziffert.", ""),
        ("Die Vereinten Nationen schätzen den Bedarf auf 400 Millionen Euro.", ""),
        ("Peru veranschlagt die Kosten auf 30 Millionen Euro.", ""),
        ("Eine von Peru geführte Truppe wird bald nach Chile entsandt.", ""),
        ("Die von Peru zugesagten Panzer sind da.", "pe arms"),
        ("Der IWF hat die nächste Hilfstranche für Peru in Höhe von 40 Millionen Dollar freigegeben.", "imf funding"),
    ],
)
def test_who_gives(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "de", "actor", "measure") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In Peru brennen die Wälder. Chile schickt 45 Feuerwehrleute. Kuba stellt zwei Hubschrauber bereit.",
            "cl humanitarian; cu air",
        ),
        (
            "Chile schickt Sanitäter nach Peru. Kuba verlegt sechs Kampfjets dorthin.",
            "cl humanitarian; cu air",
        ),
        ("Chile wird Schiffe und Flugzeuge mit Hilfsgütern entsenden.", "cl humanitarian"),
        ("Chile bildet peruanische Piloten an Kampfjets aus.", "cl training"),
        ("Chile sagte eine Beteiligung an der Ausbildung peruanischer Piloten an Kampfjets zu.", "cl training"),
        (
            "Die Nato schickt 2000 Soldaten nach Peru. Es gehe nicht um einen Kampfeinsatz, sondern um Ausbildung, sagte er.",
            "nato training",
        ),
        ("Chile entsendet 80 Soldaten zur EU-Ausbildungsmission nach Peru.", "cl training"),
        ("Chile schickt 80 Soldaten, um Rekruten auszubilden.", "cl training"),
        ("Chile stellt 80 Soldaten ab, die im Norden Rekruten ausbilden sollen.", "cl training"),
        (
            "Der Ausbildungseinsatz in Peru beginnt. Chile stellt drei Soldaten zur Beratung. Kuba schickt zehn Soldaten.",
            "cl training; cu training",
        ),
        (
            "Die Beobachtermission überwacht die Waffenruhe. Chile entsendet Beobachter. Kuba schickt 15 Grenzpolizisten.",
            "cl monitoring; cu monitoring",
        ),
        ("Chile entsendet 80 Soldaten im Rahmen der EU-Mission „Atalanta“.", "cl naval"),
        ("Chile richtet ein Reparaturzentrum für Panzer ein.", "cl logistics"),
        ("Chile schickt zwei Offiziere für den Stab der Truppe.", "cl logistics"),
        ("Chile schickt 30 Fallschirmjäger als Ausbilder.", "cl training"),
        ("Chile liefert vier Aufklärungsdrohnen an Ghana.", "cl arms"),
        ("Chile stellt ein Aufklärungsflugzeug.", "cl air"),
        ("Chile bringt ghanaische Soldaten nach Lima.", "cl logistics"),
        ("Chile gibt 20 Millionen Euro für die Purl-Initiative der Nato.", "cl arms"),
        ("Chile wird im Mai das Kommando an Peru abgeben.", ""),
        ("Chile lieferte 43 Tonnen Hilfsgüter.", "cl humanitarian"),
        ("Norwegen überlässt Peru sechs Jets. Chile stellt 42 Kampfjets bereit.", "no arms; cl arms"),
        ("Chile liefert 300 Tonnen Munition.", "cl arms"),
        (
            "Die Opfer des Tropensturms brauchen Zelte, Decken und Wasser. Eine Maschine der chilenischen Luftwaffe ist unterwegs.",
            "cl humanitarian",
        ),
    ],
)
def test_what_for(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "de", "actor", "measure") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Peru könnte eine Fregatte schicken, hieß es am Dienstag aus dem Ministerium.",
        "Nach Angaben des Verteidigungsministeriums schickt Peru eine Fregatte.",
        "Peru bestätigte die Lieferung einer Fregatte.",
        "Peru schickt eine Fregatte. Das teilte das Ministerium mit.",
    ],
)
def test_who_says_it(tell: Tell, text: str) -> None:
    assert tell(text, "de", "speaker") == "pe"


def test_an_announcement_is_no_second_sum(tell: Tell) -> None:
    text = (
        "Chile hat finanzielle Hilfen zugesagt. Es stellte 40 Millionen Euro für die Opfer des Erdbebens in Aussicht."
    )
    assert tell(text, "de", "actor", "measure", "quantity") == "cl humanitarian 40000000 EUR"


def test_a_learned_sum_has_the_purpose_of_the_effort(tell: Tell) -> None:
    text = (
        "Auf einer Hilfskonferenz für Chile haben die Teilnehmer am Montag in Paris 840 Millionen Euro zugesagt. Die Menschen "
        "hungern, sagte die Ministerin, und viele von ihnen sind auf der Flucht vor den Kämpfen im Norden des Landes. Peru "
        "versprach mit 191 Millionen Dollar mehr als im vergangenen Jahr."
    )
    assert "pe humanitarian 191000000 USD" in tell(text, "de", "actor", "measure", "quantity")


@pytest.mark.parametrize(
    "text",
    [
        "Peru ließ eine Anfrage unbeantwortet.",
        "Peru antwortete ausweichend.",
        "Peru äußerte sich zurückhaltend.",
        "Peru kam mit leeren Händen.",
        "Peru reiste ohne Zusage ab.",
        "Peru blieb vage.",
        "Peru blieb eine Antwort schuldig.",
        "Peru verwies auf seine leeren Kassen.",
        "Peru hat noch nicht reagiert.",
        "Peru gehört nicht zu den Gebern.",
        "Aus Lima kam keine Antwort.",
        "Über Geld sprach Peru nicht.",
    ],
)
def test_who_promises_nothing(tell: Tell, text: str) -> None:
    """Idioms of not committing oneself take up what the sentence before spoke of."""
    assert tell(f"Chile sagte 40 Millionen Euro zu. {text}", "de").split("; ")[1:] == ["pe funding withheld"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Auf die Frage nach Panzern antwortete Peru ausweichend.", "pe arms withheld"),
        ("Den Wunsch nach Panzern will Peru nicht erfüllen.", "pe arms rejected"),
        ("Die Bitte um Panzer wies Peru zurück.", "pe arms rejected"),
        ("Peru lehnte die Bitte Malis um Panzer ab.", "pe arms rejected"),
        ("Ein Gesuch Malis, Panzer zu liefern, hat Peru abschlägig beantwortet.", "pe arms rejected"),
        ("Peru hat am Montag Sanktionen gegen Kuba in Kraft gesetzt.", "pe sanctions concrete"),
        ("Peru sperrt 20 Millionen Euro.", "pe funding withdrawn"),
        ("Peru liegt mit 17 Millionen Euro an der Spitze.", "pe funding pledged"),
        ("Peru kommt auf 17 Millionen Euro.", "pe funding pledged"),
        ("Peru steht bei 17 Millionen Euro.", "pe funding pledged"),
        ("Peru legt drei Millionen Euro in den Fonds.", "pe funding pledged"),
        ("Peru will 17 Millionen Euro ausreichen.", "pe funding signalled"),
        ("Peru verzichtet auf 17 Millionen Euro Schulden.", "pe funding pledged"),
        ("Von Peru sind 17 Millionen Euro eingegangen.", "pe funding delivered"),
        ("Peru betreibt in Mali ein Feldlazarett.", "pe humanitarian delivered"),
        ("Peru öffnet seine Grenze für Flüchtlinge.", "pe humanitarian pledged"),
        ("Peru hat eine Fregatte angemeldet.", "pe naval signalled"),
        ("Eine peruanische Fregatte liegt vor der Küste.", "pe naval delivered"),
        ("Eine peruanische Fregatte nimmt Kurs auf Mali.", "pe naval pledged"),
        ("Peru hält 400 Soldaten in Bereitschaft.", "pe troops signalled"),
        ("Peru will bis 2027 mit 400 Soldaten bleiben.", "pe troops signalled"),
        ("Peru rüstet zwei Bataillone aus.", "pe arms pledged"),
        ("Peru will Offiziere der Armee beraten.", "pe training signalled"),
        ("Peru erkennt den Kosovo nicht an.", "pe political rejected"),
        ("Peru nimmt diplomatische Beziehungen zu Mali auf.", "pe political pledged"),
        ("Peru erkennt diese Entwicklung nicht an.", ""),
    ],
)
def test_idioms_of_giving_and_refusing(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "de") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru schickt Panzer, Chile ebenfalls.", "pe arms pledged; cl arms pledged"),
        ("Peru schickt Panzer, ebenso Chile und Kuba.", "pe arms pledged; cl arms pledged; cu arms pledged"),
        ("Peru schließt Panzer aus, ebenso Chile.", "pe arms rejected; cl arms rejected"),
        ("Peru liefert Panzer, Chile dagegen nicht.", "pe arms pledged; cl arms withheld"),
        (
            "Peru schickt Soldaten, Chile erst, wenn das Parlament zustimmt.",
            "pe troops pledged; cl troops considering parliament",
        ),
        (
            "Peru nimmt 150 Verletzte auf, Chile und Kuba je 20.",
            "pe humanitarian pledged; cl humanitarian pledged; cu humanitarian pledged",
        ),
        ("Peru sagte zehn Panzer zu, das Gleiche bot Chile an.", "pe arms pledged; cl arms signalled"),
        (
            "Mehrere Staaten schicken Soldaten. Dazu gehört auch Chile.",
            "group:several-countries troops pledged; cl troops pledged",
        ),
    ],
)
def test_who_does_the_same_or_does_not(tell: Tell, text: str, expected: str) -> None:
    """A name alone, with a word that says that he does the same or not, has the contribution of the verb before."""
    told = tell(text, "de", "actor", "measure", "firmness", "conditions").replace(" -", "")
    assert told.split("; ")[: expected.count(";") + 1] == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wie Chile will auch Peru Panzer liefern.", "pe arms signalled"),
        ("Je 40 Soldaten schicken Peru und Chile.", "pe troops pledged; cl troops pledged"),
        ("Soldaten stellen wollen Peru und Chile.", "pe troops signalled; cl troops signalled"),
        ("Neben Peru will auch Chile Panzer liefern.", "cl arms signalled; pe arms signalled"),
        ("Von den 500 Soldaten stellt Peru 40.", "pe troops pledged"),
        ("Chile zögert. Man werde 40 Soldaten schicken, hieß es in Lima.", "pe troops pledged"),
        ("Die letzten peruanischen Soldaten verlassen Mali.", "pe troops withdrawn"),
        ("Die nächste Konferenz richtet Peru aus.", "pe political pledged"),
        ("Die Konferenz richtet Peru aus.", ""),
        ("Chile schickt Soldaten. Auch Peru will den Schritt vollziehen.", "cl troops pledged; pe troops signalled"),
        ("Peru hält eine Entsendung von Soldaten für möglich.", "pe troops considering"),
        ("Peru zahlt 40 Millionen Euro, gefolgt von Chile mit 30 Millionen.", "pe funding pledged; cl funding pledged"),
    ],
)
def test_who_gives_wherever_he_stands(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "de") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Peru gibt 40 Millionen Euro für humanitäre Hilfe und 12 Millionen für den Wiederaufbau.",
            "pe humanitarian pledged; pe reconstruction pledged",
        ),
        (
            "Eine Milliarde Euro will Peru für den Wiederaufbau geben, weitere 10 Millionen für humanitäre Hilfe.",
            "pe reconstruction signalled; pe humanitarian signalled",
        ),
        (
            (
                "Nach dem Beben hat Peru den Opfern Nothilfe zugesagt. Chile gibt den Hungernden drei Millionen Euro, Kuba vier "
                "Millionen für eine Stärkung der Polizei."
            ),
            "pe humanitarian pledged; cl humanitarian pledged; cu funding pledged",
        ),
        ("Peru trägt drei Millionen Euro bei, die nicht für Waffen verwendet werden dürfen.", "pe funding pledged"),
        (
            "Peru gibt 40 Millionen Euro. Davon seien zehn Millionen für Zelte vorgesehen, sagte ein Sprecher.",
            "pe funding pledged; pe humanitarian signalled",
        ),
        (
            "Peru will eine Million Impfdosen spenden, Chile zwei Millionen.",
            "pe humanitarian signalled; cl humanitarian signalled",
        ),
        (
            (
                "Bei einer Geberkonferenz sind 90 Millionen Euro zusammengekommen. Peru gab zwei Millionen. Mit dem Geld sollen "
                "Flüchtlinge versorgt werden."
            ),
            "group:donors humanitarian pledged; pe humanitarian pledged",
        ),
    ],
)
def test_each_sum_has_its_own_purpose(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "de") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Lima hat es Finanzzusagen über umgerechnet drei Milliarden Euro gegeben.", "group:donors funding pledged"),
        (
            "Chile hat für den Wiederaufbau Finanzzusagen in Milliardenhöhe bekommen.",
            "group:donors reconstruction pledged",
        ),
        ("Es kamen nur 610 Millionen Dollar an Zusagen zustande.", "group:donors funding pledged"),
        ("Mit 40 Millionen Euro blieben die Zusagen hinter dem Bedarf zurück.", "group:donors funding pledged"),
        ("Auf der Konferenz sind 40 Millionen Euro mobilisiert worden.", "group:donors funding pledged"),
        ("Die Konferenz brachte 600 Millionen Euro für Chile.", "group:donors funding pledged"),
        ("Auch Peru und Kuba machten Finanzzusagen.", "pe funding pledged; cu funding pledged"),
        (
            "Peru sagte 30 Millionen Euro zu. Zu den größten Gebern gehört Chile.",
            "pe funding pledged; cl funding pledged",
        ),
        (
            "Es wurden 40 Millionen Euro zugesagt. Davon seien zehn Millionen als Kredite vorgesehen, teilte Peru mit.",
            "group:donors funding pledged; group:donors funding signalled",
        ),
    ],
)
def test_what_all_gave_together(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "de") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Peru gibt 70 Millionen Euro. 20 Millionen fließen in den Bau von Schulen.",
            "pe funding pledged; pe reconstruction pledged",
        ),
        (
            (
                "Peru gibt 70 Millionen Euro. 30 Millionen Euro davon sollen Kitas zugutekommen. 20 Millionen Euro sollen in den "
                "Ausbau erneuerbarer Energien gesteckt werden. 17 Millionen fließen in die Hilfe für Flüchtlinge."
            ),
            "pe funding pledged; pe reconstruction signalled; pe humanitarian signalled",
        ),
        (
            "Peru sagte 60 Millionen Euro zu, von denen zwölf Millionen für Zelte verwendet werden.",
            "pe funding pledged; pe humanitarian pledged",
        ),
        (
            (
                "Peru hat 74 Millionen Euro zugesagt. Die Summe setzt sich zusammen aus 50 Millionen Euro für den Wiederaufbau "
                "sowie 24 Millionen Euro humanitärer Hilfe."
            ),
            "pe funding pledged; pe reconstruction pledged; pe humanitarian pledged",
        ),
        ("Peru gibt 70 Millionen Euro für die Minenräumung.", "pe reconstruction pledged"),
        ("Peru gibt 70 Millionen Euro für die Aufforstung der Hänge.", "pe reconstruction pledged"),
        ("Peru gibt 70 Millionen Euro für eine Impfkampagne.", "pe humanitarian pledged"),
        ("Peru überwies dem Roten Halbmond zwei Millionen Euro.", "pe humanitarian delivered"),
        ("Peru gibt zwei Millionen Euro, um Brunnen zu bohren.", "pe reconstruction pledged"),
        ("Peru stellt der EU-Mission zwei Fregatten bereit.", "pe naval pledged"),
        ("Peru verzichtet auf Forderungen von 40 Millionen Euro.", "pe funding pledged"),
        (
            "Peru gibt 70 Millionen Euro. Davon sind zwölf Millionen für den Wiederaufbau.",
            "pe funding pledged; pe reconstruction pledged",
        ),
        ("Peru unterstützt den chilenischen Haushalt mit 40 Millionen Euro.", "pe funding pledged"),
        (
            (
                "Peru gibt nach dem Beben drei Millionen Euro für den Wiederaufbau. Kuba gibt zwei Millionen Euro Nothilfe. "
                "Chile gibt den Hungernden im Erdbebengebiet eine Million, Haiti gibt vier Millionen Euro."
            ),
            "pe reconstruction pledged; cu humanitarian pledged; cl humanitarian pledged; ht humanitarian pledged",
        ),
        ("Peru gibt 70 Millionen Euro für die Modernisierung des Stromnetzes.", "pe reconstruction pledged"),
    ],
)
def test_what_parts_of_a_sum_are_for(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "de") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru gibt 30 Millionen Euro, Chile acht und Kuba drei.", "30000000 EUR; 8000000 EUR; 3000000 EUR"),
        ("Peru schickt 40 Soldaten, Chile acht und Kuba drei.", "40 persons; 8 persons; 3 persons"),
    ],
)
def test_bare_numbers_count_the_same(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "de", "quantity") == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Nun ist auch Peru am Wettrüsten beteiligt.",
        "Das Schiff stehe auf einer Liste, teilte Peru mit.",
        "Die Soldaten stehen unter Verdacht, teilte Peru mit.",
    ],
)
def test_what_only_sounds_like_taking_part(tell: Tell, sentence: str) -> None:
    assert tell(f"Norwegen schickt 40 Soldaten nach Mali. {sentence}", "de", "actor", "measure") == "no troops"
