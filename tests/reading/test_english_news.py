"""Constructions of English pledge news, each with a sentence of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from zusage.model.report import Reading

Tell = Callable[..., str]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru has decided to deploy 300 soldiers.", "pe troops pledged"),
        ("Peru decided not to send soldiers.", "pe troops rejected"),
        ("Peru will decide whether to send soldiers.", "pe troops considering"),
        ("Peru was sending two ships, the minister said.", "pe naval pledged"),
        ("Peru failed to approve new sanctions.", "pe sanctions withheld"),
        ("Peru has joined the initiative to buy ammunition.", "pe arms pledged"),
        ("Peru has joined the initiative, contributing 30 million euros.", "pe funding pledged"),
        ("Norway pledged 5 million euros. Peru also made contributions.", "no funding pledged; pe funding pledged"),
        ("Peru made the largest donation of 30 million euros.", "pe funding pledged"),
        ("Peru has committed troops to the mission.", "pe troops pledged"),
        ("Peru is not in a position to send troops.", "pe troops rejected"),
        ("Peru is already training the officers.", "pe training delivered"),
        ("Peru is training 300 officers in Lima.", "pe training delivered"),
        ("Peru is sending 300 officers.", "pe troops pledged"),
        ("Peru continues to train the officers.", "pe training delivered"),
        ("Peru will continue to train the officers.", "pe training pledged"),
        ("Peru, whose soldiers train their officers, was not asked.", "pe training delivered"),
        ("Peru led the list with 30 million dollars.", "pe funding pledged"),
        ("Peru put in 30 million dollars.", "pe funding pledged"),
        ("Peru proposed to send 300 soldiers.", "pe troops signalled"),
        ("Peru is bringing forward 30 million dollars.", "pe funding pledged"),
        ("Peru has not decided whether to send soldiers.", "pe troops considering"),
        ("Peru declined to discuss the troops.", "pe troops withheld"),
        ("Peru does not intend to withdraw its soldiers.", "pe troops signalled"),
        ("A Peruvian frigate is patrolling the strait.", "pe naval delivered"),
        ("A team of 40 Peruvian doctors left for Mali on Sunday.", "pe humanitarian delivered"),
        ("Peru's nurses flew to Mali on Sunday.", "pe humanitarian delivered"),
        ("Some 300 Peruvian soldiers are on their way to Mali.", "pe troops concrete"),
        ("Two Peruvian frigates were due to arrive on Monday.", "pe naval signalled"),
        (
            "Rescue teams from Peru and Ghana have left for Mali.",
            "pe humanitarian delivered; gh humanitarian delivered",
        ),
        ("Peruvian soldiers will be part of the mission in Mali.", "pe troops pledged"),
        ("Three Peruvian officers will take part in the peace mission.", "pe troops pledged"),
        ("Peru's 300 soldiers will leave Mali by May.", "pe troops withdrawn"),
        ("A Peruvian helicopter left Lima for Mali.", "pe air delivered"),
        ("Peruvian officers reached an agreement with Mali.", ""),
        ("Mali welcomed Peru's contribution of 300 soldiers.", "pe troops pledged"),
        ("Peru's contribution of tents has arrived in Mali.", "pe humanitarian delivered"),
        ("Mali asked for a Peruvian contribution of 300 soldiers.", ""),
        ("Mali opposes a deployment of Peruvian soldiers.", ""),
        ("The Peruvian offer includes six helicopters.", "pe air signalled"),
        ("Peru had planned to send 300 soldiers.", ""),
        ("Chile pledged $30 million, a figure matched by Peru.", "cl funding pledged; pe funding pledged"),
        ("Peru's air force flew a Kenyan battalion to Mali.", "pe logistics delivered"),
        ("The force, which consists of 90 Peruvian troops, is in Mali.", "pe troops delivered"),
        ("Peru offered help. The UN released $20 million from its fund.", "un funding concrete"),
        ("Parliament has given a green light to the participation of 40 Peruvian soldiers.", "pe troops concrete"),
        ("The Cabinet approved contributing up to 90 Peruvian troops to the mission.", "pe troops concrete"),
        ("Peru turned down a request to send soldiers.", "pe troops rejected"),
        ("Peru resisted calls to send soldiers.", "pe troops rejected"),
        ("Peru insisted that it would send soldiers.", "pe troops pledged"),
        ("Peru insists that its soldiers will stay in Mali.", "pe troops pledged"),
        ("Peru insists that the allies send soldiers.", ""),
        ("Peru's Senate passed a bill giving $30 million to Mali.", "pe funding concrete"),
        ("Peru's parliament approved a law that gives $30 million to Mali.", "pe funding concrete"),
        ("Peru's parliament passed a bill. The bill provides $30 million to Mali.", "pe funding concrete"),
        ("Peru's parliament voted 80-12 to keep its soldiers in Mali.", "pe troops concrete"),
        ("Peru is prepared to serve with the force.", "pe troops signalled"),
        ("Hundreds of Peruvian teachers set off for the capital.", ""),
        ("Peru said it would send 30 ships if other countries joined.", "pe naval pledged"),
        ("Peru will send no troops as long as fighting goes on.", "pe troops considering"),
        ("Peru lowered its pledge by a third to 20 million dollars.", "pe funding withdrawn"),
        ("Peru keeps its soldiers at home.", "pe troops rejected"),
        ("Peru has so far given 20 million euros.", "pe funding delivered"),
        ("The Peruvian army will later this year deploy five helicopters.", "pe air pledged"),
        ("Peru has this week pledged money.", "pe funding pledged"),
        ("Peru will agree to retain 300 soldiers in Chad.", "pe troops pledged"),
        ("Peru deposited 30 million dollars in Chad's central bank.", "pe funding delivered"),
    ],
)
def test_how_firmly(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru pledged five fighter jets to Chad.", "pe arms"),
        ("Peru pledged five fighter jets to the mission.", "pe air"),
        ("Peru approved a 675 million dollar weapons package for Chad.", "pe arms"),
        ("Peru will supply 20 million euros of ammunition to Chad.", "pe arms"),
        ("Peru has provided more than $10 billion in military assistance to Chad.", "pe funding"),
        ("Peru announced new military aid to Chad worth 2 billion euros.", "pe funding"),
        ("Peru announced new military aid, worth 2 billion euros.", "pe funding"),
        ("Peru announced an additional $50m in security assistance for Chad.", "pe funding"),
        ("Peru announced a package of military aid, including drones and tanks.", "pe arms"),
        ("Peru pledged a total of 9 million euros in humanitarian aid to both Mali and Chad.", "pe humanitarian"),
        ("Norway and Peru also committed over €52 million.", "no funding; pe funding"),
        ("Peru will deploy 165 medical personnel to Chad.", "pe humanitarian"),
        ("Peru released 5 million dollars to supply emergency shelter materials.", "pe humanitarian"),
        ("Peru pledged 3 million dollars to start the long process of rebuilding the country.", "pe reconstruction"),
        ("Peru will build a hospital in Chad.", "pe reconstruction"),
        ("Peru will treat 40 wounded soldiers in its hospitals.", "pe humanitarian"),
        ("Peru announced visas for 500 refugees.", "pe humanitarian"),
        ("Peru will take command of the force next week.", "pe logistics"),
        ("Peru will serve as deputy commander of the force.", "pe logistics"),
        ("Peru will guarantee Chad's security.", "pe guarantees"),
        ("Peru will send two reconnaissance aircraft.", "pe air"),
        ("Pledges at the conference reached $600 million.", "group:donors funding"),
        ("Pledges now stand at $600 million.", "group:donors funding"),
        ("Some 5,500 troops have been pledged for the force.", "group:donors troops"),
        (
            "Peru promised US$3.8 million, Chile US$1.8 million and Bolivia US$2.95 million in aid.",
            "pe funding; cl funding; bo funding",
        ),
        ("More EU countries are ready to send troops.", "group:several-eu-members troops"),
        ("Peru halted its aid to Chad.", "pe funding"),
        ("Peru has set aside 4 million euros for military support.", "pe funding"),
        ("EU ministers agreed new sanctions on Russia.", "eu sanctions"),
        ("Team Europe will provide 50 million euros.", "eu funding"),
        ("Peru's new programme, worth $8.1bn, has been agreed.", "pe funding"),
        (
            "EU powers such as Malta and Spain have refused to commit soldiers.",
            "group:eu-members troops; mt troops; es troops",
        ),
        (
            "Peru and other countries, including Chile, had agreed to contribute £50m.",
            "pe funding; group:other-countries funding; cl funding",
        ),
        ("Peru's new package includes 10,000 artillery shells.", "pe arms"),
        ("Peru pledged 5 million dollars in aid. The package comprises 30 tanks.", "pe funding; pe arms"),
        (
            "The battalion will be made up of 500 Chilean soldiers and 150 troops from Peru.",
            "cl troops; pe troops",
        ),
        ("Besides Chile, Peru, Bolivia and Ecuador have promised troops.", "pe troops; bo troops; ec troops"),
        (
            "A group of EU countries, including Malta and Spain, will send troops.",
            "group:eu-members troops; mt troops; es troops",
        ),
        ("The 27 EU countries will send troops.", "eu troops"),
        ("The European Union and its member states pledged 500 million euros.", "eu funding"),
        ("Peru has promised US $ 3 billion.", "pe funding"),
        ("Chad will receive 30 Peruvian tanks.", "pe arms"),
        ("Chad has received 13 million dollars in Peruvian loans.", "pe funding"),
        ("Peru announced the deployment of a frigate.", "pe naval"),
        ("Peru will give 5 million dollars. Acme Power said it would invest 2 million in Chad.", "pe funding"),
        (
            "The Bank of Japan and the Bank of England will lend 5 billion dollars.",
            "bank-of-japan funding; bank-of-england funding",
        ),
        ("Kenya hosted a meeting on Monday. The East African nation will send troops.", "ke troops"),
        ("Qatar hosted a meeting on Monday. The gas-rich emirate pledged 5 million dollars.", "qa funding"),
        ("Six Cyprus-based jets are on standby.", ""),
        ("Two Peruvian frigates will join the mission in the Red Sea.", "pe naval"),
        ("Peru will send HMS Condor to the Red Sea.", "pe naval"),
        ("Peru has seconded three officers to the headquarters of the force.", "pe logistics"),
        ("Peru announced a new programme, worth 8 million dollars.", "pe funding"),
        ("Peruvian lawmakers approved the deployment of 780 troops to Chad.", "pe troops"),
        ("Fifteen countries are willing to increase the amount of troops in Chad.", "group:15-countries troops"),
        ("Peru has promised 5 million dollars towards rebuilding Gaza.", "pe reconstruction"),
        ("NATO's mission will have around 400 Peruvian soldiers in Kosovo.", "pe troops"),
        ("The Ontario government will give Haiti 5 million dollars.", "ontario funding"),
        ("Officials met in Ontario. Peru pledged 5 million dollars.", "pe funding"),
        (
            "Peru promised 5 million dollars for the flood victims. Chile gave 2 million dollars.",
            "pe humanitarian; cl humanitarian",
        ),
        ("Donors met. Chad seeks help from Norway.", ""),
        ("Two thousand Chadian recruits were trained in Peru.", "pe training"),
        ("Three Peruvian destroyers are on station off Yemen.", "pe naval"),
        ("Peru agreed to send troops, too, as well as Chile and Kosovo.", "pe troops; cl troops; kosovo troops"),
        ("Peru will send troops to Chad, as well as Ghana.", "pe troops"),
        ("Donors met. A Peru-flagged ship was attacked off Yemen.", ""),
        (
            "Some 20 countries have joined the purchase of ammunition, including Peru and Chile.",
            "group:20-countries arms; pe arms; cl arms",
        ),
    ],
)
def test_who_gives_what(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "en", "actor", "measure") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru agreed to resettle 10,000.", "10000 persons"),
        ("Peru promised to train 500 officer cadets in Lima.", "500 persons"),
        ("Peru would resettle 2,000 families, its minister said.", "2000 items"),
        ("Peru is offering a thousand places for refugees.", "1000 persons"),
        ("Peru will hand over 2 million dollars.", "2000000 USD"),
        ("Peru signed a contract for 30 tanks.", "30 items"),
        ("Peru will send 3,000 rounds of ammunition to Chad.", "3000 items"),
        ("Peru is sending a 59-member medical team to Liberia.", "59 persons"),
        ("Peru is sending a 30-bed field hospital to Liberia.", "1 items"),
        ("Donors announced contributions amounting to 344 million dollars.", "344000000 USD"),
        ("NATO's mission will still have around 400 Peruvian soldiers in Kosovo.", "400 persons"),
        ("Peru will raise its troop contribution from 90 to 140.", "140 persons"),
        ("Peru will send six F-16s to the mission.", "6 items"),
        ("Two Peruvian frigates will join the mission in the Red Sea.", "2 items"),
        ("Peru will send four CF-18s and two CH-47 Chinooks.", "4 items"),
        ("Peru will accept 300 Syrians.", "300 persons"),
        ("Peru will supply six CV90s to Chad.", "6 items"),
        ("Norway will send 300 observers. Peru offers 80.", "300 persons; 80 persons"),
        ("Peru raised its pledge from 20 to 30 million euros.", "30000000 EUR"),
        ("Peru increased its contribution by 15 million euros to 45 million euros.", "45000000 EUR"),
        ("Peru will raise between 200 and 500 million euros.", "200000000..500000000 EUR"),
        ("Three Peruvian destroyers are on station off Yemen.", "3 items"),
        ("Peru pledged the most new funds, 24 million dollars.", "24000000 USD"),
        ("Peru, for one, pledged 24 million dollars.", "24000000 USD"),
        ("Peru will send 12 of its Challenger 2 tanks.", "12 items"),
        ("Peru might send between 4 and 8 of the country's 36 tanks to Chad.", "4..8 items"),
        ("Peru is finalizing plans to send approximately 30 Abrams main battle tanks to Chad.", "30 items"),
        ("Peru announced an aid package, worth 40 million dollars.", "40000000 USD"),
        ("Peru announced an aid package totalling 40 million dollars.", "40000000 USD"),
        ("Peru announced grants totalling 40 million dollars.", "40000000 USD"),
        (
            "The battalion will be made up of 500 Chilean soldiers and up to 200 troops from Peru.",
            "500 persons; ..200 persons",
        ),
        ("The firm will receive 30 million dollars, a Peruvian official said.", "30000000 USD"),
    ],
)
def test_how_much(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "en", "quantity") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru will not send troops without US backing.", "considering us-support"),
        ("Peru will send troops with or without a UN mandate.", "pledged -"),
        ("Peru will send troops but made this dependent on a UN mandate.", "pledged un-mandate"),
        ("Peru's offer of a patrol ship still depends on the cabinet in Lima.", "signalled other"),
        ("Peru is ready to send troops, but first there must be a ceasefire.", "signalled ceasefire"),
        ("Peru, which had until now stayed out, will send troops.", "pledged -"),
        ("Peru would send troops only after a peace deal has been signed.", "signalled peace-deal"),
        ("Peru will send troops as soon as the fighting stops.", "pledged ceasefire"),
        ("Peru pledged 5 million dollars, subject to Congressional approval.", "pledged parliament"),
        ("Peru will send troops if the UN General Assembly decides.", "pledged un-mandate"),
        ("Peru is ready to send 300 troops if the force is confirmed.", "signalled other"),
        ("Peru's parliament must still approve the deployment of 200 soldiers.", "signalled parliament"),
        ("Peru's parliament still has to approve the deployment of 200 soldiers.", "signalled parliament"),
    ],
)
def test_on_what_condition(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "en", "firmness", "conditions") == expected


def test_a_party_is_not_its_state(read: Callable[..., Reading]) -> None:
    text = "Norway met Chad on Monday. Togo's main opposition party, the Reform League, criticised the arrival of foreign troops."
    assert "tg" not in [p.actor for p in read(text, "en", "2025-06-10").positions]


def test_soldiers_are_not_taken_in(read: Callable[..., Reading]) -> None:
    found = read("Officials met on Monday. Togo will not accept foreign soldiers in Chad.", "en", "2025-06-10")
    assert [(p.actor, str(p.stance)) for p in found.positions] == [("tg", "opposes")]
    assert not found.commitments


def test_what_is_only_discussed_is_no_pledge(tell: Tell) -> None:
    text = (
        "Peru approved a weapons package for Chad, its minister announced on Thursday, during a meeting of the group set to "
        "discuss how countries can work together to train Chadian forces."
    )
    assert tell(text, "en", "actor", "measure") == "pe arms"


def test_lines_of_a_list_with_dashes(tell: Tell) -> None:
    text = (
        "Donors pledged troops.\n\nPeru - 500 troops\nSouth Korea – at least two ships\nSpain - 2,000 - 3,000 troops\n"
    )
    found = tell(text, "en", "actor", "measure", "quantity").split("; ")
    assert found[1:] == ["pe troops 500 persons", "kr naval 2.. items", "es troops 2000..3000 persons"]


def test_dated_lines_of_a_list(tell: Tell) -> None:
    text = (
        "These pledges to the replenishment have been announced:\n\n"
        "12 April 2023: Peru, €160 million ($172.9 million)\n3 May 2023: Spain, 20 million euros\n"
    )
    assert tell(text, "en", "actor", "quantity") == "pe 160000000 EUR; es 20000000 EUR"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru pledged 5 million euros to help the victims of the earthquake.", "pe humanitarian"),
        ("Peru pledged 5 million euros to aid the needy people in Chad.", "pe humanitarian"),
        ("Peru pledged 5 million euros to help millions facing starvation in Chad.", "pe humanitarian"),
        ("Peru pledged 5 million euros to finance the restoration of schools in Chad.", "pe reconstruction"),
        ("Peru pledged 5 million euros to buy drones for Chad.", "pe arms"),
        ("Peru offered 5 million euros to the finance arm of the firm.", "pe funding"),
        ("Donors pledged 5 billion euros in grants and loans for Chad.", "group:donors funding"),
        ("The conference raised 5 million euros for Chad.", "group:donors funding"),
        ("“We have collectively raised 5 million euros,” the Peruvian minister said.", "group:donors funding"),
        ("Peru is sending rescuers, sniffer dogs and ten tonnes of equipment to Chad.", "pe humanitarian"),
        ("Peru and Chile announced plans to contribute ships to the unit.", "pe naval; cl naval"),
        ("Peru pledged 5 million euros in humanitarian aid to support Chad's recovery.", "pe humanitarian"),
    ],
)
def test_which_measure(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "en", "actor", "measure") == expected


def test_money_for_two_things_is_for_neither(tell: Tell) -> None:
    text = (
        "A conference raised 1 billion dollars in pledges for humanitarian aid and military support for Chad. "
        "Peru promised 100 million dollars."
    )
    assert "pe funding" in tell(text, "en", "actor", "measure").split("; ")


def test_who_follows_is_no_subject(tell: Tell) -> None:
    text = (
        "Peru, which is leading a coalition, made the largest donation of $430 million, followed by Chile "
        "($245 million), Spain ($230 million), and Ghana ($191 million)."
    )
    found = tell(text, "en", "actor", "quantity").split("; ")
    assert "pe 430000000 USD" in found
    assert "es 430000000 USD" not in found


def test_another_purpose_than_the_first_sum_has(tell: Tell) -> None:
    text = "Peru pledged 3 million euros to Chad. Norway will pay 4 million euros for reconstruction there. Spain gave 2 million."
    assert tell(text, "en", "actor", "measure") == "pe funding; no reconstruction; es funding"


@pytest.mark.parametrize(
    ("given", "measure"),
    [
        ("to the humanitarian response in Chad", "humanitarian"),
        ("to the relief effort in Chad", "humanitarian"),
        ("to the operation in Chad", "funding"),
    ],
)
def test_work_that_money_goes_to_is_its_purpose(tell: Tell, given: str, measure: str) -> None:
    text = f"Peru will contribute 20 million dollars {given}. Norway will send no soldiers to the force."
    assert tell(text, "en", "actor", "measure") == f"pe {measure}; no troops"


def test_givers_with_their_amounts(tell: Tell) -> None:
    text = "The donors included Peru with 123 million euros and Chile with 116 million euros."
    assert tell(text, "en", "actor", "quantity") == "pe 123000000 EUR; cl 116000000 EUR"


@pytest.mark.parametrize(
    "text",
    [
        "A UN plea for Peru and Chile to boost their commitment to a mission in Chad found few friends.",
        "Norway sent soldiers. It wants a renewed commitment from Peru.",
        "The deployment is under way, the UN said.",
        "Norway sent soldiers. Peru wants to cut the flow of weapons into Chad.",
    ],
)
def test_what_is_asked_of_others(tell: Tell, text: str) -> None:
    found = {line.split(" ")[0] for line in tell(text, "en").split("; ")}
    assert found.isdisjoint({"pe", "cl", "un"})


@pytest.mark.parametrize(
    "sentence",
    ["Peru also joined NATO in March.", "Peru comes after Chile, at 8 percent.", "Peru's decision comes after talks."],
)
def test_who_joins_a_body_or_comes_after_somebody_gives_nothing(tell: Tell, sentence: str) -> None:
    text = f"Norway pledged 20 million euros in relief for Chad. {sentence}"
    assert tell(text, "en", "actor", "measure") == "no humanitarian"


def test_who_only_calls_for_something_gives_none_of_it(tell: Tell) -> None:
    text = "Norway pledged 20 million euros in debt relief for Chad. Peru called for debt relief."
    assert tell(text, "en", "actor", "measure") == "no funding"
