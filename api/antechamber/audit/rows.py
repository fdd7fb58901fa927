"""Compare what the log says of decisions, sessions and erasures with the rows that are there.

The log outlives what it is about: whoever deletes a decision, or puts an older row in the place
of a newer one, would have to change the log as well, whose checkpoints an auditor holds.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlmodel import select

from antechamber.audit.log import Finding
from antechamber.crypto.macs import audit_token, verify_decision_mac
from antechamber.tables import DecisionRow, KeyRow, ParticipantRow, SessionRow
from antechamber.work import Work

BATCH = 50
UNLOGGED = 0  # the place of what no entry names
DRAFT = "draft"


@dataclass(slots=True)
class Told:
    """What entries tell, by the pseudonym of what they are about, and in which entry."""

    work: Work
    decisions: dict[str, tuple[int, str]] = field(default_factory=dict)
    states: dict[str, tuple[int, str]] = field(default_factory=dict)
    people: dict[str, int] = field(default_factory=dict)
    erased: dict[str, int] = field(default_factory=dict)

    def note(self, entry: dict[str, Any], content: bytes) -> None:
        """Note what an entry tells that was found in order.

        `content` is its payload, b"" where that was destroyed: of people alone.
        """
        sequence, about = entry["sequence"], entry["object"]
        match entry["action"]:
            case "decision.made":
                said = json.loads(content)
                self.decisions[about] = sequence, said["mac"]
                self.states[self.pseudonym(said["session"])] = sequence, said["after"]
            case "session.moved":
                self.states[about] = sequence, json.loads(content)["after"]
            case "participant.registered":
                self.people[about] = sequence
            case "participant.erased":
                self.erased[about] = sequence

    def findings(self) -> Iterator[Finding]:
        """Yield where the rows are not as the log tells."""
        yield from self._decisions()
        yield from self._sessions()
        yield from self._people()

    def pseudonym(self, of: UUID | str) -> str:
        """Return the pseudonym under which the log speaks of a row."""
        return audit_token(self.work.keys.oldest, "object", str(of))

    def _decisions(self) -> Iterator[Finding]:
        told = dict(self.decisions)
        rows = self.work.session.exec(select(DecisionRow).execution_options(yield_per=BATCH))
        for row in rows:
            sequence, mac = told.pop(self.pseudonym(row.id), (UNLOGGED, ""))
            made = any(verify_decision_mac(root, row) for root in self.work.keys.every)
            if sequence == UNLOGGED:
                yield Finding(UNLOGGED, "there is a decision that the log does not name")
            elif row.mac.hex() != mac or not made:
                yield Finding(sequence, "the decision it names was changed")
            self.work.session.expunge(row)  # years of decisions must not fill the memory
        for sequence, _ in told.values():
            yield Finding(sequence, "the decision it names is gone")

    def _sessions(self) -> Iterator[Finding]:
        told = dict(self.states)
        for row in self.work.session.exec(select(SessionRow)):
            sequence, state = told.pop(self.pseudonym(row.id), (UNLOGGED, DRAFT))
            if row.state.value != state:
                yield Finding(sequence, "the session it names has another state")
        for sequence, _ in told.values():
            yield Finding(sequence, "the session it names is gone")

    def _people(self) -> Iterator[Finding]:
        kept = set(self.work.session.exec(select(KeyRow.id)))
        left = dict(self.people)
        for row in self.work.session.exec(select(ParticipantRow)):
            name, is_there = self.pseudonym(row.id), row.key_id in kept
            registered = left.pop(name, UNLOGGED)
            if name in self.erased and is_there:
                yield Finding(self.erased[name], "whom it names as erased is there again")
            if name not in self.erased and (row.erased or not is_there):
                yield Finding(registered, "whom it names is erased, and the log does not say so")
        for sequence in left.values():
            yield Finding(sequence, "the person it names is gone, and not only their key")
