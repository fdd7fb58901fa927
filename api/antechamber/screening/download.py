"""Fetch one file over HTTP: encrypted, bounded in size and time, whole or not at all."""

import os
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from http.client import HTTPException, HTTPMessage, HTTPResponse
from ipaddress import ip_address
from pathlib import Path
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import SplitResult, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from antechamber.screening.folder import MAX_STORED_BYTES

SILENT_SECONDS = 30.0  # without a byte
WHOLE_SECONDS = 900.0
CHUNK_BYTES = 1 << 16
NOT_MODIFIED = 304
PAGE = ("text/html", "application/xhtml+xml")


class NotFetched(Exception):
    """The file was not fetched; says why and what to do, and holds nothing of the answer."""


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server said of the copy at hand, to be asked whether it is still the newest."""

    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How large a file may be (bytes) and how long it may take (seconds)."""

    size: int = MAX_STORED_BYTES
    silent: float = SILENT_SECONDS
    whole: float = WHOLE_SECONDS


def fetch(
    url: str,
    hosts: Iterable[str],
    path: Path,
    known: Validators,
    *,
    bounds: Bounds = Bounds(),
) -> Validators | None:
    """Write what is at an address to a file; None where it is what is known already.

    The file appears whole, readable by its owner only, or not at all. Raises NotFetched.
    """
    asked = _allowed(url)
    opener = build_opener(_SameHost({asked.hostname or "", *hosts}))
    request = Request(url, headers=_headers(known))  # noqa: S310 - the scheme was checked
    deadline = time.monotonic() + bounds.whole
    try:
        with opener.open(request, timeout=bounds.silent) as answer:
            _write(answer, path, bounds.size, deadline)
            return Validators(
                answer.headers.get("ETag", ""), answer.headers.get("Last-Modified", "")
            )
    except HTTPError as fault:
        fault.close()
        if fault.code == NOT_MODIFIED:
            return None
        raise NotFetched(f"the server answered {fault.code}; check the address") from None
    except TimeoutError:
        raise NotFetched("the server fell silent; try again later") from None
    except (URLError, HTTPException, OSError) as fault:
        why = type(getattr(fault, "reason", fault)).__name__
        raise NotFetched(f"no whole answer came ({why}); try again later") from None


def _allowed(url: str) -> SplitResult:
    parts = urlsplit(url)
    if parts.scheme == "https" or (parts.scheme == "http" and _is_loopback(parts.hostname or "")):
        return parts
    raise NotFetched("an address must begin with https://")


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _headers(known: Validators) -> dict[str, str]:
    headers = {"User-Agent": "antechamber", "Accept-Encoding": "identity"}
    if known.etag:
        headers["If-None-Match"] = known.etag
    if known.last_modified:
        headers["If-Modified-Since"] = known.last_modified
    return headers


class _SameHost(HTTPRedirectHandler):
    """Follow a redirect only to hosts that the office has named, and only encrypted."""

    def __init__(self, hosts: set[str]) -> None:
        self._hosts = hosts

    def redirect_request(
        self,
        req: Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> Request | None:
        """Return the next request, or raise NotFetched."""
        host = _allowed(newurl).hostname or ""
        # A name that begins with a dot stands for all hosts under it.
        if not any(
            host == each or (each[:1] == "." and host.endswith(each)) for each in self._hosts
        ):
            raise NotFetched(f"it redirects to {host}; if that is right, add it to hosts")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _write(answer: HTTPResponse, path: Path, most: int, deadline: float) -> None:
    if answer.headers.get_content_type() in PAGE:
        raise NotFetched("a web page came instead of a file; check the address")
    announced = answer.headers.get("Content-Length")
    part = path.with_name(path.name + ".part")
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            count = _copy(answer.read1, file, most, deadline)
            if announced is not None and announced != str(count):
                raise NotFetched("the answer was cut short; try again later")
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _copy(read: Callable[[int], bytes], file: IO[bytes], most: int, deadline: float) -> int:
    count = 0
    while chunk := read(CHUNK_BYTES):
        count += len(chunk)
        if count > most:
            raise NotFetched(f"the file is larger than {most >> 20} MiB")
        if time.monotonic() > deadline:
            raise NotFetched("it took too long; try again later")
        file.write(chunk)
    return count
