"""Adding addresses and pages, watching feeds, importing, archiving and taking down, from the command line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import Result

from zusage.workflow.gather import gather

if TYPE_CHECKING:
    from web_site import Site

Run = Callable[..., Result]
PLEDGE = "Oslo will send 40 medics after a ceasefire, the minister said in Bergen on Tuesday evening. " * 4
PAGE = (
    '<html lang="en"><head><title>The medics</title><meta property="article:published_time" content="2025-03-04T10:00:00Z">'
    f"</head><body><nav><a href='/'>Home</a></nav><article><h1>The medics</h1><p>{PLEDGE}</p></article></body></html>"
)


@pytest.fixture
def ledger(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the program in the folder of an empty ledger."""
    assert run("init", "ledger").exit_code == 0
    monkeypatch.chdir(tmp_path / "ledger")
    return run


def test_a_page_is_added_by_its_address(site: Site, ledger: Run) -> None:
    result = ledger("add", site.add("/a", PAGE), "--allow-private")
    assert result.exit_code == 0, result.output
    assert "1 added" in result.stderr
    listed = ledger("report", "list", "--format", "json")
    assert '"published_how": "meta"' in listed.stdout
    assert f'"address": "{site.address}/a"' in listed.stdout
    assert "Home" not in ledger("report", "show", _id(listed)).stdout


def _id(listed: Result) -> str:
    import json  # noqa: PLC0415 - one use

    return str(json.loads(listed.stdout)[0]["id"])


def test_this_machine_is_not_fetched_without_being_told_to(site: Site, ledger: Run) -> None:
    result = ledger("add", site.add("/a", PAGE))
    assert result.exit_code == 1
    assert "which is not public (--allow-private fetches from an intranet)" in result.stderr
    assert site.asked == []


