"""What actors think of proposals: each rule with a sentence of its own. Values: codebook, section 3."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from zusage.model.report import Reading

Read = Callable[..., Reading]


def tell(read: Read, language: str, text: str, *fields: str) -> str:
    """Tell a text's positions in one line: "no opposes troop-deployment; se demands ceasefire"."""
    shown = fields or ("actor", "stance")
    return "; ".join(" ".join(str(getattr(p, field)) for field in shown) for p in read(text, language).positions)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Finland has spoken in favour of new sanctions.", "fi supports sanctions"),
        ("Finland remains the main sceptic of new sanctions.", "fi doubts sanctions"),
        ("Finland was lukewarm about the ceasefire.", "fi doubts ceasefire"),
        ("Finland, which is opposed to sanctions, voted first.", "fi opposes sanctions"),
        ("Ships, opposed to the sanctions or not, left Finland.", ""),
        ("Finland's minister said it was up to the bloc to lift the sanctions.", "fi demands sanctions"),
        ('"What we need now is a ceasefire," Finland\'s minister said.', "fi demands ceasefire"),
        ('"Sanctions alone will not solve anything," Finland\'s minister said.', "fi doubts sanctions"),
        ("Finland claimed that sanctions could lead to chaos.", "fi doubts sanctions"),
        ("Finland claimed that sanctions would only worsen the crisis.", "fi opposes sanctions"),
        ("Finland's concerns over the delivery of tanks to Mali remain.", "fi doubts arms-supplies"),
        ("There was criticism from Finland of the delivery of tanks to Mali.", "fi opposes arms-supplies"),
        ("The proposed ceasefire has the backing of Finland.", "fi supports ceasefire"),
        ("Finland turned down the proposed ceasefire.", "fi opposes ceasefire"),
        ("Finland voiced scepticism that the ceasefire would hold.", "fi doubts ceasefire"),
        ("Finland sees no point in new sanctions.", "fi opposes sanctions"),
    ],
)
def test_english_words_of_stance(read: Read, text: str, expected: str) -> None:
    assert tell(read, "en", text, "actor", "stance", "topic") == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Norwegen begrüßt den Waffenstillstand.", "no supports"),
        ("de", "Finnland sperrt sich gegen neue Sanktionen.", "fi opposes"),
        ("de", "Der Sicherheitsrat tagte. Die Resolution fordert die Slowakei zur Waffenruhe auf.", "un demands"),
        ("de", "Oslo dringt auf eine Waffenruhe.", "no demands"),
        ("de", "Dänemark zweifelt, ob die Sanktionen wirken.", "dk doubts"),
        ("de", "Portugal trägt die Sanktionen mit.", "pt supports"),
        ("de", "Portugal wirbt für neue Sanktionen.", "pt demands"),
        ("de", "Portugal wirbt für eine Friedenstruppe.", "pt supports"),
        ("de", "Es ging um neue Sanktionen. Portugal sprach sich dagegen aus.", "pt opposes"),
        ("de", "Es ging um neue Sanktionen. Portugal sprach sich dafür aus.", "pt supports"),
        ("de", "Portugal gab zu bedenken, dass die Sanktionen die Falschen treffen.", "pt doubts"),
        ("de", "Portugal ging auf Distanz zu den Sanktionen.", "pt opposes"),
        ("de", "Es brauche einen Waffenstillstand, sagte die portugiesische Ministerin.", "pt demands"),
        ("de", "Die Friedenstruppe bekam Lob aus Portugal.", "pt supports"),
        ("de", "Portugal favorisiert einen Waffenstillstand.", "pt supports"),
        ("de", "Portugal dämpfte die Erwartungen an die Friedensgespräche.", "pt doubts"),
        ("de", "Portugal erkennt die Unabhängigkeit der Region nicht an.", "pt opposes"),
        ("de", "Spanien sprach mit Portugal, das die Region nicht anerkennt.", ""),
        ("de", "Portugal unterstützt einen neuen Anlauf für eine Waffenruhe.", "pt supports"),
        ("de", "Der dänische Minister Jan Kurz kam. Kurz begrüßte die Waffenruhe.", "dk supports"),
        ("en", "Norway welcomed the ceasefire.", "no supports"),
        ("en", "Finland deplored the new sanctions.", "fi opposes"),
        ("en", "Finland called the new sanctions baseless.", "fi opposes"),
        ("en", "The United Nations launched an appeal for 50 million dollars.", "un demands"),
        ("en", "Finland asked for more time.", ""),
        ("en", "Finland condemned the attack.", ""),
        ("de", "Finnland verurteilte den Bombenanschlag.", ""),
        ("en", "Finland condemned the new sanctions.", "fi opposes"),
        ("en", "With support from Finland, the clinic reopened.", ""),
        ("en", "The ceasefire was met with support from Finland.", "fi supports"),
        ("en", "Finland's pledge pushed the total over $3 billion.", ""),
        ("en", "Finland vetoed a resolution calling for new sanctions.", "fi opposes"),
        ("en", "The Security Council failed to adopt a resolution calling for new sanctions.", ""),
        ("en", "Finland ruled out talks with the rebels.", "fi opposes"),
        ("en", "Finland insists that it will send jets.", ""),
        ("en", "On Monday human rights groups called for new sanctions.", "group:human-rights-groups demands"),
        ("en", "Denmark wondered whether the sanctions would work.", "dk doubts"),
        ("en", "Portugal begged the donors to lift the sanctions.", "pt demands"),
    ],
)
def test_verbs_of_stance(read: Read, language: str, text: str, expected: str) -> None:
    assert tell(read, language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Norwegen äußerte Zweifel an der Friedenstruppe.", "no doubts"),
        ("de", "Finnland hat Bedenken gegen die Sanktionen.", "fi doubts"),
        ("de", "Finnland äußerte seine Verärgerung über die Sanktionen.", "fi doubts"),
        ("en", "Norway voiced concern over the peacekeeping force.", "no doubts"),
        ("en", "Norway and Finland, however, voiced doubts about the ceasefire.", "no doubts; fi doubts"),
        ("en", "Finland has no objections to the ceasefire.", ""),
    ],
)
def test_voiced_nouns_of_stance(read: Read, language: str, text: str, expected: str) -> None:
    assert tell(read, language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Island nannte die Sanktionen einen Fehler.", "is opposes"),
        ("de", "Island erklärte die fremden Soldaten zu legitimen Zielen.", "is opposes"),
        ("de", "Island hält die Garantien für zu schwach.", "is doubts"),
        ("de", "Island hält die Garantien für notwendig.", "is supports"),
        ("en", "Iceland called the mission an act of war.", "is opposes"),
        ("en", "Iceland called the ceasefire a good sign.", "is supports"),
    ],
)
def test_calling_by_a_word_of_opinion(read: Read, language: str, text: str, expected: str) -> None:
    assert tell(read, language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Moskau erklärte, westliche Soldaten wären dort legitime Ziele.", "ru opposes"),
        ("de", "Madrid erklärte, die Sanktionen seien nicht hinnehmbar.", "es opposes"),
        ("de", "Lissabon erklärte, die Waffenruhe sei überfällig.", "pt demands"),
        ("en", "Madrid said the sanctions were out of the question.", "es opposes"),
        ("en", "Lisbon said the ceasefire was encouraging.", "pt supports"),
        ("en", "Lisbon said American involvement was essential.", "pt demands"),
    ],
)
def test_judgements_in_speech(read: Read, language: str, text: str, expected: str) -> None:
    assert tell(read, language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Europa müsse die Sanktionen verschärfen, sagte der norwegische Außenminister.", "no demands"),
        ("de", "Den Norwegern zufolge muss erst eine Waffenruhe her.", "no demands"),
        ("de", "Fremde Soldaten dürften nie wieder einmarschieren, sagte der finnische Außenminister.", "fi opposes"),
        ("en", "Finland said Europe should stop buying Russian oil.", "fi demands"),
        ("en", "Finland said the sanctions must be debated.", "fi demands"),
        ("en", "Finland said guarantees must not stop at words.", "fi demands"),
        ("en", "Norway says foreign troops cannot be allowed there.", "no opposes"),
    ],
)
def test_obligations_of_others(read: Read, language: str, text: str, expected: str) -> None:
    assert tell(read, language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Erst müsse der Bundestag zustimmen, sagte der Kanzler.", ""),
        ("de", "Island begrüßte die finnische Außenministerin.", ""),
        ("de", "Oslo wies Spekulationen über Sanktionen zurück.", ""),
        ("de", "Estland dagegen ist bereit, eine Kompanie zu stellen.", ""),
        ("de", "Finnland fordert keine Sanktionen.", ""),
        ("en", "Norway rejected the accusation of breaking the sanctions.", ""),
        ("en", "Norway supports Finland.", ""),
        ("en", "Norway asked not to be named.", ""),
        ("en", "When Norway asked for sanctions, nobody answered.", ""),
    ],
)
def test_what_is_no_position(read: Read, language: str, text: str, expected: str) -> None:
    assert tell(read, language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Norwegen will, dass Berlin die Sanktionen verschärft.", "no demands"),
        ("de", "Norwegen erwartet von Berlin neue Sanktionen.", "no demands"),
        ("de", "Norwegen erwartet 25 Staatschefs.", ""),
        ("en", "Norway expects Finland to back the sanctions.", "no demands"),
        ("en", "Norway expects to join the talks.", ""),
    ],
)
def test_wishes_and_expectations(read: Read, language: str, text: str, expected: str) -> None:
    assert tell(read, language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Norwegen unterstützt den Beitritt Moldaus.", "no supports membership"),
        ("de", "Norwegen zeigte sich zu Gesprächen bereit.", "no supports peace-talks"),
        ("de", "Norwegen lehnt ein Gipfeltreffen ab.", "no opposes leaders-meeting"),
        ("de", "Die Kommunisten drohten, fremde Soldaten anzugreifen.", ""),
        ("de", "Moskau drohte, fremde Soldaten anzugreifen.", "ru opposes troop-deployment"),
        ("en", "Norway is open to negotiations.", "no supports peace-talks"),
        ("en", "Kyiv will not give up its territory.", "ua opposes territory"),
        ("en", "Norway and Finland were against.", "no opposes other; fi opposes other"),
    ],
)
def test_predicates(read: Read, language: str, text: str, expected: str) -> None:
    assert tell(read, language, text, "actor", "stance", "topic") == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Moskau lehnt westliche Soldaten ab.", "ru opposes"),
        ("de", "Spanien lehnt eine Beteiligung ab.", ""),
        ("de", "Die SPD stimmte gegen das Mandat.", "spd opposes"),
    ],
)
def test_refusing_what_others_do_is_a_position(read: Read, language: str, text: str, expected: str) -> None:
    assert tell(read, language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Island wies eine norwegische Bitte um Schiffe zurück.", "no demands"),
        ("de", "Der Plan stößt in Finnland auf Widerstand.", "fi opposes"),
        ("de", "Norwegen fragte, ob nicht besser die EU führen solle.", "no doubts"),
    ],
)
def test_nouns_and_questions(read: Read, language: str, text: str, expected: str) -> None:
    told = tell(read, language, text).split("; ")
    assert expected in told


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "AfD-Chefin Berta Holm fordert neue Sanktionen.", "person:berta-holm demands"),
        ("de", "Die AfD fordert neue Sanktionen.", "afd demands"),
        ("de", "Sanktionen lehne man ab, so die norwegische Regierung.", "no opposes"),
        ("de", "Norwegen, das Sanktionen ablehnt, kam nicht.", "no opposes"),
        ("en", "Finland says Norway urged the Europeans to lift the sanctions.", "no demands"),
    ],
)
def test_holders(read: Read, language: str, text: str, expected: str) -> None:
    assert tell(read, language, text) == expected


