"""T14: no nonce comes twice."""

from collections.abc import Callable
from uuid import UUID

from antechamber.crypto.keys import Key
from antechamber.crypto.sealing import HEADER_BYTES, NONCE_BYTES, Place, Sealer

PLACE = Place(office=UUID(int=1), table="participant", row="1", column="identity")


def test_no_nonce_comes_twice(
    came_out: Callable[[str, str, str], None], figure: Callable[[int, int], int]
) -> None:
    sealer, sealed = Sealer(Key.random()), figure(100_000, 1_000_000)
    nonces = {
        sealer.seal(b"", place=PLACE).blob[HEADER_BYTES - NONCE_BYTES : HEADER_BYTES]
        for _ in range(sealed)
    }
    came_out("T14", f"{sealed:,} values sealed", f"{sealed - len(nonces)} nonces came twice")
    assert len(nonces) == sealed
