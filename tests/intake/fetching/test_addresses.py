"""What is not public is not fetched, however it is written, wherever a redirect or a name leads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from zusage.errors import InputError
from zusage.intake.fetching import Fetched, Fetching, fetch
from zusage.intake.fetching.addresses import clean_address, find_target, is_public

if TYPE_CHECKING:
    from web_site import Site

PRIVATE = [
    *("127.0.0.1", "127.255.0.1", "10.0.0.1", "172.16.5.4", "192.168.1.1", "169.254.169.254", "0.0.0.1", "100.64.0.1"),
    *("198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.2.1", "::", "::1", "fe80::1", "fe80::1%eth0"),
    *(
        "fc00::1",
        "fd12:3456::1",
        "fec0::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
    ),
    *(
        "64:ff9b:1::a00:1",
        "2002:7f00:1::",
        "2002:a00:1::1",
        "2001:0:4136:e378:8000:63bf:f5ff:fffe",
        "2001:db8::1",
        "no address",
        "",
    ),
]


@pytest.mark.parametrize("address", PRIVATE)
def test_private_addresses_are_known(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_public_addresses_are_known(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        *(
            "http://localhost/",
            "http://127.0.0.1/",
            "http://[::1]/",
            "http://0x7f.1/",
            "http://2130706433/",
            "http://0177.0.0.1/",
        ),
        *(
            "http://127.1:8080/x",
            "http://[::ffff:127.0.0.1]/",
            "http://[64:ff9b::7f00:1]/",
            "http://0/",
            "http://127。0。0。1/",
        ),
    ],
)
def test_this_machine_is_refused_by_every_name(fetching: Fetching, address: str) -> None:
    with pytest.raises(InputError, match=r"which is not public .*--allow-private|is not known"):
        fetch(address, replace(fetching, allow_private=False))


def test_one_private_answer_among_public_ones_is_enough() -> None:
    def resolve(host: str, port: int) -> Sequence[str]:
        assert (host, port) == ("news.example", 443)
        return ("93.184.216.34", "10.0.0.7")

    with pytest.raises(InputError, match=r"news\.example is at 10\.0\.0\.7"):
        find_target("https://news.example/", resolve, allow_private=False)


def test_a_redirect_to_what_is_not_public_is_refused(site: Site, fetching: Fetching) -> None:
    """The first hop is let through by its resolver, the second is a literal address of this machine."""
    site.add("/secret", "inside")
    site.add("/a", status=302, headers={"Location": "http://[::1]:80/secret"})
    port = int(site.address.rpartition(":")[2])
    seen: list[str] = []

    def resolve(host: str, _: int) -> Sequence[str]:
        seen.append(host)
        return ("127.0.0.1",) if len(seen) == 1 else (host,)

    with pytest.raises(InputError, match="is at ::1, which is not public"):
        _fetch_with_first_hop_public(
            f"http://news.example:{port}/a", replace(fetching, allow_private=False, resolve=resolve)
        )
    assert seen == ["news.example", "::1"]
    assert "/secret" not in site.asked


def _fetch_with_first_hop_public(address: str, fetching: Fetching) -> None:
    """Take 127.0.0.1 for public, as nothing else can be reached from a test."""
    from unittest.mock import patch  # noqa: PLC0415 - one use

    with patch("zusage.intake.fetching.addresses.is_public", lambda each: each == "127.0.0.1"):
        fetch(address, fetching)


def test_a_name_is_asked_once_for_each_hop_and_the_connection_goes_where_it_was_checked(
    site: Site, fetching: Fetching
) -> None:
    """A name that answers differently the second time (DNS rebinding) gains nothing: there is no second time."""
    site.add("/a", "there")
    answers = iter([("127.0.0.1",), ("203.0.113.7",)])
    port = int(site.address.rpartition(":")[2])
    fetch(f"http://news.example:{port}/a", replace(fetching, resolve=lambda *_: next(answers)))
    assert site.requests[0][1]["host"] == f"news.example:{port}"
    assert next(answers) == ("203.0.113.7",)


@pytest.mark.parametrize(
    "address",
    [
        "https://",
        "https:///x",
        "ftp://a.example/",
        "https://a.example:99999/",
        "https://[::1/",
        "https://" + "a" * 70 + ".example/",
        "https://u:p@a.example/",
    ],
)
def test_what_is_no_address_is_one_clear_error(fetching: Fetching, address: str) -> None:
    with pytest.raises(InputError) as caught:
        fetch(address, fetching)
    assert "u:p" not in str(caught.value)


def test_names_in_other_letters_are_asked_for_in_ascii() -> None:
    asked: list[str] = []

    def resolve(host: str, _: int) -> Sequence[str]:
        asked.append(host)
        return ("93.184.216.34",)

    target = find_target("https://brücke.example/größe?q=ä", resolve, allow_private=False)
    assert asked == ["xn--brcke-lva.example"]
    assert target.path == "/gr%C3%B6%C3%9Fe?q=%C3%A4"


def test_an_address_is_cleaned_the_same_way_twice() -> None:
    once = clean_address("HTTPS://News.Example/a b?x=1%20#top")
    assert once == "https://news.example/a%20b?x=1%20"
    assert clean_address(once) == once


def test_an_address_that_cannot_be_reached_is_passed_over(site: Site, fetching: Fetching) -> None:
    """A host with an IPv6 address, fetched from a machine without IPv6; here: nobody listens at 127.0.0.2."""
    site.add("/a", "there")
    port = int(site.address.rpartition(":")[2])
    found = fetch(f"http://news.example:{port}/a", replace(fetching, resolve=lambda *_: ("127.0.0.2", "127.0.0.1")))
    assert isinstance(found, Fetched)
    assert found.content == b"there"
