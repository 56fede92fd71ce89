"""Every word of the pages has a German one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from zusage.model.statement import Quantity
from zusage.web.translating import amount_words, day_words, number_words, translations

TOOL = Path(__file__).resolve().parents[2] / "tools/check_translations.py"


def test_all_words_are_translated() -> None:
    run = subprocess.run([sys.executable, str(TOOL)], capture_output=True, text=True, check=False)  # noqa: S603 - our own script
    assert run.returncode == 0, run.stdout


def test_days_and_numbers_follow_the_language() -> None:
    assert day_words("2025-09-04", "long", language="de") == "4. September 2025"
    assert day_words("2025-09-04", "long", language="en") == "4 September 2025"
    assert day_words("2025-09", language="de") == "September 2025"
    assert day_words("2025", language="en") == "2025"
    assert day_words(None, language="en") == ""
    assert number_words(15000, language="de") == "15.000"


def test_amounts_have_units_of_the_language() -> None:
    assert amount_words(Quantity(None, 15000, "persons"), language="de") == "≤ 15.000 Personen"
    assert amount_words(Quantity(6, 6, "items"), language="en") == "6"
    assert amount_words(Quantity(2.5e9, 2.5e9, "EUR"), language="en").startswith("2.5")
    assert amount_words(None, language="en") == ""


def test_english_needs_no_catalogue() -> None:
    assert translations("en").gettext("Ledger") == "Ledger"
    assert translations("de").gettext("Ledger") == "Zusagen"
