"""Invoicing as a planner and a partner meet it, over real HTTP."""

from __future__ import annotations

import re

import httpx
from lxml import etree
from sqlmodel import select

from accounts.repository import organisation
from accounts.usecases.api_clients import make_client as make_program
from accounts.usecases.register_organisation import register_partner
from infra.db import unit_of_work
from invoicing.models import Invoice
from invoicing.usecases.make_bases import make_bases
from invoicing.usecases.request_run import request_run

from .conftest import APRIL, Account, today


def csrf(page: str) -> str:
    found = re.search(r'name="csrf" value="([^"]+)"', page)
    assert found
    return found[1]


def test_a_planner_makes_bases_and_takes_them_out(account: Account, planner: httpx.Client) -> None:
    page = planner.get("/planner/invoicing")
    assert "Exempelverken AB" in page.text
    assert "Exempelverken AB" in planner.get("/planner/invoicing?q=559999-9009").text
    assert "Exempelverken AB" not in planner.get("/planner/invoicing?q=100%25").text
    answer = planner.post("/planner/invoicing/runs", data={"csrf": csrf(page.text), "as_of": str(today())})
    assert answer.status_code == 303
    assert "görs" in planner.get("/planner/invoicing").text, "a worker makes them"
    make_bases()
    assert "görs" not in planner.get("/planner/invoicing").text
    account_page = planner.get(f"/planner/invoicing/customers/{account.customer_id}").text
    paths = re.findall(r'href="(/planner/invoicing/invoices/[0-9a-f-]+)"', account_page)
    assert len(paths) >= 2
    for path in paths:
        assert "inte validerad" in planner.get(path).text, "the page says what was not checked"
        assert planner.get(f"{path}/csv").content.startswith(b"\xef\xbb\xbfreference;")
        assert etree.fromstring(planner.get(f"{path}/xml").content).tag.endswith("Invoice")
    run_csv = re.search(r'href="(/planner/invoicing/runs/[^"]+/csv)"', planner.get("/planner/invoicing").text)
    assert run_csv
    assert planner.get(run_csv[1]).text.count("FU-") >= len(paths)


def test_what_is_refused_says_why_on_the_page_and_changes_nothing(
    account: Account, planner: httpx.Client
) -> None:
    token = csrf(planner.get("/planner/invoicing").text)
    answer = planner.post("/planner/invoicing/runs", data={"csrf": token, "as_of": "i morgon"})
    assert answer.status_code == 422
    assert "i morgon" in answer.text
    bad = planner.post(
        "/planner/invoicing/usage",
        data={"csrf": token},
        files={"file": ("a.csv", b"org_number;day;kind;number;quantity\nx;y;z;1;2\nx;y;z;1;2\n")},
    )
    assert bad.status_code == 422
    assert "Rad 2" in bad.text
    assert "Rad 3" in bad.text
    order = planner.post(
        f"/planner/invoicing/customers/{account.customer_id}/orders",
        data={"csrf": token, "article": "user_softphone", "number": "+4791234567"},
    )
    assert order.status_code == 422
    assert 'id="number-error"' in order.text
    price = planner.post(
        "/planner/invoicing/prices",
        data={"csrf": token, "article": "statistics", "price": "gratis", "valid_from": "2028-01-01"},
    )
    assert 'id="price-error"' in price.text


def test_every_form_of_the_account_works(account: Account, planner: httpx.Client) -> None:
    here = f"/planner/invoicing/customers/{account.customer_id}"
    page = planner.get(here).text
    token = csrf(page)
    terms = {"csrf": token, "version": "1", "rhythm": "quarterly", "frame_agreement": "RA-7"}
    assert planner.post(f"{here}/terms", data=terms).status_code == 303
    order = {"csrf": token, "article": "user_mobile_plus", "number": "070-174 06 99", "quantity": "1"}
    assert planner.post(f"{here}/orders", data=order).status_code == 303
    work = {"csrf": token, "hours": "1", "fault_of": "customer", "reason": "brandvägg"}
    assert planner.post(f"{here}/work", data=work).status_code == 303
    thing = re.search(
        r'name="thing" value="(option:[^"]+)"><input type="hidden" name="period" value="([^"]+)"', page
    )
    assert thing
    waiver = {"csrf": token, "thing": thing[1], "period": thing[2], "reason": "lovat av säljaren"}
    assert planner.post(f"{here}/waivers", data=waiver).status_code == 303
    assert "lovat av säljaren" in planner.get(here).text
    ends = {"csrf": token, "thing": thing[1], "ends_on": "2027-12-31"}
    assert planner.post(f"{here}/ends", data=ends).status_code in (303, 404), "training is charged once"
    assert planner.get("/planner/invoicing/usage").status_code == 200
    assert planner.get("/planner/invoicing/prices").status_code == 200
    planner.post("/language", data={"language": "en", "next": here})
    assert "Waiting for a basis" in planner.get(here).text


def test_a_partner_reads_its_own_customers_bases_and_no_others(
    account: Account, planner: httpx.Client
) -> None:
    account.do(request_run, today())
    make_bases()
    with unit_of_work() as session:
        mine = organisation(session, account.delivery.partner.organisation_id)  # type: ignore[arg-type]
        other = register_partner(session, name="Andra AB", org_number="5599999041", now=APRIL)
        programs = [
            make_program(session, each, name=each.name, scopes=["invoices:read"], now=APRIL)
            for each in (mine, other)
        ]
        ids = [str(each.id) for each in session.exec(select(Invoice).order_by(Invoice.id))]  # type: ignore[arg-type]
    tokens = []
    for program in programs:
        form = {
            "grant_type": "client_credentials",
            "client_id": program.client_id,
            "client_secret": program.secret,
        }
        tokens.append(planner.post("/api/v1/oauth/token", data=form).json()["access_token"])
    own, foreign = ({"Authorization": f"Bearer {token}", "Accept": "application/json"} for token in tokens)
    first = planner.get("/api/v1/invoices?limit=1", headers=own).json()
    rest = planner.get(f"/api/v1/invoices?cursor={first['next_cursor']}", headers=own).json()
    assert [each["id"] for each in first["items"] + rest["items"]] == ids
    whole = planner.get(f"/api/v1/invoices/{ids[0]}", headers=own).json()
    assert sum(line["amount_ore"] for line in whole["lines"]) == whole["net_ore"]
    assert planner.get("/api/v1/invoices", headers=foreign).json()["items"] == []
    refused = planner.get(f"/api/v1/invoices/{ids[0]}", headers=foreign)
    assert (refused.status_code, refused.json()["code"]) == (404, "NOT_FOUND")
    assert planner.get("/api/v1/invoices").status_code == 401
