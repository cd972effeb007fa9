"""X-03: a worker that Celery ends of itself is begun anew; one that is asked to stop stays stopped."""

from __future__ import annotations

import sys

import pytest

from entrypoints import worker


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    calls: list[list[str]] = []
    monkeypatch.setattr(worker, "RESTART_PAUSE_SECONDS", 0)
    monkeypatch.setattr(worker.os, "execv", lambda _path, arguments: calls.append(arguments))
    monkeypatch.setattr(worker.worker_state, "should_stop", None)
    monkeypatch.setattr(worker.worker_state, "should_terminate", None)
    return calls


def test_a_worker_that_ends_of_itself_is_begun_anew(
    begun: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker.app, "worker_main", lambda _arguments: None)
    worker.run_worker(2, "mail")
    assert begun == [sys.orig_argv]


def test_a_worker_that_is_asked_to_stop_stays_stopped(
    begun: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def asked(_arguments: list[str]) -> None:
        worker.worker_state.should_stop = 0

    monkeypatch.setattr(worker.app, "worker_main", asked)
    worker.run_worker(2, "")
    assert begun == []
