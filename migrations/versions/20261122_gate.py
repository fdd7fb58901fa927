"""The gate: triggers that keep uncleared sessions from being scheduled.

Three promises, kept against plain SQL, in any statement form, with pragmas off:
a session is scheduled or in session only on the newest decision about it, of the same
revision, that may proceed; decisions are only ever added, in rising sequence, and one that
may not proceed not before its session is suspended; audit entries are only ever added.

Locks: SHARE ROW EXCLUSIVE on session, decision and audit_entry, for an instant.
Works with the code before it: yes, as far as that code keeps the promises.
Back: drops the triggers, but refuses while a session is scheduled or in session. No
release of antechamber starts without them.
"""
# ruff: noqa: S608 - all SQL here is put together from the constants of this file

import sqlalchemy as sa
from alembic import op

revision = "20261122_gate"
down_revision = "20261122_office"

# A state that is not known to be quiet counts as live: case, type and NULL open nothing.
QUIET = (
    "'draft', 'proposed', 'in_review', 'blocked', 'awaiting_approval', 'cleared', 'suspended', "
    "'held', 'reviewed', 'archived', 'cancelled', 'destroyed'"
)
CLEARED = """EXISTS (
        SELECT 1 FROM decision AS d
        WHERE d.id = NEW.clearance_id AND d.session_id = NEW.id
          AND d.revision = NEW.revision AND d.may_proceed = TRUE
          AND NOT EXISTS (
              SELECT 1 FROM decision AS newer
              WHERE newer.session_id = NEW.id AND newer.sequence > d.sequence
          )
    )"""
LIVE = f"SELECT count(*) FROM session WHERE state NOT IN ({QUIET})"

UNCLEARED = "gate: not the newest decision of this revision, or it may not proceed"
REPLACED = "gate: this row exists and is not replaced"
OUT_OF_ORDER = "gate: a decision has a higher sequence than those before it"
SUSPEND_FIRST = "gate: suspend the session before recording a decision against it"
SPELLING = "gate: not an id, a sequence or a revision as this database spells them"
APPEND_ONLY = "append-only: rows are added, never changed or removed"

ROW_TRIGGERS = {
    "gate_session_insert": ("session", "INSERT"),
    "gate_session_update": ("session", "UPDATE"),
    "gate_decision_insert": ("decision", "INSERT"),
    "gate_decision_update": ("decision", "UPDATE"),
    "gate_decision_delete": ("decision", "DELETE"),
    "audit_entry_insert": ("audit_entry", "INSERT"),
    "audit_entry_update": ("audit_entry", "UPDATE"),
    "audit_entry_delete": ("audit_entry", "DELETE"),
}
TRUNCATE_TRIGGERS = {"gate_decision_truncate": "decision", "audit_entry_truncate": "audit_entry"}
FUNCTIONS = {
    "gate_session_insert": "gate_session",
    "gate_session_update": "gate_session",
    "gate_decision_insert": "gate_decision",
    "audit_entry_insert": "audit_entry_new",
}


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        in_sqlite()
    else:
        in_postgresql()


def downgrade() -> None:
    live = op.get_bind().scalar(sa.text(LIVE))
    if live:
        raise RuntimeError(f"{live} sessions would go on without the gate; suspend them first")
    sqlite = op.get_bind().dialect.name == "sqlite"
    for name, (table, _) in ROW_TRIGGERS.items():
        op.execute(f"DROP TRIGGER {name}" if sqlite else f"DROP TRIGGER {name} ON {table}")
    if sqlite:
        return
    for name, table in TRUNCATE_TRIGGERS.items():
        op.execute(f"DROP TRIGGER {name} ON {table}")
    for function in ("gate_session", "gate_decision", "audit_entry_new", "append_only"):
        op.execute(f"DROP FUNCTION {function}()")


