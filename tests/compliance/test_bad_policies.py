"""Policies that cannot be obeyed are refused, with the file, the place and what is wrong."""

from collections.abc import Mapping

import pytest

from antechamber_compliance.policy import BadPolicy
from antechamber_compliance.rulebook import digest_files, load
from engagements import policy_files

PACK = 'id = "x"\ntitle = "X"\nowner = "tests"\nversion = "1"\n'
HEAD = 'id = "X-01"\ntitle = "T"\nscope = "session"\nrationale = "R."\n'
PARAMS = """
[params.limit]
type = "int"
unit = "days"
min = 1
max = 9
stricter = "lower"
values = [{ from = 2026-01-01, value = 3 }]
"""
REQUIRE = """
[[require]]
code = "c"
effect = "deny"
that = '!session.public'
message = "M."
remedy = "Do."
"""
RULE = HEAD + REQUIRE
WAIVER = '[require.waiver]\nroles = ["director"]\nmax_days = 90\n'


def refusal(files: Mapping[str, str]) -> str:
    encoded = {path: text.encode() for path, text in files.items()}
    with pytest.raises(BadPolicy) as caught:
        load(encoded)
    return str(caught.value)


def refused(rule: str, pack: str = PACK) -> str:
    return refusal({"x/pack.toml": pack, "x/X-01-t.toml": rule})


def test_the_smallest_rulebook_loads() -> None:
    files = {"x/pack.toml": PACK.encode(), "x/X-01-t.toml": RULE.encode()}
    rules = load(files)
    assert [rule.id for rule in rules.rules] == ["X-01"]
    assert rules.version == "x-1"
    assert load(dict(reversed(files.items()))).digest == rules.digest


