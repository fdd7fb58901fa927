"""The sealed document of a sign-off."""

from datetime import datetime
from typing import Any, ClassVar, Literal
from uuid import UUID

from antechamber.documents.base import Document, Part

SignoffState = Literal["requested", "given", "refused", "revoked"]


class Signature(Part):
    """One person's word: in which role, which user (handle), when."""

    role: str
    user: str
    at: datetime


class SignoffDocument(Document):
    """A waiver or an approval: asked for by one person, signed by others.

    `bound_to` is the keyed digest (hex) of the values that its finding read when it was
    asked for; it has no effect once they differ. `expires` is a local day in `tz`. The bucket holds
    reasons of ordinary length and every signature: its size does not tell whether it was signed.
    """

    bucket: ClassVar[int] = 8192

    session: UUID
    state: SignoffState
    kind: Literal["waiver", "approval"]
    rule: str
    code: str
    subject: str
    requested_by: str
    reason: str
    mitigation: str
    memo: Literal["attached", "none"]
    expires: str
    tz: str
    bound_to: str
    signatures: list[Signature] = []

    @property
    def finding(self) -> tuple[str, str, str]:
        """The finding that it is for: rule, code, subject."""
        return self.rule, self.code, self.subject

    def to_facts(self, *, binding: str) -> dict[str, Any]:
        """Return the sign-off in the dossier's shape."""
        given = max(signature.at for signature in self.signatures)
        return {
            "kind": self.kind,
            "rule": self.rule,
            "code": self.code,
            "subject": self.subject,
            "by": [f"{s.role}:{s.user}" for s in self.signatures],
            "requested_by": self.requested_by,
            "reason": self.reason,
            "mitigation": self.mitigation,
            "memo": self.memo,
            "given_at": given.isoformat(),
            "expires": self.expires,
            "tz": self.tz,
            "binding": binding,
        }
