"""Pages come out of archives, also out of broken ones; captures become an archive that another program reads."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker

from zusage.intake.source import Failure, Source
from zusage.intake.warc import read_archive, write_archive
from zusage.model.report import Capture

PAGE = "<html><body><p>Die Brücke über den Hafen wird gebaut, beschloss der Rat.</p></body></html>".encode()


ADDRESSES = st.from_regex(r"https://[a-z]{1,8}\.example/[a-z0-9/?=]{0,12}", fullmatch=True)


def captures(count: int, size: int = 0) -> Iterator[Capture]:
    for number in range(count):
        content = PAGE + bytes(str(number), "ascii") + b" " * size
        yield Capture(
            content,
            f"https://hafen.example/{number}",
            "2025-03-06T12:00:00.000Z",
            {"content-type": "text/html; charset=utf-8"},
        )


def archive(count: int = 5, *, packed: bool = True, size: int = 0) -> bytes:
    file = io.BytesIO()
    assert write_archive(file, captures(count, size), software="Zusage/test", packed=packed) == count
    return file.getvalue()


def read(content: bytes, *, limit: int = 100_000) -> tuple[list[Source], list[Failure]]:
    found = list(read_archive(io.BytesIO(content), "a.warc", limit=limit))
    return [one for one in found if isinstance(one, Source)], [one for one in found if isinstance(one, Failure)]


@pytest.mark.parametrize("packed", [True, False])
def test_what_is_written_is_read(*, packed: bool) -> None:
    sources, failures = read(archive(packed=packed))
    assert not failures
    assert [one.content for one in sources] == [one.content for one in captures(5)]
    assert [one.address for one in sources] == [one.address for one in captures(5)]
    assert {one.fetched_at for one in sources} == {"2025-03-06T12:00:00Z"}
    assert sources[0].headers["content-type"] == "text/html; charset=utf-8"
    assert sources[0].form == "page"


def test_the_same_captures_give_the_same_archive() -> None:
    assert archive() == archive()


@pytest.mark.parametrize("packed", [True, False])
def test_another_program_reads_our_archives(
    capsys: pytest.CaptureFixture[str], tmp_path_factory: pytest.TempPathFactory, *, packed: bool
) -> None:
    path = tmp_path_factory.mktemp("w") / "a.warc"
    path.write_bytes(archive(packed=packed))
    with path.open("rb") as file:
        records = [
            (one.rec_type, one.rec_headers.get_header("WARC-Target-URI"), one.content_stream().read())
            for one in ArchiveIterator(file)
        ]
    assert records[0][0] == "warcinfo"
    assert records[1] == ("response", "https://hafen.example/0", PAGE + b"0")
    checker = Checker(type("C", (), {"inputs": [str(path)], "verbose": False})())
    checker.process_all()
    assert checker.exit_value == 0, capsys.readouterr().out


def test_captures_without_an_address_are_kept_as_resources() -> None:
    file = io.BytesIO()
    write_archive(file, [Capture(b"text", headers={"content-type": "text/plain"})], software="x", packed=False)
    (source,), _ = read(file.getvalue())
    assert (source.content, source.form) == (b"text", "plain")


def members(content: bytes) -> list[bytes]:
    """Cut a packed archive into its members."""
    starts = [at for at in range(len(content) - 3) if content[at : at + 4] == b"\x1f\x8b\x08\x00"]
    return [content[start:end] for start, end in zip(starts, [*starts[1:], len(content)], strict=True)]


def test_a_broken_member_in_the_middle_costs_only_itself() -> None:
    parts = members(archive())
    parts[3] = parts[3][:40] + b"\xff" * 40 + parts[3][80:]
    sources, failures = read(b"".join(parts))
    assert [one.address for one in sources] == [f"https://hafen.example/{number}" for number in (0, 1, 3, 4)]
    assert len(failures) == 1
    assert "is broken in the member at byte" in str(failures[0].error)


def test_a_member_that_is_cut_in_the_middle_costs_only_itself() -> None:
    parts = members(archive())
    parts[2] = parts[2][: len(parts[2]) // 2]
    sources, failures = read(b"".join(parts))
    assert [one.address for one in sources] == [f"https://hafen.example/{number}" for number in (0, 2, 3, 4)]
    assert failures


def test_an_archive_that_ends_too_early_gives_what_is_there() -> None:
    sources, failures = read(archive()[:-60])
    assert len(sources) == 4
    assert len(failures) == 1


def test_rubbish_between_records_is_passed_over() -> None:
    plain = archive(packed=False).replace(
        b"WARC/1.1\r\nWARC-Type: response", b"rubbish\r\nWARC/1.1\r\nWARC-Type: response", 1
    )
    sources, failures = read(plain)
    assert len(sources) == 5
    assert "broken between two records" in str(failures[0].error)


def test_one_member_for_the_whole_archive() -> None:
    assert len(read(gzip.compress(archive(packed=False)))[0]) == 5


def test_long_records_are_passed_over() -> None:
    big = archive(2, size=3_000_000)
    sources, failures = read(big + archive(1), limit=100_000)
    assert [one.address for one in sources] == ["https://hafen.example/0"]
    assert not failures


@pytest.mark.parametrize(
    "content",
    [b"", b"no archive at all", b"\x1f\x8b\x08\x00", b"WARC/1.0\r\n", b"WARC/1.0\r\nContent-Length: x\r\n\r\n"],
)
def test_what_is_no_archive_gives_nothing(content: bytes) -> None:
    assert read(content)[0] == []


def response(head: bytes, body: bytes) -> bytes:
    block = head + b"\r\n\r\n" + body
    return (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://hafen.example/x\r\nWARC-Date: 2020-01-01T00:00:00Z\r\n"
        b"Content-Length: " + str(len(block)).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"
    )


@pytest.mark.parametrize(
    ("head", "body", "count"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip", gzip.compress(PAGE, mtime=0), 1),
        (
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked",
            b"5\r\n<html\r\n1\r\n>\r\n0\r\n\r\n",
            1,
        ),
        (b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html", PAGE, 0),
        (b"HTTP/1.1 200 OK\r\nContent-Type: image/png", b"\x89PNG", 0),
    ],
)
def test_answers_as_crawlers_keep_them(head: bytes, body: bytes, count: int) -> None:
    sources, failures = read(response(head, body))
    assert (len(sources), len(failures)) == (count, 0)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip",
            gzip.compress(b"\0" * 9_000_000, mtime=0),
        ),
        (b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip", b"no gzip"),
        (
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip",
            gzip.compress(PAGE * 99, mtime=0)[:-20],
        ),
        (b"not http", b"x"),
    ],
)
def test_broken_answers_are_named(head: bytes, body: bytes) -> None:
    sources, failures = read(response(head, body) + response(b"HTTP/1.1 200 OK\r\nContent-Type: text/html", PAGE))
    assert len(sources) == 1
    assert "https://hafen.example/x" in str(failures[0].error)


@given(st.lists(st.tuples(st.binary(max_size=300), ADDRESSES), max_size=6), st.booleans())
def test_any_bytes_come_back_out_of_an_archive(kept: list[tuple[bytes, str]], packed: bool) -> None:  # noqa: FBT001 - hypothesis gives it
    file = io.BytesIO()
    made = [
        Capture(content, address, "2025-03-06T12:00:00Z", {"content-type": "text/html"}) for content, address in kept
    ]
    write_archive(file, made, software="x", packed=packed)
    sources, failures = read(file.getvalue())
    assert not failures
    assert [(one.content, one.address) for one in sources] == kept
