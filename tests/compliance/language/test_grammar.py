from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from antechamber_compliance.language import Binding, PolicyError, compile_expression
from antechamber_compliance.missing import Unknown

Names = Mapping[str, Binding]

LONGEST = timedelta(hours=2562047, minutes=47, seconds=16, microseconds=854_775)
FRACTION = 'timestamp("2026-01-01T00:00:00.854775Z") - timestamp("2026-01-01T00:00:00Z")'

CONSTANTS: tuple[tuple[str, Any], ...] = (
    # literals
    ("true", True),
    ("0", 0),
    ("007", 7),
    ("-9223372036854775808", -(2**63)),
    ("9223372036854775807", 2**63 - 1),
    ('"it\'s"', "it's"),
    ("'say \"so\"'", 'say "so"'),
    (r"'\\ \' \" \n \t'", "\\ ' \" \n \t"),
    ("'{} é 多'", "{} é 多"),
    ("[1, 2]", (1, 2)),
    ("['a', 'b'].map(x, x)", ("a", "b")),
    ('timestamp("2026-03-01T09:30:00+01:00")', datetime(2026, 3, 1, 8, 30, tzinfo=UTC)),
    ('timestamp("2026-03-01T09:30:00.25Z")', datetime(2026, 3, 1, 9, 30, 0, 250_000, UTC)),
    ('duration("72h")', timedelta(hours=72)),
    ('duration("1h30m5s")', timedelta(hours=1, minutes=30, seconds=5)),
    ('duration("-90m")', timedelta(minutes=-90)),
    # precedence and associativity, as in CEL
    ("2 + 3 * 4", 14),
    ("(2 + 3) * 4", 20),
    ("10 - 3 - 2", 5),
    ("100 / 10 / 5", 2),
    ("7 % 4 * 2", 6),
    ("2 * 7 % 4", 2),
    ("8 * 6 / 4", 12),
    ("10 - 2 * 3", 4),
    ("9 - 4 + 1", 6),
    ("3 == 2 + 1", True),
    ("3 != 2 + 1", False),
    ("3 < 2 + 1", False),
    ("3 <= 2 + 1", True),
    ("3 > 2 + 1", False),
    ("3 >= 2 + 1", True),
    ("false && false == false", False),
    ("false && false != true", False),
    ("true || true == false", True),
    ("-2 - -3", 1),
    ("1 - 1 < 1", True),
    ("1 < 2 == true", True),
    ("true == 1 < 2 == true", None),
    ("!true == false", True),
    ("!false && false", False),
    ("true || true && false", True),
    ("(true || true) && false", False),
    ("false ? 1 : true ? 2 : 3", 2),
    ("true || false ? 1 : 2", 1),
    ("true ? (false ? 1 : 2) : 3", 2),
    ("true ? false ? 1 : 2 : 3", None),
    ("1 + 1 in [2, 3]", True),
    ("false && 1 in [2] == false", False),
    ("false && 2 > 1", False),
    ("false && 2 >= 1", False),
    ("1 in [1] == true", True),
    ("true == 1 in [1]", None),
    ("!" * 40 + "true", True),
    ("!!true", True),
    ("--5", 5),
    ("---5", -5),
    ("!-1", None),
    ("-!true", None),
    # arithmetic
    ("7 / 2", 3),
    ("-7 / 2", -3),
    ("7 / -2", -3),
    ("-7 / -2", 3),
    ("7 % -2", 1),
    ("-7 % 2", -1),
    ("-6 / 2", -3),
    ('duration("1h") + duration("30m") == duration("90m")', True),
    ('timestamp("2026-03-01T00:00:00Z") + duration("24h")', datetime(2026, 3, 2, tzinfo=UTC)),
    ('duration("24h") + timestamp("2026-03-01T00:00:00Z")', datetime(2026, 3, 2, tzinfo=UTC)),
    ('timestamp("2026-03-01T00:00:00Z") - duration("24h")', datetime(2026, 2, 28, tzinfo=UTC)),
    (
        'timestamp("2026-03-02T00:00:00Z") - timestamp("2026-03-01T00:00:00Z")',
        timedelta(days=1),
    ),
    # comparison
    ("'Z' < 'a'", True),
    ("'é' > 'z'", True),
    ("'' < 'a'", True),
    ('duration("1h") >= duration("60m")', True),
    ("false != true", True),
    # size and macros
    ("size('')", 0),
    ("size('多é')", 2),
    ("size([1, 2, 3])", 3),
    ("[1, 2, 3].all(x, x > 0)", True),
    ("[1, 2, 3].exists(x, x > 2)", True),
    ("[1, 2, 3].exists_one(x, x > 1)", False),
    ("[1, 2, 3].exists_one(x, x > 2)", True),
    ("[1, 2, 3].filter(x, x % 2 == 1)", (1, 3)),
    ("[1, 2, 3].map(x, x * x)", (1, 4, 9)),
    ("[1, 2].map(x, x + 1).filter(x, x > 2).exists(x, x == 3)", True),
    ("[1, 2].all(x, [1, 2].exists(y, x == y))", True),
    ("[1, 2].filter(x, false).all(x, false)", True),
    ("[1, 2].filter(x, false).exists(x, true)", False),
    ("5 in [1, 2].filter(x, false)", False),
    # space and comments
    (" \t\r\n\f1 // one\n + // two\n 1", 2),
    ("1 // the end", 1),
    # faults are unknown
    ("1 / 0", Unknown),
    ("1 % 0", Unknown),
    ("9223372036854775807 + 1", Unknown),
    ("-9223372036854775807 - 1", -(2**63)),
    ("9223372036854775806 + 1", 2**63 - 1),
    ("-9223372036854775808 - 1", Unknown),
    ("-9223372036854775808 / -1", Unknown),
    ("-9223372036854775808 % -1", Unknown),
    ("-(-9223372036854775808)", Unknown),
    ("4611686018427387904 * 2", Unknown),
    ('timestamp("9999-12-31T23:59:59Z") + duration("1s")', Unknown),
    ('timestamp("0001-01-01T00:00:00Z") - duration("1s")', Unknown),
    ('timestamp("9999-01-01T00:00:00Z") - timestamp("2026-01-01T00:00:00Z")', Unknown),
    ('duration("2562047h") + duration("2562047h")', Unknown),
    ('duration("-2562047h") - duration("2562047h")', Unknown),
    (f'duration("2562047h47m16s") + ({FRACTION})', LONGEST),
    (f'duration("-2562047h47m16s") - ({FRACTION})', -LONGEST),
    (f'duration("2562047h47m16s") + ({FRACTION}) + ({FRACTION})', Unknown),
    (f'duration("-2562047h47m16s") - ({FRACTION}) - ({FRACTION})', Unknown),
)


