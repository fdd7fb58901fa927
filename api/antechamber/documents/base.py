"""What all sealed documents share: strict, frozen, and padded so that their size tells little."""

from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict

from antechamber_compliance.canonical import canonical

END = b'"}'  # of the padding, which comes last


class Part(BaseModel):
    """A typed part of a document."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Document(Part):
    """The content of a sealed column; `bucket` is the size in bytes that it is padded to."""

    bucket: ClassVar[int] = 1024

    def to_bytes(self) -> bytes:
        """Return canonical JSON, padded to a whole number of buckets."""
        text = canonical({"document": self.model_dump(mode="json"), "padding": ""})
        short = -len(text) % self.bucket
        return text[: -len(END)] + b" " * short + END

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> Self:
        """Read back what `to_bytes` wrote, decoded."""
        return cls.model_validate(stored["document"])
