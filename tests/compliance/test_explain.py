"""A rule is explained in its own words, with the numbers of a day, and nothing left out."""

from datetime import date

import pytest

from antechamber_compliance.explain import explain
from antechamber_compliance.policy import Rule
from antechamber_compliance.rulebook import load
from engagements import policy_files, rulebook

DAY = date(2026, 11, 22)
GEN_01 = "gender/GEN-01-share.toml"


def rule(rule_id: str) -> Rule:
    found = rulebook().rule(rule_id)
    assert found is not None
    return found


def said(found: Rule, day: date = DAY, code: str = "") -> str:
    parts = explain(found, day, code)
    return "\n".join(text for part in parts for text in (part.head, *part.lines))


@pytest.mark.parametrize("found", rulebook().rules, ids=lambda found: found.id)
def test_every_rule_is_explained_in_whole(found: Rule) -> None:
    text = said(found)
    assert found.rationale in text
    for requirement in found.requirements:
        assert f"{found.id}/{requirement.code}" in text
        assert requirement.remedy in text
        assert " ".join(requirement.that.source.split()) in text
    assert [each.cite for each in found.references if each.cite not in text] == []
    assert [each.name for each in found.parameters if each.name not in text] == []
    assert f"{found.id}/missing" in text


def test_the_numbers_are_those_of_the_day_and_those_to_come_are_told() -> None:
    files = dict(policy_files())
    files[GEN_01] = files[GEN_01].replace(
        b"values = [{ from = 2026-01-01, value = 30 }]",
        b"values = [{ from = 2026-01-01, value = 30 }, { from = 2027-03-01, value = 35 }]",
    )
    found = load(files).rule("GEN-01")
    assert found is not None
    now, later = said(found), said(found, date(2027, 3, 1))
    assert "the floor is 30 percent" in now
    assert "30 percent since 2026-01-01; may be 20 to 50; higher is stricter" in now
    assert "To come: 35 percent from 2027-03-01." in now
    assert "the floor is 35 percent" in later
    assert "35 percent since 2027-03-01" in later
    assert "To come" not in later


def test_a_source_says_how_it_was_checked_and_when_somebody_must_look_again() -> None:
    (source, *_) = rule("GEN-01").references
    shown = f"UNSCR 1325, in force 2000-10-31: partly verified; review by {source.review}"
    assert shown in said(rule("GEN-01"))


def test_before_the_first_date_the_first_number_holds_and_no_date_is_claimed() -> None:
    assert "women_floor_pct: 30 percent; may be" in said(rule("GEN-01"), date(2020, 1, 1))


def test_who_may_sign_is_said_with_all_terms_or_that_nobody_may() -> None:
    waiver = "A waiver by director and gender adviser (different people, none a convener or the"
    assert waiver in said(rule("GEN-01"), code="share")
    assert "with a mitigation" in said(rule("GEN-01"), code="share")
    assert "with counsel's memo" in said(rule("PRO-06"), code="contact_memo")
    assert "with counsel's memo" not in said(rule("PRO-06"), code="contact")
    assert "Nobody can sign it away" in said(rule("CON-02"))
    assert "Nobody needs to sign it" in said(rule("PRO-03"))


def test_what_only_a_session_knows_stays_in_brackets() -> None:
    text = said(rule("GEN-01"), code="share")
    assert "At most [at most] of [counted] seats" in text
    assert "[person]" in said(rule("CON-02"))


def test_where_a_floor_is_exempt_is_said_with_the_formats_of_the_day() -> None:
    text = said(rule("GEN-01"), code="share")
    assert "exempt where this holds: `session.format in (back_channel, bilateral, shuttle)`" in text
    assert "What is asked then is another in: floor, phase_floor; see below" in text
    balance = said(rule("INC-02"))
    assert "`session.single_party || session.format in (" in balance
    assert "INC-02/absent" in balance.partition("What is asked then")[2].partition("\n")[0]
    assert "What is exempt" not in said(rule("CON-02"))


def test_one_requirement_is_explained_without_the_others() -> None:
    text = said(rule("GEN-01"), code="share")
    assert "phase_share" not in text
    assert "phase_at_most" not in text


def test_a_number_that_is_borrowed_says_from_whom() -> None:
    assert "min_seats (of GEN-01):" in said(rule("GEN-02"))


def test_a_requirement_that_the_rule_does_not_have_is_an_error() -> None:
    with pytest.raises(KeyError):
        explain(rule("GEN-01"), DAY, "shares")


def test_a_notice_is_explained_with_whom_it_tells() -> None:
    told = [found for found in rulebook().rules if found.notifications]
    assert told
    for found in told:
        for notice in found.notifications:
            assert f"{notice.to.replace('_', ' ')} is told:" in said(found)
