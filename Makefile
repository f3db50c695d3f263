# yuebao: `make bulletin` is all that a new user needs, `make test` all that a new developer needs.

SWIFT ?= swift
RELEASE := $(shell $(SWIFT) build -c release --show-bin-path 2>/dev/null)
CHECKED := --explicit-target-dependency-import-check error
NATION := fixtures/baixian-qianxiang
CITY := fixtures/one-city

.PHONY: deps build release bulletin docx inbox test fuzz sanitize coverage workbook-check word-check browser faults lint \
  format layers golden check bench bench-peers man docc install clean

# Debian packages of the C libraries; nothing happens where they are installed.
deps:
	@sh scripts/deps.sh

build: deps
	$(SWIFT) build $(CHECKED)

# With Swift's own libraries inside: the program runs where the toolchain is not, and starts faster.
release: deps
	$(SWIFT) build -c release --static-swift-stdlib $(CHECKED)

# The inbox of the national month is made by a program, the same bytes each time.
inbox: release
	$(RELEASE)/generator inbox $(NATION)/registry.csv $(NATION)/inbox

# The main job: the fixtures, into reports/. Their histories begin anew, so that it does not matter what ran before.
bulletin: release inbox
	rm -f fixtures/*/history.sqlite*
	$(RELEASE)/yuebao run -C $(CITY) --month 2016-06 --output reports/one-city
	$(RELEASE)/yuebao run -C $(NATION) --month 2016-06 --output reports/baixian-qianxiang
	PATH="$(RELEASE):$$PATH" fixtures/three-months/play.sh reports/three-months
	PATH="$(RELEASE):$$PATH" fixtures/branches/play.sh reports/branches

# A month's bulletin as a Word document: make docx MONTH=2016-06 C=my-campaign OUT=bulletin.docx
C ?= .
OUT ?= bulletin-$(MONTH).docx
docx:
	@test -n "$(MONTH)" || { echo "make docx MONTH=2016-06 C=FOLDER [OUT=FILE]" >&2; exit 64; }
	@sh scripts/deps.sh pandoc python3 librsvg2-bin fonts-noto-cjk
	sh scripts/word.sh "$(C)/reports/$(MONTH)/bulletin.md" "$(OUT)"

test: deps
	$(SWIFT) test $(CHECKED)

# Each target of the fuzzer for some seconds, or one: make fuzz TARGET=csv SECONDS=3600; docs/security.md says what they are.
TARGET ?= all
SECONDS ?= 60
fuzz: deps
	@sh scripts/fuzz.sh $(TARGET) $(SECONDS)

# Suppressions are found by name: a test that hides all programs from yuebao must not hide this one.
SYMBOLIZER = $(shell command -v llvm-symbolizer | sed 's/^/:external_symbolizer_path=/')

# The tests under AddressSanitizer and under ThreadSanitizer; make sanitize FILTER=IngestTests takes some of them.
FILTER ?= .
sanitize: deps
	YUEBAO_SANITIZED=1 ASAN_OPTIONS=detect_leaks=0 $(SWIFT) test --sanitize=address --scratch-path .build/address -Xswiftc -use-ld=lld --filter '$(FILTER)'
	YUEBAO_SANITIZED=1 TSAN_OPTIONS="suppressions=$(CURDIR)/Tests/thread.suppressions$(SYMBOLIZER)" \
	  $(SWIFT) test --sanitize=thread --scratch-path .build/thread -Xswiftc -use-ld=lld --filter '$(FILTER)'

# Which share of the lines of each module the tests run, and the files of which they run less than 90 %.
coverage: deps
	@sh scripts/coverage.sh

# Recalculates bulletin.xlsx with LibreOffice, where it is installed.
workbook-check: build
	@Tests/workbook/check.sh $(shell $(SWIFT) build --show-bin-path 2>/dev/null)/yuebao

# Makes Word documents of the fixtures and reads them, where pandoc is installed.
word-check: build
	@Tests/word/check.sh $(shell $(SWIFT) build --show-bin-path 2>/dev/null)/yuebao

# Lets each call of the system fail, one after the other, and looks at what is left: hours. FAULTS="--part 1/8" tries an
# eighth of them, "--sample 2000" some, "--only run" one command, "--messages" shows what was said.
faults: build
	@sh scripts/deps.sh python3 strace
	sh Tests/faults/run.sh $(shell $(SWIFT) build --show-bin-path 2>/dev/null)/yuebao --prove
	sh Tests/faults/run.sh $(shell $(SWIFT) build --show-bin-path 2>/dev/null)/yuebao $(FAULTS)

# `make browser PICTURES="--pictures DIR"` leaves pictures and prints to look at.
# Sorts, filters and reads the pages of the fixtures in Chromium; says so where there is none.
browser: build
	@Tests/browser/check.sh $(shell $(SWIFT) build --show-bin-path 2>/dev/null)/yuebao $(PICTURES)

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

check: deps lint layers test word-check docc

# Time and memory, as Markdown tables: whole runs of the national month, then the roll-up alone beside those of its peers
# that are installed. DATA is made where it is not there (450 MB). make bench BENCH_ROUNDS=1 takes some minutes, 5 many.
DATA ?= .build/bench-data
PEERS := .build/bench-peers
bench: inbox
	@BENCH_PYTHON=$(PEERS)/bin/python3 python3 scripts/bench-month.py $(RELEASE)/yuebao $(NATION) .build "$(DATA)"
	@BENCH_PYTHON=$(PEERS)/bin/python3 python3 scripts/bench-figures.py $(RELEASE)/yuebao fixtures/bench "$(DATA)"

# The peers, in the versions that docs/performance.md names, in an environment of their own.
bench-peers:
	@sh scripts/deps.sh python3-venv
	python3 -m venv $(PEERS)
	$(PEERS)/bin/pip install --quiet --requirement scripts/peers/requirements.txt

# The manual pages, made from the program's own help.
MAN := .build/man
man: release
	$(SWIFT) build -c release --static-swift-stdlib $(CHECKED) --product generate-manual
	sh scripts/man.sh $(RELEASE)/yuebao $(RELEASE)/generate-manual $(MAN) \
	  "$$(git log -1 --format=%cs 2>/dev/null || date -u +%F)"

# The documentation of the library, as a web site in .build/docc.
docc:
	sh scripts/docc.sh .build/docc

PREFIX ?= /usr/local
SYSCONFDIR ?= /etc
SHARE := $(DESTDIR)$(PREFIX)/share
DOCS := $(SHARE)/doc/yuebao

# The program, its manual pages and completions, a systemd service and timer, the rotation of logs, and examples;
# docs/cron.md says how to use them.
install: release man
	install -s -Dm755 $(RELEASE)/yuebao $(DESTDIR)$(PREFIX)/bin/yuebao
	install -d $(SHARE)/man/man1
	install -m644 $(MAN)/*.1 $(SHARE)/man/man1
	install -d $(SHARE)/bash-completion/completions $(SHARE)/zsh/site-functions $(SHARE)/fish/vendor_completions.d
	$(RELEASE)/yuebao --generate-completion-script bash >$(SHARE)/bash-completion/completions/yuebao
	$(RELEASE)/yuebao --generate-completion-script zsh >$(SHARE)/zsh/site-functions/_yuebao
	$(RELEASE)/yuebao --generate-completion-script fish >$(SHARE)/fish/vendor_completions.d/yuebao.fish
	install -d $(DESTDIR)$(PREFIX)/lib/systemd/system
	sed 's|/usr/local/bin|$(PREFIX)/bin|' scripts/systemd/yuebao@.service >$(DESTDIR)$(PREFIX)/lib/systemd/system/yuebao@.service
	install -m644 scripts/systemd/yuebao@.timer $(DESTDIR)$(PREFIX)/lib/systemd/system/yuebao@.timer
	install -Dm644 scripts/logrotate $(DESTDIR)$(SYSCONFDIR)/logrotate.d/yuebao
	install -Dm644 scripts/crontab $(DOCS)/examples/crontab
	install -m644 docs/*.md $(DOCS)

clean:
	$(SWIFT) package clean
	rm -rf $(NATION)/inbox fixtures/*/history.sqlite*
