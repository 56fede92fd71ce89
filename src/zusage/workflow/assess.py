"""A package assessed: finding its files, the pledges and the scenario, and joining what a report shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path

import numpy as np

from zusage.assess.assessment import Assessment, assess
from zusage.assess.burden import find_burdens
from zusage.assess.from_entries import from_entries
from zusage.assess.keystones import find_keystones
from zusage.assess.lines import parse_line
from zusage.assess.package import Package, Scenario, state_of
from zusage.assess.package_file import Known, parse_event, parse_package, parse_scenario, pledges_file
from zusage.assess.pledge import Pledge
from zusage.assess.pledge_file import parse_pledge_file
from zusage.assess.simulation import simulate
from zusage.assess.unlocking import find_levers, find_unlocking
from zusage.assess.vocabulary import failing_at, near, vocabulary_of
from zusage.dossier import Dossier, load_dossier, package_folders
from zusage.errors import FormatError, InputError, MissingError, wording
from zusage.model.values import Firmness
from zusage.publish.assessment.report import Report
from zusage.publish.assessment.words import Words
from zusage.settings import FILE, Settings
from zusage.workflow.lookups import Lookups
from zusage.workflow.workspace import dossier_path, open_workspace

PACKAGE_FILE = "package.yaml"
_PLEDGE_FILES = ("pledges.yaml",)
FROM_LEDGER, FROM_PACKAGE = "ledger", "package"
"""What ``--pledges`` may be besides a file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flags:
    """What a user asks for besides the package; None and empty: what the scenario file says."""

    scenario: str | None = None
    as_of: str | None = None
    firmness: str | None = None
    assume: Sequence[str] = ()
    without: Sequence[str] = ()
    add: Sequence[str] = ()
    honour: Sequence[str] = ()
    pledges: str | None = None


PledgesOn = Callable[[str | None], tuple[Pledge, ...]]
"""The pledges of a ledger as of a day."""


@dataclass(frozen=True)
class Material:
    """A package with what belongs to it: dossier, names, all its files, and the pledges in all their states."""

    package: Package
    dossier: Dossier
    known: Known
    files: _Files
    pledges: tuple[Pledge, ...]
    pledges_from: str
    in_ledger: PledgesOn

    def words(self, language: str) -> Words:
        """What things are called in a language."""
        return Words(language, self.package, self.dossier)

    def on(self, day: str | None) -> tuple[Pledge, ...]:
        """The pledges as of a day."""
        if self.pledges_from == FROM_LEDGER:
            return self.in_ledger(day)
        return state_of(self.pledges, day)


@dataclass(frozen=True)
class _Files:
    """The folder in which a package's files are."""

    folder: Traversable
    name: str

    def read(self, name: str) -> tuple[bytes, str]:
        """Read a file given by its path, or by its name beside the package; with what messages call it."""
        path = Path(name)
        for place, label in ((path, name), (self.folder / name, name), (self.folder / f"{name}.yaml", f"{name}.yaml")):
            if place.is_file():
                return _bytes(place, label if place == path else f"{self.name}/{label}"), label
        raise InputError(name, "is no file", hint=near(name, self.names(but=(PACKAGE_FILE,))))

    def names(self, *, but: Sequence[str]) -> tuple[str, ...]:
        """Return the names of the YAML files that are there, sorted."""
        found = (each.name for each in self.folder.iterdir() if each.name.endswith(".yaml") and each.name not in but)
        return tuple(sorted(each.removesuffix(".yaml") for each in found))


def load_material(name: str, settings: Settings, *, pledges: str | None = None) -> Material:
    """Load a package by its file, its folder, or the name of one in the dossier, with its pledges.

    ``pledges``: a file, `ledger` or `package`; None: the ledger where the settings name one, else the package's own.

    Raises:
        InputError: there is no such package or file.
        FormatError: one breaks its format; nothing is assessed by halves.
    """
    path = dossier_path(settings)
    has_ledger = (settings.ledger / FILE).is_file()
    return _prepare(
        _find(name, path),
        load_dossier(path),
        lambda day: pledges_in(Lookups(open_workspace(settings)), day),
        pledges or (FROM_LEDGER if has_ledger else FROM_PACKAGE),
    )


