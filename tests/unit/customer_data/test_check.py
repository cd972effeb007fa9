"""What a check finds in lists that people could have written."""

from __future__ import annotations

import pytest

from delivery.customer_data.domain.check import STANDARD_RULES, CheckResult, check_workbook
from delivery.customer_data.domain.check_users import Rules
from delivery.customer_data.domain.codes import BLANK_TEXTS, TEXTS, Code, Issue
from delivery.customer_data.domain.diff import diff
from delivery.customer_data.domain.fields import TEMPLATE_FIELDS, Field, SheetKind
from delivery.customer_data.domain.guidance import GUIDANCE
from delivery.customer_data.domain.headers import SheetMapping, WorkbookMapping
from delivery.customer_data.domain.sample_company import FAULTS, MOST_USERS, invent_company, laid_out
from delivery.customer_data.domain.sheets import Cell, Row, Sheet

HEADINGS: list[Cell] = ["Namn", "E-post", "Mobil", "Fast", "Ankn", "Abonnemang", "SIM-typ"]


def sheet(*rows: list[Cell], name: str = "Blad1") -> Sheet:
    return Sheet(name, [Row(n, cells) for n, cells in enumerate(rows, start=1) if any(cells)])


def check_users(*rows: list[Cell]) -> CheckResult:
    return check_workbook([sheet(HEADINGS, *rows)])


def found(result: CheckResult) -> list[tuple[int | None, str | None, str]]:
    return [(i.row, i.letter, i.code.value) for i in result.issues]


ANNA: list[Cell] = [
    "Anna Berg",
    "anna@exempel.se",
    "070-174 06 05",
    "08-465 004 00",
    200.0,
    "mobil plus",
    "e-sim",
]


def test_a_good_row_is_tidied() -> None:
    result = check_users(ANNA)
    (user,) = result.users
    assert result.ok
    assert (user.name, user.email, user.extension) == ("Anna Berg", "anna@exempel.se", "200")
    assert user.numbers == ("+46701740605", "+46846500400")
    assert (user.subscription, user.sim_type) == ("Mobil Plus", "eSIM")
    assert result.numbers == 2


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [
        (0, " ", "NAME_MISSING"),
        (1, "anna@", "EMAIL_INVALID"),
        (1, None, "EMAIL_INVALID"),
        (2, "070-174", "PHONE_INVALID"),
        (2, "se nedan", "PHONE_INVALID"),
        (2, True, "PHONE_INVALID"),
        (2, "2027-01-05 00:00", "PHONE_INVALID"),
        (2, "08-465 004 00–99", "PHONE_INVALID"),
        (3, "+47 21 98 76 54", "PHONE_FOREIGN"),
        (4, "x", "EXTENSION_INVALID"),
        (4, 200.5, "EXTENSION_INVALID"),
        (5, "Mobil Max", "SUBSCRIPTION_UNKNOWN"),
        (6, "micro", "SIM_TYPE_UNKNOWN"),
    ],
)
def test_one_bad_cell_gives_one_finding_in_its_place(column: int, value: Cell, code: str) -> None:
    row = [*ANNA]
    row[column] = value
    result = check_users(row)
    assert found(result) == [(2, "ABCDEFG"[column], code)]
    assert len(result.users) == 1


def test_duplicates_are_reported_on_the_later_row() -> None:
    result = check_users(ANNA, ["Per Ek", "ANNA@exempel.se", "+46 70 174 06 05", "", "200"])
    assert found(result) == [
        (3, "C", "NUMBER_DUPLICATE"),
        (3, "B", "EMAIL_DUPLICATE"),
        (3, "E", "EXTENSION_DUPLICATE"),
    ]
    assert "rad 2" in result.errors[0].text("sv")


def test_duplicates_are_sought_across_sheets_and_name_the_other_one() -> None:
    result = check_workbook([sheet(HEADINGS, ANNA, name="Lund"), sheet(HEADINGS, [*ANNA[:2]], name="Malmö")])
    (issue,) = result.errors
    assert (issue.sheet, issue.row, issue.code) == ("Malmö", 2, Code.EMAIL_DUPLICATE)
    assert "row 2 (Lund)" in issue.text("en")


