"""Who is likely to say a contribution by what stands around it, where the words themselves do not tell."""

from __future__ import annotations

import pytest

from zusage.dossier import load_shipped
from zusage.model.report import Report
from zusage.model.statement import Commitment
from zusage.model.values import Authority
from zusage.reading.choice import chances_of
from zusage.reading.report import read_report, tellings_of
from zusage.reading.tellers import LIKELY
from zusage.reading.tellers.likely import LEAST, most_likely
from zusage.reading.tellers.signs import Option


def read(text: str, language: str, *, rules_only: bool = False) -> list[Commitment]:
    report = Report(text=text, language=language, published_on="2024-05-14")
    return list(read_report(report, load_shipped("ukraine-guarantees"), whole=True, rules_only=rules_only).commitments)


QUOTED_BEHIND = [
    pytest.param(
        "en",
        "Chile will not send peacekeepers to Haiti. The unrest was an internal matter, the government's spokeswoman said.",
        "cl",
        id="reported in the next sentence",
    ),
    pytest.param(
        "en",
        'Chile will not send soldiers to Haiti. "We have our own worries," said the Chilean deputy minister, Rosaura Quintral.',
        "rosaura-quintral",
        id="quoted in the next sentence",
    ),
    pytest.param(
        "de",
        "Ghana gibt 40 Millionen Euro. „Wir stehen zu unserem Wort“, sagte der ghanaische Vizeminister Ravo Teilor.",
        "ravo-teilor",
        id="German",
    ),
]


@pytest.mark.parametrize(("language", "text", "speaker"), QUOTED_BEHIND)
def test_who_is_quoted_for_the_contributor_says_it(language: str, text: str, speaker: str) -> None:
    (one,) = read(text, language)
    assert one.speaker == speaker
    assert [step.rule for step in one.trace if step.field == "speaker"] == [LIKELY]
    assert one.authority is not Authority.OUTLET


@pytest.mark.parametrize(("language", "text", "speaker"), QUOTED_BEHIND)
def test_the_rules_alone_do_not_tell(language: str, text: str, speaker: str) -> None:
    assert speaker not in [one.speaker for one in read(text, language, rules_only=True)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "QUITO, May 14 - Peru promised 40 million dollars for tents. Chile will send 40 soldiers."),
        ("de", "Quito, 14. Mai (dpa) – Peru sagte 40 Millionen Dollar für Zelte zu. Chile schickt 40 Soldaten."),
    ],
)
def test_of_who_promises_the_outlet_tells(language: str, text: str) -> None:
    assert {one.actor: one.speaker for one in read(text, language)} == {"pe": None, "cl": None}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Chile will send 40 tents, a state secretary at the defence ministry, Rosaura Quintral, said on radio."),
        ("en", "Chile will send 40 tents, said the Chilean deputy minister, Rosaura Quintral."),
        ("de", "Chile schickt 40 Zelte, wie die Staatssekretärin im Innenministerium, Rosaura Quintral, mitteilte."),
        (
            "de",
            "Chile schickt 40 Zelte. Das sagte die Leiterin der chilenischen Delegation, Rosaura Quintral, in Bern.",
        ),
    ],
)
def test_a_name_behind_an_office_is_whose_it_is(language: str, text: str) -> None:
    assert [one.speaker for one in read(text, language, rules_only=True)] == ["rosaura-quintral"]
    assert [one.speaker for one in read(text, language)] == ["rosaura-quintral"]


def test_chances_are_of_all_options_and_add_up_by_speaker() -> None:
    options = [Option(None, ("outlet",)), Option("pe", ("a", "a")), Option("cl", ("b",)), Option("cl", ("b",))]
    assert chances_of(options, {"a": 0.0}) == pytest.approx([0.25] * 4)
    assert most_likely(options, [0.2, 0.3, 0.25, 0.25])[0] == "cl"
    assert most_likely(options, [1 - LEAST / 2, LEAST / 2, 0.0, 0.0])[0] is None


def test_examples_have_the_outlet_the_contributor_and_whom_the_rules_name() -> None:
    report = Report(text="Peru will send 40 tents, Chile's ambassador said.", language="en", published_on="2024-05-14")
    commitment, ruled, options = tellings_of(report, load_shipped("ukraine-guarantees"))[0]
    assert commitment.actor == "pe"
    assert {None, "pe", ruled.speaker} <= {option.speaker for option in options}
