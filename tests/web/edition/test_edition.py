"""The static edition: no dead link, nothing that needs a server, the same bytes each time, only what changed is written."""

from __future__ import annotations

import json
import os
import posixpath
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

import pytest

from zusage.errors import InputError
from zusage.settings import Settings
from zusage.web.edition.folder import MANIFEST
from zusage.web.edition.publishing import publish
from zusage.workflow import judge, steps
from zusage.workflow.add import add_items
from zusage.workflow.demo import DOSSIER, sample_items
from zusage.workflow.lookups import EntryLine, Lookups
from zusage.workflow.workspace import Workspace, init_ledger, open_workspace

ROOT = "https://ledger.example/sub"


class Links(HTMLParser):
    """Everything that a page points at, and every tag."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.tags: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.found += [value for name, value in attrs if name in {"href", "src", "srcset", "action"} and value]


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="session")
def small_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a ledger with two of the sample reports, which differ on some things; not to be written to."""
    folder = tmp_path_factory.mktemp("edition") / "ledger"
    workspace = init_ledger(folder, dossier=DOSSIER)
    for _ in add_items(workspace, iter(sample_items()[:2]), steps.load_reader()):
        pass
    workspace.ledger.settle()
    return folder


@pytest.fixture
def workspace(small_ledger: Path, tmp_path: Path) -> Workspace:
    """A copy that a test may write to."""
    shutil.copytree(small_ledger, tmp_path / "ledger")
    return open_workspace(Settings(ledger=tmp_path / "ledger"), write=True)


@pytest.fixture(scope="session")
def whole(small_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The edition of the whole ledger; not to be written to."""
    folder = tmp_path_factory.mktemp("edition") / "site"
    publish(open_workspace(Settings(ledger=small_ledger)), folder, address=ROOT, unreviewed=True)
    return folder


@pytest.fixture
def edition(whole: Path, tmp_path: Path) -> Path:
    """A copy that a test may write to."""
    shutil.copytree(whole, tmp_path / "site")
    return tmp_path / "site"


def test_no_link_is_dead_and_nothing_needs_a_server(whole: Path) -> None:
    files = files_of(whole)
    pages = [name for name in files if name.endswith(".html")]
    assert len(pages) > 60
    reached = set()
    for name in pages:
        page = Links(files[name].decode())
        assert not page.tags & {"form", "script", "button"}, name
        for link in page.found:
            parts = urlsplit(link)
            if parts.scheme:
                assert not link.startswith("http://edition.invalid")
                if not link.startswith(ROOT):
                    continue
            path = unquote(parts.path.removeprefix(urlsplit(ROOT).path + "/")) if parts.path.startswith("/") else None
            target = (
                path
                if path is not None
                else posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path)))
            )
            if parts.path:
                assert target in files, f"{name} links to {link}"
                reached.add(target)
    unreached = set(pages) - reached - {"index.html", "404.html"}
    assert unreached == set()


def test_feeds_and_citations_lead_to_files(whole: Path) -> None:
    files = files_of(whole)
    named = 0
    for name, content in files.items():
        if name.endswith((".html", ".atom", ".rss", ".feed.json", ".bib", ".ris", ".csl.json", "sitemap.xml")):
            assert b"edition.invalid" not in content
            for address in re.findall(rf'{ROOT}/([^\s"<>}}]*)', content.decode()):
                assert unquote(address) in files, f"{name} names {address}"
                named += 1
    assert named > 200


def test_forms_are_there(whole: Path) -> None:
    files = files_of(whole)
    for name in ("de/index.html", "en/overview.json", "en/overview.atom", "en/overview.bib", "static/zusage.css"):
        assert name in files
    assert json.loads(files["en/overview.json"])
    ET.fromstring(files["de/overview.atom"])  # noqa: S314 - our own
    assert files["robots.txt"].decode().endswith(f"Sitemap: {ROOT}/sitemap.xml\n")
    assert f"{ROOT}/de/index.html".encode() in files["sitemap.xml"]


def test_twice_is_the_same_and_the_second_time_nothing_is_written(edition: Path, workspace: Workspace) -> None:
    for path in edition.rglob("*"):
        os.utime(path, (1, 1))
    done = publish(workspace, edition, address=ROOT, unreviewed=True)
    assert (done.written.changed, done.written.removed) == (0, 0)  # so that it would be the same elsewhere
    assert {path.name for path in edition.rglob("*") if path.is_file() and path.stat().st_mtime != 1} == {MANIFEST}


def accept_one(workspace: Workspace) -> EntryLine:
    lookups = Lookups(workspace)
    line = next(iter(lookups.entries()))
    judge.accept(workspace, lookups.entry(line.id).statements[0].said.id, who="mona")
    return line


def test_what_is_not_accepted_is_not_published(workspace: Workspace, tmp_path: Path) -> None:
    line, lookups = accept_one(workspace), Lookups(workspace)
    other = next(each for each in lookups.entries() if each.id != line.id and each.actor != line.actor)
    publish(workspace, tmp_path / "site", address=ROOT)
    files = files_of(tmp_path / "site")
    assert f"en/entries/{line.id}.html" in files or not any(name.startswith("en/entries/") for name in files)
    assert not any(other.id in name for name in files)
    assert not any(other.id.encode() in content for content in files.values())


def test_without_an_address_nothing_names_one(workspace: Workspace, tmp_path: Path) -> None:
    accept_one(workspace)
    publish(workspace, tmp_path / "site")
    files = files_of(tmp_path / "site")
    assert not any(name.endswith((".atom", ".bib", ".xml")) for name in files)
    assert not any(b"edition.invalid" in content for content in files.values())


def test_a_folder_with_something_else_is_left_alone(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/thesis.txt").write_text("years of work")
    with pytest.raises(InputError, match="is not empty, and no edition"):
        publish(workspace, tmp_path / "mine")
    assert files_of(tmp_path / "mine") == {"thesis.txt": b"years of work"}
    (tmp_path / "file").touch()
    with pytest.raises(InputError, match="cannot be written"):
        publish(workspace, tmp_path / "file")
    with pytest.raises(InputError, match="is no address of the web"):
        publish(workspace, tmp_path / "new", address="ledger.example")


def test_what_no_longer_belongs_goes_and_foreign_files_stay(edition: Path, workspace: Workspace) -> None:
    (edition / "CNAME").write_text("ledger.example")
    done = publish(workspace, edition, address=ROOT)  # nothing is accepted: nearly everything goes
    assert done.written.removed > 50
    assert (edition / "CNAME").read_text() == "ledger.example"
