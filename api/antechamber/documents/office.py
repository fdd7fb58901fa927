"""The sealed document of the office itself."""

from antechamber.documents.base import Document


class OfficeDocument(Document):
    """The organisation itself: its zone, in which ages are read, and its parameter overrides."""

    name: str
    tz: str
    parameters: dict[str, bool | int | list[str]] = {}
