"""Readers' remarks: an entry's page with what was let through, the form and the rules; the feed; the moderators' queue."""

from __future__ import annotations

from functools import partial

from starlette.responses import Response

from zusage.errors import AccessError, MissingError
from zusage.model.ledger import Entry
from zusage.model.remarks import Refusal, RemarkKind
from zusage.publish.feeds.forms import FORMS
from zusage.web.access import MODERATE
from zusage.web.answering import MEDIA_TYPES
from zusage.web.asking import FormError
from zusage.web.following import root_of
from zusage.web.forms import read_form
from zusage.web.handling import Call, Handler, done, shown
from zusage.workflow import remarks
from zusage.workflow.lookups import NOTHING
from zusage.workflow.remarks import Draft, Flaw
from zusage.workflow.remarks_feed import feed_of_remarks

_DECIDED = 50
"""Decisions that the moderators' page lists."""


def show_remarks(call: Call) -> Response:
    """What was let through on an entry, the form, and the rules."""
    return _remarks(call)


def send(call: Call) -> Response:
    """Take a remark in; a hidden field that only programs fill in makes it vanish."""
    if not call.asked.site.takes_remarks:
        raise FormError("remarks", "are not taken here", hint="nobody is there to look at them", status=403)
    kind = RemarkKind.WRONG if call.form.get("kind") == RemarkKind.WRONG else RemarkKind.REMARK
    draft = remarks.clean(Draft(kind, call.form.raw("text"), call.form.get("source"), call.form.get("by")))
    if call.form.get("website"):
        return call.go(f"/entries/{_entry(call).id}/remarks", sent="1")
    flaws = remarks.flaws_in(draft)
    if flaws:
        return _remarks(call, draft=draft, flaws=flaws, status=422)
    try:
        made = remarks.send_remark(call.workspace, _entry(call), draft, address=call.address)
    except AccessError as problem:
        response = _remarks(call, draft=draft, too_many=True, status=429)
        response.headers["Retry-After"] = str(problem.wait)
        return response
    return call.go(f"/entries/{made.entry}/remarks", sent="1")


def show_queue(call: Call) -> Response:
    """What waits for a moderator, and what was decided last."""
    return _queue(call)


def _queue(call: Call, *, problem: FormError | None = None) -> Response:
    waiting = remarks.waiting(call.workspace)
    decided = remarks.decided(call.workspace, last=_DECIDED)
    entries = {each.entry: _entry_or_none(call, each.entry) for each in (*waiting, *decided)}
    reasons = [str(each) for each in Refusal]
    return call.page(
        "moderation.html",
        status=422 if problem else 200,
        waiting=waiting,
        decided=decided,
        entries=entries,
        reasons=reasons,
        problem=problem or "",
        chosen=call.form.get("remark"),
        answer=call.form.get("answer"),
        done=call.query("done"),
    )


def decide(call: Call) -> Response:
    """Let a remark through, refuse it with a reason, take a decision back, or erase it."""
    name, act = call.form.get("remark"), call.form.get("act")
    if act == "publish":
        remarks.publish(call.workspace, name, who=call.who, answer=call.form.get("answer"))
    elif act == "refuse" and call.form.get("reason") in list(Refusal):
        remarks.refuse(call.workspace, name, Refusal(call.form.get("reason")), who=call.who)
    elif act == "reopen":
        remarks.reopen(call.workspace, name, who=call.who)
    elif act == "erase":
        remarks.erase(call.workspace, name, who=call.who)
    else:
        return _queue(
            call, problem=FormError("the decision", "has no reason", hint="choose the rule that the remark breaks")
        )
    return call.go("/remarks", done=act)


def _feed(form: str) -> Handler:
    def send_feed(call: Call) -> Response:
        entry = _entry(call)
        found = remarks.published_on(call.workspace, entry)
        feed = feed_of_remarks(entry, found, call.asked.names, root=root_of(call.asked.site, call.request))
        return Response(FORMS[form].write(feed), media_type=MEDIA_TYPES[form], headers={"Cache-Control": "no-cache"})

    return send_feed


def _entry(call: Call) -> Entry:
    """The entry, if this visitor may see it: of a public edition only what a person has accepted."""
    return call.asked.lookups.entry(call.value("entry"), page=NOTHING).entry


def _entry_or_none(call: Call, name: str) -> Entry | None:
    try:
        return call.asked.lookups.entry(name, page=NOTHING).entry
    except MissingError:
        return None


def _remarks(
    call: Call,
    *,
    draft: Draft | None = None,
    flaws: tuple[Flaw, ...] = (),
    too_many: bool = False,
    status: int = 200,
) -> Response:
    entry = _entry(call)
    return call.page(
        "remarks.html",
        status=status,
        entry=entry,
        found=remarks.published_on(call.workspace, entry),
        draft=draft,
        flaws=[str(each) for each in flaws],
        too_many=too_many,
        sent=bool(call.query("sent")),
        most=remarks.MOST_TEXT,
        forms_of_feed=[(each.name, f"/entries/{entry.id}/remarks.{ending}") for ending, each in FORMS.items()],
    )


ROUTES = [
    *(shown(f"/entries/{{entry}}/remarks.{form}", _feed(form)) for form in FORMS),
    shown("/entries/{entry}/remarks", show_remarks),
    done("/entries/{entry}/remarks", send, read=partial(read_form, most_bytes=20_000)),
    shown("/remarks", show_queue, to=MODERATE),
    done("/remarks", decide, to=MODERATE),
]
