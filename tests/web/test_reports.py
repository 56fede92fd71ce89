"""Pages of reports, stories and search: what is shown, what is hidden, and reports that mean harm."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from starlette.testclient import TestClient

from zusage.ledger.writing import save_judgement, save_reading, save_report
from zusage.model.ledger import Act, Judgement, Status, statement_id
from zusage.model.quote import Quote, Span
from zusage.model.report import Capture, Furniture, Reading, Report
from zusage.model.statement import Commitment, Position, Statement, TraceStep
from zusage.model.values import Firmness, Stance
from zusage.web.app import create_app
from zusage.web.site import Serving, Site
from zusage.web.views.statements import card_of
from zusage.web.views.stories import Alike, PointLine, TellingLine
from zusage.workflow.lookups import StatementInReport
from zusage.workflow.workspace import Workspace

AT = "2026-03-01T00:00:00.000Z"
SCRIPT = "<script>alert(1)</script>"
FILLER = "The harbour was busy and the weather fine that day. " * 30
HARM = (
    f"Oslo will send {SCRIPT} medics, said\u202e an <img src=x onerror=alert(1)> envoy.\n"
    f"{FILLER}\nBergen rejects \"quotes' & <svg onload=alert(1)> it.\nRead next: {{{{ 7*7 }}}} {{% raw %}}"
)

Keep = Callable[..., Reading]


def pledge(text: str, words: str, actor: str = "no") -> Commitment:
    quote = Quote.find(text, words)
    trace = (TraceStep("firmness", f"future {SCRIPT}", quote),)
    return Commitment(
        actor=actor,
        measure="humanitarian",
        firmness=Firmness.PLEDGED,
        quote=quote,
        object=f"medics {SCRIPT}",
        speaker="kari-holm",
        trace=trace,
        certainty=0.9,
    )


def against(text: str, words: str) -> Position:
    return Position(actor="se", stance=Stance.OPPOSES, topic="sanctions", quote=Quote.find(text, words))


@pytest.fixture
def keep(workspace: Workspace) -> Keep:
    """Keep a report of which somebody says things."""

    def run(text: str, *said: Statement, accepted: bool = False, **fields: object) -> Reading:
        made: dict[str, object] = {"text": text, "language": "en", "published_on": "2026-02-01", **fields}
        reading = Reading(
            report=Report(**made),  # type: ignore[arg-type]  # tests name the fields they mean
            commitments=tuple(each for each in said if isinstance(each, Commitment)),
            positions=tuple(each for each in said if isinstance(each, Position)),
        )
        with workspace.ledger.writing() as connection:
            content = text.encode("utf-8", "replace")
            name, _ = save_report(connection, Capture(content), reading.report, resource="r.txt", at=AT)
            save_reading(connection, reading, text=name, at=AT)
            for each in said if accepted else ():
                target = statement_id(reading.report.id, each)
                judged = Judgement(who="mona", when=AT, what=Act.ACCEPT, target=target)
                save_judgement(connection, judged, report=reading.report.id, body=text)
        return reading

    return run


@pytest.fixture
def harmful(keep: Keep) -> str:
    """A report that would run things, with an address that would, too."""
    said = (
        pledge(HARM, f"Oslo will send {SCRIPT} medics"),
        against(HARM, "Bergen rejects \"quotes' & <svg onload=alert(1)> it"),
    )
    start = HARM.index("Read next")
    return keep(
        HARM,
        *said,
        accepted=True,
        title=f'"><svg/onload=alert(1)>{SCRIPT}\u202e',
        address="javascript:alert(document.domain)//https://news.example",
        outlet=f"News {SCRIPT}",
        byline=f"By {SCRIPT}",
        credit='x" onmouseover="alert(1)',
        flags=(f"the day {SCRIPT}",),
        furniture=(Furniture(Span(start, len(HARM)), "read-next"),),
    ).report.id


class Harm(HTMLParser):
    """What a browser would run or follow of a page that no page of ours has."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = ["mark of direction"] if "\u202e" in page else []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"img", "iframe", "object"} or (
            tag == "script" and not (dict(attrs).get("src") or "").startswith("/static/")
        ):
            self.found.append(tag)
        for name, value in attrs:
            if name.startswith("on") or (value or "").lower().strip().startswith(("javascript:", "data:")):
                self.found.append(f"{tag} {name}")


