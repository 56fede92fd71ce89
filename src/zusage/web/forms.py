"""Forms that change something: their tokens, the cookies that these are bound to, and reading what was sent.

Each form carries a token that only a page of ours can have put there (a signed one, bound to the session, or to a cookie
of its own where nobody is signed in); `zusage.web.doorkeeper` refuses what a browser says comes from another site besides.

Source: OWASP, Cross-Site Request Forgery Prevention (signed double-submit cookie); RFC 6265bis, section 4.1.3 (``__Host-``).
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from starlette.requests import Request
from starlette.responses import Response

from zusage.errors import wording
from zusage.web.asking import Asked, FormError
from zusage.web.rendering import render
from zusage.web.security import host_of
from zusage.web.site import Site

FIELD = "form_token"
"""The name of the field with the token."""

MOST_BYTES = 300_000
"""Of a form that is no upload."""
PATIENCE = 60.0
"""Seconds in which a form has to arrive, so that nobody holds a place by sending it bit by bit."""
_HEARD_OUT = 10
"""How many times larger than is taken a form may be to be received to its end."""
_MOST_FIELDS = 400
_SALT, _SEAL = 12, 20
_MEDIA_TYPE = "application/x-www-form-urlencoded"
_PLAIN_HOSTS = ("localhost", "127.0.0.1", "[::1]")
"""Names of this machine: the only ones for which a cookie may travel unencrypted."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that was sent: its name, of printable characters and without folders, and its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Form:
    """What was sent: fields by name, the first value of each, and all values of those that may be repeated."""

    pairs: tuple[tuple[str, str], ...]
    file: Upload | None = None

    def get(self, name: str, default: str = "") -> str:
        """The (first) value of a field, without blanks around it."""
        return next((value for key, value in self.pairs if key == name), default).strip()

    def raw(self, name: str) -> str:
        """The (first) value of a field as it was typed: a password."""
        return next((value for key, value in self.pairs if key == name), "")

    def every(self, name: str) -> tuple[str, ...]:
        """All values of a field."""
        return tuple(value for key, value in self.pairs if key == name)


def is_encrypted(request: Request) -> bool:
    """Whether the browser speaks to us by https, as far as we or the address that the world knows can tell."""
    site: Site = request.app.state.site
    return request.url.scheme == "https" or urlsplit(site.serving.address).scheme == "https"


def may_sign_in(request: Request) -> bool:
    """Whether a password may travel: encrypted, or not out of this machine."""
    return is_encrypted(request) or host_of(request.headers.get("host", "")) in _PLAIN_HOSTS


def session_cookie(request: Request) -> str:
    """The name of the session's cookie; with the prefix no other host and no unencrypted page can set it."""
    return "__Host-zusage" if is_encrypted(request) else "zusage"


def form_cookie(request: Request) -> str:
    """The name of the cookie that forms are bound to where nobody is signed in."""
    return "__Host-zusage-form" if is_encrypted(request) else "zusage-form"


def set_cookie(request: Request, response: Response, name: str, value: str) -> None:
    """Set a cookie that scripts cannot read and other sites' forms do not send, until the browser is closed."""
    secure = is_encrypted(request)
    response.set_cookie(name, value, path="/", secure=secure, httponly=True, samesite="lax")


def drop_cookie(request: Request, response: Response, name: str) -> None:
    """Take a cookie back."""
    response.delete_cookie(name, path="/", secure=is_encrypted(request), httponly=True, samesite="lax")


def binding_of(request: Request) -> str:
    """What a form's token is bound to: the session, else the form cookie; empty where there is neither."""
    secret: str = getattr(request.state, "session_secret", "")
    return f"session {secret}" if secret else f"form {request.cookies.get(form_cookie(request), '')}".strip()


def make_form_token(key: bytes, binding: str) -> str:
    """A token for one form; another one each time, so that it cannot be guessed from the length of packed pages."""
    salt = secrets.token_bytes(_SALT)
    return urlsafe_b64encode(salt + _seal(key, binding, salt)).decode()


