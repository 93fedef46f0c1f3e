package dev.latchkey.mail;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A mail that was parsed: all of it, or it would not exist.
 *
 * <p>Nothing in it is true because the mail says so. {@code headers} are claims; {@code identity}
 * is the one address that the mail unambiguously claims to be from, not proof of it.
 *
 * @param headers every field of the top header section, topmost first
 * @param identity the single From in its plain form; empty when there is any doubt about it
 * @param from addresses of From as a reader would see them, for people only
 * @param to addresses of To, for people only
 * @param text the readable text, from the best of its alternatives
 * @param hiddenText text that a reader would not see, kept apart
 * @param parts leaves of the MIME tree in order
 * @param faults what programs may read differently in this mail
 */
public record InboundMail(
    List<HeaderField> headers,
    Optional<EmailAddress> identity,
    List<String> from,
    List<String> to,
    BodyText text,
    String hiddenText,
    List<MailPart> parts,
    Set<StructureFault> faults) {

  private static final int MOST_IDS = 50;
  private static final int MOST_WORDS = 1_000;
  private static final String BETWEEN_WORDS = " \t,;";

  private static final int LONGEST_TYPE = 80;

  public InboundMail {
    headers = List.copyOf(headers);
    from = List.copyOf(from);
    to = List.copyOf(to);
    parts = List.copyOf(parts);
    faults = Set.copyOf(faults);
  }

  /** The same mail, which claims to be from somebody else than its From. */
  public InboundMail claimedBy(EmailAddress writer) {
    return new InboundMail(headers, Optional.of(writer), from, to, text, hiddenText, parts, faults);
  }

  /** Every field of that name (in any case), topmost first. */
  public List<HeaderField> fields(String name) {
    return headers.stream().filter(field -> field.name().equalsIgnoreCase(name)).toList();
  }

  /** The topmost field of that name. */
  public Optional<HeaderField> field(String name) {
    return headers.stream().filter(field -> field.name().equalsIgnoreCase(name)).findFirst();
  }

  /** The subject for people; empty when there is none. */
  public String subject() {
    return field("Subject").map(HeaderField::text).orElse("");
  }

  /** The Message-ID with its brackets, when it has the form of one (RFC 5322 section 3.6.4). */
  public Optional<String> messageId() {
    return field("Message-ID").flatMap(field -> messageIds(field.raw()).findFirst());
  }

  /**
   * The Message-IDs it says it answers, 50 at most: In-Reply-To, then References from the newest.
   * Servers encode long ones, fold in their midst, and leave their brackets out; they are read all
   * the same.
   */
  public List<String> answeredIds() {
    List<String> ids = new ArrayList<>();
    field("In-Reply-To")
        .ifPresent(field -> messageIds(whole(field)).distinct().limit(MOST_IDS).forEach(ids::add));
    List<String> references =
        field("References").map(field -> messageIds(whole(field)).toList()).orElse(List.of());
    for (int i = references.size() - 1; i >= 0 && ids.size() < MOST_IDS; i--) {
      if (!ids.contains(references.get(i))) {
        ids.add(references.get(i));
      }
    }
    return List.copyOf(ids);
  }

  /** The attachments, for people only: each by its name, or by its type when it has none. */
  public List<String> attachmentsToShow() {
    return parts.stream()
        .filter(MailPart::attachment)
        .map(part -> part.name().orElseGet(() -> SafeText.line(part.mediaType(), LONGEST_TYPE)))
        .toList();
  }

  /** Names of the attachments, for people only. */
  public List<String> attachmentNames() {
    return parts.stream()
        .filter(MailPart::attachment)
        .flatMap(part -> part.name().stream())
        .toList();
  }

  /** The Message-IDs of a field as whoever wrote them meant them. */
  private static String whole(HeaderField field) {
    String value = field.raw().contains("=?") ? field.text() : field.raw();
    if (value.indexOf('<') < 0) {
      return Collections.list(new StringTokenizer(value, BETWEEN_WORDS)).stream()
          .limit(MOST_WORDS)
          .map(String::valueOf)
          .filter(word -> word.indexOf('@') > 0)
          .map(word -> "<" + word + ">")
          .collect(Collectors.joining(" "));
    }
    StringBuilder whole = new StringBuilder(value.length());
    boolean inside = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      inside = c == '<' || (inside && c != '>');
      if (!inside || (c != ' ' && c != '\t')) {
        whole.append(c);
      }
    }
    return whole.toString();
  }

  /**
   * Message-IDs in a field value: printable ASCII between angle brackets, 250 characters at most.
   */
  private static Stream<String> messageIds(String value) {
    Stream.Builder<String> ids = Stream.builder();
    int open = value.indexOf('<');
    while (open >= 0) {
      int close = value.indexOf('>', open);
      if (close < 0) {
        break;
      }
      String id = value.substring(open, close + 1);
      if (id.length() > 4
          && id.length() <= 250
          && id.indexOf('@') > 0
          && id.chars().allMatch(c -> c > 0x20 && c < 0x7F)) {
        ids.add(id);
      }
      open = value.indexOf('<', close);
    }
    return ids.build();
  }
}
