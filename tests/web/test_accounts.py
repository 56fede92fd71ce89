"""Signing in to the pages, as somebody who attacks them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from starlette.routing import Route
from starlette.testclient import TestClient

from zusage.ledger.auditing import audit_log
from zusage.ledger.store import make_ledger
from zusage.model.accounts import Right, Role
from zusage.model.ledger import Act
from zusage.model.remarks import RemarkState
from zusage.web.app import create_app
from zusage.web.forms import is_form_token, local_path, make_form_token
from zusage.web.site import Serving, Site
from zusage.web.wording import WORDS
from zusage.workflow.accounts import people, tokens
from zusage.workflow.accounts.passwords import Passwords
from zusage.workflow.workspace import Workspace

CHEAP = Passwords(memory=8, passes=1, lanes=1)
GOOD = "four lanterns over a harbour"
HERE, WORLD = "http://127.0.0.1", "https://pledges.example"

Browser = Callable[..., TestClient]


@pytest.fixture
def make_browser(workspace: Workspace) -> Iterator[Browser]:
    """Makes browsers with cookies of their own, of a server on this machine or one that the world sees."""
    for role in Role:
        people.add_person(workspace, f"a-{role}", role, GOOD, passwords=CHEAP, by="test")
    with ExitStack() as stack:

        def make(base: str = HERE, *, closed: bool = False, public: bool = False) -> TestClient:
            serving = Serving(public=public, closed=closed, hosts=())
            app = create_app(Site(workspace, serving, passwords=CHEAP))
            return stack.enter_context(TestClient(app, base_url=base, follow_redirects=False))

        yield make


def token_of(page: str) -> str:
    found = re.search(r'name="form_token" value="([^"]+)"', page)
    assert found, page
    return found[1]


def sign_in(browser: TestClient, name: str = "a-reviewer", password: str = GOOD, **more: str) -> str:
    """Sign in by the form; return where it leads."""
    page = browser.get("/en/account/sign-in", params={k: v for k, v in more.items() if k == "next"})
    sent = {"form_token": token_of(page.text), "name": name, "password": password, **more}
    answer = browser.post("/en/account/sign-in", data=sent)
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


def cookies_of(answer: object) -> list[str]:
    return [value for name, value in answer.headers.multi_items() if name == "set-cookie"]  # type: ignore[attr-defined]


def test_signing_in_and_out_by_form(make_browser: Browser) -> None:
    browser = make_browser()
    assert "Sign in" in browser.get("/en/").text
    assert browser.get("/en/account").headers["location"] == "/en/account/sign-in?next=%2Fen%2Faccount"
    assert sign_in(browser, next="/en/account") == "/en/account"
    page = browser.get("/en/account")
    assert "a-reviewer" in page.text
    assert page.headers["cache-control"] == "no-store"
    assert browser.get("/en/account/sign-in").status_code == 303
    answer = browser.post("/en/account/sign-out", data={"form_token": token_of(page.text)})
    assert answer.headers["location"] == "/en/"
    assert browser.get("/en/account").status_code == 303


def test_cookies_cannot_be_read_by_scripts_nor_sent_by_other_sites(make_browser: Browser) -> None:
    browser = make_browser(WORLD)
    page = browser.get("/en/account/sign-in")
    answer = browser.post(
        "/en/account/sign-in", data={"form_token": token_of(page.text), "name": "a-reader", "password": GOOD}
    )
    given = [*cookies_of(page), *cookies_of(answer)]
    assert len(given) == 3  # the form's, the session's, and the form's taken back
    for cookie in given:
        assert cookie.startswith("__Host-zusage")
        for flag in ("; HttpOnly", "; Path=/", "; SameSite=lax", "; Secure"):
            assert flag.lower() in cookie.lower()
        assert "domain=" not in cookie.lower()
    on_this_machine = make_browser(HERE).get("/en/account/sign-in")
    (cookie,) = cookies_of(on_this_machine)
    assert cookie.startswith("zusage-form=")
    assert "secure" not in cookie.lower()


def test_pages_that_are_only_read_set_no_cookie(make_browser: Browser) -> None:
    assert cookies_of(make_browser(WORLD, public=True).get("/en/")) == []


def test_no_password_travels_unencrypted(make_browser: Browser) -> None:
    browser = make_browser("http://pledges.example")
    page = browser.get("/en/account/sign-in")
    assert "needs an encrypted connection" in page.text
    assert 'type="password"' not in page.text
    assert "session" not in browser.cookies


def routes_that_change(browser: TestClient) -> list[str]:
    routes = [each for each in browser.app.routes if isinstance(each, Route) and "POST" in (each.methods or ())]  # type: ignore[attr-defined]
    return [
        re.sub(r"\{(\w+)(:\w+)?\}", lambda match: "en" if match[1] == "language" else "x", each.path) for each in routes
    ]


BY_MAIL = "/en/follow/leave/x"
"""What mail programs send (RFC 8058): the secret in the address stands in a token's stead, and only the mail has it."""


