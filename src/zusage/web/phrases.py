"""Words of templates in one language: what has no blanks is put in when a template is read, the rest is looked up once.

Templates say `{% trans %}` and `_()`, as Jinja2's own extension has it, and words are found in them in the same way. Since each
language has its templates, what stands in them can be translated before any page is made: a page then looks nothing up.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import cast

from jinja2 import Environment, nodes
from jinja2.ext import InternationalizationExtension
from jinja2.parser import Parser
from markupsafe import Markup, escape

from zusage.web.translating import translations

_KEPT = 4096
"""Phrases of each language that are kept, more than the pages have."""


class Phrases(InternationalizationExtension):
    """``{% trans %}``, with the words of the environment's language in the place of those without blanks."""

    def parse(self, parser: Parser) -> nodes.Node | list[nodes.Node]:
        """Read a tag, and translate it if nothing has to be filled in."""
        found = super().parse(parser)
        words = _fixed(found)
        if words is None:
            return found
        gettext = cast("Callable[[str], str]", self.environment.globals["gettext"])
        return nodes.Output([nodes.TemplateData(str(gettext(words)))], lineno=parser.stream.current.lineno)


def _fixed(found: nodes.Node | list[nodes.Node]) -> str | None:
    """The words of a tag that has no blanks and no plural."""
    node = found.nodes[0] if isinstance(found, nodes.Output) else None
    if not isinstance(node, nodes.Call) or node.kwargs or len(node.args) != 1:
        return None
    words = node.args[0]
    return words.value if isinstance(words, nodes.Const) else None


def install(environment: Environment, language: str) -> None:
    """Let the templates of an environment speak a language."""
    words = translations(language)

    @lru_cache(_KEPT)
    def phrase(english: str) -> Markup:
        return Markup(words.gettext(english))  # noqa: S704 - our own words

    @lru_cache(_KEPT)
    def whole(english: str) -> Markup:
        return Markup(phrase(english) % {})  # noqa: S704 - our own words

    def gettext(english: str, /, **blanks: object) -> Markup:
        return _filled(phrase(english), blanks) if blanks else whole(english)

    def ngettext(one: str, many: str, number: int, /, **blanks: object) -> Markup:
        return _filled(words.ngettext(one, many, number), {"num": number, **blanks})

    environment.newstyle_gettext = True  # type: ignore[attr-defined]  # the extension's: it hands blanks over by their names
    environment.globals |= {"gettext": gettext, "ngettext": ngettext, "_": gettext}


def _filled(phrase: str, blanks: dict[str, object]) -> Markup:
    return Markup(str.__mod__(phrase, {name: escape(value) for name, value in blanks.items()}))  # noqa: S704 - escaped
