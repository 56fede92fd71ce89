"""The console that all commands print on."""

from __future__ import annotations

from rich.console import Console


class PatientConsole(Console):
    """A console whose pipe may be closed (``| head``): that is no failure, the program ends there with status 0."""

    def on_broken_pipe(self) -> None:
        """Leave it to the program's root; Rich would end with status 1."""
        raise BrokenPipeError
