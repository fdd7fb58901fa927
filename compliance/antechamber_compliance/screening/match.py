"""Screen one name against an index: the band, and the matches that a person must see."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from antechamber_compliance.screening import dates
from antechamber_compliance.screening.align import DIGITS, align
from antechamber_compliance.screening.asked import ask
from antechamber_compliance.screening.bands import (
    BIRTH_DATE_POINTS,
    HUNDREDTHS,
    STRICTEST,
    Band,
    Thresholds,
    adjusted,
    band,
    strictest,
)
from antechamber_compliance.screening.beside import Beside
from antechamber_compliance.screening.candidates import candidates
from antechamber_compliance.screening.entry import Entry, ListedName, content_hash
from antechamber_compliance.screening.index import PERSON, Index
from antechamber_compliance.screening.names import fold, in_each_script
from antechamber_compliance.screening.reaching import reach
from antechamber_compliance.screening.score import (
    aligned_score,
    explained,
    highest_scores,
    same_score,
)

MAX_NAME_CHARS = 1_000
SCHEMAS = ("Person", "Organization")
UNUSABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


class BadQuery(ValueError):
    """A query that cannot be screened; says what to correct, never repeats the name."""


@dataclass(frozen=True, slots=True)
class Query:
    """Who is asked about. `schema` is "Person" or "Organization"; the rest may be empty.

    `birth_date` is YYYY[-MM[-DD]], `countries` are alpha-2 codes in lower case (they only
    sort), `documents` are passport, identity or registration numbers.
    """

    id: str
    name: str
    schema: str
    birth_date: str = ""
    countries: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """One listed party that the query may be.

    `score` is 0 to 1, adjusted for birth date; `name` is the listed spelling that matched.
    `explanation` holds plain JSON values from which the score can be derived again.
    `content_hash` tells whether the entry has changed since somebody judged the match.
    """

    list_id: str
    entry_id: str
    score: float
    name: str
    band: Band
    corroborated: bool
    regimes: tuple[str, ...]
    content_hash: str
    explanation: dict[str, object]
    entry: Entry


@dataclass(frozen=True, slots=True)
class Screened:
    """The strictest band of all matches, and every match that is not clear, best first."""

    band: Band
    matches: tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class _Scored:
    """One spelling of a party, scored by name alone."""

    party: int
    name: ListedName
    score: float
    same_name: bool
    explanation: dict[str, object]


def match(index: Index, query: Query, thresholds: Thresholds) -> Screened:
    """Return every listed party that the query alerts on; raise BadQuery if it is unusable."""
    return match_many(index, [query], thresholds)[0]


def match_many(index: Index, queries: Sequence[Query], thresholds: Thresholds) -> list[Screened]:
    """Return what `match` returns for each query, in a fraction of the time.

    Raises BadQuery if one of them is unusable. A few hundred at a time are best.
    """
    for query in queries:
        check(query)
    floor = (thresholds.near_score - BIRTH_DATE_POINTS) / HUNDREDTHS
    same = [index.exact(query.name) for query in queries]
    found = [_same(index, query, equal) for query, equal in zip(queries, same, strict=True)]
    _align(index, queries, same, found, floor)
    return [
        _screened(index, query, best, thresholds)
        for query, best in zip(queries, found, strict=True)
    ]


def _screened(
    index: Index, query: Query, best: dict[int, _Scored], thresholds: Thresholds
) -> Screened:
    holders = index.holders(query.documents)
    for number in holders - best.keys():
        listed = index.parties[number].entry.names[0]
        best[number] = _Scored(number, listed, 0.0, False, {"words": "not_compared"})
    found = (_judged(index, query, one, thresholds, one.party in holders) for one in best.values())
    alerts = sorted(filter(None, found), key=lambda one: _rank(one, query))
    return Screened(strictest([one.band for one in alerts]), tuple(alerts))


def check(query: Query) -> None:
    """Raise BadQuery when a query cannot be screened as it stands."""
    if query.schema not in SCHEMAS:
        raise BadQuery("schema must be Person or Organization")
    # Some characters stand for many.
    if max(len(query.name), len(unicodedata.normalize("NFKC", query.name))) > MAX_NAME_CHARS:
        raise BadQuery(f"the name is longer than {MAX_NAME_CHARS} characters")
    if UNUSABLE.search(query.name):
        raise BadQuery("the name contains control characters or halves of characters")
    if not fold(query.name):
        raise BadQuery("the name has no letter or digit that can be compared")
    if query.birth_date and not dates.is_birth_date(query.birth_date):
        raise BadQuery("birth_date must be YYYY, YYYY-MM or YYYY-MM-DD")


def _same(index: Index, query: Query, equal: Iterable[int]) -> dict[int, _Scored]:
    """Return the parties whose spellings equal the name asked, past any ranking."""
    words, best = fold(query.name), dict[int, _Scored]()
    for number in equal:
        name = index.name(number)
        listed = fold(name.text)
        score = same_score(words, listed, name.quality == "weak")
        how = {"words": "same", "query": list(words), "listed": list(listed)}
        _keep_best(best, _Scored(int(index.party_of[number]), name, score, True, {**how}))
    return best


def _keep_best(best: dict[int, _Scored], scored: _Scored) -> None:
    known = best.get(scored.party)
    if known is None or _order(scored) < _order(known):
        best[scored.party] = scored


def _order(scored: _Scored) -> tuple[float, bool, str]:
    """Order the spellings of a party, best first, so that ties are fixed."""
    return -scored.score, not scored.same_name, scored.name.text


def _align(
    index: Index,
    queries: Sequence[Query],
    same: Sequence[Collection[int]],
    found: Sequence[dict[int, _Scored]],
    floor: float,
) -> None:
    """Add to what is found for each query the parties that reach `floor` by another spelling."""
    texts = [(n, text) for n, query in enumerate(queries) for text in in_each_script(query.name)]
    asked = ask((text, queries[number].schema == PERSON) for number, text in texts)
    chosen = [
        [name for name in names if name not in same[number]]
        for names, (number, _) in zip(candidates(index, asked), texts, strict=True)
    ]
    kept = [at for at, names in enumerate(chosen) if names]
    if not kept:
        return
    beside = Beside(index, [asked[at] for at in kept], [chosen[at] for at in kept])
    highest = highest_scores(reach(beside)).round(DIGITS)
    for candidate in np.argsort(-highest, kind="stable").tolist():
        if highest[candidate] < floor:
            return  # so are all that follow, and are not aligned at all
        best = found[texts[kept[beside.query_of[candidate]]][0]]
        known = best.get(int(index.party_of[beside.names[candidate]]))
        if known is None or known.score <= highest[candidate]:
            scored = _scored(index, beside, candidate)
            if scored.score >= floor:
                _keep_best(best, scored)


def _scored(index: Index, beside: Beside, candidate: int) -> _Scored:
    number, alignment = int(beside.names[candidate]), align(beside, candidate)
    name = index.name(number)
    score = aligned_score(alignment, name.quality == "weak")
    how = {"words": "aligned", **explained(alignment)}
    return _Scored(int(index.party_of[number]), name, score, False, how)


def _judged(
    index: Index, query: Query, scored: _Scored, thresholds: Thresholds, same_document: bool
) -> Match | None:
    """Return the match as it counts, with birth date and documents; None when it is clear."""
    party = index.parties[scored.party]
    born = dates.compare(query.birth_date, party.entry.birth_dates)
    score, why = adjusted(
        scored.score,
        thresholds,
        same_name=scored.same_name,
        same_document=same_document,
        conflict=born == "conflicts",
        same_day=dates.same_day(query.birth_date, party.entry.birth_dates),
    )
    corroborated = born == "agrees" or same_document
    verdict = band(
        score,
        corroborated,
        thresholds.review_score,
        thresholds.near_score,
        identifier_equal=same_document,
    )
    if verdict == "clear":
        return None
    explanation = {
        **scored.explanation,
        "quality": scored.name.quality,
        "name_score": scored.score,
        "birth_date": born,
        "document": "agrees" if same_document else "unknown",
        "adjusted": why,
    }
    return Match(
        list_id=party.list_id,
        entry_id=party.entry.entry_id,
        score=round(score, DIGITS),
        name=scored.name.text,
        band=verdict,
        corroborated=corroborated,
        regimes=party.regimes,
        content_hash=content_hash(party.entry),
        explanation=explanation,
        entry=party.entry,
    )


def _rank(one: Match, query: Query) -> tuple[int, float, bool, str, str]:
    """Order matches: band, score, a country in common, then identifiers, so that ties are fixed."""
    foreign = not set(query.countries) & set(one.entry.countries)
    return STRICTEST.index(one.band), -one.score, foreign, one.list_id, one.entry_id
