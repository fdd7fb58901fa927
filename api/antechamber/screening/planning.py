"""Whom a list update cannot concern: they need not be asked about again."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from antechamber.documents.screening import ScreeningRun
from antechamber.screening.subjects import Subject


@dataclass(frozen=True, slots=True)
class Plan:
    """What was found out about everybody before anything was locked.

    `snapshots` are the copies of the lists that it was found out for. `untouched` are those
    whom no change since their last screening concerns, with that screening.
    """

    snapshots: Mapping[str, str] = field(default_factory=dict)
    untouched: Mapping[UUID, ScreeningRun] = field(default_factory=dict)

    def spares(self, subject: Subject, run: ScreeningRun) -> bool:
        """Say whether nothing has changed that would make a screening find anything else.

        Whoever was recorded or screened anew in the meantime is asked about; so is everybody
        where lists, scores or this software have changed since.
        """
        before = subject.screening
        return (
            before is not None
            and before == self.untouched.get(subject.id)
            and before.method == run.method
            and self.snapshots == run.snapshots
        )


EVERYBODY = Plan()