CASES: list[tuple[str, str, str]] = [
    ("no TOML", "id = ", "x/X-01-t.toml:1:6: is not TOML"),
    ("no id", RULE.replace('id = "X-01"\n', ""), "x/X-01-t.toml:1:1: lacks 'id'"),
    ("another name", RULE.replace("X-01", "X-02"), "x/X-01-t.toml:1:6: the file's name does not say that it holds X-02"),
    ("blank title", RULE.replace('"T"', '"  "'), "'title' is blank"),
    ("title of another kind", RULE.replace('"T"', "7"), "x/X-01-t.toml:2:9: 'title' must be a text in quotes"),
    ("unknown scope", RULE.replace('"session"', '"room"', 1), "'scope' is 'room'"),
    ("no rationale", RULE.replace('rationale = "R."\n', ""), "lacks 'rationale'"),
    ("remedy without words", RULE.replace('"Do."', '"N/A."'), "'remedy' says nothing"),
    ("rationale without words", RULE.replace('"R."', '"..."'), "'rationale' says nothing"),
    ("unknown key", RULE + "remedie = 1\n", "x/X-01-t.toml:12:1: has an unknown key: 'remedie'; did you mean 'remedy'?"),
    ("unknown key of the rule", "remedie = 1\n" + RULE, "x/X-01-t.toml:1:1: has an unknown key: 'remedie'"),
    ("no requirement", HEAD, "has no requirement"),
    ("requirement no array", HEAD + "require = 3\n", "'require' must be an array of tables"),
    ("no remedy", RULE.replace('remedy = "Do."', ""), "x/X-01-t.toml:6:1: lacks 'remedy'"),
    ("no message", RULE.replace('message = "M."', ""), "x/X-01-t.toml:6:1: lacks 'message'"),
    ("no code", RULE.replace('code = "c"', ""), "x/X-01-t.toml:6:1: lacks 'code'"),
    ("unknown effect", RULE.replace('"deny"', '"block"'), "'effect' is 'block'"),
    ("unknown view", RULE + 'view = "all"\n', "'view' is 'all'"),
    ("code twice", RULE + REQUIRE, "code 'c' is used twice"),
    ("reserved code", RULE.replace('"c"', '"missing"'), "'missing' is reserved"),
    ("unknown field", RULE.replace("session.public", "session.publik"), "did you mean 'public'"),
    ("where it is wrong", RULE.replace("session.public", "session.publik"),
     "x/X-01-t.toml:9:18: unknown field"),
    ("no condition", RULE.replace("!session.public", "session.country"), "this must be bool"),
    ("always true", RULE.replace("!session.public", "1 < 2"), "x/X-01-t.toml:9:11: this is always true"),
    ("only a parameter", RULE.replace("!session.public", "params.limit > 3") + PARAMS,
     "x/X-01-t.toml:9:8: 'that' reads no fact"),
    ("seat of a session", RULE.replace("!session.public", 'seat.role == "staff"'),
     "unknown name 'seat'"),
    ("too costly", RULE.replace("!session.public",
     "seats.all(a, seats.all(b, seats.all(c, a.role == b.role || b.role == c.role)))"),
     "over the budget"),
    ("wrong message", RULE.replace('"M."', '"{session.nowhere}"'), "x/X-01-t.toml:10:21: unknown field"),
    ("telling message", RULE.replace('"M."', '"{session.country}"'),
     "this shows session.country, which is not what is judged here"),
    ("message telling by a let", RULE.replace('"M."', '"{size(s)}"') + "[let]\ns = 'seats'\n",
     "this shows participants, which is not what is judged here"),
    ("approval for nobody", RULE.replace('"deny"', '"needs_approval"'), "nobody could ever clear"),
    ("warning to sign", RULE.replace('"deny"', '"warn"') + WAIVER, "a warning needs no sign-off"),
    ("two sign-offs", RULE + WAIVER + WAIVER.replace("waiver", "approval"),
     "has a waiver and an approval"),
    ("unknown role", RULE + WAIVER.replace("director", "boss"), "'roles' has 'boss', and must be one of convener,"),
    ("no role", RULE + WAIVER.replace('["director"]', "[]"), "needs at least one role"),
    ("no days", RULE + WAIVER.replace("90", "0"), "max_days of at least 1"),
    ("sign-off with more", RULE + WAIVER + "days = 3\n", "x/X-01-t.toml:15:1: has an unknown key: 'days'; did you mean 'max_days'?"),
    ("roles no texts", RULE + WAIVER.replace('["director"]', "[1]"), "must be a list of texts"),
    ("voids nothing", RULE + 'voids = ["X-09"]\n', "x/X-01-t.toml:12:10: X-09 is no rule"),
    ("unknown lender", 'params_from = "X-09"\n' + RULE, "x/X-01-t.toml:1:15: X-09 is no rule"),
    ("unused let", RULE + "[let]\na = 'session.public'\n", "let a is never used"),
    ("let no text", RULE + "[let]\na = true\n", "x/X-01-t.toml:13:5: 'a' must be a text in quotes"),
    ("let taken", RULE + "[let]\nsession = '1'\n", "the name 'session' is taken"),
    ("wrong let", RULE + "[let]\na = 'session.publik'\n", "x/X-01-t.toml:13:14: unknown field"),
    ("unused parameter", RULE + PARAMS, "parameter limit is never used"),
    ("unknown parameter", RULE.replace("!session.public", "params.limit > 0"), "unknown"),
    ("wrong applies", "applies = 'session.public > 1'\n" + RULE, "x/X-01-t.toml:1:27: cannot compare"),
    ("missing no effect", 'missing = "block"\n' + RULE, "'missing' is 'block'"),
    ("reference unmarked", RULE + '[[references]]\ncite = "C"\n', "x/X-01-t.toml:12:1: lacks 'checked'"),
    ("reference marked otherwise", RULE + '[[references]]\ncite = "C"\nchecked = "X"\n',
     "'checked' is 'X'"),
    ("reference undated", RULE + '[[references]]\ncite = "C"\nchecked = "V"\nin_force = "2026"\n',
     "'in_force' must be a date"),
    ("notice for nobody", RULE + '[[notify]]\ncode = "n"\nto = "boss"\nwhen = "session.public"\n'
     'message = "M."\n', "x/X-01-t.toml:14:6: 'to' is 'boss'"),
    ("notice always", RULE + '[[notify]]\ncode = "n"\nto = "director"\nwhen = "true"\n'
     'message = "M."\n', "x/X-01-t.toml:15:9: this is always true"),
    ("notice of a parameter", RULE + '[[notify]]\ncode = "n"\nto = "director"\n'
     'when = "params.limit > 3"\nmessage = "M."\n' + PARAMS, "x/X-01-t.toml:15:8: 'when' reads no fact"),
    ("notice with a taken code", RULE + '[[notify]]\ncode = "c"\nto = "director"\n'
     'when = "session.public"\nmessage = "M."\n', "needs a code of its own"),
    ("notice of a seat", RULE + '[[notify]]\ncode = "n"\nto = "director"\n'
     'when = "seat.role == \'staff\'"\nmessage = "M."\n', "unknown name 'seat'"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "says"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_a_rule_that_cannot_be_obeyed_is_refused(rule: str, says: str) -> None:
    message = refused(rule)
    assert message.startswith("x/X-01-t.toml:")
    assert says in message


USED = RULE.replace("!session.public", "session.derived.risk_age_days < params.limit")
PARAMETERS: list[tuple[str, str, str]] = [
    ("type", PARAMS.replace('"int"', '"float"'), "x/X-01-t.toml:14:8: 'type' is 'float'"),
    ("stricter of another type", PARAMS.replace('"lower"', '"fewer"'), "'stricter' is 'fewer'"),
    ("no bound", PARAMS.replace("min = 1\n", ""), "lacks 'min'"),
    ("bound of another type", PARAMS.replace("min = 1", "min = true"), "'min' must be a whole number"),
    ("bounds crossed", PARAMS.replace("min = 1", "min = 10"), "its bounds leave no value"),
    ("undated", PARAMS.replace("from = 2026-01-01, ", ""), "lacks 'from'"),
    ("dated by the hour", PARAMS.replace("2026-01-01", "2026-01-01T00:00:00Z"),
     "'from' must be a date"),
    ("no value", PARAMS.replace("{ from = 2026-01-01, value = 3 }", ""), "needs at least one dated value"),
    ("out of bounds", PARAMS.replace("value = 3", "value = 10"), "outside the bounds"),
    ("value of another type", PARAMS.replace("value = 3", "value = true"),
     "x/X-01-t.toml:19:40: the value must be a whole number, 1 to 9"),
    ("text for a number", PARAMS.replace("value = 3", 'value = "3%"'), "must be a whole number, 1 to 9"),
    ("broken number", PARAMS.replace("value = 3", "value = 3.5"), "must be a whole number, 1 to 9"),
    ("one day twice", PARAMS.replace("value = 3 }", "value = 3 }, { from = 2026-01-01, value = 4 }"),
     "must be later than 2026-01-01, the date before it"),
    ("days turned round",
     PARAMS.replace("value = 3 }", "value = 3 }, { from = 2025-01-01, value = 4 }"),
     "must be later than 2026-01-01, the date before it"),
    ("unknown key", PARAMS + "default = 3\n", "has an unknown key: 'default'"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("params", "says"), [c[1:] for c in PARAMETERS], ids=[c[0] for c in PARAMETERS]
)
def test_a_parameter_has_a_type_bounds_and_dated_values(params: str, says: str) -> None:
    assert says in refused(USED + params)


def test_a_set_and_a_bool_have_their_own_bounds() -> None:
    kinds = '[params.limit]\ntype = "set"\nmembers = ["a"]\nstricter = "fewer"\nvalues = [{ from = 2026-01-01, value = ["b"] }]\n'
    assert "outside the bounds" in refused(RULE + kinds)
    empty = kinds.replace('["a"]', "[]").replace('["b"]', "[]")
    assert "its bounds leave no value" in refused(RULE + empty)
    flag = '[params.limit]\ntype = "bool"\nstricter = "true"\nvalues = [{ from = 2026-01-01, value = 1 }]\n'
    assert "the value must be true or false" in refused(RULE + flag)
    word = kinds.replace('["b"]', '"a"')
    assert "the value must be a list of texts, any of a" in refused(RULE + word)


def test_a_borrowed_parameter_cannot_be_hidden() -> None:
    other = 'params_from = "X-01"\n' + (USED + PARAMS).replace("X-01", "X-02")
    files = {"x/pack.toml": PACK, "x/X-01.toml": USED + PARAMS, "x/X-02.toml": other}
    assert "parameter limit is one of X-01 as well" in refusal(files)


@pytest.mark.parametrize(
    ("rule_id", "allowed"),
    [("PRO-01", False), ("PRO-06", True), ("PRO-12", False), ("CON-01", False), ("CON-05", False),
     ("CON-06", True), ("GEN-02", True)],
)  # fmt: skip
def test_the_law_of_some_rules_cannot_be_signed_away(rule_id: str, allowed: bool) -> None:
    rule = (RULE + WAIVER).replace("X-01", rule_id)
    files = {"x/pack.toml": PACK, f"x/{rule_id}.toml": rule}
    tables = {p: raw.decode() for p, raw in policy_files().items() if p.startswith("tables/")}
    if allowed:
        encoded = {path: text.encode() for path, text in {**files, **tables}.items()}
        assert load(encoded).rules[0].requirements[0].terms is not None
    else:
        assert "takes no sign-off" in refusal({**files, **tables})


def test_a_code_may_be_about_a_seat_and_about_the_session_if_only_the_cure_helps() -> None:
    second = REQUIRE.replace('code = "c"', 'code = "c"\nsubject = "participant"')
    encoded = {"x/pack.toml": PACK.encode(), "x/X-01.toml": (RULE + second).encode()}
    assert len(load(encoded).rules[0].requirements) == 2
    assert "code 'c' is used twice" in refused(RULE + second + WAIVER)


def test_a_rule_about_seats_cannot_judge_the_session_by_a_seat() -> None:
    rule = RULE.replace(
        'scope = "session"', 'scope = "participant"\napplies = \'seat.role == "staff"\''
    )
    session = REQUIRE.replace('"c"', '"d"\nsubject = "session"')
    assert "'applies' is about the seat" in refused(rule + session)


PACKS: list[tuple[str, str, str]] = [
    ("no owner", PACK.replace('owner = "tests"\n', ""), "x/pack.toml:1:1: lacks 'owner'"),
    ("unknown key", PACK + "rules = 1\n", "x/pack.toml:5:1: has an unknown key: 'rules'"),
    ("unused let", PACK + "[let]\na = 'session.public'\n", "x/pack.toml:6:1: let a is never used"),
    ("let no text", PACK + "[let]\na = 1\n", "x/pack.toml:6:5: 'a' must be"),
    ("unknown view", PACK + 'view = "all"\n', "x/pack.toml:5:8: 'view' is 'all'"),
]


@pytest.mark.parametrize(("pack", "says"), [c[1:] for c in PACKS], ids=[c[0] for c in PACKS])
def test_a_pack_that_cannot_be_obeyed_is_refused(pack: str, says: str) -> None:
    assert says in refused(RULE, pack)


def test_files_that_are_no_policy_are_refused_and_not_skipped() -> None:
    files = {"x/pack.toml": PACK, "x/X-01.toml": RULE}
    for path in ("x/X-02.toml~", "x/X-02.yaml", "tables/more.csv", "notes.txt"):
        assert refusal({**files, path: ""}).startswith(f"{path}:1:1: is neither")
    assert "without a pack.toml" in refusal({"y/X-01.toml": RULE})
    assert "used by another rule" in refusal({**files, "x/X-01-again.toml": RULE})
    assert "is not TOML" in refusal({**files, "x/X-02.toml": "\x00"})


def test_scenarios_and_read_me_files_lie_beside_the_rules() -> None:
    files = {"x/pack.toml": PACK.encode(), "x/X-01.toml": RULE.encode()}
    beside = {"scenarios/cases.jsonl": b"{", "README.md": b"#", "x/README.md": b"#"}
    assert load({**files, **beside}).digest == load(files).digest


def test_every_byte_and_every_name_is_in_the_digest() -> None:
    files = {path: raw for path, raw in policy_files().items() if not path.startswith("scen")}
    assert load(policy_files()).digest == digest_files(files)
    changed = [{**files, path: raw + b" "} for path, raw in files.items()]
    moved = {**files, "x/PRO-01.toml": files["proscription/PRO-01-screening.toml"]}
    del moved["proscription/PRO-01-screening.toml"]
    digests = {digest_files(each) for each in (files, moved, *changed)}
    assert len(digests) == len(files) + 2
