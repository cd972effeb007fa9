"""What dead receivers cost the others: the 99th percentile of delivery beside ten dead ones over beside ten live ones.

Twenty live receivers get an event each, again and again, while ten more get theirs: in half of the rounds these
are live too, in the other half they take the connection and never answer, and each round begins as if they had
only now died. Measured from the commit that places an event in its feed to the instant a live receiver has it.
Rounds alternate, so that a busy machine troubles both sides.
"""

from __future__ import annotations

import os
import socket
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final
from uuid import UUID

GOAL: Final = 1.10
LIVE: Final = 20
DEAD: Final = 10
ROUNDS: Final = 7
EVENTS: Final = 12
PAUSE_SECONDS: Final = 0.1


class Live:
    """One server for all live receivers; the path says which. It notes when each message came."""

    def __init__(self) -> None:
        self.arrived: dict[tuple[str, str], float] = {}
        arrived = self.arrived

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                self.rfile.read(int(self.headers["content-length"]))
                arrived[self.path, self.headers["webhook-id"]] = time.perf_counter()
                self.send_response(204)
                self.end_headers()

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_port}"


@contextmanager
def black_hole() -> Iterator[str]:
    """A receiver that takes connections and never answers."""
    with socket.create_server(("127.0.0.1", 0), backlog=512) as listening:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/"


@contextmanager
def database() -> Iterator[None]:
    """A PostgreSQL of its own, migrated."""
    from cryptography.fernet import Fernet

    from infra.embedded import EmbeddedPostgres
    from infra.settings import get_settings

    with tempfile.TemporaryDirectory() as folder, EmbeddedPostgres(Path(folder)) as postgres:
        os.environ.update(
            DATABASE_URL=postgres.url,
            REDIS_URL="",
            VAXLA_PIN_KEY=Fernet.generate_key().decode(),
            VAXLA_WEBHOOK_LOOPBACK="true",
        )
        get_settings.cache_clear()
        from entrypoints.migrations import upgrade
        from infra.db import get_engine

        upgrade()
        yield
        get_engine().dispose()


def subscribe_all(urls: list[str], first: int) -> list[UUID]:
    """One partner an address, subscribed."""
    from datetime import UTC, datetime

    from accounts.domain.actor import Actor, ActorKind
    from accounts.usecases.register_organisation import register_partner
    from infra.db import unit_of_work
    from infra.transitions import Cause
    from partners.usecases.subscribe import subscribe

    made = []
    with unit_of_work() as session:
        for number, url in enumerate(urls, first):
            now = datetime.now(UTC)
            partner = register_partner(session, name="P", org_number=f"55{number:08d}", now=now)
            actor = Actor(ActorKind.PARTNER, "bench", organisation_id=partner.id)
            subscribe(session, actor, name="x", url=url, types=[], cause=Cause("partner", "bench", now))
            made.append(partner.id)
    return made


def tell(partners: list[UUID]) -> float:
    """One event for each partner, placed in its feed. Returns when that was committed."""
    from datetime import UTC, datetime

    from infra.db import unit_of_work
    from infra.outbox import Subject, emit, relay
    from kernel.ids import new_id

    now = datetime.now(UTC)
    with unit_of_work() as session:
        for each in partners:
            facts = {"from": "confirmed", "to": "ported", "reason": ""}
            subject = Subject("porting_number", new_id(), None, None, each)
            emit(session, "porting_number.port", subject, facts, actor="bench", now=now)
    relay({}, now)
    return time.perf_counter()


def one_round(live: Live, partners: list[UUID], beside: list[UUID]) -> list[float]:
    """Latencies of the receivers that are measured, in seconds, over a round of events."""
    from partners.tasks import send_webhooks

    waits: list[float] = []
    for _ in range(EVENTS):
        live.arrived.clear()
        began = tell([*partners, *beside])
        send_webhooks()
        deadline = time.monotonic() + 30
        while len(
            measured := [at for (path, _), at in list(live.arrived.items()) if "other" not in path]
        ) < len(partners):
            if time.monotonic() > deadline:
                raise RuntimeError("live receivers did not get their events")
            time.sleep(0.005)
        waits += [at - began for at in measured]
        time.sleep(PAUSE_SECONDS)
    return waits


def die_anew() -> None:
    """Forget that the dead are known to be: their first waiting message is due, in the lane of all others."""
    from sqlalchemy import text

    from infra.db import get_engine

    with get_engine().begin() as connection:
        connection.execute(
            text("UPDATE webhook_delivery SET due_at = now(), tries = 0 WHERE outcome = 'pending'")
        )
        connection.execute(
            text("UPDATE webhook_subscription SET due_at = now(), is_slow = false WHERE due_at IS NOT NULL")
        )


def p99(values: list[float]) -> float:
    """The 99th percentile."""
    return statistics.quantiles(values, n=100)[98]


def run() -> dict[str, Any]:
    """The ratio, over alternating rounds; the first of each is warm-up and not counted."""
    with ExitStack() as opened:
        opened.enter_context(database())
        live = Live()
        holes = [opened.enter_context(black_hole()) for _ in range(DEAD)]
        partners = subscribe_all([f"{live.url}/{number}" for number in range(LIVE)], 1)
        others = subscribe_all([f"{live.url}/other{number}" for number in range(DEAD)], 1000)
        dead = subscribe_all(holes, 2000)
        alone: list[float] = []
        beside: list[float] = []
        for number in range(ROUNDS):
            without = one_round(live, partners, others)
            die_anew()
            with_them = one_round(live, partners, dead)
            if number:
                alone += without
                beside += with_them
    ratio = p99(beside) / p99(alone)
    return {
        "name": "webhook_isolation",
        "left": round(p99(beside) * 1000, 2),
        "right": round(p99(alone) * 1000, 2),
        "ratio": round(ratio, 3),
        "goal": GOAL,
        "ok": ratio <= GOAL,
    }
