"""The feed of an entry's remarks: what was let through, as plain text."""

from __future__ import annotations

from collections.abc import Sequence

from zusage.model.ledger import Entry
from zusage.model.remarks import Remark, RemarkKind
from zusage.publish.feeds.feed import Feed, Item, Words, name_of, newest
from zusage.reconcile.naming import Names

_SAID = {
    "de": {"title": "Anmerkungen", RemarkKind.REMARK: "Anmerkung", RemarkKind.WRONG: "Hinweis auf einen Fehler"},
    "en": {"title": "Remarks", RemarkKind.REMARK: "Remark", RemarkKind.WRONG: "Reported as wrong"},
}
_ABOUT = {
    "de": "Was Leserinnen und Leser anmerken, nach Prüfung durch die Moderation; nicht Teil des Befunds.",
    "en": "What readers remark, let through by moderators; no part of the findings.",
}
_BY = {"de": "von", "en": "by"}
_ANSWER = {"de": "Antwort der Moderation", "en": "Moderators' answer"}
_SOURCE = {"de": "Quelle", "en": "Source"}


def feed_of_remarks(entry: Entry, remarks: Sequence[Remark], names: Names, *, root: str) -> Feed:
    """Make the feed of the remarks on an entry, the newest decision first."""
    language = names.language
    what = f"{names.actor(entry.actor)}: {names.measure(entry.measure)}"
    page = f"{root}/{language}/entries/{entry.id}/remarks"
    return Feed(
        id=name_of("remarks", entry.id, language),
        title=f"{what} – {_SAID[language]['title']}",
        about=_ABOUT[language],
        language=language,
        author="Zusage",
        page=page,
        address=page,
        items=newest((remark_item(each, what, page, language) for each in remarks), None),
    )


def remark_item(remark: Remark, what: str, page: str, language: str) -> Item:
    """Tell one remark as an item: ``what`` it is on, ``page`` where the entry's remarks stand. Nothing in it is ours."""
    paragraphs = [each for each in remark.text.split("\n\n") if each.strip()]
    paragraphs += [f"{_SOURCE[language]}: {remark.source}"] if remark.source else []
    paragraphs += [f"{_ANSWER[language]}: {remark.answer}"] if remark.answer else []
    by = f" {_BY[language]} {remark.by}" if remark.by else ""
    at = remark.decided_at or remark.received_at
    return Item(
        id=name_of("remark", remark.id),
        title=f"{_SAID[language][remark.kind]}{by}: {what}",
        address=f"{page}#r-{remark.id}",
        published=at,
        updated=at,
        content=tuple(Words(each) for each in paragraphs),
        tags=("remark", str(remark.kind)),
    )
