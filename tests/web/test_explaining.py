"""Errors and reasons are told in the language of the page; what they name stays."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from zusage.errors import FormatError, InputError, LedgerError, MissingError, ZusageError
from zusage.reconcile.wording import reason_words
from zusage.web.asking import FormError
from zusage.web.explaining import CLASSES, PROBLEMS, explain
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


def test_all_that_is_known_has_german() -> None:
    gettext = translations("de").gettext
    known = (*(words for _, words in CLASSES), *PROBLEMS)
    assert [each for each in known if gettext(each) == each] == []


def test_reasons_of_the_samples_are_german(client: TestClient, site: Site) -> None:
    story = max(Lookups(site.workspace).stories(), key=lambda each: each.reports)
    page = client.get(f"/de/stories/{story.id}").text
    assert "the input names" not in page
    assert "die Eingabe nennt das Ereignis" in page
    assert reason_words("nobody knows", "de") == "nobody knows"
