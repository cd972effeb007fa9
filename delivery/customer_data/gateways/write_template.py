"""The empty workbook that customers download: three lists, drop-downs, and a page that explains them.

The example stands on the page that explains, one line a column, where no check takes it for a list.
"""

from __future__ import annotations

from pathlib import Path
from typing import IO, Any, Final

from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from delivery.customer_data.domain.check import STANDARD_RULES
from delivery.customer_data.domain.check_users import Rules
from delivery.customer_data.domain.fields import SHEET_NAMES, SPECS, TEMPLATE_FIELDS, Field, SheetKind
from delivery.customer_data.domain.guidance import EXTENSION_TYPES, GUIDANCE
from delivery.customer_data.gateways.cells import HEADING_FILL, HEADING_FONT, remark
from kernel.language import Language, Text
from portingsvc.domain.donors import DONORS

LAST_PREPARED_ROW: Final = 1_000
_AS_TEXT: Final = "@"
_TYPED_AS_TEXT: Final = frozenset(
    {
        Field.MOBILE,
        Field.LANDLINE,
        Field.EXTENSION,
        Field.COST_CENTRE,
        Field.GROUP_NUMBER,
        Field.MEMBERS,
        Field.SERIES,
    }
)
_HELP_NAME: Final = Text(sv="Läs mig först", en="Read me first")
_HELP_LINES: Final = (
    Text(
        sv="Fyll i de tre bladen och ladda upp filen. Den kontrolleras direkt; då ser ni vad som ska rättas.",
        en="Fill in the three sheets and upload the file. It is checked at once, and you see what to mend.",
    ),
    Text(
        sv="En rad är en användare, en svarsgrupp eller en nummerserie. Kolumner som ni inte behöver "
        "får vara tomma. Det här bladet läses inte.",
        en="A row is one user, one answer group or one number series. Columns you do not need may be blank. "
        "This sheet is not read.",
    ),
)
_HELP_HEADINGS: Final = (
    Text(sv="Kolumn", en="Column"),
    Text(sv="Måste fyllas i", en="Required"),
    Text(sv="Så här", en="How"),
    Text(sv="EXEMPEL (ta inte med)", en="EXAMPLE (not to be sent)"),
)
_HELP_WIDTHS: Final = (22, 16, 70, 30)
_YES: Final = Text(sv="Ja", en="Yes")
_NARROWEST: Final = 16


def write_template(target: Path | IO[bytes], language: Language, rules: Rules = STANDARD_RULES) -> None:
    """Write the empty workbook as xlsx. The drop-downs offer what `rules` know."""
    workbook = Workbook()
    _explain(workbook.active, language)
    for kind in SheetKind:
        lay_out(workbook.create_sheet(SHEET_NAMES[kind].in_(language)), kind, language, rules)
    workbook.active = 1
    workbook.save(target)


def lay_out(sheet: Any, kind: SheetKind, language: Language, rules: Rules = STANDARD_RULES) -> None:
    """Headings with advice, widths, drop-downs, and number columns kept as text so that no zero is lost."""
    offers = {
        Field.SUBSCRIPTION: rules.subscriptions.choices,
        Field.SIM_TYPE: rules.sim_types.choices,
    }
    operators = tuple(donor.name for donor in DONORS.values())
    proposals = {
        Field.EXTENSION_TYPE: tuple(each.in_(language) for each in EXTENSION_TYPES),
        Field.CURRENT_OPERATOR: operators,
        Field.SERIES_OPERATOR: operators,
    }
    sheet.freeze_panes = "A2"
    for number, field in enumerate(TEMPLATE_FIELDS[kind], start=1):
        heading = sheet.cell(1, number, SPECS[field].label.in_(language))
        heading.fill, heading.font = HEADING_FILL, HEADING_FONT
        heading.comment = remark(GUIDANCE[field].advice.in_(language))
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = max(
            _NARROWEST, len(GUIDANCE[field].example.in_(language)) + 4
        )
        if field in _TYPED_AS_TEXT:
            sheet.column_dimensions[letter].number_format = _AS_TEXT
        if field in offers:
            _offer(sheet, letter, offers[field], is_all=True)
        elif field in proposals:
            _offer(sheet, letter, proposals[field], is_all=False)


def _offer(sheet: Any, letter: str, choices: tuple[str, ...], *, is_all: bool) -> None:
    """A drop-down on a column; when that is all there is, the program refuses what is not in the list."""
    choice = DataValidation(
        type="list", formula1=f'"{",".join(choices)}"', allow_blank=True, showErrorMessage=is_all
    )
    sheet.add_data_validation(choice)
    choice.add(f"{letter}2:{letter}{LAST_PREPARED_ROW}")


def _explain(sheet: Any, language: Language) -> None:
    """The first page: what to do, then one line for each column with its example."""
    sheet.title = _HELP_NAME.in_(language)
    for line in _HELP_LINES:
        sheet.append([line.in_(language)])
    sheet.append([])
    sheet.append([heading.in_(language) for heading in _HELP_HEADINGS])
    for cell in sheet[sheet.max_row]:
        cell.fill, cell.font = HEADING_FILL, HEADING_FONT
    for kind, fields in TEMPLATE_FIELDS.items():
        sheet.append([SHEET_NAMES[kind].in_(language)])
        sheet.cell(sheet.max_row, 1).font = HEADING_FONT
        for field in fields:
            sheet.append(_help_line(field, language))
            sheet.cell(sheet.max_row, len(_HELP_HEADINGS)).number_format = _AS_TEXT
    for number, width in enumerate(_HELP_WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    for row in sheet.iter_rows(min_row=len(_HELP_LINES) + 2):
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")


def _help_line(field: Field, language: Language) -> list[str | None]:
    """One column in one line. Two of our headings never share a line, or it would pass for a list."""
    guidance = GUIDANCE[field]
    return [
        SPECS[field].label.in_(language),
        _YES.in_(language) if guidance.required else None,
        guidance.advice.in_(language),
        guidance.example.in_(language),
    ]
