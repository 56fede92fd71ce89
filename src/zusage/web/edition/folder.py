"""The folder of a static edition: written once, later only what has changed; a file in it says what belongs to it."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from zusage.errors import InputError

MANIFEST = ".zusage-edition.json"
_FORMAT = "zusage-edition-1"


@dataclass(slots=True)
class Written:
    """How many files were new or other than before, the same, and removed."""

    changed: int = 0
    same: int = 0
    removed: int = 0


@dataclass
class Folder:
    """A folder that is an edition's own. ``before`` are the digests of the files that it had, by name."""

    path: Path
    before: Mapping[str, str]
    now: dict[str, str] = field(default_factory=dict)
    written: Written = field(default_factory=Written)

    def write(self, name: str, content: bytes) -> None:
        """Write a file, unless it holds the same already; also one that replaces what was written in this run."""
        digest = hashlib.sha256(content).hexdigest()
        target = self.path / PurePosixPath(name)
        is_same = self.before.get(name) == digest and name not in self.now and target.is_file()
        if not is_same:
            target.parent.mkdir(parents=True, exist_ok=True)
            partial = target.with_name(f".{target.name}.partial-{os.getpid()}")
            partial.write_bytes(content)
            partial.replace(target)
        if name not in self.now:
            self.written.same += is_same
            self.written.changed += not is_same
        self.now[name] = digest

    def finish(self) -> Written:
        """Remove what no longer belongs to the edition, and note what does."""
        for name in self.before:
            if name not in self.now:
                (self.path / PurePosixPath(name)).unlink(missing_ok=True)
                self.written.removed += 1
        self._remove_empty()
        listed = {"format": _FORMAT, "files": dict(sorted(self.now.items()))}
        (self.path / MANIFEST).write_text(json.dumps(listed, indent=1) + "\n", "utf-8")
        return self.written

    def _remove_empty(self) -> None:
        for each in sorted((path for path in self.path.rglob("*") if path.is_dir()), reverse=True):
            if not any(each.iterdir()):
                each.rmdir()


def open_folder(path: Path) -> Folder:
    """Open a folder for an edition: a new or empty one, or one that an edition was written to.

    Raises:
        InputError: something else is in it, or it cannot be written.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
        before = _read(path)
        if before is None and any(path.iterdir()):
            raise InputError(path, "is not empty, and no edition", hint="name a new folder; nothing was written")
        probe = path / f".partial-{os.getpid()}"
        probe.touch()
        probe.unlink()
    except OSError as problem:
        words = (problem.strerror or str(problem)).lower()
        raise InputError(path, f"cannot be written: {words}", hint="choose another place") from problem
    if before is None:
        # from now on it is ours, so that an interrupted run can be taken up
        (path / MANIFEST).write_text(json.dumps({"format": _FORMAT, "files": {}}) + "\n", "utf-8")
    return Folder(path, before or {})


def _read(path: Path) -> Mapping[str, str] | None:
    try:
        listed = json.loads((path / MANIFEST).read_text("utf-8"))
    except FileNotFoundError:
        return None
    except ValueError as problem:
        raise InputError(
            path / MANIFEST, "is damaged", hint="remove the folder, and write the edition anew"
        ) from problem
    files = listed.get("files") if isinstance(listed, dict) and listed.get("format") == _FORMAT else None
    if not isinstance(files, dict) or any(_is_outside(name) for name in files):
        raise InputError(path / MANIFEST, "is none of ours", hint="name a new folder")
    return files


def _is_outside(name: object) -> bool:
    return not isinstance(name, str) or PurePosixPath(name).is_absolute() or ".." in PurePosixPath(name).parts
