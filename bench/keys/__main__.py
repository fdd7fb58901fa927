"""Ten thousand people opened for a bulk re-screen, and keys rotated: `./dev bench keys`.

Time is the processor time of this process, the median of some rounds; the first does not count.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import process_time
from uuid import UUID, uuid4

from sqlmodel import col, select

from antechamber.documents import store
from antechamber.documents.office import OfficeDocument
from antechamber.documents.participant import Identity, ParticipantFile
from antechamber.office import Office
from antechamber.rotation import initiatives, participants
from antechamber.screening import subjects
from antechamber.settings import Settings
from antechamber.tables import InitiativeRow, ParticipantRow
from antechamber.work import Everywhere, Work

ALLOWED = 1.0  # seconds of processor time to open everybody
ROTATED = 1_000  # people who get newer keys of their own


def main() -> None:
    """Measure and print; end with 1 where opening everybody takes longer than is allowed."""
    asked = argparse.ArgumentParser(prog="./dev bench keys", description=__doc__)
    asked.add_argument("--people", type=int, default=10_000)
    asked.add_argument("--rounds", type=int, default=5)
    asked.add_argument("--json", action="store_true")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = measure(Path(folder), given.people, given.rounds)
    if given.json:
        print(json.dumps(found, indent=2))
    else:
        for what, seconds in found.items():
            print(f"{what:<58} {seconds:6.2f} s")
    sys.exit(found[SUBJECTS] > ALLOWED)


READ = "read their rows from the database"
OPENED = "the same, unwrap their keys and open who they are"
SUBJECTS = "as screening does it: who they are and their files"
WRAPPED = "a newer key for their initiative: all keys wrapped anew"
RENEWED = f"newer keys for {ROTATED:,} people, the older ones destroyed"


def measure(folder: Path, people: int, rounds: int) -> dict[str, float]:
    """Return the seconds that each of the steps takes."""
    settings = Settings(home=folder / "home", key_file=folder / "key" / "office.key")
    office = Office.create(settings, document=OfficeDocument(name="Bench", tz="UTC"))
    initiative = filled(office, people)

    def rows(work: Work) -> list[ParticipantRow]:
        ordered = select(ParticipantRow).order_by(col(ParticipantRow.id))
        return list(work.session.exec(ordered))

    def opened(work: Work) -> None:
        work.vault.preload(initiative)
        for row in rows(work):
            work.open(row, "identity", key=store.person_key(row))

    found = {
        READ: reading(office, rows, rounds),
        OPENED: reading(office, opened, rounds),
        SUBJECTS: reading(office, lambda work: subjects.of_initiative(work, initiative), rounds),
        WRAPPED: once(lambda: initiatives.rotate(office, Everywhere("bench"), initiative)),
    }
    few = filled(office, ROTATED)
    found[RENEWED] = once(lambda: newer_keys(office, few))
    office.close()
    return found


def newer_keys(office: Office, initiative: UUID) -> None:
    """Do what `antechamber keys rotate participant` does for one initiative."""
    participants.rotate(office, Everywhere("bench"), initiative)
    participants.retire(office, Everywhere("bench"), initiative)


def filled(office: Office, people: int) -> UUID:
    """Put people into one initiative, each with a key, an identity and a file."""
    with office.work(Everywhere("bench")) as work:
        initiative = InitiativeRow(id=uuid4())
        key = work.new_initiative_key(initiative.id)
        work.seal(initiative, "document", b"{}", key=key)
        work.session.add(initiative)
        work.session.flush()
        for number in range(people):
            row = ParticipantRow(
                id=uuid4(),
                initiative_id=initiative.id,
                key_id=work.new_participant_key(initiative.id),
            )
            names = [f"Merrin Vandoral {number}", f"M. Vandoral {number}"]
            identity = Identity(names=names, birth_date="1970-01-01", countries=["qn"])
            store.save_identity(work, row, identity)
            file = ParticipantFile(ref=f"P{number}", pseudonym=f"Pseudonym {number}")
            store.save_file(work, row, file)
            work.session.add(row)
    return initiative.id


def reading(office: Office, act: Callable[[Work], object], rounds: int) -> float:
    """Return the median of some rounds, each in a transaction of its own."""
    measured = []
    for _ in range(rounds + 1):
        with office.reading(Everywhere("bench")) as work:
            began = process_time()
            act(work)
            measured.append(process_time() - began)
    return median(measured[1:])


def once(act: Callable[[], object]) -> float:
    """Return the processor time of one call."""
    began = process_time()
    act()
    return process_time() - began


if __name__ == "__main__":
    main()
