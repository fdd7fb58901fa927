"""What the scorer finds on real lists, at the thresholds that the policies ship.

Held-out names are not in the index; only names are compared, no birth dates. These are
floors a little under the measured figures, so that a change for the worse is seen.
"""

from typing import Any

import pytest

from antechamber_compliance.screening.bands import Thresholds
from antechamber_compliance.screening.index import Index
from antechamber_compliance.screening.match import Query, Screened, match

AT = Thresholds(review_score=85, near_score=75)
HALF_A = 0

pytestmark = pytest.mark.slow


def in_half(record: dict[str, Any], half: int) -> bool:
    return int(record["id"][1:]) % 2 == half


def screen(index: Index, record: dict[str, Any]) -> Screened:
    return match(index, Query(record["id"], record["name"], record["schema"]), AT)


def test_fewer_than_one_ordinary_name_in_a_hundred_alerts(
    real_index: Index, negatives: list[dict[str, Any]]
) -> None:
    asked = [record for record in negatives if in_half(record, HALF_A)]
    bands = [screen(real_index, record).band for record in asked]
    assert sum(band != "clear" for band in bands) <= 0.01 * len(asked)
    assert sum(band == "block" for band in bands) <= 0.0035 * len(asked)


def test_most_listed_parties_are_found_under_another_spelling(
    real_index: Index, queries: list[dict[str, Any]]
) -> None:
    asked = [record for record in queries if in_half(record, HALF_A)]
    alerts = right = 0
    for record in asked:
        screened = screen(real_index, record)
        alerts += screened.band != "clear"
        expected = {(answer["list"], answer["entry_id"]) for answer in record["expect"]}
        right += any((one.list_id, one.entry_id) in expected for one in screened.matches)
    assert right >= 0.90 * len(asked)
    assert alerts >= 0.915 * len(asked)


def test_a_name_exactly_as_listed_always_alerts(
    real_index: Index, queries: list[dict[str, Any]]
) -> None:
    listed = {(party.list_id, party.entry.entry_id) for party in real_index.parties}
    exact = [
        record
        for record in queries
        if record["kind"] in {"exact", "org_exact"}
        and any(
            answer["basis"] == "self" and (answer["list"], answer["entry_id"]) in listed
            for answer in record["expect"]
        )
    ]
    assert len(exact) > 100
    assert all(screen(real_index, record).band == "block" for record in exact)
