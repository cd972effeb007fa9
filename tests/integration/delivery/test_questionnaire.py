"""The questionnaire as use cases: saved as typed, nothing lost between two people, finished, signed, fed on."""

from __future__ import annotations

from typing import Any

import pytest
from sqlmodel import select

from accounts.domain.actor import Actor, ActorKind
from accounts.domain.roles import Role
from delivery.customer_data.usecases.sign_off_version import sign_off_version
from delivery.domain.states import CaseState
from delivery.models import CaseActivity, DeliveryCase, PortingPreparation
from delivery.questionnaire.domain.merging import Given, Outcome
from delivery.questionnaire.models import AnswerChange, SignedAnswers
from delivery.questionnaire.queries.sheets import questionnaire
from delivery.questionnaire.queries.signed import signed_line
from delivery.questionnaire.queries.views import SectionView
from delivery.questionnaire.usecases.finish_section import finish_section
from delivery.questionnaire.usecases.save_answers import Saved, add_item, remove_item, save_answers
from delivery.questionnaire.usecases.sign_answers import sign_answers
from infra.db import unit_of_work
from infra.outbox import OutboxEvent

from .conftest import Delivery, refusal

READY = {
    "operator": "TELIA",
    "bound": "no",
    "notice": "1",
    "debts": "no",
    "prepaid": "none",
    "unassigned": "none",
    "contacted": "yes",
    "ends": "no",
    "owner": "us",
}


def save(
    delivery: Delivery, section: str, item: str = "", actor: Actor | None = None, **given: Any
) -> list[Saved]:
    """Answers given by somebody who sees what stands there."""
    one = next((each for each in seen(delivery, section).items if each.item == item), None)
    stood = {each.question.key: (each.version, each.value) for each in one.answers} if one else {}
    sent = [Given(key, value, *stood.get(key, (0, ""))) for key, value in given.items()]
    return delivery.do(actor or delivery.customer, save_answers, delivery.case_id, section, item, sent)


def seen(delivery: Delivery, section: str, actor: Actor | None = None) -> SectionView:
    with unit_of_work() as session:
        return questionnaire(session, actor or delivery.customer, delivery.case_id).section(section)


def finish(delivery: Delivery, section: str, actor: Actor | None = None) -> SectionView:
    return delivery.do(actor or delivery.customer, finish_section, delivery.case_id, section)


def with_role(delivery: Delivery, role: Role) -> Actor:
    return Actor(
        ActorKind.CUSTOMER,
        role.value,
        delivery.customer.person_id,
        delivery.customer.organisation_id,
        frozenset({role}),
    )


def case_of(delivery: Delivery) -> DeliveryCase:
    with unit_of_work() as session:
        return session.get_one(DeliveryCase, delivery.case_id)


def test_what_is_known_is_filled_in_and_one_yes_confirms_it(opened: Delivery) -> None:
    company = seen(opened, "company")
    assert company.standing == "ready"
    assert company.items[0].value("name") == "Exempelverken AB"
    assert all(each.is_known for each in company.items[0].answers)
    done = finish(opened, "company")
    assert done.standing == "done"
    assert done.minutes == 0
    assert not any(each.is_known for each in done.items[0].answers)
    assert done.items[0].answers[0].said_by == "Tove Exempelsson"


def test_what_is_typed_is_kept_right_or_wrong_and_who_and_when(opened: Delivery) -> None:
    (saved,) = save(opened, "invoicing", email="faktura@")
    assert (saved.outcome, saved.version) == (Outcome.WRITTEN, 1)
    again = seen(opened, "invoicing")
    answer = next(each for each in again.items[0].answers if each.question.key == "email")
    assert (answer.value, answer.version, answer.said_by) == ("faktura@", 1, "Tove Exempelsson")
    assert answer.fault
    assert answer.fault.code == "ANSWER_EMAIL"
    assert again.standing == "begun"
    assert refusal(lambda: finish(opened, "invoicing")).code == "SECTION_UNFINISHED"
    with unit_of_work() as session:
        (change,) = session.exec(select(AnswerChange)).all()
        assert (change.answer, change.said_by, change.version) == (
            {"value": "faktura@"},
            "Tove Exempelsson",
            1,
        )


