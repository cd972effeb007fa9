"""Check a sheet of users, row by row. A duplicate is reported on the later row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from delivery.customer_data.domain.codes import Code
from delivery.customer_data.domain.fields import Field, squeeze
from delivery.customer_data.domain.findings import Entry, MappedSheet
from delivery.customer_data.domain.records import UserRow
from delivery.customer_data.domain.values import Offer, tidy_email, tidy_extension
from kernel.numbers import NumberCheck, check_number

_made: Final = tuple.__new__  # what UserRow() calls, sooner
_MOBILE, _LANDLINE, _OTHER = range(3)


@dataclass(frozen=True, slots=True)
class Rules:
    """What a check must know besides the workbook. `production` refuses numbers set apart for fiction."""

    subscriptions: Offer
    sim_types: Offer
    production: bool = False


def check_users(sheet: MappedSheet, rules: Rules) -> Iterator[UserRow]:
    """Every non-blank row as a user, faulty ones included; faults go to the sheet's findings."""
    subscriptions = _Choice(Field.SUBSCRIPTION, rules.subscriptions, Code.SUBSCRIPTION_UNKNOWN)
    sim_types = _Choice(Field.SIM_TYPE, rules.sim_types, Code.SIM_TYPE_UNKNOWN)
    name = sheet.sheet.name
    for entry in sheet.entries():
        first, last, whole = _name(sheet, entry)
        mobile, landline, other, split_extension = _numbers(sheet, entry, production=rules.production)
        text = entry.texts.get
        row = (  # in the order of its fields: to name them costs a third of the time
            name,
            entry.number,
            whole,
            first,
            last,
            _email(sheet, entry),
            mobile,
            landline,
            other,
            _extension(sheet, entry, split_extension),
            subscriptions.read(sheet, entry),
            sim_types.read(sheet, entry),
            text(Field.EXTENSION_TYPE) or None,
            text(Field.DEVICE) or None,
            text(Field.DEPARTMENT) or None,
            text(Field.COST_CENTRE) or None,
            text(Field.CURRENT_OPERATOR) or None,
        )
        yield _made(UserRow, row)


def _name(sheet: MappedSheet, entry: Entry) -> tuple[str | None, str | None, str | None]:
    """First, last and whole name. One of the parts is enough: «Reception» has no surname."""
    first = entry.texts.get(Field.FIRST_NAME) or None
    last = entry.texts.get(Field.LAST_NAME) or None
    name = entry.texts.get(Field.NAME) or (f"{first} {last}" if first and last else first or last)
    if not name:
        split = Field.FIRST_NAME in sheet.columns
        sheet.report(Code.NAME_MISSING, entry, Field.FIRST_NAME if split else Field.NAME)
    return first, last, name


def _email(sheet: MappedSheet, entry: Entry) -> str | None:
    text = entry.text(Field.EMAIL)
    email = tidy_email(text)
    if email is None:
        sheet.report(Code.EMAIL_INVALID, entry, Field.EMAIL, text)
    elif owner := sheet.claim(sheet.findings.emails, email, entry):
        sheet.report(Code.EMAIL_DUPLICATE, entry, Field.EMAIL, text, first=sheet.named(owner))
    return email


def _extension(sheet: MappedSheet, entry: Entry, split_extension: str | None) -> str | None:
    """The extension given, or the one written after a number (`08-465 004 00 ankn 12`) where none is."""
    text = entry.text(Field.EXTENSION) or split_extension or ""
    if not text:
        return None
    extension = tidy_extension(text)
    if extension is None:
        sheet.report(Code.EXTENSION_INVALID, entry, Field.EXTENSION, text)
    elif owner := sheet.claim(sheet.findings.extensions, extension, entry):
        sheet.report(Code.EXTENSION_DUPLICATE, entry, Field.EXTENSION, extension, first=sheet.named(owner))
    return extension


class _Choice:
    """A field in which something is chosen. What has been read once is known for the rows below."""

    def __init__(self, what: Field, offer: Offer, unknown: Code) -> None:
        self.what, self.offer, self.unknown = what, offer, unknown
        self.words = offer.words()
        self.met: dict[str, str] = {}

    def read(self, sheet: MappedSheet, entry: Entry) -> str | None:
        """The choice; None when the cell is blank or says something that is not offered."""
        text = entry.texts.get(self.what)
        if not text:
            return None
        if choice := self.met.get(text) or self.words.get(squeeze(text)):
            self.met[text] = choice
            return choice
        sheet.report(self.unknown, entry, self.what, text, allowed=self.offer.listed())
        return None


def _numbers(
    sheet: MappedSheet, entry: Entry, *, production: bool
) -> tuple[str | None, str | None, str | None, str | None]:
    """Mobile, landline, other number, and an extension written after one of them.

    A column headed just «Telefon» fills whichever place its number is of, when that is free.
    """
    mobile = claim_number(sheet, entry, Field.MOBILE, production=production)
    landline = claim_number(sheet, entry, Field.LANDLINE, production=production)
    phone = claim_number(sheet, entry, Field.PHONE, production=production)
    if phone is None and not ((mobile and mobile.extension) or (landline and landline.extension)):
        return mobile and mobile.first, landline and landline.first, None, None
    numbers = [mobile and mobile.first, landline and landline.first, None]
    if phone:
        place = _MOBILE if phone.type == "mobile" else _LANDLINE
        numbers[_OTHER if numbers[place] else place] = phone.first
    extension = next((c.extension for c in (landline, mobile, phone) if c and c.extension), None)
    return numbers[_MOBILE], numbers[_LANDLINE], numbers[_OTHER], extension


def claim_number(sheet: MappedSheet, entry: Entry, what: Field, *, production: bool) -> NumberCheck | None:
    """Judge the number of a field and enter it as the row's own; None when blank or faulty."""
    written = entry.texts.get(what)
    if not written:
        return None
    check = check_number(
        written, numeric_cell=sheet.cell(entry, what).__class__ is not str, production=production
    )
    if not check.ok or check.kind != "number" or check.first is None:
        code = Code.PHONE_FOREIGN if "FOREIGN" in check.codes else Code.PHONE_INVALID
        sheet.report(code, entry, what, written)
        return None
    if check.codes and "TRUNK_ZERO_RESTORED" in check.codes:
        sheet.report(Code.TRUNK_ZERO_RESTORED, entry, what, written, number=check.national or check.first)
    if owner := sheet.claim(sheet.findings.numbers, check.first, entry):
        sheet.report(Code.NUMBER_DUPLICATE, entry, what, written, first=sheet.named(owner))
    return check
