"""Read the log: every entry in its order, or the faults that stand in the way."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlmodel import col, select

from antechamber.audit.bundle_verifier import NO_LEAF, Checkpoint, Tree, disagreements, grown
from antechamber.tables import AuditEntryRow, AuditHeadRow
from antechamber.work import Work

BATCH = 5000  # rows of a hundred bytes: numbers and hashes alone


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, and at which sequence; never what the entry says."""

    sequence: int
    fault: str


class BrokenLog(Exception):
    """The log does not hold; `findings` say where."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        places = ", ".join(f"{finding.sequence}: {finding.fault}" for finding in self.findings[:10])
        super().__init__(f"{len(self.findings)} faults in the audit log ({places})")


class Order:
    """Watches entries pass in their order and notes where one is missing or out of place."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self._expected, self._previous = 1, NO_LEAF

    def next(self, sequence: int, previous: bytes, leaf: bytes) -> None:
        """Note the entry that comes next."""
        if sequence != self._expected:
            self.findings.append(Finding(self._expected, "missing"))
        if previous != self._previous:
            self.findings.append(Finding(sequence, "does not follow the entry before it"))
        self._expected, self._previous = sequence + 1, leaf

    def end(self, work: Work) -> None:
        """Note whether the entry that came last is the one that the head names."""
        head = work.session.get(AuditHeadRow, 1)
        last = self._expected - 1
        if head is None or (head.sequence, head.leaf) != (last, self._previous):
            self.findings.append(Finding(last, "is not the end that the head names"))


def leaves(work: Work) -> Iterator[tuple[int, bytes, bytes]]:
    """Yield sequence, previous and leaf of every entry; needs no key."""
    columns = select(AuditEntryRow.sequence, AuditEntryRow.previous, AuditEntryRow.leaf)
    ordered = columns.order_by(col(AuditEntryRow.sequence))
    for row in work.session.exec(ordered.execution_options(yield_per=BATCH)):
        yield row[0], row[1], row[2]


def tree_of(work: Work, promised: Iterable[Checkpoint]) -> Tree:
    """Return the tree over the log; raise BrokenLog if it does not keep what was promised."""
    order, promised = Order(), list(promised)

    def passing() -> Iterator[bytes]:
        for sequence, previous, leaf in leaves(work):
            order.next(sequence, previous, leaf)
            yield leaf
        order.end(work)

    tree, roots = grown(passing(), {each.size for each in promised})
    findings = order.findings + broken(promised, tree, roots)
    if findings:
        raise BrokenLog(findings)
    return tree


def broken(promised: Iterable[Checkpoint], tree: Tree, roots: dict[int, bytes]) -> list[Finding]:
    """Return which checkpoints the log breaks."""
    return [Finding(*each) for each in disagreements(promised, tree.count, roots)]
