"""Listed parties, scores and lists as outsiders see them."""

from collections.abc import Iterable
from typing import Any

from antechamber.documents.lists import ListDocument
from antechamber.matching.ftm import Asked, properties_of, schema_of
from antechamber.matching.schemas import (
    AnswerOut,
    CatalogOut,
    DatasetOut,
    EntityOut,
    ExampleOut,
    FeatureOut,
    ScoredOut,
    TotalOut,
)
from antechamber.matching.service import ALL_LISTS, entity_id
from antechamber_compliance.canonical import digest
from antechamber_compliance.screening.entry import Entry
from antechamber_compliance.screening.match import Match

FEATURES = {
    "name": "Likeness of the names, word by word: pairs, then words left over on either side.",
    "birth_date": "1 where the birth dates agree, -1 where they conflict, 0 where one is silent.",
    "identifier": "1 where a number is the same: then the whole score is 1.",
}
BIRTH_DATE = {"agrees": 1.0, "conflicts": -1.0}


def entity(list_id: str, entry: Entry) -> EntityOut:
    """Return a listed party."""
    return EntityOut(
        id=entity_id(list_id, entry.entry_id),
        caption=entry.names[0].text,
        schema_=schema_of(entry),
        properties=properties_of(entry),
        datasets=[list_id],
    )


def answer(asked: Asked, found: list[Match], threshold: float, limit: int) -> AnswerOut:
    """Return the answer to one example."""
    return AnswerOut(
        results=[_scored(one, threshold) for one in found[:limit]],
        total=TotalOut(value=len(found)),
        query=ExampleOut(schema_=asked.schema, properties=asked.properties),
    )


def catalog(lists: Iterable[ListDocument]) -> CatalogOut:
    """Return the lists that have a copy in force, all of them together first."""
    searched = [document for document in lists if document.snapshot]
    names = [document.id for document in searched]
    outdated = [document.id for document in searched if document.status == "failed"]
    datasets = [_dataset(document) for document in searched]
    if datasets:
        whole = digest([[one.name, one.version] for one in datasets])
        together = DatasetOut(
            name=ALL_LISTS,
            title="All lists in force",
            version=whole,
            updated_at=max(one.updated_at for one in datasets),
            entity_count=sum(one.entity_count for one in datasets),
            index_version=whole,
            index_current=not outdated,
            children=names,
        )
        datasets.insert(0, together)
    current = [name for name in names if name not in outdated]
    return CatalogOut(
        datasets=datasets, current=current, outdated=outdated, index_stale=bool(outdated)
    )


def _dataset(document: ListDocument) -> DatasetOut:
    return DatasetOut(
        name=document.id,
        title=document.publisher,
        version=document.digest,
        updated_at=document.fetched_at,
        entity_count=document.entries,
        index_version=str(document.snapshot),
        index_current=document.status == "current",
    )


def _scored(one: Match, threshold: float) -> ScoredOut:
    explanations = _explained(one)
    return ScoredOut(
        **dict(entity(one.list_id, one.entry)),
        score=one.score,
        match=one.score >= threshold,
        features={name: feature.score for name, feature in explanations.items()},
        explanations=explanations,
    )


def _explained(one: Match) -> dict[str, FeatureOut]:
    why: dict[str, Any] = one.explanation
    born, adjusted, number = why["birth_date"], why["adjusted"], why["document"]
    return {
        "name": FeatureOut(
            score=why["name_score"],
            detail=_words(why),
            query=" ".join(why["query"]) if why["words"] == "same" else None,
            candidate=one.name,
        ),
        "birth_date": FeatureOut(
            score=BIRTH_DATE.get(born, 0.0),
            detail=born if adjusted == "none" else f"{born}, {adjusted}",
        ),
        "identifier": FeatureOut(score=float(number == "agrees"), detail=number),
    }


def _words(why: dict[str, Any]) -> str:
    """Say which words met, and which are left over."""
    if why["words"] != "aligned":
        return str(why["words"])
    met = [f"{p['query']}={p['listed']} {p['likeness']} {p['how']}" for p in why["pairs"]]
    left = [f"-{word}" for word, _ in why["query_only"]]
    left += [f"+{word}" for word, _ in why["listed_only"]]
    return "; ".join(met + left)
