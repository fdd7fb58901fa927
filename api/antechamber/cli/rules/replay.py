"""`antechamber rules replay`: decide again on what was decided, under the same rules."""

from collections import Counter
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from antechamber.clearance.decisions import Forged
from antechamber.clearance.dossiers import Damaged
from antechamber.cli.again import bars
from antechamber.cli.decisions import decision_ids, stored_decisions
from antechamber.cli.faults import stop
from antechamber.cli.offices import ACTOR, opened
from antechamber.cli.rules.inputs import Shelf, decisions_in
from antechamber.rulebooks.store import rulebook_of_digest
from antechamber.work import Work
from antechamber_compliance.policy import BadPolicy, Rulebook
from antechamber_compliance.replay import RESULTS, Replayed, Result, Stored, replay

WORDS: dict[Result, str] = {
    "identical": "identical",
    "different": "different",
    "schema_changed": "not replayable: schema changed",
    "rulebook_not_at_hand": "rulebook not at hand",
    "erased": "not replayable: erased",
    "no_verdict": "not replayable: no verdict stored",
}
# What anything else hides may be a change: a line made unreadable must not pass beside good ones.
IN_ORDER: frozenset[Result] = frozenset({"identical", "erased"})


def replay_decisions(
    decisions: Annotated[
        Path | None, typer.Option(help="A decision file; the office's own decisions if absent.")
    ] = None,
    policies: Annotated[
        list[Path] | None,
        typer.Option(help="A folder of policies to find rulebooks in; may be repeated."),
    ] = None,
) -> None:
    """Decide again on stored inputs under their own rules and compare byte for byte.

    Each rulebook is found by its digest: among the folders given, the one shipped and, for
    the office's own decisions, those that the office keeps. The exit code is 0 only if every
    decision is identical or erased, and at least one is identical; or if the office has none.
    """
    folders = policies or []
    if decisions is not None:
        counted = _replay_all(decisions_in(decisions), None, Shelf(folders))
    else:
        counted = _replay_office(folders)
    if not counted:
        typer.echo("There is no decision to replay.")
        raise typer.Exit(
            0 if decisions is None else 1
        )  # an office may be new; no file is made empty
    typer.echo(", ".join(f"{counted[r]} {WORDS[r]}" for r in RESULTS if counted[r]))
    if counted.keys() - IN_ORDER or not counted["identical"]:
        raise typer.Exit(1)


def _replay_office(folders: list[Path]) -> Counter[Result]:
    with opened() as office, office.reading(ACTOR) as work:
        ids = decision_ids(work)
        shelf = Shelf(folders, partial(_kept, work))
        try:
            return _replay_all(stored_decisions(work, ids), len(ids), shelf)
        except (Forged, Damaged) as fault:
            stop(f"{fault}. Keep this database as it is; compare it with a backup.", code=1)


def _kept(work: Work, digest: str) -> Rulebook | None:
    """Find a rulebook that the office keeps; one that does not load any more is not at hand."""
    try:
        return rulebook_of_digest(work, digest)
    except BadPolicy as bad:
        typer.echo(f"A rulebook that the office keeps cannot be read: {bad}", err=True)
        return None


def _replay_all(found: Iterable[Stored], total: int | None, shelf: Shelf) -> Counter[Result]:
    counted: Counter[Result] = Counter()
    with bars(Console(stderr=True, highlight=False)) as shown:
        for stored in shown.track(found, total=total, description="Replaying"):
            replayed = replay(stored, shelf.rulebook_by_digest(stored.rulebook_digest))
            counted[replayed.result] += 1
            _say(replayed)
    return counted


def _say(replayed: Replayed) -> None:
    if replayed.result != "identical":
        parts = f": {'; '.join(replayed.differing)}" if replayed.differing else ""
        typer.echo(f"{replayed.decision}  {WORDS[replayed.result]}{parts}")
