#!/bin/sh
# Whether a mail is lost or answered twice while the desk, MariaDB, Dovecot and the SMTP server are killed
# at random moments: MAILS requests, five a second, and FAULTS faults among them; prints a table.
# Ends with 1 when a mail was lost or answered twice.
# Usage: src/bench/faults.sh [MAILS] [FAULTS] [SEED]       3,000 mails and 100 faults take some 25 minutes
# Needs: the jar (mvn package), apt-get install dovecot-imapd postfix mariadb-server, the ports 10025,
# 10143 and 10306, and root.
set -eu
cd "$(dirname "$0")/../.."
mails=${1:-3000}
faults=${2:-100}
seed=${3:-$(date +%s)}
jar=target/latchkey.jar
[ -f "$jar" ] || { echo "faults.sh: no $jar; run mvn -DskipTests package first" >&2; exit 2; }
dir=$(mktemp -d /tmp/latchkey-faults.XXXXXX)
mvn -B -ntp -q test-compile dependency:build-classpath -Dmdep.outputFile="$dir/classpath"
LETTERS=$dir/letters sh src/bench/servers.sh start "$dir" 0
trap 'sh src/bench/servers.sh stop "$dir" && echo "logs and letters: $dir" >&2' EXIT
until mariadb -h 127.0.0.1 -P 10306 -u bench -pbench -e 'SELECT 1' > "$dir/wait.log" 2>&1; do
  sleep 1
done
echo "seed $seed, $(nproc) cores, $(uptime | sed 's/.*load/load/')"
java -Xmx256m -Duser.timezone=UTC -cp "target/test-classes:target/classes:$(cat "$dir/classpath")" \
  dev.latchkey.bench.FaultBenchmark "$dir" "$jar" "$mails" "$faults" "$seed"
