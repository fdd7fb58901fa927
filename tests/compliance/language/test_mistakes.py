from collections.abc import Mapping

import pytest

from antechamber_compliance.language import (
    BOOL,
    INT,
    STRING,
    Binding,
    EnumOf,
    ListOf,
    PolicyError,
    RecordOf,
    Type,
    compile_expression,
)

Names = Mapping[str, Binding]

# Where the caret stands, what it says.
MISTAKES = (
    # text
    ("", "1:1", "expected a value, found the end"),
    ("  // nothing", "1:13", "expected a value, found the end"),
    ("yes @ no", "1:5", "unexpected '@'"),
    ("\n@", "2:1", "unexpected '@'"),
    ("yes & no", "1:5", "unexpected '&'"),
    ("yes = no", "1:5", "unexpected '='"),
    ('yes ==\n  "a', "2:3", "this string is not closed on its line"),
    ('"a\n"', "1:1", "this string is not closed on its line"),
    (r"'\d'", "1:2", r"unknown escape; there are \\ \' \" \n and \t"),
    (r"'\x41'", "1:2", "unknown escape"),
    ("'a\x00'", "1:3", "a control character in a string"),
    ("'\ud800'", "1:2", "half a character"),
    ("minimum > 1.5", "1:11", "fractions are not in this language"),
    ("minimum > 1e3", "1:11", "fractions are not in this language"),
    ("minimum > .5", "1:11", "fractions are not in this language"),
    ("1u", "1:1", "integers are decimal digits only"),
    ("0x1F", "1:1", "integers are decimal digits only"),
    ("9223372036854775808", "1:1", "an integer has at most 64 bits"),
    ("1 + -9223372036854775809", "1:5", "an integer has at most 64 bits"),
    ("-(9223372036854775808)", "1:3", "an integer has at most 64 bits"),
    ("--9223372036854775808", "1:3", "an integer has at most 64 bits"),
    # grammar
    ("1 +", "1:4", "expected a value, found the end"),
    ("(1", "1:3", "expected ')', found the end"),
    ("1)", "1:2", "unexpected ')'"),
    ("yes no", "1:5", "unexpected 'no'"),
    ("'a' 'b'", "1:5", "unexpected 'b'"),
    ("yes ? 1", "1:8", "expected ':', found the end"),
    ("yes ? no ? 1 : 2 : 3", "1:10", "expected ':', found '?'"),
    ("[1, 2", "1:6", "expected ']', found the end"),
    ("[1,]", "1:4", "expected a value, found ']'"),
    ("size([])", "1:6", "an empty list has no type"),
    ("seats[0]", "1:6", "lists have no index here"),
    ("seat.", "1:6", "expected a field or macro, found the end"),
    ("seat.1", "1:5", "fractions are not"),
    ("seat.in", "1:6", "expected a field or macro, found 'in'"),
    ("seat.true", "1:6", "expected a field or macro, found 'true'"),
    ("{1: 2}", "1:1", "expected a value, found '{'"),
    (".seat", "1:1", "expected a value, found '.'"),
    ("null", "1:1", "'null' is a reserved word"),
    ("yes && package", "1:8", "'package' is a reserved word"),
    ("_yes", "1:1", "a name starts with a letter"),
    ("!" * 41 + "yes", "1:1", "nested deeper than 40 levels"),
    ("(" * 41 + "1" + ")" * 41, "1:41", "nested deeper than 40 levels"),
    ("1" + " + 1" * 41, "1:9", "nested deeper than 40 levels"),
    # functions and macros
    ("sise(seats)", "1:1", "unknown function 'sise'; did you mean 'size'?"),
    ("has(seat.ref)", "1:1", "unknown function 'has'"),
    ("all(seats, true)", "1:1", "write LIST.all(variable, expression)"),
    ("size()", "1:1", "size() takes 1 argument, not 0"),
    ("size(seats, 1)", "1:1", "size() takes 1 argument, not 2"),
    ("size(1)", "1:1", "size() needs a list or a string, not an int"),
    ("seats.size()", "1:7", "write size(...) around its argument"),
    ("seats.exist(s, true)", "1:7", "unknown macro 'exist'; did you mean 'exists'?"),
    ("seats.all(true)", "1:7", "all takes a variable and an expression, not 1 argument"),
    ("seats.map(s, true, s.ref)", "1:7", "map takes a variable and an expression, not 3 arguments"),
    ("seats.all(s.ref, true)", "1:13", "all needs a name here for its variable"),
    ("seats.all(seat, true)", "1:11", "the name 'seat' is already in use"),
    ("seats.all(s, seats.all(s, true))", "1:24", "the name 's' is already in use"),
    ("seats.all(s, true) && s.has_voice", "1:23", "unknown name 's'"),
    ("seat.all(s, true)", "1:6", "all needs a list, not a seat"),
    ("seats.all(s, s.ref)", "1:16", "all needs a condition, not a string"),
    ("seats.filter(s, 1)", "1:17", "filter needs a condition, not an int"),
    ("seats.map(s, s)", "1:14", "map makes a list of single values, not of a seat"),
    ("timestamp(1)", "1:11", "timestamp() needs a string in quotes"),
    ("timestamp(seat.ref)", "1:16", "timestamp() needs a string in quotes"),
    ('timestamp("2026-02-30T00:00:00Z")', "1:11", "timestamp() needs an instant such as"),
    ('timestamp("2026-03-01")', "1:11", "timestamp() needs an instant such as"),
    ('timestamp("2026-03-01T00:00:00")', "1:11", "timestamp() needs an instant such as"),
    ('timestamp("2026-03-01T24:00:00Z")', "1:11", "timestamp() needs an instant such as"),
    ('timestamp("0001-01-01T00:00:00+01:00")', "1:11", "timestamp() needs an instant such as"),
    ('duration("3d")', "1:10", "duration() needs hours, minutes or seconds"),
    ('duration("1.5h")', "1:10", "duration() needs hours, minutes or seconds"),
    ('duration("")', "1:10", "duration() needs hours, minutes or seconds"),
    ('duration("-")', "1:10", "duration() needs hours, minutes or seconds"),
    ('duration("2562048h")', "1:10", "a duration is at most 292 years"),
    # names, fields and types
    ("seates", "1:1", "unknown name 'seates'; did you mean 'seats'?"),
    (
        'seats.exists(s, s.gendr == "woman")',
        "1:19",
        "unknown field 'gendr'; did you mean 'gender'?",
    ),
    ("seat.zzz", "1:6", "unknown field 'zzz'"),
    ("seat.GENDER", "1:6", "unknown field 'GENDER'; did you mean 'gender'?"),
    ("seat.ref.x", "1:10", "a string has no fields"),
    ("seats.ref", "1:7", "a list of seat has no fields"),
    ("seat.born", "1:6", "'born' cannot be read here: dates are read through seat.derived"),
    ("seat.until", "1:6", "'until' cannot be read here: horizons are the engine's"),
    ("!minimum", "1:1", "'!' needs a bool, not an int"),
    ("-yes", "1:1", "'-' needs an int, not a bool"),
    ("-session.lasts", "1:1", "'-' needs an int, not a duration"),
    ("yes &&\n minimum", "2:2", "'&&' needs a bool, not an int"),
    ("minimum || yes", "1:1", "'||' needs a bool, not an int"),
    ("minimum ? 1 : 2", "1:1", "'?:' needs a bool, not an int"),
    ("yes ? 1 : 'a'", "1:5", "'?:' cannot choose between an int and a string"),
    ("yes ? seat : session", "1:5", "'?:' cannot choose between a seat and a session"),
    ("seat + 1", "1:6", "'+' cannot take a seat and an int"),
    ("1 + seat", "1:3", "'+' cannot take an int and a seat"),
    ("yes ? seats : seat", "1:5", "'?:' cannot choose between a list of seat and a seat"),
    ("1 == '1'", "1:3", "cannot compare an int with a string"),
    ("true == 1", "1:6", "cannot compare a bool with an int"),
    ("1 < 2 < 3", "1:7", "cannot compare a bool with an int"),
    ("session.starts == session.lasts", "1:16", "cannot compare a timestamp with a duration"),
    ("seat == seat", "1:6", "cannot compare a seat with a seat"),
    ("[1] == [1]", "1:5", "cannot compare a list of int with a list of int"),
    ("yes < no", "1:5", "'<' cannot order bool values"),
    ("seat.gender < 'n'", "1:13", "'<' cannot order words of a closed set"),
    ('seat.gender == "womam"', "1:16", "'womam' is not a value it can have; did you mean 'woman'?"),
    ('"Woman" != seat.gender', "1:1", "'Woman' is not a value it can have"),
    ('seat.gender in ["man", "other"]', "1:24", "'other' is not a value it can have"),
    ('"plenry" in exempt', "1:1", "'plenry' is not a value it can have; did you mean 'plenary'?"),
    ('seat.gender == (yes ? "man" : "men")', "1:31", "'men' is not a value it can have"),
    ("seat.gender == session.format", "1:13", "these two have no value in common"),
    ("seat.gender in exempt", "1:13", "these two have no value in common"),
    ("1 in 2", "1:3", "'in' needs a list on its right, not an int"),
    ("'a' in 'abc'", "1:5", "'in' needs a list on its right, not a string"),
    ("1 in seat.tags", "1:3", "'in' cannot find an int in a list of string"),
    ("seat in seats", "1:6", "'in' cannot find a seat in a list of seat"),
    ("[1, 'a']", "1:5", "a list cannot hold both an int and a string"),
    ("[seat]", "1:2", "a list is written out of single values, not a seat"),
    ("'a' + 'b'", "1:5", "'+' cannot take a string and a string"),
    ("1 + true", "1:3", "'+' cannot take an int and a bool"),
    ("seats + seats", "1:7", "'+' cannot take a list of seat and a list of seat"),
    ("session.lasts - session.starts", "1:15", "'-' cannot take a duration and a timestamp"),
    ("session.lasts * 2", "1:15", "'*' cannot take a duration and an int"),
    ("session.starts + session.starts", "1:16", "'+' cannot take a timestamp and a timestamp"),
)


