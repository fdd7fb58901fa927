"""`antechamber serve`: on this machine without TLS, beyond it only with."""

import signal
import socket
import ssl
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from antechamber.settings import Settings
from certificates import Pair, certificate
from commands import Run
from serving import environment, serving


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Pair:
    """A certificate for 127.0.0.1 and its key."""
    return certificate(tmp_path_factory.mktemp("tls"))


def answer(url: str, context: ssl.SSLContext | None = None) -> int:
    with urllib.request.urlopen(url + "/healthz", context=context, timeout=10) as reply:
        return int(reply.status)


def test_the_office_answers_on_loopback_and_ends_when_told(place: Settings) -> None:
    with serving(place) as url:
        assert url.startswith("http://127.0.0.1:")
        assert answer(url) == 200


def test_with_a_certificate_it_speaks_tls_and_nothing_else(place: Settings, pair: Pair) -> None:
    certificate, key = pair
    context = ssl.create_default_context(cafile=certificate)
    with serving(place, "--certificate", str(certificate), "--key", str(key)) as url:
        assert url.startswith("https://")
        assert answer(url, context) == 200
        with pytest.raises(OSError, match=r".*"):
            answer(url.replace("https", "http"))


def test_the_collector_does_not_look_at_what_a_server_is_made_of(place: Settings) -> None:
    told = "import atexit, gc; atexit.register(lambda: print(gc.get_freeze_count())); "
    with subprocess.Popen(
        [sys.executable, "-c", f"{told}from antechamber.cli import main; main()", "serve", "--port=0"],
        env=environment(place), stdout=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        assert process.stdout
        assert answer(process.stdout.readline().split()[2].removesuffix(",")) == 200
        process.send_signal(signal.SIGTERM)
        assert int(process.stdout.read()) > 100_000


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "office.example"])
def test_without_tls_it_is_not_served_beyond_this_machine(
    run: Run, place: Settings, host: str
) -> None:
    said = run("serve", "--host", host)
    assert said.code == 2
    assert "--certificate" in said.err


def test_certificate_and_key_come_together(run: Run, place: Settings, pair: Pair) -> None:
    said = run("serve", "--certificate", pair[0])
    assert said.code == 2
    assert "together" in said.err


def test_a_certificate_that_is_not_there_is_named(
    run: Run, place: Settings, tmp_path: Path
) -> None:
    said = run("serve", "--certificate", tmp_path / "none.pem", "--key", tmp_path / "none.pem")
    assert said.code == 2
    assert "none.pem cannot be read" in said.err


def test_a_certificate_that_is_none_is_refused(run: Run, place: Settings, tmp_path: Path) -> None:
    (tmp_path / "bad.pem").write_text("no certificate")
    bad = tmp_path / "bad.pem"
    said = run("serve", "--port", 0, "--certificate", bad, "--key", bad)
    assert said.code == 1
    assert "cannot be used" in said.err


def test_a_port_that_is_taken_is_named(run: Run, place: Settings) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        said = run("serve", "--port", port)
    assert said.code == 1
    assert str(port) in said.err
