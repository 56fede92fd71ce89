"""``/{language}/add``: adding a report by its address, its text or a file, and watching it. For accounts that may add."""

from __future__ import annotations

from starlette.responses import JSONResponse, Response

from zusage.errors import InputError
from zusage.intake.source import SUFFIXES
from zusage.model.additions import Given, packed
from zusage.web.access import ADD
from zusage.web.adding import ARCHIVES, as_record
from zusage.web.asking import NotThereError
from zusage.web.handling import Call, done, shown
from zusage.web.uploads import MOST_FILE_BYTES, read_upload

_FIELDS = ("address", "text", "title", "outlet", "published_on", "language")
_LANGUAGES = ("", "de", "en")


def show_form(call: Call) -> Response:
    """The form, and what the account has asked for before."""
    return _form(call, Given(address=call.query("address")[:2000]))


def ask(call: Call) -> Response:
    """Take what was pasted; go on to where it can be watched."""
    values = {name: call.form.get(name) for name in _FIELDS}
    if values["language"] not in _LANGUAGES:
        values["language"] = ""
    file = call.form.file
    given = Given(**values, file_name=file.name, packed=packed(file.content)) if file else Given(**values)
    try:
        made = call.asked.site.adding.ask(given, call.who)
    except InputError as problem:
        return _form(call, given, problem=problem)
    call.audit("add", made.name[:200])
    return call.go(f"/add/{made.id}")


def watch(call: Call) -> Response:
    """How far a request is; the page looks again by itself while it is not done."""
    found = call.asked.site.adding.find(call.value("request"), call.who)
    if found is None:
        raise NotThereError
    return call.page("adding.html", request=found)


def watch_as_data(call: Call) -> Response:
    """How far a request is, as JSON."""
    found = call.asked.site.adding.find(call.value("request"), call.who)
    if found is None:
        raise NotThereError
    return JSONResponse(as_record(found), headers={"Cache-Control": "no-store"})


def _form(call: Call, given: Given, *, problem: InputError | None = None) -> Response:
    requests = call.asked.site.adding.of(call.who)
    return call.page(
        "add.html",
        status=422 if problem else 200,
        given=given,
        problem=problem,
        requests=requests,
        endings=(*SUFFIXES, *ARCHIVES),
        most=MOST_FILE_BYTES,
    )


ROUTES = [
    shown("/add", show_form, to=ADD),
    done("/add", ask, to=ADD, read=read_upload),
    shown("/add/{request}.json", watch_as_data, to=ADD),
    shown("/add/{request}", watch, to=ADD),
]
