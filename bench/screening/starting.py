"""How long an office takes until it can screen, and the memory of it: the index built, or kept."""

import multiprocessing
import resource
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from bench.screening.data import SHARED
from bench.screening.speed import SHIPPED

from antechamber.documents.office import OfficeDocument
from antechamber.office import Office
from antechamber.policies import shipped_regimes
from antechamber.screening import folder
from antechamber.screening.importing import import_list
from antechamber.screening.index import Indexes
from antechamber.settings import Settings
from antechamber.work import Everywhere
from antechamber_compliance.screening.match import Query, match


@dataclass(frozen=True, slots=True)
class Start:
    """Seconds of processor time and of the clock, from a new process to its first answer.

    `office_seconds` is opening the office, `index_seconds` opening its lists and having their
    index; `mib` is the memory at the peak, `kept_mib` the size of the kept index.
    """

    office_seconds: float
    index_seconds: float
    index_wall_seconds: float
    mib: float
    kept_mib: float


def starts() -> dict[str, Start]:
    """Fill an office with all real lists, and start it without a kept index and with one."""
    with tempfile.TemporaryDirectory() as place:
        settings = Settings(home=Path(place) / "home", key_file=Path(place) / "key" / "office.key")
        office = Office.create(settings, document=OfficeDocument(name="Bench", tz="UTC"))
        for described in folder.active_lists(SHARED / "lists"):
            import_list(office, Everywhere("bench"), described, shipped_regimes(), Indexes())
        office.close()
        return {name: _in_new_process(settings) for name in ("index built", "index kept")}


def _in_new_process(settings: Settings) -> Start:
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_start, (settings,))


def _start(settings: Settings) -> Start:
    begun = time.process_time()
    office = Office.open(settings)
    opened, wall = time.process_time(), time.perf_counter()
    indexes = Indexes.of(office)
    with office.reading(Everywhere("bench")) as work:
        match(indexes.current(work).index, Query("", "Mirven Ostrakov", "Person"), SHIPPED)
    done, wall = time.process_time(), time.perf_counter() - wall
    office.close()
    kept = indexes.file.path.stat().st_size if indexes.file else 0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Start(opened - begun, done - opened, wall, peak, kept / 2**20)
