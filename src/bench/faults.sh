#!/bin/sh
# Whether a mail is lost or answered twice, whatever goes wrong: every fault of
# src/test/resources/fault-cases.tsv is played on MariaDB, Dovecot and an SMTP server of its own, or by
# the tests that hold what is promised; then a table. Ends with 1 where something did not hold.
set -eu
usage() {
  cat <<'EOF'
Usage: src/bench/faults.sh [options]
  --only F16,F29   these faults alone; the keys stand in src/test/resources/fault-cases.tsv
  --mails N        mails of F41, five a second, with kills at random moments; default 3000
  --faults N       kills of F41; default 100
  --runs N         how often each other fault is played, or half or twice as often; default 50
  --seed N         what is random is the same again; default: the time, which is printed
  --no-tests       only what is played on the servers
  --ports N        added to 25, 143 and 306; default 10000
Needs the jar (mvn -DskipTests package; JAR names another), apt-get install dovecot-imapd postfix
mariadb-server, for CLOCK also faketime, and root. All of it with the defaults takes some hours,
with --runs 5 about one.
EOF
}
cd "$(dirname "$0")/../.."
mails=3000 faults=100 runs=50 seed=$(date +%s) only=all tests=tests
export PORTS=${PORTS:-10000}
while [ $# -gt 0 ]; do
  case $1 in
    --help | -h) usage; exit 0 ;;
    --no-tests) tests=no-tests; shift; continue ;;
    --only | --mails | --faults | --runs | --seed | --ports)
      [ $# -gt 1 ] || { echo "faults.sh: $1 wants a value" >&2; exit 64; } ;;
    *) echo "faults.sh: what is $1? --help tells" >&2; exit 64 ;;
  esac
  case $1 in
    --only) only=$2 ;;
    --mails) mails=$2 ;;
    --faults) faults=$2 ;;
    --runs) runs=$2 ;;
    --seed) seed=$2 ;;
    --ports) PORTS=$2 ;;
  esac
  shift 2
done
jar=${JAR:-target/latchkey.jar}
[ -f "$jar" ] || { echo "faults.sh: no $jar; run mvn -DskipTests package first" >&2; exit 2; }
dir=$(mktemp -d /tmp/latchkey-faults.XXXXXX)
if [ -n "${CLASSPATH:-}" ]; then
  echo "$CLASSPATH" > "$dir/classpath"
else
  mvn -B -ntp -q test-compile dependency:build-classpath -Dmdep.outputFile="$dir/classpath"
fi
trap 'sh src/bench/servers.sh stop "$dir" && echo "logs and letters: $dir" >&2' EXIT
trap 'exit 130' INT TERM
LETTERS=$dir/letters sh src/bench/servers.sh start "$dir" 0
echo "seed $seed, $mails mails and $faults kills in F41, $runs runs of the others, $(nproc) cores, $(uptime | sed 's/.*load/load/')"
java -Xmx256m -Duser.timezone=UTC -Dbench.ports="$PORTS" -Dbench.log="$dir/suite.log" \
  -Dlogback.configurationFile=src/bench/logback.xml -cp "target/test-classes:target/classes:$(cat "$dir/classpath")" \
  dev.latchkey.bench.FaultSuite "$dir" "$jar" "$mails" "$faults" "$runs" "$seed" "$only" "$tests"
