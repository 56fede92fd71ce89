"""Dossiers: which effort a ledger is about, with its actors, offices, known facts and meetings, as plain files.

`load_dossier` reads a folder (or a shipped dossier by name) into a `Dossier`; nothing here knows a report. Uses
`zusage.model`, `zusage.errors` and PyYAML.
"""

from zusage.dossier.dossier import Dossier
from zusage.dossier.loading import (
    FEED_LIST,
    load_dossier,
    load_shipped,
    package_folders,
    read_feed_list,
    read_samples,
    shipped_dossiers,
)
from zusage.dossier.template import new_dossier_files

__all__ = [
    "FEED_LIST",
    "Dossier",
    "load_dossier",
    "load_shipped",
    "new_dossier_files",
    "package_folders",
    "read_feed_list",
    "read_samples",
    "shipped_dossiers",
]
