"""The parts of a case as lines."""

from __future__ import annotations

from delivery.domain.sims import ESIM, SIM
from delivery.models import CustomerDataVersion
from delivery.queries.facts import Gathered
from delivery.queries.lines import CallTarget, FaultLine, ParcelLine, SimLine, TestCallLine
from delivery.queries.views import PreparationLine, VersionLine
from portingsvc.domain.donors import DONORS

MAIN = "main"
SAMPLE = "sample"


def version_line(row: CustomerDataVersion) -> VersionLine:
    """A version of the customer's data."""
    shown = sum(1 for issue in row.issues if issue["severity"] == "error")
    errors = row.counts.get("errors", shown)
    return VersionLine(
        id=row.id,
        number=row.number,
        state=row.state,
        filename=row.filename,
        counts=row.counts,
        errors=errors,
        warnings=row.counts.get("warnings", len(row.issues) - shown),
        uploaded_by=row.uploaded_by,
        uploaded_at=row.uploaded_at,
        signed_by=row.signed_by,
        signed_at=row.signed_at,
        file_id=row.file_id,
    )


def preparation_lines(gathered: Gathered) -> tuple[PreparationLine, ...]:
    """The present operators and what has been answered about each."""
    return tuple(
        PreparationLine(
            donor=row.donor,
            donor_name=DONORS[row.donor].name,
            owner_id=row.owner_id,
            owner_name=row.owner_name,
            is_other_owner=row.owner_id != row.default_owner_id,
            answers=row.answers,
            answered_by=row.answered_by,
            answered_at=row.answered_at,
            numbers=sum(int(last[1:]) - int(first[1:]) + 1 for first, last in row.series),
            ranges=tuple((first, last) for first, last in row.series),
        )
        for row in gathered.preparations
    )


def sim_lines(gathered: Gathered) -> tuple[SimLine, ...]:
    """Cards without what nobody need see."""
    names = {user.id: user.name or f"{user.first_name} {user.last_name}".strip() for user in gathered.users}
    return tuple(
        SimLine(
            card.id,
            card.iccid,
            card.kind,
            card.state,
            card.number,
            names.get(card.user_id, "") if card.user_id else "",
            card.parcel_id,
            card.envelope,
        )
        for card in gathered.sims
    )


def card_holders(gathered: Gathered) -> tuple[tuple[str, str], ...]:
    """The mobile number and name of everybody who shall have a card."""
    return tuple(
        (user.mobile, user.name) for user in gathered.users if user.mobile and user.sim_type in (SIM, ESIM)
    )


def parcel_lines(gathered: Gathered) -> tuple[ParcelLine, ...]:
    """Parcels with how many cards lie in each."""
    return tuple(
        ParcelLine(
            parcel.id,
            parcel.reference,
            parcel.state,
            parcel.address,
            parcel.tracking,
            sum(1 for card in gathered.sims if card.parcel_id == parcel.id),
            parcel.dispatched_at,
            parcel.delivered_at,
        )
        for parcel in gathered.parcels
    )


def test_call_lines(gathered: Gathered) -> tuple[TestCallLine, ...]:
    """Calls, newest first."""
    return tuple(
        TestCallLine(call.number, call.why, call.ok, call.note, call.called_by, call.at)
        for call in reversed(gathered.calls)
    )


def call_targets(gathered: Gathered) -> tuple[CallTarget, ...]:
    """What is to be called on the day, with the newest call to each."""
    newest = {call.number: call for call in reversed(test_call_lines(gathered))}
    names = {number: user.name for user in gathered.users for number in (user.mobile, user.fixed) if number}
    main = gathered.case.main_number
    return tuple(
        CallTarget(number, MAIN if number == main else SAMPLE, names.get(number, ""), newest.get(number))
        for number in gathered.call_numbers()
    )


def fault_lines(gathered: Gathered) -> tuple[FaultLine, ...]:
    """Faults, the open ones first."""
    rows = sorted(gathered.faults, key=lambda fault: (fault.mended_at is not None, fault.found_at))
    return tuple(FaultLine(f.id, f.number, f.text, f.owner, f.state, f.found_at, f.mended_at) for f in rows)
