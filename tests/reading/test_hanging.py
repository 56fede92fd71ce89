"""Contributions that hang on something, and sums that a meeting brought."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Tell = Callable[..., str]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Peru's contribution of 100 soldiers hinges on a mandate.", "en", "pe troops considering"),
        ("Peru's loan of 40 million dollars depends on reforms.", "en", "pe funding considering"),
        ("Perus Beitrag von 100 Soldaten hängt von einem Mandat ab.", "de", "pe troops considering"),
        ("Peru's economy depends on loans.", "en", ""),
    ],
)
def test_what_hangs_on_something_is_weighed(tell: Tell, text: str, lang: str, expected: str) -> None:
    assert tell(text, lang) == expected


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Eine Konferenz in Lagos hat dem Tschad 40 Millionen Dollar eingebracht.", "de", "group:donors funding"),
        ("Das Treffen erbrachte 40 Millionen Dollar.", "de", "group:donors funding"),
        ("Eine Konferenz hat Zusagen von 40 Millionen Dollar erbracht.", "de", "group:donors funding"),
        ("The meeting yielded 40 million dollars.", "en", "group:donors funding"),
        ("Pledges of 40 million dollars were made during the two days.", "en", "group:donors funding"),
        ("Pledges of 40 million dollars must be made by June.", "en", ""),
    ],
)
def test_what_a_meeting_brought(tell: Tell, text: str, lang: str, expected: str) -> None:
    assert tell(text, lang, "actor", "measure") == expected
