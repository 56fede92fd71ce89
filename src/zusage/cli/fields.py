"""Values of statements' fields as people type them: FIELD=VALUE, JSON for more than a word."""

from __future__ import annotations

import json
import shlex
from typing import Any

from zusage.errors import FormatError


def assignment(words: str) -> tuple[str, Any]:
    """Split FIELD=VALUE; a value that is JSON is taken as such, else as it stands.

    Raises:
        FormatError: there is no =.
    """
    name, sign, value = words.partition("=")
    if not sign:
        raise FormatError(words, "has no =", hint="write FIELD=VALUE")
    try:
        return name.replace("-", "_"), json.loads(value)
    except ValueError:
        return name.replace("-", "_"), value


def assignments(line: str) -> dict[str, Any]:
    """Take a line of assignments apart; quotation marks hold a value with blanks together.

    Raises:
        FormatError: a part has no =, or a quotation mark is open.
    """
    try:
        parts = shlex.split(line)
    except ValueError as problem:
        raise FormatError(line, "has an open quotation mark", hint="close it") from problem
    return dict(assignment(part) for part in parts)
