"""What a long log costs: to write, to sign, to hand over, to prove and to check."""

import io
import time
from collections.abc import Callable
from functools import partial
from typing import TypeVar
from uuid import uuid4

from antechamber import audit
from antechamber.audit.bundle_verifier import check
from antechamber.office import Office
from antechamber.settings import Settings
from databases import fixed_clock

AT_ONCE = 1000  # entries in one transaction: the log is only being filled here
Result = TypeVar("Result")


def of(settings: Settings, entries: int) -> dict[str, float]:
    """Return seconds by what was done; fail unless all of it holds."""
    office, found = Office.open(settings, clock=fixed_clock), dict[str, float]()

    def timed(what: str, do: Callable[[], Result]) -> Result:
        begun = time.perf_counter()
        result = do()
        found[what] = time.perf_counter() - begun
        return result

    timed(f"append, {AT_ONCE:,} in a transaction", lambda: fill(office, entries))
    timed("audit checkpoint", lambda: audit.add_checkpoint(office))
    proof = timed("audit prove", lambda: audit.prove(office, entries // 2, actor="bench"))
    hashes = timed("audit export", lambda: bundle(office, with_entries=False))
    whole = timed("audit export --entries", lambda: bundle(office, with_entries=True))
    timed("audit verify, the office's own log", lambda: audit.verify(office))
    for what, data in (("hashes", hashes), ("entries", whole), ("a proof", proof)):
        report = timed(f"the verifier on {what}", partial(check, data))
        if report.faults:
            raise SystemExit(f"{what}: {report.faults}")
    office.close()
    return found


def fill(office: Office, entries: int) -> None:
    """Append entries, many in a transaction."""
    for start in range(0, entries, AT_ONCE):
        with office.work("bench") as work:
            for number in range(start, min(start + AT_ONCE, entries)):
                audit.append(work, "session.scheduled", uuid4(), payload={"number": number})


def bundle(office: Office, *, with_entries: bool) -> bytes:
    """Return the exported log."""
    out = io.BytesIO()
    audit.export(office, out, actor="bench", with_entries=with_entries)
    return out.getvalue()
