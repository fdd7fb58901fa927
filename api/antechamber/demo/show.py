"""What the demonstration prints: readable on 80 columns, and when piped."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from rich.console import Console
from rich.padding import Padding
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from antechamber.demo.data import Facts, Initiative
from antechamber.demo.outcomes import Seen
from antechamber.demo.whatif import Attempt

WIDEST = 100
COLOURS = {
    "clear": "green",
    "clear_with_warnings": "green",
    "needs_approval": "yellow",
    "deny": "red",
}


class Show:
    """Prints; holds no names, and is given none."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self._day = ""

    def head(self, words: str) -> None:
        """Print the title of a part."""
        self.console.print()
        self.console.print(Text(words, style="bold"))

    def say(self, words: str, style: str = "") -> None:
        """Print a sentence, wrapped."""
        self.console.print(Padding(Text(words, style=style), (0, 0, 0, 2), expand=False))

    def verbatim(self, line: str) -> None:
        """Print a line that is to be copied: never wrapped."""
        self.console.print(Text(line), soft_wrap=True)

    def progress(self) -> Progress:
        """Return bars that show on a terminal and leave no trace."""
        return Progress(
            TextColumn("  {task.description}"),
            BarColumn(bar_width=30),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=self.console,
            transient=True,
            disable=not self.console.is_terminal,
        )

    def event(self, at: datetime, words: str, seen: Seen | None) -> None:
        """Print something that happens on the story's clock."""
        day = at.date().isoformat()
        line = Text(f"  {day if day != self._day else '':10}  ", style="cyan")
        self._day = day
        line.append(words, style="")
        if seen is not None:
            line.append(" -> ")
            line.append(seen.outcome, style=COLOURS[seen.outcome])
            line.append(f", {seen.state}")
        self.console.print(line)

    def sessions(
        self, rows: Sequence[tuple[Seen, str, str]], initiatives: Iterable[Initiative]
    ) -> None:
        """Print every session with its outcome, and below it reasons and remedies.

        A row is what was seen, the state now, and how that compares with what is expected.
        """
        people = {ref: p.pseudonym for one in initiatives for ref, p in one.people.items()}
        table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
        for column in ("Session", "Takes place", "Outcome", "State now", "Compared"):
            table.add_column(column)
        for seen, state, compared in rows:
            starts = seen.gathering.plan["start"].replace("T", " ")
            outcome = Text(seen.outcome, style=COLOURS[seen.outcome])
            table.add_row(seen.gathering.id, starts, outcome, state, compared)
        self.console.print(Padding(table, (0, 0, 0, 2), expand=False))
        for seen, _, _ in rows:
            if seen.verdict["findings"]:
                self._reasons(seen, people)

    def _reasons(self, seen: Seen, people: dict[str, str]) -> None:
        preview = "" if seen.recorded else " (preview: nobody has asked for a decision yet)"
        self.console.print()
        self.say(f"{seen.gathering.id} {seen.gathering.title}{preview}", "bold")
        for finding in seen.open:
            self.finding(finding, people)
        for suggestion in seen.verdict["suggestions"]:
            self.say(f"  would lift it: {_change(suggestion)}")
        for finding in seen.signed:
            about = _about(finding["subject"], people)
            self.say(f"  {finding['rule']}/{finding['code']}  {about}: signed off", "dim")

    def finding(self, finding: Facts, people: dict[str, str]) -> None:
        """Print one open finding with its remedy."""
        name = f"{finding['rule']}/{finding['code']}"
        about = _about(finding["subject"], people)
        text = Text(name, style=COLOURS.get(finding["effect"], "yellow"))
        text.append(f"  {about}: {finding['message']}", style="default")
        self.console.print(Padding(text, (0, 0, 0, 4), expand=False))
        self.console.print(Padding(Text(f"-> {finding['remedy']}"), (0, 0, 0, 8), expand=False))

    def attempt(self, attempt: Attempt, people: dict[str, str]) -> None:
        """Print what a change would lead to."""
        verdict = attempt.verdict
        line = Text(f"  {attempt.words}: ")
        line.append(verdict.outcome, style=COLOURS[verdict.outcome])
        self.console.print(line)
        for finding in verdict.findings:
            if not finding.signed_by:
                self.finding(finding.to_json(), people)


def _change(suggestion: Facts) -> str:
    words = suggestion["change"].replace("_", " ")
    to = f" to {suggestion['to']}" if suggestion["to"] else ""
    shown, more = suggestion["paths"][:4], len(suggestion["paths"]) - 4
    where = ", ".join(shown) + (f" and {more} more" if more > 0 else "")
    return f"{words}{to} ({where}): {suggestion['outcome']}"


def _about(subject: str, people: dict[str, str]) -> str:
    return f"{subject} {people[subject]}" if subject in people else subject


def console() -> Console:
    """Return a console for the terminal or the pipe, 80 columns wide where that is unknown."""
    made = Console(highlight=False)
    made.width = min(made.width, WIDEST)
    return made