def test_speaker_of_a_nested_demand(read: Read) -> None:
    position = read("Finland says Norway urged the Europeans to lift the sanctions.", "en").positions[0]
    assert (position.actor, position.speaker) == ("no", "fi")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "de",
            "Oslo plant eine Friedenstruppe. Der Ökonom Jan Beispiel sagte, dafür reichten die Soldaten nicht.",
            "person:jan-beispiel doubts troop-deployment",
        ),
        (
            "de",
            "AfD-Chefin Berta Holm schäumt. Deutsche Soldaten hätten dort nichts verloren.",
            "person:berta-holm opposes troop-deployment",
        ),
    ],
)
def test_comments_of_experts_and_opposition(read: Read, language: str, text: str, expected: str) -> None:
    assert tell(read, language, text, "actor", "stance", "topic") == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Größter Befürworter der Sanktionen ist Portugal.", "pt supports"),
        ("de", "Portugal ist ein Gegner der Sanktionen.", "pt opposes"),
        ("en", "Portugal is a critic of the ceasefire.", "pt opposes"),
        ("en", "Portugal is not a critic of the ceasefire.", ""),
    ],
)
def test_being_called_a_supporter_or_an_opponent(read: Read, language: str, text: str, expected: str) -> None:
    assert tell(read, language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Portugal setzte sich dafür ein, dass Spanien die Sanktionen verlängert.", "pt demands"),
        ("de", "Portugal setzte sich für die Sanktionen ein.", "pt supports"),
    ],
)
def test_speaking_for_what_others_do_is_a_demand(read: Read, language: str, text: str, expected: str) -> None:
    assert tell(read, language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Neue Sanktionen müssten vermieden werden, sagte Lissabons Außenminister.", "pt opposes"),
        ("en", "New sanctions must be avoided, Portugal's foreign minister said.", "pt opposes"),
        ("en", "A famine must be avoided, Portugal's foreign minister said.", "pt demands"),
        (
            "en",
            "The donors are making a mistake with the sanctions, Portugal's foreign minister said.",
            "pt opposes",
        ),
        ("de", "Die Geber begingen mit den Sanktionen einen Fehler, sagte Lissabons Außenminister.", "pt opposes"),
    ],
)
def test_what_is_to_be_avoided_and_mistakes(read: Read, language: str, text: str, expected: str) -> None:
    assert tell(read, language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Portugal stood firmly against the proposal for new sanctions.", "pt opposes"),
        ("en", "Portugal voiced caution over the ceasefire.", "pt doubts"),
        ("en", "The envoy left amid speculation that Portugal would call for new sanctions.", ""),
    ],
)
def test_standing_against_caution_and_speculation(read: Read, language: str, text: str, expected: str) -> None:
    assert tell(read, language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Im März hatte Portugal einer Waffenruhe zugestimmt.", "pt supports ceasefire"),
        ("en", "Portugal agreed to a ceasefire in March.", "pt supports ceasefire"),
        ("de", "Mit den Rebellen werde man nicht verhandeln, sagte Lissabons Außenminister.", "pt opposes peace-talks"),
        ("en", "“We will not negotiate with the rebels,” Portugal's foreign minister said.", "pt opposes peace-talks"),
        ("de", "Portugal sieht keinen Grund, mit den Rebellen zu sprechen.", "pt opposes peace-talks"),
        ("de", "Portugal zeigte sich offen für eine Feuerpause.", "pt supports ceasefire"),
        ("en", "Portugal is open to monitoring a truce.", ""),
    ],
)
def test_agreeing_and_refusing_to_talk(read: Read, language: str, text: str, expected: str) -> None:
    assert tell(read, language, text, "actor", "stance", "topic") == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Numerous calls from Portugal for a ceasefire have gone unheard.", "pt demands"),
        ("de", "Die Hauptforderung Portugals sei der Abzug fremder Truppen.", "pt demands"),
        ("de", "Portugal scheiterte mit seinem Einspruch gegen die Umverteilung von Flüchtlingen.", "pt opposes"),
        ("en", "Norway spoke of a Portuguese demand for sanctions.", "pt demands"),
        ("en", "The European Union will raise its support to the budget to two million euros.", ""),
        ("en", "China's demand for steel is falling.", ""),
    ],
)
def test_whose_a_noun_of_stance_is(read: Read, language: str, text: str, expected: str) -> None:
    assert tell(read, language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Portugal's envoy said his nation fully supported the decision.", "pt supports"),
        ("de", "Das unterstütze ich sehr, sagte der portugiesische Präsident.", "pt supports"),
        ("en", "Portugal described the sanctions as disappointing.", "pt doubts"),
        ("en", "Portugal left the hall after rejecting the ceasefire.", "pt opposes"),
        ("en", "Portugal wants guarantees.", "pt demands"),
        ("en", "The plan drew criticism from Portugal.", "pt opposes"),
        ("de", "Die Sanktionen schadeten der Region, sagte der portugiesische Präsident.", "pt opposes"),
        ("de", "Portugal sprach sich mit scharfen Worten gegen eine Quote für Flüchtlinge aus.", "pt opposes"),
        ("de", "Portugals Minister betonte, klar sei, dass die Geber zahlen müssten.", "pt demands"),
        ("en", "Portugal and Chile said the donors must pay.", "pt demands; cl demands"),
    ],
)
def test_backing_calling_and_saying(read: Read, language: str, text: str, expected: str) -> None:
    assert tell(read, language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "de",
            "Umstritten ist der Beginn von Beitrittsgesprächen. Peru und Chile fordern ihn, Kenia lehnt dies ab.",
            "pe demands membership; cl demands membership; ke opposes membership",
        ),
        (
            "de",
            "Perus Außenminister sah die Not ein, wies aber zurück, dass neue Sanktionen nötig seien.",
            "pe opposes sanctions",
        ),
        ("en", "Peru, a leading opponent of the sanctions, stayed away.", "pe opposes sanctions"),
    ],
)
def test_clauses_beside_each_other_and_appositions(read: Read, language: str, text: str, expected: str) -> None:
    assert tell(read, language, text, "actor", "stance", "topic") == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Neben Peru ist Chile gegen eine Quote.", "cl opposes; pe opposes"),
        ("de", "Perus Präsident warnte, das Friedensabkommen dürfe nicht scheitern.", "pe demands"),
        ("de", "Chile wirft Peru vor, Waffen zu schmuggeln, was Peru zurückweist.", "cl opposes"),
        ("de", "Die Vereinigten Arabischen Emirate fordern neue Sanktionen.", "ae demands"),
        ("de", "Das Vereinigte Königreich fordert neue Sanktionen.", "gb demands"),
        ("de", "Zu dem Gipfel über Sanktionen werden die Präsidenten von Peru und Chile erwartet.", ""),
        ("en", "Peru welcomed the sanctions, while Chile opposes them.", "pe supports; cl opposes"),
    ],
)
def test_beside_whom_warnings_and_contrasts(read: Read, language: str, text: str, expected: str) -> None:
    assert tell(read, language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Gewerkschafter begrüßten die Sanktionen.", "group:trade-unions supports"),
        ("de", "Die Opposition begrüßte die Sanktionen.", "group:opposition supports"),
        ("de", "Mehrere Bischöfe fordern neue Sanktionen.", "group:churches demands"),
        ("de", "Der Bischof fordert neue Sanktionen.", ""),
        ("de", "Der Käseverband Gouda fordert neue Sanktionen.", "gouda demands"),
        ("en", "The opposition rejects the new sanctions.", "group:opposition opposes"),
        ("en", "Trade unions demanded new sanctions.", "group:trade-unions demands"),
        ("en", "Ravna Teilor of the teachers' union welcomed the sanctions.", "person:ravna-teilor supports"),
        ("en", "The Harbour Watch opposes the sanctions.", "harbour-watch opposes"),
    ],
)
def test_who_is_in_no_lexicon_holds_an_opinion(read: Read, language: str, text: str, expected: str) -> None:
    assert tell(read, language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Die Regierung Malis bat in Oslo um neue Sanktionen.", "ml demands"),
        ("de", "Peru dringt darauf, die Sanktionen aufzuheben.", "pe demands"),
        ("de", "Peru tritt dafür ein, dass die Sanktionen aufgehoben werden.", "pe demands"),
        ("de", "Peru schlug vor, die Häfen zu sperren.", "pe demands"),
        ("de", "Peru sprach von einem Durchbruch.", "pe supports"),
        ("de", "Peru sprach von einem Treffen.", ""),
        ("de", "Peru begrüßte die Waffenruhe, dringt aber auf neue Sanktionen.", "pe supports; pe demands"),
        ("de", "Peru bemängelte, dass die Sanktionen kaum wirkten.", "pe doubts"),
        ("de", "Peru plant eine Konferenz. Chile lehnt dies ab.", "cl opposes"),
        ("de", "Peru stellte sich hinter Chile.", "pe supports"),
        ("en", "Peru wants a levy on shipping.", "pe demands"),
        ("en", "Peru wants to send soldiers to Chad.", ""),
        ("en", "Peru proposed Lima for the next round.", ""),
        ("en", "Peru called upon Chile to lift the sanctions.", "pe demands"),
        ("en", "Peru spoke of a gamble.", "pe doubts"),
    ],
)
def test_constructions_of_stance(read: Read, language: str, text: str, expected: str) -> None:
    assert tell(read, language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Peru told Chile to lift the sanctions.", "pe demands"),
        ("en", "Peru told Chile that the ship had left.", ""),
        ("en", "Peru said it needed hundreds of tanks.", "pe demands"),
        ("en", "Peru said it did not need tanks.", ""),
        ("en", "Peru's government welcomed the vote in Lima.", "pe supports"),
        ("en", "Chile presented a plan that Peru supports.", "pe supports"),
        ("de", "Perus Präsident sagte: „Wir brauchen Panzer.“", "pe demands"),
        ("de", "Peru brachte eine Resolution ein, die ein Ende der Sanktionen fordert.", "pe demands"),
        ("de", "Peru riet von neuen Sanktionen ab.", "pe opposes"),
    ],
)
def test_telling_needing_and_papers(read: Read, language: str, text: str, expected: str) -> None:
    assert tell(read, language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Für die Grünen begrüßte die Abgeordnete Jana Holm die Sanktionen.", "gruene supports"),
        ("de", "Die Hilfsorganisation Oxfam bedauerte, dass die Sanktionen bleiben.", "oxfam doubts"),
        ("de", "Ärzte ohne Grenzen bezweifelt, dass die Sanktionen wirken.", "msf doubts"),
        ("en", "Mozambique's main opposition party, Renamo, criticised the sanctions.", "renamo opposes"),
        ("en", "Oxfam's Jane Doe said the sanctions were a mistake.", "oxfam opposes"),
    ],
)
def test_holders_by_the_name_of_what_they_speak_for(read: Read, language: str, text: str, expected: str) -> None:
    assert tell(read, language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Kritik an den Sanktionen kam aus Lissabon.", "pt opposes sanctions"),
        ("de", "Aus Lissabon kam Kritik an den Sanktionen.", "pt opposes sanctions"),
        ("de", "Die Friedenstruppe sorgte in Finnland für Empörung.", "fi opposes troop-deployment"),
        (
            "de",
            "Die Friedenstruppe stieß bei den Gewerkschaften auf Widerstand.",
            "group:trade-unions opposes troop-deployment",
        ),
        ("en", "Criticism of the sanctions came from Lisbon.", "pt opposes sanctions"),
        ("en", "The sanctions ran into opposition from Finland.", "fi opposes sanctions"),
        ("en", "The proposal has the backing of Finland and Portugal.", "fi supports other; pt supports other"),
        ("de", "Auf Drängen Portugals wurden die Sanktionen verlängert.", "pt demands sanctions"),
        ("de", "Nach dem Willen Portugals sollen die Nachbarn keine Soldaten schicken.", "pt opposes troop-deployment"),
        ("en", "At Portugal's insistence the sanctions were extended.", "pt demands sanctions"),
        ("de", "Für Portugal sind Sanktionen eine rote Linie.", "pt opposes sanctions"),
        ("de", "Aus Sicht Portugals sind Sanktionen nötig.", "pt demands sanctions"),
        (
            "de",
            "Die Minister berieten über den Vorschlag Portugals, Friedensgespräche zu beginnen.",
            "pt demands peace-talks",
        ),
    ],
)
def test_whence_a_stance_comes(read: Read, language: str, text: str, expected: str) -> None:
    assert tell(read, language, text, "actor", "stance", "topic") == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Es sei an der Zeit, die Sanktionen aufzuheben, sagte der finnische Minister.", "fi demands sanctions"),
        ("de", "Es gebe keine Alternative zu Verhandlungen, sagte der finnische Minister.", "fi demands peace-talks"),
        ("de", "Der Streit lasse sich nur diplomatisch lösen, sagte der finnische Minister.", "fi demands peace-talks"),
        ("de", "„Wir müssen mehr Panzer liefern“, sagte der finnische Minister.", "fi demands arms-supplies"),
        ("de", "Das Geld reiche nicht, sagte der finnische Minister.", "fi doubts funding"),
        ("de", "Der Plan verstoße gegen das Völkerrecht, sagte der finnische Minister.", "fi opposes other"),
        ("de", "Die Lage sei gefährlich, sagte der finnische Minister.", ""),
        ("en", "It was time to lift the sanctions, Finland's minister said.", "fi demands sanctions"),
        ("en", "There is no alternative to a ceasefire, Finland's minister said.", "fi demands ceasefire"),
        ("en", "There is no need for peacekeepers, Finland's minister said.", "fi opposes troop-deployment"),
        ("en", "There can be no ceasefire, Finland's minister said.", "fi opposes ceasefire"),
        ("en", "Europe needs to lift the sanctions, Finland's minister said.", "fi demands sanctions"),
        ("en", "Europe has plans to lift the sanctions, Finland's minister said.", ""),
        ("en", "The pledges fall short, Finland's minister said.", "fi doubts other"),
        ("en", "Trade unions said the sanctions were wrong.", "group:trade-unions opposes sanctions"),
    ],
)
def test_remarks_that_name_nobody_who_acts(read: Read, language: str, text: str, expected: str) -> None:
    assert tell(read, language, text, "actor", "stance", "topic") == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Finnland hält nichts von Sanktionen.", "fi opposes"),
        ("de", "Finnland übte Kritik an den Sanktionen.", "fi opposes"),
        ("de", "Finnland sieht in den Sanktionen einen Fehler.", "fi opposes"),
        ("de", "Finnland ist für Sanktionen.", "fi supports"),
        ("de", "Finnland weigert sich, fremde Soldaten ins Land zu lassen.", "fi opposes"),
        ("en", "Finland took issue with the sanctions.", "fi opposes"),
        ("en", "Finland threw its weight behind the ceasefire.", "fi supports"),
        ("en", "Finland is in favour of sanctions.", "fi supports"),
        ("en", "Finland ruled out foreign peacekeepers on its soil.", "fi opposes"),
        ("en", "Finland is adamant that the sanctions must stay.", "fi demands"),
        ("en", "Finland demanded a ceasefire. Portugal echoed that.", "fi demands; pt demands"),
        ("de", "Finnland fordert eine Waffenruhe. Portugal schloss sich dem an.", "fi demands; pt demands"),
    ],
)
def test_idioms_leanings_and_the_same_stance(read: Read, language: str, text: str, expected: str) -> None:
    assert tell(read, language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Peru kann mit dem Waffenembargo leben.", "pe supports sanctions"),
        ("de", "Dem Waffenembargo kann Peru nichts abgewinnen.", "pe opposes sanctions"),
        ("en", "Peru could not live with the arms embargo, its minister said.", "pe opposes sanctions"),
        ("de", "Peru legte Protest gegen das Embargo ein.", "pe opposes sanctions"),
        ("de", "Peru bleibt dagegen bei den Sanktionen.", ""),
        ("de", "Peru zeigte kein Verständnis für das Embargo.", "pe opposes sanctions"),
        ("en", "Peru called the impartiality of the mediators into question.", "pe doubts peace-talks"),
        ("en", "Peru came out in favour of new sanctions.", "pe supports sanctions"),
        ("en", "Peru would not brook foreign soldiers, its minister said.", "pe opposes troop-deployment"),
        ("de", "Das Rüstungsziel sei unvernünftig, sagte Perus Ministerin.", "pe opposes burden-sharing"),
    ],
)
def test_living_with_something_protests_and_questions(read: Read, language: str, text: str, expected: str) -> None:
    assert tell(read, language, text, "actor", "stance", "topic") == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Jane Doe of Amnesty International demanded an arms embargo.", "amnesty-international demands"),
        ("en", "Analyst Jane Doe of the Sahel Forum doubts the embargo.", "person:jane-doe doubts"),
        ("de", "Die Leiterin Jana Holm von der Organisation Medico forderte ein Embargo.", "medico demands"),
        ("de", "Die Regierung in Lima zögert. Sie verlangt ein Embargo.", "pe demands"),
        ("en", "The embargo was rejected by the rebels.", "group:rebels opposes"),
        ("de", "Seine Regierung werde das Embargo nie hinnehmen, sagte Perus Außenminister.", "pe opposes"),
    ],
)
def test_who_speaks_for_whom(read: Read, language: str, text: str, expected: str) -> None:
    assert tell(read, language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Peru stimmte dem Vorschlag zu, Beobachter an die Grenze zu lassen.", "pe supports troop-deployment"),
        ("en", "Peru accepted the compromise on climate finance.", "pe supports funding"),
        (
            "en",
            "Peru would not go along with a new quota for refugees, its minister said.",
            "pe opposes burden-sharing",
        ),
        ("de", "Die Sanktionen gehen Peru nicht weit genug.", "pe doubts sanctions"),
        ("en", "For Peru the sanctions do not go far enough.", "pe doubts sanctions"),
        ("en", "Peru has been critical of the sanctions.", "pe opposes sanctions"),
        ("en", "Peru defended the arms shipments.", "pe supports arms-supplies"),
        ("en", "Peru defended its border.", ""),
        ("de", "Peru nannte die Kritik an den Sanktionen unbegründet.", ""),
        ("en", "Only a ceasefire could end the suffering, Peru's minister said.", "pe demands ceasefire"),
        ("de", "Peru warb für eine Ausweitung der Blauhelmmission.", "pe supports troop-deployment"),
        ("de", "An dem Friedensplan gibt es in Lima Zweifel.", "pe doubts peace-talks"),
        ("en", "There are doubts in Lima about the peace plan.", "pe doubts peace-talks"),
        ("de", "Die Sanktionen seien verfehlt, bemängelte Perus Ministerin.", "pe opposes sanctions"),
        ("de", "Kein fremder Soldat dürfe das Land betreten, warnte Peru.", "pe opposes troop-deployment"),
    ],
)
def test_accepting_defending_and_what_falls_short(read: Read, language: str, text: str, expected: str) -> None:
    assert tell(read, language, text, "actor", "stance", "topic") == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Chile war für das Embargo, Peru dagegen.", "cl supports; pe opposes"),
        ("de", "Chile unterstützt den Vorschlag, Peru nicht.", "cl supports; pe opposes"),
        ("en", "Chile rejected the levy that Peru wants.", "cl opposes; pe demands"),
        ("en", "Should the embargo be lifted first, as Lima wants?", "pe demands"),
        ("en", "It was an idea that Peru supports.", "pe supports"),
        ("de", "Die Truppe, die Peru entsenden will, ist klein.", ""),
    ],
)
def test_what_others_want_in_passing(read: Read, language: str, text: str, expected: str) -> None:
    assert tell(read, language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The foreign minister in Lima rejected the embargo.", "pe opposes"),
        ("de", "Die Militärführung in Bamako wies die Sanktionen zurück.", "ml opposes"),
        ("de", "Eine Sprecherin der Umweltgruppe Global Witness warnte vor dem Embargo.", "global-witness doubts"),
        ("en", "John Carter, director of the relief agency GOAL, flew in. He demanded an embargo.", "goal demands"),
        (
            "en",
            'Jane Doe, head of the charity Far Land, flew in. "It is late," she said. She wants an embargo.',
            "far-land demands",
        ),
        ("en", "Peru hesitates. Its embargo must go, said Jane Doe of Oxfam.", "oxfam demands"),
        ("en", "Christian Aid welcomed the embargo.", "christian-aid supports"),
    ],
)
def test_for_whom_somebody_speaks(read: Read, language: str, text: str, expected: str) -> None:
    assert tell(read, language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Mit Skepsis reagierte Peru auf den Friedensplan.", "pe doubts peace-talks"),
        ("en", "Peru reacted with anger to the arms shipments.", "pe opposes arms-supplies"),
        ("en", "Peru wants the sanctions on Mali lifted.", "pe demands sanctions"),
        ("de", "Peru wolle keine fremden Stützpunkte, sagte die Ministerin in Lima.", "pe opposes troop-deployment"),
        ("de", "Ein Gipfeltreffen habe keinen Sinn, sagte Perus Ministerin.", "pe opposes leaders-meeting"),
        ("en", "Peru rules out a return of the rebels of Hamas.", "pe opposes other"),
        ("en", "Peru praised the hospitality in Accra.", ""),
        ("de", "Peru dürfte die Sanktionen ablehnen.", ""),
    ],
)
def test_reactions_and_what_is_not_wanted(read: Read, language: str, text: str, expected: str) -> None:
    assert tell(read, language, text, "actor", "stance", "topic") == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Chile argued for the mission, and so did Peru.", "cl supports; pe supports"),
        ("en", "Chile opposed the levy, as did Peru.", "cl opposes; pe opposes"),
        ("de", "Chile ist gegen das Embargo, Peru auch.", "cl opposes; pe opposes"),
        ("en", "The Yazidi council opposes the embargo.", "yazidi-council opposes"),
    ],
)
def test_who_thinks_the_same_without_a_verb(read: Read, language: str, text: str, expected: str) -> None:
    assert tell(read, language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Die Initiative wurde in Oslo kühl aufgenommen.", "no doubts"),
        ("de", "Kanada schlug Zölle vor, was in Lissabon mit Skepsis aufgenommen wurde.", "ca demands; pt doubts"),
        ("de", "Ghana bot eine Vermittlung an, was in Lomé gut ankam.", "tg supports"),
        ("de", "Die Flüchtlinge wurden in Accra freundlich aufgenommen.", ""),
        ("en", "The offer was coolly received in Lisbon.", "pt doubts"),
        ("en", "The proposal was welcomed in Nairobi.", "ke supports"),
        ("en", "The delegation was welcomed in Nairobi.", ""),
        ("en", "The plan got a frosty reception in Ottawa.", "ca doubts"),
        ("en", "The announcement was met with a cool response from Lisbon.", "pt doubts"),
        ("de", "Unterstützung bekam Ghana dabei von Togo.", "tg supports"),
        ("en", "Ghana won the backing of Togo.", "tg supports"),
        ("en", "The ceasefire plan drew support from Kenya and Uganda.", "ke supports; ug supports"),
        ("en", "The hospital received support from Kenya.", ""),
        ("en", "The merger is unlikely to win approval from Kenya.", ""),
    ],
)
def test_how_it_is_received(read: Read, language: str, text: str, expected: str) -> None:
    assert tell(read, language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Peru opposes the levy. Chile sided with Peru.", "pe opposes; cl opposes"),
        ("de", "Peru ist gegen die Abgabe. Chile stellte sich auf die Seite Perus.", "pe opposes; cl opposes"),
        ("en", "Chile sided with Peru.", ""),
        ("de", "Kroatien lobte den Entwurf, mahnte aber mehr Tempo an.", "hr supports; hr demands"),
        ("de", "Der Sudan sollte Beobachter zulassen, findet Peru.", "pe demands"),
        ("de", "Die Sanktionen sollen bleiben, findet Luxemburg.", "lu demands"),
        ("de", "Der Sudan solle Beobachter zulassen, sagte die Ministerin aus Peru.", "pe demands"),
        ("de", "Peru solle 30 Zelte bekommen, sagte Chiles Ministerin.", ""),
        ("en", "Peru called for talks. Iceland considers the sanctions insufficient.", "pe demands; is doubts"),
        ("en", "Norway said it could not accept the draft.", "no opposes"),
        ("en", "Norway could accept the treaty.", ""),
        ("de", "Norwegen könne den Vertrag nicht akzeptieren, sagte die Ministerin.", "no opposes"),
        ("en", "Norway asked that the vote be delayed.", "no demands"),
        ("en", "Norway reacted coolly to the plan.", "no doubts"),
        ("de", "Der Entwurf gehe zu weit, sagte die Ministerin aus Norwegen.", "no doubts"),
        ("en", "Norway said the rebels went too far.", ""),
        ("de", "Norwegen verweigerte dem Entwurf die Zustimmung.", "no opposes"),
    ],
)
def test_sides_and_what_ought_to_be(read: Read, language: str, text: str, expected: str) -> None:
    assert tell(read, language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Finland demanded a ceasefire. Portugal disagreed.", "fi demands; pt opposes"),
        ("en", "Finland criticised the sanctions. Portugal thinks so too.", "fi opposes; pt opposes"),
        ("en", "Finland called for a ceasefire. Portugal made the same plea.", "fi demands; pt demands"),
        ("en", "Finland voiced doubts about the sanctions. Portugal shared the concerns.", "fi doubts; pt doubts"),
        ("en", "Finland called for a ceasefire. Portugal seconded the demand.", "fi demands; pt demands"),
        ("en", "Finland opposes the sanctions. Portugal agreed with Finland.", "fi opposes; pt opposes"),
        ("de", "Finnland fordert eine Waffenruhe. Portugal sieht das anders.", "fi demands; pt opposes"),
        ("de", "Finnland fordert eine Waffenruhe. Portugal sprang Finnland bei.", "fi demands; pt demands"),
        ("de", "Finnland fordert eine Waffenruhe. Portugal gab Finnland recht.", "fi demands; pt demands"),
        ("de", "Finnland kritisiert die Sanktionen. Portugal ist derselben Meinung.", "fi opposes; pt opposes"),
        ("de", "Finnland fordert eine Waffenruhe. Portugal schloss sich der Forderung an.", "fi demands; pt demands"),
    ],
)
def test_whose_opinion_somebody_shares_or_contradicts(read: Read, language: str, text: str, expected: str) -> None:
    assert tell(read, language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Finland proposed a levy on shipping.", "fi demands funding"),
        ("en", "Finland suggested a ceasefire along the river.", "fi demands ceasefire"),
        ("de", "Finnland schlug einen Fonds für Flutopfer vor.", "fi demands funding"),
        ("en", "Ministers discussed new sanctions. Finland is all for it.", "fi supports sanctions"),
        ("en", "Ministers discussed new sanctions. Finland is opposed.", "fi opposes sanctions"),
        ("en", "Ministers discussed new sanctions. Finland is not convinced.", "fi doubts sanctions"),
        ("de", "Es ging um neue Sanktionen. Finnland ist davon nicht überzeugt.", "fi doubts sanctions"),
        ("de", "Es ging um neue Sanktionen. In Lissabon hält man davon nichts.", "pt opposes sanctions"),
        ("de", "Es ging um den Klimafonds. Finnland war die Summe zu niedrig.", "fi doubts funding"),
        ("de", "Es ging um den Klimafonds. Portugal ging selbst das nicht weit genug.", "pt doubts funding"),
        ("en", "Finland brushed the ceasefire proposal aside.", "fi opposes ceasefire"),
    ],
)
def test_what_somebody_makes_of_a_plan(read: Read, language: str, text: str, expected: str) -> None:
    assert tell(read, language, text, "actor", "stance", "topic") == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Finland demanded lower tariffs. Portugal backed Finland on this point.", "fi demands; pt supports"),
        ("en", "Finland demanded lower tariffs. Finland was supported by Portugal.", "fi demands; pt supports"),
        ("de", "Finnland fordert neue Zölle. Finnland erhielt Unterstützung aus Portugal.", "fi demands; pt supports"),
        ("de", "Es ging um den Einsatz. Portugal habe darum gebeten, sagte ein Sprecher in Oslo.", "pt demands"),
        ("de", "Es ging um Sanktionen. Beifall fand der Vorschlag aus Portugal.", "pt supports"),
        ("en", "Ministers cut the aid to Mali. Finland called the step shortsighted.", "fi doubts"),
        (
            "en",
            '"Roads are cut," said Oxfam\'s regional planner, Jane Doe. She urged donors to pay up.',
            "oxfam demands",
        ),
        (
            "de",
            "„Es fehlt an Zelten“, sagte Jana Holm von Oxfam. Sie forderte die Geber auf zu zahlen.",
            "oxfam demands",
        ),
        ("de", "Es ging um den Beitrag. Für die SP warnte Ständerätin Jana Holm vor der Kürzung.", "sps doubts"),
        (
            "en",
            "The Greens called for a ceasefire. The Social Democrats disagreed.",
            "greens demands; social-democrats opposes",
        ),
    ],
)
def test_who_stands_by_whom_and_for_whom_they_speak(read: Read, language: str, text: str, expected: str) -> None:
    assert tell(read, language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Finland demanded tariffs. Portugal countered that all would lose.", "fi demands; pt opposes"),
        ("de", "Finnland fordert Zölle. Portugal hielt dagegen, das schade allen.", "fi demands; pt opposes"),
        (
            "en",
            "Ministers discussed tariffs. Finland voted no, as did Portugal and Malta.",
            "fi opposes; pt opposes; mt opposes",
        ),
        (
            "de",
            "Es ging um Zölle. Finnland stimmte mit Nein, ebenso Portugal und Malta.",
            "fi opposes; pt opposes; mt opposes",
        ),
        (
            "de",
            "Es ging um Zölle. Finnland zeigte Verständnis, Portugal und Malta nicht.",
            "fi supports; pt opposes; mt opposes",
        ),
        ("de", "Finnland findet das Embargo weltfremd.", "fi opposes"),
        ("en", "Finland called the embargo a stab in the back.", "fi opposes"),
        ("de", "Finnland findet die Debatte über das Embargo weltfremd.", ""),
    ],
)
def test_who_votes_and_counters_with_others(read: Read, language: str, text: str, expected: str) -> None:
    assert tell(read, language, text) == expected
