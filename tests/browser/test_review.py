"""The review in a real browser: each key, selecting words, without scripts; nothing for axe to find on pages of accounts."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest
from adding_pages import TEXT
from axe_playwright_python.sync_playwright import Axe
from page_server import serve
from playwright.sync_api import Browser, Page
from waiting import wait_until

from zusage.model.accounts import Role
from zusage.model.remarks import RemarkKind
from zusage.model.statement import Commitment
from zusage.settings import Settings
from zusage.web.app import create_app
from zusage.web.site import Site
from zusage.workflow import judge, remarks
from zusage.workflow.accounts import people
from zusage.workflow.accounts.passwords import Passwords
from zusage.workflow.views import view_ledger
from zusage.workflow.workspace import Workspace, open_workspace

CHEAP = Passwords(memory=8, passes=1, lanes=1)
GOOD = "four lanterns over a harbour"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

Open = Callable[..., Page]


@pytest.fixture
def workspace(sample_ledger: Path, tmp_path: Path) -> Workspace:
    """A copy of the sample ledger that a test may write to, with a moderator and remarks."""
    shutil.copytree(sample_ledger, tmp_path / "ledger")
    made = open_workspace(Settings(ledger=tmp_path / "ledger"), write=True)
    people.add_person(made, "mona", Role.ADMIN, GOOD, passwords=CHEAP, by="test")
    entry = view_ledger(made).entries[0]
    for kind in RemarkKind:
        draft = remarks.Draft(kind, "The ministry's own page gives another number.", "https://ministry.example/", "Max")
        remarks.send_remark(made, entry, draft, address="192.0.2.1")
    remarks.publish(made, remarks.waiting(made)[0].id, who="mona", answer="Looked at.")
    return made


@pytest.fixture
def address(workspace: Workspace) -> Iterator[str]:
    with serve(create_app(Site(workspace, passwords=CHEAP))) as found:
        yield found


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[Open]:
    """Opens pages as somebody who has signed in by the form."""
    contexts = []

    def make(language: str = "en", **options: object) -> Page:
        context = browser.new_context(base_url=address, viewport={"width": 1400, "height": 900}, **options)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.goto(f"/{language}/account/sign-in?next=/{language}/review")
        page.fill("input[name=name]", "mona")
        page.fill("input[name=password]", GOOD)
        press(page, "Enter")
        assert page.url.endswith(f"/{language}/review")
        return page

    yield make
    for context in contexts:
        context.close()


def acts(workspace: Workspace) -> list[str]:
    return [str(each.what) for each in judge.log(workspace)]


def press(page: Page, key: str) -> None:
    """Press a key that leads to another page, and wait for it."""
    with page.expect_navigation():
        page.keyboard.press(key)


def test_each_key_does_what_it_says(open_page: Open, workspace: Workspace) -> None:
    page = open_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    press(page, "Enter")
    first = page.url
    press(page, "j")
    second = page.url
    assert second != first
    press(page, "k")
    assert page.url == first
    press(page, " ")
    assert page.url == second
    press(page, "k")
    press(page, "a")
    assert page.url == second
    press(page, "x")
    while not page.locator('[data-key~="4"]').count():  # what is no pledge has no firmness to correct
        press(page, " ")
    third = page.url
    assert acts(workspace) == ["accept", "reject"]
    press(page, "4")
    assert acts(workspace)[2:] == ["correct"]
    press(page, "Backspace")
    assert page.url == third
    press(page, "Backspace")
    assert page.url == second
    assert acts(workspace)[3:] == ["undo", "undo"]
    page.keyboard.press("?")
    assert page.locator("#keys").get_attribute("open") is not None
    page.keyboard.press("e")
    assert page.evaluate("document.activeElement.name") == "actor"
    page.keyboard.type("a")  # types, and accepts nothing
    page.keyboard.press("Escape")
    assert len(acts(workspace)) == 5
    press(page, "n")
    assert page.url.endswith("/code")
    assert said == []


def test_single_keys_can_be_switched_off(open_page: Open, workspace: Workspace) -> None:
    page = open_page()
    page.goto("/en/review/next")
    page.keyboard.press("?")
    page.locator("#keys-on").focus()
    page.keyboard.press(" ")
    page.locator("#keys-on:not(:checked)").wait_for()
    page.locator("#keys-on").blur()
    page.keyboard.press("a")
    page.reload()
    page.keyboard.press("x")
    page.wait_for_timeout(300)
    assert acts(workspace) == []


def test_selected_words_come_into_the_form(open_page: Open, workspace: Workspace) -> None:
    page = open_page()
    page.goto("/en/review/next")
    press(page, "n")
    wanted = page.evaluate("""() => {
        const walker = document.createTreeWalker(document.getElementById("report-text"), NodeFilter.SHOW_TEXT);
        let node; while ((node = walker.nextNode()) && (node.data.length < 60 || node.parentElement.closest("mark")));
        const range = document.createRange();
        range.setStart(node, 20); range.setEnd(node, 50);
        getSelection().removeAllRanges(); getSelection().addRange(range);
        return range.toString().trim();
    }""")
    wait_until(page, "document.getElementById('quote').value !== ''")
    assert page.input_value("#quote") == wanted
    assert page.input_value("#place").isdigit()
    page.fill("input[name=actor]", "ee")
    page.select_option("select[name=measure]", "troops")
    page.select_option("select[name=firmness]", "pledged")
    assert page.locator(".for-position").is_hidden()
    page.get_by_role("button", name="Keep the statement").click()
    page.get_by_role("status").wait_for()
    (made,) = judge.log(workspace)
    assert made.statement is not None
    assert made.statement.quote is not None
    assert " ".join(made.statement.quote.exact.split()) == " ".join(wanted.split())


def focus(page: Page) -> str:
    return str(
        page.evaluate("document.activeElement.id || document.activeElement.name || document.activeElement.tagName")
    )


def test_the_keyboard_alone_reviews_and_codes(open_page: Open, workspace: Workspace) -> None:
    page = open_page("de")
    press(page, "Enter")
    wait_until(page, "document.activeElement.tagName === 'H1'")
    press(page, "a")
    wait_until(page, "document.activeElement.tagName === 'H1'")
    assert page.locator("#last").inner_text().startswith("Ihre letzte Entscheidung: bestätigt")
    page.keyboard.press("e")
    assert focus(page) == "actor"
    page.keyboard.press("Escape")
    assert focus(page) == "SUMMARY"
    page.keyboard.press("?")
    assert focus(page) == "SUMMARY"  # on the box there, the space bar would switch the keys off
    page.keyboard.press("?")
    press(page, "n")
    page.locator("#report-text").focus()
    for key in ("ArrowRight", "ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight"):
        page.keyboard.press(key)
    wait_until(page, "document.getElementById('quote').value.split(/\\s+/).length >= 2")
    quote = page.input_value("#quote")
    page.locator("input[name=actor]").focus()
    page.keyboard.type("Estland")
    page.keyboard.press("Enter")
    assert focus(page) == "measure"  # it is needed, and says so before anything is sent
    page.select_option("select[name=measure]", "troops")
    page.select_option("select[name=firmness]", "pledged")
    page.locator("input[name=actor]").focus()
    press(page, "Enter")
    made = judge.log(workspace)[-1].statement
    assert isinstance(made, Commitment)
    assert made.actor == "ee"
    assert made.quote is not None
    assert made.quote.exact.split() == quote.split()


def test_everything_works_without_scripts(open_page: Open, workspace: Workspace) -> None:
    page = open_page("de", java_script_enabled=False)
    page.get_by_role("link", name="Anfangen").click()
    page.get_by_role("button", name=re.compile("Bestätigen")).click()
    page.locator("#edit summary").click()
    page.locator("#edit input[name=why]").fill("so steht es da")
    page.get_by_role("button", name=re.compile("Verwerfen")).click()
    page.get_by_role("button", name=re.compile("Rückgängig")).click()
    assert acts(workspace) == ["accept", "reject", "undo"]
    page.get_by_role("link", name=re.compile("Fehlendes eintragen")).click()
    assert page.locator(".for-position").is_visible()
    page.goto("/de/remarks")
    page.get_by_role("button", name="Freigeben").click()
    assert remarks.waiting(workspace) == ()


def test_a_file_is_sent_without_scripts(open_page: Open, tmp_path: Path) -> None:
    report = tmp_path / "bericht <b>.txt"
    report.write_text(f"Sanitäter für die Ukraine\n\n{TEXT}", encoding="utf-8")
    page = open_page("de", java_script_enabled=False)
    page.goto("/de/add")
    page.get_by_text("Stattdessen eine Datei wählen").click()
    page.set_input_files("input[type=file]", report)
    page.get_by_role("button", name="Hinzufügen und lesen").click()
    page.get_by_text("Fertig: 1 Bericht").wait_for()  # the page looks again by itself
    assert page.locator("h1").inner_text() == report.name
    page.get_by_role("link", name="Sanitäter für die Ukraine").click()
    assert "40 Sanitäter" in page.locator("mark").first.inner_text()


def test_a_file_that_is_too_large_is_told_before_it_is_sent(open_page: Open, tmp_path: Path) -> None:
    (tmp_path / "large.txt").write_bytes(b"a" * 5_000_001)
    page = open_page()
    page.goto("/en/add")
    page.get_by_text("Choose a file instead").click()
    page.set_input_files("input[type=file]", tmp_path / "large.txt")
    field = page.locator("input[type=file]")
    wait_until(page, "document.querySelector('input[type=file]').validationMessage")
    assert field.evaluate("each => each.validationMessage") == "The file is larger than 5 MB."
    page.get_by_role("button", name="Add and read").click()
    assert page.url.endswith("/en/add")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_is_too_wide(
    open_page: Open, workspace: Workspace, scheme: Literal["light", "dark"]
) -> None:
    language = "de" if scheme == "dark" else "en"
    page = open_page(language, color_scheme=scheme, bypass_csp=True)
    entry = remarks.waiting(workspace)[0].entry
    page.goto(f"/{language}/review/next")
    press(page, "a")
    decision = page.url
    report = page.locator("a[data-key=n]").get_attribute("href")
    paths = [
        "/add",
        "/review",
        "/account",
        "/account/audit",
        "/remarks",
        f"/entries/{entry}/remarks",
        f"/entries/{entry}/judge",
    ]
    problems: list[str] = []
    for path in (decision, str(report), *(f"/{language}{each}" for each in paths)):
        page.set_viewport_size({"width": 1400, "height": 900})
        page.goto(path)
        page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        found = Axe().run(page, options={"runOnly": RULES})
        problems += [f"{path}\n{found.generate_report()}"] if found.violations_count else []
        page.set_viewport_size({"width": 360, "height": 740})
        over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        problems += [f"{path} is too wide"] if over > 0 else []
    assert problems == [], "\n".join(problems)
    page.context.clear_cookies()
    page.goto(f"/{language}/account/sign-in")
    assert Axe().run(page, options={"runOnly": RULES}).violations_count == 0
