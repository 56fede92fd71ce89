"""Feeds are polled politely, what is new is added once, and stopping loses nothing."""

# ruff: noqa: E501 - markup

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from zusage.errors import InputError
from zusage.intake.fetching import Fetching, Pace
from zusage.intake.reports import Intake
from zusage.intake.source import Failure
from zusage.ledger.fetched import load_feed
from zusage.ledger.queries import reports_in_order
from zusage.model.report import Reader
from zusage.settings import Settings
from zusage.workflow.add import Outcome, add_sources, is_known
from zusage.workflow.gather import Gathering, gather
from zusage.workflow.steps import ReadReport
from zusage.workflow.takedown import take_down
from zusage.workflow.watch import Polled, Watching, watch
from zusage.workflow.workspace import Workspace

if TYPE_CHECKING:
    from web_site import Site

WORDS = (
    "Riga will send 40 medics to the harbour town, the ministry said on Monday after a long meeting of the cabinet. "
    "They are expected to arrive within a week, and they will stay as long as they are needed by the hospitals."
)


def page(title: str) -> str:
    return f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{WORDS}</p><p>{title}: {WORDS}</p></article></body></html>"


def feed(*links: str) -> str:
    items = "".join(
        f"<item><link>{link}</link><pubDate>Tue, 04 Mar 2025 10:00:00 GMT</pubDate></item>" for link in links
    )
    return f"<rss version='2.0'><channel>{items}</channel></rss>"


