"""One of several processes that race to schedule a session: `python racing.py SESSION TIMES`.

The office is the one that the settings in the environment name. It begins when its standard input
ends, and prints how often it won and lost.
"""

import json
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

from antechamber.clearance import service as clearance
from antechamber.errors import Busy, IllegalTransition
from antechamber.office import Office
from antechamber.settings import Settings
from antechamber.work import Everywhere
from databases import fixed_clock

THREADS = 4
PATIENCE = 200  # times that somebody who is told to try again does


def race(office: Office, session: UUID, times: int) -> Counter[str]:
    """Ask so many times to schedule a session, several at once; count what was answered."""
    with ThreadPoolExecutor(THREADS) as pool:
        return Counter(pool.map(lambda _: book(office, session), range(times)))


def book(office: Office, session: UUID) -> str:
    """Schedule the session and say whether that was won or lost."""
    for _ in range(PATIENCE):
        try:
            with office.work(Everywhere("convener")) as work:
                clearance.take_step(work, session, "schedule")
        except IllegalTransition:
            return "lost"
        except Busy:
            continue
        return "won"
    return "gave up"


if __name__ == "__main__":
    opened = Office.open(Settings(), clock=fixed_clock)
    sys.stdin.read()
    print(json.dumps(race(opened, UUID(sys.argv[1]), int(sys.argv[2]))))
    opened.close()
