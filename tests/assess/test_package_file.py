"""Package, pledge and scenario files: what they may say, and what bad ones get."""

from __future__ import annotations

import json
import re
from importlib import resources
from typing import Any

import jsonschema
import pytest
import yaml

from zusage.assess import package_file, pledge_file
from zusage.assess.formula import Event, show
from zusage.assess.lines import parse_quantity
from zusage.assess.package import state_of
from zusage.assess.package_file import Known, parse_package, parse_scenario
from zusage.assess.pledge_file import parse_pledge_file
from zusage.dossier import package_folders
from zusage.errors import FormatError
from zusage.model.statement import Quantity
from zusage.model.values import Firmness

HEAD = """
id: test
title: A test
components:
  - id: one
    title: One
    requirements:
"""
GOOD = HEAD + "      - {id: force, title: Force, measure: troops, need: 5000 persons, trigger: ceasefire}\n"


def refusal(text: str, known: Known) -> str:
    with pytest.raises(FormatError) as refused:
        parse_package(text.encode(), "package.yaml", known)
    return str(refused.value)


def pledge_refusal(known: Known, *lines: str) -> str:
    text = "pledges:\n" + "".join(f"  - {line}\n" for line in lines)
    with pytest.raises(FormatError) as refused:
        parse_pledge_file(text.encode(), "pledges.yaml", known.vocabulary, known.claims)
    return str(refused.value)


def test_a_requirement_says_what_it_needs(known: Known) -> None:
    text = HEAD + (
        "      - {id: force, title: {de: Truppe, en: Force}, measure: [troops, air], figure: iiss-small, rotation: '3:1',\n"
        "         contributors: 2, where: [in-country], by: 2026-12, trigger: ceasefire and us-support}\n"
    )
    need = parse_package(text.encode(), "package.yaml", known)[0].requirements[0]
    assert (need.title.de, need.measures, need.contributors, need.by) == ("Truppe", ("troops", "air"), 2, "2026-12")
    assert (need.amount, need.need) == (30000, Quantity(10000, 10000, "persons"))
    assert need.backing is not None
    assert not need.backing.verified
    assert show(need.trigger) == "ceasefire and us-support"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("measure: troops", "measure: trops"), "package.yaml:8: trops is no measure (did you mean troops?)"),
        (("5000 persons", "5000 person"), "package.yaml:8: person is no unit (did you mean persons?)"),
        (("5000 persons", "5000 EURO"), "package.yaml:8: EURO is no unit (did you mean EUR?)"),
        (("5000 persons", "-5 persons"), 'package.yaml:8: "-5 persons": is no amount'),
        (("5000 persons", "{min: -5, unit: persons}"), "package.yaml:8: min is no number: '-5'"),
        (("5000 persons", "0 persons"), "package.yaml:8: an amount of 0 is no requirement"),
        (("trigger: ceasefire", "trigger: ceasfire"), "no event is called ceasfire (did you mean ceasefire?"),
        (("trigger: ceasefire", "trigger: 2 others"), "2 others cannot trigger a requirement"),
        (("trigger: ceasefire", "trigger: ceasefire and"), "package.yaml:8: the condition: breaks off"),
        (("measure: troops", "mesure: troops"), "mesure is no key of requirements (did you mean measure?"),
        (
            ("id: force, title", "id: force, actors: [frnce], title"),
            "frnce is no actor that is known here (did you mean fr?",
        ),
        (("id: force, title", "id: force, contributors: 0, title"), "contributors is no whole number"),
        (("id: force, title", "id: force, rotation: 0.5, title"), "0.5 is no rotation"),
        (("id: force, title", "id: force, figure: iiss-huge, title"), "need and figure both say how much"),
        (("title: A test", "titel: A test"), "package.yaml:3: titel is no key of package (did you mean title?"),
        (("title: One", "title: One: two"), "is no YAML"),
    ],
)
def test_bad_packages_are_refused_with_line_and_mend(change: tuple[str, str], said: str, known: Known) -> None:
    assert said in refusal(GOOD.replace(*change), known)


def test_an_id_may_stand_once(known: Known) -> None:
    again = "      - {id: force, title: Again, measure: air}\n"
    assert "package.yaml:9: force stands in line 8 already" in refusal(GOOD + again, known)


def test_events_and_actors_of_its_own(known: Known) -> None:
    own = """
events:
  - {id: vote, wording: {de: eine Abstimmung, en: a vote}, implies: [ceasefire]}
actors:
  - {id: river-fund, name: River fund}
pledges:
  - "river-fund: funding 2 million EUR if vote and parliament:de"
"""
    package, _ = parse_package((GOOD + own).encode(), "package.yaml", known)
    assert package.events[0].implies == ("ceasefire",)
    assert package.names["river-fund"].de == "River fund"
    assert package.pledges[0].quantity == Quantity(2e6, 2e6, "EUR")
    assert "did you mean ceasefire?" in refusal(GOOD + own.replace("[ceasefire]", "[ceasefires]"), known)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('"frnce: troops"', "pledges.yaml:2: frnce is no actor that is known here (did you mean fr?"),
        ('"France: troops"', "France is no actor that is known here (did you mean fr?"),
        ('"fr: trops"', "trops is no measure (did you mean troops?)"),
        ('"fr troops"', "is no pledge in one line"),
        ('"fr: troops 5 soldiers"', "soldiers is no unit"),
        ('"fr: troops 9-5 persons"', "lower side above its upper one"),
        ('"fr: troops, maybe"', "maybe is no firmness"),
        ('"fr: troops if troops of fr"', "fr would wait for itself"),
        ('"fr: troops if not troops of gb"', "only an event can be negated"),
        ('"fr: troops if peace"', "no event is called peace (did you mean peace-deal?"),
        ("{actor: fr, measure: troops, if: 'ceasefire and ('}", "pledges.yaml:2: the condition: breaks off"),
        ("{actor: fr, measure: troops, firmness: pledge}", "firmness is 'pledge' (did you mean pledged?"),
        ("{actor: fr, measure: troops, claims: [nobody]}", "nobody is no claim of the dossier's facts.yaml"),
        ("{actor: fr, measure: troops, quantity: {min: 5, max: 2, unit: persons}}", "lower side is not above"),
    ],
)
def test_bad_pledges_are_refused_with_line_and_mend(line: str, said: str, known: Known) -> None:
    assert said in pledge_refusal(known, line)


