"""What a rulebook must have before any office may put it in force."""

import json

import pytest

from antechamber.policies import PROGRAMMES
from antechamber.rulebooks.candidates import (
    CORE,
    READ_BY_NAME,
    NotAdoptable,
    examine,
)
from antechamber_compliance.policy import BadPolicy
from antechamber_compliance.rulebook import SIGNATURES
from signed_rules import BASE, CASES, FEW, Files, unsigned


def without(files: Files, rule: str) -> Files:
    """The files without a rule's page; rules that only lend or void it are left alone."""
    return {path: raw for path, raw in files.items() if f"/{rule}-" not in path}


def test_the_shipped_rules_as_another_revision_may_be_adopted() -> None:
    found = examine(unsigned(7))
    assert (found.rulebook.revision, found.scenarios) == (7, len(FEW))


def test_the_rules_that_every_office_needs_are_all_pro_but_the_near_hits_and_consent() -> None:
    assert sorted(CORE) == [
        *(f"CON-0{n}" for n in range(1, 6)),
        *(f"PRO-{n:02}" for n in range(1, 12) if n != 3),
    ]


@pytest.mark.parametrize("rule", sorted(CORE))
def test_without_a_rule_that_every_office_needs_it_is_not_adopted(rule: str) -> None:
    with pytest.raises((NotAdoptable, BadPolicy)) as refused:
        examine(without(unsigned(), rule))
    assert rule in str(refused.value) or isinstance(refused.value, BadPolicy)


def test_a_rule_of_another_kind_may_be_left_out() -> None:
    assert "MEL-02" not in examine(without(unsigned(), "MEL-02")).rulebook.ids


@pytest.mark.parametrize("name", READ_BY_NAME)
def test_a_number_that_the_code_reads_by_name_keeps_its_name(name: str) -> None:
    rule, _, parameter = name.partition(".")
    files = unsigned()
    renamed = {
        path: raw.replace(parameter.encode(), b"renamed_" + parameter.encode())
        if path.startswith("proscription/")
        else raw
        for path, raw in files.items()
    }
    assert renamed != files
    with pytest.raises(NotAdoptable, match=f"whole numbers: .*{rule}"):
        examine(renamed)


def test_a_failing_scenario_is_named() -> None:
    case = {"id": "X1", "title": "Wrong", "patch": {}, "expect": {"decision": "deny"}}
    files = {**unsigned(), CASES: json.dumps(case).encode()}
    with pytest.raises(NotAdoptable, match="1 scenarios fail, X1 first"):
        examine(files)


def test_a_failing_scenario_in_any_file_counts() -> None:
    case = {"id": "X2", "title": "Wrong", "patch": {}, "expect": {"decision": "deny"}}
    files = {**unsigned(), "scenarios/ours.jsonl": json.dumps(case).encode()}
    with pytest.raises(NotAdoptable, match="1 scenarios fail, X2 first"):
        examine(files)


@pytest.mark.parametrize("absent", [BASE, CASES])
def test_rules_without_scenarios_are_not_adopted(absent: str) -> None:
    with pytest.raises(NotAdoptable, match="untested rules are not used"):
        examine({path: raw for path, raw in unsigned().items() if path != absent})


def test_scenarios_about_other_rules_alone_are_none() -> None:
    case = {"id": "X1", "expect": {"fires": ["XXX-99"], "decision": "deny"}}
    with pytest.raises(NotAdoptable, match="No scenario is about these rules"):
        examine({**unsigned(), CASES: json.dumps(case).encode()})


@pytest.mark.parametrize("content", [b"no json", b'{"id": "X1"}'])
def test_scenarios_that_cannot_be_read_are_refused(content: bytes) -> None:
    with pytest.raises(NotAdoptable, match=r"scenarios/cases\.jsonl: line 1 "):
        examine({**unsigned(), CASES: content})


def test_the_table_of_programmes_is_needed_and_must_be_one() -> None:
    with pytest.raises(NotAdoptable, match="is absent; lists could not be read"):
        examine({path: raw for path, raw in unsigned().items() if path != PROGRAMMES})
    with pytest.raises(NotAdoptable, match=PROGRAMMES):
        examine({**unsigned(), PROGRAMMES: b"programme\nX\n"})


def test_rules_that_cannot_be_obeyed_are_refused_like_everywhere() -> None:
    with pytest.raises(BadPolicy):
        examine({**unsigned(), "process/MEL-01-theory.toml": b'id = "MEL-01"\n'})
    assert SIGNATURES not in unsigned()
