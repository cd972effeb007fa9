"""X-01: every text a person sees is there, in both languages, and none stands unused."""

from __future__ import annotations

import re
from pathlib import Path

from delivery.domain import labels
from delivery.domain.states import MACHINES as DELIVERY_MACHINES
from infra.texts import catalogue
from portingsvc.domain.states import MACHINES as PORTING_MACHINES

ROOT = Path(__file__).parents[2]
SOURCES = [
    *ROOT.joinpath("templates").rglob("*.html"),
    *ROOT.joinpath("templates").rglob("*.txt"),
    *(
        path
        for package in ("accounts", "customer_portal", "delivery", "infra", "openfibre")
        for path in ROOT.joinpath(package).rglob("*.py")
    ),
]
WHOLE_KEY = re.compile(r"""["']((?:common|errors|signin|email|portal|planner|kobyte)\.[a-z_0-9]+)["']""")
KEY_BEGINNING = re.compile(r"""["']((?:email|portal|planner|kobyte)\.[a-z_]*_)["'] ?~""")


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


USED = {key for path in SOURCES for key in WHOLE_KEY.findall(text_of(path)) if not key.endswith("_")}
BEGUN = {key for path in SOURCES for key in KEY_BEGINNING.findall(text_of(path))}
MAILS = {f"email.{path.stem}_subject" for path in ROOT.joinpath("templates/email").glob("*.txt")}


def test_every_key_that_is_used_exists_in_both_languages() -> None:
    assert set(catalogue()) >= USED | MAILS


def test_no_key_stands_unused() -> None:
    unused = {
        key
        for key in catalogue()
        if key not in USED | MAILS and not any(key.startswith(beginning) for beginning in BEGUN)
    }
    assert unused == set()


def test_facts_named_in_swedish_are_named_in_english() -> None:
    fact = re.compile(r"\{(\w+)\}")
    differing = {k for k, t in catalogue().items() if set(fact.findall(t.sv)) != set(fact.findall(t.en))}
    assert differing == set()


def test_every_event_of_every_machine_has_words_for_the_timeline() -> None:
    for machine in (*DELIVERY_MACHINES, *PORTING_MACHINES):
        for row in machine.table:
            assert f"{machine.name}.{row.event}" in labels.LABELS
