"""Laws: what a fingerprint is made of differs with every fact, and with no date of routine renewal."""

from copy import deepcopy
from functools import cache

from antechamber_compliance.binding import FRESHNESS, fingerprint_input, is_freshness
from antechamber_compliance.verdict import Verdict
from engagements import Json
from generated import full
from places import Place, leaves, template_of, value_at, with_value, without
from weighing import weighed

# What the verdict does not depend on, and sign-offs: those that have effect are in by reference.
LEFT_OUT = ("as_of", "state", "event", "signoffs")


@cache
def verdict() -> Verdict:
    return weighed(full())


def made_of(raw: Json) -> bytes:
    return fingerprint_input(raw, verdict())


def counts(place: Place) -> bool:
    return place[0] not in LEFT_OUT and not is_freshness(place)


def test_it_differs_with_every_fact_and_with_nothing_else() -> None:
    raw = full()
    before, among = made_of(raw), list(leaves(raw))
    assert len(among) > 700
    for place in among:
        after = with_value(raw, place, ["another", value_at(raw, place)])
        assert (made_of(after) != before) is counts(place), place


def test_it_differs_with_every_fact_that_is_lost() -> None:
    raw = full()
    before = made_of(raw)
    for place in leaves(raw):
        assert (made_of(without(raw, place)) != before) is counts(place), place


def test_there_is_a_date_of_each_kind_to_be_left_out() -> None:
    raw = full()
    found = {template_of(place) for place in leaves(raw) if is_freshness(place)}
    assert found == set(FRESHNESS)


def test_what_it_is_made_of_does_not_change_the_facts() -> None:
    raw, kept = full(), deepcopy(full())
    made_of(raw)
    assert raw == kept
