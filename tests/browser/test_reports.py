"""Reports, search and assessments in a real browser: pointing at words, keys, switches that answer at once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from waiting import wait_until


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page whose console stays empty."""
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    made = context.new_page()
    said: list[str] = []
    made.on("console", lambda message: said.append(message.text))
    made.on("pageerror", lambda error: said.append(str(error)))
    yield made
    assert said == []
    context.close()


@pytest.fixture(scope="module")
def report(browser: Browser, served: str) -> str:
    """The address of a report with statements that share words."""
    page = browser.new_page()
    page.goto(f"{served}/en/search?q=Soldaten&kind=reports")
    link = page.locator(".hits a").first.get_attribute("href")
    page.close()
    assert link is not None
    return served + link


def test_pointing_at_a_quote_shows_what_was_read(page: Page, report: str) -> None:
    page.goto(report)
    card = page.locator("#hover-card")
    expect(card).to_be_hidden()
    quote = page.locator("mark[data-said]").first
    quote.hover()
    expect(card).to_be_visible()
    assert "lit" in (quote.get_attribute("class") or "")
    assert card.locator(".card").count() == len((quote.get_attribute("data-said") or "").split())
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()


def test_the_keyboard_goes_from_numbers_to_cards_and_back(page: Page, report: str) -> None:
    page.goto(report)
    number = page.locator(".text a.ref").first
    number.focus()
    expect(page.locator("#hover-card")).to_be_visible()
    assert number.get_attribute("aria-describedby") == "hover-card"
    page.keyboard.press("Enter")
    page.wait_for_url("**#s1")
    page.locator("#s1 a.ref").click()
    page.wait_for_url("**#q1")


def test_a_finger_on_a_quote_shows_what_was_read_and_stays_there(browser: Browser, report: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(report)
    quote = page.locator("mark[data-said]").nth(1)
    quote.scroll_into_view_if_needed()
    wait_until(page, "new Promise((done) => { const at = scrollY; setTimeout(() => done(at === scrollY), 200); })")
    place = page.evaluate("scrollY")
    quote.tap()
    expect(page.locator("#hover-card")).to_be_in_viewport()
    page.wait_for_timeout(400)
    assert page.evaluate("scrollY") == place
    page.locator("h1").tap()
    expect(page.locator("#hover-card")).to_be_hidden()
    context.close()


def test_without_scripts_numbers_lead_to_cards(browser: Browser, report: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(report)
    page.locator(".text a.ref").first.click()
    assert page.url.endswith("#s1")
    page.locator("#s1 summary").click()
    assert page.locator("#s1 .trace").is_visible()
    context.close()


def test_searching_from_any_page(page: Page, served: str) -> None:
    page.goto(f"{served}/de/")
    page.locator(".find input").fill("Häuser -xyz")
    page.keyboard.press("Enter")
    page.wait_for_url("**/de/search?q=**")
    assert page.locator("#q").input_value() == "Häuser -xyz"


def test_switches_answer_at_once_and_are_in_the_address(page: Page, served: str) -> None:
    page.goto(f"{served}/en/assessment/paris-2026")
    before = page.locator(".verdict").inner_text()
    page.get_by_label("a ceasefire", exact=True).check()
    page.wait_for_url("**assume=ceasefire**")
    expect(page.locator(".verdict")).not_to_have_text(before)
    assert page.evaluate("document.activeElement.value") == "ceasefire"
    page.select_option("#set-scenario", "ceasefire")
    page.wait_for_url("**scenario=ceasefire**")
    expect(page.get_by_label("a ceasefire", exact=True)).to_be_disabled()
    page.go_back()
    page.wait_for_url("**assume=ceasefire**")
