"""What the template tells people about each column, and an example that is plainly one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from delivery.customer_data.domain.fields import Field
from kernel.language import Text


@dataclass(frozen=True, slots=True)
class Guidance:
    """One column: what to write, whether it must be there, and how it may look."""

    advice: Text
    example: Text
    required: bool = False


def _say(sv: str, en: str, example: str | Text, *, required: bool = False) -> Guidance:
    shown = example if isinstance(example, Text) else Text(sv=example, en=example)
    return Guidance(Text(sv=sv, en=en), shown, required)


GUIDANCE: Final[dict[Field, Guidance]] = {
    Field.FIRST_NAME: _say(
        "Förnamnet som det ska synas i växeln.",
        "The first name as it should show in the switchboard.",
        "Anna",
        required=True,
    ),
    Field.LAST_NAME: _say(
        "Efternamnet. Får vara tomt för en funktion.", "The surname. May be blank for a desk.", "Berg"
    ),
    Field.EMAIL: _say(
        "En egen adress för varje användare: dit går startmejlet.",
        "An address of their own for each user: the start mail goes there.",
        "anna.berg@exempel.se",
        required=True,
    ),
    Field.MOBILE: _say(
        "Svenskt mobilnummer som ska flyttas. Tomt om användaren ska få ett nytt.",
        "The Swedish mobile number to port. Blank if the user is to get a new one.",
        "070-174 06 05",
    ),
    Field.LANDLINE: _say(
        "Svenskt fast nummer med riktnummer. Tomt om det inte finns något.",
        "The Swedish fixed number with its area code. Blank if there is none.",
        "08-465 004 00",
    ),
    Field.EXTENSION: _say(
        "Kortnummer inom företaget, två till sex siffror, olika för alla.",
        "The short number inside the company, two to six digits, different for everybody.",
        "200",
    ),
    Field.SUBSCRIPTION: _say("Välj i listan.", "Choose from the list.", "Mobil Plus"),
    Field.SIM_TYPE: _say(
        "Fysiskt kort (SIM) eller eSIM. Tomt utan mobilabonnemang.",
        "A physical card (SIM) or eSIM. Blank without a mobile subscription.",
        "eSIM",
    ),
    Field.EXTENSION_TYPE: _say(
        "Vad anknytningen är till för. Tomt för en vanlig användare.",
        "What the extension is for. Blank for an ordinary user.",
        Text(sv="Telefonist", en="Operator"),
    ),
    Field.DEVICE: _say(
        "Telefonens märke och modell, om ni vet den.",
        "The telephone's make and model, if you know it.",
        "iPhone 15",
    ),
    Field.DEPARTMENT: _say("Fritt.", "As you like.", Text(sv="Ekonomi", en="Finance")),
    Field.COST_CENTRE: _say("Skrivs på fakturan.", "Printed on the invoice.", "631"),
    Field.CURRENT_OPERATOR: _say(
        "Den operatör som har numret i dag.", "The operator that has the number today.", "Telia"
    ),
    Field.GROUP_NAME: _say(
        "Svarsgruppens namn.",
        "The answer group's name.",
        Text(sv="Kundtjänst", en="Customer desk"),
        required=True,
    ),
    Field.GROUP_NUMBER: _say(
        "Numret som kunderna ringer.", "The number that customers call.", "08-465 004 99"
    ),
    Field.OPENING_HOURS: _say(
        "Dagar och tider då gruppen svarar.",
        "Days and hours when the group answers.",
        Text(sv="mån-fre 08:00-17:00", en="Mon-Fri 08:00-17:00"),
    ),
    Field.MEMBERS: _say(
        "Anknytning, e-post eller helt namn för var och en, med semikolon emellan.",
        "Extension, email or full name of each, with semicolons between.",
        "200; anna.berg@exempel.se",
    ),
    Field.SERIES: _say(
        "Första och sista numret i en serie som ska flyttas.",
        "The first and last number of a series to port.",
        "08-465 004 00–99",
        required=True,
    ),
    Field.SERIES_OPERATOR: _say(
        "Den operatör som har serien i dag.", "The operator that has the series today.", "Telia"
    ),
}

EXTENSION_TYPES: Final = (
    Text(sv="Användare", en="User"),
    Text(sv="Telefonist", en="Operator"),
    Text(sv="Funktion", en="Function"),
    Text(sv="Konferensrum", en="Meeting room"),
)
"""What the template proposes for an extension; anything else may be written too."""
