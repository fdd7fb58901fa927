"""The demonstration's own clock: it stands where the story puts it, until it is let run."""

import time
from datetime import datetime, timedelta


class StoryClock:
    """An office's clock. It never goes back: documents would be dated ahead."""

    def __init__(self, at: datetime) -> None:
        self._at = at
        self._let_run: float | None = None

    def __call__(self) -> datetime:
        """Return the instant, aware."""
        if self._let_run is None:
            return self._at
        return self._at + timedelta(seconds=time.monotonic() - self._let_run)

    def move(self, at: datetime) -> None:
        """Stand at a later instant; raise ValueError for an earlier one."""
        if at < self._at:
            raise ValueError("the story is told in order")
        self._at = at

    def run(self) -> None:
        """Go on from here at the speed of real time."""
        self._let_run = time.monotonic()
