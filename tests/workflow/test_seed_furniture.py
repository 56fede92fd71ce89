"""A real report with job ads, book lists and a comment policy behind it: none of them says anything, nothing of it is lost.

The text is read from $ZUSAGE_DATA; its body ends where the first line with a list sign begins.
"""

from __future__ import annotations

import html
import os
from pathlib import Path

import pytest

from zusage.dossier import load_dossier
from zusage.intake.reports import Intake, Item, read_reports
from zusage.intake.source import Source
from zusage.model.report import Reading
from zusage.workflow.steps import load_reader, read_safely


@pytest.fixture(scope="module")
def text() -> str:
    folder = Path(os.environ.get("ZUSAGE_DATA", "")) / "seeds"
    found = sorted(folder.glob("000_*.txt")) if os.environ.get("ZUSAGE_DATA") else []
    if not found:
        pytest.skip("ZUSAGE_DATA names no folder with seeds/")
    return found[0].read_text("utf-8")


def as_page(text: str) -> bytes:
    """Put each line into a paragraph of a page, lines with a list sign into a list."""
    lines = [line for line in text.split("\n") if line.strip()]
    parts = [
        f"<li>{html.escape(line[2:])}</li>" if line.startswith("- ") else f"<p>{html.escape(line)}</p>"
        for line in lines
    ]
    return f"<html lang='de'><body><article>{''.join(parts)}</article></body></html>".encode()


def read(source: Source) -> Reading:
    (item,) = read_reports(source, Intake())
    assert isinstance(item, Item)
    reading = read_safely(item.resource, item.report, load_dossier("ukraine-guarantees"), load_reader())
    assert isinstance(reading, Reading)
    return reading


@pytest.mark.parametrize("form", ["plain", "page"])
def test_furniture_says_nothing_and_the_body_is_whole(text: str, form: str) -> None:
    content = text.encode() if form == "plain" else as_page(text)
    reading = read(Source("seed", content, kind=form))
    report = reading.report
    end = report.text.index("\n- ")
    body = [line.strip() for line in text[: text.index("\n- ")].split("\n") if line.strip()]
    assert all(line in report.text[:end] for line in body)
    marked = [one.span for one in report.furniture]
    assert all(span.start >= end for span in marked)
    assert sum(span.end - span.start for span in marked) > 0.9 * len(report.text[end:].strip())
    places = [statement.quote.start for statement in reading.statements if statement.quote is not None]
    assert places
    assert max(places) < end
