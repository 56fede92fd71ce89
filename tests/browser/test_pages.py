"""Every page in a real browser: nothing in the console, nothing from elsewhere, nothing for axe to find, nothing too wide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Literal
from urllib.parse import urljoin, urlsplit
from urllib.request import urlopen

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from selectolax.lexbor import LexborHTMLParser as HTMLParser
from waiting import wait_until

WIDE, NARROW = 1400, 360
FIRST_PAINT = 500
"""Milliseconds within which something is to be seen."""

TRIES = 20
"""Visits of which one has to be that quick: what else this machine does can only make a visit slower."""

OF_A_KIND = 2
"""How many pages of one kind are looked at: they differ in what they hold."""

MOST_BYTES = 200_000
"""What a first visit may transfer."""


class Visit:
    """A page in a browser, with what it said and whom it asked."""

    def __init__(self, page: Page, served: str) -> None:
        self.page = page
        self.served = served
        self.said: list[str] = []
        self.elsewhere: list[str] = []
        self.bytes = 0
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("request", self._note)

    def _note(self, request: object) -> None:
        url = str(getattr(request, "url", ""))
        if not url.startswith(self.served):
            self.elsewhere.append(url)

    def open(self, path: str) -> Page:
        answer = self.page.goto(self.served + path)
        assert answer is not None
        assert answer.ok, f"{path}: {answer.status}"
        return self.page


@pytest.fixture
def visit(browser: Browser, served: str) -> Iterator[Visit]:
    """A visitor who has been nowhere yet."""
    context = browser.new_context(viewport={"width": WIDE, "height": 900})
    yield Visit(context.new_page(), served)
    context.close()


@pytest.fixture(scope="session")
def paths(served: str) -> list[str]:
    """Addresses after the language, two of each kind of page: what can be reached from the overview by following links."""
    waiting, found, kinds = ["/", "/?as_of=2025-09-10"], [], Counter[str]()
    while waiting:
        path = waiting.pop(0)
        parts = urlsplit(path).path.split("/")
        kind = "/".join(parts[:2]) + ("/…" if len(parts) > 2 else "")
        if path not in found and kinds[kind] < OF_A_KIND:
            kinds[kind] += 1
            found.append(path)
            waiting.extend(_links(f"{served}/en", path))
    return found


def _links(home: str, path: str) -> Iterator[str]:
    with urlopen(home + path) as answer:  # noqa: S310 - our own server
        page = HTMLParser(answer.read())
    for link in page.css("a[href]"):
        address = urljoin(home + path, link.attributes["href"]).partition("#")[0]
        if address.startswith(home + "/") and "." not in urlsplit(address).path.rpartition("/")[2]:
            yield address.removeprefix(home)


def test_every_page_is_quiet_and_asks_nobody_else(visit: Visit, paths: list[str]) -> None:
    for path in paths:
        for language in ("de", "en"):
            visit.open(f"/{language}{path}")
    assert visit.said == []
    assert visit.elsewhere == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, served: str, paths: list[str], scheme: Literal["light", "dark"]) -> None:
    context = browser.new_context(viewport={"width": WIDE, "height": 900}, color_scheme=scheme, bypass_csp=True)
    visit = Visit(context.new_page(), served)
    axe = Axe()
    for path in paths:
        page = visit.open(f"/{'de' if scheme == 'dark' else 'en'}{path}")
        found = axe.run(
            page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
        )
        assert found.violations_count == 0, f"{path}\n{found.generate_report()}"
    context.close()


def test_nothing_is_wider_than_a_telephone(browser: Browser, served: str, paths: list[str]) -> None:
    context = browser.new_context(viewport={"width": NARROW, "height": 740})
    visit = Visit(context.new_page(), served)
    for path in paths:
        page = visit.open(f"/de{path}")
        over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert over <= 0, path
    context.close()


def test_pages_work_without_scripts(browser: Browser, served: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = Visit(context.new_page(), served).open("/en/ledger")
    page.select_option("select[name=measure]", "troops")
    page.get_by_role("button", name="Show").click()
    assert "measure=troops" in page.url
    assert page.locator("tbody tr").count() > 0
    assert all("troops" in each for each in page.locator("tbody tr").all_inner_texts())
    context.close()


def test_filters_answer_at_once_and_are_in_the_address(visit: Visit) -> None:
    page = visit.open("/en/ledger")
    before = page.locator("tbody tr").count()
    page.select_option("select[name=measure]", "training")
    page.wait_for_url("**measure=training**")
    assert 0 < page.locator("tbody tr").count() < before
    page.go_back()
    page.wait_for_url("**/en/ledger")
    assert visit.said == []


def test_a_filter_that_is_used_stays_in_use(visit: Visit) -> None:
    page = visit.open("/en/ledger")
    measure = page.locator("select[name=measure]")
    measure.focus()
    for number in (1, 2):
        with page.expect_response("**/en/ledger?*"):
            page.keyboard.press("ArrowDown")
        expect(measure).to_have_js_property("selectedIndex", number)
        expect(measure).to_be_focused()
    caption = page.locator("main caption").first.inner_text()
    expect(page.locator("body > p.unseen[role=status]")).to_have_text(caption)
    assert urlsplit(page.url).query.startswith("measure=")
    assert "=&" not in page.url


def test_the_keyboard_reaches_the_content_first(visit: Visit) -> None:
    page = visit.open("/en/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_a_first_visit_is_quick_and_small(browser: Browser, served: str, paths: list[str]) -> None:
    for path in paths:
        paint = float("inf")
        for _ in range(TRIES):
            sizes, paint_now = _first_visit(browser, served, path)
            assert sizes < MOST_BYTES, f"{path}: {sizes} bytes"
            paint = min(paint, paint_now)
            if paint < FIRST_PAINT:
                break
        assert paint < FIRST_PAINT, f"{path}: {paint} ms"


def _first_visit(browser: Browser, served: str, path: str) -> tuple[int, float]:
    """Bytes that a visitor with nothing kept is sent, and milliseconds until something is to be seen."""
    context = browser.new_context()
    page = Visit(context.new_page(), served).open(f"/en{path}")
    page.wait_for_load_state("load")
    sizes = page.evaluate("performance.getEntries().reduce((sum, each) => sum + (each.transferSize || 0), 0)")
    painted = "performance.getEntriesByName('first-contentful-paint')"
    wait_until(page, f"{painted}.length")
    paint = page.evaluate(f"{painted}[0].startTime")
    context.close()
    return int(sizes), float(paint)
