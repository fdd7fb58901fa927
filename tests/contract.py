"""What the OpenAPI document promises, as tests use it: operations, good and wrong bodies."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import pytest

Json = dict[str, Any]
CANARY = "quillon ashgrove!"  # in whatever a test sends that must not come back
TYPES: Mapping[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "object": (dict,),
    "array": (list,),
    "null": (type(None),),
}
WRONG: Mapping[str, tuple[Any, ...]] = {
    "string": (7, CANARY, ""),
    "integer": (CANARY, 1.5, True, -1, 10**400),
    "boolean": (0,),
    "object": ([],),
    "array": ({},),
}


@dataclass(frozen=True)
class Operation:
    """One operation of the document."""

    id: str
    method: str
    path: str
    raw: Json
    document: Json

    @property
    def signed_in(self) -> bool:
        return "security" in self.raw

    @property
    def parameters(self) -> list[str]:
        """The names in the path, in their order."""
        return re.findall(r"{(\w+)}", self.path)

    def asks(self, name: str) -> bool:
        """Tell whether a header or query parameter of this name is declared."""
        return any(each["name"] == name for each in self.raw.get("parameters", ()))

    @property
    def body(self) -> Json | None:
        """The schema of the body, references resolved."""
        content = self.raw.get("requestBody", {}).get("content", {})
        if not content:
            return None
        found: Json = resolved(content["application/json"]["schema"], self.document)
        return found

    @property
    def example(self) -> Any:
        """The body that the document gives as an example."""
        return example_of(self.body) if self.body else None

    def faults_in(self, reply: Any) -> list[str]:
        """Name what a response has that the document does not say."""
        declared = self.raw["responses"].get(str(reply.status_code))
        if declared is None:
            return [f"{reply.status_code} is not declared"]
        if not declared.get("content"):
            return ["a body that is not declared"] if reply.content else []
        media = reply.headers["content-type"].partition(";")[0]
        if media not in declared["content"]:
            return [f"{media} is not declared"]
        schema = resolved(declared["content"][media].get("schema", {}), self.document)
        return list(faults(schema, reply.json()))


def operations(document: Json) -> list[Operation]:
    """All operations of a document."""
    return [
        Operation(raw["operationId"], method.upper(), path, raw, document)
        for path, methods in document["paths"].items()
        for method, raw in methods.items()
    ]


def named(chosen: Iterable[Operation]) -> pytest.MarkDecorator:
    """Run a test once for each of these operations."""
    return pytest.mark.parametrize("operation", list(chosen), ids=lambda each: each.id)


def resolved(schema: Any, document: Json) -> Any:
    """A schema with each reference replaced by what it names."""
    if isinstance(schema, list):
        return [resolved(each, document) for each in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return resolved(document["components"]["schemas"][name], document)
    return {key: resolved(each, document) for key, each in schema.items()}


def example_of(schema: Json) -> Any:
    """The example of a schema, put together from those of its members."""
    if "examples" in schema:
        return schema["examples"][0]
    return {name: example_of(member) for name, member in schema["properties"].items()}


def faults(schema: Json, value: Any, at: str = "") -> Iterator[str]:
    """Yield what is wrong with a value by a schema: the keywords that our document uses."""
    options = schema.get("anyOf") or schema.get("oneOf")
    if options:
        if not any(not list(faults(option, value, at)) for option in options):
            yield f"{at}: fits no option"
        return
    if "const" in schema and value != schema["const"]:
        yield f"{at}: is not the constant"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{at}: is not one of the words"
    wanted = schema.get("type")
    if wanted is None:
        return
    if not isinstance(value, TYPES[wanted]) or (isinstance(value, bool) and wanted != "boolean"):
        yield f"{at}: is no {wanted}"
        return
    match value:
        case str():
            yield from _text_faults(schema, value, at)
        case dict():
            yield from _object_faults(schema, value, at)
        case list():
            if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", 10**9):
                yield f"{at}: has a wrong length"
            for number, each in enumerate(value):
                yield from faults(schema.get("items", {}), each, f"{at}/{number}")
        case int() | float():
            if not schema.get("minimum", value) <= value <= schema.get("maximum", value):
                yield f"{at}: is out of bounds"


def _text_faults(schema: Json, value: str, at: str) -> Iterator[str]:
    if not schema.get("minLength", 0) <= len(value) <= schema.get("maxLength", 10**9):
        yield f"{at}: has a wrong length"
    if "pattern" in schema and not re.search(schema["pattern"], value):
        yield f"{at}: does not match"
    read = {"date": date.fromisoformat, "date-time": datetime.fromisoformat}.get(
        schema.get("format", "")
    )
    if read:
        try:
            read(value)
        except ValueError:
            yield f"{at}: is no {schema['format']}"


def _object_faults(schema: Json, value: Json, at: str) -> Iterator[str]:
    known = schema.get("properties", {})
    for name in schema.get("required", ()):
        if name not in value:
            yield f"{at}/{name}: is missing"
    for name, each in value.items():
        more = schema.get("additionalProperties", True)
        if name in known:
            yield from faults(known[name], each, f"{at}/{name}")
        elif more is False:
            yield f"{at}/{name}: is unknown"
        elif isinstance(more, dict):
            yield from faults(more, each, f"{at}/{name}")


def wrong_bodies(schema: Json, good: Any) -> Iterator[Any]:
    """Yield a good body with one thing wrong, for every type, bound and member of the schema."""
    for candidate in _candidates(schema, good):
        if list(faults(schema, candidate)):
            yield candidate


def _candidates(schema: Json, good: Any) -> Iterator[Any]:
    options = schema.get("anyOf") or schema.get("oneOf")
    for option in options or ():
        yield from _candidates(option, good)
    wanted = schema.get("type")
    yield from WRONG.get(str(wanted), ())
    if wanted == "string" and "maxLength" in schema:
        yield CANARY * schema["maxLength"]
    if wanted == "array":
        yield from ([each] for each in _candidates(schema.get("items", {}), None))
        known = good if isinstance(good, list) and good else [CANARY]
        yield [known[0]] * (schema.get("maxItems", 100) + 1)
        yield []
    if wanted == "object":
        yield from _wrong_objects(schema, good if isinstance(good, dict) else {})


def _wrong_objects(schema: Json, good: Json) -> Iterator[Json]:
    for name, member in schema.get("properties", {}).items():
        for each in _candidates(member, good.get(name)):
            yield {**good, name: each}
        if name in schema.get("required", ()):
            yield {key: value for key, value in good.items() if key != name}
            yield {**good, name: None}
    more = schema.get("additionalProperties")
    if more is False:
        yield {**good, CANARY: CANARY}
    elif isinstance(more, dict):
        for each in _candidates(more, next(iter(good.values()), None)):
            yield {CANARY: each}
