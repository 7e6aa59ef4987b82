# The front door. `make demo` sets everything up and shows it; `make test` runs the tests.

PREFIX ?= /usr/local
SWIFT ?= swift
DICTUM := .build/release/dictum

# In continuous integration a warning fails the build.
ifdef CI
export DICTUM_STRICT = 1
endif

.PHONY: help deps build demo test lint format check man install uninstall bench clean

help: ## say what there is
	@grep -hE '^[a-z]+:.*##' Makefile | sed 's/:.*## /\t/' | expand -t 12

deps: ## install the Debian packages that are missing
	@scripts/install-dependencies

build: deps ## build the program, with Swift's runtime inside
	$(SWIFT) build -c release --static-swift-stdlib --product dictum

demo: build ## build, ingest corpus/, search it, trace a claim, rerun its model
	@DICTUM=$(CURDIR)/$(DICTUM) scripts/demo

lint: ## look for departures from .swift-format
	$(SWIFT) format lint --strict --recursive Sources Tests Benchmarks Package.swift

format: ## format the code
	$(SWIFT) format --in-place --recursive Sources Tests Benchmarks Package.swift

test: deps lint ## run the tests
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

man: ## write the man page anew from the program's help
	@scripts/make-man-page

install: build ## put program, completions and man page below PREFIX
	@PREFIX='$(PREFIX)' DESTDIR='$(DESTDIR)' DICTUM=$(DICTUM) scripts/install

uninstall: ## take them away again
	@PREFIX='$(PREFIX)' DESTDIR='$(DESTDIR)' scripts/install --remove

bench: build ## measure ingest, search and reading against floors in C
	@scripts/bench
	@scripts/bench-reading

clean: ## delete what was built
	rm -rf .build Benchmarks/.build
