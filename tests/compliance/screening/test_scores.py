"""Scores: what raises and lowers them, and the bound by which candidates are left out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antechamber_compliance.screening.align import Alignment, Pair, align
from antechamber_compliance.screening.asked import ask
from antechamber_compliance.screening.beside import Beside
from antechamber_compliance.screening.entry import Entry, ListedName
from antechamber_compliance.screening.index import Index
from antechamber_compliance.screening.likeness import LEAST
from antechamber_compliance.screening.reaching import reach
from antechamber_compliance.screening.score import (
    LISTED_LEFT,
    aligned_score,
    calibrated,
    highest_scores,
)

PARTS = ["mohammed", "mahmud", "ali", "al", "abd", "rahman", "hassan", "j", "sergej", "محمد"]
PARTS += ["abdurrahman", "torvaneth", "torvanet", "quillory", "nur", "din", "alex", "alexander"]
NAMES = st.lists(st.sampled_from(PARTS), min_size=1, max_size=5).map(" ".join)


def pair(likeness: float, weight: float) -> Pair:
    return Pair("asked", "listed", "typo", likeness, weight, weight)


def alignment(
    *pairs: Pair, left: tuple[float, ...] = (), listed: tuple[float, ...] = ()
) -> Alignment:
    return Alignment(pairs, tuple(("word", w) for w in left), tuple(("other", w) for w in listed))


FULL = alignment(pair(1.0, 0.6), pair(0.9, 0.7))


@pytest.mark.parametrize(
    "worse",
    [
        alignment(pair(1.0, 0.6), pair(0.8, 0.7)),
        alignment(pair(1.0, 0.6), pair(0.9, 0.7), left=(0.5,)),
        alignment(pair(1.0, 0.6), pair(0.9, 0.7), listed=(0.5,)),
        alignment(pair(1.0, 0.3), pair(0.9, 0.35)),
    ],
    ids=["less alike", "a word too many", "a listed word missing", "commoner words"],
)
def test_a_worse_alignment_scores_less(worse: Alignment) -> None:
    assert aligned_score(worse, False) < aligned_score(FULL, False)


def test_words_left_on_both_sides_cost_more_than_on_one() -> None:
    both = alignment(pair(1.0, 0.6), pair(1.0, 0.7), left=(0.3,), listed=(0.3,))
    query = alignment(pair(1.0, 0.6), pair(1.0, 0.7), left=(0.6,))
    assert aligned_score(both, False) < aligned_score(query, False)


def test_a_particle_left_over_costs_next_to_nothing() -> None:
    particle = alignment(pair(1.0, 0.6), pair(0.9, 0.7), left=(0.1,))
    assert aligned_score(FULL, False) - aligned_score(particle, False) < 0.03


def test_a_weak_alias_scores_less() -> None:
    assert aligned_score(FULL, True) < aligned_score(FULL, False)


def test_nothing_in_common_scores_nothing() -> None:
    assert aligned_score(alignment(left=(0.5,), listed=(0.5,)), False) == 0.0


@given(st.floats(0, 1), st.floats(0, 1))
def test_calibration_keeps_the_order_and_stays_below_the_same_name(one: float, two: float) -> None:
    low, high = sorted((one, two))
    assert calibrated(low) <= calibrated(high) <= 0.98


@settings(deadline=None)  # the first comparison of a process loads what the others reuse
@given(st.lists(NAMES, min_size=1, max_size=12), NAMES, st.sampled_from(["Person", "Organization"]))
def test_no_alignment_scores_more_than_its_bound(names: list[str], name: str, schema: str) -> None:
    entries = [Entry(str(n), schema, (ListedName(text),)) for n, text in enumerate(names)]
    index = Index.build([("made_up", entries)])
    beside = Beside(index, ask([(name, schema == "Person")]), [range(len(index))])
    for candidate, bound in enumerate(highest_scores(reach(beside)).tolist()):
        assert aligned_score(align(beside, candidate), False) <= bound


@pytest.mark.parametrize(
    ("listed", "asked"), [("Quornefte Gaz", "Quorneftegas"), ("Quorneftegas", "Quornefte Gaz")]
)
def test_one_word_beside_two_with_a_letter_wrong_scores_no_more_than_its_bound(
    listed: str, asked: str
) -> None:
    index = Index.build([("made_up", [Entry("1", "Organization", (ListedName(listed),))])])
    beside = Beside(index, ask([(asked, False)]), [[0]])
    score = aligned_score(align(beside, 0), False)
    assert 0.85 < score <= highest_scores(reach(beside))[0]


def test_what_a_resembled_word_is_spared_is_less_than_it_matches() -> None:
    assert LEAST > 1 - LISTED_LEFT  # or `highest_scores` would be no bound
