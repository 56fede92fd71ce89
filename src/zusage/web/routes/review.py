"""``/{language}/review…``: the queue, one decision per screen, undo, coding in a report, and decisions on entries."""

from __future__ import annotations

from datetime import timedelta

from starlette.responses import Response

from zusage.errors import FormatError, LedgerError, MissingError, QuoteError, ZusageError
from zusage.ledger.judged import JudgedRow
from zusage.model.ledger import Act
from zusage.model.values import Kind
from zusage.web.access import REVIEW
from zusage.web.handling import Call, done, shown
from zusage.web.views.coding import coding_view, entry_view
from zusage.web.views.review import decision_view, queue_view
from zusage.web.views.statement_form import CONDITION_TYPES, changes_in, exact_words, in_form, record_from, record_of
from zusage.workflow import judge, pledges
from zusage.workflow.accounts.signing_in import ABSOLUTE
from zusage.workflow.review_queue import Queue, Turn
from zusage.workflow.steps import moved

UNDO_FOR: timedelta = ABSOLUTE
"""How long after a judgement it can be undone from the queue; later by `zusage review undo`."""
_WHY = 500


def show_queue(call: Call) -> Response:
    """The queue, and how far reviewers agree."""
    queue = _queue(call)
    agreement = judge.agreement(call.workspace)
    return call.page(
        "review_queue.html",
        view=queue_view(call.asked.site.desk, queue),
        agreement=agreement,
        last=_undoable(call),
        done=call.query("done"),
    )


def begin(call: Call) -> Response:
    """Go to the first statement of the queue."""
    queue = _queue(call)
    if not queue.items:
        return call.go("/review", queue=_named(queue))
    return call.go(f"/review/{queue.items[0].id}", queue=_named(queue))


def show_decision(call: Call) -> Response:
    """One statement to be judged."""
    return _decision(call)


def decide(call: Call) -> Response:
    """Accept, reject or correct a statement, and go on to the next."""
    name, queue = call.value("statement"), _queue(call)
    following = queue.after(name) or (queue.items[0].id if queue.items else None)
    try:
        made = _judge(call, name)
    except MissingError:
        raise
    except (FormatError, QuoteError, LedgerError) as problem:
        wanted, _ = call.asked.site.desk.find(name)
        kind = Kind(wanted.claim.statement.kind)
        return _decision(call, problem=in_form(problem, kind, call.workspace.dossier))
    changes = ", ".join(sorted(made.judgement.changes))
    call.audit(f"{made.judgement.what} statement", name, changes)
    if following is None or following == name:
        return call.go("/review", queue=_named(queue))
    return call.go(f"/review/{following}", queue=_named(queue))


def undo(call: Call) -> Response:
    """Take one's last judgement back, and go to where it was made."""
    last = _undoable(call)
    if last is None:
        return call.go("/review", queue=_named(_queue(call)))
    judge.undo(call.workspace, last.id, who=call.who, why=call.form.get("why")[:_WHY] or "undone in review")
    call.audit(f"undo {last.act}", last.target)
    if last.act in {Act.ACCEPT, Act.REJECT, Act.CORRECT}:
        return call.go(f"/review/{last.target}", queue=_named(_queue(call)))
    if last.act is Act.CODE:
        return call.go(f"/reports/{last.target}/code")
    return call.go("/review")


def show_coding(call: Call) -> Response:
    """A report's text, in which words are selected to code what the reader missed."""
    return _coding(call)


def code(call: Call) -> Response:
    """Code a statement."""
    found = call.asked.lookups.report(call.value("report"))
    kind = Kind.POSITION if call.form.get("kind") == "position" else Kind.COMMITMENT
    typed = dict(call.form.pairs)
    place = int(typed.get("place", "")) if typed.get("place", "").isdecimal() and len(typed["place"]) < 9 else 0  # noqa: PLR2004 - no text is longer
    words = exact_words(found.report.text, call.form.get("quote"), near=place)
    try:
        record = record_from(typed, kind, call.workspace.dossier)
        record = {name: value for name, value in record.items() if value is not None} | {"quote": words}
        made = judge.code(call.workspace, found.report.id, record, who=call.who, why=_why(call), near=place)
    except (FormatError, QuoteError) as problem:
        told = in_form(problem, kind, call.workspace.dossier)
        return _coding(call, problem=told, typed=typed, missing=not words)
    call.audit("code statement", found.report.id, made.judgement.id)
    return call.go(f"/reports/{found.report.id}/code", coded="1")


