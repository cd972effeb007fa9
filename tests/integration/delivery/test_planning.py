"""Re-planning: the difference is shown before it is saved, saved as it was shown, and told to those concerned."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import httpx
import pytest
from sqlmodel import select

from delivery import queries
from delivery.domain.options import Option
from delivery.domain.states import CaseState
from delivery.models import DeliveryCase
from delivery.planning.domain.difference import Change, Difference, RowKind, Slip
from delivery.planning.usecases.replan import preview, replan
from delivery.usecases.complete_activity import waive_activity
from infra.db import unit_of_work
from infra.mail import OutgoingMail
from infra.outbox import OutboxEvent

from .conftest import CONTACT, CSRF, GO_LIVE_ON, Delivery, refusal, sign_in

LATER = date(2027, 3, 16)
Make = Callable[[], httpx.Client]


def mails(template_word: str) -> list[str]:
    with unit_of_work() as session:
        rows = session.exec(select(OutgoingMail)).all()
    return sorted(row.recipient for row in rows if template_word in row.plain)


def due(delivery: Delivery) -> dict[str, date | None]:
    return {line.key: line.due_on for phase in delivery.view().phases for line in phase.activities}


def test_what_is_previewed_is_what_is_saved_and_the_preview_leaves_nothing(opened: Delivery) -> None:
    change = Change(go_live_on=LATER, options=frozenset({Option.SOFTPHONE}))
    before, version = due(opened), opened.view().line.version
    shown: Difference = opened.plan(preview, change)
    assert (due(opened), opened.view().line.version) == (before, version)
    assert mails("flyttad") == []
    saved: Difference = opened.plan(
        replan, change, version=version, seen=shown.digest, reason="kundens önskan"
    )
    assert saved == shown
    added = {row.key for row in saved.rows if row.kind is RowKind.ADDED}
    assert added == {"it_contact", "network_ready"}
    assert due(opened)["documentation"] == LATER
    assert saved.told == ("Tove Exempelsson",), "the planner made it; the leads are not named yet"
    assert mails("flyttad") == [CONTACT]


def test_scope_that_shrinks_takes_its_rows_along_but_not_what_was_settled(delivery: Delivery) -> None:
    delivery.open(options=("softphone", "training"))
    delivery.plan(waive_activity, "it_contact", reason="samma person")
    made: Difference = delivery.plan(replan, Change(options=frozenset()), reason="ångrade sig")
    removed = {row.key for row in made.rows if row.kind is RowKind.REMOVED}
    assert removed == {"network_ready", "training"}
    assert delivery.standing("it_contact") == "waived"
    with unit_of_work() as session:
        kinds = session.exec(select(OutboxEvent.kind)).all()
    assert "delivery_case.scope_changed" in kinds


def test_a_slip_pushes_the_plan_and_says_when_the_day_is_lost(opened: Delivery) -> None:
    change = Change(slip=Slip("customer_data", date(2027, 2, 19)))
    made: Difference = opened.plan(replan, change, reason="listan kommer sent")
    assert made.held is not None
    assert (made.held.key, made.held.day) == ("customer_data", date(2027, 4, 6)), (
        "six weeks from complete data"
    )
    pushed = {row.key: row for row in made.rows}
    assert pushed["numbers_ported"].pushed_by == "porting_requested"
    assert opened.view().line.go_live_on == GO_LIVE_ON, "a slip alone moves no day that was promised"
    back: Difference = opened.plan(replan, Change(slip=Slip("customer_data", None)), reason="kom ändå")
    assert {row.after for row in back.rows if row.key == "customer_data"} == {date(2027, 1, 19)}
    assert back.held is None


REFUSED = {
    "no reason": (Change(slip=Slip("mandate", LATER)), "", "REASON_REQUIRED", "reason"),
    "in the past": (Change(slip=Slip("mandate", date(2027, 1, 4))), "sen", "SLIP_IN_THE_PAST", "expected_on"),
    "nothing": (Change(go_live_on=GO_LIVE_ON), "", "NOTHING_TO_CHANGE", "go_live_on"),
    "a Sunday": (Change(go_live_on=date(2027, 3, 14)), "", "GO_LIVE_NOT_A_WORKING_DAY", "go_live_on"),
    "too early": (Change(go_live_on=date(2027, 1, 29)), "", "GO_LIVE_TOO_EARLY", "go_live_on"),
}


@pytest.mark.parametrize(("change", "reason", "code", "field"), REFUSED.values(), ids=REFUSED)
def test_a_wrong_change_is_refused_at_its_field(
    opened: Delivery, change: Change, reason: str, code: str, field: str
) -> None:
    refused = refusal(lambda: opened.plan(replan, change, reason=reason))
    assert (refused.code, refused.field) == (code, field)


def test_what_is_done_cannot_slip_and_a_live_case_keeps_its_scope(opened: Delivery) -> None:
    opened.upload()
    opened.sign()
    late = Change(slip=Slip("customer_data", LATER))
    assert refusal(lambda: opened.plan(replan, late, reason="sen")).code == "ACTIVITY_ENDED"
    with unit_of_work() as session:
        from sqlalchemy import text

        session.execute(text("UPDATE delivery_case SET state = 'efterarbete'"))
    scope = Change(options=frozenset({Option.STATISTICS}))
    assert refusal(lambda: opened.plan(replan, scope)).code == "SCOPE_SETTLED"


def test_the_day_is_confirmed_when_each_link_is_and_preliminary_again_when_one_falls(
    opened: Delivery,
) -> None:
    opened.finish_preparations()
    opened.begin(CaseState.GENOMFORANDE)
    for key in ("porting_requested", "porting_confirmed"):
        opened.plan(waive_activity, key, reason="prov")
    assert [link.key for link in opened.view().missing_links] == ["configuration"]
    opened.tell("configuration")
    with unit_of_work() as session:
        assert session.get_one(DeliveryCase, opened.case_id).go_live_confirmed_at is not None
    opened.plan(replan, Change(options=frozenset({Option.SIP_PHONES})))
    assert [link.key for link in opened.view().missing_links] == ["network_ready"]
    with unit_of_work() as session:
        assert session.get_one(DeliveryCase, opened.case_id).go_live_confirmed_at is None
        lines = queries.timeline(session, opened.planner, opened.case_id)
    assert [line.event for line in lines if line.event.startswith("go_live_")] == [
        "go_live_unconfirmed",
        "go_live_confirmed",
    ]


def test_the_page_shows_the_difference_then_saves_what_it_showed(opened: Delivery, make_client: Make) -> None:
    assert opened.planner.person_id
    page = sign_in(make_client(), opened.planner.person_id)
    here = f"/planner/cases/{opened.case_id}/plan"
    plain = page.get(here)
    assert plain.status_code == 200
    assert "30 arbetsdagar före driftstart" in plain.text
    asked = {"go_live": str(LATER), "scope": "1", "option": "softphone", "reason": "kundens önskan"}
    shown = page.get(here, params=asked)
    assert "tis 16 mars 2027" in shown.text
    assert "Inget är sparat än" in shown.text
    assert opened.view().line.go_live_on == GO_LIVE_ON
    seen = re.search(r'name="seen" value="([0-9a-f]+)"', shown.text)
    assert seen
    version = opened.view().line.version
    opened.plan(replan, Change(go_live_on=date(2027, 3, 9)))
    form = {**asked, "csrf": CSRF, "seen": seen[1], "version": str(version)}
    second = page.post(here, data=form)
    assert second.status_code == 409
    assert opened.view().line.go_live_on == date(2027, 3, 9), "the second sees the first's change and decides"
    assert "tis 9 mars 2027" in second.text
    stale = page.post(here, data={**form, "version": str(version + 1)})
    assert (stale.status_code, "Se den igen nedan" in stale.text) == (409, True)
    fresh = re.search(r'name="seen" value="([0-9a-f]+)"', stale.text)
    assert fresh
    saved = page.post(here, data={**form, "version": str(version + 1), "seen": fresh[1]})
    assert saved.status_code == 303
    assert opened.view().line.go_live_on == LATER


def test_a_wrong_day_keeps_what_was_typed(opened: Delivery, make_client: Make) -> None:
    assert opened.planner.person_id
    page = sign_in(make_client(), opened.planner.person_id)
    here = f"/planner/cases/{opened.case_id}/plan"
    asked = {"go_live": "2027-03-14", "reason": "efter sportlovet", "slip": "mandate", "until": "2027-02-01"}
    wrong = page.get(here, params=asked)
    assert wrong.status_code == 422
    assert 'value="efter sportlovet"' in wrong.text
    assert 'value="2027-03-14"' in wrong.text
    assert page.get(here, params={"slip": "nonsense"}).status_code == 404
    assert page.get(here, params={"go_live": "i morgon"}).status_code == 422
