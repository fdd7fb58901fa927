"""`antechamber serve`: the office over HTTP."""

from pathlib import Path
from typing import Annotated

import typer

from antechamber.cli.faults import stop
from antechamber.cli.offices import opened
from antechamber.cli.serving import is_loopback, listen, serve_until_stopped


def serve(
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(help="The port; 0 takes a free one.", min=0, max=65535)
    ] = 8443,
    certificate: Annotated[
        Path | None,
        typer.Option(envvar="ANTECHAMBER_TLS_CERTIFICATE", help="TLS certificate chain, PEM."),
    ] = None,
    key: Annotated[
        Path | None, typer.Option(envvar="ANTECHAMBER_TLS_KEY", help="Its private key, PEM.")
    ] = None,
) -> None:
    """Serve the office until it is interrupted; beyond this machine only with TLS."""
    if (certificate is None) != (key is None):
        stop("Give --certificate and --key together, or neither.")
    if certificate is None and not is_loopback(host):
        stop(f"{host} can be reached from elsewhere: give --certificate and --key, or 127.0.0.1.")
    for path in (certificate, key):
        if path is not None and not path.is_file():
            stop(f"{path} cannot be read; check the path and its permissions.")
    with opened() as office:
        try:
            bound = listen(host, port)
        except OSError:
            stop(f"{host} port {port} is taken or not ours; choose another one.", code=1)
        with bound:
            scheme = "https" if certificate else "http"
            shown = f"[{host}]" if ":" in host else host
            typer.echo(f"Serving on {scheme}://{shown}:{bound.getsockname()[1]}, Ctrl-C ends it.")
            try:
                serve_until_stopped(office, bound, certificate=certificate, key=key)
            except OSError:
                stop(
                    "Certificate or key cannot be used; check that both are PEM and belong "
                    "together.",
                    code=1,
                )
