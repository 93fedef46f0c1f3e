# For benchmarks that measure the desk itself (run.sh, flood.sh): . src/bench/desk.sh, in the root of
# the project. It compiles, starts the servers with one mail, and has them stopped when the script ends;
# what they wrote is in $dir till then.
dir=$(mktemp -d /tmp/latchkey-bench.XXXXXX)
mvn -B -ntp -q test-compile dependency:build-classpath -Dmdep.outputFile="$dir/classpath"
trap 'sh src/bench/servers.sh stop "$dir" && rm -rf "$dir"' EXIT
sh src/bench/servers.sh start "$dir" 1
echo "$(nproc) cores, $(uptime | sed 's/.*load/load/')"

# mailbox MAILS: so many others wait in it, and nothing else; FLOOD and the like as servers.sh says
mailbox() {
  sh src/bench/servers.sh refill "$dir" "$1" > "$dir/refill.log" 2>&1
}

# desk CLASS ARGUMENTS: a benchmark in a new JVM with 256 MB of heap
desk() {
  benchmark=$1
  shift
  java -Xmx256m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Duser.timezone=UTC \
    -Dbench.ports="${PORTS:-10000}" \
    -Djakarta.mail.util.StreamProvider=org.eclipse.angus.mail.util.MailStreamProvider \
    -cp "target/test-classes:target/classes:$(cat "$dir/classpath")" \
    "dev.latchkey.bench.$benchmark" "$dir" "$@"
}
