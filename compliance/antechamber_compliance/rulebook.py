"""A folder of policies, read into a checked and digested rulebook.

Files are given as bytes by their path within `policies/`: `rulebook.toml` with the revision,
`<pack>/pack.toml` and one TOML file per rule. What cannot be obeyed raises BadPolicy;
nothing is skipped.
"""

import tomllib
from collections.abc import Iterable, Mapping
from hashlib import sha256

from antechamber_compliance.canonical import digest
from antechamber_compliance.policy import BadPolicy, Parameter, Rule, Rulebook
from antechamber_compliance.rulefile import Pack, read_pack, read_parameters, read_rule
from antechamber_compliance.section import Section
from antechamber_compliance.tablefile import PROGRAMMES, ROUTING_RULES, ROUTING_TABLES, read_tables
from antechamber_compliance.tables import NO_TABLES, Tables

# Which revision of the rules this is: a later one may replace an earlier, never the reverse.
REVISION = "rulebook.toml"
SIGNATURES = "signatures.toml"


def load(files: Mapping[str, bytes]) -> Rulebook:
    """Read all packs and tables; raise BadPolicy on the first file that cannot be obeyed."""
    files = {path: raw for path, raw in sorted(files.items()) if not _beside(path)}
    documents = {path: _decode(path, raw) for path, raw in files.items() if _is_page(path)}
    packs = {
        path.rpartition("/")[0]: read_pack(Section(path, "", document))
        for path, document in documents.items()
        if path.endswith("/pack.toml")
    }
    pages = {p: d for p, d in documents.items() if not p.endswith("/pack.toml")}
    parameters = _parameters(pages)
    by_path = {path: _rule(path, page, packs, parameters) for path, page in pages.items()}
    _check_voids(by_path)
    _check_packs(packs, by_path)
    rules = tuple(sorted(by_path.values(), key=lambda rule: rule.id))
    version = "+".join(f"{p.id}-{p.version}" for p in sorted(packs.values(), key=lambda p: p.id))
    return Rulebook(
        version=version,
        revision=_revision(files),
        digest=digest_files(files),
        rules=rules,
        tables=_tables(files, rules),
    )


def _beside(path: str) -> bool:
    """Tell whether a file lies beside the rules: what tests, explains or signs them."""
    return path.startswith("scenarios/") or path.endswith(".md") or path == SIGNATURES


def _revision(files: Mapping[str, bytes]) -> int:
    """Read the revision; a rulebook that states none is of revision 0, before every other."""
    if REVISION not in files:
        return 0
    section = Section(REVISION, "", _decode(REVISION, files[REVISION]))
    revision = section.take("revision", int)
    section.done()
    if revision < 1:
        raise section.bad("'revision' must be 1 or more")
    return revision


def _is_page(path: str) -> bool:
    """Tell a TOML page from a table; refuse what is neither."""
    if path in (*ROUTING_TABLES, PROGRAMMES, REVISION):
        return False
    if path.endswith(".toml"):
        return True
    raise BadPolicy(path, "", "is neither a rule nor a known table")


def _check_voids(by_path: Mapping[str, Rule]) -> None:
    ids = {rule.id for rule in by_path.values()}
    for path, rule in by_path.items():
        for requirement in rule.requirements:
            strange = set(requirement.voids) - ids
            if strange:
                raise BadPolicy(path, requirement.code, f"voids {min(strange)}, which is no rule")


def _check_packs(packs: Mapping[str, Pack], by_path: Mapping[str, Rule]) -> None:
    used: dict[str, set[str]] = {}
    for path, rule in by_path.items():
        used.setdefault(path.rpartition("/")[0], set()).update(let.name for let in rule.lets)
    for folder, pack in packs.items():
        idle = {name for name, _ in pack.lets} - used.get(folder, set())
        if idle:
            raise BadPolicy(f"{folder}/pack.toml", "let", f"{min(idle)} is never used")


def _tables(files: Mapping[str, bytes], rules: Iterable[Rule]) -> Tables:
    absent = [path for path in ROUTING_TABLES if path not in files]
    if not absent:
        return read_tables(files)
    routing = sorted(rule.id for rule in rules if rule.id in ROUTING_RULES)
    if routing or len(absent) < len(ROUTING_TABLES):
        raise BadPolicy(absent[0], "", "is absent; support to listed persons cannot be routed")
    return NO_TABLES


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
        if not path.rpartition("/")[2].startswith((f"{rule_id}-", f"{rule_id}.")):
            raise BadPolicy(path, "", f"holds the rule {rule_id}, which its name does not say")
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
