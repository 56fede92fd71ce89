"""What we write as a citation is what programs of others read: bibtexparser, rispy and citeproc."""

from __future__ import annotations

import io
import json
import re
import unicodedata
import warnings

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from hypothesis import example, given
from hypothesis import strategies as st

from zusage.publish.citations.bibtex import write_bibtex
from zusage.publish.citations.csl import csl_item, write_csl
from zusage.publish.citations.forms import FORMS, write_sentence
from zusage.publish.citations.reference import Reference, one_line
from zusage.publish.citations.ris import write_ris

SIGNS = r"""{ } \ $ & % # _ ~ ^ " ' @ , = “Größe” – Łódź"""


def reference(**changes: str) -> Reference:
    whole = {
        "name": "entry 3f51",
        "title": f"Estland: Truppen {SIGNS}",
        "ledger": "Security guarantees",
        "author": "Zusage",
        "as_of": "2026-01-08",
        "version": "revision 0a1b2c",
        "address": "https://ledger.example/de/entries/3f51?as_of=2026-01-08",
        "language": "de",
        "note": "maschinell gelesen, ungeprüft",
    }
    return Reference(**whole | changes)


def read_bibtex(written: str) -> dict[str, str]:
    """The fields of the one entry, as an independent parser reads them, TeX's macros resolved."""
    library = parse_string(written, append_middleware=[LatexDecodingMiddleware()])
    assert library.failed_blocks == []
    (entry,) = library.entries
    accents = str.maketrans("ˆ˜", "^~")  # the parser takes the two lone signs for accents
    return {"": entry.key, **{field.key: field.value.translate(accents) for field in entry.fields}}


def test_bibtex_is_read_as_it_was_meant() -> None:
    read = read_bibtex(write_bibtex(reference()))
    assert read[""] == "zusage-entry-3f51-2026-01-08"
    assert _plain(read["title"]) == _plain(f"Estland: Truppen {SIGNS}")
    assert read["url"] == "https://ledger.example/de/entries/3f51?as_of=2026-01-08"
    assert (read["year"], read["month"], read["day"], read["urldate"]) == ("2026", "1", "8", "2026-01-08")
    assert read["version"] == "revision 0a1b2c"


def test_a_lone_brace_does_not_end_the_entry() -> None:
    for sign in "{}":
        written = write_bibtex(reference(title=f"a {sign} b"))
        assert written.count("{") == written.count("}")


def test_ris_is_read_as_it_was_meant() -> None:
    written = write_ris(reference())
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in written.split("\r\n")[:-1])
    (read,) = rispy.load(io.StringIO(written.replace("\r\n", "\n")))
    assert read["type_of_reference"] == "ELEC"
    assert read["title"] == f"Estland: Truppen {SIGNS}"
    assert read["authors"] == ["Zusage,"]
    assert read["date"] == "2026/01/08"
    assert read["urls"] == ["https://ledger.example/de/entries/3f51?as_of=2026-01-08"]
    assert read["notes"] == ["maschinell gelesen, ungeprüft"]


def test_csl_is_set_by_citeproc() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the library's own remarks on a style that it brings
        from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter  # noqa: PLC0415
        from citeproc.source.json import CiteProcJSON  # noqa: PLC0415

        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        items = json.loads(write_csl(reference(title="Estland: Truppen & Schiffe")))
        bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
        bibliography.register(Citation([CitationItem(items[0]["id"])]))
        (line,) = (str(each) for each in bibliography.bibliography())
    assert "Estland: Truppen & Schiffe" in line
    assert "Zusage" in line
    assert "https://ledger.example/de/entries/3f51" in line


def test_csl_says_the_day_twice() -> None:
    item = csl_item(reference())
    assert item["issued"] == item["accessed"] == {"date-parts": [[2026, 1, 8]]}


@pytest.mark.parametrize(
    ("language", "words"),
    [("de", "Stand 8. Januar 2026"), ("en", "as of 8 January 2026")],
)
def test_the_sentence_says_as_of_when(language: str, words: str) -> None:
    written = write_sentence(reference(language=language))
    assert words in written
    assert written.endswith("https://ledger.example/de/entries/3f51?as_of=2026-01-08")


def test_addresses_are_ascii() -> None:
    for form in FORMS.values():
        assert "https://ledger.example/de/actors/group:%7Bx%7D%20%C3%A4" in form.write(
            reference(address="https://ledger.example/de/actors/group:{x} ä")
        ).replace("\\/", "/")


TEXTS = st.text(st.characters(codec="utf-8"), max_size=40)


@example("?`", "!`")
@given(TEXTS, TEXTS)
def test_any_words_come_back(title: str, ledger: str) -> None:
    made = reference(title=f"T {title}", ledger=f"L {ledger}")
    wanted = one_line(made.title)
    assert json.loads(write_csl(made))[0]["title"] == wanted
    (read,) = rispy.load(io.StringIO(write_ris(made).replace("\r\n", "\n"), newline="\n"))
    assert read["title"] == wanted
    bibtex = write_bibtex(made)
    assert bibtex.count("{") == bibtex.count("}")
    assert _plain(read_bibtex(bibtex)["title"]) == _plain(wanted)


def _plain(words: str) -> str:
    """Without what the parser's own decoding of TeX changes: its ligatures, its spaces, its braces."""
    return re.sub(r"[\s{}`'\"“”‘’«»¡¿<>–—-]", "", unicodedata.normalize("NFC", words))
