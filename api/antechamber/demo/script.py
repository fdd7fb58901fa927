"""The story in the order of its days: what happens when, over all initiatives."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import partial

from antechamber.demo.data import Facts, Gathering, Initiative, Story, instant
from antechamber.demo.stage import Stage
from antechamber.initiatives.service import NO_HISTORY, ORDINARY
from antechamber_compliance.zones import earliest, latest

HOUR = timedelta(hours=1)
OVERNIGHT = timedelta(hours=17)
A_DAY_AND_MORE = timedelta(hours=27)
ORDER = ("propose", "submit", "evaluate", "schedule")


@dataclass(frozen=True, slots=True)
class Scene:
    """Something that happens; scenes with the same words on one day are shown as one.

    `shows` is the session whose step is compared with what is expected, right after.
    """

    at: datetime
    words: str
    act: Callable[[], None]
    shows: Gathering | None = None


def opening(story: Story) -> datetime:
    """Return when the office is made: the morning of the first day."""
    return _at(min(each.reviewed_on for each in story.initiatives), 6)


def script(stage: Stage, verify_lists: Callable[[], None]) -> list[Scene]:
    """Return all scenes after the office was made, earliest first."""
    story = stage.story
    scenes = [scene for initiative in story.initiatives for scene in _scenes(stage, initiative)]
    words = "every list verified; what rests on them decided again"
    for at in {gathering.listed_at for gathering in story.gatherings}:
        scenes.append(Scene(at, words, verify_lists))
    return sorted(scenes, key=lambda scene: scene.at)


def _scenes(stage: Stage, one: Initiative) -> Iterator[Scene]:
    yield Scene(
        _at(one.reviewed_on, 8),
        f"{one.code_name}: begun; two people review which laws apply",
        partial(stage.begin, one),
    )
    admitted = max(instant(person.consent["given_at"]) for person in one.people.values())
    words = f"{one.code_name}: {len(one.people)} people registered, each under an own key"
    yield Scene(admitted, words, partial(stage.admit, one))
    yield from _recordings(stage, one, admitted)
    for at in {gathering.screened_at for gathering in one.gatherings}:
        words = f"{one.code_name}: everybody screened against every list"
        yield Scene(at, words, partial(stage.screen, one))
    history: Facts = NO_HISTORY
    for number, gathering in enumerate(one.gatherings):
        if gathering.history != history:
            history = gathering.history
            at = _ends(one.gatherings[number - 1]) + OVERNIGHT
            words = f"{one.code_name}: what earlier sessions leave behind is recorded"
            yield Scene(at, words, partial(stage.remember, one, history))
        yield from _preparations(stage, one, gathering)
        yield from _steps(stage, one, gathering)


def _recordings(stage: Stage, one: Initiative, admitted: datetime) -> Iterator[Scene]:
    """Yield the recording of all facts; of a document dated later, on its day."""
    by_time: dict[datetime, Facts] = {}
    for name in sorted(ORDINARY & one.facts.keys()):
        fact = one.facts[name]
        dated = fact.get("at") if isinstance(fact, dict) else None
        at = max(admitted, _at(dated, 8)) if dated else admitted
        by_time.setdefault(at, {})[name] = fact
    for at, facts in by_time.items():
        words = "facts of the process" if at == admitted else " and ".join(facts)
        yield Scene(at, f"{one.code_name}: {words} recorded", partial(stage.record, one, facts))


def _preparations(stage: Stage, one: Initiative, gathering: Gathering) -> Iterator[Scene]:
    """Yield the drafting of a session, its assessment and the sign-offs given before it."""
    assessed = _at(gathering.plan["risk"]["at"], 8)
    given = [instant(signoff["given_at"]) for signoff in gathering.signoffs]
    drafted = _at(min([assessed, *given]).date().isoformat(), 7)
    words = f"{gathering.id} drafted, {len(gathering.seats)} people seated"
    yield Scene(drafted, words, partial(stage.draft, one, gathering))
    if assessed.date() > drafted.date():
        words = f"{gathering.id}: do-no-harm assessment recorded"
        yield Scene(assessed, words, partial(stage.assess, one, gathering))
    for wanted, at in zip(gathering.signoffs, given, strict=True):
        words = f"{gathering.id}: {wanted['rule']}/{wanted['code']} signed by {_signers(wanted)}"
        yield Scene(at - HOUR, "", partial(stage.request, gathering, wanted))
        yield Scene(at, words, partial(stage.sign, gathering, wanted))


def _steps(stage: Stage, one: Initiative, gathering: Gathering) -> Iterator[Scene]:
    """Yield the steps that lead to the one that is shown, that one, and what follows it."""
    as_of, shown = gathering.as_of, gathering.event

    def steps(at: datetime, *events: str, shows: Gathering | None = None) -> Scene:
        act = partial(stage.step, one, gathering, *events)
        return Scene(at, f"{gathering.id}: {', '.join(events)}", act, shows)

    if shown in ("tick", "change"):
        before = as_of - A_DAY_AND_MORE
        yield steps(before - HOUR, *ORDER[:3])
        yield steps(before, "schedule")
        yield _surprise(stage, one, gathering)
    else:
        yield steps(as_of - HOUR, *ORDER[: ORDER.index(shown)])
        yield steps(as_of, shown, shows=gathering)
    if gathering.state_now == "reviewed":
        yield steps(earliest(gathering.plan["start"], gathering.plan["tz"]), "start")
        yield steps(_ends(gathering), "end")
        yield steps(_ends(gathering) + OVERNIGHT, "review")


def _surprise(stage: Stage, one: Initiative, gathering: Gathering) -> Scene:
    """Return what comes over a scheduled session: a withdrawal, or nothing but time."""
    if gathering.withdrawing:
        (ref,) = gathering.withdrawing
        act = partial(stage.withdraw, one, ref)
        words = f"{gathering.id}: {one.people[ref].pseudonym} ({ref}) withdraws consent"
        return Scene(gathering.as_of, words, act, gathering)
    return Scene(gathering.as_of, f"{gathering.id}: decided again", stage.tick, gathering)


def _ends(gathering: Gathering) -> datetime:
    return latest(gathering.plan["end"], gathering.plan["tz"])


def _signers(wanted: Facts) -> str:
    return " and ".join(word.partition(":")[2] for word in wanted["by"])


def _at(day: str, hour: int) -> datetime:
    return datetime.combine(date.fromisoformat(day), time(hour), UTC)
