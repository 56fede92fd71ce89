"""A table for a narrow terminal: rows of aligned columns, each with words of any length wrapped underneath.

Column widths are worked out once for all rows, so that groups line up. Where even the least widths do not fit, each row
is one paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

GAP = 2
NOTE_LINES = 3


@dataclass(frozen=True, slots=True)
class Column:
    """A column: ``share`` of the width left over that it may take when its content is longer than ``least``."""

    title: str
    least: int = 4
    share: int = 0
    right: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Cells, and what stands underneath over the whole width."""

    cells: Sequence[str | Text]
    notes: Sequence[Text] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under a heading."""

    title: str
    rows: Sequence[Row] = field(default=())


def show_groups(console: Console, columns: Sequence[Column], groups: Sequence[Group], *, whole: bool = False) -> None:
    """Print groups of rows; notes are cut after three lines unless ``whole``."""
    rows = [row for group in groups for row in group.rows]
    widths = _widths(columns, rows, console.width - GAP)
    is_narrow = sum(widths) + GAP * len(columns) > console.width
    if not is_narrow:
        console.print(_line(columns, widths, [Text(column.title, style="dim") for column in columns]))
    for group in groups:
        if group.title:
            console.print()
            console.print(Rule(Text(group.title, style="bold"), align="left", characters="─", style="dim"))
        for row in group.rows:
            console.print(_joined(row.cells) if is_narrow else _line(columns, widths, row.cells))
            for note in row.notes:
                console.print(Padding(note if whole else _cut(console, note), (0, 1, 0, 2 * GAP + 2)))


def _line(columns: Sequence[Column], widths: Sequence[int], cells: Sequence[str | Text]) -> Padding:
    table = Table.grid(padding=(0, GAP, 0, 0), pad_edge=False)
    for column, width in zip(columns, widths, strict=True):
        table.add_column(width=width, justify="right" if column.right else "left", overflow="fold")
    table.add_row(*cells)
    return Padding(table, (0, 0, 0, GAP))


def _joined(cells: Sequence[str | Text]) -> Padding:
    """The cells of a row one after another, where there is no room for columns."""
    found = [cell if isinstance(cell, Text) else Text(cell) for cell in cells]
    return Padding(Text(" · ", style="dim").join(cell for cell in found if cell.plain.strip()), (0, 0, 0, GAP))


def _widths(columns: Sequence[Column], rows: Sequence[Row], width: int) -> list[int]:
    """Give each column what its content needs; where that is too much, the elastic ones share what is left."""
    wanted = [
        max([len(column.title), *(len(str(row.cells[index])) for row in rows)]) for index, column in enumerate(columns)
    ]
    room = width - GAP * (len(columns) - 1)
    if sum(wanted) <= room:
        return wanted
    fixed = [
        want if not column.share else min(want, column.least) for column, want in zip(columns, wanted, strict=True)
    ]
    left = max(0, room - sum(fixed))
    while left > 0:
        open_ = [index for index, column in enumerate(columns) if column.share and fixed[index] < wanted[index]]
        if not open_:
            break
        shares = sum(columns[index].share for index in open_)
        before = left
        for index in open_:
            more = min(wanted[index] - fixed[index], max(1, before * columns[index].share // shares), left)
            fixed[index] += more
            left -= more
    return fixed


def _cut(console: Console, note: Text) -> Text:
    lines = note.wrap(console, max(20, console.width - 2 * GAP - 3))
    if len(lines) <= NOTE_LINES:
        return note
    kept = Text("\n").join(lines[:NOTE_LINES])
    kept.rstrip()
    return kept + Text(" …", style="dim")
