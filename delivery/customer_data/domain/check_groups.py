"""Check a sheet of answer groups. Members are sought among the users of the whole workbook."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from delivery.customer_data.domain.check_users import Rules, claim_number
from delivery.customer_data.domain.codes import Code
from delivery.customer_data.domain.fields import Field
from delivery.customer_data.domain.findings import Entry, MappedSheet
from delivery.customer_data.domain.records import GroupRow, UserRow
from delivery.customer_data.domain.sheets import Cell, text_of

_BETWEEN_MEMBERS: Final = re.compile(r"[,;\r\n]")

Directory = dict[str, UserRow | None]
"""What a member may be called, to the user meant; None where two users answer to the same."""


def directory(users: Iterable[UserRow]) -> Directory:
    """Every user under extension, e-mail and full name.

    Extensions and e-mails belong to the first who has them (the later one is reported as a duplicate); a name
    that two users bear points at neither, for it would be a guess.
    """
    found: Directory = {}
    namesakes: dict[str, list[UserRow]] = defaultdict(list)
    for user in users:
        for key in filter(None, (user.extension, user.email)):
            found.setdefault(key, user)
        if user.name:
            namesakes[user.name.casefold()].append(user)
    for name, bearers in namesakes.items():
        found.setdefault(name, bearers[0] if len(bearers) == 1 else None)
    return found


def check_groups(sheet: MappedSheet, known: Directory, rules: Rules) -> Iterator[GroupRow]:
    """Every non-blank row as a group, faulty ones included; faults go to the sheet's findings."""
    for entry in sheet.entries():
        name = entry.text(Field.GROUP_NAME) or None
        if name is None:
            sheet.report(Code.NAME_MISSING, entry, Field.GROUP_NAME)
        number = claim_number(sheet, entry, Field.GROUP_NUMBER, production=rules.production)
        yield GroupRow(
            sheet=sheet.sheet.name,
            row=entry.number,
            name=name,
            number=number.first if number else None,
            opening_hours=entry.texts.get(Field.OPENING_HOURS) or None,
            members=tuple(_members(sheet, entry, known)),
        )


def _members(sheet: MappedSheet, entry: Entry, known: Directory) -> Iterator[UserRow]:
    """The users named, each once; every name that leads to nobody is reported."""
    met: set[int] = set()
    for member in split_members(sheet.cell(entry, Field.MEMBERS)):
        user = known.get(member.lower()) or known.get(member.casefold())
        if user is None:
            sheet.report(Code.GROUP_MEMBER_UNKNOWN, entry, Field.MEMBERS, member)
        elif id(user) not in met:
            met.add(id(user))
            yield user


def split_members(cell: Cell) -> list[str]:
    """The members named in a cell, split at comma, semicolon and line break.

    A Swedish Excel takes `200,201` for a decimal number; its two parts are what the person wrote.
    """
    if isinstance(cell, float) and not cell.is_integer():
        cell = str(cell).replace(".", ",")
    if not isinstance(cell, str):
        cell = text_of(cell)
    return [name for part in _BETWEEN_MEMBERS.split(cell) if (name := text_of(part))]