@pytest.mark.parametrize(("source", "place", "message"), MISTAKES)
def test_a_mistake_is_named_where_it_stands(
    source: str, place: str, message: str, names: Names
) -> None:
    with pytest.raises(PolicyError) as caught:
        compile_expression(source, names)
    error = caught.value
    assert (f"{error.line}:{error.column}", error.message[: len(message)]) == (place, message)


def test_the_line_is_shown_with_a_caret_under_the_mistake(names: Names) -> None:
    with pytest.raises(PolicyError) as caught:
        compile_expression('yes &&\r\n\tseats.exists(s, s.gendr == "woman")\n&& no', names)
    assert str(caught.value) == (
        "2:20: unknown field 'gendr'; did you mean 'gender'?\n"
        '  | \tseats.exists(s, s.gendr == "woman")\n'
        "  | \t                  ^"
    )


def test_the_reader_of_a_mistake_is_shown_no_control_characters(names: Names) -> None:
    with pytest.raises(PolicyError) as caught:
        compile_expression("yes // \x1b[2J\n\x1b", names)
    assert str(caught.value) == "2:1: unexpected '\\x1b'\n  | ?\n  | ^"


def test_a_long_line_is_shown_around_the_mistake(names: Names) -> None:
    with pytest.raises(PolicyError) as caught:
        compile_expression("yes || " * 200 + "@" + " || yes" * 200, names)
    _, line, caret = str(caught.value).split("\n")
    assert len(line) <= 130
    assert line[caret.index("^")] == "@"


