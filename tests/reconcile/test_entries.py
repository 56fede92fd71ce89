"""Entries: what makes one, what sets its firmness, what counts once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from zusage.model.ledger import Act, Authorship, Entry, Judgement, Link, statement_id
from zusage.model.report import Reading
from zusage.model.statement import Commitment, Quantity
from zusage.model.values import Firmness
from zusage.reconcile import build_entries, lay_grounds, total


def entries_of(*readings: Reading, judgements: Sequence[Judgement] = (), as_of: str | None = None) -> list[Entry]:
    return list(build_entries(lay_grounds(readings, judgements=judgements), as_of=as_of))


def said(write: Any, firmness: str, day: str, **more: Any) -> Reading:
    """One report with one pledge of Norway's on a day."""
    report = {"published_on": day, **more.pop("report", {})}
    more.setdefault("speaker", "no")
    words = f"Norway on troops, {firmness}, {day}, {more['speaker']}"
    reading: Reading = write(words, **report).pledge("no", "troops", firmness, words, said_on=day, **more).reading()
    return reading


def test_the_newest_word_of_the_actor_decides_and_the_history_keeps_each_step(write: Any) -> None:
    [entry] = entries_of(
        said(write, "signalled", "2025-03-01"),
        said(write, "pledged", "2025-05-01"),
        said(write, "considering", "2025-09-01"),
    )
    assert entry.firmness is Firmness.CONSIDERING
    assert [(change.day, change.before, change.after) for change in entry.changes] == [
        ("2025-03-01", None, "signalled"),
        ("2025-05-01", "signalled", "pledged"),
        ("2025-09-01", "pledged", "considering"),
    ]
    assert [cited.quote and cited.quote.exact for cited in entry.basis] == [
        "Norway on troops, considering, 2025-09-01, no"
    ]
    assert entry.newest.day == "2025-09-01"


def test_as_of_a_day(write: Any) -> None:
    readings = said(write, "signalled", "2025-03-01"), said(write, "pledged", "2025-05-01")
    [entry] = entries_of(*readings, as_of="2025-04-30")
    assert (entry.firmness, len(entry.statements)) == ("signalled", 1)
    assert entries_of(*readings, as_of="2025-02-28") == []


def test_an_absence_never_lowers_what_was_said(write: Any) -> None:
    [entry] = entries_of(said(write, "pledged", "2025-03-01"), said(write, "withheld", "2025-05-01"))
    assert entry.firmness is Firmness.PLEDGED
    assert (entry.newest.firmness, entry.deciding.firmness) == (Firmness.WITHHELD, Firmness.PLEDGED)


def test_an_absence_is_all_that_is_known(write: Any) -> None:
    [entry] = entries_of(said(write, "withheld", "2025-05-01"))
    assert entry.firmness is Firmness.WITHHELD


def test_what_others_say_does_not_outweigh_the_actor(write: Any) -> None:
    [entry] = entries_of(said(write, "considering", "2025-03-01"), said(write, "pledged", "2025-05-01", speaker="se"))
    assert entry.firmness is Firmness.CONSIDERING
    assert {each.authorship for each in entry.statements} == {Authorship.OWN, Authorship.THIRD_PARTY}


def test_what_others_say_counts_while_the_actor_is_silent(write: Any) -> None:
    [entry] = entries_of(said(write, "pledged", "2025-05-01", speaker="se"))
    assert entry.firmness is Firmness.PLEDGED


def test_a_report_of_the_meeting_does_not_outweigh_what_the_actor_said_there(write: Any) -> None:
    own = write("Oslo is not sure yet, its minister said.", event="o", published_on="2025-11-04")
    own.meets("2025-11-04", "Oslo").pledge("no", "troops", "considering", "Oslo is not sure", speaker="no")
    loud = write("Norway sends men.", event="o", published_on="2025-11-06").meets("2025-11-05", "Oslo")
    loud.pledge("no", "troops", "pledged", "Norway sends men", said_on="2025-11-05")
    [entry] = entries_of(own.reading(), loud.reading())
    assert entry.firmness is Firmness.CONSIDERING


def test_a_collective_is_not_each_of_its_members(write: Any) -> None:
    writer = write("26 countries will send men, the host said. Norway may.")
    writer.pledge("group:26-countries", "troops", "pledged", "26 countries will send men", speaker="fr")
    writer.pledge("no", "troops", "considering", "Norway may")
    found = {entry.actor: entry.firmness for entry in entries_of(writer.reading())}
    assert found == {"group:26-countries": Firmness.PLEDGED, "no": Firmness.CONSIDERING}


