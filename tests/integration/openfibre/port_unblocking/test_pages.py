"""The pages, as people on each side meet them: forms, refusals in words, both languages, and nothing too much."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime

import httpx
import pytest

from accounts import repository as accounts
from accounts.access import SESSION_COOKIE
from accounts.domain.roles import Role
from accounts.models import Organisation
from accounts.usecases.invite_person import invite_person
from accounts.usecases.register_organisation import register_customer
from accounts.usecases.sign_in import make_link, open_session
from infra.clock import current
from infra.db import unit_of_work
from openfibre.port_unblocking.domain.states import CaseState

from .conftest import ACCESS, Story, alike

HOME = "/fibre/unblockings"
TOKEN = re.compile(r'name="csrf" value="([^"]+)"')


class Browser:
    """Somebody signed in."""

    def __init__(self, http: httpx.Client, organisation: Organisation, role: Role, email: str) -> None:
        self.http = http
        with unit_of_work() as session:
            now = current(session)
            person = invite_person(session, organisation, role, email=email, name=email, now=now)
            token = make_link(session, person, datetime.now(UTC)).rsplit("/", 1)[1]
        with unit_of_work() as session:
            opened = open_session(session, token, datetime.now(UTC))
        http.cookies.set(SESSION_COOKIE, opened.token)

    def see(self, path: str = "", language: str = "") -> str:
        if language:
            self.http.post("/language", data={"language": language, "next": "/"})
        answer = self.http.get(f"{HOME}{path}")
        assert answer.status_code == 200, answer.text[:500]
        return answer.text

    def send(self, page: str, action: str, base: str = HOME, **form) -> httpx.Response:
        csrf = TOKEN.search(self.http.get(f"{base}{page}").text)
        assert csrf
        return self.http.post(f"{base}{action}", data={"csrf": csrf.group(1), **form})


@pytest.fixture
def people(make_client: Callable[[], httpx.Client], story: Story) -> dict[str, Browser]:
    found = {}
    with unit_of_work() as session:
        owner = accounts.operator(session)
        homes = {sp: session.get_one(Organisation, a.organisation_id) for sp, a in story.actors.items()}
    found["owner"] = Browser(make_client(), owner, Role.LEVERANSPLANERARE, "nils@exempel.se")
    for sp_id, home in homes.items():
        found[sp_id] = Browser(make_client(), home, Role.PARTNER_ADMIN, f"{sp_id.lower()}.person@exempel.se")
    return found


def switched(story: Story, new: Browser) -> str:
    opened = new.send(
        "/new", "/new", network="EXNET", access_id=ACCESS, services="BB-1000-100", sp_reference="N-1"
    )
    assert opened.status_code == 303
    case_id = opened.headers["location"].rsplit("/", 1)[1]
    story.until(case_id, CaseState.VERIFYING)
    checked = {"address": "yes", "apartment": "yes", "newly": "yes", "own": "no", "terminate": "yes"}
    assert new.send(f"/{case_id}", f"/{case_id}/verification", **checked).status_code == 303
    assert new.send(f"/{case_id}", f"/{case_id}/forced-order").status_code == 303
    story.until(case_id, CaseState.ACTIVE_NEW)
    return case_id


def test_the_whole_way_by_page(people: dict[str, Browser], story: Story) -> None:
    before = alike(story.port())
    case_id = switched(story, people["SP-N"])
    child = story.child(case_id, "SP-A").id
    lost = people["SP-A"]
    assert str(child) in lost.see()
    assert "14 dagar" in lost.see(f"/{child}")
    assert lost.send(f"/{child}", f"/{child}/contact", channel="phone").status_code == 303
    assert lost.send(f"/{child}", f"/{child}/dispute", reason="Bor kvar.").status_code == 303
    story.until(case_id, CaseState.RESTORED)
    assert alike(story.port()) == before
    shown = people["owner"].see(f"/{case_id}")
    assert "Porten är exakt som den var." in shown
    assert "Bredband A" in shown
    assert "Bor kvar." in shown
    assert people["SP-N"].send(f"/{case_id}", f"/{case_id}/consumer-informed").status_code == 303
    assert "Avslutad, ångrad" in people["SP-N"].see(f"/{case_id}")


def test_the_new_provider_s_pages_hold_no_trace_of_the_displaced(
    people: dict[str, Browser], story: Story
) -> None:
    case_id = switched(story, people["SP-N"])
    shown = people["SP-N"].see() + people["SP-N"].see(f"/{case_id}")
    for trace in ("SP-A", "Bredband A", "A-REF", "old-1", "1.2.3.4"):
        assert trace not in shown
    child = story.child(case_id, "SP-A").id
    assert people["SP-N"].http.get(f"{HOME}/{child}").status_code == 404
    assert people["SP-B"].http.get(f"{HOME}/{case_id}").status_code == 404
    assert "Bredband N" not in people["SP-A"].see(f"/{child}")


def test_a_refusal_stands_on_the_page_in_the_reader_s_language(
    people: dict[str, Browser], story: Story
) -> None:
    new = people["SP-N"]
    opened = new.send("/new", "/new", network="EXNET", access_id="1 2", services="VOIP", sp_reference="N-1")
    assert opened.status_code == 422
    assert 'value="1 2"' in opened.text, "what was typed is still there"
    case_id = story.open()
    story.until(case_id, CaseState.VERIFYING)
    refused = new.send(f"/{case_id}", f"/{case_id}/verification", address="yes", apartment="yes")
    assert refused.status_code == 409
    assert 'name="address" value="yes" checked' in refused.text
    assert "(G2)" in refused.text
    assert "konsumentens egna" in refused.text
    new.see(language="en")
    refused = new.send(f"/{case_id}", f"/{case_id}/verification", address="yes", apartment="yes")
    assert "not the consumer&#39;s own (G2)" in refused.text
    assert story.case(case_id).state is CaseState.VERIFYING


def test_a_form_without_our_token_changes_nothing(people: dict[str, Browser], story: Story) -> None:
    case_id = story.open()
    story.until(case_id, CaseState.VERIFYING)
    answer = people["SP-N"].http.post(f"{HOME}/{case_id}/cancellation", data={})
    assert answer.status_code == 403
    assert story.case(case_id).state is CaseState.VERIFYING


def test_a_customer_has_no_business_here(make_client, story: Story) -> None:
    with unit_of_work() as session:
        customer = register_customer(
            session, name="Kunden AB", org_number="5599999041", partner_id=None, now=current(session)
        )
    browser = Browser(make_client(), customer, Role.TELEFONIANSVARIG, "tove@exempel.se")
    assert browser.http.get(HOME).status_code == 403
    assert browser.http.get("/fibre/networks").status_code == 403


def test_a_provider_sets_its_answer_time_and_hears_of_a_wrong_one(
    people: dict[str, Browser], story: Story
) -> None:
    assert people["SP-A"].send("", "/answer-days", days="21").status_code == 303
    assert 'value="21"' in people["SP-A"].see()
    wrong = people["SP-A"].send("", "/answer-days", days="0")
    assert wrong.status_code == 422
    assert "1–90" in wrong.text


def test_the_owner_keeps_networks_and_freezes(people: dict[str, Browser], story: Story) -> None:
    owner = people["owner"]
    base = "/fibre/networks"
    made = owner.send("", "/new", base=base, code="NET2", name="Andra nätet", manner="portal")
    assert made.status_code == 303
    form = {"network_id": str(story.network_id), "starts_on": "2027-04-26", "ends_on": "2027-05-05"}
    assert owner.send("", "/freezes", base=base, **form).status_code == 303
    backwards = owner.send("", "/freezes", base=base, **{**form, "ends_on": "2027-04-01"})
    assert backwards.status_code == 422
    assert 'value="2027-04-01"' in backwards.text
    shown = owner.http.get(base).text
    assert "Andra nätet" in shown
    assert "mån 26 apr 2027" in shown
    assert people["SP-A"].http.get(base).status_code == 403


def test_the_owner_s_decisions_need_a_reason(people: dict[str, Browser], story: Story) -> None:
    case_id = switched(story, people["SP-N"])
    story.contact(case_id)
    story.operator.script({"provider": "SP-A", "operation": "ACTIVATE", "work": "altered"})
    story.dispute(case_id)
    story.until(case_id, CaseState.ROLLBACK_INCOMPLETE)
    owner = people["owner"]
    assert "Porten är inte som den var." in owner.see(f"/{case_id}")
    assert owner.send(f"/{case_id}", f"/{case_id}/acceptance", reason=" ").status_code == 422
    assert owner.send(f"/{case_id}", f"/{case_id}/acceptance", reason="Godtas.").status_code == 303
    assert "Godtas." in owner.see(f"/{case_id}")


def test_a_contact_made_earlier_is_counted_from_its_day(people: dict[str, Browser], story: Story) -> None:
    case_id = switched(story, people["SP-N"])
    child = story.child(case_id, "SP-A").id
    story.advance(days=2)
    lost = people["SP-A"]
    wrong = lost.send(f"/{child}", f"/{child}/contact", contacted_at="yesterday")
    assert wrong.status_code == 422
    assert 'value="yesterday"' in wrong.text
    early = lost.send(f"/{child}", f"/{child}/contact", contacted_at="2027-01-01T10:00")
    assert early.status_code == 422, "before the disconnection"
    right = lost.send(f"/{child}", f"/{child}/contact", contacted_at="2027-01-19T10:00", letter_to="")
    assert right.status_code == 303
    assert str(story.child(case_id, "SP-A").last_answer_day) == "2027-02-02"


def test_a_port_is_written_down_row_by_row() -> None:
    from openfibre.port_unblocking.pages.owner import port_from

    (only,) = port_from(
        {
            "provider": ["SP-A", ""],
            "service": ["BB-1000-100", ""],
            "ip_address": ["1.2.3.4", ""],
            "mac_address": ["AA:BB:CC:11:22:33", ""],
            "operational_state": ["", ""],
        }
    )
    assert only.characteristics == {"fixedIp": True, "ipAddress": ["1.2.3.4"]}
    assert only.operational_state == "ACTIVATED"
    assert port_from({}) == ()
