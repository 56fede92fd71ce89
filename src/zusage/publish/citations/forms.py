"""The forms of a citation, by the ending of the address where a page has it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from zusage.publish.citations.bibtex import write_bibtex
from zusage.publish.citations.csl import write_csl
from zusage.publish.citations.reference import Reference, one_line
from zusage.publish.citations.ris import write_ris
from zusage.reconcile.wording import day_label


@dataclass(frozen=True, slots=True)
class Form:
    """A form: what people call it, its media type, and what writes it."""

    name: str
    media_type: str
    write: Callable[[Reference], str]


FORMS: dict[str, Form] = {
    "bib": Form("BibTeX", "application/x-bibtex; charset=utf-8", write_bibtex),
    "ris": Form("RIS", "application/x-research-info-systems; charset=utf-8", write_ris),
    "csl.json": Form("CSL-JSON", "application/vnd.citationstyles.csl+json", write_csl),
}


def write_sentence(reference: Reference) -> str:
    """Write a reference as a sentence to be copied: "Zusage: Estonia: troops. Ledger, as of 8 January 2026, … URL"."""
    day = day_label(reference.as_of, reference.language)
    stand = f"Stand {day}" if reference.language == "de" else f"as of {day}"
    parts = (reference.author, f"{reference.title}. {reference.ledger}, {stand}, {reference.version}")
    note = f" ({reference.note})" if reference.note else ""
    return one_line(f"{': '.join(parts)}{note}. {reference.url}")
