"""What leaves for the billing system: a table that computes nothing, and XML that holds against published rules.

The rules are OASIS' UBL 2.1 schema and CEN's EN 16931 rules (`third_party/`). Peppol's own are in no package.
"""

from __future__ import annotations

import csv
import io
from datetime import date
from functools import cache
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from saxonche import PySaxonProcessor

from invoicing.domain.billing import Source, lines_of
from invoicing.domain.documents import InvoiceView, Party
from invoicing.domain.gathering import gather
from invoicing.domain.prices import price_on
from invoicing.domain.terms import InvoiceKind, due_on, vat_ore
from invoicing.gateways.invoice_csv import HEADINGS, invoices_csv
from invoicing.gateways.invoice_ubl import invoice_xml

THIRD_PARTY = Path(__file__).parents[3] / "third_party"
ADDRESS = {"street": "Exempelgatan 1", "postcode": "111 22", "town": "Stockholm"}
THINGS = (
    Source(
        "user:a",
        "user_mobile_plus",
        date(2027, 1, 12),
        number="+46701740605",
        cost_centre="100",
        label="Åsa Öberg",
    ),
    Source("option:s", "statistics", date(2027, 1, 1)),
    Source("fee:1", "porting_attempt", date(2027, 2, 2), amount_ore=34_500, label="PO-1001"),
    Source("fee:2", "porting_attempt", date(2027, 2, 3), amount_ore=34_500, label="PO-1002"),
    Source("usage:1", "sms_app", date(2027, 3, 5), quantity=17, number="+46701740605"),
    Source("usage:2", "function_traffic", date(2027, 3, 6), quantity=433, number="+46846500400"),
    Source("charge:1", "fault_work", date(2027, 3, 9), quantity=2, label="customer: brandväggen"),
)


def invoice(things: tuple[Source, ...] = THINGS, **changes: object) -> InvoiceView:
    customer = UUID(int=1)
    lines = lines_of(
        things,
        date(2027, 3, 1),
        lambda article, day: price_on(article, day, customer, ()),
        waived={("fee:2", "once"): "Vårt fel"},
    )
    net = sum(line.amount_ore for line in lines)
    facts: dict[str, object] = {
        "id": UUID(int=2),
        "reference": "FU-1001",
        "kind": InvoiceKind.COMMON,
        "cost_centre": "",
        "buyer_reference": "VX-1001",
        "seller": Party("Växla Operatör AB", "5599999025", {}),
        "buyer": Party("Exempelverken AB", "5599999009", ADDRESS),
        "customer_id": customer,
        "issued_on": date(2027, 4, 1),
        "due_on": due_on(date(2027, 4, 1)),
        "first_day": min(line.first_day for line in lines),
        "last_day": max(line.last_day for line in lines),
        "net_ore": net,
        "vat_ore": vat_ore(net),
        "rows": tuple(gather(lines)),
    }
    return InvoiceView(**{**facts, **changes})  # type: ignore[arg-type]


@cache
def schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(THIRD_PARTY / "ubl-2.1/maindoc/UBL-Invoice-2.1.xsd")))


@pytest.fixture(scope="module")
def en16931() -> object:
    """Says which rules of EN 16931 a document breaks."""
    with PySaxonProcessor(license=False) as saxon:
        rules = saxon.new_xslt30_processor().compile_stylesheet(
            stylesheet_file=str(THIRD_PARTY / "en16931/EN16931-UBL-validation.xsl")
        )

        def broken(document: bytes) -> list[str]:
            report = rules.transform_to_string(xdm_node=saxon.parse_xml(xml_text=document.decode()))
            found = etree.fromstring(report.encode())
            return [
                f"{each.get('id')} {''.join(each.itertext()).strip()}"
                for each in found.iter("{http://purl.oclc.org/dsdl/svrl}failed-assert")
            ]

        yield broken


@pytest.mark.parametrize("bankgiro", ["", "5050-1055"])
@pytest.mark.parametrize("cost_centre", ["", "100"])
def test_the_xml_holds_against_ubl_and_en_16931(en16931, bankgiro: str, cost_centre: str) -> None:
    document = invoice_xml(invoice(cost_centre=cost_centre), bankgiro=bankgiro)
    schema().assertValid(etree.fromstring(document))
    assert en16931(document) == []


def test_the_rules_would_find_what_is_wrong(en16931) -> None:
    """A validator that says yes to everything would pass the test above too."""
    document = invoice_xml(invoice())
    wrong_sum = document.replace(
        b'<cbc:PayableAmount currencyID="SEK">', b'<cbc:PayableAmount currencyID="SEK">1'
    )
    assert any("BR-CO-16" in each for each in en16931(wrong_sum))
    assert not schema().validate(etree.fromstring(document.replace(b"cbc:IssueDate", b"cbc:Yesterday")))


def test_the_xml_says_what_peppol_bis_asks_for() -> None:
    root = etree.fromstring(invoice_xml(invoice(), bankgiro="5050-1055"))
    spaces = {"cbc": root.nsmap["cbc"], "cac": root.nsmap["cac"]}

    def first(path: str) -> etree._Element:
        return root.xpath(path, namespaces=spaces)[0]

    assert first("cbc:CustomizationID").text.endswith("poacc:billing:3.0")
    assert first("cac:AccountingCustomerParty//cbc:EndpointID").get("schemeID") == "0007"
    assert first("cac:AccountingSupplierParty//cac:PartyTaxScheme/cbc:CompanyID").text == "SE559999902501"
    assert first("cac:PaymentMeans//cbc:ID").text == "50501055"
    assert first("cbc:BuyerReference").text == "VX-1001"
    waived = root.xpath("cac:InvoiceLine[cbc:Note='Vårt fel']/cbc:LineExtensionAmount", namespaces=spaces)
    assert [each.text for each in waived] == ["0.00"]


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_no_name_breaks_the_xml(name: str, label: str) -> None:
    things = (Source("user:a", "user_fixed", date(2027, 1, 1), label=label),)
    document = invoice_xml(invoice(things, buyer=Party(name, "5599999009", {"street": name})))
    assert etree.fromstring(document).tag.endswith("Invoice")


@pytest.mark.parametrize("evil", ['=HYPERLINK("http://exempel.se")', "+46", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_of_the_table_begins_like_a_formula(evil: str) -> None:
    things = (Source("user:a", "user_fixed", date(2027, 1, 1), label=evil, cost_centre=evil),)
    content = invoices_csv([invoice(things, buyer=Party(evil, "5599999009", {}))], "sv")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert tuple(rows[0]) == HEADINGS
    assert all(not cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for cell in row)


def test_the_table_adds_up() -> None:
    made = invoice()
    content = invoices_csv([made], "en").decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(content), delimiter=";"))
    assert sum(int(row["amount"].replace(",", "")) for row in rows) == made.net_ore
    assert {row["number"] for row in rows} >= {"070-174 06 05", "08-465 004 00"}
