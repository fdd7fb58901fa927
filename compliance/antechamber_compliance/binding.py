"""What a sign-off is bound to: the values that its finding read, and nothing else.

A sign-off dies when one of these values changes and survives every other change. Left out
are sign-offs, the instant of the evaluation, and the dates that routine renewal moves.
"""

from collections.abc import Iterable, Mapping

from antechamber_compliance.canonical import canonical
from antechamber_compliance.dossier import Dossier, write
from antechamber_compliance.lines import interpreter_seated
from antechamber_compliance.missing import Missing, attempt
from antechamber_compliance.policy import Rulebook
from antechamber_compliance.verdict import Verdict

Path = tuple[str, ...]
FRESHNESS: tuple[Path, ...] = (
    ("participants", "*", "screening", "at"),
    ("initiative", "actors", "*", "screening_at"),
    ("office", "lists", "*", "fetched_at"),
    ("session", "risk", "at"),
)


def values_signed(dossier: Dossier, rulebook: Rulebook, finding: tuple[str, str, str]) -> bytes:
    """Return the canonical values that the finding (rule, code, subject) reads, to be keyed.

    A requirement that the rulebook does not have reads nothing: a sign-off for it is bound
    to its name alone, and has no effect anyway.
    """
    rule, code, subject = finding
    requirement = rulebook.requirement(rule, code)
    raw = {**write(dossier), "computed": _computed(dossier)}
    values: dict[str, object] = {}
    for template in requirement.paths if requirement else ():
        path = tuple(subject if part == "@" else part for part in template.split("."))
        if path[0] not in ("signoffs", "as_of"):
            values |= dict(_found(raw, path, ()))
    return canonical({"finding": list(finding), "values": values})


def _computed(dossier: Dossier) -> dict[str, object]:
    """Return what findings read of many seats at once, so that only a change of it counts."""
    seated = attempt(lambda: interpreter_seated(dossier))
    return {} if isinstance(seated, Missing) else {"interpreter_seated": seated}


def is_freshness(path: Path) -> bool:
    """Tell whether a leaf is a date that a job or a review renews."""
    return () in _leading_on(path)


def _leading_on(path: Path) -> list[Path]:
    """Return what is left, after a path, of the patterns of freshness that begin with it."""
    left = list(FRESHNESS)
    for part in path:
        left = [each[1:] for each in left if each and each[0] in ("*", part)]
    return left


def _found(node: object, path: Path, walked: Path) -> Iterable[tuple[str, object]]:
    """Yield the values at a path, each under the path that leads to it; absent ones as null."""
    if not path:
        if not is_freshness(walked):
            yield ".".join(walked), _without(node, _leading_on(walked))
        return
    head, rest = path[0], path[1:]
    if not isinstance(node, Mapping):
        yield ".".join((*walked, *path)), None
    elif head == "*":
        yield ".".join(walked), sorted(node)
        for key in sorted(node):
            yield from _found(node[key], rest, (*walked, key))
    else:
        yield from _found(node.get(head), rest, (*walked, head))


def _without(node: object, patterns: Iterable[Path]) -> object:
    """Return a leaf as it is, and of rows or a record all but the leaves that patterns lead to."""
    for head, *rest in patterns:
        if not isinstance(node, Mapping):
            return node
        kept = dict(node)
        # Only where a pattern leads is anything looked at: most of a dossier holds no such date.
        for key in node if head == "*" else node.keys() & {head}:
            if rest:
                kept[key] = _without(node[key], [tuple(rest)])
            else:
                del kept[key]
        node = kept
    return node


def fingerprint_input(facts: Mapping[str, object], verdict: Verdict) -> bytes:
    """Return what a decision's fingerprint is made of, to be keyed (DECISIONS 6).

    Left out are the instant, the step that asked and the state it asked in, which the verdict
    does not depend on, and the dates that routine renewal moves: those act through horizons.
    """
    asked = {"as_of", "state", "event", "signoffs"}
    kept = {name: part for name, part in facts.items() if name not in asked}
    return canonical(
        {
            "dossier": _without(kept, FRESHNESS),
            "signoffs": sorted(s.ref for s in verdict.signoffs if s.effective),
            "parameters": dict(verdict.parameters),
            "rulebook": verdict.rulebook_digest,
        }
    )
