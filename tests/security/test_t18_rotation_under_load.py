"""T18: an office that is asked at a steady rate while every level rotates fails nobody."""

import json
import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import timedelta

from antechamber.identity import tokens, users
from antechamber.office import Office
from antechamber.settings import Settings
from serving import serving
from walk import Walk, prepare

LEVELS = ("participant", "initiative", "root", "kek", "all")


@dataclass
class Load:
    """Requests at a steady rate, whether or not earlier ones are answered."""

    url: str
    token: str
    walk: Walk
    rate: int
    sent: int = 0
    slowest: float = 0.0
    failed: list[str] = field(default_factory=list)

    def run_while(self, process: "subprocess.Popen[str]") -> None:
        began, first = time.monotonic(), self.sent
        with ThreadPoolExecutor(16) as pool:
            while process.poll() is None:
                pool.submit(self.ask, self.sent)
                self.sent += 1
                due = began + (self.sent - first) / self.rate
                time.sleep(max(0.0, due - time.monotonic()))

    def ask(self, number: int) -> None:
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
            self.send(method, path, number)
        except urllib.error.HTTPError as fault:
            self.failed.append(f"{method} {fault.code}")
        except OSError as fault:
            self.failed.append(f"{method} {type(fault).__name__}")
        self.slowest = max(self.slowest, time.monotonic() - began)

    def send(self, method: str, path: str, number: int) -> None:
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}
        headers["Idempotency-Key"] = f"request-{number}"
        body = json.dumps({"purpose": "screening"}).encode() if method == "POST" else None
        asked = urllib.request.Request(self.url + path, body, headers, method=method)
        with urllib.request.urlopen(asked, timeout=30) as reply:
            assert reply.status == 200


def command(place: Settings, *arguments: str) -> "subprocess.Popen[str]":
    environment = {
        **os.environ,
        "ANTECHAMBER_HOME": str(place.home),
        "ANTECHAMBER_KEY_FILE": str(place.key_file),
    }
    return subprocess.Popen(
        [sys.executable, "-c", "from antechamber.cli import main; main()", *arguments],
        env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip


def token(office: Office, walk: Walk) -> str:
    with office.work("test") as work:
        user = users.by_handle(work, "U-C1")
        lifetime = timedelta(days=80)  # the office's clock stands still in tests; the server's not
        return tokens.issue(work, user, "compliance", walk.initiative, lifetime=lifetime)


def test_nobody_is_failed_while_every_level_rotates(
    sqlcipher_office: Office,
    came_out: Callable[[str, str, str], None],
    figure: Callable[[int, int], int],
) -> None:
    walk = prepare(sqlcipher_office)
    walk.step("propose", "submit", "evaluate", "schedule")
    secret = token(sqlcipher_office, walk)
    place = sqlcipher_office.settings
    sqlcipher_office.close()
    with serving(place, ANTECHAMBER_HTTP_TOKEN_QUOTA="1000000") as url:
        load = Load(url, secret, walk, figure(10, 50))
        for level in LEVELS[figure(-1, 0) :]:
            rotating = command(place, "keys", "rotate", "--level", level)
            load.run_while(rotating)
            said, _ = rotating.communicate()
            assert rotating.returncode == 0, said
    came_out(
        "T18",
        f"{load.sent} requests at {load.rate} a second to a serving process while "
        "all levels were rotated by another",
        f"{len(load.failed)} failed; the slowest took {load.slowest:.1f} s",
    )
    assert load.sent > load.rate
    assert load.failed == []
