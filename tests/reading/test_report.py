"""A whole report: restatements become one statement, furniture is never read, everything has its quote."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from zusage.dossier import load_shipped
from zusage.model.report import Reading, Report
from zusage.reading.certainty import is_kept_back
from zusage.reading.report import NAME, read_report, reader

Tell = Callable[..., str]
Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param(
            "de",
            "Kroatien schickt Ausbilder. Das Land werde Ausbilder schicken, hieß es in Zagreb.",
            "hr training pledged -",
            id="twice",
        ),
        pytest.param(
            "de",
            "Kroatien sagt Ausbilder zu. Kroatien schickt 50 Ausbilder.",
            "hr training pledged 50 persons",
            id="the number of one",
        ),
        pytest.param(
            "de",
            "Kroatien schickt 50 Ausbilder. Kroatien schickt 80 Ausbilder.",
            "hr training pledged 50 persons; hr training pledged 80 persons",
            id="two numbers",
        ),
        pytest.param(
            "de",
            "Kroatien hat sechs Panzer geliefert. Kroatien will zehn weitere Panzer liefern.",
            "hr arms delivered 6 items; hr arms signalled 10 items",
            id="done and to come",
        ),
        pytest.param(
            "en",
            "Croatia will send instructors. The country will send instructors, officials said.",
            "hr training pledged -",
            id="twice, English",
        ),
        pytest.param(
            "en",
            "Croatia promised instructors. Croatia will send 50 instructors.",
            "hr training pledged 50 persons",
            id="the number of one, English",
        ),
        pytest.param(
            "en",
            "Croatia will send 50 instructors. Croatia will send 80 instructors.",
            "hr training pledged 50 persons; hr training pledged 80 persons",
            id="two numbers, English",
        ),
        pytest.param(
            "en",
            "Croatia has delivered six tanks. Croatia wants to supply ten more tanks.",
            "hr arms delivered 6 items; hr arms signalled 10 items",
            id="done and to come, English",
        ),
    ],
)
def test_restatements(tell: Tell, language: str, text: str, expected: str) -> None:
    assert tell(text, language, "actor", "measure", "firmness", "quantity") == expected


def test_restatements_keep_the_conditions_of_both(tell: Tell) -> None:
    text = "Kroatien schickt nach einem Waffenstillstand Ausbilder. Kroatien schickt Ausbilder, wenn Kiew darum bittet."
    (found,) = tell(text, "de", "conditions").split("; ")
    assert sorted(found.split("+")) == ["ceasefire", "host-request"]


@pytest.mark.parametrize(
    ("language", "text", "furniture"),
    [
        ("de", "Kroatien schickt Ausbilder.\n\nLesen Sie auch: Slowenien liefert Panzer\n", "si"),
        ("en", "Croatia will send instructors.\n\nRead more: Slovenia will supply tanks\n", "si"),
    ],
)
def test_furniture_is_never_read(read: Read, language: str, text: str, furniture: str) -> None:
    reading = read(text, language)
    assert reading.report.furniture
    assert [c.actor for c in reading.commitments] == ["hr"]
    assert furniture not in {p.actor for p in reading.positions}


@pytest.mark.parametrize(
    ("language", "text", "on", "said_on"),
    [
        ("de", "Kroatien sagte am 2. September 2025 Ausbilder zu.", "2025-09-04", "2025-09-02"),
        ("de", "Kroatien sagte am Dienstag Ausbilder zu.", "2025-09-04", "2025-09-02"),
        ("de", "Kroatien schickt am 1. Oktober 2025 Ausbilder.", "2025-09-04", "None"),
        ("en", "Croatia promised instructors on 2 September 2025.", "2025-09-04", "2025-09-02"),
        ("en", "Croatia promised instructors on Tuesday.", "2025-09-04", "2025-09-02"),
        ("en", "Croatia promised instructors on Tuesday.", None, "None"),
    ],
)
def test_day_of_saying(read: Read, language: str, text: str, on: str | None, said_on: str) -> None:
    assert [str(c.said_on) for c in read(text, language, on).commitments] == [said_on]


@pytest.mark.parametrize("text", ["", " \n\n ", "…", "Das Wetter war gut."])
def test_a_reading_exists_even_if_it_found_nothing(read: Read, text: str) -> None:
    reading = read(text, "de")
    assert reading.statements == ()
    assert reading.reader == reader(load_shipped("ukraine-guarantees"))
    assert reading.reader.name == NAME


def test_report_is_completed_from_its_text() -> None:
    report = Report(text="Zagreb, 3. Mai 2025 (dpa) – Kroatien schickt Ausbilder.", language="de")
    reading = read_report(report, load_shipped("ukraine-guarantees"))
    assert reading.report.credit == "dpa"
    assert (reading.report.published_on, reading.report.published_how) == ("2025-05-03", "text")
    assert reading.report.id == report.id


def test_metadata_win_over_the_text() -> None:
    text = "Zagreb, 3. Mai 2025 (dpa) – Kroatien schickt Ausbilder."
    report = Report(text=text, language="de", published_on="2025-05-04", credit="afp")
    reading = read_report(report, load_shipped("ukraine-guarantees"))
    assert (reading.report.published_on, reading.report.credit) == ("2025-05-04", "afp")


def test_unsure_statements_are_kept_back() -> None:
    report = Report(text="Kroatien schickt Ausbilder. Polen liefert vielleicht etwas Munition.", language="de")
    dossier = load_shipped("ukraine-guarantees")
    everything, shown = read_report(report, dossier, keep_all=True), read_report(report, dossier)
    assert shown.commitments == tuple(c for c in everything.commitments if not is_kept_back(c))


def test_the_adversary_gives_to_others_than_the_recipient(read: Read) -> None:
    """What the dossier's adversary gives its recipient is no contribution; what it gives elsewhere is one."""
    elsewhere = "Russland gibt Belarus einen Kredit von 40 Millionen Euro. Polen liefert Belarus Munition."
    assert "ru" in {c.actor for c in read(elsewhere, "de").commitments}
    assert "ru" in {c.actor for c in read("Russia will send two field hospitals.", "en").commitments}
    assert not read("Russland gibt der Ukraine einen Kredit von 40 Millionen Euro.", "de").commitments
    assert not read("Russia will send 20 tanks, a Ukrainian officer said.", "en").commitments


