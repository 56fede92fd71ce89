"""Forms that may carry a file: read whole, so many bytes and one file at most, and checked like every other form.

Source: RFC 7578 (multipart/form-data), section 4.2: the name of a file may be anything, and is never a place here.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator
from dataclasses import replace
from pathlib import PureWindowsPath

from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from zusage.errors import wording
from zusage.web.asking import FormError
from zusage.web.forms import Form, Upload, check_form, read_body, read_form

MOST_FILE_BYTES = 5_000_000
"""Of a file."""
_REST = 2_000_000
"""Characters of all that stands beside the file: a pasted text above all."""
_TOO_LARGE = 413
_MOST_FIELDS = 40
_PATIENCE = 300.0
"""Seconds in which a form with a file has to arrive."""
_MEDIA_TYPE = "multipart/form-data"
_LONGEST_NAME = 150
_NAMELESS = "file"


async def read_upload(request: Request) -> Form:
    """Read a form of ours that may carry a file; there is none where none was chosen.

    Raises:
        FormError: it is too large, no form, or its token is missing or not for this browser.
    """
    told = request.headers.get("content-type", "").lower()
    if told.partition(";")[0].strip() != _MEDIA_TYPE:
        return await read_form(request, most_bytes=_REST)
    if "charset" in told:  # no browser says so: all is UTF-8
        raise FormError("the form", "is not sent as a form", status=415)
    try:
        body = await read_body(request, MOST_FILE_BYTES + 2 * _REST, patience=_PATIENCE)
    except FormError as problem:
        raise _too_large("the form", MOST_FILE_BYTES) if problem.status == _TOO_LARGE else problem from problem
    parser = MultiPartParser(
        request.headers, _at_once(body), max_files=1, max_fields=_MOST_FIELDS, max_part_size=len(body)
    )
    try:
        parts = await parser.parse()
    except MultiPartException as problem:
        raise FormError("the form", "cannot be understood", status=400) from problem
    try:
        typed = sum(len(each) for each in parts.values() if isinstance(each, str))
        if typed > _REST:
            raise _too_large("the form", _REST)
        form = check_form(
            request, Form(tuple((name, each) for name, each in parts.multi_items() if isinstance(each, str)))
        )
        file = next((each for each in parts.values() if isinstance(each, UploadFile)), None)
        return form if file is None else replace(form, file=await _upload(file))
    finally:
        await parts.close()


async def _at_once(body: bytes) -> AsyncGenerator[bytes, None]:
    yield body


async def _upload(file: UploadFile) -> Upload | None:
    content = await file.read()
    if len(content) > MOST_FILE_BYTES:
        raise _too_large(plain_name(file.filename or ""), MOST_FILE_BYTES)
    return Upload(plain_name(file.filename or ""), content) if content or file.filename else None


def _too_large(what: str, most_bytes: int) -> FormError:
    problem = wording("is larger than {most} MB", most=most_bytes // 1_000_000)
    return FormError(what, problem, hint="send it in parts, or have it added at the command line", status=_TOO_LARGE)


def plain_name(told: str) -> str:
    r"""Return the name of a file as it is shown and kept: the last part of what was told, without what cannot be printed.

    ``..\..\x.txt`` and ``/etc/x.txt`` are ``x.txt``; of a name that is too long the end stays, which says what it is.
    """
    printable = "".join(sign for sign in told if sign.isprintable())
    return PureWindowsPath(printable).name.strip()[-_LONGEST_NAME:] or _NAMELESS
