"""Checks that the documentation says what the program does; with ``--write`` writes the parts that a machine can write.

usage: python tools/check_docs.py [--write]

Written by machine: ``docs/reference/cli.md`` from the commands themselves, ``docs/reference/exports.md`` from the exports'
columns, and the output in ``README.md`` from a run of
``zusage demo``. Checked: those three; that every command and option shown in a page exists; that every setting and
environment variable is documented; that links (with their anchors) and files named lead somewhere; that no text names
a folder of somebody's machine. Exit status 1 with one line for each finding.
"""
# ruff: noqa: INP001, T201 - a script: it prints

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

import click

from zusage.cli.root import zusage
from zusage.publish.exports.dictionary import columns_page
from zusage.settings import ABOUT, FILE, NAMES, PREFIX, Settings

ROOT = Path(__file__).resolve().parents[1]
CLI = "docs/reference/cli.md"
EXPORTS = "docs/reference/exports.md"
README = "README.md"
FOLDERS = ("src", "tests", "tools", "docs", "benchmarks", "training", "packages", "requirements", ".ci")
TEXTS = (".py", ".md", ".tsv", ".yaml", ".toml", ".txt", ".sh", "")
BEGIN, END = "<!-- output of zusage demo, written by tools/check_docs.py -->", "<!-- end of output -->"
WIDTH = "96"
MACHINES = "work|root|home|Users"
"""Folders at the root of a machine that a text must not name."""

OTHERS = {
    "ZUSAGE_DATA": "folder with the measuring sets (`gold/`, `data/`) for `make score`, the quality gates and the "
    "benchmarks; where it is not set they say so and skip what needs it",
    "ZUSAGE_BROWSER": "a Chromium for the tests that open the pages in a browser; default: an installed one",
    "ZUSAGE_COMPILED": "`0`: run the packages as they stand in the sources, also where `make compile` has compiled them; `1`: "
    "run them compiled or not at all; default: compiled where that is there and fits",
    "ZUSAGE_VENV": "folder of the virtual environment that the Makefile makes and uses; default `.venv`",
    "COLUMNS": "width of tables where standard output is no terminal; default 100",
    "OPENBLAS_NUM_THREADS": "threads of the numeric library; the program sets 1 where it is not set, which is quickest",
    "NO_COLOR": "set to anything: tables without colours",
}
"""Environment variables that are no settings."""

INTRODUCTION = """# Commands

Results go to standard output, messages and progress to standard error. `-` reads standard input. Exit status: 0 fine, 1
failed (one line says what and how to mend it), 2 wrong usage. On a terminal tables are coloured and as wide as it is; on
a pipe they are plain. Ids may be shortened as long as only one begins so.

This page is written by `python tools/check_docs.py --write`.
"""

EXPORTS_INTRODUCTION = """# Exported tables

`zusage export csv`, `jsonl` and `parquet` write these tables into a new folder, with `datapackage.json` (a Frictionless data
package, for programs) and `dictionary.md` (this page, for people) beside them. An empty cell in CSV is null in JSON. Lists are JSON
in CSV. A CSV text that a spreadsheet would run as a formula has an apostrophe in front. The other formats are explained in
[Take the ledger elsewhere](../how-to/export.md).

Values without a list are open: actors, measures and topics are those of [Values](values.md), and a dossier may add some.

This page is written by `python tools/check_docs.py --write`.
"""

Finding = str


