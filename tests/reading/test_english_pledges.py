"""Constructions of English news on conferences of donors and senders of troops, each with a sentence of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from zusage.dossier import load_shipped
from zusage.model.report import Reading, Report
from zusage.reading.report import read_report

Tell = Callable[..., str]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru sought funds to cover half of the bill.", ""),
        ("Peru's president sought $8bn from Norway over three years to rebuild the country.", ""),
        ("Peru aims to raise 40 million dollars for the victims of the earthquake.", ""),
        ("Peru secured pledges of 40 million dollars.", "group:donors funding"),
        ("Peru has already provided more than USD 10 billion in military assistance to Chad.", "pe funding"),
    ],
)
def test_who_only_looks_for_money(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "en", "actor", "measure") == expected


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Two NATO members, Norway and Spain, said that their troops will lead the battalion.", {"no", "es"}),
        ("Two African countries, Chad and Mali, will send 40 soldiers.", {"td", "ml"}),
        ("Countries offering troops include Peru and Chile.", {"pe", "cl"}),
        ("Norway joined the Peruvian-led coalition that sends soldiers to Chad.", {"no"}),
        ("The UN still lacks 40 million dollars for the mission to which Peru sends soldiers.", {"pe"}),
    ],
)
def test_who_acts(tell: Tell, text: str, actors: set[str]) -> None:
    assert {line.split(" ")[0] for line in tell(text, "en").split("; ")} == actors


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru has agreed to send more soldiers to help train the Chadian police.", "pe training"),
        ("Peruvian soldiers would be deployed to Chad to advise and train the police.", "pe training"),
        ("Peru will send 40 soldiers to patrol the border.", "pe troops"),
        ("Oslo schickt 40 Soldaten nach Mali, um Polizisten auszubilden.", "no training"),
        ("Peru pledged 3 million pounds in loan guarantees at a conference to rebuild Chad.", "pe funding"),
        ("Peru pledged 3 million euros to help Chad recover from the floods.", "pe reconstruction"),
        ("The IMF pledged 3 million euros to help Chad recover from its worst economic crisis.", "imf funding"),
    ],
)
def test_what_it_is_for(tell: Tell, text: str, expected: str) -> None:
    language = "de" if text.startswith("Oslo") else "en"
    assert tell(text, language, "actor", "measure") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister thanked Peru for sending 40 tanks.", "pe arms 40 items"),
        ("“I am grateful to Peru for announcing 40 tanks,” she said.", "pe arms 40 items"),
        (
            "Norway promised 40 million dollars. It was followed by Peru pledging 20 million dollars.",
            "no funding 40000000 USD; pe funding 20000000 USD",
        ),
        (
            "Norway promised 70 million dollars. There were pledges from Peru (40 million dollars) and Chile (30 million dollars).",
            "no funding 70000000 USD; pe funding 40000000 USD; cl funding 30000000 USD",
        ),
        (
            "Norway promised 70 million dollars, topping a 60 million dollar Peruvian aid package.",
            "no funding 70000000 USD; pe funding 60000000 USD",
        ),
        (
            "The donors were Peru ($50 million), Chile ($40 million), as well as Kenya and Ghana, the minister said.",
            "pe funding 50000000 USD; cl funding 40000000 USD; ke funding -; gh funding -",
        ),
    ],
)
def test_givers_beside_their_gifts(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "en", "actor", "measure", "quantity") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru expressed willingness to consider a troop deployment.", "pe troops considering"),
        ("Peru said it would probably send ships.", "pe naval signalled"),
        (
            "Norway will send 40 soldiers. Peru will contribute to the operation.",
            "no troops pledged; pe troops pledged",
        ),
        ("Peru wants to persuade Chile to send soldiers.", ""),
        ("The report repeats a demand that Peru send soldiers.", ""),
        ("Mali is grateful to the international community for sending rescue teams.", ""),
    ],
)
def test_how_firmly(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "en") == expected


def test_what_a_bare_number_counts(tell: Tell) -> None:
    text = (
        "Australia turned down a request for a warship; it will send up to six staff officers instead. Norway is providing "
        "two, Denmark one. Frigates and destroyers were asked for, and a navy was missed."
    )
    assert tell(text, "en", "actor", "measure") == "au naval; au logistics; no logistics; dk logistics"


def test_who_looks_for_others(tell: Tell) -> None:
    text = "Chile hopes to get a larger number of European countries involved to provide logistical support."
    assert "group:europeans" not in tell(text, "en", "actor")
    assert "pe" not in tell(
        "Donors met. Norway gave 4 million euros. Chad sought 5 million euros from Peru's partners.", "en", "actor"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway will supply Chad with tanks and Peru and Chile will provide drones.", "no arms; pe arms; cl arms"),
        ("Norway will send tanks to Chad and the Netherlands will provide drones.", "no arms; nl arms"),
        ("Norway joined the talks on Friday like Peru and Chile. Spain will send tanks.", "es arms"),
        ("Norway waits, unlike Peru, which announced it would send drones.", "pe arms"),
        ("Officials are discussing plans to send Peruvian and Chilean soldiers to Chad.", "pe troops; cl troops"),
        ("The United Nations said 5 million dollars has been pledged for the fund.", "group:donors funding"),
        ("Norway said 5 million dollars had been promised.", "no funding"),
        ("The fund has announced donor pledges totalling 5 million dollars for tents.", "group:donors humanitarian"),
        (
            "Norway gave 4 million euros. Countries promising to contribute to the fund include Peru.",
            "no funding; pe funding",
        ),
        ("The Lima conference pledged support. Norway gave 4 million euros.", "no funding"),
    ],
)
def test_whose_it_is(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "en", "actor", "measure") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru pledged 5 million dollars for people displaced by fighting in Chad.", "pe humanitarian"),
        ("Peru pledged 5 million dollars to help people fleeing the war in Chad.", "pe humanitarian"),
        ("Peru pledged 5 million dollars for families affected by the storm.", "pe humanitarian"),
        ("Peru pledged 5 million dollars to the Red Cross.", "pe humanitarian"),
        ("Peru pledged 5 million dollars to fight the epidemic.", "pe humanitarian"),
        ("Peru pledged 5 million dollars for firms affected by the tariffs.", "pe funding"),
        ("Norway has sent a frigate to the strait. Peru is also participating.", "no naval; pe naval"),
        ("Ministers met in Lima on Monday. Peru also took part.", ""),
        ("Peru will lead a battalion in Mali, Chile in Chad, and Kenya in Togo.", "pe troops; cl troops; ke troops"),
        ("Peru will send 40 soldiers to bases in Chad, Norway said in Oslo.", "pe troops"),
    ],
)
def test_relief_and_company(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "en", "actor", "measure") == expected


def test_grants_and_loans_are_for_anything(tell: Tell) -> None:
    text = (
        "Donors pledged 5 billion euros in grants and loans for Chad and its neighbours, which host refugees. "
        "Peru will raise its humanitarian support, and relief goes on after the floods. Norway promised 40 million euros."
    )
    assert "no funding" in tell(text, "en", "actor", "measure").split("; ")


def test_money_without_a_sum_has_the_purpose_of_the_others(tell: Tell) -> None:
    text = (
        "Donors promised 9 billion dollars to help Chad recover from the floods. Among the donors were Norway ($2 billion) and "
        "Spain ($1 billion). Peru and Chile also made contributions."
    )
    found = tell(text, "en", "actor", "measure").split("; ")
    assert {"pe reconstruction", "cl reconstruction"} <= set(found)
    assert not {"pe funding", "cl funding"} & set(found)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Norway will give 2 billion Norwegian kroner, or about $200 million.", "en", "no 2000000000 NOK"),
        (
            "Norway will contribute the lion's share at 2 billion Norwegian kroner, or $200 million.",
            "en",
            "no 2000000000 NOK",
        ),
        (
            "Oslo gibt zwei Milliarden Norwegische Kronen, umgerechnet rund 200 Millionen Euro.",
            "de",
            "no 2000000000 NOK",
        ),
        ("Peru will give 2 million euros, and 3 million dollars later.", "en", "pe 2000000 EUR; pe 3000000 USD"),
    ],
)
def test_one_sum_in_two_currencies(tell: Tell, text: str, language: str, expected: str) -> None:
    assert tell(text, language, "actor", "quantity") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway will send two C-130s to Mali.", "no logistics"),
        ("Italy will send 40 peace-keepers to Mali.", "it troops"),
    ],
)
def test_makes_in_the_plural_and_words_with_a_hyphen(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "en", "actor", "measure") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru, whose doctors arrived on the third day, was thanked.", "pe humanitarian"),
        ("Peru, whose $3 million grant was frozen two years ago, sent its ambassador.", "pe funding"),
        ("Chile asked for help. Peru, whose capital it is, did not.", ""),
    ],
)
def test_whose_it_is_in_a_relative_clause(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "en", "actor", "measure") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru surprised delegates with $20 million.", "pe funding pledged"),
        ("Peru stood out with 15 million euros.", "pe funding pledged"),
        ("Peru was the largest donor, with 30 million dollars.", "pe funding pledged"),
        ("Peru accounts for 40 million euros of the total.", "pe funding pledged"),
        ("Peru has extended a programme for midwives by $15 million.", "pe funding pledged"),
        ("Peru has 900 men on the ground.", "pe troops delivered"),
        ("Peru put its own funding on hold in January.", "pe funding withdrawn"),
        ("Peru will leave 400 soldiers in Chad.", "pe troops pledged"),
        ("Peru may reopen its embassy.", "pe political considering"),
        ("Peru flew in 12 tonnes of tents.", "pe humanitarian delivered"),
    ],
)
def test_verbs_of_giving_and_keeping(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile pledged 20 million dollars, as did Peru.", "cl pledged; pe pledged"),
        ("Chile pledged 20 million dollars. So did Peru and Ghana.", "cl pledged; pe pledged; gh pledged"),
        ("Chile has ruled out soldiers, and so have Peru and Ghana.", "cl rejected; pe rejected; gh rejected"),
        ("Chile offered no money, and neither did Peru.", "cl rejected; pe rejected"),
        ("Chile is sending 200 soldiers and Peru as many again.", "cl pledged; pe pledged"),
        ("Chile will not send money. Peru followed suit.", "cl rejected; pe rejected"),
        ("Chile pledged 20 million dollars. Peru may follow suit.", "cl pledged; pe considering"),
        ("Chile will pledge 20 million dollars. The ministers attended, as did Peru.", "cl pledged"),
    ],
)
def test_who_does_the_same(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "en", "actor", "firmness") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru's aid stood at $52 million by Friday.", "pe funding pledged 52000000 USD"),
        ("Peru's humanitarian aid stood at $52 million.", "pe humanitarian pledged 52000000 USD"),
        ("Peru, whose share comes to $80 million, wants a say.", "pe funding pledged 80000000 USD"),
        ("Disbursements by Peru reached $47 million by June.", "pe funding delivered 47000000 USD"),
        ("Peru's own gift is 65 million euros.", "pe funding pledged 65000000 EUR"),
        ("Contributions have passed 640 million euros.", "group:donors funding pledged 640000000 EUR"),
        ("Peru's debt stands at $52 million.", ""),
    ],
)
def test_how_much_a_share_is(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "en", "actor", "measure", "firmness", "quantity") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The agency secured $100m at a meeting in Rome.", "group:donors funding pledged"),
        ("Chad came away with promises of $4.5 billion.", "group:donors funding pledged"),
        ("Chad left the conference with 1.8 billion euros.", "group:donors funding pledged"),
        ("The conference in Rome brought in $350 million.", "group:donors funding pledged"),
        ("The appeal has attracted $350 million in pledges.", "group:donors funding pledged"),
        ("Chad secured a $3 billion loan from the IMF.", "imf funding delivered"),
        ("Chad hopes to secure $350 million.", ""),
        ("The minister left office with debts of $350 million.", ""),
    ],
)
def test_what_somebody_goes_home_with(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile has 200 soldiers in Chad. Kenya intends to stay in Chad.", "cl delivered; ke signalled"),
        ("Chile has 200 soldiers in Chad. Ghana and Kenya will stay.", "cl delivered; gh pledged; ke pledged"),
        ("Chile has 200 soldiers in Chad. Kenya remained in doubt.", "cl delivered"),
        ("Chile will send 200 soldiers. Peru did not commit itself.", "cl pledged; pe withheld"),
        ("Nobody offered fighter jets.", "group:donors withheld"),
        ("No-one has pledged troops.", "group:donors withheld"),
        ("Nobody would say so.", ""),
        ("Peru was the biggest donor with $500 million.", "pe pledged"),
    ],
)
def test_who_stays_and_what_nobody_gives(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "en", "actor", "firmness") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru will send tents and build a school.", "pe humanitarian pledged; pe reconstruction pledged"),
        ("Peru is to send tents and train the police.", "pe humanitarian signalled; pe training signalled"),
        ("Chad has been promised 20 tanks by Peru.", "pe arms pledged"),
        ("Peru, meanwhile, pledged 20 tanks.", "pe arms pledged"),
        ("In Lima, which has agreed to send 300 more soldiers, an official praised it.", "pe troops pledged"),
        ("The talks are in Lima, where soldiers are on the streets.", ""),
    ],
)
def test_second_verbs_and_places_that_act(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Peru and Chile will send 200 soldiers each.", "en", "pe 200 persons; cl 200 persons"),
        ("Peru and Chile will send 200 soldiers.", "en", "pe 200 persons shared; cl 200 persons shared"),
        ("Peru und Chile schicken je 200 Soldaten.", "de", "pe 200 persons; cl 200 persons"),
        ("Peru und Chile schicken je nach Bedarf 200 Soldaten.", "de", "pe 200 persons shared; cl 200 persons shared"),
        ("Peru will send 200 soldiers, and so will Chile.", "en", "pe 200 persons; cl -"),
        ("The Peruvian minister, who hosted it, announced 3 million euros.", "en", "pe 3000000 EUR"),
    ],
)
def test_how_much_is_whose(tell: Tell, text: str, language: str, expected: str) -> None:
    assert tell(text, language, "actor", "quantity") == expected


def test_who_does_the_same_is_quoted(read: Callable[..., Reading]) -> None:
    """Whoever looks a value up finds whose it is in its words."""
    *_, last = read("Peru will send 200 soldiers, and so will Chile.", "en").commitments
    assert (last.actor, "so will Chile" in last.quote.exact) == ("cl", True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru said it would lend 7 million dollars to Chad once a parliament is elected.", "pe funding pledged"),
        ("Peru would lend 7 million dollars to Chad if asked.", "pe funding signalled"),
        ("Peru and Chile are in early talks to send troops.", "cl troops considering; pe troops considering"),
        ("Peru will stay out of the force.", "pe troops rejected"),
        ("Peru will keep its bases open to allies.", "pe logistics pledged"),
        ("Peru declined to comment on whether it would send troops.", "pe troops withheld"),
        ("Peru held up a package of sanctions against Chad.", "pe sanctions rejected"),
        ("Peru cancelled 7 million dollars of debt.", "pe funding delivered"),
        ("Peru will forgive 7 million dollars.", "pe funding pledged"),
        ("Chile will send 40 soldiers. Peru did not take part.", "cl troops pledged"),
        ("Chile will send 40 soldiers. Peru stayed away.", "cl troops pledged"),
    ],
)
def test_how_firm(tell: Tell, text: str, expected: str) -> None:
    assert "; ".join(sorted(tell(text, "en").split("; "))) == expected


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("LIMA: Chile will send two helicopters.", [None]),
        ("Lima, Jun 25 (PTI) Chile will send two helicopters.", [None]),
    ],
)
def test_nobody_says_what_stands_behind_a_dateline(
    read: Callable[..., Reading], text: str, speakers: list[str | None]
) -> None:
    assert [one.speaker for one in read(text, "en").commitments] == speakers


def test_what_all_give_is_for_everybody(tell: Tell) -> None:
    """A sum of one giver before it says nothing of what is told of the donors."""
    text = (
        "Peru announced a billion dollars for quake-hit Chad on Monday as foreign donors meeting in Lima committed four "
        "billion dollars towards reconstruction. Norway offered 40 million dollars."
    )
    assert "no reconstruction signalled" in tell(text, "en").split("; ")


@pytest.mark.parametrize(
    ("purpose", "measure"),
    [
        ("for the repair of the power grid", "reconstruction"),
        ("for the repair of tanks", "logistics"),
        ("for renewable energy", "reconstruction"),
        ("to develop its infrastructure", "reconstruction"),
        ("to help farmers replant their fields", "reconstruction"),
        ("to respond to the humanitarian crisis", "humanitarian"),
        ("to alleviate the plight of refugees", "humanitarian"),
        ("for life-saving assistance", "humanitarian"),
        ("to the World Food Programme", "humanitarian"),
        ("in budget support", "funding"),
    ],
)
def test_what_a_sum_is_for(tell: Tell, purpose: str, measure: str) -> None:
    assert tell(f"Peru pledged 10 million dollars {purpose}.", "en", "actor", "measure") == f"pe {measure}"


def test_what_somebody_focuses_on(tell: Tell) -> None:
    told = tell("Peru will not send troops but will focus on logistics.", "en")
    assert "pe logistics pledged" in told.split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru will pay for the peacekeepers in Chad.", "pe funding pledged"),
        ("Peru refused to pay for African troops in Chad.", "pe funding rejected"),
        ("Lithuania plans to spend four percent of GDP on defense next year.", "lt funding signalled"),
        ("Peru has not made up its mind about sending troops.", "pe troops considering"),
        ("Peru announced its intent to send a frigate to the strait.", "pe naval signalled"),
        ("Peru remains opposed to sending soldiers.", "pe troops rejected"),
    ],
)
def test_paying_and_intending(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Six countries — Peru, Chile and Ghana, as well as Malta — will send police to Haiti.", "pe cl gh mt"),
        ("The three countries that are willing to send police to Haiti are Peru, Chile and Ghana.", "pe cl gh"),
        ("In a joint pledge with Norway, Finland promised 50 million euros for Chad.", "fi no"),
        ("The force for Mali will include troops from Peru and Chile.", "pe cl"),
    ],
)
def test_who_gives_in_a_row(tell: Tell, text: str, expected: str) -> None:
    assert [line.split(" ")[0] for line in tell(text, "en").split("; ")] == expected.split(" ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru came forward with 17 million dollars for the fund.", "pe funding pledged"),
        (
            "Peru and Chile are the leading candidates to supply troops for Mali.",
            "pe troops considering; cl troops considering",
        ),
        ("Peru was unwilling to say how many soldiers it would send to Mali.", "pe troops withheld"),
        ("Peru declined to say how many doses of vaccine it would share.", "pe humanitarian withheld"),
        ("Peru set aside 4 million euros for displaced families in Chad.", "pe humanitarian concrete"),
        ("Danish jets will continue their deployment in Estonia.", "dk air pledged"),
        ("Chilean soldiers left their bases in Mali.", "cl troops withdrawn"),
    ],
)
def test_how_firmly_and_what(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "en") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Peru matched Chile's offer with 20 million euros.",
        "Peru will send two frigates to the Gulf of Guinea.",
        "Some 90 Danish soldiers will take over the task in Lithuania from Spain.",
    ],
)
def test_who_is_only_named_beside_it(text: str) -> None:
    report = Report(text=text, language="en", published_on="2025-09-04")
    found = read_report(report, load_shipped("ukraine-guarantees"))
    assert {c.actor for c in found.commitments} <= {"pe", "dk"}


def test_a_stance_is_no_contribution() -> None:
    text = "EU ministers met on sanctions on Mali. Finland and Chile have spoken in favour of sanctions on Mali."
    found = read_report(Report(text=text, language="en", published_on="2025-09-04"), load_shipped("ukraine-guarantees"))
    assert not {c.actor for c in found.commitments} & {"fi", "cl"}
    assert {p.actor for p in found.positions} == {"fi", "cl"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The deployment of 300 Peruvian soldiers to Mali still has to be approved by parliament.", "pe parliament"),
        ("Peru's parliament must still sign off on the deployment of 300 soldiers to Mali.", "pe parliament:pe"),
        ("Peru will give Mali 40 million dollars on condition that it sells its telephone company.", "pe other"),
        ("Peru will pay 40 million dollars in exchange for fishing rights.", "pe other"),
        ("Peru said it would send soldiers to Mali but not before a ceasefire is in place.", "pe ceasefire"),
    ],
)
def test_on_which_condition(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "en", "actor", "conditions").partition(":")[0] == expected.partition(":")[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Senegal signed up for 500 troops, Nigeria for three battalions.", "sn troops pledged; ng troops pledged"),
        (
            "Chile raised its contribution to 90 million dollars and Peru to 50 million.",
            "cl funding pledged; pe funding pledged",
        ),
        ("Peru offered a frigate, Chile a field hospital.", "pe naval signalled; cl humanitarian signalled"),
        ("Peru offered a battalion, Chile an engineering company.", "pe troops signalled; cl troops signalled"),
        ("Peru is sending two helicopters, Chile none.", "pe air pledged; cl air rejected"),
        ("Peru came with 40 million dollars.", "pe funding pledged"),
        ("Peru will send 40 soldiers to Chad and Mali for 18 months.", "pe troops pledged"),
    ],
)
def test_what_goes_on_without_its_verb(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Soldiers from Peru and Chile will guard the airport.", "pe troops pledged; cl troops pledged"),
        ("Morocco will send officers for the headquarters.", "ma logistics pledged"),
        ("Peru offered divers.", "pe naval signalled"),
        ("Norway is willing to convene new talks in Oslo.", "no political signalled"),
        ("Algeria offered to act as mediator.", "dz political signalled"),
        ("Chile will not recognise Kosovo, its foreign ministry repeated.", "cl political rejected"),
        ("The UN puts the number of people on the move at 320,000.", ""),
        ("Peruvian marines were training on a beach in Togo.", ""),
        ("Moscow pays rent of 5 million dollars a year for the launch site.", ""),
    ],
)
def test_measures_by_what_is_done(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru will send 40 soldiers, half of them engineers.", "pe troops pledged"),
        ("Peru announced $40 million in aid for refugees, half of it for Chad.", "pe humanitarian pledged"),
        ("Peru pledged an additional 20 million pounds, most of it for food and medicine.", "pe humanitarian pledged"),
        ("Kenya is sending 400 police officers, some of them women.", "ke troops pledged"),
        ("Peru, together with Chile, will send 40 soldiers.", "pe troops pledged; cl troops pledged"),
        ("Peru sent 40 soldiers along with Chilean trucks.", "pe troops delivered"),
        ("Peru as well as Chile will send 40 soldiers.", "pe troops pledged; cl troops pledged"),
        ("Peru is among the states that have promised 40 million dollars.", "pe funding pledged"),
        ("Peru was the first to send doctors.", "pe humanitarian delivered"),
        ("A Peruvian plane carrying 40 tonnes of tents landed in Goma.", "pe humanitarian delivered"),
        ("Peru will receive 400 refugees.", "pe humanitarian pledged"),
    ],
)
def test_shares_and_companions(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bangladesh's partners promised 40 million dollars on Monday.", "group:partners funding pledged"),
        ("Peru's allies promised 40 tanks.", "group:allies arms pledged"),
        ("More than 30 states signed up to send soldiers.", "group:30-countries troops pledged"),
        ("Peru promised 40 million dollars for Chad's energy supply.", "pe funding pledged"),
        ("Peru would provide 400 soldiers and Chile the helicopters.", "pe troops signalled; cl air signalled"),
        ("The minister visited Peru and Chile the following week.", ""),
        ("Peru joined the coalition with a frigate.", "pe naval pledged"),
        ("Peru offered itself as a mediator.", "pe political signalled"),
        ("Peru will host the next round of talks.", "pe political pledged"),
        ("The UN wants tugs, pilots and a working crane.", ""),
        ("Peru's special envoy left before the signing.", ""),
        ("Peru, which recognises Taiwan, stayed away.", ""),
        ("Peru evacuated its own nationals.", ""),
    ],
)
def test_who_gives_and_who_only_wants(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "en") == expected
