#!/bin/sh
# Node with the flags that Buddy runs with, from the project's folder: src/start.sh src/main.ts. Becomes Node: no process is left over.
# What each is worth: docs/decisions/0025-start-flags.md.
exec node_modules/.bin/node \
  --max-old-space-size=1900 \
  --max-semi-space-size=4 \
  --preserve-symlinks \
  --import=./src/program/compile-cache.mjs \
  "$@"
