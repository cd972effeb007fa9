"""From whatever a person pastes to digits: dashes, spaces, labels, extensions, and series marks."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_DASHES: Final = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad\ufe58\ufe63\uff0d"
_SPACES: Final = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
    "\u200a\u202f\u205f\u3000\t\n\r\v\f"
)
_GONE: Final = "\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202c"
# A true hyphen groups digits; every other dash is written to say "to".
_TABLE: Final = str.maketrans(
    {
        **dict.fromkeys(_DASHES, "–"),
        "\u2010": "-",
        "\u2011": "-",
        "\u00ad": "-",
        "\uff0d": "-",
        "\ufe63": "-",
        **dict.fromkeys(_SPACES, " "),
        **dict.fromkeys(_GONE, None),
        "．": ".",
        "＋": "+",
        "／": "/",
        "∕": "/",
        "⁄": "/",
        "（": "(",
        "）": ")",
    }
)
_LABEL: Final = re.compile(
    r"^(?:['’`\"=]+|(?:tel(?:efon|efonnummer|nr)?|mob(?:il|ilnummer)?|nr|direkt|växel|(?:nummer)?serie"
    r"|från|from|fr\.?\s?o\.?\s?m)\b[.:]*)\s*",
    re.IGNORECASE,
)
_EXTENSION: Final = re.compile(
    r"\s*[,;(]?\s*(?<![a-zåäö])(?:;\s*ext\s*=|(?:ankn(?:ytning)?|anv|ext(?:ension)?|int|x|#)[\s.:]*)"
    r"(\d{1,7})\s*\)?$",
    re.IGNORECASE,
)
_WORDS_FOR_TO: Final = re.compile(
    r"\s*(?:\btill\s+och\s+med\b|\bt\.?\s?o\.?\s?m\.?|\btill\b|\.\.+|…|\bto\b)\s*", re.IGNORECASE
)
_SERIES_WORD: Final = re.compile(r"^(\d{2,7})\s*-?\s*(?:nummer)?serien?\b[:\s]*", re.IGNORECASE)
# A sheet's number saved as text: nobody else writes a decimal.
_FIGURE: Final = re.compile(r"([1-9]\d{5,14})[.,]0")


def tidy(text: str) -> str:
    """The text in plain ASCII digits, one kind of space, two kinds of dash, without labels in front."""
    if not text.isascii():
        text = text.translate(_TABLE)
        text = "".join(_digit(each) for each in text)
    text = " ".join(text.split())
    while (shorter := _LABEL.sub("", text)) != text:
        text = shorter
    return text.strip(" .,;:\"'")


def _digit(character: str) -> str:
    if character.isascii() or not character.isdecimal():
        return character
    return str(unicodedata.decimal(character))


def split_extension(text: str) -> tuple[str, str | None]:
    """The text without its extension, and the extension if it had one."""
    match = _EXTENSION.search(text)
    if match is None or not any(each.isdigit() for each in text[: match.start()]):
        return text, None
    return text[: match.start()].rstrip(" ,;"), match.group(1)


def figure_of(text: str) -> str | None:
    """The digits of `701740607.0`, as a sheet's number comes out in text; none for anything else."""
    match = _FIGURE.fullmatch(text)
    return match.group(1) if match else None


def mark_series(text: str) -> str:
    """Write every word for "to" as `–`."""
    return _WORDS_FOR_TO.sub("–", text)


def split_series_word(text: str) -> tuple[int, str] | None:
    """`100-serie 08-123 45` as how many numbers and the beginning they share; none when not so written."""
    match = _SERIES_WORD.match(text)
    if match is None:
        return None
    return int(match.group(1)), text[match.end() :]


def digits_of(text: str) -> str | None:
    """The digits of one number, with a leading `+` kept; none when it holds anything else."""
    kept = []
    for character in text:
        if "0" <= character <= "9":
            kept.append(character)
        elif character == "+" and not kept:
            kept.append("+")
        elif character not in " -–.()/":
            return None
    return "".join(kept)