@pytest.mark.parametrize(
    ("source", "expect", "message"),
    [
        ("1", BOOL, "this must be bool, and is int"),
        ("seats", BOOL, "this must be bool, and is list of seat"),
        ("1", ListOf(INT, 1), "this must be list of int, and is int"),
        ("seats", ListOf(STRING, 500), "this must be list of string, and is list of seat"),
        ("[1, 2]", ListOf(INT, 1), "this must be list of int, and is list of int"),
        ("seat.ref", EnumOf(("woman",)), "this must be enum, and is string"),
        ("seat.gender", EnumOf(("woman", "man")), "this must be enum, and is enum"),
    ],
)
def test_an_expression_of_another_type_than_expected_is_refused(
    source: str, expect: Type, message: str, names: Names
) -> None:
    with pytest.raises(PolicyError, match=message):
        compile_expression(source, names, expect=expect)


@pytest.mark.parametrize(
    ("source", "expect"),
    [
        ("yes", BOOL),
        ("seat.gender", STRING),
        ("session.format", EnumOf(("plenary", "shuttle", "training"))),
        ("session.format", EnumOf(("shuttle", "plenary"))),
        ("[1]", ListOf(INT, 1)),
        ("[1].filter(x, yes)", ListOf(INT, 5)),
    ],
)
def test_an_expression_that_fits_the_expected_type_is_accepted(
    source: str, expect: Type, names: Names
) -> None:
    compile_expression(source, names, expect=expect)


def test_records_of_two_places_cannot_be_mixed_so_that_paths_stay_true(names: Names) -> None:
    more = {**names, "other": Binding(names["seat"].type, "elsewhere")}
    with pytest.raises(PolicyError, match="records of two places"):
        compile_expression("(yes ? seat : other).has_voice", more)


@pytest.mark.parametrize("field", ["paths", "__class__", "_refuse"])
def test_a_field_that_a_missing_record_would_answer_for_cannot_be_declared(field: str) -> None:
    with pytest.raises(ValueError, match="cannot have a field named"):
        RecordOf("seat", {field: BOOL})