def show_entry(call: Call) -> Response:
    """An entry's statements, to take some out, to put it together with another one, or to keep them apart."""
    return _entry(call)


def decide_entry(call: Call) -> Response:
    """Merge, split, or tell two entries apart."""
    name, other, act = call.value("entry"), call.form.get("other"), call.form.get("act")
    chosen = call.form.every("statement")
    try:
        if act == "split" and chosen:
            pledges.split(call.workspace, name, chosen, who=call.who, why=_why(call))
        elif act == "merge" and other:
            pledges.merge(call.workspace, [name, other], who=call.who, why=_why(call))
        elif act == "differ" and other:
            pledges.tell_apart(call.workspace, name, other, who=call.who, why=_why(call))
        else:
            return _entry(call, problem=FormatError("the form", "names nothing", hint="choose statements or an entry"))
    except LedgerError as problem:
        return _entry(call, problem=problem)
    call.audit(f"{act} entry", name, other or " ".join(each[:8] for each in chosen))
    return call.go("/review", done=act)


def _judge(call: Call, name: str) -> judge.Judged:
    act, why = call.form.get("act"), _why(call)
    if act == "accept":
        return judge.accept(call.workspace, name, who=call.who, why=why)
    if act == "reject":
        return judge.reject(call.workspace, name, who=call.who, why=why)
    wanted, _ = call.asked.site.desk.find(name)
    kind = Kind(wanted.claim.statement.kind)
    typed = dict(call.form.pairs)
    quick = call.form.get("quick")
    if quick:
        typed = {"firmness" if kind is Kind.COMMITMENT else "stance": quick}
    changes = changes_in(typed, record_of(wanted.claim.statement), kind, call.workspace.dossier)
    if not changes:  # the value that it has is what a person chose: that is to accept it
        return judge.accept(call.workspace, name, who=call.who, why=why)
    return judge.correct(call.workspace, name, changes, who=call.who, why=why)


def _queue(call: Call) -> Queue:
    named = call.form.get("queue") or call.query("queue")
    turn = Turn.SECOND if named == Turn.SECOND else Turn.FIRST
    return call.asked.site.desk.queue(call.who, turn)


def _named(queue: Queue) -> str | None:
    return str(queue.turn) if queue.turn is Turn.SECOND else None


def _why(call: Call) -> str:
    return " ".join(call.form.get("why").split())[:_WHY]


def _undoable(call: Call) -> JudgedRow | None:
    since = moved(call.workspace.clock(), -UNDO_FOR)
    return call.asked.site.desk.undoable(call.who, since=since)


def _decision(call: Call, *, problem: ZusageError | None = None) -> Response:
    queue, last = _queue(call), _undoable(call)
    judged = last.target if last and last.act in {Act.ACCEPT, Act.REJECT, Act.CORRECT} else None
    view = decision_view(queue, call.value("statement"), call.asked, last=judged)
    context = {"problem": problem or "", "last": last, "queue": _named(queue)}
    typed = dict(call.form.pairs) if problem else {}
    status = 422 if problem else 200
    return call.page(
        "review_decision.html", status=status, view=view, typed=typed, condition_types=CONDITION_TYPES, **context
    )


def _coding(
    call: Call, *, problem: ZusageError | None = None, typed: dict[str, str] | None = None, missing: bool = False
) -> Response:
    view = coding_view(call.asked.lookups.report(call.value("report")), call.workspace.dossier)
    return call.page(
        "coding.html",
        status=422 if problem else 200,
        view=view,
        problem=problem or "",
        missing=missing,
        typed=typed or {},
        coded=bool(call.query("coded")),
        condition_types=CONDITION_TYPES,
    )


def _entry(call: Call, *, problem: ZusageError | None = None) -> Response:
    view = entry_view(call.asked.lookups, call.value("entry"))
    return call.page("judge_entry.html", status=422 if problem else 200, view=view, problem=problem or "")


ROUTES = [
    shown("/review", show_queue, to=REVIEW),
    shown("/review/next", begin, to=REVIEW),
    done("/review/undo", undo, to=REVIEW),
    shown("/review/{statement}", show_decision, to=REVIEW),
    done("/review/{statement}", decide, to=REVIEW),
    shown("/reports/{report}/code", show_coding, to=REVIEW),
    done("/reports/{report}/code", code, to=REVIEW),
    shown("/entries/{entry}/judge", show_entry, to=REVIEW),
    done("/entries/{entry}/judge", decide_entry, to=REVIEW),
]
