"""``/{language}/account/…``: signing in and out, one's own account, and for admins the audit log."""

from __future__ import annotations

from starlette.responses import RedirectResponse, Response

from zusage.errors import AccessError, InputError, ZusageError
from zusage.ledger import accounts as rows
from zusage.ledger.auditing import audit_log
from zusage.model.accounts import TOKEN_RIGHTS, Right
from zusage.web.access import ADMINISTER
from zusage.web.forms import drop_cookie, form_cookie, local_path, may_sign_in, session_cookie, set_cookie
from zusage.web.handling import SESSION, SIGN_IN, Call, done, shown
from zusage.web.translating import to_translate
from zusage.workflow.accounts import people, signing_in, tokens
from zusage.workflow.accounts.passwords import LEAST

_LINES = 200
"""Of the audit log on its page."""

_NOT_FITTING = to_translate("Name and password do not fit.")
_NOT_NOW = to_translate("Too many tries. Wait a little, then try again.")
_WRONG_PASSWORD = to_translate("That is not your password.")
_OTHERWISE = to_translate("The new password was not the same the second time.")
_TAKEN_BACK = to_translate("The token is taken back: whoever still sends it is refused.")
_CHANGED = to_translate("Your password is changed; you are signed out everywhere else.")


def show_sign_in(call: Call) -> Response:
    """The door; who is signed in goes on."""
    if call.asked.visitor.is_signed_in:
        return _onward(call, call.query("next"))
    return _door(call, wanted=call.query("next"))


def sign_in(call: Call) -> Response:
    """Sign in: a new session, whatever cookie came along."""
    if not may_sign_in(call.request):
        return _door(call, wanted=call.form.get("next"), status=403)
    name, old = call.form.get("name"), call.request.cookies.get(session_cookie(call.request))
    try:
        made = signing_in.sign_in(
            call.workspace,
            name,
            call.form.raw("password"),
            address=call.address,
            passwords=call.asked.site.passwords,
            old=old,
        )
    except AccessError as problem:
        status, words = (429, _NOT_NOW) if problem.wait else (401, _NOT_FITTING)
        response = _door(call, wanted=call.form.get("next"), problem=words, name=name, status=status)
        if problem.wait:
            response.headers["Retry-After"] = str(problem.wait)
        return response
    response = _onward(call, call.form.get("next"))
    set_cookie(call.request, response, session_cookie(call.request), made.secret)
    drop_cookie(call.request, response, form_cookie(call.request))
    response.headers["Clear-Site-Data"] = '"cache"'  # or going back shows pages of before, that ask to sign in
    return response


def sign_out(call: Call) -> Response:
    """Sign out, here or everywhere."""
    if call.session is not None:
        signing_in.sign_out(call.workspace, call.session, everywhere=bool(call.form.get("everywhere")))
    response = call.go("/")
    drop_cookie(call.request, response, session_cookie(call.request))
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


def show_account(call: Call) -> Response:
    """One's own account."""
    return _account(call, good=_TAKEN_BACK if call.query("done") == "token" else "")


def change_password(call: Call) -> Response:
    """Set a new password; the old one is asked for, so that an unattended screen is not enough."""
    session = call.session
    if session is None:
        return call.go(SIGN_IN)
    new, passwords = call.form.raw("new"), call.asked.site.passwords
    try:
        old = call.form.raw("old")
        signing_in.confirm(call.workspace, session.account, old, address=call.address, passwords=passwords)
        if new != call.form.raw("again"):
            return _account(call, problem=_OTHERWISE, status=422)
        people.change_password(
            call.workspace, call.who, new, passwords=passwords, by=call.who, keep_session=session.digest
        )
    except AccessError as problem:
        return _account(
            call, problem=_NOT_NOW if problem.wait else _WRONG_PASSWORD, status=429 if problem.wait else 403
        )
    except InputError as problem:
        return _account(call, said=problem, status=422)
    return _account(call, good=_CHANGED)


def make_token(call: Call) -> Response:
    """Make an API token; its secret is on the answer, once."""
    try:
        days = int(call.form.get("days", "90") or "0")
        scopes = [Right(each) for each in call.form.every("scope")]
        made = tokens.make_token(call.workspace, call.who, scopes, label=call.form.get("label"), days=days, by=call.who)
    except ValueError:
        return _account(call, said=InputError("the form", "holds a value that is none"), status=422)
    except (AccessError, InputError) as problem:
        return _account(call, said=problem, status=422)
    return _account(call, secret=made.secret)


def remove_token(call: Call) -> Response:
    """Take one's own token back."""
    tokens.drop_token(call.workspace, call.form.get("token"), by=call.who, account=call.who)
    return call.go("/account", done="token")


def show_audit(call: Call) -> Response:
    """The newest lines of the audit log."""
    with call.workspace.ledger.reading() as connection:
        found = audit_log(connection, who=call.query("who") or None, last=_LINES)
    return call.page("audit.html", lines=found[::-1], who=call.query("who"), most=_LINES)


def _onward(call: Call, wanted: str) -> Response:
    return RedirectResponse(local_path(wanted, call.asked.address.link("/")), status_code=303)


def _door(call: Call, *, wanted: str, problem: str = "", name: str = "", status: int = 200) -> Response:
    context = {"wanted": local_path(wanted, ""), "problem": problem, "name": name[:100]}
    return call.page("sign_in.html", status=status, may_sign_in=may_sign_in(call.request), **context)


def _account(
    call: Call,
    *,
    problem: str = "",
    good: str = "",
    secret: str = "",
    said: ZusageError | None = None,
    status: int = 200,
) -> Response:
    with call.workspace.ledger.reading() as connection:
        own = rows.all_tokens(connection, call.who)
        places = rows.sessions_of(connection, call.who)
    scopes = [str(each) for each in TOKEN_RIGHTS if str(each) in call.asked.visitor.rights]
    return call.page(
        "own_account.html",
        status=status,
        tokens=own,
        places=places,
        scopes=scopes,
        least=LEAST,
        problem=problem,
        good=good,
        secret=secret,
        said=said or "",
    )


ROUTES = [
    shown(SIGN_IN, show_sign_in),
    done(SIGN_IN, sign_in),
    done("/account/sign-out", sign_out),
    shown("/account", show_account, to=SESSION),
    done("/account/password", change_password, to=SESSION),
    done("/account/tokens", make_token, to=SESSION),
    done("/account/tokens/remove", remove_token, to=SESSION),
    shown("/account/password", show_account, to=SESSION),  # where a form was refused, its page in the other language
    shown("/account/tokens", show_account, to=SESSION),
    shown("/account/audit", show_audit, to=ADMINISTER),
]
