"""``/{language}/follow…``: asking to be told by mail, saying yes, and leaving with one click (RFC 8058)."""

from __future__ import annotations

from functools import partial

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from zusage.errors import DeliveryError, InputError, MissingError
from zusage.web.answering import asked_of
from zusage.web.asking import Asked, NotThereError
from zusage.web.forms import read_form
from zusage.web.handling import Call, done, shown
from zusage.web.rendering import render
from zusage.web.translating import to_translate
from zusage.workflow.following import sending, subscribing
from zusage.workflow.following.mailing import Mailing
from zusage.workflow.following.subscribing import EVERY, Wish, topic_title
from zusage.workflow.following.topics import Topic, read_topic

_NO_MAILBOX = to_translate("That is no address of a mailbox. Write it as name@host.example.")
_MOST_BYTES = 2_000


def show_form(call: Call) -> Response:
    """The form in which somebody asks."""
    _mailing(call.asked)
    return _form(call, _topic(call.asked.address.get("topic", "/") or "/"))


def ask(call: Call) -> Response:
    """Put the question to the mailbox; the answer tells nobody whether it follows something already."""
    mailing, topic = _mailing(call.asked), _topic(call.form.get("topic"))
    every, email = call.form.get("every", "day"), call.form.get("email")
    if call.form.get("website"):  # a field that people do not see
        return call.page("follow_asked.html", title=_title(call.asked, topic), email=email)
    wish = Wish(
        email=email,
        topic=topic,
        language=call.asked.language,
        every=every if every in EVERY else "day",
        accepted_only=call.asked.lookups.accepted_only,
    )
    title = _title(call.asked, topic)
    try:
        is_new = subscribing.ask(call.workspace, wish, mailing, title, address=call.address)
    except DeliveryError:
        return _form(call, topic, problem=_NO_MAILBOX, email=email, every=every, status=422)
    if is_new:
        _send_now(call, mailing)
    return call.page("follow_asked.html", title=title, email=email)


def _send_now(call: Call, mailing: Mailing) -> None:
    """Send the question at once; what the server does not take now goes out with the next digests."""
    try:
        sending.send_waiting(call.workspace, mailing, act="confirm")
    except DeliveryError:
        return


def _form(call: Call, topic: Topic, *, status: int = 200, **context: object) -> Response:
    title = _title(call.asked, topic)
    filled = {"problem": "", "email": "", "every": "day"} | context
    return call.page("follow.html", status=status, topic=topic, topic_title=title, **filled)


def show_question(call: Call) -> Response:
    """The page that the mail leads to: a button, because programs that look through mails follow links."""
    found = subscribing.find_request(call.workspace, call.value("secret"))
    if found is None:
        raise NotThereError
    return call.page("follow_confirm.html", found=found, topic_title=_title(call.asked, read_topic(found.topic)))


def say_yes(call: Call) -> Response:
    """Begin to follow."""
    secret = call.value("secret")
    found = subscribing.find_request(call.workspace, secret)
    if found is None:
        raise NotThereError
    site = call.asked.site
    subscribing.confirm(call.workspace, secret, site.accepted if found.accepted_only else site.lookups)
    return call.page("follow_begun.html", found=found, topic_title=_title(call.asked, read_topic(found.topic)))


async def leave(request: Request) -> Response:
    """Show the button, or leave: what the button sends is what mail programs send (RFC 8058, section 3.2).

    It carries no token of ours and needs no cookie: who has the address from the mail may leave.
    """
    asked = asked_of(request)
    secret = asked.values["secret"]
    headers = {"Cache-Control": "no-store"}
    if request.method == "GET":
        found = await run_in_threadpool(subscribing.find_to_leave, asked.workspace, secret)
        title = _title(asked, read_topic(found.topic)) if found else ""
        words = render("follow_leave.html", asked, {"found": found, "topic_title": title})
        return Response(words, media_type="text/html", headers=headers)
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > _MOST_BYTES:
            return PlainTextResponse("Too large.\n", status_code=413)
    if b"One-Click" not in body:
        return PlainTextResponse("Send List-Unsubscribe=One-Click.\n", status_code=400)
    await run_in_threadpool(subscribing.leave, asked.workspace, secret)
    return Response(render("follow_left.html", asked, {}), media_type="text/html", headers=headers)


def _mailing(asked: Asked) -> Mailing:
    mailing = asked.site.mailing
    if mailing is None:
        raise NotThereError
    return mailing


def _topic(address: str) -> Topic:
    try:
        return read_topic(address)
    except InputError as problem:
        raise NotThereError from problem


def _title(asked: Asked, topic: Topic) -> str:
    try:
        return topic_title(asked.lookups, topic, asked.language)
    except MissingError:
        return topic.address


_LEAVE = "/{language}/follow/leave/{secret}"

ROUTES = [
    shown("/follow", show_form),
    done("/follow", ask, read=partial(read_form, most_bytes=_MOST_BYTES)),
    shown("/follow/confirm/{secret}", show_question),
    done("/follow/confirm/{secret}", say_yes, read=partial(read_form, most_bytes=_MOST_BYTES)),
    Route(_LEAVE, leave, methods=["GET", "POST"]),
]
