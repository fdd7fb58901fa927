"""What the benchmark asks of an engine."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from bench.rules.engagements import Engagement

SESSION = "session"
# Rule -> whom it is broken for: seats in their order, or the session.
Findings = dict[str, list[str]]


@dataclass(frozen=True)
class Engine:
    """One way to judge an engagement by the 25 rules.

    `prepare` brings an engagement into the form that the engine's interface takes and is not
    timed; `judge` returns the findings and is. `package` is the distribution measured.
    """

    name: str
    package: str
    note: str
    prepare: Callable[[Engagement], Any]
    judge: Callable[[Any], Findings]


def broken(found: Sequence[tuple[str, Sequence[str]]]) -> Findings:
    """Return the rules that are broken for somebody."""
    return {rule: list(refs) for rule, refs in found if refs}
