"""T18: an office that is asked at a steady rate while every level rotates fails nobody."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from datetime import timedelta
from http.client import HTTPConnection, HTTPException
from itertools import count
from pathlib import Path
from threading import Lock
from urllib.parse import urlsplit

from antechamber.identity import tokens, users
from antechamber.initiatives import service as initiatives
from antechamber.office import Office
from antechamber.settings import Settings
from antechamber.work import Everywhere
from databases import Backend, OpenOffice
from serving import serving
from walk import Walk, prepare, register

LEVELS = ("participant", "initiative", "root", "kek", "all")
CLIENTS = 16


@dataclass
class Load:
    """Requests at a steady rate, whether or not earlier ones are answered.

    Where all clients wait for answers, those that are due come late, and the rate is not reached.
    """

    url: str
    token: str
    walk: Walk
    rate: int
    seconds: float = 0.0
    answered: int = 0
    slowest: float = 0.0
    failed: list[str] = field(default_factory=list)
    counting: Lock = field(default_factory=Lock)
    numbers: "count[int]" = field(default_factory=count)

    @property
    def reached(self) -> float:
        """How many requests a second were answered."""
        return self.answered / self.seconds

    def run_while(self, process: "subprocess.Popen[str]") -> None:
        began, due = time.monotonic(), count()
        with ThreadPoolExecutor(CLIENTS) as pool:
            for _ in range(CLIENTS):
                pool.submit(self.be_a_client, process, began, due)
        self.seconds += time.monotonic() - began

    def be_a_client(
        self, process: "subprocess.Popen[str]", began: float, due: "count[int]"
    ) -> None:
        with closing(HTTPConnection(urlsplit(self.url).netloc, timeout=60)) as line:
            while process.poll() is None:
                at = began + next(due) / self.rate
                time.sleep(max(0.0, at - time.monotonic()))
                self.ask(line, next(self.numbers))

    def ask(self, line: HTTPConnection, number: int) -> None:
        people = f"/v1/initiatives/{self.walk.initiative}/participants"
        asked = (
            ("GET", people),
            ("GET", f"/v1/sessions/{self.walk.session}"),
            ("GET", f"/v1/sessions/{self.walk.session}/decisions"),
            ("POST", f"/v1/participants/{self.walk.people['P1']}/identity/reveal"),
        )
        method, path = asked[number % len(asked)]
        began = time.monotonic()
        try:
            status = self.send(line, method, path, number)
        except (OSError, HTTPException) as fault:
            line.close()
            status = type(fault).__name__
        with self.counting:
            self.answered += 1
            self.slowest = max(self.slowest, time.monotonic() - began)
            if status != "200":
                self.failed.append(f"{method} {status}")

    def send(self, line: HTTPConnection, method: str, path: str, number: int) -> str:
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}
        headers["Idempotency-Key"] = f"request-{number}"
        body = json.dumps({"purpose": "screening"}) if method == "POST" else None
        line.request(method, path, body, headers)
        with line.getresponse() as reply:
            reply.read()
            return str(reply.status)


def where(place: Settings) -> dict[str, str]:
    """Return the variables by which another process finds the office."""
    found = {"ANTECHAMBER_HOME": str(place.home), "ANTECHAMBER_KEY_FILE": str(place.key_file)}
    if place.database_url is not None:
        found["ANTECHAMBER_DATABASE_URL"] = place.database_url.get_secret_value()
    return found


def command(place: Settings, *arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", "from antechamber.cli import main; main()", *arguments],
        env={**os.environ, **where(place)},
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip


def token(office: Office, walk: Walk) -> str:
    with office.work(Everywhere("test")) as work:
        user = users.by_handle(work, "U-C1")
        lifetime = timedelta(days=80)  # the office's clock stands still in tests; the server's not
        return tokens.issue(work, user, "compliance", walk.initiative, lifetime=lifetime)


def another_initiative(walk: Walk, name: str) -> None:
    with walk.office.work(Everywhere("convener")) as work:
        initiative = initiatives.create(work, walk.convener, name).id
    register(walk.office, initiative, walk.convener, "P1")


def test_nobody_is_failed_while_every_level_rotates(
    backend: Backend,
    tmp_path: Path,
    open_office: OpenOffice,
    came_out: Callable[[str, str, str], None],
    figure: Callable[[int, int], int],
) -> None:
    place = backend.office(tmp_path)
    office = open_office(place)
    walk = prepare(office)
    walk.step("propose", "submit", "evaluate", "schedule")
    for number in range(figure(1, 8)):  # so that a rotation takes some time
        another_initiative(walk, f"QUIET BAY {number}")
    secret, kind = token(office, walk), office.engine.dialect.name
    office.close()
    with serving(place, **where(place), ANTECHAMBER_HTTP_TOKEN_QUOTA="1000000") as url:
        load = Load(url, secret, walk, figure(10, 50))
        for level in LEVELS[figure(-1, 0) :]:
            rotating = command(place, "keys", "rotate", "--level", level)
            load.run_while(rotating)
            said, _ = rotating.communicate()
            assert rotating.returncode == 0, said
    came_out(
        "T18",
        f"{load.answered:,} requests in {load.seconds:.0f} s to a process that serves from {kind},"
        f" {load.rate} a second asked and {load.reached:.0f} answered, while all levels were"
        " rotated by another",
        f"on {kind} {len(load.failed)} failed; the slowest took {load.slowest:.1f} s",
    )
    assert load.answered > load.rate
    assert load.failed == []
