"""What lists draw of themselves, each beside its table: the matrix, pledges and meetings over time, conflicts counted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from zusage.model.ledger import Severity
from zusage.model.values import Mode
from zusage.publish.histories import sign_of, tone
from zusage.publish.matrices import Line, Square, matrix
from zusage.publish.tallies import Tallies, Tally, tallies
from zusage.publish.timelines import Point, Row, timeline
from zusage.web.asking import Asked
from zusage.web.drawings import labels_of, named
from zusage.web.marking import initial, plain_text, rank
from zusage.web.translating import day_words, translations
from zusage.web.views.conflicts import SLOTS
from zusage.web.views.entries import LedgerPage
from zusage.web.views.meetings import Guest, MeetingLine, MeetingsPage
from zusage.web.views.overview import Overview
from zusage.web.views.parts import EntryRow
from zusage.web.wording import MODE_SIGNS, words_for
from zusage.workflow.lookups import Cell, ConflictCount

_MOST_TIMES = 36
"""Months that are drawn one by one; of a longer time years."""

_GRADES = (Severity.HIGH, Severity.MEDIUM, Severity.LOW)


def draw_overview(view: Overview, asked: Asked, width: float) -> str:
    """The matrix of actors and measures."""
    gettext, names = translations(asked.language).gettext, asked.names
    lines = [Line(names.actor(row.actor), tuple(_square(each) for each in row.cells)) for row in view.rows]
    told = (
        f"{names.actor(row.actor)}: "
        + ", ".join(
            f"{names.measure(each.measure)} {names.value('firmness', each.firmness)}"
            for each in row.cells
            if each and each.firmness
        )
        for row in view.rows
    )
    labels = labels_of(gettext("Who has promised what"), "; ".join(told), asked)
    return matrix(
        named("matrix", width), [initial(names.measure(each)) for each in view.measures], lines, labels, width=width
    )


def _square(cell: Cell | None) -> Square | None:
    if cell is None or cell.firmness is None:
        return None
    change = 0 if not cell.has_changed else 1 if rank(cell.firmness) > rank(cell.before) else -1
    return Square(cell.firmness, change)


def draw_ledger(view: LedgerPage, asked: Asked, width: float) -> str:
    """The pledges of the list from the first to the last day on which they were said."""
    gettext = translations(asked.language).gettext
    rows = [_pledge(each, asked) for each in view.entries]
    told = "; ".join(f"{row.label}: {row.note}" for row in rows)
    labels = labels_of(gettext("When each pledge was first and last said, and how firm it is"), told, asked)
    return timeline(named("pledges", width), rows, labels, width=width)


def _pledge(each: EntryRow, asked: Asked) -> Row:
    names, sort = asked.names, tone(each.firmness) if each.firmness else "none"
    said = names.value("firmness", each.firmness) if each.firmness else translations(asked.language).gettext("open")
    last = each.last_day or each.first_day
    return Row(
        label=f"{names.actor(each.actor)}: {names.measure(each.measure)}",
        note=said if last else f"{said}, {translations(asked.language).gettext('unknown day')}",
        first=each.first_day or last,
        last=last,
        sort=sort,
        points=(Point(last, sort, sign_of(each.firmness) if each.firmness else "?"),) if last else (),
    )


def draw_meetings(view: MeetingsPage, asked: Asked, width: float) -> str:
    """The days between which each meeting can have been, those that reports give, and how many came how."""
    gettext = translations(asked.language).gettext
    rows = [_meeting(each, asked) for each in view.meetings]
    told = "; ".join(f"{row.label}: {row.note}" for row in rows)
    return timeline(
        named("meetings", width), rows, labels_of(gettext("When each meeting can have been"), told, asked), width=width
    )


def _meeting(each: MeetingLine, asked: Asked) -> Row:
    gettext = translations(asked.language).gettext
    return Row(
        label=f"{plain_text(each.place) or gettext('No place named')}, {gettext(words_for('meeting', each.kind))}",
        note=_came(each.guests),
        first=each.first,
        last=each.last,
        sort="none",
        points=tuple(
            Point(day.day, "against" if day.impossible else "step-3", "✕" if day.impossible else "")
            for day in each.stated
        ),
    )


def _came(guests: Iterable[Guest]) -> str:
    """How many came how: "5 ● 2 ◐"; of whom reports differ each way counts."""
    counted = Counter(mode for guest in guests for mode in guest.modes)
    return "  ".join(f"{counted[mode]} {MODE_SIGNS[mode]}" for mode in Mode if counted[mode])


def draw_conflicts(counted: Sequence[ConflictCount], asked: Asked, width: float) -> str:
    """How many conflicts there are by kind and by the month of their story, each by how grave they are."""
    gettext = translations(asked.language).gettext
    kinds = _tallies(counted, lambda each: each.slot)
    times, say = _times(counted, asked.language)
    about = "; ".join(f"{gettext(words_for('slot', slot))}: {sum(kinds[slot])}" for slot in SLOTS if slot in kinds)
    return tallies(
        named("conflicts", width),
        Tallies(
            title=gettext("Conflicts by kind and over time"),
            about=about,
            kinds=[Tally(gettext(words_for("slot", slot)), kinds[slot]) for slot in SLOTS if slot in kinds],
            times=[Tally(say(time), counts) for time, counts in times],
            grades=tuple(gettext(words_for("severity", each)) for each in _GRADES),  # type: ignore[arg-type]
            by_kind=gettext("On what reports contradict each other"),
            over_time=gettext("When: the first report of each event"),
        ),
        width=width,
    )


def _tallies(counted: Iterable[ConflictCount], key: Callable[[ConflictCount], str]) -> dict[str, tuple[int, int, int]]:
    found: dict[str, Counter[Severity]] = defaultdict(Counter)
    for each in counted:
        found[key(each)][each.severity] += each.count
    return {name: (counts[_GRADES[0]], counts[_GRADES[1]], counts[_GRADES[2]]) for name, counts in found.items()}


def _times(
    counted: Sequence[ConflictCount], language: str
) -> tuple[list[tuple[str, tuple[int, int, int]]], Callable[[str], str]]:
    """Return all months from the first to the last, or all years, with their counts, and how they are called."""
    dated = [each for each in counted if each.month]
    months = sorted({each.month for each in dated})
    if not months:
        return [], str
    number = [int(month[:4]) * 12 + int(month[5:7]) - 1 for month in (months[0], months[-1])]
    if number[1] - number[0] < _MOST_TIMES:
        every = [f"{at // 12:04}-{at % 12 + 1:02}" for at in range(number[0], number[1] + 1)]
        found = _tallies(dated, lambda each: each.month)
        return [(each, found.get(each, (0, 0, 0))) for each in every], lambda month: day_words(month, language=language)
    found = _tallies(dated, lambda each: each.month[:4])
    years = [f"{year:04}" for year in range(int(months[0][:4]), int(months[-1][:4]) + 1)]
    return [(each, found.get(each, (0, 0, 0))) for each in years], str
