# yuebao: `make bulletin` is all that a new user needs, `make test` all that a new developer needs.

SWIFT ?= swift
RELEASE := $(shell $(SWIFT) build -c release --show-bin-path 2>/dev/null)
CHECKED := --explicit-target-dependency-import-check error
NATION := fixtures/baixian-qianxiang
CITY := fixtures/one-city

.PHONY: deps build release bulletin inbox test lint format layers golden check bench install clean

# Debian packages of the C libraries; nothing happens where they are installed.
deps:
	@sh scripts/deps.sh

build: deps
	$(SWIFT) build $(CHECKED)

release: deps
	$(SWIFT) build -c release $(CHECKED)

# The inbox of the national month is made by a program, the same bytes each time.
inbox: release
	$(RELEASE)/generator inbox $(NATION)/registry.csv $(NATION)/inbox

# The main job: both fixtures, into reports/.
bulletin: release inbox
	$(RELEASE)/yuebao run -C $(CITY) --month 2016-06 --output reports/one-city
	$(RELEASE)/yuebao run -C $(NATION) --month 2016-06 --output reports/baixian-qianxiang

test: deps
	$(SWIFT) test $(CHECKED)

lint:
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests fixtures/generator

format:
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests fixtures/generator

# Every target imports only what the design allows.
layers:
	@sh scripts/layers.sh

# Records the whole-output goldens anew; the run fails, so that nobody takes it for a test.
golden: deps
	YUEBAO_RECORD=1 $(SWIFT) test $(CHECKED); echo "goldens recorded: read the diff before you commit it"

check: deps lint layers test

# Wall time and peak memory of the national month, in one go.
bench: inbox
	@sh scripts/bench.sh $(RELEASE)/yuebao $(NATION)

PREFIX ?= /usr/local
install: release
	install -Dm755 $(RELEASE)/yuebao $(DESTDIR)$(PREFIX)/bin/yuebao

clean:
	$(SWIFT) package clean
	rm -rf $(NATION)/inbox
