"""Bands: what blocks, what is shown, and what a birth date can and cannot do."""

import pytest

from antechamber_compliance.screening.bands import (
    Band,
    Thresholds,
    adjusted,
    band,
    points,
    strictest,
)
from antechamber_compliance.screening.dates import compare, is_birth_date

AT = Thresholds(review_score=85, near_score=75)


@pytest.mark.parametrize(
    ("score", "corroborated", "expected"),
    [
        (1.0, False, "block"),
        (0.85, False, "block"),
        (0.8499, False, "review"),
        (0.8499, True, "block"),
        (0.75, True, "block"),
        (0.75, False, "review"),
        (0.7499, True, "clear"),
        (0.7499, False, "clear"),
        (0.0, True, "clear"),
    ],
)
def test_the_band_follows_score_and_second_identifier(
    score: float, corroborated: bool, expected: Band
) -> None:
    assert band(score, corroborated, 85, 75) == expected


def test_an_equal_identifier_blocks_at_any_score() -> None:
    assert band(0.0, True, 85, 75, identifier_equal=True) == "block"


@pytest.mark.parametrize("whole", range(101))
def test_a_score_of_whole_points_is_not_lost_to_binary_fractions(whole: int) -> None:
    assert points(whole / 100) == whole


def test_a_conflicting_birth_date_turns_a_block_into_a_review_and_no_further() -> None:
    assert adjusted(1.0, AT, same_name=True, same_document=False, conflict=True) == (
        0.84,
        "birth_date_conflicts",
    )
    assert adjusted(0.8, AT, same_name=False, same_document=False, conflict=True) == (0.8, "none")


def test_the_same_name_alerts_however_the_thresholds_stand() -> None:
    strict = Thresholds(review_score=95, near_score=85)
    score, why = adjusted(0.84, strict, same_name=True, same_document=False, conflict=False)
    assert band(score, False, 95, 85) == "review"
    assert why == "same_name_always_alerts"
    assert (
        band(
            adjusted(1.0, strict, same_name=True, same_document=False, conflict=True)[0],
            False,
            95,
            85,
        )
        == "review"
    )


@pytest.mark.parametrize(("review", "near"), [(0, 75), (85, 0), (101, 75), (85, 101)])
def test_thresholds_out_of_bounds_are_refused(review: int, near: int) -> None:
    with pytest.raises(ValueError, match="between 1 and 100"):
        Thresholds(review, near)


def test_the_strictest_band_counts() -> None:
    assert strictest(["clear", "review", "block"]) == "block"
    assert strictest([]) == "clear"


@pytest.mark.parametrize(
    ("asked", "listed", "verdict"),
    [
        ("1961-03-05", ["1961"], "agrees"),
        ("1961", ["1961-03-05"], "agrees"),
        ("1961-03", ["1961-03-05"], "agrees"),
        ("1961-03-05", ["1961-03-06"], "unknown"),
        ("1961-03-05", ["1963"], "unknown"),
        ("1961-03-05", ["1964"], "conflicts"),
        ("1961-03-05", ["1964", "1961"], "agrees"),
        ("1961-03-05", ["1964", "1962"], "unknown"),
        ("", ["1964"], "unknown"),
        ("1961", [], "unknown"),
        ("1961", ["about 1990"], "unknown"),
    ],
)
def test_birth_dates_are_compared_as_far_as_both_go(
    asked: str, listed: list[str], verdict: str
) -> None:
    assert compare(asked, listed) == verdict


@pytest.mark.parametrize("text", ["", "61", "1961-13", "1961-02-30", "1961-3-5", "5 Mar 1961"])
def test_a_date_that_does_not_exist_is_no_birth_date(text: str) -> None:
    assert not is_birth_date(text)
