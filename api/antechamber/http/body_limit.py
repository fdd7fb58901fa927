"""Refuse bodies that are too large, before they are in memory, or that never end."""

import asyncio

from fastapi import HTTPException
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from antechamber.http.problems import BadRequest, ContentTooLarge, response_of

STATUS = ContentTooLarge.status


class BodyLimit:
    """ASGI middleware: 413 at once where the length is declared, else when it is passed.

    A body that is not there `within` seconds is given up: the server's own time-outs begin
    anew with every byte.

    FastAPI's own `max_body_size` answers as plain text, outside every middleware.
    """

    def __init__(self, app: ASGIApp, most: int, within: int) -> None:
        self._app = app
        self._most = most
        self._within = within

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is small enough."""
        declared = Headers(scope=scope).get("content-length", "") if scope["type"] == "http" else ""
        if declared.isdecimal() and int(declared) > self._most:
            await response_of(too_large())(scope, receive, send)
            return
        left, more = self._most, scope["type"] == "http"
        deadline = asyncio.get_running_loop().time() + self._within

        async def counted() -> Message:
            nonlocal left, more
            try:
                async with asyncio.timeout_at(deadline if more else None):
                    message = await receive()
            except TimeoutError:
                raise HTTPException(BadRequest.status) from None
            more = more and message.get("more_body", False)
            left -= len(message.get("body", b""))
            if left < 0:
                raise HTTPException(STATUS)  # the one kind that FastAPI passes on unchanged
            return message

        await self._app(scope, counted, send)


def too_large() -> ContentTooLarge:
    """Return the problem, worded."""
    return ContentTooLarge("Send a smaller body, or several requests.")
