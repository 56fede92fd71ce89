"""What all the givers' money is for, by the sum of it that a report opens with; things by what they are for."""

from collections.abc import Callable

import pytest

Tell = Callable[..., str]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Für den Wiederaufbau des Tschad haben die Teilnehmer einer Geberkonferenz in Lima neun Milliarden Dollar "
                "versprochen. Chile gibt 40 Millionen Dollar, Kuba 20 Millionen."
            ),
            "cl reconstruction; cu reconstruction",
        ),
        (
            (
                "Auf einer Konferenz in Lima sind 400 Millionen Dollar für Nothilfe im Tschad zugesagt worden. Chile gibt 40 "
                "Millionen Dollar."
            ),
            "cl humanitarian",
        ),
        (
            (
                "61 Staaten haben dem kriegszerstörten Tschad vier Milliarden Dollar zugesagt. Hunderttausende hungern dort, "
                "Flüchtlinge brauchen Zelte, und die Cholera breitet sich aus. Chile gibt 40 Millionen Dollar."
            ),
            "cl funding",
        ),
    ],
)
def test_the_sum_of_all_tells_what_each_is_for(tell: Tell, text: str, expected: str) -> None:
    told = tell(text, "de", "actor", "measure").split("; ")

    assert [one for one in told if not one.startswith("group:")] == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Donors from 60 nations have pledged $2 billion in emergency aid for Chad at a conference in Lima. The quake "
                "destroyed roads, and rebuilding them will take years. Chile promised $40 million."
            ),
            "cl humanitarian",
        ),
        (
            (
                "World donors pledged more than two billion euros for war-torn Chad at a conference in Lima. Hunger is spreading "
                "among refugees, and aid workers warned of cholera and famine. Chile promised 40 million euros."
            ),
            "cl funding",
        ),
    ],
)
def test_the_sum_of_all_tells_what_each_is_for_in_english(tell: Tell, text: str, expected: str) -> None:
    told = tell(text, "en", "actor", "measure").split("; ")

    assert [one for one in told if not one.startswith("group:")] == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile will send four officers for the headquarters.", "cl logistics"),
        ("Chile will send paratroopers to Peru as instructors.", "cl training"),
        ("Chile will provide Ghana with two patrol ships.", "cl arms"),
        ("American planes flew Ghanaian troops to Lima.", "us logistics"),
        ("France flew in French troops.", "fr troops"),
        ("The United States delivered four surveillance drones to Ghana.", "us arms"),
        ("The United States will supply satellite images to Ghana.", "us intelligence"),
        ("Norway pledged 60 million dollars for wind power in Peru.", "no reconstruction"),
        ("Norway has committed 60 million dollars to the removal of mines in Peru.", "no reconstruction"),
    ],
)
def test_what_things_are_for(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "en", "actor", "measure") == expected


def test_a_report_that_opens_with_whom_somebody_trains_is_on_training(tell: Tell) -> None:
    text = (
        "The European Union will train two battalions of soldiers in Ghana and several companies. Instructors will arrive in "
        "May, and the trainers will stay in the south. Chile will not take part."
    )

    assert "cl training" in tell(text, "en", "actor", "measure")
