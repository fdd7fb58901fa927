"""Count on how many listed parties each sound of a word stands: what makes a word common.

    ./dev bench screening counts > compliance/antechamber_compliance/screening/word_counts.py

Only sounds that several parties share are kept: they are parts of many people's names and tell
nobody's.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from textwrap import wrap

from antechamber_compliance.screening.entry import Entry
from antechamber_compliance.screening.forms import Forms, forms
from antechamber_compliance.screening.names import read
from antechamber_compliance.screening.rarity import reading_of
from antechamber_compliance.screening.units import units

LEAST_PARTIES = 4  # what fewer share counts as rare
WIDTH = 98
HEAD = '''\
"""On how many listed parties a sound stands, for each sound that at least {least} of them share.

Counted by `./dev bench screening counts` over the names of {parties:,} parties on eight public
lists. A sound is a word without its vowels' differences, or the consonants of an unvowelled one:
see `forms`. Each line of a text is a count and the sounds that have it.
"""

PARTIES = {parties}
'''


def table(lists: Iterable[tuple[str, Iterable[Entry]]]) -> str:
    """Return the source of `word_counts`."""
    heard, readings = Counter[str](), Counter[str]()
    parties = 0
    for _, entries in lists:
        for entry in entries:
            parties += 1
            words = _words(entry)
            heard.update({form.vowelled for form in words})
            readings.update({reading_of(form) for form in words} - {""})
    head = HEAD.format(least=LEAST_PARTIES, parties=parties)
    return head + _text("HEARD", heard) + _text("READ", readings)


def _words(entry: Entry) -> list[Forms]:
    found = (units(read(name.text), entry.schema == "Person").words for name in entry.names)
    return [forms(text) for text in {unit.text for words in found for unit in words}]


def _text(name: str, counts: Mapping[str, int]) -> str:
    by_count: dict[int, list[str]] = {}
    for sound, count in counts.items():
        if count >= LEAST_PARTIES and sound.isalnum():
            by_count.setdefault(count, []).append(sound)
    lines: list[str] = []
    for count, sounds in sorted(by_count.items()):
        lines += (f"{count} {line}" for line in wrap(" ".join(sorted(sounds)), WIDTH - 6))
    return f'\n{name} = """\n' + "\n".join(lines) + '\n"""\n'
