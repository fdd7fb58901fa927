"""Bodies that are not looked at before it is settled who asks and what they may see.

FastAPI validates a body before the route runs, so that a stranger learns from a 422 what a
404 should hide. A route of `api_router` declares `ask: BodyDep[Model]` instead, and calls
`ask.read()` after `may(...)`. The OpenAPI document shows the model as usual.
"""

from collections.abc import Callable, Coroutine
from email.message import Message
from typing import Any, Generic, TypeVar, get_args

from fastapi import APIRouter, Request, Response
from fastapi.routing import APIRoute
from pydantic import BaseModel, GetCoreSchemaHandler, ValidationError
from pydantic_core import CoreSchema, core_schema

from antechamber.http.problems import InvalidRequest, UnsupportedMediaType
from antechamber.http.validation import body_faults

M = TypeVar("M", bound=BaseModel)


class Unread(Generic[M]):
    """The bytes of a body, and the model that they should fit."""

    def __init__(self, model: type[M], raw: bytes) -> None:
        self._model = model
        self._raw = raw

    def read(self) -> M:
        """Parse and validate; raise InvalidRequest, which repeats nothing of the body."""
        try:
            return self._model.model_validate_json(self._raw)
        except ValidationError as bad:
            errors = bad.errors(include_url=False, include_input=False)
            raise InvalidRequest(body_faults([dict(e) for e in errors], self._model)) from None

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        (model,) = get_args(source)
        # The inner schema is what OpenAPI shows; the function around it never calls it.
        return core_schema.no_info_wrap_validator_function(
            lambda raw, _: cls(model, raw), handler.generate_schema(model)
        )


class UnparsedRequest(Request):
    """Hands FastAPI the raw bytes where it would take parsed JSON."""

    async def json(self) -> Any:
        """Return the bytes as they came."""
        return await self.body()

    async def body(self) -> bytes:
        """Return the bytes, a blank where there are none.

        FastAPI answers an absent body by itself, before the route; a blank one reaches it,
        and is no more JSON than nothing is.
        """
        return await super().body() or b" "


class UnparsedRoute(APIRoute):
    """A route that gets its body unread, and no body that is not JSON."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Wrap FastAPI's handler."""
        handler = super().get_route_handler()

        async def unparsed(request: Request) -> Response:
            if _has_body(request) and not _is_json(request.headers.get("content-type", "")):
                raise UnsupportedMediaType("Send JSON in UTF-8, as application/json.")
            return await handler(UnparsedRequest(request.scope, request.receive))

        return unparsed


def api_router(tag: str, prefix: str = "") -> APIRouter:
    """Make the router of one slice; its operation ids are '<tag>_<function>'."""
    return APIRouter(
        prefix=prefix,
        tags=[tag],
        route_class=UnparsedRoute,
        generate_unique_id_function=lambda route: f"{tag}_{route.name}",
    )


def _has_body(request: Request) -> bool:
    return "transfer-encoding" in request.headers or request.headers.get(
        "content-length", "0"
    ) not in ("", "0")


def _is_json(content_type: str) -> bool:
    header = Message()
    header["content-type"] = content_type
    charset = header.get_content_charset("utf-8")
    return header.get_content_type() == "application/json" and charset == "utf-8"
