"""Who "we" and "I" are in official texts. The texts are made up; what offices say in them is, too."""

from __future__ import annotations

import pytest

from zusage.dossier import load_shipped
from zusage.model.report import Report
from zusage.reading.report import read_report


def told(text: str, language: str, title: str = "", address: str | None = None) -> str:
    """The commitments that are read with an official text's title and address: "ca humanitarian; g7 funding"."""
    report = Report(text=text, language=language, title=title, address=address, published_on="2025-05-12")
    reading = read_report(report, load_shipped("ukraine-guarantees"), keep_all=True, rules_only=True)
    return "; ".join(f"{each.actor} {each.measure}" for each in reading.commitments)


SENT = "We will send forty engineers. We have delivered 500 tents."


@pytest.mark.parametrize(
    ("language", "title", "text", "expected"),
    [
        ("en", "Statement by the Minister for Development of Canada on the floods", SENT, "ca"),
        ("en", "Remarks by the President of Ghana at the donor conference", SENT, "gh"),
        ("en", "G7 Leaders' Statement on Sudan", SENT, "g7"),
        ("en", "", f"Thank you. Today I'm announcing that Malta will do more. {SENT}", "mt"),
        ("en", "Peru doubles its help", f"I am pleased to announce more help. {SENT}", "pe"),
        ("en", "", f"Statement of the Government of Fiji\n\nWe met today. {SENT}", "fj"),
        ("en", "", f"We, the Prime Minister of Malta, met our neighbours. {SENT}", "mt"),
        (
            "de",
            "Rede des norwegischen Außenministers auf der Geberkonferenz",
            "Wir schicken zehn Pioniere. Wir haben 500 Zelte geliefert.",
            "no",
        ),
        (
            "de",
            "Gemeinsame Erklärung der Staats- und Regierungschefs der G7",
            "Wir schicken zehn Pioniere. Wir haben 500 Zelte geliefert.",
            "g7",
        ),
        (
            "de",
            "",
            "Wir, die Außenminister der G7, sind heute zusammengekommen. Wir schicken zehn Pioniere.",
            "g7",
        ),
    ],
)
def test_who_speaks_for_whom(language: str, title: str, text: str, expected: str) -> None:
    assert {each.split()[0] for each in told(text, language, title).split("; ")} == {expected}


def test_several_introduce_themselves() -> None:
    """Each that is named speaks; who is only there with them does not, and more than a few are a group."""
    text = "We, the foreign ministers of Peru and Ghana, together with the President of Fiji, met today. We will send soldiers."
    assert told(text, "en") == "pe troops; gh troops"
    many = "Peru, Ghana, Fiji, Malta, Chile, Kenya, Benin, Norway and Spain"
    assert (
        told(f"We, the foreign ministers of {many}, met today. We will send soldiers.", "en")
        == "group:signatories troops"
    )


@pytest.mark.parametrize(
    ("title", "currency"),
    [("Statement by the Government of Australia", "AUD"), ("Statement by Chad", "USD"), ("", "USD")],
)
def test_a_states_own_dollars(title: str, currency: str) -> None:
    report = Report(text="We will give $5 million for tents. We sent doctors.", language="en", title=title)
    reading = read_report(report, load_shipped("ukraine-guarantees"), keep_all=True, rules_only=True)
    units = {each.quantity.unit for each in reading.commitments if each.quantity is not None}
    assert units == ({currency} if title else set())


@pytest.mark.parametrize(
    ("address", "actor"),
    [
        ("https://www.foreign.gov.mt/news/1", "mt"),
        ("https://www.gov.uk/news/1", "gb"),
        ("https://www.eda.admin.ch/1", "ch"),
        ("https://news.example/1", ""),
    ],
)
def test_the_site_tells(address: str, actor: str) -> None:
    assert {each.split()[0] for each in told(SENT, "en", address=address).split("; ") if each} == {actor} - {""}


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("What we know about the summit", "We will send you a letter every morning. We have more on our site."),
        ("Statement by Norway", 'The minister of Chile said: "We will send forty engineers."'),
        ("Statement by Norway", "How many? We will send ten.\nWhen?\nWe start now.\nWhy?\nWe can.\nWho pays?\nWe do."),
    ],
)
def test_others_who_say_we(title: str, text: str) -> None:
    """Not the outlet, not who is quoted, not who answers."""
    assert "no " not in told(text, "en", title)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Peru is pleased to announce 3 million euros for Chad.", "pe pledged"),
        ("en", "Peru would be pleased to send two ships.", "pe signalled"),
        ("de", "Norwegen freut sich mitzuteilen, dass es 40 Pioniere entsendet.", "no pledged"),
        ("en", "Spain commended Benin for having pledged 2,000 troops.", "bj pledged"),
        ("en", "Spain is grateful to Benin for committing to send 2,000 troops.", "bj pledged"),
        ("en", "Spain criticised Benin for refusing to send troops.", "bj rejected"),
        ("en", "Denmark is in the process of donating ten tanks.", "dk concrete"),
    ],
)
def test_glad_and_judged(language: str, text: str, expected: str) -> None:
    report = Report(text=text, language=language, published_on="2025-05-12")
    reading = read_report(report, load_shipped("ukraine-guarantees"), keep_all=True, rules_only=True)
    assert [f"{each.actor} {each.firmness}" for each in reading.commitments] == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Peru will provide financial, humanitarian, military and diplomatic support to Chad.",
            "pe funding; pe humanitarian; pe arms; pe political",
        ),
        (
            "en",
            "Peru promised security, food and development assistance.",
            "pe arms; pe humanitarian; pe reconstruction",
        ),
        ("en", "Peru promised substantial humanitarian assistance.", "pe humanitarian"),
        (
            "de",
            "Peru wird den Tschad finanziell, humanitär und militärisch unterstützen.",
            "pe funding; pe humanitarian; pe arms",
        ),
        ("de", "Peru sagte dem Tschad logistische und medizinische Hilfe zu.", "pe logistics; pe humanitarian"),
    ],
)
def test_sorts_of_help(language: str, text: str, expected: str) -> None:
    assert sorted(told(text, language).split("; ")) == sorted(expected.split("; "))


def test_sorts_of_help_are_equally_sure() -> None:
    """Whoever gives the one sort in a list gives the other."""
    text = "The G7 will continue to provide financial, humanitarian and military support to Chad. Peru will send ten tents."
    reading = read_report(Report(text=text, language="en"), load_shipped("ukraine-guarantees"))
    sure = {each.measure: each.certainty for each in reading.commitments if each.actor == "g7"}
    assert sorted(sure) == ["arms", "funding", "humanitarian"]
    assert len(set(sure.values())) == 1


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The Australian Defence Force will send ten medics.", "au humanitarian"),
        ("en", "JICA will provide 5 million dollars for wells.", "jp reconstruction"),
        ("de", "Die Schweizer Armee schickt zehn Soldaten.", "ch troops"),
        ("de", "Peru weigert sich, dem Kosovo den Status eines Staates zu verleihen.", "pe political"),
    ],
)
def test_armies_agencies_and_status(language: str, text: str, expected: str) -> None:
    assert told(text, language) == expected
