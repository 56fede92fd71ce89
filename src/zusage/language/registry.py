"""One entry for every language: the analyser is imported when its language first comes up.

The German analyser loads a morphology of its own; a program that only reads English never pays for it, and the other
way round. Uses the analysers of `zusage.language` and `zusage.errors`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module

from zusage.errors import InputError
from zusage.language.analysis import Analysis

_ANALYSERS = {"de": "zusage.language.german", "en": "zusage.language.english"}
LANGUAGES = tuple(_ANALYSERS)


def analyse(text: str, language: str) -> Analysis:
    """Return the analysis of a text in one of `LANGUAGES` (ISO 639-1; "de-AT" counts as "de").

    An empty text gives an empty analysis.

    Raises:
        InputError: The language has no analyser.
    """
    return _load(language.lower().replace("_", "-").split("-")[0])(text)


@cache
def _load(language: str) -> Callable[[str], Analysis]:
    module = _ANALYSERS.get(language)
    if module is None:
        raise InputError(language, "there is no analyser for this language", hint=f"one of {', '.join(LANGUAGES)}")
    found: Callable[[str], Analysis] = import_module(module).analyse
    return found
