"""The command line: one module per command group, each imported only when its command runs."""

from __future__ import annotations


def main() -> None:
    """Run the program ``zusage``."""
    from zusage.cli.root import zusage  # noqa: PLC0415 - ``import zusage.cli`` stays free

    zusage()
