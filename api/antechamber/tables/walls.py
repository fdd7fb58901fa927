"""Whether the guards in the database are as written: triggers, their functions, policies.

Names alone prove nothing: whoever owns the tables can empty a function and leave its name. So
`walls.json` holds, for each database, the digest of every definition, and whatever stands beside
those is named as well: another trigger could undo what ours refuse. A test keeps the
file to what a database holds that was just migrated; CONTRIBUTING.md says how to write it.
"""

import json
from functools import cache
from hashlib import sha256
from pathlib import Path

from sqlalchemy import Connection, text

WRITTEN = Path(__file__).with_name("walls.json")

IN_SQLITE = (
    "SELECT 'trigger ' || name || ' on ' || tbl_name, sql FROM sqlite_master WHERE type = 'trigger'"
)
# The server spells an expression out anew, each version with its own blanks and parentheses.
IN_POSTGRESQL = r"""
    SELECT format('trigger %s on %s', t.tgname, c.relname),
           json_build_array(
               f.proname, f.pronamespace = c.relnamespace, t.tgtype, t.tgenabled,
               t.tgqual IS NULL, t.tgattr::text, t.tgnargs, t.tgdeferrable
           )::text
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc f ON f.oid = t.tgfoid
    WHERE c.relnamespace = current_schema()::regnamespace AND NOT t.tgisinternal
    UNION ALL
    SELECT format('function %s(%s)', p.proname, pg_get_function_identity_arguments(p.oid)),
           json_build_array(
               p.prosrc, l.lanname, p.provolatile, p.prosecdef, p.prokind,
               replace(array_to_string(p.proconfig, ';'), quote_ident(current_schema()), '@')
           )::text
    FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
    WHERE p.pronamespace = current_schema()::regnamespace
      AND p.proname IN ('gate_session', 'gate_decision', 'audit_entry_new', 'append_only', 'sees')
    UNION ALL
    SELECT format('policy %s on %s', p.polname, c.relname),
           json_build_array(
               p.polcmd, p.polpermissive, p.polroles::text,
               regexp_replace(pg_get_expr(p.polqual, c.oid), '[\s()]', '', 'g'),
               regexp_replace(pg_get_expr(p.polwithcheck, c.oid), '[\s()]', '', 'g')
           )::text
    FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
    WHERE c.relnamespace = current_schema()::regnamespace
    UNION ALL
    SELECT format('rule %s on %s', r.rulename, c.relname), ''
    FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
"""


def altered(connection: Connection) -> list[str]:
    """Name the guards that are absent, added or not as this version's migrations write them."""
    found, wanted = digests(connection), _written()[connection.dialect.name]
    names = sorted(found.keys() | wanted.keys())
    return [name for name in names if found.get(name) != wanted.get(name)]


def digests(connection: Connection) -> dict[str, str]:
    """Return the SHA-256 (hex) of each guard's definition, by name."""
    question = IN_SQLITE if connection.dialect.name == "sqlite" else IN_POSTGRESQL
    rows = connection.execute(text(question))
    return {name: sha256(definition.encode()).hexdigest() for name, definition in rows}


@cache
def _written() -> dict[str, dict[str, str]]:
    written: dict[str, dict[str, str]] = json.loads(WRITTEN.read_text(encoding="utf-8"))
    return written
