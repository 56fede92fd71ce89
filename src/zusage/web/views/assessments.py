"""A package assessed under the scenario that an address holds, compared with another day or scenario if it asks for that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from zusage.assess.assessment import CUTS, Assessment
from zusage.assess.coverage import Coverage
from zusage.assess.formula import Event, Support, atoms, event_name
from zusage.assess.package import Scenario
from zusage.assess.pledge import Pledge
from zusage.errors import FormatError, InputError, ZusageError, wording
from zusage.publish.assessment.drawings import coverage_chart
from zusage.publish.assessment.page import Section, write_reading, write_sections, write_top
from zusage.publish.assessment.phrases import stands_of_needed
from zusage.publish.assessment.record import report_record
from zusage.publish.assessment.report import Report
from zusage.publish.assessment.words import Words
from zusage.publish.time_axis import is_narrow
from zusage.web.address import Address
from zusage.web.page import Table
from zusage.workflow.assess import (
    FROM_LEDGER,
    FROM_PACKAGE,
    Flags,
    Material,
    assess_under,
    compared,
    load_shipped,
    make_scenario,
    report_on,
    scenarios_beside,
    shipped_packages,
)
from zusage.workflow.lookups import Lookups

_DRAWS, _SEED = 2000, 1


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that a switch can be set to: its value in the address, its words, whether it is set.

    ``is_fixed``: it is set by the scenario that was chosen.
    """

    value: str
    words: str
    is_set: bool
    is_fixed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Switches:
    """What of a scenario can be switched on the page."""

    scenarios: tuple[Choice, ...]
    events: tuple[Choice, ...]
    actors: tuple[Choice, ...]
    firmness: tuple[Choice, ...]
    sources: tuple[Choice, ...]
    added: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PackageLine:
    """A package of the dossier."""

    id: str
    title: Mapping[str, str]
    description: Mapping[str, str]
    requirements: int


@dataclass(frozen=True, slots=True)
class PackageList:
    """The packages of the dossier."""

    packages: tuple[PackageLine, ...]

    def table(self) -> Table:
        """The packages as CSV."""
        rows = tuple((each.id, each.title["de"], each.title["en"], each.requirements) for each in self.packages)
        return Table(("id", "title_de", "title_en", "requirements"), rows)


