"""What goes wrong inside, as lines of JSON beside those of the requests. Without `full` an exception is told by its kind and place only:
its words may hold what a person typed.
"""

import json
import logging
import traceback

from govkg.server.gate.request_log import RequestLog
from govkg.server.gate.times import now


class ErrorLog(logging.Handler):
    """Writes records of the standard logging to the request log."""

    def __init__(self, log: RequestLog, *, full: bool) -> None:
        super().__init__(logging.INFO)
        self._log, self._full = log, full

    def emit(self, record: logging.LogRecord) -> None:
        """Write one record."""
        told: dict[str, object] = {"time": now(), "level": record.levelname.lower(), "logger": record.name}
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            told["exception"] = type(error).__name__
            frames = traceback.extract_tb(error.__traceback__)
            told["at"] = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
        told["message"] = record.getMessage() if self._full or error is None else record.msg
        if self._full and error is not None:
            told["error"] = str(error)
        self._log.put(json.dumps(told, ensure_ascii=False))