def test_a_lost_zero_is_put_back_with_a_warning() -> None:
    result = check_users(["Anna", "a@exempel.se", 701740605.0])
    assert result.ok
    assert result.users[0].mobile == "+46701740605"
    assert [(i.row, i.letter, i.code) for i in result.warnings] == [(2, "C", Code.TRUNK_ZERO_RESTORED)]
    assert "070-174 06 05" in result.warnings[0].text("sv")


def test_blank_rows_and_repeated_headings_are_no_users() -> None:
    assert [u.row for u in check_users(ANNA, [" ", None], HEADINGS, ["Per", "per@exempel.se"]).users] == [
        2,
        5,
    ]


def test_a_row_number_printed_in_an_unknown_column_makes_no_user() -> None:
    result = check_workbook([sheet(["Rad", "Namn", "E-post"], [1, "Anna", "a@exempel.se"], [2], [3])])
    assert len(result.users) == 1


def test_one_part_of_a_name_is_enough() -> None:
    headings: list[Cell] = ["Förnamn", "Efternamn", "E-post"]
    result = check_workbook([sheet(headings, ["Reception", "", "r@exempel.se"], ["", "", "x@exempel.se"])])
    assert found(result) == [(3, "A", "NAME_MISSING")]
    assert result.users[0].name == "Reception"


def test_a_column_called_telephone_fills_the_place_its_number_is_of() -> None:
    rows = [
        sheet(
            ["Namn", "E-post", "Telefon"],
            ["A", "a@exempel.se", "070-174 06 05"],
            ["B", "b@exempel.se", "08-46500400"],
        )
    ]
    a, b = check_workbook(rows).users
    assert (a.mobile, a.landline) == ("+46701740605", None)
    assert (b.mobile, b.landline) == (None, "+46846500400")


def test_members_are_found_by_extension_email_and_name_and_the_rest_reported() -> None:
    groups = sheet(
        ["Grupp", "Nummer", "Medlemmar"],
        ["Växel", "08-465 004 99", "200; ANNA@exempel.se, anna berg, 9999; Per Ek"],
        name="Grupper",
    )
    twins: list[list[Cell]] = [["Per Ek", "p1@exempel.se"], ["Per Ek", "p2@exempel.se"]]
    result = check_workbook([groups, sheet(HEADINGS, ANNA, *twins)])
    assert [i.value for i in result.errors] == ["9999", "Per Ek"]
    assert {i.code for i in result.errors} == {Code.GROUP_MEMBER_UNKNOWN}
    assert result.groups[0].members == (result.users[0],)


def test_a_groups_number_that_a_user_has_is_a_duplicate_but_one_in_a_series_is_not() -> None:
    groups = sheet(["Grupp", "Nummer", "Medlemmar"], ["Växel", "08-465 004 00", "200"], name="Grupper")
    series = sheet(["Serie"], ["08-465 004 00–99"], name="Serier")
    result = check_workbook([sheet(HEADINGS, ANNA), groups, series])
    assert [(i.sheet, i.code) for i in result.issues] == [("Grupper", Code.NUMBER_DUPLICATE)]
    assert (result.series[0].first, result.series[0].last) == ("+46846500400", "+46846500499")
    assert result.series[0].count == 100


def test_series_may_stand_in_two_columns() -> None:
    series = sheet(
        ["Från", "Till", "Operatör"], ["08-465 004 00", "08-465 004 99", "Telia"], ["se bilaga", "x"]
    )
    result = check_workbook([sheet(HEADINGS, ANNA), Sheet("S", series.rows)])
    assert [(s.first, s.last) for s in result.series] == [("+46846500400", "+46846500499"), (None, None)]
    assert found(result) == [(3, "A", "SERIES_INVALID")]


