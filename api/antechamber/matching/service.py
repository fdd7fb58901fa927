"""Answer whom on the lists an outsider's people may be. What is asked is not stored."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import cast

from sqlmodel import select

from antechamber import audit
from antechamber.errors import NotFound, Problem
from antechamber.matching.ftm import Asked, schema_of
from antechamber.rulebooks import parameters
from antechamber.rulebooks.current import NoRulebook
from antechamber.screening.index import ListIndex
from antechamber.tables import OfficeRow
from antechamber.work import Work
from antechamber_compliance.screening.bands import HUNDREDTHS, Thresholds
from antechamber_compliance.screening.index import Party
from antechamber_compliance.screening.match import Match, match

ALL_LISTS = "default"
SECONDS = 20.0  # that one batch may take


class NameInUrl(Problem):
    """A URL is written to logs and histories on its way; a name goes into a body.

    Ask with POST /match/{dataset}. There is no search by GET here, and will be none.
    """

    status, slug, title = 400, "name-in-url", "No name goes into a URL"


class BadExample(Problem):
    """One query of the batch cannot be answered, so none is: what is passed over looks clear."""

    status, slug, title = 400, "bad-example", "A query cannot be answered"


class TooMuchAtOnce(Problem):
    """The batch was not answered in time, and no part of it is: half an answer looks clear."""

    status, slug, title = 503, "too-much-at-once", "Too much for one request"


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Which results are wanted: lists by id, the least score, and what to leave out."""

    lists: frozenset[str]
    cutoff: float
    without_entities: frozenset[str] = frozenset()
    without_schemas: frozenset[str] = frozenset()

    def wants(self, one: Match) -> bool:
        """Say whether a match is among them."""
        return (
            one.score >= self.cutoff
            and one.list_id in self.lists
            and entity_id(one.list_id, one.entry.entry_id) not in self.without_entities
            and schema_of(one.entry) not in self.without_schemas
        )


def entity_id(list_id: str, entry_id: str) -> str:
    """Return the id under which outsiders know an entry."""
    return f"{list_id}:{entry_id}"


def find(index: ListIndex, wanted: str) -> Party:
    """Return a listed party by its entity id; raise NotFound."""
    for party in index.index.parties:
        if entity_id(party.list_id, party.entry.entry_id) == wanted:
            return party
    raise NotFound("No entity with this id on the lists in force.")


def lists_asked(
    index: ListIndex, dataset: str, include: Iterable[str], exclude: Iterable[str]
) -> frozenset[str]:
    """Return the ids of the lists to search; raise NotFound for one that is not in force."""
    known = frozenset(index.snapshots)
    asked = {dataset, *include}
    if not {*asked, *exclude} <= known | {ALL_LISTS}:
        raise NotFound("No list with this id is in force. GET /catalog names them.")
    chosen = known if ALL_LISTS in asked else known & asked
    return chosen - frozenset(exclude)


def thresholds(work: Work) -> Thresholds:
    """Return the scores by which the office itself would judge today; raise NoRulebook."""
    office = work.session.exec(select(OfficeRow)).one()
    if not work.rulebook.parameters():
        raise NoRulebook("Put a signed rulebook in force, then match.")
    review, near = (
        cast(int, parameters.standing(work, office, f"PRO-02.{name}").used)
        for name in ("review_score", "near_score")
    )
    return Thresholds(review, near)


def matches(
    index: ListIndex,
    batch: Iterable[Asked],
    office: Thresholds,
    wanted: Narrowed,
    timer: Callable[[], float] = time.monotonic,
) -> list[list[Match]]:
    """Return each example's matches, best first; raise TooMuchAtOnce after SECONDS.

    Scores are the office's own: the cutoff decides what is returned, not what it scores.
    """
    deadline = timer() + SECONDS
    near = min(office.near_score, max(1, int(wanted.cutoff * HUNDREDTHS)))
    at = Thresholds(office.review_score, near)
    found = []
    for asked in batch:
        best: dict[tuple[str, str], Match] = {}
        for query in asked.queries:
            if timer() > deadline:
                raise TooMuchAtOnce("Send fewer queries, or fewer names in each.")
            for one in match(index.index, query, at).matches:
                one = _lifted(one, office)
                known = best.get((one.list_id, one.entry_id))
                if wanted.wants(one) and (known is None or one.score > known.score):
                    best[one.list_id, one.entry_id] = one
        found.append(sorted(best.values(), key=lambda m: (-m.score, m.list_id, m.entry_id)))
    return found


def note(work: Work, queries: int) -> None:
    """Record in the audit log that somebody asked, and how much; never what."""
    audit.append(work, "lists.matched", work.keys.office, payload={"queries": queries})


def _lifted(one: Match, office: Thresholds) -> Match:
    """Raise the same name to the score at which the office alerts, whatever the cutoff."""
    near = office.near_score / HUNDREDTHS
    if one.explanation["words"] == "same" and one.score < near:
        return replace(one, score=near)
    return one
