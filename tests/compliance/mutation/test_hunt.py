"""Which mutants the scenarios kill: a sample of rules, and every one known to be equivalent."""

from collections.abc import Mapping
from functools import cache

import pytest

from antechamber_compliance.mutation import BadList, Hunt, Mutant, mutants, read_equivalents
from antechamber_compliance.policy import Rulebook
from antechamber_compliance.scenarios import Prepared
from engagements import all_scenarios, policy_files, rulebook

# One rule of each pack; `antechamber rules mutate` does them all.
SAMPLE = ("PRO-10", "CON-02", "GEN-07", "INC-03", "SAF-04", "ROL-01", "CDP-05", "FUN-03", "MEL-04")


@cache
def hunt() -> Hunt:
    return Hunt(all_scenarios(), rulebook())


def equivalents() -> Mapping[str, str]:
    return read_equivalents(policy_files()["scenarios/equivalent.toml"].decode())


def of_rule(rule: str) -> list[Mutant]:
    return list(mutants(policy_files(), rulebook(), lambda name: name.startswith(f"{rule} ")))


def test_the_sample_has_a_rule_of_every_pack() -> None:
    folders = {path.partition("/")[0] for path in policy_files() if path.endswith("/pack.toml")}
    sampled = {p.partition("/")[0] for p in policy_files() for rule in SAMPLE if f"/{rule}-" in p}
    assert sampled == folders


@pytest.mark.parametrize("rule", SAMPLE)
def test_every_mutant_of_a_rule_is_killed(rule: str) -> None:
    found = of_rule(rule)
    assert found
    assert [mutant.name for mutant in found if hunt().killer(mutant) is None] == []


def test_a_routing_cell_that_is_changed_is_noticed() -> None:
    cells = mutants(policy_files(), rulebook(), lambda name: name.startswith("tables/matrix US_"))
    assert [mutant.name for mutant in cells if hunt().killer(mutant) is None] == []


def test_a_mutant_that_no_scenario_is_about_survives() -> None:
    few = Hunt([s for s in all_scenarios() if s.id == "G001"], rulebook())
    assert any(few.killer(mutant) is None for mutant in of_rule("SAF-04"))


def test_every_mutant_known_to_be_equivalent_exists_and_survives() -> None:
    known = equivalents()
    found = list(mutants(policy_files(), rulebook(), known.__contains__))
    assert {mutant.name for mutant in found} == set(known)
    assert [mutant.name for mutant in found if hunt().killer(mutant) is not None] == []


@pytest.mark.parametrize(
    "prefix", ["GEN-08 ", "MEL-01 ", "CON-06 ", "PRO-06 ", "ROL-05 ", "tables/types ",
               "tables/exemptions X-UN-1452", "tables/formats training"]
)  # fmt: skip
def test_what_the_hunt_passes_over_could_not_have_told(prefix: str) -> None:
    some = all_scenarios()[::29]
    quick = Hunt(some, rulebook())
    for mutant in list(mutants(policy_files(), rulebook(), lambda n: n.startswith(prefix)))[::3]:
        assert (quick.killer(mutant) is None) == all(_holds(s, mutant.rulebook) for s in some)


def _holds(scenario: Prepared, rules: Rulebook) -> bool:
    return not scenario.faults(rules)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("x", "not TOML"),
        ("[[equivalent]]\nmutants = ['A']", "entry 1 needs"),
        ("[[equivalent]]\nmutants = 'A'\nreason = 'b'", "entry 1 needs"),
        ("[[equivalent]]\nmutants = ['A']\nreason = ' '", "gives no reason"),
        ("[[equivalent]]\nmutants = ['A', 'A']\nreason = 'b'", "A stands here twice"),
    ],
)
def test_a_list_of_equivalents_gives_names_and_reasons(text: str, words: str) -> None:
    with pytest.raises(BadList, match=words):
        read_equivalents(text)