def test_every_form_needs_its_token(make_browser: Browser) -> None:
    browser, other = make_browser(), make_browser()
    sign_in(browser, "a-admin")
    sign_in(other, "a-admin")
    foreign = token_of(other.get("/en/account").text)
    paths = routes_that_change(browser)
    paths.remove(BY_MAIL)
    assert len(paths) > 4
    for path in paths:
        for token in (None, "", "x", foreign, foreign[:-4] + "AAAA", "ä"):
            answer = browser.post(path, data={"x": "y"} if token is None else {"form_token": token})
            assert answer.status_code == 403, path
            assert "does not come from a page of ours" in answer.text
        assert browser.post(path, json={}).status_code == 415
        assert browser.get(path.replace("/x", "/zzz")).status_code in {200, 303, 404, 405}


def test_what_a_browser_says_comes_from_elsewhere_is_refused(make_browser: Browser) -> None:
    browser = make_browser()
    sign_in(browser)
    good = token_of(browser.get("/en/account").text)
    for headers in (
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://evil.example"},
        {"Origin": "http://127.0.0.1:9999"},
    ):
        answer = browser.post("/en/account/sign-out", data={"form_token": good}, headers=headers)
        assert answer.status_code == 403
        assert "another site" in answer.text
    assert browser.get("/en/account").status_code == 200
    for headers in ({"Sec-Fetch-Site": "same-origin", "Origin": "null"}, {"Origin": HERE}):
        page = browser.get("/en/account")
        answer = browser.post(
            "/en/account/tokens/remove", data={"form_token": token_of(page.text), "token": "x"}, headers=headers
        )
        assert answer.status_code == 403
        assert "token x" in answer.text  # it was taken; there is no such token


def test_form_tokens_hold_for_one_browser() -> None:
    key = b"k" * 32
    made = make_form_token(key, "session abc")
    assert made != make_form_token(key, "session abc")
    assert is_form_token(key, "session abc", made)
    for binding in ("session abd", "form abc", "form", ""):
        assert not is_form_token(key, binding, made)
    assert not is_form_token(b"l" * 32, "session abc", made)
    assert not is_form_token(key, "form", make_form_token(key, "form"))  # bound to no cookie at all


def test_a_session_from_before_signing_in_is_not_taken_over(make_browser: Browser) -> None:
    browser = make_browser()
    browser.cookies.set("zusage", "chosen-by-an-attacker", domain="127.0.0.1", path="/")
    sign_in(browser)
    own = browser.cookies.get("zusage")
    assert own
    attacker = make_browser()
    attacker.cookies.set("zusage", "chosen-by-an-attacker")
    assert own != "chosen-by-an-attacker"
    assert attacker.get("/en/account").status_code == 303


@pytest.mark.parametrize(
    "wanted",
    ["https://evil.example/en/", "//evil.example/en/", "/\\evil.example", "/en/\\evil.example", "javascript:alert(1)",
     "/en//evil.example", "evil.example", "\t//evil.example", "/en/\r\nSet-Cookie: x=y", "/static/x", "http:/en/", ""],
)  # fmt: skip
def test_signing_in_leads_nowhere_else(make_browser: Browser, wanted: str) -> None:
    assert local_path(wanted, "/en/") == "/en/"
    browser = make_browser()
    assert sign_in(browser, next=wanted) == "/en/"
    assert browser.get("/en/account/sign-in", params={"next": wanted}).headers["location"] == "/en/"


