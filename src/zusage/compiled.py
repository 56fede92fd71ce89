"""Whether packages run compiled, and where from; imported with `zusage` where anything has been compiled, so standard library only.

``make compile`` puts extension modules of some packages into a folder of their own, with a copy of these packages' files
and a list of stamps: what was there when it was begun. Here that folder is put before the sources if every file is still
as it was then, and is passed over otherwise: an old extension module never runs instead of newer source. A compiled wheel
needs none of this, since nobody edits what is installed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, MutableSequence
from contextlib import suppress
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

VARIABLE = "ZUSAGE_COMPILED"
"""0: run what stands in the sources; 1: run compiled or not at all; not set: compiled where that is there and fits."""

STAMPS = "stamps.tsv"
"""Of each file: its name, size, time of change (ns) and digest."""

SOURCES = Path(__file__).parent
FOLDER = SOURCES.parents[1] / "build" / "compiled" / EXTENSION_SUFFIXES[0].split(".")[1]
"""Where ``make compile`` puts what this Python can load; its name begins with the Python that it is for."""

_MARK = "reading/report" + EXTENSION_SUFFIXES[0]
"""A module that is compiled wherever any is."""


def use_compiled(path: MutableSequence[str], wanted: str = "") -> None:
    """Put the compiled packages before the sources in a package's search path, if there are any that fit.

    ``wanted``: what the environment says.

    Raises:
        ImportError: compiled ones are insisted on and there are none.
    """
    if wanted == "0":
        return
    if why := what_is_old(FOLDER):
        if wanted == "1" and not is_compiled(path):
            raise ImportError(f"{VARIABLE} is 1, and {why}: run make compile")
        return
    path.insert(0, str(FOLDER / "zusage"))
    sys.path.append(str(FOLDER))  # the library that all its extension modules share is found by this


def is_compiled(path: MutableSequence[str]) -> bool:
    """Say whether a package with this search path runs compiled."""
    return os.path.exists(os.path.join(path[0], _MARK))  # noqa: PTH110, PTH118 - a tenth of the time, at every start


def what_is_old(folder: Path) -> str | None:
    """Say in words why what stands in a folder does not fit the sources, None if it does."""
    try:
        written = (folder / STAMPS).read_text("utf-8").splitlines()
    except OSError:
        return "nothing has been compiled for this Python"
    stamps = {name: (int(size), int(changed), digest) for name, size, changed, digest in map(_parts, written)}
    there = dict(files_of(sorted({name.partition("/")[0] for name in stamps})))
    if there.keys() != stamps.keys():
        return f"{min(there.keys() ^ stamps.keys())} is new or gone since the packages were compiled"
    for name, (size, changed, digest) in stamps.items():
        now = there[name]
        if now.st_size != size or (now.st_mtime_ns != changed and digest_of(name) != digest):
            return f"{name} has changed since the packages were compiled"
    return None


def files_of(parts: Iterable[str]) -> Iterator[tuple[str, os.stat_result]]:
    """Yield the files of some packages and modules of the sources, each by its name there, with its size and times."""
    folders = []
    for part in parts:
        if not part.endswith(".py"):
            folders.append(part)
        elif (SOURCES / part).exists():
            yield part, (SOURCES / part).stat()
    while folders:
        folder = folders.pop()
        with suppress(FileNotFoundError), os.scandir(SOURCES / folder) as entries:
            for entry in entries:
                if not entry.is_dir():
                    yield f"{folder}/{entry.name}", entry.stat()
                elif entry.name != "__pycache__":
                    folders.append(f"{folder}/{entry.name}")


def digest_of(name: str) -> str:
    """Return the digest of a file of the sources; asked for only where one was written again, perhaps as it was."""
    from hashlib import sha256  # noqa: PLC0415 - seldom needed, and not free

    return sha256((SOURCES / name).read_bytes()).hexdigest()


def stamps_of(parts: Iterable[str]) -> str:
    """Return how the files of some packages and modules are now, a line for each."""
    found = sorted(files_of(parts), key=lambda each: each[0])
    return "".join(f"{name}\t{now.st_size}\t{now.st_mtime_ns}\t{digest_of(name)}\n" for name, now in found)


def _parts(line: str) -> list[str]:
    return line.split("\t")