def test_pages_mails_and_archives_are_added_from_a_folder(ledger: Run, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.html").write_text(PAGE)
    (folder / "b.eml").write_bytes(
        b"From: Ada Hafner <ada@hafen.example>\r\nSubject: Medics\r\nDate: Tue, 04 Mar 2025 10:00:00 +0100\r\n"
        b"Content-Type: text/plain; charset=utf-8\r\n\r\n" + PLEDGE.replace("40", "41").encode()
    )
    assert ledger("add", str(folder)).exit_code == 0
    assert ledger("archive", str(tmp_path / "in" / "c.warc.gz")).exit_code == 0
    assert ledger("init", str(tmp_path / "second")).exit_code == 0
    result = ledger("add", str(tmp_path / "in"), "--ledger", str(tmp_path / "second"))
    assert "2 added" in result.stderr
    records = ledger("report", "list", "--format", "json", "--ledger", str(tmp_path / "second")).stdout
    assert '"title": "Medics"' in records
    assert '"published_on": "2025-03-04"' in records


def test_a_failure_gives_one_line_and_status_1(site: Site, ledger: Run) -> None:
    result = ledger("add", site.address + "/none", site.add("/a", PAGE), "--allow-private")
    assert result.exit_code == 1
    assert f"zusage: {site.address}/none: answers 404: not found" in result.stderr
    assert "1 added, 1 failed" in result.stderr


def test_feeds_are_watched_once(site: Site, ledger: Run) -> None:
    site.add("/feed", f"<rss version='2.0'><channel><item><link>{site.add('/a', PAGE)}</link></item></channel></rss>")
    Path("feeds.opml").write_text(f"<opml><body><outline xmlUrl='{site.address}/feed'/></body></opml>")
    result = ledger("watch", "--once", "--allow-private")
    assert result.exit_code == 0, result.output
    assert "1 new of 1" in result.stderr
    again = ledger("watch", "--once", "--allow-private")
    assert (again.stdout, again.stderr) == ("", "No feed is due yet.\n")


def test_watching_nothing_says_what_to_do(ledger: Run) -> None:
    result = ledger("watch", "--once")
    assert (result.exit_code, "feeds.opml" in result.stderr) == (1, True)


def test_a_list_of_feeds_is_not_watched_as_a_feed_without_entries(site: Site, ledger: Run) -> None:
    listed = site.add("/list", f"<opml><body><outline xmlUrl='{site.address}/feed'/></body></opml>")
    result = ledger("watch", listed, "--once", "--allow-private")
    assert result.exit_code == 1
    assert "is a list of feeds, no feed (save it as feeds.opml in the ledger's folder" in result.stderr


def test_a_report_is_taken_down_after_asking(ledger: Run, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE)
    ledger("add", str(tmp_path / "a.html"))
    name = _id(ledger("report", "list", "--format", "json"))
    assert ledger("takedown", name, "--why", "asked for", stdin="n\n").exit_code == 1
    result = ledger("takedown", name, "--why", "asked for", stdin="y\n")
    assert result.exit_code == 0, result.output
    assert "Took down" in result.stderr
    again = ledger("add", str(tmp_path / "a.html"))
    assert (again.exit_code, "was taken down on" in again.stderr) == (1, True)


def test_nothing_is_overwritten_by_an_archive(ledger: Run, tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_text("mine")
    result = ledger("archive", str(tmp_path / "a.warc"))
    assert (result.exit_code, "is there already" in result.stderr) == (1, True)
    assert ledger("archive", "a.zip").exit_code == 2
    assert (tmp_path / "a.warc").read_text() == "mine"


def test_a_spreadsheet_is_imported(ledger: Run, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("Donor,Kind,Value,What\nNorway,funding,5,pays for tents\nNobody,funding,5,pays\n")
    (tmp_path / "t.toml").write_text(
        "[columns]\nactor='Donor'\nmeasure='Kind'\namount='Value'\nquote='What'\n[fixed]\nunit='EUR'\nfirmness='pledged'\n"
    )
    result = ledger("import", str(tmp_path / "t.csv"), "--map", str(tmp_path / "t.toml"))
    assert result.exit_code == 1
    assert 'nobody is called "Nobody"' in result.stderr
    assert "1 added, 1 failed" in result.stderr
    assert "pays for tents" in ledger("ledger", "--format", "json").stdout
    assert ledger("import", "none.csv", "--map", str(tmp_path / "t.toml")).exit_code == 1


def test_after_ctrl_c_the_same_command_goes_on(ledger: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(3):
        (tmp_path / f"{number}.html").write_text(PAGE.replace("40", f"4{number}"))
    files = [str(tmp_path / f"{number}.html") for number in range(3)]

    def interrupted(names: object, gathering: object) -> Iterator[object]:
        sources = gather(names, gathering)  # type: ignore[arg-type]  # as the command calls it
        yield next(sources)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("zusage.workflow.gather.gather", interrupted)
        result = ledger("add", *files)
    assert result.exit_code == 130
    assert "1 added" in result.stderr
    assert "the same command goes on" in result.stderr
    assert "2 added, 1 unchanged" in ledger("add", *files).stderr


def test_what_is_to_be_looked_at_is_shown(ledger: Run, tmp_path: Path) -> None:
    head = '<meta name="author" content="Ada Hafner"><meta property="og:site_name" content="Harbour Gazette">'
    page = PAGE.replace("</head>", f"{head}</head>").replace(
        "<article>", '<article><time datetime="2025-02-01">1 Feb</time>'
    )
    (tmp_path / "a.html").write_text(page)
    assert "but 2025-02-01 (time-tag)" in ledger("add", str(tmp_path / "a.html")).stderr
    listed = ledger("report", "list")
    assert "2025-03-04 !" in listed.stdout
    assert "says why" in listed.stderr
    shown = ledger("report", "show", _id(ledger("report", "list", "--format", "json"))).stdout
    assert "Harbour Gazette · Ada Hafner" in " ".join(shown.split())
    assert "look at its day: published on 2025-03-04 (meta), but 2025-02-01 (time-tag)" in " ".join(shown.split())


def test_words_of_others_never_steer_the_terminal(ledger: Run, tmp_path: Path) -> None:
    escape, bell, override = "\x1b", "\x07", "\u202e"
    title = f"Medics {escape}[2J{escape}]52;c;cHduZWQ={bell} {override}evas ot\x9b31m"
    name = f"a\n{escape}[31mb.html"
    page = PAGE.replace("<h1>The medics", f"<h1>{title}").replace("40 medics", f"40 {bell}medics{override}")
    (tmp_path / name).write_text(page)
    added = ledger("add", f"../{name}")
    assert added.exit_code == 0, added.output
    assert "../a�" in added.stdout
    for shown in (("report", "list"), ("log",), ("report", "show", _id(ledger("report", "list", "--format", "json")))):
        result = ledger(*shown)
        assert "Medics" in result.stdout or shown == ("log",)
        assert not set("\x1b\x07\x9b\u202e") & set(result.stdout), result.stdout


def test_quotes_are_marked_where_they_stand_behind_signs_without_width(ledger: Run, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE.replace("<p>Oslo", "<p>Late\x07\x08\x07 on: Oslo"))
    ledger("add", "../a.html")
    shown = ledger("report", "show", _id(ledger("report", "list", "--format", "json")))
    assert "on: Oslo will send 40 medics[1] after" in " ".join(shown.stdout.split())


def test_a_mail_in_windows_1252_under_an_impossible_label(ledger: Run, tmp_path: Path) -> None:
    mail = f"Subject: Fünf Ärzte\nFrom: a@b.example\nContent-Type: text/plain; charset=undefined\n\n{PLEDGE}"
    (tmp_path / "a.eml").write_bytes(mail.encode("cp1252"))
    result = ledger("add", "../a.eml")
    assert result.exit_code == 0, result.output
    assert '"title": "Fünf Ärzte"' in ledger("report", "list", "--format", "json").stdout


def test_a_closed_port_is_said_in_words(ledger: Run) -> None:
    result = ledger("add", "http://127.0.0.1:1/", "--allow-private")
    assert "cannot be fetched: connection refused (try again later)" in result.stderr
