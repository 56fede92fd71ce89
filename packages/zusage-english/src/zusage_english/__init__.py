"""The weights of Zusage's English tagger and parser, trained on Universal Dependencies English EWT.

Data only: `zusage.language.english` finds the file through `path`. The weights are under CC BY-SA 4.0; see NOTICE.
"""

from __future__ import annotations

from pathlib import Path

__version__ = "0.1.0"


def path() -> str:
    """Return the path of the file with the weights."""
    return str(Path(__file__).with_name("weights.npz"))
