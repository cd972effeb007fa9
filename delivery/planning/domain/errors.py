"""What a change of plan is refused for."""

from __future__ import annotations

from kernel.errors import ErrorKind, spec

NOTHING_TO_CHANGE = spec(
    "NOTHING_TO_CHANGE",
    ErrorKind.INVALID,
    sv="Inget blev annorlunda. Välj en annan dag, andra tillval eller en aktivitet som blir sen.",
    en="Nothing became different. Choose another day, other options, or an activity that will be late.",
)
PLAN_NOT_AS_SEEN = spec(
    "PLAN_NOT_AS_SEEN",
    ErrorKind.CONFLICT,
    sv="Ändringen blir en annan än den du såg, för något har hänt sedan dess. Inget är sparat. Se den igen nedan.",
    en="The change is another than the one you saw, for something has happened since. Nothing is saved. See it anew "
    "below.",
)
SLIP_IN_THE_PAST = spec(
    "SLIP_IN_THE_PAST",
    ErrorKind.INVALID,
    sv="{wanted} har varit. Skriv dagen då det väntas bli klart, i dag eller senare.",
    en="{wanted} has passed. Write the day when it is expected to be done, today or later.",
)
SCOPE_SETTLED = spec(
    "SCOPE_SETTLED",
    ErrorKind.CONFLICT,
    sv="Växeln är redan i drift. Beställ tillvalen under avtalet i stället, på fliken för fakturering.",
    en="The switchboard is live already. Order the options during the agreement instead, on the invoicing page.",
)
