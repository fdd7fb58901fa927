"""Places in TOML files: found for every key and value that the parser reads."""

import tomllib
from collections.abc import Iterable, Iterator
from typing import Any

import pytest

from antechamber_compliance.tomlplaces import Path, Place, characters, find_places
from engagements import policy_files

HARD = """\
# [no.table]
a = 1 # b = 2
"quoted key" . 'c' = "x"
texts = ["[", '''
]''', "# no comment", { "k" = 'v', l = [ [1, 2], [] ] },
  # between
  2026-01-01 10:00:00, ]
[deep . "er"]
x = "\\u00e9\\U0001F600 \\"q\\" \\\\ \\t"
y = \"\"\"
two \\
   lines\"\" \"\"\"\"\"
z = ''''one' ''two'''''
empty = ""
bare = ''
[[rows]]
n = 1
[rows.sub]
m = 2
[[rows.subs]]
m = 3
[[rows]]
n = +4.0e2
[[rows.subs]]
m = 5
[[rows.subs]]
m.o.p = true
"""


def values(node: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    yield path, node
    inside: Iterable[tuple[str | int, Any]] = ()
    if isinstance(node, dict | list):
        inside = node.items() if isinstance(node, dict) else enumerate(node)
    for key, value in inside:
        yield from values(value, (*path, key))


DOCUMENTS = {"hard": HARD} | {
    path: raw.decode() for path, raw in policy_files().items() if path.endswith(".toml")
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_character_of_every_text_is_found_where_it_stands(name: str) -> None:
    text = DOCUMENTS[name]
    places = find_places(text)
    for path, value in values(tomllib.loads(text)):
        if path and not isinstance(value, dict | list):
            assert path in places, path
        if isinstance(value, str):
            where = characters(text, places[path].value)
            assert len(where) == len(value) + 1, path
            plain = [n for n, at in enumerate(where[:-1]) if text[at] != "\\"]
            assert all(text[where[n]] == value[n] for n in plain), path
            assert text[where[-1]] in "\"'", path


def test_other_values_keys_and_tables_are_found_where_they_stand() -> None:
    places = find_places(HARD)

    def rest(at: int) -> str:
        return HARD[at:].partition("\n")[0]

    assert rest(places["a",].value).startswith("1 #")
    assert rest(places["quoted key", "c"].key).startswith('"quoted key" .')
    assert rest(places["texts", 3].value).startswith('{ "k"')
    assert rest(places["texts", 3, "l", 0, 1].value) == "2], [] ] },"
    assert rest(places["texts", 4].value) == "2026-01-01 10:00:00, ]"
    assert rest(places["deep", "er"].key) == '[deep . "er"]'
    assert rest(places["deep",].key) == '[deep . "er"]'
    assert rest(places["rows", 0, "sub", "m"].value) == "2"
    assert rest(places["rows", 1, "subs", 0, "m"].value) == "5"
    assert rest(places["rows", 1, "subs", 1, "m", "o", "p"].value) == "true"
    assert places["rows", 1, "subs", 1] == Place(*2 * (HARD.rindex("[[rows.subs]]"),))
    assert places["rows",].key == HARD.index("[[rows]]")
