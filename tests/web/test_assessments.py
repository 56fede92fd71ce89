"""The assessment in the pages: switches in the address, a comparison, what is not there, and what an address cannot open."""

from __future__ import annotations

import csv
import io

import pytest
from starlette.testclient import TestClient

from zusage.settings import Settings
from zusage.web.site import Site
from zusage.workflow.assess import Flags, assess_under, load_material, make_scenario

PAGE = "/en/assessment/paris-2026"


def test_the_packages_are_listed(client: TestClient) -> None:
    assert "/en/assessment/paris-2026" in client.get("/en/assessment").text
    assert client.get("/de/assessment.csv").text.startswith("id,title_de,title_en,requirements\r\nparis-2026,")


def test_a_page_says_what_the_command_says(client: TestClient, site: Site) -> None:
    material = load_material("paris-2026", Settings(ledger=site.workspace.ledger.folder))
    base = assess_under(material, make_scenario(material, Flags(scenario="ceasefire", without=("us",))))
    record = client.get(f"{PAGE}.json?scenario=ceasefire&without=us").json()
    assert record["scenario"]["events"] == sorted(base.low.world.events)
    assert record["scenario"]["without"] == ["us"]
    page = client.get(f"{PAGE}?scenario=ceasefire&without=us").text
    assert material.words("en").verdict(base) in page


def test_a_switch_changes_the_answer_and_what_a_scenario_sets_is_fixed(client: TestClient) -> None:
    plain, after = client.get(PAGE).text, client.get(f"{PAGE}?assume=ceasefire").text
    assert 'value="ceasefire" checked>' in after
    assert 'value="ceasefire" checked>' not in plain
    assert plain != after
    fixed = client.get(f"{PAGE}?scenario=ceasefire").text
    assert 'value="ceasefire" checked disabled>' in fixed


def test_two_days_are_compared(client: TestClient) -> None:
    page = client.get(f"/de{PAGE[3:]}?assume=ceasefire&compare=2025-10-01").text
    assert 'id="comparison"' in page
    assert "compared_with" in client.get(f"{PAGE}.json?compare=2025-10-01").json()
    assert "compared_with" in client.get(f"{PAGE}.json?other=ceasefire").json()


def test_coverage_is_a_table_and_a_drawing(client: TestClient) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get(f"{PAGE}.csv?scenario=ceasefire").text)))
    assert rows
    assert {"met", "short"} & {row["state_alone"] for row in rows}
    drawing = client.get(f"{PAGE}.svg?scenario=ceasefire")
    assert drawing.headers["content-type"].startswith("image/svg+xml")
    assert "<title" in drawing.text


def test_the_package_s_own_pledges(client: TestClient) -> None:
    assert client.get(f"{PAGE}.json?kind=package").json()["pledges_from"] == "package"
    assert client.get(f"{PAGE}.json").json()["pledges_from"] == "ledger"


@pytest.mark.parametrize(
    "query",
    [
        "assume=nothing%20of%20the%20kind",
        "without=atlantis",
        "add=nonsense",
        "scenario=/etc/passwd",
        "scenario=../../dossier",
        "scenario=package",
        "scenario=pledges",
        "other=/etc/passwd",
        "least=perhaps",
        "honour=pledged%3D2",
        "add=%3Cscript%3Ealert(1)%3C/script%3E",
    ],
)
def test_what_cannot_be_switched_is_said(client: TestClient, query: str) -> None:
    answer = client.get(f"{PAGE}?{query}")
    assert answer.status_code == 200
    assert 'role="alert"' in answer.text
    assert "root:" not in answer.text
    assert "<script>alert" not in answer.text


@pytest.mark.parametrize("name", ["nothing", "..%2F..", "%2Fetc%2Fpasswd", "paris-2026%2Fpackage.yaml"])
def test_only_packages_of_the_dossier_are_opened(client: TestClient, name: str) -> None:
    assert client.get(f"/en/assessment/{name}").status_code == 404


def test_the_public_edition_reckons_with_what_was_accepted(stranger: TestClient) -> None:
    record = stranger.get(f"{PAGE}.json?scenario=ceasefire").json()
    assert all(not each["pledges"] for each in [record] if "pledges" in each)


def test_the_words_of_pledges_have_the_widest_column_and_the_marks_of_the_page(client: TestClient) -> None:
    german, english = (client.get(PAGE.replace("/en/", f"/{each}/")).text for each in ("de", "en"))
    assert '<th scope="col" class="w10">' in english
    assert "<blockquote>“" in english
    assert "<blockquote>„" in german
