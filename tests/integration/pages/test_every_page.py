"""X-01: axe on every page of the product in light and dark, and none that scrolls sideways at 320 pixels.

The list of pages is made from the routes: a page that is added is looked at, or the test says what it lacks to
find it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from fastapi.routing import APIRoute, iter_route_contexts
from playwright.sync_api import Page

from delivery.domain.options import Option
from delivery.pages.desk import TABS as PLANNER_TABS
from delivery.questionnaire.domain.sections import asked_of
from delivery.questionnaire.queries.known import group_item
from openfibre.operator_change.pages.desk import TABS as CHANGE_TABS

from .conftest import CHANGE, CUSTOMER, FIBRE, PARTNER, PLANNER, STRANGER, World

pytestmark = pytest.mark.browser
AXE = (Path(__file__).parents[3] / "third_party/axe-core/axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """async rules => (await axe.run(document, {runOnly: rules, resultTypes: ['violations']})).violations.map(
    found => `${found.id}: ${found.help}: ${found.nodes.slice(0, 3).map(node => node.html).join(' | ')}`)"""
OPEN_ALL = "document.querySelectorAll('details').forEach(each => each.open = true)"
WIDER = """() => { const most = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= most) return [];
    return [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > most + 1)
        .filter(e => !e.closest('.scroll')).slice(-3).map(e => 'wider than 320 px: ' + e.outerHTML.slice(0, 120)) }"""
# Whose page it is, by how its address begins; the first that fits.
WHOSE = (
    ("/planner", PLANNER),
    ("/ko-byte/new", PLANNER),
    ("/fibre/networks", PLANNER),
    ("/sealed", CHANGE),
    ("/ko-byte", CHANGE),
    ("/fibre", FIBRE),
    ("/partner", PARTNER),
    ("/cases", CUSTOMER),
    ("/notices", CUSTOMER),
    ("/account", CUSTOMER),
    ("/kept", CUSTOMER),
    ("/", STRANGER),
)
# Every value of a parameter that stands for more than one page.
VALUES = {
    "/planner/cases/{case_id}/{tab}": {"tab": PLANNER_TABS[1:]},
    "/ko-byte/{project_id}/{tab}": {"tab": CHANGE_TABS[1:]},
    "/cases/{case_id}/questions/{section}": {
        "section": tuple(each.key for each in asked_of(frozenset({Option.SOFTPHONE})))
    },
    "/planner/cases/{case_id}/answers/{section}": {"section": ("company",)},
    "/cases/{case_id}/questions/{section}/items/{item}": {
        "section": ("groups",),
        "item": (group_item("Växel"),),
    },
    "*": {
        "number": ("1", "2"),
        "donor": ("TELIA",),
        "order_ref": ("an-order",),
        "content": ("accessdata",),
        "token": ("unknown",),
    },
    "/repair/{token}": {"token": ("{repair_token}", "unknown")},
}
# Pages that say that something is no longer there.
GONE = ("/sealed/unknown", "/repair/unknown")
# Addresses that hand over a file; what is not there is answered by the page of the error, which is looked at too.
FILES = re.compile(
    r"\.(xlsx|pdf|svg|ics)$|/(csv|xml|labels|packing-list)$|/stream$|/documentation$|/questions/\{section\}/now$|^/ko-byte/.*/(documents|data|template)/|/files/\{\w+\}$|^/metrics|^/api-changelog$"
)
# Pages that a form answers with, refused or not, beside those that have an address: who, where, what is pressed.
PRESSED = (
    (STRANGER, "/sign-in", "form[action='/sign-in'] button", {"email": "nobody@exempel.se"}),
    (STRANGER, "/sign-in/unknown", "main button", {}),
    (CUSTOMER, "/account/data", "button[value=erase]", {"email": "{user_email}"}),
)


def pages(app: Any, world: World) -> Iterator[tuple[str, str]]:
    """Whose each page is, and its address, with a row of the world for each parameter."""
    for context in iter_route_contexts(app.routes):
        path = context.path
        if not isinstance(context.original_route, APIRoute) or "GET" not in context.methods:
            continue
        if path.startswith(("/api/", "/health/")) or FILES.search(path):
            continue
        who = next(whose for beginning, whose in WHOSE if path.startswith(beginning))
        names = re.findall(r"\{(\w+)\}", path)
        known = VALUES["*"] | VALUES.get(path, {})
        if path.startswith("/fibre/unblockings/{"):
            known |= {"case_id": (world.ids["unblocking_id"],)}
        lacking = [name for name in names if name not in known and name not in world.ids]
        assert not lacking, f"{path}: tell VALUES or the world what {lacking} may be"
        choices = [known.get(name) or (world.ids[name],) for name in names]
        for chosen in product(*choices):
            yield who, path.format(**dict(zip(names, chosen, strict=True))).format(**world.ids)


def faults(page: Page) -> list[str]:
    """What axe finds in light, what it finds of contrast in dark, and what is wider than a small telephone."""
    page.evaluate(OPEN_ALL)
    if page.evaluate("typeof axe === 'undefined'"):
        page.evaluate(AXE)
    found = page.evaluate(RUN, RULES)
    page.emulate_media(color_scheme="dark")
    found += [f"dark: {each}" for each in page.evaluate(RUN, {"type": "rule", "values": ["color-contrast"]})]
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 320, "height": 800})
    found += page.evaluate(WIDER)
    page.set_viewport_size({"width": 1280, "height": 900})
    return found


def test_every_page_is_free_of_faults(world: World, visit: Callable[..., Page], web_app: Any) -> None:
    browsers = {who: visit(person) for who, person in world.people.items()}
    for each in browsers.values():
        each.add_init_script(AXE)
    report: dict[str, list[str]] = {}
    refused: dict[str, int] = {}
    looked_at = 0
    for who, path in pages(web_app, world):
        answer = browsers[who].goto(path)
        assert answer
        if answer.status != 200 and path not in GONE:
            refused[path] = answer.status
        if "text/html" not in answer.headers["content-type"]:
            continue
        looked_at += 1
        if found := faults(browsers[who]):
            report[path] = found
    for who, where, button, fields in PRESSED:
        page = browsers[who]
        page.goto(where.format(**world.ids))
        for name, value in fields.items():
            page.fill(f"[name={name}]", value.format(**world.ids))
        with page.expect_navigation():
            page.click(button)
        if found := faults(page):
            report[f"{where} pressed"] = found
    assert browsers[CUSTOMER].goto(f"/planner/cases/{world.ids['case_id']}").status == 403
    report |= {"the page of a refusal": found} if (found := faults(browsers[CUSTOMER])) else {}
    print(f"axe: {looked_at + len(PRESSED) + 1} pages, {sum(map(len, report.values()))} violations")
    assert refused == {}
    assert not report, "\n".join(f"{path}: {each}" for path, found in report.items() for each in found)
    assert looked_at > 45
