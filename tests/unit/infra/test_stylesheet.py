"""What can be measured of the looks: contrast (WCAG 2.2 AA) in light and dark, and tokens used, not copied."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

CSS = (Path(__file__).parents[3] / "templates/static/vaxla.css").read_text(encoding="utf-8")
LIGHT, DARK = (
    dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", block))
    for block in re.findall(r":root \{(.*?)\n *\}", CSS, re.DOTALL)
)
STATES = ("good", "wait", "bad", "calm")
TEXT_ON_GROUND = [
    *product(("ink", "ink-soft", "accent"), ("ground", "sheet", "sunk")),
    *((state, f"{state}-soft") for state in STATES),
    *((hue, ground) for hue in ("good", "wait", "bad") for ground in ("sheet", "ground")),
    *product(("ink", "ink-soft"), ("accent-soft", "good-soft", "wait-soft", "bad-soft")),
    ("accent", "accent-soft"),
    ("accent-ink", "accent"),
    ("sheet", "bad"),
]


def luminance(colour: str) -> float:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (red, green, blue)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_computed_as_the_guidelines_do() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_dark_has_every_hue_that_light_has() -> None:
    assert set(LIGHT) == set(DARK)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
def test_text_can_be_read(theme: dict[str, str], text: str, ground: str) -> None:
    assert contrast(theme[text], theme[ground]) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("edge", "ground"), [("line-strong", "sheet"), ("accent", "ground"), ("bad", "sheet")]
)
def test_edges_of_controls_can_be_seen(theme: dict[str, str], edge: str, ground: str) -> None:
    assert contrast(theme[edge], theme[ground]) >= 3


def test_hues_are_named_once_and_used_by_name() -> None:
    below = CSS[CSS.index("*, *::before") :]
    assert set(re.findall(r"#[0-9a-f]{3,8}\b", below)) <= {"#fff"}  # paper is white


def test_every_name_that_is_used_exists() -> None:
    assert set(re.findall(r"var\(--([a-z0-9-]+)\)", CSS)) <= set(re.findall(r"--([a-z0-9-]+):", CSS))


def test_templates_have_no_inline_style_or_script() -> None:
    """The content security policy would stop them; mails are the exception, they have no stylesheet."""
    inline = re.compile(r"""\sstyle=|<style|<script(?![^>]*\bsrc=)|\son[a-z]+=["']""")
    for path in (Path(__file__).parents[3] / "templates").rglob("*.html"):
        if path.parent.name != "email":
            assert not inline.search(path.read_text(encoding="utf-8")), path.name
