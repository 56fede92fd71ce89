"""Copies: families and their roots, shortened and reworded copy, what a copy changed."""

from __future__ import annotations

import random
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zusage.model.quote import Span
from zusage.model.report import Furniture, Report
from zusage.reconcile import CopyIndex, changes_of, comparing, find_families, shingles
from zusage.reconcile.comparing import Texts, find_copies
from zusage.reconcile.copies import Runs, compare_runs
from zusage.reconcile.minhash import Neighbours
from zusage.reconcile.shingles import runs_of, runs_of_all, words_of

WIRE = (
    "Norway has offered to send two hundred soldiers and a field hospital to the border region as soon as the rainy "
    "season is over, the foreign ministry in Oslo announced after a meeting of the committee for defence matters. "
    "The soldiers would guard the camp and the road to the harbour, an official said. Parliament has to agree before "
    "anybody leaves; the vote is planned for the second week of the coming month. Sweden considers a company of "
    "engineers but wants to hear first who pays for the bridge. Finland declined and pointed to its own border."
)
OTHER = (
    "The harbour town prepares for the fair: stalls have been put up along the quay, and the mayor expects more guests "
    "than last year, when storms kept the ferries from coming. Fishermen complain about the rent that the council "
    "wants for the stalls, and some of them will stay at home, as they told this newspaper on the eve of the fair."
)


def report(text: str, **more: Any) -> Report:
    return Report(text=text, **{"language": "en", **more})


def families(*reports: Report) -> list[set[str]]:
    texts = {each.id: each.text for each in reports}
    return [{texts[name] for name in family.members} for family in find_families(reports)]


def words(of: Report, span: Span | None) -> str | None:
    return of.text[span.start : span.end] if span else None


def test_words_are_found_with_their_places() -> None:
    words = words_of("Zwölf Pumpen – für 3,5 Mio.")
    text = "Zwölf Pumpen – für 3,5 Mio."
    found = [text[start:end] for start, end in zip(words.starts, words.ends, strict=True)]
    assert found == ["Zwölf", "Pumpen", "für", "3", "5", "Mio"]


def test_the_same_words_have_the_same_numbers_wherever_they_stand() -> None:
    one, other = words_of("die Pumpen stehen"), words_of("Gestern kamen: DIE pumpen")
    assert one.numbers[0] == other.numbers[2]
    assert one.numbers[1] == other.numbers[3]
    assert len(set(one.numbers.tolist() + other.numbers.tolist())) == 5


@given(
    st.lists(
        st.sampled_from(["", "One.", "Zwölf Pumpen – für 3,5 Mio.", WIRE[:90], f"„{OTHER[:60]}“ {WIRE[:50]} “"]),
        max_size=7,
    ),
    st.sampled_from([1, 100, 1 << 16]),
)
@settings(max_examples=100, deadline=None)
def test_texts_looked_at_together_have_the_runs_that_each_has_alone(texts: list[str], together: int) -> None:
    marked = (Furniture(Span(4, 30), "menu"),)
    reports = [report(text, furniture=marked if len(text) > len(WIRE[:50]) else ()) for text in texts]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shingles, "_TOGETHER", together)
        found = [runs.tolist() for runs in runs_of_all(reports)]
    assert found == [runs_of(each).tolist() for each in reports]


