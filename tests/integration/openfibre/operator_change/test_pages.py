"""The pages over real HTTP: each party its own list, its own rows, and the words of what went wrong."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import httpx
import pyrage
import pytest
from sqlmodel import col, select, update

from accounts.access import SESSION_COOKIE
from accounts.domain.roles import Role
from accounts.models import Person
from accounts.usecases.invite_person import invite_person
from accounts.usecases.register_organisation import register_fibre_party, register_operator
from accounts.usecases.sign_in import make_link, open_session
from infra.db import unit_of_work
from infra.mail import OutgoingMail
from openfibre.operator_change.domain.columns import COLUMNS, PLAIN, file_name
from openfibre.operator_change.domain.routes import Content
from openfibre.operator_change.models import KoParty, KoRow, KoSealedFetch, KoSealedFile, KoSealedLink
from openfibre.operator_change.usecases.correspond import give_key
from openfibre.operator_change.usecases.seal_data import KEPT_AFTER_CLOSURE, purge
from openfibre.operator_change.usecases.set_wave import set_freeze

from .conftest import MED, MED_2, UTAN, Change, csv_of, migration_row, service_row

Browser = Callable[[str], httpx.Client]
MAIL = {MED: "meja@exempel.se", MED_2: "tage@exempel.se", UTAN: "ulla@exempel.se"}
MAIL |= {"AKO": "adam@exempel.se", "TKO": "tilda@exempel.se", "NO": "nora@exempel.se"}


@pytest.fixture
def browser(make_client: Callable[[], httpx.Client], change: Change) -> Browser:
    """A signed-in browser of whoever is at a party."""

    def signed_in(who: str) -> httpx.Client:
        client, now = make_client(), datetime.now(UTC)
        with unit_of_work() as session:
            person = session.exec(select(Person).where(Person.email == MAIL.get(who, who))).one()
            token = make_link(session, person, now).rsplit("/", 1)[1]
        with unit_of_work() as session:
            client.cookies.set(SESSION_COOKIE, open_session(session, token, now).token)
        return client

    return signed_in


def csrf_of(page: str) -> str:
    return re.findall(r'name="csrf" value="([^"]+)"', page)[0]


def post(client: httpx.Client, change: Change, path: str, files=None, **data: str) -> httpx.Response:
    base = f"/ko-byte/{change.project_id}"
    token = csrf_of(client.get(base).text)
    return client.post(f"{base}{path}", data={"csrf": token, **data}, files=files)


def test_everybody_starts_at_their_projects_and_sees_their_own_list(browser: Browser, change: Change) -> None:
    provider = browser(MED)
    assert provider.get("/").headers["location"] == "/ko-byte"
    assert "Exempelstad" in provider.get("/ko-byte").text
    mine = provider.get(f"/ko-byte/{change.project_id}").text
    keys = set(re.findall(r'num">([0-9]+\.[A-Z]+\.[a-z])</span>', mine))
    assert keys == {"2.TLA.a", "3.TLA.a", "6.TLA.a", "7.TLA.a", "8.TLA.a", "9.TLA.a", "9.TLA.b"}
    lead = browser("TKO").get(f"/ko-byte/{change.project_id}").text
    assert "10.TKO.a" in lead
    assert "8.AKO.b" not in lead


def test_an_invitation_leads_to_the_project(browser: Browser, change: Change) -> None:
    with unit_of_work() as session:
        mails = session.exec(select(OutgoingMail).where(OutgoingMail.recipient == MAIL[UTAN])).all()
    assert len(mails) == 1
    assert "tjänsteleverantör utan KO-avtal" in mails[0].plain
    assert "/sign-in/" in mails[0].plain


def test_a_stranger_to_the_project_finds_nothing(browser: Browser, change: Change) -> None:
    now = datetime.now(UTC)
    with unit_of_work() as session:
        other = register_fibre_party(session, name="Annan KO", org_number="5599999587", now=now)
        invite_person(session, other, Role.NATKONTAKT, email="annan@exempel.se", name="Annan", now=now)
    stranger = browser("annan@exempel.se")
    for path in ("", "/timeline", "/data", "/reconciliation", "/correspondence"):
        foreign = stranger.get(f"/ko-byte/{change.project_id}{path}")
        unknown = stranger.get(f"/ko-byte/01a1fca7-fb95-70b9-9550-f03bf6dc408a{path}")
        assert foreign.status_code == unknown.status_code == 404
    assert stranger.get("/planner").status_code == 403
    assert browser("TKO").get(f"/ko-byte/{change.project_id}/nothing").status_code == 404


def test_the_timeline_draws_and_tells_what_is_late(browser: Browser, change: Change) -> None:
    change.at(date(2027, 4, 13))
    lead = browser("TKO")
    page = lead.get(f"/ko-byte/{change.project_id}/timeline").text
    assert '<svg class="gantt"' in page
    assert 'aria-describedby="gantt-table"' in page
    assert page.count('<polygon class="bad"') == 5
    row = next(each for each in page.split("<tr>") if "<b>D3</b>" in each)
    assert "försenad" in row
    assert "1 d" in row
    assert "Försenat: 5" in page
    provider = browser(MED).get(f"/ko-byte/{change.project_id}/timeline").text
    assert '<svg class="gantt"' not in provider
    assert "D3" not in provider
    english = lead.get(f"/ko-byte/{change.project_id}/timeline", headers={"Accept-Language": "en"})
    assert english.status_code == 200


def test_a_refusal_is_told_on_the_page_in_words(browser: Browser, change: Change) -> None:
    lead = browser("TKO")
    refused = post(lead, change, "/steps", event="sign")
    assert refused.status_code == 409
    assert "avtalsdatum" in refused.text
    assert post(lead, change, "/steps", event="sign", day="2027-01-04").status_code == 303
    assert post(lead, change, "/steps", event="nonsense").status_code == 422
    assert post(lead, change, "/waves", technical_on="i morgon").status_code == 422
    assert post(lead, change, "/waves", technical_on="2071-01-01").status_code == 422
    assert post(browser(MED), change, "/steps", event="start", day="2027-01-04").status_code == 403
    wave = f"/waves/{change.wave_id}"
    assert post(lead, change, f"{wave}/freeze", first="2027-04-26", last="2027-05-02").status_code == 422
    assert post(lead, change, f"{wave}/freeze", first="2027-04-26", last="2027-05-05").status_code == 303


def test_what_was_typed_is_still_there_when_it_is_refused(browser: Browser, change: Change) -> None:
    lead = browser("TKO")
    party = {"name": "Nytt Bolag", "org_number": "559999-0000", "contact_name": "Kim", "agreed": "yes"}
    page = post(lead, change, "/parties", contact_email="kim@exempel.se", **party)
    assert page.status_code == 422
    for typed in ("Nytt Bolag", "559999-0000", "Kim", "kim@exempel.se"):
        assert f'value="{typed}"' in page.text
    assert 'name="agreed" value="yes" checked' in page.text
    page = post(
        lead, change, "/contacts", kind="2_line", name="", email="kim@exempel.se", phone="08-465 00 401"
    )
    assert (page.status_code, 'value="08-465 00 401"' in page.text) == (422, True)
    assert '<option value="2_line" selected>' in page.text
    wave = f"/waves/{change.wave_id}"
    page = post(lead, change, f"{wave}/freeze", first="2027-04-26", last="2027-05-02")
    assert page.text.count('value="2027-04-26"') == 1
    assert 'value="2027-05-02"' in page.text
    page = post(lead, change, f"{wave}/date", technical_on="2027-06-07")
    assert (page.status_code, 'value="2027-06-07"' in page.text) == (422, True)
    page = post(lead, change, "/brytpunkt", day="2027-05-15")
    assert (page.status_code, 'value="2027-05-15"' in page.text) == (422, True)
    page = post(lead, change, "/fees", segment="PRIVAT", effective_on="2027-06-01", notice_months="99")
    assert (page.status_code, 'value="99"' in page.text) == (422, True)
    page = post(lead, change, "/steps", event="sign", regardless="yes")
    assert (page.status_code, 'name="regardless" value="yes" checked' in page.text) == (422, True)


def test_a_contact_person_is_erased_on_the_page(browser: Browser, change: Change) -> None:
    provider = browser(MED)
    post(provider, change, "/contacts", kind="1_line", name="Sven Exempelsson")
    letters = f"/ko-byte/{change.project_id}/correspondence"
    action = f"/ko-byte/{change.project_id}/contacts/"
    assert action not in browser("TKO").get(letters).text, "only its own party erases it"
    contact = re.findall(r'contacts/([0-9a-f-]{36})/erase"', provider.get(letters).text)[0]
    assert post(browser(MED_2), change, f"/contacts/{contact}/erase").status_code == 403
    assert post(provider, change, f"/contacts/{contact}/erase").status_code == 303
    assert "Sven Exempelsson" not in provider.get(letters).text


def upload(client: httpx.Client, change: Change, way: str, data: bytes, **more: str) -> httpx.Response:
    content = Content(way.partition(":")[0])
    files = {"file": (file_name(content, "csv"), data, "text/csv")}
    return post(client, change, f"/waves/{change.wave_id}/data", files, way=way, **more)


def test_a_provider_fetches_its_own_rows_and_nobody_elses(browser: Browser, change: Change) -> None:
    lead = browser("TKO")
    rows = [migration_row(1), migration_row(2, MED_2)]
    assert upload(lead, change, "migreringsdata:TLA", csv_of(Content.MIGRATION, rows)).status_code == 303
    links = {}
    for who in (MED, MED_2, UTAN):
        page = browser(who).get(f"/ko-byte/{change.project_id}/data").text
        links[who] = re.findall(rf'href="(/ko-byte/{change.project_id}/data/[^"?]+)"', page)
    assert links[MED] == links[MED_2] != []
    assert links[UTAN] == []
    csv = browser(MED).get(links[MED][0])
    assert "attachment" in csv.headers["content-disposition"]
    lines = csv.content.decode("utf-8-sig").splitlines()
    assert lines[0] == ";".join(column.name for column in PLAIN)
    assert len(lines) == 2
    assert "AC-1;NY-1" in lines[1]
    assert browser(UTAN).get(links[MED][0]).status_code == 404
    assert browser(MED_2).get(links[MED][0] + "?xlsx=true").content[:4] == b"PK\x03\x04"


def test_what_a_file_lacks_is_told_row_by_row(browser: Browser, change: Change) -> None:
    sender = browser("AKO")
    faulty = [service_row(1), service_row(1), service_row(2, "Okänd AB")]
    answer = upload(sender, change, "tjanstedata:TLA+TLU", csv_of(Content.SERVICE, faulty))
    assert answer.status_code == 303
    page = sender.get(answer.headers["location"]).text
    assert "ACCESS_DUPLICATE" in page
    assert "TL_UNKNOWN" in page
    assert "1 rader mottagna, 2 avvisade" in page
    assert upload(sender, change, "migreringsdata:TLA", b"x").status_code == 409
    assert upload(sender, change, "tjanstedata:Ingen", b"x").status_code == 422
    assert post(sender, change, f"/waves/{change.wave_id}/data", way="tjanstedata:TKO").status_code == 422


def test_templates_have_the_headings_of_the_format(browser: Browser, change: Change) -> None:
    client = browser("AKO")
    base = f"/ko-byte/{change.project_id}/template"
    plain = client.get(f"{base}/migreringsdata").content.decode("utf-8-sig").strip()
    assert plain.split(";") == [column.name for column in PLAIN]
    whole = client.get(f"{base}/migreringsdata?sensitive=true").content.decode("utf-8-sig").strip()
    assert whole.split(";") == [column.name for column in COLUMNS]
    assert client.get(f"{base}/annat").status_code == 422


SECRET = {"kund_namn": "Tove Exempelsson", "kund_epost": "tove.exempelsson@exempel.se"}


def keys_for(change: Change, *who: str) -> dict[str, pyrage.x25519.Identity]:
    made = {name: pyrage.x25519.Identity.generate() for name in who}
    for name, identity in made.items():
        change.do(name, give_key, change.project_id, str(identity.to_public()))
    return made


def sealed_upload(browser: Browser, change: Change) -> httpx.Response:
    rows = [migration_row(1, **SECRET), migration_row(2, MED_2, kund_namn="Åke Annan")]
    data = csv_of(Content.MIGRATION, rows, sensitive=True)
    return upload(browser("TKO"), change, "migreringsdata:TLA", data, sensitive="yes")


def test_a_protected_file_is_sealed_for_each_receiver_and_fetched_by_a_logged_link(
    browser: Browser, change: Change
) -> None:
    keys = keys_for(change, MED, MED_2)
    assert sealed_upload(browser, change).status_code == 303
    assert change.rows(KoRow) == [], "nothing of it lies in the open"
    files = {each.party_id: each for each in change.rows(KoSealedFile)}
    mine, other = files[change.part(MED)], files[change.part(MED_2)]
    assert b"Tove" not in mine.content
    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt(other.content, [keys[MED]])
    client = browser(MED)
    page = post(client, change, f"/sealed/{mine.id}/link").text
    link = re.findall(r'href="(/sealed/[^"]+)"', page)[0]
    opened = pyrage.decrypt(client.get(link).content, [keys[MED]]).decode("utf-8-sig")
    assert "Tove Exempelsson" in opened
    assert "Åke Annan" not in opened
    assert browser(MED_2).get(link).status_code == 404
    assert post(browser(MED_2), change, f"/sealed/{mine.id}/link").status_code == 404
    with unit_of_work() as session:
        past = datetime.now(UTC) - timedelta(minutes=1)
        session.execute(update(KoSealedLink).values(expires_at=past))
    assert client.get(link).status_code == 404
    outcomes = [each.outcome for each in change.rows(KoSealedFetch)]
    assert outcomes == ["fetched", "expired"]
    assert "länken hade gått ut" in client.get(f"/ko-byte/{change.project_id}/data").text


def test_without_a_key_nothing_is_sealed_and_nothing_kept(browser: Browser, change: Change) -> None:
    keys_for(change, MED)
    refused = sealed_upload(browser, change)
    assert refused.status_code == 409
    assert MED_2 in refused.text
    assert change.rows(KoSealedFile) == []
    bad = post(browser(MED_2), change, "/key", age_recipient="age1-nej")
    assert bad.status_code == 422
    assert "age-keygen" in bad.text
    assert {each.age_recipient for each in change.rows(KoParty, KoParty.name == MED_2)} == {""}


def test_protected_files_are_purged_after_closure(browser: Browser, change: Change) -> None:
    keys_for(change, MED, MED_2)
    sealed_upload(browser, change)
    closed_at = datetime(2027, 7, 1, tzinfo=UTC)
    with unit_of_work() as session:
        from openfibre.operator_change.models import KoProject

        project = session.get_one(KoProject, change.project_id)
        assert purge(session, project, closed_at, closed_at + KEPT_AFTER_CLOSURE - timedelta(1)) == 0
        assert purge(session, project, closed_at, closed_at + KEPT_AFTER_CLOSURE) == 2
    assert {each.content for each in change.rows(KoSealedFile)} == {None}
    mine = change.rows(KoSealedFile, col(KoSealedFile.party_id) == change.part(MED))[0]
    assert post(browser(MED), change, f"/sealed/{mine.id}/link").status_code == 404


def test_a_planner_opens_a_project_and_keeps_what_was_typed_when_refused(
    browser: Browser, make_client: Callable[[], httpx.Client]
) -> None:
    now = datetime.now(UTC)
    with unit_of_work() as session:
        operator = register_operator(session, name="Växla", org_number="5599999033", now=now)
        invite_person(session, operator, Role.LEVERANSPLANERARE, email="pia@exempel.se", name="Pia", now=now)
    planner = browser("pia@exempel.se")
    page = planner.get("/ko-byte/new").text
    typed = {"csrf": csrf_of(page), "name": "Nystad", "agreement": "1"}
    for n, key in enumerate(("NO", "AKO", "TKO")):
        typed |= {
            f"{key}_name": f"Bolag {key}",
            f"{key}_org_number": ("559999-9512", "559999-9520", "559999-9530")[n],
            f"{key}_contact_name": "Kim",
            f"{key}_contact_email": f"kim.{key.lower()}@exempel.se",
        }
    refused = planner.post("/ko-byte/new", data=typed)
    assert refused.status_code == 422
    assert "559999-9530" in refused.text
    assert 'value="Nystad"' in refused.text
    typed["TKO_org_number"] = "559999-9538"
    made = planner.post("/ko-byte/new", data=typed)
    assert made.status_code == 303
    assert "Nystad" in planner.get(made.headers["location"]).text
    assert browser(MED).get("/ko-byte/new").status_code == 403


def test_documents_are_read_by_those_they_are_for(browser: Browser, change: Change) -> None:
    lead = browser("TKO")
    file = {"file": ("plan.txt", b"plan", "text/plain")}
    answer = post(lead, change, "/documents", file, kind="projektplan", title="Plan A", readers="AKO")
    assert answer.status_code == 303
    page = browser("AKO").get(f"/ko-byte/{change.project_id}/correspondence").text
    path = re.findall(r'href="(/ko-byte/[^"]+/documents/[^"]+)"', page)[0]
    assert browser("AKO").get(path).content == b"plan"
    provider = browser(MED)
    assert "Plan A" not in provider.get(f"/ko-byte/{change.project_id}/correspondence").text
    assert provider.get(path).status_code == 404
    assert post(provider, change, "/documents/" + path.rsplit("/", 1)[1] + "/agree").status_code == 404
    assert post(browser("AKO"), change, "/documents/" + path.rsplit("/", 1)[1] + "/agree").status_code == 303
    assert [each.done_at is not None for each in change.todo("4.AKO.a")] == [True]
    assert post(lead, change, "/documents", kind="projektplan", title="Utan fil").status_code == 422


def test_messages_and_fee_notices(browser: Browser, change: Change) -> None:
    provider = browser(MED)
    sent = post(provider, change, "/messages", to=str(change.part("TKO")), text="När byts portalen?")
    assert sent.status_code == 303
    assert "När byts portalen?" in browser("TKO").get(f"/ko-byte/{change.project_id}/correspondence").text
    assert "När byts" not in browser(MED_2).get(f"/ko-byte/{change.project_id}/correspondence").text
    assert post(provider, change, "/messages", to=str(change.part("TKO")), text=" ").status_code == 422
    assert post(provider, change, "/messages", to=str(change.project_id), text="x").status_code == 404
    fees = {"segment": "PRIVAT", "effective_on": "2027-06-01", "notice_months": ""}
    assert post(provider, change, "/fees", **fees).status_code == 303
    assert "tors 1 apr 2027" in provider.get(f"/ko-byte/{change.project_id}/correspondence").text
    assert post(provider, change, "/fees", **{**fees, "notice_months": "tre"}).status_code == 422


def test_reconciliation_shows_each_its_own(browser: Browser, change: Change) -> None:
    rows = [service_row(1), service_row(2, MED_2), service_row(3, UTAN)]
    upload(browser("AKO"), change, "tjanstedata:TLA+TLU", csv_of(Content.SERVICE, rows))
    file = {"file": ("lista.csv", b"access_id_gammalt;tjanst_gammal;datum\nAC-1;Bredband;2027-05-03\n", "")}
    path = f"/waves/{change.wave_id}/lists"
    assert post(browser("AKO"), change, path, file, kind="Disconnected").status_code == 303
    lead = browser("TKO").get(f"/ko-byte/{change.project_id}/reconciliation").text
    assert "DARK" in lead
    assert "AC-2" in lead
    provider = browser(MED_2).get(f"/ko-byte/{change.project_id}/reconciliation").text
    assert "DARK" not in provider
    assert "AC-2" in provider
    assert "AC-1" not in provider
    assert post(browser(MED), change, path, file, kind="Disconnected").status_code == 403
    assert (
        post(browser("AKO"), change, f"/waves/{change.wave_id}/receipts", kind="Disconnected").status_code
        == 303
    )


def test_the_sales_stop_shows_for_providers_and_lasts_for_those_without_agreement(
    browser: Browser, change: Change
) -> None:
    window = {"first": date(2027, 4, 26), "last": date(2027, 5, 5)}
    change.do("TKO", set_freeze, change.wave_id, **window)

    def stopped(who: str) -> bool:
        page = browser(who).get(f"/ko-byte/{change.project_id}/timeline").text
        return "Försäljningsstopp gäller nu" in page

    for day, expected in ((date(2027, 4, 25), (False, False)), (date(2027, 4, 26), (True, True))):
        change.at(day)
        assert (stopped(MED), stopped(UTAN)) == expected
    change.at(date(2027, 5, 6))
    assert (stopped(MED), stopped(UTAN), stopped("TKO")) == (False, True, False)
