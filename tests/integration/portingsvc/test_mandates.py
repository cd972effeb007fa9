"""CU-05: the fullmakt: two jointly, BankID, validity, revocation, and what it stops."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

import pytest

from infra.clock import current
from infra.db import unit_of_work
from infra.files import load_file
from kernel.errors import DomainError
from kernel.ids import new_id
from portingsvc.domain.mandate_text import fingerprint, shortened
from portingsvc.domain.states import MandateState, OrderState
from portingsvc.gateways import bankid
from portingsvc.queries import mandates_of_case
from portingsvc.usecases.mandates import Signature, make_mandate, require_two, revoke_mandate, sign_mandate
from portingsvc.usecases.plan_orders import OrderItem, plan_orders
from portingsvc.usecases.release_orders import release_orders
from portingsvc.usecases.sign_with_bankid import follow_bankid, start_bankid
from portingsvc.usecases.watch_donors import watch_donors
from simulators.bankid.process import BankIdProcess

from .conftest import GO_LIVE, OWNER, Story, by
from .test_wishes import NUMBER, OTHER, in_state

TOVE, ERIK = new_id(), new_id()


def signed_by(name: str, mandate_id: UUID, person: UUID) -> None:
    with unit_of_work() as session:
        cause = by("customer", current(session), name)
        cause = type(cause)(cause.role, cause.name, cause.now, person)
        sign_mandate(session, mandate_id, Signature(name, "127.0.0.1", "a test"), cause)


def unsigned(story: Story) -> UUID:
    """A second mandate of the case, for another number."""
    with unit_of_work() as session:
        made = make_mandate(
            session,
            customer_id=story.customer_id,
            partner_id=None,
            case_id=story.case_id,
            donor_code="TELE2",
            owner_id=OWNER,
            owner_name="Exempelverken AB",
            series=[OTHER],
            cause=by("planner", current(session)),
        )
        return made.id


def state_of(story: Story, mandate_id: UUID) -> MandateState:
    with unit_of_work() as session:
        return next(m.state for m in mandates_of_case(session, story.case_id) if m.id == mandate_id)


def test_two_jointly_are_two_persons_and_one_document_with_both(story: Story) -> None:
    story.order(NUMBER)
    mandate_id = unsigned(story)
    with unit_of_work() as session:
        require_two(session, mandate_id, by("customer", current(session)))
    signed_by("Tove Exempelsson", mandate_id, TOVE)
    assert state_of(story, mandate_id) is MandateState.SENT
    for name, person in (("Tove Exempelsson", ERIK), ("Erik Exempelman", TOVE)):
        with pytest.raises(DomainError) as same:
            signed_by(name, mandate_id, person)
        assert same.value.code == "ALREADY_SIGNED"
    signed_by("Erik Exempelman", mandate_id, ERIK)
    with unit_of_work() as session:
        line = next(m for m in mandates_of_case(session, story.case_id) if m.id == mandate_id)
        assert line.state is MandateState.SIGNED
        assert line.signatory_name == "Tove Exempelsson, Erik Exempelman"
        hashes = {each["sha256"] for each in line.evidence["signatures"]}
        assert len(hashes) == 1, "both signed the same text"
        assert line.document_id is not None
        assert load_file(session, line.document_id).content.startswith(b"%PDF")


def test_a_half_signed_mandate_releases_nothing(story: Story) -> None:
    story.order(NUMBER)
    mandate_id = unsigned(story)
    with unit_of_work() as session:
        require_two(session, mandate_id, by("customer", current(session)))
    signed_by("Tove Exempelsson", mandate_id, TOVE)
    with pytest.raises(DomainError) as missing, unit_of_work() as session:
        plan_orders(
            session,
            customer_id=story.customer_id,
            partner_id=None,
            case_id=story.case_id,
            items=[OrderItem(*OTHER, "TELE2", "165599999009", "Exempelverken AB")],
            port_at=GO_LIVE,
            cause=by("planner", current(session)),
        )
        release_orders(session, story.case_id, by("planner", current(session)))
    assert missing.value.code == "MANDATE_MISSING"


def test_a_revoked_mandate_stops_what_is_not_sent_and_only_that(story: Story) -> None:
    story.order(NUMBER)
    story.settle(in_state(OrderState.DATE_CONFIRMED))
    with unit_of_work() as session:
        (line,) = mandates_of_case(session, story.case_id)
        revoke_mandate(session, line.id, by("customer", current(session)))
    assert story.orders()[0].state is OrderState.DATE_CONFIRMED, "what is at the donor is not stopped by this"


def test_a_revoked_mandate_stops_an_order_on_its_way_out(story: Story) -> None:
    story.order(NUMBER)
    with unit_of_work() as session:
        (line,) = mandates_of_case(session, story.case_id)
        revoke_mandate(session, line.id, by("customer", current(session)))
    story.work()
    assert story.orders()[0].state is OrderState.CANCELLED
    assert story.gateway.books()["requests_received"] == 0


def test_a_mandate_runs_out_after_three_months(story: Story) -> None:
    story.order(NUMBER, release=False)
    story.advance(days=93)
    watch_donors()
    with unit_of_work() as session:
        (line,) = mandates_of_case(session, story.case_id)
        assert line.state is MandateState.EXPIRED
    with pytest.raises(DomainError) as missing, unit_of_work() as session:
        release_orders(session, story.case_id, by("planner", current(session)))
    assert missing.value.code == "MANDATE_MISSING"
    assert missing.value.facts["donor"] == "Telia"
    assert story.now() > GO_LIVE + timedelta(days=60)


@pytest.fixture
def bank(monkeypatch: pytest.MonkeyPatch) -> Iterator[BankIdProcess]:
    with BankIdProcess() as process:
        client = bankid.BankId(process.base_url, True, b"a pepper")
        monkeypatch.setattr("portingsvc.usecases.sign_with_bankid.signer", lambda: client)
        yield process
        client.close()


def start(story: Story, mandate_id: UUID) -> str:
    with unit_of_work() as session:
        cause = by("customer", current(session), "Tove Exempelsson")
        return start_bankid(session, mandate_id, address="127.0.0.1", cause=cause).order_ref


def follow(order_ref: str) -> str:
    with unit_of_work() as session:
        cause = by("customer", current(session), "Tove Exempelsson")
        return follow_bankid(session, order_ref, cause).status


def test_bankid_signs_the_text_that_its_app_showed(story: Story, bank: BankIdProcess) -> None:
    story.order(NUMBER)
    mandate_id = unsigned(story)
    ref = start(story, mandate_id)
    assert follow(ref) == "pending"
    shown = bank.orders()[ref]
    assert "165599999009" in shown
    assert "070-174 06 06" in shown
    bank.act(ref, "complete")
    assert (follow(ref), follow(ref)) == ("complete", "complete"), "asked again, it is kept once"
    with unit_of_work() as session:
        line = next(m for m in mandates_of_case(session, story.case_id) if m.id == mandate_id)
    assert (line.state, line.signatory_name) == (MandateState.SIGNED, "Tove Exempelsson")
    assert line.evidence["method"] == "bankid"
    assert line.evidence["bank_signature"]
    assert "199001012385" not in str(line.evidence), "the personal number itself is not kept"


def test_one_who_has_typed_a_name_does_not_sign_again_by_bankid(story: Story, bank: BankIdProcess) -> None:
    story.order(NUMBER)
    mandate_id = unsigned(story)
    with unit_of_work() as session:
        require_two(session, mandate_id, by("customer", current(session)))
    signed_by("tove exempelsson", mandate_id, ERIK)
    ref = start(story, mandate_id)
    bank.act(ref, "complete")
    with pytest.raises(DomainError) as same:
        follow(ref)
    assert same.value.code == "ALREADY_SIGNED"


def test_a_text_too_long_for_the_app_is_bound_by_its_fingerprint() -> None:
    lines = ["Fullmakt", *(f"08-465 004 {n:02d}" for n in range(100))]
    assert shortened(lines, 10_000) == "\n".join(lines)
    short = shortened(lines, 300)
    assert len(short.encode()) <= 300
    assert short.startswith("Fullmakt\n08-465 004 00\n")
    assert short.endswith(f"101 rader, står i fullmakten med SHA-256 {fingerprint(lines)}")


def test_a_signing_that_is_turned_away_leaves_the_mandate_as_it_was(
    story: Story, bank: BankIdProcess
) -> None:
    story.order(NUMBER)
    mandate_id = unsigned(story)
    ref = start(story, mandate_id)
    bank.act(ref, "failed", hint="userCancel")
    assert follow(ref) == "failed"
    assert state_of(story, mandate_id) is MandateState.SENT


def test_a_bankid_that_is_away_is_said_so(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    story.order(NUMBER)
    nowhere = bankid.BankId("http://127.0.0.1:9", True, b"a pepper")
    monkeypatch.setattr("portingsvc.usecases.sign_with_bankid.signer", lambda: nowhere)
    with pytest.raises(DomainError) as away:
        start(story, unsigned(story))
    nowhere.close()
    assert away.value.code == "BANKID_AWAY"


def test_the_qr_code_moves_each_second_as_bankid_s_own_example() -> None:
    token, secret = "67df3917-fa0d-44e5-b327-edcc928297f8", "d28db9a7-4cde-429e-a983-359be676944c"
    texts = [bankid.qr_text(token, secret, second) for second in (0, 1, 2)]
    code = "dc69358e712458a66a7525beef148ae8526b1c71610eff2c16cdffb4cdac9bf8"
    assert texts[0] == f"bankid.{token}.0.{code}"
    assert len(set(texts)) == 3
