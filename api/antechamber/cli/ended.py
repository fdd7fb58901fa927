"""What a command says at its end when something stopped it."""

import traceback
from pathlib import Path

from pydantic import ValidationError
from sqlalchemy.exc import DBAPIError

from antechamber import database, roles
from antechamber.errors import NotReady, Problem
from antechamber_compliance.policy import BadPolicy
from antechamber_compliance.screening.regimes import BadTable


def why(fault: Exception) -> str:
    """Say in one line what to do about a fault."""
    match fault:
        case NotReady() | BadPolicy() | BadTable():
            return str(fault)
        case ValidationError():
            named = {str(part) for error in fault.errors() for part in error["loc"]}
            return (
                f"A setting cannot be used: {', '.join(sorted(named))}. See docs/command-line.md."
            )
        case Problem():
            said = fault.detail.startswith(fault.title)
            return fault.detail if said else f"{fault.title}: {fault.detail}"
        case DBAPIError() if roles.lacks_rights(fault):
            return roles.NOT_THE_OWNER
        case DBAPIError() if database.has_gone(fault):
            return database.UNREACHABLE
    return f"antechamber failed: {type(fault).__name__} in {_where(fault)}. Please report it."


def _where(fault: Exception) -> str:
    """Name the place in the code: file and line, nothing that was being worked on."""
    frame = traceback.extract_tb(fault.__traceback__)[-1]
    return f"{Path(frame.filename).name}:{frame.lineno}"
