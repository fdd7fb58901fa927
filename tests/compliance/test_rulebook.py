"""The shipped rulebook: what the law of the rules asks of it as a whole."""

import re
from collections.abc import Iterator

from antechamber_compliance.dossier.vocabulary import ROLES
from antechamber_compliance.policy import Requirement, Rule
from engagements import rulebook

OFFICE = {
    "convener": {"a"},
    "compliance": {"b"}, "data_protection_officer": {"b"}, "security_lead": {"b"},
    "director": {"c"}, "deconfliction_officer": {"c"},
    "gender_adviser": {"d"}, "safeguarding_lead": {"d"},
}  # fmt: skip


def requirements() -> Iterator[tuple[Rule, Requirement]]:
    return ((rule, each) for rule in rulebook().rules for each in rule.requirements)


def test_it_has_51_rules_and_125_requirements() -> None:
    assert len(rulebook().rules) == 51
    # FUN-02/unknown_payer is one requirement about two kinds of subject.
    assert len({(rule.id, each.code) for rule, each in requirements()}) == 125


def test_each_requirement_that_needs_approval_can_be_signed() -> None:
    for rule, each in requirements():
        assert (each.effect != "needs_approval") or each.terms, (rule.id, each.code)


def test_only_contact_is_signed_among_the_legal_rules_and_no_consent() -> None:
    signable = {rule.id for rule, each in requirements() if each.terms}
    assert {rule for rule in signable if rule.startswith("PRO")} == {"PRO-06"}
    assert not signable & {f"CON-0{n}" for n in range(1, 6)}


def test_four_people_suffice_to_sign_everything() -> None:
    for rule, each in requirements():
        if each.terms:
            people = [OFFICE[role] for role in each.terms.roles]
            assert len(set.union(*people)) == len(people), (rule.id, each.code)
            assert set(each.terms.roles) <= set(ROLES)


def test_missing_facts_weigh_what_the_law_of_the_rules_says() -> None:
    milder = {rule.id: rule.missing for rule in rulebook().rules if rule.missing != "deny"}
    warned = {"GEN-07", "MEL-03", "MEL-04"}
    assert {rule for rule, effect in milder.items() if effect == "warn"} == warned
    assert set(milder) - warned == {
        "PRO-06", "CON-07", "GEN-01", "GEN-03", "GEN-04", "GEN-05", "GEN-06", "INC-01", "INC-02",
        "INC-04", "ROL-03", "ROL-04", "ROL-05", "CDP-04", "FUN-03", "MEL-01", "MEL-02",
    }  # fmt: skip


def test_each_rule_names_its_sources_and_how_well_they_were_checked() -> None:
    for rule in rulebook().rules:
        assert rule.references, rule.id
        assert rule.rationale.endswith("."), rule.id


def test_what_people_read_is_in_whole_sentences() -> None:
    for rule, each in requirements():
        for text in (each.message.source, each.remedy):
            assert re.fullmatch(r"[A-Z{].*\.", text), (rule.id, each.code)


def test_findings_of_listing_and_gender_are_for_those_who_may_read_them() -> None:
    for rule, each in requirements():
        expected = {"PRO": "screening", "GEN": "gender"}.get(rule.id[:3], "general")
        if (rule.id, each.code) == ("FUN-02", "person"):
            expected = "screening"
        assert each.view == expected, (rule.id, each.code)


def test_a_finding_about_a_seat_names_only_the_seat() -> None:
    for rule, each in requirements():
        shown = {path for path in each.message.paths if not path.startswith("params.")}
        if each.subject == "participant":
            assert shown <= {"participants.@.ref"}, (rule.id, each.code)


def test_shipped_numbers_are_dated_and_within_their_bounds() -> None:
    for name, parameter in rulebook().parameters().items():
        for day, value in parameter.values:
            assert parameter.admit(value) == value, (name, day)
