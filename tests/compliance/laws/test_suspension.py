"""Laws: worse news always suspends, better news never does, and only a person un-suspends."""

from itertools import product
from typing import get_args

from antechamber_compliance.dossier.vocabulary import Event, State
from antechamber_compliance.lifecycle import LIVE, next_state
from antechamber_compliance.verdict import MAY_PROCEED, Outcome

STATES, EVENTS = get_args(State), get_args(Event)
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)  # from the mildest on
# What a person asks for; `change`, `signoff` and `tick` are news (DOMAIN.md, section 3).
NEWS = ("change", "signoff", "tick")
ON = ("scheduled", "in_session")


def test_no_news_however_good_ever_leads_out_of_suspended() -> None:
    assert {next_state("suspended", e, o) for e, o in product(NEWS, OUTCOMES)} == {"suspended"}


def test_only_what_a_person_asks_for_leaves_suspended_and_none_of_it_leads_back_to_the_table() -> (
    None
):
    left = {
        (event, after)
        for event, outcome in product(EVENTS, OUTCOMES)
        if (after := next_state("suspended", event, outcome)) not in (None, "suspended")
    }
    assert left == {
        ("reopen", "in_review"),
        ("cancel", "cancelled"),
        ("held_without_clearance", "held"),
    }


def test_every_way_from_suspended_to_a_live_state_is_reopened_and_evaluated_by_a_person() -> None:
    # All states with what happened on the way there; from each, every event and outcome.
    seen, ways = set(), {("suspended", frozenset[str]())}
    while ways:
        seen |= ways
        ways = {
            (after, done | {event})
            for (state, done), event, outcome in product(ways, EVENTS, OUTCOMES)
            if (after := next_state(state, event, outcome)) is not None
        } - seen
    live = [done for state, done in seen if state in LIVE]
    assert live
    assert all({"reopen", "evaluate"} <= done for done in live)
    assert all("schedule" in done for state, done in seen if state in ON)


def test_worse_news_always_suspends_what_is_scheduled_or_on() -> None:
    for state, event, outcome in product(ON, NEWS, OUTCOMES):
        expected = state if outcome in MAY_PROCEED else "suspended"
        assert next_state(state, event, outcome) == expected


def test_a_milder_verdict_never_suspends_where_a_graver_one_does_not() -> None:
    for state, event in product(STATES, EVENTS):
        suspends = [next_state(state, event, outcome) == "suspended" for outcome in OUTCOMES]
        assert suspends == sorted(suspends), (state, event)


def test_nothing_is_live_under_a_verdict_that_may_not_proceed() -> None:
    refused = [outcome for outcome in OUTCOMES if outcome not in MAY_PROCEED]
    reached = {next_state(*each) for each in product(STATES, EVENTS, refused)}
    assert reached.isdisjoint(LIVE)
