"""What a site's robots.txt allows. Source: RFC 9309."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from zusage.intake.fetching import Fetching, Robots
from zusage.intake.fetching.robots import read_rules

if TYPE_CHECKING:
    from web_site import Site

TEXT = """
# a comment
User-agent: other
Disallow: /

User-agent: zusage
User-agent: someone
Disallow: /private/   # not for programs
Allow: /private/press
Disallow: /*.pdf$
Crawl-delay: 2.5

User-agent: *
Disallow: /all/
"""


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/", True),
        ("/private/x", False),
        ("/private/press/1", True),
        ("/a/b.pdf", False),
        ("/a/b.pdf?x", True),
        ("/a/b.pdf.pdf", False),
        ("/all/", True),
    ],
)
def test_the_longest_rule_decides(path: str, *, allowed: bool) -> None:
    assert read_rules(TEXT, "Zusage/1 (+https://zusage.example)").allows(path) is allowed


def test_who_is_not_named_has_the_rules_for_all() -> None:
    rules = read_rules(TEXT, "Else/1")
    assert rules.allows("/private/x")
    assert not rules.allows("/all/x")
    assert read_rules(TEXT, "Zusage/1").delay == 2.5
    assert read_rules("", "Zusage/1").allows("/x")


@pytest.mark.parametrize(("status", "allowed"), [(404, True), (403, True), (500, False), (429, False)])
def test_a_site_without_rules(site: Site, fetching: Fetching, status: int, *, allowed: bool) -> None:
    site.add("/robots.txt", "x", status=status)
    robots = Robots(fetching)
    assert robots.allows(site.address + "/a") is allowed
    assert robots.allows(site.address + "/b?c=d") is allowed
    assert site.asked == ["/robots.txt"]
