"""A reference as RIS, for EndNote, Zotero, Citavi and other programs that keep bibliographies.

Source: the format as Research Information Systems described it (2001, with its additions of 2011): two letters, two
spaces, a hyphen, a space; lines end with CR and LF; ``ER`` closes.
"""

from __future__ import annotations

from zusage.publish.citations.reference import Reference, one_line


def write_ris(reference: Reference) -> str:
    """Write a reference as one RIS record."""
    year, month, day = reference.day
    date = f"{year:04}/{month:02}/{day:02}"
    fields = (
        ("TY", "ELEC"),
        ("ID", reference.key),
        ("AU", _author(reference.author)),
        ("TI", reference.title),
        ("T2", reference.ledger),
        ("PY", f"{year:04}"),
        ("DA", date),
        ("Y2", date),
        ("ET", reference.version),
        ("LA", reference.language),
        ("UR", reference.url),
        ("N1", reference.note),
    )
    lines = [f"{tag}  - {one_line(words)}\r\n" for tag, words in fields if words]
    return f"{''.join(lines)}ER  - \r\n"


def _author(words: str) -> str:
    """A body's name; a comma at its end keeps programs from taking its last word for a family name."""
    return words if "," in words else f"{words},"
