"""Turns the stored annotations of Wikinews articles into reports in the codebook's format, and back.

The annotations in ``training/wikinews`` hold no text: an article is named by its language and id, its text by a SHA-256
digest, every quote by the offsets of its first character and of the one after its last. The texts come from the folder
that ``ZUSAGE_DATA`` names (``data/wikinews/de.jsonl`` and ``en.jsonl``). Standard library only.

    python training/tools/wikinews.py export --language de --split learn > learn-de.jsonl
    python training/tools/wikinews.py check
    python training/tools/wikinews.py pin annotated.jsonl > training/wikinews/de.jsonl

**Source**: codebook, section 6.
"""

import argparse
import hashlib
import json
import os
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LANGUAGES = ("de", "en")
SPLITS = ("learn", "measure")
KINDS = ("commitments", "positions", "meetings", "attendance")
ANNOTATIONS = Path(__file__).resolve().parent.parent / "wikinews"

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with one stored annotation: which article, and what."""

    article: str
    message: str


def digest(text: str) -> str:
    """Return the SHA-256 of a text's UTF-8 bytes, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def split(article_id: str) -> str:
    """Return the part that an article belongs to; the id alone decides, so that it was settled before annotation."""
    return "measure" if int(hashlib.sha256(article_id.encode("utf-8")).hexdigest(), 16) % 3 == 0 else "learn"


def read_lines(path: Path) -> Iterator[Record]:
    """Yield the objects of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def read_texts(data: Path, language: str) -> dict[str, Record]:
    """Return the articles of one language by id; empty if the file is not there."""
    path = data / "data" / "wikinews" / f"{language}.jsonl"
    return {article["id"]: article for article in read_lines(path)} if path.exists() else {}


def read_annotations(language: str) -> list[Record]:
    """Return the stored annotations of one language, in the order of the file."""
    path = ANNOTATIONS / f"{language}.jsonl"
    return list(read_lines(path)) if path.exists() else []


def read_screened(language: str) -> list[Record]:
    """Return the articles of one language of which somebody looked only at what the reader finds in them."""
    path = ANNOTATIONS / "screened.jsonl"
    return [stored for stored in read_lines(path) if stored["language"] == language] if path.exists() else []


def unpin(stored: Record, article: Record) -> Record:
    """Return the report, in the codebook's format, that a stored annotation and its article make together."""
    text = article["text"]
    report = {
        "id": f"wikinews-{stored['language']}-{stored['id']}",
        "language": stored["language"],
        "published_on": stored["date"],
        "credit": stored["credit"],
        "title": article["title"],
        "text": text,
    }
    for kind in KINDS:
        report[kind] = [_with_words(record, text) for record in stored[kind]]
    return report


def pin(report: Record, article: Record) -> Record:
    """Return a report's annotation for storing: offsets in place of quotes, no text.

    Raises:
        ValueError: a quote does not occur in the article's text, or more than once.
    """
    article_id = article["id"]
    stored = {
        "id": article_id,
        "language": report["language"],
        "url": article["url"],
        "digest": digest(article["text"]),
        "date": article["date"],
        "credit": report["credit"],
        "split": split(article_id),
        "annotator": report.get("annotator", "a"),
        "checked": report.get("checked", False),
    }
    for kind in KINDS:
        stored[kind] = [_with_offsets(record, article) for record in report[kind]]
    return stored


def _with_words(record: Record, text: str) -> Record:
    """Return a record with the quote's words in place of its offsets."""
    if record.get("quote") is None:
        return dict(record)
    start, end = record["quote"]
    return {**record, "quote": text[start:end]}


def _with_offsets(record: Record, article: Record) -> Record:
    """Return a record with the quote's offsets in place of its words; a meeting may have no quote."""
    quote = record.get("quote")
    if quote is None:
        return dict(record)
    found = article["text"].count(quote)
    if found != 1:
        msg = f"{article['id']}: a quote occurs {found} times: {quote!r}"
        raise ValueError(msg)
    start = article["text"].index(quote)
    return {**record, "quote": [start, start + len(quote)]}


