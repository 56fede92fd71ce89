"""The files of a new dossier, as `zusage init` writes them: the smallest one that loads, with comments that lead on."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from importlib import resources
from string import Template

from zusage.dossier.loading import FILES
from zusage.errors import DossierError

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def new_dossier_files(dossier_id: str, *, title_de: str = "", title_en: str = "") -> Mapping[str, str]:
    """Return the files of a new dossier, name to content, for a caller that may write.

    Raises:
        DossierError: the id is no lower-case name with hyphens.
    """
    if not _ID.fullmatch(dossier_id):
        raise DossierError(
            dossier_id, "is no id of a dossier", hint="lower-case words with hyphens, as in climate-fund"
        )
    title = dossier_id.replace("-", " ").capitalize()
    values = {"id": dossier_id, "title_de": _quoted(title_de or title), "title_en": _quoted(title_en or title)}
    folder = resources.files("zusage.dossier") / "template"
    files = ((name, folder / name) for name in FILES)
    return {
        name: Template(file.read_text(encoding="utf-8")).substitute(values) for name, file in files if file.is_file()
    }


def _quoted(words: str) -> str:
    """Quote words for YAML, of whose double-quoted strings JSON's are a part."""
    return json.dumps(" ".join(words.split()), ensure_ascii=False)
