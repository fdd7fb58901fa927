"""Many names asked at once get what each gets alone."""

from hypothesis import given, settings
from hypothesis import strategies as st

from antechamber_compliance.screening.bands import Thresholds
from antechamber_compliance.screening.entry import Entry, ListedName
from antechamber_compliance.screening.index import Index
from antechamber_compliance.screening.match import Query, match, match_many

AT = Thresholds(review_score=85, near_score=60)
WORDS = (
    "mohamed", "محمد", "abd", "al", "rahman", "ali", "alexander", "sasha", "сергей", "petrov",
    "van", "der", "kim", "jong", "jongil", "金", "j", "orvane", "orvanne", "kalmen", "idris",
    "trading", "company", "ltd", "holding",
)  # fmt: skip
names = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join)
schemas = st.sampled_from(["Person", "Organization"])
queries = st.builds(Query, id=st.just("q"), name=names, schema=schemas)


@settings(deadline=None, max_examples=60)  # the first comparison loads what the others reuse
@given(
    st.lists(st.tuples(schemas, st.lists(names, min_size=1, max_size=3)), max_size=10),
    st.lists(queries, min_size=2, max_size=12),
)
def test_asked_together_each_gets_what_it_gets_alone(
    listed: list[tuple[str, list[str]]], asked: list[Query]
) -> None:
    entries = [
        Entry(str(at), schema, tuple(map(ListedName, spelt)))
        for at, (schema, spelt) in enumerate(listed)
    ]
    index = Index.build([("made_up", entries)])
    assert match_many(index, asked, AT) == [match(index, query, AT) for query in asked]