def test_a_copy_cut_to_a_third_is_found() -> None:
    copy = report(WIRE[: len(WIRE) // 3])
    assert len(families(report(WIRE), copy, report(OTHER))) == 2


def test_a_copy_with_every_fifth_word_changed_is_found() -> None:
    rng = random.Random(4)  # noqa: S311 - no secret
    words = [word if rng.random() > 0.2 else "xyz" + word[::-1] for word in WIRE.split()]
    assert len(families(report(WIRE), report(" ".join(words)), report(OTHER))) == 2


def test_one_long_run_in_a_long_text_makes_a_copy() -> None:
    """A newspaper takes over one paragraph of the wire into a long piece of its own."""
    own = " ".join(f"word{number} of{number} ours{number}" for number in range(200))
    paragraph = " ".join(WIRE.split()[:33])
    longer = WIRE + " " + " ".join(f"more{number}" for number in range(200))
    found = compare_runs(*(Runs.of(runs_of(report(text))) for text in (longer, f"{own} {paragraph} {own[::-1]}")))
    assert found.share < 0.15
    assert found.is_plain
    assert "words in a row" in found.reason


def test_quotations_and_furniture_make_no_copy() -> None:
    footer = "Subscribe to our newsletter and never miss what moves the north, every morning at six in your mailbox."
    speech = "“We shall stand by our neighbours as long as it takes and with everything that we have got to give.”"
    texts = [f"{own} {speech} {footer}" for own in ("The minister spoke in the rain.", "Few listened to the speech.")]
    marked = [report(text, furniture=(Furniture(Span(text.index(footer), len(text)), "newsletter"),)) for text in texts]
    assert len(families(*marked)) == 2


def test_the_root_is_the_earliest_and_of_one_day_the_one_that_credits_the_agency() -> None:
    late = report(WIRE, published_on="2025-11-06", credit="ntb")
    plain = report(WIRE + " Our readers know.", published_on="2025-11-05")
    credited = report(WIRE[:300], published_on="2025-11-05", credit="ntb")
    undated = report(WIRE[20:])
    [family] = find_families([undated, late, plain, credited])
    assert family.members == (credited.id, plain.id, late.id, undated.id)
    assert family.credit == "ntb"


def test_of_one_day_the_text_that_opens_with_its_agency_is_the_root() -> None:
    """The broadcaster's text is longer and names the agency at the end."""
    wire = report(f"Oslo (ntb) - {WIRE}", published_on="2025-11-05", credit="ntb")
    longer = report(
        f"{WIRE} More in the evening news, which begin at six. (ntb)", published_on="2025-11-05", credit="ntb"
    )
    [family] = find_families([longer, wire])
    assert family.root == wire.id


def test_a_digest_of_two_wires_makes_them_no_copies_of_each_other() -> None:
    """Half of its words are from each, reworded; it counts with the one that it has more from."""
    first, second = WIRE.split(), OTHER.split()
    mixed = [word if number % 7 else "and" for number, word in enumerate(first[:50] + ["then"] * 90 + second[:30])]
    both = report(" ".join(mixed), published_on="2025-11-06")
    found = families(report(WIRE, published_on="2025-11-05"), report(OTHER, published_on="2025-11-05"), both)
    assert {both.text, WIRE} in found
    assert {OTHER} in found


def test_what_a_copy_changed_is_told_with_the_words_of_both_sides() -> None:
    root = report("Oslo sends 200 soldiers to the border. Parliament has to agree. The vote is next week.")
    copy = report("Oslo sends 300 soldiers to the border. The vote is next week, sources say.")
    found = [(each.what, words(root, each.root), words(copy, each.copy)) for each in changes_of(root, copy)]
    assert found == [
        ("changed", "200", "300"),
        ("left-out", "Parliament has to agree", None),
        ("added", None, "sources say"),
    ]


def test_moved_words_are_neither_left_out_nor_added() -> None:
    first, second = "The soldiers guard the camp and the road.", "Sweden will first hear who pays for the bridge."
    found = changes_of(report(f"{first} {second} Nobody else came."), report(f"{second} {first} Nobody else came."))
    assert [each.what for each in found] == ["moved"]


@given(
    st.lists(st.sampled_from([WIRE, WIRE[:300], WIRE[200:], OTHER, OTHER[50:250], "short"]), max_size=6), st.randoms()
)
@settings(max_examples=40, deadline=None)
def test_adding_one_by_one_in_any_order_gives_what_all_at_once_give(texts: list[str], rng: random.Random) -> None:
    reports = [report(text, name=str(number), published_on="2025-11-05") for number, text in enumerate(texts)]
    turned = list(reports)
    rng.shuffle(turned)
    index = CopyIndex()
    extra = report(WIRE[100:400], name="extra")
    for each in [*turned[:2], extra, *turned[2:]]:
        index.add(each)
    index.discard(extra.id)
    for family in find_families(reports):
        for member in family.members:
            assert index.family_of(member) == family.members


@pytest.mark.parametrize("text", ["", "One.", "Three words only", "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 İstanbul \ud800 words stand here"])
def test_texts_without_a_run_are_copies_of_nothing(text: str) -> None:
    index = CopyIndex([report(text, name="a")])
    assert index.add(report(text, name="b")) == ()
    assert index.family_of(report(text, name="b").id) == (report(text, name="b").id,)


@given(
    st.lists(
        st.lists(st.integers(0, 12) | st.sampled_from([1 << 16, 3 << 16 | 1, 5 << 16 | 1]), min_size=1, max_size=60),
        min_size=2,
        max_size=9,
    ),
    st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=20),
    st.sampled_from([1, 128]),
)
@settings(max_examples=200, deadline=None)
def test_many_texts_compared_at_once_share_what_each_two_share(
    drawn: list[list[int]], joined: list[Any], together: int
) -> None:
    """Also where numbers have their lower half in common."""
    runs = [np.array(numbers, dtype=np.uint32) for numbers in drawn]
    pairs = sorted({(one, other) for one, other in joined if one != other and max(one, other) < len(drawn)})
    wanted = {(one, other): compare_runs(Runs.of(runs[one]), Runs.of(runs[other])) for one, other in pairs}
    later, earlier = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(comparing, "_AT_ONCE", together)
        found = find_copies(Texts(runs), later, earlier)
    made = {(one, other): copying for one, other, copying in found.pairs({})}
    assert made == {pair: each for pair, each in wanted.items() if each.is_copy}


@given(
    st.lists(st.integers(0, 40), min_size=30, max_size=60),
    st.lists(
        st.tuples(st.integers(0, 40), st.integers(0, 40), st.integers(1, 3), st.integers(0, 40)), min_size=2, max_size=7
    ),
)
@settings(max_examples=300, deadline=None)
def test_no_pair_of_copies_is_held_back(plain: list[int], drawn: list[Any]) -> None:
    """Parts of one text, some said several times, with words of their own behind them."""
    parts = [plain[a : max(a, b) + 1] * times + list(range(100, 100 + own)) for a, b, times, own in drawn]
    runs = [np.array(each or [1], dtype=np.uint32) for each in parts]
    pairs = np.array([(one, other) for one in range(len(runs)) for other in range(one)])
    kept = Texts(runs).may_be_copies(pairs[:, 0], pairs[:, 1])
    for (one, other), is_kept in zip(pairs.tolist(), kept.tolist(), strict=True):
        assert is_kept or not compare_runs(Runs.of(runs[one]), Runs.of(runs[other])).is_copy


@given(st.integers(1, 40), st.integers(27, 60), st.lists(st.integers(150, 400), min_size=2, max_size=2))
@settings(max_examples=200, deadline=None)
def test_what_long_texts_have_in_a_row_is_not_held_back(period: int, length: int, own: list[int]) -> None:
    """The words in a row say the same again and again, so that few of their runs are different."""
    row = [place % period for place in range(length)]
    tails = (range(start, start + more) for start, more in zip((100, 900), own, strict=True))
    runs = [np.array([*row, *tail], dtype=np.uint32) for tail in tails]
    is_kept = Texts(runs).may_be_copies(np.array([1]), np.array([0]))
    assert is_kept[0] or not compare_runs(*map(Runs.of, runs)).is_copy


@given(st.lists(st.lists(st.integers(0, 12), max_size=6), max_size=12), st.integers(1, 13))
@settings(max_examples=200, deadline=None)
def test_all_pairs_that_share_a_band_are_found_at_once(drawn: list[list[int]], together: int) -> None:
    near = Neighbours.of([np.array(bands, dtype=np.uint64) for bands in drawn])
    starts = range(0, len(drawn), together)
    parts = [near.pairs(start, min(start + together, len(drawn))) for start in starts]
    wanted = [(one, other) for one in range(len(drawn)) for other in range(one) if {*drawn[one]} & {*drawn[other]}]
    found = [pair for later, earlier in parts for pair in zip(later.tolist(), earlier.tolist(), strict=True)]
    assert found == wanted
