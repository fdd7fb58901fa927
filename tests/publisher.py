"""A publisher of lists on this machine, who can be made to fail in every way."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread


@dataclass
class Publisher:
    """What is served at each path, how, and what was asked."""

    address: str = ""
    files: dict[str, bytes] = field(default_factory=dict)
    how: str = "well"
    asked: list[tuple[str, str]] = field(default_factory=list)  # path, If-None-Match
    ended: Event = field(default_factory=Event)

    def url(self, path: str) -> str:
        return self.address + path


@contextmanager
def publishing() -> Iterator[Publisher]:
    """Serve on loopback for the length of a test."""
    publisher = Publisher()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            _answer(self, publisher)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    publisher.address = f"http://127.0.0.1:{server.server_port}"
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield publisher
    finally:
        publisher.ended.set()
        server.shutdown()
        server.server_close()


def _answer(request: BaseHTTPRequestHandler, publisher: Publisher) -> None:
    known = request.headers.get("If-None-Match", "")
    publisher.asked.append((request.path, known))
    body = publisher.files.get(request.path)
    if body is None:
        return request.send_error(404)
    etag = f'"{hash(body)}"'
    if known == etag:
        request.send_response(304)
        return request.end_headers()
    if publisher.how == "redirected elsewhere":
        request.send_response(302)
        request.send_header("Location", "http://localhost:1/list.xml")
        return request.end_headers()
    request.send_response(200)
    page = publisher.how == "a web page"
    request.send_header("Content-Type", "text/html" if page else "application/xml")
    request.send_header("Content-Length", str(len(body)))
    request.send_header("ETag", etag)
    request.send_header("Last-Modified", "Fri, 20 Nov 2026 08:00:00 GMT")
    request.end_headers()
    if publisher.how == "silent":
        publisher.ended.wait(30)
        return None
    if publisher.how == "in drops":
        for byte in body:
            request.wfile.write(bytes([byte]))
            if publisher.ended.wait(0.01):
                break
        return None
    request.wfile.write(body[: len(body) // 2] if publisher.how == "cut short" else body)
    return None
