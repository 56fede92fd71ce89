"""Records: frozen dataclasses that are made by the thousand for each report.

The guard of a frozen dataclass makes each assignment in its own ``__init__`` a call, so that making one takes twice as long.
Type checkers see `dataclasses.dataclass`: to them an assignment from outside is an error. Standard library only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    from dataclasses import dataclass

    def record(*, frozen: bool, **options: Any) -> Any:
        """Make a dataclass that is compared and hashed as a frozen one is."""
        return dataclass(unsafe_hash=frozen, **options)


__all__ = ["record"]
