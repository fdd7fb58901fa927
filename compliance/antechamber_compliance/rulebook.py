"""A folder of policies, read into a checked and digested rulebook.

Files are given as bytes by their path within `policies/`: `rulebook.toml` with the revision,
`<pack>/pack.toml` and one TOML file per rule. What cannot be obeyed raises BadPolicy;
nothing is skipped. `faults` names every faulty file, each with its first fault.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from hashlib import sha256

from antechamber_compliance.canonical import digest
from antechamber_compliance.language.errors import did_you_mean
from antechamber_compliance.policy import BadPolicy, Parameter, Rule, Rulebook
from antechamber_compliance.rulefile import Pack, read_pack, read_parameters, read_rule
from antechamber_compliance.section import Section, open_section
from antechamber_compliance.tablefile import (
    PROGRAMMES,
    ROUTING_RULES,
    ROUTING_TABLES,
    check_programmes,
    read_tables,
)
from antechamber_compliance.tables import NO_TABLES, Tables

# Which revision of the rules this is: a later one may replace an earlier, never the reverse.
REVISION = "rulebook.toml"
SIGNATURES = "signatures.toml"


def load(files: Mapping[str, bytes]) -> Rulebook:
    """Read all packs and tables; raise BadPolicy on the first file that cannot be obeyed.

    A reference that is due for review is no fault here: what was in force stays in force.
    """
    reading = _read(files)
    if reading.faults:
        raise reading.faults[min(reading.faults)]
    rules = tuple(sorted(reading.rules.values(), key=lambda rule: rule.id))
    packs = sorted(reading.packs.values(), key=lambda pack: pack.id)
    return Rulebook(
        version="+".join(f"{pack.id}-{pack.version}" for pack in packs),
        revision=reading.revision,
        digest=digest_files(reading.files),
        rules=rules,
        tables=reading.tables,
    )


def faults(files: Mapping[str, bytes], on: date) -> list[BadPolicy]:
    """Return the first fault of every faulty file, in the order of their paths.

    Faults here, but not to `load`: a reference past its review date, and a table of the
    screening that the screening could not use.
    """
    reading = _read(files)
    for path, rule in reading.rules.items():
        reading.attempt(path, partial(_check_reviews, reading.pages[path], rule, on))
    if PROGRAMMES in reading.files:
        reading.attempt(PROGRAMMES, partial(check_programmes, reading.files[PROGRAMMES]))
    return [reading.faults[path] for path in sorted(reading.faults)]


def digest_files(files: Mapping[str, bytes]) -> str:
    """Return the digest of files: of the path and the bytes of each."""
    return digest({path: sha256(raw).hexdigest() for path, raw in files.items()})


def digest_beside(files: Mapping[str, bytes]) -> str:
    """Return the digest of what lies beside a rulebook: its scenarios and notes, no signatures.

    It is signed with the rulebook's digest and stands in no verdict: it decides nothing.
    """
    beside = {path: raw for path, raw in files.items() if _beside(path) and path != SIGNATURES}
    return digest_files(beside)


def _read(files: Mapping[str, bytes]) -> "_Reading":
    reading = _Reading({path: raw for path, raw in sorted(files.items()) if not _beside(path)})
    for path in reading.files:
        reading.attempt(path, partial(reading.open, path))
    for path in reading.pages:
        reading.attempt(path, partial(reading.read_parameters, path))
    for path in reading.ids:
        reading.attempt(path, partial(reading.read_rule, path))
    reading.check_packs()
    reading.read_tables()
    return reading


def _check_reviews(section: Section, rule: Rule, on: date) -> None:
    for number, reference in enumerate(rule.references):
        if reference.review < on:
            message = f"this reference was to be reviewed by {reference.review}, before {on}"
            raise section.bad(message, "references", number, "review")


def _beside(path: str) -> bool:
    """Tell whether a file lies beside the rules: what tests, explains or signs them."""
    return path.startswith("scenarios/") or path.endswith(".md") or path == SIGNATURES


def _kind(path: str) -> str:
    """Tell what a file is by its path; refuse what is neither a page nor a known table."""
    if path in (*ROUTING_TABLES, PROGRAMMES):
        return "table"
    if path == REVISION or path.endswith("/pack.toml"):
        return path.rpartition("/")[2]
    if path.endswith(".toml"):
        return "rule"
    raise BadPolicy(path, "is neither a rule nor a known table")


@dataclass(slots=True)
class _Reading:
    """Files as they are read; what a faulty file would have said is not complained of again."""

    files: Mapping[str, bytes]
    faults: dict[str, BadPolicy] = field(default_factory=dict)
    revision: int = 0  # of a rulebook that states none: before every other
    packs: dict[str, Pack] = field(default_factory=dict)  # by folder
    pages: dict[str, Section] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)  # of rules, by path
    parameters: dict[str, tuple[Parameter, ...]] = field(default_factory=dict)  # by rule id
    rules: dict[str, Rule] = field(default_factory=dict)  # by path
    tables: Tables = NO_TABLES

    def attempt(self, path: str, step: Callable[[], None]) -> None:
        """Take a step for a file that has no fault yet, and keep its fault."""
        if path in self.faults:
            return
        try:
            step()
        except BadPolicy as fault:
            self.faults.setdefault(fault.file, fault)

    def open(self, path: str) -> None:
        """Read a file as far as it says what it is."""
        match _kind(path):
            case "rulebook.toml":
                section = open_section(path, self.files[path])
                self.revision = section.take("revision", int)
                section.done()
                if self.revision < 1:
                    raise section.bad("'revision' must be 1 or more", "revision")
            case "pack.toml":
                self.packs[_folder(path)] = read_pack(open_section(path, self.files[path]))
            case "rule":
                self.pages[path] = open_section(path, self.files[path])

    def read_parameters(self, path: str) -> None:
        """Read what other rules may borrow: a rule's id and its parameters."""
        section = self.pages[path]
        rule_id = section.text("id")
        if not _may_hold(path, rule_id):
            raise section.bad(f"the file's name does not say that it holds {rule_id}", "id")
        if rule_id in self.ids.values():
            raise section.bad(f"the id {rule_id} is used by another rule as well", "id")
        self.ids[path] = rule_id
        self.parameters[rule_id] = read_parameters(section)

    def read_rule(self, path: str) -> None:
        """Read a rule, unless its pack or its lender is at fault."""
        section, folder = self.pages[path], _folder(path)
        lender = section.take("params_from", str, "")
        if lender:
            self._check_id(section, lender, "params_from")
        if folder in self.packs:
            if not lender or lender in self.parameters:
                pack = self.packs[folder]
                rule = read_rule(section, self.ids[path], pack, self.parameters, lender)
                for number, requirement in enumerate(rule.requirements):
                    for place, voided in enumerate(requirement.voids):
                        self._check_id(section, voided, "require", number, "voids", place)
                self.rules[path] = rule
        elif f"{folder}/pack.toml" not in self.faults:
            raise section.bad("stands in a folder without a pack.toml")

    def _check_id(self, section: Section, rule_id: str, *steps: str | int) -> None:
        known = set(self.ids.values())
        # Where a page did not say its id, it may be the one that is meant; a file that
        # could not be read at all still says in its name what it holds.
        unread = any(_may_hold(path, rule_id) for path in self.faults)
        if rule_id not in known and len(known) == len(self.pages) and not unread:
            raise section.bad(f"{rule_id} is no rule{did_you_mean(rule_id, known)}", *steps)

    def check_packs(self) -> None:
        """Refuse lets of a pack that none of its rules uses, once all of them are read."""
        for folder, pack in self.packs.items():
            paths = [path for path in self.pages if _folder(path) == folder]
            unread = any(_folder(path) == folder for path in self.faults)
            if unread or not self.rules.keys() >= set(paths):
                continue
            used = {let.name for path in paths for let in self.rules[path].lets}
            for name, source in pack.lets.items():
                if name not in used:
                    fault = source.bad_name(f"let {name} is never used")
                    self.faults.setdefault(fault.file, fault)
                    break

    def read_tables(self) -> None:
        """Read the decision tables; without them, no rule may route support."""
        absent = [path for path in ROUTING_TABLES if path not in self.files]
        routing = ROUTING_RULES & set(self.ids.values())
        if not absent:
            self.tables = read_tables(self.files, self.faults)
        elif routing or len(absent) < len(ROUTING_TABLES):
            message = "is absent; support to listed persons cannot be routed"
            self.faults.setdefault(absent[0], BadPolicy(absent[0], message))


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


def _may_hold(path: str, rule_id: str) -> bool:
    """Tell whether a file's name says that it holds a rule."""
    return path.rpartition("/")[2].startswith((f"{rule_id}-", f"{rule_id}."))
