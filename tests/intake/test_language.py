"""German, English, and what is neither."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from zusage.errors import InputError
from zusage.intake.language import detect_language, require_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Minister sagte am Abend, man werde die Brücke nicht vor dem Winter bauen.", "de"),
        ("The minister said in the evening that the bridge would not be built before winter.", "en"),
        ("Haushaltskürzungen und Verkehrsplanung", "de"),
        ("Widespread flooding, missing bridges", "en"),
        ("De minister zei dat de brug niet voor de winter gebouwd zou worden.", "nl"),
        ("Le ministre a dit que le pont ne serait pas construit avant l'hiver.", "fr"),
        ("Ministeren sagde i aftes at broen ikke ville blive bygget før vinteren.", "da"),
        ("Minister powiedział wieczorem, że most nie zostanie zbudowany przed zimą.", "pl"),
        ("Il ministro ha detto che il ponte non sarà costruito prima dell'inverno.", "it"),
        ("Міністр сказав увечері, що міст не збудують до зими.", "Cyrillic"),
        ("Ο υπουργός είπε ότι η γέφυρα δεν θα κτιστεί.", "Greek"),
        ("12:30 – 14:45", None),
        ("", None),
    ],
)
def test_the_language_of_a_sentence(text: str, language: str | None) -> None:
    assert detect_language(text).language == language


def test_a_german_report_with_english_quotations_is_german() -> None:
    text = "Er sagte: „We will not build the bridge.“ Danach verließ er den Saal, ohne auf die Fragen zu antworten."
    assert detect_language(text).language == "de"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Le ministre a dit que le pont ne serait pas construit avant l'hiver.", "is in French"),
        ("Мост не построят.", "is in Cyrillic"),
        ("12:30", "cannot be told"),
    ],
)
def test_what_is_not_read_is_said_clearly(text: str, words: str) -> None:
    with pytest.raises(InputError, match=words) as caught:
        require_language(text, "report.txt")
    assert str(caught.value).startswith("report.txt: ")
    assert "--language" in caught.value.hint


@pytest.mark.data
@pytest.mark.parametrize("language", ["de", "en"])
def test_real_sentences_of_eight_words_and_paragraphs_of_twenty(language: str) -> None:
    folder = os.environ.get("ZUSAGE_DATA")
    if not folder:
        pytest.skip("set ZUSAGE_DATA to the folder with data/, gold/ and seeds/")
    lines = (Path(folder) / "data" / "wikinews" / f"{language}.jsonl").read_text("utf-8").splitlines()
    paragraphs = [part for line in lines for part in json.loads(line)["text"].split("\n") if part.strip()]
    sentences = [part for paragraph in paragraphs for part in re.split(r"(?<=[.!?])\s+(?=[A-ZÄÖÜ„\"])", paragraph)]
    for texts, least in ((sentences, 8), (paragraphs, 20)):
        long = [text for text in texts if len(text.split()) >= least]
        right = sum(detect_language(text).language == language for text in long)
        assert right / len(long) >= 0.995