@pytest.mark.parametrize("path", ["/reports/{}", "/reports", "/search?q=Oslo", "/search?q=harbour", "/stories?all=1"])
@pytest.mark.parametrize("language", ["de", "en"])
def test_reports_that_mean_harm_are_text(client: TestClient, harmful: str, path: str, language: str) -> None:
    answer = client.get(f"/{language}{path.format(harmful)}")
    assert answer.status_code == 200
    assert Harm(answer.text).found == []
    assert "alert(1)" in answer.text
    assert "49" not in re.findall(r"Read next: (\S+)", answer.text)


def test_the_story_of_a_harmful_report_is_text_too(client: TestClient, site: Site, harmful: str) -> None:
    story = site.lookups.report(harmful).line.story
    answer = client.get(f"/en/stories/{story}")
    assert answer.status_code == 200
    assert Harm(answer.text).found == []


def test_a_report_shows_its_quotes_in_place_and_links_to_them(client: TestClient, keep: Keep) -> None:
    text = f"Oslo will send 40 medics and Bergen ships. {FILLER}"
    said = (pledge(text, "Oslo will send 40 medics and Bergen ships"), pledge(text, "send 40 medics", "se"))
    made = keep(text, *said, address="https://news.example/a", title="Medics")
    page = client.get(f"/en/reports/{made.report.id[:10]}").text
    assert '<mark class="said commitment step-3" data-said="s1">Oslo will </mark>' in page
    assert 'data-said="s2 s1">send 40 medics</mark>' in page
    assert page.count('href="#s2"') == 1
    assert 'id="q2"' in page
    assert 'href="https://news.example/a#:~:text=' in page
    assert 'rel="noreferrer noopener external"' in page
    record = client.get(f"/en/reports/{made.report.id}.json").json()
    assert [card["number"] for card in record["cards"]] == [1, 2]
    assert "".join(run["text"] for run in record["paragraphs"][0]["runs"]) == text
    rows = list(csv.DictReader(io.StringIO(client.get(f"/en/reports/{made.report.id}.csv").text)))
    assert [row["quote"] for row in rows] == [each.quote.exact for each in said]


def test_the_public_sees_accepted_quotes_with_a_little_around_them(stranger: TestClient, keep: Keep) -> None:
    text = f"{FILLER}Oslo will send 40 medics, an envoy said. {FILLER}\nBergen rejects sanctions. {FILLER}"
    read = keep(text, against(text, "Bergen rejects sanctions"), title="Unreviewed", address="https://news.example/u")
    made = keep(
        text + "End.",
        pledge(text, "Oslo will send 40 medics"),
        accepted=True,
        title="Medics",
        address="https://news.example/a",
    )
    page = stranger.get(f"/en/reports/{made.report.id}").text
    assert "Oslo will send 40 medics" in page
    assert page.count("harbour") <= 6
    assert "whole text is where it was published" in page
    assert "https://news.example/a" in page
    assert len(str(stranger.get(f"/en/reports/{made.report.id}.json").json()["paragraphs"])) < len(text)
    other = stranger.get(f"/en/reports/{read.report.id}").text
    assert "Bergen rejects" not in other
    assert "Nothing in this report has been reviewed yet." in other
    found = stranger.get("/en/search.json?q=sanctions").json()
    assert found["quotes"] == []
    assert [each["line"]["title"] for each in found["reports"]]


def test_texts_of_free_hosts_are_whole(workspace: Workspace, keep: Keep) -> None:
    text = f"{FILLER}Oslo will send 40 medics, an envoy said. {FILLER}"
    made = keep(text, pledge(text, "Oslo will send 40 medics"), accepted=True, address="https://www.gov.example/a")
    with TestClient(create_app(Site(workspace, Serving(public=True, hosts=(), free_hosts=("gov.example",))))) as client:
        assert client.get(f"/en/reports/{made.report.id}").text.count("harbour") == 60


