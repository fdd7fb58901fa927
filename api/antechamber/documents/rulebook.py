"""The sealed document of a rulebook that the office keeps."""

from datetime import datetime
from typing import Literal

from antechamber.documents.base import Document


class RulebookDocument(Document):
    """Which rulebook this is, how it came, and since when the office has it."""

    digest: str
    revision: int
    version: str
    source: Literal["shipped", "adopted"]
    at: datetime
