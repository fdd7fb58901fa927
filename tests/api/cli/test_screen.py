"""`antechamber screen`: a line for every query, errors by line number, a summary at the end."""

import hashlib
import json
import os
import shutil
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from antechamber.demo.data import LISTS
from commands import Run, Said

ASKED = {"id": "Q-1", "name": "Idris Kalmen Orvane", "schema": "Person"}
NOBODY = {**ASKED, "id": "Q-2", "name": "Velasca Thornmarrow"}
SECRET = "Quillon"
MIB = 1 << 20


def screened(run: Run, tmp_path: Path, *lines: object, options: tuple[object, ...] = ()) -> Said:
    """Screen lines: text and bytes as they are, anything else as JSON."""
    raw = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
    file = tmp_path / "queries.jsonl"
    file.write_bytes(b"\n".join(raw))
    return run("screen", file, "--lists", LISTS, *options)


def bands(said: Said) -> list[tuple[str, str]]:
    found = [json.loads(line) for line in said.out.splitlines()]
    return [(one["id"], one["band"]) for one in found]


def named(name: str, **more: Any) -> dict[str, Any]:
    return {**ASKED, "name": name, **more}


def test_every_query_gets_a_line_in_order(run: Run, tmp_path: Path) -> None:
    said = screened(run, tmp_path, ASKED, NOBODY)
    assert (said.code, said.err) == (0, "")
    assert bands(said) == [("Q-1", "block"), ("Q-2", "clear")]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (named(""), "no letter or digit"),
        (named("!?... --"), "no letter or digit"),
        (named("\U0001f54a\U0001f600"), "no letter or digit"),
        (named("\u200f\u202b\u202c"), "no letter or digit"),
        (named(SECRET * 1500), "longer than 1000 characters"),
        (named(f"{SECRET}\x00\x07"), "control characters"),
        (named(f"{SECRET}\nOrvane"), "control characters"),
        (named(SECRET, birth_date="1961-02-30"), "birth_date"),
        (named(SECRET, birth_date="spring of 1961"), "birth_date"),
        (named(SECRET, birth_date=1961), "birth_date must be text"),
        (named(SECRET, countries=["Ruritania"]), "countries"),
        (named(SECRET, countries="ch"), "countries"),
        (named(SECRET, schema="Ship"), "schema"),
        (named(SECRET, nickname=SECRET), "a field that is not one of"),
        (named(SECRET, id=""), "id must have"),
        ({"id": "Q-1"}, "missing: name, schema"),
        ([SECRET], "not a JSON object"),
        (b"NaN", "not a JSON object"),
        (b'{"name": "Quillon', "not JSON"),
        (b'{"id": "Q", "schema": "Person", "name": "Quillon", "name": "Jane Roe"}', "not JSON"),
        (b"[" * 60_000, "not JSON"),
        (b'{"name": "Quillon", "id": ' + b"9" * 9000 + b"}", "not JSON"),
        (b'{"name": "Quillon \xff"}', "not UTF-8"),
        (b'{"id": "Q-1", "name": "Quillon \\ud800", "schema": "Person"}', "not UTF-8"),
        (b'{"name": "' + b"Quillon" * (MIB // 7) + b'"}', "longer than 65536 bytes"),
    ],
    ids=range(25),
)
def test_a_line_that_cannot_be_screened_is_named_without_what_it_holds_and_the_others_go_on(
    run: Run, tmp_path: Path, line: object, says: str
) -> None:
    said = screened(run, tmp_path, ASKED, line, b"", NOBODY)
    assert said.code == 2
    assert bands(said) == [("Q-1", "block"), ("Q-2", "clear")]
    fault, total = said.err.splitlines()
    assert f"{tmp_path / 'queries.jsonl'}, line 2: " in fault
    assert says in fault
    assert total.startswith("Not screened: 1 of 3.")
    assert SECRET not in said.out + said.err
    assert "Ruritania" not in said.err


@pytest.mark.parametrize(
    "name",
    [
        "\u202bIdris\u200f Kalmen Orvane\u202c",
        "Idris \U0001f54a Kalmen Orvane",
        "Идрис Калмен Орване",
        "Idris Каlmen Orvane",
        "IDRIS, kalmen. (Orvane)",
        "Idris Kalmen Orvane " + "\u0301" * 900,
    ],
    ids=["marks", "emoji", "cyrillic", "mixed", "punctuation", "accents"],
)
def test_marks_emoji_and_other_scripts_hide_nobody(run: Run, tmp_path: Path, name: str) -> None:
    said = screened(run, tmp_path, named(name))
    assert (said.code, bands(said)) == (0, [("Q-1", "block")])


