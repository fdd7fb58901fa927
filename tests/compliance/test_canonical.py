"""Canonical JSON as RFC 8785 writes it, for the values that occur."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antechamber_compliance.canonical import canonical, digest

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


def test_keys_are_sorted_by_their_utf_16_units() -> None:
    # U+1F600 is past U+FB33 as a code point, and before it in UTF-16.
    assert canonical({"\ufb33": 1, "\U0001f600": 2, "a": 3, "B": 4}) == (
        '{"B":4,"a":3,"\U0001f600":2,"\ufb33":1}'.encode()
    )


def test_nothing_is_written_but_what_json_needs() -> None:
    value = {"b": [1, True, None, ("x",)], "a": 'é"\\\n\x1f'}
    assert canonical(value) == b'{"a":"\xc3\xa9\\"\\\\\\n\\u001f","b":[1,true,null,["x"]]}'


@pytest.mark.parametrize(
    "value",
    [1.5, float("nan"), 2**53, -(2**53), {1: 2}, {None: 2}, {"é": 1, 2: 1}, {"a": {1}}, b"x"],
)
def test_what_json_cannot_hold_the_same_everywhere_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        canonical(value)


@given(VALUES)
def test_the_form_says_the_same_and_is_stable(value: object) -> None:
    assert json.loads(canonical(value)) == value
    assert canonical(json.loads(canonical(value))) == canonical(value)


def test_a_digest_is_of_the_form() -> None:
    assert digest({"a": 1, "b": 2}) == digest({"b": 2, "a": 1})
    assert digest({}) == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
