"""What is changed on a page and in the tables, and what loaders make of it."""

import tomllib
from collections import Counter

import pytest

from antechamber_compliance.mutation import mutants
from antechamber_compliance.mutation.documents import toml
from antechamber_compliance.mutation.tables import table_changes
from engagements import policy_files, rulebook


def named(prefix: str) -> set[str]:
    found = mutants(policy_files(), rulebook(), lambda name: name.startswith(prefix))
    return {mutant.name for mutant in found}


def test_a_page_written_out_is_read_as_the_same_page() -> None:
    pages = [raw.decode() for path, raw in policy_files().items() if path.endswith(".toml")]
    for page in map(tomllib.loads, pages):
        assert tomllib.loads(toml(page)) == page


def test_sign_offs_effects_and_parameters_of_a_rule_are_changed() -> None:
    assert {
        "ROL-05 overlap: waiver -> approval",
        "ROL-05 overlap: mitigation",
        "ROL-05 overlap: memo",
        "ROL-05 overlap: max_days 90 -> 91",
        "ROL-05 overlap: max_days 90 -> 89",
        "ROL-05 overlap: director -> administrator",
        "ROL-05 overlap: needs_approval -> deny",
        "ROL-05 overlap: needs_approval -> warn, no sign-off",
        "ROL-05 overlap: about the initiative -> session",
        "ROL-05 missing: missing -> deny",
        "ROL-05 notify: without overlap_sealed",
        "ROL-05 params.window_days.min: 14 -> 13",
        "ROL-05 params.window_days.max: 365 -> 366",
        "ROL-05 params.window_days.values.0.value: 90 -> 91",
        "ROL-05 let.clashes: without !o.deconflicted",
    } - named("ROL-05 ") == set()


def test_what_a_rule_voids_and_when_it_applies_are_changed() -> None:
    assert {f"GEN-08 serial: voids without GEN-0{n}" for n in range(1, 5)} <= named("GEN-08 serial")
    assert "PRO-06 applies: applies -> always" in named("PRO-06 applies")


def test_lets_of_a_pack_are_changed_for_all_its_rules() -> None:
    found = mutants(
        policy_files(), rulebook(), lambda name: name.startswith("consent let.in_force")
    )
    assert {rule.id for mutant in found for rule in mutant.rules} >= {"CON-01", "CON-05"}


def test_a_changed_parameter_is_changed_for_the_rules_that_borrow_it() -> None:
    (mutant,) = mutants(
        policy_files(), rulebook(), lambda name: name == "GEN-01 params.min_seats.max: 6 -> 7"
    )
    assert {"GEN-01", "GEN-02", "GEN-04", "GEN-05"} <= {rule.id for rule in mutant.rules}


def test_no_two_mutants_have_one_name() -> None:
    names: Counter[str] = Counter()

    def count(name: str) -> bool:
        names[name] += 1
        return False  # to be named is enough

    assert list(mutants(policy_files(), rulebook(), count)) == []
    assert len(names) > 2_000
    assert [name for name, times in names.items() if times > 1] == []


def test_every_rule_has_mutants_that_can_be_loaded() -> None:
    left = set(rulebook().ids)

    def first(name: str) -> bool:
        return name.partition(" ")[0] in left

    for mutant in mutants(policy_files(), rulebook(), first):
        left -= {mutant.name.partition(" ")[0]}
    assert left == set()


@pytest.mark.parametrize("spot", ["cell", "window", "format", "instrument"])
def test_every_table_is_changed_wherever_it_decides(spot: str) -> None:
    tables = rulebook().tables
    changed = {change.spot.key for change in table_changes(tables) if change.spot.kind == spot}
    wanted = {
        "cell": set(tables.matrix),
        "window": {(kind,) for kind in tables.windows},
        "format": {(name,) for name in tables.implied},
        "instrument": {(ref,) for ref in tables.instruments},
    }
    assert changed == wanted[spot]
