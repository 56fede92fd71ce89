"""The quotes as Web Annotations: each statement a tag on the exact words of its report, for annotation tools.

Each target has a TextQuoteSelector (words with what stands before and after) and a TextPositionSelector (characters of the
text that was read, whose digest stands beside it, since a page's text depends on who extracts it).

Source: https://www.w3.org/TR/annotation-model/
"""

from __future__ import annotations

import json
from typing import Any

from zusage.model.codebook import encode_statement
from zusage.model.quote import Quote
from zusage.model.report import digest
from zusage.model.statement import Statement
from zusage.publish.exports.edition import NOTE, Edition, status_of
from zusage.reconcile import Claim

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"zusage": "urn:zusage:term:"}]


def write_annotations(edition: Edition) -> dict[str, bytes]:
    """Return a page of annotations (JSON-LD) as one file, one annotation per statement with a quote."""
    items = [_annotation(claim, claim.statement.quote) for claim in edition.claims if claim.statement.quote is not None]
    page = {
        "@context": CONTEXT,
        "id": f"urn:zusage:annotations:{edition.dossier.id}",
        "type": "AnnotationPage",
        "zusage:title": edition.title,
        "zusage:note": NOTE,
        "startIndex": 0,
        "items": items,
    }
    return {"annotations.jsonld": (json.dumps(page, ensure_ascii=False, indent=1) + "\n").encode()}


def _annotation(claim: Claim, quote: Quote) -> dict[str, Any]:
    return {
        "id": f"urn:zusage:statement:{claim.id}",
        "type": "Annotation",
        "motivation": "classifying",
        "zusage:status": status_of(claim),
        "zusage:synthetic": claim.report.synthetic,
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "format": "text/plain", "value": words}
            for words in _tags(claim.statement)
        ],
        "target": {
            "source": claim.report.address or f"urn:zusage:report:{claim.report.id}",
            "zusage:report": claim.report.id,
            "zusage:textDigest": f"sha256:{digest(claim.report.text)}",
            "selector": [
                {"type": "TextQuoteSelector", "exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix},
                {"type": "TextPositionSelector", "start": quote.start, "end": quote.end},
            ],
        },
    }


def _tags(statement: Statement) -> list[str]:
    """The statement's kind, then its values as NAME:VALUE; lists and amounts as JSON."""
    record = {name: value for name, value in encode_statement(statement).items() if name not in {"quote", "evidence"}}
    values = ((name, value) for name, value in record.items() if value not in (None, []))
    return [str(statement.kind), *(f"{name}:{_word(value)}" for name, value in values)]


def _word(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else str(value)
