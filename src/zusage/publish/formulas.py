"""No cell of a CSV file is a formula: reports come from anywhere, and nobody's words may run in a spreadsheet.

One guard for the exports, the pages and the commands. Standard library only. Source: OWASP, CSV Injection.
"""

from __future__ import annotations

import re

_SIGNS = r"[=+\-@\t\r\n＝＋－＠]"
_FORMULA = re.compile(f"'*{_SIGNS}")
_GUARDED = re.compile(f"'+{_SIGNS}")


def guarded(words: str) -> str:
    """Put an apostrophe in front of words that a spreadsheet would run, or would take for words with one in front."""
    return f"'{words}" if _FORMULA.match(words) else words


def unguarded(cell: str) -> str:
    """Take the apostrophe of `guarded` away: the words as they were."""
    return cell[1:] if _GUARDED.match(cell) else cell
