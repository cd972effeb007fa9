"""`docker-compose.yml` against the Compose Specification's schema, and against our own rules for it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml
from typer.main import get_command

from entrypoints.cli import app
from infra.queues import Queue

ROOT = Path(__file__).parents[2]
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
SERVICES = COMPOSE["services"]
SECRET = re.compile(r"PASSWORD|SECRET|TOKEN|KEY")


def test_the_file_follows_the_specification() -> None:
    schema = json.loads((ROOT / "third_party/compose-spec/compose_spec.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator(schema).validate(COMPOSE)


def test_everything_that_runs_is_there() -> None:
    assert set(SERVICES) == {
        "postgres",
        "redis",
        "migrate",
        "web",
        "worker",
        "beat",
        "gateway",
        "carrier",
        "mailcatcher",
    }


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_every_image_is_pinned(name: str) -> None:
    assert re.search(r":\d+\.\d+", SERVICES[name]["image"])


@pytest.mark.parametrize("name", sorted(set(SERVICES) - {"migrate"}))
def test_every_service_tells_its_health(name: str) -> None:
    assert SERVICES[name]["healthcheck"]["test"]


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_no_secret_has_a_default(name: str) -> None:
    for key, value in SERVICES[name].get("environment", {}).items():
        if SECRET.search(key) and not key.endswith("_FILE"):
            assert re.fullmatch(r"\$\{[A-Z_]+:\?[^}]+\}", str(value)), key
    assert not re.search(r"\$\{[A-Z_]+(:-|-)", json.dumps(SERVICES[name]))


def test_workers_can_be_scaled() -> None:
    assert "container_name" not in SERVICES["worker"]
    assert "ports" not in SERVICES["worker"]


def test_only_the_web_server_is_published() -> None:
    assert [name for name, service in SERVICES.items() if "ports" in service] == ["web"]


def test_workers_take_every_queue() -> None:
    command = SERVICES["worker"]["command"]
    assert set(command[command.index("--queues") + 1].split(",")) == {queue.value for queue in Queue}


def test_every_command_is_one_of_ours() -> None:
    ours = set(get_command(app).commands)  # type: ignore[attr-defined]
    for service in SERVICES.values():
        if service.get("command", [""])[0] == "vaxla":
            assert service["command"][1] in ours


def test_volumes_are_named() -> None:
    mounted = {each.split(":")[0] for service in SERVICES.values() for each in service.get("volumes", [])}
    assert mounted == set(COMPOSE["volumes"])


def test_the_image_runs_as_nobody_special_and_is_pinned() -> None:
    lines = (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()
    assert "USER 10001:10001" in lines
    assert all(re.search(r":\d+\.\d+\.\d+", line) for line in lines if line.startswith("FROM "))
    assert any("uv sync --frozen" in line for line in lines)
