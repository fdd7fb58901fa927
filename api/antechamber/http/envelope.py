"""The outermost layer: request ids, security headers, the access log, and the bare 500."""

import secrets
import time
from collections.abc import Mapping
from typing import Any

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from antechamber import database
from antechamber.http.logs import METHODS, access_log, fault_log, where
from antechamber.http.problems import Unexpected, Unready, response_of

# For an API nothing may be loaded, framed or kept; a page that needs more sets its own.
SECURITY_HEADERS: Mapping[str, str] = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
GONE = "The database does not answer. Read the record again before you repeat a request."


class Aborted(Exception):
    """An answer broke off after it had begun; says nothing but the request id."""


class Exchange:
    """One request and its answer, as they pass through the envelope."""

    def __init__(self, scope: Scope, send: Send) -> None:
        self.id = secrets.token_hex(16)
        self.status = 0
        self._scope = scope
        self._send = send
        self._began = time.perf_counter()

    async def send(self, message: Message) -> None:
        """Send on, with our headers added to the first message."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            headers = MutableHeaders(raw=message.setdefault("headers", []))
            headers["X-Request-Id"] = self.id
            for name, value in SECURITY_HEADERS.items():
                headers.setdefault(name, value)
        await self._send(message)

    def log_fault(self, fault: Exception) -> None:
        """Log the type and the place of a fault: its text may hold anything."""
        facts = {"fault": type(fault).__qualname__, "where": where(fault.__traceback__)}
        fault_log.error("request.failed", extra=self._facts() | facts)

    def log(self) -> None:
        """Write the line of the access log."""
        access_log.info("request.answered", extra=self._facts())

    def _facts(self) -> dict[str, Any]:
        method = self._scope["method"]
        return {
            "request_id": self.id,
            "method": method if method in METHODS else "other",
            "operation": getattr(self._scope.get("route"), "unique_id", "none"),
            "status": self.status,
            "milliseconds": round((time.perf_counter() - self._began) * 1000),
        }


class Envelope:
    """ASGI middleware; let nothing but the body limit, the quotas and the routes be inside."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on the request, and answer for what it raises."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        exchange = Exchange(scope, send)
        try:
            await self._app(scope, receive, exchange.send)
        except Exception as fault:  # noqa: BLE001 - the last resort: a server would log its text
            exchange.log_fault(fault)
            if exchange.status:
                raise Aborted(exchange.id) from None
            gone = database.has_gone(fault)
            answer = Unready(GONE) if gone else Unexpected(exchange.id)
            await response_of(answer)(scope, receive, exchange.send)
        finally:
            exchange.log()
