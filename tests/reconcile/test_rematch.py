"""Judgements outlive re-reading: found again by words, then by what stands around, then flagged for a second look."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from zusage.model.ledger import Act, Judgement, Status, statement_id
from zusage.model.quote import Quote
from zusage.model.report import Reading
from zusage.model.statement import Commitment, Statement
from zusage.model.values import Firmness
from zusage.reconcile import Carried, Earlier, LookReason, carry_over, judged_claims
from zusage.reconcile.anchoring import anchor, find_place

TEXT = "On Monday the ministry will send medics. Later on the ministry will send medics to the coast, if asked."
WORDS = "the ministry will send medics"
BEFORE, AFTER = "2025-03-01T00:00:00.000Z", "2025-04-01T00:00:00.000Z"


@pytest.fixture
def old(write: Any) -> Reading:
    """What the reader found at first: one pledge."""
    reading: Reading = write(TEXT).pledge("no", "humanitarian", "pledged", WORDS).reading()
    return reading


def reread(old: Reading, *statements: Commitment) -> Reading:
    """What a later reader finds in the same text."""
    return replace(old, commitments=statements)


def changed(old: Reading, words: str = WORDS, **values: Any) -> Commitment:
    """The pledge as a later reader has it."""
    return replace(old.commitments[0], quote=Quote.find(old.report.text, words), **values)


def judge(old: Reading, what: Act, **values: Any) -> Judgement:
    name = statement_id(old.report.id, old.commitments[0])
    return Judgement(who="mona", when=BEFORE, what=what, target=name, **values)


def carry(old: Reading, new: Reading, *judgements: Judgement, read_at: str = AFTER) -> Carried:
    earlier = Earlier(statement_id(old.report.id, old.commitments[0]), old.report.id, old.commitments[0])
    return carry_over([new], judgements, [earlier], {new.report.id: read_at})


def statuses(new: Reading, carried: Carried) -> list[tuple[Status, Statement]]:
    return [(claim.status, claim.statement) for claim in judged_claims([new], carried=carried)]


@pytest.mark.parametrize("act", [Act.ACCEPT, Act.REJECT])
def test_the_same_words_that_say_the_same_keep_their_judgement(old: Reading, act: Act) -> None:
    second = TEXT.index(WORDS, 40)
    new = reread(old, replace(old.commitments[0], quote=Quote.cut(TEXT, second, second + len(WORDS))))
    carried = carry(old, new, judge(old, act))
    assert [status for status, _ in statuses(new, carried)] == [
        Status.ACCEPTED if act is Act.ACCEPT else Status.REJECTED
    ]
    assert not carried.looks


def test_other_words_in_the_same_place_keep_it_too(old: Reading) -> None:
    new = reread(old, changed(old, "On Monday the ministry will send medics"))
    assert [status for status, _ in statuses(new, carry(old, new, judge(old, Act.ACCEPT)))] == [Status.ACCEPTED]


def test_what_is_read_otherwise_is_outweighed_and_due_for_a_second_look(old: Reading) -> None:
    new = reread(old, changed(old, firmness=Firmness.SIGNALLED))
    carried = carry(old, new, judge(old, Act.ACCEPT))
    assert statuses(new, carried) == [(Status.ACCEPTED, old.commitments[0])]
    ((name, look),) = carried.looks.items()
    assert name == statement_id(old.report.id, old.commitments[0])
    assert (look.reason, look.other) == (LookReason.READ_OTHERWISE, statement_id(new.report.id, new.commitments[0]))
    again = replace(judge(old, Act.ACCEPT), when=AFTER)
    assert not carry(old, new, judge(old, Act.ACCEPT), again).looks


def test_a_correction_that_the_reader_has_learnt_is_an_acceptance(old: Reading) -> None:
    new = reread(old, changed(old, firmness=Firmness.SIGNALLED))
    carried = carry(old, new, judge(old, Act.CORRECT, changes={"firmness": Firmness.SIGNALLED}))
    assert statuses(new, carried) == [(Status.ACCEPTED, new.commitments[0])]
    assert not carried.looks


def test_another_reading_of_rejected_words_is_flagged_not_rejected(old: Reading) -> None:
    new = reread(old, changed(old, firmness=Firmness.REJECTED))
    carried = carry(old, new, judge(old, Act.REJECT))
    assert statuses(new, carried) == [(Status.READ, new.commitments[0])]
    (look,) = carried.looks.values()
    assert look.reason is LookReason.REJECTED_OTHERWISE


def test_what_the_reader_loses_stays_accepted_and_what_was_rejected_is_gone(old: Reading) -> None:
    new = reread(old)
    carried = carry(old, new, judge(old, Act.ACCEPT))
    assert statuses(new, carried) == [(Status.ACCEPTED, old.commitments[0])]
    assert [look.reason for look in carried.looks.values()] == [LookReason.NO_LONGER_READ]
    assert statuses(new, carry(old, new, judge(old, Act.REJECT))) == []
    undone = Judgement(who="mona", when=AFTER, what=Act.UNDO, target=judge(old, Act.ACCEPT).id)
    assert statuses(new, carry(old, new, judge(old, Act.ACCEPT), undone)) == []


def test_in_a_changed_text_the_words_are_found_again_or_given_up(old: Reading) -> None:
    for text, is_there in ((f"(Updated.) {TEXT}", True), ("The ministry said nothing.", False)):
        new = Reading(report=replace(old.report, text=text, first_text="x"))
        carried = carry_over(
            [new],
            [judge(old, Act.ACCEPT)],
            [Earlier(judge(old, Act.ACCEPT).target, new.report.id, old.commitments[0])],
            {},
        )
        assert bool(carried.lost) is not is_there
        for claim in judged_claims([new], carried=carried):
            assert claim.id == judge(old, Act.ACCEPT).target
            assert claim.statement.quote is not None
            claim.statement.quote.check(text)


def test_coded_words_move_with_their_text(old: Reading) -> None:
    text = f"(Updated.) {TEXT}"
    new = Reading(report=replace(old.report, text=text, first_text="x"))
    code = Judgement(who="mona", when=BEFORE, what=Act.CODE, target=new.report.id, statement=old.commitments[0])
    (claim,) = judged_claims([new], carried=carry_over([new], [code], [], {}))
    assert claim.statement.quote is not None
    claim.statement.quote.check(text)
    gone = Reading(report=replace(new.report, text="Nothing."))
    assert len(carry_over([gone], [code], [], {}).lost) == 1


def test_pledges_that_were_told_apart_stay_so(old: Reading) -> None:
    new = reread(old, changed(old, "On Monday the ministry will send medics", firmness=Firmness.SIGNALLED))
    told = judge(old, Act.DIFFERENT, others=("beef",))
    (judgement,) = carry(old, new, told).judgements
    assert judgement.target == statement_id(new.report.id, new.commitments[0])


def test_a_quote_is_anchored_where_its_surroundings_agree() -> None:
    second = Quote.cut(TEXT, TEXT.index(WORDS, 40), TEXT.index(WORDS, 40) + len(WORDS))
    longer = "And there is a new first paragraph, which nobody expected. " + TEXT
    found = anchor(second, longer)
    assert found is not None
    assert longer[: found.start].endswith("Later on ")
    edited = TEXT.replace("On Monday the ministry will send medics", "On Monday the ministry plans to send medics")
    first = Quote.find(TEXT, WORDS)
    place = find_place(replace(first, exact="the ministry shall send medics"), edited)
    assert place is not None
    assert edited[place.start : place.end] == "the ministry plans to send medics"
    assert find_place(replace(first, exact="x", prefix="y", suffix="z"), TEXT) is None