def test_the_adversary_is_one_only_in_reports_about_the_recipient(read: Read) -> None:
    assert "ru" in {c.actor for c in read("Russland gibt einen Kredit von 40 Millionen Euro.", "de").commitments}


def test_an_own_share_in_a_common_effort_goes_to_nobody_else(read: Read) -> None:
    text = (
        "Peru gibt für Kuba 40 Millionen Euro. Chile gibt für Kuba 20 Millionen Euro. "
        "Kuba steuert selbst fünf Millionen Euro bei."
    )
    assert [(c.actor, c.recipient) for c in read(text, "de").commitments] == [("pe", "cu"), ("cl", "cu"), ("cu", None)]


def test_what_stands_behind_words_without_an_end_is_read_with_exact_quotes(read: Read) -> None:
    """Words that are no prose are blanked out for the analysis only: places in the text stay as they are."""
    text = f"{'Zelte Decken Ärzte ' * 1500}\n\nKroatien schickt 50 Ausbilder."
    (commitment,) = read(text, "de").commitments
    assert commitment.actor == "hr"
    assert (
        text[commitment.quote.start : commitment.quote.end] == commitment.quote.exact == "Kroatien schickt 50 Ausbilder"
    )


def test_whom_the_report_is_on_gives_to_others(read: Read) -> None:
    """A sum of whom the report names most is no gift to himself: "Chad will contribute 2 million dollars to a relief effort"."""
    text = "Peru sent tents to Chad. Chile sent blankets to Chad. Chad will contribute 2 million dollars to a relief effort."
    assert {(c.actor, c.recipient) for c in read(text, "en").commitments if c.actor == "td"} == {("td", None)}
