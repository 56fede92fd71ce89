"""Errors and reasons are told in the language of the page; what they name stays."""

from __future__ import annotations

import pickle

import pytest
from starlette.testclient import TestClient

from zusage.errors import FormatError, InputError, LedgerError, MissingError, ZusageError, kept, remade, wording
from zusage.reconcile.wording import reason_words
from zusage.web.asking import FormError
from zusage.web.explaining import CLASSES, explain, is_for_terminals
from zusage.web.site import Site
from zusage.web.translating import translations
from zusage.workflow.lookups import Lookups


@pytest.mark.parametrize(
    ("error", "german"),
    [
        (MissingError("entry 3fa2", "is not in the ledger"), "entry 3fa2: ist nicht im Hauptbuch"),
        (
            FormError("the form", "is larger than 9 bytes", hint="send less"),
            "das Formular: wird nicht angenommen (schicken Sie weniger)",
        ),
        (FormatError("min", "“x” is no number", hint="2.5"), "min: ist nicht so geschrieben, wie es sein muss (2.5)"),
        (InputError("a.pdf", "holds a riddle"), "a.pdf: lässt sich so nicht annehmen"),
        (LedgerError("ledger", "is locked"), "ledger: das Hauptbuch ist jetzt nicht zu benutzen"),
        (ZusageError("x", "of no known class"), "x: of no known class"),
    ],
)
def test_errors_in_both_languages(error: ZusageError, german: str) -> None:
    assert explain(error, language="de") == german
    assert explain(error, language="en") == str(error)


def test_an_error_remembers_its_blanks_and_is_told_with_them() -> None:
    error = MissingError(
        wording("{kind} {name}", kind="entry", name="3fa2"), "is not in the ledger", hint="zusage ledger"
    )
    assert explain(error, language="de") == "Eintrag 3fa2: ist nicht im Hauptbuch"
    assert explain(error, language="en") == "entry 3fa2: is not in the ledger"  # who reads pages has no terminal
    assert str(error) == "entry 3fa2: is not in the ledger (zusage ledger)"
    many = InputError(
        "a.txt", wording("has more than {limit:,} characters", limit=15_000), hint="give one report per file"
    )
    assert explain(many, language="de") == "a.txt: hat mehr als 15.000 Zeichen (geben Sie je Datei einen Bericht)"
    assert str(many) == "a.txt: has more than 15,000 characters (give one report per file)"
    assert explain(pickle.loads(pickle.dumps(many)), language="de") == explain(many, language="de")  # noqa: S301 - ours
    french = InputError("a.txt", wording("is in {language}; only German and English are read", language="French"))
    assert explain(french, language="de") == (
        "a.txt: ist in einer anderen Sprache (Französisch); gelesen werden nur Deutsch und Englisch"
    )
    assert explain(french, language="en") == "a.txt: is in French; only German and English are read"
    fetched = InputError(
        "https://a.example", wording("its host {host} is not known", host="a"), hint="check the address"
    )
    assert explain(remade(kept(fetched)), language="de").startswith("https://a.example: der Server a ist nicht bekannt")


@pytest.mark.parametrize(
    ("hint", "answer"),
    [
        ("zusage ledger shows them", True),
        ("if it is not, say --language", True),
        ("set ZUSAGE_ADDRESS", True),
        ("try again later", False),
        ("write it as 2025-09-04", False),
    ],
)
def test_hints_for_terminals_are_told_from_others(hint: str, *, answer: bool) -> None:
    assert is_for_terminals(hint) is answer


def test_all_that_is_known_has_german() -> None:
    gettext = translations("de").gettext
    known = [words for _, words in CLASSES]
    assert [each for each in known if gettext(each) == each] == []


def test_reasons_of_the_samples_are_german(client: TestClient, site: Site) -> None:
    story = max(Lookups(site.workspace).stories(), key=lambda each: each.reports)
    page = client.get(f"/de/stories/{story.id}").text
    assert "the input names" not in page
    assert "die Eingabe nennt das Ereignis" in page
    assert reason_words("nobody knows", "de") == "nobody knows"
