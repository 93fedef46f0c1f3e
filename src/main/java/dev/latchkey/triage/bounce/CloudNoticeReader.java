package dev.latchkey.triage.bounce;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.latchkey.triage.mark.MailAddresses;
import dev.latchkey.triage.mark.MailKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the notices that Amazon SES sends by mail through SNS: one line of JSON with {@code
 * notificationType} (or {@code eventType}), which no person writes.
 */
public final class CloudNoticeReader {
  private static final Pattern TYPE =
      Pattern.compile("\"(?:notificationType|eventType)\"\\s*:\\s*\"([A-Za-z ]+)\"");
  private static final Pattern TRANSIENT = Pattern.compile("\"bounceType\"\\s*:\\s*\"Transient\"");
  private static final Pattern RECIPIENT = Pattern.compile("\"emailAddress\"\\s*:\\s*\"([^\"]+)\"");
  private static final Pattern DELIVERED =
      Pattern.compile("\"recipients\"\\s*:\\s*\\[\"([^\"]+)\"");
  private static final Pattern STATUS = Pattern.compile("\"status\"\\s*:\\s*\"([245]\\.[0-9.]+)\"");
  private static final Pattern MESSAGE_ID =
      Pattern.compile("\"name\"\\s*:\\s*\"Message-ID\"\\s*,\\s*\"value\"\\s*:\\s*\"(<[^\"]+>)\"");

  /** Characters that are read: such a notice has a few thousand. */
  private static final int LONGEST = 65_536;

  /** What a notice says. */
  public record Reading(MailKind kind, Bounce bounce) {}

  private CloudNoticeReader() {}

  /** The reading of {@code text}, when it is such a notice. */
  public static Optional<Reading> read(String text) {
    String json = text.substring(0, Math.min(text.length(), LONGEST)).strip();
    if (!json.startsWith("{")) {
      return Optional.empty();
    }
    return first(TYPE, json).flatMap(type -> kind(type, json)).map(kind -> reading(kind, json));
  }

  private static Optional<MailKind> kind(String type, String json) {
    return switch (type) {
      case "Bounce" ->
          Optional.of(
              first(TRANSIENT, json).isPresent()
                  ? MailKind.BOUNCE_TEMPORARY
                  : MailKind.BOUNCE_PERMANENT);
      case "Complaint" -> Optional.of(MailKind.FEEDBACK_REPORT);
      case "Delivery" -> Optional.of(MailKind.DSN_SUCCESS);
      case "DeliveryDelay" -> Optional.of(MailKind.DELIVERY_DELAY);
      default -> Optional.empty();
    };
  }

  private static Reading reading(MailKind kind, String json) {
    List<String> recipients = new ArrayList<>();
    Matcher recipient = (kind == MailKind.DSN_SUCCESS ? DELIVERED : RECIPIENT).matcher(json);
    while (recipient.find()) {
      recipients.addAll(MailAddresses.in(recipient.group(1)));
    }
    return new Reading(
        kind,
        new Bounce(
            recipients.stream().distinct().toList(), first(STATUS, json), first(MESSAGE_ID, json)));
  }

  private static Optional<String> first(Pattern pattern, String json) {
    Matcher matcher = pattern.matcher(json);
    return matcher.find() ? Optional.of(matcher.group(matcher.groupCount())) : Optional.empty();
  }
}
