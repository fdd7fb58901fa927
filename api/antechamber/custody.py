"""Who holds the office's key: the provider that the settings name, and its successor."""

import logging
from pathlib import Path

from antechamber.crypto.keyring import Keyring
from antechamber.crypto.providers import CredentialKey, EnvironmentKey, FileKey, KeyProvider
from antechamber.crypto.transit import Transit, TransitKey
from antechamber.errors import NotReady
from antechamber.settings import Settings

log = logging.getLogger("antechamber.keys")

NEXT = ".next"


def keyring(settings: Settings) -> Keyring:
    """Return the office's keyring, still locked."""
    return Keyring(settings.keyring, lambda: provider(settings))


def provider(settings: Settings) -> KeyProvider:
    """Return the provider that the settings name; raise NotReady, saying what to do."""
    match settings.key_provider:
        case "file":
            return FileKey(settings.key_file)
        case "systemd":
            return CredentialKey(settings.key_credential)
        case "vault":
            return vault(settings)
        case "environment":
            log.warning("the key is in an environment variable: for development only")
            return _environment(settings, "ANTECHAMBER_KEY")


def successor(settings: Settings) -> KeyProvider:
    """Return the provider's next key, where it is not this process that makes it.

    A file's is made by `rotation`, Vault's by Vault; the others are handed it from outside.
    """
    match settings.key_provider:
        case "systemd":
            return CredentialKey(settings.key_credential + NEXT)
        case "environment":
            return _environment(settings, "ANTECHAMBER_KEY_NEXT")
        case _:
            return provider(settings)


def next_key_file(settings: Settings) -> Path:
    """Return where a new key file lies until it takes the place of the old one."""
    return settings.key_file.with_name(settings.key_file.name + NEXT)


def vault(settings: Settings) -> TransitKey:
    """Return the key in HashiCorp Vault that the settings name."""
    return TransitKey(
        Transit(
            settings.vault_url,
            settings.vault_mount,
            settings.vault_key,
            settings.vault_token_file,
            settings.vault_authority,
        )
    )


def _environment(settings: Settings, variable: str) -> EnvironmentKey:
    given = settings.key if variable == "ANTECHAMBER_KEY" else settings.key_next
    if given is None:
        raise NotReady(f"{variable} is not set; antechamber keys init makes a key for it.")
    return EnvironmentKey(variable, given.get_secret_value())