def test_a_country_that_nobody_knows_changes_nothing(run: Run, tmp_path: Path) -> None:
    plain = screened(run, tmp_path, ASKED)
    assert screened(run, tmp_path, {**ASKED, "countries": ["zz", "QNX"]}).out == plain.out


def test_a_mebibyte_line_costs_little_and_the_next_keeps_its_number(
    run: Run, tmp_path: Path
) -> None:
    began = time.perf_counter()
    said = screened(run, tmp_path, b"[" * MIB, b"x" * (1 << 16), b"Quillon", ASKED)
    assert [line.rpartition(": ")[0][-6:] for line in said.err.splitlines()[:3]] == [
        "line 1", "line 2", "line 3"
    ]  # fmt: skip
    assert bands(said) == [("Q-1", "block")]
    assert time.perf_counter() - began < 20


def test_the_summary_counts_bands_and_names_the_lists_that_were_searched(
    run: Run, tmp_path: Path
) -> None:
    said = screened(run, tmp_path, ASKED, b"{", NOBODY, NOBODY, options=("--json",))
    assert said.code == 2
    *answers, last = map(json.loads, said.out.splitlines())
    assert len(answers) == 3
    summary = last["summary"]
    assert (summary["screened"], summary["refused"]) == (3, 1)
    assert summary["bands"] == {"block": 1, "review": 0, "clear": 2}
    lists = {one["id"]: one for one in summary["lists"]}
    raw = (LISTS / "uk_sanctions.csv").read_bytes()
    assert lists["uk_sanctions"]["sha256"] == hashlib.sha256(raw).hexdigest()
    assert (lists["uk_sanctions"]["entries"], summary["not_searched"]) == (3, [])
    seconds = summary["seconds"]
    assert 0 <= seconds["slowest"] <= seconds["screening"] + 0.001
    assert seconds["reading"] > 0


def test_a_list_without_a_reader_is_named_as_not_searched(run: Run, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(LISTS, tmp_path / "lists"))
    described = (folder / "lists.toml").read_text("utf-8")
    (folder / "lists.toml").write_text(described.replace('"un_sc_xml"', '"clay_tablets"'), "utf-8")
    file = tmp_path / "queries.jsonl"
    file.write_text(json.dumps(ASKED), "utf-8")
    said = run("screen", file, "--lists", folder, "--json")
    summary = json.loads(said.out.splitlines()[-1])["summary"]
    assert summary["not_searched"] == ["un_sc"]
    assert "un_sc" not in {one["id"] for one in summary["lists"]}
    assert "un_sc: not searched" in said.err


def test_nobody_is_screened_where_a_list_cannot_be_read(run: Run, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(LISTS, tmp_path / "lists"))
    (folder / "un_sc.xml").write_bytes(b"")
    file = tmp_path / "queries.jsonl"
    file.write_text(json.dumps(ASKED), "utf-8")
    said = run("screen", file, "--lists", folder, "--json")
    assert (said.code, said.out) == (1, "")
    assert "un_sc" in said.err


def test_queries_may_come_through_a_pipe(run: Run, tmp_path: Path) -> None:
    pipe = tmp_path / "queries"
    os.mkfifo(pipe)
    content = json.dumps(ASKED).encode()
    writer = threading.Thread(target=pipe.write_bytes, args=(content,), daemon=True)
    writer.start()
    assert bands(run("screen", pipe, "--lists", LISTS)) == [("Q-1", "block")]
    writer.join(timeout=10)


def test_queries_and_lists_that_are_not_there_are_named(run: Run, tmp_path: Path) -> None:
    said = run("screen", tmp_path / "none.jsonl", "--lists", LISTS)
    assert said.code == 2
    assert "none.jsonl" in said.err
    (tmp_path / "queries.jsonl").write_text("")
    said = run("screen", tmp_path / "queries.jsonl", "--lists", tmp_path / "none")
    assert said.code == 1
    assert "lists.toml" in said.err
