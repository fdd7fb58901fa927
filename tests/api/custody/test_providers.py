"""Each provider of the office's key: it opens its own office, and says what is wrong otherwise."""

import logging
import os
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from antechamber import custody
from antechamber.crypto import transit
from antechamber.crypto.keys import Key
from antechamber.documents.office import OfficeDocument
from antechamber.errors import NotReady
from antechamber.office import Office
from antechamber.rotation import key_of_keys, run
from antechamber.settings import Settings
from antechamber.work import Everywhere
from certificates import certificate, server_context
from databases import fixed_clock
from transit_stand_in import StandIn, vault_on_loopback

ONE_OFFICE, OTHER_OFFICE = UUID(int=1), UUID(int=2)
DOCUMENT = OfficeDocument(name="Lakeside Dialogue", tz="UTC")


@pytest.fixture
def vault() -> Iterator[StandIn]:
    with vault_on_loopback() as stand_in:
        yield stand_in


def settings(folder: Path, provider: str, **others: object) -> Settings:
    given = {"home": folder / "home", "key_file": folder / "key" / "office.key"}
    return Settings.model_validate({**given, "key_provider": provider, **others})


def credential(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str = "antechamber.key"
) -> Path:
    given = folder / "credentials"
    given.mkdir(mode=0o700, exist_ok=True)
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(given))
    path = given / name
    path.write_bytes(os.urandom(32))
    path.chmod(0o440)  # as systemd does for a service with a user of its own
    return path


def in_vault(folder: Path, vault: StandIn, **others: object) -> Settings:
    token = folder / "token"
    token.write_text(vault.token + "\n")
    token.chmod(0o600)
    given = {"vault_url": vault.url, "vault_token_file": token}
    return settings(folder, "vault", **{**given, **others})


def found(place: Settings) -> Office:
    Office.create(place, document=DOCUMENT, clock=fixed_clock).close()
    return Office.open(place, clock=fixed_clock)


