"""Until when a decision may be relied on, and why."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from antechamber_compliance.verdict import Horizon, Verdict
from antechamber_compliance.zones import day_end
from engagements import Json, cases, engagement, rulebook, verdict_of

SESSION_END = datetime(2026, 12, 2, 16, tzinfo=UTC)


@pytest.fixture(scope="module")
def verdicts() -> dict[str, Verdict]:
    """The verdict of every shipped scenario."""
    return {case["id"]: verdict_of(engagement(case["id"])) for case in cases()}


def horizons(raw: Json) -> dict[str, Horizon]:
    return {horizon.path: horizon for horizon in verdict_of(raw).horizons}


def test_what_may_not_proceed_has_nothing_to_rely_on(verdicts: dict[str, Verdict]) -> None:
    for verdict in verdicts.values():
        assert bool(verdict.horizons) is verdict.may_proceed
        assert (verdict.valid_until is None) is not verdict.may_proceed


def test_the_earliest_hard_horizon_of_what_may_proceed_is_the_end_of_the_session(
    verdicts: dict[str, Verdict],
) -> None:
    for case, verdict in verdicts.items():
        if verdict.may_proceed:
            first = next(h for h in verdict.horizons if h.kind == "hard")
            assert first.at == verdict.earliest("hard") == SESSION_END, case


def test_a_decision_is_relied_on_until_the_first_of_all_horizons() -> None:
    verdict = verdict_of(engagement())
    assert verdict.valid_until == min(h.at for h in verdict.horizons)
    assert verdict.valid_until == min(
        at for kind in ("hard", "refresh") if (at := verdict.earliest(kind))
    )


def test_everything_that_lapses_is_named() -> None:
    named = horizons(engagement("G096"))
    assert named["session.end"] == Horizon(SESSION_END, "hard", "session.end")
    assert named["participants.P1.consent.expires"].at == datetime(2027, 6, 1, tzinfo=UTC)
    assert named["signoffs.PRO-06-contact-P5.expires"].at == datetime(2027, 1, 1, tzinfo=UTC)
    ticket = named["initiative.authorisations.COM-77.valid_to"]
    assert (ticket.at, ticket.kind) == (datetime(2026, 12, 6, tzinfo=UTC), "hard")
    assert named["participants.P5.screening.at"].at == datetime(2026, 12, 15, 8, tzinfo=UTC)
    assert named["office.lists.un_sc.fetched_at"].at == datetime(2026, 11, 26, 6, tzinfo=UTC)
    assessment = named["session.risk.at"]
    assert assessment.at == day_end(date(2026, 12, 10), "Europe/Zurich")
    assert assessment.kind == "refresh"


def test_what_is_not_relied_on_sets_no_horizon() -> None:
    path = "initiative.authorisations.COM-77.valid_to"
    assert path in horizons(engagement("G096"))
    remote = {
        "participants": {"P5": {"mode": "remote", "crosses_border": False, "support": {"l0": None}}}
    }
    assert path not in horizons(engagement("G096", remote))
    waiver = {**engagement("G211")["signoffs"]["SAF-03-high-session"]}
    assert horizons(engagement(patch={"signoffs": {"w": waiver}})).keys() == (
        horizons(engagement()).keys()
    )
    keyed = {
        "office": {
            "lists": {"host_QNB": {**engagement()["office"]["lists"]["host_QNA"], "country": "QNB"}}
        }
    }
    assert horizons(engagement(patch=keyed)).keys() == horizons(engagement()).keys()


def test_an_authorisation_without_an_end_sets_no_horizon() -> None:
    assert not any("authorisations" in path for path in horizons(engagement("G076")))


def test_a_travel_exemption_relied_on_sets_a_horizon_by_itself() -> None:
    no_ticket = {"participants": {"P5": {"support": {"l0": None}}}}
    assert "initiative.authorisations.COM-77.valid_to" in horizons(engagement("G096", no_ticket))


@pytest.mark.parametrize(
    ("params", "path", "at"),
    [
        ({"PRO-01.list_max_age_days": 3}, "office.lists.un_sc.fetched_at", (22, 6)),
        ({"PRO-01.screen_max_age_days": 10}, "participants.P1.screening.at", (25, 8)),
        ({"SAF-02.max_age_days": 12}, "session.risk.at", (22, 23)),
    ],
)
def test_a_tighter_limit_lapses_sooner(params: Json, path: str, at: tuple[int, int]) -> None:
    found = horizons(engagement(patch={"params": params}))[path]
    assert found.at == datetime(2026, 11, *at, tzinfo=UTC)


def test_a_refresh_that_lapses_now_leaves_no_time() -> None:
    verdict = verdict_of(engagement("G003"))
    assert verdict.valid_until == datetime(2026, 11, 20, 12, tzinfo=UTC)


def test_the_last_instant_before_a_refresh_horizon_still_clears_and_the_next_does_not() -> None:
    until = verdict_of(engagement()).valid_until
    assert until is not None
    assert verdict_of(engagement(patch={"as_of": "2026-11-26T06:00:00Z"})).outcome == "clear"
    assert verdict_of(engagement(patch={"as_of": "2026-11-26T06:00:00.000001Z"})).outcome == "deny"


def test_a_rulebook_that_does_without_a_fact_leaves_no_time_for_it() -> None:
    kept = tuple(r for r in rulebook().rules if r.id not in ("CON-05", "SAF-02"))
    lenient = replace(rulebook(), rules=kept)
    no_assessment = engagement(patch={"session": {"risk": {"at": "none"}}})
    assert verdict_of(no_assessment, lenient).outcome == "clear"
    endless = engagement(patch={"participants": {"P8": {"consent": {"expires": "9999-12-31"}}}})
    verdict = verdict_of(endless, lenient)
    assert verdict.valid_until == datetime(2026, 11, 20, 12, tzinfo=UTC)


def test_without_the_rule_on_assessments_they_set_no_horizon() -> None:
    kept = tuple(r for r in rulebook().rules if r.id != "SAF-02")
    horizons_ = verdict_of(engagement(), replace(rulebook(), rules=kept)).horizons
    assert "session.risk.at" not in {h.path for h in horizons_}
