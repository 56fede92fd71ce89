"""The command line: one module per command group, each imported only when its command runs."""

from __future__ import annotations

import os


def main() -> None:
    """Run the program ``zusage``."""
    for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        # The parser's matrices are small: a second thread of the linear algebra library only waits for the first.
        os.environ.setdefault(name, "1")
    from zusage.cli.root import zusage  # noqa: PLC0415 - ``import zusage.cli`` stays free

    zusage()
