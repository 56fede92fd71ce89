"""What went wrong, in the language of the page.

Errors are made in English, far from any page; those with blanks remember them (`zusage.errors.Wording`). Here they are told
again by their own translation, or, where there is none, by what their class means. `tools/check_translations.py` finds every
error that can reach a page and has no German.
"""

from __future__ import annotations

import re

from babel import Locale

from zusage.errors import (
    AccessError,
    DeliveryError,
    FormatError,
    InputError,
    LedgerError,
    MissingError,
    QuoteError,
    Wording,
    ZusageError,
)
from zusage.web.address import AddressError
from zusage.web.asking import FormError
from zusage.web.translating import number_words, to_translate, translations

CLASSES: tuple[tuple[type[ZusageError], str], ...] = (
    (AddressError, to_translate("cannot be understood as part of an address")),
    (FormError, to_translate("is not taken")),
    (MissingError, to_translate("is not in the ledger, or not the only one of that name")),
    (LedgerError, to_translate("the ledger cannot be used now")),
    (AccessError, to_translate("is not possible now, or not for this account")),
    (QuoteError, to_translate("these words do not stand in the text")),
    (FormatError, to_translate("is not written as it has to be")),
    (DeliveryError, to_translate("no mail can be sent there")),
    (InputError, to_translate("cannot be taken as it is")),
)
"""What an error of a class means where its own words have no translation; the first that fits."""

KINDS = (to_translate("entry"), to_translate("conflict"), to_translate("report"), to_translate("story"))
"""Of what an error says that it is not there."""

_GROUPED = re.compile(r"\{(\w+):,\}")
"""A blank with a number that is grouped."""

_FOR_TERMINALS = re.compile(r"(?:^|\s)(?:zusage \w|--\w|ZUSAGE_|pip )")
"""What a hint for somebody at a terminal has in it: it is of no use on a page."""


def is_for_terminals(hint: str) -> bool:
    """Say whether a hint names a command, an option or a setting."""
    return bool(_FOR_TERMINALS.search(hint))


def explain(error: ZusageError | str, *, language: str) -> str:
    """An error as one line in a language, without a hint that is for terminals."""
    if isinstance(error, str):
        return error
    gettext = translations(language).gettext
    said = _told(error.problem, language)
    if said == error.problem and language != "en":
        said = next((gettext(words) for sort, words in CLASSES if isinstance(error, sort)), error.problem)
    line = f"{_told(error.resource, language)}: {said}"
    return line if not error.hint or is_for_terminals(error.hint) else f"{line} ({_told(error.hint, language)})"


def _told(words: str, language: str) -> str:
    """Words in another language, with the values that their own had in the blanks.

    A ``kind`` is a word of ours, a ``language`` a name in English; numbers that English groups are grouped as the language
    does.
    """
    gettext = translations(language).gettext
    if language == "en" or not isinstance(words, Wording):
        return gettext(words)
    values = dict(words.values)
    if isinstance(kind := values.get("kind"), str):
        values["kind"] = gettext(kind)
    if isinstance(named := values.get("language"), str):
        values["language"] = _language_name(named, language)
    for name in _GROUPED.findall(words.template):
        values[name] = number_words(float(str(values[name])), language=language)
    return gettext(words.template).format(**values)


def _language_name(english: str, language: str) -> str:
    """What a language is called: "French" is "Französisch"; a name that is not known stays."""
    code = next((code for code, name in Locale("en").languages.items() if name == english), "")
    return str(Locale(language).languages.get(code, english))
