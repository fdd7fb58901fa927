"""Run the demonstration from the empty folder to the verified log, and say how it went."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from antechamber import audit
from antechamber.clearance import service as clearance
from antechamber.demo import whatif
from antechamber.demo.clock import StoryClock
from antechamber.demo.data import Story, read_story
from antechamber.demo.lists import Choice
from antechamber.demo.outcomes import Seen, differences, look
from antechamber.demo.script import opening, script
from antechamber.demo.show import Show
from antechamber.demo.stage import Stage
from antechamber.documents.office import OfficeDocument
from antechamber.office import Office
from antechamber.policies import shipped_regimes
from antechamber.screening.folder import BadFolder
from antechamber.screening.importing import import_list
from antechamber.settings import Settings
from antechamber.work import Everywhere

LISTS_OFFICER = "U-C1"


def demonstrate(choice: Choice, show: Show, then: Callable[[Stage], None] | None = None) -> bool:
    """Run it all; return whether everything is as it must be. `then` gets the open office."""
    story = read_story()
    with _office(story, show) as stage:
        _open(stage, choice, show)
        seen = _tell(stage, choice, show)
        good = _compare(stage, seen, show)
        _what_if(stage, show)
        good = _prove(stage, show) and good
        if then is not None:
            then(stage)
    return good


@contextmanager
def _office(story: Story, show: Show) -> Iterator[Stage]:
    """Make an office in a temporary folder, and remove all of it at the end."""
    clock = StoryClock(opening(story))
    with tempfile.TemporaryDirectory(prefix="antechamber-demo-") as folder:
        settings = Settings(
            home=Path(folder, "home"), key_file=Path(folder, "key", "office.key"), database_url=None
        )
        document = OfficeDocument(name="Demonstration", tz=story.tz)
        office = Office.create(settings, document=document, clock=clock)
        try:
            yield Stage(office, clock, story)
        finally:
            office.close()


def _open(stage: Stage, choice: Choice, show: Show) -> None:
    show.head("The office")
    show.say(
        "A throwaway office in an encrypted file; people, groups and places are fictional. "
        f"It runs on its own clock, from {stage.clock():%Y-%m-%d}, office zone {stage.story.tz}."
    )
    stage.hire()
    show.say(f"{len(stage.users)} members of staff, {len(choice.files)} lists:")
    entries = _import(stage, choice, show)
    fictional = sum(count for name, count in entries.items() if name in choice.fictional)
    show.say(f"  {len(choice.fictional)} fictional stand-ins, {fictional} entries together")
    for name, count in entries.items():
        if name not in choice.fictional:
            show.say(f"  {name}: a real list, {count:,} entries")
    if choice.unread:
        show.say(f"  not searched, no reader yet: {', '.join(choice.unread)}", "yellow")


def _import(stage: Stage, choice: Choice, show: Show) -> dict[str, int]:
    """Import and index the lists; return the entries of each."""
    regimes, entries = shipped_regimes(), {}
    with show.progress() as bars:
        for described in bars.track(choice.files, description="Importing lists"):
            found = import_list(
                stage.office, Everywhere(LISTS_OFFICER), described, regimes, stage.indexes
            )
            if found.outcome == "refused":
                raise BadFolder(found.reason)
            entries[described.id] = found.entries
        bars.add_task("Indexing them", total=None)
        with stage.office.reading(Everywhere(LISTS_OFFICER)) as work:
            stage.indexes.current(work)
    return entries


def _verify(stage: Stage, choice: Choice) -> None:
    """Compare every list's file with the copy in force, and decide again on what rests on it."""
    regimes = shipped_regimes()
    for described in choice.files:
        import_list(stage.office, Everywhere(LISTS_OFFICER), described, regimes, stage.indexes)
    stage.tick()


def _tell(stage: Stage, choice: Choice, show: Show) -> list[Seen]:
    """Play every scene in order and look at the sessions that are to be compared."""
    show.head("What happens, on the office's clock")
    scenes = script(stage, partial(_verify, stage, choice))
    seen: list[Seen] = []
    told = set()
    with show.progress() as bars:
        for scene in bars.track(scenes, description="Working"):
            stage.clock.move(scene.at)
            scene.act()
            found = look(stage, scene.shows) if scene.shows else None
            if found:
                seen.append(found)
            if scene.words and (scene.at.date(), scene.words) not in told:
                show.event(scene.at, scene.words, found)
            told.add((scene.at.date(), scene.words))
    order = [gathering.id for gathering in stage.story.gatherings]
    return sorted(seen, key=lambda each: order.index(each.gathering.id))


def _compare(stage: Stage, seen: list[Seen], show: Show) -> bool:
    show.head("Every session")
    rows, wrong = [], []
    for each in seen:
        state, wanted = _state(stage, each), each.gathering.state_now
        differs = differences(each)
        if state != wanted:
            differs.append(f"state now: expected {wanted}, got {state}")
        wrong += [f"{each.gathering.id}: {point}" for point in differs]
        rows.append((each, state, "differs" if differs else "as expected"))
    show.sessions(rows, stage.story.initiatives)
    for point in wrong:
        show.say(point, "red")
    return not wrong


def _state(stage: Stage, seen: Seen) -> str:
    with stage.office.reading(Everywhere("demo")) as work:
        return clearance.find_session(work, stage.sessions[seen.gathering.id]).state.value


def _what_if(stage: Stage, show: Show) -> None:
    show.head("What if (tried with the real services, then rolled back)")
    initiative = next(each for each in stage.story.initiatives if each.id == "INI-TAS")
    gathering = next(each for each in initiative.gatherings if each.id == "TAS-S2")
    people = {ref: person.pseudonym for ref, person in initiative.people.items()}
    people[whatif.NEWCOMER] = "Newcomer"
    show.attempt(whatif.without(stage, initiative, gathering, "T04"), people)
    show.attempt(whatif.with_newcomer(stage, initiative, gathering, "T08"), people)
    show.say("A sign-off holds for what its signer saw: other seats, and it is to be given anew.")


def _prove(stage: Stage, show: Show) -> bool:
    show.head("What a thief would get")
    asked = {"folder": str(stage.office.settings.home), "names": list(stage.story.names)}
    done = subprocess.run(
        [sys.executable, "-m", "antechamber.demo.scan"],
        input=json.dumps(asked).encode(),
        capture_output=True,
        check=True,
    )
    found = json.loads(done.stdout)
    show.say(
        f"Another process copied the office's folder ({found['bytes']:,} bytes) and looked for "
        f"{found['names']} names in {found['forms']:,} spellings (UTF-8, UTF-16, base64, hex): "
        f"{found['found']} found. The same search finds {found['control']} of {found['names']} in "
        "a plain file."
    )
    readable = "opens" if found["opens"] else "does not open"
    show.say(f"The stolen database {readable} without the key.")
    show.head("The audit log")
    try:
        log = audit.verify(stage.office)
    except audit.BrokenLog as broken:
        show.say(str(broken), "red")
        return False
    show.say(f"{log.count} entries, none missing, moved or changed. Root:")
    show.say(log.root.hex())
    return not found["found"] and not found["opens"] and found["control"] == found["names"]
