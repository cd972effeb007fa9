"""Sections about the company: who it is, where things are sent, what its people have been told."""

from __future__ import annotations

from typing import Final

from delivery.questionnaire.domain import rules
from delivery.questionnaire.domain.shape import TEL, Kind, Section, ask
from kernel.language import Text

_WHERE: Final = (
    ask(
        "postcode",
        Kind.TEXT,
        ("Postnummer", "Postcode"),
        ("Fem siffror.", "Five digits."),
        rule=rules.postcode,
        autocomplete="postal-code",
        takes=5,
    ),
    ask(
        "town",
        Kind.TEXT,
        ("Ort", "Town"),
        ("Som på ett brev.", "As on a letter."),
        autocomplete="address-level2",
        takes=5,
    ),
)

COMPANY: Final = Section(
    "company",
    Text(sv="Företaget och avtalsadressen", en="The company and the agreement address"),
    Text(
        sv="Namn och adress ska stå som i avtalet: nuvarande operatörer jämför med sina register.",
        en="Name and address are as in the agreement: present operators compare with their records.",
    ),
    TEL,
    (
        ask(
            "name",
            Kind.TEXT,
            ("Företagets namn", "Name of the company"),
            (
                "Står det annorlunda hos operatören blir det avslag.",
                "If the operator has another, it refuses.",
            ),
            autocomplete="organization",
        ),
        ask(
            "street",
            Kind.TEXT,
            ("Avtalsadress", "Agreement address"),
            ("Hit går avtal, och SIM-kort om ni inte säger annat.", "Contracts go here, and SIM cards too."),
            autocomplete="street-address",
        ),
        *_WHERE,
    ),
)

SIMS: Final = Section(
    "sims",
    Text(sv="Adresser för SIM-kort", en="Addresses for SIM cards"),
    Text(
        sv="Korten till en adress kommer i ett paket. Har ni flera kontor? Säg vilka avdelningar som hör till vilket.",
        en="Cards to one address come in one parcel. Several offices? Say which departments belong to which.",
    ),
    TEL,
    (
        ask(
            "name",
            Kind.TEXT,
            ("Vem tar emot?", "Who receives?"),
            (
                "Paketet innehåller PIN-koder och ska till en person.",
                "The parcel holds PIN codes: to a person.",
            ),
            autocomplete="name",
        ),
        ask(
            "street",
            Kind.TEXT,
            ("Adress", "Address"),
            ("En gatuadress, ingen box: paketet kvitteras.", "A street, no box: the parcel is signed for."),
            autocomplete="street-address",
        ),
        *_WHERE,
        ask(
            "departments",
            Kind.AREA,
            ("Avdelningar som får sina kort hit", "Departments whose cards come here"),
            (
                "En per rad, som i användarlistan. Tomt betyder alla som inte hör till en annan adress.",
                "One a line, as in the list of users. Empty means all that belong to no other address.",
            ),
            required=False,
        ),
    ),
    repeats=True,
    named_by="street",
    add=Text(sv="Lägg till en adress", en="Add an address"),
    may_be_empty=False,
)

CONSENT: Final = Section(
    "consent",
    Text(sv="Vad användarna har fått veta", en="What users have been told"),
    Text(
        sv="Ni är arbetsgivare och ansvarar för att användarna vet. Vi sparar vem som intygade det och när.",
        en="You are the employer and see to it that users know. We keep who confirmed it and when.",
    ),
    TEL,
    (
        ask(
            "told",
            Kind.SEVERAL,
            ("Användarna har fått veta", "Users have been told"),
            (
                "Numren är deras arbetsverktyg, och deras namn och nummer behandlas av oss.",
                "The numbers are their tools, and we process their names and numbers.",
            ),
            choices=(
                ("port", "att numren flyttas och vilken dag", "that the numbers move, and on which day"),
                (
                    "data",
                    "att namn, e-post, nummer och avdelning sparas hos oss för att växeln ska fungera",
                    "that name, e-mail, number and department are kept by us for the switchboard to work",
                ),
                (
                    "shared",
                    "att nummer och ägare visas för nuvarande operatör, och namn och adress för fraktbolaget",
                    "that number and owner are shown to the present operator, name and address to the carrier",
                ),
            ),
            all_needed=True,
        ),
        ask(
            "how",
            Kind.CHOICE,
            ("Hur fick de veta det?", "How were they told?"),
            ("Det hör till intyget.", "It belongs to the record."),
            choices=(
                ("mail", "Mejl", "E-mail"),
                ("meeting", "Möte", "Meeting"),
                ("intranet", "Intranät", "Intranet"),
                ("other", "På annat sätt", "Another way"),
            ),
        ),
    ),
)
