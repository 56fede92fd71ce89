"""The pages over a ledger of 100,000 statements: time of each page uncached, bytes of a first visit, requests a second.

usage: pages_served.py [--statements N] [--folder DIR] [--part PART] [--samples N] [--only WORDS] [--who WHO] [--seconds N]
                       [--workers N]

Pages: every page that is offered, in every form, is asked for in this process as a server works it out, at many addresses
and no answer kept: the 95th percentile is printed, once as time on the clock and once as time of the processor (which a
busy machine does not change, and which is held against the limit). Then the same for the public edition (the statements of
every fifth report are accepted) and for who is signed in to review. Lists that are given whole, to be taken home, have no
limit. What a server does when it starts is done before (`zusage.web.warming`), and each kind
is asked for once in each language, since lexicons are loaded once in a server's life. Bytes: what a
browser that has never been here transfers for a page, packed, with style and scripts.

Load: `zusage serve --workers 1` in processes of its own, clients with connections that stay open in another, and one that
adds a report every other second. Every answer is looked at. What the server's processes took of the processor is printed
apart from what the clients took, since they share the machine.
"""

from __future__ import annotations

import argparse
import itertools
import multiprocessing
import os
import random
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from importlib.resources import files
from multiprocessing.synchronize import Event
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy is loaded: one core

from sqlalchemy import select
from starlette.requests import Request

from clients import Answered, ask_each, ask_for
from generated_reports import reading
from ledger import add, first_ledger, statements_in
from zusage.ledger import tables
from zusage.ledger.tables import readings
from zusage.ledger.writing import save_judgement
from zusage.model.ledger import Act, Judgement
from zusage.settings import Settings
from zusage.web.access import ADD, READ, REVIEW, Visitor
from zusage.web.address import LANGUAGES, Address, read_query
from zusage.web.answering import PageFunction, work_out
from zusage.web.app import create_app, offers
from zusage.web.asking import Asked, NotThereError
from zusage.web.cache import Answer
from zusage.web.handling import Call, Handler
from zusage.web.routes import remarks, review
from zusage.web.routes.citing import write_citations
from zusage.web.routes.feeds import write_feed
from zusage.web.site import Serving, Site
from zusage.web.warming import warm
from zusage.workflow.assess import shipped_packages
from zusage.workflow.lookups import EntryOrder, Lookups, Page
from zusage.workflow.workspace import Workspace, open_workspace

PAGE_MS, FIRST_VISIT, A_SECOND = 80.0, 200_000, 500.0
"""Limits: milliseconds of a page's 95th percentile, bytes of a first visit, requests a second on two cores."""

VISITORS = ("everybody", "public", "reviewers")
"""Who asks: nobody in particular on a private server, the same on a public one, and who is signed in to review."""

CLIENTS = 16
ADDRESSES = 60
"""Different addresses under load; the first ones are asked for most."""

EVERY = 2.0
"""Seconds between two reports that are added under load."""


def main() -> int:
    """Make the ledger, measure, print; the exit status says whether a limit was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--statements", type=int, default=100_000)
    parser.add_argument("--folder", type=Path, help="keep the ledger here; one that is there already is used")
    parser.add_argument("--samples", type=int, default=40, help="addresses of each kind of page")
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--part", choices=["pages", "load", "all"], default="all")
    parser.add_argument(
        "--only", default="", help="only the kinds of pages in whose name this is found (a regular expression)"
    )
    parser.add_argument("--who", choices=[*VISITORS, "all"], default="all", help="who asks for the pages")
    parser.add_argument(
        "--workers", type=int, default=1, help="processes in which the server works pages out under load"
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = options.folder or Path(made) / "ledger"
        if not folder.exists():
            accept(first_ledger(folder, options.statements)[0])
        workspace = open_workspace(Settings(ledger=folder), stands=True)
        print(f"{statements_in(workspace):,} statements")
        missed = False
        if options.part in {"pages", "all"}:
            missed |= measure_pages(workspace, options.samples, options.only, options.who)
        if options.part in {"load", "all"}:
            missed |= measure_load(folder, options.seconds, options.workers)
    return int(missed)


ACCEPTED = 5
"""Of so many reports the statements of one have been accepted: that is what the public edition has."""


def accept(workspace: Workspace) -> None:
    """Accept some of the statements of a ledger."""
    reports, statements = select(readings.c.report).distinct().order_by(readings.c.report), tables.statements
    with workspace.writing() as connection:
        for report in connection.scalars(reports).all()[::ACCEPTED]:
            for name in connection.scalars(select(statements.c.id).where(statements.c.report == report)).all():
                made = Judgement(who="reviewer", when=workspace.clock(), what=Act.ACCEPT, target=name)
                save_judgement(connection, made, report=report, body="")


# --- Pages ---


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of page in one form, for one sort of visitor: what makes the answer, and the addresses that are asked for.

    ``is_whole``: it is a list without pages, to be taken home; it has no limit.
    """

    name: str
    answers: Callable[[Address, Mapping[str, str]], Answer]
    addresses: Sequence[tuple[Address, Mapping[str, str]]]
    is_whole: bool = False


