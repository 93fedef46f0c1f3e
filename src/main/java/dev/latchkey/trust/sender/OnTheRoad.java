package dev.latchkey.trust.sender;

import dev.latchkey.mail.HeaderField;
import dev.latchkey.mail.InboundMail;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How long a mail was on its road: from when it says that it was written, or was signed, to when
 * our server took it in. How long it lay there before the desk read it is no matter, so that what
 * comes while the desk is away is as young as ever. Whoever sends an old mail on again can change
 * neither of the two where a signature covers them, nor what our server writes on top.
 */
public final class OnTheRoad {
  private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");
  private static final Pattern DAY_OF_WEEK = Pattern.compile("^[A-Za-z]+\\s*,");

  /** Names of the same zone that the format of RFC 1123 does not know (RFC 5322, 4.3). */
  private static final Pattern UNIVERSAL = Pattern.compile("\\b(?:UT|UTC|Z)$");

  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern SIGNED_AT =
      Pattern.compile("(?:^|;)\\s*t\\s*=\\s*(\\d{1,12})\\s*(?:;|$)");

  private OnTheRoad() {}

  /**
   * Whether that may have been longer. It may where nothing says when it was written, or what our
   * server says of when it came cannot be read.
   *
   * @param arrived when the mailbox took it in: until then it may have been on its road where no
   *     server says more
   */
  public static boolean mayExceed(InboundMail mail, Instant arrived, Duration most) {
    Optional<Instant> written = written(mail).min(Comparator.naturalOrder());
    return written.isEmpty()
        || came(mail, arrived)
            .filter(at -> Duration.between(written.get(), at).compareTo(most) <= 0)
            .isEmpty();
  }

  /**
   * Whether anything says that it was written, or signed, later than our server took it in. What is
   * dated ahead looks new until then, however often it is sent again.
   *
   * @param arrived as above
   * @param most by how much a clock may be fast
   */
  public static boolean isAhead(InboundMail mail, Instant arrived, Duration most) {
    return came(mail, arrived)
        .filter(at -> written(mail).anyMatch(written -> written.isAfter(at.plus(most))))
        .isPresent();
  }

  private static Stream<Instant> written(InboundMail mail) {
    return Stream.concat(
            mail.fields("Date").stream().map(HeaderField::raw).map(OnTheRoad::moment),
            mail.fields("DKIM-Signature").stream().map(HeaderField::raw).map(OnTheRoad::signedAt))
        .flatMap(Optional::stream);
  }

  private static Optional<Instant> came(InboundMail mail, Instant arrived) {
    Optional<HeaderField> took = mail.fields("Received").stream().findFirst();
    return took.isEmpty()
        ? Optional.of(arrived)
        : took.map(HeaderField::raw).flatMap(OnTheRoad::trace);
  }

  private static Optional<Instant> trace(String field) {
    return moment(field.substring(field.lastIndexOf(';') + 1));
  }

  private static Optional<Instant> signedAt(String field) {
    return SIGNED_AT
        .matcher(field)
        .results()
        .findFirst()
        .map(found -> Instant.ofEpochSecond(Long.parseLong(found.group(1))));
  }

  private static Optional<Instant> moment(String text) {
    String plain = COMMENT.matcher(text).replaceAll(" ").strip();
    String date = DAY_OF_WEEK.matcher(plain).replaceFirst("").strip();
    try {
      return Optional.of(
          OffsetDateTime.parse(
                  BLANKS.matcher(UNIVERSAL.matcher(date).replaceFirst("GMT")).replaceAll(" "),
                  DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT))
              .toInstant());
    } catch (DateTimeException e) {
      // What is no date says nothing of its time.
      return Optional.empty();
    }
  }
}
