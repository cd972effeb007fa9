"""What the on-call engineer watches: Prometheus metrics under `/metrics`."""

from __future__ import annotations

from typing import Final

from prometheus_client import Counter, Gauge, Histogram

REQUESTS: Final = Counter("vaxla_requests_total", "Requests answered", ("method", "route", "status"))
DURATION: Final = Histogram("vaxla_request_seconds", "Time to answer a request", ("method", "route"))
GATEWAY_CALLS: Final = Counter("vaxla_gateway_calls_total", "Calls to a porting gateway", ("call", "result"))
MAILS: Final = Counter("vaxla_mails_total", "Mails handed to the mail server", ("result",))
BACKLOG: Final = Gauge(
    "vaxla_backlog", "Rows that wait for a worker, or were given up for a person", ("what",)
)
