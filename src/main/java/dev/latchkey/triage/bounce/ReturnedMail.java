package dev.latchkey.triage.bounce;

import dev.latchkey.triage.mark.MailAddresses;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The header of the mail that a bounce brings back, as far as it does.
 *
 * @param messageId with its brackets
 * @param senders addresses of From, Sender and Return-Path
 * @param to addresses of To
 */
public record ReturnedMail(Optional<String> messageId, Set<String> senders, List<String> to) {

  static final ReturnedMail NONE = new ReturnedMail(Optional.empty(), Set.of(), List.of());

  /** Header lines that are read: real headers end long before. */
  private static final int MOST_LINES = 500;

  private static final int LONGEST_MESSAGE_ID = 250;

  public ReturnedMail {
    senders = Set.copyOf(senders);
    to = List.copyOf(to);
  }

  /** Reads the header that {@code text} begins with; lines before its first field are skipped. */
  static ReturnedMail read(String text) {
    Optional<String> messageId = Optional.empty();
    Set<String> senders = new LinkedHashSet<>();
    Set<String> to = new LinkedHashSet<>();
    String name = "";
    for (String line : text.lines().limit(MOST_LINES).toList()) {
      boolean ended = line.isBlank() && !name.isEmpty();
      if (ended) {
        break;
      }
      String field = fieldName(line);
      name = field.isEmpty() ? name : field;
      switch (name) {
        case "message-id" -> messageId = messageId.isPresent() ? messageId : messageIdIn(line);
        case "from", "sender", "return-path" -> senders.addAll(MailAddresses.in(line));
        case "to" -> to.addAll(MailAddresses.in(line));
        default -> {}
      }
    }
    return new ReturnedMail(messageId, senders, List.copyOf(to));
  }

  /** The first thing in {@code line} that has the form of a Message-ID. */
  public static Optional<String> messageIdIn(String line) {
    int open = line.indexOf('<');
    int close = line.indexOf('>', open + 1);
    if (open < 0 || close < open || close - open > LONGEST_MESSAGE_ID) {
      return Optional.empty();
    }
    String id = line.substring(open, close + 1);
    boolean plain = id.indexOf('@') > 1 && id.chars().allMatch(c -> c > 0x20 && c < 0x7F);
    return plain ? Optional.of(id) : Optional.empty();
  }

  /** The name in lower case of the field that begins on {@code line}; empty when none does. */
  public static String fieldName(String line) {
    int colon = line.indexOf(':');
    boolean name =
        colon > 1 && line.substring(0, colon).chars().allMatch(c -> c > 0x20 && c < 0x7F);
    return name ? line.substring(0, colon).toLowerCase(Locale.ROOT) : "";
  }
}
