"""What accounts refuse."""

from __future__ import annotations

from kernel.errors import ErrorKind, spec

SIGN_IN_NEEDED = spec(
    "SIGN_IN_NEEDED",
    ErrorKind.UNAUTHENTICATED,
    sv="Du behöver logga in först.",
    en="You need to sign in first.",
)
TOKEN_INVALID = spec(
    "TOKEN_INVALID",
    ErrorKind.UNAUTHENTICATED,
    sv="Åtkomsttoken saknas, har gått ut eller är inte vår. Hämta en ny på /api/v1/oauth/token.",
    en="The access token is missing, has expired or is not ours. Get a new one at /api/v1/oauth/token.",
)
CLIENT_REFUSED = spec(
    "CLIENT_REFUSED",
    ErrorKind.UNAUTHENTICATED,
    sv="Klient-id eller hemlighet stämmer inte.",
    en="The client id or secret is not right.",
)
SCOPE_MISSING = spec(
    "SCOPE_MISSING",
    ErrorKind.FORBIDDEN,
    sv="Din nyckel saknar behörigheten {scope}.",
    en="Your key lacks the scope {scope}.",
)
SCOPE_UNKNOWN = spec(
    "SCOPE_UNKNOWN",
    ErrorKind.INVALID,
    sv="Behörigheten {scope} finns inte eller ingår inte i din nyckel.",
    en="The scope {scope} does not exist or is not part of your key.",
)
LINK_INVALID = spec(
    "LINK_INVALID",
    ErrorKind.UNAUTHENTICATED,
    sv="Länken är redan använd eller har gått ut. Be om en ny; det tar en minut.",
    en="The link has been used or has expired. Ask for a new one; it takes a minute.",
)
PASSKEY_REFUSED = spec(
    "PASSKEY_REFUSED",
    ErrorKind.UNAUTHENTICATED,
    sv="Passkeyn gick inte att använda. Försök igen, eller få en länk med e-post; den fungerar alltid.",
    en="The passkey could not be used. Try again, or get a link by e-mail; that always works.",
)
PASSKEY_NOT_ADDED = spec(
    "PASSKEY_NOT_ADDED",
    ErrorKind.INVALID,
    sv="Passkeyn lades inte till: svaret från enheten passade inte. Ladda om sidan och försök igen.",
    en="The passkey was not added: the device's answer did not fit. Reload the page and try again.",
)
PASSKEYS_FULL = spec(
    "PASSKEYS_FULL",
    ErrorKind.CONFLICT,
    sv="Du har redan {most} passkeys. Ta bort en som du inte använder först.",
    en="You have {most} passkeys already. Remove one that you do not use first.",
)
PASSKEYS_UNAVAILABLE = spec(
    "PASSKEYS_UNAVAILABLE",
    ErrorKind.UNAVAILABLE,
    sv="Passkeys kan inte användas här, för installationens adress har inget namn. Logga in med en länk.",
    en="Passkeys cannot be used here, since the installation's address has no name. Sign in by a link.",
)
FORM_EXPIRED = spec(
    "FORM_EXPIRED",
    ErrorKind.FORBIDDEN,
    sv="Formuläret är för gammalt eller kom från ett annat fönster. Ladda om sidan och skicka igen.",
    en="The form is too old or came from another window. Reload the page and send it again.",
)
NOT_YOURS = spec(
    "NOT_YOURS",
    ErrorKind.FORBIDDEN,
    sv="Din roll får inte göra detta.",
    en="Your role may not do this.",
)
TOO_MANY_TRIES = spec(
    "TOO_MANY_TRIES",
    ErrorKind.TOO_MANY,
    sv="För många försök. Vänta {minutes} minuter och försök igen.",
    en="Too many tries. Wait {minutes} minutes and try again.",
)
ROLE_NEEDED = spec(
    "ROLE_NEEDED",
    ErrorKind.CONFLICT,
    sv="{name} är er enda {role}. Bjud in en till innan den här tas bort.",
    en="{name} is your only {role}. Invite another before this one is removed.",
)
EMAIL_NOT_USABLE = spec(
    "EMAIL_NOT_USABLE",
    ErrorKind.INVALID,
    sv="{value} är ingen e-postadress.",
    en="{value} is no e-mail address.",
)
NAME_MISSING = spec(
    "PERSON_NAME_MISSING",
    ErrorKind.INVALID,
    sv="Skriv ditt namn.",
    en="Write your name.",
)
NETWORK_INVALID = spec(
    "NETWORK_INVALID",
    ErrorKind.INVALID,
    sv="{value} är inget nät. Skriv adresser eller nät som 193.0.2.10 eller 2a00:1450::/32, högst {most}.",
    en="{value} is no network. Write addresses or nets like 193.0.2.10 or 2a00:1450::/32, at most {most}.",
)
ADDRESS_NOT_ALLOWED = spec(
    "ADDRESS_NOT_ALLOWED",
    ErrorKind.FORBIDDEN,
    sv="Nyckeln får inte användas från {address}. Lägg till adressen på nyckelns sida.",
    en="The key may not be used from {address}. Add the address on the key's page.",
)
KEY_NAME_MISSING = spec(
    "KEY_NAME_MISSING",
    ErrorKind.INVALID,
    sv="Ge nyckeln ett namn, så att ni vet vilket program som har den.",
    en="Give the key a name, so that you know which program has it.",
)
KEY_WITHOUT_SCOPE = spec(
    "KEY_WITHOUT_SCOPE",
    ErrorKind.INVALID,
    sv="Välj minst en behörighet för nyckeln.",
    en="Choose at least one scope for the key.",
)
RESELLER_ONLY = spec(
    "RESELLER_ONLY",
    ErrorKind.INVALID,
    sv="Bara en partner kan stå under, eller över, en partner.",
    en="Only a partner can stand under, or above, a partner.",
)
RESELLER_ABOVE_ITSELF = spec(
    "RESELLER_ABOVE_ITSELF",
    ErrorKind.CONFLICT,
    sv="{name} står över {parent} och kan inte stå under den. Lös {parent} först.",
    en="{name} stands above {parent} and cannot stand under it. Release {parent} first.",
)
PAGES_FULL = spec(
    "PAGES_FULL",
    ErrorKind.TOO_MANY,
    sv="Högst {most} sidor kan följa läget direkt samtidigt. De andra frågar själva efter läget.",
    en="At most {most} pages can follow the status live at a time. The others ask for it by themselves.",
)
