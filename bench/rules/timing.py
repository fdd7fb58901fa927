"""Interleaved rounds: what slows the machine slows every contestant alike.

Time is the processor time of this process, in all its threads: a rate is that of one core,
whatever else the machine does.
"""

from collections.abc import Callable, Mapping
from statistics import median
from time import process_time

# Runs through its own inputs once and returns how many there were.
Lap = Callable[[], int]


def rates(laps: Mapping[str, Lap], rounds: int, seconds: float) -> dict[str, float]:
    """Return each contestant's median rate a second.

    In a round everyone gets `seconds`, or one lap if that takes longer; each round begins
    with another one. A first round warms up and does not count.
    """
    measured: dict[str, list[float]] = {name: [] for name in laps}
    names = list(laps)
    for turn in range(rounds + 1):
        start = turn % len(names)
        for name in names[start:] + names[:start]:
            rate = _rate(laps[name], seconds)
            if turn:
                measured[name].append(rate)
    return {name: median(found) for name, found in measured.items()}


def _rate(lap: Lap, seconds: float) -> float:
    done, began = 0, process_time()
    while True:
        done += lap()
        spent = process_time() - began
        if spent >= seconds:
            return done / spent
