#!/bin/sh
# How fast the desk is: MAILS requests wait in Dovecot, the desk answers them over SMTP, with MariaDB
# in between; once with none, and with 1,000, 10,000 and 100,000 tickets already there. Prints a
# table for the README. Every row is a new JVM with 256 MB of heap, warm-up included.
# Usage: src/bench/run.sh [MAILS] [TICKETS...]
# Needs: apt-get install dovecot-imapd postfix mariadb-server, and the ports 10025, 10143 and 10306.
set -eu
cd "$(dirname "$0")/../.."
mails=${1:-5000}
[ $# -gt 0 ] && shift
[ $# -gt 0 ] || set -- 0 1000 10000 100000
. src/bench/desk.sh
echo "| tickets | mails | seconds | mails a second | CPU of the desk a mail | heap, peak | share of each step | load |"
echo "|---|---|---|---|---|---|---|---|"
for tickets in "$@"; do
  mailbox "$mails"
  desk DeskBenchmark "$mails" "$tickets"
done
