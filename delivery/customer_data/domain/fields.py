"""Everything a customer's workbook can tell us, and every heading under which people tell it.

Synonyms stand as `squeeze` leaves them: lower case, letters and digits only. A heading may be written with
any spaces, hyphens, dots, asterisks and line breaks. To teach the product a new heading, add a word here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kernel.language import Text


class SheetKind(StrEnum):
    """What a sheet lists, one row each."""

    USERS = "users"
    GROUPS = "groups"
    SERIES = "series"


class Field(StrEnum):
    """One thing that a column can hold."""

    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    NAME = "name"
    EMAIL = "email"
    MOBILE = "mobile"
    LANDLINE = "landline"
    PHONE = "phone"
    EXTENSION = "extension"
    SUBSCRIPTION = "subscription"
    SIM_TYPE = "sim_type"
    EXTENSION_TYPE = "extension_type"
    DEVICE = "device"
    DEPARTMENT = "department"
    COST_CENTRE = "cost_centre"
    CURRENT_OPERATOR = "current_operator"
    GROUP_NAME = "group_name"
    GROUP_NUMBER = "group_number"
    OPENING_HOURS = "opening_hours"
    MEMBERS = "members"
    SERIES = "series"
    SERIES_FIRST = "series_first"
    SERIES_LAST = "series_last"
    SERIES_OPERATOR = "series_operator"


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """A field: where it belongs, what it is called in our own template, and what others call it."""

    field: Field
    kind: SheetKind
    label: Text
    synonyms: tuple[str, ...]


def _row(field: Field, kind: SheetKind, sv: str, en: str, synonyms: str) -> FieldSpec:
    return FieldSpec(field, kind, Text(sv=sv, en=en), tuple(synonyms.split()))


def squeeze(heading: str) -> str:
    """A heading with nothing left but its letters and digits, in lower case."""
    return "".join(filter(str.isalnum, heading.casefold()))


_U, _G, _S = SheetKind.USERS, SheetKind.GROUPS, SheetKind.SERIES

FIELDS: Final[tuple[FieldSpec, ...]] = (
    _row(Field.FIRST_NAME, _U, "Förnamn", "First name", "fnamn givenname forename tilltalsnamn first"),
    _row(Field.LAST_NAME, _U, "Efternamn", "Last name", "enamn surname familyname last"),
    _row(
        Field.NAME,
        _U,
        "Namn",
        "Name",
        "fullständigtnamn helanamnet förochefternamn fullname användare användarnamn user "
        "username displayname visningsnamn medarbetare anställd person employee",
    ),
    _row(
        Field.EMAIL,
        _U,
        "E-post",
        "Email",
        "epostadress mejl mejladress mail mailadress email emailadress emailaddress mailaddress",
    ),
    _row(
        Field.MOBILE,
        _U,
        "Mobilnummer",
        "Mobile",
        "mobil mobilnr mobiltelefon mobiltelefonnummer mobilenumber mobilephone mobileno cell cellphone "
        "cellnumber mobtel",
    ),
    _row(
        Field.LANDLINE,
        _U,
        "Fast nummer",
        "Landline",
        "fast fastnr fastanummer fasttelefon fasttelefonnummer direktnr direktnummer direkttelefon direktval "
        "direct directnumber directdial ddi did landlinenumber fixed fixednumber fixedline deskphone",
    ),
    _row(
        Field.PHONE,
        _U,
        "Telefon",
        "Phone",
        "telefonnummer telefonnr tel telnr nummer phonenumber phoneno telephone number msisdn",
    ),
    _row(
        Field.EXTENSION,
        _U,
        "Anknytning",
        "Extension",
        "ankn anknr ankntng anknytningsnummer anknytningsnr kortnummer internnummer intern ext extno "
        "extensionnumber shortnumber",
    ),
    _row(
        Field.SUBSCRIPTION,
        _U,
        "Abonnemang",
        "Subscription",
        "abonnemangsform abonnemangstyp abb abo abon subscriptiontype plan tariff licens licence license "
        "användartyp",
    ),
    _row(
        Field.SIM_TYPE,
        _U,
        "SIM-typ",
        "SIM",
        "simkort simkortstyp simtype simcard typavsim typavsimkort esim simesim esimsim",
    ),
    _row(
        Field.EXTENSION_TYPE,
        _U,
        "Anknytningstyp",
        "Extension type",
        "typavanknytning ankntyp exttype",
    ),
    _row(Field.DEVICE, _U, "Telefonmodell", "Device", "enhet modell mobilmodell telefontyp model handset"),
    _row(
        Field.DEPARTMENT,
        _U,
        "Avdelning",
        "Department",
        "avd enhetavdelning sektion team dept division unit",
    ),
    _row(
        Field.COST_CENTRE,
        _U,
        "Kostnadsställe",
        "Cost centre",
        "kst kostnadsst kostnadställe kstnr costcenter costcentrecode costcentrenumber",
    ),
    _row(
        Field.CURRENT_OPERATOR,
        _U,
        "Nuvarande operatör",
        "Current operator",
        "operatöridag operatör nuvarandeoperatör dagensoperatör befintligoperatör teleoperatör "
        "currentcarrier currentprovider operator carrier provider",
    ),
    _row(
        Field.GROUP_NAME,
        _G,
        "Grupp",
        "Group",
        "svarsgrupp gruppnamn svarsgruppsnamn namnpågrupp namn groupname answergroup answeringgroup "
        "huntgroup ringgroup name queue kö",
    ),
    _row(
        Field.GROUP_NUMBER,
        _G,
        "Nummer",
        "Number",
        "gruppnummer gruppensnummer svarsgruppsnummer telefonnummer telefon huvudnummer nr groupnumber "
        "phone phonenumber",
    ),
    _row(
        Field.OPENING_HOURS,
        _G,
        "Öppettider",
        "Opening hours",
        "öppettid tider tid öppet hours openinghours businesshours open",
    ),
    _row(
        Field.MEMBERS,
        _G,
        "Medlemmar",
        "Members",
        "medlem gruppmedlemmar agenter svarande svarsställen ingår member agents groupmembers",
    ),
    _row(
        Field.SERIES,
        _S,
        "Serie",
        "Series",
        "nummerserie nummerserier serier numberseries numberrange range nummerintervall intervall",
    ),
    _row(
        Field.SERIES_FIRST,
        _S,
        "Första nummer",
        "First number",
        "från frånnummer frånnr förstanumret start startnummer seriestart from fromnumber",
    ),
    _row(
        Field.SERIES_LAST,
        _S,
        "Sista nummer",
        "Last number",
        "till tillnummer tillnr sistanumret slut slutnummer serieslut to tonumber end",
    ),
    _row(
        Field.SERIES_OPERATOR,
        _S,
        "Operatör",
        "Operator",
        "nuvarandeoperatör operatöridag dagensoperatör teleoperatör currentoperator carrier provider",
    ),
)

SPECS: Final = {spec.field: spec for spec in FIELDS}

HEADINGS: Final[dict[SheetKind, dict[str, Field]]] = {
    kind: {
        squeeze(word): spec.field
        for spec in FIELDS
        if spec.kind is kind
        for word in (*spec.synonyms, spec.label.sv, spec.label.en)
    }
    for kind in SheetKind
}
"""Squeezed heading to field, per kind of sheet: the same word may mean two things on two sheets."""

TEMPLATE_FIELDS: Final[dict[SheetKind, tuple[Field, ...]]] = {
    _U: (
        Field.FIRST_NAME,
        Field.LAST_NAME,
        Field.EMAIL,
        Field.MOBILE,
        Field.LANDLINE,
        Field.EXTENSION,
        Field.SUBSCRIPTION,
        Field.SIM_TYPE,
        Field.EXTENSION_TYPE,
        Field.DEVICE,
        Field.DEPARTMENT,
        Field.COST_CENTRE,
        Field.CURRENT_OPERATOR,
    ),
    _G: (Field.GROUP_NAME, Field.GROUP_NUMBER, Field.OPENING_HOURS, Field.MEMBERS),
    _S: (Field.SERIES, Field.SERIES_OPERATOR),
}
"""The columns of our own template, in order."""

SHEET_NAMES: Final[dict[SheetKind, Text]] = {
    _U: Text(sv="Användare", en="Users"),
    _G: Text(sv="Svarsgrupper", en="Answer groups"),
    _S: Text(sv="Nummerserier", en="Number series"),
}
