"""Users, groups and series as rows of a workbook: the lists with what has been changed one by one."""

from __future__ import annotations

from delivery.customer_data.domain.fields import Field, SheetKind
from delivery.customer_data.domain.sheets import Cell
from delivery.questionnaire.domain.groups import GROUPS
from delivery.questionnaire.domain.listed import GROUP_FIELDS, SERIES, USERS, user_cells, user_item
from delivery.questionnaire.domain.opening_hours import SATURDAY, SUNDAY, in_words, read_week
from delivery.questionnaire.domain.shape import Values
from delivery.questionnaire.queries.known import group_item
from delivery.questionnaire.queries.sheets import Questionnaire
from delivery.questionnaire.queries.views import ItemView

_Rows = list[dict[Field, Cell]]


def list_rows(asked: Questionnaire) -> dict[SheetKind, _Rows]:
    """All rows that stay, in the order of the pages. Raises `TOO_MANY_BY_HAND`."""
    return {
        SheetKind.USERS: _users(asked),
        SheetKind.GROUPS: _groups(asked),
        SheetKind.SERIES: _series(asked),
    }


def _users(asked: Questionnaire) -> _Rows:
    """Every user that stays, as the lists and the changes tell them."""
    known = {user_item(user): user for user in asked.basis.users}
    given = asked.given(USERS.key)
    return [
        dict(user_cells(known.get(item.item), _changed(item, given.get(item.item, {}))))
        for item in asked.seen(USERS.key).items
    ]


def _changed(item: ItemView, given: Values) -> Values:
    """What was answered, tidied."""
    return {key: item.judgement.tidied.get(key, "") for key in given}


def _groups(asked: Questionnaire) -> _Rows:
    """Groups by their answers; one that nobody has touched as it stood. Members are named by e-mail."""
    emails = asked.current_emails()
    untouched = {group_item(group.name): group for group in asked.basis.groups}
    rows: _Rows = []
    for item in asked.seen(GROUPS.key).items:
        values = item.values
        group = untouched.get(item.item)
        is_touched = bool(set(asked.given(GROUPS.key).get(item.item, {})) & set(GROUP_FIELDS))
        hours = group.opening_hours if group and not is_touched else _hours(item)
        members = [emails[each] for each in values.get("members", ()) if each in emails]
        rows.append(
            {
                Field.GROUP_NAME: str(values.get("name", "")),
                Field.GROUP_NUMBER: str(values.get("number", "")),
                Field.OPENING_HOURS: hours,
                Field.MEMBERS: "; ".join(members),
            }
        )
    return rows


def _hours(item: ItemView) -> str:
    """A group's week as it is written in a list."""
    tidied = item.judgement.tidied
    week = read_week(str(tidied["weekdays"])) if tidied.get("weekdays") else {}
    for day, key in ((SATURDAY, "saturday"), (SUNDAY, "sunday")):
        if tidied.get(key):
            week[day] = str(tidied[key])
    return in_words(week)


def _series(asked: Questionnaire) -> _Rows:
    """Series; the operator of one that nobody has touched as it was written."""
    written = asked.basis.series_operators
    given = asked.given(SERIES.key)
    return [
        {
            Field.SERIES: item.value("series"),
            Field.SERIES_OPERATOR: item.value("series_operator")
            if given.get(item.item)
            else written.get(item.item, ""),
        }
        for item in asked.seen(SERIES.key).items
    ]
