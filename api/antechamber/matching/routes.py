"""Matching as OpenSanctions' yente does it, so that its clients can ask this office."""

from typing import Annotated

from fastapi import Query

from antechamber.deps import ActorDep, BodyDep, IndexesDep, OfficeDep
from antechamber.http.bodies import api_router
from antechamber.http.openapi import answers
from antechamber.identity.access import may
from antechamber.matching import ftm, service, views
from antechamber.matching.api_key import ApiKeyRoute
from antechamber.matching.schemas import (
    ALGORITHM,
    AlgorithmOut,
    AlgorithmsOut,
    CatalogOut,
    EntityOut,
    MatchIn,
    MatchOut,
    MatchParameters,
)
from antechamber.matching.service import BadExample, NameInUrl, Narrowed, TooMuchAtOnce
from antechamber.rulebooks.current import NoRulebook
from antechamber.screening.index import NoLists
from antechamber.screening.lists import kept
from antechamber_compliance.screening.bands import HUNDREDTHS
from antechamber_compliance.screening.match import BadQuery

router = api_router("matching")
router.route_class = ApiKeyRoute


@router.post("/match/{dataset}", responses=answers(BadExample, NoLists, NoRulebook, TooMuchAtOnce))
def match(
    dataset: str,
    how: Annotated[MatchParameters, Query()],
    ask: BodyDep[MatchIn],
    office: OfficeDep,
    actor: ActorDep,
    indexes: IndexesDep,
) -> MatchOut:
    """Match a batch of people and bodies against a list, or against all by 'default'.

    Nothing that is asked is stored; the audit log gets the number of queries.
    """
    with office.reading(actor) as work:
        may(work, actor, "lists.match")
        index = indexes.current(work)
        lists = service.lists_asked(index, dataset, how.include_dataset, how.exclude_dataset)
        asked = _understood(ask.read())
        standard = service.thresholds(work)
    threshold = standard.near_score / HUNDREDTHS if how.threshold is None else how.threshold
    found = service.matches(index, asked.values(), standard, _narrowed(how, lists, threshold))
    with office.work(actor) as work:
        service.note(work, len(asked))
    answered = {
        key: views.answer(one, matches, threshold, how.limit)
        for (key, one), matches in zip(asked.items(), found, strict=True)
    }
    return MatchOut(responses=answered, limit=how.limit)


@router.get("/search/{dataset}", include_in_schema=False)  # it has no good answer to document
def search(dataset: str, actor: ActorDep) -> None:
    """Refuse to search by what stands in a URL."""
    raise NameInUrl("Send the name in the body of POST /match/{dataset}: a URL is logged.")


@router.get("/entities/{entity:path}", responses=answers(NoLists))
def entity(entity: str, office: OfficeDep, actor: ActorDep, indexes: IndexesDep) -> EntityOut:
    """Show a listed party by the id that a match gave."""
    with office.reading(actor) as work:
        may(work, actor, "lists.match")
        party = service.find(indexes.current(work), entity)
        return views.entity(party.list_id, party.entry)


@router.get("/catalog")
def catalog(office: OfficeDep, actor: ActorDep) -> CatalogOut:
    """List the lists that are searched, and all of them together as 'default'."""
    with office.reading(actor) as work:
        may(work, actor, "lists.match")
        return views.catalog(document for _, document in kept(work).values())


@router.get("/algorithms")
def algorithms(office: OfficeDep, actor: ActorDep) -> AlgorithmsOut:
    """Describe how matches are scored; there is one way."""
    with office.reading(actor) as work:
        may(work, actor, "lists.match")
    only = AlgorithmOut(
        name=ALGORITHM,
        description="The scorer that screens this office's own people.",
        docs=views.FEATURES,
    )
    return AlgorithmsOut(algorithms=[only], default=ALGORITHM, best=ALGORITHM)


def _narrowed(how: MatchParameters, lists: frozenset[str], threshold: float) -> Narrowed:
    return Narrowed(
        lists,
        min(how.cutoff, threshold),
        frozenset(how.exclude_entity_ids),
        frozenset(how.exclude_schema),
    )


def _understood(batch: MatchIn) -> dict[str, ftm.Asked]:
    """Read every example; raise BadExample, which names it by its place in the batch."""
    found = {}
    for number, (key, example) in enumerate(batch.queries.items(), 1):
        try:
            found[key] = ftm.asked(example.schema_, example.properties)
        except BadQuery as bad:
            raise BadExample(f"Query {number} of the batch: {bad}.") from None
    return found
