"""Feeds of what happened: ids and times depend on nothing but that."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from zusage.errors import MissingError
from zusage.publish.feeds.content import as_text
from zusage.publish.feeds.feed import Feed, Quoted, Words
from zusage.workflow import judge
from zusage.workflow.following.feeds import Edition, make_feed
from zusage.workflow.following.items import newest_of
from zusage.workflow.following.topics import read_topic
from zusage.workflow.lookups import EntryFilter, Lookups
from zusage.workflow.workspace import Workspace

Add = Callable[..., None]

OSLO = "Oslo will send 40 medics, Ms Holm said. They met in Graz."
RIGA = "Riga will send 9 doctors."
AGAIN = "Oslo will send 40 medics, as announced."


def feed(lookups: Lookups, address: str = "/", language: str = "en", *, public: bool = False) -> Feed:
    edition = Edition(language=language, root="https://ledger.example")
    lookups = Lookups(lookups.workspace, accepted_only=True) if public else lookups
    return make_feed(lookups, read_topic(address), edition)


def test_what_is_new_is_an_item(add: Add, lookups: Lookups) -> None:
    assert feed(lookups).items == ()
    add(OSLO, "2025-03-04", "first")
    (item,) = feed(lookups).items
    assert item.title == "Norway: humanitarian aid: pledged"
    assert item.labels == ("machine-read, unreviewed",)
    assert item.address.startswith("https://ledger.example/en/entries/")
    assert item.tags == ("change", "no", "humanitarian", "pledged")
    assert item.published == item.updated
    assert as_text(item).split("\n\n")[1] == "4 March 2025: pledged. Nothing was known before."
    (quoted,) = (part for part in item.content if isinstance(part, Quoted))
    assert (quoted.text, quoted.source) == ("Oslo will send 40 medics", "The Bugle, 4 March 2025")


def test_in_german(add: Add, lookups: Lookups) -> None:
    add(OSLO)
    (item,) = feed(lookups, language="de").items
    assert item.title == "Norwegen: humanitäre Hilfe: zugesagt"
    assert item.labels == ("maschinell gelesen, ungeprüft",)


def test_ids_and_times_change_only_with_what_is_said(add: Add, lookups: Lookups, workspace: Workspace) -> None:
    add(OSLO, "2025-03-04", "first")
    before = feed(lookups)
    add(RIGA, "2025-03-05", "second")
    after = feed(lookups)
    assert after.items[1:] == before.items  # nothing about Norway is new
    assert after.updated > before.updated
    assert feed(Lookups(workspace)) == after
    assert feed(lookups, language="de").items[0].id == after.items[0].id


def test_a_judgement_is_news(add: Add, lookups: Lookups, workspace: Workspace) -> None:
    add(OSLO)
    (before,) = feed(lookups).items
    (line,) = lookups.entries()
    statement = lookups.entry(line.id).statements[0].said.id
    judge.accept(workspace, statement, who="mona")
    (after,) = feed(lookups).items
    assert after.id == before.id
    assert after.published == before.published
    assert after.updated > before.updated
    assert after.labels == ()


def test_the_public_feed_has_only_what_a_person_has_reviewed(add: Add, lookups: Lookups, workspace: Workspace) -> None:
    add(OSLO, name="first")
    add(RIGA, name="second")
    assert feed(lookups, public=True).items == ()
    (line,) = lookups.entries(EntryFilter(actors=("no",)))
    judge.accept(workspace, lookups.entry(line.id).statements[0].said.id, who="mona")
    for address in ("/", "/actors/no", f"/entries/{line.id}"):
        (item,) = feed(lookups, address, public=True).items
        assert "no" in item.tags
    assert feed(lookups, "/actors/lv", public=True).items == ()
    assert [item.id for item in feed(lookups, "/ledger?reviewed=yes").items] == [
        item.id for item in feed(lookups, public=True).items
    ]


def test_what_is_rejected_is_no_news(add: Add, lookups: Lookups, workspace: Workspace) -> None:
    add(OSLO, name="first")
    add(AGAIN, "2025-03-09", "again")
    (line,) = lookups.entries()
    for each in lookups.entry(line.id).statements:
        judge.reject(workspace, each.said.id, who="mona")
    assert feed(lookups).items == ()


@pytest.mark.parametrize(
    ("address", "actors"),
    [
        ("/ledger", {"no", "lv"}),
        ("/ledger?actor=lv", {"lv"}),
        ("/ledger?measure=troops", set()),
        ("/ledger?firmness=pledged&roots=1", {"no", "lv"}),
        ("/ledger?from=2025-03-06", {"lv"}),
        ("/actors/no", {"no"}),
        ("/measures/humanitarian", {"no", "lv"}),
    ],
)
def test_filters(add: Add, lookups: Lookups, address: str, actors: set[str]) -> None:
    add(OSLO, "2025-03-04", "first")
    add(RIGA, "2025-03-07", "second")
    found = feed(lookups, address)
    assert {item.tags[1] for item in found.items} == actors
    assert found.at("atom") == f"https://ledger.example/en{address.partition('?')[0]}.atom{found.query}"


def test_an_entry_tells_what_is_said_again(add: Add, lookups: Lookups) -> None:
    add(OSLO, "2025-03-04", "first")
    add(AGAIN, "2025-03-09", "again", synthetic=True)
    (line,) = lookups.entries()
    items = feed(lookups, f"/entries/{line.id}").items
    assert {item.tags[0] for item in items} == {"change", "statement"}
    assert next(item for item in items if item.tags[0] == "statement").labels[-1].startswith("synthetic")


def test_what_is_too_old_for_a_feed_is_not_told() -> None:
    things = ["b", "a", "d", "c", "a"]
    times = {"a": ("1", "9"), "b": ("1", "9"), "c": ("2", "8"), "d": ("3", "8")}
    assert newest_of(things, 3, str, times.__getitem__) == ["a", "b", "d"]  # changed last, known last, by their names
    assert newest_of(things, None, str, times.__getitem__) == things


def test_a_contradiction_is_news_with_both_sides(add: Add, lookups: Lookups) -> None:
    add(OSLO, "2025-03-04", "first")
    add("Oslo will send 70 medics, Ms Holm said. They met in Graz.", "2025-03-04", "other")
    items = feed(lookups, "/conflicts").items
    assert items
    assert all(item.tags[0] == "conflict" for item in items)
    assert sum(isinstance(part, Quoted) for part in items[0].content) >= 2
    assert [part.text for part in items[0].content if isinstance(part, Words)] == [
        "On one side: 40 persons",
        "On the other: 70 persons",
    ]
    assert set(items) <= set(feed(lookups, "/").items)


def test_a_story_tells_its_reports(add: Add, lookups: Lookups) -> None:
    add(OSLO, "2025-03-04", "first")
    (story,) = lookups.stories()
    (item,) = feed(lookups, f"/stories/{story.id}").items
    assert item.title == "First"


def test_what_is_not_there_has_no_feed(lookups: Lookups) -> None:
    with pytest.raises(MissingError, match="is not in the ledger"):
        feed(lookups, "/entries/ffff")
