"""States, events, reasons and messages in words for people."""

from __future__ import annotations

from typing import Any, Final

from kernel.language import Language, Text
from openfibre.operator_change.domain.deadlines import Standing
from openfibre.operator_change.domain.reconcile import STATUS_NAMES, RowStatus
from openfibre.operator_change.domain.routes import CONTENT_NAMES, Content
from openfibre.operator_change.domain.states import (
    DataSetState,
    ProjectEvent,
    ProjectState,
    WaveEvent,
    WaveState,
)

PROJECT_STATES: Final = {
    ProjectState.DRAFT: Text(sv="utkast", en="draft"),
    ProjectState.PREP: Text(sv="förarbeten", en="preparations"),
    ProjectState.SIGNED: Text(sv="avtal tecknat", en="agreement signed"),
    ProjectState.STARTED: Text(sv="startat", en="started"),
    ProjectState.PLANNED: Text(sv="planerat", en="planned"),
    ProjectState.MIGRATING: Text(sv="i migrering", en="in migration"),
    ProjectState.CLOSED: Text(sv="avslutat", en="closed"),
    ProjectState.CANCELLED: Text(sv="avbrutet", en="cancelled"),
}
PROJECT_EVENTS: Final = {
    ProjectEvent.PREPARE: Text(sv="Börja förarbeten", en="Begin preparations"),
    ProjectEvent.SIGN: Text(sv="Avtalet är tecknat", en="The agreement is signed"),
    ProjectEvent.START: Text(sv="Starta projektet", en="Start the project"),
    ProjectEvent.AGREE_PLAN: Text(sv="Planen är överenskommen", en="The plan is agreed"),
    ProjectEvent.MIGRATE: Text(sv="Öppna för migrering", en="Open for migration"),
    ProjectEvent.CLOSE: Text(sv="Avsluta projektet", en="Close the project"),
    ProjectEvent.CANCEL: Text(sv="Avbryt projektet", en="Cancel the project"),
}
WAVE_STATES: Final = {
    WaveState.WAITING: Text(sv="väntar", en="waiting"),
    WaveState.DATA: Text(sv="dataöverföring", en="data transfer"),
    WaveState.CHANGES: Text(sv="tjänsteförändringar", en="service changes"),
    WaveState.INFORMED: Text(sv="information", en="information"),
    WaveState.MIGRATING: Text(sv="migrering", en="migration"),
    WaveState.HANDOVER: Text(sv="avstämning", en="reconciliation"),
    WaveState.CLOSED: Text(sv="avslutad", en="closed"),
}
WAVE_EVENTS: Final = {
    WaveEvent.OPEN_DATA: Text(sv="Öppna dataöverföringen", en="Open the data transfer"),
    WaveEvent.SETTLE_DATA: Text(sv="Data är på plats", en="The data is in place"),
    WaveEvent.INFORM: Text(sv="Börja informera", en="Begin informing"),
    WaveEvent.MIGRATE: Text(sv="Migrera", en="Migrate"),
    WaveEvent.HAND_OVER: Text(sv="Börja stämma av", en="Begin reconciling"),
    WaveEvent.CLOSE: Text(sv="Avsluta vågen", en="Close the wave"),
}
STANDINGS: Final = {
    Standing.AHEAD: Text(sv="kvar", en="ahead"),
    Standing.OVERDUE: Text(sv="försenad", en="overdue"),
    Standing.MET: Text(sv="klar i tid", en="met"),
    Standing.STALE: Text(sv="klar, men data är gamla", en="met, but the data is old"),
    Standing.LATE: Text(sv="klar för sent", en="met too late"),
}
STANDING_HUES: Final = {
    Standing.AHEAD: "",
    Standing.OVERDUE: "bad",
    Standing.MET: "good",
    Standing.STALE: "wait",
    Standing.LATE: "bad",
}
REASONS: Final = {
    "DATE_CHANGED": Text(sv="datumet ändrades", en="the date changed"),
    "MIX_CHANGED": Text(sv="företag tillkom eller föll bort", en="companies came in or left"),
}
DATA_SET_STATES: Final = {
    DataSetState.RECEIVED: Text(sv="mottagen", en="received"),
    DataSetState.ACCEPTED: Text(sv="godkänd", en="accepted"),
    DataSetState.FAULTY: Text(sv="rader avvisade", en="rows rejected"),
    DataSetState.REFUSED: Text(sv="avvisad", en="refused"),
    DataSetState.SUPERSEDED: Text(sv="ersatt", en="replaced"),
}
DATA_SET_HUES: Final = {
    DataSetState.ACCEPTED: "good",
    DataSetState.FAULTY: "wait",
    DataSetState.REFUSED: "bad",
}
_MESSAGES: Final = {
    "wave_moved": Text(sv="Migreringen är flyttad till {day}.", en="The migration has moved to {day}."),
    "freeze_asked": Text(sv="Bekräfta nätfrysen {first}–{last}.", en="Confirm the freeze {first}–{last}."),
    "data_came": Text(sv="{content} har kommit.", en="{content} has come."),
    "cross_reference": Text(sv="Korsreferensen är publicerad.", en="The cross-reference is published."),
    "agreement": Text(sv="{name} är nu {party}.", en="{name} is now {party}."),
    "receipt": Text(sv="{kind} är kvitterad: {rows} rader.", en="{kind} is signed for: {rows} rows."),
    "document": Text(sv="Nytt dokument: {title}.", en="New document: {title}."),
    "sealed": Text(sv="En skyddad fil väntar på er.", en="A protected file waits for you."),
    "deadline_late": Text(
        sv="{rule} skulle ha varit klar {raw}.", en="{rule} should have been met by {raw}."
    ),
    "wave_blocked": Text(
        sv="Våg {number}, att reda ut efter migreringen: {found}.",
        en="Wave {number}, to be settled after the migration: {found}.",
    ),
    "note": Text(sv="Från {party}:", en="From {party}:"),
}


def message(code: str, facts: dict[str, Any], language: Language) -> str:
    """A kept message for a person."""
    if code.startswith("wave_") and code not in _MESSAGES:
        return WAVE_EVENTS[WaveEvent(code.removeprefix("wave_"))].in_(language) + "."
    known = dict(facts)
    if "content" in known:
        known["content"] = CONTENT_NAMES[Content(known["content"])].in_(language)
    if "found" in known:
        counted = [
            f"{STATUS_NAMES[RowStatus(key)].in_(language)} {count}" for key, count in known["found"].items()
        ]
        known["found"] = ", ".join(counted) or "0"
    return _MESSAGES[code].format(language, **known)
