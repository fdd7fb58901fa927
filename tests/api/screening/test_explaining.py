"""What a hit says is enough to derive its score again, with nothing else at hand."""

import json

import pytest

from antechamber.documents import store
from antechamber.documents.participant import Identity
from antechamber.documents.screening import HitRecord
from antechamber.office import Office
from antechamber.participants import service as participants
from antechamber.screening import lists
from antechamber.work import Everywhere
from antechamber_compliance.screening.bands import points
from antechamber_compliance.screening.entry import content_hash
from antechamber_compliance.screening.score import rescored
from walk import LISTED_NAME, Walk, prepare


@pytest.fixture
def walk(sqlcipher_office: Office) -> Walk:
    return prepare(sqlcipher_office)


@pytest.fixture
def hit(walk: Walk) -> HitRecord:
    with walk.office.work(Everywhere("convener")) as work:
        row = participants.find(work, walk.people["P3"])
        participants.rename(work, row, Identity(names=[LISTED_NAME]))
    walk.screen()
    with walk.office.reading(Everywhere("test")) as work:
        (hit,) = store.load_file(work, participants.find(work, walk.people["P3"])).hits
    return hit


def test_the_score_follows_from_the_record_alone(hit: HitRecord) -> None:
    explanation = json.loads(hit.explanation)
    assert rescored(explanation) == explanation["name_score"]
    assert explanation["adjusted"] == "none"
    assert points(explanation["name_score"]) == hit.score


def test_another_weight_would_lead_to_another_score(hit: HitRecord) -> None:
    explanation = json.loads(hit.explanation)
    explanation["pairs"][0]["likeness"] = 0.5
    assert rescored(explanation) != explanation["name_score"]


def test_a_hit_names_the_words_the_rule_the_weights_and_the_copy(
    walk: Walk, hit: HitRecord
) -> None:
    for pair in json.loads(hit.explanation)["pairs"]:
        assert set(pair) == {
            "query", "listed", "how", "likeness", "query_weight", "listed_weight"
        }  # fmt: skip
    with walk.office.reading(Everywhere("test")) as work:
        run = store.load_file(work, participants.find(work, walk.people["P3"])).screening
        document = lists.kept(work)[hit.list_id][1]
        assert document.snapshot
        entries = {e.entry_id: e for e in lists.entries_of(work, document.snapshot)}
        assert lists.searched_copy(work, run, hit.list_id) == document.digest
    assert content_hash(entries[hit.entry_id]) == hit.entry_digest
