"""One frozen `Settings`: flags beat ``ZUSAGE_*``, these zusage.toml, that the defaults; each knows where it is from.

What a domain expert would change (lexicons, actors, requirements) is data in the dossier, not a setting. Uses the
standard library and `zusage.errors`; any layer above the core may be handed a `Settings`.
"""

from __future__ import annotations

import getpass
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType
from typing import Any

from zusage import __version__
from zusage.errors import SettingsError

FILE = "zusage.toml"
"""The settings file in a ledger's folder."""

PREFIX = "ZUSAGE_"

LANGUAGES = ("de", "en")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a person may set; ``origins`` has for each name where its value is from."""

    ledger: Path = field(default=Path(), metadata={"about": "folder of the ledger"})
    dossier: str = field(default="ukraine-guarantees", metadata={"about": "shipped dossier, or a folder with one"})
    reviewer: str = field(default="", metadata={"about": "who judges; default: the login name"})
    database_url: str = field(
        default="",
        metadata={"about": "a PostgreSQL database that holds the ledger's rows; default: a file in its folder"},
    )
    language: str = field(default="en", metadata={"about": "language of labels: en or de", "values": LANGUAGES})
    busy_seconds: int = field(default=30, metadata={"about": "how long to wait for another process that writes"})
    text_limit: int = field(default=20_000_000, metadata={"about": "characters above which a text is refused"})
    page_bytes: int = field(
        default=20_000_000, metadata={"about": "bytes above which a page is not fetched or unpacked"}
    )
    fetch_seconds: int = field(default=30, metadata={"about": "how long one request may take"})
    user_agent: str = field(
        default=f"Zusage/{__version__}",
        metadata={"about": "how fetching names itself to sites; name yourself and how to reach you"},
    )
    address: str = field(
        default="",
        metadata={"about": "public address of the pages, as https://ledger.example; feeds and mails name it"},
    )
    free_hosts: str = field(
        default="",
        metadata={"about": "hosts whose licence lets the public edition show whole texts, separated by blanks"},
    )
    smtp_host: str = field(default="", metadata={"about": "mail server that takes the digests"})
    smtp_port: int = field(default=587, metadata={"about": "its port"})
    smtp_security: str = field(
        default="starttls",
        metadata={
            "about": "how the way to it is kept secret: starttls, tls (from the beginning, port 465) or none",
            "values": ("starttls", "tls", "none"),
        },
    )
    smtp_user: str = field(default="", metadata={"about": "who signs in there; default: nobody"})
    smtp_password: str = field(
        default="", repr=False, metadata={"about": "with which password; better in the environment than in a file"}
    )
    smtp_sender: str = field(default="", metadata={"about": "whom mails are from, as Ledger <news@ledger.example>"})
    origins: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}), compare=False)


NAMES = tuple(each.name for each in fields(Settings) if each.name != "origins")
ABOUT = {each.name: str(each.metadata.get("about", "")) for each in fields(Settings) if each.name != "origins"}

_VALUES = {each.name: each.metadata["values"] for each in fields(Settings) if "values" in each.metadata}

_NOT_IN_FILE = ("ledger",)
"""The file is found in the ledger's folder, so it cannot say where that is."""


def load_settings(flags: Mapping[str, object], environment: Mapping[str, str]) -> Settings:
    """Put the settings together; flags that are None are not given.

    Raises:
        SettingsError: a name that does not exist, or a value that it cannot have.
    """
    values: dict[str, Any] = {"reviewer": _login_name()}
    origins = dict.fromkeys(NAMES, "default") | {"reviewer": "login name"}
    given = {name: value for name, value in flags.items() if value is not None}
    named = _from_environment(environment)
    folder = Path(str(given.get("ledger", named.get("ledger", "."))))
    layers = ((str(folder / FILE), _from_file(folder / FILE)), (PREFIX + "*", named), ("flag", given))
    for origin, layer in layers:
        for name, value in layer.items():
            where = f"{PREFIX}{name.upper()}" if origin == PREFIX + "*" else origin
            values[name] = _convert(name, value, where)
            origins[name] = where
    return Settings(**values, origins=MappingProxyType(origins))


def _from_environment(environment: Mapping[str, str]) -> dict[str, str]:
    return {name: environment[key] for name in NAMES if environment.get(key := f"{PREFIX}{name.upper()}")}


def _from_file(path: Path) -> dict[str, Any]:
    try:
        values = tomllib.loads(path.read_text("utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as problem:
        raise SettingsError(path, f"cannot be read: {(problem.strerror or '').lower()}") from problem
    except ValueError as problem:  # TOMLDecodeError and UnicodeDecodeError
        raise SettingsError(path, f"is no TOML: {problem}", hint='a line is: name = "value"') from problem
    known = [name for name in NAMES if name not in _NOT_IN_FILE]
    for name in values:
        if name not in known:
            close = get_close_matches(name, known, n=1)
            hint = f"did you mean {close[0]}?" if close else f"one of: {', '.join(known)}"
            raise SettingsError(f"{path}: {name}", "is no setting", hint=hint)
    return values


def _convert(name: str, value: object, where: str) -> object:
    default = getattr(Settings(), name)
    resource = f"{name} ({where})"
    if isinstance(default, Path):
        return Path(str(value))
    if isinstance(default, int):
        try:
            number = int(str(value))
        except ValueError as problem:
            raise SettingsError(resource, f'is "{value}", no whole number') from problem
        if number < 0:
            raise SettingsError(resource, f"is {number}, below 0")
        return number
    if not isinstance(value, str) or not value.strip():
        raise SettingsError(resource, f"is {value!r}, not words", hint="put it in quotation marks")
    if name in _VALUES and value not in _VALUES[name]:
        raise SettingsError(resource, f'is "{value}"', hint=f"one of: {', '.join(_VALUES[name])}")
    return value


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no such user in a container
        return "unknown"
