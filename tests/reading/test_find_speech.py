"""Speech as spans: message, source, cue, frame."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from zusage.dossier import load_shipped
from zusage.model.report import Report
from zusage.reading.context import Context
from zusage.reading.report import prepare
from zusage.reading.speech import Run, Speech, find_speech

Find = Callable[..., list[str]]


def _words(context: Context, *runs: Run) -> str:
    return " … ".join(context.analysis.words(*run) for run in runs)


def _line(context: Context, speech: Speech) -> str:
    source = _words(context, speech.source) if speech.source else "-"
    cue = " ".join(context.tokens[i].text for i in speech.cue) or "-"
    return f"{speech.form}: {_words(context, *speech.message)} | {source} | {cue}"


def _speech(text: str, language: str) -> tuple[Context, tuple[Speech, ...]]:
    context = prepare(Report(text=text, language=language), load_shipped("ukraine-guarantees"))
    return context, find_speech(context)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Die Ministerin sagte am Montag, das Lager sei leer.",
            ["indirect: das Lager sei leer | Die Ministerin | sagte"],
            id="complement",
        ),
        pytest.param(
            "Die Behörde teilte mit, dass das Lager leer ist, und schwieg.",
            ["indirect: dass das Lager leer ist | Die Behörde | teilte mit"],
            id="particle",
        ),
        pytest.param(
            "Der Hafen sei frei, sagte der Kapitän, der aus Bremen kam.",
            ["indirect: Der Hafen sei frei | der Kapitän | sagte"],
            id="parenthesis behind",
        ),
        pytest.param(
            "Der Hafen sei, wie der Kapitän mitteilte, seit Tagen frei.",
            ["indirect: Der Hafen sei … seit Tagen frei | der Kapitän | wie mitteilte"],
            id="parenthesis inside",
        ),
        pytest.param(
            "Der Hafen sei frei, so der Kapitän.",
            ["indirect: Der Hafen sei frei | der Kapitän | so"],
            id="so",
        ),
        pytest.param(
            "Nach Angaben der Werft fährt die Fähre wieder.",
            ["indirect: fährt die Fähre wieder | Angaben der Werft | Nach"],
            id="nach Angaben",
        ),
        pytest.param(
            "Die Fähre fährt Medienberichten zufolge wieder.",
            ["indirect: Die Fähre fährt … wieder | Medienberichten | zufolge"],
            id="zufolge",
        ),
        pytest.param(
            "„Die Fähre fährt wieder. Das freut mich“, sagte der Kapitän.",
            ["direct: „Die Fähre fährt wieder. Das freut mich“ | der Kapitän | sagte"],
            id="quotation of two sentences",
        ),
        pytest.param(
            "„Die Fähre fährt wieder“, sagte der Kapitän, „und zwar täglich.“",
            [
                "direct: „Die Fähre fährt wieder“ | der Kapitän | sagte",
                "direct: „und zwar täglich.“ | der Kapitän | sagte",
            ],
            id="quotation in two parts",
        ),
        pytest.param(
            "Der Kapitän war erleichtert: „Die Fähre fährt wieder.“",
            ["direct: „Die Fähre fährt wieder.“ | Der Kapitän | war"],
            id="colon",
        ),
        pytest.param(
            "Der Kapitän nannte den Fahrplan „völlig unbrauchbar“.",
            ["direct: „völlig unbrauchbar“ | Der Kapitän | nannte"],
            id="judged",
        ),
        pytest.param(
            "Der Kapitän sagte, die Fähre sei „am Ende“ und müsse in die Werft.",
            [
                "indirect: die Fähre sei „am Ende“ und müsse in die Werft | Der Kapitän | sagte",
                "direct: „am Ende“ | Der Kapitän | sagte",
            ],
            id="quoted words in a message",
        ),
        pytest.param(
            "Der Kapitän sagte, die „Seestern“ liege in der Werft.",
            ["indirect: die „Seestern“ liege in der Werft | Der Kapitän | sagte"],
            id="a name is no quotation",
        ),
        pytest.param(
            "Der Kapitän kritisierte die Werft. Sie habe zu langsam gearbeitet.",
            ["free: Sie habe zu langsam gearbeitet. | Der Kapitän | -"],
            id="Konjunktiv goes on",
        ),
        pytest.param(
            "Nach Polizeiangaben fährt die Fähre wieder.",
            ["indirect: fährt die Fähre wieder | Polizeiangaben | Nach"],
            id="a compound of words",
        ),
        pytest.param(
            "Es wird angenommen, dass die Fähre sinkt.",
            ["indirect: dass die Fähre sinkt | - | Es wird angenommen"],
            id="found by nobody named",
        ),
        pytest.param(
            "Der Kapitän ist der Ansicht, dass die Fähre sinkt.",
            ["indirect: dass die Fähre sinkt | Der Kapitän | ist Ansicht"],
            id="a predicate of opinion",
        ),
        pytest.param(
            "Wie die Werft bekannt gab, fährt die Fähre wieder.",
            ["indirect: fährt die Fähre wieder | die Werft | Wie bekannt gab"],
            id="wie, first",
        ),
        pytest.param(
            "Es gibt einen neuen Bericht der Werft. Demnach sinkt die Fähre.",
            ["indirect: sinkt die Fähre | Demnach | Demnach"],
            id="demnach",
        ),
        pytest.param(
            "Die Fähre fährt wieder. Das teilte die Werft am Montag mit.",
            ["indirect: Die Fähre fährt wieder … Das | die Werft | teilte mit"],
            id="told by the next sentence",
        ),
        pytest.param(
            "Die Fähre fährt wieder. Dies geht aus einem Bericht der Werft hervor.",
            ["indirect: Die Fähre fährt wieder … Dies | einem Bericht der Werft | geht hervor"],
            id="out of a report",
        ),
        pytest.param(
            "Der Kapitän kritisierte die Werft. Sie habe „viel zu langsam“ gearbeitet.",
            [
                "free: Sie habe „viel zu langsam“ gearbeitet. | Der Kapitän | -",
                "direct: „viel zu langsam“ | Der Kapitän | -",
            ],
            id="quoted words in what goes on",
        ),
        pytest.param(
            "Die Werft teilte mit, die Fähre fahre wieder. Das Wetter ist gut. Es sei alles geprüft.",
            [
                "indirect: die Fähre fahre wieder | Die Werft | teilte mit",
                "free: Es sei alles geprüft. | Die Werft | -",
            ],
            id="goes on over a remark",
        ),
        pytest.param("Die Werft kündigte einen Streik an, der Kapitän will warten.", [], id="side by side"),
        pytest.param("Der Kapitän bemühte sich, die Fähre zu retten.", [], id="a deed is no speech"),
        pytest.param("Die Fähre fährt wieder, das Wetter ist gut.", [], id="nobody"),
    ],
)
def test_german(text: str, expected: list[str]) -> None:
    context, found = _speech(text, "de")
    assert [_line(context, speech) for speech in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The minister said the depot was empty.",
            ["indirect: the depot was empty | The minister | said"],
            id="complement",
        ),
        pytest.param(
            "The depot was empty, the minister said on Monday.",
            ["indirect: The depot was empty | the minister | said"],
            id="parenthesis",
        ),
        pytest.param(
            "According to the ministry, the depot is empty.",
            ["indirect: the depot is empty | the ministry | According to"],
            id="according to",
        ),
        pytest.param(
            '"The depot is empty. We checked," the minister said.',
            ['direct: "The depot is empty. We checked," | the minister | said'],
            id="quotation of two sentences",
        ),
    ],
)
def test_english(text: str, expected: list[str]) -> None:
    context, found = _speech(text, "en")
    assert [_line(context, speech) for speech in found] == expected


def test_frame_and_addressee() -> None:
    """The frame is the rest of the sentence, the addressee stands in it."""
    context, (speech,) = _speech("Die Werft teilte der Stadt gestern mit, sie brauche mehr Zeit.", "de")
    assert _words(context, *speech.frame) == "Die Werft teilte der Stadt gestern mit,"
    assert speech.addressee is not None
    assert _words(context, speech.addressee) == "der Stadt"
