package dev.latchkey.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * What was put into the mailbox against what the mail server got: of each request one
 * acknowledgement to its writer and one code to the registered address.
 */
@NullMarked
final class FaultLedger {
  private static final Pattern RECIPIENT = Pattern.compile("(?im)^X-Rcpt-Args: <([^>]+)>");
  private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^Message-ID:\\s*(<[^>]+>)");

  /** What a server that was killed had not yet taken whole lacks it. */
  private static final String LAST_LINE = "\nReference: LK-";

  private final Map<Integer, Instant> put = new HashMap<>();
  private final Set<Integer> excused = new HashSet<>();
  private final Map<Path, Letter> letters = new HashMap<>();
  private final Path folder;
  private final Set<String> copiesTaken = new HashSet<>();

  /**
   * @param folder into which smtp-sink writes the letters
   */
  FaultLedger(Path folder) {
    this.folder = folder;
  }

  void put(int mail) {
    put.putIfAbsent(mail, Instant.now());
  }

  /** Somebody else took it out of the mailbox: nobody waits for an answer. */
  void takenAway(int mail) {
    put.remove(mail);
  }

  /** Of mails that a restored dump does not know: they are answered once more, as is promised. */
  void mayBeAnsweredTwice(int from, int to) {
    IntStream.range(from, to).forEach(excused::add);
  }

  /** Somebody else marked them as deleted and expunged: they need not be in any folder. */
  void copiesTaken(Set<String> messageIds) {
    copiesTaken.addAll(messageIds);
  }

  /** The Message-IDs of all mails that have to be in some folder. */
  List<String> copiesExpected() {
    return messageIds().stream().filter(id -> !copiesTaken.contains(id)).toList();
  }

  int size() {
    return put.size();
  }

  /** The Message-IDs of all mails. */
  List<String> messageIds() {
    return put.keySet().stream().map("<m%d@outside.example>"::formatted).toList();
  }

  /**
   * How it stands.
   *
   * @param unanswered requests without an acknowledgement or a code
   * @param answeredTwice requests with two different ones
   * @param handedOverTwice letters that the server got more than once
   * @param mostRecipients the most that one letter was handed over for at once
   * @param waits from the mail to its acknowledgement, shortest first
   */
  record Balance(
      int unanswered,
      int answeredTwice,
      int handedOverTwice,
      int mostRecipients,
      List<Duration> waits) {
    Duration median() {
      return waits.isEmpty() ? Duration.ZERO : waits.get(waits.size() / 2);
    }

    Duration longest() {
      return waits.isEmpty() ? Duration.ZERO : waits.get(waits.size() - 1);
    }
  }

  Balance balance() throws IOException {
    Map<String, Set<String>> byRecipient = new HashMap<>();
    Map<String, Instant> first = new HashMap<>();
    Map<String, Integer> handed = new HashMap<>();
    for (Letter letter : read()) {
      byRecipient.computeIfAbsent(letter.to(), absent -> new HashSet<>()).add(letter.id());
      handed.merge(letter.id(), 1, Integer::sum);
      first.merge(letter.to(), letter.at(), (one, other) -> one.isBefore(other) ? one : other);
    }
    int unanswered = 0;
    int twice = 0;
    List<Duration> waits = new ArrayList<>();
    for (Map.Entry<Integer, Instant> mail : put.entrySet()) {
      String writer = "p" + mail.getKey() + "@outside.example";
      int acknowledgements = byRecipient.getOrDefault(writer, Set.of()).size();
      int codes =
          byRecipient.getOrDefault("p" + mail.getKey() + "@registered.example", Set.of()).size();
      unanswered += acknowledgements == 0 || codes == 0 ? 1 : 0;
      boolean excuse = excused.contains(mail.getKey());
      twice += !excuse && (acknowledgements > 1 || codes > 1) ? 1 : 0;
      Optional.ofNullable(first.get(writer))
          .ifPresent(at -> waits.add(Duration.between(mail.getValue(), at)));
    }
    Collections.sort(waits);
    int more = handed.values().stream().mapToInt(times -> times - 1).sum();
    int most = letters.values().stream().mapToInt(Letter::recipients).max().orElse(0);
    return new Balance(unanswered, twice, more, most, List.copyOf(waits));
  }

  /** Those that came since the last look are read, and those that were being written then. */
  private Iterable<Letter> read() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(one -> !letters.containsKey(one)).toList()) {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        String head = head(text);
        Optional<String> to = find(RECIPIENT, head);
        Optional<String> id = find(MESSAGE_ID, head);
        if (to.isPresent() && id.isPresent() && text.contains(LAST_LINE)) {
          letters.put(
              file,
              new Letter(
                  to.get(),
                  id.get(),
                  Files.getLastModifiedTime(file).toInstant(),
                  (int) RECIPIENT.matcher(head).results().count()));
        }
      }
    }
    return letters.values();
  }

  private record Letter(String to, String id, Instant at, int recipients) {}

  private static String head(String letter) {
    int end = letter.replace("\r", "").indexOf("\n\n");
    return end < 0 ? letter : letter.replace("\r", "").substring(0, end);
  }

  private static Optional<String> find(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }
}
