"""Fill an office with people whose names are nowhere else, in every kind of sealed place."""

from collections.abc import Sequence

from antechamber import audit
from antechamber.office import Office
from antechamber.tables import InitiativeRow, ParticipantRow
from antechamber.vault import participant_key
from antechamber.work import Everywhere, Work

AT_ONCE = 50


def plant(office: Office, names: Sequence[str]) -> None:
    """Put each name into an initiative, a person, the person's file and the audit log."""
    for begin in range(0, len(names), AT_ONCE):
        with office.work(Everywhere("user:1")) as work:
            for name in names[begin : begin + AT_ONCE]:
                _plant(work, name)


def _plant(work: Work, name: str) -> None:
    home = InitiativeRow()
    work.seal_json(home, "document", {"name": name}, key=work.new_initiative_key(home.id))
    work.session.add(home)
    work.session.flush()  # people refer to it
    person = ParticipantRow(initiative_id=home.id, key_id=work.new_participant_key(home.id))
    key = participant_key(home.id, person.key_id)
    work.seal(person, "identity", name.encode("utf-16-le"), key=key)
    work.seal(person, "file", name.encode(), key=key)
    work.session.add(person)
    audit.append(work, "participant.added", name, payload={"name": name}, key=key)
