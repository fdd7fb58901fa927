"""T29: after an erasure the log still verifies, and what an auditor takes away names nobody."""

import random
from collections.abc import Callable
from string import ascii_lowercase
from uuid import UUID

import pytest

from antechamber import audit
from antechamber.audit.bundle_verifier import check
from antechamber.demo.scan import forms
from antechamber.documents import store
from antechamber.documents.participant import Identity
from antechamber.erasure import service as erasure
from antechamber.initiatives import service as initiatives
from antechamber.office import Office
from antechamber.participants import service as participants
from antechamber.tables import ParticipantRow
from antechamber.vault import Erased
from antechamber.work import Everywhere
from ledger import bundle, key_of
from walk import Walk, engagement, prepare

PURPOSE: audit.Purpose = "invitation"
TOGETHER = 20


def canaries(count: int) -> list[Identity]:
    """People that cannot be met by chance: five confidential words each."""
    chance = random.Random(29)

    def word() -> str:
        return "".join(chance.choices(ascii_lowercase, k=12)).capitalize()

    return [
        Identity(
            names=[f"{word()} {word()}"],
            documents=[f"Passport {word()}"],
            email=f"{word()}@example.org",
            notes=f"Lives in {word()}.",
        )
        for _ in range(count)
    ]


def words(identity: Identity) -> list[str]:
    texts = [*identity.names, *identity.documents, str(identity.email), identity.notes]
    spaced = " ".join(texts).replace("@", " ").replace(".", " ")
    return [word for word in spaced.split() if len(word) >= 12]


def homes(walk: Walk, people: int) -> list[UUID]:
    """Return initiatives for so many people: whoever comes in has all others written anew."""
    found = [walk.initiative]
    while len(found) * TOGETHER < people:
        with walk.office.work(Everywhere("user:convener")) as work:
            found.append(initiatives.create(work, walk.convener, "EGRET").id)
    return found


def logged(walk: Walk, home: UUID, identity: Identity, number: int) -> ParticipantRow:
    """Register a person, reveal who they are, and log a payload that holds all of it."""
    facts = engagement()["participants"]["P3"]
    personal = {name: facts[name] for name in participants.ORDINARY}
    with walk.office.work(Everywhere("user:convener")) as work:
        row = participants.register(work, home, f"X{number}", "Heron", identity, personal)
    with walk.office.work(Everywhere("user:convener")) as work:
        row = participants.find(work, row.id)
        participants.reveal(work, row, purpose=PURPOSE)
        key = store.person_key(row)
        audit.append(work, "note.kept", row.id, payload=identity.model_dump(), key=key)
    return row


def test_the_log_verifies_after_an_erasure_and_an_export_names_nobody(
    office: Office, came_out: Callable[[str, str, str], None], figure: Callable[[int, int], int]
) -> None:
    walk, people = prepare(office), canaries(figure(4, 200))
    found = homes(walk, len(people))
    rows = [logged(walk, found[n // TOGETHER], each, n) for n, each in enumerate(people)]
    audit.add_checkpoint(office)
    anchor, key, old = audit.kept_notes(office), key_of(office), bundle(office, with_entries=True)
    for row in rows[: len(rows) // 2]:
        erasure.erase(office, Everywhere("user:officer"), row.id)
    log = audit.verify(office, anchor)
    audit.add_checkpoint(office)
    new = bundle(office, with_entries=True)
    proofs = [
        audit.prove(office, n, actor=Everywhere("auditor"))
        for n in range(1, log.count, log.count // 9)
    ]
    for data in (old, new):
        assert check(data, key, anchor).faults == ()
    assert all(check(proof, key).faults == () for proof in proofs)
    handed_over = [old, new, bundle(office), *proofs, audit.kept_notes(office)]
    wanted = {form for identity in people for word in words(identity) for form in forms(word)}
    hits = [form for form in wanted for data in handed_over if form in data]
    with office.work(Everywhere("test")) as work:
        for row in rows[: len(rows) // 2]:
            with pytest.raises(Erased):
                store.load_identity(work, work.session.get_one(ParticipantRow, row.id))
    ran = (
        f"{len(people) // 2} of {len(people)} people erased on {office.engine.dialect.name};"
        f" {len(wanted):,} spellings sought in bundles, proofs and checkpoints"
    )
    came_out("T29", ran, f"log and anchors hold, {len(hits)} spellings found")
    assert hits == []
    assert all(any(form in words_of(people) for form in forms(word)) for word in words(people[0]))


def words_of(people: list[Identity]) -> bytes:
    """The same search where they are: one that finds nothing anywhere proves nothing."""
    return b" ".join(identity.model_dump_json().encode() for identity in people)
