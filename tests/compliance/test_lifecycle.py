"""The session's state machine, cell by cell as the domain model draws it."""

from typing import get_args

import pytest

from antechamber_compliance.dossier.vocabulary import Event, State
from antechamber_compliance.lifecycle import LIVE, depends_on_verdict, legal, next_state
from antechamber_compliance.verdict import Outcome

STATES, EVENTS = get_args(State), get_args(Event)
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)

# State after (may proceed, needs approval, deny); one word where the verdict does not matter.
DRAWN = """
draft             change                  draft
draft             tick                    draft
draft             propose                 proposed
draft             cancel                  cancelled
draft             held_without_clearance  held
proposed          change                  proposed
proposed          tick                    proposed
proposed          submit                  in_review
proposed          cancel                  cancelled
proposed          held_without_clearance  held
in_review         evaluate                cleared awaiting_approval blocked
in_review         change                  in_review
in_review         signoff                 in_review
in_review         tick                    in_review
in_review         cancel                  cancelled
in_review         held_without_clearance  held
blocked           reopen                  in_review
blocked           change                  in_review
blocked           signoff                 blocked
blocked           tick                    blocked
blocked           cancel                  cancelled
blocked           held_without_clearance  held
awaiting_approval reopen                  in_review
awaiting_approval change                  in_review
awaiting_approval signoff                 cleared awaiting_approval blocked
awaiting_approval tick                    awaiting_approval awaiting_approval in_review
awaiting_approval cancel                  cancelled
awaiting_approval held_without_clearance  held
cleared           reopen                  in_review
cleared           change                  in_review
cleared           signoff                 cleared in_review in_review
cleared           tick                    cleared in_review in_review
cleared           schedule                scheduled in_review in_review
cleared           cancel                  cancelled
cleared           held_without_clearance  held
scheduled         change                  scheduled suspended suspended
scheduled         signoff                 scheduled suspended suspended
scheduled         tick                    scheduled suspended suspended
scheduled         start                   in_session suspended suspended
scheduled         cancel                  cancelled
scheduled         held_without_clearance  held
in_session        change                  in_session suspended suspended
in_session        signoff                 in_session suspended suspended
in_session        tick                    in_session suspended suspended
in_session        end                     held
suspended         reopen                  in_review
suspended         change                  suspended
suspended         signoff                 suspended
suspended         tick                    suspended
suspended         cancel                  cancelled
suspended         held_without_clearance  held
held              review                  reviewed
reviewed          archive                 archived
archived          destroy                 destroyed
cancelled         destroy                 destroyed
"""
CELLS = {(row[0], row[1]): row[2:] for row in (line.split() for line in DRAWN.split("\n") if line)}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("event", EVENTS)
def test_an_event_leads_where_the_table_says(state: str, event: str) -> None:
    cell = CELLS.get((state, event))
    assert legal(state, event) is (cell is not None)
    assert depends_on_verdict(state, event) is (cell is not None and len(cell) == 3)
    for outcome in OUTCOMES:
        if cell is None:
            assert next_state(state, event, outcome) is None
        else:
            column = max(0, OUTCOMES.index(outcome) - 1) if len(cell) == 3 else 0
            assert next_state(state, event, outcome) == cell[column]


def leading_to(wanted: str) -> set[str]:
    return {
        state
        for state in STATES
        for event in EVENTS
        for outcome in OUTCOMES
        if next_state(state, event, outcome) == wanted and state != wanted
    }


def test_scheduled_is_reached_only_from_cleared_and_in_session_only_from_scheduled() -> None:
    assert leading_to("scheduled") == {"cleared"}
    assert leading_to("in_session") == {"scheduled"}


def test_no_session_stays_live_under_a_verdict_that_may_not_proceed() -> None:
    for state in LIVE:
        for event in EVENTS:
            for outcome in ("needs_approval", "deny"):
                after = next_state(state, event, outcome)
                assert after is None or after not in LIVE, (state, event, outcome)


def test_nothing_leads_out_of_suspended_but_a_person() -> None:
    left = {
        e
        for e in EVENTS
        for o in OUTCOMES
        if next_state("suspended", e, o) not in (None, "suspended")
    }
    assert left == {"reopen", "cancel", "held_without_clearance"}


def test_an_unknown_state_or_event_is_illegal() -> None:
    assert next_state("drafted", "propose", "clear") is None
    assert not legal("draft", "publish")
