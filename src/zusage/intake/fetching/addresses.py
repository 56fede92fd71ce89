"""Which addresses may be fetched: http(s), without a password, on hosts whose every address is public."""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import quote, urlsplit, urlunsplit

from zusage.errors import InputError, wording

Resolve = Callable[[str, int], Sequence[str]]
"""Returns the addresses of a host's name, for a port."""

_NAT64 = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))
_COMPATIBLE = IPv6Network("::/96")
"""IPv4 addresses written as IPv6 ones. Source: RFC 6052, RFC 8215, RFC 4291 section 2.5.5."""

_PORTS = {"http": 80, "https": 443}
_SAFE = "!#$%&'()*+,/:;=?@[]~-._"


@dataclass(frozen=True, slots=True)
class Target:
    """What to connect to: the checked addresses, and the name and path to ask for."""

    scheme: str
    host: str
    port: int
    path: str
    addresses: tuple[str, ...]

    @property
    def named(self) -> str:
        """The host as the request names it, with a port that is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def resolve_by_system(host: str, port: int) -> Sequence[str]:
    """Ask the system's resolver."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(one[4][0]) for one in found))


def find_target(address: str, resolve: Resolve, *, allow_private: bool) -> Target:
    """Check an address, resolve its host and check what it resolves to.

    Raises:
        InputError: it is no http(s) address, holds a password, its host is unknown or not public.
    """
    scheme, host, port, path = _split(address)
    try:
        answers = resolve(host, port)
    except (OSError, UnicodeError) as problem:
        raise InputError(
            address, wording("its host {host} is not known", host=host), hint="check the address and the network"
        ) from problem
    if not answers:
        raise InputError(address, wording("its host {host} is not known", host=host), hint="check the address")
    for answer in answers:
        if not allow_private and not is_public(answer):
            hint = "--allow-private fetches from an intranet"
            raise InputError(
                address,
                wording("its host {host} is at {answer}, which is not public", host=host, answer=answer),
                hint=hint,
            )
    return Target(scheme, host, port, path, tuple(answers))


def is_public(address: str) -> bool:
    """Say whether an address is one of the public internet, however it is written."""
    try:
        parsed = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    inner = _embedded(parsed)
    if inner is not None:
        return _is_global(inner)
    tunnelled = (parsed.sixtofour, *(parsed.teredo or ())) if isinstance(parsed, IPv6Address) else ()
    return all(_is_global(one) for one in (parsed, *tunnelled) if one is not None)


def _is_global(address: IPv4Address | IPv6Address) -> bool:
    if isinstance(address, IPv6Address) and address.is_site_local:
        return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def _embedded(address: IPv4Address | IPv6Address) -> IPv4Address | None:
    """Return the IPv4 address that an IPv6 one is only another way to write."""
    if isinstance(address, IPv4Address):
        return None
    if any(address in network for network in (*_NAT64, _COMPATIBLE)):
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped


def is_address(name: str) -> bool:
    """Say whether what a person gives is an http(s) address, and no file."""
    return name.lower().startswith(("http://", "https://"))


def clean_address(address: str) -> str:
    """Return an address without its fragment, its host in lower case, its path with what must be quoted quoted.

    Raises:
        InputError: it is no address.
    """
    try:
        parts = urlsplit(address.strip())
    except ValueError as problem:
        raise InputError(address, "is no address", hint="an address begins with https://") from problem
    path, query = quote(parts.path, _SAFE) or "/", quote(parts.query, _SAFE)
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), path, query, ""))


def _split(address: str) -> tuple[str, str, int, str]:
    try:
        parts = urlsplit(clean_address(address))
        host, port = parts.hostname, parts.port
        host = host if host is None or ":" in host else host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError) as problem:
        raise InputError(address, "is no address", hint="an address begins with https://") from problem
    if parts.scheme not in _PORTS or not host:
        raise InputError(address, "is no http or https address", hint="an address begins with https://")
    if parts.username is not None or parts.password is not None:
        raise InputError(
            address.replace(f"{parts.netloc.rpartition('@')[0]}@", "…@"), "holds a password", hint="give it without"
        )
    path = parts.path + (f"?{parts.query}" if parts.query else "")
    return parts.scheme, host, port or _PORTS[parts.scheme], path