def test_production_refuses_fiction() -> None:
    rules = Rules(STANDARD_RULES.subscriptions, STANDARD_RULES.sim_types, production=True)
    result = check_workbook([sheet(HEADINGS, ANNA)], rules=rules)
    assert [i.code for i in result.errors] == [Code.PHONE_INVALID] * 2


def test_a_mapping_from_a_person_is_obeyed() -> None:
    odd = sheet(["Vem", "Vart", "Lur"], ["Anna", "a@exempel.se", "070-174 06 05"])
    columns = {Field.NAME: 0, Field.EMAIL: 1, Field.MOBILE: 2}
    mapping = WorkbookMapping((SheetMapping("Blad1", SheetKind.USERS, 1, columns),))
    assert check_workbook([odd]).errors[0].code is Code.HEADER_MISSING
    result = check_workbook([odd], mapping)
    assert result.ok
    assert result.users[0].mobile == "+46701740605"


def test_every_code_has_a_text_that_can_be_filled_in() -> None:
    assert set(TEXTS) == set(Code)
    facts = {"value": "x", "first": "rad 2", "allowed": "SIM", "number": "070", "why": "y"}
    for text in (*TEXTS.values(), *BLANK_TEXTS.values()):
        for language in ("sv", "en"):
            assert "{" not in text.format(language, **facts)


def test_every_template_column_is_explained() -> None:
    assert set(GUIDANCE) == {field for fields in TEMPLATE_FIELDS.values() for field in fields}


def test_a_long_value_is_quoted_short() -> None:
    assert len(Issue(Code.PHONE_INVALID, value="x" * 5_000).text("sv")) < 300


@pytest.mark.parametrize("code", FAULTS)
def test_each_planted_fault_is_found_and_nothing_else(code: Code) -> None:
    result = check_company(faults=(code,))
    assert [issue.code for issue in result.issues] == [code]


def test_the_corrected_company_is_clean_and_large_enough_for_the_demo() -> None:
    result = check_company(users=60)
    assert result.issues == ()
    assert (len(result.users), result.numbers, len(result.groups), len(result.series)) == (60, 91, 2, 2)
    assert check_company(users=MOST_USERS).issues == ()


def test_a_company_that_cannot_be_invented_is_refused() -> None:
    for users, faults in ((MOST_USERS + 1, ()), (2, ()), (5, tuple(FAULTS))):
        with pytest.raises(ValueError, match=r"users|faults"):
            invent_company(users, faults)


def check_company(users: int = 60, faults: tuple[Code, ...] = ()) -> CheckResult:
    company = invent_company(users, faults)
    headings = {k: [f"{GUIDANCE[f] and f.value}" for f in TEMPLATE_FIELDS[k]] for k in SheetKind}
    sheets = [
        Sheet(k.value, [Row(n, r) for n, r in enumerate([headings[k], *laid_out(company[k], k)], 1)])
        for k in SheetKind
    ]
    columns = {k: {f: c for c, f in enumerate(TEMPLATE_FIELDS[k])} for k in SheetKind}
    return check_workbook(
        sheets, WorkbookMapping(tuple(SheetMapping(k.value, k, 1, columns[k]) for k in SheetKind))
    )


def test_a_difference_names_who_came_who_changed_and_who_left() -> None:
    old = check_users(ANNA, ["Per", "per@exempel.se", "", "", "201"], ["Ulla", "ulla@exempel.se"]).users
    moved: list[Cell] = [
        "Anna Berg",
        "anna@exempel.se",
        "070-174 06 06",
        "08-465 004 00",
        200,
        "Fast",
        "eSIM",
    ]
    new = check_users(["Ny", "ny@exempel.se"], ["Per", "per.ek@exempel.se", "", "", "201"], moved).users
    change = diff(old, new)
    assert [u.name for u in change.added] == ["Ny"]
    assert [u.name for u in change.removed] == ["Ulla"]
    assert [(c.after.name, c.fields) for c in change.changed] == [
        ("Per", ("email",)),
        ("Anna Berg", ("mobile", "subscription")),
    ]
    assert diff(old, old).unchanged == 3
