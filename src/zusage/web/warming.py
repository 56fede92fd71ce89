"""What a server does once, beside its first answers, so that later ones need not wait for it.

Templates are read, and what is in memory by then is taken out of what Python looks for cycles in: it stays as long as the
program, and looking through it took longer than most pages.
"""

from __future__ import annotations

import gc
from threading import Thread

from zusage.web.address import LANGUAGES
from zusage.web.rendering import environment

YOUNG = 10_000
"""So many new objects are looked through for cycles at once: that takes some milliseconds, ten times as many take a page's time."""

SELDOM = 100
"""How many times that is done before those that stayed are looked through again: nearly all are kept on purpose."""


def begin_to_warm() -> None:
    """Do so beside what else is done."""
    Thread(target=warm, name="warming", daemon=True).start()


def warm() -> None:
    """Read all templates, and leave what stays alone."""
    for language in LANGUAGES:
        templates = environment(language)
        for name in templates.list_templates():
            templates.get_template(name)
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, SELDOM, SELDOM)
