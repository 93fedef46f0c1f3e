#!/bin/sh
# Learns the models of triage.learned anew from src/test/resources/mailcorpus and linecorpus, and writes opinion.bin and lines.bin; some six minutes.
set -eu
cd "$(dirname "$0")/.."
dir=$(mktemp -d /tmp/latchkey-learn.XXXXXX)
trap 'rm -rf "$dir"' EXIT
mvn -B -ntp -q test-compile dependency:build-classpath -Dmdep.outputFile="$dir/classpath"
java -Xmx6g -cp "target/test-classes:target/classes:$(cat "$dir/classpath")" dev.latchkey.triage.learned.ModelTraining
