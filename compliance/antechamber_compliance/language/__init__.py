"""The policy language: a typed subset of CEL, compiled to Python, three-valued."""

from antechamber_compliance.language.errors import PolicyError
from antechamber_compliance.language.expression import (
    DEFAULT_BUDGET,
    Expression,
    compile_expression,
)
from antechamber_compliance.language.shortcut import Part, Shortcut, compile_shortcut
from antechamber_compliance.language.template import Template, compile_template
from antechamber_compliance.language.types import (
    BOOL,
    DURATION,
    INT,
    STRING,
    TIMESTAMP,
    Binding,
    EnumOf,
    ListOf,
    Opaque,
    RecordOf,
    Type,
)

__all__ = [
    "BOOL",
    "DEFAULT_BUDGET",
    "DURATION",
    "INT",
    "STRING",
    "TIMESTAMP",
    "Binding",
    "EnumOf",
    "Expression",
    "ListOf",
    "Opaque",
    "Part",
    "PolicyError",
    "RecordOf",
    "Shortcut",
    "Template",
    "Type",
    "compile_expression",
    "compile_shortcut",
    "compile_template",
]