def test_an_office_opens_by_a_credential_of_systemd(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = credential(tmp_path, monkeypatch)
    place = settings(tmp_path, "systemd")
    found(place).close()
    assert not place.key_file.exists()
    path.write_bytes(os.urandom(32))
    with pytest.raises(NotReady, match="Load the credential that was made for this office"):
        Office.open(place)
    path.chmod(0o444)
    with pytest.raises(NotReady, match="chmod"):
        Office.open(place)
    monkeypatch.delenv("CREDENTIALS_DIRECTORY")
    with pytest.raises(NotReady, match="LoadCredentialEncrypted"):
        Office.open(place)


def test_an_office_opens_by_a_variable_and_warns(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    digits = os.urandom(32).hex()
    place = settings(tmp_path, "environment", key=digits)
    with caplog.at_level(logging.WARNING):
        found(place).close()
    assert "for development only" in caplog.text
    assert digits not in caplog.text + repr(place)


@pytest.mark.parametrize(
    ("key", "said"),
    [(None, "keys init"), ("no digits", "64 hex digits"), ("00" * 31, "31 bytes")],
)
def test_a_variable_that_holds_no_key_says_so(tmp_path: Path, key: str | None, said: str) -> None:
    with pytest.raises(NotReady, match=said):
        custody.provider(settings(tmp_path, "environment", key=key))


def test_an_office_opens_by_vault_which_never_sees_its_keys(tmp_path: Path, vault: StandIn) -> None:
    place = in_vault(tmp_path, vault)
    custody.vault(place).create()
    with pytest.raises(NotReady, match="not made anew"):
        custody.vault(place).create()
    office = found(place)
    before = len(vault.asked)
    for _ in range(20):
        with office.reading(Everywhere("test")) as work:
            assert work.keys.root
    assert len(vault.asked) == before  # asked at the start, not at each request
    run.rotate(office, Everywhere("test"), "root")
    office.close()
    Office.open(place, clock=fixed_clock).close()


def test_vaults_own_rotation_is_asked_for_and_the_keyring_follows(
    tmp_path: Path, vault: StandIn
) -> None:
    place = in_vault(tmp_path, vault)
    custody.vault(place).create()
    office = found(place)
    assert key_of_keys.rotate(office, Everywhere("test"))
    office.close()
    first, second = vault.keys["antechamber"]
    vault.keys["antechamber"] = [bytes(32), second]  # the first version is destroyed in Vault
    Office.open(place, clock=fixed_clock).close()
    vault.keys["antechamber"] = [first, bytes(32)]
    with pytest.raises(NotReady, match="does not open this office's keyring"):
        Office.open(place)


@pytest.mark.parametrize("trouble", ["token", "sealed", "mount", "key", "down", "slow", "another"])
def test_what_vault_refuses_is_said_with_the_cure_and_without_the_token(
    tmp_path: Path, vault: StandIn, monkeypatch: pytest.MonkeyPatch, trouble: str
) -> None:
    place = in_vault(tmp_path, vault)
    custody.vault(place).create()
    found(place).close()
    said = {
        "token": "Renew it",
        "sealed": "unseal it",
        "mount": "ANTECHAMBER_VAULT_MOUNT",
        "key": "ANTECHAMBER_VAULT_KEY",
        "down": "does not answer",
        "slow": "does not answer",
        "another": "another office",
    }[trouble]
    monkeypatch.setattr(transit, "SECONDS", 0.2 if trouble == "slow" else 5)
    if trouble == "token":
        vault.token = "s.another"
    elif trouble == "sealed":
        vault.sealed = True
    elif trouble == "mount":
        place = in_vault(
            tmp_path, vault, vault_mount="elsewhere", vault_token_file=place.vault_token_file
        )
    elif trouble == "key":
        place = in_vault(
            tmp_path, vault, vault_key="other", vault_token_file=place.vault_token_file
        )
    elif trouble == "down":
        place = in_vault(tmp_path, vault, vault_url="http://127.0.0.1:1")
    elif trouble == "slow":
        vault.delay = 1.0
    if trouble == "another":
        wrapped = custody.vault(place).wrap(Key.random(), office=ONE_OFFICE)
        with pytest.raises(NotReady, match=said) as caught:
            custody.vault(place).unwrap(wrapped, office=OTHER_OFFICE)
    else:
        with pytest.raises(NotReady, match=said) as caught:
            Office.open(place)
    assert "s.fictional" not in str(caught.value)
    assert "s.another" not in str(caught.value)


@pytest.mark.parametrize("answer", ["no base64!", "=", "AAA", "bäh"])
def test_an_answer_that_is_not_vaults_is_refused(
    tmp_path: Path, vault: StandIn, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    place = in_vault(tmp_path, vault)
    custody.vault(place).create()
    wrapped = custody.vault(place).wrap(Key.random(), office=ONE_OFFICE)
    monkeypatch.setattr(StandIn, "decrypt", lambda *_: {"data": {"plaintext": answer}})
    with pytest.raises(NotReady, match="unknown form"):
        custody.vault(place).unwrap(wrapped, office=ONE_OFFICE)


def test_vault_over_tls_is_trusted_by_the_authority_in_the_settings_alone(tmp_path: Path) -> None:
    pair = certificate(tmp_path)
    with vault_on_loopback(server_context(pair)) as stand_in:
        trusting = in_vault(tmp_path, stand_in, vault_authority=pair[0])
        custody.vault(trusting).create()
        found(trusting).close()
        doubting = in_vault(tmp_path, stand_in)
        with pytest.raises(NotReady, match="not trusted"):
            Office.open(doubting)


def test_vault_beyond_this_machine_needs_https(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="https"):
        settings(tmp_path, "vault", vault_url="http://vault.example.org:8200")


def test_another_provider_than_the_keyrings_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found(settings(tmp_path, "file")).close()
    credential(tmp_path, monkeypatch)
    with pytest.raises(NotReady, match="by file: set ANTECHAMBER_KEY_PROVIDER"):
        Office.open(settings(tmp_path, "systemd"))


def test_an_office_moves_from_a_file_to_vault_without_a_moment_in_which_neither_opens_it(
    tmp_path: Path, vault: StandIn
) -> None:
    from_file, to_vault = settings(tmp_path, "file"), in_vault(tmp_path, vault)
    custody.vault(to_vault).create()
    office = found(from_file)
    assert not key_of_keys.rotate(office, Everywhere("test"), custody.vault(to_vault))
    office.close()
    Office.open(from_file, clock=fixed_clock).close()
    moved = Office.open(to_vault, clock=fixed_clock)
    run.retire(moved, Everywhere("test"))
    moved.close()
    with pytest.raises(NotReady, match="by vault"):
        Office.open(from_file)


def test_a_key_handed_over_from_outside_changes_by_its_successor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = credential(tmp_path, monkeypatch)
    new = credential(tmp_path, monkeypatch, "antechamber.key.next")
    place = settings(tmp_path, "systemd")
    office = found(place)
    assert not key_of_keys.rotate(office, Everywhere("test"))
    office.close()
    previous = old.read_bytes()
    old.chmod(0o600)
    old.write_bytes(new.read_bytes())
    office = Office.open(place, clock=fixed_clock)
    run.retire(office, Everywhere("test"))
    office.close()
    old.write_bytes(previous)
    with pytest.raises(NotReady, match="does not open"):
        Office.open(place)


def test_a_newer_key_file_takes_the_place_of_the_old_which_then_opens_nothing(
    tmp_path: Path,
) -> None:
    place = settings(tmp_path, "file")
    office = found(place)
    previous = place.key_file.read_bytes()
    assert key_of_keys.rotate(office, Everywhere("test"))
    with office.reading(Everywhere("test")) as work:  # the running office goes on
        assert work.keys.root
    office.close()
    assert place.key_file.read_bytes() != previous
    assert list(place.key_file.parent.iterdir()) == [place.key_file]
    place.key_file.write_bytes(previous)
    with pytest.raises(NotReady, match="does not open"):
        Office.open(place)