def load_shipped(name: str, lookups: Lookups, *, pledges: str = FROM_LEDGER) -> Material:
    """Load a package of the ledger's dossier by its name, with the ledger's pledges or its own; no other file is read.

    Raises:
        MissingError: the dossier has no such package.
        FormatError: it breaks its format.
    """
    workspace = lookups.workspace
    if name not in package_folders(workspace.dossier_path):
        raise MissingError(wording("package {name}", name=name), "is not in the dossier")
    found = _find_shipped(name, workspace.dossier_path)
    source = FROM_PACKAGE if pledges == FROM_PACKAGE else FROM_LEDGER
    return _prepare(found, workspace.dossier, cache(lambda day: pledges_in(lookups, day)), source)


def shipped_packages(lookups: Lookups) -> tuple[str, ...]:
    """Return the names of the dossier's packages."""
    return tuple(package_folders(lookups.workspace.dossier_path))


def scenarios_beside(material: Material) -> tuple[str, ...]:
    """Return the names of the scenario files beside a package."""
    return material.files.names(but=(PACKAGE_FILE, *_PLEDGE_FILES))


def pledges_in(lookups: Lookups, day: str | None) -> tuple[Pledge, ...]:
    """Return what a ledger's entries pledge to the dossier's recipient, as of a day."""
    dossier = lookups.workspace.dossier
    recipients = [dossier.recipient] if dossier.recipient else []
    found = lookups.pledged([None, *recipients], as_of=day)
    reports = found.reports
    made_up = frozenset(name for name, report in reports.items() if report.synthetic)

    def cite(report: str) -> str:
        return reports[report].name or report[:8]

    return from_entries(found.entries, recipients, cite, made_up=made_up)


def _prepare(found: tuple[_Files, bytes, str], dossier: Dossier, in_ledger: PledgesOn, source: str) -> Material:
    files, content, file = found
    claims = {each.id: each for each in dossier.claims}
    numbers = {each.id: each for each in dossier.numbers}
    package, known = parse_package(content, file, Known(vocabulary_of(dossier), claims, numbers))
    own = pledges_file(content, file)
    pledges = package.pledges
    if source == FROM_LEDGER:
        pledges = ()
    elif source != FROM_PACKAGE or own:
        inside, label = files.read(source if source != FROM_PACKAGE else own or "")
        pledges = parse_pledge_file(inside, label, known.vocabulary, known.claims)
    return Material(package, dossier, known, files, pledges, source, in_ledger)


def make_scenario(material: Material, flags: Flags) -> Scenario:
    """Put a scenario together: the file's, then what the flags add or set.

    Raises:
        FormatError: a flag names what does not exist.
    """
    vocabulary = material.known.vocabulary
    scenario = Scenario()
    if flags.scenario:
        content, label = material.files.read(flags.scenario)
        scenario = parse_scenario(content, label, material.known)
    firmness = Firmness(flags.firmness) if flags.firmness else scenario.firmness
    events = [parse_event(each, vocabulary, failing_at("--assume")) for each in flags.assume]
    for actor in flags.without:
        vocabulary.check_actor(actor, failing_at("--without"))
    added = [parse_line(each, firmness) for each in flags.add]
    for each in added:
        vocabulary.check_pledge(each, failing_at("--add"))
    return replace(
        scenario.assuming(*events),
        without=tuple(dict.fromkeys((*scenario.without, *flags.without))),
        added=(*scenario.added, *added),
        firmness=firmness,
        as_of=flags.as_of or scenario.as_of,
        honouring=dict(scenario.honouring) | dict(parse_range(each) for each in flags.honour),
    )


