"""Exporting a ledger: an edition of it is cut, written in one format, and put into a new file or folder.

Nothing that is there is overwritten; what is half-written is removed.
"""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path

from zusage.errors import InputError
from zusage.model.statement import Commitment, Position
from zusage.publish.disclosure import BY_HAND
from zusage.publish.exports.edition import Edition
from zusage.publish.exports.formats import FORMATS, Files
from zusage.reconcile import Claim, Grounds, bound_meetings, build_entries, find_conflicts
from zusage.reconcile.firmness import day_of
from zusage.workflow.views import View, view_ledger
from zusage.workflow.workspace import Workspace


def cut_edition(
    workspace: Workspace, *, as_of: str | None = None, known_at: str | None = None, reviewed: bool = False
) -> Edition:
    """Cut an edition: what had been said by a day, what the ledger held at a time, what a person has accepted or coded.

    Entries and conflicts are made of what is left, so that no unreviewed word sets anything in a reviewed edition.
    """
    view = view_ledger(workspace, as_of=as_of, known_at=known_at)
    grounds = _cut(view, as_of=as_of, reviewed=reviewed)
    meetings = bound_meetings(grounds)
    left = {claim.report.id for claim in grounds.claims}
    is_cut = as_of is not None or reviewed
    readings = [each for each in view.readings if not is_cut or each.report.id in left]
    return Edition(
        dossier=workspace.dossier,
        reports=tuple(each.report for each in readings),
        readers={each.report.id: f"{each.reader.name} {each.reader.version}" for each in readings if each.reader},
        grounds=grounds,
        entries=build_entries(grounds, as_of=as_of),
        conflicts=find_conflicts(grounds, bounded=meetings),
        meetings=meetings,
        as_of=as_of,
        known_at=known_at,
        reviewed=reviewed,
    )


def _cut(view: View, *, as_of: str | None, reviewed: bool) -> Grounds:
    claims = [
        claim
        for claim in view.grounds.claims
        if (not reviewed or claim.status in BY_HAND) and (as_of is None or _was_said_by(claim, as_of))
    ]
    return replace(view.grounds, claims=tuple(claims))


def _was_said_by(claim: Claim, day: str) -> bool:
    said = claim.statement
    when = day_of(claim, said) if isinstance(said, Commitment | Position) else claim.report.published_on
    return when is not None and when <= day


def export(edition: Edition, form: str) -> Files:
    """Write an edition in one format; return the files by name.

    Raises:
        InputError: a library that the format needs is missing.
    """
    return FORMATS[form].write(edition)


def save(files: Files, target: Path, *, as_folder: bool) -> None:
    """Put files into a new folder, or the one file there is at a new path; nothing is left where that fails.

    Raises:
        InputError: something is there already, or the target cannot be written.
    """
    if target.exists() or target.is_symlink():
        raise InputError(target, "is there already", hint="choose another name, or remove it")
    partial = target.with_name(f".{target.name}.partial-{os.getpid()}")
    try:
        if as_folder:
            partial.mkdir()
            for name, content in files.items():
                (partial / name).write_bytes(content)
        else:
            (content,) = files.values()
            partial.write_bytes(content)
        partial.rename(target)
    except OSError as problem:
        words = (problem.strerror or str(problem)).lower()
        raise InputError(target, f"cannot be written: {words}", hint="choose another place") from problem
    finally:
        if partial.is_dir():
            shutil.rmtree(partial)
        partial.unlink(missing_ok=True)
