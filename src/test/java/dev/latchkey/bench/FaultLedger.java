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

  private final Map<Integer, Instant> put = new HashMap<>();
  private final Path letters;

  /**
   * @param letters the folder into which smtp-sink writes them
   */
  FaultLedger(Path letters) {
    this.letters = letters;
  }

  void put(int mail) {
    put.put(mail, Instant.now());
  }

  /**
   * How it stands.
   *
   * @param unanswered requests without an acknowledgement or a code
   * @param answeredTwice requests with two different ones
   * @param handedOverTwice letters that the server got more than once
   * @param waits from the mail to its acknowledgement, shortest first
   */
  record Balance(int unanswered, int answeredTwice, int handedOverTwice, List<Duration> waits) {
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
    for (Path file : files()) {
      String head = head(Files.readString(file, StandardCharsets.ISO_8859_1));
      Optional<String> to = find(RECIPIENT, head);
      Optional<String> id = find(MESSAGE_ID, head);
      if (to.isPresent() && id.isPresent()) {
        byRecipient.computeIfAbsent(to.get(), absent -> new HashSet<>()).add(id.get());
        handed.merge(id.get(), 1, Integer::sum);
        Instant at = Files.getLastModifiedTime(file).toInstant();
        first.merge(to.get(), at, (one, other) -> one.isBefore(other) ? one : other);
      }
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
      twice += acknowledgements > 1 || codes > 1 ? 1 : 0;
      Optional.ofNullable(first.get(writer))
          .ifPresent(at -> waits.add(Duration.between(mail.getValue(), at)));
    }
    Collections.sort(waits);
    int more = handed.values().stream().mapToInt(times -> times - 1).sum();
    return new Balance(unanswered, twice, more, List.copyOf(waits));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(letters)) {
      return files.toList();
    }
  }

  private static String head(String letter) {
    int end = letter.replace("\r", "").indexOf("\n\n");
    return end < 0 ? letter : letter.replace("\r", "").substring(0, end);
  }

  private static Optional<String> find(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }
}
