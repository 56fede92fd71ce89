"""A reference as CSL-JSON, for citeproc, pandoc and Zotero.

Source: the schema csl-data.json of the Citation Style Language, version 1.0.2.
"""

from __future__ import annotations

import json
from typing import Any

from zusage.publish.citations.reference import Reference, one_line


def write_csl(reference: Reference) -> str:
    """Write a reference as a list with one item, as the programs take it."""
    return json.dumps([csl_item(reference)], ensure_ascii=False, indent=2) + "\n"


def csl_item(reference: Reference) -> dict[str, Any]:
    """Return a reference as an item of CSL-JSON."""
    day = {"date-parts": [list(reference.day)]}
    item = {
        "id": reference.key,
        "type": "webpage",
        "title": one_line(reference.title),
        "container-title": one_line(reference.ledger),
        "author": [{"literal": one_line(reference.author)}],
        "issued": day,
        "accessed": day,
        "version": one_line(reference.version),
        "URL": reference.url,
        "language": reference.language,
        "note": one_line(reference.note),
    }
    return {name: value for name, value in item.items() if value}
