"""Words with the rest of their sentence."""

from __future__ import annotations

import pytest

from zusage.model.quote import Quote
from zusage.workflow.quoting import rest_of_sentence


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "They would, if a truce held, send sappers, he said. Nobody answered.",
            "send sappers",
            ("They would, if a truce held, ", ", he said."),
        ),
        ("Nobody knew. They will send sappers. Others wait.", "They will send sappers.", ("", "")),
        ("It rained.\nThey send sappers\nOthers wait.", "They send sappers", ("", "")),
        ("Sie sagte: «Wir schicken Pioniere.» Andere warten.", "Wir schicken Pioniere.»", ("Sie sagte: «", "")),
    ],
)
def test_the_rest_of_a_sentence_is_told(text: str, words: str, expected: tuple[str, str]) -> None:
    assert rest_of_sentence(Quote.find(text, words)) == expected


def test_more_than_is_kept_with_a_quote_is_an_ellipsis() -> None:
    text = f"{'word ' * 20}they send sappers{' word' * 20}."
    before, after = rest_of_sentence(Quote.find(text, "they send sappers"))
    assert before.startswith("…word ")
    assert before.endswith("word ")
    assert after.startswith(" word")
    assert after.endswith("word…")
