"""Amounts beside their givers, shares and bare auxiliaries: what stands without a contributing verb of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Tell = Callable[..., str]

OPENING = "Donors met in Geneva. Norway pledged 20 million dollars."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Italy 120 million euros, Spain 50 million euros.", "it 120000000 EUR; es 50000000 EUR"),
        ("Spain: 50 million euros.", "es 50000000 EUR"),
        ("Mongolia with 50,000 dollars.", "mn 50000 USD"),
        ("Ottawa's 16 million dollars are for a start.", "ca 16000000 USD"),
        ("New is the French 280 million.", "fr 280000000 USD"),
        ("The fund is to grow, followed by 60 million dollars from Japan.", "jp 60000000 USD"),
        ("Germany and France, 30 million euros each.", "de 30000000 EUR; fr 30000000 EUR"),
        (
            "The meeting raised a billion, with Denmark adding 15 million euros.",
            "group:donors 1000000000 USD; dk 15000000 EUR",
        ),
        ("Canada's 20 million dollar pledge will go to clinics.", "ca 20000000 USD"),
    ],
)
def test_amounts_beside_their_givers(tell: Tell, text: str, expected: str) -> None:
    first = "no 20000000 USD"
    assert tell(f"{OPENING} {text}", "en", "actor", "quantity").removeprefix(f"{first}; ") == expected


@pytest.mark.parametrize(
    "text",
    [
        "The sums exceed the United Nations' 2 billion dollar humanitarian appeal.",
        "They met at a fund-raiser in the Spanish capital, where 40 million euros came together.",
        "Spain won the cup in 2010.",
        "Italy: 60 million people live there.",
        "Spain, 300 kilometres away, is hot.",
    ],
)
def test_numbers_that_nobody_gives(tell: Tell, text: str) -> None:
    assert tell(f"{OPENING} {text}", "en", "actor") == "no"


def test_only_where_somebody_gives(tell: Tell) -> None:
    assert tell("The tournament went on. Italy: 3 million euros.", "en") == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sweden might.", "se troops considering"),
        ("Sweden will not.", "se troops rejected"),
        ("Sweden did not.", "se troops withheld"),
        ("Sweden did, too.", "se troops pledged"),
        ("Sweden has yet to say whether it will send any soldiers.", "se troops withheld"),
        ("Sweden declined to say how many soldiers it would send.", "se troops withheld"),
        ("Sweden is prepared to take part.", "se troops signalled"),
        ("There are 350 Swedish soldiers in the country.", "se troops delivered"),
        ("Sweden is to send 40 soldiers.", "se troops signalled"),
        ("Sweden expects to send 40 soldiers.", "se troops signalled"),
        ("Sweden will match that number.", "se troops pledged"),
        ("Sweden cut its contribution.", "se troops withdrawn"),
    ],
)
def test_what_takes_up_the_sentence_before(tell: Tell, text: str, expected: str) -> None:
    assert tell(f"Norway announced 200 soldiers for the peacekeeping mission. {text}", "en").split("; ")[1:] == [
        expected
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Observers watch, monitors and more observers are to come, all of them observers. Spain will send 30 police officers.",
            "es",
        ),
        ("Ministry of Foreign Affairs, Valletta\nPress release\n\nWe will send observers.", "mt"),
    ],
)
def test_observers(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "en", "actor", "measure").endswith(f"{expected} monitoring")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Spain had promised nothing.", "es funding withheld"),
        ("Spain ruled it out.", "es funding rejected"),
        ("Spain will have no part in it.", "es funding rejected"),
    ],
)
def test_nothing_and_that(tell: Tell, text: str, expected: str) -> None:
    assert tell(f"{OPENING} {text}", "en").split("; ")[1:] == [expected]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("The typhoon flattened the port, and the UN made an appeal. Spain gave 5 million euros.", "humanitarian"),
        ("Deminers clear the mines; demining costs money. Spain gave 5 million euros.", "reconstruction"),
        ("Donors met. Spain gave 5 million euros for roads.", "reconstruction"),
        ("Donors met. Spain will devote 5 million euros to the rebuilding of the city.", "reconstruction"),
        ("Donors met. Spain sent a team of doctors.", "humanitarian"),
        ("Donors met for a humanitarian conference on the famine. Spain gave 5 million euros.", "humanitarian"),
        ("Donors met. Spain will send a plane carrying tents.", "humanitarian"),
        ("Donors met. Spain will send a plane.", "air"),
        ("Donors met. Spain will provide two ferries.", "logistics"),
        ("Rescuers dig on after the earthquake. Spain gave 5 million euros.", "humanitarian"),
    ],
)
def test_what_it_is_for(tell: Tell, text: str, measure: str) -> None:
    assert tell(text, "en", "actor", "measure") == f"es {measure}"


def test_whose_an_amount_is(tell: Tell) -> None:
    text = "Donors met. Riyadh pledged 1 billion dollars, the World Bank up to 2 billion dollars."
    assert tell(text, "en", "actor", "quantity") == "sa 1000000000 USD; world-bank ..2000000000 USD"


def test_each_shares_a_subject_out(tell: Tell) -> None:
    assert tell("Belgium and the Netherlands had each committed six ships.", "en", "actor") == "be; nl"


def test_a_name_and_a_comma_are_no_dateline(tell: Tell) -> None:
    assert tell("Spain, which has 600 soldiers in Lebanon, will send 40 more soldiers.", "en", "actor").endswith("es")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Six American jets have landed.", "us air delivered"),
        ("Four Polish jets will watch the border.", "pl air pledged"),
    ],
)
def test_what_own_forces_do(tell: Tell, text: str, expected: str) -> None:
    assert tell(f"Norway announced jets for the air mission. {text}", "en").split("; ")[1:] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Turkey offered to host talks in Istanbul.", "tr political signalled"),
        ("Turkey will host the next conference.", "tr political pledged"),
        ("Turkey hosted the conference.", ""),
        ("Nine governments signed a letter of intent to supply drones.", "group:9-countries arms pledged"),
        ("Turkey announced a drone package.", "tr arms pledged"),
        ("Turkey has spoken. It is ready to send a company.", "tr troops signalled"),
    ],
)
def test_offers_to_host_and_letters_of_intent(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "en") == expected
