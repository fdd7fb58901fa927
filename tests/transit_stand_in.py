"""A stand-in for HashiCorp Vault on loopback: its documented HTTP API, as far as it is used.

POST /v1/MOUNT/keys/NAME (and /rotate), GET the same, POST /v1/MOUNT/{encrypt,decrypt}/NAME, with
tokens in X-Vault-Token; 400, 403, 404 and 503 answer `{"errors": [...]}` as Vault's do.
Ciphertexts are `vault:vN:` and base64.
"""

import json
import os
import ssl
import time
from base64 import b64decode, b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

Json = dict[str, Any]


class Refused(Exception):
    """What Vault refuses: status and the text of its error."""

    def __init__(self, status: int, *errors: str) -> None:
        super().__init__(status)
        self.status, self.errors = status, errors


@dataclass
class StandIn:
    """The state of the stand-in; tests change it to see what comes of it."""

    url: str = ""
    token: str = "s.fictional"
    mount: str = "transit"
    sealed: bool = False
    delay: float = 0.0
    keys: dict[str, list[bytes]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def answer(self, method: str, path: str, token: str | None, body: Json) -> Json:
        """Answer a request; raise Refused."""
        self.asked.append(f"{method} {path}")
        time.sleep(self.delay)
        if self.sealed:
            raise Refused(503, "Vault is sealed")
        if token != self.token:
            raise Refused(403, "permission denied")
        prefix = f"/v1/{self.mount}/"
        if not path.startswith(prefix):
            raise Refused(404, f'no handler for route "{path[4:]}"')
        what, name, *rest = path.removeprefix(prefix).split("/")
        if what == "keys":
            return self.key(method, name, rest)
        if name not in self.keys:
            raise Refused(400, "encryption key not found")
        return self.encrypt(name, body) if what == "encrypt" else self.decrypt(name, body)

    def key(self, method: str, name: str, rest: list[str]) -> Json:
        """Read, make or rotate a key."""
        if method == "GET" and name not in self.keys:
            raise Refused(404)
        if method == "POST" and (rest == ["rotate"] or name not in self.keys):
            self.keys.setdefault(name, []).append(os.urandom(32))
        return {"data": {"name": name, "latest_version": len(self.keys[name])}}

    def encrypt(self, name: str, body: Json) -> Json:
        """Encrypt by the newest version."""
        nonce, version = os.urandom(12), len(self.keys[name])
        sealed = AESGCM(self.keys[name][-1]).encrypt(nonce, b64decode(body["plaintext"]), None)
        return {"data": {"ciphertext": f"vault:v{version}:{b64encode(nonce + sealed).decode()}"}}

    def decrypt(self, name: str, body: Json) -> Json:
        """Decrypt by the version that the ciphertext names."""
        try:
            _, version, text = body["ciphertext"].split(":")
            raw = b64decode(text)
            key = AESGCM(self.keys[name][int(version[1:]) - 1])
            opened = key.decrypt(raw[:12], raw[12:], None)
        except (ValueError, IndexError):
            raise Refused(400, "invalid ciphertext: no prefix") from None
        except InvalidTag:
            raise Refused(400, "cipher: message authentication failed") from None
        return {"data": {"plaintext": b64encode(opened).decode()}}


@contextmanager
def vault_on_loopback(context: ssl.SSLContext | None = None) -> Iterator[StandIn]:
    """Run the stand-in on a free port, over TLS where a context is given."""
    stand_in = StandIn()

    class Handler(BaseHTTPRequestHandler):
        def respond(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            body = json.loads(self.rfile.read(length) or b"{}")
            token = self.headers.get("X-Vault-Token")
            try:
                status, answer = 200, stand_in.answer(self.command, self.path, token, body)
            except Refused as refused:
                status, answer = refused.status, {"errors": list(refused.errors)}
            content = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_POST = respond

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    scheme = "https" if context else "http"
    stand_in.url = f"{scheme}://127.0.0.1:{server.server_port}"
    try:
        yield stand_in
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
