"""Every engine that is installed, and what was left out."""

from collections.abc import Mapping
from importlib import import_module
from importlib.metadata import version

from bench.rules import ours, plain_python
from bench.rules.engine import Engine

# Our module -> what it imports. Some peers have no build for some machines.
PEERS: Mapping[str, str] = {
    "cel": "cel_expr_python",
    "cedar": "cedarpy",
    "zen": "zen",
    "rego_cpp": "regopy",
    "regorus": "opa_eval",
}


class Disagreement(Exception):
    """An engine that does not find what the Python predicates find, or a claim that is not so."""


def contestants() -> tuple[list[Engine], list[str]]:
    """Return the engines, ours first, and the packages that are not installed."""
    engines = [*ours.engines(), *plain_python.engines()]
    absent = []
    for name, package in PEERS.items():
        try:
            module = import_module(f"bench.rules.{name}")
        except ModuleNotFoundError as fault:
            if fault.name != package:
                raise
            absent.append(package)
            continue
        engines += module.engines()
    return engines, absent


def release(engine: Engine) -> str:
    """Return the version measured."""
    return version(engine.package) if engine.package else ""
