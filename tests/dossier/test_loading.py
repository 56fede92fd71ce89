"""Dossiers that load, and what a broken one is told: with file, line and the mend."""

import shutil
from pathlib import Path

import pytest

from zusage.dossier import load_dossier
from zusage.errors import DossierError, FormatError

CLIMATE = Path(__file__).parent / "climate-fund"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CLIMATE, tmp_path / "climate-fund"))


def edit(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    content = path.read_text(encoding="utf-8")
    assert old in content
    path.write_text(content.replace(old, new, 1), encoding="utf-8")


def test_another_effort_than_ukraine_loads() -> None:
    fund = load_dossier(CLIMATE)
    assert fund.id == "climate-fund"
    assert fund.recipient == "group:island-states"
    assert fund.effort.launched_on == "2023-11-30"
    assert fund.effort.names.in_language("de") == ("Geberkreis des Klimafonds",)
    assert "adaptation" in fund.measures
    assert "sea-level" in fund.topics
    assert fund.claims[0].statements[0].quantity is not None


def test_the_country_code_no_is_norway_and_not_a_boolean() -> None:
    assert load_dossier(CLIMATE).economies[0].actor == "no"


def test_only_the_cover_is_needed(tmp_path: Path) -> None:
    shutil.copy(CLIMATE / "dossier.yaml", tmp_path)
    fund = load_dossier(tmp_path)
    assert fund.people == ()
    assert fund.meetings == ()


def test_a_person_acts_for_whom_the_office_belongs_to_on_the_day() -> None:
    fund = load_dossier(CLIMATE)
    assert fund.acts_for("astrid-lund", day="2022-05-01") == "no"
    assert fund.acts_for("astrid-lund", day="2024-05-01") == "un"
    assert fund.acts_for("astrid-lund", day="2023-10-16") is None  # the day of the handover
    assert fund.acts_for("astrid-lund", day="2020-01-01") is None
    assert fund.acts_for("astrid-lund") is None
    assert fund.acts_for("tomasi-vakalala") == "fj"
    assert fund.acts_for("nobody-known") is None


def test_holders_are_found_by_actor_office_and_day() -> None:
    fund = load_dossier(CLIMATE)
    assert [term.person for term in fund.holders("no", office="climate-minister", day="2022-05-01")] == ["astrid-lund"]
    assert fund.holders("no", office="climate-minister", day="2024-05-01") == ()
    assert fund.holders("fj", office="president") == ()


def test_meetings_and_claims_are_found() -> None:
    fund = load_dossier(CLIMATE)
    assert [meeting.id for meeting in fund.meetings_of(place="Suva", day="2024-03-11")] == ["suva-2024-03-11"]
    assert fund.meetings_of(day="2024-03-12") == ()
    assert [claim.id for claim in fund.claims_of("no", measure="adaptation")] == ["norway-mangroves"]
    assert fund.claims_of("no", measure="troops") == ()


def test_the_fingerprint_changes_with_a_file_and_not_with_the_place(folder: Path) -> None:
    before = load_dossier(CLIMATE).fingerprint
    assert load_dossier(folder).fingerprint == before
    edit(folder, "facts.yaml", "2022-11-20", "2022-11-21")
    assert load_dossier(folder).fingerprint != before


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (
            "dossier.yaml",
            "recipient:",
            "recipiant:",
            "dossier.yaml:4: recipiant is no key of dossier (did you mean recipient?",
        ),
        ("dossier.yaml", "2023-11-30", "2023-11-31", "dossier.yaml:10: launched_on is no day: '2023-11-31' is not in"),
        ("dossier.yaml", "verified: true", "verified: yes", "dossier.yaml:13: verified is 'yes' (one of: true, false)"),
        ("dossier.yaml", "  sources: [test data]\n", "", "dossier.yaml:6: effort has no sources (add 'sources: …')"),
        (
            "dossier.yaml",
            "id: climate-fund\n",
            "id: Climate Fund\n",
            "is no lower-case name with hyphens: 'Climate Fund'",
        ),
        ("dossier.yaml", "{de: Wer in", "[de: Wer in", "dossier.yaml:3: is no YAML"),
        ("actors.yaml", "names: [MSF]", "names: []", "actors.yaml:6: names is an empty list"),
        ("actors.yaml", "id: msf", "id: group:island-states", "group:island-states stands in line 2 already"),
        ("actors.yaml", "fj, tv", "uk, tv", "actors.yaml:4: members is no code of a state: 'uk' (write gb)"),
        ("actors.yaml", "fj, tv", "qq, tv", "no code of a state: 'qq' (ISO 3166-1 alpha-2"),
        ("offices.yaml", "until: 2023-10-16", "until: 2020-10-16", "offices.yaml:6: until 2020-10-16 is before from"),
        ("offices.yaml", "person: astrid-lund", "person: [a, b]", "offices.yaml:3: person is a list or a table"),
        ("facts.yaml", "said_on: 2024-05", "said_on: May 2024", "said_on is no day, month or year: 'May 2024'"),
        ("facts.yaml", "firmness: pledged", "firmness: promised", "firmness is 'promised' (one of: rejected, "),
        ("facts.yaml", "measure: adaptation", "measure: dikes", "measure is 'dikes' (one of: troops, "),
        ("facts.yaml", "topic: sea-level, ", "", "is neither a commitment nor a position"),
        ("facts.yaml", "min: 2.5", "min: 3", "min 3 is above max 2.5"),
        ("facts.yaml", "min: 2.5, max: 2.5, ", "", "quantity has neither min nor max"),
        ("facts.yaml", "min: 2.5", "min: about two", "min is no number: 'about two'"),
        ("meetings.yaml", "countries: 19", "countries: 0.5", "countries is no whole number of at least 1: 0.5"),
        ("meetings.yaml", "kind: donors", "kind: jamboree", "kind is 'jamboree' (one of: summit, "),
        ("measures.yaml", "id: adaptation", "id: troops", "troops is in the codebook already"),
        ("topics.yaml", "topics:", "topic:", "topic is no key of topics (did you mean topics? known: topics)"),
        ("topics.yaml", "id: sea-level", "id: sea-level\n    id: sea-level", "id stands twice in topics"),
    ],
)
def test_a_fault_is_told_with_file_line_and_mend(folder: Path, file: str, old: str, new: str, message: str) -> None:
    edit(folder, file, old, new)
    with pytest.raises(FormatError) as caught:
        load_dossier(folder)
    assert message in str(caught.value)


