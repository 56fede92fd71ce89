"""From a source's bytes to reports: one per plain text, one or many per file in the codebook's format.

Each comes with the capture of its own bytes (a line of a JSON Lines file is one), so that taking one down leaves the
others. A report that cannot be read is a `Failure`; the rest of the file goes on.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from zusage.errors import InputError, ZusageError, wording
from zusage.intake.decoding import decode_text
from zusage.intake.head import Head, read_head
from zusage.intake.language import SUPPORTED, require_language
from zusage.intake.source import Failure, Source
from zusage.model.codebook import UNDETERMINED, decode_reading, load_records, split_records
from zusage.model.report import Capture, Furniture, Reading, Report

TEXT_LIMIT = 20_000_000
"""Characters above which a text is no report."""

ANNOTATOR_FIELDS = ("split", "annotator", "checked", "second")
"""What files of annotated reports say about the annotating; no part of a report."""

ANNOTATIONS = frozenset({"commitments", "positions", "meetings", "attendance"})
"""Lists of which an annotated report has one at least, be it empty."""

EXTRACTED = ("page", "mail")
"""Forms out of which a report has to be extracted."""

RECORDS = 100
"""A file of many reports may be so many times longer than a text."""

Marker = Callable[[str, str], tuple[Furniture, ...]]
"""Marks the furniture of a text in a language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """How sources are read: ``language`` overrides what the text or its file says, ``mark`` finds furniture.

    ``fast`` reads pages without second opinions.
    """

    language: str | None = None
    limit: int = TEXT_LIMIT
    mark: Marker | None = None
    fast: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A report as it was handed in; ``notes`` say what was assumed while reading it."""

    resource: str
    capture: Capture
    report: Report
    notes: tuple[str, ...] = ()
    extractor: str = "plain 1"


@dataclass(frozen=True, slots=True)
class Annotated:
    """A report as it was handed in, and what people annotated in it."""

    item: Item
    gold: Reading


def read_reports(source: Source, intake: Intake) -> Iterator[Item | Failure]:
    """Yield the reports of a source, in its order."""
    form = source.form
    try:
        if form in EXTRACTED:
            yield _extract(source, form, intake)
            return
        limit = intake.limit * RECORDS if form == "record" else intake.limit
        text, notes = decode_text(source.content, source.resource, limit=limit)
        if form == "plain":
            yield _read_plain(source, text, notes, intake)
            return
    except ZusageError as error:
        yield Failure(source.resource, error)
        return
    yield from _read_records(source, text, notes, intake)


def read_annotated(source: Source, intake: Intake, *, split: str | None = None) -> Iterator[Annotated | Failure]:
    """Yield the annotated reports of a source in the codebook's format, in its order.

    ``split`` keeps those whose record has this ``split`` ("learn", "measure").
    """
    try:
        text, notes = decode_text(source.content, source.resource, limit=intake.limit * RECORDS)
    except ZusageError as error:
        yield Failure(source.resource, error)
        return
    for found in _find_records(source, text):
        if isinstance(found, Failure):
            yield found
            continue
        place, record = found
        if split is not None and not (isinstance(record, dict) and record.get("split") == split):
            continue
        item = _read_record(place, record, notes, intake)
        if isinstance(item, Item) and isinstance(record, dict) and ANNOTATIONS.isdisjoint(record):
            hint = f"it has none of {', '.join(sorted(ANNOTATIONS))}; zusage read reads it"
            yield Failure(place, InputError(place, "is not annotated", hint=hint))
        elif isinstance(item, Item):
            gold = decode_reading(_without_annotator(record), where=place)
            yield Annotated(item, replace(gold, report=replace(gold.report, language=item.report.language)))
        else:
            yield item


def capture_of(source: Source, intake: Intake) -> Capture:
    """Return a source's bytes as they are kept, with what is needed to read them again."""
    given = {"form": source.form} | ({"language": intake.language} if intake.language else {})
    given |= {"feed-day": source.feed_day} if source.feed_day else {}
    return Capture(source.content, source.address, source.fetched_at, {**source.headers, **given})


def _extract(source: Source, form: str, intake: Intake) -> Item:
    """Read a page or a mail."""
    from zusage.intake.published import Way, extract_mail, extract_page  # noqa: PLC0415 - parsers that plain text does without

    way = Way(language=intake.language, limit=intake.limit, fast=intake.fast)
    made = extract_page(source, way) if form == "page" else extract_mail(source, way)
    report = replace(made.report, furniture=_furniture(made.report.text, made.report.language, Head(), intake))
    notes = tuple(dict.fromkeys((*made.notes, *report.flags)))
    return Item(source.resource, capture_of(source, intake), report, notes, made.extractor)


