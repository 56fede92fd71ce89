"""What a position is about: the words decide, then what is taken up, then what the report is about."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from zusage.dossier import load_shipped
from zusage.model.report import Reading, Report
from zusage.reading.report import set_scene
from zusage.reading.topics import Topics

Read = Callable[..., Reading]


def topics(read: Read, language: str, text: str) -> list[str]:
    """Return the topics of a text's positions, in their order."""
    return [str(position.topic) for position in read(text, language).positions]


@pytest.mark.parametrize(
    ("language", "text", "topic"),
    [
        ("de", "Norwegen fordert eine Waffenruhe.", "ceasefire"),
        ("de", "Norwegen fordert einen Sondergipfel.", "leaders-meeting"),
        ("de", "Norwegen fordert den Rückzug der Truppen.", "territory"),
        ("de", "Norwegen verlangt, kein russisches Öl mehr zu kaufen.", "sanctions"),
        ("de", "Norwegen fordert die Partner auf, in die Häfen zu investieren.", "reconstruction"),
        ("de", "Norwegen begrüßt den Weg Moldaus in die EU.", "membership"),
        ("de", "Norwegen fordert eine politische Lösung.", "peace-talks"),
        ("de", "Norwegen fordert eine Beteiligung der Amerikaner.", "us-involvement"),
        ("de", "Norwegen fordert ein Ende der Beitrittsgespräche.", "membership"),
        ("de", "Norwegen lehnt eine Freigabe der Patente auf Impfstoffe ab.", "other"),
        ("en", "Norway opposed any extension of NATO.", "membership"),
        ("en", "Norway called for a waiver on drug patents.", "other"),
        ("de", "Norwegen forderte, dort Verbündete zu stationieren.", "troop-deployment"),
        ("de", "Norwegen kritisierte die Umschuldung.", "funding"),
        ("en", "Norway called for peace talks.", "peace-talks"),
        ("en", "Norway opposed a levy on shipping.", "funding"),
        ("en", "Norway urged restraint.", "ceasefire"),
        ("en", "Norway urged both sides to end the violence.", "ceasefire"),
        ("en", "Norway wants Moldova to join the bloc.", "membership"),
        ("en", "Norway called for an immediate cease-fire.", "ceasefire"),
        ("en", "Norway asked for a no-fly zone.", "troop-deployment"),
        ("en", "Norway called for a political solution.", "peace-talks"),
        ("en", "Norway welcomed new air defence.", "arms-supplies"),
        ("en", "Norway demanded a fair share from everybody.", "burden-sharing"),
        ("en", "Norway supports the path of Moldova into the EU.", "membership"),
    ],
)
def test_words_decide(read: Read, language: str, text: str, topic: str) -> None:
    assert topics(read, language, text) == [topic]


@pytest.mark.parametrize(
    ("language", "text", "topic"),
    [
        ("de", "Madrid schlug Sanktionen vor. Norwegen wies das zurück.", "sanctions"),
        ("de", "Madrid schlug ein Gipfeltreffen vor. Norwegen wies das zurück.", "leaders-meeting"),
        ("en", "Madrid had proposed sanctions. Norway welcomed the plan.", "sanctions"),
    ],
)
def test_pronouns_and_plans_take_up_what_was_spoken_of(read: Read, language: str, text: str, topic: str) -> None:
    assert topics(read, language, text)[-1] == topic


@pytest.mark.parametrize(
    ("language", "text"),
    [("de", "Norwegen fordert einen Prüfmechanismus."), ("en", "Norway called for a vetting mechanism.")],
)
def test_a_thing_in_no_list_is_other(read: Read, language: str, text: str) -> None:
    assert topics(read, language, text) == ["other"]


def _inside(text: str) -> Mapping[str, float]:
    scene = set_scene(Report(text=text, language="en"), load_shipped("ukraine-guarantees"))
    context = scene.context
    return Topics(context, scene.candidates).evidence(frozenset(range(len(context.tokens))), 0).inside


def test_two_words_that_name_a_topic_name_it_together() -> None:
    assert set(_inside("Norway called for a humanitarian pause.")) == {"ceasefire"}


def test_a_sum_without_a_word_of_money_is_money() -> None:
    assert _inside("Norway asked for $34m.") == {"funding": 2.0}


@pytest.mark.parametrize(
    ("language", "text", "topic"),
    [
        ("de", "Norwegen verlangte, die Konten einzufrieren.", "sanctions"),
        ("de", "Norwegen begrüßte das Verteidigungsabkommen.", "security-guarantees"),
        ("de", "Norwegen kritisierte den Schiedsspruch.", "territory"),
        ("en", "Norway called for an invitation to NATO.", "membership"),
        ("en", "Norway opposed the readmission of Mali.", "leaders-meeting"),
        ("en", "Norway welcomed the arbitration.", "territory"),
    ],
)
def test_words_of_what_news_argue_over(read: Read, language: str, text: str, topic: str) -> None:
    assert topics(read, language, text) == [topic]


def test_an_actor_that_a_word_needs(read: Read) -> None:
    """ "Beteiligung" alone is about troops, beside the Americans about them."""
    assert topics(read, "de", "Norwegen fordert eine Beteiligung an der Truppe.") == ["troop-deployment"]
    assert topics(read, "de", "Norwegen fordert eine amerikanische Beteiligung.") == ["us-involvement"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Eine Truppe steht bereit. Norwegen forderte, den Hafen zu öffnen."),
        ("en", "Peacekeepers are ready. Norway condemned the execution of the detainees."),
        ("en", "Peacekeepers are ready. Norway called on Mali to open the airport."),
    ],
)
def test_courts_polls_and_ports_are_other(read: Read, language: str, text: str) -> None:
    """What is said of these is about no contribution, whatever the rest of the report is on."""
    assert topics(read, language, text)[-1] == "other"


def test_the_headline_is_evidence() -> None:
    report = Report(text="Norway welcomed the plan on Monday.", language="en", title="Rebels offer a truce")
    scene = set_scene(report, load_shipped("ukraine-guarantees"))
    assert Topics(scene.context, scene.candidates).evidence(frozenset(), 0).title == {"ceasefire": 1.0}


@pytest.mark.parametrize(
    "word",
    ["beschließen", "ausschließen", "vergessen", "Nachdruck", "Mitteilung", "Wahlkampf", "Demonstration", "beraten"],
)
def test_ending_that_is_no_part_names_no_topic(word: str) -> None:
    scene = set_scene(Report(text="Norwegen begrüßte das.", language="de"), load_shipped("ukraine-guarantees"))
    found = scene.context.lexicon.topic(word.lower())
    assert found is None or found.topic == "-"


@pytest.mark.parametrize(
    ("language", "text", "topic"),
    [
        ("de", "Madrid schlug Sanktionen vor. Norwegen lehnte den Wunsch ab.", "sanctions"),
        ("en", "Madrid called for a truce. Norway rejected the appeal.", "ceasefire"),
    ],
)
def test_word_of_saying_takes_up_what_was_spoken_of(read: Read, language: str, text: str, topic: str) -> None:
    assert topics(read, language, text)[-1] == topic


def test_subjects_tell_of_sentence_and_report() -> None:
    text = "Der Zyklon hat Brücken zerstört. Samoa bat um Wasser. Tonga schloss sich an."
    scene = set_scene(Report(text=text, language="de"), load_shipped("ukraine-guarantees"))
    subjects = Topics(scene.context, scene.candidates).evidence(frozenset(), 0).subjects
    assert {"report on disaster 1", "sentence on disaster", "sentence on works"} <= set(subjects)
