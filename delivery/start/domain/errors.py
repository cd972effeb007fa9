"""What is refused about start messages."""

from __future__ import annotations

from kernel.errors import ErrorKind, spec

NOBODY_TO_WRITE_TO = spec(
    "NOBODY_TO_WRITE_TO",
    ErrorKind.CONFLICT,
    sv="Det finns ingen användare att visa ett startmejl för än. Ladda upp en lista utan fel först.",
    en="There is no user to show a start mail for yet. Upload a list without faults first.",
)
TOO_MANY_TESTS = spec(
    "TOO_MANY_TESTS",
    ErrorKind.TOO_MANY,
    sv="Högst {most} provutskick i timmen. Vänta en stund och försök igen.",
    en="At most {most} test messages an hour. Wait a while and try again.",
)
SMS_NOT_OFFERED = spec(
    "SMS_NOT_OFFERED",
    ErrorKind.CONFLICT,
    sv="Sms kan inte skickas härifrån. Inget har skickats.",
    en="Text messages cannot be sent from here. Nothing has been sent.",
)
RECIPIENT_WRONG = spec(
    "RECIPIENT_WRONG",
    ErrorKind.INVALID,
    sv="{value} går inte att skicka till. Skriv en e-postadress, eller för sms ett svenskt mobilnummer.",
    en="{value} cannot be sent to. Write an e-mail address, or for a text message a Swedish mobile number.",
)
