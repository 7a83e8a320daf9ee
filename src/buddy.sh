#!/bin/sh
# What an operator runs, from any folder: `buddy check`, where a link in the PATH leads here. Works in Buddy's own folder, hence
# with its .env, its data and its Node; installs nothing. A file that is named lies where the command was typed.
CALLED_IN=$PWD
export CALLED_IN
cd "$(dirname "$(readlink -f "$0")")/.." || exit 1
if [ ! -x node_modules/.bin/node ]; then
  echo "Buddy isn't installed in $PWD yet: npm ci --omit=dev --omit=optional in that folder does it." >&2
  exit 1
fi
exec sh src/start.sh src/cli/main.ts "$@"
