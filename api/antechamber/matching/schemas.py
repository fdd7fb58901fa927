"""What comes in and goes out when outsiders match, in the names that yente gave it."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from antechamber.http.schemas import Incoming, Outgoing
from antechamber_compliance.screening.match import MAX_NAME_CHARS

MOST_QUERIES = 100
MOST_VALUES = 20
MOST_PROPERTIES = 50
MOST_RESULTS = 500
USUAL_RESULTS = 5
USUAL_CUTOFF = 0.5
ALGORITHM = "antechamber"

Key = Annotated[str, Field(max_length=200)]
Value = Annotated[str, Field(max_length=MAX_NAME_CHARS)]
Values = Annotated[list[Value], Field(max_length=MOST_VALUES)]
Score = Annotated[float, Field(ge=0, le=1)]
NothingOf = Annotated[list[str], Field(max_length=0)]

EXAMPLE = {
    "schema": "Person",
    "properties": {"name": ["Velasca Thornmarrow"], "birthDate": ["1971-03"]},
}


class ExampleIn(Incoming):
    """Who is asked about, as an entity of the Follow the Money model."""

    id: str | None = Field(default=None, max_length=200)
    schema_: Literal["Person", "Organization", "Company", "LegalEntity"] = Field(alias="schema")
    properties: dict[Key, Value | Values] = Field(max_length=MOST_PROPERTIES)


class MatchIn(Incoming):
    """A batch of examples under keys of the sender's choice; no scorer here takes weights."""

    queries: dict[Key, ExampleIn] = Field(
        min_length=1, max_length=MOST_QUERIES, examples=[{"q": EXAMPLE}]
    )
    weights: dict[str, float] = Field(default={}, max_length=0, examples=[{}])
    config: dict[str, Any] = Field(default={}, max_length=0, examples=[{}])


class MatchParameters(BaseModel):
    """How a batch is to be answered. Lists have no topics, and entries no day of change."""

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True, allow_inf_nan=False)

    limit: int = Field(
        default=USUAL_RESULTS, ge=1, le=MOST_RESULTS, description="Results of one query."
    )
    threshold: Score | None = Field(
        default=None,
        description="From here on `match` is true; left out, where the office would alert.",
    )
    cutoff: Score = Field(
        default=USUAL_CUTOFF, description="What scores less is not returned; at most `threshold`."
    )
    algorithm: Literal["best", "antechamber"] = "best"
    include_dataset: Annotated[list[Key], Field(max_length=MOST_PROPERTIES)] = []
    exclude_dataset: Annotated[list[Key], Field(max_length=MOST_PROPERTIES)] = []
    exclude_schema: Annotated[list[Key], Field(max_length=MOST_PROPERTIES)] = []
    exclude_entity_ids: Annotated[list[Key], Field(max_length=MOST_PROPERTIES)] = []
    topics: NothingOf = []
    changed_since: Annotated[str, Field(max_length=0)] = ""


class ExampleOut(Outgoing):
    """The example as it was understood: its schema, and the properties that were made use of."""

    schema_: str = Field(serialization_alias="schema")
    properties: dict[str, list[str]]


class FeatureOut(Outgoing):
    """One part of a score: what of the query met what of the list."""

    score: float
    detail: str
    query: str | None = None
    candidate: str | None = None


class EntityOut(Outgoing):
    """A listed party, as its list has it."""

    id: str
    caption: str
    schema_: str = Field(serialization_alias="schema")
    properties: dict[str, list[str]]
    datasets: list[str]
    referents: list[str] = []
    target: bool = True


class ScoredOut(EntityOut):
    """A listed party that the example may be.

    `features` holds the scores of `explanations` alone, as older clients read them.
    """

    score: float
    match: bool
    features: dict[str, float]
    explanations: dict[str, FeatureOut]


class TotalOut(Outgoing):
    """How many results there are, `limit` set aside."""

    value: int
    relation: Literal["eq"] = "eq"


class AnswerOut(Outgoing):
    """The answer to one example, best result first."""

    status: int = 200
    results: list[ScoredOut]
    total: TotalOut
    query: ExampleOut


class MatchOut(Outgoing):
    """The answers, under the keys of the batch."""

    responses: dict[str, AnswerOut]
    limit: int


class DatasetOut(Outgoing):
    """A list in force, or all of them together; `version` changes when its content does."""

    name: str
    title: str
    version: str
    updated_at: datetime
    entity_count: int
    load: bool = True
    index_version: str
    index_current: bool
    children: list[str] = []


class CatalogOut(Outgoing):
    """The lists that are searched; those whose newest copy was refused are `outdated`."""

    datasets: list[DatasetOut]
    current: list[str]
    outdated: list[str]
    index_stale: bool


class AlgorithmOut(Outgoing):
    """A way to score, and what each of its features means."""

    name: str
    description: str
    docs: dict[str, str]


class AlgorithmsOut(Outgoing):
    """The ways to score; there is one."""

    algorithms: list[AlgorithmOut]
    default: str
    best: str