def test_signing_in_leads_to_where_one_wanted_to_go() -> None:
    for wanted in ("/de/entries/3fa2?as_of=2025-09-04", "/en/review", "/de/search?q=a//b"):
        assert local_path(wanted, "/en/") == wanted


def test_who_is_signed_out_meanwhile_is_led_back(make_browser: Browser) -> None:
    browser = make_browser()
    answer = browser.post("/de/review/3fa2", data={"act": "accept"})
    assert answer.status_code == 403
    assert 'href="/de/account/sign-in?next=/de/review/3fa2"' in answer.text
    assert "diese Handlung: ist Ihnen nicht erlaubt (melden Sie sich zuerst an)" in answer.text


def test_whether_a_name_exists_is_not_told(make_browser: Browser) -> None:
    browser = make_browser()
    pages = set()
    for name in ("a-reviewer", "nobody", "<b>x</b>"):
        token = token_of(browser.get("/en/account/sign-in").text)
        answer = browser.post("/en/account/sign-in", data={"form_token": token, "name": name, "password": "wrong"})
        assert answer.status_code == 401
        assert "<b>x" not in answer.text
        page = re.sub(r'name="form_token" value="[^"]+"', "", answer.text)
        pages.add(page.replace(name.replace("<", "&lt;").replace(">", "&gt;"), "NAME"))
    assert len(pages) == 1


def test_guessing_is_held_back(make_browser: Browser) -> None:
    browser = make_browser()
    token = token_of(browser.get("/en/account/sign-in").text)
    sent = {"form_token": token, "name": "a-admin", "password": "wrong"}
    for _ in range(5):
        assert browser.post("/en/account/sign-in", data=sent).status_code == 401
    answer = browser.post("/en/account/sign-in", data=sent | {"password": GOOD})
    assert answer.status_code == 429
    assert answer.headers["retry-after"] == "15"
    assert "Too many tries" in answer.text


def test_the_audit_log_is_for_admins(make_browser: Browser) -> None:
    for role in ("reader", "reviewer", "moderator"):
        browser = make_browser()
        sign_in(browser, f"a-{role}")
        assert browser.get("/en/account/audit").status_code == 403
    browser = make_browser()
    sign_in(browser, "a-admin")
    page = browser.get("/en/account/audit").text
    assert "signed in" in page
    assert "a-moderator" in page
    assert "a-moderator" not in browser.get("/en/account/audit?who=a-reader").text


def test_what_is_audited_has_words_in_both_languages(make_browser: Browser) -> None:
    browser = make_browser()
    sign_in(browser, "a-admin")
    assert "angemeldet" in browser.get("/de/account/audit").text
    acts = [act for sort, act in WORDS if sort == "act"]
    assert {f"remark {state}" for state in RemarkState} <= set(acts)
    assert {f"undo {act}" for act in Act if act is not Act.UNDO} <= set(acts)
    assert {f"{act} statement" for act in ("accept", "reject", "correct", "code")} <= set(acts)


def test_a_role_that_is_taken_away_is_gone_at_once(make_browser: Browser, workspace: Workspace) -> None:
    browser = make_browser()
    sign_in(browser, "a-admin")
    people.change_role(workspace, "a-admin", Role.READER, by="test")
    assert browser.get("/en/account/audit").status_code == 403
    people.remove_person(workspace, "a-admin", by="test")
    assert browser.get("/en/account").status_code == 303


def test_a_password_is_changed_by_who_knows_it(make_browser: Browser) -> None:
    browser, other = make_browser(), make_browser()
    sign_in(browser)
    sign_in(other)
    new = "another five quiet words"

    def change(**fields: str) -> object:
        token = token_of(browser.get("/en/account").text)
        return browser.post("/en/account/password", data={"form_token": token, **fields}).status_code

    assert change(old="wrong", new=new, again=new) == 403
    assert change(old=GOOD, new=new, again="else") == 422
    assert change(old=GOOD, new="short", again="short") == 422
    assert other.get("/en/account").status_code == 200
    assert change(old=GOOD, new=new, again=new) == 200
    assert browser.get("/en/account").status_code == 200
    assert other.get("/en/account").status_code == 303
    assert sign_in(make_browser(), password=new)


def test_signing_out_everywhere(make_browser: Browser) -> None:
    browser, other = make_browser(), make_browser()
    sign_in(browser)
    sign_in(other)
    token = token_of(browser.get("/en/account").text)
    browser.post("/en/account/sign-out", data={"form_token": token, "everywhere": "1"})
    assert other.get("/en/account").status_code == 303


