"""What people merge, split and tell apart: the entries follow, and the order of arrival never matters."""

from __future__ import annotations

from itertools import permutations
from typing import Any

from zusage.model.ledger import Act, Entry, Judgement, statement_id
from zusage.model.report import Reading
from zusage.reconcile import build_entries, find_conflicts, lay_grounds

TEXT = "The ministry will send a brigade. The ministry will send a battery. The ministry may send boats."


def readings_of(write: Any) -> list[Reading]:
    """Three reports of one ministry: two of soldiers, one of ships, each on its day."""
    made = []
    for number, (measure, firmness, words) in enumerate(
        (("troops", "pledged", "a brigade"), ("troops", "rejected", "a battery"), ("naval", "considering", "boats"))
    ):
        writer = write(TEXT + f" Day {number}.", published_on=f"2025-11-0{number + 1}", event="visit")
        made.append(writer.pledge("no", measure, firmness, words, said_on=f"2025-11-0{number + 1}").reading())
    return made


def name_of(reading: Reading) -> str:
    return statement_id(reading.report.id, reading.commitments[0])


def decide(what: Act, target: Reading, *others: Reading, when: int = 1) -> Judgement:
    names = tuple(name_of(each) for each in others)
    return Judgement(who="mona", when=f"2025-12-0{when}", what=what, target=name_of(target), others=names)


def entries(readings: list[Reading], *judgements: Judgement) -> tuple[Entry, ...]:
    return build_entries(lay_grounds(readings, judgements=judgements))


def sets(found: tuple[Entry, ...]) -> set[tuple[str, frozenset[str]]]:
    return {(each.measure, frozenset(said.id for said in each.statements)) for each in found}


def test_what_is_put_together_is_one_entry_under_the_first_ones_measure(write: Any) -> None:
    brigade, battery, boats = readings = readings_of(write)
    assert len(entries(readings)) == 2
    (one,) = entries(readings, decide(Act.SAME, boats, brigade))
    assert (one.measure, len(one.statements)) == ("naval", 3)
    (other,) = entries(readings, decide(Act.SAME, battery, boats))
    assert other.measure == "troops"
    assert other.id in {each.id for each in entries(readings)}


def test_what_is_taken_out_is_an_entry_of_its_own_and_what_comes_later_stays_with_the_rest(write: Any) -> None:
    brigade, battery, boats = readings = readings_of(write)
    whole = {each.measure: each.id for each in entries(readings)}
    told = decide(Act.DIFFERENT, brigade, battery)
    expected = {("troops", frozenset({name_of(each)})) for each in (brigade, battery)}
    found = entries(readings, told)
    assert sets(found) == expected | {("naval", frozenset({name_of(boats)}))}
    assert len({each.id for each in found}) == 3
    (rest,) = (each for each in found if each.id == whole["troops"])
    assert [said.id for said in rest.statements] == [name_of(battery)]
    later = write("The ministry will send a regiment.", published_on="2025-10-01").pledge(
        "no", "troops", "pledged", "a regiment"
    )
    (rest,) = (each for each in entries([*readings, later.reading()], told) if each.id == whole["troops"])
    assert {said.id for said in rest.statements} == {name_of(battery), name_of(later.reading())}


def test_as_of_a_day_an_entry_has_the_id_that_it_has_today(write: Any) -> None:
    brigade, battery, _ = readings = readings_of(write)
    grounds = lay_grounds(readings, judgements=[decide(Act.DIFFERENT, brigade, battery)])
    (today,) = (each for each in build_entries(grounds) if each.statements[0].id == name_of(brigade))
    (then,) = build_entries(grounds, as_of="2025-11-01")
    assert then.id == today.id


def test_the_newest_judgement_on_a_pair_decides_and_an_undone_one_does_not(write: Any) -> None:
    brigade, battery, _ = readings = readings_of(write)
    apart = decide(Act.DIFFERENT, brigade, battery)
    together = decide(Act.SAME, battery, brigade, when=2)
    assert sets(entries(readings, apart, together)) == sets(entries(readings))
    undone = Judgement(who="mona", when="2025-12-03", what=Act.UNDO, target=together.id)
    assert sets(entries(readings, apart, together, undone)) == sets(entries(readings, apart))


def test_entries_that_were_told_apart_are_not_joined_by_way_of_a_third(write: Any) -> None:
    brigade, battery, boats = readings = readings_of(write)
    decided = (
        decide(Act.DIFFERENT, brigade, battery),
        decide(Act.SAME, boats, battery, when=2),
        decide(Act.SAME, boats, brigade, when=3),
    )
    assert sets(entries(readings, *decided)) == {
        ("naval", frozenset({name_of(boats), name_of(battery)})),
        ("troops", frozenset({name_of(brigade)})),
    }
    for order in permutations(decided):
        assert entries(list(reversed(readings)), *order) == entries(readings, *decided)


def test_statements_that_were_told_apart_do_not_contradict_each_other(write: Any) -> None:
    same_day = [
        write(TEXT + words, published_on="2025-11-01", event="visit")
        .pledge("no", "troops", firmness, "a brigade", said_on="2025-11-01")
        .reading()
        for words, firmness in ((" One.", "pledged"), (" Two.", "rejected"))
    ]
    assert [each.slot for each in find_conflicts(lay_grounds(same_day))] == ["firmness"]
    told = decide(Act.DIFFERENT, *same_day)
    assert find_conflicts(lay_grounds(same_day, judgements=[told])) == ()
