"""Small marks that stand on every page by the hundred: written once for each value, and kept.

The template ``marks.html`` hands them on, and has those that hang on the page's address.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from zusage.model.values import Firmness
from zusage.reconcile.wording import label
from zusage.web.marking import around, plain_text, step_signs, tone
from zusage.web.translating import day_words, translations
from zusage.web.views.parts import Source

_KEPT = 256


def marks_in(language: str) -> dict[str, Any]:
    """The marks in a language, by the names that templates have for them."""
    return {
        "firmness_mark": partial(firmness_mark, language),
        "review_mark": partial(review_mark, language),
        "synthetic_mark": partial(synthetic_mark, language),
        "quote_mark": quote_mark,
        "sentence_mark": sentence_mark,
        "source_mark": _source_mark(language),
    }


@lru_cache(_KEPT)
def firmness_mark(language: str, value: Firmness | str | None) -> Markup:
    """How firm something is, in signs and in a word; open where nothing is known."""
    word = label("firmness", value, language) if value else translations(language).gettext("open")
    return Markup(
        '<span class="firm {}"><span class="steps" aria-hidden="true">{}</span> <span class="word">{}</span></span>'
    ).format(tone(value), step_signs(value), word)


@lru_cache(_KEPT)
def review_mark(language: str, reviewed: object) -> Markup:
    """Whether a person has reviewed something, or a machine alone has read it."""
    gettext = translations(language).gettext
    if reviewed:
        return Markup('<span class="tag good">✓ {}</span>').format(gettext("reviewed"))
    return Markup('<span class="tag">{}</span>').format(gettext("machine-read"))


@lru_cache(_KEPT)
def synthetic_mark(language: str, is_synthetic: object) -> Markup:
    """That something was written as a sample; nothing else."""
    if not is_synthetic:
        return Markup("")
    gettext = translations(language).gettext
    return Markup('<span class="tag made-up" title="{}">{}</span>').format(
        gettext("Written as a sample; nobody said this."), gettext("synthetic")
    )


def quote_mark(words: str | None, spoken_in: str | None) -> Markup:
    """Words of others, in their language."""
    tag = f'<q lang="{escape(spoken_in)}">' if spoken_in else "<q>"
    return Markup(f"{tag}<bdi>{escape(plain_text(words))}</bdi></q>")  # noqa: S704 - escaped


def sentence_mark(before: str, words: str, after: str, spoken_in: str) -> Markup:
    """Words of others with the rest of their sentence."""
    rest = [f'<span class="rest">{escape(around(each))}</span>' for each in (before, after)]
    said = escape(plain_text(words))
    return Markup(f'<q lang="{escape(spoken_in)}"><bdi>{rest[0]}{said}{rest[1]}</bdi></q>')  # noqa: S704 - escaped


def _source_mark(language: str) -> Callable[[Context, Source], Markup]:
    """What writes where words stand: outlet, with a link to the report, and day."""

    @pass_context
    def source_mark(context: Context, one: Source) -> Markup:
        link, name = context["link"](f"/reports/{one.id}"), plain_text(one.outlet or one.name)
        day = one.published_on
        when = f', <time datetime="{escape(day)}">{escape(day_words(day, language=language))}</time>' if day else ""
        return Markup(  # noqa: S704 - escaped
            f'<a href="{escape(link)}"><bdi>{escape(name)}</bdi></a>{when} {synthetic_mark(language, one.synthetic)}'
        )

    return source_mark
