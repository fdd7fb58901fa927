"""Laws of time: until a horizon nothing changes by itself; at the horizon what it said happens.

A refresh horizon is the last instant at which the age rule passes, for the instants of
screening and lists; a risk assessment passes until its last day is over. A hard horizon other
than the session's end lies at or after that end, so it is met by moving the session.
"""

from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from antechamber_compliance.dossier.shape import instant_text
from antechamber_compliance.verdict import Horizon
from antechamber_compliance.zones import latest, zone
from engagements import Json, engagement
from generated import ZONES, base_engagement, engagements, signed
from listed import licence, line, listed
from places import leaves, value_at, with_value
from weighing import weighed

BRIEF = settings(max_examples=60, deadline=None, derandomize=True, database=None)
MOMENT = timedelta(microseconds=1)
SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)
LAST_DAY = date(2026, 12, 2)  # of the base's session
# The ages that set no horizon (RULES.md, "How rules combine", 6).
OTHER_AGES = {"GEN-06/stale", "MEL-02/stale", "ROL-04/stale", "PRO-11/review_stale"}
LAPSED = {"participants": "PRO-01/stale", "initiative": "PRO-01/actor_stale",
          "office": "PRO-01/list_stale", "session": "SAF-02/stale"}  # fmt: skip


@cache
def odd_days() -> tuple[tuple[str, date], ...]:
    """Days near which a zone changes its clocks, or that it skips, from 2011 to 2027."""
    found = []
    for name in ZONES:
        tz = zone(name)
        assert tz is not None
        days = [date(2011, 6, 1) + timedelta(days=n) for n in range(16 * 365)]
        offsets = [datetime(d.year, d.month, d.day, 12, tzinfo=tz).utcoffset() for d in days]
        changes = zip(days, offsets, offsets[1:], strict=False)
        found += [(name, day) for day, before, after in changes if before != after]
    return tuple(found)


def shifted(raw: Json, days: int) -> Json:
    """The engagement with every date, instant and local time moved by so many days."""
    after = raw
    for place in leaves(raw):
        value = value_at(raw, place)
        if isinstance(value, str) and value[:4].isdigit() and value[4:5] == "-":
            moved = date.fromisoformat(value[:10]) + timedelta(days=days)
            after = with_value(after, place, moved.isoformat() + value[10:])
    return after


def at(raw: Json, moment: datetime) -> Json:
    return {**raw, "as_of": instant_text(moment)}


def findings(raw: Json) -> set[str]:
    return {f.name for f in weighed(raw).findings if not f.signed_by}


@BRIEF
@given(engagements(), st.sampled_from(ZONES), st.floats(0, 1, exclude_max=True))
def test_before_a_decision_lapses_only_ages_without_a_horizon_change_it(
    raw: Json, tz: str, part: float
) -> None:
    raw = {**raw, "office": {**raw["office"], "tz": tz}}
    before = weighed(raw)
    assume(before.valid_until is not None)
    assert before.valid_until is not None
    as_of = datetime.fromisoformat(raw["as_of"])
    left = before.valid_until - as_of
    for moment in (as_of + left * part, before.valid_until - MOMENT):
        after = weighed(at(raw, max(moment, as_of)))
        names = {f.name for f in after.findings} - {f.name for f in before.findings}
        assert names <= OTHER_AGES
        assert after.outcome == before.outcome or names


@BRIEF
@given(engagements())
def test_the_earliest_hard_horizon_of_what_may_proceed_is_the_end_of_its_session(raw: Json) -> None:
    verdict = weighed(raw)
    ends = latest(raw["session"]["end"], raw["session"]["tz"])
    assert (verdict.earliest("hard") == ends) is verdict.may_proceed
    assert verdict.may_proceed or not verdict.horizons


@BRIEF
@given(st.sampled_from(odd_days()), st.sampled_from(ZONES), st.integers(1, 30), st.integers(7, 30))
def test_at_a_refresh_horizon_the_finding_that_belongs_to_it_begins_and_no_moment_before(
    odd: tuple[str, date], session_tz: str, list_days: int, risk_days: int
) -> None:
    tz, day = odd  # the office's, and the last day of the assessment
    params = {"PRO-01.list_max_age_days": list_days, "SAF-02.max_age_days": risk_days}
    actor = {"A-1": {"kind": "media", "screening_at": "2026-11-16T08:00:00Z", "listings": {}}}
    raw = shifted(
        engagement(patch={"params": params, "initiative": {"actors": actor}}),
        (day - timedelta(days=risk_days) - date(2026, 11, 10)).days,
    )
    raw["office"]["tz"], raw["session"]["tz"] = tz, session_tz
    verdict = weighed(raw)
    assume(verdict.may_proceed)
    for path in ("participants.P3.screening.at", "initiative.actors.A-1.screening_at",
                 "office.lists.eu_fsf.fetched_at", "session.risk.at"):  # fmt: skip
        (horizon,) = [h for h in verdict.horizons if h.path == path]
        name, begins = LAPSED[path.partition(".")[0]], begins_at(horizon)
        assert name not in findings(at(raw, begins - MOMENT)), path
        assert name in findings(at(raw, begins)), path


