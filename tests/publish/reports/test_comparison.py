"""Reports side by side: what all say, what one says, what differs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from zusage.model.quote import Quote
from zusage.model.statement import Attendance, Commitment, Condition, Meeting, Position, Quantity, Statement
from zusage.model.values import ConditionType, Firmness, Kind, MeetingKind, Mode, Role, Stance
from zusage.publish.reports.comparison import Told, compare

QUOTE = Quote("words", 0, 5)


def pledge(
    actor: str, firmness: Firmness, amount: int | None = None, condition: ConditionType | None = None
) -> Commitment:
    quantity = Quantity(amount, amount, "persons") if amount else None
    conditions = (Condition(condition),) if condition else ()
    return Commitment(
        actor=actor, measure="troops", firmness=firmness, quote=QUOTE, quantity=quantity, conditions=conditions
    )


def numbered(*said: Statement) -> list[tuple[str, Statement]]:
    return [(f"{index}", each) for index, each in enumerate(said)]


def test_what_all_say_and_what_one_says() -> None:
    one = numbered(pledge("no", Firmness.PLEDGED), pledge("se", Firmness.SIGNALLED))
    points = compare({"a": one, "b": numbered(pledge("no", Firmness.PLEDGED))})
    assert [(each.who, each.told, each.differs) for each in points] == [("no", Told.ALL, ()), ("se", Told.ONE, ())]
    assert [telling.report for telling in points[0].tellings] == ["a", "b"]


def test_a_difference_comes_first_and_names_its_fields() -> None:
    points = compare(
        {
            "a": numbered(pledge("no", Firmness.PLEDGED), pledge("se", Firmness.PLEDGED, 40)),
            "b": numbered(pledge("no", Firmness.PLEDGED), pledge("se", Firmness.REJECTED, 60)),
            "c": numbered(pledge("no", Firmness.PLEDGED)),
        }
    )
    assert (points[0].who, points[0].told, points[0].differs) == ("se", Told.SOME, ("firmness", "quantity"))


def test_an_amount_that_one_does_not_name_is_no_difference_but_a_condition_is() -> None:
    points = compare(
        {
            "a": numbered(pledge("no", Firmness.PLEDGED, 40, ConditionType.CEASEFIRE)),
            "b": numbered(pledge("no", Firmness.PLEDGED)),
        }
    )
    assert points[0].differs == ("conditions",)


def test_reports_that_share_a_value_do_not_differ() -> None:
    both = numbered(pledge("no", Firmness.PLEDGED), pledge("no", Firmness.CONCRETE))
    assert compare({"a": both, "b": numbered(pledge("no", Firmness.CONCRETE))})[0].differs == ()


def test_the_main_meetings_are_one_point_and_others_by_place_and_day() -> None:
    main = Meeting(date="2025-03-02", place="London", kind_of=MeetingKind.SUMMIT)
    later = Meeting(date="2025-03-03", place="London", kind_of=MeetingKind.SUMMIT, countries=19)
    other = Meeting(date="2025-04-10", place="Brussels", kind_of=MeetingKind.MINISTERIAL)
    points = compare({"a": numbered(main, other), "b": numbered(later)})
    assert [(each.who, each.what, each.told, each.differs) for each in points] == [
        ("", "", Told.ALL, ("date",)),
        ("Brussels", "2025-04-10", Told.ONE, ()),
    ]


def test_who_came_how_and_who_thinks_what() -> None:
    here = Attendance(actor="no", person="kari-holm", role=Role.HOST, mode=Mode.IN_PERSON, quote=QUOTE)
    there = Attendance(actor="no", person="kari-holm", role=Role.HOST, mode=Mode.REMOTE, quote=QUOTE)
    against = Position(actor="se", stance=Stance.OPPOSES, topic="sanctions", quote=QUOTE)
    points = compare({"a": numbered(here, against), "b": numbered(there, against)})
    assert [(each.kind, each.differs) for each in points] == [(Kind.ATTENDANCE, ("mode",)), (Kind.POSITION, ())]


def test_a_single_report_says_all_alone() -> None:
    assert compare({"a": numbered(pledge("no", Firmness.PLEDGED))})[0].told is Told.ONE
    assert compare({"a": []}) == compare({}) == ()


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(["no", "se"]), st.sampled_from(list(Firmness)))))
def test_every_statement_is_in_one_point(said: list[tuple[str, str, Firmness]]) -> None:
    reports: dict[str, list[tuple[str, Statement]]] = {}
    for index, (report, actor, firmness) in enumerate(said):
        reports.setdefault(report, []).append((str(index), pledge(actor, firmness)))
    points = compare(reports)
    names = [name for point in points for telling in point.tellings for name, _ in telling.statements]
    assert sorted(names) == sorted(str(index) for index in range(len(said)))
