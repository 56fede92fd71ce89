"""Loading a dossier: find the folder, read its files, check them one by one and against each other.

A dossier is a folder of YAML files, given by its path, or one of those shipped with the program, given by its name.
Only dossier.yaml has to be there. Opens nothing but the folder it was handed and the packaged dossiers.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from zusage.dossier.dossier import Dossier
from zusage.dossier.parsing import Offices, parse_actors, parse_added, parse_cover, parse_meetings, parse_offices
from zusage.dossier.parsing_facts import Facts, Lists, parse_facts
from zusage.dossier.yaml_values import parse_yaml
from zusage.errors import DossierError
from zusage.model.report import digest
from zusage.model.values import MEASURES, TOPICS

FILES = (
    "dossier.yaml",
    "actors.yaml",
    "offices.yaml",
    "facts.yaml",
    "meetings.yaml",
    "measures.yaml",
    "topics.yaml",
)
"""The files that a dossier may hold; the first one it must."""

_SHIPPED = resources.files("zusage.dossier") / "shipped"


def shipped_dossiers() -> tuple[str, ...]:
    """Return the names of the dossiers that come with the program, sorted."""
    return tuple(sorted(folder.name for folder in _SHIPPED.iterdir() if (folder / FILES[0]).is_file()))


def load_dossier(path_or_name: str | Path) -> Dossier:
    """Load a dossier from a folder, or a shipped one by its name.

    Raises:
        DossierError: there is no such dossier, it cannot be read, or its files contradict each other.
        FormatError: a file breaks its format; the error has file, line and the mend.
    """
    return _load(_find_folder(path_or_name), str(path_or_name))


FEED_LIST = "feeds.opml"
"""Name of the list of feeds in a dossier's folder, or in a ledger's."""


@cache
def load_shipped(name: str) -> Dossier:
    """Load a shipped dossier once."""
    return load_dossier(name)


def read_feed_list(path_or_name: str | Path) -> bytes | None:
    """Return the dossier's list of feeds (``feeds.opml``), None if it has none; it is no part of the fingerprint."""
    try:
        return _find_folder(path_or_name).joinpath(FEED_LIST).read_bytes()
    except FileNotFoundError:
        return None


def read_samples(path_or_name: str | Path) -> Mapping[str, str]:
    """Return the sample reports of a dossier: file name to JSON text, sorted; empty if it has none."""
    folder = _find_folder(path_or_name) / "samples"
    if not folder.is_dir():
        return {}
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".json")), key=lambda file: file.name)
    return {file.name: file.read_text(encoding="utf-8") for file in files}


def package_folders(path_or_name: str | Path) -> Mapping[str, Traversable]:
    """Return the folders of a dossier's packages by their names, sorted; empty if it has none."""
    folder = _find_folder(path_or_name) / "packages"
    if not folder.is_dir():
        return {}
    return {each.name: each for each in sorted(folder.iterdir(), key=lambda each: each.name) if each.is_dir()}


def _find_folder(path_or_name: str | Path) -> Traversable:
    path = Path(path_or_name)
    if path.is_dir():
        return path
    if str(path_or_name) in shipped_dossiers():
        return _SHIPPED / str(path_or_name)
    hint = f"give a folder with {FILES[0]}, or one of: {', '.join(shipped_dossiers())}"
    raise DossierError(path_or_name, "is no dossier", hint=hint)


def _load(folder: Traversable, name: str) -> Dossier:
    contents = _read_files(folder, name)
    values = {file: value for file in FILES if file in contents and (value := parse_yaml(contents[file], file))}
    if FILES[0] not in values:
        raise DossierError(name, f"has no {FILES[0]}", hint=f"`zusage init` writes one; an empty {FILES[0]} is none")
    cover = parse_cover(values[FILES[0]])
    measures = parse_added(values["measures.yaml"], MEASURES) if "measures.yaml" in values else ()
    topics = parse_added(values["topics.yaml"], TOPICS) if "topics.yaml" in values else ()
    lists = Lists((*MEASURES, *(value.id for value in measures)), (*TOPICS, *(value.id for value in topics)))
    offices = parse_offices(values["offices.yaml"]) if "offices.yaml" in values else Offices()
    facts = parse_facts(values["facts.yaml"], lists) if "facts.yaml" in values else Facts()
    dossier = Dossier(
        id=cover.id,
        titles=cover.titles,
        description=cover.description,
        recipient=cover.recipient,
        adversary=cover.adversary,
        effort=cover.effort,
        fingerprint=_fingerprint(contents),
        actors=parse_actors(values["actors.yaml"]) if "actors.yaml" in values else (),
        people=offices.people,
        terms_known_until=offices.known_until,
        events=facts.events,
        claims=facts.claims,
        documents=facts.documents,
        numbers=facts.numbers,
        economies=facts.economies,
        differences=facts.differences,
        meetings=parse_meetings(values["meetings.yaml"]) if "meetings.yaml" in values else (),
        added_measures=measures,
        added_topics=topics,
    )
    _check_persons(dossier)
    return dossier


def _read_files(folder: Traversable, name: str) -> dict[str, bytes]:
    try:
        files = [file for file in folder.iterdir() if file.name.endswith((".yaml", ".yml")) and file.is_file()]
        unknown = sorted(file.name for file in files if file.name not in FILES)
        if unknown:
            raise DossierError(
                name, f"holds {unknown[0]}, which is no file of a dossier", hint=f"known: {', '.join(FILES)}"
            )
        return {file.name: file.read_bytes() for file in files}
    except OSError as error:
        raise DossierError(name, f"cannot be read: {error.strerror}", hint="look at its permissions") from error


def _fingerprint(contents: Mapping[str, bytes]) -> str:
    return digest("\n".join(f"{file} {digest(contents[file])}" for file in sorted(contents)))


def _check_persons(dossier: Dossier) -> None:
    known = {person.id for person in dossier.people}
    for meeting in dossier.meetings:
        for person in (participation.person for participation in meeting.participants):
            if person is not None and person not in known:
                problem = f"{meeting.id} names {person}, whom offices.yaml does not know"
                raise DossierError("meetings.yaml", problem, hint="add him there, with his names and terms")
