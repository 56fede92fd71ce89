"""The one tree of exceptions: every error names its resource and how to mend it.

Findings about a report (an undated meeting, an ambiguous name) are data, not exceptions. Standard library only.
"""

from __future__ import annotations


class ZusageError(Exception):
    """Something the caller can mend.

    ``str(error)`` is one line: the resource, what is wrong with it, and the mend.
    """

    def __init__(self, resource: object, problem: str, *, hint: str = "") -> None:
        """Keep the parts apart, so that a page or a log can show them as it likes."""
        self.resource = str(resource)
        self.problem = problem
        self.hint = hint
        super().__init__(self.resource, problem, hint)

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
