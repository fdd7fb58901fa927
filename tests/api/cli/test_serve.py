"""`antechamber serve`: on this machine without TLS, beyond it only with."""

import os
import signal
import socket
import ssl
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from antechamber.settings import Settings
from commands import Run

Pair = tuple[Path, Path]


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Pair:
    """A certificate for 127.0.0.1 and its key."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "office")])
    here = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), 1, now, now + timedelta(days=1))
        .add_extension(here, critical=False)
        .sign(key, hashes.SHA256())
    )
    folder = tmp_path_factory.mktemp("tls")
    (folder / "cert.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    (folder / "key.pem").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return folder / "cert.pem", folder / "key.pem"


@contextmanager
def serving(place: Settings, *options: str) -> Iterator[str]:
    """Serve in a process of its own on a free port; yield the URL, and see it end well."""
    environment = {
        **os.environ,
        "ANTECHAMBER_HOME": str(place.home),
        "ANTECHAMBER_KEY_FILE": str(place.key_file),
    }
    process = subprocess.Popen(
        [sys.executable, "-c", "from antechamber.cli import main; main()", "serve", "--port", "0",
         *options],
        env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout
    try:
        yield process.stdout.readline().split()[2].removesuffix(",")
    finally:
        process.send_signal(signal.SIGTERM)
        _, errors = process.communicate(timeout=20)
    assert process.returncode == 0
    assert "Traceback" not in errors


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
