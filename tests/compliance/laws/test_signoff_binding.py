"""Laws: a sign-off dies with each fact that its finding read and survives every other change.

The facts that a finding read are the paths that it names; where it names rows and then fields
of these rows, it read which rows there are and those fields.
"""

from dataclasses import replace
from functools import cache

import pytest

from antechamber_compliance.binding import is_freshness, values_signed
from antechamber_compliance.dossier import receive
from antechamber_compliance.finding import Finding
from antechamber_compliance.policy import Requirement
from engagements import Json, cases, engagement, recounted, rulebook
from generated import another, full, signed
from places import Place, leaves, places, template_of, value_at, with_value, without
from weighing import weighed

Name = tuple[str, str]
SIGNABLE: dict[Name, Requirement] = {
    (rule.id, each.code): each
    for rule in rulebook().rules
    for each in rule.requirements
    if each.terms is not None
}


@cache
def findings() -> dict[Name, list[tuple[Finding, str]]]:
    """For each requirement that can be signed, all findings of it, and in which scenario."""
    found: dict[Name, list[tuple[Finding, str]]] = {}
    for case in cases():
        for finding in weighed(engagement(case["id"])).findings:
            if (finding.rule, finding.code) in SIGNABLE:
                found.setdefault((finding.rule, finding.code), []).append((finding, case["id"]))
    return found


def binding(raw: Json, finding: tuple[str, str, str]) -> bytes:
    return values_signed(receive(raw).dossier, rulebook(), finding)


def is_bound(paths: tuple[str, ...], place: Place) -> bool:
    """Tell whether a change at a place touches what a finding with these paths read."""
    if is_freshness(place) or place[0] in ("as_of", "signoffs"):
        return False
    parted = [tuple(path.split(".")) for path in paths]
    return any(_leads_to(path, place, parted) for path in parted)


def _leads_to(path: Place, place: Place, paths: list[Place]) -> bool:
    if not all(part in ("*", key) for part, key in zip(path, place, strict=False)):
        return False
    finer = any(other[: len(path) + 1] == (*path, "*") for other in paths)
    return len(path) >= len(place) or not finer


def test_every_requirement_that_can_be_signed_is_signed_in_a_scenario() -> None:
    assert findings().keys() == SIGNABLE.keys()
    for finding, case in (found[0] for found in findings().values()):
        raw = engagement(case)
        if not finding.signed_by:
            raw = signed(raw, finding)
        marks = {f.key: f.signed_by for f in weighed(raw).findings}
        assert marks[finding.key], finding.name


def test_a_finding_names_the_paths_that_its_sign_off_is_bound_to() -> None:
    for name, finding in ((name, f) for name, found in findings().items() for f, _ in found):
        own = tuple(path.replace("@", finding.subject) for path in SIGNABLE[name].paths)
        assert finding.paths == own


@cache
def three_people() -> Json:
    """An engagement with a row in every map, and a listed person, a facilitator, an interpreter."""
    seats = {ref: full()["participants"][ref] for ref in ("P5", "F2", "I1")}
    return recounted({**full(), "participants": seats})


NAMES = [
    (*name, "P5" if requirement.subject == "participant" else requirement.subject)
    for name, requirement in SIGNABLE.items()
]
WAYS = ("changed", "missing")
# Whose role it is decides nothing for PRO-06, only whether somebody interprets: see below.
ROLES = {("participants",), ("participants", "*"), ("participants", "*", "role")}


@cache
def parted(name: tuple[str, str, str], way: str) -> tuple[list[Place], list[Place]]:
    """The places that a finding of this name read, and all others."""
    raw = three_people()
    paths = tuple(path.replace("@", "P5") for path in SIGNABLE[name[:2]].paths)
    among = list(leaves(raw) if way == "changed" else places(raw))
    if "computed.interpreter_seated" in paths:
        among = [place for place in among if template_of(place) not in ROLES]
    read = [place for place in among if is_bound(paths, place)]
    return read, [place for place in among if place not in read]


def spoilt(raw: Json, place: Place, way: str) -> Json:
    """The engagement with another value of the same type at a place, or with none."""
    if way == "missing":
        return without(raw, place)
    value, now = another(raw, place), value_at(raw, place)
    if value is None:
        more = now + 1 if isinstance(now, int) else "more"
        value = [*now, "more"] if isinstance(now, list) else more
    return with_value(raw, place, value)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", NAMES, ids="/".join)
def test_a_sign_off_dies_with_each_fact_that_its_finding_read(
    name: tuple[str, str, str], way: str
) -> None:
    raw, (read, _) = three_people(), parted(name, way)
    assert read
    for place in read:
        assert binding(spoilt(raw, place, way), name) != binding(raw, name), place


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", NAMES, ids="/".join)
def test_a_sign_off_survives_the_change_of_everything_that_its_finding_did_not_read(
    name: tuple[str, str, str], way: str
) -> None:
    raw, (_, others) = three_people(), parted(name, way)
    assert len(others) > 100
    after = raw
    for place in reversed(others):  # what is inside a map before the map
        after = spoilt(after, place, way)
    assert binding(after, name) == binding(raw, name)


@pytest.mark.parametrize("name", sorted(SIGNABLE), ids="/".join)
def test_nothing_but_what_a_finding_names_as_read_makes_it_come_or_go(name: Name) -> None:
    lender = next(rule.borrows for rule in rulebook().rules if rule.id == name[0])
    alone = tuple(rule for rule in rulebook().rules if rule.id in (name[0], lender))
    rules = replace(rulebook(), rules=alone)
    for finding, case in findings()[name]:
        after = weighed(all_else_changed(engagement(case), finding), rules)
        assert finding.key in {f.key for f in after.findings}, case
    finding = findings()[name][0][0]
    after = weighed(all_else_changed(engagement(), finding), rules)
    assert finding.key not in {f.key for f in after.findings}


def all_else_changed(raw: Json, finding: Finding) -> Json:
    """The engagement with another value everywhere but at what a finding names as read."""
    after = raw
    for place in leaves(raw):
        other = another(raw, place)
        # The instant is read by every age, parameters by their rules: neither is a fact.
        fact = place[0] not in ("as_of", "params") and not is_bound(finding.paths, place)
        roles = "computed.interpreter_seated" in finding.paths and template_of(place) in ROLES
        if fact and not roles and other is not None:
            after = with_value(after, place, other)
    assert after != raw
    return after


@pytest.mark.parametrize("code", ["contact", "contact_memo"])
def test_an_approval_of_contact_dies_with_the_last_interpreter_and_with_no_other_role(
    code: str,
) -> None:
    raw, name = three_people(), ("PRO-06", code, "P5")
    for ref, role, dies in (
        ("F2", "notetaker", False), ("P5", "participant", False), ("F2", "interpreter", False),
        ("I1", "notetaker", True),
    ):  # fmt: skip
        after = with_value(raw, ("participants", ref, "role"), role)
        assert (binding(after, name) != binding(raw, name)) is dies, (ref, role)
