#!/bin/bash
# The end-to-end tests: run.sh [--all] [JEST ARGUMENT...]
# Files named *.all.e2e.ts run with --all only: they are slow, or look again at what the others have shown.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
chosen=('--testPathIgnorePatterns=\.all\.e2e\.ts$')
if [ "${1:-}" = --all ]; then
  chosen=()
  shift
fi
"$here/engine/prepare.sh"
cd "$here/../.."
# Last: this option takes every word after it for a pattern.
exec node_modules/.bin/jest --ci --config test/e2e/jest.config.json "$@" "${chosen[@]}"
