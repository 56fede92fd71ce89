"""On which days a meeting can have been, and the conflict of a day outside."""

from __future__ import annotations

from typing import Any

from zusage.dossier import load_shipped
from zusage.model.ledger import BoundedMeeting, Scope, Severity
from zusage.model.report import Reading
from zusage.reconcile import (
    Fact,
    Known,
    Mention,
    Term,
    bound_meetings,
    circle_names,
    find_conflicts,
    find_mentions,
    known_from,
    lay_grounds,
)

LEAGUE = "group:league-of-helpers"
KNOWN = Known(
    terms=(
        Term("eva-lind", "se", "prime-minister", "2024-05-01", None, verified=True, source="government list"),
        Term("olaf-berg", "no", "president", "2010-01-01", "2014-01-01", verified=True, source="government list"),
        Term("olaf-berg", "no", "president", "2022-01-01", "2026-01-01", verified=True, source="government list"),
        Term("jan-lund", "fi", "president", "2025-06-01", None, verified=False, source="hearsay"),
    ),
    facts=(Fact(LEAGUE, "2023-02-02", None, verified=True, source="founding act"),),
)


def circle_of(reading: Reading, words: str) -> Mention:
    text = reading.report.text
    start = text.index(words)
    return Mention(reading.report.id, LEAGUE, type(reading.commitments[0].quote).cut(text, start, start + len(words)))


def undated(write: Any) -> Any:
    """The prime minister joined the league's talks in Bergen by video; no day, no publication day."""
    text = "The League of Helpers met in Bergen. Prime Minister Lind joined by video. Norway would send men."
    writer = (
        write(text).meets(None, "Bergen").attends("se", "eva-lind", "remote", "Prime Minister Lind joined by video")
    )
    return writer.pledge("no", "troops", "considering", "Norway would send men")


def misdated(write: Any) -> Any:
    text = "Am 3. Mai 2022 tagte der Bund der Helfer in Bergen. Norwegen sei bereit, Soldaten zu schicken."
    writer = write(text, language="de").meets("2022-05-03", "Bergen")
    return writer.pledge("no", "troops", "signalled", "Norwegen sei bereit, Soldaten zu schicken")


def bounded(*readings: Reading, known: Known = KNOWN, mentions: tuple[Mention, ...] = ()) -> list[BoundedMeeting]:
    return list(bound_meetings(lay_grounds(readings, known=known, mentions=mentions)))


def both_reports(write: Any) -> tuple[list[Reading], tuple[Mention, ...]]:
    one, other = undated(write).reading(), misdated(write).reading()
    mentions = circle_of(one, "The League of Helpers met in Bergen"), circle_of(other, "tagte der Bund der Helfer")
    return [one, other], mentions


def test_reports_of_one_meeting_bound_it_together(write: Any) -> None:
    readings, mentions = both_reports(write)
    [meeting] = bounded(*readings, mentions=mentions)
    assert (meeting.place, meeting.first, meeting.last) == ("Bergen", "2024-05-01", None)
    assert [(bound.rule, bound.day) for bound in meeting.bounds] == [
        ("term", "2024-05-01"),
        ("existence", "2023-02-02"),
    ]
    term = meeting.bounds[0]
    assert term.source == "government list"
    assert [cited.quote and cited.quote.exact for cited in term.citations] == ["Prime Minister Lind joined by video"]
    assert [(stated.day, stated.impossible) for stated in meeting.stated] == [("2022-05-03", True)]


def test_an_impossible_day_is_a_conflict_with_both_quotes(write: Any) -> None:
    readings, mentions = both_reports(write)
    found = find_conflicts(lay_grounds(readings, known=KNOWN, mentions=mentions))
    [conflict] = [each for each in found if each.slot == "date"]
    assert (conflict.scope, conflict.severity) == (Scope.FACTS, Severity.HIGH)
    sides = {side.value: side for side in conflict.sides}
    assert set(sides) == {"2022-05-03", "≥ 2023-02-02", "≥ 2024-05-01"}
    stated = sides["2022-05-03"].citations[0]
    assert stated.quote is not None
    assert stated.quote.exact == "Am 3. Mai 2022 tagte der Bund der Helfer in Bergen"
    assert sides["≥ 2024-05-01"].source == "government list"
    assert "impossible" in conflict.explanation["en"]
    assert "nicht möglich" in conflict.explanation["de"]


