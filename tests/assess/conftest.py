"""Made-up packages for the tests: text in, a package out. Session-wide, so that properties can use them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from zusage.assess.assessment import Assessment, assess
from zusage.assess.lines import parse_line
from zusage.assess.package import Package, Scenario
from zusage.assess.package_file import Known, parse_package
from zusage.assess.vocabulary import vocabulary_of
from zusage.dossier import load_shipped

HEAD = """
id: test
title: A test
components:
  - id: one
    title: One
    requirements:
"""


@cache
def what_is_known() -> Known:
    """What a package of the shipped dossier may refer to."""
    dossier = load_shipped("ukraine-guarantees")
    claims = {each.id: each for each in dossier.claims}
    return Known(vocabulary_of(dossier), claims, {each.id: each for each in dossier.numbers})


@pytest.fixture(scope="session")
def known() -> Known:
    return what_is_known()


@pytest.fixture(scope="session")
def package_of() -> Callable[..., Package]:
    """Make a package of requirements, each as YAML in one line: ``{id: force, title: Force, measure: troops}``."""

    def made(*requirements: str, more: str = "") -> Package:
        text = more + HEAD + "".join(f"      - {each}\n" for each in requirements)
        return parse_package(text.encode(), "package.yaml", what_is_known())[0]

    return made


@pytest.fixture(scope="session")
def assessed() -> Callable[..., Assessment]:
    """Assess a package with pledges in lines, the number of each as its id, under some events."""

    def made(package: Package, lines: Sequence[str], *events: str, **more: Any) -> Assessment:
        pledges = [replace(parse_line(line), id=str(number)) for number, line in enumerate(lines)]
        return assess(package, pledges, replace(Scenario(events=events), **more))

    return made
