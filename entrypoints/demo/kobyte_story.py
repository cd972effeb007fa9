"""A change of operator in flow I and one in flow II, side by side, each step by the page of the party whose it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from entrypoints.demo import kobyte_cast as cast
from entrypoints.demo.timekeeper import Timekeeper
from entrypoints.demo.visitor import Visitor
from entrypoints.first_start import PLANNER, begin
from infra.db import unit_of_work
from openfibre.operator_change.domain.parties import Flow
from openfibre.operator_change.domain.routes import Content

if TYPE_CHECKING:
    from entrypoints.embedded import Embedded

_ALL: Final = sorted(cast.OWNERS)
_AGREED: Final = [n for n in _ALL if cast.OWNERS[n] != cast.WITHOUT]
_CONFLICT: Final = 409
_SEE_OTHER: Final = 303


class Change:
    """One project, and everybody's way to it."""

    def __init__(self, flow: Flow, visitors: dict[str, Visitor]) -> None:
        self.flow, self.visitors = flow, visitors
        self.base = ""
        self.refused: list[str] = []

    def at(self, who: str, tab: str = "") -> Visitor:
        """A party's browser on a tab of the project."""
        visitor = self.visitors[who]
        visitor.open(f"{self.base}{'/' if tab else ''}{tab}")
        return visitor

    def finish(self, who: str, *beginnings: str) -> None:
        """Say that those open activities of one's to-do list are done, in every wave."""
        visitor = self.at(who)
        csrf = next(form.fields["csrf"] for form in visitor.forms() if "csrf" in form.fields)
        for row in visitor.page.split("<tr>"):
            action = re.search(r'action="([^"]+/done)"', row)
            key = re.search(r'num">([0-9A-Z.a-z]+)</span>', row)
            if action and key and key[1].startswith(beginnings):
                answer = visitor.http.post(action[1], data={"csrf": csrf}, follow_redirects=False)
                if answer.status_code != _SEE_OTHER:
                    raise RuntimeError(f"{key[1]} of {who} answered {answer.status_code}")

    def all_finish(self, *beginnings: str) -> None:
        """As `finish`, for every party."""
        for who in cast.PEOPLE:
            self.finish(who, *beginnings)

    def send(self, who: str, content: Content, rows: list[cast.Row], *to: str) -> str:
        """Send a file by the form of its way."""
        visitor = self.at(who, "data")
        way = f"{content}:{'+'.join(to)}"
        form = next(form for form in visitor.forms() if form.fields.get("way") == way)
        return visitor.send(form, files={"file": cast.table(content, rows)})

    def wave_step(self, event: str) -> None:
        """The wave's next step, by the lead."""
        visitor = self.at("TKO", "timeline")
        form = next(form for form in visitor.forms() if form.fields.get("event") == event)
        visitor.send(form)

    def step(self, event: str, day: date | None = None) -> None:
        """The project's next step, by the lead."""
        visitor = self.at("TKO")
        form = next(form for form in visitor.forms() if form.fields.get("event") == event)
        values: dict[str, Any] = {"day": str(day)} if day else {}
        visitor.send(form, **values)


