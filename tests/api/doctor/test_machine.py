"""What the doctor says of the machine under the office."""

import pytest

from antechamber.doctor import machine, room
from antechamber.office import Office


@pytest.mark.parametrize(
    ("answer", "status"), [(0, "ok"), (4, "ok"), (5, "warn"), (-1, "warn"), (6, "warn")]
)
def test_a_clock_is_kept_right_only_where_the_kernel_says_so(answer: int, status: str) -> None:
    assert machine.judged_clock(answer).status == status


def test_a_backup_wants_room_for_what_the_database_holds_wherever_it_lies(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert room.backup_room(office).status == "ok"
    monkeypatch.setattr(room, "ROOM_FOR", 10**9)
    found = room.backup_room(office)
    assert found.status == "warn"
    assert "MiB are free" in found.says
