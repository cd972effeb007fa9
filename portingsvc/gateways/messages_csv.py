"""One CSV shape for requests and answers, used by the e-mail desk and the file exchange.

Semicolons, UTF-8, one row a series, so that a person can read and answer it in a spreadsheet. A cell that a
spreadsheet would take for a formula is written with an apostrophe in front.
"""

from __future__ import annotations

import csv
import io
import json
from datetime import datetime
from typing import Any, Final

from kernel.leadtime import STOCKHOLM

REQUEST_COLUMNS: Final = (
    "type",
    "dossier_id",
    "attempt",
    "recipient",
    "donor",
    "first",
    "last",
    "owner_id",
    "owner_name",
    "port_at",
    "mandate_reference",
    "idempotency_key",
    "valid_until",
)
ANSWER_COLUMNS: Final = (
    "type",
    "dossier_id",
    "message_id",
    "first",
    "last",
    "blocking_codes",
    "confirmed_port_at",
    "actual_at",
    "answer_due_at",
    "accepted",
    "reason",
)
_FORMULA: Final = ("=", "@", "\t", "\r")
_YES: Final = frozenset({"ja", "yes", "true", "1"})


class UnreadableError(ValueError):
    """A file that is no answer of ours; the text says why."""


def write_rows(columns: tuple[str, ...], rows: list[dict[str, Any]]) -> bytes:
    """Rows as CSV."""
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, delimiter=";", lineterminator="\r\n", extrasaction="ignore")
    writer.writeheader()
    writer.writerows([{key: _safe(value) for key, value in row.items()} for row in rows])
    return out.getvalue().encode()


def _safe(value: Any) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def request_rows(payload: bytes, key: str, valid_until: str) -> list[dict[str, Any]]:
    """A request, a row for each of its series."""
    body = json.loads(payload)
    common = {**body, "idempotency_key": key, "valid_until": valid_until}
    return [{**common, "first": each["first"], "last": each["last"]} for each in body["series"]]


def answer_form(payload: bytes) -> bytes:
    """The answer that we hope for, ready to be changed and sent back."""
    body = json.loads(payload)
    rows = [
        {
            "type": "answer",
            "dossier_id": body["dossier_id"],
            "first": each["first"],
            "last": each["last"],
            "confirmed_port_at": body["port_at"],
        }
        for each in body["series"]
    ]
    return write_rows(ANSWER_COLUMNS, rows)


def read_answer(content: bytes) -> tuple[str, str, str, dict[str, Any]]:
    """Kind, dossier, message id (empty when none is given) and body. Raises `UnreadableError`."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    rows = [row for row in csv.DictReader(io.StringIO(text), delimiter=";") if any(row.values())]
    if not rows or "dossier_id" not in rows[0] or "type" not in rows[0]:
        raise UnreadableError("no row with type and dossier_id")
    first = {key: (value or "").strip().lstrip("'") for key, value in rows[0].items() if key}
    if any((row.get("dossier_id") or "").strip() != first["dossier_id"] for row in rows):
        raise UnreadableError("rows of several dossiers")
    kind = first["type"]
    make = _BODIES.get(kind)
    if make is None:
        raise UnreadableError(f"unknown type {kind!r}")
    parts = [
        {
            "first": _number(row.get("first")),
            "last": _number(row.get("last") or row.get("first")),
            "blocking_codes": [
                code.zfill(2) if code.isdigit() else code
                for code in (row.get("blocking_codes") or "").replace(",", " ").split()
            ],
        }
        for row in rows
    ]
    return kind, first["dossier_id"], first.get("message_id", ""), make(first, parts)


def _number(cell: str | None) -> str:
    """A number as it was sent, also when a spreadsheet has taken its plus away."""
    text = (cell or "").strip().lstrip("'")
    return f"+{text}" if text.startswith("46") else text


def _instant(cell: str) -> str | None:
    """A time with its offset; one without is Stockholm's, an empty one is none. Raises `UnreadableError`."""
    if not cell:
        return None
    try:
        at = datetime.fromisoformat(cell)
    except ValueError as wrong:
        raise UnreadableError(f"{cell!r} is no time like 2027-02-16T10:00") from wrong
    return (at if at.tzinfo else at.replace(tzinfo=STOCKHOLM)).isoformat()


def _answer(row: dict[str, str], parts: list[dict[str, Any]]) -> dict[str, Any]:
    return {"series": parts, "confirmed_port_at": _instant(row.get("confirmed_port_at", ""))}


def _performed(row: dict[str, str], parts: list[dict[str, Any]]) -> dict[str, Any]:
    return {"series": parts, "actual_at": _instant(row.get("actual_at", ""))}


def _delayed(row: dict[str, str], _: list[dict[str, Any]]) -> dict[str, Any]:
    return {"answer_due_at": _instant(row.get("answer_due_at", ""))}


def _wish(row: dict[str, str], _: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "accepted": row.get("accepted", "").lower() in _YES,
        "reason": row.get("reason", ""),
        "confirmed_port_at": _instant(row.get("confirmed_port_at", "")),
    }


def _error(row: dict[str, str], _: list[dict[str, Any]]) -> dict[str, Any]:
    return {"code": row.get("blocking_codes", ""), "text": row.get("reason", "")}


_BODIES: Final = {
    "answer": _answer,
    "answer_delayed": _delayed,
    "performed": _performed,
    "cancel": _wish,
    "change": _wish,
    "error": _error,
}
