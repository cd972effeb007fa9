"""The words of the hand-over document (DL-08, DL-11)."""

from __future__ import annotations

from typing import Final

from kernel.language import Text

TITLE: Final = Text(sv="Överlämning av växeln: {company}", en="Hand-over of the switchboard: {company}")
HEAD: Final = Text(
    sv="Ärende {reference}. I drift sedan {live}. Överlämnad till kundservice {handed}.",
    en="Case {reference}. Live since {live}. Handed over to customer service {handed}.",
)
CONTACT: Final = Text(sv="Så når ni oss", en="How to reach us")
MAIL_FIRST: Final = Text(
    sv="Fel och frågor, i första hand: {email}", en="Faults and questions, in the first place: {email}"
)
URGENT: Final = Text(sv="Akuta fel: ring {phone}", en="Urgent faults: call {phone}")
SOLD_BY: Final = Text(
    sv="Ni har köpt växeln av {partner}, som tar emot er felanmälan så här:",
    en="You bought the switchboard from {partner}, who takes your fault reports like this:",
)
GUIDELINES: Final = Text(
    sv="{partner}s riktlinjer, version {version} av {day}:",
    en="Guidelines of {partner}, version {version} of {day}:",
)
NO_WAYS: Final = Text(
    sv="Kontaktvägarna står i mejlet om överlämningen.",
    en="The ways to reach us stand in the mail about the hand-over.",
)
DELIVERED: Final = Text(sv="Det här är levererat", en="What was delivered")
COUNTS: Final = Text(
    sv="{users} användare, {groups} svarsgrupper, {numbers} flyttade nummer, huvudnummer {main}.",
    en="{users} users, {groups} answer groups, {numbers} numbers moved, main number {main}.",
)
OPTIONS: Final = Text(sv="Tillval: {options}", en="Options: {options}")
GROUPS: Final = Text(sv="Svarsgrupper", en="Answer groups")
GROUP: Final = Text(
    sv="{name} {number}. Öppet: {hours}. Svarar: {members}.",
    en="{name} {number}. Open: {hours}. Answered by: {members}.",
)
TESTS: Final = Text(sv="Testsamtal på driftstartsdagen", en="Test calls on the go-live day")
SEED: Final = Text(
    sv="Stickprovet drogs med fröet {seed}, så att det kan dras igen.",
    en="The sample was drawn with the seed {seed}, so that it can be drawn again.",
)
CALL: Final = Text(sv="{number}: {outcome} {note}", en="{number}: {outcome} {note}")
CALL_OK: Final = Text(sv="utan anmärkning", en="without remark")
CALL_BAD: Final = Text(sv="fel", en="fault")
FAULTS: Final = Text(sv="Fel som avhjälptes", en="Faults that were mended")
NONE: Final = Text(sv="Inga.", en="None.")
ADMIN: Final = Text(
    sv="Er administratör kan göra fler till telefoniansvariga. De får beställa och felanmäla.",
    en="Your administrator can make more people telephony contacts. They may order and report faults.",
)
USER_HEADINGS: Final = (
    Text(sv="namn", en="name"),
    Text(sv="e-post", en="e-mail"),
    Text(sv="mobilnummer", en="mobile number"),
    Text(sv="fast nummer", en="fixed number"),
    Text(sv="anknytning", en="extension"),
    Text(sv="abonnemang", en="subscription"),
    Text(sv="avdelning", en="department"),
)
DOCUMENT: Final = Text(sv="överlämning.pdf", en="hand-over.pdf")
USERS: Final = Text(sv="användare.csv", en="users.csv")
