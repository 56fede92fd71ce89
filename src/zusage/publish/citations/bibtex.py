"""A reference as BibTeX, for LaTeX and for programs that keep bibliographies.

``@misc`` with an address is what both BibTeX and biblatex understand. Source: O. Patashnik, BibTeXing (1988):
section 3.1 (fields), 4 (braces); the signs that mean something to TeX are in The TeXbook, chapter 7.
"""

from __future__ import annotations

from zusage.publish.citations.reference import Reference, one_line

_MEANINGFUL = {
    "\\": r"\textbackslash{}",
    # a brace is counted by BibTeX even after a backslash, so that a lone one has to go by its name
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "`": "{`}",  # alone, or "?`" would be printed as "¿"
    **{sign: f"\\{sign}" for sign in "$&%#_"},
}


def write_bibtex(reference: Reference) -> str:
    """Write a reference as one BibTeX entry in UTF-8, its title and author protected from changes of case."""
    year, month, day = reference.day
    fields = {
        "author": f"{{{_escape(reference.author)}}}",
        "title": f"{{{_escape(reference.title)}}}",
        "howpublished": _escape(reference.ledger),
        "year": str(year),
        "month": str(month),
        "day": str(day),
        "version": _escape(reference.version),
        "url": reference.url,
        "urldate": reference.as_of,
        "language": {"de": "german", "en": "english"}.get(reference.language, reference.language),
        "note": _escape(reference.note),
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
    return f"@misc{{{reference.key},\n{''.join(lines)}}}\n"


def _escape(words: str) -> str:
    """Write words so that TeX prints them as they are."""
    return "".join(_MEANINGFUL.get(sign, sign) for sign in one_line(words))
