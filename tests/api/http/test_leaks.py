"""Nothing that a client sends comes back, reaches a log, or reaches a span."""

import io
import json
import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from opentelemetry import trace
from opentelemetry.trace import NonRecordingSpan, Span, SpanContext, Tracer, TracerProvider

from antechamber.app import NO_TELEMETRY
from antechamber.http import logs
from antechamber.http.logs import AllowListed
from antechamber.http.settings import HttpSettings

Client = Callable[..., TestClient]
CANARY = "quillon-ashgrove"
CLIENTS_OWN = ("httpx2", "httpcore2", "asyncio")  # loggers of the test's own client


def attempts(client: TestClient, path: str) -> Iterator[Any]:
    body = {"name": CANARY, CANARY: [CANARY]}
    headers = {
        "Idempotency-Key": f"{CANARY} {CANARY}",
        "If-Match": CANARY,
        "X-Request-Id": CANARY,
        "User-Agent": CANARY,
        "Accept-Language": CANARY,
    }
    query = {"q": CANARY, "cursor": CANARY, CANARY: CANARY}
    for target in (path, f"{path}/{CANARY}", f"{path}/break", f"/{CANARY}", f"/problems/{CANARY}"):
        for method in ("GET", "POST", "PUT", "DELETE", CANARY):
            yield client.request(method, target, params=query, headers=headers)
            yield client.request(method, target, params=query, headers=headers, json=body)
            yield client.request(
                method,
                target,
                params=query,
                headers={**headers, "Content-Type": CANARY},
                content=CANARY,
            )
            yield client.request(
                method, target, json={"name": CANARY}, params=query, headers={"If-Match": CANARY}
            )
    yield client.get(path, headers={"Authorization": f"Bearer {CANARY}"})
    yield client.get(path, headers={"Authorization": f"Basic {CANARY}"})
    yield client.post(path, content=CANARY, headers={"Content-Type": "application/json"})


@pytest.mark.parametrize("handle", ["U-P1", "U-F1", None])
def test_no_response_and_no_log_record_repeats_what_was_sent(
    house: Any, client: Client, caplog: pytest.LogCaptureFixture, handle: str | None
) -> None:
    caplog.set_level(logging.DEBUG)
    settings = HttpSettings(address_quota=1000)
    replies = list(attempts(client(handle, settings=settings), house.path))
    for reply in replies:
        assert CANARY not in reply.text + repr(reply.headers)
    statuses = {reply.status_code for reply in replies}
    assert {401, 404, 405, 415} <= statuses
    ours = [each for each in caplog.records if each.name not in CLIENTS_OWN]
    assert len(ours) >= len(replies)
    for record in ours:
        assert CANARY not in repr(vars(record)), record.name


def test_a_fault_is_logged_by_type_and_place_under_its_reference(
    house: Any, client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    reply = client().post(f"{house.path}/break", json={"name": CANARY})
    (record,) = [each for each in caplog.records if each.name == "antechamber.fault"]
    facts = vars(record)
    assert facts["request_id"] == reply.json()["reference"]
    assert facts["fault"] == "RuntimeError"
    assert "conftest:" in facts["where"]


def test_the_access_log_names_the_operation_and_not_the_address(
    house: Any, client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    client().get(house.path)
    (record,) = [each for each in caplog.records if each.name == "antechamber.access"]
    facts = vars(record)
    assert facts["operation"] == "organisations_listing"
    assert (facts["method"], facts["status"]) == ("GET", 200)
    assert str(house.initiative) not in repr(facts)


@contextmanager
def configured() -> Iterator[io.StringIO]:
    """Logs set up as in the server, undone afterwards."""
    root, ours = logging.getLogger(), logging.getLogger(logs.OURS)
    kept = (root.handlers[:], root.level, ours.level, logging.raiseExceptions)
    stream = io.StringIO()
    for handler in kept[0]:
        root.removeHandler(handler)  # `configure` would close those of pytest
    logs.configure(stream)
    yield stream
    root.handlers[:] = kept[0]
    root.setLevel(kept[1])
    ours.setLevel(kept[2])
    logging.raiseExceptions = kept[3]


def test_of_what_libraries_log_only_the_name_the_level_and_the_fault_are_written() -> None:
    with configured() as stream:
        try:
            raise ValueError(CANARY)
        except ValueError:
            logging.getLogger("library").exception("while reading %s", CANARY)
        logging.getLogger("library").warning(CANARY)
        logging.getLogger("library").info("quiet")
        logging.getLogger("antechamber.x").info("thing.done", extra={"status": 1, "name2": CANARY})
    lines = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert CANARY not in stream.getvalue()
    assert [line.get("fault") for line in lines] == ["ValueError", None, None]
    assert [(line.get("event"), line.get("status")) for line in lines][2] == ("thing.done", 1)


def test_a_log_line_is_written_even_if_a_value_is_no_json() -> None:
    record = logging.LogRecord("antechamber.x", logging.INFO, "", 0, "thing.done", None, None)
    record.status = object()
    assert json.loads(AllowListed().format(record))["status"] == "withheld"


class RecordingSpan(NonRecordingSpan):
    """Keeps what is set on it."""

    def __init__(self, kept: list[str]) -> None:
        super().__init__(SpanContext(1, 1, is_remote=False))
        self._kept = kept

    def is_recording(self) -> bool:
        return True

    def set_attribute(self, key: str, value: Any) -> None:
        self._kept.append(f"{key}={value}")

    def set_attributes(self, attributes: Mapping[str, Any]) -> None:
        self._kept.append(repr(attributes))

    def record_exception(self, exception: BaseException, *_: Any, **__: Any) -> None:
        self._kept.append(repr(exception))


class Recorder(TracerProvider, Tracer):
    """A tracer that keeps all it is told, as an operator's exporter would."""

    def __init__(self) -> None:
        self.kept: list[str] = []

    def get_tracer(self, *_: Any, **__: Any) -> Tracer:
        return self

    def start_span(self, name: str, *args: Any, **how: Any) -> Span:
        self.kept += [name, repr(how.get("attributes"))]
        return RecordingSpan(self.kept)

    def start_as_current_span(self, name: str, *args: Any, **how: Any) -> Any:
        return trace.use_span(self.start_span(name, *args, **how))


@pytest.fixture
def recorder(monkeypatch: pytest.MonkeyPatch) -> Recorder:
    """Stands where an operator's OpenTelemetry set-up would put its provider."""
    recorder = Recorder()
    monkeypatch.setattr(trace, "get_tracer_provider", lambda: recorder)
    return recorder


def test_no_span_is_made_even_where_a_provider_is_set_up(
    house: Any, client: Client, recorder: Recorder
) -> None:
    list(attempts(client(), house.path))
    assert recorder.kept == []


def test_fastapi_by_default_would_have_recorded_the_query(recorder: Recorder) -> None:
    TestClient(FastAPI()).get("/", params={"q": CANARY})
    assert CANARY in repr(recorder.kept)


def test_every_switch_of_fastapis_telemetry_is_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FASTAPI_OTEL_AUTO_CONFIGURE", "true")
    known = FastAPI()._telemetry
    switches = {name for name, value in known.items() if isinstance(value, bool)}
    assert {name: NO_TELEMETRY.get(name) for name in switches} == dict.fromkeys(switches, False)
