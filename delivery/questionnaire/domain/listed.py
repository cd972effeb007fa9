"""Users and number series one by one, beside the workbook: the same fields under the same words (CU-01)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Final

from delivery.customer_data.domain.check import STANDARD_RULES
from delivery.customer_data.domain.fields import SPECS, Field
from delivery.customer_data.domain.guidance import GUIDANCE
from delivery.customer_data.domain.records import UserRow
from delivery.questionnaire.domain import rules
from delivery.questionnaire.domain.shape import TEL, Kind, Question, Rule, Section, Value
from kernel.language import Text
from kernel.numbers import format_national
from portingsvc.domain.donors import DONORS

MOST_BY_HAND: Final = 2_000
"""Users in a list that is still worked on one by one; larger ones come as a workbook."""


def _field(
    field: Field, *, rule: Rule | None = None, choices: tuple[str, ...] = (), required: bool = False
) -> Question:
    """A question about a column, in the words of the template."""
    return Question(
        key=field.value,
        kind=Kind.CHOICE if choices else Kind.TEXT,
        text=SPECS[field].label,
        why=GUIDANCE[field].advice,
        rule=rule,
        required=required,
        choices=tuple((each, Text(sv=each, en=each)) for each in choices),
        takes=5,
    )


_DONORS: Final = tuple(donor.name for donor in DONORS.values())
USERS: Final = Section(
    "users",
    Text(sv="Användare en och en", en="Users one by one"),
    Text(
        sv="Lägg till, ändra eller ta bort utan kalkylark. Ändringarna gäller när ni inför dem, alla på en gång.",
        en="Add, change or remove without a spreadsheet. Changes hold when you put them in, all at once.",
    ),
    TEL,
    (
        _field(Field.FIRST_NAME, required=True),
        _field(Field.LAST_NAME),
        _field(Field.EMAIL, rule=rules.email, required=True),
        _field(Field.MOBILE, rule=rules.phone),
        _field(Field.LANDLINE, rule=rules.phone),
        _field(Field.EXTENSION, rule=rules.extension),
        _field(Field.SUBSCRIPTION, choices=STANDARD_RULES.subscriptions.choices),
        _field(Field.SIM_TYPE, choices=STANDARD_RULES.sim_types.choices),
        _field(Field.EXTENSION_TYPE),
        _field(Field.DEVICE),
        _field(Field.DEPARTMENT),
        _field(Field.COST_CENTRE),
        _field(Field.CURRENT_OPERATOR),
    ),
    repeats=True,
    named_by="first_name last_name",
    add=Text(sv="Lägg till en användare", en="Add a user"),
    may_be_empty=False,
)
SERIES: Final = Section(
    "series",
    Text(sv="Nummerserier", en="Number series"),
    Text(
        sv="Serier som ska följa med, också de nummer i dem som ingen använder än.",
        en="Series that shall come along, also those numbers in them that nobody uses yet.",
    ),
    TEL,
    (
        _field(Field.SERIES, rule=rules.series, required=True),
        _field(Field.SERIES_OPERATOR, choices=_DONORS, required=True),
    ),
    repeats=True,
    named_by="series",
    add=Text(sv="Lägg till en serie", en="Add a series"),
)
LISTED: Final = (USERS, SERIES)
GROUP_FIELDS: Final = ("name", "number", "members", "weekdays", "saturday", "sunday")
"""What of a group stands in the lists; the rest of its answers are the questionnaire's alone."""


def item_key(kind: str, name: str) -> str:
    """What a row of the lists is called as an item: the same for the same row in every version."""
    return f"{kind}-{hashlib.sha256(name.encode()).hexdigest()[:24]}"


def user_item(user: UserRow) -> str:
    """By e-mail, which every user has."""
    return item_key("u", user.email or f"{user.sheet}:{user.row}")


def user_values(user: UserRow) -> dict[str, Value]:
    """A user's answers as the lists tell them; a name in one piece is parted before its last word."""
    first, last = user.first_name, user.last_name
    if first is None and last is None and user.name:
        first, _, last = user.name.rpartition(" ")
        first, last = (first, last) if first else (last, "")
    told = {each.key: getattr(user, each.key) or "" for each in USERS.questions}
    numbers = {key: format_national(told[key]) if told[key] else "" for key in ("mobile", "landline")}
    return {**told, **numbers, "first_name": first or last or "", "last_name": (last or "") if first else ""}


def user_cells(user: UserRow | None, given: Mapping[str, Value]) -> dict[Field, str]:
    """A row of the workbook: what the lists hold, with what was answered since."""
    cells: dict[Field, str] = {}
    if user is not None:
        cells = {Field(key): str(value) for key, value in user_values(user).items()}
        cells[Field.PHONE] = user.other_number or ""
        if not {"first_name", "last_name"} & set(given):
            parts = (user.first_name or "", user.last_name or "")
            cells[Field.FIRST_NAME], cells[Field.LAST_NAME] = parts
            cells[Field.NAME] = "" if any(parts) else user.name or ""
    return {**cells, **{Field(key): str(value) for key, value in given.items()}}
