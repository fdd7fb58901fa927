"""Mutation of policies: change one thing at a time, and see whether a scenario notices.

What is changed: every expression, effect, sign-off, parameter and its bounds, voids and
subjects of every rule; every cell of the tables that decides. What is not, because no
expectation of a scenario speaks of it: texts, references, who may read a finding, whom a
notice goes to, and which way a parameter is stricter.
"""

from antechamber_compliance.mutation.equivalents import BadList, read_equivalents
from antechamber_compliance.mutation.hunt import Hunt
from antechamber_compliance.mutation.making import Mutant, mutants

__all__ = ["BadList", "Hunt", "Mutant", "mutants", "read_equivalents"]
