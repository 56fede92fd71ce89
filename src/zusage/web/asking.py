"""What a page function is handed: who asks for which address, of which ledger."""

from __future__ import annotations

from dataclasses import dataclass, field

from zusage.errors import ZusageError
from zusage.publish.disclosure import Disclosure, disclosure_for
from zusage.reconcile.naming import Names
from zusage.web.access import Visitor
from zusage.web.address import Address
from zusage.web.site import Site, Spot
from zusage.workflow.lookups import Lookups
from zusage.workflow.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Asked:
    """One question to a page; ``values`` are the parts of the path in braces, as ``{"entry": "3fa2…"}``.

    ``spots`` is written to when it is answered: where the answer is kept.
    """

    site: Site
    address: Address
    visitor: Visitor
    values: dict[str, str]
    spots: list[Spot] = field(default_factory=list, compare=False)

    @property
    def workspace(self) -> Workspace:
        """The ledger with its dossier."""
        return self.site.workspace

    @property
    def language(self) -> str:
        """Of the labels: de or en."""
        return self.address.language

    @property
    def names(self) -> Names:
        """What actors, persons and values are called."""
        return Names(self.address.language, self.site.workspace.dossier)

    @property
    def lookups(self) -> Lookups:
        """What the ledger holds for this visitor: everything, or what a public edition shows."""
        return self.site.lookups if self.visitor.sees_all else self.site.accepted

    @property
    def disclosure(self) -> Disclosure:
        """What of statements and texts this visitor may see."""
        return disclosure_for(sees_all=self.visitor.sees_all, free_hosts=self.site.serving.free_hosts)


class NotThereError(Exception):
    """What an address names is not in the ledger: the answer is a page that says so, with status 404."""


class FormError(ZusageError):
    """A form that is not taken: from elsewhere, too old, too large. ``status`` is what HTTP calls it."""

    def __init__(self, resource: object, problem: str, *, hint: str = "", status: int = 422) -> None:
        """Keep the parts apart."""
        super().__init__(resource, problem, hint=hint)
        self.status = status
