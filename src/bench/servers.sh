#!/bin/sh
# The servers a benchmark talks to, all on the loopback interface, as root, with every file in DIR:
#   Dovecot   IMAP  port 10143   user desk@bench.example, password bench; INBOX (Maildir) filled
#   smtp-sink SMTP  port 10025   takes and forgets everything
#   MariaDB   SQL   port 10306   user bench, password bench; innodb_flush_log_at_trx_commit=1
# Usage: servers.sh start DIR [MAILS] | refill DIR [MAILS] | stop DIR | kill DIR SERVER | again DIR SERVER
# start ends when MariaDB answers; what else was started takes no time.
# kill ends dovecot, sink or mariadb at once (SIGKILL), again starts it again with what it had.
# PORTS (10000) is added to 143, 25 and 306, so that two benchmarks may run beside each other.
# DATA names another folder for the tables of MariaDB than DIR/data; PRELOAD a library that MariaDB
# is started with (LD_PRELOAD), for example that of faketime.
# LETTERS names a folder into which smtp-sink writes each letter, instead of forgetting it.
# MARIADBD names another server than Debian's, for example a new release's bin/mariadbd.
# FLOOD is how many mails of one sender stand before the others, of the same kind.
# DAYS is how many days ago the mails came.
# MAILDIR names a folder whose files are copied as mails, in turn; else made-up ones are written.
# Needs: apt-get install dovecot-imapd postfix mariadb-server (none of them started by Debian).
set -eu
action=${1:?start, refill, stop, kill or again}
dir=${2:?a directory}
mails=${3:-10000}
server=${3:-}
mariadbd=${MARIADBD:-/usr/sbin/mariadbd}
ports=${PORTS:-10000}
mkdir -p "$dir"
dir=$(cd "$dir" && pwd)
box=$dir/mail/Maildir
data=${DATA:-$dir/data}

fill() {
  rm -rf "$dir/mail"
  mkdir -p "$box/cur" "$box/new" "$box/tmp"
  MAILS=$mails BOX=$box MAILDIR=${MAILDIR:-} FLOOD=${FLOOD:-0} DAYS=${DAYS:-0} python3 - <<'PY'
import os, pathlib, time
box = pathlib.Path(os.environ["BOX"]) / "new"
source = os.environ["MAILDIR"]
files = [p.read_bytes() for p in sorted(pathlib.Path(source).rglob("*.eml"))] if source else []
flood = int(os.environ["FLOOD"])
came = time.time() - 86400 * int(os.environ["DAYS"])
for i in range(flood + int(os.environ["MAILS"])):
    if files:
        mail = files[i % len(files)]
    else:
        text = "I lost my phone and with it the second factor of my account. %d\n" % i
        mail = ("Return-Path: <p%d@outside.example>\n"
                "Authentication-Results: mx.bench.example; dkim=pass header.d=outside.example; dmarc=pass header.from=outside.example\n"
                "From: Person %d <%s@outside.example>\nTo: desk@bench.example\n"
                "Date: Wed, 4 Mar 2026 05:06:07 +0000\nMessage-ID: <m%d@outside.example>\n"
                "Subject: Account recovery request %d\n\n" % (i, i, "flood" if i < flood else "p%d" % i, i, i)
                + "## Username\n\nperson%d\n\n" % i
                + "## Reason for the request\n\n" + text * 50
                + "\n## Recovery codes\n\n- [x] I never generated or have lost access to my recovery codes\n\n"
                + "## Code of Conduct\n\n- [x] I agree to follow the Code of Conduct\n\n"
                + "## Acknowledgement\n\n- [x] I understand that this may take some time\n").encode()
    file = box / ("%d.M%06dP1.bench" % (1700000000 + i, i))
    file.write_bytes(mail)
    os.utime(file, (came, came))
PY
  chown -R nobody:nogroup "$dir/mail"
}

start_dovecot() {
  mkdir -p "$dir/dovecot"
  cat > "$dir/dovecot.conf" <<EOF
protocols = imap
listen = 127.0.0.1
base_dir = $dir/dovecot
log_path = $dir/dovecot.log
ssl = no
disable_plaintext_auth = no
mail_location = maildir:$box
first_valid_uid = 1
first_valid_gid = 1
passdb {
  driver = static
  args = password=bench
}
userdb {
  driver = static
  args = uid=nobody gid=nogroup home=$dir/mail
}
service imap-login {
  inet_listener imap {
    port = $((ports + 143))
  }
  inet_listener imaps {
    port = 0
  }
}
EOF
  chmod 711 "$dir"
  dovecot -c "$dir/dovecot.conf"
}

