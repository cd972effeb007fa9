"""Every kind of event a partner can get, as a table: in words, and what stands in it (PA-02).

A change of state has a row of its own, made from the machine's table, so that none can be forgotten; other
news stands in `_NEWS`. What a row does not name does not leave the house: an event is shown by its row.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from delivery.domain.labels import LABELS
from delivery.domain.states import MACHINES as DELIVERY_MACHINES
from kernel.language import Text
from kernel.statemachine import Machine
from openfibre.port_unblocking.domain.news import NEWS as UNBLOCKING_NEWS
from openfibre.port_unblocking.domain.states import CASE as UNBLOCKING
from openfibre.port_unblocking.domain.states import DISPLACEMENT
from partners.domain.states import SUBSCRIPTION, SUBSCRIPTION_LABELS
from portingsvc.domain.states import MACHINES as PORTING_MACHINES

Schema = Mapping[str, Any]
_TEXT: Final[Schema] = {"type": "string"}
_DAY: Final[Schema] = {"type": "string", "format": "date"}
_INSTANT: Final[Schema] = {"type": "string", "format": "date-time"}
_ID: Final[Schema] = {"type": "string", "format": "uuid"}
_COUNT: Final[Schema] = {"type": "integer"}
_LIST: Final[Schema] = {"type": "array", "items": {"type": "string"}}


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


def _changes_of_state(machine: Machine[Any, Any], labels: Mapping[str, Text]) -> list[EventType]:
    state: Schema = {"type": "string", "enum": sorted(str(each) for each in machine.states())}
    data = (Fact.named("state", state, "to"), Fact.named("reason", _TEXT))
    previous = (Fact.named("state", state, "from"),)
    kinds = dict.fromkeys(f"{machine.name}.{row.event}" for row in machine.table)
    return [EventType(kind, labels[kind], data, previous) for kind in kinds]


_REASON: Final = Fact.named("reason", _TEXT)
_REFERENCE: Final = Fact.named("reference", _TEXT)
_ACTIVITY: Final = (Fact.named("activity", _TEXT), _REASON)
_KEY: Final = (Fact.named("client_id", _TEXT), Fact.named("name", _TEXT))
_ORDER: Final = Fact.named("order", _TEXT)
_NEWS: Final = (
    EventType("api_client.made", Text(sv="En nyckel skapades", en="A key was made"), _KEY),
    EventType(
        "api_client.rotated", Text(sv="En nyckel fick ny hemlighet", en="A key got a new secret"), _KEY
    ),
    EventType("api_client.revoked", Text(sv="En nyckel drogs in", en="A key was revoked"), _KEY),
    EventType(
        "api_client.networks_changed",
        Text(sv="Varifrån en nyckel får användas ändrades", en="From where a key may be used was changed"),
        (*_KEY, Fact.named("networks", _LIST, "to")),
        (Fact.named("networks", _LIST, "from"),),
    ),
    EventType(
        "reseller.placed",
        Text(sv="Ni ställdes under en annan partner", en="You were placed under another partner"),
        (Fact.named("parent", _TEXT), Fact.named("role", _TEXT)),
    ),
    EventType(
        "reseller.released",
        Text(sv="Ni står för er själva igen", en="You stand by yourselves again"),
        (Fact.named("parent", _TEXT),),
    ),
    EventType(
        "delivery_case.opened",
        Text(sv="Ett leveransärende öppnades", en="A delivery case was opened"),
        (_REFERENCE, Fact.named("go_live_on", _DAY)),
    ),
    EventType(
        "delivery_case.commented",
        Text(sv="Någon kommenterade ett leveransärende", en="Somebody commented on a delivery case"),
        (Fact.named("comment_id", _ID), Fact.named("text", _TEXT)),
    ),
    EventType(
        "contact_ways.changed",
        Text(sv="Era kontaktvägar ändrades", en="Your contact ways were changed"),
        (Fact.named("version", _COUNT),),
    ),
    EventType(
        "delivery_case.go_live_moved",
        Text(sv="Driftstarten flyttades", en="Go-live was moved"),
        (Fact.named("go_live_on", _DAY, "to"),),
        (Fact.named("go_live_on", _DAY, "from"),),
    ),
    EventType(
        "delivery_case.go_live_confirmed",
        Text(
            sv="Varje led är klart: driftstarten är bekräftad",
            en="Each link is settled: go-live is confirmed",
        ),
        (Fact.named("go_live_on", _DAY),),
    ),
    EventType(
        "delivery_case.go_live_unconfirmed",
        Text(
            sv="Ett led föll: driftstarten är preliminär igen", en="A link fell: go-live is preliminary again"
        ),
        (Fact.named("go_live_on", _DAY),),
    ),
    EventType(
        "delivery_case.go_decided",
        Text(sv="Det är beslutat att köra på driftstartsdagen", en="It was decided to go on the go-live day"),
        (Fact.named("go_live_on", _DAY), Fact.named("reason", _TEXT)),
    ),
    EventType(
        "delivery_case.no_go_decided",
        Text(sv="Driftstarten stoppades i tid och flyttas", en="Go-live was stopped in time and moves"),
        (Fact.named("go_live_on", _DAY, "to"), Fact.named("reason", _TEXT)),
        (Fact.named("go_live_on", _DAY, "from"),),
    ),
    EventType(
        "delivery_case.planner_changed",
        Text(sv="Ärendet fick en annan planerare", en="The case got another planner"),
        (Fact.named("planner", _TEXT, "to"),),
        (Fact.named("planner", _TEXT, "from"),),
    ),
    EventType(
        "delivery_case.scope_changed",
        Text(sv="Tillvalen ändrades", en="The ordered options were changed"),
        (Fact.named("added", _LIST), Fact.named("removed", _LIST)),
    ),
    EventType(
        "delivery_case.activity_slipped",
        Text(sv="En aktivitet väntas en annan dag", en="An activity is expected on another day"),
        (*_ACTIVITY, Fact.named("expected_on", _TEXT)),
    ),
    EventType(
        "delivery_case.activity_done",
        Text(sv="En aktivitet i planen blev klar", en="An activity of the plan was done"),
        _ACTIVITY,
    ),
    EventType(
        "delivery_case.activity_waived",
        Text(sv="En aktivitet fick saknas, med skäl", en="An activity was waived, with a reason"),
        _ACTIVITY,
    ),
    EventType(
        "delivery_case.section_done",
        Text(
            sv="Kunden blev klar med en del av frågorna", en="The customer finished a part of the questions"
        ),
        (Fact.named("section", _TEXT),),
    ),
    EventType(
        "delivery_case.answers_signed",
        Text(sv="Kundens svar godkändes", en="The customer's answers were signed off"),
        (Fact.named("version", _COUNT), Fact.named("revision", _COUNT), Fact.named("sha256", _TEXT)),
    ),
    EventType(
        "porting_order.planned",
        Text(sv="En flytt av nummer lades upp", en="A port of numbers was laid up"),
        (_REFERENCE, Fact.named("first", _TEXT), Fact.named("last", _TEXT), Fact.named("donor", _TEXT)),
    ),
    EventType(
        "porting_order.moved",
        Text(sv="En flytt fick en annan dag eller timme", en="A port got another day or hour"),
        (_REFERENCE, Fact.named("port_at", _INSTANT, "to")),
        (Fact.named("port_at", _INSTANT, "from"),),
    ),
    EventType(
        "porting_order.answer_entered",
        Text(sv="Ett svar skrevs in för hand", en="An answer was entered by hand"),
        (_ORDER, Fact.named("kind", _TEXT), Fact.named("codes", _LIST)),
    ),
    EventType(
        "porting_wish.made",
        Text(
            sv="Den avlämnande operatören ombads flytta eller avbryta",
            en="The donor was asked to move or to cancel",
        ),
        (_ORDER, Fact.named("kind", _TEXT), Fact.named("port_at", {"type": ["string", "null"]})),
    ),
    EventType(
        "fee.waived",
        Text(sv="En avgift efterskänktes", en="A fee was waived"),
        (_ORDER, Fact.named("attempt", _COUNT), Fact.named("amount_ore", _COUNT), _REASON),
    ),
    EventType(
        "porting_family.made",
        Text(sv="En beställning av nummer togs emot", en="An order of numbers was taken"),
        (Fact.named("orders", _COUNT), Fact.named("refused", _COUNT)),
    ),
    EventType(
        "mandate.two_required",
        Text(sv="Fullmakten ska skrivas under av två", en="The mandate is to be signed by two"),
    ),
    EventType(
        "mandate.part_signed",
        Text(sv="En av fullmaktens undertecknare skrev under", en="One of the mandate's signatories signed"),
        (Fact.named("left", _COUNT),),
    ),
    EventType(
        "delivery_case.ports_released",
        Text(sv="Flytten av nummer släpptes fram", en="The ports were released"),
        (Fact.named("numbers", _COUNT), Fact.named("waived", _COUNT)),
    ),
    EventType(
        "port_unblocking.opened",
        Text(sv="En avblockering lades upp", en="An unblocking was opened"),
        (_REFERENCE, Fact.named("access_id", _TEXT)),
    ),
    EventType(
        "repair_task.opened",
        Text(
            sv="En avslagen flytt väntar på rättelse av kunden",
            en="A refused port waits to be put right by the customer",
        ),
        (
            _ORDER,
            Fact.named("reasons", _LIST),
            Fact.named("due_at", _INSTANT),
            Fact.named("repair_id", _ID),
        ),
    ),
    EventType(
        "repair_task.contacted",
        Text(sv="Kunden kontaktades om ett avslag", en="The customer was contacted about a refusal"),
        (_ORDER, Fact.named("channel", _TEXT)),
    ),
    EventType(
        "repair_task.proposed",
        Text(sv="Kunden föreslog en rättelse", en="The customer proposed a correction"),
        (_ORDER,),
    ),
)
PING: Final = EventType(
    "webhook_subscription.ping",
    Text(
        sv="Ett prov som ni bad om; står inte i händelseföljden", en="A test you asked for; not in the feed"
    ),
)


def _table() -> dict[str, EventType]:
    rows = [*_NEWS]
    for machine in (*DELIVERY_MACHINES, *PORTING_MACHINES):
        rows += _changes_of_state(machine, LABELS)
    rows += _changes_of_state(UNBLOCKING, UNBLOCKING_NEWS)
    rows += _changes_of_state(DISPLACEMENT, UNBLOCKING_NEWS)
    rows += _changes_of_state(SUBSCRIPTION, SUBSCRIPTION_LABELS)
    return {row.kind: row for row in sorted(rows, key=lambda row: row.kind)}


EVENT_TYPES: Final = _table()