def test_a_line_of_two_megabytes_is_shown_around_its_quotes(client: TestClient, keep: Keep) -> None:
    text = f"{'word ' * 210_000}Oslo will send 40 medics. {'word ' * 210_000}"
    made = keep(text, pledge(text, "Oslo will send 40 medics"), title="Long")
    answer = client.get(f"/en/reports/{made.report.id}")
    assert answer.status_code == 200
    assert len(answer.content) < 40_000
    assert "This text is very long" in answer.text
    assert client.get("/en/search?q=medics").status_code == 200


def test_a_story_has_reports_side_by_side(client: TestClient, site: Site) -> None:
    story = max(site.lookups.stories(least=2), key=lambda each: each.reports)
    page = client.get(f"/en/stories/{story.id}").text
    assert "Where they differ" in page
    assert "What only one says" in page
    record = client.get(f"/en/stories/{story.id}.json").json()
    assert {each["report"]["id"] for each in record["roots"]}
    assert all(len(point["tellings"]) == 1 for point in record["alone"])
    assert client.get(f"/en/stories/{story.id}.csv").text.startswith("kind,who,what,told,differs,report")


def test_of_reports_that_say_the_same_three_are_shown_with_their_words_and_the_others_are_named() -> None:
    def told(report: str, firmness: Firmness) -> TellingLine:
        said = StatementInReport(
            id=report,
            statement=replace(pledge(report, report), firmness=firmness),
            status=Status.READ,
            counts=True,
            entry=None,
        )
        return TellingLine(report, (card_of(said, 1, None),))

    same = [told(outlet, Firmness.PLEDGED) for outlet in ("Anzeiger", "Bote", "Courier", "Dispatch", "Echo")]
    other = told("Foreland", Firmness.CONSIDERING)
    point = PointLine("commitment", "no", "humanitarian", "all", ("firmness",), (*same, other), ())
    assert point.sides(whole=False) == ((*same[:3], other), (Alike(same[0].cards, ("Dispatch", "Echo")),))
    assert point.sides(whole=True) == ((*same, other), ())
    few = replace(point, tellings=tuple(same[:4]))
    assert few.sides(whole=False) == (few.tellings, ())


def test_copies_are_folded(client: TestClient, site: Site) -> None:
    story = next(each for each in site.lookups.stories(least=2) if each.roots < each.reports)
    page = client.get(f"/en/stories/{story.id}").text
    assert re.search(r"<summary>1 copy</summary>", page)


@pytest.mark.parametrize(
    ("query", "found"),
    [("q=soldat", "Quotes"), ("q=macron", "Actors"), ("q=soldat&kind=quotes", "all kinds"), ("q=xyzzy", "Nothing has")],
)
def test_search_finds_marks_and_says_so(client: TestClient, query: str, found: str) -> None:
    page = client.get(f"/en/search?{query}").text
    assert found in page
    assert ("<mark>" in page) is (found in {"Quotes", "all kinds", "Actors"})


@pytest.mark.parametrize("query", ["", "q=", "q=-word", "q=%22%22", "q=a" + "%20a" * 60])
def test_a_question_that_is_none_shows_how_to_ask(client: TestClient, query: str) -> None:
    answer = client.get(f"/de/search?{query}")
    assert answer.status_code == 200
    assert "findet Häuser" in answer.text


def test_lists_have_filters_and_data(client: TestClient) -> None:
    assert len(client.get("/en/reports.json").json()["reports"]) == 8
    german = client.get("/en/reports.json?in=de").json()["reports"]
    assert {each["language"] for each in german} == {"de"}
    rows = list(csv.DictReader(io.StringIO(client.get("/en/reports.csv?from=2026-01-01").text)))
    assert rows
    assert all(row["published_on"] >= "2026-01-01" for row in rows)
    assert client.get("/en/stories.csv").text.startswith("id,event,title")


@pytest.mark.parametrize("path", ["/reports/nothing", "/stories/nothing"])
def test_what_is_not_there_is_not_found(client: TestClient, path: str) -> None:
    assert client.get(f"/en{path}").status_code == 404
    assert client.get(f"/en{path}.json").status_code == 404
