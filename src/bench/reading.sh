#!/bin/sh
# What reading a mail costs on one core: parsing, triage and every reader by itself, mails from 4 KB
# to 4 MB, hostile texts of 760 KB. Prints tables for the README; takes some three minutes.
# Usage: src/bench/reading.sh [CLASSES]
# CLASSES are those of an older desk (target/classes of another checkout, or its jar): then the old
# and the new reader are measured in turn, in one JVM.
set -eu
cd "$(dirname "$0")/../.."
list=$(mktemp /tmp/latchkey-classpath.XXXXXX)
trap 'rm -f "$list"' EXIT
mvn -B -ntp -q test-compile dependency:build-classpath -Dmdep.outputFile="$list"
java -Xmx512m -cp "target/test-classes:target/classes:$(cat "$list")" \
  dev.latchkey.bench.ReadingBenchmark "$@"
