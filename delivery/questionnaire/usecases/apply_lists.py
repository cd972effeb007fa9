"""Put in what was changed one by one: all of it becomes one version of the lists, checked like any upload."""

from __future__ import annotations

from typing import Final

from sqlmodel import Session

from accounts.domain.actor import SYSTEM, Actor
from delivery.customer_data.gateways.write_lists import write_lists
from delivery.customer_data.usecases.upload_customer_data import take_in
from delivery.domain.states import DataState
from delivery.models import DeliveryCase
from delivery.questionnaire import repository
from delivery.questionnaire.domain.errors import LISTS_FAULTY
from delivery.questionnaire.domain.groups import GROUPS
from delivery.questionnaire.domain.listed import GROUP_FIELDS, LISTED, SERIES, USERS
from delivery.questionnaire.domain.shape import SOLE
from delivery.questionnaire.models import AnswerSheet
from delivery.questionnaire.queries.known import Basis, group_item
from delivery.questionnaire.queries.list_rows import list_rows
from delivery.questionnaire.queries.sheets import Questionnaire
from infra.transitions import Cause
from kernel.language import Text

FILENAME: Final = "ändrat på sidan.xlsx"


def apply_lists(session: Session, actor: Actor, case: DeliveryCase, cause: Cause) -> int:
    """The number of the version that now holds all changes; the newest when they came to nothing.

    Raises `LISTS_FAULTY` with the first fault, and nothing is changed; `DATA_FROZEN`.
    """
    asked = Questionnaire(session, SYSTEM, Basis(session, case))
    content = write_lists(list_rows(asked), "sv")
    taken = take_in(session, actor, case.id, filename=FILENAME, content=content, cause=cause)
    version = taken.version
    if version.state is DataState.FAULTY:
        first = next(each for each in version.issues if each["severity"] == "error")
        raise LISTS_FAULTY.error(
            first=Text(sv=first["text"]["sv"], en=first["text"]["en"]), value=first["value"]
        )
    _forget(session, asked)
    return version.number


def _forget(session: Session, asked: Questionnaire) -> None:
    """What now stands in the lists is no longer a change; what else is known of a group follows its name."""
    sheets = {section.key: repository.sheets(session, asked.basis.case.id, section.key) for section in LISTED}
    for each in (*sheets[USERS.key], *sheets[SERIES.key]):
        if each.item != SOLE:
            session.delete(each)
    names = {item.item: item.value("name") for item in asked.seen(GROUPS.key).items}
    for sheet in repository.sheets(session, asked.basis.case.id, GROUPS.key):
        if sheet.item == SOLE:
            continue
        if sheet.removed_at is not None:
            session.delete(sheet)
        elif set(sheet.answers) & set(GROUP_FIELDS):
            _keep_the_rest(sheet, names.get(sheet.item, ""))
    session.flush()


def _keep_the_rest(sheet: AnswerSheet, name: str) -> None:
    sheet.answers = {key: value for key, value in sheet.answers.items() if key not in GROUP_FIELDS}
    sheet.marks = {key: mark for key, mark in sheet.marks.items() if key not in GROUP_FIELDS}
    sheet.item = group_item(name)
