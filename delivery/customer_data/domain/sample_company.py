"""An invented company with fiction numbers only, and the faults that people's lists really have.

Numbers are those that PTS keeps free for fiction: 070-174 06 05–99, 08-465 004 00–99, 031-390 06 00–99.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final

from delivery.customer_data.domain.codes import Code
from delivery.customer_data.domain.fields import TEMPLATE_FIELDS, Field, SheetKind
from delivery.customer_data.domain.sheets import Cell

Entry = dict[Field, Cell]
Company = dict[SheetKind, list[Entry]]

MOST_USERS: Final = 95
_FIRST_MOBILE: Final = 5
_FIRST_EXTENSION: Final = 200
_FIRST_NAMES: Final = [
    "Anna",
    "Björn",
    "Cecilia",
    "David",
    "Elin",
    "Fredrik",
    "Gunilla",
    "Håkan",
    "Ingrid",
    "Johan",
    "Karin",
    "Lars",
    "Maria",
    "Nils",
    "Olivia",
    "Per",
    "Rebecka",
    "Sven",
    "Ulla",
    "Vera",
    "Åsa",
    "Örjan",
]
_LAST_NAMES: Final = [
    "Andersson",
    "Berg",
    "Carlsson",
    "Dahl",
    "Ek",
    "Forsberg",
    "Grön",
    "Holm",
    "Isaksson",
    "Jönsson",
    "Kvist",
    "Lindh",
    "Månsson",
    "Nyström",
    "Öberg",
    "Persson",
    "Ros",
    "Sjö",
    "Törn",
    "Åkesson",
]
_DEPARTMENTS: Final = (
    ("Ekonomi", "631"),
    ("IT", "644"),
    ("Lager", "227"),
    ("Sälj", "438"),
    ("Kundtjänst", "512"),
)
_OPERATORS: Final = ("Telia", "Telenor", "Tre")
_ASCII: Final = str.maketrans("åäöé", "aaoe")
_A_FIXED_NUMBER_EACH: Final = 2


@dataclass(frozen=True, slots=True)
class Fault:
    """What to write over which cells, which to copy from the list's first row, or which to make a figure."""

    kind: SheetKind = SheetKind.USERS
    write: Mapping[Field, Cell] | None = None
    copy: Field | None = None
    as_figure: Field | None = None


FAULTS: Final[dict[Code, Fault]] = {
    Code.NAME_MISSING: Fault(write={Field.FIRST_NAME: None, Field.LAST_NAME: None}),
    Code.EMAIL_INVALID: Fault(write={Field.EMAIL: "anna berg@exempel.se"}),
    Code.EMAIL_DUPLICATE: Fault(copy=Field.EMAIL),
    Code.PHONE_INVALID: Fault(write={Field.MOBILE: "070-174"}),
    Code.PHONE_FOREIGN: Fault(write={Field.MOBILE: "+47 21 98 76 54"}),
    Code.NUMBER_DUPLICATE: Fault(copy=Field.MOBILE),
    Code.EXTENSION_INVALID: Fault(write={Field.EXTENSION: "samma som förut"}),
    Code.EXTENSION_DUPLICATE: Fault(copy=Field.EXTENSION),
    Code.SUBSCRIPTION_UNKNOWN: Fault(write={Field.SUBSCRIPTION: "Mobil Jätte"}),
    Code.SIM_TYPE_UNKNOWN: Fault(write={Field.SIM_TYPE: "micro-usb"}),
    Code.GROUP_MEMBER_UNKNOWN: Fault(SheetKind.GROUPS, write={Field.MEMBERS: "203; 9999"}),
    Code.SERIES_INVALID: Fault(SheetKind.SERIES, write={Field.SERIES: "031-390 06 49 - 031-390 06 00"}),
    Code.TRUNK_ZERO_RESTORED: Fault(as_figure=Field.MOBILE),
}
"""The faults that can be planted, each of which the check must find under that very code."""


