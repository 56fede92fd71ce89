"""Compiles the packages that most of the time goes into to extension modules, with mypyc (`docs/decisions`, "Compiled by mypyc").

usage: python tools/compile.py

Needs a C compiler and takes some minutes of one core. What is made goes into ``build/compiled``, and is used by every later
start of the program for as long as the files that it was made from stay as they are (`zusage.compiled`); ``make clean``
takes it away. Nothing is done where it is there and fits.
"""
# ruff: noqa: INP001, T201 - a script: it prints

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
import time
from collections.abc import Iterator
from pathlib import Path

from zusage.compiled import FOLDER, SOURCES, STAMPS, VARIABLE, stamps_of, what_is_old

PACKAGES = ("language", "reading")
"""Packages that are compiled whole: calls from one module to another are then calls in C."""

PURE = {
    "language/german/hanover.py": "its class has a base that is not compiled and shows no types",
}
"""Modules of these packages that stay as they are, each with why."""

BESIDE = ("errors.py", "model", "dossier")
"""What the packages use of the others: where any of it changes they have to be compiled again."""

COMPILER = shlex.split(os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc")[0]


def main() -> int:
    """Compile unless what is there fits; print what was done."""
    if what_is_old(FOLDER) is None:
        print("the compiled packages fit the sources")
        return 0
    if missing := what_is_missing():
        print(f"compile: {missing}", file=sys.stderr)
        return 1
    start = time.monotonic()
    stamps, made = stamps_of([*PACKAGES, *BESIDE]), FOLDER.with_suffix(".new")
    shutil.rmtree(made, ignore_errors=True)
    for package in PACKAGES:
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(SOURCES / package, made / "zusage" / package, ignore=ignored)
    print(f"compiling {', '.join(PACKAGES)}: some minutes", file=sys.stderr)
    log, command = made / "log.txt", [sys.executable, __file__, str(made)]
    with log.open("w", encoding="utf-8") as out:
        run = subprocess.run(command, env=environment(), cwd=SOURCES.parent, stdout=out, stderr=out, check=False)  # noqa: S603 - this script
    if run.returncode:
        found = [line for line in log.read_text("utf-8", "replace").splitlines() if "error" in line.lower()]
        print(f"compile: {found[-1] if found else 'it failed'} (all of it: {log})", file=sys.stderr)
        return 1
    (made / STAMPS).write_text(stamps, "utf-8")
    shutil.rmtree(FOLDER, ignore_errors=True)
    made.rename(FOLDER)
    print(f"compiled in {time.monotonic() - start:.0f} s; {VARIABLE}=0 runs the program as it stands in the sources")
    return 0


def what_is_missing() -> str | None:
    """Say in one line what has to be installed first, None if all is there."""
    if shutil.which(COMPILER) is None:
        return (
            f"there is no C compiler {COMPILER!r}: install one (on Debian and Ubuntu: apt install gcc) or name it in CC"
        )
    if not (Path(sysconfig.get_path("include")) / "Python.h").exists():
        return "this Python comes without its headers: install them (on Debian and Ubuntu: apt install python3-dev)"
    return None


def environment() -> dict[str, str]:
    """The environment of the compiler: quick to compile rather than last per cents, no symbols, sources alone.

    On Linux what one module calls of another is bound when it is linked; else each call would look up where it goes.
    """
    made = {"CFLAGS": f"{os.environ.get('CFLAGS', '')} -O1 -g0", VARIABLE: "0"}
    if sys.platform == "linux":
        made["LDFLAGS"] = f"{os.environ.get('LDFLAGS', '')} -Wl,-Bsymbolic-functions"
    return os.environ | made


def modules() -> Iterator[str]:
    """The modules that are compiled."""
    for package in PACKAGES:
        for each in sorted((SOURCES / package).rglob("*.py")):
            if each.relative_to(SOURCES).as_posix() not in PURE:
                yield each.relative_to(SOURCES.parent).as_posix()


def compile_into(folder: Path) -> None:
    """Compile the modules with mypyc, in a process of its own that stands where the sources are."""
    from mypyc.build import mypycify  # noqa: PLC0415 - takes a second
    from setuptools import Distribution  # noqa: PLC0415 - as above

    options = ["--config-file", str(SOURCES.parents[1] / "pyproject.toml"), "--no-incremental"]
    between = str(folder / "between")
    made = mypycify(
        [*options, *modules()],
        opt_level="1",
        debug_level="0",
        multi_file=True,  # one file of all would take gigabytes
        target_dir=between,
        group_name="zusage_compiled",
    )
    build = Distribution({"name": "zusage", "ext_modules": made}).get_command_obj("build_ext")
    build.build_lib, build.build_temp = str(folder), between
    build.ensure_finalized()
    build.run()
    shutil.rmtree(between)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        compile_into(Path(sys.argv[1]))
    else:
        sys.exit(main())