WHOLE = {("/ledger", "csv"), ("/conflicts", "csv"), ("/meetings", "csv")} | {
    (path, form) for path in ("/reports", "/stories") for form in ("json", "csv")
}
"""Lists that are given whole in some forms."""

FEEDS, CITED = ("atom", "rss", "feed.json"), ("bib",)
"""The forms of a feed, and one of a citation: all of these are made at once."""

Place = tuple[str, str, Mapping[str, str]]
"""A path, its parameters, and what stands in the path's braces."""


class Places:
    """Addresses that a ledger has, by the path of their page."""

    def __init__(self, lookups: Lookups, samples: int) -> None:
        """Choose so many of each kind, the same in every run."""
        chance = random.Random(1)  # noqa: S311 - as above
        total = lookups.entries(page=Page(1)).total
        starts = [chance.randrange(total) for _ in range(samples)]
        self.entries = [lookups.entries(page=Page(1, start), order=EntryOrder.ACTOR).items[0] for start in starts]
        self.days = [each.last_day for each in self.entries if each.last_day]
        self.samples = samples
        self.lookups = lookups
        self.filters = [
            f"actor={each.actor}&measure={each.measure}" if number % 2 else f"firmness={each.firmness}&roots=2"
            for number, each in enumerate(self.entries)
        ]
        reports = [each.newest.words.report for each in self.entries]
        self.words = [chance.choice(each.title.split()).strip(",.") for each in reports if each.title]

    def of_offers(self) -> Mapping[str, list[Place]]:
        """Addresses of every page that is offered, by its path."""
        lookups, pages = self.lookups, [f"page={number}" for number in range(1, self.samples + 1)]
        matrix = lookups.matrix()
        stories = [each.id for each in lookups.stories(page=Page(self.samples // 2))]
        stories += [each.newest.words.report.story or "" for each in self.entries[: self.samples - len(stories)]]
        conflicts = [each.conflict.id for each in lookups.conflicts(page=Page(self.samples))]
        packages = shipped_packages(lookups)
        return {
            "/": [("/", "", {}), *(("/", f"since={day}", {}) for day in self.days)],
            "/ledger": [("/ledger", query, {}) for query in self.filters],
            "/entries/{entry}": _one("entry", "/entries", [each.id for each in self.entries]),
            "/actors/{actor}": _one("actor", "/actors", matrix.actors[: self.samples]),
            "/measures/{measure}": _one("measure", "/measures", matrix.measures),
            "/conflicts": [("/conflicts", page, {}) for page in pages],
            "/conflicts/{conflict}": _one("conflict", "/conflicts", conflicts),
            "/meetings": [("/meetings", page, {}) for page in pages],
            "/reports": [("/reports", page, {}) for page in pages],
            "/reports/{report}": _one("report", "/reports", [each.newest.words.report.id for each in self.entries]),
            "/stories": [("/stories", page, {}) for page in pages],
            "/stories/{story}": _one("story", "/stories", stories),
            "/search": [("/search", f"q={words}", {}) for words in [*self.words, *COMMON]],
            "/about": [("/about", "", {})],
            "/assessment": [("/assessment", "", {})],
            "/assessment/{package}": _one("package", "/assessment", packages),
        }

    def of_days(self) -> Mapping[str, list[Place]]:
        """Addresses of pages as of a day."""
        known = self.of_offers()
        return {
            path: [
                (place, f"{query}&as_of={day}" if query else f"as_of={day}", values)
                for (place, query, values), day in zip(known[path], itertools.cycle(self.days), strict=False)
                if "since" not in query
            ]
            for path in ("/ledger", "/entries/{entry}", "/actors/{actor}", "/measures/{measure}")
        } | {"/": [("/", f"as_of={day}", {}) for day in self.days]}


COMMON = ("they met", "said talks", "city", "troops", "funding logistics")
"""Words that are in very many reports."""


def _one(name: str, path: str, found: Iterable[str]) -> list[Place]:
    return [(f"{path}/{each}", "", {name: each}) for each in dict.fromkeys(found)]


def kinds(site: Site, visitor: Visitor, samples: int) -> Iterator[Kind]:
    """Yield every kind of page that is offered, in every form, then those as of a day, feeds and citations."""
    places = Places(site.lookups if visitor.sees_all else site.accepted, samples)
    known = places.of_offers()
    for each in offers():
        for form in each.forms:
            is_whole = (each.path, form) in WHOLE
            found = known[each.path] if form == "html" else known[each.path][: 1 if is_whole else samples // 3]
            work = partial(work_out_as, site, visitor, each.answers)
            yield Kind(f"{each.path} {form}", work, _addresses(found, form), is_whole)
    answers = {each.path: each.answers for each in offers()}
    for path, found in places.of_days().items():
        work = partial(work_out_as, site, visitor, answers[path])
        yield Kind(f"{path} as of a day", work, _addresses(found, "html"))
    followed = [place for path in FOLLOWED for place in known[path][: samples // 5]]
    yield Kind("feeds", partial(feed_of, site, visitor), _addresses(followed, *FEEDS))
    yield Kind("citations", partial(citation_of, site, visitor), _addresses(followed, *CITED))


FOLLOWED = (
    "/",
    "/ledger",
    "/entries/{entry}",
    "/actors/{actor}",
    "/measures/{measure}",
    "/stories/{story}",
    "/conflicts",
)
"""Pages that have a feed."""


def work_out_as(
    site: Site, visitor: Visitor, answers: PageFunction, address: Address, values: Mapping[str, str]
) -> Answer:
    """Make an answer as the server does when nothing is kept."""
    return work_out(Asked(site, address, visitor, dict(values)), answers)


def feed_of(site: Site, visitor: Visitor, address: Address, values: Mapping[str, str]) -> Answer:
    """Make a feed in one of its forms."""
    return write_feed(Asked(site, address, visitor, dict(values)), "https://ledger.example")


def citation_of(site: Site, visitor: Visitor, address: Address, values: Mapping[str, str]) -> Answer:
    """Make a citation in all its forms."""
    return write_citations(Asked(site, address, visitor, dict(values)), "https://ledger.example")[address.form]


def reviewing(site: Site, samples: int) -> Iterator[Kind]:
    """Yield the pages of who is signed in to review."""
    visitor = Visitor(account="reviewer", role="reviewer", public=True, rights=frozenset({READ, ADD, REVIEW}))
    queue = site.desk.queue("reviewer")
    places = Places(site.lookups, samples)
    known = places.of_offers()
    statements = [queue.items[len(queue.items) * number // samples].id for number in range(samples)]
    asked: dict[str, tuple[Handler, list[Place]]] = {
        "/review": (review.show_queue, [("/review", "", {})] * (samples // 3)),
        "/review/{statement}": (review.show_decision, _one("statement", "/review", statements)),
        "/reports/{report}/code": (review.show_coding, known["/reports/{report}"]),
        "/entries/{entry}/judge": (review.show_entry, known["/entries/{entry}"]),
        "/entries/{entry}/remarks": (remarks.show_remarks, known["/entries/{entry}"]),
    }
    for path, (handler, found) in asked.items():
        yield Kind(f"{path} signed in", partial(handled, site, visitor, handler), _addresses(found, "html"))


def handled(site: Site, visitor: Visitor, handler: Handler, address: Address, values: Mapping[str, str]) -> Answer:
    """Make the answer of a page with forms."""
    scope = {"type": "http", "method": "GET", "path": address.path, "headers": [], "query_string": b"", "state": {}}
    request = Request(scope | {"app": create_app(site), "server": ("127.0.0.1", 80), "scheme": "http"})
    response = handler(Call(request, Asked(site, address, visitor, dict(values))))
    return Answer(bytes(response.body), "text/html", response.status_code)


def _addresses(places: Iterable[Place], *forms: str) -> list[tuple[Address, Mapping[str, str]]]:
    return [
        (_address(path, query, form, LANGUAGES[number % len(LANGUAGES)]), values)
        for form in forms
        for number, (path, query, values) in enumerate(places)
    ]


def _address(path: str, query: str, form: str, language: str) -> Address:
    pairs = [tuple(pair.split("=", 1)) for pair in query.split("&") if pair]
    return Address(language=language, path=path, form=form, query=read_query((name, value) for name, value in pairs))


def measure_pages(workspace: Workspace, samples: int, only: str, who: str) -> bool:
    """Print each kind's time and bytes; say whether a limit was missed."""
    warm()
    static = sum(len(packed(file.read_bytes())) for file in (files("zusage.web") / "static").iterdir())
    print(f"{'page':40}{'asked':>7}{'p50 ms':>9}{'p95 ms':>9}{'p95 cpu':>9}{'first visit':>13}")
    private, public = Site(workspace), Site(workspace, Serving(public=True))
    found = {
        "everybody": lambda: kinds(private, Visitor(), samples),
        "public": lambda: (
            replace(each, name=f"public {each.name}") for each in kinds(public, Visitor(public=True), samples)
        ),
        "reviewers": lambda: reviewing(private, samples),
    }
    asking = [each for name in VISITORS if who in {name, "all"} for each in found[name]()]
    missed = [measure_kind(each, static) for each in asking if re.search(only, each.name)]
    print(f"limits: p95 {PAGE_MS:.0f} ms, first visit {FIRST_VISIT:,} bytes (of these {static:,} style, scripts, mark)")
    return any(missed)


def measure_kind(kind: Kind, static: int) -> bool:
    """Print the time and bytes of one kind of page; say whether a limit was missed."""
    clock, processor, sizes = [], [], [0]
    for address, values in kind.addresses[: len(LANGUAGES)]:
        with suppress(NotThereError):
            kind.answers(address, values)
    for address, values in kind.addresses:
        try:
            answer, seconds, busy = timed(partial(kind.answers, address, values))
        except NotThereError:
            continue
        clock.append(seconds * 1e3)
        processor.append(busy * 1e3)
        sizes.append(len(answer.packed or answer.body) + static)
    if not clock:
        print(f"{kind.name:40}{'none':>7}")
        return False
    late = not kind.is_whole and (percentile(processor, 0.95) > PAGE_MS or max(sizes) > FIRST_VISIT)
    print(
        f"{kind.name:40}{len(clock):7}{percentile(clock, 0.5):9.1f}{percentile(clock, 0.95):9.1f}"
        f"{percentile(processor, 0.95):9.1f}{max(sizes):13,}{'  MISSED' if late else '  (a whole list)' if kind.is_whole else ''}",
        flush=True,
    )
    return late


def timed(work: Callable[[], Answer]) -> tuple[Answer, float, float]:
    """Do some work; return what it gives, seconds on the clock, seconds of the processor."""
    start, busy = time.perf_counter(), time.thread_time()
    answer = work()
    return answer, time.perf_counter() - start, time.thread_time() - busy


def packed(content: bytes) -> bytes:
    """Bytes as they go over the wire."""
    return Answer(content, "").packed or content


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which that share lies."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


# --- Load ---


def measure_load(folder: Path, seconds: float, workers: int) -> bool:
    """Print requests a second while a writer adds reports; say whether the limit was missed."""
    lookups = Lookups(open_workspace(Settings(ledger=folder)))
    paths = busy_addresses(lookups)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(Path(sys.executable).with_name("zusage")), "serve", "--ledger", str(folder), "--port", str(port)]
    server = subprocess.Popen([*command, "--workers", str(workers)], stderr=subprocess.DEVNULL)
    context = multiprocessing.get_context("spawn")
    try:
        wait_for(port)
        with context.Pool(1) as clients:
            clients.apply(ask_each, (port, paths))
            begun, done = context.Event(), context.Event()
            writer = context.Process(target=write, args=(folder, begun, done))
            writer.start()
            begun.wait(60)
            before = reports_in(folder)
            served = [processor_time(each) for each in family(server.pid)]
            found = clients.apply(ask_for, (port, paths), {"seconds": seconds, "clients": CLIENTS})
            spent = [now - then for now, then in zip(map(processor_time, family(server.pid)), served, strict=True)]
            done.set()
            writer.join(60)
    finally:
        server.terminate()
        server.wait(10)
    print_load(found, spent)
    added = reports_in(folder) - before
    print(f"{'reports added':34}{added:10,}{'' if writer.exitcode == 0 else '   THE WRITER FAILED'}")
    rate = max(found.answers / found.seconds, found.answers / sum(spent))
    return found.wrong > 0 or writer.exitcode != 0 or rate < A_SECOND


def print_load(found: Answered, spent: Sequence[float]) -> None:
    """Print what was answered, and what it cost; ``spent`` are seconds of the server, then of its processes."""
    waits = sorted(found.waits)
    own, made = spent[0] / found.answers * 1e3, sum(spent[1:]) / found.answers * 1e3
    clients = found.spent / found.answers * 1e3
    print(f"{'requests a second, by the clock':34}{found.answers / found.seconds:10,.0f}   (limit {A_SECOND:,.0f})")
    print(f"{'requests a second of a core':34}{found.answers / sum(spent):10,.0f}   (all that the server took)")
    print(f"{'answers, errors, changed by writer':34}{found.answers:10,}{found.wrong:6}{found.changed:6}")
    print(f"{'wait, ms: p50, p95, longest':34}" + "".join(f"{each * 1e3:10.1f}" for each in _three(waits)))
    print(f"{'processor, ms an answer':34}{own:10.2f} server{made:8.2f} its workers{clients:8.2f} clients")


def _three(waits: Sequence[float]) -> tuple[float, float, float]:
    return percentile(waits, 0.5), percentile(waits, 0.95), waits[-1]


def family(process: int) -> list[int]:
    """A process and those that it has started (Linux)."""
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return [process, *map(int, children)]


def reports_in(folder: Path) -> int:
    """How many reports a ledger has."""
    return Lookups(open_workspace(Settings(ledger=folder))).counts().reports


def busy_addresses(lookups: Lookups) -> list[str]:
    """Addresses as people ask for them: overview and lists most, then entries and actors."""
    found = ["/en/", "/de/", "/en/ledger", "/de/ledger", "/en/conflicts", "/static/zusage.css", "/static/zusage.js"]
    found += [f"/en/entries/{each.id}" for each in lookups.entries(page=Page(ADDRESSES), order=EntryOrder.NEWEST)]
    found += [f"/de/actors/{each}" for each in lookups.matrix().actors[:10]]
    return found[:ADDRESSES]


def write(folder: Path, begun: Event, done: Event) -> None:
    """Add a report every other second until told to stop, and tell when the first is there; in a process of its own."""
    workspace = open_workspace(Settings(ledger=folder), write=True)
    for number in itertools.count(Lookups(workspace).counts().reports):
        add(workspace, reading(number))
        begun.set()
        if done.wait(EVERY):
            return


def wait_for(port: int) -> None:
    """Wait until a server answers."""
    for _ in range(300):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("the server did not start")


def processor_time(process: int) -> float:
    """Seconds of the processor that a process has taken (Linux)."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    sys.exit(main())
