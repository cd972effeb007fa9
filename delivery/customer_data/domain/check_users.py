"""Check a sheet of users, row by row. A duplicate is reported on the later row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from delivery.customer_data.domain.codes import Code
from delivery.customer_data.domain.fields import Field, squeeze
from delivery.customer_data.domain.findings import Entry, MappedSheet
from delivery.customer_data.domain.records import UserRow
from delivery.customer_data.domain.values import Offer, read_number, tidy_email, tidy_extension
from kernel.numbers import NumberCheck

_MOBILE, _LANDLINE, _OTHER = range(3)


@dataclass(frozen=True, slots=True)
class Rules:
    """What a check must know besides the workbook. `production` refuses numbers set apart for fiction."""

    subscriptions: Offer
    sim_types: Offer
    production: bool = False


def check_users(sheet: MappedSheet, rules: Rules) -> Iterator[UserRow]:
    """Every non-blank row as a user, faulty ones included; faults go to the sheet's findings."""
    subscriptions, sim_types = rules.subscriptions.words(), rules.sim_types.words()
    for entry in sheet.entries():
        first, last, name = _name(sheet, entry)
        mobile, landline, other, split_extension = _numbers(sheet, entry, production=rules.production)
        yield UserRow(
            sheet=sheet.sheet.name,
            row=entry.number,
            name=name,
            first_name=first,
            last_name=last,
            email=_email(sheet, entry),
            mobile=mobile,
            landline=landline,
            other_number=other,
            extension=_extension(sheet, entry, split_extension),
            subscription=_choice(
                sheet,
                entry,
                Field.SUBSCRIPTION,
                subscriptions,
                rules.subscriptions,
                Code.SUBSCRIPTION_UNKNOWN,
            ),
            sim_type=_choice(sheet, entry, Field.SIM_TYPE, sim_types, rules.sim_types, Code.SIM_TYPE_UNKNOWN),
            extension_type=entry.texts.get(Field.EXTENSION_TYPE) or None,
            device=entry.texts.get(Field.DEVICE) or None,
            department=entry.texts.get(Field.DEPARTMENT) or None,
            cost_centre=entry.texts.get(Field.COST_CENTRE) or None,
            current_operator=entry.texts.get(Field.CURRENT_OPERATOR) or None,
        )


def _name(sheet: MappedSheet, entry: Entry) -> tuple[str | None, str | None, str | None]:
    """First, last and whole name. One of the parts is enough: «Reception» has no surname."""
    first = entry.text(Field.FIRST_NAME) or None
    last = entry.text(Field.LAST_NAME) or None
    name = entry.text(Field.NAME) or " ".join(filter(None, (first, last)))
    if not name:
        split = Field.FIRST_NAME in sheet.columns
        sheet.report(Code.NAME_MISSING, entry, Field.FIRST_NAME if split else Field.NAME)
    return first, last, name or None


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


def _choice(
    sheet: MappedSheet, entry: Entry, what: Field, words: dict[str, str], offer: Offer, unknown: Code
) -> str | None:
    text = entry.text(what)
    if not text:
        return None
    choice = words.get(squeeze(text))
    if choice is None:
        sheet.report(unknown, entry, what, text, allowed=offer.listed())
    return choice


def _numbers(
    sheet: MappedSheet, entry: Entry, *, production: bool
) -> tuple[str | None, str | None, str | None, str | None]:
    """Mobile, landline, other number, and an extension written after one of them.

    A column headed just «Telefon» fills whichever place its number is of, when that is free.
    """
    mobile = claim_number(sheet, entry, Field.MOBILE, production=production)
    landline = claim_number(sheet, entry, Field.LANDLINE, production=production)
    phone = claim_number(sheet, entry, Field.PHONE, production=production)
    numbers = [mobile and mobile.first, landline and landline.first, None]
    if phone:
        place = _MOBILE if phone.type == "mobile" else _LANDLINE
        numbers[_OTHER if numbers[place] else place] = phone.first
    extension = next((c.extension for c in (landline, mobile, phone) if c and c.extension), None)
    return numbers[_MOBILE], numbers[_LANDLINE], numbers[_OTHER], extension


def claim_number(sheet: MappedSheet, entry: Entry, what: Field, *, production: bool) -> NumberCheck | None:
    """Judge the number of a field and enter it as the row's own; None when blank or faulty."""
    written = entry.text(what)
    check = read_number(sheet.cell(entry, what), written, production=production)
    if check is None:
        return None
    if not check.ok or check.kind != "number" or check.first is None:
        code = Code.PHONE_FOREIGN if "FOREIGN" in check.codes else Code.PHONE_INVALID
        sheet.report(code, entry, what, written)
        return None
    if "TRUNK_ZERO_RESTORED" in check.codes:
        sheet.report(Code.TRUNK_ZERO_RESTORED, entry, what, written, number=check.national or check.first)
    if owner := sheet.claim(sheet.findings.numbers, check.first, entry):
        sheet.report(Code.NUMBER_DUPLICATE, entry, what, written, first=sheet.named(owner))
    return check
