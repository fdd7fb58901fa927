"""What a long log costs: to sign, to hand over, to prove and to check."""

import io
import os
import time
from collections.abc import Callable
from functools import partial
from typing import TypeVar
from uuid import uuid4

from sqlalchemy import insert, update

from antechamber import audit
from antechamber.audit.bundle_verifier import check
from antechamber.crypto.sealing import Sealed
from antechamber.office import Office
from antechamber.settings import Settings
from antechamber.tables import metadata
from antechamber.work import Everywhere
from databases import fixed_clock

REAL = 2000
FEWEST = REAL + 2  # those, their export, and one to fill up with
FILLER = b"\0" * 64  # in place of a sealed entry: nothing that is timed with it opens one
Result = TypeVar("Result")


def of(settings: Settings, entries: int) -> dict[str, float]:
    """Return processor seconds by what was done; fail unless all of it holds.

    What opens entries is timed on 2,000 real ones. The log is then filled up with leaves drawn at
    random, for what reads leaves alone.
    """
    office, found = Office.open(settings, clock=fixed_clock), dict[str, float]()

    def timed(what: str, do: Callable[[], Result]) -> Result:
        begun = time.process_time()
        result = do()
        found[what] = time.process_time() - begun
        return result

    timed(f"{REAL:,} appended in one transaction", partial(append, office, REAL))
    timed(f"audit verify, {REAL:,}", partial(audit.verify, office))
    told = timed(f"audit export --entries, {REAL:,}", partial(bundle, office, with_entries=True))
    fill(office, entries)
    timed(f"audit checkpoint, {entries:,}", partial(audit.add_checkpoint, office))
    hashes = timed(f"audit export, {entries:,}", partial(bundle, office, with_entries=False))
    proof = timed(
        f"audit prove, {entries:,}", partial(audit.prove, office, 1, actor=Everywhere("bench"))
    )
    for what, data in (
        (f"{REAL:,} with entries", told),
        (f"{entries:,}", hashes),
        ("a proof", proof),
    ):
        report = timed(f"the verifier, {what}", partial(check, data))
        if report.faults:
            raise SystemExit(f"{what}: {report.faults}")
    office.close()
    return found


def append(office: Office, count: int) -> None:
    """Append real entries."""
    with office.work(Everywhere("bench")) as work:
        for number in range(count):
            audit.append(work, "session.scheduled", uuid4(), payload={"number": number})


def fill(office: Office, size: int) -> None:
    """Bring the log to this size with entries of which only the leaves are real."""
    head, entry = metadata.tables["audit_head"], metadata.tables["audit_entry"]
    with office.work(Everywhere("bench")) as work:
        connection = work.session.connection()
        last, leaf = connection.execute(head.select()).one()[1:]
        rows = []
        for sequence in range(last + 1, size + 1):
            previous, leaf = leaf, os.urandom(32)
            rows.append({"sequence": sequence, "previous": previous, "leaf": leaf})
        sealed = {"entry": Sealed(FILLER), "payload": Sealed(FILLER)}
        connection.execute(insert(entry), [row | sealed for row in rows])
        connection.execute(update(head).values(sequence=size, leaf=leaf))


def bundle(office: Office, *, with_entries: bool) -> bytes:
    """Return the exported log."""
    out = io.BytesIO()
    audit.export(office, out, actor=Everywhere("bench"), with_entries=with_entries)
    return out.getvalue()
