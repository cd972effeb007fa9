"""Zero differences from `phonenumbers` where it is right; the table of differences names where it is not.

`VAXLA_LONG=1` asks about a million numbers instead of 45,000.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator

import phonenumbers
import pytest
from phonenumbers import PhoneNumberType as Kind
from phonenumbers.geodata import GEOCODE_DATA

from kernel.numbers import Code, NumberCheck, NumberType, check_number
from kernel.numbers.check import check_plainly
from kernel.numbers.differences import DIFFERENCES, Difference
from kernel.numbers.plan import area_of

TAILS = 112 if os.environ.get("VAXLA_LONG") else 5
TYPES = {
    Kind.FIXED_LINE: NumberType.GEOGRAPHIC,
    Kind.MOBILE: NumberType.MOBILE,
    Kind.UAN: NumberType.NATIONAL,
    Kind.TOLL_FREE: NumberType.FREEPHONE,
    Kind.SHARED_COST: NumberType.SHARED_COST,
    Kind.PREMIUM_RATE: NumberType.PREMIUM,
    Kind.PERSONAL_NUMBER: NumberType.PERSONAL,
    Kind.PAGER: NumberType.UNKNOWN,
    Kind.VOICEMAIL: NumberType.UNKNOWN,
}
PREFIXES = ("0", "+46", "+46 ", "0046", "0046 ", "+460", "+46(0)", "+46 (0)", "(0", "00460")
SEPARATORS = ("", " ", "-", "\u00a0", ".", "\u2011", "\u2009", "/")


def opinion(writing: str) -> tuple[str, NumberType] | None:
    """E.164 and type of a valid Swedish number, as the library reads it; none when it reads none."""
    try:
        parsed = phonenumbers.parse(writing, "SE")
    except phonenumbers.NumberParseException:
        return None
    if parsed.country_code != 46 or not phonenumbers.is_valid_number(parsed):
        return None
    number = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
    return number, TYPES[phonenumbers.number_type(parsed)]


def ours(found: NumberCheck) -> tuple[str, NumberType] | None:
    if found.first is None or found.kind != "number" or found.type is NumberType.FOREIGN:
        return None
    return found.first, found.type


def every_head(rng: random.Random) -> Iterator[str]:
    """National numbers: every three digits in front, every length from four to thirteen, random tails."""
    for head in range(100, 1000):
        for length in range(4, 14):
            for _ in range(TAILS):
                yield f"{head}{rng.randrange(10 ** (length - 3)):0{length - 3}d}"


def written(national: str, rng: random.Random) -> str:
    """A number in one of the ways people write it, none of which writes a series."""
    prefix = rng.choice(PREFIXES)
    cut = rng.choice((1, 2, 3))
    head, tail = national[:cut], national[cut:]
    if prefix == "(0":
        head += ")"
    gap = rng.choice(("", " ", "\u00a0"))
    size = rng.choice((2, 3, 4))
    groups = [tail[at : at + size] for at in range(0, len(tail), size)]
    return f"{prefix}{head}{rng.choice(SEPARATORS)}{gap.join(groups)}"


M2M, THIN_SPACES = DIFFERENCES[:2]


def library_of(writing: str) -> tuple[str, NumberType] | None:
    """The library's opinion with the two differences evened out that complete numbers can show."""
    plain = "".join(each for each in writing if each.isascii() and (each.isdigit() or each == "+"))
    if M2M.writing.fullmatch(plain):
        return "+4671" + plain[-11:], NumberType.M2M
    if THIN_SPACES.writing.fullmatch(writing):
        return opinion(writing.replace("\u2009", " "))
    return opinion(writing)


def test_every_prefix_length_and_writing_reads_as_the_library_reads_it() -> None:
    rng = random.Random(20261121)
    asked = 0
    for national in every_head(rng):
        writing = written(national, rng)
        found = check_number(writing)
        assert found == check_plainly(writing), writing
        assert ours(found) == library_of(writing), writing
        asked += 1
    assert asked == 900 * 10 * TAILS


def test_the_fast_path_accepts_only_what_the_plain_path_accepts_identically() -> None:
    rng = random.Random(8)
    pieces = ("+46", "0046", "46", "0", "8", "70", "31", "980", "-", " ", "(", ")", "\u00a0", "–", "/", "(0)")
    accepted = 0
    for _ in range(40_000 * (10 if TAILS > 5 else 1)):
        front = "".join(rng.choices(pieces, k=rng.randrange(1, 4)))
        back = "".join(rng.choices("0123456789  -", k=rng.randrange(4, 11)))
        for production in (False, True):
            quick = check_number(front + back, production=production)
            assert quick == check_plainly(front + back, production=production), front + back
        accepted += quick.ok
    assert accepted > 1000  # else the writings would prove nothing


@pytest.mark.parametrize("row", DIFFERENCES, ids=lambda row: row.example)
def test_a_deliberate_difference_is_one(row: Difference) -> None:
    found = check_number(row.example)
    library = opinion(row.example)
    plain = row.example.replace(" ", "")
    assert row.writing.fullmatch(row.example) or row.writing.fullmatch(plain)
    assert (library[0] if library else None) == row.library
    assert found.first == row.ours
    assert set(row.codes) <= set(found.codes)
    assert row.library != row.ours


def test_the_trap_of_the_country_code_read_as_an_area() -> None:
    """A pattern that backtracks reads 0046 91122 as 046-91122 in Lund."""
    assert check_number("0046 91122").codes == (Code.TOO_SHORT,)


def test_the_plan_has_the_264_area_codes_of_pts() -> None:
    areas = {area_of(key[2:].ljust(3, "1")) for key in GEOCODE_DATA if key.startswith("46")}
    geographic = {area for area in areas if check_number(f"{area}-12 34 56").type is NumberType.GEOGRAPHIC}
    assert len(geographic) == 264
