"""What each activity is called: for those who do it at the operator, and for the customer who follows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kernel.language import Text


@dataclass(frozen=True, slots=True)
class Words:
    """An activity in words. `staff` states the result; `customer` says what is asked or what we do."""

    staff: Text
    customer: Text


WORDS: Final = {
    "customer_data": Words(
        staff=Text(
            sv="Kunddata komplett, kontrollerad och godkänd",
            en="Customer data complete, checked and signed off",
        ),
        customer=Text(
            sv="Fyll i och godkänn era användare, svarsgrupper och nummerserier",
            en="Fill in and sign off your users, answer groups and number series",
        ),
    ),
    "training_needs": Words(
        staff=Text(sv="Utbildningsbehov avstämt", en="Training needs settled"),
        customer=Text(sv="Berätta vilka som behöver utbildning", en="Tell us who needs training"),
    ),
    "porting_preparation": Words(
        staff=Text(
            sv="Nuvarande operatörer förvarnade, frågorna besvarade",
            en="Present operators told, the questions answered",
        ),
        customer=Text(
            sv="Förbered flytten hos nuvarande operatörer", en="Prepare the move with your present operators"
        ),
    ),
    "mandate": Words(
        staff=Text(sv="Fullmakt undertecknad för varje operatör", en="Mandate signed for each operator"),
        customer=Text(sv="Skriv under fullmakten", en="Sign the porting mandate"),
    ),
    "invoicing_basics": Words(
        staff=Text(sv="Faktureringsuppgifter lämnade", en="Invoicing details given"),
        customer=Text(sv="Bestäm hur fakturan ska se ut", en="Decide how you want to be invoiced"),
    ),
    "it_contact": Words(
        staff=Text(sv="IT-ansvarig utsedd hos kunden", en="IT contact named by the customer"),
        customer=Text(sv="Utse en IT-ansvarig", en="Name an IT contact"),
    ),
    "leads_assigned": Words(
        staff=Text(
            sv="Teknisk och administrativ leveransledare tilldelade",
            en="Technical and administrative delivery leads assigned",
        ),
        customer=Text(sv="Vi utser era leveransledare", en="We assign your delivery leads"),
    ),
    "invoicing_structure": Words(
        staff=Text(sv="Grundläggande faktureringsstruktur uppsatt", en="Basic invoicing structure set up"),
        customer=Text(sv="Vi sätter upp er fakturering", en="We set up your invoicing"),
    ),
    "startup_meeting_booked": Words(
        staff=Text(sv="Uppstartsmöte bokat", en="Start-up meeting booked"),
        customer=Text(sv="Vi bokar uppstartsmötet", en="We book the start-up meeting"),
    ),
    "startup_meeting_held": Words(
        staff=Text(
            sv="Uppstartsmöte hållet, funktioner och tjänster bestämda",
            en="Start-up meeting held, functions and services settled",
        ),
        customer=Text(
            sv="Uppstartsmöte: vi går igenom lösningen tillsammans",
            en="Start-up meeting: we go through the solution together",
        ),
    ),
    "porting_requested": Words(
        staff=Text(sv="Porteringsförfrågan skickad för alla nummer", en="Porting requested for every number"),
        customer=Text(
            sv="Vi begär nummerflytten hos era operatörer", en="We ask your operators for the move"
        ),
    ),
    "porting_confirmed": Words(
        staff=Text(sv="Alla nummer bekräftade av operatörerna", en="Every number confirmed by the operators"),
        customer=Text(sv="Era operatörer bekräftar flytten", en="Your operators confirm the move"),
    ),
    "licences": Words(
        staff=Text(sv="Licenser enligt avtalet upplagda", en="Licences laid up as agreed"),
        customer=Text(sv="Vi lägger upp era licenser", en="We set up your licences"),
    ),
    "subscriptions": Words(
        staff=Text(
            sv="Abonnemang registrerade och knutna till växeln",
            en="Subscriptions registered and tied to the switchboard",
        ),
        customer=Text(sv="Vi registrerar era abonnemang", en="We register your subscriptions"),
    ),
    "configuration": Words(
        staff=Text(
            sv="Anknytningar, svarsgrupper, samtalsflöden och öppettider uppsatta",
            en="Extensions, answer groups, call flows and opening hours set up",
        ),
        customer=Text(sv="Vi sätter upp växeln", en="We set up the switchboard"),
    ),
    "integrations": Words(
        staff=Text(sv="Beställda integrationer i drift", en="Ordered integrations working"),
        customer=Text(
            sv="Vi kopplar katalog, kalender och Teams tillsammans med er",
            en="We connect directory, calendar and Teams with you",
        ),
    ),
    "add_ons": Words(
        staff=Text(sv="Tilläggstjänster uppsatta", en="Add-on services set up"),
        customer=Text(sv="Vi sätter upp era tilläggstjänster", en="We set up your add-on services"),
    ),
    "network_ready": Words(
        staff=Text(
            sv="Nätverk och brandvägg förberedda hos kunden",
            en="Network and firewall prepared at the customer",
        ),
        customer=Text(
            sv="Öppna nätverk och brandvägg för telefonerna",
            en="Open your network and firewall for the telephones",
        ),
    ),
    "training": Words(
        staff=Text(sv="Beställd utbildning genomförd", en="Ordered training held"),
        customer=Text(sv="Utbildning för er personal", en="Training for your staff"),
    ),
    "sim_delivered": Words(
        staff=Text(sv="Sim-kort hos alla användare", en="SIM cards with every user"),
        customer=Text(sv="Ta emot och dela ut sim-korten", en="Receive and hand out the SIM cards"),
    ),
    "start_mail": Words(
        staff=Text(sv="Startmejl skickat till användarna", en="Start mail sent to the users"),
        customer=Text(
            sv="Vi mejlar era användare vad som händer och när", en="We mail your users what happens and when"
        ),
    ),
    "app_accounts": Words(
        staff=Text(
            sv="Kunden bekräftar att användarna har Apple- eller Google-konto",
            en="The customer confirms that users have an Apple or Google account",
        ),
        customer=Text(
            sv="Bekräfta att användarna har Apple-ID eller Google-konto",
            en="Confirm that your users have an Apple ID or Google account",
        ),
    ),
    "app_sms": Words(
        staff=Text(sv="Sms med app-instruktion skickat", en="Text message with app instructions sent"),
        customer=Text(sv="Användarna får ett sms om appen", en="Your users get a text message about the app"),
    ),
    "documentation": Words(
        staff=Text(sv="Dokumentation och manualer överlämnade", en="Documentation and manuals handed over"),
        customer=Text(sv="Ni får manualer och dokumentation", en="You get manuals and documentation"),
    ),
    "go_live_support": Words(
        staff=Text(sv="Driftstartsstöd på plats", en="Go-live support on site"),
        customer=Text(sv="Vi är på plats och hjälper till", en="We are on site and help"),
    ),
    "numbers_ported": Words(
        staff=Text(sv="Alla nummer flyttade", en="Every number moved"),
        customer=Text(sv="Numren flyttas", en="The numbers move"),
    ),
    "test_calls": Words(
        staff=Text(
            sv="Testsamtal till huvudnummer och stickprov utan fel",
            en="Test calls to the main number and the sample without fault",
        ),
        customer=Text(sv="Vi testringer era nummer", en="We test-call your numbers"),
    ),
    "hand_over": Words(
        staff=Text(
            sv="Överlämnad till kundservice, kontaktvägar meddelade",
            en="Handed over to customer service, contact ways told",
        ),
        customer=Text(sv="Kundservice tar över", en="Customer service takes over"),
    ),
}
