"""Do something in a child process and kill it at a chosen point, with SIGKILL.

The points are the statements and commits of all databases, and what the child opens, renames,
links or removes: counted from outside, so that the product holds no code for it.
"""

import os
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Thread
from typing import Any

from sqlalchemy import Engine, event

FILES = {"open", "os.rename", "os.link", "os.remove", "os.mkdir", "os.rmdir", "shutil.copyfile"}
DONE = b"done"


@dataclass(frozen=True)
class End:
    """How a child ended: whether it acknowledged that it was done, and how many points it saw."""

    acknowledged: bool
    killed: bool
    points: int


class Points:
    """Counts, and kills at the point that was chosen."""

    def __init__(self, at: int | None) -> None:
        self.seen, self._at = 0, at

    def __call__(self, *_: Any) -> None:
        self.seen += 1
        if self.seen == self._at:
            os.kill(os.getpid(), signal.SIGKILL)

    def watch(self) -> None:
        """Count from now on, in this process and until it ends."""
        event.listen(Engine, "before_cursor_execute", self)
        event.listen(Engine, "commit", self)
        sys.addaudithook(lambda name, _: self() if name in FILES else None)


def in_child(what: Callable[[], None], at: int | None = None, after: float | None = None) -> End:
    """Do `what` in a child that dies at its n-th point, or so many seconds after it began."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        code = 1
        try:
            points = Points(at)
            points.watch()
            if after is not None:
                Thread(target=_die_after, args=(after,), daemon=True).start()
            what()
            os.write(writing, DONE + b" %d" % points.seen)
            code = 0
        finally:
            os._exit(code)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read().split()
    _, status = os.waitpid(child, 0)
    killed = os.WIFSIGNALED(status)
    if not killed and os.WEXITSTATUS(status):
        raise RuntimeError("the child failed by itself")
    return End(bool(said), killed, int(said[1]) if said else 0)


def _die_after(seconds: float) -> None:
    time.sleep(seconds)
    os.kill(os.getpid(), signal.SIGKILL)
