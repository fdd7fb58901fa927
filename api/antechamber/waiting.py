"""Who writes next, where a database has one writer at a time: whoever has waited longest."""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition

from antechamber.errors import Busy

TRY_AGAIN = "Nothing was changed. Try again in a few seconds."


class Line:
    """A line of threads of this process.

    SQLite itself keeps none: whoever waits for its lock looks again now and then, and of many
    who do, some find it taken each time until they give up.
    """

    def __init__(self) -> None:
        self._moved = Condition()
        self._waiting: deque[object] = deque()

    @contextmanager
    def turn(self, seconds: float) -> Iterator[None]:
        """Wait for one's turn and have it until the block ends; raise Busy after so long."""
        me = object()
        with self._moved:
            self._waiting.append(me)
        try:
            with self._moved:
                if not self._moved.wait_for(lambda: self._waiting[0] is me, seconds):
                    raise Busy(TRY_AGAIN)
            yield
        finally:
            with self._moved:
                self._waiting.remove(me)
                self._moved.notify_all()
