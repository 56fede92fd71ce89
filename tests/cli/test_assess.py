"""``zusage assess``: the shipped package, one's own, what if, why, and every form of the answer."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from click.testing import Result

Run = Callable[..., Result]

HOW_TO = Path(__file__).parents[2] / "docs" / "how-to" / "assess-a-package.md"


def own_package() -> str:
    """The package of the how-to page."""
    found = re.search(r"```yaml\n(.*?)```", HOW_TO.read_text("utf-8"), re.DOTALL)
    assert found
    return found[1]


@pytest.fixture
def relief(tmp_path: Path) -> str:
    path = tmp_path / "relief.yaml"
    path.write_text(own_package(), "utf-8")
    return str(path)


def test_nothing_is_due_without_a_trigger(run: Run) -> None:
    out = run("assess", "paris-2026").stdout
    assert "None of the 10 requirements is due yet" in out
    assert "unverified" in out


def test_a_scenario_by_name_and_a_comparison(run: Run) -> None:
    out = run("assess", "paris-2026", "--scenario", "ceasefire", "--compare", "ceasefire-with-us").stdout
    assert "The package does not stand: 4 of 10 requirements are met." in out
    assert re.search(r"Belgium: aircraft +blocked +stands", out)


def test_what_flags_set_holds_for_both_sides_of_a_comparison(run: Run) -> None:
    flags = ("--without", "us", "--firmness", "concrete")
    out = run("assess", "paris-2026", "--scenario", "ceasefire", *flags, "--compare", "ceasefire-with-us").stdout
    compared = " ".join(out.partition("Compared")[2].split())
    assert compared.count("Left out: United States") == 2
    assert compared.count("at least “concrete”") == 2


def test_two_days_side_by_side(run: Run) -> None:
    result = run("assess", "paris-2026", "--assume", "ceasefire", "--as-of", "2025-09-04", "--compare", "2026-01-06")
    assert re.search(r"France: troops +not firm enough +stands", result.stdout)


def test_one_s_own_package_has_a_ring(run: Run, relief: str) -> None:
    result = run("assess", relief, "--assume", "corridor", "--format", "json")
    record = json.loads(result.stdout)
    assert record["rings"] == [["fr-troops", "it-troops"]]
    assert {each["id"]: (each["state"], each["state_together"]) for each in record["requirements"]} == {
        "escorts": ("short", "met"),
        "money": ("short", "short"),
    }
    assert [each["fate"] for each in record["pledges"]] == ["waits", "waits", "blocked", "soft"]


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_text_is_filled_in(run: Run, relief: str, language: str) -> None:
    for form in ("table", "html", "svg", "json"):
        more = ("--honour", "pledged=0.5-0.9", "--compare", "2030-01-01", "--language", language, "--format", form)
        result = run("assess", relief, "--assume", "corridor", *more)
        assert result.exit_code == 0, result.output
        assert not re.search(r"\{[a-z_]*\}", re.sub(r"<style>.*?</style>", "", result.stdout, flags=re.DOTALL))


def test_why(run: Run) -> None:
    out = run("assess", "paris-2026", "--scenario", "ceasefire", "--why", "be-air").stdout
    assert "us-support" in out
    assert "Missing: firm US backing." in out
    assert "United States: a backstop: not firm enough." in out
    assert "premier.be der-coalition-willing · unverified" in out


def test_why_as_json(run: Run) -> None:
    record = json.loads(
        run("assess", "paris-2026", "--scenario", "ceasefire", "--why", "se-air", "--format", "json").stdout
    )
    assert record["missing"] == "peace-deal and rules-of-engagement and parliament:se"


def test_added_and_left_out(run: Run) -> None:
    add = ("--add", "tr: naval if ceasefire", "--add", "tr: naval 2 items")
    record = json.loads(
        run("assess", "paris-2026", "--assume", "ceasefire", *add, "--without", "fr", "--format", "json").stdout
    )
    fates = {each["id"]: each["fate"] for each in record["pledges"]}
    assert (fates["fr-troops"], fates["tr-naval-2"], fates["tr-naval-3"]) == ("left-out", "stands", "stands")


class _Page(HTMLParser):
    """Collects what a page fetches, its ids, and tags that are not closed."""

    def __init__(self) -> None:
        super().__init__()
        self.fetched: list[str] = []
        self.ids: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.fetched += [value or "" for name, value in attrs if name in {"src", "srcset"}]
        self.fetched += [values.get("href") or ""] if tag == "link" else []
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if tag not in {"meta", "br", "link"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_stands_alone_and_is_well_formed(run: Run, relief: str) -> None:
    text = run("assess", relief, "--assume", "corridor", "--honour", "pledged=0.5", "--format", "html").stdout
    page = _Page()
    page.feed(text)
    assert page.open == []
    assert page.fetched == []
    assert len(page.ids) == len(set(page.ids))
    assert "<script" not in text
    assert set(re.findall(r'href="#([a-z]+)"', text)) <= set(page.ids)
    assert text.count('role="img"') == text.count("<title id=") == text.count("<desc id=")


def test_what_a_file_says_cannot_become_markup(run: Run, relief: str) -> None:
    Path(relief).write_text(
        own_package().replace("a page you know", "<b>page</b>").replace("Relief convoy", "<i>R</i>"), "utf-8"
    )
    text = run("assess", relief, "--assume", "corridor", "--format", "html").stdout
    assert "&lt;b&gt;page" in text
    assert "<i>R" not in text


def test_brackets_are_printed_as_they_are(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "relief.yaml"
    path.write_text(own_package().replace("Relief convoy", '"Relief [/bold] [red]convoy :truck:"'), "utf-8")
    result = run("assess", str(path), "--assume", "corridor")
    assert result.exit_code == 0, result.output
    assert "Relief [/bold] [red]convoy :truck:" in result.stdout


def test_the_chart_is_svg(run: Run) -> None:
    root = ET.fromstring(run("assess", "paris-2026", "--scenario", "ceasefire", "--format", "svg").stdout)  # noqa: S314 - ours
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root.find("{http://www.w3.org/2000/svg}title") is not None


def test_the_ledger_s_pledges_are_used_where_there_is_one(run: Run, relief: str) -> None:
    run("init", "book")
    Path("book/report.txt").write_text(
        "The medics\n\nBergen, 4 March 2025 (ntb) - Oslo will send 40 medics after a ceasefire, Ms Holm said.\n",
        "utf-8",
    )
    run("add", "book/report.txt", "--ledger", "book")
    record = json.loads(run("assess", relief, "--ledger", "book", "--format", "json").stdout)
    assert record["pledges_from"] == "ledger"
    (pledge,) = record["pledges"]
    assert (pledge["id"], pledge["condition"], pledge["verified"]) == ("no-humanitarian", "ceasefire", False)
    own = json.loads(run("assess", relief, "--ledger", "book", "--pledges", "package", "--format", "json").stdout)
    assert len(own["pledges"]) == 4


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("nowhere",), "nowhere: is no package (one of: paris-2026)"),
        (("pariss-2026",), "did you mean paris-2026?"),
        (("paris-2026", "--scenario", "ceasefires"), "did you mean ceasefire?"),
        (("paris-2026", "--assume", "ceasfire"), "--assume: no event is called ceasfire (did you mean ceasefire?"),
        (("paris-2026", "--without", "xx"), "--without: xx is no actor"),
        (("paris-2026", "--add", "tr naval"), "is no pledge in one line"),
        (("paris-2026", "--add", "tr: navall"), "--add: navall is no measure (did you mean naval?)"),
        (("paris-2026", "--why", "fr"), "is the beginning of 3 ids"),
        (("paris-2026", "--why", "be-aire"), "did you mean be-air?"),
        (("paris-2026", "--honour", "pledged=2"), "is no range"),
        (("paris-2026", "--pledges", "nowhere.yaml"), "nowhere.yaml: is no file"),
    ],
)
def test_what_bad_input_gets(run: Run, options: tuple[str, ...], said: str) -> None:
    result = run("assess", *options)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_schema_is_printed(run: Run) -> None:
    assert json.loads(run("assess", "--schema", "scenario").stdout)["type"] == "object"
