"""The settings of one office, read once at start-up from ANTECHAMBER_* variables."""

from pathlib import Path

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy import URL, make_url


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
    database_url: SecretStr | None = Field(
        default=None,
        description="postgresql+psycopg://... ; a SQLCipher file in `home` when not set.",
    )

    database_owner_url: SecretStr | None = Field(
        default=None,
        description="The same database as the role that owns its tables: for init, migrate and "
        "maintain. Not set where `database_url` is the owner's.",
    )

    @field_validator("database_url", "database_owner_url")
    @classmethod
    def _is_postgresql(cls, url: SecretStr | None) -> SecretStr | None:
        if url is not None and not url.get_secret_value().startswith("postgresql+psycopg://"):
            raise ValueError("must begin with postgresql+psycopg://")
        return url

    @property
    def keyring(self) -> Path:
        """Return the path of the wrapped root key."""
        return self.home / "office.keyring"

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