class AssessmentPage(Mapping[str, object]):
    """An assessment; as JSON it is the record that ``zusage assess --format json`` gives.

    ``problem``: why what was switched cannot be; the page then shows the package without it.
    """

    def __init__(
        self,
        material: Material,
        base: Assessment,
        other: Assessment | None,
        address: Address,
        problem: ZusageError | None,
    ) -> None:
        """Show an assessment in the address's language, compared with another one if there is one."""
        self.base = base
        self.problem = problem
        self.words: Words = material.words(address.language)
        self._material, self._other, self._address = material, other, address

    @cached_property
    def report(self) -> Report:
        """All that is told of it; what would help takes longest, and the chart and the table do without."""
        return report_on(self._material, self.base, draws=_DRAWS, seed=_SEED, other=self._other)

    @cached_property
    def switches(self) -> Switches:
        """What of the scenario can be switched."""
        return _switches(self._material, self.base.scenario, self._address)

    @cached_property
    def _record(self) -> Mapping[str, object]:
        return report_record(self.report, self.words)

    def __getitem__(self, name: str) -> object:
        """A field of the record."""
        return self._record[name]

    def __iter__(self) -> Iterator[str]:
        """The names of the record's fields."""
        return iter(self._record)

    def __len__(self) -> int:
        """How many fields the record has."""
        return len(self._record)

    @property
    def package(self) -> str:
        """The package's id."""
        return self.base.package.id

    @property
    def title(self) -> str:
        """The package's title."""
        return self.base.package.title.in_language(self.words.language)

    @property
    def top(self) -> str:
        """The answer, as markup in which every word is escaped."""
        return write_top(self.report, self.words.language)

    @property
    def reading(self) -> str:
        """How the answer is to be read, as markup in which every word is escaped."""
        return write_reading(self.report, self.words.language)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The parts of the report, as markup in which every word is escaped."""
        return write_sections(self.report, self.words.language)

    def draw(self, width: float) -> str:
        """Draw the coverage of all requirements as one chart."""
        return coverage_chart(self.base, self._material.pledges_from, self.words, narrow=is_narrow(width))

    @property
    def is_synthetic(self) -> bool:
        """Whether a pledge that counts comes from a report that was written as a sample."""
        return any(each.synthetic for each in self.base.pledges)

    def table(self) -> Table:
        """The requirements as CSV."""
        columns = (
            "requirement",
            "title",
            "state_alone",
            "state_together",
            "stands",
            "waits",
            "blocked",
            "soft",
            "needed",
            "unit",
            "words",
        )
        return Table(columns, tuple(self._row(each) for each in self.base.coverage))

    def _row(self, each: Coverage) -> tuple[object, ...]:
        requirement = each.requirement
        unit = requirement.need.unit if requirement.need else "actors"
        parts = (each.alone, each.waiting, each.blocked, each.soft)
        amounts = [part.low if requirement.need else len(part.actors) for part in parts]
        return (
            requirement.id,
            requirement.title.in_language(self.words.language),
            str(each.alone_state) if each.due else "not due",
            str(each.together_state) if each.due else "not due",
            *amounts,
            requirement.amount or requirement.contributors,
            unit,
            stands_of_needed(each, self.words),
        )


def package_list(lookups: Lookups) -> PackageList:
    """List the packages of the dossier."""
    found = [load_shipped(name, lookups, pledges=FROM_PACKAGE).package for name in shipped_packages(lookups)]
    return PackageList(
        tuple(
            PackageLine(
                each.id,
                {"de": each.title.de, "en": each.title.en},
                {"de": each.description.de, "en": each.description.en} if each.description else {"de": "", "en": ""},
                len(each.requirements),
            )
            for each in found
        )
    )


def assessment_page(lookups: Lookups, package: str, address: Address) -> AssessmentPage:
    """Assess a package of the dossier as an address asks.

    Raises:
        MissingError: there is no such package.
    """
    source = FROM_PACKAGE if address.get("kind") == FROM_PACKAGE else FROM_LEDGER
    material = load_shipped(package, lookups, pledges=source)
    problem: ZusageError | None = None
    try:
        flags = _flags(address, material)
        scenario = make_scenario(material, flags)
        other = _other(address, material, flags)
    except (FormatError, InputError) as error:
        problem, other = error, None
        scenario = make_scenario(material, Flags(as_of=address.as_of))
    base = assess_under(material, scenario)
    return AssessmentPage(material, base, other, address, problem)


def _flags(address: Address, material: Material) -> Flags:
    """Read the scenario out of an address.

    Raises:
        InputError: it names what does not exist (what it assumes and adds is looked at later).
    """
    return Flags(
        scenario=_beside(address.get("scenario"), material),
        as_of=address.as_of,
        firmness=_cut(address.get("least")),
        assume=address.every("assume"),
        without=address.every("without"),
        add=address.every("add"),
        honour=address.every("honour"),
    )


def _cut(wanted: str | None) -> str | None:
    if wanted is not None and wanted not in CUTS:
        raise InputError(
            wording("least = {wanted}", wanted=wanted),
            "is no step of firmness",
            hint=wording("one of: {cuts}", cuts=", ".join(CUTS)),
        )
    return wanted


def _beside(wanted: str | None, material: Material) -> str | None:
    """Take a scenario only from beside the package: an address opens no other file."""
    if wanted is not None and wanted not in scenarios_beside(material):
        raise InputError(wording("scenario {wanted}", wanted=wanted), "is not beside the package")
    return wanted


def _other(address: Address, material: Material, flags: Flags) -> Assessment | None:
    named = address.get("compare") or _beside(address.get("other"), material)
    return compared(material, flags, named) if named is not None else None


def _switches(material: Material, scenario: Scenario, address: Address) -> Switches:
    words = material.words(address.language)
    pledges = material.on(scenario.as_of)
    actors = sorted({each.actor for each in pledges if not each.is_collective} | set(scenario.without), key=words.actor)
    cut = str(scenario.firmness)
    chosen = address.get("scenario")
    given = make_scenario(material, Flags(scenario=chosen)) if chosen in scenarios_beside(material) else Scenario()
    return Switches(
        scenarios=tuple(
            Choice(name, _title(material, name, address.language), name == address.get("scenario"))
            for name in scenarios_beside(material)
        ),
        events=tuple(
            Choice(name, words.event(name), name in scenario.events, name in given.events)
            for name in sorted(
                _events(material, pledges) | set(scenario.events), key=lambda name: words.event(name).casefold()
            )
        ),
        actors=tuple(
            Choice(name, words.actor(name), name in scenario.without, name in given.without) for name in actors
        ),
        firmness=tuple(Choice(str(each), words.firmness(each), str(each) == cut) for each in CUTS),
        sources=tuple(
            Choice(each, words.say(f"from_{each}"), each == material.pledges_from)
            for each in (FROM_LEDGER, FROM_PACKAGE)
        ),
        added=address.every("add"),
    )


def _events(material: Material, pledges: Iterable[Pledge]) -> set[str]:
    """Return every event that a pledge hangs on or a requirement waits for."""
    formulas = [*(each.condition for each in pledges), *(each.trigger for each in material.package.requirements)]
    found = {event_name(atom) for each in formulas for atom in atoms(each) if isinstance(atom, Event | Support)}
    return found | {each.id for each in material.package.events}


def _title(material: Material, name: str, language: str) -> str:
    title = make_scenario(material, Flags(scenario=name)).title
    return title.in_language(language) if title else name
