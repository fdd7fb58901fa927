"""What a seat is given: its own lines of support and those that the format implies."""

from collections.abc import Iterator
from dataclasses import dataclass

from antechamber_compliance.dossier import Dossier
from antechamber_compliance.dossier.seat import Seat
from antechamber_compliance.missing import Missing, sure
from antechamber_compliance.tables import Tables

IMPLIED_ACTIVITY = "dialogue"


@dataclass(frozen=True, slots=True)
class Line:
    """One kind of support; an implied line has amount 0 and no currency."""

    type: str
    activity: str | Missing
    amount: int | Missing
    currency: str | Missing
    auth: tuple[str, ...] | Missing
    implied: bool


def lines_of(seat: Seat, dossier: Dossier, tables: Tables) -> Iterator[Line]:
    """Yield all lines of a seat; raise Unknown where it is not known which there are."""
    for line in sure(seat.support):
        yield Line(
            sure(line.type), line.activity, line.amount, line.currency, line.auth, implied=False
        )
    for when, kind in tables.implied.get(sure(sure(dossier.session).format), ()):
        if _given(when, seat, dossier):
            yield Line(kind, IMPLIED_ACTIVITY, 0, "", seat.implied_auth, implied=True)


def _given(when: str, seat: Seat, dossier: Dossier) -> bool:
    match when:
        case "always":
            return True
        case "interpreter_seated_and_used":
            return sure(seat.uses_interpretation) and interpreter_seated(dossier)
        case "catering_and_in_person":
            return sure(sure(dossier.session).catering) and sure(seat.mode) == "in_person"
        case mode:
            return sure(seat.mode) == mode


def interpreter_seated(dossier: Dossier) -> bool:
    """Tell whether some seat is an interpreter's; raise Unknown where a role is missing."""
    return any(sure(seat.role) == "interpreter" for seat in sure(dossier.seats))
