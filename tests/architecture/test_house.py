"""What review forgets, a test remembers: the house of `architecture.md`, kept by reading the source."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = (
    "kernel",
    "infra",
    "accounts",
    "portingsvc",
    "openfibre",
    "delivery",
    "invoicing",
    "customer_portal",
    "partners",
    "entrypoints",
    "simulators",
)
SOURCES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
MOST_LINES_IN_A_FILE = 300
MOST_LINES_IN_A_FUNCTION = 50
REFUSED_NAMES = {
    "utils",
    "helpers",
    "common",
    "core",
    "service",
    "manager",
    "platform",
    "numbers.py",
    "calendar",
}


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


BRIEF = {"delivery/api/comments.py": 3, "portingsvc/api/orders.py": 2}
"""How many calls run on the event loop, by file: each was looked at for what it waits for (ADR 7)."""


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def test_the_top_level_stands_as_agreed() -> None:
    for name in ("portingsvc", "delivery", "customer_portal", "templates", "tests", "alembic"):
        assert (ROOT / name).is_dir()
    for name in ("docker-compose.yml", "README.md", "CHANGELOG.md"):
        assert (ROOT / name).is_file()


def test_the_alembic_folder_does_not_shadow_the_library() -> None:
    assert not (ROOT / "alembic" / "__init__.py").exists()


@pytest.mark.parametrize("path", SOURCES, ids=named)
def test_no_file_is_longer_than_one_can_hold_in_mind(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES_IN_A_FILE


@pytest.mark.parametrize("path", SOURCES, ids=named)
def test_no_function_is_longer_than_a_screen(path: Path) -> None:
    long = [
        f"{node.name}: {node.end_lineno - node.lineno + 1}"
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno + 1 > MOST_LINES_IN_A_FUNCTION
    ]
    assert not long


def test_no_file_has_a_name_that_says_nothing() -> None:
    assert not [named(path) for path in SOURCES if path.stem in REFUSED_NAMES]


def _assigned_states(path: Path) -> list[int]:
    """Lines that assign `something.state`."""
    lines = []
    for node in ast.walk(tree_of(path)):
        targets: list[ast.expr] = []
        if isinstance(node, ast.Assign):
            targets = node.targets
        elif isinstance(node, ast.AugAssign | ast.AnnAssign):
            targets = [node.target]
        lines += [t.lineno for t in targets if isinstance(t, ast.Attribute) and t.attr == "state"]
    return lines


PRODUCT = [path for path in SOURCES if path.relative_to(ROOT).parts[0] != "simulators"]


def test_only_transitions_writes_a_state() -> None:
    writers = {named(path): lines for path in PRODUCT if (lines := _assigned_states(path))}
    roundabout = re.compile(r"""\.values\([^)]*\bstate\s*=|set_committed_value\([^)]*["']state""")
    setters = {named(path) for path in PRODUCT if roundabout.search(path.read_text(encoding="utf-8"))}
    assert writers == {}
    # A planted bug of the fault harness writes it blindly: that is what the harness must catch.
    assert setters <= {"infra/transitions.py", "entrypoints/chaos/mutants.py"}


def _calls(path: Path, name: str) -> list[int]:
    return [
        node.lineno
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == name
    ]


def test_the_boundary_commits_and_nobody_else() -> None:
    committers = {named(path) for path in PRODUCT if _calls(path, "commit")}
    assert committers == {"infra/db.py"}


def test_only_edges_ask_what_time_it_is() -> None:
    """Rules take `now` as an argument: no domain or kernel file reads a clock (kernel/ids stamps its ids)."""
    pure = [p for p in PRODUCT if "domain" in p.parts or p.relative_to(ROOT).parts[0] == "kernel"]
    readers = {named(p) for p in pure if _calls(p, "now") or _calls(p, "today") or _calls(p, "utcnow")}
    assert readers == set()


def test_every_router_sees_at_one_glance_what_is_none_of_its() -> None:
    makers = {named(path) for path in PRODUCT if _calls(path, "APIRouter")}
    assert makers == set()


def test_calls_on_the_event_loop_ask_the_database_in_one_block_and_are_known() -> None:
    """A second block could find no connection left and hold up all others; more than that, the loop is for few."""
    found: dict[str, int] = {}
    for path in PRODUCT:
        for each in ast.walk(tree_of(path)):
            if isinstance(each, ast.FunctionDef) and "brief" in map(ast.unparse, each.decorator_list):
                found[named(path)] = found.get(named(path), 0) + 1
                opened = [
                    ast.unparse(item.context_expr)
                    for part in ast.walk(each)
                    if isinstance(part, ast.With)
                    for item in part.items
                ]
                assert opened in (["reading()"], ["unit_of_work()"]), each.name
    assert found == BRIEF


def test_one_file_knows_the_token_library() -> None:
    importers = {
        named(path)
        for path in PRODUCT
        if re.search(r"^\s*(from|import) jose", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert importers == {"accounts/tokens.py"}


def test_the_layers_hold() -> None:
    lint = subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert lint.returncode == 0, lint.stdout[-3000:]


def test_a_row_that_is_held_may_still_be_referred_to() -> None:
    """`FOR UPDATE` makes every insert that refers to the row wait: two scans then wait for each other."""
    held = re.compile(r"with_for_update(?!\(key_share=True|=\{\"key_share\": True\})")
    assert [named(path) for path in SOURCES if held.search(path.read_text(encoding="utf-8"))] == []
