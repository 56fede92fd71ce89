"""The pages over the sample reports: each answers in every form, with its links, and words of others stay words."""

from __future__ import annotations

import csv
import gc
import io
import json
import re
from collections.abc import Iterator
from functools import partial
from html.parser import HTMLParser

import pytest
from lxml import etree
from starlette.testclient import TestClient

from zusage.intake.reports import Intake, Item, read_reports
from zusage.intake.source import Failure, Source
from zusage.web import marks
from zusage.web.app import create_app
from zusage.web.rendering import environment
from zusage.web.routes import entries
from zusage.web.site import Serving, Site
from zusage.web.views import parts
from zusage.web.warming import SELDOM, YOUNG, warm
from zusage.workflow import judge, steps
from zusage.workflow.add import add_items
from zusage.workflow.lookups import EVERYTHING, Lookups
from zusage.workflow.workspace import Workspace

OK, NOT_FOUND = 200, 404


@pytest.fixture
def paths(workspace: Workspace) -> list[str]:
    """One address of each kind of page."""
    lookups = Lookups(workspace)
    entry = max(lookups.entries(page=EVERYTHING), key=lambda each: (each.conflicts, each.statements))
    conflict = lookups.conflicts().items[0].conflict
    return [
        *("/", "/ledger", "/conflicts", "/meetings", f"/entries/{entry.id}", f"/actors/{entry.actor}"),
        *(f"/measures/{entry.measure}", f"/conflicts/{conflict.id}"),
    ]