def invent_company(users: int, faults: Sequence[Code] = (), seed: int = 1) -> Company:
    """The lists of an invented company of 5 to 95 people, with one row spoilt for each fault named.

    The same seed gives the same company; with no faults it is the same one, corrected. Raises `ValueError`
    for more people than there are fiction numbers, or more faults than rows to hold them.
    """
    if not len(_DEPARTMENTS) <= users <= MOST_USERS:
        raise ValueError(f"between {len(_DEPARTMENTS)} and {MOST_USERS} users, not {users}")
    if len(faults) >= users:
        raise ValueError(f"{len(faults)} faults do not fit in {users} rows")
    random = Random(seed)  # noqa: S311  (an invented company, not a secret)
    company: Company = {
        SheetKind.USERS: [_person(number, random) for number in range(users)],
        SheetKind.GROUPS: _groups(users),
        SheetKind.SERIES: [
            {Field.SERIES: "08-465 004 00–99", Field.SERIES_OPERATOR: "Telia"},
            {Field.SERIES: "031-390 06 00 - 031-390 06 49", Field.SERIES_OPERATOR: "Telenor"},
        ],
    }
    _spoil(company, faults, random)
    return company


def _person(number: int, random: Random) -> Entry:
    """One user. Names repeat, as in life; the number in the address keeps addresses apart."""
    first, last = random.choice(_FIRST_NAMES), random.choice(_LAST_NAMES)
    department, cost_centre = random.choice(_DEPARTMENTS)
    subscription = random.choice(("Mobil Bas", "Mobil Plus", "Mobil Plus", "Fast", "Softphone"))
    mobile = subscription.startswith("Mobil")
    fixed = number % _A_FIXED_NUMBER_EACH == 0
    return {
        Field.FIRST_NAME: first,
        Field.LAST_NAME: last,
        Field.EMAIL: f"{first}.{last}{number}@exempel.se".lower().translate(_ASCII),
        Field.MOBILE: f"070-174 06 {number + _FIRST_MOBILE:02}",
        Field.LANDLINE: f"08-465 004 {number:02}" if fixed else None,
        Field.EXTENSION: str(_FIRST_EXTENSION + number),
        Field.SUBSCRIPTION: subscription,
        Field.SIM_TYPE: random.choice(("SIM", "eSIM")) if mobile else None,
        Field.DEPARTMENT: department,
        Field.COST_CENTRE: cost_centre,
        Field.CURRENT_OPERATOR: random.choice(_OPERATORS),
    }


def _groups(users: int) -> list[Entry]:
    """Two answer groups; the second has no number of its own."""
    last = _FIRST_EXTENSION + users - 1
    return [
        {
            Field.GROUP_NAME: "Växel",
            Field.GROUP_NUMBER: "08-465 004 99",
            Field.OPENING_HOURS: "mån-fre 08:00-17:00",
            Field.MEMBERS: "200; 201; 202",
        },
        {
            Field.GROUP_NAME: "Support",
            Field.OPENING_HOURS: "mån-tor 08-16, fre 08-15",
            Field.MEMBERS: f"203; {last}",
        },
    ]


def _spoil(company: Company, faults: Sequence[Code], random: Random) -> None:
    """Plant each fault in a row of its own; the first user stays whole, for others to be duplicates of."""
    victims = random.sample(range(1, len(company[SheetKind.USERS])), len(faults))
    for code, victim in zip(faults, sorted(victims), strict=True):
        fault = FAULTS[code]
        entries = company[fault.kind]
        entry = entries[victim if fault.kind is SheetKind.USERS else -1]
        if fault.copy:
            entry[fault.copy] = entries[0][fault.copy]
        if fault.as_figure:
            entry[fault.as_figure] = int(re.sub(r"\D", "", str(entry[fault.as_figure])))
        entry.update(fault.write or {})


def laid_out(entries: Sequence[Entry], kind: SheetKind) -> list[list[Cell]]:
    """The entries as rows of the template's columns."""
    return [[entry.get(field) for field in TEMPLATE_FIELDS[kind]] for entry in entries]
