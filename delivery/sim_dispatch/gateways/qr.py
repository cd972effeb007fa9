"""An eSIM's activation code as a picture that a telephone reads."""

from __future__ import annotations

import io
from typing import Final

import segno

_PIXELS_A_MODULE: Final = 6


def qr_png(code: str) -> bytes:
    """The code as a PNG. Error correction M: a screen is clean, and the code stays coarse enough to film."""
    out = io.BytesIO()
    segno.make(code, error="m", micro=False).save(out, kind="png", scale=_PIXELS_A_MODULE)
    return out.getvalue()
