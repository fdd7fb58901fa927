"""The HTTP application: the only module that knows every slice."""

from collections.abc import Sequence
from importlib.metadata import version
from typing import Any

from fastapi import APIRouter, FastAPI
from fastapi.telemetry import TelemetryConfig
from starlette.middleware import Middleware

from antechamber import health
from antechamber.clearance import routes as clearance
from antechamber.clearance.dossiers import NotReplayable
from antechamber.consents import routes as consents
from antechamber.consents.service import NothingToWithdraw
from antechamber.erasure import routes as erasure
from antechamber.errors import Problem
from antechamber.http import handlers
from antechamber.http import problems as http_problems
from antechamber.http.body_limit import BodyLimit
from antechamber.http.envelope import Envelope
from antechamber.http.explanations import explanations
from antechamber.http.openapi import complete
from antechamber.http.quotas import QuotaLimit, Quotas
from antechamber.http.settings import HttpSettings
from antechamber.initiatives import routes as initiatives
from antechamber.matching import routes as matching
from antechamber.matching.service import BadExample, NameInUrl, TooMuchAtOnce
from antechamber.office import Office
from antechamber.participants import organisation_routes as organisations
from antechamber.participants import routes as participants
from antechamber.participants.service import RefTaken
from antechamber.rulebooks import routes as parameters
from antechamber.rulebooks.current import NoRulebook
from antechamber.rulebooks.parameters import NothingProposed, SecondPerson
from antechamber.screening import routes as screening
from antechamber.screening.index import Indexes, NoLists
from antechamber.screening.service import ScreenFirst
from antechamber.sessions import routes as sessions
from antechamber.sessions.service import Closed, SameReader, TooMany
from antechamber.signoffs import routes as signoffs
from antechamber.signoffs.service import NotForeseen, NotOpen, NotYours, ValuesChanged

ROUTERS: tuple[APIRouter, ...] = (
    health.router,
    initiatives.router,
    participants.router,
    organisations.router,
    consents.router,
    sessions.router,
    screening.router,
    signoffs.router,
    clearance.router,
    parameters.router,
    matching.router,
    erasure.router,
)
PROBLEMS: tuple[type[Problem], ...] = (
    *http_problems.KNOWN,
    BadExample,
    Closed,
    NameInUrl,
    NoLists,
    NoRulebook,
    NotForeseen,
    NothingProposed,
    NothingToWithdraw,
    NotOpen,
    NotReplayable,
    ScreenFirst,
    NotYours,
    RefTaken,
    SameReader,
    SecondPerson,
    TooMany,
    TooMuchAtOnce,
    ValuesChanged,
)

# FastAPI's default records every query string and the text of every exception wherever an
# OpenTelemetry provider is set up.
NO_TELEMETRY: TelemetryConfig = {
    "tracing": False,
    "metrics": False,
    "logs": False,
    "operation_spans": False,
    "auto_configure": False,
    "exclude": lambda _: True,
}


class Api(FastAPI):
    """FastAPI with an OpenAPI document that says all."""

    def openapi(self) -> dict[str, Any]:
        """Return the document."""
        return complete(super().openapi())


def create_app(
    office: Office,
    *,
    settings: HttpSettings | None = None,
    quotas: Quotas | None = None,
    routers: Sequence[APIRouter] = ROUTERS,
    indexes: Indexes | None = None,
) -> FastAPI:
    """Wire an open office to HTTP; whoever opened the office closes it.

    `indexes` may hold an index over the lists already; the first screening builds it otherwise.
    """
    settings = settings or HttpSettings()
    app = Api(
        title="antechamber",
        version=version("antechamber"),
        summary="No session is scheduled unless the rules clear it.",
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        servers=[{"url": "/"}],
        docs_url=None,  # both pages load scripts from elsewhere
        redoc_url=None,
        redirect_slashes=False,  # a redirect would repeat the query
        telemetry=NO_TELEMETRY,
        middleware=[  # from the outside in
            Middleware(Envelope),
            Middleware(QuotaLimit, quotas=quotas or Quotas(settings)),
            Middleware(BodyLimit, most=settings.max_body_bytes, within=settings.body_seconds),
        ],
    )
    app.state.office = office
    app.state.indexes = indexes or Indexes.of(office)
    handlers.install(app)
    for router in (*routers, explanations(PROBLEMS)):
        app.include_router(router)
    return app
