package dev.latchkey.triage.bounce;

import dev.latchkey.triage.mark.MailAddresses;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the text of {@code message/delivery-status} (RFC 3464 section 2).
 *
 * <p>Lenient where real servers are careless: groups without an empty line between them (MS
 * Exchange 5.5), an empty line in the middle of a group (SurfControl), a group without
 * Final-Recipient (McAfee), comments behind actions and codes.
 */
final class DeliveryStatusReader {
  private static final Set<String> RECIPIENTS =
      Set.of("original-recipient", "final-recipient", "x-actual-recipient");
  private static final Set<String> GROUP_FIELDS =
      Set.of("original-recipient", "final-recipient", "action", "status");

  /** Characters of a folded value that are read; a diagnostic's code stands at its beginning. */
  private static final int LONGEST_VALUE = 2_000;

  /** What one group says. */
  enum Outcome {
    PERMANENT,
    TEMPORARY,
    DELAYED,
    SUCCESS
  }

  /**
   * One group.
   *
   * @param addresses the recipient as the sender wrote it, then as the last server knew it
   */
  record Recipient(List<String> addresses, Outcome outcome, Optional<String> status) {
    Recipient {
      addresses = List.copyOf(addresses);
    }
  }

  private DeliveryStatusReader() {}

  /** The groups of {@code text} that tell of a recipient. */
  static List<Recipient> read(String text) {
    List<Recipient> recipients = new ArrayList<>();
    Map<String, String> group = new HashMap<>();
    for (Field field : Field.lines(text)) {
      boolean complete =
          (GROUP_FIELDS.contains(field.name()) && group.containsKey(field.name()))
              || (field.afterBlank() && isComplete(group));
      if (complete) {
        recipient(group).ifPresent(recipients::add);
        group.clear();
      }
      group.putIfAbsent(field.name(), field.value());
    }
    recipient(group).ifPresent(recipients::add);
    return List.copyOf(recipients);
  }

  /** The groups in a text that goes over into fields, from the first that names a recipient. */
  static List<Recipient> readWithin(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    int start = lower.indexOf("\nfinal-recipient:");
    int original = lower.indexOf("\noriginal-recipient:");
    start = original >= 0 && (start < 0 || original < start) ? original : start;
    return start < 0 ? List.of() : read(text.substring(start));
  }

  private static boolean isComplete(Map<String, String> group) {
    return RECIPIENTS.stream().anyMatch(group::containsKey)
        && (group.containsKey("action") || group.containsKey("status"));
  }

  private static Optional<Recipient> recipient(Map<String, String> group) {
    boolean told = GROUP_FIELDS.stream().anyMatch(group::containsKey);
    if (!told) {
      return Optional.empty();
    }
    Set<String> addresses = new LinkedHashSet<>();
    addresses.addAll(MailAddresses.in(group.getOrDefault("original-recipient", "")));
    addresses.addAll(MailAddresses.in(group.getOrDefault("final-recipient", "")));
    if (addresses.isEmpty()) {
      addresses.addAll(MailAddresses.in(group.getOrDefault("x-actual-recipient", "")));
    }
    String diagnostic = group.getOrDefault("diagnostic-code", "");
    Optional<StatusCode> code =
        StatusCode.enhancedIn(diagnostic)
            .filter(found -> found.rank() != 2)
            .or(() -> StatusCode.enhancedIn(group.getOrDefault("status", "")))
            .or(() -> StatusCode.find(diagnostic));
    return Optional.of(
        new Recipient(
            List.copyOf(addresses),
            outcome(group.getOrDefault("action", ""), code),
            code.flatMap(StatusCode::enhanced)));
  }

  /**
   * The action decides whether it is over; the code, whether for good. The code that the remote
   * server gave goes before the one that the reporting server made of it: Sendmail writes 4.4.7
   * over a 450 4.7.1, Postfix keeps 4.5.0 with a 550 5.5.0.
   */
  private static Outcome outcome(String action, Optional<StatusCode> code) {
    String word = action.toLowerCase(Locale.ROOT);
    if (word.startsWith("delay")) {
      return Outcome.DELAYED;
    }
    int rank = code.map(StatusCode::rank).orElse(5);
    boolean success =
        word.startsWith("deliver") || word.startsWith("relay") || word.startsWith("expand");
    if (success || (!word.startsWith("fail") && rank == 2)) {
      return Outcome.SUCCESS;
    }
    return rank == 4 ? Outcome.TEMPORARY : Outcome.PERMANENT;
  }

  /** A field, its name in lower case, and whether an empty line stands before it. */
  private record Field(String name, String value, boolean afterBlank) {
    static List<Field> lines(String text) {
      List<Field> fields = new ArrayList<>();
      boolean blank = true;
      for (String line : text.split("\n", -1)) {
        String stripped = line.strip();
        boolean folded = !line.isEmpty() && line.charAt(0) <= ' ' && !blank && !fields.isEmpty();
        int colon = stripped.indexOf(':');
        if (stripped.isEmpty()) {
          blank = true;
        } else if (folded) {
          int last = fields.size() - 1;
          fields.set(last, fields.get(last).continued(stripped));
        } else if (colon > 0) {
          fields.add(
              new Field(
                  stripped.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                  stripped.substring(colon + 1).strip(),
                  blank));
          blank = false;
        }
      }
      return fields;
    }

    private Field continued(String more) {
      return value.length() < LONGEST_VALUE
          ? new Field(name, value + " " + more, afterBlank)
          : this;
    }
  }
}
