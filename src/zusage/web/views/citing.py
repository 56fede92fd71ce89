"""A page as a bibliography names it: its title, the day as of which it is meant, the revision, a lasting address."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from zusage.publish.citations.reference import Reference
from zusage.web.address import Address
from zusage.web.asking import Asked, NotThereError
from zusage.web.page import Titled
from zusage.web.translating import to_translate, translations
from zusage.workflow.lookups import NOTHING, EntryLine, ReportLine, StoryLine

_LISTS = {
    "/": to_translate("Who has promised what"),
    "/ledger": to_translate("Ledger"),
    "/conflicts": to_translate("Conflicts"),
    "/meetings": to_translate("Meetings"),
    "/reports": to_translate("Reports"),
    "/assessment": to_translate("Assessment"),
}
"""Titles of pages that are about everything, as they are translated."""


def reference_of(asked: Asked, root: str, titled: Titled | None = None) -> Reference:
    """Return how a page is cited; ``root`` is what stands before its path, ``titled`` what it is, where that is known.

    Raises:
        NotThereError: there is no such page.
        MissingError: what it is about is not in the ledger.
    """
    words = translations(asked.language).gettext
    cited = titled or _cited(asked)
    revision = words(to_translate("revision"))
    day = asked.address.as_of or asked.site.changed_on()
    return Reference(
        name=cited.name,
        title=cited.title,
        ledger=asked.site.title[asked.language],
        author=words(to_translate("Zusage, a ledger of promises")),
        as_of=day,
        version=f"{revision} {asked.site.revision()}",
        address=f"{root}{lasting(asked.address, day)}",
        language=asked.language,
        note=_note(asked, cited),
    )


def cite(asked: Asked, titled: Titled | None) -> Reference | None:
    """Return how a page is cited, under the address that the site is known by; None where it is not."""
    try:
        return reference_of(asked, asked.site.serving.address.rstrip("/"), titled)
    except NotThereError:
        return None


def lasting(address: Address, day: str) -> str:
    """Return the address of a page that shows what had been said by a day."""
    return replace(address, form="html").here(as_of=day)


def _cited(asked: Asked) -> Titled:
    path = asked.address.path
    if path in _LISTS:
        return Titled(path.strip("/") or "overview", translations(asked.language).gettext(_LISTS[path]))
    sort, _, name = path.strip("/").partition("/")
    if sort not in _ONE or not name or "/" in name:
        raise NotThereError
    return _ONE[sort](asked, name)


def _actor(asked: Asked, name: str) -> Titled:
    return Titled(f"actor {name}", asked.names.actor(name))


def _measure(asked: Asked, name: str) -> Titled:
    return Titled(f"measure {name}", asked.names.measure(name))


def _entry(asked: Asked, name: str) -> Titled:
    day = asked.address.as_of
    found = asked.lookups.entry_line(name) if day is None else asked.lookups.entry(name, as_of=day, page=NOTHING).line
    return entry_titled(asked, found)


def entry_titled(asked: Asked, line: EntryLine) -> Titled:
    """What the page of an entry is."""
    thing = f" ({line.object})" if line.object else ""
    title = f"{asked.names.actor(line.actor)}: {asked.names.measure(line.measure)}{thing}"
    return Titled(f"entry {line.id[:8]}", title, line.reviewed, line.synthetic)


def _report(asked: Asked, name: str) -> Titled:
    return report_titled(asked.lookups.report_line(name))


def report_titled(line: ReportLine) -> Titled:
    """What the page of a report is."""
    return Titled(f"report {line.id[:8]}", line.title or line.name or line.id, synthetic=line.synthetic)


def _story(asked: Asked, name: str) -> Titled:
    return story_titled(asked.lookups.story_line(name))


def story_titled(line: StoryLine) -> Titled:
    """What the page of a story is."""
    return Titled(f"story {line.id[:8]}", line.title or line.id, synthetic=line.synthetic)


def _conflict(asked: Asked, name: str) -> Titled:
    found = asked.lookups.conflict(name)
    title = found.conflict.explanation.get(asked.language, found.conflict.slot)
    synthetic = any(each.synthetic for each in found.reports.values())
    return Titled(f"conflict {found.conflict.id[:8]}", title, found.reviewed, synthetic)


def _assessment(asked: Asked, name: str) -> Titled:
    words = translations(asked.language).gettext(to_translate("Assessment"))
    return Titled(f"assessment {name}", f"{words}: {name}")


_ONE: dict[str, Callable[[Asked, str], Titled]] = {
    "actors": _actor,
    "measures": _measure,
    "entries": _entry,
    "reports": _report,
    "stories": _story,
    "conflicts": _conflict,
    "assessment": _assessment,
}
"""What the pages about one thing are, by the first part of their paths."""


def _note(asked: Asked, cited: Titled) -> str:
    words = translations(asked.language).gettext
    reviewed = words(to_translate("reviewed by a person"))
    parts = [
        reviewed if cited.reviewed else words(to_translate("read by a machine; what no person has reviewed is marked"))
    ]
    parts += [words(to_translate("synthetic: written as a sample, nobody said this"))] if cited.synthetic else []
    return "; ".join(parts)
