"""Is the process up, and can the office work? Asked without a token, answered without detail."""

from sqlalchemy.exc import DatabaseError

from antechamber.crypto.sealing import Unsealable
from antechamber.deps import OfficeDep
from antechamber.errors import Busy
from antechamber.fitting import misfit
from antechamber.http.bodies import api_router
from antechamber.http.openapi import answers
from antechamber.http.problems import Unready
from antechamber.http.schemas import Outgoing
from antechamber.office import Office
from antechamber.tables.walls import altered
from antechamber.work import Everywhere

router = api_router("health")


class Health(Outgoing):
    """That all is well; what is not is a problem."""

    status: str


@router.get("/healthz")
def alive() -> Health:
    """Say that the process answers."""
    return Health(status="alive")


@router.get("/readyz", responses=answers(Unready))
def ready(office: OfficeDep) -> Health:
    """Say that the database answers, its keys open it, and triggers and rules are in place."""
    if not _is_ready(office):
        raise Unready("Ask again later.")
    return Health(status="ready")


def _is_ready(office: Office) -> bool:
    try:
        with office.reading(Everywhere("health")) as work:
            if misfit(work):
                return False
            ruled = office.rules.in_force(work).source != "none"
            return ruled and not altered(work.session.connection())
    except (Busy, DatabaseError, Unsealable):
        return False
