#!/bin/sh
# Whether one sender's mails delay those of others: OTHERS requests of different people stand in the
# mailbox behind FLOOD requests of one sender; printed is how long the others wait for their first
# letter, without the flood and with it. Each row is a new JVM with 256 MB of heap.
# Usage: src/bench/flood.sh [FLOOD] [OTHERS]
# Needs: apt-get install dovecot-imapd postfix mariadb-server, and the ports 10025, 10143 and 10306.
set -eu
cd "$(dirname "$0")/../.."
flood=${1:-5000}
others=${2:-100}
. src/bench/desk.sh
echo "| mails of one sender | others | first letter to them | |"
echo "|---|---|---|---|"
for before in 0 "$flood"; do
  export FLOOD="$before"
  mailbox "$others"
  desk FloodBenchmark "$before" "$others"
done
