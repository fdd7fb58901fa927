"""The settings of one office, read once at start-up from ANTECHAMBER_* variables."""

import re
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy import URL, make_url

# SQLAlchemy hides the password of a URL, but not what follows the question mark.
SECRET_IN_QUERY = re.compile(r"[?&](ssl)?password=", re.IGNORECASE)


class Settings(BaseSettings):
    """Where an office lives. Built once and handed on; nothing reads it from a global."""

    model_config = SettingsConfigDict(
        env_prefix="ANTECHAMBER_", frozen=True, hide_input_in_errors=True
    )

    home: Path = Field(
        default_factory=lambda: Path.home() / ".local" / "share" / "antechamber",
        description="Folder of the keyring and of the SQLCipher file.",
    )
    key_file: Path = Field(
        default_factory=lambda: Path.home() / ".config" / "antechamber" / "office.key",
        description="The office's key: back it up apart from `home`, or a thief has both.",
    )
    key_provider: Literal["file", "systemd", "vault", "environment"] = Field(
        default="file",
        description="What holds the office's key; each has settings of its own below.",
    )
    key_credential: str = Field(
        default="antechamber.key",
        pattern=r"^[A-Za-z0-9_.-]+$",
        description="systemd: the name of the credential.",
    )
    key: SecretStr | None = Field(
        default=None, description="environment, for development only: the key, 64 hex digits."
    )
    key_next: SecretStr | None = Field(
        default=None, description="environment: the key that a rotation changes to."
    )
    vault_url: str = Field(
        default="https://127.0.0.1:8200", description="vault: its address; https beyond loopback."
    )
    vault_mount: str = Field(default="transit", pattern=r"^[A-Za-z0-9_/-]+$")
    vault_key: str = Field(default="antechamber", pattern=r"^[A-Za-z0-9_-]+$")
    vault_token_file: Path = Field(
        default_factory=lambda: Path.home() / ".config" / "antechamber" / "vault.token",
        description="vault: a file of mode 0600 with the token.",
    )
    vault_authority: Path | None = Field(
        default=None, description="vault: PEM of who signs its certificate; the system's if not."
    )
    backup_days: int = Field(
        default=30, ge=0, le=3650, description="How long a backup is kept before it is destroyed."
    )
    database_url: SecretStr | None = Field(
        default=None,
        description="postgresql+psycopg://... ; a SQLCipher file in `home` when not set.",
    )

    database_owner_url: SecretStr | None = Field(
        default=None,
        description="The same database as the role that owns its tables: for init, migrate, "
        "maintain and restore. Not set where `database_url` is the owner's.",
    )
    checkpoints: Path | None = Field(
        default=None,
        description="File of signed checkpoints that the auditor collects; one in `home` if not.",
    )

    @field_validator("database_url", "database_owner_url")
    @classmethod
    def _is_postgresql(cls, url: SecretStr | None) -> SecretStr | None:
        if url is not None and not url.get_secret_value().startswith("postgresql+psycopg://"):
            raise ValueError("must begin with postgresql+psycopg://")
        if url is not None and SECRET_IN_QUERY.search(url.get_secret_value()):
            raise ValueError("a password stands before the @, where nothing prints it")
        return url

    @field_validator("vault_url")
    @classmethod
    def _is_private(cls, url: str) -> str:
        parts = urlsplit(url)
        local = parts.hostname in ("127.0.0.1", "::1", "localhost")
        if parts.scheme != "https" and not (parts.scheme == "http" and local):
            raise ValueError("must begin with https://, or be on this machine")
        return url

    @property
    def keyring(self) -> Path:
        """Return the path of the wrapped root key."""
        return self.home / "office.keyring"

    @property
    def checkpoint_file(self) -> Path:
        """Return the path of the file that checkpoints of the audit log are added to."""
        return self.checkpoints or self.home / "audit.checkpoints"

    @property
    def database_file(self) -> Path | None:
        """Return the path of the SQLCipher file, or None on PostgreSQL."""
        return self.home / "office.db" if self.database_url is None else None

    @property
    def url(self) -> URL:
        """Return the database URL; its repr hides the password."""
        if self.database_url is None:
            return URL.create("sqlite", database=str(self.home / "office.db"))
        return make_url(self.database_url.get_secret_value())

    @property
    def owner_url(self) -> URL:
        """Return the database URL of whoever may change the schema."""
        if self.database_url is None or self.database_owner_url is None:
            return self.url
        return make_url(self.database_owner_url.get_secret_value())