def begins_at(horizon: Horizon) -> datetime:
    """The first instant at which what a refresh horizon is about has lapsed."""
    return horizon.at if horizon.path == "session.risk.at" else horizon.at + MOMENT


@BRIEF
@given(st.sampled_from(odd_days()), st.sampled_from(ZONES))
def test_at_the_end_of_the_session_a_decision_is_over_and_not_a_second_before(
    odd: tuple[str, date], office_tz: str
) -> None:
    tz, day = odd
    raw = shifted(base_engagement(), (day - LAST_DAY).days)
    raw = {
        **raw,
        "session": {**raw["session"], "tz": tz},
        "office": {**raw["office"], "tz": office_tz},
    }
    ends = weighed(raw).earliest("hard")
    assert ends is not None
    assert "ENGINE/bad_times" not in findings(at(raw, ends - SECOND))
    assert "ENGINE/bad_times" in findings(at(raw, ends))


def with_consent(tz: str) -> tuple[Json, str]:
    consent = {"expires": LAST_DAY.isoformat(), "tz": tz}
    return engagement(patch={"participants": {"P8": {"consent": consent}}}), "CON-05/lapses"


def with_authorisation(tz: str) -> tuple[Json, str]:
    patch = listed("EU_CT_931", support={"l": line("equipment", "DER")})
    held = {"DER": licence(valid_to=LAST_DAY.isoformat(), tz=tz)}
    raw = engagement(patch={**patch, "initiative": {"authorisations": held}})
    contact = next(f for f in weighed(raw).findings if f.terms is not None)
    return signed(raw, contact), "PRO-07/expired"


def with_signoff(tz: str) -> tuple[Json, str]:
    raw = engagement("G211")
    raw["signoffs"]["SAF-03-high-session"] |= {"expires": LAST_DAY.isoformat(), "tz": tz}
    return raw, "SAF-03/high"


@pytest.mark.parametrize("made", [with_consent, with_authorisation, with_signoff])
@BRIEF
@given(st.sampled_from(odd_days()), st.sampled_from(ZONES))
def test_what_must_outlast_the_session_may_end_with_it_and_not_one_minute_sooner(
    made: Any, odd: tuple[str, date], session_tz: str
) -> None:
    tz, day = odd
    raw, lapsed = made(tz)
    raw = shifted(raw, (day - LAST_DAY).days)
    ends = first_of_the_next_day(day, tz)
    exact, late = (
        ending(raw, ends, session_tz),
        ending(raw, ends + MINUTE, session_tz),
    )
    assert findings(exact).isdisjoint({lapsed, "ENGINE/bad_times"})
    assert lapsed in findings(late)
    assert ends in {h.at for h in weighed(exact).horizons if h.path != "session.end"}


def first_of_the_next_day(day: date, tz: str) -> datetime:
    """The first instant that a zone's calendar shows as later than a day, found by asking it."""
    here = zone(tz)
    low = datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(days=1)
    high = low + timedelta(days=3)
    while high - low > MINUTE:
        middle = low + (high - low) // 2
        low, high = (low, middle) if middle.astimezone(here).date() > day else (middle, high)
    return high.replace(second=0, microsecond=0)


def ending(raw: Json, moment: datetime, tz: str) -> Json:
    """The engagement whose session ends at an instant, written in a zone's local time."""
    local = moment.astimezone(zone(tz)).strftime("%Y-%m-%dT%H:%M")
    assume(latest(local, tz) == moment)  # a local time that comes twice is read as the second
    return {**raw, "session": {**raw["session"], "tz": tz, "end": local}}


# RULES.md gives the retention date no horizon. So it belongs with the ages that have none: it is
# read again at every evaluation, at least daily.
def test_a_retention_date_sets_no_horizon_and_is_noticed_when_it_is_read_again() -> None:
    raw = engagement(patch={"initiative": {"data_protection": {"retention_until": "2026-11-22"}}})
    before = weighed(raw)
    assert before.valid_until is not None
    assert not [h for h in before.horizons if "data_protection" in h.path]
    after = weighed(at(raw, before.valid_until - MOMENT))
    assert {f.name for f in after.findings} == {"CDP-04/retention_past"}
