"""Zusage: who has really promised what, on which condition, in which words, and does it add up?

The public interface is imported on first use, so that ``import zusage`` stays cheap:

    >>> import zusage
    >>> report = zusage.Report(text="Estland will eine Kompanie schicken.", language="de")
    >>> reading = zusage.read_report(report, zusage.load_dossier("ukraine-guarantees"))
    >>> [(c.actor, c.measure, c.firmness.value) for c in reading.commitments]
    [('ee', 'troops', 'signalled')]
"""

from __future__ import annotations

import os

_COMPILED = os.path.join(os.path.dirname(__file__), "..", "..", "build", "compiled")  # noqa: PTH118, PTH120 - at hand at every start
_WANTED = os.environ.get("ZUSAGE_COMPILED", "")
if _WANTED == "1" or (_WANTED != "0" and os.path.isdir(_COMPILED)):  # noqa: PTH112 - as above
    from zusage.compiled import use_compiled

    use_compiled(__path__, _WANTED)

__version__ = "0.1.0"

_PUBLIC = {
    "Reading": "zusage.model.report",
    "Report": "zusage.model.report",
    "ZusageError": "zusage.errors",
    "load_dossier": "zusage.dossier",
    "read_report": "zusage.reading.report",
}
"""Public name → the module that has it."""

__all__ = ["Reading", "Report", "ZusageError", "__version__", "load_dossier", "read_report"]


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for."""
    if name not in _PUBLIC:
        raise AttributeError(f"module 'zusage' has no attribute {name!r}")
    import importlib  # noqa: PLC0415 — at the top it would cost every import of the package

    return getattr(importlib.import_module(_PUBLIC[name]), name)


def __dir__() -> list[str]:
    """List the public names."""
    return sorted(__all__)