@pytest.mark.parametrize(("source", "value"), CONSTANTS)
def test_a_constant_expression_has_its_value_in_cel(source: str, value: Any) -> None:
    if value is None:
        with pytest.raises(PolicyError):
            compile_expression(source, {})
        return
    expression = compile_expression(source, {})
    assert expression.constant
    if value is Unknown:
        with pytest.raises(Unknown):
            expression.evaluate({})
        return
    assert expression.evaluate({}) == value
    assert type(expression.evaluate({})) is type(value)


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("size(seats)", 3),
        ("seat.gender", "woman"),
        ("seats.filter(s, s.has_voice).map(s, s.ref)", ("p1", "p2")),
        ('seats.exists(s, "b" in s.tags && !s.has_voice)', True),
        ("session.format in exempt", False),
        ("session.starts + session.lasts", datetime(2026, 3, 1, 11, tzinfo=UTC)),
        ("minimum * -1", -2),
        ("yes ? seat.ref : session.format", "p1"),
        ('"b" in (yes ? seat.tags : ["x"])', True),
        ("seats.all(s, seats.exists_one(t, t.ref == s.ref))", True),
        # Python's words and our own helpers are ordinary names here.
        ("[1].all(lambda, lambda == 1) && [1].all(None, None == 1)", True),
        ("[true].exists(known, known) && [true].exists(any, any)", True),
    ],
)
def test_names_and_fields_are_read_from_the_scope(
    source: str, value: Any, names: Names, scope: dict[str, Any]
) -> None:
    assert compile_expression(source, names).evaluate(scope) == value


def test_an_expression_tells_the_names_it_uses(names: Names) -> None:
    expression = compile_expression("seats.exists(s, size(s.tags) > minimum)", names)
    assert expression.names == {"seats", "minimum"}
    assert not expression.constant


@pytest.mark.parametrize(
    ("source", "paths", "path"),
    [
        ("size(seats)", {"participants"}, ""),
        ("seats", {"participants"}, "participants"),
        ("seat.gender", {"participants.*.gender"}, "participants.*.gender"),
        ("seats.exists(s, true)", {"participants"}, ""),
        (
            "seats.filter(s, s.has_voice)",
            {"participants", "participants.*.has_voice"},
            "participants",
        ),
        (
            "seats.filter(s, s.has_voice).all(t, t.tags.all(tag, tag != ''))",
            {"participants", "participants.*.has_voice", "participants.*.tags"},
            "",
        ),
        ("seats.map(s, s.ref)", {"participants", "participants.*.ref"}, ""),
        ("seat.in_force", {"participants.*.licence.until", "session.starts"}, ""),
        ("session", set(), "session"),
        ("minimum + size(exempt)", set(), ""),
        ("yes ? seat.tags : seat.tags", {"yes", "participants.*.tags"}, "participants.*.tags"),
    ],
)
def test_paths_are_what_may_be_read(source: str, paths: set[str], path: str, names: Names) -> None:
    expression = compile_expression(source, names)
    assert expression.paths == paths
    assert expression.path == path


def test_a_let_bound_to_the_path_of_its_expression_keeps_the_paths_true(names: Names) -> None:
    voice = compile_expression("seats.filter(s, s.has_voice)", names)
    more = {**names, "voice": Binding(voice.type, voice.path)}
    asked = compile_expression("voice.exists(v, v.in_force)", more)
    assert asked.paths == {"participants", "participants.*.licence.until", "session.starts"}
