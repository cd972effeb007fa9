"""A sandbox is where a thread says it is: a thread that does not inherit that works live, and must be known."""

from __future__ import annotations

import re

from tests.architecture.test_house import PRODUCT, named

STARTS_THREADS = re.compile(
    r"threading\.(Thread|Timer)\(|PoolExecutor\(|from threading import .*(Thread|Timer)"
)
# Who starts threads, and why nothing leaves a sandbox by it.
KNOWN = {
    "delivery/customer_data/gateways/read_workbook.py": "it only stops a child that takes too long",
    "entrypoints/chaos/run.py": "a harness of its own",
    "entrypoints/embedded.py": "starts the web server",
    "entrypoints/worker.py": "starts the worker",
    "infra/ringing.py": "a bell names the place it rings in when it is asked for",
    "openfibre/port_unblocking/usecases/send_orders.py": "left out of sandboxes",
    "partners/request_log.py": "the log of calls is live",
    "partners/tasks.py": "lanes are woken live only; hands name the sandbox they work",
    "portingsvc/usecases/dispatch_due.py": "the gateway it calls names its own sandbox",
}
# Whoever moves between places: edges, and those who read a key or a clock on the other side.
MOVERS = {
    "accounts/places.py",
    "accounts/usecases/api_clients.py",
    "infra/sandboxes.py",
    "partners/queries/sandbox.py",
    "partners/usecases/open_sandbox.py",
    "partners/usecases/work_sandbox.py",
    "portingsvc/gateways/scripted.py",
}


def test_every_starter_of_threads_is_known() -> None:
    assert {
        named(path) for path in PRODUCT if STARTS_THREADS.search(path.read_text(encoding="utf-8"))
    } == set(KNOWN)


def test_few_move_between_live_and_sandboxes() -> None:
    moving = re.compile(r"\bwith at\(|import .*\bat\b.*\bsandbox")
    assert {named(path) for path in PRODUCT if moving.search(path.read_text(encoding="utf-8"))} <= MOVERS
