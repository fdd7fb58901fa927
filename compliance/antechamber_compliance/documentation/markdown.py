"""The little of Markdown that the generated pages need."""

from collections.abc import Iterable, Iterator, Sequence


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a table, with an empty line after it; nothing where no row is."""
    shown = [f"| {' | '.join(_cell(cell) for cell in row)} |" for row in rows]
    if shown:
        yield f"| {' | '.join(heads)} |"
        yield f"|{'---|' * len(heads)}"
        yield from shown
        yield ""


def items(texts: Iterable[str]) -> Iterator[str]:
    """Yield the lines of a list, with an empty line after it; nothing where no item is."""
    shown = [f"- {text}" for text in texts]
    if shown:
        yield from shown
        yield ""


def code(text: str) -> str:
    """Return text as code, nothing for an empty one."""
    return f"`{text}`" if text else ""


def _cell(text: str) -> str:
    # A bar would end the cell, an asterisk begin emphasis.
    plain = " ".join(text.split())
    return (
        plain.replace("|", "\\|") if "`" in plain else plain.replace("|", ", ").replace("*", "\\*")
    )
