"""Texts for people, Swedish and English side by side, one file an area under `templates/texts/`.

A key is `area.name`, as in `[portal]` `upload_title = { sv = "…", en = "…" }`. Tests fail on a key that is
used and missing, lacks a language, or is used nowhere.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Final

from kernel.language import Language, Text

FOLDER: Final = Path(__file__).parents[1] / "templates" / "texts"


@cache
def catalogue() -> dict[str, Text]:
    """Every text by its key. Raises `ValueError` when a key stands twice or lacks a language."""
    found: dict[str, Text] = {}
    for path in sorted(FOLDER.glob("*.toml")):
        for area, entries in tomllib.loads(path.read_text(encoding="utf-8")).items():
            for name, languages in entries.items():
                key = f"{area}.{name}"
                if key in found:
                    raise ValueError(f"text key stands twice: {key}")
                if set(languages) != {"sv", "en"}:
                    raise ValueError(f"{key} needs sv and en, has {sorted(languages)}")
                found[key] = Text(**languages)
    return found


def t(key: str, language: Language, **facts: Any) -> str:
    """The text of a key. Raises `KeyError` for a key that no file has."""
    text = catalogue()[key]
    return text.format(language, **facts) if facts else text.in_(language)
