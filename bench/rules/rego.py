"""Rego, the policy language of OPA, which itself has no Python package."""

import json
from pathlib import Path

from bench.rules.engagements import Engagement, plain, seconds
from bench.rules.engine import Findings, broken

POLICY = Path(__file__).with_name("rules.rego")
QUERY = "data.bench.findings"


def prepare(engagement: Engagement) -> str:
    """Write the input as the text that Rego's engines take."""
    return json.dumps(plain(engagement, seconds))


def findings(sets: dict[str, list[str]]) -> Findings:
    """Return what a query answered; Rego's sets have no order of their own."""
    return broken([(rule, sorted(refs)) for rule, refs in sets.items()])