class TestJudgements:
    def judge(self, reading: Reading, act: Act, when: str = "2025-12-01T10:00:00Z", **changes: Any) -> Judgement:
        target = statement_id(reading.report.id, reading.commitments[0])
        return Judgement(who="ada", when=when, what=act, target=target, changes=changes)

    def test_an_uncertain_statement_sets_nothing_until_accepted(self, write: Any) -> None:
        sure, unsure = said(write, "signalled", "2025-03-01"), said(write, "pledged", "2025-05-01", certainty=0.2)
        assert entries_of(sure, unsure)[0].firmness is Firmness.SIGNALLED
        [entry] = entries_of(sure, unsure, judgements=[self.judge(unsure, Act.ACCEPT)])
        assert (entry.firmness, entry.reviewed) == (Firmness.PLEDGED, True)

    def test_a_rejected_one_does_not_count_and_alone_makes_no_entry(self, write: Any) -> None:
        kept, wrong = said(write, "signalled", "2025-03-01"), said(write, "pledged", "2025-05-01")
        rejected = self.judge(wrong, Act.REJECT)
        assert entries_of(kept, wrong, judgements=[rejected])[0].firmness is Firmness.SIGNALLED
        assert entries_of(wrong, judgements=[rejected]) == []

    def test_undo(self, write: Any) -> None:
        reading = said(write, "pledged", "2025-05-01")
        rejected = self.judge(reading, Act.REJECT)
        undo = Judgement(who="ada", when="2025-12-02T10:00:00Z", what=Act.UNDO, target=rejected.id)
        redo = Judgement(who="ada", when="2025-12-03T10:00:00Z", what=Act.UNDO, target=undo.id)
        assert len(entries_of(reading, judgements=[undo, rejected])) == 1
        assert entries_of(reading, judgements=[redo, undo, rejected]) == []

    def test_a_correction_keeps_the_id(self, write: Any) -> None:
        reading = said(write, "pledged", "2025-05-01")
        [entry] = entries_of(reading, judgements=[self.judge(reading, Act.CORRECT, firmness=Firmness.SIGNALLED)])
        assert entry.firmness is Firmness.SIGNALLED
        assert entry.statements[0].id == statement_id(reading.report.id, reading.commitments[0])

    def test_a_coded_statement_counts_like_an_accepted_one(self, write: Any) -> None:
        reading = write("Norway gives boats.", published_on="2025-05-01").reading()
        coded = write("Norway gives boats.").pledge("no", "naval", "pledged", "Norway gives boats", certainty=0.1)
        judgement = Judgement(
            who="ada", when="2025-12-01", what=Act.CODE, target=reading.report.id, statement=coded.commitments[0]
        )
        [entry] = entries_of(reading, judgements=[judgement])
        assert (entry.measure, entry.firmness) == ("naval", Firmness.PLEDGED)


class TestAmounts:
    def test_tranches_and_restatements_never_add_up(self, write: Any) -> None:
        amounts = (
            ("2025-03-01", "pledged", 3e9, "Norway pledges 3 billion"),
            ("2025-04-01", "pledged", 3e9, "Norway's 3 billion stand"),
            ("2025-05-01", "delivered", 1e9, "A first tranche of 1 billion was paid"),
        )
        readings = [
            write(words, published_on=day)
            .pledge("no", "funding", firmness, words, quantity=Quantity(amount, amount, "EUR"), said_on=day)
            .reading()
            for day, firmness, amount, words in amounts
        ]
        [entry] = entries_of(*readings)
        assert [each.link for each in entry.statements] == [Link.FIRST, Link.RESTATEMENT, Link.TRANCHE]
        assert entry.quantity == Quantity(3e9, 3e9, "EUR")
        assert total([entry], unit="EUR").max == 3e9

    def test_a_joint_figure_counts_once(self, write: Any) -> None:
        words, shared = "Norway and Sweden send 900 men together", Quantity(None, 900, "persons", shared=True)
        writer = write(words).pledge("no", "troops", "pledged", words, quantity=shared)
        writer.pledge("se", "troops", "pledged", words, quantity=shared)
        found = entries_of(writer.reading())
        assert [entry.joint_with for entry in found] == [("se",), ("no",)]
        assert total(found, unit="persons").max == 900

    def test_objects_are_told_apart_where_a_report_does(self, write: Any) -> None:
        writer = write("Norway has sent six launchers and offers ten tanks.")
        writer.pledge("no", "arms", "delivered", "has sent six launchers", object="launchers")
        writer.pledge("no", "arms", "signalled", "offers ten tanks", object="tanks")
        found = entries_of(writer.reading())
        assert [(entry.object, entry.firmness) for entry in found] == [
            ("launchers", "delivered"),
            ("tanks", "signalled"),
        ]


def test_conditions_with_who_says_them(write: Any) -> None:
    one = write("Only after a truce, the minister said.").pledge(
        "no", "troops", "pledged", "Only after a truce", "ceasefire", speaker="jan-lund"
    )
    other = write("Parliament has to vote and guns must be silent.").pledge(
        "no", "troops", "pledged", "Parliament has to vote", "parliament", "ceasefire"
    )
    [entry] = entries_of(one.reading(), other.reading())
    assert [(each.type, each.said_by) for each in entry.conditions] == [
        ("ceasefire", (None, "jan-lund")),
        ("parliament", (None,)),
    ]


def test_an_utterance_counts_once_however_many_report_it(write: Any) -> None:
    """Two papers carry the same person's words of the same day; a third has another official's."""
    readings = [
        said(write, "pledged", "2025-05-01", speaker="jan-lund", report={"address": f"https://{number}.example"})
        for number in range(2)
    ]
    readings.append(said(write, "pledged", "2025-05-01", speaker="no"))
    [entry] = entries_of(*readings)
    assert (len(entry.statements), entry.utterances, entry.sources) == (3, 2, 2)


@pytest.mark.parametrize("field", ["trace", "certainty"])
def test_the_id_of_a_statement_is_what_it_says(write: Any, field: str) -> None:
    writer = write("Norway sends men.").pledge("no", "troops", "pledged", "Norway sends men")
    other = write("Norway sends men.").pledge(
        "no", "troops", "pledged", "Norway sends men", **{field: () if field == "trace" else 0.7}
    )
    assert isinstance(writer.commitments[0], Commitment)
    assert statement_id("r", writer.commitments[0]) == statement_id("r", other.commitments[0])
