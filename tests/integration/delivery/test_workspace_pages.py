"""The workspace's pages over real HTTP: board, calendar, many at once, comments, files, timeline, two at one case."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import httpx
import pytest
from sqlalchemy import text

from accounts import repository as accounts
from accounts.domain.roles import Role
from accounts.usecases.invite_person import invite_person
from delivery.domain.states import CaseState
from delivery.models import DeliveryCase
from delivery.workspace.domain.capacity import UNLESS_SET
from infra.clock import current
from infra.db import unit_of_work

from .conftest import CSRF, GO_LIVE_ON, Delivery, sign_in

PDF = b"%PDF-1.7 an invented drawing"


@pytest.fixture
def page(opened: Delivery, make_client: Callable[[], httpx.Client]) -> httpx.Client:
    assert opened.planner.person_id
    return sign_in(make_client(), opened.planner.person_id)


@pytest.fixture
def colleague(opened: Delivery) -> UUID:
    """A second planner."""
    with unit_of_work() as session:
        operator = accounts.operator(session)
        assert operator
        person = invite_person(
            session,
            operator,
            Role.LEVERANSPLANERARE,
            email="rut.planerare@exempel.se",
            name="Rut Exempel",
            now=current(session),
        )
        return person.id


def mails(to: str, word: str) -> int:
    with unit_of_work() as session:
        found = text("SELECT count(*) FROM outgoing_mail WHERE recipient = :to AND plain LIKE :word")
        return int(session.execute(found, {"to": to, "word": f"%{word}%"}).scalar_one())


def case(delivery: Delivery) -> DeliveryCase:
    with unit_of_work() as session:
        return session.get_one(DeliveryCase, delivery.case_id)


def hidden(answer: str) -> list[tuple[str, str]]:
    """The fields of a confirming form."""
    form = answer[answer.index('action="/planner/bulk/do"') :]
    fields = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form)
    return [(name, html.unescape(value)) for name, value in fields]


def send(page: httpx.Client, path: str, fields: list[tuple[str, str]]) -> httpx.Response:
    body: dict[str, list[str]] = {}
    for name, value in fields:
        body.setdefault(name, []).append(value)
    return page.post(path, data=body)


def test_the_board_shows_each_case_in_its_phase_with_its_next_action(
    opened: Delivery, page: httpx.Client
) -> None:
    shown = page.get("/planner/board").text
    column = shown[shown.index("Förberedelser") : shown.index("Genomförande")]
    assert "Exempelverken AB" in column
    opened.finish_preparations()
    opened.begin(CaseState.GENOMFORANDE)
    shown = page.get("/planner/board").text
    column = shown[shown.index("Genomförande") : shown.index("Driftsättning")]
    assert "Exempelverken AB" in column


def test_a_day_over_its_capacity_is_marked(opened: Delivery, page: httpx.Client) -> None:
    there = f"/planner/calendar?from={GO_LIVE_ON}"
    assert f"1 av {UNLESS_SET}" in page.get(there).text
    form = {"csrf": CSRF, "day": str(GO_LIVE_ON), "cases": "x", "reason": "semester"}
    refused = page.post("/planner/calendar/capacity", data=form)
    assert refused.status_code == 422
    assert 'id="cases-error"' in refused.text
    assert 'value="semester"' in refused.text
    assert page.post("/planner/calendar/capacity", data={**form, "cases": "0"}).status_code == 303
    assert "Över: 1 av 0" in page.get(there).text
    assert page.post("/planner/calendar/capacity", data={**form, "day": "", "cases": "3"}).status_code == 303
    assert "klarar 3" in page.get(there).text
    assert "Över: 1 av 0" in page.get(there).text, "the day keeps its own word"
    assert page.get("/planner/calendar?from=0001-01-01").status_code == 200


def test_many_are_moved_after_a_preview_that_changes_nothing(
    opened: Delivery, page: httpx.Client, colleague: UUID
) -> None:
    late = opened.case_id
    opened.open(customer_name="Bageriet Exempel AB", org_number="559999-9017")
    day = date(2027, 3, 16)
    base = [("csrf", CSRF), ("chosen", str(late)), ("chosen", str(opened.case_id)), ("to", "")]
    nothing = send(page, "/planner/bulk", [*base, ("do", "move"), ("day", ""), ("reason", "vi hinner inte")])
    assert nothing.status_code == 422
    assert 'id="day-error"' in nothing.text
    assert 'value="vi hinner inte"' in nothing.text
    assert nothing.text.count(" checked") == 2, "what was ticked stays ticked"
    assert send(page, "/planner/bulk", [("csrf", CSRF), ("do", "note"), ("reason", "x")]).status_code == 422
    looked = send(
        page, "/planner/bulk", [*base, ("do", "move"), ("day", str(day)), ("reason", "vi hinner inte")]
    )
    assert "Det här går i 2 av 2" in looked.text
    assert case(opened).go_live_on == GO_LIVE_ON, "nothing is changed yet"
    with unit_of_work() as session:
        session.get_one(DeliveryCase, late).version += 1
    done = send(page, "/planner/bulk/do", [("csrf", CSRF), *hidden(looked.text)])
    assert "Gjort i 1 av 2" in done.text
    assert case(opened).go_live_on == day
    with unit_of_work() as session:
        assert session.get_one(DeliveryCase, late).go_live_on == GO_LIVE_ON, (
            "somebody else was first at this one"
        )
    saturday = send(page, "/planner/bulk", [*base, ("do", "move"), ("day", "2027-03-20"), ("reason", "x")])
    assert "Det här går i 0 av 2" in saturday.text
    assert "ingen arbetsdag" in saturday.text


def test_many_get_a_planner_a_reminder_and_a_note(
    opened: Delivery, page: httpx.Client, colleague: UUID
) -> None:
    base = [("csrf", CSRF), ("chosen", str(opened.case_id)), ("day", "")]

    def carry_out(do: str, to: str = "", reason: str = "") -> str:
        looked = send(page, "/planner/bulk", [*base, ("do", do), ("to", to), ("reason", reason)])
        assert looked.status_code == 200
        if "/planner/bulk/do" not in looked.text:
            return looked.text
        return send(page, "/planner/bulk/do", [("csrf", CSRF), *hidden(looked.text)]).text

    assert "Gjort i 1 av 1" in carry_out("assign", str(colleague))
    assert case(opened).planner_id == colleague
    assert "är redan ärendets planerare" in carry_out("assign", str(colleague))
    assert "Gjort i 1 av 1" in carry_out("remind", reason="Ring om något är oklart")
    assert mails("tove.exempelsson@exempel.se", "Ring om något är oklart") == 1, "a preview sends nothing"
    assert "redan påmints" in carry_out("remind")
    assert "Gjort i 1 av 1" in carry_out("note", reason="avstämt med kunden")
    assert "avstämt med kunden" in page.get(f"/planner/cases/{opened.case_id}").text


def test_a_comment_tells_whom_it_names_by_mail_and_in_a_list(
    opened: Delivery, page: httpx.Client, colleague: UUID, make_client: Callable[[], httpx.Client]
) -> None:
    here = f"/planner/cases/{opened.case_id}/comments"
    wrong = page.post(here, data={"csrf": CSRF, "text": "@rutt kan du ringa? info@exempel.se"})
    assert wrong.status_code == 422
    assert "@rutt är ingen hos oss" in html.unescape(wrong.text)
    assert "@rutt kan du ringa? info@exempel.se</textarea>" in wrong.text
    assert page.post(here, data={"csrf": CSRF, "text": " "}).status_code == 422
    said = "@rut.planerare och @Tage: <b>växeln</b> är klar. @rut ring info@exempel.se"
    assert page.post(here, data={"csrf": CSRF, "text": said}).status_code == 303
    assert "&lt;b&gt;växeln" in page.get(here).text
    assert mails("rut.planerare@exempel.se", "nämner dig") == 1, "named twice, told once"
    hers = sign_in(make_client(), colleague)
    assert "Till mig <b>1</b>" in hers.get("/planner").text
    waiting = hers.get("/planner/mentions").text
    tick = re.search(r'action="(/planner/mentions/[0-9a-f-]+/seen)"', waiting)
    assert tick
    assert page.post(tick[1], data={"csrf": CSRF}).status_code == 404, "somebody else's"
    assert hers.post(tick[1], data={"csrf": CSRF}).status_code == 303
    assert "Till mig <b>" not in hers.get("/planner").text
    assert "är klar" in page.get(f"/planner/cases/{opened.case_id}/timeline").text


def test_a_file_is_kept_shared_and_removed(
    opened: Delivery, page: httpx.Client, make_client: Callable[[], httpx.Client]
) -> None:
    here = f"/planner/cases/{opened.case_id}/files"

    def upload(name: str, content: bytes, **fields: str) -> httpx.Response:
        return page.post(
            here, data={"csrf": CSRF, "note": "ritning", **fields}, files={"file": (name, content)}
        )

    for name, content in (
        ("sida.html", b"<script>"),
        ("bild.png", b"<script>"),
        ("mapp/avtal.exe", b"MZ"),
        ("tom.pdf", b""),
        ("text.txt", b"a\x00b"),
    ):
        refused = upload(name, content)
        assert refused.status_code == 422, name
        assert 'id="file-error"' in refused.text
        assert 'value="ritning"' in refused.text
    assert upload("stor.pdf", PDF + bytes(20 * 1024 * 1024)).status_code == 413
    assert upload("..\\ritning å.pdf", PDF).status_code == 303
    kept = re.search(rf'href="({here}/[0-9a-f-]+)"', page.get(here).text)
    assert kept
    got = page.get(kept[1])
    assert got.content == PDF
    assert got.headers["content-disposition"].startswith("attachment;")
    assert "filename*=UTF-8''ritning%20%C3%A5.pdf" in got.headers["content-disposition"]
    assert got.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in got.headers["content-security-policy"]
    assert opened.customer.person_id
    customer = sign_in(make_client(), opened.customer.person_id)
    assert customer.get(kept[1]).status_code == 403
    theirs = kept[1].removeprefix("/planner")
    assert customer.get(theirs).status_code == 404, "not shared yet"
    assert page.post(f"{kept[1]}/share", data={"csrf": CSRF}).status_code == 303
    assert customer.get(theirs).content == PDF
    assert "ritning" in customer.get(f"/cases/{opened.case_id}/status").text
    first = opened.case_id
    opened.open(contact_email="annan@exempel.se", customer_name="En annan AB", org_number="559999-9017")
    assert opened.customer.person_id
    stranger = sign_in(make_client(), opened.customer.person_id)
    assert stranger.get(theirs).status_code == 404
    assert page.get(kept[1].replace(str(first), str(opened.case_id))).status_code == 404
    assert page.post(f"{kept[1]}/remove", data={"csrf": CSRF, "reason": "fel fil"}).status_code == 303
    assert page.get(kept[1]).status_code == 404
    with unit_of_work() as session:
        assert session.execute(text("SELECT count(*) FROM stored_file")).scalar_one() == 0
    assert "fel fil" in page.get(f"/planner/cases/{first}/timeline").text


def test_the_whole_timeline_is_walked_without_gap(opened: Delivery, page: httpx.Client) -> None:
    with unit_of_work() as session:
        session.execute(
            text(
                "INSERT INTO case_note (id, case_id, kind, text, facts, by, at) SELECT gen_random_uuid(), :c, "
                "'note', 'rad ' || n || '.', '{}', 'Pia', now() - n * interval '1 minute' "
                "FROM generate_series(1, 250) n"
            ),
            {"c": opened.case_id},
        )
    path, seen = f"/planner/cases/{opened.case_id}/timeline", []
    while path:
        answer = page.get(path).text
        seen += re.findall(r"«rad (\d+)\.»", answer)
        older = re.search(r'href="([^"]+timeline\?before=[^"]+)"', answer)
        path = html.unescape(older[1]) if older else ""
    assert [int(each) for each in seen] == list(range(1, 251))
    assert page.get(f"/planner/cases/{opened.case_id}/timeline?before=nonsense").status_code == 200


def test_the_second_of_two_planners_sees_what_the_first_did_and_decides(
    opened: Delivery, page: httpx.Client, colleague: UUID, make_client: Callable[[], httpx.Client]
) -> None:
    here = f"/planner/cases/{opened.case_id}"
    hers = sign_in(make_client(), colleague)

    def form(client: httpx.Client) -> dict[str, str]:
        found = re.search(
            r'action="[^"]+/go-live-date".*?name="version" value="(\d+)"', client.get(here).text
        )
        assert found
        return {"csrf": CSRF, "version": found[1]}

    mine, theirs = form(page), form(hers)
    first, second = GO_LIVE_ON + timedelta(days=7), GO_LIVE_ON + timedelta(days=14)
    assert (
        page.post(
            f"{here}/go-live-date", data={**mine, "day": str(first), "reason": "kunden bad"}
        ).status_code
        == 303
    )
    late = hers.post(f"{here}/go-live-date", data={**theirs, "day": str(second), "reason": "vi hinner inte"})
    assert late.status_code == 409
    assert case(opened).go_live_on == first, "the first's change stands"
    alert = late.text[late.text.index('role="alert"') :][:1500]
    assert "kunden bad" in alert
    assert "Pia Planerare" in alert
    assert f'value="{second}"' in late.text
    assert 'value="vi hinner inte"' in late.text
    again = re.search(r'action="[^"]+/go-live-date".*?name="version" value="(\d+)"', late.text)
    assert again
    decided = {"csrf": CSRF, "version": again[1], "day": str(second), "reason": "vi hinner inte"}
    assert hers.post(f"{here}/go-live-date", data=decided).status_code == 303
    assert case(opened).go_live_on == second


def test_all_numbers_are_paged_by_state(opened: Delivery, page: httpx.Client) -> None:
    opened.finish_preparations()
    opened.begin(CaseState.GENOMFORANDE)
    shown = page.get("/planner/numbers?state=pending").text
    assert shown.count("<tr data-row>") == 100
    following = re.search(r'href="(/planner/numbers\?state=pending&amp;after=[^"]+)"', shown)
    assert following
    rest = page.get(html.unescape(following[1])).text
    first, last = (re.findall(r'class="num"><a[^>]+>([^<]+)<', each) for each in (shown, rest))
    assert not set(first) & set(last)
    assert page.get("/planner/numbers?state=ported").status_code == 200
    assert page.get("/planner/numbers?state=nonsense&after=x_y").status_code == 200