def assess_under(material: Material, scenario: Scenario) -> Assessment:
    """Assess a package under a scenario."""
    return assess(material.package, material.on(scenario.as_of), scenario)


def compared(material: Material, flags: Flags, other: str) -> Assessment:
    """Assess the same package for another day, or under another scenario file; what flags set holds there too.

    Raises:
        InputError: it is neither a day nor a file.
    """
    try:
        day = date.fromisoformat(other).isoformat()
    except ValueError:
        return assess_under(material, make_scenario(material, replace(flags, scenario=other)))
    return assess_under(material, replace(make_scenario(material, flags), as_of=day))


def report_on(
    material: Material, base: Assessment, *, draws: int, seed: int, other: Assessment | None = None
) -> Report:
    """Work out everything that a report shows; draws are made only where the scenario has honouring ranges."""
    economies = {each.actor: each for each in material.dossier.economies}
    drawn = None
    if base.scenario.honouring:
        drawn = simulate(base, np.random.default_rng(seed), draws=draws, seed=seed)
    return Report(
        base=base,
        dossier=material.dossier,
        source=material.pledges_from,
        unlocking=find_unlocking(base),
        levers=find_levers(base),
        keystones=find_keystones(base),
        burdens=find_burdens(base.pledges, economies),
        simulation=drawn,
        other=other,
    )


def parse_range(words: str) -> tuple[Firmness, tuple[float, float]]:
    """Read a range of honouring: ``pledged=0.6-0.9``, or ``pledged=0.8``.

    Raises:
        FormatError: it is none.
    """
    name, _, shares = words.partition("=")
    low, _, high = shares.partition("-")
    try:
        sides = (float(low), float(high or low))
    except ValueError:
        sides = (1, 0)
    if name not in set(Firmness) or not 0 <= sides[0] <= sides[1] <= 1:
        raise FormatError(
            wording('--honour "{words}"', words=words), "is no range", hint="as in pledged=0.6-0.9, between 0 and 1"
        )
    return Firmness(name), sides


def find_pledge(base: Assessment, name: str) -> Pledge:
    """Return the pledge with this id, or the only one whose id begins so.

    Raises:
        InputError: there is none, or more than one.
    """
    every = [*base.pledges, *(each for pledges in base.aside.values() for each in pledges)]
    found = [each for each in every if each.id == name] or [each for each in every if each.id.startswith(name)]
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(each.id for each in found)
        raise InputError(
            wording("pledge {name}", name=name),
            wording("is the beginning of {count} ids", count=len(found)),
            hint=wording("one of: {names}", names=names),
        )
    raise InputError(
        wording("pledge {name}", name=name), "is not in this package", hint=near(name, [each.id for each in every])
    )


def _find(name: str, dossier: str) -> tuple[_Files, bytes, str]:
    path = Path(name)
    if path.is_file():
        return _Files(path.parent, str(path.parent)), _bytes(path, name), name
    if (path / PACKAGE_FILE).is_file():
        return _Files(path, name), _bytes(path / PACKAGE_FILE, name), str(path / PACKAGE_FILE)
    return _find_shipped(name, dossier)


def _find_shipped(name: str, dossier: str) -> tuple[_Files, bytes, str]:
    folders: Mapping[str, Traversable] = package_folders(dossier)
    if name in folders:
        return _Files(folders[name], name), _bytes(folders[name] / PACKAGE_FILE, name), f"{name}/{PACKAGE_FILE}"
    known = near(name, folders) if folders else "give a file; this dossier has no packages"
    raise InputError(name, "is no package", hint=known)


def _bytes(place: Path | Traversable, label: str) -> bytes:
    try:
        return place.read_bytes()
    except OSError as error:
        raise InputError(
            label,
            wording("cannot be read: {what}", what=(error.strerror or "").lower()),
            hint="look at its permissions",
        ) from error
