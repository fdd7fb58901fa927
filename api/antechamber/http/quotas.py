"""How often one client may ask: token buckets in the memory of this process, bounded."""

import ipaddress
import math
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from antechamber.http.problems import TooManyRequests, response_of
from antechamber.http.settings import HttpSettings

Timer = Callable[[], float]
SCOPE_KEY = "antechamber.meter"
IPV6_SITE = 64  # bits: a single client commands all addresses below


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a client stands after a request: whole requests left, seconds until all are back."""

    policy: str
    quota: int
    window: int
    remaining: int
    reset: int

    def headers(self) -> dict[str, str]:
        """Return the RateLimit fields (IETF draft-ietf-httpapi-ratelimit-headers-10)."""
        return {
            "RateLimit-Policy": f'"{self.policy}";q={self.quota};w={self.window}',
            "RateLimit": f'"{self.policy}";r={self.remaining};t={self.reset}',
        }


class Buckets:
    """One bucket of `quota` requests per client, refilled evenly within `window` seconds."""

    def __init__(self, policy: str, quota: int, window: int, most: int, timer: Timer) -> None:
        self._policy, self._quota, self._window, self._most = policy, quota, window, most
        self._timer = timer
        self._lock = threading.Lock()
        self._levels: OrderedDict[Hashable, tuple[float, float]] = OrderedDict()

    def take(self, client: Hashable) -> Standing:
        """Count one request; raise TooManyRequests if the bucket is empty."""
        with self._lock:
            level = self._level(client)
            if level < 1:
                raise TooManyRequests(math.ceil((1 - level) * self._window / self._quota))
            return self._keep(client, level - 1)

    def give_back(self, client: Hashable) -> None:
        """Count one request less."""
        with self._lock:
            self._keep(client, self._level(client) + 1)

    def _level(self, client: Hashable) -> float:
        level, since = self._levels.get(client, (float(self._quota), self._timer()))
        refilled = (self._timer() - since) * self._quota / self._window
        return min(float(self._quota), level + refilled)

    def _keep(self, client: Hashable, level: float) -> Standing:
        self._levels[client] = (level, self._timer())
        self._levels.move_to_end(client)
        if len(self._levels) > self._most:
            self._levels.popitem(last=False)
        reset = math.ceil((self._quota - level) * self._window / self._quota)
        return Standing(self._policy, self._quota, self._window, int(level), max(reset, 0))


class Quotas:
    """The buckets of tokens, and those of addresses for whoever has no good token."""

    def __init__(self, settings: HttpSettings, timer: Timer = time.monotonic) -> None:
        window, most = settings.window_seconds, settings.tracked_clients
        self.tokens = Buckets("token", settings.token_quota, window, most, timer)
        self.addresses = Buckets("address", settings.address_quota, window, most, timer)


class Meter:
    """Counts one request: to the address first, to the token once it proved good."""

    def __init__(self, quotas: Quotas, address: str) -> None:
        self._quotas = quotas
        self._address = address
        self.standing: Standing | None = None

    def arrive(self) -> None:
        """Count the request to its address; raise TooManyRequests."""
        self.standing = self._quotas.addresses.take(self._address)

    def identify(self, token: bytes) -> None:
        """Count the request to its token instead; raise TooManyRequests."""
        self._quotas.addresses.give_back(self._address)
        self.standing = self._quotas.tokens.take(token)


class QuotaLimit:
    """ASGI middleware: refuses addresses that ask too often, and tells all where they stand."""

    def __init__(self, app: ASGIApp, quotas: Quotas) -> None:
        self._app = app
        self._quotas = quotas

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is within the quota of its address."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        meter = scope[SCOPE_KEY] = Meter(self._quotas, address_of(scope))

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start" and meter.standing:
                headers = MutableHeaders(raw=message.setdefault("headers", []))
                headers.update(meter.standing.headers())
            await send(message)

        try:
            meter.arrive()
        except TooManyRequests as refused:
            await response_of(refused)(scope, receive, told)
            return
        await self._app(scope, receive, told)


def address_of(scope: Scope) -> str:
    """Return the address of the peer; of IPv6, the network of its site."""
    host = scope["client"][0] if scope.get("client") else ""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:  # a Unix socket has no address
        return ""
    if address.version == 4:
        return str(address)
    return str(ipaddress.ip_network((int(address), IPV6_SITE), strict=False))
