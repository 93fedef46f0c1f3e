#!/bin/sh
# How long every command takes where a desk has grown old: fills a database with TICKETS tickets of
# earlier years (with their mails, histories, letters and tokens), and times the commands on it, each in
# a new process. Prints a table, and ends with 1 where one took longer than two seconds that need not.
# Usage: src/bench/growth.sh [TICKETS]        1,000,000 tickets take some 12 GB below /tmp, and an hour
# Needs: the jar (mvn package), apt-get install dovecot-imapd postfix mariadb-server, the ports 10025,
# 10143 and 10306, and root.
set -eu
cd "$(dirname "$0")/../.."
tickets=${1:-1000000}
jar=target/latchkey.jar
[ -f "$jar" ] || { echo "growth.sh: no $jar; run mvn -DskipTests package first" >&2; exit 2; }
dir=$(mktemp -d /tmp/latchkey-growth.XXXXXX)
mvn -B -ntp -q test-compile dependency:build-classpath -Dmdep.outputFile="$dir/classpath"
trap 'sh src/bench/servers.sh stop "$dir" && rm -rf "$dir"' EXIT
sh src/bench/servers.sh start "$dir" 0
echo "$(nproc) cores, $(uptime | sed 's/.*load/load/')"
java -Xmx256m -Duser.timezone=UTC -cp "target/test-classes:target/classes:$(cat "$dir/classpath")" \
  dev.latchkey.bench.GrowthBenchmark "$dir" "$jar" "$tickets"
