"""The token as OpenSanctions' clients send it: `Authorization: ApiKey ante_...`."""

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request, Response

from antechamber.http.bodies import UnparsedRoute

THEIRS, OURS = b"apikey", b"Bearer"


class ApiKeyRoute(UnparsedRoute):
    """A route that takes a token under either name of the scheme."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Wrap the handler, which knows bearer tokens alone."""
        handler = super().get_route_handler()

        async def renamed(request: Request) -> Response:
            headers = [_as_bearer(*header) for header in request.scope["headers"]]
            request.scope["headers"] = headers  # in place: others keep notes in the scope
            return await handler(Request(request.scope, request.receive))

        return renamed


def _as_bearer(name: bytes, value: bytes) -> tuple[bytes, bytes]:
    scheme, blank, token = value.partition(b" ")
    if name == b"authorization" and scheme.lower() == THEIRS:
        return name, OURS + blank + token
    return name, value
