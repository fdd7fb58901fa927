"""Screen one name against an index: the band, and the matches that a person must see."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from antechamber_compliance.screening import dates
from antechamber_compliance.screening.align import DIGITS, Table
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
from antechamber_compliance.screening.entry import Entry, ListedName, content_hash
from antechamber_compliance.screening.index import Asked, Index
from antechamber_compliance.screening.names import fold, in_each_script
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
    check(query)
    floor = (thresholds.near_score - BIRTH_DATE_POINTS) / HUNDREDTHS
    best: dict[int, _Scored] = {}
    for scored in _scored(index, query, floor):
        known = best.get(scored.party)
        if known is None or scored.score > known.score:
            best[scored.party] = scored
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
    if len(query.name) > MAX_NAME_CHARS:
        raise BadQuery(f"the name is longer than {MAX_NAME_CHARS} characters")
    if UNUSABLE.search(query.name):
        raise BadQuery("the name contains control characters or halves of characters")
    if not fold(query.name):
        raise BadQuery("the name has no letter or digit that can be compared")
    if query.birth_date and not dates.is_birth_date(query.birth_date):
        raise BadQuery("birth_date must be YYYY, YYYY-MM or YYYY-MM-DD")


def _scored(index: Index, query: Query, floor: float) -> Iterator[_Scored]:
    """Yield the spellings that equal the name, past any ranking, then those that reach `floor`."""
    words = fold(query.name)
    exact = set(index.exact(query.name))
    for number in sorted(exact):
        listed = index.names[number]
        score = same_score(words, listed.words, listed.name.quality == "weak")
        how = {"words": "same", "query": list(words), "listed": list(listed.words)}
        yield _Scored(listed.party, listed.name, score, True, {**how})
    for text in in_each_script(query.name):
        asked, candidates = index.candidates(index.asked(text, query.schema))
        candidates = [number for number in candidates if number not in exact]
        if candidates:
            yield from _aligned(index, asked, candidates, floor)


def _aligned(
    index: Index, asked: Asked, candidates: Sequence[int], floor: float
) -> Iterator[_Scored]:
    """Yield the candidates that score at least `floor`; the others are not aligned at all."""
    table = Table(index, asked, candidates)
    highest = highest_scores(table.reach()).tolist()
    for number, bound in zip(candidates, highest, strict=True):
        if bound < floor:
            continue
        listed, alignment = index.names[number], table.align(number)
        score = aligned_score(alignment, listed.name.quality == "weak")
        if score >= floor:
            how = {"words": "aligned", **explained(alignment)}
            yield _Scored(listed.party, listed.name, score, False, how)


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
