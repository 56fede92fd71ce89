"""Waiting for what a page will say, where its policy forbids to evaluate words within it."""

from __future__ import annotations

import time
from contextlib import suppress

from playwright.sync_api import Error, Page

_SECONDS = 20.0


def wait_until(page: Page, condition: str) -> None:
    """Wait until an expression is true.

    ``Page.wait_for_function`` asks again by ``eval`` in the page, which the policy of its content forbids: it fails unless
    the condition is true at once.
    """
    end = time.monotonic() + _SECONDS
    while time.monotonic() < end:
        with suppress(Error):  # another page is being loaded
            if page.evaluate(condition):
                return
        page.wait_for_timeout(20)
    message = f"never true: {condition}"
    raise AssertionError(message)
