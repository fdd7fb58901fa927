"""Everything known about one engagement at one instant: frozen, typed, pseudonymous.

The shape is the project's contract: 192 leaves, all required. In the file the people are
the map `participants`; in rules they are the list `seats`, whose key is `ref`. Maps are
read as lists of rows with their key in `ref`. Derived facts are filled by `derive`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from antechamber_compliance.dossier import vocabulary as v
from antechamber_compliance.dossier.facts import SignOffFacts
from antechamber_compliance.dossier.initiative import Initiative
from antechamber_compliance.dossier.kinds import (
    Count,
    Date,
    Handle,
    Instant,
    Key,
    Parameters,
    Signed,
    Text,
    Zone,
)
from antechamber_compliance.dossier.office import History, Office
from antechamber_compliance.dossier.seat import Seat
from antechamber_compliance.dossier.session import Session
from antechamber_compliance.dossier.shape import (
    MOST_SEATS,
    Gap,
    Reading,
    Rows,
    derived,
    dump,
    leaf,
    read,
)
from antechamber_compliance.missing import Missing

SCHEMA = "antechamber.dossier/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Rows that each query should bring, kept where rows are written."""

    seats: Count | Missing = leaf("ENGINE", means="participants")
    hits: Count | Missing = leaf("ENGINE", means="hits, over all seats")
    listings: Count | Missing = leaf("ENGINE", means="listings, over all seats")
    determinations: Count | Missing = leaf("ENGINE", means="determinations, over all seats")
    support_lines: Count | Missing = leaf("ENGINE", means="support, over all seats")
    other_roles: Count | Missing = leaf("ENGINE", means="also_roles, over all seats")
    parties: Count | Missing = leaf("ENGINE", means="initiative.parties")
    party_actors: Count | Missing = leaf("ENGINE", means="actors, over all parties")
    actors: Count | Missing = leaf("ENGINE", means="initiative.actors")
    actor_listings: Count | Missing = leaf("ENGINE", means="listings, over all actors")
    key_constituencies: Count | Missing = leaf("ENGINE", means="initiative.map.key_constituencies")
    overlaps: Count | Missing = leaf("ENGINE", means="initiative.overlaps")
    funders: Count | Missing = leaf("ENGINE", means="initiative.funders")
    funder_limits: Count | Missing = leaf(
        "ENGINE", means="excluded_countries and ineligible_costs, over all funders"
    )
    session_funders: Count | Missing = leaf("ENGINE", means="session.funders")
    disclosures: Count | Missing = leaf("ENGINE", means="session.disclose_to")
    signoffs: Count | Missing = leaf("ENGINE", means="signoffs")
    params: Count | Missing = leaf("ENGINE", means="params")


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOff:
    """A waiver or approval on file, bound to the values that its finding read."""

    ref: Key
    kind: v.SignOffKind | Missing = leaf("ENGINE")
    rule: Text | Missing = leaf("ENGINE")
    code: Text | Missing = leaf("ENGINE")
    subject: Text | Missing = leaf("ENGINE", means="seat, `session` or `initiative`")
    by: tuple[Signed, ...] | Missing = leaf("ENGINE", means="who signed")
    requested_by: Handle | Missing = leaf("ENGINE", means="the user who asked for it")
    reason: Text | Missing = leaf("ENGINE", means="`none` = not given")
    mitigation: Text | Missing = leaf("ENGINE", means="`none` where none is needed")
    memo: v.Memo | Missing = leaf("ENGINE", means="counsel's memo")
    given_at: Instant | Missing = leaf("ENGINE", means="when the last of them signed")
    expires: Date | Missing = leaf("ENGINE", means="last day, in tz")
    tz: Zone | Missing = leaf("ENGINE", means="zone in which its days are read")
    binding: v.Binding | Missing = leaf("ENGINE", means="current: the values signed are unchanged")
    derived: SignOffFacts | Missing = derived()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """One engagement: a session, who sits in it, and all that a decision reads."""

    as_of: Instant | Missing = leaf("ENGINE", means="the instant of the evaluation")
    state: v.State | Missing = leaf("ENGINE", means="before the event")
    event: v.Event | Missing = leaf("ENGINE", means="the step asked for; no verdict depends on it")
    params: Parameters | Missing = leaf("ENGINE", means="overrides, by RULE-ID.name")
    counts: Counts | Missing = leaf("ENGINE")
    office: Office | Missing = leaf("ENGINE")
    history: History | Missing = leaf("ENGINE")
    initiative: Initiative | Missing = leaf("ENGINE")
    session: Session | Missing = leaf("ENGINE")
    seats: Rows[Seat] | Missing = leaf("ENGINE", json="participants", most=MOST_SEATS)
    signoffs: Rows[SignOff] | Missing = leaf("ENGINE", most=MOST_SEATS)


@dataclass(frozen=True, slots=True)
class Received:
    """A dossier as it arrived, with all that was wrong with it."""

    dossier: Dossier
    gaps: tuple[Gap, ...]
    strangers: tuple[Gap, ...]


def receive(raw: Mapping[str, object]) -> Received:
    """Read decoded JSON into a dossier; nothing is refused here, all of it is noted."""
    reading = Reading([], [])
    dossier = read(Dossier, raw, (), reading)
    return Received(dossier, tuple(reading.gaps), tuple(reading.strangers))


def write(dossier: Dossier) -> dict[str, object]:
    """Turn a dossier back into plain JSON values, instants in UTC, what is missing left out."""
    return dump(dossier)
