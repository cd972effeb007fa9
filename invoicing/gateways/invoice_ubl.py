"""A basis as a Peppol BIS Billing 3 invoice: UBL 2.1 by the rules of EN 16931 (IN-03).

Tests validate what comes out against OASIS' schema and the rules of EN 16931 (`third_party/`). Peppol's own
further rules are in no package we found: against those it is *not validated*, and the page says so.
"""

from __future__ import annotations

from datetime import date
from typing import Final
from xml.etree.ElementTree import Element, SubElement, indent, register_namespace, tostring

from invoicing.domain.documents import InvoiceView, Party
from invoicing.domain.gathering import Row
from invoicing.domain.terms import DAYS_TO_PAY, VAT_PERCENT, InvoiceKind
from invoicing.gateways.invoice_csv import decimal
from kernel.language import Language

_UBL: Final = "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
_CAC: Final = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
_CBC: Final = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
CUSTOMIZATION: Final = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"
PROFILE: Final = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"
_COMMERCIAL_INVOICE: Final = "380"
_SWEDISH_ORGANISATION: Final = "0007"
_BANKGIRO: Final = "SE:BANKGIRO"
_CREDIT_TRANSFER: Final = "30"
_STANDARD_RATE: Final = "S"


def invoice_xml(invoice: InvoiceView, *, bankgiro: str = "", language: Language = "sv") -> bytes:
    """The document. `bankgiro` is where it is paid; without one the document names no account."""
    root = Element(f"{{{_UBL}}}Invoice")
    for prefix, space in (("", _UBL), ("cac", _CAC), ("cbc", _CBC)):
        register_namespace(prefix, space)
    _basic(root, "CustomizationID", CUSTOMIZATION)
    _basic(root, "ProfileID", PROFILE)
    _basic(root, "ID", invoice.reference)
    _basic(root, "IssueDate", invoice.issued_on.isoformat())
    _basic(root, "DueDate", invoice.due_on.isoformat())
    _basic(root, "InvoiceTypeCode", _COMMERCIAL_INVOICE)
    _basic(root, "DocumentCurrencyCode", "SEK")
    if invoice.cost_centre:
        _basic(root, "AccountingCost", invoice.cost_centre)
    _basic(root, "BuyerReference", invoice.buyer_reference or invoice.reference)
    _period(root, invoice.first_day, invoice.last_day)
    _party(root, "AccountingSupplierParty", invoice.seller, is_seller=True)
    _party(root, "AccountingCustomerParty", invoice.buyer)
    if bankgiro:
        _payment(root, invoice, bankgiro)
    terms = {"sv": f"{DAYS_TO_PAY} dagar netto", "en": f"{DAYS_TO_PAY} days net"}[language]
    _basic(_group(root, "PaymentTerms"), "Note", terms)
    _totals(root, invoice)
    for number, row in enumerate(invoice.rows, start=1):
        _line(root, number, row, language)
    indent(root)
    content: bytes = tostring(root, encoding="UTF-8", xml_declaration=True)
    return content


def _basic(parent: Element, name: str, value: str, **attributes: str) -> Element:
    element = SubElement(parent, f"{{{_CBC}}}{name}", attributes)
    element.text = "".join(each for each in value if each.isprintable() or each in "\t\n")
    return element


def _group(parent: Element, name: str) -> Element:
    return SubElement(parent, f"{{{_CAC}}}{name}")


def _amount(parent: Element, name: str, amount_ore: int) -> None:
    _basic(parent, name, decimal(amount_ore), currencyID="SEK")


def _period(parent: Element, first: date, last: date) -> None:
    period = _group(parent, "InvoicePeriod")
    _basic(period, "StartDate", first.isoformat())
    _basic(period, "EndDate", last.isoformat())


def _party(root: Element, role: str, company: Party, *, is_seller: bool = False) -> None:
    party = _group(_group(root, role), "Party")
    _basic(party, "EndpointID", company.org_number, schemeID=_SWEDISH_ORGANISATION)
    _basic(_group(party, "PartyName"), "Name", company.name)
    address = _group(party, "PostalAddress")
    for field, name in (("street", "StreetName"), ("town", "CityName"), ("postcode", "PostalZone")):
        if company.address.get(field, "").strip():
            _basic(address, name, company.address[field])
    _basic(_group(address, "Country"), "IdentificationCode", "SE")
    if is_seller:
        _tax_scheme(party, "PartyTaxScheme", f"SE{company.org_number}01", "VAT")
        _tax_scheme(party, "PartyTaxScheme", "Godkänd för F-skatt", "TAX")
    legal = _group(party, "PartyLegalEntity")
    _basic(legal, "RegistrationName", company.name)
    _basic(legal, "CompanyID", company.org_number, schemeID=_SWEDISH_ORGANISATION)


def _tax_scheme(parent: Element, name: str, company_id: str, scheme: str) -> None:
    group = _group(parent, name)
    _basic(group, "CompanyID", company_id)
    _basic(_group(group, "TaxScheme"), "ID", scheme)


def _payment(root: Element, invoice: InvoiceView, bankgiro: str) -> None:
    means = _group(root, "PaymentMeans")
    _basic(means, "PaymentMeansCode", _CREDIT_TRANSFER)
    _basic(means, "PaymentID", invoice.reference)
    account = _group(means, "PayeeFinancialAccount")
    _basic(account, "ID", "".join(filter(str.isdigit, bankgiro)))
    _basic(_group(account, "FinancialInstitutionBranch"), "ID", _BANKGIRO)


def _category(parent: Element, name: str) -> None:
    category = _group(parent, name)
    _basic(category, "ID", _STANDARD_RATE)
    _basic(category, "Percent", str(VAT_PERCENT))
    _basic(_group(category, "TaxScheme"), "ID", "VAT")


def _totals(root: Element, invoice: InvoiceView) -> None:
    tax = _group(root, "TaxTotal")
    _amount(tax, "TaxAmount", invoice.vat_ore)
    part = _group(tax, "TaxSubtotal")
    _amount(part, "TaxableAmount", invoice.net_ore)
    _amount(part, "TaxAmount", invoice.vat_ore)
    _category(part, "TaxCategory")
    total = _group(root, "LegalMonetaryTotal")
    _amount(total, "LineExtensionAmount", invoice.net_ore)
    _amount(total, "TaxExclusiveAmount", invoice.net_ore)
    _amount(total, "TaxInclusiveAmount", invoice.total_ore)
    _amount(total, "PayableAmount", invoice.total_ore)


def _line(root: Element, number: int, row: Row, language: Language) -> None:
    line = _group(root, "InvoiceLine")
    _basic(line, "ID", str(number))
    if row.waived:
        _basic(line, "Note", row.waived)
    _basic(line, "InvoicedQuantity", str(row.quantity), unitCode=row.article.unit.value)
    _amount(line, "LineExtensionAmount", row.amount_ore)
    if row.cost_centre and row.article.invoice is InvoiceKind.SUBSCRIPTIONS:
        _basic(line, "AccountingCost", row.cost_centre)
    _period(line, row.first_day, row.last_day)
    item = _group(line, "Item")
    _basic(item, "Name", row.words(language))
    _basic(_group(item, "SellersItemIdentification"), "ID", row.article.key)
    _category(item, "ClassifiedTaxCategory")
    _amount(_group(line, "Price"), "PriceAmount", row.unit_price_ore)