class Outline(HTMLParser):
    """What a page consists of: tags, ids, links."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name == "id":
                self.ids.append(value or "")
            if name == "href" and tag == "a":
                self.links.append(value or "")


def outline(text: str) -> Outline:
    found = Outline()
    found.feed(text)
    return found


def test_each_page_answers_in_both_languages(client: TestClient, paths: list[str]) -> None:
    for path in paths:
        for language in ("de", "en"):
            page = client.get(f"/{language}{path}")
            assert page.status_code == OK, path
            seen = outline(page.text)
            assert seen.tags.count("h1") == 1
            assert len(seen.ids) == len(set(seen.ids)), path
            assert {"main", "nav", "header", "footer"} <= set(seen.tags)
            assert not any(name.startswith("on") or name == "style" for name in seen.attributes), path


def test_a_line_shows_the_words_that_set_its_firmness(client: TestClient, workspace: Workspace) -> None:
    lines = Lookups(workspace).entries(page=EVERYTHING).items
    assert all(each.basis.firmness is each.firmness for each in lines if each.firmness)
    weaker = [each for each in lines if each.newest.firmness != each.basis.firmness]
    assert weaker
    shown = {each["id"]: each for each in client.get("/en/ledger.json?sort=newest").json()["entries"]}
    for each in shown.values():
        assert each["basis"]["firmness"] == (each["firmness"] or each["basis"]["firmness"])
    page = client.get(f"/de/actors/{weaker[0].actor}").text
    assert ("zuletzt:" in page) == any(
        each["is_weaker_now"] for each in client.get(f"/de/actors/{weaker[0].actor}.json").json()["entries"]
    )


def test_each_page_is_there_as_data(client: TestClient, paths: list[str]) -> None:
    for path in paths:
        name = "/overview" if path == "/" else path
        assert client.get(f"/en{name}.json").json()
        rows = list(csv.reader(io.StringIO(client.get(f"/en{name}.csv").text)))
        assert len(rows) > 1, path
        assert len({len(row) for row in rows}) == 1, path


def test_many_statements_are_shown_in_parts_and_given_whole_as_data(
    client: TestClient, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An entry's page shows some of its statements and leads to the others; its JSON and CSV have all of them."""
    lookups = Lookups(workspace)
    line = max(lookups.entries(page=EVERYTHING), key=lambda each: each.statements)
    said = [each.said.id for each in lookups.entry(line.id).statements]
    assert len(said) > 2
    monkeypatch.setattr(entries, "slice_of", partial(parts.slice_of, size=2))
    monkeypatch.setattr(entries, "part_of", partial(parts.part_of, size=2))
    shown = []
    for number in range(1, -(-len(said) // 2) + 1):
        page = client.get(f"/en/entries/{line.id}?page={number}").text
        own = re.findall(r'<li id="s-(\w+)"', page)
        assert len(own) <= 2
        assert f"of {len(said)}, by their days" in page
        shown += own
    assert shown == said
    assert f"/en/entries/{line.id}?page=2#statements" in client.get(f"/en/entries/{line.id}").text
    data = client.get(f"/en/entries/{line.id}.json").json()
    assert [each["id"] for each in data["said"]] == said
    rows = csv.DictReader(io.StringIO(client.get(f"/en/entries/{line.id}.csv").text))
    assert [row["id"] for row in rows] == said


def test_plain_files_of_a_page_that_shows_a_part_have_everything_as_data(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where all forms are made at once, as for a static edition, data are not cut off with the page."""
    lookups = Lookups(workspace)
    line = max(lookups.entries(page=EVERYTHING), key=lambda each: each.statements)
    monkeypatch.setattr(entries, "slice_of", partial(parts.slice_of, size=2))
    monkeypatch.setattr(entries, "part_of", partial(parts.part_of, size=2))
    with TestClient(create_app(Site(workspace, Serving(answers=False)))) as files:
        assert len(re.findall(r'<li id="s-', files.get(f"/de/entries/{line.id}").text)) == 2
        assert len(files.get(f"/de/entries/{line.id}.json").json()["said"]) == line.statements > 2
        assert len(files.get(f"/de/entries/{line.id}.csv").text.splitlines()) == line.statements + 1


def test_a_server_has_read_its_templates_and_does_not_look_through_what_stays() -> None:
    """What is in memory when a server starts is taken out of what is looked through for cycles."""
    threshold = gc.get_threshold()
    try:
        warm()
        assert gc.get_freeze_count() > 0
        assert gc.get_threshold() == (YOUNG, SELDOM, SELDOM)
    finally:
        gc.unfreeze()
        gc.set_threshold(*threshold)


def test_marks_escape_words_of_others() -> None:
    """Quotes and sentences are words, whatever is in them; where nothing is known the mark says so."""
    assert marks.quote_mark("<b>\u202e  on", None) == "<q><bdi>&lt;b&gt; on</bdi></q>"
    assert marks.sentence_mark(" <i>", "on", "", 'd"e') == (
        '<q lang="d&#34;e"><bdi><span class="rest"> &lt;i&gt;</span>on<span class="rest"></span></bdi></q>'
    )
    assert "offen" in marks.firmness_mark("de", None)
    assert "●●●○○" in marks.firmness_mark("en", "pledged")


def test_phrases_without_blanks_are_translated_when_a_template_is_read() -> None:
    """What stands in a template is no look-up of a page; blanks are filled in, and words of others escaped there."""
    made = environment("de")
    assert "gettext" not in made.compile("{% trans %}Ledger{% endtrans %}", raw=True)
    words = made.from_string("{% trans day=day %}This page as of {{ day }}{% endtrans %}").render(day="<b>")
    assert words == "Diese Seite mit Stand &lt;b&gt;"
    counted = (
        "{% trans count=n %}{{ count }} remark by readers{% pluralize %}{{ count }} remarks by readers{% endtrans %}"
    )
    assert [made.from_string(counted).render(n=n)[:2] for n in (1, 3)] == ["1 ", "3 "]


def test_drawings_are_pictures_that_may_be_embedded(client: TestClient, paths: list[str]) -> None:
    for path in paths:
        name = "/overview" if path == "/" else path
        if not name.startswith(
            ("/overview", "/ledger", "/conflicts", "/meetings", "/entries/", "/actors/", "/measures/")
        ):
            continue
        if name.startswith("/conflicts/"):
            continue
        for form, width in (("svg", "860"), ("narrow.svg", "340")):
            answer = client.get(f"/de{name}.{form}")
            root = etree.fromstring(answer.content)
            assert root.tag.endswith("svg")
            assert root.find("{*}title").text
            assert root.get("viewBox").split()[2] == width
            assert answer.headers["cross-origin-resource-policy"] == "cross-origin"


def test_charts_of_lists_stand_beside_their_tables(client: TestClient) -> None:
    for path, name in (
        ("/", "overview"),
        ("/ledger", "ledger"),
        ("/conflicts", "conflicts"),
        ("/meetings", "meetings"),
    ):
        page = client.get(f"/de{path}").text
        assert f'<source media="(max-width:44rem)" srcset="/de/{name}.narrow.svg">' in page
        assert f'src="/de/{name}.svg"' in page
    assert (
        "measure=troops"
        in re.findall(r'src="([^"]*ledger\.svg[^"]*)"', client.get("/en/ledger?measure=troops").text)[0]
    )
    drawn = client.get("/en/conflicts.svg?slot=condition").text
    assert "condition" in drawn
    assert "who came how" not in drawn
    own = client.get("/en/actors/fr").text
    assert own.count('<svg role="img"') == 2  # the one that fits is shown
    ids = re.findall(r'\bid="([^"]+)"', own)
    assert len(ids) == len(set(ids))


def test_data_are_the_same_in_every_language(client: TestClient, paths: list[str]) -> None:
    for path in paths[1:]:
        assert client.get(f"/de{path}.json").json() == client.get(f"/en{path}.json").json()


def test_filters_are_in_the_address(client: TestClient) -> None:
    every = client.get("/en/ledger.json").json()["entries"]
    troops = client.get("/en/ledger.json?measure=troops&firmness=pledged").json()["entries"]
    assert 0 < len(troops) < len(every)
    assert {(each["measure"], each["firmness"]) for each in troops} == {("troops", "pledged")}
    named = client.get("/en/ledger.json?actor=Deutschland").json()["entries"]
    assert {each["actor"] for each in named} == {"de"}
    page = client.get("/en/ledger?measure=troops").text
    assert '<option value="troops" selected>' in page
    assert client.get("/en/ledger?measure=nothing").status_code == OK


def test_links_of_a_page_lead_to_pages(client: TestClient, paths: list[str]) -> None:
    known = re.compile(r"^/en/(ledger|entries|actors|measures|conflicts|meetings)?[^.]*$")
    links = {link for path in paths for link in outline(client.get(f"/en{path}").text).links if known.match(link)}
    links = {link for link in links if "/reports/" not in link and "/stories/" not in link}
    assert len(links) > 20
    for link in sorted(links):
        assert client.get(link).status_code == OK, link


def test_what_is_not_there_is_not_found(client: TestClient) -> None:
    for path in ("/en/entries/ffffffffffffffff", "/en/conflicts/zzzz", "/en/actors/No Actor", "/en/measures/nothing"):
        for form in ("", ".json"):
            assert client.get(path + form).status_code == NOT_FOUND


HOSTILE = {
    "id": "hostile",
    "language": "de",
    "published_on": "2026-01-10",
    "title": "</title><script>alert(3)</script>\u202e",
    "text": 'Paris <script>alert(1)</script> berät. Frankreich wird 400 Soldaten "><img src=x onerror=alert(2)> '
    "in die \u202eUkraine\u202c schicken, sagte der Präsident.",
}


def hostile_items() -> Iterator[Item | Failure]:
    """A report that tries to be more than words."""
    yield from read_reports(Source("hostile.json", json.dumps(HOSTILE).encode(), kind="record"), Intake())


def test_hostile_words_are_shown_as_words(workspace: Workspace) -> None:
    for outcome in add_items(workspace, hostile_items(), steps.load_reader()):
        assert not isinstance(outcome, Failure)
    with TestClient(create_app(Site(workspace))) as client:
        pages = [client.get(path).text for path in ("/en/", "/en/ledger", "/en/ledger?all=1")]
        entries = client.get("/en/ledger.json?all=1").json()["entries"]
        pages += [client.get(f"/en/entries/{each['id']}").text for each in entries if each["actor"] == "fr"]
    for page in pages:
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert "\u202e" not in page
    assert any("onerror=alert" in page for page in pages)


def test_a_page_says_what_these_pages_are(client: TestClient, stranger: TestClient, workspace: Workspace) -> None:
    assert '<a href="/de/about">' in client.get("/de/ledger").text
    page = client.get("/de/about").text
    assert "Wie sicher das ist" in page
    assert f"{Lookups(workspace).counts().statements}, davon 0 geprüft" in page
    assert "öffentliche Ausgabe" not in page
    assert "öffentliche Ausgabe" in stranger.get("/de/about").text
    assert client.get("/en/about.json").json()["counts"]["reports"] == 8
    assert "reports,8" in client.get("/en/about.csv").text


def test_what_is_not_there_is_said_without_words_for_terminals(client: TestClient) -> None:
    page = client.get("/de/entries/ffff").text
    assert "Eintrag ffff: ist nicht im Hauptbuch" in page
    assert "zusage ledger" not in page
    assert 'aria-current="page"' not in page


def test_one_is_not_many(workspace: Workspace, stranger: TestClient) -> None:
    claim = next(each for each in judge.open_claims(workspace) if each.statement.kind == "commitment")
    judge.accept(workspace, claim.id, who="mona")
    assert "1 Zusage aus 8 Berichten" in " ".join(stranger.get("/de/").text.split())
    assert "1 pledge from 8 reports" in " ".join(stranger.get("/en/").text.split())