class Clock:
    """A clock that stands still until somebody waits."""

    def __init__(self) -> None:
        self.now = datetime.fromisoformat("2025-03-06T12:00:00+00:00")
        self.waits: list[float] = []

    def __call__(self) -> str:
        return self.now.isoformat(timespec="milliseconds").replace("+00:00", "Z")

    def wait(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def watched(workspace: Workspace, clock: Clock) -> Workspace:
    return replace(workspace, clock=clock)


@pytest.fixture
def watching(fetching: Fetching, reader: ReadReport, clock: Clock) -> Watching:
    return Watching(
        fetching=replace(fetching, clock=clock),
        intake=Intake(),
        reader=reader,
        who=Reader("small", "1"),
        interval=600.0,
        wait=clock.wait,
        chance=lambda: 0.5,
    )


@pytest.fixture
def poll(watched: Workspace, watching: Watching) -> Callable[..., list[object]]:
    """Poll feeds once."""
    return lambda *feeds: list(watch(watched, feeds, watching, once=True))


Poll = Callable[..., list[object]]


def test_what_is_new_is_added_once(site: Site, poll: Poll, watched: Workspace, clock: Clock) -> None:
    address = site.add(
        "/feed",
        feed(site.add("/a", page("A")), site.add("/b", page("B"))),
        headers={"ETag": '"1"', "Last-Modified": "now"},
    )
    first = poll(address)
    assert [type(each) for each in first] == [Outcome, Outcome, Polled]
    with watched.ledger.reading() as connection:
        (report, _), _ = reports_in_order(connection)
    assert (report.title, report.published_on, report.published_how) == ("A", "2025-03-04", "feed")
    assert poll(address) == []  # not due
    clock.wait(700)
    site.add("/feed", feed(site.add("/c", page("C")), site.address + "/a"), headers={"ETag": '"2"'})
    assert [type(each) for each in poll(address)] == [Outcome, Polled]
    assert site.asked.count("/a") == 1
    asked = [headers for path, headers in site.requests if path == "/feed"]
    assert (asked[1]["if-none-match"], asked[1]["if-modified-since"]) == ('"1"', "now")


def test_an_unchanged_feed_costs_one_short_answer(site: Site, poll: Poll, clock: Clock) -> None:
    address = site.add("/feed", feed(), headers={"ETag": '"1"'})
    poll(address)
    clock.wait(700)
    site.add("/feed", status=304)
    (polled,) = poll(address)
    assert isinstance(polled, Polled)
    clock.wait(700)
    poll(address)
    assert site.requests[-1][1]["if-none-match"] == '"1"'


def test_the_time_of_the_next_poll_has_jitter(site: Site, poll: Poll) -> None:
    (polled,) = poll(site.add("/feed", feed()))
    assert isinstance(polled, Polled)
    assert polled.next_at == "2025-03-06T12:10:30.000Z"  # 600 seconds and half of a tenth of them


def test_a_failing_feed_is_asked_less_and_less_often(site: Site, poll: Poll, watched: Workspace, clock: Clock) -> None:
    address = site.add("/feed", "x", status=500)
    gaps = []
    for _ in range(9):
        assert isinstance(poll(address)[0], Failure)
        with watched.ledger.reading() as connection:
            state = load_feed(connection, address)
        assert state.next_at is not None
        gaps.append((datetime.fromisoformat(state.next_at) - clock.now).total_seconds())
        clock.now = datetime.fromisoformat(state.next_at)
    assert gaps[:3] == [1260.0, 2520.0, 5040.0]
    assert gaps[-1] == 24 * 3600 * 1.05
    site.add("/feed", feed())
    poll(address)
    with watched.ledger.reading() as connection:
        assert load_feed(connection, address).failures == 0


@pytest.mark.parametrize("status", [429, 503])
def test_a_server_that_asks_to_wait_is_waited_for(site: Site, poll: Poll, watched: Workspace, status: int) -> None:
    address = site.add("/feed", "x", status=status, headers={"Retry-After": "7200"})
    poll(address)
    with watched.ledger.reading() as connection:
        assert load_feed(connection, address).next_at == "2025-03-06T14:00:00.000Z"


def test_a_host_that_is_asked_too_much_is_left_alone(site: Site, poll: Poll, clock: Clock) -> None:
    pages = [site.add(path, "x", status=429, headers={"Retry-After": "500"}) for path in ("/a", "/b", "/c")]
    address = site.add("/feed", feed(*pages))
    found = poll(address)
    assert [type(each) for each in found] == [Failure, Failure, Failure, Polled]
    assert (site.asked.count("/a"), site.asked.count("/b")) == (1, 0)
    clock.wait(700)
    for path in ("/a", "/b", "/c"):
        site.add(path, page(path[1:]))
    assert [type(each) for each in poll(address)] == [Outcome, Outcome, Outcome, Polled]


def test_robots_txt_is_honoured(site: Site, poll: Poll) -> None:
    site.add("/robots.txt", "User-agent: *\nDisallow: /secret\nCrawl-delay: 5")
    address = site.add("/feed", feed(site.add("/secret", page("S")), site.add("/a", page("A"))))
    found = poll(address)
    assert [type(each) for each in found] == [Failure, Outcome, Polled]
    assert "robots.txt" in str(found[0].error)  # type: ignore[attr-defined]  # it is a failure
    assert "/secret" not in site.asked


def test_a_host_is_left_alone_between_requests(site: Site, poll: Poll, clock: Clock) -> None:
    site.add("/robots.txt", "User-agent: *\nCrawl-delay: 5")
    poll(site.add("/feed", feed(site.add("/a", page("A")), site.add("/b", page("B")))))
    assert clock.waits == [5.0, 5.0]


def test_a_page_that_is_gone_is_not_asked_for_again_but_a_failing_one_is(site: Site, poll: Poll, clock: Clock) -> None:
    address = site.add(
        "/feed", feed(site.add("/gone", "x", status=404), site.add("/down", "x", status=500)), headers={"ETag": '"1"'}
    )
    poll(address)
    clock.wait(700)
    site.add("/down", page("D"))
    assert [type(each) for each in poll(address)] == [Outcome, Polled]
    assert "if-none-match" not in site.requests[-2][1]  # the feed was to be read again
    assert site.asked.count("/gone") == 1


def test_an_interrupted_poll_is_taken_up_again(
    site: Site, watched: Workspace, watching: Watching, clock: Clock
) -> None:
    address = site.add("/feed", feed(site.add("/a", page("A")), site.add("/b", page("B"))), headers={"ETag": '"1"'})
    running = watch(watched, [address], watching, once=True)
    assert isinstance(next(running), Outcome)
    del running  # as after Ctrl-C
    assert [type(each) for each in watch(watched, [address], watching, once=True)] == [Outcome, Polled]
    assert clock.waits
    assert site.asked.count("/a") == 1


def test_a_watch_goes_on_until_it_is_stopped(site: Site, watched: Workspace, watching: Watching, clock: Clock) -> None:
    address = site.add("/feed", feed())

    def wait(seconds: float) -> None:
        clock.wait(seconds)
        if len(clock.waits) == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(watch(watched, [address], replace(watching, wait=wait), once=False))
    assert site.asked.count("/feed") == 3


@pytest.mark.parametrize("body", ["<html>no feed</html>", "<!DOCTYPE rss [<!ENTITY a 'b'>]><rss/>"])
def test_what_is_no_feed_is_a_failure(site: Site, poll: Poll, body: str) -> None:
    (failure,) = poll(site.add("/feed", body))
    assert isinstance(failure, Failure)


def test_without_a_feed_there_is_nothing_to_watch(poll: Poll) -> None:
    with pytest.raises(InputError, match=r"feeds\.opml"):
        poll()


@pytest.fixture
def add(watched: Workspace, reader: ReadReport, clock: Clock) -> Callable[..., list[Outcome | Failure]]:
    """Add what is named."""

    def run(*names: str) -> list[Outcome | Failure]:
        gathering = Gathering(
            settings=Settings(fetch_seconds=2),
            clock=clock,
            stdin=io.BytesIO(),
            allow_private=True,
            known=lambda address: is_known(watched, address),
            pace=Pace(clock, clock.wait),
        )
        return list(add_sources(watched, gather(names, gathering), Intake(), reader, who=Reader("small", "1")))

    return run


Add = Callable[..., list[Outcome | Failure]]


def captures(workspace: Workspace) -> Iterator[bytes]:
    from zusage.ledger.fetched import all_captures  # noqa: PLC0415 - one use

    with workspace.ledger.reading() as connection:
        yield from (each.content for each in all_captures(connection))


def test_pages_feeds_and_lists_are_added_by_their_address(site: Site, add: Add, watched: Workspace) -> None:
    site.add("/feed", feed(site.add("/a", page("A")), site.add("/b", page("B"))))
    listed = site.add("/list", f"<opml><body><outline xmlUrl='{site.address}/feed'/></body></opml>")
    alone = site.add("/c", page("C"))
    outcomes = add(alone, listed)
    assert [each.reading.report.title for each in outcomes if isinstance(each, Outcome)] == ["C", "A", "B"]
    assert len(list(captures(watched))) == 3
    assert [str(each.change) for each in add(alone) if isinstance(each, Outcome)] == ["unchanged"]
    assert add(listed) == []  # what a feed names is not fetched again


def test_a_page_is_kept_even_if_no_report_can_be_made_of_it(site: Site, add: Add, watched: Workspace) -> None:
    (failure,) = add(site.add("/a", "<html><body><nav>Start</nav></body></html>"))
    assert isinstance(failure, Failure)
    assert "holds no report" in str(failure.error)
    assert list(captures(watched)) == [b"<html><body><nav>Start</nav></body></html>"]


@pytest.mark.parametrize(("status", "length"), [(404, None), (500, None), (200, 99_999)])
def test_nothing_half_read_enters_the_ledger(
    site: Site, add: Add, watched: Workspace, status: int, length: int | None
) -> None:
    (failure,) = add(site.add("/a", page("A"), status=status, length=length))
    assert isinstance(failure, Failure)
    assert "\n" not in str(failure.error)
    assert list(captures(watched)) == []


def test_a_failure_does_not_stop_the_others(site: Site, add: Add) -> None:
    outcomes = add(site.address + "/none", "missing.html", "https://", site.add("/a", page("A")))
    assert [type(each) for each in outcomes] == [Failure, Failure, Failure, Outcome]


def test_adding_a_feed_leaves_its_host_time(site: Site, add: Add, clock: Clock) -> None:
    add(site.add("/feed", feed(site.add("/a", page("A")), site.add("/b", page("B")))))
    assert clock.waits == [1.0, 1.0]


def test_adding_heeds_a_host_that_is_asked_too_much(site: Site, add: Add) -> None:
    pages = [site.add(path, "x", status=503) for path in ("/a", "/b")]
    assert [type(each) for each in add(*pages)] == [Failure, Failure]
    assert site.asked == ["/a"]


def test_what_was_taken_down_is_not_even_asked_for(site: Site, poll: Poll, watched: Workspace, clock: Clock) -> None:
    address = site.add("/feed", feed(site.add("/a", page("A"))))
    poll(address)
    with watched.ledger.reading() as connection:
        ((report, _),) = reports_in_order(connection)
    take_down(watched, report.id, who="ada", why="asked for")
    clock.wait(700)
    assert [type(each) for each in poll(address)] == [Polled]
    assert site.asked.count("/a") == 1