def _read_plain(source: Source, text: str, notes: tuple[str, ...], intake: Intake) -> Item:
    language = intake.language or require_language(text, source.resource)
    head = read_head(text, language)
    report = Report(
        text=text,
        language=language,
        title=head.title,
        published_on=head.published_on,
        published_how="dateline" if head.published_on else None,
        credit=head.credit,
        furniture=_furniture(text, language, head, intake),
    )
    return Item(source.resource, capture_of(source, intake), report, notes)


def _read_records(source: Source, text: str, notes: tuple[str, ...], intake: Intake) -> Iterator[Item | Failure]:
    for found in _find_records(source, text):
        yield found if isinstance(found, Failure) else _read_record(*found, notes, intake)


def _find_records(source: Source, text: str) -> Iterator[tuple[str, object] | Failure]:
    """Yield the JSON values of a file, undecoded, each with its place."""
    try:
        parts = split_records(text, resource=source.resource)
    except ZusageError as error:
        yield Failure(source.resource, error)
        return
    for where, part in parts:
        try:
            records = load_records(part, where)
        except ZusageError as error:
            yield Failure(where, error)
            continue
        yield from records


def _read_record(where: str, record: object, notes: tuple[str, ...], intake: Intake) -> Item | Failure:
    try:
        report = _complete(decode_reading(_without_annotator(record), where=where).report, where, intake)
    except ZusageError as error:
        return Failure(where, error)
    return Item(where, _capture(_bytes_of(record), "record", intake), report, notes)


def _without_annotator(record: object) -> object:
    if not isinstance(record, dict):
        return record
    return {name: value for name, value in record.items() if name not in ANNOTATOR_FIELDS}


def _complete(report: Report, where: str, intake: Intake) -> Report:
    """Fill in what the file leaves open: the language, the credit, the furniture."""
    if len(report.text) > intake.limit:
        raise InputError(
            where, wording("has more than {limit:,} characters", limit=intake.limit), hint="give one report per record"
        )
    language = intake.language or (report.language if report.language != UNDETERMINED else "")
    language = language or require_language(report.text, where)
    if language not in SUPPORTED:
        raise InputError(
            where,
            wording('is in "{language}"; only German and English are read', language=language),
            hint="say --language if it is not",
        )
    head = read_head(report.text, language)
    return replace(
        report,
        language=language,
        credit=report.credit or head.credit,
        published_on=report.published_on or head.published_on,
        published_how=report.published_how or ("dateline" if head.published_on else None),
        furniture=_furniture(report.text, language, Head(), intake),
    )


def _furniture(text: str, language: str, head: Head, intake: Intake) -> tuple[Furniture, ...]:
    headline = (Furniture(head.title_span, "headline"),) if head.title_span else ()
    marked = intake.mark(text, language) if intake.mark else ()
    return headline + marked


def reopen(resource: str, capture: Capture, intake: Intake) -> Item | Failure:
    """Make the report of a capture again, with today's program."""
    intake = replace(intake, language=capture.headers.get("language") or intake.language)
    source = _source_of(resource, capture)
    try:
        if source.form in EXTRACTED:
            return _extract(source, source.form, intake)
        text, notes = decode_text(capture.content, resource, limit=intake.limit * RECORDS)
        if source.form == "plain":
            return _read_plain(source, text, notes, intake)
        record = _without_annotator(json.loads(text))
        report = _complete(decode_reading(record, where=resource).report, resource, intake)
    except ZusageError as error:
        return Failure(resource, error)
    return Item(resource, capture, report)


def _source_of(resource: str, capture: Capture) -> Source:
    """Return the source that a capture was made of; its language and form are not the server's words."""
    own = ("form", "language", "feed-day")
    headers = {name: value for name, value in capture.headers.items() if name not in own}
    return Source(
        resource,
        capture.content,
        kind=capture.headers.get("form", "plain"),
        address=capture.address,
        fetched_at=capture.captured_at,
        headers=headers,
        feed_day=capture.headers.get("feed-day"),
    )


def _capture(content: bytes, form: str, intake: Intake) -> Capture:
    given = {"language": intake.language} if intake.language else {}
    return Capture(content, headers={"form": form, **given})


def _bytes_of(record: object) -> bytes:
    return json.dumps(record, ensure_ascii=False, sort_keys=True).encode("utf-8")
