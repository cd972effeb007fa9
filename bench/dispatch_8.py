"""Dispatch with 8 senders."""

from __future__ import annotations

from typing import Any

from bench._dispatch import measure


def run() -> dict[str, Any]:
    return measure("dispatch_8", concurrency=8, goal=0.65, orders=400)


if __name__ == "__main__":
    print(run())
