"""An address is fetched, followed, bounded in size and time, and every failure is one line with its reason."""

from __future__ import annotations

import gzip
import time
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from zusage.errors import InputError
from zusage.intake.fetching import Fetched, FetchError, Fetching, Unchanged, fetch
from zusage.intake.fetching.fetch import read_retry_after

if TYPE_CHECKING:
    from web_site import Site


def got(address: str, fetching: Fetching) -> Fetched:
    found = fetch(address, fetching)
    assert isinstance(found, Fetched)
    return found


def test_a_page_comes_with_its_headers_and_time(site: Site, fetching: Fetching) -> None:
    address = site.add("/a", "Brücke", headers={"ETag": '"7"', "Set-Cookie": "who=me"})
    found = got(address + "#part", fetching)
    assert (found.content.decode(), found.asked, found.address) == ("Brücke", address, address)
    assert found.fetched_at == fetching.clock()
    assert found.headers["etag"] == '"7"'
    assert "set-cookie" not in found.headers


def test_what_is_sent_names_the_program_and_nobody(site: Site, fetching: Fetching) -> None:
    site.add("/b", "there")
    got(site.add("/a", status=302, headers={"Location": "/b", "Set-Cookie": "who=me"}), fetching)
    assert site.asked == ["/a", "/b"]
    for _, headers in site.requests:
        assert headers["user-agent"].startswith("Zusage/")
        assert not {"cookie", "authorization", "referer", "proxy-authorization"} & set(headers)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed(site: Site, fetching: Fetching, status: int) -> None:
    last = site.add("/c", "there")
    site.add("/b", status=status, headers={"Location": "c"})
    found = got(site.add("/a", status=status, headers={"Location": site.address + "/b"}), fetching)
    assert (found.content, found.address, found.asked) == (b"there", last, site.address + "/a")


def test_redirects_in_a_circle_end(site: Site, fetching: Fetching) -> None:
    with pytest.raises(FetchError, match="leads on more than 10 times"):
        fetch(site.add("/a", status=302, headers={"Location": "/a"}), fetching)


@pytest.mark.parametrize(
    "target",
    ["file:///etc/passwd", "ftp://a.example/x", "gopher://a.example/", "javascript:1", "//user:word@a.example/"],
)
def test_redirects_lead_nowhere_else(site: Site, fetching: Fetching, target: str) -> None:
    with pytest.raises(InputError, match=r"no http or https address|holds a password|no address"):
        fetch(site.add("/a", status=302, headers={"Location": target}), fetching)


def test_what_has_not_changed_is_not_sent_again(site: Site, fetching: Fetching) -> None:
    address = site.add("/a", status=304)
    assert fetch(address, fetching, known={"If-None-Match": '"7"'}) == Unchanged(address)
    assert site.requests[0][1]["if-none-match"] == '"7"'


@pytest.mark.parametrize(
    ("status", "words"), [(404, "not found"), (410, "gone"), (500, "internal server error"), (999, "unknown")]
)
def test_errors_are_named(site: Site, fetching: Fetching, status: int, words: str) -> None:
    with pytest.raises(FetchError, match=f"answers {status}: .*{words}") as caught:
        fetch(site.add("/a", "x", status=status), fetching)
    assert caught.value.status == status
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("value", "seconds"), [("120", 120.0), ("Thu, 06 Mar 2025 12:00:30 GMT", 30.0), ("soon", None), ("", None)]
)
def test_the_server_may_ask_to_wait(site: Site, fetching: Fetching, value: str, seconds: float | None) -> None:
    with pytest.raises(FetchError) as caught:
        fetch(site.add("/a", "x", status=429, headers={"Retry-After": value}), fetching)
    assert caught.value.retry_after == seconds
    assert read_retry_after("Thu, 06 Mar 2020 12:00:30 GMT", fetching.clock()) == 0.0


def test_packed_pages_are_unpacked(site: Site, fetching: Fetching) -> None:
    for path, body, kind in (
        ("/gzip", gzip.compress(b"page" * 99, mtime=0), "gzip"),
        ("/members", gzip.compress(b"page" * 50, mtime=0) + gzip.compress(b"page" * 49, mtime=0), "gzip"),
        ("/deflate", zlib.compress(b"page" * 99), "deflate"),
        ("/raw", zlib.compress(b"page" * 99)[2:-4], "deflate"),
    ):
        assert got(site.add(path, body, headers={"Content-Encoding": kind}), fetching).content == b"page" * 99, path


def test_bombs_are_given_up(site: Site, fetching: Fetching) -> None:
    bomb = gzip.compress(b"\0" * 200_000_000, 9, mtime=0)
    address = site.add("/a", bomb, headers={"Content-Encoding": "gzip"})
    start = time.process_time()
    with pytest.raises(FetchError, match="has more than 1,000,000 bytes"):
        fetch(address, replace(fetching, limit=1_000_000))
    assert time.process_time() - start < 1


def test_long_pages_are_refused_before_they_are_read(site: Site, fetching: Fetching) -> None:
    with pytest.raises(FetchError, match="has more than 1,000 bytes"):
        fetch(site.add("/a", b"x" * 50_000_000), replace(fetching, limit=1000))


@pytest.mark.parametrize("pause", [0.05, 10.0])
def test_slow_answers_are_given_up(site: Site, fetching: Fetching, pause: float) -> None:
    """Drop by drop, each drop in time; or nothing at all."""
    address = site.add("/a", b"x" * 1000, pause=pause)
    start = time.monotonic()
    with pytest.raises(FetchError, match=r"takes longer than 0\.5 seconds"):
        fetch(address, replace(fetching, seconds=0.5))
    assert time.monotonic() - start < 3


@pytest.mark.parametrize(
    ("body", "more", "problem"),
    [
        (b"x" * 10, {"length": 20}, "cut short"),
        (gzip.compress(b"page" * 999, mtime=0)[:-9], {"headers": {"Content-Encoding": "gzip"}}, "cut short"),
        (b"no gzip", {"headers": {"Content-Encoding": "gzip"}}, "not packed as its server says"),
        (b"x", {"headers": {"Content-Encoding": "br"}}, "packed as br"),
        (b"%PDF-1.7", {"headers": {"Content-Type": "application/pdf"}}, "is application/pdf"),
    ],
)
def test_broken_answers_give_nothing(
    site: Site, fetching: Fetching, body: bytes, more: dict[str, object], problem: str
) -> None:
    with pytest.raises(FetchError, match=problem):
        fetch(site.add("/a", body, **more), fetching)


def test_nobody_answers(fetching: Fetching) -> None:
    with pytest.raises(FetchError, match=r"^http://127\.0\.0\.1:9/: cannot be fetched: "):
        fetch("http://127.0.0.1:9/", fetching)
