"""How many audited writes a second, and where the time of one goes."""

import statistics
import time
from pathlib import Path
from uuid import uuid4

from antechamber import audit
from antechamber.office import Office
from antechamber.settings import Settings
from antechamber.tables import InitiativeRow
from antechamber.work import Everywhere, Work
from databases import Backend, fixed_clock
from writers import write_at_once

DOCUMENT = b"{}" + b" " * 2000


def change(work: Work) -> None:
    """Make what an ordinary write makes: a key, and a sealed document under it."""
    row = InitiativeRow()
    work.seal(row, "document", DOCUMENT, key=work.new_initiative_key(row.id))
    work.session.add(row)
    work.session.flush()


def of(backend: Backend, place: Path, writers: int, each: int) -> float:
    """Return audited writes a second; fail unless each of them is in the log."""
    settings = backend.office(place)
    written = write_at_once(settings, writers=writers, each=each, change=change)
    office = Office.open(settings, clock=fixed_clock)
    count = audit.verify(office).count
    office.close()
    backend.clear()
    if count != writers * each or any(written.ended):
        raise SystemExit(f"{count} of {writers * each} writes are in the log")
    return count / written.seconds


def profile(settings: Settings, count: int) -> dict[str, float]:
    """Return what one write takes with one writer, in milliseconds, median: in all and in parts.

    While the head is locked, other writers wait: the reciprocal bounds what they do together.
    """
    office = Office.open(settings, clock=fixed_clock)
    _one(office)  # what is prepared once is not of each write
    begun = time.process_time()
    timed = [_one(office) for _ in range(count)]
    processor = (time.process_time() - begun) / count * 1000
    office.close()
    parts = {
        "in all": [end - begin for begin, _, _, end in timed],
        "the change, the head free": [locked - begin for begin, locked, _, _ in timed],
        "the entry, the head locked": [noted - locked for _, locked, noted, _ in timed],
        "the commit, the head locked": [end - noted for _, _, noted, end in timed],
    }
    found = {what: statistics.median(times) * 1000 for what, times in parts.items()}
    locked = found["the entry, the head locked"] + found["the commit, the head locked"]
    return found | {
        "so writes a second at most": 1000 / locked,
        "processor time of one, the server's not counted": processor,
    }


def _one(office: Office) -> tuple[float, float, float, float]:
    begin = time.perf_counter()
    with office.work(Everywhere("user:1")) as work:
        change(work)
        locked = time.perf_counter()
        audit.append(work, "initiative.created", uuid4(), payload={"number": 1})
        noted = time.perf_counter()
    return begin, locked, noted, time.perf_counter()
