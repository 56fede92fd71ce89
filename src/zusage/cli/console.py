"""The console that all commands print on."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment

from zusage.cli.visible import without_steering


class PatientConsole(Console):
    """A console whose pipe may be closed (``| head``): that is no failure, the program ends there with status 0.

    Nothing that is printed can steer the terminal but Rich itself: reports are words of others.
    """

    def on_broken_pipe(self) -> None:
        """Leave it to the program's root; Rich would end with status 1."""
        raise BrokenPipeError

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        """Render without the signs that would steer a terminal."""
        for segment in super().render(renderable, options):
            yield segment if segment.control else Segment(without_steering(segment.text), segment.style)
