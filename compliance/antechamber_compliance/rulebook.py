"""A folder of policies, read into a checked and digested rulebook.

Files are given as bytes by their path within `policies/`: `<pack>/pack.toml` and one TOML
file per rule. What cannot be obeyed raises BadPolicy; nothing is skipped.
"""

import tomllib
from collections.abc import Mapping
from hashlib import sha256

from antechamber_compliance.canonical import digest
from antechamber_compliance.policy import BadPolicy, Parameter, Rule, Rulebook
from antechamber_compliance.rulefile import Pack, read_pack, read_parameters, read_rule
from antechamber_compliance.section import Section


def load(files: Mapping[str, bytes]) -> Rulebook:
    """Read all packs; raise BadPolicy on the first file that cannot be obeyed."""
    documents = {
        path: _decode(path, raw) for path, raw in sorted(files.items()) if path.endswith(".toml")
    }
    packs = {
        path.rpartition("/")[0]: read_pack(Section(path, "", document))
        for path, document in documents.items()
        if path.endswith("/pack.toml")
    }
    pages = {p: d for p, d in documents.items() if not p.endswith("/pack.toml")}
    parameters = _parameters(pages)
    rules = [_rule(path, page, packs, parameters) for path, page in pages.items()]
    version = "+".join(f"{p.id}-{p.version}" for p in sorted(packs.values(), key=lambda p: p.id))
    ordered = tuple(sorted(rules, key=lambda rule: rule.id))
    return Rulebook(version=version, digest=digest_files(files), rules=ordered)


def digest_files(files: Mapping[str, bytes]) -> str:
    """Return the digest of a rulebook: of the path and the bytes of every file in it."""
    return digest({path: sha256(raw).hexdigest() for path, raw in files.items()})


def _decode(path: str, raw: bytes) -> dict[str, object]:
    try:
        return tomllib.loads(raw.decode())
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise BadPolicy(path, "", f"is not TOML: {fault}") from fault


def _parameters(pages: Mapping[str, dict[str, object]]) -> dict[str, tuple[Parameter, ...]]:
    owned: dict[str, tuple[Parameter, ...]] = {}
    for path, page in pages.items():
        section = Section(path, "", page)
        rule_id = section.text("id")
        if rule_id in owned:
            raise BadPolicy(path, "", f"the id {rule_id} is used by another rule as well")
        owned[rule_id] = read_parameters(section)
    return owned


def _rule(
    path: str,
    page: dict[str, object],
    packs: Mapping[str, Pack],
    parameters: Mapping[str, tuple[Parameter, ...]],
) -> Rule:
    pack = packs.get(path.rpartition("/")[0])
    if pack is None:
        raise BadPolicy(path, "", "stands in a folder without a pack.toml")
    section = Section(path, "", page)
    lender = section.take("params_from", str, "")
    if lender and lender not in parameters:
        raise section.bad(f"params_from names {lender}, which is no rule")
    return read_rule(section, pack, parameters, lender)
