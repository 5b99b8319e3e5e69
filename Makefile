# Two commands for a new user: `make dossier` and `make check`. CMake presets do the work (CMakePresets.json).
#
#   make                     the release program, build/release/parallax
#   make dossier             set-up, build, and the dossier of examples/; or of your own files:
#   make dossier IN=FOLDER [OUT=FOLDER]
#   make check               everything that must hold before a change lands
#   make setup bench fuzz quality tidy format train man clean

IN ?= examples
OUT ?= build/dossier
JOBS ?= $(shell nproc)
SECONDS_A_TARGET ?= 60
PROGRAM = build/release/parallax

.PHONY: all release dossier check setup bench fuzz quality tidy format train man clean
all: release

build/%/build.ninja: CMakePresets.json
	cmake --preset $* --log-level=WARNING

release: build/release/build.ninja
	cmake --build build/release -j $(JOBS)

setup:
	scripts/setup

dossier: setup
	@$(MAKE) --no-print-directory release
	@scripts/make-dossier $(PROGRAM) "$(IN)" "$(OUT)"

check:
	scripts/check

bench: release
	scripts/bench

fuzz: build/fuzz/build.ninja
	cmake --build build/fuzz -j $(JOBS)
	scripts/fuzz $(SECONDS_A_TARGET)

quality: release
	scripts/quality

tidy: build/clang/build.ninja
	scripts/tidy

format:
	scripts/check-format --fix

train: release
	@for program in build/release/train_*; do [ -x "$$program" ] && echo "$$program"; done; \
	[ ! -x train/run ] || train/run

man: release
	scripts/make-man $(PROGRAM) build/man

clean:
	rm -rf build
