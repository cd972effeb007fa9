"""What a file is by its first bytes, whatever its name says."""

from __future__ import annotations

from typing import Final

from delivery.customer_data.domain.reasons import Why

ZIP: Final = b"PK\x03\x04"
OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_PICTURES: Final = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8", b"II*\x00", b"MM\x00*")
_RIFF, _WEBP = b"RIFF", b"WEBP"
_FTYP: Final = b"ftyp"
_PDF: Final = b"%PDF"


def trouble_of(data: bytes) -> Why | None:
    """Why such bytes are no list at all; None when they may be one."""
    if not data:
        return Why.EMPTY
    if data.startswith(_PICTURES) or data[4:8] == _FTYP or (data[:4] == _RIFF and data[8:12] == _WEBP):
        return Why.PICTURE
    return Why.PDF if data.startswith(_PDF) else None


def is_locked(data: bytes) -> bool:
    """Whether an OLE file is a workbook behind a password."""
    return _ENCRYPTED in data
