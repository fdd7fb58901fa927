"""T2: no confidential value is in logs, on the terminal or in traces."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from opentelemetry import _logs, metrics, trace
from opentelemetry.sdk._logs import LoggerProvider
from opentelemetry.sdk._logs.export import InMemoryLogRecordExporter, SimpleLogRecordProcessor
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from antechamber.demo.scan import forms, search
from house import CANARIES, OPERATIONS, House, living_in

CLIENTS_OWN = ("httpx2", "httpcore2", "asyncio")  # loggers of the test's own client
# Of the first name, which resembles a list's entry, the list's spelling is no secret.
SECRET = {
    form
    for text in (*CANARIES.names[1:], *CANARIES.documents, CANARIES.email or "", CANARIES.notes)
    for form in forms(text.replace("@", " ").replace(".", " "))
}


@dataclass
class Operator:
    """What an operator's OpenTelemetry would have been told."""

    spans: InMemorySpanExporter = field(default_factory=InMemorySpanExporter)
    records: InMemoryLogRecordExporter = field(default_factory=InMemoryLogRecordExporter)
    reader: InMemoryMetricReader = field(default_factory=InMemoryMetricReader)

    def told(self) -> list[str]:
        said = [span.to_json() for span in self.spans.get_finished_spans()]
        said += [each.to_json() for each in self.records.get_finished_logs()]
        data = self.reader.get_metrics_data()
        return said + ([data.to_json()] if data and data.resource_metrics else [])


@pytest.fixture
def operator(monkeypatch: pytest.MonkeyPatch) -> Iterator[Operator]:
    """Set OpenTelemetry up as the operator of a machine would, for all that runs on it."""
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


def send_everything(house: House) -> int:
    """Send every operation as each of two roles: once as it should be, once with names misplaced."""
    name, count = CANARIES.names[1], 0
    for role in ("convener", "compliance"):
        token = house.plan.members[role]
        for operation in OPERATIONS.values():
            house.whole(operation, token)
            house.send(operation, token, params={"q": name, name: name}, headers={"X-Name": name})
            count += 2
            if operation.body:
                body = {name: name, **dict.fromkeys(operation.example, name)}
                house.whole(operation, token, json=body)
                count += 1
    return count


def test_neither_logs_nor_terminal_nor_traces_hold_a_name(
    house: House,
    operator: Operator,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
    came_out: Callable[[str, str, str], None],
) -> None:
    caplog.set_level(logging.DEBUG)
    with living_in(house.office, house.plan) as served:
        count = send_everything(served)
    ours = [each for each in caplog.records if each.name not in CLIENTS_OWN]
    logged = "\n".join(repr(vars(each)) + each.getMessage() for each in ours)
    shown = "".join(capfd.readouterr())
    told = operator.told()
    found = search([logged.encode(), shown.encode(), *(each.encode() for each in told)], SECRET)
    came_out(
        "T2",
        f"{count:,} requests to {len(OPERATIONS)} operations at log level DEBUG, with "
        "OpenTelemetry's exporters set up",
        f"{len(found)} names in {len(ours):,} log records and {len(shown)} characters on the "
        f"terminal; {len(told)} spans, records or metrics were exported",
    )
    assert found == set()
    assert len(ours) > count
    assert told == []


def test_the_exporters_would_have_seen_a_name_of_an_ordinary_application(
    operator: Operator,
) -> None:
    app = FastAPI()

    @app.get("/")
    def fail(name: str) -> None:
        raise RuntimeError(name)

    TestClient(app, raise_server_exceptions=False).get("/", params={"name": CANARIES.names[1]})
    assert search([each.encode() for each in operator.told()], SECRET)
