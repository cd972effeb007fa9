"""Which files may lie with a case, and how to tell that a file is what its name says."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from kernel.language import Text

_ZIP: Final = (b"PK\x03\x04",)
_OLE: Final = (b"\xd0\xcf\x11\xe0",)


@dataclass(frozen=True, slots=True)
class FileKind:
    """An ending with its media type; `begins` is how such a file begins, empty for plain text."""

    ending: str
    media_type: str
    begins: tuple[bytes, ...] = ()


_OFFICE: Final = "application/vnd.openxmlformats-officedocument"
KINDS: Final = {
    row.ending: row
    for row in (
        FileKind("pdf", "application/pdf", (b"%PDF-",)),
        FileKind("png", "image/png", (b"\x89PNG\r\n\x1a\n",)),
        FileKind("jpg", "image/jpeg", (b"\xff\xd8\xff",)),
        FileKind("jpeg", "image/jpeg", (b"\xff\xd8\xff",)),
        FileKind("docx", f"{_OFFICE}.wordprocessingml.document", _ZIP),
        FileKind("xlsx", f"{_OFFICE}.spreadsheetml.sheet", _ZIP),
        FileKind("pptx", f"{_OFFICE}.presentationml.presentation", _ZIP),
        FileKind("msg", "application/vnd.ms-outlook", _OLE),
        FileKind("eml", "message/rfc822"),
        FileKind("txt", "text/plain"),
        FileKind("csv", "text/csv"),
    )
}
_UNKNOWN: Final = Text(sv="slaget är inte ett av dem", en="the kind is none of them")
_OTHERWISE: Final = Text(
    sv="innehållet är inte det som namnet säger", en="the content is not what the name says"
)


def kind_of(name: str, content: bytes) -> FileKind | Text:
    """The kind of a file; or why it is not taken."""
    kind = KINDS.get(PurePosixPath(name.lower()).suffix.removeprefix("."))
    if kind is None:
        return _UNKNOWN
    is_right = content.startswith(kind.begins) if kind.begins else _is_text(content)
    return kind if is_right else _OTHERWISE


def _is_text(content: bytes) -> bool:
    return b"\x00" not in content[:4096]


def clean_name(name: str) -> str:
    """A file's own name: no path, no control characters, at most 200 characters and its ending."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    shown = "".join(each for each in last if each.isprintable()).strip() or "fil"
    stem, dot, ending = shown.rpartition(".")
    return f"{stem[:200]}{dot}{ending[:10]}" if dot else shown[:200]
