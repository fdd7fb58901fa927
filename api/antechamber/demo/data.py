"""The fictional initiatives and people that come with the package, read and typed.

`initiatives.json` has the shape of the golden engagements; the hits and screening dates in
it are not facts to enter, they are what the office is to find by itself.
"""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from antechamber.documents.participant import PERSONAL
from antechamber.documents.session import SEATED
from antechamber_compliance.scenarios import merge

Facts = dict[str, Any]
FOLDER = Path(__file__).parent
LISTS = FOLDER / "lists"


@dataclass(frozen=True, slots=True)
class Person:
    """A participant of one initiative; `name` is invented and stays in the vault."""

    ref: str
    pseudonym: str
    name: str
    personal: Facts
    listings: Facts
    consent: Facts
    seat: Facts
    determinations: Facts


@dataclass(frozen=True, slots=True)
class Gathering:
    """A session as planned, the step of it that is shown, and what is expected of that step."""

    id: str
    initiative: str
    title: str
    seats: tuple[str, ...]
    as_of: datetime
    event: str
    plan: Facts
    history: Facts
    signoffs: tuple[Facts, ...]
    changes: Mapping[str, Facts]
    screened_at: datetime
    listed_at: datetime
    expect: Facts
    state_now: str

    def seat_facts(self, person: Person) -> Facts:
        """Return a person's seat as it is in this session."""
        changes = {k: v for k, v in self.changes.get(person.ref, {}).items() if k in SEATED}
        facts: Facts = merge(person.seat, changes)
        return facts

    @property
    def withdrawing(self) -> tuple[str, ...]:
        """Who withdraws their consent at the step that is shown."""
        return tuple(
            ref
            for ref, change in self.changes.items()
            if change.get("consent", {}).get("status") == "withdrawn"
        )


@dataclass(frozen=True, slots=True)
class Initiative:
    """A process: its facts as recorded, who reviewed its nexus, its bodies and people."""

    id: str
    code_name: str
    conveners: tuple[str, ...]
    facts: Facts
    reviewed_on: str
    reviewers: tuple[tuple[str, str], ...]
    actors: Mapping[str, Facts]
    bodies: Mapping[str, str]
    people: Mapping[str, Person]
    gatherings: tuple[Gathering, ...]

    @property
    def staff(self) -> tuple[tuple[str, str], ...]:
        """Who reviews, determines or signs here, as (role, handle)."""
        found = set(self.reviewers)
        for person in self.people.values():
            for row in person.determinations.values():
                found |= {("compliance", row["by"]), ("compliance", row["second_reader"])}
        for gathering in self.gatherings:
            for signoff in gathering.signoffs:
                found |= {_signer(word) for word in signoff["by"]}
        return tuple(sorted(found))


@dataclass(frozen=True, slots=True)
class Story:
    """All of it; `newcomer` is a name on a fictional list that no participant bears."""

    tz: str
    holders: Mapping[str, tuple[str, ...]]
    initiatives: tuple[Initiative, ...]
    newcomer: str

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all participants, which must show nowhere."""
        return tuple(p.name for each in self.initiatives for p in each.people.values())

    @property
    def gatherings(self) -> tuple[Gathering, ...]:
        """Every session, initiative by initiative."""
        return tuple(g for each in self.initiatives for g in each.gatherings)


def read_story() -> Story:
    """Read what the package carries."""
    raw = json.loads((FOLDER / "initiatives.json").read_text("utf-8"))
    people = tomllib.loads((FOLDER / "people.toml").read_text("utf-8"))
    office = raw["office"]
    return Story(
        tz=office["tz"],
        holders={role: tuple(handles) for role, handles in office["role_holders"].items()},
        initiatives=tuple(_initiative(each, raw, people["people"]) for each in raw["initiatives"]),
        newcomer=people["newcomer"]["name"],
    )


def instant(text: str) -> datetime:
    """Read an instant of the data, with offset or Z."""
    return datetime.fromisoformat(text).astimezone(UTC)


def _initiative(raw: Facts, whole: Facts, names: Mapping[str, str]) -> Initiative:
    about, facts = raw["about"], dict(raw["initiative"])
    review = facts.pop("nexus_review")
    actors = {
        ref: {**actor, "name": about["actors"][ref]} for ref, actor in facts.pop("actors").items()
    }
    people = {
        ref: _person(ref, merge(whole["participant_defaults"], seat), about, names[ref])
        for ref, seat in raw["participants"].items()
    }
    bodies = {
        person.seat["affiliation"]: about["participants"][ref]["affiliation"]
        for ref, person in people.items()
        if person.seat["affiliation"] not in actors
    }
    return Initiative(
        id=raw["id"],
        code_name=about["code_name"],
        conveners=tuple(facts.pop("conveners")),
        facts=facts,
        reviewed_on=review["at"],
        reviewers=tuple(_signer(word) for word in review["by"]),
        actors=actors,
        bodies=bodies,
        people=people,
        gatherings=tuple(_gathering(each, raw["id"], whole) for each in raw["sessions"]),
    )


def _person(ref: str, facts: Facts, about: Facts, name: str) -> Person:
    return Person(
        ref=ref,
        pseudonym=about["participants"][ref]["pseudonym"],
        name=name,
        personal={k: facts[k] for k in PERSONAL if k != "listings"},
        listings=facts["listings"],
        # Whose consent it is follows from whose file it lies in.
        consent={k: v for k, v in facts["consent"].items() if k != "subject"},
        seat={k: facts[k] for k in SEATED if k != "determinations"},
        determinations=facts["determinations"],
    )


def _gathering(raw: Facts, initiative: str, whole: Facts) -> Gathering:
    engagement = raw["engagement"]
    changes = engagement.get("participants", {})
    screened = {c["screening"]["at"] for c in changes.values() if "screening" in c}
    lists = engagement.get("office", whole["office"])["lists"].values()
    return Gathering(
        id=raw["id"],
        initiative=initiative,
        title=raw["title"],
        seats=tuple(raw["seats"]),
        as_of=instant(engagement["as_of"]),
        event=engagement["event"],
        plan=engagement["session"],
        history=engagement["history"],
        signoffs=tuple(engagement["signoffs"].values()),
        changes=changes,
        screened_at=instant(
            max(screened, default=whole["participant_defaults"]["screening"]["at"])
        ),
        listed_at=instant(max(each["fetched_at"] for each in lists)),
        expect=raw["expect"],
        state_now=raw["state_now"],
    )


def _signer(word: str) -> tuple[str, str]:
    role, _, handle = word.partition(":")
    return role, handle
