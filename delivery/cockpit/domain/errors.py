"""What the go-live day refuses, and why."""

from __future__ import annotations

from kernel.errors import ErrorKind, spec

NO_BOOKED_PORTS = spec(
    "NO_BOOKED_PORTS",
    ErrorKind.CONFLICT,
    sv="Inga flyttar är bokade hos operatörerna än, så det finns inget att säga ja eller nej till.",
    en="No ports are booked with the operators yet, so there is nothing to say yes or no to.",
)
NOT_READY_TO_GO = spec(
    "NOT_READY_TO_GO",
    ErrorKind.CONFLICT,
    sv="Det här är inte klart: {lacking_sv}. Gör klart det, eller skriv varför ni ändå ska köra.",
    en="This is not ready: {lacking_en}. Finish it, or write why you go all the same.",
)
TOO_LATE_FOR_NO_GO = spec(
    "TOO_LATE_FOR_NO_GO",
    ErrorKind.CONFLICT,
    sv="Sista tiden att stoppa hos operatörerna var {deadline}. Nu går det bara framåt: välj en åtgärd nedan.",
    en="The last time to stop at the operators was {deadline}. Now only forward: choose an action below.",
)
NEW_DAY_MISSING = spec(
    "NEW_DAY_MISSING",
    ErrorKind.INVALID,
    sv="Skriv vilken dag driftstarten flyttas till. Operatörerna tillfrågas om den dagen.",
    en="Write the day that go-live moves to. The operators are asked for that day.",
)
MESSAGE_EMPTY = spec(
    "MESSAGE_EMPTY",
    ErrorKind.INVALID,
    sv="Skriv vad användarna ska få veta.",
    en="Write what the users are to know.",
)
MESSAGE_TOO_LONG = spec(
    "MESSAGE_TOO_LONG",
    ErrorKind.INVALID,
    sv="Ett sms får vara högst {most} tecken; det här är {length}. Korta det, eller skicka bara mejl.",
    en="A text message may have {most} characters at most; this has {length}. Shorten it, or send mail only.",
)
NO_CHANNEL = spec(
    "NO_CHANNEL",
    ErrorKind.INVALID,
    sv="Välj mejl, sms eller båda.",
    en="Choose mail, text message or both.",
)
NOBODY_REACHED = spec(
    "NOBODY_REACHED",
    ErrorKind.CONFLICT,
    sv="Ingen användare har en adress som passar urval och kanal. Inget är skickat.",
    en="No user has an address that fits the selection and channel. Nothing was sent.",
)
ROLL_FORWARD_TOO_EARLY = spec(
    "ROLL_FORWARD_TOO_EARLY",
    ErrorKind.CONFLICT,
    sv="Flytten kan ännu stoppas eller ändras, till {deadline}. Åtgärder framåt gäller först därefter.",
    en="The port can still be stopped or changed, until {deadline}. Actions forward hold only after that.",
)
CONTACT_WAYS_INCOMPLETE = spec(
    "CONTACT_WAYS_INCOMPLETE",
    ErrorKind.INVALID,
    sv="Skriv både e-postadress och telefonnummer för akuta fel.",
    en="Write both an e-mail address and a telephone number for urgent faults.",
)