def check(stored: Record, article: Record | None) -> list[Finding]:
    """Return what is wrong with one stored annotation; empty if nothing is."""
    name = f"{stored['language']} {stored['id']}"
    if stored["split"] != split(stored["id"]):
        return [Finding(name, f"its part is {split(stored['id'])}, not {stored['split']}")]
    if article is None:
        return [Finding(name, "its text is missing")]
    if stored["digest"] != digest(article["text"]):
        return [Finding(name, "its text is not the one that was annotated (digests differ)")]
    return [
        Finding(name, f"{kind}[{index}]: the quote is empty, has blanks at an end or leaves the text")
        for kind in KINDS
        for index, record in enumerate(stored[kind])
        if record.get("quote") is not None and not _is_run(record["quote"], article["text"])
    ]


def _is_run(quote: list[int], text: str) -> bool:
    """Tell whether two offsets name a run of characters that begins and ends with no blank."""
    start, end = quote
    words = text[start:end]
    return 0 <= start < end <= len(text) and words == words.strip()


def _export(options: argparse.Namespace, data: Path) -> int:
    """Print the reports of the chosen languages and part; findings go to standard error."""
    failed = 0
    for language in options.language or LANGUAGES:
        texts = read_texts(data, language)
        for stored in read_annotations(language):
            if options.split not in (None, stored["split"]):
                continue
            findings = check(stored, texts.get(stored["id"]))
            failed += _tell(findings)
            if not findings:
                print(json.dumps(unpin(stored, texts[stored["id"]]), ensure_ascii=False))
    return 1 if failed else 0


def _check(options: argparse.Namespace, data: Path) -> int:
    """Print what is wrong or missing, then how many records of each kind there are for each language and part."""
    failed = 0
    for language in options.language or LANGUAGES:
        texts = read_texts(data, language)
        annotations = read_annotations(language)
        screened = read_screened(language)
        for stored in (*annotations, *screened):
            failed += _tell(check(stored, texts.get(stored["id"])))
        for part in SPLITS:
            chosen = [stored for stored in annotations if stored["split"] == part]
            counts = Counter({kind: sum(len(stored[kind]) for stored in chosen) for kind in KINDS})
            numbers = ", ".join(f"{counts[kind]} {kind}" for kind in KINDS)
            print(f"{language} {part}: {len(chosen)} articles, {numbers}")
            print(f"{language} {part}: {sum(stored['split'] == part for stored in screened)} articles screened")
    return 1 if failed else 0


def _pin(options: argparse.Namespace, data: Path) -> int:
    """Print the stored form of annotated reports; their ids may carry the prefix that ``export`` gives."""
    for report in read_lines(options.file):
        language = report["language"]
        article = read_texts(data, language)[report["id"].removeprefix(f"wikinews-{language}-")]
        print(json.dumps(pin(report, article), ensure_ascii=False))
    return 0


def _tell(findings: list[Finding]) -> int:
    """Print findings to standard error and return how many there are."""
    for finding in findings:
        print(f"{finding.article}: {finding.message}", file=sys.stderr)
    return len(findings)


def _parser() -> argparse.ArgumentParser:
    """Return the command line's parser."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    commands = parser.add_subparsers(required=True)
    for name, run, words in (
        ("export", _export, "print the reports with their texts, JSON Lines"),
        ("check", _check, "say what is missing or wrong, and count"),
        ("pin", _pin, "turn annotated reports into the stored form"),
    ):
        command = commands.add_parser(name, help=words)
        command.set_defaults(run=run)
        if name == "pin":
            command.add_argument("file", type=Path)
            continue
        command.add_argument("--language", action="append", choices=LANGUAGES)
        if name == "export":
            command.add_argument("--split", choices=SPLITS)
    return parser


def main() -> int:
    """Run the command; 0 fine, 1 something missing or wrong, 2 usage or no ``ZUSAGE_DATA``."""
    options = _parser().parse_args()
    folder = os.environ.get("ZUSAGE_DATA")
    if not folder:
        print("ZUSAGE_DATA is not set: it names the folder that holds data/wikinews/*.jsonl", file=sys.stderr)
        return 2
    status: int = options.run(options, Path(folder))
    return status


if __name__ == "__main__":
    sys.exit(main())
