"""Exports and checks the reports that were written for this project, with their annotations.

There are four collections: ``training/written``, single reports of many genres; ``training/events``, where several
reports tell of one event, so that they measure the grouping of reports, too; ``training/wire``, plain news;
``training/broad``, reports of all lengths on all subjects, many of which hold little or nothing. All are original and marked
``synthetic``: real states and organisations appear in them with invented pledges, so that nothing in them is a source about
anybody.
Beside the fields of the codebook each line holds which part it belongs to and who annotated it; ``export`` leaves these
fields out. Standard library only.

    python training/tools/written.py export --language de --split learn > learn-de.jsonl
    python training/tools/written.py check --collection events

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
TRAINING = Path(__file__).resolve().parent.parent
OWN_FIELDS = ("synthetic", "split", "annotator", "checked", "second")

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Collection:
    """Reports that were written together: one folder, one way to name them.

    ``names`` is a pattern in which ``{language}`` stands for the language; ``lengths`` are characters of a text;
    ``events`` is the pattern of the event that each report names, or None if it may name none.
    """

    folder: Path
    names: str
    lengths: range
    events: str | None = None


COLLECTIONS = {
    "written": Collection(TRAINING / "written", r"written-{language}-\d{{3}}", range(900, 2301)),
    "events": Collection(TRAINING / "events", r"event-{language}-\d{{3}}[a-z]", range(900, 2601), r"ev-\d{2}"),
    "wire": Collection(TRAINING / "wire", r"wire-{language}-\d{{3}}[a-z]", range(900, 2601)),
    "broad": Collection(TRAINING / "broad", r"broad-{language}-\d{{3}}[a-z]", range(350, 2601)),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with one stored report: which report, and what."""

    report: str
    message: str


def split(report_id: str) -> str:
    """Return the part that a report belongs to; the id alone decides."""
    return "measure" if int(hashlib.sha256(report_id.encode("utf-8")).hexdigest(), 16) % 3 == 0 else "learn"


def read_reports(collection: Collection, language: str) -> Iterator[Record]:
    """Yield the stored reports of one language in the order of the files; none if there is no file."""
    for path in sorted(collection.folder.glob(f"{language}*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                if line.strip():
                    yield json.loads(line)


def export(stored: Record) -> Record:
    """Return a stored report in the codebook's format, without the fields of our own."""
    return {field: value for field, value in stored.items() if field not in OWN_FIELDS}


def check(stored: Record, collection: Collection, language: str) -> list[Finding]:
    """Return what is wrong with a stored report; empty if nothing is.

    Values are not checked here: that is what the codebook's own checker does with an exported file.
    """
    name = stored["id"]
    text = stored["text"]
    event = stored.get("event")
    names = collection.names.format(language=language)
    tests = (
        (re.fullmatch(names, name) is not None, f"the id does not match {names}"),
        (stored["language"] == language, f"it is in a file for {language}, but its language is {stored['language']}"),
        (
            collection.events is None or re.fullmatch(collection.events, event or "") is not None,
            f"its event is {event}",
        ),
        (stored.get("synthetic") is True, "it is not marked synthetic"),
        (stored.get("split") == split(name), f"its part is {split(name)}, not {stored.get('split')}"),
        (bool(stored.get("annotator")), "it names no annotator"),
        (stored.get("checked") is True, "its second pass is not done"),
        (len(text) in collection.lengths, f"it has {len(text)} characters"),
    )
    findings = [Finding(name, message) for passed, message in tests if not passed]
    return findings + [
        Finding(name, f"{kind}[{index}]: not in the text: {words!r}")
        for kind in KINDS
        for index, record in enumerate(stored[kind])
        for words in _quotes(record)
        if words not in text or words != words.strip()
    ]


def check_all(reports: list[Record], collection: Collection, language: str) -> list[Finding]:
    """Return what is wrong with the reports of one language, one by one and together; empty if nothing is."""
    names = Counter(stored["id"] for stored in reports)
    twice = [Finding(name, "the id occurs more than once") for name, count in names.items() if count > 1]
    return twice + [finding for stored in reports for finding in check(stored, collection, language)]


def _quotes(record: Record) -> list[str]:
    """Return the words of a record and of its conditions that must stand in the text."""
    quotes = [record.get("quote"), *(condition.get("quote") for condition in record.get("conditions", ()))]
    return [quote for quote in quotes if quote is not None]


def _export(options: argparse.Namespace) -> int:
    """Print the reports of the chosen collections, languages and part."""
    for collection in _chosen(options):
        for language in options.language or LANGUAGES:
            for stored in read_reports(collection, language):
                if options.split in (None, stored["split"]):
                    print(json.dumps(export(stored), ensure_ascii=False))
    return 0


def _check(options: argparse.Namespace) -> int:
    """Print what is wrong, then how many records of each kind there are for each collection, language and part."""
    failed = 0
    for collection in _chosen(options):
        for language in options.language or LANGUAGES:
            reports = list(read_reports(collection, language))
            findings = check_all(reports, collection, language)
            for finding in findings:
                print(f"{finding.report}: {finding.message}", file=sys.stderr)
            failed += len(findings)
            for part in SPLITS:
                print(f"{collection.folder.name} {language} {part}: {_count(reports, part)}")
    return 1 if failed else 0


def _chosen(options: argparse.Namespace) -> list[Collection]:
    """Return the collections that were asked for; all if none was."""
    return [COLLECTIONS[name] for name in options.collection or COLLECTIONS]


def _count(reports: list[Record], part: str) -> str:
    """Return how many reports, records and events there are in one part, in words."""
    chosen = [stored for stored in reports if stored["split"] == part]
    counts = {kind: sum(len(stored[kind]) for stored in chosen) for kind in KINDS}
    events = {stored["event"] for stored in chosen if stored.get("event")}
    return ", ".join(
        [f"{len(chosen)} reports", *(f"{n} {kind}" for kind, n in counts.items()), f"{len(events)} events"]
    )


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
        command.add_argument("--collection", action="append", choices=tuple(COLLECTIONS))
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
