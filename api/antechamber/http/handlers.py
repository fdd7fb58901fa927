"""Every exception that leaves a route becomes a problem document here."""

from fastapi import FastAPI, HTTPException, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.routing import iter_route_contexts
from starlette.exceptions import HTTPException as StarletteHTTPException

from antechamber.errors import NotFound, Problem
from antechamber.http import body_limit
from antechamber.http.problems import BadRequest, InvalidRequest, MethodNotAllowed, response_of
from antechamber.http.validation import parameter_faults


def install(app: FastAPI) -> None:
    """Handle our problems, the router's refusals and invalid parameters."""
    app.add_exception_handler(Problem, _problem)
    app.add_exception_handler(StarletteHTTPException, _refusal)
    app.add_exception_handler(RequestValidationError, _invalid)


async def _problem(request: Request, fault: Exception) -> JSONResponse:
    if not isinstance(fault, Problem):
        raise TypeError("registered for Problem alone") from fault
    return response_of(fault)


async def _refusal(request: Request, fault: Exception) -> JSONResponse:
    match fault:
        case StarletteHTTPException(status_code=404):
            return response_of(NotFound("There is nothing at this address."))
        case StarletteHTTPException(status_code=405):
            return response_of(MethodNotAllowed(_methods_of(request)))
        case HTTPException(status_code=body_limit.STATUS):
            return response_of(body_limit.too_large())
    return response_of(BadRequest("The request could not be read. Send it again, whole."))


async def _invalid(request: Request, fault: Exception) -> JSONResponse:
    if not isinstance(fault, RequestValidationError):
        raise TypeError("registered for RequestValidationError alone") from fault
    if any(error["loc"][0] == "path" for error in fault.errors()):
        # What is no id is no record's id either.
        return response_of(NotFound("There is nothing at this address."))
    return response_of(InvalidRequest(parameter_faults(fault.errors())))


def _methods_of(request: Request) -> list[str]:
    """Return all methods of the address: the router itself names those of one route only."""
    found: set[str] = set()
    for route in iter_route_contexts(request.app.routes):
        if route.path_regex.match(request.url.path):
            found |= route.methods or set()
    return sorted(found)