start_sink() {
  if [ -n "${LETTERS:-}" ]; then
    mkdir -p "$LETTERS"
    chown nobody:nogroup "$LETTERS"
    /usr/sbin/smtp-sink -u nobody -d "$LETTERS/%s." "127.0.0.1:$((ports + 25))" 1000 > "$dir/sink.log" 2>&1 &
  else
    /usr/sbin/smtp-sink -u nobody "127.0.0.1:$((ports + 25))" 1000 > "$dir/sink.log" 2>&1 &
  fi
  echo $! > "$dir/sink.pid"
}

start_mariadb() {
  if [ ! -d "$data/mysql" ]; then
    install=$(dirname "$mariadbd")/../scripts/mariadb-install-db
    [ -x "$install" ] || install=mariadb-install-db
    "$install" --no-defaults --datadir="$data" --user=root \
      --auth-root-authentication-method=normal --skip-test-db > "$dir/install.log" 2>&1
    echo "CREATE USER bench@'127.0.0.1' IDENTIFIED BY 'bench';
      GRANT ALL ON *.* TO bench@'127.0.0.1';" > "$dir/init.sql"
  else
    : > "$dir/init.sql"
  fi
  # A MariaDB that starts deletes the temporary tables in its folder, those of others as well.
  mkdir -p "$dir/sqltmp"
  LD_PRELOAD=${PRELOAD:-} "$mariadbd" --no-defaults --datadir="$data" --tmpdir="$dir/sqltmp" --user=root --port="$((ports + 306))" \
    --bind-address=127.0.0.1 --socket="$dir/sql" --skip-name-resolve --init-file="$dir/init.sql" \
    --character-set-server=utf8mb4 --collation-server=utf8mb4_nopad_bin \
    --innodb-flush-log-at-trx-commit=1 --innodb-buffer-pool-size=1G \
    --sql-mode=STRICT_ALL_TABLES --max-allowed-packet=64M > "$dir/mariadb.log" 2>&1 &
  echo $! > "$dir/mariadb.pid"
}

await_mariadb() {
  until mariadb -h 127.0.0.1 -P "$((ports + 306))" -u bench -pbench -e 'SELECT 1' > "$dir/wait.log" 2>&1; do
    kill -0 "$(cat "$dir/mariadb.pid")" 2> /dev/null || { echo "servers.sh: MariaDB ended, see $dir/mariadb.log" >&2; exit 1; }
    sleep 1
  done
}

case $action in
  start) fill; start_dovecot; start_sink; start_mariadb; await_mariadb ;;
  refill)
    # One that does not run is started: what broke before it is no fault of the next play.
    dovecot -c "$dir/dovecot.conf" stop || rm -rf "$dir/dovecot"
    fill
    start_dovecot
    ;;
  stop)
    dovecot -c "$dir/dovecot.conf" stop || true
    for name in sink mariadb; do kill "$(cat "$dir/$name.pid")" || true; done
    ;;
  kill)
    case $server in
      dovecot) kill -9 "-$(ps -o pgid= -p "$(cat "$dir/dovecot/master.pid")" | tr -d ' ')" ;;
      sink | mariadb) kill -9 "$(cat "$dir/$server.pid")" ;;
      *) echo "dovecot, sink or mariadb" >&2; exit 2 ;;
    esac
    ;;
  again)
    case $server in
      dovecot)
        # Processes of the one that was killed may hold its port and its sockets for a moment.
        tries=0
        until rm -rf "$dir/dovecot" && (start_dovecot); do
          tries=$((tries + 1))
          [ "$tries" -lt 20 ] || exit 1
          sleep 0.5
        done
        ;;
      sink) start_sink ;;
      mariadb) start_mariadb ;;
      *) echo "dovecot, sink or mariadb" >&2; exit 2 ;;
    esac
    ;;
  *) echo "start, refill, stop, kill or again" >&2; exit 2 ;;
esac
