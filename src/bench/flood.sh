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
dir=$(mktemp -d /tmp/latchkey-bench.XXXXXX)
mvn -B -ntp -q test-compile dependency:build-classpath -Dmdep.outputFile="$dir/classpath"
sh src/bench/servers.sh start "$dir" 1
trap 'sh src/bench/servers.sh stop "$dir" && rm -rf "$dir"' EXIT
until mariadb -h 127.0.0.1 -P 10306 -u bench -pbench -e 'SELECT 1' > "$dir/wait.log" 2>&1; do
  sleep 1
done
echo "$(nproc) cores, $(uptime | sed 's/.*load/load/')"
echo "| mails of one sender | others | first letter to them | |"
echo "|---|---|---|---|"
for before in 0 "$flood"; do
  FLOOD=$before sh src/bench/servers.sh refill "$dir" "$others" > "$dir/refill.log" 2>&1
  java -Xmx256m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Duser.timezone=UTC \
    -Djakarta.mail.util.StreamProvider=org.eclipse.angus.mail.util.MailStreamProvider \
    -cp "target/test-classes:target/classes:$(cat "$dir/classpath")" \
    dev.latchkey.bench.FloodBenchmark "$dir" "$before" "$others"
done
