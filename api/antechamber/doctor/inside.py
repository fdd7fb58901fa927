"""What is checked inside the open office: log, clock, roles, lists, backups, and PostgreSQL's server."""

from datetime import datetime, timedelta

from sqlalchemy import text
from sqlmodel import col, select

from antechamber.backups import records
from antechamber.crypto.sealing import Unsealable
from antechamber.doctor.finding import Finding, fail, ok, warn
from antechamber.erasure import service as erasure
from antechamber.identity import memberships
from antechamber.rotation import generation
from antechamber.screening import lists
from antechamber.tables import AuditEntryRow, AuditHeadRow, InitiativeRow, MembershipRow
from antechamber.tables.audit import NO_LEAF
from antechamber.vault import OFFICE_KEY
from antechamber.work import Work

OLD_BACKUP, STALE_BACKUP = timedelta(days=2), timedelta(days=14)
DRIFT = timedelta(seconds=5)
BACK_UP = "Run: antechamber backup FOLDER; let a timer do it daily."
NO_VALUES = (
    "Run: ALTER SYSTEM SET log_parameter_max_length = 0; "
    "ALTER SYSTEM SET log_parameter_max_length_on_error = 0; SELECT pg_reload_conf();"
)


def log_end(work: Work) -> Finding:
    """Check that the log ends where its head says; `audit verify` reads all of it."""
    head = work.session.get(AuditHeadRow, 1)
    newest = _newest(work)
    if newest is None and head is not None and (head.sequence, head.leaf) == (0, NO_LEAF):
        return ok("log", "It is empty: nothing was recorded yet.")
    try:
        at = _instant(work, newest)
    except Unsealable:
        newest = at = None
    if (
        head is None
        or newest is None
        or (head.sequence, head.leaf)
        != (
            newest.sequence,
            newest.leaf,
        )
    ):
        return fail(
            "log",
            "The audit log does not end where its head says.",
            "Keep this database as it is, and run: antechamber audit verify",
        )
    return ok("log", f"{head.sequence:,} entries, the last of {at:%Y-%m-%d %H:%M} UTC.")


def clock(work: Work) -> Finding:
    """Check that it is not earlier than when the newest entry was written."""
    newest = _newest(work)
    at = _instant(work, newest) if newest else None
    if at is not None and work.now + DRIFT < at:
        return fail(
            "clock",
            f"The clock says {work.now:%Y-%m-%d %H:%M:%S} UTC, but the log has an entry of "
            f"{at:%Y-%m-%d %H:%M:%S}.",
            "Set the machine's clock: clearances and tokens end by it.",
        )
    return ok("clock", f"{work.now:%Y-%m-%d %H:%M:%S} UTC, later than all that is in the log.")


def held_roles(work: Work) -> Finding:
    """Check that the office gave every role that the database names; others count for nothing."""
    rows = work.session.exec(select(MembershipRow)).all()
    forged = sum(not memberships.given(work, row) for row in rows)
    if forged:
        return fail(
            "roles",
            f"The office did not give {forged:,} of the {len(rows):,} roles in its database.",
            "They count for nothing. Find out who wrote to the database.",
        )
    return ok("roles", f"{len(rows):,}, each given by the office.")


def screening_lists(work: Work) -> Finding:
    """Check that every list is in force and as young as PRO-01 wants it."""
    kept = [document for _, document in lists.kept(work).values()]
    oldest = lists.max_age_days(work)
    if not kept:
        in_use = work.session.exec(select(InitiativeRow.id).limit(1)).first() is not None
        judged = fail if in_use else warn  # before the first initiative it is only the next step
        return judged(
            "lists", "The office keeps no list: nobody clears.", "Run: antechamber lists update"
        )
    wrong = [
        each.id
        for each in kept
        if each.status == "failed" or (work.now - each.fetched_at).days > oldest
    ]
    if wrong:
        return fail(
            "lists",
            f"Failed, or older than {oldest} days: {', '.join(sorted(wrong))}.",
            "Run: antechamber lists update; then: antechamber lists status",
        )
    return ok("lists", f"{len(kept)} lists, none older than {oldest} days.")