def test_unverified_facts_rule_nothing_out(write: Any) -> None:
    text = "On 3 May 2022 President Lund came to Bergen."
    reading = write(text).meets("2022-05-03", "Bergen").attends("fi", "jan-lund", "in-person", "President Lund came")
    [meeting] = bounded(reading.reading())
    assert (meeting.first, meeting.bounds, meeting.stated[0].impossible) == (None, (), False)


def test_two_terms_bound_by_the_one_that_the_rest_leaves_possible(write: Any) -> None:
    text = "Prime Minister Lind and President Berg met in Bergen."
    writer = write(text).meets(None, "Bergen").attends("se", "eva-lind", "in-person", "Prime Minister Lind")
    [meeting] = bounded(writer.attends("no", "olaf-berg", "in-person", "President Berg").reading())
    assert (meeting.first, meeting.last) == ("2024-05-01", "2026-01-01")


def test_absence_bounds_nothing(write: Any) -> None:
    text = "Prime Minister Lind was not invited to Bergen."
    writer = write(text).meets(None, "Bergen").attends("se", "eva-lind", "absent", "Prime Minister Lind")
    [meeting] = bounded(writer.reading())
    assert meeting.bounds == ()


def test_a_report_of_a_past_meeting_bounds_it_by_its_own_day(write: Any) -> None:
    told = write("They met in Bergen on Tuesday.", published_on="2025-11-05").meets("2025-11-04", "Bergen").reading()
    planned = write("They will meet in Bergen on 20 November.", published_on="2025-11-05")
    assert bounded(told)[0].last == "2025-11-05"
    assert bounded(planned.meets("2025-11-20", "Bergen").reading())[0].last is None


def test_bounds_that_contradict_each_other_rule_nothing_out(write: Any) -> None:
    text = "On 3 May 2012 Prime Minister Lind was in Bergen."
    writer = write(text, published_on="2012-05-04").meets("2012-05-03", "Bergen")
    [meeting] = bounded(writer.attends("se", "eva-lind", "in-person", "Prime Minister Lind").reading())
    assert (meeting.first, meeting.last, meeting.stated[0].impossible) == (None, None, False)
    assert len(meeting.bounds) == 2


def test_rows_and_names_of_the_shipped_dossier() -> None:
    dossier = load_shipped("ukraine-guarantees")
    known = known_from(dossier)
    [term] = known.terms_of("friedrich-merz", "de")
    assert (term.start, term.end, term.verified) == ("2025-05-06", None, True)
    assert any(fact.start == "2025-03-02" for fact in known.facts_of(dossier.effort.actor))
    assert dossier.effort.actor in circle_names(dossier)


def test_a_circle_meets_where_its_name_and_a_meeting_share_a_sentence(write: Any) -> None:
    """„Die Allianz der Hilfsbereiten traf sich am Montag in Prag." against „… liefert Zelte."""
    names = {"group:allianz": {"de": ("Allianz der Hilfsbereiten",), "en": ("alliance of the helpful",)}}
    meets = write("Es schneit. Die Allianz der Hilfsbereiten traf sich am Montag in Prag.", language="de")
    gives = write("Ein Treffen war nicht nötig. Die Allianz der Hilfsbereiten liefert Zelte.", language="de")
    found = find_mentions([meets.meets(None, "Prag").reading(), gives.meets(None, "Prag").reading()], names)
    assert [each.quote.exact for each in found] == ["Die Allianz der Hilfsbereiten traf sich am Montag in Prag"]
