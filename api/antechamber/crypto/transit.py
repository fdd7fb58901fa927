"""HashiCorp Vault's transit engine as the key of keys: Vault wraps it, and never lets it out."""

from base64 import b64decode, b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from antechamber.crypto.files import read_private
from antechamber.crypto.keys import KEY_BYTES, Key
from antechamber.errors import NotReady

UNKNOWN_FORM = "Vault answered in an unknown form; check its address."
SECONDS = 5  # for an answer: an office that waits for its key serves nobody


@dataclass(frozen=True, slots=True)
class Transit:
    """Which key of which Vault: address, mount, name; the token lies in a file of mode 0600.

    `authority` is a PEM file of who may have signed Vault's certificate, None for the system's.
    """

    url: str
    mount: str
    key: str
    token_file: Path
    authority: Path | None


class TransitKey:
    """A key in Vault's transit engine; asks once at the start, and once for each change of keys."""

    name = "vault"

    def __init__(self, place: Transit) -> None:
        self._place = place

    def create(self) -> None:
        """Make the key in Vault, AES-256-GCM and not exportable; raise NotReady if it is there."""
        with self._client() as client:
            transit = client.secrets.transit
            at = {"name": self._place.key, "mount_point": self._place.mount}
            try:
                transit.read_key(**at)
            except _hvac().exceptions.InvalidPath:
                transit.create_key(**at, key_type="aes256-gcm96")
                return
        raise NotReady(f"Vault has a key {self._place.key} already; it is not made anew.")

    def rotate(self) -> None:
        """Have Vault make a new version of the key; what is wrapped from now on is under it."""
        with self._client() as client:
            client.secrets.transit.rotate_key(self._place.key, mount_point=self._place.mount)

    def wrap(self, ring: Key, *, office: UUID) -> bytes:
        """Have Vault seal the key of the keyring, bound to this office."""
        plaintext = b64encode(office.bytes + ring.expose()).decode()
        return self._ask("encrypt_data", "ciphertext", plaintext=plaintext).encode()

    def unwrap(self, wrapped: bytes, *, office: UUID) -> Key:
        """Have Vault open what it sealed; raise NotReady if it does not, or for another office."""
        answer = self._ask("decrypt_data", "plaintext", ciphertext=wrapped.decode())
        try:
            opened = b64decode(answer, validate=True)
        except ValueError:
            raise NotReady(UNKNOWN_FORM) from None
        if len(opened) != len(office.bytes) + KEY_BYTES or not opened.startswith(office.bytes):
            raise NotReady("Vault opened a key of another office; check ANTECHAMBER_VAULT_KEY.")
        return Key(opened[len(office.bytes) :])

    def _ask(self, call: str, wanted: str, **given: str) -> str:
        with self._client() as client:
            asked = getattr(client.secrets.transit, call)
            answer = asked(name=self._place.key, mount_point=self._place.mount, **given)
        try:
            return str(answer["data"][wanted])
        except (KeyError, TypeError):
            raise NotReady(UNKNOWN_FORM) from None

    @contextmanager
    def _client(self) -> Iterator[Any]:
        hvac, place = _hvac(), self._place
        token = read_private(place.token_file, "Vault token").decode("ascii", "replace").strip()
        client = hvac.Client(
            url=place.url,
            token=token,
            timeout=SECONDS,
            verify=str(place.authority) if place.authority else True,
            allow_redirects=False,  # a token goes to nobody but the address in the settings
        )
        client.session.trust_env = False  # nor to a proxy, nor with a trust, that a variable names
        try:
            yield client
        except hvac.exceptions.VaultDown:
            raise NotReady("Vault is sealed; unseal it, then start again.") from None
        except (hvac.exceptions.Forbidden, hvac.exceptions.Unauthorized):
            raise NotReady(
                f"Vault refuses the token for the key {place.key}. Renew it, and check that its "
                f"policy allows update on {place.mount}/encrypt/{place.key} and "
                f"{place.mount}/decrypt/{place.key}; docs/deployment.md says what else it needs to "
                "make or rotate the key."
            ) from None
        except (hvac.exceptions.InvalidRequest, hvac.exceptions.InvalidPath):
            raise NotReady(
                f"Vault does not open this office's keyring with the key {place.key}. Check "
                "ANTECHAMBER_VAULT_KEY and ANTECHAMBER_VAULT_MOUNT, and that no version of the "
                "key was removed."
            ) from None
        except (hvac.exceptions.VaultError, OSError):
            # requests' exceptions are OSErrors; their text would hold the address alone.
            raise NotReady(
                f"Vault does not answer at {place.url} within {SECONDS} s, or its certificate is "
                "not trusted. Check ANTECHAMBER_VAULT_URL and ANTECHAMBER_VAULT_AUTHORITY."
            ) from None
        finally:
            client.adapter.close()


def _hvac() -> Any:
    try:
        import hvac
    except ImportError:
        raise NotReady(
            "The provider vault needs the extra: pip install 'antechamber[vault]'."
        ) from None
    return hvac
