# Each target makes its own set-up on a fresh Debian or Ubuntu with Swift (scripts/setup says what, and why).
# One build folder a mode: .build (debug, shared by demo, lint, test and fuzz) and .build-release (serve, install, bench).

PREFIX ?= /usr/local
DESTDIR ?=

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help demo serve test lint format docs fuzz bench stress install uninstall check-install check-peers clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile

demo: ## assess a bundled case, on screen and as a page
	@scripts/setup graphviz
	@scripts/demo

test: ## build and run every test
	@scripts/setup graphviz poppler-utils pandoc python3-venv chromium chromium-driver python3-selenium
	@scripts/test
	@scripts/web-tests

lint: ## check the style, and build with warnings as errors
	@scripts/setup shellcheck
	@scripts/lint

format: ## bring the sources into the style that lint checks
	@scripts/setup
	@scripts/format

docs: ## make the libraries' documentation; a warning is an error
	@scripts/setup
	@scripts/docs

fuzz: ## read 20,000 mutated documents (make test reads 2,000)
	@scripts/setup
	@scripts/fuzz

serve: ## open everything in a browser: http://127.0.0.1:8080/
	@scripts/setup graphviz
	@program=$$(scripts/release) && exec "$$program" serve --open

bench: ## measure the release build
	@scripts/setup
	@scripts/with-swift Benchmarks/run

stress: ## try how the web application bears many people, kills and a full disk (half an hour)
	@scripts/setup graphviz python3-venv
	@scripts/stress

install: ## build a release and put it under PREFIX (/usr/local)
	@scripts/setup
	@scripts/install "$(DESTDIR)$(PREFIX)"

uninstall: ## take away what install put under PREFIX
	rm -f "$(DESTDIR)$(PREFIX)/bin/realist" "$(DESTDIR)$(PREFIX)/bin/realist-x86-64-v3"
	rm -rf "$(DESTDIR)$(PREFIX)/share/realist"
	rm -f "$(DESTDIR)$(PREFIX)/share/man/man1/realist.1" "$(DESTDIR)$(PREFIX)/share/man/man1/realist."*.1
	rm -f "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/realist"
	rm -f "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_realist"
	rm -f "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/realist.fish"

check-install: ## prove that an installed realist is whole and needs no build folder
	@scripts/setup mandoc
	@scripts/check-install

check-peers: ## prove that models run alike in PySD and in Simlin
	@scripts/setup python3-venv
	@scripts/check-peers

clean: ## remove what was built
	rm -rf .build .build-* build-output
