"""Templates: one environment for each language, autoescape always on, with the filters and functions that pages use."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from functools import cache, partial
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from zusage import __version__
from zusage.publish import svg
from zusage.publish.citations import forms as citations
from zusage.publish.time_axis import NARROW, WIDE
from zusage.reconcile.naming import states
from zusage.reconcile.wording import reason_words
from zusage.web import explaining, marking, phrases, translating, wording
from zusage.web.access import may
from zusage.web.asking import Asked
from zusage.web.following import feed_links, topic_address
from zusage.web.marks import marks_in
from zusage.web.phrases import Phrases
from zusage.web.translating import to_translate
from zusage.web.views.citing import cite

SECTIONS: tuple[tuple[str, str], ...] = (
    ("/", to_translate("Overview")),
    ("/ledger", to_translate("Ledger")),
    ("/conflicts", to_translate("Conflicts")),
    ("/meetings", to_translate("Meetings")),
    ("/assessment", to_translate("Does it add up?")),
    ("/stories", to_translate("Stories")),
    ("/reports", to_translate("Reports")),
)
"""The navigation: path and words (translated when shown). A group of pages that is added adds its line here."""


@cache
def environment(language: str) -> Environment:
    """The templates in one language."""
    made = Environment(
        loader=PackageLoader("zusage.web", "templates"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        extensions=[Phrases],
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.policies["ext.i18n.trimmed"] = True
    phrases.install(made, language)
    made.filters |= {
        "day": partial(translating.day_words, language=language),
        "sided_day": partial(translating.sided_day_words, language=language),
        "time": partial(translating.time_words, language=language),
        "number": partial(translating.number_words, language=language),
        "amount": partial(translating.amount_words, language=language),
        "drawing": Markup,  # what `zusage.publish` drew and wrote: every word of others is escaped there
        "drawn": _drawn,
        "explained": partial(explaining.explain, language=language),
        "reason_words": partial(reason_words, language=language),
        "initial": marking.initial,
        "step": marking.step_signs,
        "tone": marking.tone,
        "rank": marking.rank,
        "plain_text": marking.plain_text,
        "around": marking.around,
        "shown": marking.shown,
    }
    made.globals |= {
        "version": __version__,
        "sections": SECTIONS,
        "words_for": wording.words_for,
        "states": states,
        "mode_signs": wording.MODE_SIGNS,
        "once": _once,
        "patterns": Markup(svg.PATTERNS),  # noqa: S704 - our own words
        "mark": static_mark(),
    }
    made.globals |= marks_in(language)
    made.globals |= {
        "cite": cite,
        "sentence": citations.write_sentence,
        "citation_forms": [(ending, form.name) for ending, form in citations.FORMS.items()],
        "feed_links": feed_links,
        "topic_address": topic_address,
    }
    return made


def _drawn(draw: Callable[[float], str]) -> Markup:
    """Draw a page's chart in both widths; the style sheet shows the one that fits."""
    wide, narrow = draw(WIDE), draw(NARROW)
    return Markup(f'<div class="for-wide">{wide}</div><div class="for-narrow">{narrow}</div>')  # noqa: S704 - escaped there


def _once(write: Callable[..., Markup]) -> Callable[..., Markup]:
    """Make a macro write once for each key on a page, which is given before what it writes of."""
    written: dict[Hashable, Markup] = {}

    def wrote(key: Hashable, *given: object) -> Markup:
        if key not in written:
            written[key] = write(*given)
        return written[key]

    return wrote


def render(template: str, asked: Asked, context: Mapping[str, Any]) -> str:
    """Fill a template; every page has ``asked``, ``here`` (its address), ``names``, ``visitor``, ``site`` and ``may``."""
    return (
        environment(asked.language)
        .get_template(template)
        .render(
            asked=asked,
            here=asked.address,
            link=asked.address.link,
            names=asked.names,
            visitor=asked.visitor,
            site=asked.site,
            language=asked.language,
            other_language="en" if asked.language == "de" else "de",
            may=lambda act: may(asked.visitor, act),
            **context,
        )
    )


def static_mark() -> str:
    """A few signs that change whenever a static file does: part of its address, so that no browser keeps an old one."""
    folder = files("zusage.web") / "static"
    whole = svg.STYLE.encode() + b"".join(
        file.read_bytes() for file in sorted(folder.iterdir(), key=lambda each: each.name)
    )
    return sha256(whole).hexdigest()[:8]
