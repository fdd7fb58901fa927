"""What helps to mend a scenario: names that no rule has, and facts that nobody expected to lack."""

from collections.abc import Iterator
from dataclasses import is_dataclass
from typing import Any, Literal, get_args, get_origin

from antechamber_compliance.dossier import Dossier
from antechamber_compliance.dossier.shape import json_name, kind_of, leaves, row_model
from antechamber_compliance.explain import ENGINE_CODES
from antechamber_compliance.finding import ENGINE, MISSING
from antechamber_compliance.language.errors import did_you_mean
from antechamber_compliance.policy import Rulebook
from antechamber_compliance.scenarios.casefile import Json
from antechamber_compliance.verdict import Verdict


def misnamed(expect: Json, rulebook: Rulebook) -> Iterator[str]:
    """Say which findings are expected that no rule here can make, with the nearest it can."""
    known = {f"{rule.id}/{each.code}" for rule in rulebook.rules for each in rule.requirements}
    known |= {f"{rule}/{MISSING}" for rule in rulebook.ids}
    known |= {f"{ENGINE}/{code}" for code in ENGINE_CODES}
    for name in sorted({*expect.get("findings", ()), *expect.get("signed", ())} - known):
        rule, _, code = name.partition("/")
        alike = {each for each in known if each.startswith(f"{rule}/")}
        if not alike and code != MISSING:
            alike = {each for each in known if each.endswith(f"/{code}")}
        yield f"{name}: no rule here finds this{did_you_mean(name, alike)}"


def unexpected(expect: Json, verdict: Verdict) -> Iterator[str]:
    """Say at which paths facts lack, or the engine objects, where that was not expected."""
    found: dict[str, list[str]] = {}
    wanted: dict[str, str] = {}
    for finding in verdict.findings:
        subjects = expect.get("findings", {}).get(finding.name, ())
        about_facts = finding.rule == ENGINE or finding.code == MISSING
        if not about_facts or finding.subject in subjects:
            continue
        for path in finding.missing or finding.paths:
            found.setdefault(path, []).append(finding.name)
            if finding.missing or finding.code == "unknown_field":
                wanted[path] = _wanted(path)
    for path, names in sorted(found.items()):
        yield f"{path} ({', '.join(sorted(set(names)))}){wanted.get(path, '')}"


def _wanted(path: str) -> str:
    """Say what must stand at a path of the dossier, or which name was probably meant."""
    held: Any = Dossier
    keys: tuple[str, ...] = ()  # of the rows that are held
    for step in path.split("."):
        if row_model(held) is not None:
            if keys and step not in keys:
                return did_you_mean(step, keys)
            held = _of_row(row_model(held))
        elif is_dataclass(held):
            model: Any = held  # a class, which is_dataclass() does not say
            fields = {json_name(f): (f, annotation) for f, annotation in leaves(model)}
            if step not in fields:
                return did_you_mean(step, fields)
            field, held = fields[step]
            keys = field.metadata["keys"]
    return _kind(held)


def _of_row(model: Any) -> Any:
    """Return what stands under the key of a row: a record, or a bare value."""
    bare = [annotation for f, annotation in leaves(model) if f.metadata["bare"]]
    return bare[0] if bare else model


def _kind(held: Any) -> str:
    """Say of which kind a leaf is; of rows and records nothing."""
    kind = kind_of(held)
    if kind is not None:
        return f"; its kind is {kind.title}"
    if get_origin(held) is Literal:
        return f"; it must be one of {', '.join(get_args(held))}"
    item = get_args(held)[0] if get_args(held) else None
    if row_model(held) is None and get_origin(item) is Literal:
        return f"; it must be a list, of {', '.join(get_args(item))}"
    return ""
