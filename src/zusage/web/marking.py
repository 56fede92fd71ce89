"""How firmness is shown without colour, and how words of others are made safe to stand in a line of ours."""

from __future__ import annotations

import unicodedata

from zusage.model.values import Firmness

STEPS = 5


def step_signs(firmness: Firmness | str | None) -> str:
    """Five dots for the ladder ("●●●○○"), a cross for against, a dash for an observed absence or none at all."""
    if not firmness:
        return "–"
    step = Firmness(firmness).step
    if step is None:
        return "–"
    return "✕" if step == 0 else "●" * step + "○" * (STEPS - step)


def tone(firmness: Firmness | str | None) -> str:
    """The class of colour of a firmness: ``against``, ``none`` or ``step-1`` to ``step-5``."""
    step = Firmness(firmness).step if firmness else None
    if step is None:
        return "none"
    return f"step-{step}" if step else "against"


def plain_text(words: str | None) -> str:
    """Words of others on one line: control signs and marks of direction are left out, white space is single.

    Autoescape does the rest; around the words belongs a ``<bdi>``.
    """
    return " ".join(shown(words or "").split())


def around(words: str) -> str:
    """Words that stand before or after a quote: like `plain_text`, but blanks at the ends stay."""
    kept = shown(words)
    line = " ".join(kept.split())
    return f"{' ' if kept[:1].isspace() else ''}{line}{' ' if line and kept[-1:].isspace() else ''}"


def shown(words: str) -> str:
    """Words of others in their place in a text: control signs and marks of direction are left out, white space stays."""
    if words.isprintable():  # then there is none of them
        return words
    return "".join(sign for sign in words if sign.isspace() or unicodedata.category(sign) not in {"Cc", "Cf"})


def rank(firmness: Firmness | str | None) -> int:
    """Order of firmness: nothing, an observed absence, against, then the ladder's steps."""
    if not firmness:
        return -2
    step = Firmness(firmness).step
    return -1 if step is None else step


def initial(words: str) -> str:
    """Words with a capital at their beginning: "troops" → "Troops"."""
    return words[:1].upper() + words[1:]
