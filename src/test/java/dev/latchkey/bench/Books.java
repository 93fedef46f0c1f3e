package dev.latchkey.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The database and the mailbox against each other, when all work is done: what does not agree. */
@NullMarked
final class Books {
  private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^Message-ID:\\s*(<[^>]+>)");

  /** Each counts what must not be there. */
  private static final Map<String, String> NEVER = new LinkedHashMap<>();

  static {
    NEVER.put("mails not worked on", "SELECT COUNT(*) FROM mail WHERE state <> 'HANDLED'");
    NEVER.put(
        "mails done without an outcome",
        "SELECT COUNT(*) FROM mail WHERE state = 'HANDLED' AND COALESCE(outcome, '') = ''");
    NEVER.put(
        "tickets without the letters that came with them",
        "SELECT COUNT(*) FROM ticket t WHERE 2 > (SELECT COUNT(*) FROM outbox o"
            + " WHERE o.ticket_id = t.id AND o.letter IN ('ACKNOWLEDGEMENT', 'CODE'))");
    NEVER.put("letters not sent", "SELECT COUNT(*) FROM outbox WHERE state <> 'SENT'");
    NEVER.put(
        "effects twice",
        "SELECT COUNT(*) FROM (SELECT mail_id FROM history WHERE mail_id IS NOT NULL"
            + " GROUP BY mail_id, event HAVING COUNT(*) > 1) t");
    NEVER.put(
        "mails with two rows",
        "SELECT COUNT(*) FROM (SELECT message_id FROM mail GROUP BY message_id"
            + " HAVING COUNT(*) > 1) t");
  }

  private Books() {}

  /** What does not agree, in words; nothing when all does. */
  static List<String> compared(Path mailbox, FaultLedger ledger) throws IOException, SQLException {
    List<String> differences = new ArrayList<>();
    try (Connection connection = DeskBenchmark.connectAgain("latchkey_bench");
        Statement statement = connection.createStatement()) {
      for (Map.Entry<String, String> never : NEVER.entrySet()) {
        note(differences, number(statement, never.getValue()), never.getKey());
      }
      long tickets = number(statement, "SELECT COUNT(*) FROM ticket");
      if (tickets != ledger.size()) {
        differences.add(tickets + " tickets");
      }
    }
    note(differences, files(mailbox).size(), "left in the inbox");
    List<String> missing = new ArrayList<>(ledger.copiesExpected());
    missing.removeAll(moved(mailbox));
    note(differences, missing.size(), "in no folder");
    return differences;
  }

  /** The Message-IDs of the mails that the desk put aside. */
  static Set<String> moved(Path mailbox) throws IOException {
    Set<String> moved = new HashSet<>();
    for (Path file : files(mailbox.resolve(".Processed"))) {
      Matcher id = MESSAGE_ID.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
      if (id.find()) {
        moved.add(id.group(1));
      }
    }
    return moved;
  }

  private static void note(List<String> differences, long found, String what) {
    if (found != 0) {
      differences.add(found + " " + what);
    }
  }

  private static long number(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** The mails of a folder. */
  static List<Path> files(Path folder) throws IOException {
    List<Path> found = new ArrayList<>();
    for (String part : List.of("new", "cur")) {
      if (Files.isDirectory(folder.resolve(part))) {
        try (Stream<Path> files = Files.list(folder.resolve(part))) {
          files.forEach(found::add);
        }
      }
    }
    return found;
  }
}
