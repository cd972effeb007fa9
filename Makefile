# Everything a newcomer, a developer and CI need. `make help` lists the targets.
SHELL := /bin/bash
.DEFAULT_GOAL := help
UV = $(shell scripts/ensure-uv)
# The system's certificates also serve behind a company's own proxy.
export UV_SYSTEM_CERTS ?= 1
RUN = $(UV) run --frozen --no-sync

.PHONY: help demo test up check lint format types layers bench chaos fuzz client migrate sync services

help: ## list the targets
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 10

sync: ## uv if missing, and the locked dependencies
	@$(UV) sync --frozen --quiet

services: ## a Redis server and Chromium, for tests
	@scripts/ensure-services

demo: sync ## one delivery from order to hand-over, on real components
	@$(RUN) vaxla demo

up: sync ## the whole product on one port; Ctrl-C stops it
	@$(RUN) vaxla up

test: sync services ## all tests
	$(RUN) pytest -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

lint: sync ## style, in code
	$(RUN) ruff check .
	$(RUN) ruff format --check .

format: sync ## put code into shape
	$(RUN) ruff format .
	$(RUN) ruff check --fix .

types: sync ## strict types
	$(RUN) mypy

layers: sync ## imports point down only
	$(RUN) lint-imports --no-cache

check: lint types layers test ## what CI runs

chaos: sync services ## kill, freeze and cut while orders flow; then check the books (ORDERS=3000 SEED=1)
	@$(RUN) vaxla chaos --orders $(or $(ORDERS),300) --seed $(or $(SEED),1)

fuzz: sync ## calls made from the API's document, each answer held against it (EXAMPLES=60 SEED=1)
	@VAXLA_API_EXAMPLES=$(or $(EXAMPLES),60) VAXLA_API_SEED=$(or $(SEED),1) \
	$(RUN) pytest -q -s --timeout 3600 tests/integration/api/test_generated_calls.py

bench: sync ## ratios of two things in one run
	@$(RUN) vaxla bench

client: sync ## the Python client anew, from the OpenAPI document (after a change of the API)
	@scripts/make-client

migrate: sync ## bring the database of DATABASE_URL to the newest shape
	@$(RUN) vaxla migrate
