"""Which refusals the code of a function can come to: those it names, and those of all that it names, all the way down.

Read from the source, without running it. Names are followed through imports; what is called on an object is not.
"""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
PACKAGES: Final = (
    "kernel",
    "infra",
    "accounts",
    "portingsvc",
    "openfibre",
    "delivery",
    "invoicing",
    "partners",
    "entrypoints",
)
Place = tuple[str, str]
"""A module and a name in it; with an empty name the module."""
_MACHINE: Final = ("kernel.statemachine", "Machine")


@cache
def _modules() -> dict[str, ast.Module]:
    found = {}
    for path in [each for package in PACKAGES for each in (ROOT / package).rglob("*.py")]:
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        found[name] = ast.parse(path.read_text(encoding="utf-8"))
    return found


@cache
def _imports(module: str) -> dict[str, Place]:
    return {
        each.asname or each.name: (node.module, each.name)
        for node in ast.walk(_modules()[module])
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] in PACKAGES
        for each in node.names
    }


@cache
def _declared() -> dict[Place, ast.AST]:
    """Functions, classes and tables."""
    found: dict[Place, ast.AST] = {}
    for module, tree in _modules().items():
        for node in tree.body:
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                found[module, node.name] = node
            elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value:
                found[module, node.target.id] = node.value
            elif isinstance(node, ast.Assign):
                found |= {
                    (module, each.id): node.value for each in node.targets if isinstance(each, ast.Name)
                }
    return found


def _followed(module: str, name: str) -> Place | None:
    """What a name in a module is: something declared, a module, or nothing of ours."""
    for _ in range(5):
        if (module, name) in _declared():
            return module, name
        if name not in _imports(module):
            return None
        module, name = _imports(module)[name]
        if f"{module}.{name}" in _modules():
            return f"{module}.{name}", ""
        if module not in _modules():
            return None
    return None


@cache
def _direct(place: Place) -> tuple[frozenset[str], frozenset[Place]]:
    """The errors that a function or table names itself, and what else it names."""
    module, codes, named = place[0], set(), set()
    for node in ast.walk(_declared()[place]):
        found = _named(module, node)
        if found is None or not found[1]:
            continue
        made = _declared()[found]
        if found == _MACHINE and module != "infra.transitions":
            continue  # a table of moves: to name it is not to move
        if isinstance(made, ast.Call) and getattr(made.func, "id", "") == "spec":
            codes.add(str(ast.literal_eval(made.args[0])))
        else:
            named.add(found)
    return frozenset(codes), frozenset(named)


def _named(module: str, node: ast.AST) -> Place | None:
    if isinstance(node, ast.Name):
        return _followed(module, node.id)
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        inside = _followed(module, node.value.id)
        return _followed(inside[0], node.attr) if inside and not inside[1] else None
    return None


def reached(module: str, function: str) -> dict[str, Place]:
    """The codes of the errors that a function can come to, each with where it is named."""
    seen: set[Place] = set()
    left: list[Place] = [(module, function)]
    found: dict[str, Place] = {}
    while left:
        place = left.pop()
        if place not in seen:
            seen.add(place)
            codes, named = _direct(place)
            found |= dict.fromkeys(codes, place)
            left += named
    return found