def is_form_token(key: bytes, binding: str, token: str) -> bool:
    """Say whether a token was made for this binding."""
    try:
        whole = urlsafe_b64decode(token.encode())
    except ValueError:
        return False
    salt, seal = whole[:_SALT], whole[_SALT:]
    return len(seal) == _SEAL and " " in binding and hmac.compare_digest(seal, _seal(key, binding, salt))


def _seal(key: bytes, binding: str, salt: bytes) -> bytes:
    return hmac.new(key, salt + binding.encode(), hashlib.sha256).digest()[:_SEAL]


def form_page(
    request: Request, asked: Asked, template: str, context: Mapping[str, object], *, status: int = 200
) -> Response:
    """A page with forms: with a token for them, the cookie it is bound to, and never kept by anybody."""
    cookie = ""
    binding = binding_of(request)
    if " " not in binding:
        cookie = secrets.token_urlsafe(24)
        binding = f"form {cookie}"
    token = make_form_token(asked.site.form_key, binding)
    body = render(template, asked, {"form_token": token, "form_field": FIELD, **context})
    response = Response(body, status_code=status, media_type="text/html", headers={"Cache-Control": "no-store"})
    if cookie:
        set_cookie(request, response, form_cookie(request), cookie)
    return response


async def read_form(request: Request, *, most_bytes: int = MOST_BYTES) -> Form:
    """Read a form that a page of ours sent.

    Raises:
        FormError: it is too large, no form, or its token is missing or not for this browser.
    """
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _MEDIA_TYPE:
        raise FormError("the form", "is not sent as a form", status=415)
    body = await read_body(request, most_bytes)
    try:
        pairs = parse_qsl(body.decode("ascii"), keep_blank_values=True, max_num_fields=_MOST_FIELDS, errors="strict")
    except ValueError as problem:  # UnicodeDecodeError, or too many fields
        raise FormError("the form", "cannot be understood", status=400) from problem
    return check_form(request, Form(tuple(pairs)))


def check_form(request: Request, form: Form) -> Form:
    """Return a form that a page of ours sent.

    Raises:
        FormError: its token is missing or not for this browser.
    """
    site: Site = request.app.state.site
    if not is_form_token(site.form_key, binding_of(request), form.raw(FIELD)):
        hint = "go back, reload the page and send it again"
        raise FormError("the form", "is too old, or does not come from a page of ours", hint=hint, status=403)
    return form


async def read_body(request: Request, most_bytes: int, *, patience: float | None = None) -> bytes:
    """Read what was sent.

    Of what is too large the rest is still taken, up to a bound, and dropped: browsers show no answer while they send.

    Raises:
        FormError: it is too large, or not there after ``patience`` seconds (None: `PATIENCE`).
    """
    body, size = bytearray(), 0
    try:
        async with asyncio.timeout(patience or PATIENCE):
            async for chunk in request.stream():
                size += len(chunk)
                if size <= most_bytes:
                    body += chunk
                elif size > _HEARD_OUT * most_bytes:
                    break
    except TimeoutError as problem:
        raise FormError("the form", "took too long to arrive", status=408) from problem
    if size > most_bytes:
        too_large = wording("is larger than {most_bytes:,} bytes", most_bytes=most_bytes)
        raise FormError("the form", too_large, hint="send less", status=413)
    return bytes(body)


def local_path(wanted: str, otherwise: str) -> str:
    """Return a path of our pages to go on to; anything else is replaced, so that nobody is sent elsewhere."""
    parts = urlsplit(wanted)
    is_ours = not parts.scheme and not parts.netloc and parts.path.startswith(("/de/", "/en/"))
    is_plain = wanted.isprintable() and "\\" not in wanted and "//" not in parts.path
    return wanted if is_ours and is_plain else otherwise
