"""Every kind of event a partner can get, as a table: in words, and what stands in it (PA-02).

A change of state has a row of its own, made from the machine's table, so that none can be forgotten; other
news stands in `_NEWS`. What a row does not name does not leave the house: an event is shown by its row.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from delivery.domain.labels import LABELS
from delivery.domain.states import MACHINES as DELIVERY_MACHINES
from kernel.language import Text
from kernel.statemachine import Machine
from openfibre.port_unblocking.domain.news import NEWS as UNBLOCKING_NEWS
from openfibre.port_unblocking.domain.states import CASE as UNBLOCKING
from openfibre.port_unblocking.domain.states import DISPLACEMENT
from partners.domain.event_shapes import COUNT, DAY, ID, INSTANT, LIST, TEXT, EventType, Fact, Schema
from partners.domain.states import SUBSCRIPTION, SUBSCRIPTION_LABELS
from portingsvc.domain.states import MACHINES as PORTING_MACHINES


def _changes_of_state(machine: Machine[Any, Any], labels: Mapping[str, Text]) -> list[EventType]:
    state: Schema = {"type": "string", "enum": sorted(str(each) for each in machine.states())}
    data = (Fact.named("state", state, "to"), Fact.named("reason", TEXT))
    previous = (Fact.named("state", state, "from"),)
    kinds = dict.fromkeys(f"{machine.name}.{row.event}" for row in machine.table)
    return [EventType(kind, labels[kind], data, previous) for kind in kinds]


_REASON: Final = Fact.named("reason", TEXT)
_REFERENCE: Final = Fact.named("reference", TEXT)
_ACTIVITY: Final = (Fact.named("activity", TEXT), _REASON)
_KEY: Final = (Fact.named("client_id", TEXT), Fact.named("name", TEXT))
_ORDER: Final = Fact.named("order", TEXT)
_NEWS: Final = (
    EventType("api_client.made", Text(sv="En nyckel skapades", en="A key was made"), _KEY),
    EventType(
        "api_client.rotated", Text(sv="En nyckel fick ny hemlighet", en="A key got a new secret"), _KEY
    ),
    EventType("api_client.revoked", Text(sv="En nyckel drogs in", en="A key was revoked"), _KEY),
    EventType(
        "api_client.networks_changed",
        Text(sv="Varifrån en nyckel får användas ändrades", en="From where a key may be used was changed"),
        (*_KEY, Fact.named("networks", LIST, "to")),
        (Fact.named("networks", LIST, "from"),),
    ),
    EventType(
        "reseller.placed",
        Text(sv="Ni ställdes under en annan partner", en="You were placed under another partner"),
        (Fact.named("parent", TEXT), Fact.named("role", TEXT)),
    ),
    EventType(
        "reseller.released",
        Text(sv="Ni står för er själva igen", en="You stand by yourselves again"),
        (Fact.named("parent", TEXT),),
    ),
    EventType(
        "delivery_case.opened",
        Text(sv="Ett leveransärende öppnades", en="A delivery case was opened"),
        (_REFERENCE, Fact.named("go_live_on", DAY)),
    ),
    EventType(
        "delivery_case.commented",
        Text(sv="Någon kommenterade ett leveransärende", en="Somebody commented on a delivery case"),
        (Fact.named("comment_id", ID), Fact.named("text", TEXT)),
    ),
    EventType(
        "contact_ways.changed",
        Text(sv="Era kontaktvägar ändrades", en="Your contact ways were changed"),
        (Fact.named("version", COUNT),),
    ),
    EventType(
        "delivery_case.go_live_moved",
        Text(sv="Driftstarten flyttades", en="Go-live was moved"),
        (Fact.named("go_live_on", DAY, "to"),),
        (Fact.named("go_live_on", DAY, "from"),),
    ),
    EventType(
        "delivery_case.go_live_confirmed",
        Text(
            sv="Varje led är klart: driftstarten är bekräftad",
            en="Each link is settled: go-live is confirmed",
        ),
        (Fact.named("go_live_on", DAY),),
    ),
    EventType(
        "delivery_case.go_live_unconfirmed",
        Text(
            sv="Ett led föll: driftstarten är preliminär igen", en="A link fell: go-live is preliminary again"
        ),
        (Fact.named("go_live_on", DAY),),
    ),
    EventType(
        "delivery_case.go_decided",
        Text(sv="Det är beslutat att köra på driftstartsdagen", en="It was decided to go on the go-live day"),
        (Fact.named("go_live_on", DAY), Fact.named("reason", TEXT)),
    ),
    EventType(
        "delivery_case.no_go_decided",
        Text(sv="Driftstarten stoppades i tid och flyttas", en="Go-live was stopped in time and moves"),
        (Fact.named("go_live_on", DAY, "to"), Fact.named("reason", TEXT)),
        (Fact.named("go_live_on", DAY, "from"),),
    ),
    EventType(
        "delivery_case.planner_changed",
        Text(sv="Ärendet fick en annan planerare", en="The case got another planner"),
        (Fact.named("planner", TEXT, "to"),),
        (Fact.named("planner", TEXT, "from"),),
    ),
    EventType(
        "delivery_case.scope_changed",
        Text(sv="Tillvalen ändrades", en="The ordered options were changed"),
        (Fact.named("added", LIST), Fact.named("removed", LIST)),
    ),
    EventType(
        "delivery_case.activity_slipped",
        Text(sv="En aktivitet väntas en annan dag", en="An activity is expected on another day"),
        (*_ACTIVITY, Fact.named("expected_on", TEXT)),
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
        (Fact.named("section", TEXT),),
    ),
    EventType(
        "delivery_case.answers_signed",
        Text(sv="Kundens svar godkändes", en="The customer's answers were signed off"),
        (Fact.named("version", COUNT), Fact.named("revision", COUNT), Fact.named("sha256", TEXT)),
    ),
    EventType(
        "delivery_case.document_added",
        Text(sv="En fil lades till ärendet", en="A file was left with the case"),
        (Fact.named("document_id", ID), Fact.named("name", TEXT)),
    ),
    EventType(
        "delivery_case.signature_asked",
        Text(sv="Kunden ombads skriva under", en="The customer was asked to sign"),
        (Fact.named("what", TEXT), Fact.named("id", ID), Fact.named("people", COUNT)),
    ),
    EventType(
        "porting_order.planned",
        Text(sv="En flytt av nummer lades upp", en="A port of numbers was laid up"),
        (_REFERENCE, Fact.named("first", TEXT), Fact.named("last", TEXT), Fact.named("donor", TEXT)),
    ),
    EventType(
        "porting_order.moved",
        Text(sv="En flytt fick en annan dag eller timme", en="A port got another day or hour"),
        (_REFERENCE, Fact.named("port_at", INSTANT, "to")),
        (Fact.named("port_at", INSTANT, "from"),),
    ),
    EventType(
        "porting_order.answer_entered",
        Text(sv="Ett svar skrevs in för hand", en="An answer was entered by hand"),
        (_ORDER, Fact.named("kind", TEXT), Fact.named("codes", LIST)),
    ),
    EventType(
        "porting_wish.made",
        Text(
            sv="Den avlämnande operatören ombads flytta eller avbryta",
            en="The donor was asked to move or to cancel",
        ),
        (_ORDER, Fact.named("kind", TEXT), Fact.named("port_at", {"type": ["string", "null"]})),
    ),
    EventType(
        "fee.waived",
        Text(sv="En avgift efterskänktes", en="A fee was waived"),
        (_ORDER, Fact.named("attempt", COUNT), Fact.named("amount_ore", COUNT), _REASON),
    ),
    EventType(
        "fee_quote.accepted",
        Text(sv="En prisuppgift för flytt godkändes", en="A quote of porting fees was accepted"),
        (Fact.named("quote_id", ID), Fact.named("total_ore", COUNT), Fact.named("accepted_by", TEXT)),
    ),
    EventType(
        "porting_family.made",
        Text(sv="En beställning av nummer togs emot", en="An order of numbers was taken"),
        (Fact.named("orders", COUNT), Fact.named("refused", COUNT)),
    ),
    EventType(
        "mandate.two_required",
        Text(sv="Fullmakten ska skrivas under av två", en="The mandate is to be signed by two"),
    ),
    EventType(
        "mandate.part_signed",
        Text(sv="En av fullmaktens undertecknare skrev under", en="One of the mandate's signatories signed"),
        (Fact.named("left", COUNT),),
    ),
    EventType(
        "delivery_case.ports_released",
        Text(sv="Flytten av nummer släpptes fram", en="The ports were released"),
        (Fact.named("numbers", COUNT), Fact.named("waived", COUNT)),
    ),
    EventType(
        "port_unblocking.opened",
        Text(sv="En avblockering lades upp", en="An unblocking was opened"),
        (_REFERENCE, Fact.named("access_id", TEXT)),
    ),
    EventType(
        "repair_task.opened",
        Text(
            sv="En avslagen flytt väntar på rättelse av kunden",
            en="A refused port waits to be put right by the customer",
        ),
        (
            _ORDER,
            Fact.named("reasons", LIST),
            Fact.named("due_at", INSTANT),
            Fact.named("repair_id", ID),
        ),
    ),
    EventType(
        "repair_task.contacted",
        Text(sv="Kunden kontaktades om ett avslag", en="The customer was contacted about a refusal"),
        (_ORDER, Fact.named("channel", TEXT)),
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