def test_a_person_whom_nobody_introduces_is_an_error(folder: Path) -> None:
    edit(folder, "meetings.yaml", "person: tomasi-vakalala", "person: tomas-vakalala")
    with pytest.raises(DossierError, match=r"names tomas-vakalala, whom offices\.yaml does not know"):
        load_dossier(folder)


def test_a_file_with_a_wrong_name_is_not_passed_over(folder: Path) -> None:
    (folder / "offices.yaml").rename(folder / "office.yaml")
    with pytest.raises(DossierError, match=r"holds office\.yaml, which is no file of a dossier"):
        load_dossier(folder)


def test_broken_utf_8_is_told_with_its_line(folder: Path) -> None:
    (folder / "actors.yaml").write_bytes(b"actors:\n  - id: \xff\n")
    with pytest.raises(FormatError, match=r"actors\.yaml:2: is no UTF-8"):
        load_dossier(folder)


def test_control_characters_are_told(folder: Path) -> None:
    (folder / "actors.yaml").write_bytes(b"actors:\n  - id: \x07\n")
    with pytest.raises(FormatError, match="is no YAML"):
        load_dossier(folder)


@pytest.mark.parametrize("content", ["", "# nothing but a comment\n"])
def test_an_empty_cover_is_none(tmp_path: Path, content: str) -> None:
    (tmp_path / "dossier.yaml").write_text(content, encoding="utf-8")
    with pytest.raises(DossierError, match=r"has no dossier\.yaml"):
        load_dossier(tmp_path)


def test_an_empty_side_file_says_nothing(folder: Path) -> None:
    (folder / "topics.yaml").write_text("# none yet\n", encoding="utf-8")
    edit(folder, "facts.yaml", "      - {actor: fj, speaker: tomasi-vakalala, topic: sea-level, stance: demands}\n", "")
    assert load_dossier(folder).added_topics == ()


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(DossierError, match="ukraine-guarantees"):
        load_dossier("climate-funds")