def test_two_at_one_question_both_see_both_values_and_nothing_is_lost(opened: Delivery) -> None:
    other = Actor(
        ActorKind.CUSTOMER,
        "Fatima Faktura",
        opened.customer.person_id,
        opened.customer.organisation_id,
        frozenset({Role.FAKTURAANSVARIG}),
    )
    save(opened, "invoicing", email="a@exempel.se")
    mine = [Given("email", "b@exempel.se", 1, "a@exempel.se"), Given("period", "month", 0, "quarter")]
    theirs = [Given("email", "c@exempel.se", 1, "a@exempel.se"), Given("period", "quarter", 0, "quarter")]
    opened.do(opened.customer, save_answers, opened.case_id, "invoicing", "", mine)
    email, period = opened.do(other, save_answers, opened.case_id, "invoicing", "", theirs)
    assert (email.outcome, email.value, email.by) == (Outcome.CONFLICT, "b@exempel.se", "Tove Exempelsson")
    assert (period.outcome, period.value) == (Outcome.SAME, "month")
    insisted = [Given("email", "c@exempel.se", email.version, str(email.value))]
    (last,) = opened.do(other, save_answers, opened.case_id, "invoicing", "", insisted)
    assert last.outcome is Outcome.WRITTEN
    assert seen(opened, "invoicing").items[0].value("email") == "c@exempel.se"


def test_invoicing_and_training_reach_those_who_read_them(opened: Delivery) -> None:
    save(opened, "invoicing", method="peppol", peppol_id="0007:559999-9009", cost_centres="100\n200")
    finish(opened, "invoicing")
    save(opened, "training", wanted="yes", users="20", form=["remote"])
    finish(opened, "training")
    with unit_of_work() as session:
        results = {row.key: row for row in session.exec(select(CaseActivity)).all()}
    invoicing = results["invoicing_basics"]
    assert invoicing.done_at
    assert invoicing.result["recipient"] == "0007:5599999009"
    assert invoicing.result["cost_centres"] == "100\n200"
    assert results["training_needs"].result["users"] == 20
    assert results["training_needs"].result["form"] == ["remote"]


def test_a_change_makes_a_part_something_to_look_through_again(opened: Delivery) -> None:
    save(opened, "invoicing", email="a@exempel.se")
    assert finish(opened, "invoicing").is_done
    save(opened, "invoicing", period="month")
    assert not seen(opened, "invoicing").is_done


def test_addresses_move_the_agreement_and_the_parcels(opened: Delivery) -> None:
    save(opened, "company", street="Exempelvägen 9", postcode="12345")
    finish(opened, "company")
    assert case_of(opened).agreement_address["street"] == "Exempelvägen 9"
    assert case_of(opened).agreement_address["postcode"] == "123 45"
    (agreement,) = seen(opened, "sims").items
    assert agreement.value("street") == "Exempelvägen 9"
    save(opened, "sims", "agreement", departments="Lager")
    sheet = opened.do(opened.customer, add_item, opened.case_id, "sims")
    elsewhere = {"name": "Ulla", "street": "Hamngatan 2", "postcode": "411 06", "town": "Göteborg"}
    save(opened, "sims", sheet.item, **elsewhere)
    finish(opened, "sims")
    assert case_of(opened).sim_address == elsewhere


def test_lists_are_proposals_for_groups_operators_licences_and_flows(opened: Delivery) -> None:
    opened.upload()
    operators = seen(opened, "operators")
    assert {item.value("operator") for item in operators.items} >= {"TELIA"}
    group = seen(opened, "groups").items[0]
    assert group.value("weekdays") == "08.00–17.00"
    assert group.value("members")
    assert seen(opened, "groups").standing == "ready"
    assert sum(int(each.value) for each in seen(opened, "licences").items[0].answers) == 12
    flow = seen(opened, "flow")
    assert [item.value("kind") for item in flow.items] == ["hours", "queue", "voicemail"]
    assert flow.standing == "ready"
    finish(opened, "groups")
    assert finish(opened, "flow").is_done


def test_a_flow_that_loses_calls_is_not_taken_for_done(opened: Delivery) -> None:
    opened.upload()
    finish(opened, "groups")
    queue = next(item for item in seen(opened, "flow").items if item.value("kind") == "queue")
    save(opened, "flow", queue.item, overflow=queue.item)
    told = refusal(lambda: finish(opened, "flow"))
    assert told.code == "FLOW_LOSES_CALLS"
    assert "Rundgång" in told.detail("sv")


def test_items_come_and_go_and_a_list_may_be_empty(opened: Delivery) -> None:
    sheet = opened.do(opened.customer, add_item, opened.case_id, "groups")
    save(opened, "groups", sheet.item, name="Support")
    assert [item.title for item in seen(opened, "groups").items] == ["Support"]
    assert refusal(lambda: finish(opened, "groups")).code == "SECTION_UNFINISHED"
    opened.do(opened.customer, remove_item, opened.case_id, "groups", sheet.item)
    assert finish(opened, "groups").is_done
    assert seen(opened, "groups").items == ()
    open_elsewhere = [Given("name", "Support igen", 1, "Support")]
    opened.do(opened.customer, save_answers, opened.case_id, "groups", sheet.item, open_elsewhere)
    assert [item.title for item in seen(opened, "groups").items] == ["Support igen"]