def test_tokens_by_form(make_browser: Browser) -> None:
    browser = make_browser(public=True)
    sign_in(browser)

    def make(**fields: object) -> str:
        token = token_of(browser.get("/en/account").text)
        answer = browser.post("/en/account/tokens", data={"form_token": token, "days": "30", **fields})
        found = re.search(r"zusage_[\w-]{43}", answer.text)
        return found[0] if found else ""

    assert make(label="x", scope="moderate") == ""
    assert make(label="x", scope="administer") == ""
    assert make(label="x", scope="nonsense") == ""
    assert make(label="x", scope="read", days="many") == ""
    secret = make(label="<script>alert(1)</script>", scope=["read", "review"])
    assert secret
    page = browser.get("/en/account").text
    assert secret not in page
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_a_token_reads_but_signs_no_forms(make_browser: Browser, workspace: Workspace) -> None:
    browser = make_browser(closed=True)
    made = tokens.make_token(workspace, "a-admin", [Right.READ], label="x", days=9, by="test")
    headers = {"Authorization": f"Bearer {made.secret}"}
    assert browser.get("/en/overview.json").status_code == 401
    assert browser.get("/en/overview.json", headers={"Authorization": "Bearer zusage_wrong"}).status_code == 401
    answer = browser.get("/en/overview.json", headers=headers)
    assert answer.status_code == 200
    assert answer.headers["cache-control"].startswith("private")
    assert browser.get("/en/account", headers=headers).status_code == 403
    assert browser.get("/en/account/audit", headers=headers).status_code == 403  # the account may, the token may not
    assert browser.post("/en/account/sign-out", headers=headers, data={}).status_code == 403


def test_a_closed_server_shows_strangers_the_door_only(make_browser: Browser) -> None:
    browser = make_browser(closed=True)
    for path in ("/en/", "/de/ledger?as_of=2025-01-01", "/", "/en/nothing", "/api/openapi.json"):
        answer = browser.get(path)
        assert answer.status_code in {303, 401}, path
    assert browser.get("/de/ledger?as_of=2025-01-01").headers["location"] == (
        "/de/account/sign-in?next=%2Fde%2Fledger%3Fas_of%3D2025-01-01"
    )
    assert browser.get("/static/zusage.css").status_code == 200
    sign_in(browser, "a-reader")
    assert browser.get("/en/").status_code == 200


def test_what_an_account_sees_is_kept_from_others(make_browser: Browser) -> None:
    browser, other = make_browser(public=True), make_browser(public=True)
    sign_in(browser)
    assert "a-reviewer" in browser.get("/en/").text
    assert browser.get("/en/").headers["cache-control"] == "private, no-cache"
    assert "a-reviewer" not in other.get("/en/").text
    assert "Cookie" in other.get("/en/").headers["vary"]


def test_forms_that_are_too_large(make_browser: Browser) -> None:
    browser = make_browser()
    assert browser.post("/en/account/sign-in", data={"name": "x" * 400_000}).status_code == 413
    assert browser.post("/en/account/sign-in", data={f"f{n}": "x" for n in range(500)}).status_code == 400
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    assert browser.post("/en/account/sign-in", content=b"name=\xff", headers=headers).status_code == 400
    assert browser.post("/en/account/sign-in", content=b"name=%ff", headers=headers).status_code == 400


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_sessions_and_audit_on_both_databases(
    tmp_path: Path, kind: str, workspace: Workspace, database: Callable[[str], str | None]
) -> None:
    ledger = make_ledger(tmp_path / "other", {}, at=workspace.clock(), url=database(kind))
    served = Workspace(ledger, workspace.dossier)
    people.add_person(served, "mona", Role.ADMIN, GOOD, passwords=CHEAP, by="test")
    site = Site(served, Serving(hosts=()), passwords=CHEAP)
    with TestClient(create_app(site), base_url=WORLD, follow_redirects=False) as browser:
        sign_in(browser, "mona")
        assert "Konto angelegt" in browser.get("/de/account/audit").text
    with ledger.reading() as connection:
        assert [each.act for each in audit_log(connection)] == ["account made", "signed in"]
