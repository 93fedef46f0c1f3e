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
dir=$(mktemp -d /tmp/latchkey-bench.XXXXXX)
mvn -B -ntp -q test-compile dependency:build-classpath -Dmdep.outputFile="$dir/classpath"
sh src/bench/servers.sh start "$dir" 1
trap 'sh src/bench/servers.sh stop "$dir" && rm -rf "$dir"' EXIT
until mariadb -h 127.0.0.1 -P 10306 -u bench -pbench -e 'SELECT 1' > "$dir/wait.log" 2>&1; do
  sleep 1
done
echo "$(nproc) cores, $(uptime | sed 's/.*load/load/')"
echo "| tickets | mails | seconds | mails a second | CPU of the desk a mail | heap, peak | share of each step | load |"
echo "|---|---|---|---|---|---|---|---|"
for tickets in "$@"; do
  sh src/bench/servers.sh refill "$dir" "$mails" > "$dir/refill.log" 2>&1
  java -Xmx256m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Duser.timezone=UTC \
    -Djakarta.mail.util.StreamProvider=org.eclipse.angus.mail.util.MailStreamProvider \
    -cp "target/test-classes:target/classes:$(cat "$dir/classpath")" \
    dev.latchkey.bench.DeskBenchmark "$dir" "$mails" "$tickets"
done