def test_each_role_sees_and_answers_its_own_part_only(opened: Delivery) -> None:
    money = with_role(opened, Role.FAKTURAANSVARIG)
    with unit_of_work() as session:
        asked = questionnaire(session, money, opened.case_id)
        assert {each.section.key for each in asked.views()} == {"invoicing", "licences"}
    assert refusal(lambda: seen(opened, "company", money)).code == "NOT_FOUND"
    assert refusal(lambda: save(opened, "company", actor=money, name="x")).code == "NOT_FOUND"
    assert (
        refusal(lambda: opened.do(opened.partner, finish_section, opened.case_id, "company")).code
        == "NOT_FOUND"
    )


def test_nothing_strange_is_stored(opened: Delivery) -> None:
    send = lambda *given, item="", section="company": opened.do(  # noqa: E731
        opened.customer, save_answers, opened.case_id, section, item, list(given)
    )
    assert refusal(lambda: send(Given("no_such", "x"))).code == "NOT_FOUND"
    assert refusal(lambda: send(Given("name", "x"), item="one")).code == "NOT_FOUND"
    assert refusal(lambda: send(Given("name", "x"), section="groups")).code == "NOT_FOUND"
    assert refusal(lambda: send(Given("name", "x" * 4001))).code == "ANSWER_TOO_LONG"
    assert refusal(lambda: send(Given("name", "x"), section="network")).code == "NOT_FOUND"


def test_the_answers_are_signed_with_the_version_and_again_when_they_change(opened: Delivery) -> None:
    assert refusal(lambda: opened.do(opened.customer, sign_answers, opened.case_id)).code == "SIGN_DATA_FIRST"
    opened.upload()
    finish(opened, "company")
    opened.sign()
    with unit_of_work() as session:
        (row,) = session.exec(select(SignedAnswers)).all()
        assert (row.revision, row.signed_by) == (1, "Tove Exempelsson")
        assert row.sections["company"]["items"][0]["answers"]["name"] == "Exempelverken AB"
        assert row.sections["people"][0][:2] == ["telefoniansvarig", "Tove Exempelsson"]
        line = signed_line(session, session.get_one(DeliveryCase, opened.case_id))
        assert line
        assert line.still_so
    again = lambda: opened.do(opened.customer, sign_answers, opened.case_id)  # noqa: E731
    assert refusal(again).code == "ANSWERS_SIGNED_ALREADY"
    save(opened, "invoicing", email="a@exempel.se")
    assert (
        refusal(lambda: opened.do(with_role(opened, Role.FAKTURAANSVARIG), sign_answers, opened.case_id)).code
        == "SIGNATORY_NEEDED"
    )
    assert again().revision == 2


def test_an_operator_told_of_before_is_not_asked_about_again(opened: Delivery) -> None:
    opened.upload()
    for item in seen(opened, "operators").items:
        save(opened, "operators", item.item, **{**READY, "operator": item.value("operator")})
    finish(opened, "operators")
    opened.do(opened.customer, sign_off_version, opened.case_id, 1, default_donor="TELIA")
    with unit_of_work() as session:
        rows = session.exec(select(PortingPreparation)).all()
        assert rows
        assert all(row.answered_at for row in rows)
    assert opened.standing("porting_preparation") == "done"


def test_an_operator_with_a_doubt_is_still_asked_about(opened: Delivery) -> None:
    opened.upload()
    for item in seen(opened, "operators").items:
        save(opened, "operators", item.item, **{**READY, "operator": item.value("operator"), "debts": "yes"})
    finish(opened, "operators")
    opened.do(opened.customer, sign_off_version, opened.case_id, 1, default_donor="TELIA")
    assert opened.standing("porting_preparation") == "open"


def test_nothing_changes_once_work_has_begun(opened: Delivery) -> None:
    opened.finish_preparations()
    opened.begin(CaseState.GENOMFORANDE)
    assert refusal(lambda: save(opened, "company", name="Annat AB")).code == "ANSWERS_FROZEN"
    assert refusal(lambda: finish(opened, "company")).code == "ANSWERS_FROZEN"


def test_news_is_told_of_parts_and_signatures(opened: Delivery) -> None:
    finish(opened, "company")
    opened.upload()
    opened.sign()
    with unit_of_work() as session:
        kinds = {row.kind: row.payload for row in session.exec(select(OutboxEvent)).all()}
    assert kinds["delivery_case.section_done"] == {"section": "company"}
    assert kinds["delivery_case.answers_signed"]["revision"] == 1


@pytest.mark.parametrize("section", ["company", "invoicing", "consent"])
def test_another_customer_sees_nothing(opened: Delivery, section: str) -> None:
    stranger = Actor(ActorKind.CUSTOMER, "Främling", None, None, frozenset({Role.TELEFONIANSVARIG}))
    assert refusal(lambda: seen(opened, section, stranger)).code == "NOT_FOUND"
