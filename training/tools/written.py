"""Exports and checks the reports that were written for this project, with their annotations.

The reports in ``training/written`` are original and marked ``synthetic``: real states and organisations appear in them
with invented pledges, so that nothing in them is a source about anybody. Beside the fields of the codebook each line
holds which part it belongs to and who annotated it; ``export`` leaves these fields out. Standard library only.

    python training/tools/written.py export --language de --split learn > learn-de.jsonl
    python training/tools/written.py check

**Source**: codebook, section 6.
"""

import argparse
import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LANGUAGES = ("de", "en")
SPLITS = ("learn", "measure")
KINDS = ("commitments", "positions", "meetings", "attendance")
REPORTS = Path(__file__).resolve().parent.parent / "written"
OWN_FIELDS = ("synthetic", "split", "annotator", "checked")
LENGTHS = range(900, 2301)

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with one stored report: which report, and what."""

    report: str
    message: str


def split(report_id: str) -> str:
    """Return the part that a report belongs to; the id alone decides."""
    return "measure" if int(hashlib.sha256(report_id.encode("utf-8")).hexdigest(), 16) % 3 == 0 else "learn"


def read_reports(language: str) -> Iterator[Record]:
    """Yield the stored reports of one language in the order of the file; none if there is no file."""
    path = REPORTS / f"{language}.jsonl"
    if not path.exists():
        return
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def export(stored: Record) -> Record:
    """Return a stored report in the codebook's format, without the fields of our own."""
    return {field: value for field, value in stored.items() if field not in OWN_FIELDS}


def check(stored: Record, language: str) -> list[Finding]:
    """Return what is wrong with a stored report; empty if nothing is.

    Values are not checked here: that is what the codebook's own checker does with an exported file.
    """
    name = stored["id"]
    text = stored["text"]
    tests = (
        (re.fullmatch(rf"written-{language}-\d{{3}}", name) is not None, f"the id is not written-{language}-NNN"),
        (stored["language"] == language, f"it is in {language}.jsonl, but its language is {stored['language']}"),
        (stored.get("synthetic") is True, "it is not marked synthetic"),
        (stored.get("split") == split(name), f"its part is {split(name)}, not {stored.get('split')}"),
        (bool(stored.get("annotator")), "it names no annotator"),
        (stored.get("checked") is True, "its second pass is not done"),
        (len(text) in LENGTHS, f"it has {len(text)} characters"),
    )
    findings = [Finding(name, message) for passed, message in tests if not passed]
    return findings + [
        Finding(name, f"{kind}[{index}]: not in the text: {words!r}")
        for kind in KINDS
        for index, record in enumerate(stored[kind])
        for words in _quotes(record)
        if words not in text or words != words.strip()
    ]


def _quotes(record: Record) -> list[str]:
    """Return the words of a record and of its conditions that must stand in the text."""
    quotes = [record.get("quote"), *(condition.get("quote") for condition in record.get("conditions", ()))]
    return [quote for quote in quotes if quote is not None]


def _export(options: argparse.Namespace) -> int:
    """Print the reports of the chosen languages and part."""
    for language in options.language or LANGUAGES:
        for stored in read_reports(language):
            if options.split in (None, stored["split"]):
                print(json.dumps(export(stored), ensure_ascii=False))
    return 0


def _check(options: argparse.Namespace) -> int:
    """Print what is wrong, then how many records of each kind there are for each language and part."""
    failed = 0
    for language in options.language or LANGUAGES:
        reports = list(read_reports(language))
        twice = [name for name, count in Counter(stored["id"] for stored in reports).items() if count > 1]
        findings = [Finding(name, "the id occurs more than once") for name in twice]
        findings += [finding for stored in reports for finding in check(stored, language)]
        for finding in findings:
            print(f"{finding.report}: {finding.message}", file=sys.stderr)
        failed += len(findings)
        for part in SPLITS:
            chosen = [stored for stored in reports if stored["split"] == part]
            counts = {kind: sum(len(stored[kind]) for stored in chosen) for kind in KINDS}
            numbers = ", ".join(f"{count} {kind}" for kind, count in counts.items())
            print(f"{language} {part}: {len(chosen)} reports, {numbers}")
    return 1 if failed else 0


def _parser() -> argparse.ArgumentParser:
    """Return the command line's parser."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    commands = parser.add_subparsers(required=True)
    for name, run, words in (
        ("export", _export, "print the reports in the codebook's format, JSON Lines"),
        ("check", _check, "say what is wrong, and count"),
    ):
        command = commands.add_parser(name, help=words)
        command.set_defaults(run=run)
        command.add_argument("--language", action="append", choices=LANGUAGES)
        if name == "export":
            command.add_argument("--split", choices=SPLITS)
    return parser


def main() -> int:
    """Run the command; 0 fine, 1 something wrong, 2 usage."""
    options = _parser().parse_args()
    status: int = options.run(options)
    return status


if __name__ == "__main__":
    sys.exit(main())
