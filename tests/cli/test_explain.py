"""``zusage explain``: what the reader saw in each clause, and what came of it. The program's own reader is used."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from click.testing import Result

Run = Callable[..., Result]

GERMAN = (
    "Estland ist bereit, eine Kompanie zu entsenden, wenn das Parlament zustimmt. "
    "Der Zug nach Tartu fährt um acht Uhr. Ob Lettland Soldaten schickt, ist offen."
)
ENGLISH = "Norway will send 40 medics, said the minister. Would Peru send troops? Moscow called the plan unacceptable."


def clauses(run: Run, text: str, *more: str) -> list[dict[str, Any]]:
    result = run("explain", "-", "--format", "json", *more, stdin=text)
    assert result.exit_code == 0, result.stderr
    return [clause for sentence in json.loads(result.stdout)["sentences"] for clause in sentence["clauses"]]


def with_verb(found: list[dict[str, Any]], lemma: str) -> dict[str, Any]:
    return next(each for each in found if each["verb"] and each["verb"]["lemma"] == lemma)


def test_a_clause_has_its_verb_its_actors_and_what_it_gave(run: Run) -> None:
    clause = with_verb(clauses(run, ENGLISH), "send")
    assert clause["verb"]["tense"] == "future"
    assert clause["subject"]["actors"] == ["no"]
    assert clause["said"]["rule"] == "parenthesis"
    assert clause["sense"]["kind"] == "give"
    (found,) = clause["found"]
    assert (found["kind"], found["actor"], found["left_out"]) == ("commitment", "no", "")
    assert {step["field"] for step in found["trace"]} >= {"actor", "measure", "firmness"}


def test_the_operators_over_a_clause_are_named(run: Run) -> None:
    found = clauses(run, GERMAN)
    inner = with_verb(found, "entsenden")
    assert inner["ladder"]["firmness"] == "signalled"
    assert inner["found"][0]["conditions"] == ["parliament"]
    assert found[0]["silent"] == f"stands over clause {inner['number']}, which gave a commitment"


@pytest.mark.parametrize(
    ("text", "lemma", "why"),
    [
        (
            "Die Frage ist heikel. Schickt Lettland Soldaten? Eine Antwort gibt es nicht.",
            "schicken",
            "blocked: it is a question",
        ),
        (GERMAN, "zustimmen", "blocked: condition clause"),
        (GERMAN, "fahren", "“fahren” is not in the lexicon"),
        ("Dänemark schickt Grüße. Mehr war am Abend nicht zu hören, und das war es auch schon.", "schicken", ""),
    ],
)
def test_why_a_clause_gave_nothing(run: Run, text: str, lemma: str, why: str) -> None:
    clause = with_verb(clauses(run, text), lemma)
    assert clause["found"] == []
    assert clause["silent"] == why or (not why and clause["silent"].startswith("nothing in it can be contributed"))


def test_furniture_is_named_as_such(run: Run) -> None:
    text = "Help for the coast\n\nNorway will send 40 medics to the coast, the minister said on Friday.\n"
    first = clauses(run, text)[0]
    assert first["silent"] == "it is furniture, no part of the report: headline"


def test_only_sentences_with_some_words(run: Run) -> None:
    assert {each["verb"]["lemma"] for each in clauses(run, ENGLISH, "--containing", "moscow")} == {"call"}


def test_a_page_for_people(run: Run) -> None:
    out = run("explain", "-", stdin=ENGLISH).stdout
    for words in ("1  Norway will send 40 medics", "= Norway", "●", "commitment  Norway", "○", "said by"):
        assert words in out
    assert "\x1b" not in out
    assert all(len(line) <= 80 for line in out.splitlines())


def test_what_cannot_be_read_is_one_line(run: Run) -> None:
    result = run("explain", "nothing.txt")
    assert result.exit_code == 1
    assert result.stderr == "zusage: nothing.txt: does not exist (check the name)\n"
