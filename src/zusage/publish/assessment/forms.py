"""The forms in which a report is written to a file: JSON, an SVG chart, an HTML page."""

from __future__ import annotations

import json

from zusage.publish.assessment.drawings import coverage_chart
from zusage.publish.assessment.page import write_page
from zusage.publish.assessment.record import report_record
from zusage.publish.assessment.report import Report
from zusage.publish.svg import standalone


def write(report: Report, language: str, form: str) -> str:
    """Write a report as ``json``, ``svg`` (coverage only) or ``html``, without a last line end."""
    if form == "json":
        return json.dumps(report_record(report, report.words(language)), ensure_ascii=False, indent=2)
    if form == "svg":
        return standalone(coverage_chart(report.base, report.source, report.words(language))).rstrip("\n")
    return write_page(report, language).rstrip("\n")
