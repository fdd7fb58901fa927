"""What routes are given. `Depends` appears nowhere else.

What takes no time is `async`: FastAPI hands anything else to a thread, at a price.

The order is fixed: the token is good (401), then the route runs: `may` (404, 403), then
`require_match` (428, 412), `idempotency.earlier` (400, 422) and `ask.read()` (422).
"""

from typing import Annotated, TypeVar

from fastapi import Body, Depends, Header, Query, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from pydantic import BaseModel

from antechamber.crypto.macs import credential_hash
from antechamber.http.bodies import Unread
from antechamber.http.idempotency import Repeat
from antechamber.http.pages import MOST, USUAL, PageAsk
from antechamber.http.quotas import SCOPE_KEY
from antechamber.identity.actor import Actor
from antechamber.identity.problems import Unauthorised
from antechamber.identity.tokens import authenticate
from antechamber.office import Office
from antechamber.screening.index import Indexes
from antechamber.work import Everywhere

M = TypeVar("M", bound=BaseModel)

BEARER = HTTPBearer(
    scheme_name="token", auto_error=False, description="A token of this office: ante_..."
)


async def _office(request: Request) -> Office:
    office: Office = request.app.state.office
    return office


OfficeDep = Annotated[Office, Depends(_office)]


async def _indexes(request: Request) -> Indexes:
    indexes: Indexes = request.app.state.indexes
    return indexes


IndexesDep = Annotated[Indexes, Depends(_indexes)]


def _actor(
    request: Request,
    office: OfficeDep,
    presented: Annotated[HTTPAuthorizationCredentials | None, Depends(BEARER)],
) -> Actor:
    if presented is None:
        raise Unauthorised
    with office.reading(Everywhere("door")) as work:
        actor = authenticate(work, presented.credentials)
    request.scope[SCOPE_KEY].identify(credential_hash(office.keys.root, presented.credentials))
    return actor


ActorDep = Annotated[Actor, Depends(_actor)]

# A body that stays unread until `ask.read()`: `ask: BodyDep[Model]`.
BodyDep = Annotated[Unread[M], Body()]


async def _if_match(
    value: Annotated[
        str | None, Header(alias="If-Match", description="The ETag of the record as you read it.")
    ] = None,
) -> str | None:
    return value


IfMatchDep = Annotated[str | None, Depends(_if_match)]


async def _repeat(
    request: Request,
    actor: ActorDep,
    key: Annotated[
        str | None,
        Header(
            alias="Idempotency-Key",
            description="Random for each new request, the same for a repetition of it.",
        ),
    ] = None,
) -> Repeat:
    route = f"{request.method} {request.url.path}"
    return Repeat(key, actor, route, await request.body())


RepeatDep = Annotated[Repeat, Depends(_repeat)]


async def _page_ask(
    request: Request,
    actor: ActorDep,
    limit: Annotated[int, Query(ge=1, le=MOST, description="Entries on a page.")] = USUAL,
    cursor: Annotated[
        str | None, Query(max_length=64, description="From the Link header of the page before.")
    ] = None,
) -> PageAsk:
    return PageAsk(limit, cursor, request.url.path, actor)


PageDep = Annotated[PageAsk, Depends(_page_ask)]
