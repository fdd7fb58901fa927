"""Settings of the HTTP side, read once at start-up from ANTECHAMBER_HTTP_* variables."""

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class HttpSettings(BaseSettings):
    """Bounds on what one client can ask. Counters are per process, and kept in memory only."""

    model_config = SettingsConfigDict(
        env_prefix="ANTECHAMBER_HTTP_", frozen=True, hide_input_in_errors=True
    )

    max_body_bytes: int = Field(default=1 << 20, gt=0, description="Larger bodies get 413.")
    body_seconds: int = Field(default=20, gt=0, description="A slower body is given up.")
    window_seconds: int = Field(default=60, gt=0, description="In which the quotas below refill.")
    token_quota: int = Field(default=600, gt=0, description="Requests with one token.")
    address_quota: int = Field(
        default=120, gt=0, description="Requests without a good token from one address."
    )
    tracked_clients: int = Field(
        default=20_000, gt=0, description="Tokens and addresses remembered, each; oldest go first."
    )
