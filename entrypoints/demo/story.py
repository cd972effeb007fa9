"""The delivery story: order, customer data, porting with its troubles, SIM cards, the day, hand-over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Final

import httpx

from delivery.customer_data.gateways.sample_workbook import make_sample_workbook
from delivery.domain.preparation import QUESTIONS
from entrypoints.demo import cast
from entrypoints.demo.timekeeper import Timekeeper
from entrypoints.demo.visitor import Visitor
from entrypoints.first_start import PLANNER, begin
from infra.clock import STOCKHOLM
from infra.db import unit_of_work
from kernel.workdays import add_workdays

if TYPE_CHECKING:
    from accounts.usecases.api_clients import ClientSecret
    from entrypoints.embedded import Embedded

_XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Story:
    """Each chapter goes the way its person or program would: over HTTP, by pages, mails and API."""

    def __init__(self, product: Embedded, say: Callable[[str], None]) -> None:
        self.product, self.say = product, say
        self.time = Timekeeper(product.gateway)
        self.customer = Visitor(product.base_url)
        self.planner = Visitor(product.base_url)
        self.case_id = ""

    def tell(self) -> None:
        """All chapters in order."""
        secret = self.prepare()
        self.order(secret)
        self.customer_data()
        self.preparation_and_mandates()
        self.planner_opens_the_gate()
        self.rejection_is_repaired()
        self.sims_are_sent()
        self.the_day()
        self.hand_over()

    def prepare(self) -> ClientSecret:
        """An operator with staff, a partner with a key, a gateway with scripted donors, cards in stock."""
        self.product.gateway.script(cast.SCRIPT)
        self.time.go_to(cast.ORDERED_AT)
        with unit_of_work() as session:
            made = begin(session, cast.ORDERED_AT)
        if made is None:
            raise RuntimeError("the story needs an empty data folder")
        return made.partner_secret

    def order(self, secret: ClientSecret) -> None:
        """1. A reseller opens the case by API."""
        with httpx.Client(base_url=self.product.base_url, timeout=30) as partner:
            token = partner.post(
                "/api/v1/oauth/token",
                data={"grant_type": "client_credentials"},
                auth=(secret.client_id, secret.secret),
            ).raise_for_status()
            answer = partner.post(
                "/api/v1/delivery-cases",
                headers={
                    "Authorization": f"Bearer {token.json()['access_token']}",
                    "Idempotency-Key": "order-4711",
                },
                json={
                    "customer": {"name": cast.COMPANY, "org_number": cast.ORG_NUMBER},
                    "contact": {"name": cast.CONTACT, "email": cast.CONTACT_EMAIL},
                    "go_live_on": str(cast.GO_LIVE_ON),
                    "agreement_address": cast.ADDRESS,
                    "size": cast.USERS,
                    "external_reference": "4711",
                },
            ).raise_for_status()
        case = answer.json()
        self.case_id = case["id"]
        self.say(f"A partner opens {case['reference']} for {cast.COMPANY}, go-live {cast.GO_LIVE_ON}.")

    def customer_data(self) -> None:
        """2. The customer uploads a workbook with faults, then the right one, and signs it off."""
        self.sign_in(self.customer, cast.CONTACT_EMAIL)
        faulty = make_sample_workbook(cast.USERS, cast.FAULTS, "sv", cast.SEED)
        self.upload("kunddata.xlsx", faulty)
        found = [code for code in cast.FAULTS if code in self.customer.page]
        if len(found) != len(cast.FAULTS):
            raise RuntimeError(f"of the faults {cast.FAULTS} only {found} came back")
        self.say(f"The customer uploads a workbook; {len(found)} faults come back row by row.")
        self.upload("kunddata-rättad.xlsx", make_sample_workbook(cast.USERS, (), "sv", cast.SEED))
        unclear = "TELIA" if "default_donor" in self.customer.page else ""
        self.customer.submit("/sign", sure="yes", default_donor=unclear)
        self.say(f"The corrected workbook is accepted and signed off by {cast.CONTACT}.")

    def upload(self, name: str, content: bytes) -> None:
        self.customer.open(f"/cases/{self.case_id}/data")
        self.customer.submit("/data", files={"file": (name, content, _XLSX)})

    def preparation_and_mandates(self) -> None:
        """3. The questions about each donor are answered, each mandate signed, the rest filled in."""
        donors = 0
        while path := self.task_link("/preparation/"):
            self.customer.open(path)
            self.customer.submit(path, yes=[question.key for question in QUESTIONS])
            donors += 1
            if donors > len(QUESTIONS):
                break
        signed = 0
        while path := self.task_link("/mandates/"):
            self.customer.open(path)
            if not any(form.action.endswith("/sign") for form in self.customer.forms()):
                break
            self.customer.submit("/sign", name=cast.CONTACT, sure="yes")
            signed += 1
        base = f"/cases/{self.case_id}"
        self.fill_in(f"{base}/questions/invoicing", email="faktura@exempel.se")
        self.fill_in(f"{base}/questions/training", wanted="yes", users="20", form=["remote"])
        self.say(f"{donors} present operators prepared, {signed} mandates signed.")

    def fill_in(self, path: str, **answers: str | list[str]) -> None:
        """Answer a part of the questionnaire and say that it is right."""
        self.customer.open(path)
        self.customer.submit(path, None, do="done", **{f"q-{key}": value for key, value in answers.items()})

    def task_link(self, part: str) -> str:
        """The link of a task that is still to do; empty when none is."""
        page = self.customer.open(f"/cases/{self.case_id}")
        for item in page.split("<li>")[1:]:
            if part in item and 'class="status now"' in item:
                return item.split('href="', 1)[1].split('"', 1)[0]
        return ""

    def planner_opens_the_gate(self) -> None:
        """4. Leads, start-up meeting, gate; orders are laid up and sent by the worker."""
        self.sign_in(self.planner, PLANNER[1])
        self.at_case()
        self.planner.submit("/leads")
        self.time.next_workday(3)
        self.at_case()
        self.planner.submit("/meeting/book", at="2027-01-18T10:00", place="Teams")
        self.at_case()
        self.planner.submit("/meeting/held", notes="Allt enligt avtalet.")
        self.stock_cards()
        self.at_case()
        self.planner.submit("/gates/genomförande")
        self.time.settle()
        self.say("The gate of förberedelser opens; porting orders are sent by the worker.")

    def stock_cards(self) -> None:
        self.at_case("/sims")
        self.planner.submit(
            "/sims/stock", files={"file": ("stock.csv", cast.sim_stock(cast.USERS), "text/csv")}
        )

    def at_case(self, tab: str = "") -> None:
        self.planner.open(f"/planner/cases/{self.case_id}{tab}")

    def rejection_is_repaired(self) -> None:
        """5. The rejection: contact, correction, second attempt, charged. The dropped one: found, not resent."""
        self.at_case("/numbers")
        self.planner.submit("/contact", channel="phone", note=f"Avtalet står på {cast.SUBSIDIARY}.")
        fee = next(
            form.checkboxes["accept_fee"] for form in self.planner.forms() if "accept_fee" in form.checkboxes
        )
        self.planner.submit(
            "/retry", owner_id=cast.SUBSIDIARY_NUMBER, owner_name=cast.SUBSIDIARY, accept_fee=fee
        )
        self.time.settle()
        self.say(f"A wrong owner is repaired after contact; the second attempt costs {int(fee) // 100} kr.")
        self.time.next_workday(4)
        self.say("Late answers come in; the dropped request was found by look-up and not sent again.")

    def sims_are_sent(self) -> None:
        """6. Cards as approvals came in: one envelope a card, one parcel an address; then the work itself."""
        self.at_case("/sims")
        self.planner.submit("/sims/pack")
        self.planner.submit("/dispatch", tracking="EX123456789SE")
        self.time.next_workday(2)
        self.customer.open(f"/cases/{self.case_id}/status")
        self.customer.submit("/received")
        for key in ("licences", "subscriptions", "configuration"):
            self.at_case()
            self.planner.submit(f"/activities/{key}/done")
        self.at_case()
        self.planner.submit("/gates/driftsättning")
        self.customer.open(f"/cases/{self.case_id}")
        self.customer.submit("/confirm/app_accounts")
        self.time.settle()
        self.say("SIM cards are packed, sent and received; each user gets a start mail.")

    def the_day(self) -> None:
        """7. The numbers move at their hour; the main number last; test calls are logged."""
        self.time.to_day(cast.GO_LIVE_ON, 10)
        self.time.to_day(cast.GO_LIVE_ON, 15)
        self.at_case()
        self.planner.submit("/activities/documentation/done")
        self.at_case("/go-live")
        self.planner.submit("/sample")
        calls = 0
        while forms := [form for form in self.planner.forms() if form.action.endswith("/test-calls")]:
            self.planner.send(forms[0], ok="yes", note="Svarar.")
            calls += 1
        self.planner.submit("/live")
        self.say(
            f"On {cast.GO_LIVE_ON} the numbers move; {calls} test calls are made; the switchboard is live."
        )

    def hand_over(self) -> None:
        """7. After two working days customer service takes over."""
        day = add_workdays(cast.GO_LIVE_ON, 2)
        self.time.go_to(datetime(day.year, day.month, day.day, 9, tzinfo=STOCKHOLM))
        self.at_case("/go-live")
        self.planner.submit("/hand-over")
        self.time.settle()
        self.say("After two working days the case is handed over to customer service.")

    def sign_in(self, visitor: Visitor, email: str) -> None:
        """By the link in the mail, as everybody does."""
        visitor.open("/sign-in")
        visitor.submit("/sign-in", email=email)
        mail = self.product.mail.wait_for(email, containing="/sign-in/")
        link = next(word for word in mail.text.split() if "/sign-in/" in word)
        visitor.open(link.removeprefix(self.product.base_url))
        visitor.submit(link.removeprefix(self.product.base_url))

    def close(self) -> None:
        self.customer.close()
        self.planner.close()
