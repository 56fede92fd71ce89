"""Who says a contribution, as the codebook writes it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Tell = Callable[..., str]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param("en", "The Danish defence minister said Denmark would send tents.", "dk", id="never named"),
        pytest.param("de", "Dänemark werde Zelte schicken, sagte der dänische Außenminister.", "dk", id="German"),
        pytest.param("en", "Germany will send tents, its foreign minister told reporters.", "de", id="its minister"),
        pytest.param("de", "Deutschland schickt Zelte, wie der Außenminister mitteilte.", "de", id="the minister"),
        pytest.param("en", "Danish Minister Ida Lund said Denmark would send tents.", "ida-lund", id="named"),
        pytest.param("en", "Denmark will send tents.", "-", id="nobody"),
    ],
)
def test_a_minister_whom_nobody_names_is_his_state(tell: Tell, language: str, text: str, expected: str) -> None:
    assert tell(text, language, "speaker") == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param("en", "Denmark will send tents, military officials said.", "dk", id="officials"),
        pytest.param("de", "Dänemark schickt Zelte, wie die Entwicklungsministerin mitteilte.", "dk", id="minister"),
        pytest.param(
            "de", "Dänemark schicke Zelte, verlautete aus Regierungskreisen.", "dk", id="nobody as the subject"
        ),
        pytest.param("en", "Denmark will send tents, as the Danish minister put it.", "dk", id="put it"),
        pytest.param("de", "Dänemark, betonte Ministerin Ida Lund, werde Zelte schicken.", "ida-lund", id="set in"),
        pytest.param(
            "en", "Denmark will send tents, Ravo Teilor, the finance minister, said.", "ravo-teilor", id="name, office"
        ),
        pytest.param(
            "de", "Ein Berater des dänischen Außenministers sagte, Dänemark werde Zelte schicken.", "dk", id="adviser"
        ),
        pytest.param(
            "en",
            "Statement by the Minister of Denmark\n\nWe will send 40 tents. We thank our friends. Peru has sent blankets.",
            "dk; dk",
            id="publisher",
        ),
    ],
)
def test_who_says_it(tell: Tell, language: str, text: str, expected: str) -> None:
    assert tell(text, language, "speaker") == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param("de", "Ob Chile Soldaten schickt, ließ der chilenische Botschafter offen.", "cl", id="left open"),
        pytest.param("de", "Ob Chile Soldaten schickt, ließ Minister Ravo Teilor offen.", "ravo-teilor", id="by name"),
        pytest.param("de", "Chile schickt 40 Zelte, sagte sein Botschafter in Lima.", "cl", id="where he sits"),
        pytest.param("en", "Chile will send 40 tents, its ambassador in Lima said.", "cl", id="where he sits, English"),
        pytest.param("de", "Chile schickt 40 Zelte, wie die Botschaft in Lima mitteilte.", "cl", id="embassy"),
        pytest.param("en", "Chile will send 40 tents, the treasury said.", "cl", id="treasury"),
        pytest.param("en", "Chile will send 40 tents, in the words of its ambassador.", "cl", id="in the words of"),
    ],
)
def test_whoever_speaks_for_the_contributor(tell: Tell, language: str, text: str, expected: str) -> None:
    assert tell(text, language, "speaker") == expected
