"""Run the HTTP application on Hypercorn until it is told to stop."""

import asyncio
import signal
import socket
from ipaddress import ip_address
from pathlib import Path
from typing import Any, cast

from hypercorn.asyncio import serve
from hypercorn.config import Config

from antechamber.app import create_app
from antechamber.http import logs
from antechamber.office import Office
from antechamber.screening import collector
from antechamber.screening.index import Indexes


def is_loopback(host: str) -> bool:
    """Say whether nobody but this machine can reach the host."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens on host and port, 0 for a free one; raise OSError."""
    (family, kind, protocol, _, address), *_ = socket.getaddrinfo(
        host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    )
    bound = socket.socket(family, kind, protocol)
    try:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind(address)
        bound.listen()  # from now on nobody is turned away, though they may have to wait
    except OSError:
        bound.close()
        raise
    return bound


def serve_until_stopped(
    office: Office,
    bound: socket.socket,
    *,
    certificate: Path | None = None,
    key: Path | None = None,
    indexes: Indexes | None = None,
) -> None:
    """Serve the office on a listening socket, which is used up, until SIGINT or SIGTERM.

    Raises OSError for a certificate or key that cannot be used.
    """
    logs.configure()
    config = Config()
    config.include_server_header = False
    config.accesslog = None  # ours has an allow-list; Hypercorn's would hold addresses and URLs
    config.errorlog = None
    if certificate and key:
        config.certfile, config.keyfile = str(certificate), str(key)
    config.create_ssl_context()  # fails here, before the socket changes hands
    config.bind = [f"fd://{bound.detach()}"]  # Hypercorn closes it
    app = create_app(office, indexes=indexes)
    collector.leave_alone()  # else a request now and then waits for it a tenth of a second
    asyncio.run(_serve(app, config))


async def _serve(app: Any, config: Config) -> None:
    stopped, loop = asyncio.Event(), asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stopped.set)
    await serve(cast(Any, app), config, shutdown_trigger=stopped.wait)
