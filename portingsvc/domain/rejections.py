"""Why a donor says no, as a table: whose cause, who repairs it, which fields, in what words (NP-04)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from kernel.language import Text


class Cause(StrEnum):
    """Whose doing a rejection is. Only the customer's can make a later attempt cost the customer (NP-03)."""

    CUSTOMER = "customer"
    DONOR = "donor"
    OPERATOR = "operator"


class Repairer(StrEnum):
    """Who can put it right."""

    CUSTOMER = "customer"
    PLANNER = "planner"
    DONOR = "donor"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason: `contestable` is no lawful obstacle and goes to the donor, not to the customer."""

    code: str
    blocking_code: str
    cause: Cause
    repairer: Repairer
    fields: tuple[str, ...]
    text: Text
    retry: bool = True
    contestable: bool = False

    def as_fact(self) -> dict[str, Any]:
        """The reason as it is stored with an attempt."""
        return {"code": self.code, "blocking_code": self.blocking_code, "cause": self.cause.value}


_C, _R = Cause, Repairer
REASONS: Final = {
    reason.code: reason
    for reason in (
        Reason(
            "OWNER_ID_MISMATCH",
            "01",
            _C.CUSTOMER,
            _R.CUSTOMER,
            ("owner_id", "owner_name"),
            Text(
                sv="Operatören har en annan ägare på numret än det organisationsnummer vi angav. "
                "Se efter på en faktura vem avtalet står på och rätta numret.",
                en="The operator has another owner for the number than the organisation number we gave. "
                "Look on an invoice whose agreement it is and correct the number.",
            ),
        ),
        Reason(
            "NUMBER_NOT_FOUND",
            "02",
            _C.CUSTOMER,
            _R.CUSTOMER,
            ("number",),
            Text(
                sv="Numret är inte aktivt hos operatören. Be den aktivera det, eller ta bort det.",
                en="The number is not active at the operator. Ask it to activate it, or take it out.",
            ),
        ),
        Reason(
            "NUMBER_NOT_AT_DONOR",
            "03",
            _C.CUSTOMER,
            _R.CUSTOMER,
            ("donor",),
            Text(
                sv="Numret finns hos en annan operatör än den vi frågade. Ange vem som har det i dag.",
                en="The number is at another operator than the one we asked. Say who has it today.",
            ),
        ),
        Reason(
            "PART_OF_SERIES",
            "04",
            _C.CUSTOMER,
            _R.PLANNER,
            ("first", "last"),
            Text(
                sv="Numret ingår i en serie som bara flyttas hel. Flytta allt, eller be operatören dela den.",
                en="The number is part of a series that only moves whole. Move all, or ask to have it split.",
            ),
        ),
        Reason(
            "SERIES_MISMATCH",
            "05",
            _C.CUSTOMER,
            _R.CUSTOMER,
            ("first", "last"),
            Text(
                sv="Serien ser annorlunda ut hos operatören. Kontrollera första och sista numret på avtalet.",
                en="The series looks different at the operator. Check its first and last number.",
            ),
        ),
        Reason(
            "ALREADY_IN_PORTING",
            "06",
            _C.CUSTOMER,
            _R.PLANNER,
            (),
            Text(
                sv="Numret är redan på väg till en annan operatör. Den flytten måste sluta först.",
                en="The number is already moving to another operator. That must end first.",
            ),
        ),
        Reason(
            "ALREADY_PORTED",
            "07",
            _C.CUSTOMER,
            _R.CUSTOMER,
            ("donor",),
            Text(
                sv="Numret har nyss flyttats. Ange vilken operatör som har det nu.",
                en="The number has just been moved. Say which operator has it now.",
            ),
        ),
        Reason(
            "TYPE_NOT_PORTABLE",
            "08",
            _C.OPERATOR,
            _R.PLANNER,
            (),
            Text(
                sv="Den här sortens nummer kan inte flyttas. Ta bort det ur flytten.",
                en="Numbers of this kind cannot be moved. Take it out.",
            ),
            retry=False,
        ),
        Reason(
            "DATE_NOT_POSSIBLE",
            "09",
            _C.OPERATOR,
            _R.PLANNER,
            ("port_at",),
            Text(
                sv="Operatören kan inte flytta numret den tiden. Välj en senare dag.",
                en="The operator cannot move the number at that time. Choose a later day.",
            ),
        ),
        Reason(
            "WRONG_CONTRACT_TYPE",
            "10",
            _C.CUSTOMER,
            _R.CUSTOMER,
            ("contract_type",),
            Text(
                sv="Abonnemanget är av annat slag än vi angav, till exempel kontantkort. "
                "Ett kontantkort måste först registreras på er.",
                en="The subscription is of another kind than we said, prepaid for instance. "
                "A prepaid card must first be registered to you.",
            ),
        ),
        Reason(
            "CUSTOMER_WITHDREW",
            "11",
            _C.CUSTOMER,
            _R.CUSTOMER,
            (),
            Text(
                sv="Operatören säger att ni har ångrat flytten. Hör av er till den om det inte stämmer.",
                en="The operator says that you have withdrawn. Contact it if that is not so.",
            ),
        ),
        Reason(
            "MANDATE_INVALID",
            "12",
            _C.CUSTOMER,
            _R.CUSTOMER,
            ("mandate",),
            Text(
                sv="Operatören godtar inte fullmakten. Skriv under en ny.",
                en="The operator does not accept the mandate. Sign a new one.",
            ),
        ),
        Reason(
            "CONTRACT_BINDING",
            "13",
            _C.DONOR,
            _R.DONOR,
            (),
            Text(
                sv="Operatören hänvisar till bindningstid. Det hindrar ingen flytt; vi tar det med den.",
                en="The operator points to a binding period. That is no obstacle; we take it up with it.",
            ),
            contestable=True,
        ),
        Reason(
            "DEBT",
            "14",
            _C.CUSTOMER,
            _R.CUSTOMER,
            (),
            Text(
                sv="Operatören säger att det finns en obetald skuld. Betala den eller bestrid den.",
                en="The operator says that there is an unpaid debt. Pay it or contest it.",
            ),
            contestable=True,
        ),
        Reason(
            "PROTOCOL_ERROR",
            "99",
            _C.OPERATOR,
            _R.PLANNER,
            (),
            Text(
                sv="Meddelandet blev inte förstått mellan operatörerna. Vi rättar det.",
                en="The message was not understood between the operators. We put it right.",
            ),
        ),
    )
}
UNKNOWN: Final = Reason(
    "UNKNOWN",
    "",
    Cause.OPERATOR,
    Repairer.PLANNER,
    (),
    Text(
        sv="Operatören sa nej med en kod som vi inte känner. Planeraren tar reda på vad den betyder.",
        en="The operator said no with a code we do not know. The planner finds out what it means.",
    ),
)
_BY_BLOCKING_CODE: Final = {reason.blocking_code: reason for reason in REASONS.values()}


def reason_of(blocking_code: str) -> Reason:
    """The reason of a donor's code; one we do not know is a reason too, for the planner."""
    return _BY_BLOCKING_CODE.get(blocking_code) or Reason(
        "UNKNOWN", blocking_code, UNKNOWN.cause, UNKNOWN.repairer, (), UNKNOWN.text
    )


def reason(code: str) -> Reason:
    """The reason of our own code."""
    return REASONS.get(code, UNKNOWN)


def heaviest_cause(codes: list[str]) -> Cause:
    """Whose cause a rejection with several reasons is: the customer's only when it is the customer's alone."""
    causes = {reason(code).cause for code in codes}
    if causes == {Cause.CUSTOMER}:
        return Cause.CUSTOMER
    return Cause.DONOR if causes == {Cause.DONOR} else Cause.OPERATOR
