from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from antechamber_compliance.language import Binding, PolicyError, compile_template
from antechamber_compliance.missing import Missing

Names = Mapping[str, Binding]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        ("No expression, it's plain.", "No expression, it's plain."),
        ("Among {size(seats)} seats.", "Among 3 seats."),
        ("{seat.ref} is {seat.gender}{seat.has_voice}", "p1 is womantrue"),
        ("{no}", "false"),
        ("{{{minimum}}} {{}}", "{2} {}"),
        ("{seat.ref == '}' ? \"{\" : '}'}", "}"),
        ("{'\\'}'}", "'}"),
        ("at {session.starts}", "at 2026-03-01T09:00:00Z"),
        ("{session.starts + duration('1s') - duration('1s')}", "2026-03-01T09:00:00Z"),
        ("for {session.lasts}", "for 2h"),
        ("{duration('72h')} {duration('1h30m')} {duration('-90s')}", "72h 1h30m -1m30s"),
        ("{duration('0s')}", "0s"),
        (
            "{timestamp('2026-01-01T00:00:00.5Z') - timestamp('2026-01-01T00:00:00Z')}",
            "0.5s",
        ),
        ("{1 / 0}", "not known"),
    ],
)
def test_a_message_shows_values(text: str, shown: str, names: Names, scope: dict[str, Any]) -> None:
    assert compile_template(text, names).render(scope) == shown


def test_what_is_unknown_reads_not_known(names: Names, scope: dict[str, Any]) -> None:
    message = compile_template("{seat.ref} of {size(seats)}", names)
    lost = {**scope, "seat": replace(scope["seat"], ref=Missing(("participants.p1.ref",)))}
    assert message.render(lost) == "not known of 3"
    assert message.render({**scope, "seats": Missing(("participants",))}) == "p1 of not known"


def test_a_message_tells_what_it_reads(names: Names) -> None:
    message = compile_template("{seat.ref} of {size(seats)}: {minimum}", names)
    assert message.names == {"seat", "seats", "minimum"}
    assert message.paths == {"participants.*.ref", "participants"}


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("a {", "1:3", "a single '{'; write '{{' for the character itself"),
        ("a }", "1:3", "a single '}'; write '}}' for the character itself"),
        ("a {size(seats)", "1:3", "a single '{'"),
        ("{seat.ref}}", "1:11", "a single '}'"),
        ("{ {1} }", "1:1", "a single '{'"),
        ("{'a}", "1:1", "a single '{'"),
        ("{}", "1:2", "expected a value, found the end"),
        ("one\n  {seat.reff}", "2:9", "unknown field 'reff'; did you mean 'ref'?"),
        ("{1 +} and more", "1:5", "expected a value, found the end"),
        ("{'a' 'b'}", "1:6", "unexpected 'b'"),
        ("{1.5}", "1:2", "fractions are not in this language"),
        ("x {seats}", "1:4", "a message shows single values, not a list of seat"),
        ("{seat}", "1:2", "a message shows single values, not a seat"),
    ],
)
def test_a_mistake_in_a_message_is_named_where_it_stands(
    text: str, place: str, message: str, names: Names
) -> None:
    with pytest.raises(PolicyError) as caught:
        compile_template(text, names)
    error = caught.value
    assert (f"{error.line}:{error.column}", error.message[: len(message)]) == (place, message)
