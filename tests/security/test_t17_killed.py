"""T17: killed anywhere, nothing acknowledged is lost, nothing is half done, no hand is needed."""

import random
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from databases import Backend
from killable import ON_POSTGRESQL, OPERATIONS, Operation
from killing import in_child

SEED = 17


def spread(points: int, wanted: int) -> list[int]:
    """Choose points of a work: as many as wanted, spread over all that it has, and the last."""
    chosen = random.Random(SEED).sample(range(1, points), min(wanted - 1, points - 1))
    return [*sorted(chosen), points]


class Trial:
    """One work, done in children that are killed, until it is done."""

    def __init__(self, backend: Backend, folder: Path, kind: type[Operation]) -> None:
        self._backend, self._folder = backend, folder
        self._prepared = kind(backend.office(folder / "prepared"))
        self.seen: Counter[str] = Counter()
        self._count = 0

    def ready(self) -> Operation:
        self._count += 1
        place = self._prepared.settings
        return self._prepared.at(self._backend.copy(place, self._folder / str(self._count)))

    def run(self, points: int, moments: int) -> None:
        whole = self.ready()
        began = time.monotonic()
        end = in_child(whole.work)
        lasted = time.monotonic() - began
        assert whole.found() == whole.after
        operation = self.ready()
        for at in spread(end.points, points):
            operation = self._kill(operation, at=at)
        for _ in range(moments):
            operation = self._kill(operation, after=random.uniform(0, lasted))
        in_child(operation.work)  # the next one needs no hand
        assert operation.found() == operation.after

    def told(self, what: str) -> tuple[str, str]:
        """Return what was run and what came out."""
        seen = self.seen
        stood = f"{seen['before']} times not begun, {seen['after']} done"
        return f"{what} killed {seen['killed']} times", f"{what} {stood}, 0 lost or half done"

    def _kill(
        self, operation: Operation, at: int | None = None, after: float | None = None
    ) -> Operation:
        end = in_child(operation.work, at=at, after=after)
        found = operation.found()
        assert found in (operation.before, operation.after)
        if end.acknowledged:
            assert found == operation.after, "what was acknowledged is lost"
        self.seen["killed" if end.killed else "done first"] += 1
        self.seen["after" if found == operation.after else "before"] += 1
        return self.ready() if found == operation.after else operation


@pytest.mark.slow
@pytest.mark.parametrize("kind", OPERATIONS, ids=lambda kind: kind.__name__)
def test_killed_anywhere_it_is_done_or_not_begun(
    kind: type[Operation],
    sqlcipher: Backend,
    tmp_path: Path,
    came_out: Callable[[str, str, str], None],
    figure: Callable[[int, int], int],
) -> None:
    trial = Trial(sqlcipher, tmp_path, kind)
    trial.run(figure(2, 32), figure(1, 10))
    came_out("T17", *trial.told(kind.__name__))
    assert trial.seen["killed"] >= figure(1, 29)  # of seven kinds of work: 200 and more


@pytest.mark.slow
@pytest.mark.parametrize("kind", ON_POSTGRESQL, ids=lambda kind: kind.__name__)
def test_killed_anywhere_on_postgresql_it_is_done_or_not_begun(
    kind: type[Operation],
    postgresql: Backend,
    tmp_path: Path,
    came_out: Callable[[str, str, str], None],
    figure: Callable[[int, int], int],
) -> None:
    trial = Trial(postgresql, tmp_path, kind)
    trial.run(figure(2, 15), figure(0, 2))
    came_out("T17", *trial.told(f"{kind.__name__} on PostgreSQL"))
    assert trial.seen["killed"] >= figure(1, 10)
