"""The page about the rules: every rule, number, source and table, from the policies."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping

from antechamber_compliance.documentation.markdown import code, items, table
from antechamber_compliance.documentation.tables import tables_section
from antechamber_compliance.explain import (
    EFFECTS,
    ENGINE_CODES,
    MARKS,
    SUBJECTS,
    bounds_words,
    missing_sentence,
    role_words,
    signing_sentence,
    source,
    spoken,
    value_words,
    when_sentence,
)
from antechamber_compliance.finding import engine_finding
from antechamber_compliance.language import Template
from antechamber_compliance.policy import Parameter, Rule, Rulebook

# What a message shows of a session, as it is written in brackets.
_COUNT = re.compile(r"\[size\((\w+)\)\]")
_SUM = re.compile(r"\[(\w+) \+ (\w+)\]")
_RECORD = re.compile(r"\[(?:history|session|initiative|office)\.(?=[\w ]+\])")

INTRODUCTION = """\
# The rules

<!-- Written by `antechamber rules document --out docs/rules.md`; a test keeps it current. -->

What the gate asks, rule by rule. **This is not legal advice.** The rules, and most of all the
tables of what may be given to whom under which law, are a starting point. An organisation's own
counsel must read them, correct them and sign them off before anybody relies on them: look at the
marks, and expect errors in whatever is not verified.

Each requirement has one effect. A session is denied, needs approval, or proceeds with or without
warnings, as its gravest finding says that nobody has signed. Every rule runs, so all reasons are
known at once. A fact that is missing is a finding of its own, `missing`, as grave as the gravest
requirement of its rule, and nobody can sign it. Nobody signs who convenes the initiative or asked
for the signature, and no person signs for two roles.

Words in brackets stand for what a session has. Numbers are dated: the one in force on the day the
session starts counts; an office may set others within the bounds. `antechamber rules explain
GEN-01` shows a rule with today's numbers and its conditions.

Each source and each row of the tables says how it was checked:
"""


def rules_page(rulebook: Rulebook, files: Mapping[str, bytes]) -> str:
    """Return the page about a rulebook and the files that it was read from."""
    pages = {path: tomllib.loads(raw.decode()) for path, raw in files.items() if _is_page(path)}
    packs = {path.rpartition("/")[0]: page for path, page in pages.items() if _is_pack(path)}
    paths = {str(page["id"]): path for path, page in pages.items() if not _is_pack(path)}
    lines = [INTRODUCTION, *items(f"**{mark}**: {words}" for mark, words in MARKS.items())]
    lines += _contents(rulebook)
    for folder, pack in sorted(packs.items(), key=lambda found: str(found[1]["title"])):
        lines += [f"## {pack['title']}", ""]
        lines += [f"Owner: {pack['owner']}. Version {pack['version']}.", ""]
        for rule in rulebook.rules:
            if paths[rule.id].startswith(f"{folder}/"):
                lines += _rule(rule, paths[rule.id])
    lines += _engine()
    lines += tables_section(files)
    return "\n".join(lines).rstrip() + "\n"


def _is_page(path: str) -> bool:
    # What lies at the top is about the rulebook; what lies with the scenarios tests it.
    return path.endswith(".toml") and "/" in path and not path.startswith("scenarios/")


def _is_pack(path: str) -> bool:
    return path.endswith("/pack.toml")


def _contents(rulebook: Rulebook) -> Iterator[str]:
    rows = [
        (rule.id, rule.title, ", ".join(dict.fromkeys(code(r.effect) for r in rule.requirements)))
        for rule in rulebook.rules
    ]
    yield f"There are {len(rows)} rules:"
    yield ""
    yield from table(("rule", "title", "effects"), rows)


def _rule(rule: Rule, path: str) -> Iterator[str]:
    yield from (f"### {rule.id} {rule.title}", "", rule.rationale, "")
    yield from (f"{when_sentence(rule)} If a fact is missing, {missing_sentence(rule)}", "")
    yield from table(
        ("code", "effect", "about", "finding", "what to do", "who may sign"),
        [
            (
                code(each.code),
                EFFECTS[each.effect],
                SUBJECTS[each.subject],
                _said(each.message, rule),
                each.remedy,
                signing_sentence(each),
            )
            for each in rule.requirements
        ],
    )
    yield from table(
        ("notice", "to", "says"),
        [(code(n.code), role_words(n.to), _said(n.message, rule)) for n in rule.notifications],
    )
    yield from _numbers(rule)
    yield from items(source(each) for each in rule.references)
    yield from (f"Written in [{path}](../policies/{path}).", "")


def _said(message: Template, rule: Rule) -> str:
    """Return a message with every number of its parameters, and words for what is counted."""
    numbers = {p.name: _values(p) for p in (*rule.parameters, *rule.borrowed)}
    said = _COUNT.sub(r"[number of \1]", spoken(message, numbers))
    return _SUM.sub(r"[\1 and \2]", _RECORD.sub("[", said))


def _values(parameter: Parameter) -> str:
    """Return the values of a parameter, those after the first with their day."""
    (_, first), *later = parameter.values
    return ", ".join([value_words(first), *(f"{value_words(v)} from {day}" for day, v in later)])


def _numbers(rule: Rule) -> Iterator[str]:
    yield from table(
        ("number", "value", "bounds"),
        [(code(p.name), _dated(p), bounds_words(p)) for p in rule.parameters],
    )
    if rule.borrowed:
        names = ", ".join(code(parameter.name) for parameter in rule.borrowed)
        yield from (f"It reads numbers of {rule.borrows} as well: {names}.", "")


def _dated(parameter: Parameter) -> str:
    unit = f" {parameter.unit}" if parameter.unit else ""
    return "; ".join(f"{value_words(value)}{unit} from {day}" for day, value in parameter.values)


def _engine() -> Iterable[str]:
    found = [engine_finding(each, "engagement") for each in ENGINE_CODES]
    yield from ("## The engine's own findings", "")
    yield "Before any rule the engine looks at the engagement itself. All of these deny, and nobody"
    yield "can sign them away. They come under the rule `ENGINE`."
    yield ""
    yield from table(
        ("code", "finding", "what to do"), [(code(f.code), f.message, f.remedy) for f in found]
    )
