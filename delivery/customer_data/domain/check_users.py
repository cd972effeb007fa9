"""Check a sheet of users, row by row. A duplicate is reported on the later row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kernel.numbers import NumberCheck

from delivery.customer_data.domain.codes import Code
from delivery.customer_data.domain.fields import Field, squeeze
from delivery.customer_data.domain.findings import MappedSheet
from delivery.customer_data.domain.records import UserRow
from delivery.customer_data.domain.sheets import Row, text_of
from delivery.customer_data.domain.values import Offer, read_number, tidy_email, tidy_extension


@dataclass(frozen=True, slots=True)
class Rules:
    """What a check must know besides the workbook. `production` refuses numbers set apart for fiction."""

    subscriptions: Offer
    sim_types: Offer
    production: bool = False


def check_users(sheet: MappedSheet, rules: Rules) -> Iterator[UserRow]:
    """Every non-blank row as a user, faulty ones included; faults go to the sheet's findings."""
    subscriptions, sim_types = rules.subscriptions.words(), rules.sim_types.words()
    for row in sheet.entries():
        first, last, name = _name(sheet, row)
        mobile, landline, other, split_extension = _numbers(sheet, row, production=rules.production)
        yield UserRow(
            sheet=sheet.sheet.name,
            row=row.number,
            name=name,
            first_name=first,
            last_name=last,
            email=_email(sheet, row),
            mobile=mobile,
            landline=landline,
            other_number=other,
            extension=_extension(sheet, row, split_extension),
            subscription=_choice(
                sheet, row, Field.SUBSCRIPTION, subscriptions, rules.subscriptions, Code.SUBSCRIPTION_UNKNOWN
            ),
            sim_type=_choice(sheet, row, Field.SIM_TYPE, sim_types, rules.sim_types, Code.SIM_TYPE_UNKNOWN),
            extension_type=sheet.text(row, Field.EXTENSION_TYPE),
            device=sheet.text(row, Field.DEVICE),
            department=sheet.text(row, Field.DEPARTMENT),
            cost_centre=sheet.text(row, Field.COST_CENTRE),
            current_operator=sheet.text(row, Field.CURRENT_OPERATOR),
        )


def _name(sheet: MappedSheet, row: Row) -> tuple[str | None, str | None, str | None]:
    """First, last and whole name. One of the parts is enough: «Reception» has no surname."""
    first = sheet.entry(row, Field.FIRST_NAME) or None
    last = sheet.entry(row, Field.LAST_NAME) or None
    name = sheet.entry(row, Field.NAME) or " ".join(filter(None, (first, last)))
    if not name:
        split = Field.FIRST_NAME in sheet.columns
        sheet.report(Code.NAME_MISSING, row, Field.FIRST_NAME if split else Field.NAME)
    return first, last, name or None


def _email(sheet: MappedSheet, row: Row) -> str | None:
    text = sheet.entry(row, Field.EMAIL)
    email = tidy_email(text)
    if email is None:
        sheet.report(Code.EMAIL_INVALID, row, Field.EMAIL, text)
    elif owner := sheet.claim(sheet.findings.emails, email, row):
        sheet.report(Code.EMAIL_DUPLICATE, row, Field.EMAIL, text, first=sheet.named(owner))
    return email


def _extension(sheet: MappedSheet, row: Row, split_extension: str | None) -> str | None:
    """The extension given, or the one written after a number (`08-465 004 00 ankn 12`) where none is."""
    text = sheet.entry(row, Field.EXTENSION) or split_extension or ""
    if not text:
        return None
    extension = tidy_extension(text)
    if extension is None:
        sheet.report(Code.EXTENSION_INVALID, row, Field.EXTENSION, text)
    elif owner := sheet.claim(sheet.findings.extensions, extension, row):
        sheet.report(Code.EXTENSION_DUPLICATE, row, Field.EXTENSION, extension, first=sheet.named(owner))
    return extension


def _choice(
    sheet: MappedSheet, row: Row, what: Field, words: dict[str, str], offer: Offer, unknown: Code
) -> str | None:
    text = sheet.entry(row, what)
    if not text:
        return None
    choice = words.get(squeeze(text))
    if choice is None:
        sheet.report(unknown, row, what, text, allowed=offer.listed())
    return choice


def _numbers(
    sheet: MappedSheet, row: Row, *, production: bool
) -> tuple[str | None, str | None, str | None, str | None]:
    """Mobile, landline, other number, and an extension written after one of them.

    A column headed just «Telefon» fills whichever place its number is of, when that is free.
    """
    mobile = claim_number(sheet, row, Field.MOBILE, production=production)
    landline = claim_number(sheet, row, Field.LANDLINE, production=production)
    phone = claim_number(sheet, row, Field.PHONE, production=production)
    places = {"mobile": mobile and mobile.first, "landline": landline and landline.first, "other": None}
    if phone:
        natural = "mobile" if phone.type == "mobile" else "landline"
        places["other" if places[natural] else natural] = phone.first
    extensions = (check.extension for check in (landline, mobile, phone) if check and check.extension)
    return places["mobile"], places["landline"], places["other"], next(extensions, None)


def claim_number(sheet: MappedSheet, row: Row, what: Field, *, production: bool) -> NumberCheck | None:
    """Judge the number of a field and enter it as the row's own; None when blank or faulty."""
    cell = sheet.cell(row, what)
    check = read_number(cell, production=production)
    if check is None:
        return None
    if not check.ok or check.kind != "number" or check.first is None:
        code = Code.PHONE_FOREIGN if "FOREIGN" in check.codes else Code.PHONE_INVALID
        sheet.report(code, row, what, text_of(cell))
        return None
    if "TRUNK_ZERO_RESTORED" in check.codes:
        sheet.report(Code.TRUNK_ZERO_RESTORED, row, what, text_of(cell), number=check.national or check.first)
    if owner := sheet.claim(sheet.findings.numbers, check.first, row):
        sheet.report(Code.NUMBER_DUPLICATE, row, what, text_of(cell), first=sheet.named(owner))
    return check