def in_sqlite() -> None:
    # REPLACE removes the old row without firing its delete trigger, and an upsert starts
    # as an insert: hence each insert refuses a row that exists.
    there = "EXISTS (SELECT 1 FROM {0} WHERE {0}.{1} = NEW.{1})".format
    # `UUID()` reads capitals, dashes and braces as the same id; SQL does not.
    spelt = "typeof(NEW.{0}) = 'text' AND NEW.{0} GLOB '{1}'".format
    digits = "[0-9a-f]" * 32
    whole = "typeof(NEW.{0}) = 'integer'".format
    session_spelt = f"{spelt('id', digits)} AND {whole('revision')}"
    decision_spelt = (
        f"{spelt('id', digits)} AND {spelt('session_id', digits)}"
        f" AND {whole('sequence')} AND {whole('revision')}"
    )
    uncleared = f"coalesce(NEW.state NOT IN ({QUIET}), 1) AND NOT {CLEARED}"
    later = "SELECT 1 FROM decision WHERE session_id = NEW.session_id AND sequence >= NEW.sequence"
    live = f"SELECT 1 FROM session WHERE id = NEW.session_id AND state NOT IN ({QUIET})"
    changed = {"1": APPEND_ONLY}
    refusals = {
        "gate_session_insert": {
            f"NOT ({session_spelt})": SPELLING,
            there("session", "id"): REPLACED,
            uncleared: UNCLEARED,
        },
        "gate_session_update": {f"NOT ({session_spelt})": SPELLING, uncleared: UNCLEARED},
        "gate_decision_insert": {
            f"NOT ({decision_spelt})": SPELLING,
            there("decision", "id"): REPLACED,
            f"EXISTS ({later})": OUT_OF_ORDER,
            f"NEW.may_proceed IS NOT 1 AND EXISTS ({live})": SUSPEND_FIRST,
        },
        "audit_entry_insert": {
            there("audit_entry", "sequence"): REPLACED,
            there("audit_entry", "previous"): REPLACED,
        },
    }
    for name, (table, event) in ROW_TRIGGERS.items():
        body = "\n".join(
            f"    SELECT RAISE(ABORT, '{message}') WHERE {condition};"
            for condition, message in refusals.get(name, changed).items()
        )
        op.execute(
            sa.text(
                f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW\nBEGIN\n{body}\nEND"
            )
        )


def in_postgresql() -> None:
    function(
        "gate_session",
        f"""
    IF TG_OP = 'INSERT' AND EXISTS (SELECT 1 FROM session WHERE id = NEW.id) THEN
        RAISE integrity_constraint_violation USING MESSAGE = '{REPLACED}';
    END IF;
    IF coalesce(NEW.state NOT IN ({QUIET}), true) AND NOT {CLEARED} THEN
        RAISE integrity_constraint_violation USING MESSAGE = '{UNCLEARED}';
    END IF;
    RETURN NEW;""",
    )
    function(
        "gate_decision",
        f"""
    -- Whoever is scheduling this session right now: after them, or they after us.
    PERFORM 1 FROM session WHERE id = NEW.session_id FOR UPDATE;
    IF EXISTS (SELECT 1 FROM decision WHERE id = NEW.id) THEN
        RAISE integrity_constraint_violation USING MESSAGE = '{REPLACED}';
    END IF;
    IF EXISTS (
        SELECT 1 FROM decision WHERE session_id = NEW.session_id AND sequence >= NEW.sequence
    ) THEN
        RAISE integrity_constraint_violation USING MESSAGE = '{OUT_OF_ORDER}';
    END IF;
    IF NEW.may_proceed IS NOT TRUE AND EXISTS (
        SELECT 1 FROM session WHERE id = NEW.session_id AND state NOT IN ({QUIET})
    ) THEN
        RAISE integrity_constraint_violation USING MESSAGE = '{SUSPEND_FIRST}';
    END IF;
    RETURN NEW;""",
    )
    function(
        "audit_entry_new",
        f"""
    IF EXISTS (
        SELECT 1 FROM audit_entry WHERE sequence = NEW.sequence OR previous = NEW.previous
    ) THEN
        RAISE integrity_constraint_violation USING MESSAGE = '{REPLACED}';
    END IF;
    RETURN NEW;""",
    )
    function(
        "append_only",
        f"RAISE integrity_constraint_violation USING MESSAGE = '{APPEND_ONLY}';",
    )
    for name, (table, event) in ROW_TRIGGERS.items():
        called = FUNCTIONS.get(name, "append_only")
        trigger(name, f"{event} ON {table} FOR EACH ROW", table, called)
    for name, table in TRUNCATE_TRIGGERS.items():
        trigger(name, f"TRUNCATE ON {table} FOR EACH STATEMENT", table, "append_only")


def function(name: str, body: str) -> None:
    # pg_temp last, or a temporary table named like ours would be asked in its place.
    schema = op.get_bind().scalar(sa.text("SELECT quote_ident(current_schema())"))
    op.execute(
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql"
        f" SET search_path = {schema}, pg_temp AS $$ BEGIN {body} END $$"
    )


def trigger(name: str, when: str, table: str, called: str) -> None:
    op.execute(f"CREATE TRIGGER {name} BEFORE {when} EXECUTE FUNCTION {called}()")
    # ALWAYS: a session that poses as a replica does not get round it.
    op.execute(f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {name}")
