"""What is kept about people, why, and how long (X-02, GDPR articles 5, 6, 15–17). A page shows this table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from kernel.language import Text

# After the case has ended: lists that no longer hold, and files as they were uploaded.
LISTS_KEPT: Final = timedelta(days=90)
# After they were sent: mails and text messages, whom they went to and what they said.
MESSAGES_KEPT: Final = timedelta(days=180)
# After they ended: signed-in sessions and one-time links.
SIGN_INS_KEPT: Final = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Kept:
    """A kind of data: what it is, what it is needed for, and when it goes."""

    what: Text
    why: Text
    until: Text


KEPT: Final = (
    Kept(
        Text(
            sv="Kontaktpersoner: namn, e-post, telefon, roll, språk",
            en="Contacts: name, e-mail, telephone, role, language",
        ),
        Text(
            sv="För att ni ska kunna logga in och vi ska nå er. Avtalet.",
            en="So that you can sign in and we can reach you. The agreement.",
        ),
        Text(sv="Så länge rollen finns.", en="For as long as the role is held."),
    ),
    Kept(
        Text(
            sv="Användare: namn, e-post, nummer, anknytning, avdelning, kostnadsställe, SIM",
            en="Users: name, e-mail, numbers, extension, department, cost centre, SIM",
        ),
        Text(
            sv="För att flytta numren, skicka SIM-kort och startmejl och ta betalt. Arbetsgivarens uppdrag.",
            en="To move the numbers, send SIM cards and start mails and invoice. The employer's instruction.",
        ),
        Text(
            sv="Det godkända: så länge avtalet gäller. Äldre versioner och filer: 90 dagar efter leveransen.",
            en="What was signed off: while the agreement runs. Older versions and files: 90 days after delivery.",
        ),
    ),
    Kept(
        Text(
            sv="Fullmakter: vem som skrev under, när, hur och varifrån",
            en="Mandates: who signed, when, how and from where",
        ),
        Text(
            sv="För att kunna visa operatören att flytten var beställd.",
            en="To show the operator that the move was ordered.",
        ),
        Text(sv="Så länge avtalet gäller.", en="For as long as the agreement runs."),
    ),
    Kept(
        Text(
            sv="Mejl och sms: till vem, när, vad som stod, om de kom fram",
            en="Mails and text messages: to whom, when, what they said, whether they arrived",
        ),
        Text(
            sv="För att kunna skicka igen och svara på frågor.",
            en="To send again and answer questions.",
        ),
        Text(sv="180 dagar.", en="180 days."),
    ),
    Kept(
        Text(
            sv="Inloggningar: när, från vilken webbläsarsession; passkeys (den publika halvan)",
            en="Sign-ins: when, in which browser session; passkeys (the public half)",
        ),
        Text(sv="För att hålla obehöriga ute.", en="To keep strangers out."),
        Text(
            sv="30 dagar efter att de slutat gälla; passkeys tills du tar bort dem.",
            en="30 days after they ended; passkeys until you remove them.",
        ),
    ),
    Kept(
        Text(
            sv="Formulär som skickades efter att man loggats ut: det som stod i dem, krypterat",
            en="Forms that were sent after one was signed out: what they said, encrypted",
        ),
        Text(sv="För att inget du har skrivit ska gå förlorat.", en="So that nothing you wrote is lost."),
        Text(
            sv="Den som skrev kan läsa det i 24 timmar, ingen annan. Borta inom två dygn.",
            en="Who wrote it can read it for 24 hours, nobody else. Gone within two days.",
        ),
    ),
    Kept(
        Text(
            sv="Historik: vem som gjorde vad och när i leveransen",
            en="History: who did what and when in the delivery",
        ),
        Text(
            sv="För att kunna reda ut fel och avgifter. Berättigat intresse.",
            en="To settle faults and fees. Legitimate interest.",
        ),
        Text(sv="Så länge avtalet gäller.", en="For as long as the agreement runs."),
    ),
)
