"""What counts as said: decided here alone, for the dossier, the policies, HTTP and commands.

`none` in the dossier is the record that nothing was given. Whatever else says nothing - blanks,
marks that nobody sees, punctuation alone, `None` or `n/a` - is no answer, and so it is missing.
"""

import re
import unicodedata

NONE = "none"
# What people write where they have nothing to say, without the punctuation around it.
_NOTHING = frozenset({NONE, "null", "n/a"})
_FILLERS = "\u115f\u1160"  # Hangul: letters by their class, blank to the eye
# Most texts are of this form, and looking at each character takes longer: words for nothing all
# begin with an n.
_PLAINLY_SAID = re.compile(r"[a-mo-zA-MO-Z0-9][ -~]*")


def is_said(text: str) -> bool:
    """Tell whether a text says something: a letter or digit is in it, and no word for nothing."""
    if _PLAINLY_SAID.fullmatch(text):
        return True
    left = _left_of(text)
    return bool(left) and left not in _NOTHING


def is_blank(text: str) -> bool:
    """Tell whether no letter and no digit is in a text, as whoever reads it would see it."""
    return not _PLAINLY_SAID.fullmatch(text) and not _left_of(text)


def writable(text: str) -> str:
    """Return a text as UTF-8 can hold it: half a character, which JSON lets pass, is spelt out."""
    return text.encode("utf-8", "backslashreplace").decode()


def _left_of(text: str) -> str:
    """Return what is left without blanks, marks that nobody sees, and punctuation around it."""
    if writable(text) != text:
        return ""  # half a character: no other system could read it
    shown = [
        character
        for character in unicodedata.normalize("NFKC", text).casefold()
        if unicodedata.category(character)[0] not in "CZ" and character not in _FILLERS
    ]
    held = [place for place, character in enumerate(shown) if character.isalnum()]
    return "".join(shown[held[0] : held[-1] + 1]) if held else ""
