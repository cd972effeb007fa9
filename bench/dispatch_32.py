"""Dispatch with 32 senders."""

from __future__ import annotations

from typing import Any

from bench._dispatch import measure


def run() -> dict[str, Any]:
    return measure("dispatch_32", concurrency=32, goal=0.40, orders=960)


if __name__ == "__main__":
    print(run())
