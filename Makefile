.DEFAULT_GOAL := help
bin := .venv/bin
# One lock for every Python from 3.11 on, on any system, and no address of an index in it.
compile := $(bin)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --custom-compile-command "make upgrade"

.PHONY: help setup run test test-fast ci lock upgrade

help:  ## list these commands
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

setup:  ## make .venv, install the development lock, and the checks before each commit
	python3 -m venv .venv
	$(bin)/pip install -q --no-deps --no-compile --disable-pip-version-check -r requirements-dev.txt
	$(bin)/pre-commit install

run:  ## serve the portal on http://127.0.0.1:8000/ with the shipped content
	$(bin)/python manage.py quickstart

test:  ## the README's test command, without the set-up
	$(bin)/pytest

test-fast:  ## the pure core alone, no database
	$(bin)/pytest tests/core

ci:  ## everything a change must pass; `.ci/run NAME` runs one step
	.ci/run

lock:  ## after a change of a requirements*.in file: compile the locks, every other version as it was
	$(compile) requirements.in -o requirements.txt
	$(compile) requirements-dev.in -o requirements-dev.txt

upgrade: compile += --upgrade
upgrade: lock  ## compile the locks from the newest releases that the requirements*.in files allow
