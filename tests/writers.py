"""Many processes that write to one audit log at once."""

import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.synchronize import Barrier
from uuid import uuid4

from antechamber import audit
from antechamber.errors import Busy
from antechamber.office import Office, utc_now
from antechamber.settings import Settings
from antechamber.work import Everywhere, Work

Change = Callable[[Work], object]


@dataclass(frozen=True)
class Written:
    """How long the writers took, from the moment when all were ready, and how they ended."""

    seconds: float
    ended: Sequence[int | None]


def write_at_once(
    settings: Settings, *, writers: int, each: int, change: Change | None = None
) -> Written:
    """Let processes append at once, each in transactions of its own, and wait for them.

    `change` is made in each transaction, before its entry. Nothing of an open office may be
    handed to them: each opens its own.
    """
    context = get_context("fork")
    ready = context.Barrier(writers + 1)
    started = [
        context.Process(target=_write, args=(settings, number, each, ready, change))
        for number in range(writers)
    ]
    for process in started:
        process.start()
    ready.wait(120)
    begun = time.perf_counter()
    for process in started:
        process.join()
    return Written(time.perf_counter() - begun, [process.exitcode for process in started])


def _write(
    settings: Settings, writer: int, each: int, ready: Barrier, change: Change | None
) -> None:
    office = Office.open(settings, clock=utc_now)
    ready.wait(120)
    done = 0
    while done < each:
        try:
            with office.work(Everywhere(f"user:{writer}")) as work:
                if change is not None:
                    change(work)
                said = {"writer": writer, "number": done}
                audit.append(work, "session.scheduled", uuid4(), payload=said)
        except Busy:  # it says so itself: nothing was changed, try again
            continue
        done += 1
    os._exit(0)
