"""The one tree of exceptions: every error names its resource and how to mend it.

Findings about a report (an undated meeting, an ambiguous name) are data, not exceptions. Standard library only.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class Wording(str):
    """Words of ours with their blanks filled, which remember both, so that they can be told in another language."""

    __slots__ = ("template", "values")

    template: str
    values: Mapping[str, object]


def wording(template: str, **values: object) -> Wording:
    """Fill the blanks of ``template``: ``wording("is larger than {most} bytes", most=9)``."""
    made = Wording(template.format(**values))
    made.template, made.values = template, values
    return made


class ZusageError(Exception):
    """Something the caller can mend.

    ``str(error)`` is one line: the resource, what is wrong with it, and the mend.
    """

    def __init__(self, resource: object, problem: str, *, hint: str = "") -> None:
        """Keep the parts apart, so that a page or a log can show them as it likes."""
        self.resource = resource if isinstance(resource, str) else str(resource)
        self.problem = problem
        self.hint = hint
        super().__init__(self.resource, problem, hint)

    def __reduce__(self) -> tuple[Any, ...]:
        """Cross from one process to another as it is."""
        return remade, (kept(self),), self.__dict__

    def __str__(self) -> str:
        """Return the error as one line."""
        line = f"{self.resource}: {self.problem}"
        return f"{line} ({self.hint})" if self.hint else line


class InputError(ZusageError):
    """A report that cannot be read: empty, binary, too large, in a language that is not supported."""


class FormatError(ZusageError):
    """A file that breaks its format: the codebook's JSON, a dossier, a lexicon."""


class QuoteError(ZusageError):
    """A quote that does not stand in the text it claims to come from."""


class DossierError(ZusageError):
    """A dossier that is missing or wrong."""


class LedgerError(ZusageError):
    """A ledger that cannot be opened, read or written."""


class MissingError(LedgerError):
    """Something that is asked for by its id and is not in the ledger, or is not the only one."""


class SettingsError(ZusageError):
    """A setting that has no such name or value."""


class DeliveryError(ZusageError):
    """A mail that cannot be written or handed over: a mailbox that is none, a server that does not listen."""


class AccessError(ZusageError):
    """Somebody could not show who he is, or may not do what he asks for.

    ``wait`` are the seconds after which it makes sense to try again, 0 where waiting does not help.
    """

    def __init__(self, resource: object, problem: str, *, hint: str = "", wait: int = 0) -> None:
        """Keep the parts apart."""
        super().__init__(resource, problem, hint=hint)
        self.wait = wait


def kept(error: ZusageError) -> dict[str, Any]:
    """Return an error as a record of plain values; `remade` makes an error of it that says the same."""
    said = {name: _kept_words(getattr(error, name)) for name in ("resource", "problem", "hint")}
    return {"sort": type(error).__name__, **said}


def remade(record: Mapping[str, Any]) -> ZusageError:
    """Make an error of its record; of a class that is not here it is a `ZusageError`."""
    sort = next((each for each in _sorts(ZusageError) if each.__name__ == record["sort"]), ZusageError)
    resource, problem, hint = (_remade_words(record[name]) for name in ("resource", "problem", "hint"))
    return sort(resource, problem, hint=hint)


def _sorts(sort: type[ZusageError]) -> list[type[ZusageError]]:
    return [sort, *(each for below in sort.__subclasses__() for each in _sorts(below))]


def _kept_words(words: str) -> str | dict[str, Any]:
    if not isinstance(words, Wording):
        return str(words)
    plain = {name: each if isinstance(each, int | float) else str(each) for name, each in words.values.items()}
    return {"template": words.template, "values": plain}


def _remade_words(words: str | Mapping[str, Any]) -> str:
    return words if isinstance(words, str) else wording(words["template"], **words["values"])
