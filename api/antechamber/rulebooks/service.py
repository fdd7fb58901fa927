"""Set the office's trust root, and put signed rulebooks in force."""

from antechamber import audit
from antechamber.crypto.signatures import PublicKey
from antechamber.documents import store
from antechamber.documents.office import OfficeDocument, RulesChosen
from antechamber.rulebooks import redeciding
from antechamber.rulebooks import store as rulebooks
from antechamber.rulebooks.candidates import Candidate, NotAdoptable
from antechamber.rulebooks.current import trust_of
from antechamber.rulebooks.signing import SIGNING_ROLES, BadSignatures, Trust, verify
from antechamber.tables import OfficeRow
from antechamber.work import Work


def trust(work: Work, role: str, key: PublicKey) -> None:
    """Trust a key as that of a role; from now on no unsigned rulebook is used.

    Raises BadSignatures for a role that signs nothing, or the other role's key. Call
    `redeciding.run` afterwards.
    """
    row = redeciding.lock_office(work)
    document = store.load_office(work, row)
    _save(work, row, document, document.rules.model_copy(update=_trusting(document, {role: key})))
    redeciding.mark(work)
    payload = {"role": role, "key": key.id}
    audit.append(work, "rules.key-trusted", work.keys.office, payload=payload)


def adopt(work: Work, candidate: Candidate, new_trust: Trust | None = None) -> None:
    """Put a rulebook in force, with `new_trust` under new keys that are trusted from then on.

    Raises NotAdoptable, BadSignatures. Call `redeciding.run` afterwards.
    """
    row = redeciding.lock_office(work)
    document, rulebook = store.load_office(work, row), candidate.rulebook
    chosen = document.rules.model_copy(update=_trusting(document, new_trust or {}))
    if not chosen.trust:
        raise NotAdoptable(
            "The office trusts no key yet; give both public keys: antechamber rules adopt DIR"
            " --trust KEY.pub --trust KEY.pub"
        )
    verify(candidate.files, rulebook, trust_of(chosen))
    least = max(chosen.revision, work.rules.shipped.revision)
    if rulebook.revision <= least:
        raise NotAdoptable(
            f"It is revision {rulebook.revision}, and revision {least} was in force; raise the "
            "revision in rulebook.toml, test, and sign again."
        )
    rulebooks.keep(work, candidate.files, rulebook, "adopted")
    update = {"adopted": rulebook.digest, "revision": rulebook.revision}
    _save(work, row, document, chosen.model_copy(update=update))
    redeciding.mark(work)
    payload = {
        "digest": rulebook.digest,
        "revision": rulebook.revision,
        "version": rulebook.version,
        "keys": {role: trust_of(chosen)[role].id for role in SIGNING_ROLES},
        "keys_changed": chosen.trust != document.rules.trust,
    }
    audit.append(work, "rulebook.adopted", work.keys.office, payload=payload)


def _trusting(document: OfficeDocument, keys: Trust) -> dict[str, object]:
    trusted = {**document.rules.trust, **{role: key.raw.hex() for role, key in keys.items()}}
    if not set(trusted) <= set(SIGNING_ROLES):
        raise BadSignatures(f"{' and '.join(SIGNING_ROLES)} sign rulebooks, nobody else.")
    if len(set(trusted.values())) < len(trusted):
        raise BadSignatures("This is the key of the other role; two people sign, two keys.")
    return {"trust": trusted}


def _save(work: Work, row: OfficeRow, document: OfficeDocument, chosen: RulesChosen) -> None:
    store.save_office(work, row, document.model_copy(update={"rules": chosen}))
    work.session.add(row)
    work.session.flush()  # the mark is added to the document as it is now
