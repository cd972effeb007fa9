"""What a kind of event shows to a partner: its words, and the JSON schema of what stands in it (PA-02)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from kernel.language import Text

Schema = Mapping[str, Any]
TEXT: Final[Schema] = {"type": "string"}
DAY: Final[Schema] = {"type": "string", "format": "date"}
INSTANT: Final[Schema] = {"type": "string", "format": "date-time"}
ID: Final[Schema] = {"type": "string", "format": "uuid"}
COUNT: Final[Schema] = {"type": "integer"}
LIST: Final[Schema] = {"type": "array", "items": {"type": "string"}}


@dataclass(frozen=True, slots=True)
class Fact:
    """A value of an event: its name for partners, its JSON schema, and the key it was written under."""

    name: str
    schema: Schema
    source: str

    @classmethod
    def named(cls, name: str, schema: Schema, source: str = "") -> Fact:
        """A fact that is written under its own name, unless another is given."""
        return cls(name, schema, source or name)


@dataclass(frozen=True, slots=True)
class EventType:
    """One kind of event: `data` as it is now, `previous` as it was before."""

    kind: str
    text: Text
    data: tuple[Fact, ...] = ()
    previous: tuple[Fact, ...] = ()

    @property
    def schema(self) -> dict[str, Any]:
        """The JSON schema of `data` and `previous` (draft 2020-12)."""
        return {
            "type": "object",
            "properties": {"data": _object(self.data), "previous": _object(self.previous)},
            "required": ["data", "previous"],
        }

    def contents(self, payload: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
        """What of a stored event a partner is shown: its data, and the values before."""
        return _taken(self.data, payload), _taken(self.previous, payload)


def _object(facts: tuple[Fact, ...]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {fact.name: dict(fact.schema) for fact in facts},
        "required": [fact.name for fact in facts],
        "additionalProperties": False,
    }


def _taken(facts: tuple[Fact, ...], payload: Mapping[str, Any]) -> dict[str, Any]:
    return {fact.name: payload[fact.source] for fact in facts if fact.source in payload}