def test_two_records_of_one_pledge_need_different_days(known: Known) -> None:
    assert "fr-troops stands in line 2 already" in pledge_refusal(known, '"fr: troops"', '"fr: troops"')


def test_the_state_of_a_day_is_the_newest_record_by_then(known: Known) -> None:
    text = """
pledges:
  - {actor: fr, measure: troops, firmness: considering}
  - {actor: fr, measure: troops, firmness: signalled, said_on: 2025-09}
  - {actor: fr, measure: troops, firmness: pledged, said_on: 2026-01-06}
"""
    pledges = parse_pledge_file(text.encode(), "pledges.yaml", known.vocabulary, known.claims)
    days = {"2025-09-04": "considering", "2025-10-01": "signalled", "2026-01-06": "pledged", None: "pledged"}
    assert {day: state_of(pledges, day)[0].firmness.value for day in days} == days


def test_claims_bring_sources_and_whether_they_are_checked(known: Known) -> None:
    text = "pledges:\n  - {actor: fr, measure: troops, claims: [france-uk-intent, france-several-thousand]}\n"
    (pledge,) = parse_pledge_file(text.encode(), "pledges.yaml", known.vocabulary, known.claims)
    assert pledge.sources == ("independent.co.uk b2895654", "en.interfax.com.ua 1134259")
    assert pledge.verified is False


def test_a_scenario(known: Known) -> None:
    text = """
title: If it goes well
assume: [ceasefire, support of us, "parliament:de"]
without: [it]
add: ["tr: naval if ceasefire"]
firmness: signalled
as_of: 2026-01-06
honouring: {pledged: [0.7, 0.9]}
"""
    scenario = parse_scenario(text.encode(), "scenario.yaml", known)
    assert scenario.events == ("ceasefire", "us-support", "parliament:de")
    assert scenario.added[0].condition == Event("ceasefire")
    assert scenario.honouring == {Firmness.PLEDGED: (0.7, 0.9)}
    for bad, said in (
        ("assume: [ceasefire and attack]", "scenario.yaml:1: ceasefire and attack is more than one event"),
        ("assume: [not attack]", "cannot trigger"),
        ("without: [frnce]", "did you mean fr?"),
        ("honouring: {pledged: [0.9, 0.7]}", "pledged is no range"),
    ):
        with pytest.raises(FormatError, match=re.escape(said)):
            parse_scenario(bad.encode(), "scenario.yaml", known)


# ------------------------------------------------------------------------------------------------------- schemas


def schema(name: str) -> Any:
    return json.loads((resources.files("zusage.assess") / "schema" / f"{name}.schema.json").read_text("utf-8"))


def plain(text: bytes) -> Any:
    """A YAML file as an editor sees it: numbers and truth values, everything else as it stands there."""
    return _values(yaml.load(text, Loader=yaml.BaseLoader))  # noqa: S506 - makes nothing but text


def _values(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _values(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_values(each) for each in value]
    if value in {"true", "false"}:
        return value == "true"
    return float(value) if re.fullmatch(r"\d+(\.\d+)?", value) else value


@pytest.mark.parametrize("folder", package_folders("ukraine-guarantees").values(), ids=lambda folder: folder.name)
def test_shipped_files_fit_the_schemas(folder: Any) -> None:
    for file in folder.iterdir():
        kind = {"package.yaml": "package", "pledges.yaml": "pledges"}.get(file.name, "scenario")
        jsonschema.validate(plain(file.read_bytes()), schema(kind))


def test_the_schemas_have_every_key() -> None:
    package = schema("package")
    assert package["properties"].keys() == package_file.PACKAGE | package_file.PACKAGE_MAY
    requirement = package["$defs"]["requirement"]
    assert requirement["properties"].keys() == package_file.REQUIREMENT | package_file.REQUIREMENT_MAY
    assert package["$defs"]["note"]["properties"].keys() == package_file.NOTE | package_file.NOTE_MAY
    assert schema("scenario")["properties"].keys() == package_file.SCENARIO_MAY
    pledge = schema("pledges")["$defs"]["pledge"]["oneOf"][1]
    assert pledge["properties"].keys() == pledge_file.PLEDGE | pledge_file.PLEDGE_MAY
    assert set(pledge["required"]) == pledge_file.PLEDGE


def test_the_schema_refuses_what_the_program_refuses() -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"id": "a", "title": "A", "components": [], "colour": "red"}, schema("package"))


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("5000 persons", 5000, 5000),
        ("up to 200 persons", None, 200),
        ("at least 1.5 billion EUR", 1.5e9, None),
        ("2-3 million EUR", 2e6, 3e6),
        ("500 thousand to 2 million EUR", 5e5, 2e6),
    ],
)
def test_amounts_in_words(words: str, low: float | None, high: float | None) -> None:
    found = parse_quantity(words)
    assert (found.min, found.max) == (low, high)
