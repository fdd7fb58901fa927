"""Logs as JSON lines that hold an allow-list of keys, and nothing that a client sent."""

import json
import logging
import sys
from datetime import UTC, datetime
from types import TracebackType
from typing import TextIO

OURS = "antechamber"
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
# Keys that a call may add with `extra`; any other is dropped.
ALLOWED = ("request_id", "method", "operation", "status", "milliseconds", "fault", "where")
FRAMES = 8

access_log = logging.getLogger("antechamber.access")
fault_log = logging.getLogger("antechamber.fault")


class AllowListed(logging.Formatter):
    """Formats what we log ourselves; of what libraries log, that they did, and the fault's type.

    Their messages may quote anything: a URL with its query, a row, an exception's text.
    """

    def format(self, record: logging.LogRecord) -> str:
        """Return one line of JSON."""
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
        }
        if record.name.partition(".")[0] == OURS:
            line["event"] = record.msg
            line |= {key: vars(record)[key] for key in ALLOWED if key in vars(record)}
        if record.exc_info and record.exc_info[0]:
            line["fault"] = record.exc_info[0].__qualname__
        return json.dumps(line, default=lambda _: "withheld")


def configure(stream: TextIO = sys.stderr) -> None:
    """Send every log of this process through the allow-list: ours from INFO, others' warnings."""
    logging.raiseExceptions = False  # it would print what could not be written, values and all
    handler = logging.StreamHandler(stream)
    handler.setFormatter(AllowListed())
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    logging.getLogger(OURS).setLevel(logging.INFO)


def where(trace: TracebackType | None) -> str:
    """Return module and line of the innermost frames of a fault, and no values."""
    places: list[str] = []
    while trace is not None:
        places.append(f"{trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}")
        trace = trace.tb_next
    return " ".join(places[-FRAMES:])