def commands(group: click.Group = zusage, path: tuple[str, ...] = ()) -> Iterator[tuple[str, click.Command]]:
    """Yield every command with the words that call it, groups before their commands."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None  # noqa: S101 - it has just been listed
        words = (*path, name)
        yield " ".join(words), command
        if isinstance(command, click.Group):
            yield from commands(command, words)


def write_reference() -> str:
    """Write the page of all commands, options, settings and environment variables."""
    parts = [INTRODUCTION, *(_section(name, command) for name, command in commands()), _settings()]
    return "\n".join(parts)


def write_exports() -> str:
    """Write the page of all exported tables and columns."""
    return "\n".join((EXPORTS_INTRODUCTION, *columns_page()))


def _section(name: str, command: click.Command) -> str:
    context = click.Context(command, info_name=f"zusage {name}")
    usage = command.get_usage(context).removeprefix("Usage: ")
    lines = [f"## zusage {name}", "", *_paragraphs(command.help or ""), f"    {' '.join(usage.split())}", ""]
    options = [each for each in command.params if isinstance(each, click.Option) and not each.hidden]
    if options:
        lines += ["| option | what |", "|---|---|", *(_row(each, context) for each in options), ""]
    if command.epilog:
        lines += [f"Example: `{' '.join(command.epilog.removeprefix('Example: ').split())}`", ""]
    return "\n".join(lines)


def _paragraphs(words: str) -> Iterator[str]:
    for paragraph in words.strip().split("\n\n"):
        yield " ".join(paragraph.split())
        yield ""


def _row(option: click.Option, context: click.Context) -> str:
    record = option.get_help_record(context)
    assert record is not None  # noqa: S101 - hidden ones are left out
    names, about = (part.replace("|", "\\|") for part in record)
    return f"| `{names}` | {' '.join(about.split())} |"


def _settings() -> str:
    rows = [
        f"| `{name}` | `{PREFIX}{name.upper()}` | {getattr(Settings(), name) or '–'} | {ABOUT[name]} |"
        for name in NAMES
    ]
    others = [f"| `{name}` | {about} |" for name, about in OTHERS.items()]
    return "\n".join(
        (
            "## Settings",
            "",
            f"A flag beats the environment variable, that the line in the ledger's `{FILE}`, that the default;",
            f"`zusage config` shows which. `ledger` cannot stand in `{FILE}`, which is found by it.",
            "",
            "| setting | variable | default | what |",
            "|---|---|---|---|",
            *rows,
            "",
            "## Other environment variables",
            "",
            "| variable | what |",
            "|---|---|",
            *others,
            "",
        )
    )


@cache
def run_demo() -> str:
    """Return what ``zusage demo`` prints on a pipe."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
    call = [sys.executable, "-c", "from zusage.cli import main; main()", "demo"]
    out = subprocess.run(  # noqa: S603 - our own program
        call, capture_output=True, text=True, check=True, env=environment | {"COLUMNS": WIDTH}
    )
    return out.stdout


def excerpt(demo: str, *, entries: int = 7) -> str:
    """Cut a screenful out of the demonstration: its first pledges, the first conflict on a day and on a condition."""
    ledger = re.split(r"(?m)^═+ Meetings", demo)[0]
    lines, seen = [], 0
    for line in ledger.splitlines():
        seen += bool(re.match(r"  [0-9a-f]{4} ", line))
        if seen > entries:
            break
        lines.append(line)
    conflicts = re.split(r"(?m)^(?=═+ Conflicts)", demo)[-1]
    head, *blocks = re.split(r"\n(?=[0-9a-f]{4,}  [a-z]+  )", conflicts)
    chosen = [
        next((each for each in blocks if re.match(rf"\S+  {slot}  ", each)), "") for slot in ("date", "attendance")
    ]
    tail = "\n\n".join(re.split(r"\n═+ Does it|\nNow your own", each)[0].rstrip() for each in chosen if each)
    return "\n".join((*lines, "  …", "", head.strip(), tail, "…"))


def write_readme(readme: str) -> str:
    """Put the demonstration's output in its place."""
    before, _, rest = readme.partition(BEGIN)
    _, mark, after = rest.partition(END)
    if not mark:
        raise SystemExit(f"{README} lacks the lines {BEGIN} and {END}")
    return f"{before}{BEGIN}\n\n```text\n{excerpt(run_demo())}\n```\n\n{END}{after}"


def pages() -> Iterator[Path]:
    """Yield the pages of documentation."""
    yield from sorted(ROOT.glob("*.md"))
    for folder in ("docs", "benchmarks", "training", "packages"):
        yield from sorted((ROOT / folder).rglob("*.md"))


def check_commands(name: str, text: str) -> Iterator[Finding]:
    """Find commands and options in code that the program does not have."""
    known = dict(commands())
    for line in _code(text):
        for call in re.findall(r"(?:^|[\s`$|(;]|&&)zusage +([a-z-][^|;&>`#…\n]*)", line):
            yield from (f"{name}: zusage {call.strip()}: {problem}" for problem in _call_problems(call, known))


def _call_problems(call: str, known: Mapping[str, click.Command]) -> Iterator[str]:
    words = _words(call)
    if not words or words[0].startswith("-"):
        return
    path = words[0]
    if path not in known:
        yield f"there is no command {path}"
        return
    if len(words) > 1 and f"{path} {words[1]}" in known:
        path = f"{path} {words[1]}"
    command = known[path]
    options = {opt for each in command.params for opt in (*each.opts, *each.secondary_opts)} | {"--help", "-h"}
    for word in words:
        option = word.split("=", 1)[0]
        if option.startswith("--") and option not in options:
            yield f"{path} has no option {option}"


