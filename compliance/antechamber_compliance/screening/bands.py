"""From a score to what must happen: block, review or clear.

The two thresholds are parameters of the policies (PRO-02), in points of 100; no number of
theirs lives here. A rule that compares the same points comes to the same band.
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Band: TypeAlias = Literal["block", "review", "clear"]

STRICTEST: tuple[Band, ...] = ("block", "review", "clear")
HUNDREDTHS = 100
BIRTH_DATE_POINTS = 8  # what an equal day of birth adds to a name that is not the same
HIGHEST_UNEQUAL = 0.98
ROUNDING = 1e-6  # 0.57 * 100 is 56.99...; scores have four digits


@dataclass(frozen=True, slots=True)
class Thresholds:
    """PRO-02's review_score and near_score, 0 to 100; raise ValueError out of bounds."""

    review_score: int
    near_score: int

    def __post_init__(self) -> None:
        if not 0 < self.near_score <= HUNDREDTHS or not 0 < self.review_score <= HUNDREDTHS:
            raise ValueError("review_score and near_score lie between 1 and 100")


def points(score: float) -> int:
    """Return whole points of 100; what is not reached does not count."""
    return int(score * HUNDREDTHS + ROUNDING)


def band(
    score: float,
    corroborated: bool,
    review_score: int,
    near_score: int,
    *,
    identifier_equal: bool = False,
) -> Band:
    """Return the band of one match.

    `corroborated`: a second identifier agrees. `identifier_equal`: a document number is the
    same, which blocks at any score.
    """
    reached = points(score)
    if identifier_equal or reached >= review_score or (reached >= near_score and corroborated):
        return "block"
    return "review" if reached >= near_score else "clear"


def adjusted(
    score: float,
    thresholds: Thresholds,
    *,
    same_name: bool,
    same_document: bool,
    conflict: bool,
    same_day: bool = False,
) -> tuple[float, str]:
    """Return the score that counts, and why it differs from the name's own score.

    An equal document number says more than any name: it scores 1, so that whoever compares
    points alone, as the rules do, blocks as well. A birth date that conflicts lowers a
    blocking score to a review, never further; one that agrees to the day raises a score. The
    same name never falls below the near score: an exact match always alerts.
    """
    if same_document:
        return 1.0, "same_document"
    near = thresholds.near_score / HUNDREDTHS
    ceiling = max(near, (thresholds.review_score - 1) / HUNDREDTHS)
    if conflict and score > ceiling:
        return ceiling, "birth_date_conflicts"
    if same_name and score < near:
        return near, "same_name_always_alerts"
    if same_day and score < HIGHEST_UNEQUAL:
        return min(HIGHEST_UNEQUAL, score + BIRTH_DATE_POINTS / HUNDREDTHS), "born_on_the_same_day"
    return score, "none"


def strictest(bands: list[Band]) -> Band:
    """Return the strictest of several bands; clear when there is none."""
    return min(bands, key=STRICTEST.index, default="clear")
