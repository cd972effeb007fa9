"""Sections for the IT-ansvarig: integrations and the network, only where something was ordered that needs them."""

from __future__ import annotations

from typing import Final

from delivery.domain.options import Option
from delivery.questionnaire.domain import rules
from delivery.questionnaire.domain.shape import IT, YES_NO, Kind, Section, ask
from kernel.language import Text

INTEGRATIONS: Final = Section(
    "integrations",
    Text(sv="Integrationer", en="Integrations"),
    Text(
        sv="Er IT ger åtkomst, vi kopplar ihop. Det tar ofta längst tid av allt, så börja tidigt.",
        en="Your IT gives access, we connect. It often takes longest of all, so begin early.",
    ),
    IT,
    (
        ask(
            "which",
            Kind.SEVERAL,
            ("Vad ska kopplas ihop?", "What shall be connected?"),
            ("Varje koppling planeras för sig.", "Each connection is planned by itself."),
            choices=(
                (
                    "directory",
                    "Katalog (Entra ID, Active Directory)",
                    "Directory (Entra ID, Active Directory)",
                ),
                (
                    "calendar",
                    "Kalender (hänvisar när man sitter i möte)",
                    "Calendar (diverts when in a meeting)",
                ),
                ("teams", "Microsoft Teams (ringa externt)", "Microsoft Teams (external calls)"),
                ("crm", "Kundregister", "Customer register (CRM)"),
            ),
        ),
        ask(
            "directory",
            Kind.CHOICE,
            ("Katalog", "Directory"),
            ("De kopplas på olika sätt.", "They are connected in different ways."),
            when=("which", "directory"),
            choices=(
                ("entra", "Entra ID", "Entra ID"),
                ("ad", "Active Directory på egen server", "Active Directory on your own server"),
                ("google", "Google Workspace", "Google Workspace"),
            ),
        ),
        ask(
            "calendar",
            Kind.CHOICE,
            ("Kalender", "Calendar"),
            ("De kopplas på olika sätt.", "They are connected in different ways."),
            when=("which", "calendar"),
            choices=(
                ("m365", "Microsoft 365", "Microsoft 365"),
                ("exchange", "Exchange på egen server", "Exchange on your own server"),
                ("google", "Google Kalender", "Google Calendar"),
            ),
        ),
        ask(
            "crm",
            Kind.TEXT,
            ("Vilket kundregister?", "Which customer register?"),
            ("Namn och version.", "Name and version."),
            when=("which", "crm"),
        ),
        ask(
            "admin",
            Kind.TEXT,
            ("E-post till den som kan godkänna åtkomst", "E-mail of whoever can grant access"),
            ("Vår tekniker bokar tid med den personen.", "Our engineer books a time with that person."),
            rule=rules.email,
            autocomplete="email",
        ),
    ),
    only_with=frozenset({Option.INTEGRATIONS}),
)

NETWORK: Final = Section(
    "network",
    Text(sv="Nätverk och brandvägg", en="Network and firewall"),
    Text(
        sv="Telefoner över nätet behöver släppas fram. Gå igenom listan i god tid; den tar sällan mer än en timme.",
        en="Telephones over the network must be let through. Go through the list early; it rarely takes an hour.",
    ),
    IT,
    (
        ask(
            "checked",
            Kind.SEVERAL,
            ("Checklista", "Checklist"),
            (
                "Brister här hörs som hackigt ljud eller samtal som bryts.",
                "Faults here are heard as broken sound or calls that drop.",
            ),
            choices=(
                (
                    "out",
                    "Brandväggen släpper ut SIP över TLS (5061) och ljud (UDP)",
                    "The firewall lets SIP over TLS (5061) and sound (UDP) out",
                ),
                ("alg", "SIP ALG är avstängt i routrar", "SIP ALG is off in routers"),
                ("dns", "Telefonerna når DNS och NTP", "Telephones reach DNS and NTP"),
                (
                    "qos",
                    "Ljud går före annan trafik (DSCP 46) på trådlöst och fast nät",
                    "Sound goes before other traffic (DSCP 46) on wireless and wired networks",
                ),
                (
                    "install",
                    "Någon får installera softphone-appen på datorerna",
                    "Somebody may install the softphone on the computers",
                ),
                (
                    "emergency",
                    "Adressen för nödsamtal stämmer för varje kontor",
                    "The address for emergency calls is right for each office",
                ),
            ),
            all_needed=True,
            takes=600,
        ),
        ask(
            "addresses",
            Kind.AREA,
            ("Publika IP-adresser", "Public IP addresses"),
            (
                "Så att vi känner igen er trafik. En per rad.",
                "So that we recognise your traffic. One a line.",
            ),
            rule=rules.addresses,
            required=False,
        ),
        ask(
            "managed",
            Kind.CHOICE,
            ("Sköter någon annan nätet åt er?", "Does somebody else run your network?"),
            ("Då behöver de veta i god tid.", "Then they need to know in good time."),
            choices=YES_NO,
        ),
        ask(
            "managed_by",
            Kind.TEXT,
            ("E-post till dem", "Their e-mail"),
            ("Vår tekniker hör av sig vid behov.", "Our engineer contacts them if needed."),
            when=("managed", "yes"),
            rule=rules.email,
        ),
    ),
    only_with=frozenset({Option.SOFTPHONE, Option.SIP_PHONES, Option.INTEGRATIONS}),
)
