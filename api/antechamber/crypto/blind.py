"""Find an exact value without storing it: a keyed index, one per column and initiative."""

import unicodedata
from uuid import UUID

from antechamber.crypto.keys import Label, Root, length_prefixed

INDEX_BYTES = 16


def blind_index(root: Root, value: str, *, initiative: UUID, column: str) -> bytes:
    """Return 16 bytes that equal values share within one initiative and column, and only there.

    Spelling is levelled first: NFKC, case folded, outer blanks off.
    """
    folded = unicodedata.normalize("NFKC", value).casefold()
    level = unicodedata.normalize("NFKC", folded).strip()
    message = length_prefixed(initiative.bytes, column.encode(), level.encode())
    return root.derive(Label.BLIND_INDEX).mac(message)[:INDEX_BYTES]
