"""All checks, in the order in which they are shown."""

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from antechamber.doctor import inside, machine
from antechamber.doctor.anchors import anchors
from antechamber.doctor.finding import Finding, fail
from antechamber.doctor.room import backup_room
from antechamber.errors import Busy, NotReady
from antechamber.office import Office
from antechamber.settings import Settings
from antechamber.work import Everywhere, Work

T = TypeVar("T")
ACTOR = Everywhere("doctor")
OF_THE_MACHINE: tuple[Callable[[Settings], Finding], ...] = (
    machine.keys,
    machine.recovery,
    machine.keys_apart,
    machine.permissions,
    machine.disk,
    machine.core_dumps,
    machine.swap,
    machine.kernel_clock,
)
OF_THE_OFFICE: tuple[Callable[[Work], Finding], ...] = (
    inside.log_end,
    inside.clock,
    inside.held_roles,
    inside.screening_lists,
    inside.backups,
    inside.erasures,
    inside.keyring,
    inside.server,
)


def examine(settings: Settings, clock: Callable[[], datetime]) -> list[Finding]:
    """Make every check that can be made; what breaks is a finding, never the end."""
    found = [_made(check, settings) for check in OF_THE_MACHINE]
    if found[0].status == "fail":
        return found  # without keys there is nothing more to be seen
    try:
        office = Office.open(settings, clock=clock)
    except (NotReady, Busy) as fault:
        return [*found, fail("database", "The office does not open.", str(fault))]
    try:
        found.append(Finding("database", "ok", "It opens: schema, triggers and keys are right."))
        for check in OF_THE_OFFICE:
            with office.reading(ACTOR) as work:
                found.append(_made(check, work))
        found += [_made(anchors, office), _made(backup_room, office)]
    finally:
        office.close()
    return found


def _made(check: Callable[[T], Finding], of: T) -> Finding:
    try:
        return check(of)
    except Exception as fault:  # noqa: BLE001 - one check must not keep us from the others
        name = check.__name__.replace("_", "-")
        return fail(name, f"It could not be checked ({type(fault).__name__}).", "Report it.")
