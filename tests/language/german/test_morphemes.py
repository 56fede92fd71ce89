"""Our search for a word's morphemes gives what the Hanover Tagger's own gives."""

import pytest
from HanTa.HanoverTagger import HanoverTagger
from hypothesis import given, settings
from hypothesis import strategies as st

from zusage.language.german.hanover import Morphology

MODEL = "morphmodel_ger.pgz"
THEIRS, OURS = HanoverTagger(MODEL), Morphology(MODEL)
WORDS = [
    "Minenräumboot",
    "Verteidigungsministerium",
    "Patrouillenflugzeuge",
    "Geberkonferenzen",
    "zurückhaltender",
    "wiederaufzubauenden",
    "Kofinanzierungszusage",
    "Ölembargos",
    "uneingeladen",
    "vorfinanzierte",
    "Gripen-Kampfjets",
    "21-jährige",
    "Hale",
    "Eye",
    "x",
    "ß",
    "5-Fache",
]


def same_search(word: str) -> None:
    theirs, ours = THEIRS.analyze_forward(word), OURS.analyze_forward(word)
    assert dict(theirs) == pytest.approx(dict(ours))
    for tag in (theirs[0][0], THEIRS.tag2int["NN"], THEIRS.tag2int["VV(FIN)"]):
        assert THEIRS.analyze_viterbi(word, -tag) == OURS.analyze_viterbi(word, -tag)


@pytest.mark.parametrize("word", WORDS)
def test_words_that_no_list_has(word: str) -> None:
    same_search(word.lower())


@settings(deadline=None, max_examples=60)
@given(st.text("abdefghilmnoprstuzäüß-", min_size=1, max_size=18))
def test_any_letters(word: str) -> None:
    same_search(word)
