"""Reports out of pages and mails: the extractor's text, with language, credit, day and what disagrees.

Joins `zusage.intake.pages` with what every text gets: its language, the agency that it credits, the day in its dateline.
"""

from __future__ import annotations

import email
import email.policy
import re
from dataclasses import dataclass, replace
from datetime import date
from email.errors import MessageError
from email.message import EmailMessage, Message
from email.utils import parseaddr, parsedate_to_datetime
from urllib.parse import urlsplit

from zusage.errors import InputError
from zusage.intake.decoding import decode_text
from zusage.intake.head import find_day, read_head
from zusage.intake.language import require_language
from zusage.intake.pages import EXTRACTOR, Origin, Page, read_page
from zusage.intake.source import Source
from zusage.model.report import Report
from zusage.reading.credit import find_credit

MAIL_EXTRACTOR = "mail 1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How pages and mails are read: a language that overrides what the text is found to be in, the limit, the tier."""

    language: str | None
    limit: int
    fast: bool = False


@dataclass(frozen=True, slots=True)
class Extracted:
    """A report with the name and version of what extracted it, and notes on what was assumed."""

    report: Report
    extractor: str
    notes: tuple[str, ...] = ()


def extract_page(source: Source, way: Way) -> Extracted:
    """Make the report of a page.

    Raises:
        InputError: it holds no report, or one in a language that is not read.
    """
    origin = Origin(
        resource=source.resource,
        address=source.address,
        content_type=source.headers.get("content-type", ""),
        feed_day=source.feed_day,
        fetched_on=source.fetched_at[:10] if source.fetched_at else None,
    )
    page = read_page(source.content, origin, fast=way.fast)
    extractor = f"{EXTRACTOR} fast" if way.fast else EXTRACTOR
    return Extracted(_make_report(page, source.resource, way), extractor, page.notes)


def extract_mail(source: Source, way: Way) -> Extracted:
    """Make the report of a mail: its text part, else its HTML part; the subject is the title, the date its day.

    Raises:
        InputError: it has neither, or its text is no report.
    """
    try:
        message = email.message_from_bytes(_with_utf8_head(source.content), policy=email.policy.default)
        part = message.get_body(("plain", "html")) if isinstance(message, EmailMessage) else None
        content = part.get_payload(decode=True) if part is not None else None
    except (MessageError, LookupError, ValueError) as problem:
        raise InputError(
            source.resource, f"is no mail that can be read: {problem}", hint="save it again as .eml"
        ) from problem
    if part is None or not isinstance(content, bytes) or not content.strip():
        raise InputError(source.resource, "has no text", hint="give its attachments as files")
    charset = str(part.get_content_charset() or "")
    if part.get_content_type() == "text/html":
        page = read_page(content, Origin(resource=source.resource, content_type=f"charset={charset}"), fast=way.fast)
        notes = page.notes
    else:
        text, notes = _decode_part(content, charset, source.resource, way.limit)
        page = Page(text=text)
    day = _sent_on(message)
    page = replace(
        page,
        title=str(message.get("subject", "")).strip() or page.title,
        byline=parseaddr(str(message.get("from", "")))[0] or page.byline,
        published_on=day or page.published_on,
        published_how="given" if day else page.published_how,
    )
    return Extracted(_make_report(page, source.resource, way), MAIL_EXTRACTOR, notes)


def _with_utf8_head(content: bytes) -> bytes:
    """Return a mail whose header fields are UTF-8, as the parser wants them; old programs wrote Windows-1252."""
    end = re.search(rb"\r?\n\r?\n", content)
    head, rest = (content[: end.start()], content[end.start() :]) if end else (content, b"")
    try:
        head.decode("utf-8")
    except UnicodeDecodeError:
        head = head.decode("cp1252", "replace").encode("utf-8")
    return head + rest


def _decode_part(content: bytes, charset: str, resource: str, limit: int) -> tuple[str, tuple[str, ...]]:
    """Decode a mail's text part by its label where that holds, else as any text."""
    try:
        return content.decode(charset or "utf-8").replace("\r\n", "\n").strip(), ()
    except (UnicodeError, LookupError):  # the codec "undefined" raises the wider one
        return decode_text(content, resource, limit=limit)


def _sent_on(message: Message) -> str | None:
    try:
        return parsedate_to_datetime(str(message.get("date", ""))).date().isoformat()
    except (ValueError, TypeError):
        return None


def _make_report(page: Page, resource: str, way: Way) -> Report:
    if len(page.text) > way.limit:
        raise InputError(resource, f"has more than {way.limit:,} characters", hint="give one report per page")
    language = way.language or require_language(page.text, resource)
    inside = find_day(page.text)
    flags = tuple(note for note in page.notes if note.startswith("published on"))
    if inside and page.published_on and _apart(inside, page.published_on) > 1:
        flags = (*flags, f"published on {page.published_on} ({page.published_how}), but {inside} (dateline)")
    credit = read_head(page.text, language).credit or (
        find_credit(f"By {page.byline}\n\n", language) if page.byline else None
    )
    return Report(
        text=page.text,
        language=language,
        title=page.title,
        address=page.address,
        outlet=page.outlet or _host(page.address),
        byline=page.byline,
        published_on=page.published_on or inside,
        published_how=page.published_how or ("dateline" if inside else None),
        credit=credit,
        flags=flags,
    )


def _host(address: str | None) -> str | None:
    """Return the name of a page's site, for one that does not say what it is called."""
    return (urlsplit(address).hostname or "").removeprefix("www.") or None if address else None


def _apart(one: str, other: str) -> int:
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)
