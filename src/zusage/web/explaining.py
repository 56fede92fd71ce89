"""What went wrong, in the language of the page.

Errors are made in English, far from any page. Here they are told again: what is always worded the same way by
its own translation, anything else by what its class means. Resource and hint stay, translated where they are known.
"""

from __future__ import annotations

from collections.abc import Callable

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
from zusage.web.translating import to_translate, translations

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

PROBLEMS = (
    *(to_translate("is not in the ledger"), to_translate("does not exist"), to_translate("cannot be understood")),
    *(to_translate("is too old, or does not come from a page of ours"), to_translate("is not for you to do")),
    *(
        to_translate("is not sent as a form"),
        to_translate("took too long to arrive"),
        to_translate("is given more than once"),
        to_translate("is no day"),
    ),
    *(to_translate("is no whole number"), to_translate("is no address of the web"), to_translate("names nothing")),
    *(to_translate("has neither an address nor a text"), to_translate("are not taken here")),
    *(to_translate("has no reason"), to_translate("is no step of firmness"), to_translate("is not beside the package")),
    *(to_translate("were asked for too often from your network"), to_translate("subscriptions")),
    *(to_translate("were sent too often from your network"), to_translate("does not stand in the text")),
    *(to_translate("the form"), to_translate("this"), to_translate("remarks"), to_translate("the decision")),
    *(to_translate("go back, reload the page and send it again"), to_translate("sign in first")),
    *(to_translate("an admin can give the account another role"), to_translate("send less")),
    *(to_translate("give it once"), to_translate("write it as 2025-09-04"), to_translate("paste one of them")),
    *(to_translate("it begins with https://"), to_translate("nobody is there to look at them")),
    *(to_translate("choose statements or an entry"), to_translate("try again later"), to_translate("give more of it")),
    to_translate("go back and choose the rule that the remark breaks"),
    *(to_translate("copy the words exactly"), to_translate("wait for one to end")),
    *(to_translate("is one too many: {most} are being added"), to_translate("stopped the server {times} times")),
    *(to_translate("met a fault of the program: {name}"), to_translate("report it, please")),
    to_translate("try it with zusage add"),
)
"""Problems, resources and hints that are always worded so."""


def explain(error: ZusageError | str, *, language: str) -> str:
    """An error as one line in a language; English is as it was made."""
    if isinstance(error, str) or language == "en":
        return str(error)
    gettext = translations(language).gettext
    said = _told(error.problem, gettext)
    if said == error.problem:
        said = next((gettext(words) for sort, words in CLASSES if isinstance(error, sort)), error.problem)
    line = f"{_told(error.resource, gettext)}: {said}"
    return f"{line} ({_told(error.hint, gettext)})" if error.hint else line


def _told(words: str, gettext: Callable[[str], str]) -> str:
    """Words in another language, with the values that their own had in the blanks."""
    if isinstance(words, Wording):
        return gettext(words.template).format(**words.values)
    return gettext(words)
