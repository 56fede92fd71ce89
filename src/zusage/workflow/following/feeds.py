"""The feed of a topic: its newest items, with what the whole is called."""

from __future__ import annotations

from dataclasses import dataclass, replace

from zusage.publish.feeds.feed import Feed, name_of, newest
from zusage.reconcile.naming import Names
from zusage.workflow.following.happenings import Happenings, happenings
from zusage.workflow.following.items import Telling
from zusage.workflow.following.texts import text
from zusage.workflow.following.topics import Sort, Topic
from zusage.workflow.lookups import EntryLine, Lookups

LENGTH = 50
"""Items in a feed."""

_LOOKED_AT = 100
"""Changes by the day on which they were said, and contradictions by how severe they are, of which a feed takes those that
the ledger got last."""

PUBLIC_EXCERPT = 300
"""Signs of a quote in a public edition."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """For whom something is written: in which language, with links under which address.

    ``remarks``: whether readers' remarks have a page there, so that the feed of an entry can lead to them.
    """

    language: str
    root: str
    remarks: bool = True


def make_feed(lookups: Lookups, topic: Topic, edition: Edition) -> Feed:
    """Make the feed of a topic; where ``lookups`` hold accepted statements only it is that of a public edition.

    Raises:
        MissingError: what the topic names is not in the ledger.
    """
    names = Names(edition.language, lookups.workspace.dossier)
    telling = Telling(names, edition.root, PUBLIC_EXCERPT if lookups.accepted_only else None)
    found = happenings(lookups, topic, looked_at=_LOOKED_AT, most=LENGTH)
    found = found if edition.remarks else replace(found, remarks=())
    path = topic.path if topic.path != "/" else "/overview"
    return Feed(
        id=name_of(
            "feed",
            lookups.workspace.dossier.id,
            topic.address,
            edition.language,
            "public" if lookups.accepted_only else "",
        ),
        title=_title_of_found(found, names) or title_of(topic, lookups, names),
        about=text("about_public" if lookups.accepted_only else "about", edition.language, effort=effort_of(names)),
        language=edition.language,
        author="Zusage",
        page=telling.link(topic.address),
        address=telling.link(path),
        query=topic.query,
        items=newest(telling.items(found, LENGTH), LENGTH),
    )


def effort_of(names: Names) -> str:
    """Return what the ledger is about."""
    return names.dossier.titles.in_language(names.language)


def title_of(topic: Topic, lookups: Lookups, names: Names) -> str:
    """Name a topic: "Estonia: what is promised"."""
    language = names.language
    match topic.sort:
        case Sort.ACTOR:
            words = text("actor", language, name=names.actor(topic.name))
        case Sort.MEASURE:
            words = text("measure", language, name=names.measure(topic.name))
        case Sort.ENTRY | Sort.STORY:
            return _title_of_one(topic, lookups, names)
        case _:
            words = text(topic.sort.name.lower(), language)
    chosen = "; ".join(_filter_words(name, value, names) for name, value in topic.filters)
    return f"{words} ({text('filtered', language, filters=chosen)})" if chosen else words


def _title_of_one(topic: Topic, lookups: Lookups, names: Names) -> str:
    if topic.sort is Sort.STORY:
        return lookups.story_line(topic.name).title
    return _title_of_entry(lookups.entry_line(topic.name), names)


def _title_of_found(found: Happenings, names: Names) -> str:
    """Name an entry or a story that has been looked up."""
    if found.story is not None:
        return found.story.line.title
    return _title_of_entry(found.entry.line, names) if found.entry is not None else ""


def _title_of_entry(line: EntryLine, names: Names) -> str:
    thing = f" ({line.object})" if line.object else ""
    return f"{names.actor(line.actor)}: {names.measure(line.measure)}{thing}"


def _filter_words(name: str, value: str, names: Names) -> str:
    if name == "actor":
        return ", ".join(names.actor(each) for each in value.split(","))
    if name in {"measure", "firmness", "condition"}:
        return ", ".join(names.value(name, each) for each in value.split(","))
    return text(
        f"filter_{name}_{value}" if name in {"reviewed", "all", "contested"} else f"filter_{name}",
        names.language,
        value=value,
    )
