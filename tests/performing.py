"""Run the demonstration, and remember what it showed and left behind."""

import io
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from sqlmodel import select

from antechamber import audit
from antechamber.clearance import service as clearance
from antechamber.demo.lists import choose
from antechamber.demo.run import demonstrate
from antechamber.demo.show import Show
from antechamber.demo.stage import Stage
from antechamber.participants import service as participants
from antechamber.tables import ParticipantRow
from antechamber.work import Everywhere


@dataclass
class Performance:
    """How the demonstration went, as read from its office before that was removed."""

    good: bool = False
    text: str = ""
    folder: Path = Path()
    states: dict[str, str] = field(default_factory=dict)
    people: int = 0
    hits: dict[str, list[str]] = field(default_factory=dict)
    entries: int = 0

    def look(self, stage: Stage) -> None:
        """Read the office; it is removed right after."""
        self.folder = stage.office.settings.home
        with stage.office.reading(Everywhere("test")) as work:
            for name, session in stage.sessions.items():
                self.states[name] = clearance.find_session(work, session).state.value
            self.people = len(work.session.exec(select(ParticipantRow)).all())
            for initiative in stage.initiatives.values():
                for _, file in participants.of_initiative(work, initiative):
                    if file.hits:
                        self.hits[file.ref] = [hit.entry_id for hit in file.hits]
        self.entries = audit.verify(stage.office).count


def perform(lists: Path | None) -> Performance:
    """Run it all, piped."""
    pipe, performance = io.StringIO(), Performance()
    show = Show(Console(file=pipe, width=80, highlight=False))
    performance.good = demonstrate(choose(lists), show, performance.look)
    performance.text = pipe.getvalue()
    return performance