def backups(work: Work) -> Finding:
    """Check that a backup was made, and restored on trial, lately."""
    last = records.last(work)
    since = last.at if last else _instant(work, work.session.get(AuditEntryRow, 1)) or work.now
    age = work.now - since
    says = f"The last backup is of {since:%Y-%m-%d %H:%M} UTC." if last else "No backup was made."
    if age > STALE_BACKUP:
        return fail("backup", says, BACK_UP)
    if last is None or age > OLD_BACKUP:
        return warn("backup", says, BACK_UP)
    changed = max(work.keys.roots[0].made, work.keys.wrapping[0].made)
    if last.at < changed:
        return warn(
            "backup",
            f"{says} Keys were changed after it, by a rotation or an erasure at "
            f"{changed:%Y-%m-%d %H:%M}: it opens only with the keyring of its time, and the keyring "
            "of then, if that is what lies in the safe, does not open the office any more.",
            f"Copy the keyring to the safe now. {BACK_UP}",
        )
    return ok("backup", f"{says} It was restored on trial.")


def keyring(work: Work) -> Finding:
    """Check that the keyring is the newest that the office was used with, and no older one came."""
    known = generation.used(work)
    if known.set_back is None and known.newest <= work.keys.generation:
        return ok("keyring", "It is the newest that this office was used with.")
    return fail(
        "keyring",
        "An older keyring was put in the place of a newer one: keys and shares that were replaced "
        "count again.",
        "Put the newest back. Then, or if it is lost: antechamber keys escrow, where there were "
        "shares, and after that: antechamber keys rotate --level kek",
    )


def erasures(work: Work) -> Finding:
    """Check that no erasure was cut short of destroying the key that opens older copies."""
    if erasure.is_unfinished(work.keys):
        return fail(
            "erasures",
            "An erasure was cut short: a key is left that opens older copies of the database.",
            "Any command that uses the office finishes it. Run: antechamber keys status",
        )
    return ok("erasures", "None was cut short.")


def server(work: Work) -> Finding:
    """Check that PostgreSQL's log shows no values, its clock is ours, and the way to it is closed."""
    connection = work.session.connection()
    if connection.dialect.name != "postgresql":
        return ok("server", "No database server: one encrypted file.")
    asked = (
        "SELECT clock_timestamp() AS now, current_setting('log_statement') AS statements,"
        " current_setting('log_min_duration_statement') AS slow,"
        " current_setting('log_parameter_max_length') AS shown,"
        " current_setting('log_parameter_max_length_on_error') AS shown_on_error,"
        " (SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()) AS encrypted,"
        " coalesce(inet_client_addr() <<= '127.0.0.0/8' OR inet_client_addr() = '::1', true) AS near"
    )
    found = connection.execute(text(asked)).one()
    logged = found.statements != "none" or found.slow != "-1"
    if found.shown_on_error != "0" or (logged and found.shown != "0"):
        return warn("server", "The server writes the values of statements to its log.", NO_VALUES)
    if not (found.near or found.encrypted):
        return fail(
            "server",
            "The way to the server is not encrypted.",
            "Add sslmode=verify-full to ANTECHAMBER_DATABASE_URL.",
        )
    if abs(found.now - work.now) > DRIFT:
        return warn("server", "The server's clock is not ours.", "Keep both right by NTP.")
    return ok("server", "Its log shows no values; its clock is ours.")


def _newest(work: Work) -> AuditEntryRow | None:
    return work.session.exec(
        select(AuditEntryRow).order_by(col(AuditEntryRow.sequence).desc()).limit(1)
    ).first()


def _instant(work: Work, row: AuditEntryRow | None) -> datetime | None:
    if row is None:
        return None
    return datetime.fromisoformat(work.open_json(row, "entry", key=OFFICE_KEY)["at"])