def _words(call: str) -> list[str]:
    try:
        return shlex.split(call.rstrip("\\ "))
    except ValueError:  # a quotation mark that goes on in the next line
        return call.split()


def _code(text: str) -> Iterator[str]:
    """Yield what stands as code: fenced and indented blocks (joined where a line ends in a backslash), and spans."""
    joined = re.sub(r"\\\n\s*", " ", text)
    fenced = False
    for line in joined.splitlines():
        if line.startswith("```"):
            fenced = not fenced
        elif fenced or line.startswith("    "):
            yield line
        else:
            yield from (f" {span}" for span in re.findall(r"`([^`]+)`", line))


def check_links(page: Path, text: str) -> Iterator[Finding]:
    """Find links between pages that lead nowhere, and anchors that no heading has."""
    name = page.relative_to(ROOT)
    for target in re.findall(r"\]\((?![a-z]+:)([^)\s]+)\)", text):
        file, _, anchor = target.partition("#")
        there = (page.parent / file).resolve() if file else page
        if not there.exists():
            yield f"{name}: the link {target} leads nowhere"
        elif anchor and there.suffix == ".md" and anchor not in _anchors(there.read_text("utf-8")):
            yield f"{name}: {file or 'the page'} has no heading {anchor}"


def _anchors(text: str) -> set[str]:
    headings = re.findall(r"(?m)^#+ +(.*)$", text)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


def check_files(page: Path, text: str) -> Iterator[Finding]:
    """Find files of the repository that are named, from its root or from the page, and do not exist."""
    pattern = rf"(?<![\w/.-])((?:{'|'.join(map(re.escape, FOLDERS))})/[\w./-]*\w)"
    for code in _code(text):
        for path in re.findall(pattern, code):
            if not (ROOT / path).exists() and not (page.parent / path).exists():
                yield f"{page.relative_to(ROOT)}: {path} does not exist"


def check_variables(documented: str) -> Iterator[Finding]:
    """Find environment variables that code or pages use and the reference does not have."""
    for path in _texts():
        text = path.read_text("utf-8", errors="replace")
        for variable in sorted(set(re.findall(rf"\b{PREFIX}[A-Z]+(?:_[A-Z]+)*\b", text))):
            if f"`{variable}`" not in documented:
                yield f"{path.relative_to(ROOT)}: {variable} is in no reference ({CLI})"


def check_machines() -> Iterator[Finding]:
    """Find folders of somebody's machine."""
    pattern = re.compile(rf"(?<![\w.~)])/(?:{MACHINES})/\w+")
    for path in _texts():
        for found in sorted(set(pattern.findall(path.read_text("utf-8", errors="replace")))):
            yield f"{path.relative_to(ROOT)}: {found} is a folder of one machine"


def _texts() -> Iterator[Path]:
    """Yield the repository's files that are written by people."""
    files: Iterable[Path] = (path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*")))
    for path in (*sorted(ROOT.iterdir()), *files):
        if path.is_file() and path.suffix in TEXTS and "__pycache__" not in path.parts and path.name[:1] != ".":
            yield path


def check_written() -> Iterator[Finding]:
    """Find parts written by machine that are out of date."""
    readme = write_readme((ROOT / README).read_text("utf-8"))
    for name, now in ((CLI, write_reference()), (EXPORTS, write_exports()), (README, readme)):
        if not (ROOT / name).exists() or (ROOT / name).read_text("utf-8") != now:
            yield f"{name}: is out of date (python tools/check_docs.py --write)"


def check() -> Iterator[Finding]:
    """Find everything that is wrong."""
    yield from check_written()
    for page in pages():
        text, name = page.read_text("utf-8"), str(page.relative_to(ROOT))
        yield from check_links(page, text)
        yield from check_files(page, text)
        yield from check_commands(name, text)
    yield from check_variables((ROOT / CLI).read_text("utf-8"))
    yield from check_machines()


def main() -> int:
    """Check, or write first and check then."""
    if "--write" in sys.argv[1:]:
        (ROOT / CLI).write_text(write_reference(), "utf-8")
        (ROOT / EXPORTS).write_text(write_exports(), "utf-8")
        (ROOT / README).write_text(write_readme((ROOT / README).read_text("utf-8")), "utf-8")
    findings = list(check())
    print("\n".join(findings) or f"{sum(1 for _ in pages())} pages say what the program does")
    return int(bool(findings))


if __name__ == "__main__":
    sys.exit(main())
