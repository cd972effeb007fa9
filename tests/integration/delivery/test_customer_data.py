"""The customer's data: versions, faults, sign-off, and what a new version undoes (CU-02 to CU-05)."""

from __future__ import annotations

import threading
from datetime import date
from typing import Any

import pytest
from sqlmodel import select

from accounts.domain.actor import Actor, ActorKind
from accounts.domain.roles import Role
from delivery import queries
from delivery.customer_data.domain.codes import Code
from delivery.domain.preparation import QUESTIONS
from delivery.domain.states import CaseState, DataState
from delivery.models import CustomerUser
from delivery.usecases.answer_preparation import answer_preparation
from delivery.usecases.change_go_live import change_go_live
from infra.clock import STOCKHOLM
from infra.db import unit_of_work
from kernel.ids import new_id
from portingsvc.queries import orders_of_case

from .conftest import Delivery, refusal


def test_two_uploads_at_once_are_both_kept(opened: Delivery) -> None:
    gate = threading.Barrier(2)
    broken: list[BaseException] = []

    def upload(seed: int) -> None:
        gate.wait()
        try:
            opened.upload(seed=seed)
        except BaseException as error:
            broken.append(error)

    threads = [threading.Thread(target=upload, args=(seed,)) for seed in (1, 2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert broken == []
    versions = opened.view().versions
    assert sorted(version.number for version in versions) == [1, 2]
    assert {version.state for version in versions} == {DataState.CLEAN}
    with unit_of_work() as session:
        assert len(session.exec(select(CustomerUser)).all()) == 2 * versions[0].counts["users"]


def test_a_file_with_faults_is_kept_and_told_row_by_row_and_nothing_of_it_is_taken_in(
    opened: Delivery,
) -> None:
    opened.upload([Code.PHONE_FOREIGN, Code.NAME_MISSING])
    with unit_of_work() as session:
        seen = queries.preview(session, opened.customer, opened.case_id, 1, language="sv")
        assert session.exec(select(CustomerUser)).all() == []
    errors = [issue for issue in seen.issues if issue.severity == "error"]
    assert {issue.code for issue in errors} == {"PHONE_FOREIGN", "NAME_MISSING"}
    assert all(issue.row and issue.letter and issue.text for issue in errors)
    refused = refusal(lambda: opened.sign(1))
    assert refused.code == "ILLEGAL_TRANSITION"
    assert not seen.may_sign


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no zip", b"\xff\xd8\xff\xe0 a photo"])
def test_a_hostile_file_is_a_faulty_version_not_a_crash(opened: Delivery, content: bytes) -> None:
    version = opened.upload(content=content)
    assert version.state is DataState.FAULTY
    assert [issue["code"] for issue in version.issues] == ["FILE_UNREADABLE"]


def test_only_who_may_sign_signs(opened: Delivery) -> None:
    opened.upload()
    invoices = Actor(
        ActorKind.CUSTOMER,
        "Faktura",
        new_id(),
        opened.customer.organisation_id,
        frozenset({Role.FAKTURAANSVARIG}),
    )
    assert refusal(lambda: opened.sign(1, invoices)).code == "SIGNATORY_NEEDED"
    assert refusal(lambda: opened.sign(1, opened.planner)).code == "SIGNATORY_NEEDED"


def test_a_new_version_takes_over_and_wants_new_mandates(opened: Delivery) -> None:
    opened.upload()
    opened.sign(1)
    opened.prepare()
    opened.sign_mandates()
    assert opened.standing("mandate") == "done"
    opened.upload(seed=2)
    with unit_of_work() as session:
        seen = queries.preview(session, opened.customer, opened.case_id, 2, language="sv")
    assert seen.compared_with == 1
    assert seen.changed or seen.added
    opened.sign(2)
    states = {version.number: version.state for version in opened.view().versions}
    assert states == {1: DataState.SUPERSEDED, 2: DataState.SIGNED}
    assert opened.standing("mandate") == "open", "a mandate covers the numbers it names"
    assert refusal(lambda: opened.sign(1)).code == "ILLEGAL_TRANSITION"


def test_a_preparation_wants_every_answer_and_a_real_owner(opened: Delivery) -> None:
    opened.upload()
    opened.sign()
    line = opened.view().preparations[0]

    def answer(answers: dict[str, bool], owner_id: str) -> Any:
        return opened.do(
            opened.customer,
            answer_preparation,
            opened.case_id,
            line.donor,
            answers=answers,
            owner_id=owner_id,
            owner_name="Exempelverken Fält AB",
        )

    yes = {question.key: True for question in QUESTIONS}
    refused = refusal(lambda: answer(yes | {"no_debts": False}, line.owner_id))
    assert (refused.code, refused.facts["keys"]) == ("PREPARATION_UNFINISHED", ["no_debts"])
    assert refusal(lambda: answer(yes, "559999-9008")).code == "OWNER_ID_WRONG"
    answer(yes, "559999-9017")
    after = opened.view().preparations[0]
    assert after.is_other_owner
    assert not opened.view().preparations[1].is_other_owner


def test_data_cannot_be_replaced_once_the_move_is_asked_for(opened: Delivery) -> None:
    opened.finish_preparations()
    opened.begin(CaseState.GENOMFORANDE)
    assert refusal(lambda: opened.upload(seed=3)).code == "DATA_FROZEN"


def test_ports_that_are_ordered_move_with_go_live_and_keep_their_hours(opened: Delivery) -> None:
    opened.finish_preparations()
    opened.begin(CaseState.GENOMFORANDE)
    with unit_of_work() as session:
        before = {o.reference: o.port_at for o in orders_of_case(session, opened.case_id)}
    opened.plan(change_go_live, date(2027, 3, 16))
    with unit_of_work() as session:
        after = {o.reference: o.port_at for o in orders_of_case(session, opened.case_id)}
    assert {at.date() for at in after.values()} == {date(2027, 3, 16)}
    assert {ref: at.astimezone(STOCKHOLM).hour for ref, at in after.items()} == {
        ref: at.astimezone(STOCKHOLM).hour for ref, at in before.items()
    }
