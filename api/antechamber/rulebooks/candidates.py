"""What a rulebook must be before an office may put it in force: obeyable, tested, whole."""

from collections.abc import Mapping
from dataclasses import dataclass

from antechamber.policies import PROGRAMMES
from antechamber_compliance.policy import Rulebook
from antechamber_compliance.rulebook import load
from antechamber_compliance.scenarios import BadScenario, read_folder
from antechamber_compliance.screening.regimes import BadTable, parse

# Lawful contact with listed people, and consent. PRO-03 is about hits that are only near.
CORE = frozenset(
    {f"PRO-{n:02}" for n in range(1, 12) if n != 3} | {f"CON-{n:02}" for n in range(1, 6)}
)
# Numbers that screening and horizons read by name: without them nothing would ever lapse.
READ_BY_NAME = (
    *("PRO-01.screen_max_age_days", "PRO-01.list_max_age_days"),
    *("PRO-02.review_score", "PRO-02.near_score"),
)
RISK = ("SAF-02", "SAF-02.max_age_days")


class NotAdoptable(Exception):
    """Why a rulebook cannot be put in force: a sentence that can be shown."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A rulebook that can be obeyed and whose scenarios pass, with all files of its folder."""

    files: Mapping[str, bytes]
    rulebook: Rulebook
    scenarios: int


def examine(files: Mapping[str, bytes]) -> Candidate:
    """Load a rulebook and run its scenarios; raise NotAdoptable, or BadPolicy."""
    rulebook = load(files)
    _refuse_gaps(rulebook)
    try:
        parse(files[PROGRAMMES].decode())
    except KeyError:
        raise NotAdoptable(f"{PROGRAMMES} is absent; lists could not be read.") from None
    except BadTable as bad:
        raise NotAdoptable(f"{PROGRAMMES}: {bad}") from None
    return Candidate(files, rulebook, _run_scenarios(files, rulebook))


def _refuse_gaps(rulebook: Rulebook) -> None:
    absent = sorted(CORE - rulebook.ids)
    if absent:
        raise NotAdoptable(f"It lacks rules that every office needs: {', '.join(absent)}.")
    declared = rulebook.parameters()
    wanted = (*READ_BY_NAME, *(RISK[1:] if RISK[0] in rulebook.ids else ()))
    unread = [name for name in wanted if name not in declared or declared[name].type != "int"]
    if unread:
        raise NotAdoptable(f"These parameters must be whole numbers: {', '.join(unread)}.")


def _run_scenarios(files: Mapping[str, bytes], rulebook: Rulebook) -> int:
    """Run every scenario that is about these rules; return how many there are."""
    try:
        sheet = read_folder(files)
    except BadScenario as bad:
        raise NotAdoptable(f"{bad}; untested rules are not used.") from None
    ours = [case for case in sheet.prepared() if not case.absent(rulebook)]
    failed = [case.id for case in ours if case.faults(rulebook)]
    if failed:
        raise NotAdoptable(
            f"{len(failed)} scenarios fail, {failed[0]} first; see: antechamber rules test --policies DIR"
        )
    if not ours:
        raise NotAdoptable("No scenario is about these rules; untested rules are not used.")
    return len(ours)
