"""A pytest plugin: no test at all may print, log or export a name to OpenTelemetry (T2).

The names are those of the person whom `house` knows, whose office most tests of the API share.
"""

import logging
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

import pytest
from opentelemetry import _logs, metrics, trace
from opentelemetry.sdk._logs import LoggerProvider
from opentelemetry.sdk._logs.export import InMemoryLogRecordExporter, SimpleLogRecordProcessor
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from antechamber.demo.scan import forms, search

CLIENTS_OWN = ("httpx2", "httpcore2")  # what the tests' own client logs is what they send


@dataclass
class Operator:
    """What an operator's OpenTelemetry would have been told."""

    spans: InMemorySpanExporter = field(default_factory=InMemorySpanExporter)
    records: InMemoryLogRecordExporter = field(default_factory=InMemoryLogRecordExporter)
    reader: InMemoryMetricReader = field(default_factory=InMemoryMetricReader)

    def told(self) -> list[str]:
        """Return what was exported since this was asked last."""
        said = [span.to_json() for span in self.spans.get_finished_spans()]
        said += [each.to_json() for each in self.records.get_finished_logs()]
        self.spans.clear()
        self.records.clear()
        data = self.reader.get_metrics_data()
        return said + ([data.to_json()] if data and data.resource_metrics else [])


@cache
def secret() -> frozenset[bytes]:
    """Return what is confidential in every spelling that a leak could have."""
    from house import CANARIES  # only where something was said: it takes a second

    # Of the first name, which resembles a list's entry, the list's spelling is no secret.
    texts = (*CANARIES.names[1:], *CANARIES.documents, CANARIES.email or "", CANARIES.notes)
    spaced = (text.replace("@", " ").replace(".", " ") for text in texts)
    return frozenset(form for text in spaced for form in forms(text))


def names_in(said: Iterable[str]) -> set[bytes]:
    return search([text.encode() for text in said], secret())


@pytest.fixture
def operator(monkeypatch: pytest.MonkeyPatch) -> Iterator[Operator]:
    """Set OpenTelemetry up as the operator of a machine would, for all that runs on it."""
    yield from listening(monkeypatch)


def listening(monkeypatch: pytest.MonkeyPatch) -> Iterator[Operator]:
    found = Operator()
    tracing, logged = TracerProvider(), LoggerProvider()
    measured = MeterProvider([found.reader])
    tracing.add_span_processor(SimpleSpanProcessor(found.spans))
    logged.add_log_record_processor(SimpleLogRecordProcessor(found.records))
    monkeypatch.setattr(trace, "get_tracer_provider", lambda: tracing)
    monkeypatch.setattr(_logs, "get_logger_provider", lambda: logged)
    monkeypatch.setattr(metrics, "get_meter_provider", lambda: measured)
    monkeypatch.setenv("FASTAPI_OTEL_AUTO_CONFIGURE", "true")
    yield found
    for provider in (tracing, logged, measured):
        provider.shutdown()


@pytest.fixture(scope="session", autouse=True)
def operator_of_all() -> Iterator[None]:
    """Set OpenTelemetry up for every test, so that what any of them exports is heard."""
    for name in CLIENTS_OWN:
        logging.getLogger(name).setLevel(logging.WARNING)
    with pytest.MonkeyPatch.context() as patched:
        for operator in listening(patched):
            HEARD.append(operator)
            yield
            HEARD.remove(operator)


HEARD: list[Operator] = []


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Fail a test that said a name; tell the page of security tests how much was heard."""
    report = yield
    if report.when == "teardown":
        said = [text for _, text in report.sections]
        said += [each for operator in HEARD for each in operator.told()]
        report.user_properties.append(("heard", sum(map(len, said))))
        if said and names_in(said):
            report.outcome = "failed"
            report.longrepr = "T2: what this test printed, logged or exported holds a name"
    return report
