"""The event list of the Discourse Network Analyzer: one line per statement, for DNA, rDNA and ``read.csv`` in R.

How statements become events is fixed here and documented in docs/reference/exports.md. The form (semicolons, days with a
time, whole numbers as ids, semicolons and quotation marks within texts replaced) is that of DNA's own event lists.

Source: https://github.com/leifeld/dna, Exporter, eventCSV.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from zusage.model.report import Report
from zusage.model.statement import Commitment, Position
from zusage.model.values import Aim, Firmness, Stance
from zusage.publish.exports.edition import Edition, status_of
from zusage.reconcile import Claim
from zusage.reconcile.firmness import AGAINST, day_of

COLUMNS = {
    "statement_id": "number of the event in this file, from 1",
    "time": "day on which it was said (else the report's day), at 00:00:00; empty where neither is known",
    "document_id": "number of the report in this file, from 1",
    "document_title": "its headline",
    "document_author": "its byline, else the agency or outlet that it credits",
    "document_source": "its outlet, else its address, else its name",
    "document_section": "id of its story",
    "document_type": "news, official or transcript",
    "person": "who says it, where a person",
    "organization": "the actor whose contribution or opinion it is",
    "concept": "a proposal (a topic of the codebook), or “contributes MEASURE”",
    "agreement": "1 for, 0 against",
    "text": "the exact words, semicolons and quotation marks replaced as DNA does",
    "kind": "position or commitment",
    "stance": "of a position: supports, opposes, demands, doubts",
    "aim": "of a position: more or less of the proposal",
    "firmness": "of a commitment",
    "zusage_id": "id of the statement in the ledger",
    "report": "id of the report in the ledger",
    "status": "unreviewed, accepted, corrected or coded",
    "synthetic": "true where the report is a made-up sample",
}
"""The columns with what they hold; the first twelve are those of DNA."""


def write_events(edition: Edition) -> dict[str, bytes]:
    """Return the event list as one file: positions and commitments that are for or against something, in order of time."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(COLUMNS)
    numbers = {report.id: number for number, report in enumerate(edition.reports, 1)}
    events = sorted(_events(edition), key=lambda each: (each["time"], numbers[each["report"]], each["zusage_id"]))
    for number, event in enumerate(events, 1):
        numbered = event | {"statement_id": number, "document_id": numbers[event["report"]]}
        writer.writerow([numbered[name] for name in COLUMNS])
    return {"events.csv": out.getvalue().encode()}


def agreement(statement: Commitment | Position) -> int | None:
    """Return 1 for, 0 against, None for neither (an observed absence; examining is for).

    Who supports or demands a thing is for it, who opposes or doubts it against; where the aim is less of it, the other
    way round: "demands that sanctions be lifted" is against sanctions.
    """
    if isinstance(statement, Commitment):
        return None if statement.firmness is Firmness.WITHHELD else int(statement.firmness not in AGAINST)
    is_for = statement.stance in {Stance.SUPPORTS, Stance.DEMANDS}
    return int(is_for is not (statement.aim is Aim.LESS))


def _events(edition: Edition) -> Iterator[dict[str, Any]]:
    for claim in edition.claims:
        said = claim.statement
        if not isinstance(said, Commitment | Position) or status_of(claim) == "rejected":
            continue
        agrees = agreement(said)
        if agrees is not None:
            yield _document(claim.report, edition) | _event(claim, said, edition) | {"agreement": agrees}


def _event(claim: Claim, said: Commitment | Position, edition: Edition) -> dict[str, Any]:
    if isinstance(said, Commitment):
        day, concept = day_of(claim, said), f"contributes {said.measure}"
        more = {"stance": "", "aim": "", "firmness": str(said.firmness)}
    else:
        day, concept = day_of(claim, said), said.topic
        more = {"stance": str(said.stance), "aim": str(said.aim or Aim.MORE), "firmness": ""}
    person = edition.speaker(said.speaker) if said.speaker and edition.is_person(said.speaker) else ""
    return more | {
        "time": f"{day} 00:00:00" if day else "",
        "person": _words(person),
        "organization": _words(edition.actor(said.actor)),
        "concept": concept,
        "text": _words(said.quote.exact),
        "kind": str(said.kind),
        "zusage_id": claim.id,
        "report": claim.report.id,
        "status": status_of(claim),
        "synthetic": str(claim.report.synthetic).lower(),
    }


def _document(report: Report, edition: Edition) -> dict[str, Any]:
    return {
        "document_title": _words(report.title),
        "document_author": _words(report.byline or report.credit or ""),
        "document_source": _words(report.outlet or report.address or report.name or ""),
        "document_section": edition.story_of.get(report.id, ""),
        "document_type": str(report.source_kind or "news"),
    }


def _words(text: str) -> str:
    """Text on one line, without the signs that DNA's own files never hold."""
    return " ".join(text.replace(";", ",").replace('"', "'").split())
