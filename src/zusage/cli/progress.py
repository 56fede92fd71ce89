"""Progress on standard error for what takes longer than a second: done, total, rate, failures so far."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from time import monotonic
from typing import TypeVar

from zusage.cli.output import make_console

Element = TypeVar("Element")

PATIENCE = 1.0
"""Seconds after which progress is shown."""


def with_progress(
    elements: Iterable[Element],
    about: str,
    *,
    total: int | None = None,
    at_once: bool = False,
    is_failure: Callable[[Element], bool] = lambda _: False,
) -> Iterator[Element]:
    """Hand elements on, and show how far they are where standard error is a terminal; ``at_once`` without patience."""
    if not sys.stderr.isatty():
        yield from elements
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = (
        TextColumn("{task.description}"),
        BarColumn(bar_width=30),
        MofNCompleteColumn() if total is not None else TextColumn("{task.completed:.0f}"),
        TextColumn("{task.fields[rate]}", style="dim"),
        TextColumn("{task.fields[failed]}", style="red"),
        TimeElapsedColumn(),
    )
    start, done, failed = monotonic(), 0, 0
    progress = Progress(
        *columns,
        console=make_console(stderr=True),
        transient=not at_once,
        redirect_stdout=sys.stdout.isatty(),  # else results would go to standard error
    )
    task = progress.add_task(about, total=total, rate="", failed="")
    shown = False
    try:
        for element in elements:
            if not shown and (at_once or monotonic() - start > PATIENCE):
                progress.start()
                shown = True
            yield element
            done += 1
            failed += is_failure(element)
            rate = f"{done / max(monotonic() - start, 1e-9):.1f}/s"
            progress.update(task, completed=done, rate=rate, failed=f"{failed} failed" if failed else "")
    finally:
        if shown:
            progress.stop()