class KoByteStory:
    """Chapter by chapter, both projects in each."""

    def __init__(self, product: Embedded, say: Callable[[str], None]) -> None:
        self.product, self.say = product, say
        self.time = Timekeeper(product.gateway)
        self.visitors = {key: Visitor(product.base_url) for key in ("planner", *cast.PEOPLE)}
        self.changes = [Change(flow, self.visitors) for flow in Flow]

    def tell(self) -> None:
        """All chapters in order; time moves between them."""
        self.time.go_to(cast.BEGAN_AT)
        with unit_of_work() as session:
            if begin(session, cast.BEGAN_AT) is None:
                raise RuntimeError("the story needs an empty data folder")
        self.sign_in("planner", PLANNER[1])
        self.each(self.open_project)
        for key, (_, _, _, email) in cast.PEOPLE.items():
            self.sign_in(key, email)
        self.say("Two changes of operator are opened, flow I and flow II; every party signs in by its link.")
        self.on(cast.STARTED_ON, self.plan)
        self.say("Plans are agreed by those whose word they need; the cut-over is set to a month shift.")
        self.on(cast.DATA_ON, self.exchange)
        self.say("Data goes by the ways that each flow allows; a faulty file comes back row by row.")
        self.on(cast.INFORM_ON, self.inform)
        self.on(cast.MIGRATION_DATA_ON, self.migration_data)
        self.say("Customers are informed; the cross-reference is published, each provider its own rows.")
        self.on(cast.TECHNICAL_ON, self.migrate)
        self.say("In the freeze the accesses move; one is left dark.")
        self.on(cast.RECONCILE_ON, self.reconcile)
        self.say("The dark one is connected, lists match, receipts are given; the waves close.")
        self.on(cast.CUT_OVER, self.close_project)
        self.say("The cut-over has passed, final bills are sent; both projects close.")

    def each(self, chapter: Callable[[Change], None]) -> None:
        for change in self.changes:
            chapter(change)

    def on(self, day: date, chapter: Callable[[Change], None]) -> None:
        self.time.to_day(day)
        self.each(chapter)
        self.time.settle()

    def sign_in(self, key: str, email: str) -> None:
        """By the link in the mail, as everybody does."""
        visitor = self.visitors[key]
        visitor.open("/sign-in")
        visitor.submit("/sign-in", email=email)
        mail = self.product.mail.wait_for(email, containing="/sign-in/")
        link = next(word for word in mail.text.split() if "/sign-in/" in word)
        path = link.removeprefix(self.product.base_url)
        visitor.open(path)
        visitor.submit(path)

    def open_project(self, change: Change) -> None:
        """The form of a new project; in flow I the old contract has migration terms."""
        visitor = self.visitors["planner"]
        visitor.open("/ko-byte/new")
        values: dict[str, Any] = {"name": f"Exempelstad {change.flow}", "agreement": "2"}
        if change.flow is Flow.I:
            values["has_migration_terms"] = "yes"
        for key, (company, number, person, email) in cast.PEOPLE.items():
            values |= {
                f"{key}_name": company,
                f"{key}_org_number": number,
                f"{key}_contact_name": person,
                f"{key}_contact_email": email,
            }
        values[f"{cast.WITHOUT}_party"] = "TLU"
        visitor.submit("/ko-byte/new", **values)
        change.base = visitor.path

    def plan(self, change: Change) -> None:
        """Steps 2–4: signed, started, plans and contacts, a wave, the cut-over."""
        change.step("sign", cast.BEGAN_AT.date())
        change.step("start", cast.STARTED_ON)
        change.at("TKO", "timeline").submit("/waves", name="Centrum", technical_on=str(cast.TECHNICAL_ON))
        for kind, who in (
            ("projektplan", ("AKO", "TKO")),
            ("kommunikationsplan", ("NO", "TKO", *cast.WITH_AGREEMENT)),
        ):
            document = {"file": (f"{kind}.txt", kind.encode(), "text/plain")}
            change.at("TKO", "correspondence").submit("/documents", document, kind=kind, title=kind)
            for each in who:
                visitor = change.at(each, "correspondence")
                visitor.send([form for form in visitor.forms() if form.action.endswith("/agree")][-1])
        for each in ("NO", "AKO", "TKO"):
            self.contact(change, each, "projektledare")
        change.all_finish("1.", "2.", "3.")
        change.step("agree_plan")
        change.at("TKO", "timeline").submit("/brytpunkt", day=str(cast.CUT_OVER))
        change.at("TKO", "timeline").submit("/process", day=str(cast.STARTED_ON))
        change.step("migrate")
        change.wave_step("open_data")

    def contact(self, change: Change, who: str, kind: str) -> None:
        _, _, person, email = cast.PEOPLE[who]
        change.at(who, "correspondence").submit("/contacts", kind=kind, name=person, email=email)

    def exchange(self, change: Change) -> None:
        """Step 5: first a file with a duplicate, then the right ones, by the flow's ways."""
        faulty = change.send("AKO", Content.ACCESS, [*map(cast.access, _ALL), cast.access(1)], "TKO")
        if "ACCESS_DUPLICATE" not in faulty:
            raise RuntimeError("the duplicate was not found")
        change.send("AKO", Content.ACCESS, [cast.access(n) for n in _ALL], "TKO")
        change.send("AKO", Content.SERVICE, [cast.service(n) for n in _ALL], "TLA", "TLU")
        if change.flow is Flow.I:
            change.send("AKO", Content.SERVICE, [cast.service(n) for n in _AGREED], "TKO")
        else:
            self.refused_way(change)
            for each in cast.WITH_AGREEMENT:
                own = [cast.service(n) for n in _ALL if cast.OWNERS[n] == each]
                change.send(each, Content.SERVICE, own, "TKO")
        new = [{**cast.access(n), "access_id_nytt": f"NY-{n:04d}"} for n in _ALL]
        change.send("TKO", Content.ACCESS, new, "TLA")
        change.wave_step("settle_data")
        change.all_finish("5.", "6.")
        change.wave_step("inform")

    def refused_way(self, change: Change) -> None:
        """Flow II has no form from AKO to TKO; sending all the same is refused."""
        visitor = change.at("AKO", "data")
        form = next(form for form in visitor.forms() if form.action.endswith("/data"))
        answer = visitor.http.post(
            form.action,
            data={**form.fields, "way": "tjanstedata:TKO"},
            files={"file": cast.table(Content.SERVICE, [cast.service(1)])},
        )
        if answer.status_code != _CONFLICT:
            raise RuntimeError(f"a way outside the flow answered {answer.status_code}")
        change.refused.append("ROUTE_NOT_IN_FLOW")

    def inform(self, change: Change) -> None:
        """Step 7: everybody who informs customers says so."""
        change.all_finish("7.")

    def migration_data(self, change: Change) -> None:
        """Migration data, the cross-reference, and the freeze with every yes it needs."""
        change.send("TKO", Content.MIGRATION, [cast.moved(n) for n in _ALL], "TLA")
        change.at("TKO", "timeline").submit("/cross-reference")
        provider = change.at(cast.WITH_AGREEMENT[0], "data")
        links = [link for link in provider.links() if re.search(r"/data/[0-9a-f-]+$", link)]
        rows = provider.http.get(links[0]).text
        if "NY-0001" not in rows or "NY-0006" in rows:
            raise RuntimeError("a provider must get its own rows and no others")
        first, last = cast.FREEZE
        change.at("TKO", "timeline").submit("/freeze", first=str(first), last=str(last))
        for each in ("AKO", "TKO", *cast.WITH_AGREEMENT):
            change.at(each, "timeline").submit("/freeze/yes")
        change.wave_step("migrate")

    def migrate(self, change: Change) -> None:
        """Step 8: the two lists; one access is forgotten on Connected."""
        self.hand(change, "AKO", "Disconnected", _ALL)
        self.hand(change, "TKO", "Connected", _AGREED[:-1])
        change.all_finish("8.NO", "8.AKO", "8.TKO", "8.TLA", "8.TLU.a")

    def hand(self, change: Change, who: str, kind: str, numbers: list[int]) -> None:
        visitor = change.at(who, "reconciliation")
        form = next(
            form
            for form in visitor.forms()
            if form.action.endswith("/lists") and form.fields.get("kind") == kind
        )
        visitor.send(form, files={"file": cast.listed(numbers)})

    def reconcile(self, change: Change) -> None:
        """Step 9: the dark one is found and connected; lists are signed; contacts; the wave closes."""
        change.wave_step("hand_over")
        if "DARK" not in change.at("TKO", "reconciliation").page:
            raise RuntimeError("the access left dark was not found")
        self.hand(change, "TKO", "Connected", _AGREED)
        for who in ("AKO", "TKO", *cast.WITH_AGREEMENT):
            self.sign_all(change, who)
        for who, kind in (
            ("NO", "ko_avtal"),
            ("TKO", "2_line"),
            *((p, "1_line") for p in cast.WITH_AGREEMENT),
        ):
            self.contact(change, who, kind)
        change.wave_step("close")

    def sign_all(self, change: Change, who: str) -> None:
        visitor = change.at(who, "reconciliation")
        while forms := [form for form in visitor.forms() if form.action.endswith("/receipts")]:
            visitor.send(forms[0])

    def close_project(self, change: Change) -> None:
        """Step 10, once the cut-over has passed and the final bills are out."""
        change.all_finish("8.TLU.b", "9.")
        change.step("close")

    def close(self) -> None:
        for visitor in self.visitors.values():
            visitor.close()
