"""Ages, terms and zones: the exact day and instant on either side of every limit."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antechamber_compliance.ages import add_months, calendar_days, months_to_hold, started_days
from antechamber_compliance.zones import day_end, day_of, day_start, earliest, latest, zone
from engagements import Json, engagement, found_in

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
DATES = st.dates(date(1900, 1, 1), date(2200, 1, 1))


def fires(name: str, patch: Json) -> bool:
    return name in found_in(engagement(patch=patch))


# as_of is noon on 20 November in UTC, 13:00 in the office's zone.
@pytest.mark.parametrize(
    ("at", "stale"),
    [
        ("2026-10-21T12:00:00Z", False),
        ("2026-10-21T11:59:59.999999Z", True),
        ("2026-11-20T12:00:00Z", False),
        ("2026-11-20T12:00:00.000001Z", True),
        ("2026-10-21T14:00:00+02:00", False),
    ],
)
def test_a_screening_ages_by_the_instant(at: str, stale: bool) -> None:
    assert fires("PRO-01/stale", {"participants": {"P3": {"screening": {"at": at}}}}) is stale
    actor = {"A-1": {"kind": "media", "screening_at": at, "listings": {}}}
    assert fires("PRO-01/actor_stale", {"initiative": {"actors": actor}}) is stale


@pytest.mark.parametrize(
    ("at", "stale"),
    [
        ("2026-11-13T12:00:00Z", False),
        ("2026-11-13T11:59:59Z", True),
        ("2026-11-20T12:00:00Z", False),
        ("2026-11-20T12:00:01Z", True),
    ],
)
def test_a_list_ages_by_the_instant(at: str, stale: bool) -> None:
    patch = {"office": {"lists": {"eu_fsf": {"fetched_at": at}}}}
    assert fires("PRO-01/list_stale", patch) is stale


def test_a_list_that_nothing_relies_on_may_be_old_or_broken() -> None:
    old = {"fetched_at": "2020-01-01T00:00:00Z", "status": "failed"}
    elsewhere = {"regimes": ["HOST_LIST"], "country": "QNB", "source": "office_keyed", **old}
    assert found_in(engagement(patch={"office": {"lists": {"host_QNB": elsewhere}}})) == {}


def test_each_of_two_lists_that_fill_a_regime_must_be_searched() -> None:
    second = {**engagement()["office"]["lists"]["eu_fsf"], "regimes": ["EU_RM"]}
    found = found_in(engagement(patch={"office": {"lists": {"eu_second": second}}}))
    assert set(found) == {"PRO-01/list_missing"}
    assert len(found["PRO-01/list_missing"]) == 11


DOCUMENTS = [
    ("GEN-06/stale", ("initiative", "gender_analysis", "at"), 365),
    ("MEL-02/stale", ("initiative", "map", "at"), 180),
    ("SAF-02/stale", ("session", "risk", "at"), 30),
    ("PRO-11/review_stale", ("initiative", "nexus_review", "at"), 365),
    ("ROL-04/stale", ("participants", "F1", "coi", "at"), 365),
]


def nested(path: tuple[str, ...], value: object) -> Json:
    for key in reversed(path):
        value = {key: value}
    assert isinstance(value, dict)
    return value


@pytest.mark.parametrize(("name", "path", "limit"), DOCUMENTS, ids=lambda v: str(v)[:12])
def test_a_document_ages_by_days_of_the_office_calendar(
    name: str, path: tuple[str, ...], limit: int
) -> None:
    def stale(days: int, **more: object) -> bool:
        day = date(2026, 11, 20) - timedelta(days=days)
        return fires(name, {**nested(path, day.isoformat()), **more})

    assert [stale(limit), stale(limit + 1), stale(0), stale(-1)] == [False, True, False, True]


def test_as_of_has_another_day_in_another_office() -> None:
    late = {"as_of": "2026-11-20T23:30:00Z", "session": {"risk": {"at": "2026-11-21"}}}
    assert not fires("SAF-02/stale", late)  # 00:30 of the 21st in Zurich
    assert fires("SAF-02/stale", {**late, "office": {"tz": "UTC"}})
    assert fires("SAF-02/stale", {**late, "office": {"tz": "America/New_York"}})


@pytest.mark.parametrize(
    ("expires", "tz", "lapses"),
    [
        ("2026-12-02", "Europe/Zurich", False),  # ends 23:00Z
        ("2026-12-01", "Pacific/Pago_Pago", True),  # ends 2 December 11:00Z
        ("2026-12-02", "Pacific/Kiritimati", True),  # ends 2 December 10:00Z
        ("2026-12-03", "Pacific/Kiritimati", False),
    ],
)
def test_consent_ends_with_its_day_in_its_own_zone(expires: str, tz: str, lapses: bool) -> None:
    patch = {"participants": {"P8": {"consent": {"expires": expires, "tz": tz}}}}
    assert fires("CON-05/lapses", patch) is lapses


def test_consent_that_ends_exactly_with_the_session_holds() -> None:
    consent = {"participants": {"P8": {"consent": {"expires": "2026-12-02", "tz": "UTC"}}}}
    exact = {**consent, "session": {"tz": "UTC", "end": "2026-12-03T00:00"}}
    assert not fires("CON-05/lapses", exact)
    assert fires("CON-05/lapses", {**consent, "session": {"tz": "UTC", "end": "2026-12-03T00:01"}})


def test_consent_holds_through_the_last_day_of_the_journey() -> None:
    journey = {"travel_from": "2026-11-30", "travel_to": "2026-12-04"}
    for expires, lapses in (("2026-12-04", False), ("2026-12-03", True)):
        seat = {**journey, "consent": {"expires": expires, "tz": "Europe/Zurich"}}
        assert fires("CON-05/lapses", {"participants": {"P8": seat}}) is lapses


@pytest.mark.parametrize(
    ("given_at", "expires", "over"),
    [
        ("2026-09-10T09:00:00Z", "2028-09-10", False),
        ("2026-09-10T09:00:00Z", "2028-09-11", True),
        ("2026-08-31T09:00:00Z", "2028-08-31", False),
        ("2024-02-29T09:00:00Z", "2026-02-28", False),
    ],
)
def test_consent_runs_for_at_most_twenty_four_months(
    given_at: str, expires: str, over: bool
) -> None:
    consent = {"given_at": given_at, "expires": expires}
    assert fires("CON-05/over_max", {"participants": {"P8": {"consent": consent}}}) is over


@pytest.mark.parametrize(
    ("until", "months", "beyond"),
    [
        ("2028-02-29", 2, False),  # two months after 31 December end with February
        ("2028-03-01", 2, True),
        ("2027-12-31", 0, False),
        ("2028-01-01", 0, True),
        ("2026-11-20", 0, False),
    ],
)
def test_retention_is_counted_in_months_after_the_end(
    until: str, months: int, beyond: bool
) -> None:
    patch = {
        "initiative": {"data_protection": {"retention_until": until}},
        "params": {"CDP-04.retention_max_months": months},
    }
    assert fires("CDP-04/retention_beyond", patch) is beyond
    assert not fires("CDP-04/retention_past", patch)


def test_the_end_of_the_calendar_is_a_gap_and_no_fault() -> None:
    for consent in ({"expires": "9999-12-31"}, {"given_at": "0001-01-01T00:00:00Z"}):
        assert set(found_in(engagement(patch={"participants": {"P8": {"consent": consent}}}))) <= {
            "CON-05/missing",
            "CON-05/over_max",
        }


def test_a_journey_to_the_end_of_the_calendar_is_denied_and_no_fault() -> None:
    found = found_in(engagement(patch={"participants": {"P8": {"travel_to": "9999-12-31"}}}))
    assert found["ENGINE/bad_times"] == ["engagement"]


def test_a_zone_name_too_long_to_be_one_is_a_gap_and_no_fault() -> None:
    found = found_in(engagement(patch={"participants": {"P8": {"consent": {"tz": "A" * 300}}}}))
    assert found["CON-05/missing"] == ["P8"]


@given(DATES, st.integers(0, 2400))
def test_a_term_holds_a_day_exactly_if_its_months_reach_it(start: date, days: int) -> None:
    end = start + timedelta(days=days)
    months = months_to_hold(start, end)
    assert add_months(start, months) >= end
    assert months == 0 or add_months(start, months - 1) < end


@given(DATES, st.integers(-400, 400))
def test_calendar_days_count_days_and_know_the_future(day: date, days: int) -> None:
    assert calendar_days(day, day + timedelta(days=days)) == max(days, -1)


@given(st.integers(-(10**12), 10**12))
def test_started_days_are_within_a_limit_exactly_if_the_time_is(microseconds: int) -> None:
    age = started_days(NOON - timedelta(microseconds=microseconds), NOON)
    if microseconds < 0:
        assert age == -1
    else:
        for limit in (0, 1, 7):
            assert (age <= limit) is (microseconds <= limit * 86_400_000_000)


@given(DATES, st.sampled_from(["UTC", "Europe/Zurich", "America/New_York", "Pacific/Apia"]))
def test_a_day_begins_where_the_one_before_ends(day: date, tz: str) -> None:
    assert day_end(day, tz) == day_start(day + timedelta(days=1), tz)
    assert day_end(day, tz) >= day_start(day, tz)
    if day_end(day, tz) > day_start(day, tz):  # Apia skipped 30 December 2011
        assert day_of(day_start(day, tz), tz) == day


def test_days_of_the_clock_change_are_shorter_and_longer() -> None:
    spring, autumn = date(2026, 3, 29), date(2026, 10, 25)
    assert day_end(spring, "Europe/Zurich") - day_start(spring, "Europe/Zurich") == timedelta(
        hours=23
    )
    assert day_end(autumn, "Europe/Zurich") - day_start(autumn, "Europe/Zurich") == timedelta(
        hours=25
    )


def test_a_local_time_is_read_in_its_zone() -> None:
    assert earliest("2026-12-02T17:00", "Europe/Zurich") == datetime(2026, 12, 2, 16, tzinfo=UTC)
    assert latest("2026-07-02T17:00", "Europe/Zurich") == datetime(2026, 7, 2, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("local", "tz", "first", "second"),
    [
        # Comes twice: the clock goes back an hour, or half an hour.
        ("2026-10-25T02:30", "Europe/Zurich", "2026-10-25T00:30", "2026-10-25T01:30"),
        ("2026-10-25T02:00", "Europe/Zurich", "2026-10-25T00:00", "2026-10-25T01:00"),
        ("2026-11-01T01:59", "America/New_York", "2026-11-01T05:59", "2026-11-01T06:59"),
        ("2027-04-04T01:45", "Australia/Lord_Howe", "2027-04-03T14:45", "2027-04-03T15:15"),
        ("2027-04-03T23:30", "America/Santiago", "2027-04-04T02:30", "2027-04-04T03:30"),
        ("2026-10-29T23:30", "Africa/Cairo", "2026-10-29T20:30", "2026-10-29T21:30"),
        # Never comes: the clock goes forward.
        ("2027-03-28T02:30", "Europe/Zurich", "2027-03-28T00:30", "2027-03-28T01:30"),
        # Comes once: beside a change, and far from any.
        ("2026-10-25T01:59", "Europe/Zurich", "2026-10-24T23:59", "2026-10-24T23:59"),
        ("2026-10-25T03:00", "Europe/Zurich", "2026-10-25T02:00", "2026-10-25T02:00"),
        ("2026-10-25T02:30", "Asia/Kolkata", "2026-10-24T21:00", "2026-10-24T21:00"),
    ],
)
def test_where_clocks_change_a_start_is_read_early_and_an_end_late(
    local: str, tz: str, first: str, second: str
) -> None:
    assert earliest(local, tz).isoformat() == f"{first}:00+00:00"
    assert latest(local, tz).isoformat() == f"{second}:00+00:00"


# The night in which Zurich sets its clocks back; Cape Verde's day ends between the two readings.
@pytest.mark.parametrize(
    ("end", "lapses"),
    [("2027-10-31T01:59", False), ("2027-10-31T02:30", True), ("2027-10-31T03:00", True)],
)
def test_consent_must_outlast_the_later_of_two_ends(end: str, lapses: bool) -> None:
    consent = {"expires": "2027-10-30", "tz": "Atlantic/Cape_Verde"}
    session = {"start": "2027-10-30T09:00", "end": end, "tz": "Europe/Zurich"}
    patch = {"session": session, "participants": {"P8": {"consent": consent}}}
    assert ("P8" in found_in(engagement(patch=patch))["CON-05/lapses"]) is lapses  # all others do


def test_a_session_in_the_hour_that_comes_twice_lasts_that_hour_and_is_no_bad_time() -> None:
    raw = engagement(patch={"session": {"start": "2027-10-31T02:30", "end": "2027-10-31T02:30"}})
    assert "ENGINE/bad_times" not in found_in(raw)


@pytest.mark.parametrize("name", ["", ".", "Europe", "Europe/", "Nowhere/Land", "../UTC", "UTC\n"])
def test_what_is_no_zone_is_none(name: str) -> None:
    assert zone(name) is None


def test_a_day_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        day_start(date(2026, 1, 1), "Nowhere/Land")
