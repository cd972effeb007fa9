"""What is refused about a list, its columns and its import."""

from __future__ import annotations

from typing import Final

from delivery.customer_data.domain.fields import SheetKind
from kernel.errors import ErrorKind, ErrorSpec, spec

HEADER_ROW_UNKNOWN = spec(
    "HEADER_ROW_UNKNOWN",
    ErrorKind.INVALID,
    sv="Rad {row} i bladet «{sheet}» finns inte bland raderna som visas. Skriv numret på raden med rubrikerna.",
    en="Row {row} of the sheet “{sheet}” is not among the rows shown. Write the number of the row of headings.",
)
COLUMN_TWICE = spec(
    "COLUMN_TWICE",
    ErrorKind.INVALID,
    sv="Två kolumner i bladet «{sheet}» kan inte båda vara {sv}. Välj en av dem.",
    en="Two columns of the sheet “{sheet}” cannot both be {en}. Choose one of them.",
)
SHEET_UNKNOWN = spec(
    "SHEET_UNKNOWN",
    ErrorKind.INVALID,
    sv="Filen har inget blad «{sheet}». Dess blad är: {known}. Skriv namnet så som det står där.",
    en="The file has no sheet “{sheet}”. Its sheets are: {known}. Write the name as it stands there.",
)
SAID_TWICE = spec(
    "SAID_TWICE",
    ErrorKind.INVALID,
    sv="«{name}» nämns två gånger. Säg en gång vad det är.",
    en="“{name}” is named twice. Say once what it is.",
)
COLUMNS_MISSING: Final[dict[SheetKind, ErrorSpec]] = {
    SheetKind.USERS: spec(
        "USER_COLUMNS_MISSING",
        ErrorKind.INVALID,
        sv="En lista över användare behöver namn och e-post. Peka ut dem i bladet «{sheet}».",
        en="A list of users needs name and email. Point them out in the sheet “{sheet}”.",
    ),
    SheetKind.GROUPS: spec(
        "GROUP_COLUMNS_MISSING",
        ErrorKind.INVALID,
        sv="En lista över svarsgrupper behöver gruppens namn, och medlemmar eller öppettider. "
        "Peka ut dem i bladet «{sheet}».",
        en="A list of answer groups needs the group's name, and members or opening hours. "
        "Point them out in the sheet “{sheet}”.",
    ),
    SheetKind.SERIES: spec(
        "SERIES_COLUMNS_MISSING",
        ErrorKind.INVALID,
        sv="En lista över nummerserier behöver serien, eller dess första och sista nummer. "
        "Peka ut dem i bladet «{sheet}».",
        en="A list of number series needs the series, or its first and last number. "
        "Point them out in the sheet “{sheet}”.",
    ),
}
NOTHING_TO_MAP = spec(
    "NOTHING_TO_MAP",
    ErrorKind.CONFLICT,
    sv="Filen gick inte att läsa, så det finns inga kolumner att peka ut. Ladda upp en fil som går att läsa.",
    en="The file could not be read, so there are no columns to point out. Upload a file that can be read.",
)
IMPORT_OVER = spec(
    "IMPORT_OVER",
    ErrorKind.CONFLICT,
    sv="Inläsningen är redan slut och kan inte avbrytas. Se vad den gav.",
    en="The import has already ended and cannot be cancelled. See what it gave.",
)
IMPORT_BROKE = spec(
    "IMPORT_BROKE",
    ErrorKind.UNAVAILABLE,
    sv="Inläsningen gick sönder hos oss, flera gånger. Inget har ändrats. Vi har sparat filen och tittar på det; "
    "försök igen senare.",
    en="The import broke on our side, several times. Nothing has been changed. We have kept the file and look "
    "into it; try again later.",
)
