#!/bin/sh
# Writes the two lock files anew from pyproject.toml; needs uv on the path.
set -eu
cd "$(dirname "$0")/.."
lock() {
    out=$1
    shift
    uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
        "$@" pyproject.toml --output-file "requirements/$out"
}
lock run.txt --group build
lock dev.txt --group bench --extra postgres
